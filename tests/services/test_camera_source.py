import pytest
from hypothesis import given
from hypothesis import strategies as st

from faceattend.cameras.address import parse
from faceattend.domain.errors import BadInput
from faceattend.services.camera_source import SourceEntry, SourceParts, Way, put_together, taken_apart

LOGIN = "rtsp://admin:p%40ss%2F1@10.0.0.5:554/live?channel=1"


def entry_of(parts: SourceParts, **changes: object) -> SourceEntry:
    fields = {"way": parts.way, "address": parts.address, "user": parts.user, "repeats": parts.repeats}
    return SourceEntry(**fields | changes)


@pytest.mark.parametrize(
    "source",
    [LOGIN, "rtsp://10.0.0.5/x", "http://cam.lan/mjpg?token=hush", "loop:/srv/a b.mp4", "file:C:\\a.mp4", "device:0",
     "device:/dev/v4l/by-id/x", "stills:/srv/faces", "rtsp://[fe80::1]:554/s"],
)  # fmt: skip
def test_a_form_that_nobody_touched_changes_nothing(source: str):
    parts = taken_apart(source)
    assert put_together(entry_of(parts), source) == source


def test_no_password_is_in_what_a_form_shows():
    for source in (LOGIN, "http://u:hush@cam.lan/x?pwd=hush", "rtsp://admin:h:u/s#h@cam.lan/1"):
        parts = taken_apart(source)
        assert parts.has_password
        assert parts.user in {"admin", "u"}
        for secret in ("hush", "p%40ss", "p@ss", "h:u/s#h"):
            assert secret not in repr(parts)
    assert "hush" not in repr(SourceEntry(Way.NETWORK, "rtsp://x:hush@cam/1", "u", "hush"))


@given(
    st.text(st.characters(codec="utf-8", exclude_categories=["Cs", "Cc"]), min_size=1),
    st.text("ab@:/#?% é", min_size=1),
)
def test_any_login_reaches_the_camera_as_it_was_typed(password: str, user: str):
    if not user.strip():
        return
    source = put_together(SourceEntry(Way.NETWORK, "rtsp://10.0.0.5/live", user, password))
    assert taken_apart(source) == SourceParts(Way.NETWORK, "rtsp://10.0.0.5/live", user.strip(), has_password=True)
    found = parse(source)
    assert found is not None
    assert found.url == source


def test_a_new_address_keeps_the_password_and_a_new_password_the_address():
    parts = taken_apart(LOGIN)
    moved = put_together(entry_of(parts, address="rtsp://10.0.0.9/live"), LOGIN)
    assert moved == "rtsp://admin:p%40ss%2F1@10.0.0.9/live"
    assert put_together(entry_of(parts, password="new"), LOGIN) == LOGIN.replace("p%40ss%2F1", "new")


def test_taking_the_user_away_takes_the_password_away():
    assert put_together(entry_of(taken_apart(LOGIN), user=""), LOGIN) == "rtsp://10.0.0.5:554/live?channel=1"


def test_a_login_typed_into_the_address_is_understood_too():
    assert put_together(SourceEntry(Way.NETWORK, "rtsp://a:b@cam.lan/1")) == "rtsp://a:b@cam.lan/1"
    assert put_together(SourceEntry(Way.NETWORK, "rtsp://a:b@cam.lan/1", "c", "d")) == "rtsp://c:d@cam.lan/1"


@pytest.mark.parametrize("address", ["", "  ", "10.0.0.5/live", "rtsp://cam.lan/1?token=•••"])
def test_what_is_no_address_is_refused(address: str):
    with pytest.raises(BadInput) as caught:
        put_together(SourceEntry(Way.NETWORK, address))
    assert caught.value.remedy


def test_a_masked_part_cannot_be_moved_to_another_address():
    source = "http://cam.lan/mjpg?token=hush"
    with pytest.raises(BadInput, match="masked"):
        put_together(SourceEntry(Way.NETWORK, "http://evil.example/mjpg?token=•••"), source)
