"""Whether there is a screen to show a window on; Qt would abort the process if not."""

from __future__ import annotations

import ctypes
import os
import re
import socket
import sys
from collections.abc import Mapping
from pathlib import Path

from desktop_cvae.core.errors import EnvironmentProblem

_LOCAL = re.compile(r"(?:unix)?:(\d+)(?:\.\d+)?")
SOCKETS = Path("/tmp/.X11-unix")  # noqa: S108 (where X servers listen)


def require_display(environment: Mapping[str, str] = os.environ) -> None:
    """Make sure that a window can be shown.

    Raises:
        EnvironmentProblem: there is no display, or it does not answer.
    """
    if sys.platform != "linux" or _names_other_platform(environment):
        return
    if environment.get("WAYLAND_DISPLAY"):
        return
    display = environment.get("DISPLAY", "")
    if not display:
        raise EnvironmentProblem(
            "There is no display to show the window on; set DISPLAY, or use “--screenshot” or "
            "one of the commands that “desktop-cvae --help” lists."
        )
    if not _has_cursor_library():
        raise EnvironmentProblem(
            "Qt needs the system's library libxcb-cursor to show a window; install it "
            "(on Debian and Ubuntu: “apt install libxcb-cursor0”)."
        )
    match = _LOCAL.fullmatch(display)
    if match and not _answers(int(match[1])):
        raise EnvironmentProblem(
            f"The display “{display}” does not answer; set DISPLAY to one that does."
        )


def _names_other_platform(environment: Mapping[str, str]) -> bool:
    platform = environment.get("QT_QPA_PLATFORM", "")
    return bool(platform) and not platform.startswith(("xcb", "wayland"))


def _has_cursor_library() -> bool:
    """Qt's X11 plugin aborts without it, and Qt's wheels do not bring it."""
    try:
        ctypes.CDLL("libxcb-cursor.so.0")
    except OSError:
        return False
    return True


def _answers(number: int) -> bool:
    """Try the server's socket, in the file system and in Linux' abstract namespace."""
    path = str(SOCKETS / f"X{number}")
    for address in (path, "\0" + path):
        with socket.socket(socket.AF_UNIX, socket.SOCK_STREAM) as probe:
            probe.settimeout(2.0)
            if probe.connect_ex(address) == 0:
                return True
    return False
