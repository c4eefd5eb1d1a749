"""Libraries of the system that Qt aborts without, instead of saying what it lacks."""

from __future__ import annotations

import ctypes
import os
import sys

from desktop_cvae.core.errors import EnvironmentProblem


def require_window_libraries() -> None:
    """Make sure that Qt can load its X11 plugin, if that is the one it will choose.

    Raises:
        EnvironmentProblem: a library is missing.
    """
    platform = os.environ.get("QT_QPA_PLATFORM", "")
    chooses_x11 = platform == "xcb" or not (platform or os.environ.get("WAYLAND_DISPLAY"))
    if not sys.platform.startswith("linux") or not os.environ.get("DISPLAY") or not chooses_x11:
        return
    try:
        # Since Qt 6.5 the plugin needs this one, and few desktops install it by themselves.
        ctypes.CDLL("libxcb-cursor.so.0")
    except OSError as error:
        raise EnvironmentProblem(
            "The window needs the library libxcb-cursor; install it with "
            "“apt install libxcb-cursor0” or what your system has for that.",
            str(error),
        ) from error
