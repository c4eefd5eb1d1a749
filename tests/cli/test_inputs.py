"""On which data a model is measured, if the user names none."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

import numpy as np
import pytest

from desktop_cvae.cli.inputs import data_of_model
from desktop_cvae.cli.main import main
from desktop_cvae.core.errors import UsageError
from desktop_cvae.core.specs import DIGIT_NAMES
from desktop_cvae.library.manifest import Manifest
from desktop_cvae.library.model_library import find_model


def manifest(data: str, *label_names: str) -> Manifest:
    own = find_model("studio").manifest
    return replace(own, dataset_name=data, spec=replace(own.spec, label_names=label_names))


@pytest.fixture
def letters(tmp_path: Path) -> str:
    images = np.random.default_rng(1).integers(0, 255, (40, 28, 28)).astype(np.uint8)
    path = tmp_path / "letters.npz"
    np.savez(path, x=images, y=np.arange(40) % 2)
    assert main(["data", "import", str(path), "--name", "letters"]) == 0
    return "letters"


def test_the_librarys_data_that_the_model_learned_from(letters: str) -> None:
    assert data_of_model(None, manifest("letters train", "0", "1")) == letters
    assert data_of_model("other.npz", manifest("letters train", "0", "1")) == "other.npz"


def test_mnist_for_a_model_of_digits() -> None:
    assert data_of_model(None, manifest("gone.npz", *DIGIT_NAMES)) == "mnist"
    assert data_of_model(None, find_model("studio").manifest) == "mnist"


def test_data_that_is_gone_must_be_named() -> None:
    with pytest.raises(UsageError, match="learned from “gone”"):
        data_of_model(None, manifest("gone train", "A", "B"))
