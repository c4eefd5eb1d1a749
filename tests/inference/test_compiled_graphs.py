"""Every model of a network that was compiled opens without compiling."""

from __future__ import annotations

import dataclasses
from pathlib import Path

import numpy as np
import pytest

from desktop_cvae.core.errors import DamagedModelFile
from desktop_cvae.core.presets import PRESETS
from desktop_cvae.core.specs import ModelSpec, TrainingConfig
from desktop_cvae.inference.compiled_graphs import (
    compiled_graph,
    fill_template,
    is_compiled,
    keep_template,
    template_of,
)
from desktop_cvae.inference.litert_engine import LiteRTEngine
from desktop_cvae.library.compiled_cache import store_graph
from desktop_cvae.library.model_file import NewModel, read_model_file, write_model_file
from desktop_cvae.library.model_library import find_model


def new_model(path: Path, spec: ModelSpec, seed: int = 0) -> None:
    random = np.random.default_rng(seed)
    weights = {
        name: random.uniform(0.01, 0.02, shape).astype(np.float32)
        for name, shape in spec.tensors().items()
    }
    training = TrainingConfig(epochs=1)
    new = NewModel(name=path.stem, spec=spec, training=training, weights=weights)
    write_model_file(path, new)


@pytest.mark.parametrize("preset", PRESETS)
def test_any_weights_of_a_preset_open_at_once(preset: str, tmp_path: Path) -> None:
    path, spec = tmp_path / "mine.cvae", PRESETS[preset].spec
    # Neither a network's name nor its labels' names are in its graph.
    names = tuple("ABCDEFGHIJ")
    new_model(path, dataclasses.replace(spec, preset="mine", label_names=names))
    entry = find_model(str(path))
    assert is_compiled(entry)
    graph = compiled_graph(entry)
    assert graph is not None
    answers = LiteRTEngine(graph, spec).score(np.zeros((1, 28, 28), np.float32))
    assert np.isfinite(answers.evidence_nats).all()


def test_an_unknown_network_is_not_compiled_until_its_template_is_kept(tmp_path: Path) -> None:
    spec = PRESETS["conv_cvae"].spec
    other = dataclasses.replace(spec, latent_dim=9)
    path = tmp_path / "mine.cvae"
    new_model(path, other)
    entry = find_model(str(path))
    assert not is_compiled(entry)
    assert compiled_graph(entry) is None
    store_graph(entry.manifest.weights_sha256, b"whole")
    assert is_compiled(entry)
    assert compiled_graph(entry) == b"whole"


def test_a_whole_graph_comes_before_a_template_that_did_not_answer_right(tmp_path: Path) -> None:
    path, spec = tmp_path / "mine.cvae", PRESETS["conv_cvae"].spec
    new_model(path, spec)
    entry = find_model(str(path))
    assert compiled_graph(entry) != b"whole"
    store_graph(entry.manifest.weights_sha256, b"whole")
    assert compiled_graph(entry) == b"whole"


def test_a_template_is_kept_by_network(tmp_path: Path) -> None:
    spec = PRESETS["conv_cvae"].spec
    known = template_of(spec)
    assert known is not None
    other = dataclasses.replace(spec, heads_see_label=False)
    assert template_of(other) is None
    keep_template(known, spec, tmp_path)
    (kept, _) = sorted(tmp_path.iterdir())
    assert kept.read_bytes() == known.pack()


def test_a_file_that_was_replaced_meanwhile_is_refused(tmp_path: Path) -> None:
    path, spec = tmp_path / "mine.cvae", PRESETS["conv_cvae"].spec
    new_model(path, spec)
    entry = find_model(str(path))
    new_model(path, spec, seed=1)
    with pytest.raises(DamagedModelFile, match="replaced while it was opened"):
        compiled_graph(entry)


def test_filling_takes_weights_with_their_normalisation() -> None:
    entry = find_model("dense_cvae")
    template = template_of(entry.manifest.spec)
    assert template is not None
    weights = read_model_file(entry.path).weights
    assert fill_template(template, entry.manifest.spec, weights) == compiled_graph(entry)
