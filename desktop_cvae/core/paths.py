"""Where everything lives: in the source tree, in an installed wheel, in a packaged folder.

The variable ``DESKTOP_CVAE_HOME`` moves all user data to one folder. No function
here creates anything; who writes, makes the folder.
"""

from __future__ import annotations

import os
import sys
from functools import lru_cache
from importlib.util import find_spec
from pathlib import Path

import platformdirs

from desktop_cvae.core.language import mark

VIEWER = mark(
    "This is the viewer, which does not train; for that take the full package, whose "
    "name has no “viewer” in it, from where you got this one."
)


def is_packaged() -> bool:
    """True in the folder that ``packaging/build.py`` makes, which has no Python to install into."""
    return bool(getattr(sys, "frozen", False))


@lru_cache(maxsize=1)
def is_viewer() -> bool:
    """True in the small package, which comes without TensorFlow."""
    return is_packaged() and find_spec("tensorflow") is None


def missing_tensorflow(advice: str) -> str:
    """What to tell who needs TensorFlow and has none.

    Args:
        advice: a sentence for an installed copy; a viewer has its own.
    """
    return VIEWER if is_viewer() else advice


APP = "desktop-cvae"


def resources_dir() -> Path:
    """The folder with icons, pretrained models and samples."""
    frozen = getattr(sys, "_MEIPASS", None)
    if frozen is not None:
        return Path(frozen) / "desktop_cvae" / "resources"
    package = Path(__file__).resolve().parents[1]
    installed = package / "resources"
    return installed if installed.is_dir() else package.parent / "resources"


def pretrained_dir() -> Path:
    """The models that come with the program (read-only)."""
    return resources_dir() / "models"


def home() -> Path | None:
    """The folder named by ``DESKTOP_CVAE_HOME``, if any."""
    chosen = os.environ.get("DESKTOP_CVAE_HOME")
    return Path(chosen).expanduser() if chosen else None


def data_dir() -> Path:
    """The user's models, runs, data sets and archive."""
    return home() or Path(platformdirs.user_data_dir(APP, appauthor=False))


def models_dir() -> Path:
    """The user's own models."""
    return data_dir() / "models"


def datasets_dir() -> Path:
    """Downloaded and imported data sets."""
    return data_dir() / "datasets"


def archive_file() -> Path:
    """What was read and what was answered."""
    return data_dir() / "archive.sqlite"


def cache_dir() -> Path:
    """What this machine computed and can compute again (latent maps, models of checkpoints)."""
    chosen = home()
    return chosen / "cache" if chosen else Path(platformdirs.user_cache_dir(APP, appauthor=False))


def log_dir() -> Path:
    """Log files."""
    chosen = home()
    return chosen / "logs" if chosen else Path(platformdirs.user_log_dir(APP, appauthor=False))


def settings_file() -> Path:
    """The window's settings, JSON."""
    chosen = home()
    folder = chosen or Path(platformdirs.user_config_dir(APP, appauthor=False))
    return folder / "settings.json"


def mnist_variable() -> str:
    """The folder that ``DESKTOP_CVAE_MNIST`` names; empty without the variable."""
    return os.environ.get("DESKTOP_CVAE_MNIST", "")


def mnist_dir() -> Path | None:
    """MNIST's files where a user or a developer has put them, if they are there."""
    named = mnist_variable()
    candidates = [Path(named)] if named else [datasets_dir() / "mnist"]
    for folder in candidates:
        if (folder / "train-images-idx3-ubyte.gz").is_file():
            return folder
    return None


def program_command() -> list[str]:
    """How to start this very program again, as the beginning of an argument list."""
    if is_packaged():
        beside = Path(sys.executable).with_name("desktop-cvae" + Path(sys.executable).suffix)
        return [str(beside if beside.is_file() else sys.executable)]
    return [sys.executable, "-m", "desktop_cvae"]
