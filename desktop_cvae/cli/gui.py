"""``desktop-cvae gui``: the window."""

from __future__ import annotations

from argparse import Namespace
from pathlib import Path

from desktop_cvae.cli.window_libraries import require_window_libraries
from desktop_cvae.core.errors import EnvironmentProblem, UsageError


def run(arguments: Namespace) -> int:
    """Open the window and stay until it is closed.

    Raises:
        UsageError: the named file is not there.
        EnvironmentProblem: there is no screen, or Qt is missing.
    """
    image, model = _image_and_model(arguments.image, arguments.model)
    require_window_libraries()
    # Before PySide6, which reads the source of every module that is imported after it.
    import numpy as np  # noqa: F401

    try:
        from desktop_cvae.app import run_window
    except ImportError as error:
        raise EnvironmentProblem(
            "The window needs PySide6; install it with “pip install PySide6-Essentials”.",
            str(error),
        ) from error
    return run_window(image, model, arguments.screenshot)


def _image_and_model(file: Path | None, model: str | None) -> tuple[Path | None, str | None]:
    """A bare model file is opened as the model."""
    if file is None:
        return None, model
    if not file.exists():
        raise UsageError(
            f"There is no command and no file “{file}” (“desktop-cvae --help” lists the commands)."
        )
    if file.suffix.lower() != ".cvae":
        return file, model
    if model is not None:
        raise UsageError(f"Two models were named: “{file}” and “{model}”.")
    return None, str(file)
