"""Whether windows may be see-through: on an X server without a compositing manager what they leave free is black."""

import ctypes
from functools import cache

from PySide6.QtGui import QGuiApplication, QNativeInterface

_X11 = "xcb"  # Qt's name of that platform; all others put windows together themselves
_MANAGER = b"_NET_WM_CM_S%d"  # Extended Window Manager Hints 1.5: whoever composites a screen owns this selection


def composited() -> bool:
    """Return whether the screen lets what lies beneath a window shine through it.

    Remote desktops such as VNC and xrdp often do not. Asked for each window, since it may change: it takes no time.
    """
    if QGuiApplication.platformName() != _X11:
        return True
    application = QGuiApplication.instance()
    native = application.nativeInterface() if isinstance(application, QGuiApplication) else None
    if not isinstance(native, QNativeInterface.QX11Application):
        return True
    return _is_managed(native.display())


def _is_managed(display: int) -> bool:
    x11 = _x11()
    selection = x11.XInternAtom(display, _MANAGER % x11.XDefaultScreen(display), False)
    return bool(x11.XGetSelectionOwner(display, selection))


@cache
def _x11() -> ctypes.CDLL:
    library = ctypes.CDLL("libX11.so.6")  # Qt has loaded it already
    library.XDefaultScreen.argtypes = (ctypes.c_void_p,)
    library.XInternAtom.argtypes = (ctypes.c_void_p, ctypes.c_char_p, ctypes.c_int)
    library.XInternAtom.restype = ctypes.c_ulong
    library.XGetSelectionOwner.argtypes = (ctypes.c_void_p, ctypes.c_ulong)
    library.XGetSelectionOwner.restype = ctypes.c_ulong
    return library
