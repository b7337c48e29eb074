import functools
import logging
import socket
import threading
import time
import traceback
from collections.abc import Callable, Iterator
from http.server import SimpleHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path

import cv2
import numpy as np
import pytest
from tests.servers import HttpCamera, LoginServer, RtspServer, free_port, make_video, scene

from faceattend.cameras import stream
from faceattend.cameras.source import OPEN_DEADLINE_S, READ_DEADLINE_S, CameraSource
from faceattend.cameras.stream import open_source
from faceattend.domain.cameras import Camera
from faceattend.domain.errors import CameraError, CameraRefusedLogin, CameraUnreachable, CameraUnsupported
from faceattend.domain.vision import Frame

MakeCamera = Callable[..., Camera]
PASSWORD = "p@ss:w/o#r d%?é"


def frames_of(source: CameraSource, count: int) -> list[Frame]:
    frames = [source.read() for _ in range(count)]
    return [frame for frame in frames if frame is not None]


def seconds_to_fail(source: CameraSource, error: type[CameraError]) -> float:
    """Read until the error comes; return how long that took."""
    began = time.monotonic()
    with pytest.raises(error):
        frames_of(source, 300)
    return time.monotonic() - began


def everything_told(error: BaseException) -> str:
    """All that a log, a report or a debugger's view of the error would show."""
    told = ["".join(traceback.format_exception(error)), str(error), repr(error)]
    for linked in (error.__cause__, error.__context__):
        if linked is not None:
            told += [everything_told(linked), repr(vars(linked)), repr(linked.args)]
    return "\n".join(told)


@pytest.mark.rtsp
def test_an_rtsp_camera_gives_frames_at_its_rate(rtsp_server: RtspServer, camera_at: MakeCamera):
    began = time.monotonic()
    source = open_source(camera_at(rtsp_server.url("door.mp4")))
    first = source.read()
    assert time.monotonic() - began < 3
    assert first is not None
    assert first.bgr.shape == (180, 320, 3)
    assert np.abs(first.bgr.astype(int) - scene(0)).mean() < 8
    frames = frames_of(source, 30)
    source.close()
    source.close()
    spent = (frames[-1].captured_at - frames[5].captured_at).total_seconds()
    assert 24 / spent == pytest.approx(15, rel=0.25)
    assert [frame.seq for frame in frames] == list(range(2, 32))
    assert all(frame.bgr.flags.c_contiguous and not frame.bgr.flags.writeable for frame in frames)


@pytest.mark.rtsp
def test_a_killed_server_is_noticed_at_once_and_its_return_within_five_seconds(
    rtsp_server: RtspServer, camera_at: MakeCamera
):
    camera = camera_at(rtsp_server.url("door.mp4"))
    source = open_source(camera)
    frames_of(source, 5)
    rtsp_server.kill()
    assert seconds_to_fail(source, CameraUnreachable) < 1
    source.close()
    with pytest.raises(CameraUnreachable, match="refuses the connection"):
        open_source(camera)
    rtsp_server.start()
    began = time.monotonic()
    source = open_source(camera)
    assert source.read() is not None
    assert time.monotonic() - began < 5
    source.close()


@pytest.mark.rtsp
def test_a_frozen_server_is_given_up_within_the_deadlines(rtsp_server: RtspServer, camera_at: MakeCamera):
    camera = camera_at(rtsp_server.url("door.mp4"))
    source = open_source(camera)
    frames_of(source, 5)
    rtsp_server.freeze()
    assert READ_DEADLINE_S - 1 < seconds_to_fail(source, CameraUnreachable) < READ_DEADLINE_S + 1
    began = time.monotonic()
    source.close()
    assert time.monotonic() - began < 0.5
    began = time.monotonic()
    with pytest.raises(CameraUnreachable):
        open_source(camera)
    assert time.monotonic() - began < OPEN_DEADLINE_S + 1
    rtsp_server.thaw()
    source = open_source(camera)
    assert source.read() is not None
    source.close()


@pytest.mark.rtsp
def test_a_path_that_the_server_does_not_know(rtsp_server: RtspServer, camera_at: MakeCamera):
    with pytest.raises(CameraUnreachable, match="knows no stream at this path"):
        open_source(camera_at(rtsp_server.url("window.mp4")))


@pytest.mark.rtsp
def test_a_login_that_nobody_asks_for_does_no_harm(rtsp_server: RtspServer, camera_at: MakeCamera):
    source = open_source(camera_at(rtsp_server.url("door.mp4", f"admin:{PASSWORD}@")))
    assert source.read() is not None
    assert PASSWORD not in repr(source)
    rtsp_server.kill()
    with pytest.raises(CameraUnreachable) as caught:
        frames_of(source, 100)
    source.close()
    assert_no_password(everything_told(caught.value))


def assert_no_password(told: str) -> None:
    for form in (PASSWORD, "p%40ss", "p@ss", "w%2Fo", "w/o#"):
        assert form not in told


