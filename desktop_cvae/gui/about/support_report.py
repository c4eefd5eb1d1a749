"""The report to send when asking for help: versions, system, settings, end of the log.

Plain functions for the worker. The report leaves out who the user is and what is on the disk.

Tested in tests/gui/about/test_about_dialog.py.
"""

from __future__ import annotations

import getpass
import json
import os
import platform
import re
from collections.abc import Sequence
from contextlib import suppress
from pathlib import Path

from desktop_cvae import __version__
from desktop_cvae.core import paths
from desktop_cvae.core.language import mark
from desktop_cvae.core.notices import version_of
from desktop_cvae.gui.log_file import LAST_CRASH_NAME, NAME

REPORTED_SETTINGS = ("theme", "text_scale", "engine", "pen", "panel", "keeps_recent")
"""Settings in the report; folders, recent files and model names are left out."""
LOG_LINES, CRASH_LINES = 80, 120
MOST_BYTES = 200_000
"""Bytes from the end of a log that go into the report."""
LIBRARIES = ("numpy", "onnxruntime", "Pillow", "matplotlib", "keras")
NOT_INSTALLED = mark("not installed")
_HOMES = re.compile(r"(?:/home/|/Users/|[A-Za-z]:\\Users\\)[^/\\\s:“”\"']+")


def versions() -> list[tuple[str, str]]:
    """Return the versions of the program and its libraries, without importing TensorFlow."""
    import PySide6
    from PySide6.QtCore import qVersion

    found = [
        ("desktop_cvae", f"{__version__} ({_kind()})"),
        ("Python", platform.python_version()),
        ("Qt", qVersion()),
        ("PySide6", PySide6.__version__),
    ]
    found += [(name, version_of(name)) for name in LIBRARIES]
    found.append(("TensorFlow", version_of("tensorflow-cpu") or version_of("tensorflow")))
    return [(name, version or NOT_INSTALLED) for name, version in found]


def _kind() -> str:
    if paths.is_packaged():
        return "viewer" if paths.is_viewer() else "package"
    return "source" if (paths.resources_dir().parent / "pyproject.toml").is_file() else "installed"


def report(screens: Sequence[str], model: str) -> str:
    """Return the whole report.

    Args:
        screens: a line for each.
        model: preset and engine of the model in use.
    """
    log = paths.log_dir()
    parts = [
        ("Versions", [f"{name} {version}" for name, version in versions()]),
        ("System", [platform.platform(), f"{os.cpu_count()} cores", *screens]),
        ("Model", [model]),
        ("Settings", _settings()),
        ("Last crash", _end(log / LAST_CRASH_NAME, CRASH_LINES)),
        ("End of the log", _end(log / NAME, LOG_LINES)),
    ]
    text = "\n\n".join("\n".join([f"## {title}", *lines]) for title, lines in parts if lines)
    return without_names(text) + "\n"


def without_names(text: str) -> str:
    """Return a text without home folder and user name."""
    homes = {str(Path.home()), *filter(None, [os.environ.get("DESKTOP_CVAE_HOME")])}
    for home in sorted(homes, key=len, reverse=True):
        # A home such as "/" or "C:\" identifies nobody, and would replace every path.
        if len(home) > 3:
            text = text.replace(home, "~")
    text = _HOMES.sub("~", text)
    user = ""
    # A container may have no name for the user's id.
    with suppress(OSError, KeyError, ImportError):
        user = getpass.getuser()
    return re.sub(rf"(?<=[/\\]){re.escape(user)}(?=[/\\])", "user", text) if user else text


def _settings() -> list[str]:
    try:
        found = json.loads(paths.settings_file().read_bytes()[:MOST_BYTES])
    except (OSError, ValueError, RecursionError):
        return ["those of a first start"]
    settings = found if isinstance(found, dict) else {}
    return [f"{name}: {settings[name]!s:.40}" for name in REPORTED_SETTINGS if name in settings]


def _end(path: Path, lines: int) -> list[str]:
    """Return a file's last lines; none if there is no such file."""
    try:
        with path.open("rb") as file:
            file.seek(max(0, path.stat().st_size - MOST_BYTES))
            return file.read().decode("utf-8", errors="replace").splitlines()[-lines:]
    except OSError:
        return []
