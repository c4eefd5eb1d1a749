"""Fixtures for every test: a home of its own, the real MNIST, a tiny model."""

from __future__ import annotations

import gc
import itertools
import os
import signal
from collections.abc import Iterator
from functools import partialmethod
from pathlib import Path

import numpy as np
import pytest
from fake_runs import MakeRun
from hypothesis import HealthCheck, settings
from pytestqt.qtbot import QtBot

from desktop_cvae.core.layers import Dense, Flatten
from desktop_cvae.core.results import EpochRecord, FloatArray, LossTerms
from desktop_cvae.core.specs import ModelSpec, TrainingConfig
from desktop_cvae.library.model_file import NewModel, write_model_file

_REPOSITORY = Path(__file__).resolve().parents[1]
# A busy machine is no failure.
_UNTIMED = settings(deadline=None, suppress_health_check=[HealthCheck.too_slow])
settings.register_profile("untimed", _UNTIMED)
settings.load_profile("untimed")
# In the background of a shell it is ignored, and the programs that tests interrupt inherit that.
signal.signal(signal.SIGINT, signal.default_int_handler)
COLLECTED_EVERY = 25
_TESTS = itertools.count(1)
PATIENCE_MS = 60_000
for _wait in ("waitUntil", "waitSignal", "waitSignals"):
    setattr(QtBot, _wait, partialmethod(getattr(QtBot, _wait), timeout=PATIENCE_MS))


@pytest.fixture(autouse=True)
def garbage() -> Iterator[None]:
    """Collect garbage between tests alone, in this thread: Qt's objects die in no other."""
    gc.disable()
    yield
    if next(_TESTS) % COLLECTED_EVERY == 0:
        gc.collect()
        # What is left are mostly modules; the next collection need not look through them.
        gc.freeze()


@pytest.fixture(autouse=True)
def home(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A home of the test's own: no test touches the user's files or finds MNIST by chance."""
    folder = tmp_path / "home"
    monkeypatch.setenv("DESKTOP_CVAE_HOME", str(folder))
    monkeypatch.delenv("DESKTOP_CVAE_MNIST", raising=False)
    # Tests look for the texts of the sources, whatever the machine speaks.
    monkeypatch.setenv("DESKTOP_CVAE_LANGUAGE", "en")
    return folder


@pytest.fixture(scope="session")
def mnist_dir() -> Path:
    """The folder with the four real MNIST files; skips the test where there is none."""
    named = os.environ.get("DESKTOP_CVAE_MNIST")
    folder = Path(named) if named else _REPOSITORY.parent / "shared" / "mnist"
    if not (folder / "t10k-images-idx3-ubyte.gz").is_file():
        pytest.skip("the real MNIST files are not here")
    return folder


@pytest.fixture(scope="session")
def tiny_spec() -> ModelSpec:
    """The smallest sensible CVAE."""
    return ModelSpec(
        preset="tiny",
        latent_dim=2,
        conditional=True,
        encoder=(Flatten(), Dense(4, "relu", label=True)),
        decoder=(Dense(4, "relu", label=True), Dense(784, "linear")),
    )


@pytest.fixture(scope="session")
def tiny_weights(tiny_spec: ModelSpec) -> dict[str, FloatArray]:
    """Random weights for ``tiny_spec``."""
    random = np.random.default_rng(0)
    return {
        name: random.normal(0, 0.1, shape).astype(np.float32)
        for name, shape in tiny_spec.tensors().items()
    }


@pytest.fixture
def tiny_model(tmp_path: Path, tiny_spec: ModelSpec, tiny_weights: dict[str, FloatArray]) -> Path:
    """A model file with random weights, one epoch of history and a preview."""
    path = tmp_path / "tiny.cvae"
    write_model_file(
        path,
        NewModel(
            name="tiny",
            spec=tiny_spec,
            training=TrainingConfig(epochs=1),
            weights=tiny_weights,
            history=(EpochRecord(1, LossTerms(3.5, 3.0, 0.5), LossTerms(3.6, 3.1, 0.5), 0.25),),
            metrics={"accuracy": 0.5},
            dataset_name="made up",
            dataset_digest="",
            command="desktop-cvae train --preset studio",
            preview=b"\x89PNG\r\n\x1a\n not a real picture",
        ),
    )
    return path


@pytest.fixture
def make_run(home: Path, tiny_spec: ModelSpec, tiny_weights: dict[str, FloatArray]) -> MakeRun:
    """Makes runs of ``tiny_spec`` in the test's home."""
    return MakeRun(tiny_spec, tiny_weights)
