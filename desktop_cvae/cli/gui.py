"""``desktop-cvae gui``: the window; a missing library that Qt would abort without is reported."""

from __future__ import annotations

import ctypes
import os
from argparse import Namespace
from pathlib import Path

from desktop_cvae.core import operating_system
from desktop_cvae.core.errors import EnvironmentProblem, UsageError
from desktop_cvae.core.language import tr


def require_window_libraries() -> None:
    """Check that Qt can load its X11 plugin, if that is the one it will choose.

    Raises:
        EnvironmentProblem: a library is missing.
    """
    platform = os.environ.get("QT_QPA_PLATFORM", "")
    chooses_x11 = platform == "xcb" or not (platform or os.environ.get("WAYLAND_DISPLAY"))
    if operating_system.SYSTEM != "linux" or not os.environ.get("DISPLAY") or not chooses_x11:
        return
    try:
        # Since Qt 6.5 the X11 plugin needs this library, which few desktops install by default.
        ctypes.CDLL("libxcb-cursor.so.0")
    except OSError as error:
        raise EnvironmentProblem(
            tr(
                "The window needs the library libxcb-cursor; install it with “apt install "
                "libxcb-cursor0” or your system's equivalent."
            ),
            str(error),
        ) from error


def run(arguments: Namespace) -> int:
    """Open the window and stay until it is closed.

    Raises:
        UsageError: the named file is not there.
        EnvironmentProblem: there is no screen, or Qt is missing.
    """
    image, model, many = _image_and_model(arguments.images, arguments.model)
    require_window_libraries()
    import_numpy()
    try:
        from desktop_cvae.app import run_window
    except ImportError as error:
        raise EnvironmentProblem(
            tr("The window needs PySide6; install it with “pip install PySide6-Essentials”."),
            str(error),
        ) from error
    return run_window(
        image,
        model,
        arguments.screenshot,
        safe_mode=arguments.safe_mode,
        many=many,
        preparation=arguments.preparation,
    )


def import_numpy() -> None:
    """Import NumPy with one thread of OpenBLAS, before PySide6.

    PySide6 reads the source of every module that is imported after it. OpenBLAS' threads wait by
    spinning: with all cores busy, as beside a training, the worker's small matrices took seconds
    instead of 0.2. The variable is reset, so that a training, a process of its own, keeps all
    threads.
    """
    name = "OPENBLAS_NUM_THREADS"
    chosen = os.environ.get(name)
    os.environ[name] = chosen or "1"
    import numpy as np  # noqa: F401

    if chosen is None:
        del os.environ[name]


def _image_and_model(
    files: list[Path], model: str | None
) -> tuple[Path | None, str | None, tuple[Path, ...]]:
    """Return the picture, the model and the pictures for the table.

    A model file alone is the model; several files, or a folder, are for the table.
    """
    for file in files:
        if not file.exists():
            raise UsageError(
                tr(
                    "There is no command and no file “{file}” (“desktop-cvae --help” lists the "
                    "commands).",
                    file=file,
                )
            )
    if not files:
        return None, model, ()
    first = files[0]
    if len(files) > 1 or first.is_dir():
        return None, model, tuple(files)
    if first.suffix.lower() != ".cvae":
        return first, model, ()
    if model is not None:
        raise UsageError(
            tr("Two models were named: “{first}” and “{second}”.", first=first, second=model)
        )
    return None, str(first), ()
