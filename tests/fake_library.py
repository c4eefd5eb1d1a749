"""A program with two models that answer at once, and pictures for them."""

from __future__ import annotations

import dataclasses
from collections.abc import Callable
from pathlib import Path

import numpy as np
import pytest
from fakes import FakeEngine, draw_digit

from desktop_cvae.core import paths
from desktop_cvae.core.specs import ModelSpec, TrainingConfig
from desktop_cvae.inference import opened_model
from desktop_cvae.library.model_file import NewModel, write_model_file
from desktop_cvae.library.model_library import ModelEntry
from desktop_cvae.pictures.contact_sheets import encode_png

DrawPng = Callable[[str, int], Path]


@pytest.fixture
def models(tmp_path: Path, tiny_spec: ModelSpec, monkeypatch: pytest.MonkeyPatch) -> Path:
    """The program's models: ``studio`` with labels and ``plain`` without, answered by fakes."""
    folder = tmp_path / "shipped"
    monkeypatch.setattr(paths, "pretrained_dir", lambda: folder)
    monkeypatch.setattr(opened_model, "open_engines", _open_fakes)
    plain = dataclasses.replace(tiny_spec.without_labels(), preset="plain")
    for name, spec in (("studio", tiny_spec), ("plain", plain)):
        write_model_file(
            folder / f"{name}.cvae",
            NewModel(
                name=name,
                spec=spec,
                training=TrainingConfig(epochs=3),
                weights={n: np.zeros(s, np.float32) for n, s in spec.tensors().items()},
                history=(),
                metrics={"neg_elbo_nats": 123.456}
                | ({"accuracy": 0.9951} if spec is tiny_spec else {}),
                dataset_name="made up",
                dataset_digest="",
                command=f"desktop-cvae train --output {name}.cvae",
            ),
        )
    return folder


@pytest.fixture
def pictures(tmp_path: Path) -> Path:
    """A folder with the digits 0 to 3, ``0.png`` to ``3.png``, and a text file."""
    folder = tmp_path / "pictures"
    folder.mkdir()
    for digit in range(4):
        draw_png(folder / f"{digit}.png", digit)
    (folder / "notes.txt").write_text("no picture")
    return folder


def draw_png(path: Path, digit: int) -> Path:
    """Write a digit as a PNG, white on black."""
    path.write_bytes(encode_png(np.rint(255 * draw_digit(digit)).astype(np.uint8)))
    return path


def _open_fakes(entry: ModelEntry, kind: str = "onnx") -> tuple[FakeEngine, None]:
    return FakeEngine(entry.manifest.spec), None
