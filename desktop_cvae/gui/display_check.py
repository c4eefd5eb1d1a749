"""Whether there is a screen to show a window on; Qt would abort the process if not."""

from __future__ import annotations

import ctypes
import os
import re
import socket
import sys
from collections.abc import Mapping
from pathlib import Path

from PySide6.QtCore import QCoreApplication

from desktop_cvae.core.errors import EnvironmentProblem

_LOCAL = re.compile(r"(?:unix)?:(\d+)(?:\.\d+)?")
PLUGIN = Path("platforms", "libqxcb.so")
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
    _require_plugin()
    match = _LOCAL.fullmatch(display)
    if match and not _answers(int(match[1])):
        raise EnvironmentProblem(
            f"The display “{display}” does not answer; set DISPLAY to one that does."
        )


def _names_other_platform(environment: Mapping[str, str]) -> bool:
    platform = environment.get("QT_QPA_PLATFORM", "")
    return bool(platform) and not platform.startswith(("xcb", "wayland"))


def _require_plugin() -> None:
    """Load Qt's X11 plugin as Qt will, which aborts if the system lacks a library of it."""
    places = [Path(folder) / PLUGIN for folder in QCoreApplication.libraryPaths()]
    try:
        ctypes.CDLL(str(next(filter(Path.is_file, places), PLUGIN)))
    except OSError as error:
        library = str(error).partition(":")[0]
        raise EnvironmentProblem(
            f"Qt cannot show a window because this system lacks “{library}”; install it (on "
            "Debian and Ubuntu: “apt install libxcb-cursor0 libxcb-icccm4 libxcb-keysyms1 "
            "libxcb-image0 libxcb-render-util0 libxkbcommon-x11-0”).",
            str(error),
        ) from error


def _answers(number: int) -> bool:
    """Try the server's socket, in the file system and in Linux' abstract namespace."""
    path = str(SOCKETS / f"X{number}")
    for address in (path, "\0" + path):
        with socket.socket(socket.AF_UNIX, socket.SOCK_STREAM) as probe:
            probe.settimeout(2.0)
            if probe.connect_ex(address) == 0:
                return True
    return False
