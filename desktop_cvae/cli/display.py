"""Is there a screen? Asked before Qt starts, because Qt would abort with a core dump."""

from __future__ import annotations

import ctypes
import os
import sys

from desktop_cvae.core.errors import EnvironmentProblem


def require_display() -> None:
    """Make sure that a window can be shown.

    Raises:
        EnvironmentProblem: there is no screen, or a library that Qt needs for it is missing.
    """
    if not sys.platform.startswith("linux"):
        return
    platform = os.environ.get("QT_QPA_PLATFORM", "").partition(":")[0].partition(";")[0]
    if platform not in ("", "xcb") and not platform.startswith("wayland"):
        return
    x11, wayland = os.environ.get("DISPLAY"), os.environ.get("WAYLAND_DISPLAY")
    if not (x11 if platform == "xcb" else wayland if platform else x11 or wayland):
        raise EnvironmentProblem(
            "There is no screen to open the window on: start it from a desktop session or set "
            "DISPLAY (QT_QPA_PLATFORM=offscreen works for --screenshot; the other commands need "
            "no screen)."
        )
    if x11 and not wayland:
        _require_cursor_library()


def _require_cursor_library() -> None:
    # Since Qt 6.5 its X11 plugin needs this one, and desktops seldom install it by themselves.
    try:
        ctypes.CDLL("libxcb-cursor.so.0")
    except OSError as error:
        raise EnvironmentProblem(
            "The window needs the library libxcb-cursor; install it with "
            "“apt install libxcb-cursor0” (or your system's like).",
            str(error),
        ) from error
