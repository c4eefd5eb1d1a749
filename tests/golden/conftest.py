"""Real handwriting, where it is at hand."""

from __future__ import annotations

import os
from pathlib import Path

import pytest

_REPOSITORY = Path(__file__).resolve().parents[2]


@pytest.fixture(scope="session")
def handwriting_dir() -> Path:
    """The folder with real handwriting; skips the test where there is none."""
    named = os.environ.get("DESKTOP_CVAE_HANDWRITING")
    folder = Path(named) if named else _REPOSITORY.parent / "shared" / "handwriting"
    if not (folder / "usps_train.npz").is_file():
        pytest.skip("real handwriting is not here")
    return folder
