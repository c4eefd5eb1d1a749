"""Folders and files of the program: in the source tree, a wheel or a packaged folder.

The variable ``DESKTOP_CVAE_HOME`` moves all user data to one folder. No function here creates
anything; the code that writes a file makes its folder.
"""

from __future__ import annotations

import os
import sys
from functools import lru_cache
from importlib.util import find_spec
from pathlib import Path

import platformdirs

from desktop_cvae.core.language import mark

APP = "desktop-cvae"
VIEWER = mark(
    "This is the viewer, which cannot train; to train, download the full package, whose name has "
    "no “viewer” in it."
)


def is_packaged() -> bool:
    """Return True in a folder made by ``packaging/build.py``, into which nothing is installed."""
    return bool(getattr(sys, "frozen", False))


@lru_cache(maxsize=1)
def is_viewer() -> bool:
    """Return True in the small package, which comes without TensorFlow."""
    # find_spec() only looks; an import would take seconds.
    return is_packaged() and find_spec("tensorflow") is None


def missing_tensorflow(advice: str) -> str:
    """Return the sentence for users who lack TensorFlow.

    Args:
        advice: a sentence for an installed copy; a viewer has its own.
    """
    return VIEWER if is_viewer() else advice


def resources_dir() -> Path:
    """Return the folder of icons, pretrained models and samples."""
    frozen = getattr(sys, "_MEIPASS", None)
    if frozen is not None:
        return Path(frozen) / "desktop_cvae" / "resources"
    package = Path(__file__).resolve().parents[1]
    installed = package / "resources"
    return installed if installed.is_dir() else package.parent / "resources"


def pretrained_dir() -> Path:
    """Return the folder of the models that come with the program (read-only)."""
    return resources_dir() / "models"


def home() -> Path | None:
    """Return the folder named by ``DESKTOP_CVAE_HOME``, if any."""
    chosen = os.environ.get("DESKTOP_CVAE_HOME")
    return Path(chosen).expanduser() if chosen else None


def data_dir() -> Path:
    """Return the folder of the user's models, runs, data sets and archive."""
    return home() or Path(platformdirs.user_data_dir(APP, appauthor=False))


def models_dir() -> Path:
    """Return the folder of the user's own models."""
    return data_dir() / "models"


def runs_dir() -> Path:
    """Return the folder of training runs."""
    return data_dir() / "runs"


def datasets_dir() -> Path:
    """Return the folder of downloaded and imported data sets."""
    return data_dir() / "datasets"


def archive_file() -> Path:
    """Return the file of the archive of readings."""
    return data_dir() / "archive.sqlite"


def cache_dir() -> Path:
    """Return the folder of what can be recomputed (latent maps, models of checkpoints)."""
    chosen = home()
    return chosen / "cache" if chosen else Path(platformdirs.user_cache_dir(APP, appauthor=False))


def log_dir() -> Path:
    """Return the folder of log files."""
    chosen = home()
    return chosen / "logs" if chosen else Path(platformdirs.user_log_dir(APP, appauthor=False))


def settings_file() -> Path:
    """Return the file of the window's settings, JSON."""
    chosen = home()
    folder = chosen or Path(platformdirs.user_config_dir(APP, appauthor=False))
    return folder / "settings.json"


def mnist_variable() -> str:
    """Return the folder that ``DESKTOP_CVAE_MNIST`` names; "" without the variable."""
    return os.environ.get("DESKTOP_CVAE_MNIST", "")


def mnist_dir() -> Path | None:
    """Return the folder of MNIST's files, if a user or developer has put them somewhere."""
    named = mnist_variable()
    candidates = [Path(named)] if named else [datasets_dir() / "mnist"]
    for folder in candidates:
        if (folder / "train-images-idx3-ubyte.gz").is_file():
            return folder
    return None


def program_command() -> list[str]:
    """Return the beginning of an argument list that starts this program again."""
    if is_packaged():
        beside = Path(sys.executable).with_name("desktop-cvae" + Path(sys.executable).suffix)
        return [str(beside if beside.is_file() else sys.executable)]
    return [sys.executable, "-m", "desktop_cvae"]
