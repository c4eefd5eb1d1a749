"""From a model's file to an engine: what opens, and what is refused."""

from __future__ import annotations

import types
from pathlib import Path

import numpy as np
import pytest
from fakes import FakeEngine

from desktop_cvae.core.errors import DamagedModelFile, EnvironmentProblem
from desktop_cvae.core.specs import ModelSpec, TrainingConfig
from desktop_cvae.inference import engine
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


@pytest.mark.parametrize("values", [(0.01, 0.02), (0.02, 0.01)])
def test_a_file_that_was_replaced_meanwhile_is_refused(
    tmp_path: Path, tiny_spec: ModelSpec, values: tuple[float, float]
) -> None:
    path = tmp_path / "mine.cvae"
    entry, _ = (new_model(path, tiny_spec, value) for value in values)
    with pytest.raises(DamagedModelFile, match="replaced while it was being opened"):
        open_engine(entry)


def test_weights_that_give_no_numbers_are_refused(tmp_path: Path, tiny_spec: ModelSpec) -> None:
    entry = new_model(tmp_path / "mine.cvae", tiny_spec, 3e38)
    with pytest.raises(DamagedModelFile, match="give numbers that are not finite"):
        open_engine(entry)


def test_the_reference_is_opened_by_name_only(
    tmp_path: Path, tiny_spec: ModelSpec, monkeypatch: pytest.MonkeyPatch
) -> None:
    entry, reference = new_model(tmp_path / "mine.cvae", tiny_spec, 0.01), FakeEngine()
    imported: list[str] = []

    def import_module(name: str) -> types.SimpleNamespace:
        imported.append(name)
        return types.SimpleNamespace(KerasEngine=lambda spec, weights, prior: reference)

    monkeypatch.setattr(engine.importlib, "import_module", import_module)
    assert open_engine(entry).name == "onnx"
    assert imported == []
    assert open_engine(entry, "keras") is reference
    assert imported == ["desktop_cvae.model.keras_engine"]


def test_without_tensorflow_the_reference_is_refused_with_the_reason(
    tmp_path: Path, tiny_spec: ModelSpec, monkeypatch: pytest.MonkeyPatch
) -> None:
    entry = new_model(tmp_path / "mine.cvae", tiny_spec, 0.01)

    def import_module(name: str) -> None:
        raise ImportError(name)

    monkeypatch.setattr(engine.importlib, "import_module", import_module)
    with pytest.raises(EnvironmentProblem, match="TensorFlow is needed"):
        open_engine(entry, "keras")
