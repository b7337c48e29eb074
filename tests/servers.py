"""Real servers on loopback, and the small videos they serve; for the tests of cameras and workers."""

import os
import random
import re
import signal
import socket
import subprocess
import sys
import threading
import time
from base64 import b64encode
from contextlib import suppress
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path
from tempfile import TemporaryFile
from typing import Self

import av
import cv2
import numpy as np

from faceattend.domain.vision import BgrImage

BOUNDARY = "picture"


def free_port() -> int:
    """Find a port outside the range from which outgoing connections take theirs.

    Within it, whoever keeps trying to reach a server that is not there yet may end up connected to itself, and the
    server finds its port taken.
    """
    while True:
        port = random.randint(20_000, 32_000)
        with suppress(OSError), socket.create_server(("127.0.0.1", port)):
            return port


def scene(index: int, width: int = 320, height: int = 180) -> BgrImage:
    """A scene whose every frame differs: grey ramps with a white square that moves on by 4 pixels a frame."""
    y, x = np.mgrid[0:height, 0:width]
    bgr = np.dstack([x * 200 // width, y * 200 // height, np.full_like(x, 80)]).astype(np.uint8)
    left = index * 4 % (width - 40)
    bgr[40:80, left : left + 40] = 255
    return bgr


def make_video(
    path: Path,
    *,
    seconds: float = 10.0,
    fps: int = 25,
    size: tuple[int, int] = (320, 180),
    codec: str = "libx264",
) -> Path:
    """Write a video of moving test pictures with PyAV."""
    with av.open(str(path), "w") as container:
        stream = container.add_stream(codec, rate=fps)
        stream.width, stream.height = size
        stream.pix_fmt = "yuvj420p" if codec == "mjpeg" else "yuv420p"
        stream.gop_size = 12
        if codec == "libx264":
            stream.options = {"preset": "ultrafast", "tune": "zerolatency"}
        for index in range(round(seconds * fps) + 1):
            last = index == round(seconds * fps)
            frame = None if last else av.VideoFrame.from_ndarray(scene(index, *size), format="bgr24")
            container.mux(stream.encode(frame))
    return path


class RtspServer:
    """The RTSP server of aio-rtsp-toolkit in a process of its own, serving a folder of videos."""

    def __init__(self, folder: Path) -> None:
        self.port = free_port()
        self._folder = folder
        self._process: subprocess.Popen[bytes] | None = None
        self._log = TemporaryFile()  # noqa: SIM115 - closed with the server

    def url(self, name: str, login: str = "") -> str:
        """Return the address of a served video; a login is written ``user:password@``."""
        return f"rtsp://{login}127.0.0.1:{self.port}/{name}"

    def start(self) -> Self:
        """Start it and wait until it answers."""
        program = str(Path(sys.executable).with_name("rtsp-server"))
        self._process = subprocess.Popen(
            [program, "-d", str(self._folder), "-H", "127.0.0.1", "-p", str(self.port), "-cp", str(free_port())],
            stdout=self._log,
            stderr=self._log,
        )
        deadline = time.monotonic() + 20
        while True:
            try:
                socket.create_connection(("127.0.0.1", self.port), 0.2).close()
            except OSError:
                assert self._process.poll() is None, self._told()
                assert time.monotonic() < deadline, self._told()
                time.sleep(0.05)
            else:
                return self

    def freeze(self) -> None:
        """Let it hang: connections stay, nothing is sent."""
        self._process.send_signal(signal.SIGSTOP)

    def thaw(self) -> None:
        """End the hang."""
        self._process.send_signal(signal.SIGCONT)

    def kill(self) -> None:
        """End it at once, as a power cut would."""
        if self._process is not None:
            os.kill(self._process.pid, signal.SIGKILL)
            self._process.wait()
            self._process = None

    def close(self) -> None:
        """End it for good."""
        self.kill()
        self._log.close()

    def _told(self) -> str:
        self._log.seek(0)
        return "the RTSP server did not start: " + self._log.read().decode(errors="replace")


class LoginServer:
    """A camera that answers every RTSP or HTTP request with one status, and notes the logins it was given."""

    def __init__(self, status: str = "401 Unauthorized") -> None:
        self.logins: list[str] = []
        self._status = status
        self._listener = socket.create_server(("127.0.0.1", 0))
        self.port = self._listener.getsockname()[1]
        self._thread = threading.Thread(target=self._run, daemon=True)
        self._thread.start()

    def close(self) -> None:
        """Stop answering."""
        self._listener.shutdown(socket.SHUT_RDWR)
        self._listener.close()
        self._thread.join(5)

    def was_given(self, user: str, password: str) -> bool:
        """Tell whether the login came in the form of HTTP's basic authentication (RFC 7617)."""
        return b64encode(f"{user}:{password}".encode()).decode() in self.logins

    def _run(self) -> None:
        while True:
            try:
                client, _ = self._listener.accept()
            except OSError:
                return
            with client:
                client.settimeout(2)
                self._answer(client)

    def _answer(self, client: socket.socket) -> None:
        try:
            while request := client.recv(4096).decode():
                self.logins += re.findall(r"Authorization: Basic (\S+)", request)
                protocol = "HTTP/1.1" if "HTTP/1" in request else "RTSP/1.0"
                sequence = re.search(r"CSeq: \d+", request)
                lines = [f"{protocol} {self._status}", 'WWW-Authenticate: Basic realm="cam"', "Content-Length: 0"]
                client.sendall("\r\n".join([*lines, *([sequence.group()] if sequence else []), "", ""]).encode())
        except OSError:
            return


class HttpCamera(ThreadingHTTPServer):
    """An HTTP camera: 30 JPEGs a second under any path, a web page under /page; ``silent`` makes it hang."""

    daemon_threads = False  # so that leaving waits for them

    def __init__(self) -> None:
        super().__init__(("127.0.0.1", 0), _MotionJpeg)
        self.closing, self.silent = threading.Event(), threading.Event()
        self.port: int = self.server_address[1]
        self._thread = threading.Thread(target=self.serve_forever, kwargs={"poll_interval": 0.05})

    def __enter__(self) -> Self:
        self._thread.start()
        return self

    def __exit__(self, *_: object) -> None:
        self.closing.set()
        self.shutdown()
        self.server_close()
        self._thread.join()


class _MotionJpeg(BaseHTTPRequestHandler):
    server: HttpCamera

    def do_GET(self) -> None:
        if self.path == "/page":
            self._send("text/html", b"<html><body>Please sign in</body></html>" * 100)
            return
        self.send_response(200)
        self.send_header("Content-Type", f"multipart/x-mixed-replace;boundary={BOUNDARY}")
        self.end_headers()
        with suppress(OSError):  # the client hung up
            self._send_pictures()

    def log_message(self, *_: object) -> None:
        """Keep quiet."""

    def _send_pictures(self) -> None:
        for index in range(100_000):
            if self.server.closing.wait(1 / 30):
                return
            if self.server.silent.is_set():
                continue
            jpeg = cv2.imencode(".jpg", scene(index))[1].tobytes()
            head = f"--{BOUNDARY}\r\nContent-Type: image/jpeg\r\nContent-Length: {len(jpeg)}\r\n\r\n"
            self.wfile.write(head.encode() + jpeg + b"\r\n")

    def _send(self, kind: str, body: bytes) -> None:
        self.send_response(200)
        self.send_header("Content-Type", kind)
        self.send_header("Content-Length", str(len(body)))
        self.end_headers()
        self.wfile.write(body)