@pytest.mark.parametrize("kind", ["rtsp", "http"])
def test_a_refused_login_is_told_without_the_password(
    kind: str, login_server: LoginServer, camera_at: MakeCamera, caplog: pytest.LogCaptureFixture
):
    caplog.set_level(logging.DEBUG)
    camera = camera_at(f"{kind}://admin:{PASSWORD}@127.0.0.1:{login_server.port}/live")
    with pytest.raises(CameraRefusedLogin, match="does not accept") as caught:
        open_source(camera)
    assert login_server.was_given("admin", PASSWORD), "the password must arrive as it was typed"
    assert "Door" in str(caught.value)
    assert caught.value.__cause__ is not None
    assert_no_password(everything_told(caught.value) + caplog.text + repr(camera))


@pytest.mark.parametrize("status", ["401 Unauthorized", "403 Forbidden"])
@pytest.mark.parametrize("kind", ["rtsp", "http"])
def test_a_camera_that_wants_a_login_says_so(kind: str, status: str, camera_at: MakeCamera):
    server = LoginServer(status)
    with pytest.raises(CameraRefusedLogin, match="wants a login"):
        open_source(camera_at(f"{kind}://127.0.0.1:{server.port}/live"))
    server.close()


@pytest.mark.parametrize("kind", ["rtsp", "rtsps", "http", "https"])
def test_a_refused_connection_is_told_without_the_password(kind: str, camera_at: MakeCamera):
    with pytest.raises(CameraUnreachable, match="refuses the connection") as caught:
        open_source(camera_at(f"{kind}://admin:{PASSWORD}@127.0.0.1:{free_port()}/live"))
    assert_no_password(everything_told(caught.value))


@pytest.mark.parametrize("kind", ["rtsp", "http"])
def test_a_server_error_is_worth_another_try(kind: str, camera_at: MakeCamera):
    server = LoginServer("503 Service Unavailable")
    with pytest.raises(CameraUnreachable):
        open_source(camera_at(f"{kind}://127.0.0.1:{server.port}/live"))
    server.close()


@pytest.mark.parametrize("kind", ["rtsp", "http"])
def test_a_machine_that_accepts_and_says_nothing_is_given_up(
    kind: str, camera_at: MakeCamera, monkeypatch: pytest.MonkeyPatch
):
    monkeypatch.setattr(stream, "OPEN_DEADLINE_S", 1.0)
    with socket.create_server(("127.0.0.1", 0)) as silent:
        began = time.monotonic()
        with pytest.raises(CameraUnreachable):
            open_source(camera_at(f"{kind}://127.0.0.1:{silent.getsockname()[1]}/live"))
        assert time.monotonic() - began < 2


@pytest.mark.parametrize("source", ["rtsp://", "http:///video", "rtsp:door"])
def test_an_address_without_a_host_can_never_work(source: str, camera_at: MakeCamera):
    with pytest.raises(CameraUnsupported, match="names no host") as caught:
        open_source(camera_at(source))
    assert "rtsp://user:password@host" in caught.value.remedy


def test_an_http_camera_gives_frames_at_the_rate_shown(http_camera: HttpCamera, camera_at: MakeCamera):
    source = open_source(camera_at(f"http://127.0.0.1:{http_camera.port}/video"))
    frames = frames_of(source, 30)
    source.close()
    spent = (frames[-1].captured_at - frames[5].captured_at).total_seconds()
    assert 24 / spent == pytest.approx(15, rel=0.25)  # it sends 30
    assert frames[0].bgr.shape == (180, 320, 3)


def test_an_http_camera_that_falls_silent_is_given_up(
    http_camera: HttpCamera, camera_at: MakeCamera, monkeypatch: pytest.MonkeyPatch
):
    monkeypatch.setattr(stream, "READ_DEADLINE_S", 1.0)
    source = open_source(camera_at(f"http://127.0.0.1:{http_camera.port}/video"))
    frames_of(source, 5)
    http_camera.silent.set()
    assert 0.5 < seconds_to_fail(source, CameraUnreachable) < 2
    source.close()


def test_a_web_page_is_no_camera(http_camera: HttpCamera, camera_at: MakeCamera):
    with pytest.raises(CameraUnreachable, match="video stream"):
        open_source(camera_at(f"http://127.0.0.1:{http_camera.port}/page"))


class _Quiet(SimpleHTTPRequestHandler):
    def log_message(self, *_: object) -> None:
        """Keep quiet."""


@pytest.fixture
def web_folder(tmp_path: Path) -> Iterator[str]:
    """The address of a web server with a recording and a picture."""
    make_video(tmp_path / "door.mp4", seconds=1)
    cv2.imwrite(str(tmp_path / "snapshot.jpg"), scene(0))
    handler = functools.partial(_Quiet, directory=str(tmp_path))
    with ThreadingHTTPServer(("127.0.0.1", 0), handler) as server:
        server.daemon_threads = False
        thread = threading.Thread(target=server.serve_forever, kwargs={"poll_interval": 0.05})
        thread.start()
        yield f"http://127.0.0.1:{server.server_address[1]}"
        server.shutdown()
        thread.join()


@pytest.mark.parametrize("name", ["door.mp4", "snapshot.jpg"])
def test_a_recording_on_the_web_is_no_camera(web_folder: str, name: str, camera_at: MakeCamera):
    with pytest.raises(CameraUnsupported, match="not live") as caught:
        open_source(camera_at(f"{web_folder}/{name}"))
    assert "loop:" in caught.value.remedy
