import time
from datetime import UTC, datetime, timedelta
from urllib.parse import quote

import pytest
from hypothesis import example, given
from hypothesis import strategies as st
from tests.facts import a_camera

from faceattend.domain.cameras import (
    STALE_AFTER,
    CameraState,
    normalise_source,
    redacted,
    source_kind,
    state_at,
)

NOW = datetime(2026, 3, 2, 12, 0, tzinfo=UTC)
PASSWORDS = st.text(max_size=30)


@given(password=PASSWORDS)
@example("pa?key=ss")
@example("p@ss:w/o#rd&x=y;z")
@example("://")
@example("•••")
def test_no_login_s_password_shines_through_whatever_its_characters(password: str):
    shown = redacted(f"rtsp://user:{password}@camera.lan/stream")
    # A password that looks like a secret parameter takes the host with it: too much is masked, never too little.
    assert shown in {"rtsp://user:•••@camera.lan/stream", "rtsp://user:•••"}


@given(password=PASSWORDS)
@example("a@b:c")
def test_no_parameter_s_password_shines_through(password: str):
    url = f"http://camera.lan/snap?size=2&password={quote(password, safe='')}&fps=5"
    assert redacted(url) == "http://camera.lan/snap?size=2&password=•••&fps=5"


@given(password=PASSWORDS.filter(lambda text: not set("&;#") & set(text)))
def test_an_unescaped_parameter_is_masked_too(password: str):
    assert redacted(f"http://camera.lan:80/snap?pwd={password}") in {
        "http://camera.lan:80/snap?pwd=•••",
        "http://camera.lan:•••",
    }


@pytest.mark.parametrize("query", ["a=b?password=hush", "password=hush?a=b", "pwd=a;token=hush", "pwd=&key=hush"])
def test_a_secret_parameter_is_found_wherever_it_stands(query: str):
    assert "hush" not in redacted(f"http://camera.lan/snap?{query}")


@pytest.mark.parametrize("piece", ["?a=", "?pass=", "pass", "&key=x", "?", ":", "@"])
def test_masking_takes_no_longer_than_the_text(piece: str):
    start = time.monotonic()
    redacted("http://camera.lan/?" + piece * 200_000)
    assert time.monotonic() - start < 5


@pytest.mark.parametrize("name", ["password", "PASS", "user_pwd", "access-token", "apikey", "client_secret", "auth"])
def test_parameters_that_hold_secrets_are_known_by_their_name(name: str):
    assert "hush" not in redacted(f"http://camera.lan/snap?{name}=hush")


@pytest.mark.parametrize(
    "harmless",
    [
        "device:0",
        "file:/srv/clips/door.mp4",
        "rtsp://camera.lan:554/stream?channel=1&subtype=0",
        "rtsp://user@camera.lan/stream",
        "rtsp://[fd00::1]:554/stream",
        "",
    ],
)
def test_a_source_without_a_password_is_shown_as_it_is(harmless: str):
    assert redacted(harmless) == harmless


@given(text=st.text(max_size=60))
def test_redacting_twice_adds_nothing(text: str):
    assert redacted(redacted(text)) == redacted(text)


def test_a_malformed_address_is_masked_too():
    assert "hush" not in redacted("rtsp:user:hush@camera.lan")


def test_a_camera_is_printed_without_its_password():
    assert "hush" not in repr(a_camera(source="rtsp://user:hush@camera.lan/s"))


@pytest.mark.parametrize(
    ("typed", "source"),
    [
        ("0", "device:0"),
        (" 02 ", "device:2"),
        ("RTSP://Camera.lan/S", "rtsp://Camera.lan/S"),
        ("Loop:door.mp4", "loop:door.mp4"),
        ("door.mp4", "file:door.mp4"),
        ("C:\\clips\\door.mp4", "file:C:\\clips\\door.mp4"),
        ("/srv/clips/a:b.mp4", "file:/srv/clips/a:b.mp4"),
    ],
)
def test_what_users_type_becomes_kind_and_address(typed: str, source: str):
    assert normalise_source(typed) == source


@given(text=st.text(max_size=40))
def test_a_normalised_source_stays_as_it_is(text: str):
    source = normalise_source(text)
    assert normalise_source(source) == source
    assert source_kind(source) == source.partition(":")[0]


@pytest.mark.parametrize(
    ("reported", "age_s", "shown"),
    [
        (CameraState.LIVE, 0.1, CameraState.LIVE),
        (CameraState.LIVE, 2.0, CameraState.LIVE),
        (CameraState.LIVE, 2.1, CameraState.STALE),
        (CameraState.LIVE, None, CameraState.STALE),
        (CameraState.CONNECTING, 60, CameraState.CONNECTING),
        (CameraState.FAILED, 0.1, CameraState.FAILED),
        (CameraState.ENDED, 60, CameraState.ENDED),
    ],
)
def test_a_live_camera_with_an_old_picture_is_stale(reported: CameraState, age_s: float | None, shown: CameraState):
    newest = None if age_s is None else NOW - timedelta(seconds=age_s)
    state, age = state_at(reported, newest, NOW)
    assert state is shown
    assert age == (None if age_s is None else timedelta(seconds=age_s))


@given(seconds=st.floats(-1e6, 1e6))
def test_an_age_is_never_negative_even_when_the_clock_is_set_back(seconds: float):
    state, age = state_at(CameraState.LIVE, NOW - timedelta(seconds=seconds), NOW)
    assert age is not None
    assert age >= timedelta(0)
    assert (state is CameraState.STALE) == (age > STALE_AFTER)
