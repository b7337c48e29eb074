"""Whether windows may be see-through, asked of a real X server where there is one."""

import os
import shutil
import subprocess
import sys
from collections.abc import Iterator

import pytest

from faceattend.ui.compositing import composited

pytestmark = pytest.mark.gui

ASK = """
import ctypes
from PySide6.QtGui import QGuiApplication
from faceattend.ui.compositing import composited
application = QGuiApplication([])
print(composited())
x = ctypes.CDLL("libX11.so.6")
x.XOpenDisplay.restype = x.XDefaultRootWindow.restype = x.XInternAtom.restype = ctypes.c_ulong
x.XOpenDisplay.argtypes = [ctypes.c_char_p]
x.XDefaultRootWindow.argtypes = [ctypes.c_void_p]
x.XInternAtom.argtypes = [ctypes.c_void_p, ctypes.c_char_p, ctypes.c_int]
x.XSetSelectionOwner.argtypes = [ctypes.c_void_p, ctypes.c_ulong, ctypes.c_ulong, ctypes.c_ulong]
x.XSync.argtypes = [ctypes.c_void_p, ctypes.c_int]
other = x.XOpenDisplay(None)
x.XSetSelectionOwner(other, x.XInternAtom(other, b"_NET_WM_CM_S0", 0), x.XDefaultRootWindow(other), 0)
x.XSync(other, 0)
print(composited())
"""


@pytest.fixture
def x_server() -> Iterator[str]:
    """A plain X server; its display."""
    program = shutil.which("Xvfb")
    if program is None:
        pytest.skip("there is no Xvfb")
    server = subprocess.Popen([program, "-displayfd", "1", "-nolisten", "tcp"], stdout=subprocess.PIPE, text=True)
    try:
        yield f":{server.stdout.readline().strip()}"
    finally:
        server.terminate()
        server.wait(10)
        server.stdout.close()


def test_an_x_server_is_asked_each_time(x_server: str):
    environment = {**os.environ, "DISPLAY": x_server, "QT_QPA_PLATFORM": "xcb"}
    command = [sys.executable, "-c", ASK]
    told = subprocess.run(command, env=environment, capture_output=True, text=True, timeout=30, check=False)
    assert told.stdout.split() == ["False", "True"], told.stderr


@pytest.mark.usefixtures("qapp")
def test_other_platforms_put_windows_together_themselves():
    assert composited()
