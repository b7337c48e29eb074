from urllib.parse import unquote, urlsplit

import pytest
from hypothesis import assume, given
from hypothesis import strategies as st

from faceattend.cameras.address import parse


@given(password=st.text(st.characters(exclude_categories=["Cs", "Cc"]), min_size=1).map(str.strip))
def test_any_password_survives(password: str):
    assume(password and not password.isspace())
    assume(unquote(password) == password)  # what looks encoded is taken as encoded
    address = parse(f"rtsp://admin:{password}@192.168.1.20:554/live/ch1?profile=2")
    assert address is not None
    parts = urlsplit(address.url)
    assert parts.username == "admin"
    assert unquote(parts.password or "") == password
    assert (parts.hostname, parts.port, parts.path, parts.query) == ("192.168.1.20", 554, "/live/ch1", "profile=2")
    assert address.shown == "rtsp://192.168.1.20:554/live/ch1?profile=2"
    assert address.has_login


@pytest.mark.parametrize(
    ("typed", "user", "password", "host"),
    [
        ("rtsp://admin:p%40ss@cam.local/1", "admin", "p%40ss", "cam.local"),
        ("rtsp://admin:100%@10.0.0.2/1", "admin", "100%25", "10.0.0.2"),
        ("rtsp://admin:12/3@10.0.0.2/1", "admin", "12%2F3", "10.0.0.2"),
        ("rtsp://admin:12/3@localhost/1", "admin", "12%2F3", "localhost"),
        ("rtsp://ad@min:x@10.0.0.2", "ad%40min", "x", "10.0.0.2"),
        ("rtsp://admin:a@b/c@10.0.0.2/1", "admin", "a%40b%2Fc", "10.0.0.2"),
        ("rtsp://admin:%E9@10.0.0.2/1", "admin", "%E9", "10.0.0.2"),
        ("rtsp://admin:x@[fe80::1]:554/1", "admin", "x", "fe80::1"),
        ("rtsp://admin@camera/1", "admin", None, "camera"),
    ],
)
def test_logins_are_encoded_once(typed: str, user: str, password: str | None, host: str):
    address = parse(typed)
    assert address is not None
    parts = urlsplit(address.url)
    assert (parts.username, parts.password, parts.hostname) == (user, password, host)


@pytest.mark.parametrize(
    "typed",
    [
        "rtsp://192.168.1.20:554/live@2",
        "rtsp://camera:554/stream@2",
        "http://cam/video.mjpg?user=a@b",
        "rtsps://[fe80::1]/x",
        "http://localhost:8080/a#b@c",
    ],
)
def test_an_at_sign_in_the_path_is_no_login(typed: str):
    address = parse(typed)
    assert address is not None
    assert address.url == typed
    assert not address.has_login


@pytest.mark.parametrize(
    "typed", ["rtsp://", "rtsp:///path", "rtsp:", "rtsp://admin:x@", "rtsp://a b/c", "http://h:99999"]
)
def test_without_a_host_there_is_no_address(typed: str):
    assert parse(typed) is None


def test_what_is_shown_holds_no_secret():
    address = parse("http://admin:hush@cam.local/video?token=hush2&size=2")
    assert address is not None
    assert "hush" not in address.shown
    assert "hush" not in repr(address)
    assert "size=2" in address.shown
