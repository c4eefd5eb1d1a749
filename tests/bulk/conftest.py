"""A program with two models that answer at once, and pictures for them."""

from __future__ import annotations

from pathlib import Path

import pytest
from fake_library import models, pictures

__all__ = ["models", "pictures"]


@pytest.fixture(autouse=True)
def shipped_models(models: Path) -> Path:
    """Let every test find them."""
    return models
