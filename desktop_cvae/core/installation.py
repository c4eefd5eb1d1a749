"""How this copy came to the machine: installed with Python, or packaged as a folder."""

from __future__ import annotations

import sys
from functools import lru_cache
from importlib.util import find_spec

VIEWER = (
    "This is the viewer, which neither trains nor opens models of networks that it has not come "
    "with; for that take the full package, whose name has no “viewer” in it, from where you got "
    "this one."
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
