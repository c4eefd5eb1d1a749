"""From a model's file to an engine: what opens, and what is refused."""

from __future__ import annotations

from pathlib import Path

import numpy as np
import pytest

from desktop_cvae.core.errors import DamagedModelFile
from desktop_cvae.core.specs import ModelSpec, TrainingConfig
from desktop_cvae.inference.engine import open_engine
from desktop_cvae.library.model_file import NewModel, write_model_file
from desktop_cvae.library.model_library import ModelEntry, find_model


def new_model(path: Path, spec: ModelSpec, value: float) -> ModelEntry:
    """A model all of whose weights are the same."""
    weights = {name: np.full(shape, value, np.float32) for name, shape in spec.tensors().items()}
    training = TrainingConfig(epochs=1)
    new = NewModel(name=path.stem, spec=spec, training=training, weights=weights)
    write_model_file(path, new)
    return find_model(str(path))


def test_a_network_that_came_with_nothing_is_opened(tmp_path: Path, tiny_spec: ModelSpec) -> None:
    engine = open_engine(new_model(tmp_path / "mine.cvae", tiny_spec, 0.01))
    assert (engine.name, engine.spec) == ("onnx", tiny_spec)
    assert np.isfinite(engine.score(np.ones((1, 28, 28), np.float32)).evidence_nats).all()


def test_a_file_that_was_replaced_meanwhile_is_refused(
    tmp_path: Path, tiny_spec: ModelSpec
) -> None:
    path = tmp_path / "mine.cvae"
    entry = new_model(path, tiny_spec, 0.01)
    new_model(path, tiny_spec, 0.02)
    with pytest.raises(DamagedModelFile, match="replaced while it was opened"):
        open_engine(entry)


def test_weights_that_give_no_numbers_are_refused(tmp_path: Path, tiny_spec: ModelSpec) -> None:
    entry = new_model(tmp_path / "mine.cvae", tiny_spec, 3e38)
    with pytest.raises(DamagedModelFile, match="give no numbers"):
        open_engine(entry)
