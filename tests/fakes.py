"""A model and a library without heavy libraries, for tests of what uses them."""

from __future__ import annotations

import io
import threading
from collections.abc import Sequence
from dataclasses import dataclass, field, replace
from pathlib import Path

import numpy as np

from desktop_cvae.core.calibration import Calibration
from desktop_cvae.core.errors import UsageError
from desktop_cvae.core.latent_maps import LatentMap, Plane
from desktop_cvae.core.network_presets import CONV_VAE, STUDIO
from desktop_cvae.core.priors import Prior
from desktop_cvae.core.results import (
    EpochRecord,
    FloatArray,
    IntArray,
    LabelScores,
    LossTerms,
    Posterior,
)
from desktop_cvae.core.specs import ModelSpec, TrainingConfig
from desktop_cvae.datasets.dataset import DigitDataset
from desktop_cvae.inference.engine import Engine
from desktop_cvae.inference.opened_model import OpenedModel
from desktop_cvae.library.manifest import FORMAT_VERSION, Manifest
from desktop_cvae.library.model_library import ModelEntry

Points = Sequence[tuple[float, float]]


def arc(cx: float, cy: float, rx: float, ry: float, start: float, end: float) -> list[tuple]:
    """Points of an ellipse's arc, angles in degrees, y down."""
    angles = np.radians(np.linspace(start, end, 16))
    return [(cx + rx * np.cos(a), cy + ry * np.sin(a)) for a in angles]


STROKES: dict[int, list[Points]] = {
    0: [arc(0.5, 0.5, 0.28, 0.38, 0, 360)],
    1: [[(0.5, 0.1), (0.5, 0.9)]],
    2: [[*arc(0.5, 0.32, 0.25, 0.22, 180, 380), (0.25, 0.88), (0.8, 0.88)]],
    3: [arc(0.45, 0.3, 0.25, 0.2, 200, 450), arc(0.45, 0.69, 0.28, 0.2, 270, 500)],
    4: [[(0.6, 0.9), (0.6, 0.1), (0.2, 0.62), (0.82, 0.62)]],
    5: [[(0.75, 0.12), (0.34, 0.12), (0.3, 0.45), *arc(0.45, 0.65, 0.28, 0.23, 250, 500)]],
    6: [[(0.66, 0.1), (0.35, 0.45), *arc(0.5, 0.68, 0.23, 0.21, 180, 540)]],
    7: [[(0.22, 0.12), (0.78, 0.12), (0.42, 0.9)]],
    8: [arc(0.5, 0.3, 0.2, 0.19, 0, 360), arc(0.5, 0.7, 0.25, 0.21, 0, 360)],
    9: [[*arc(0.48, 0.32, 0.22, 0.21, 0, 360), (0.68, 0.34), (0.58, 0.9)]],
}
"""How the fakes write digits: lines in the unit square, y down."""


def draw_digit(label: int, slant: float = 0.0, widen: float = 0.0, pen: float = 1.3) -> FloatArray:
    """A digit as float32, (28, 28), ink = 1, in MNIST's 20×20 box."""
    rows, columns = np.mgrid[0:28, 0:28] + 0.5
    distance = np.full((28, 28), np.inf)
    for line in STROKES[label]:
        points = np.array(line)
        x = 14 + 25 * ((points[:, 0] - 0.5) * (1 + widen) - slant * (points[:, 1] - 0.5))
        y = 14 + 25 * (points[:, 1] - 0.5)
        for x0, y0, x1, y1 in zip(x, y, x[1:], y[1:], strict=False):
            dx, dy = x1 - x0, y1 - y0
            length = max(dx * dx + dy * dy, 1e-9)
            t = np.clip(((columns - x0) * dx + (rows - y0) * dy) / length, 0, 1)
            distance = np.minimum(distance, np.hypot(columns - x0 - t * dx, rows - y0 - t * dy))
    return np.clip(pen + 0.5 - distance, 0, 1).astype(np.float32)


@dataclass
class FakeEngine:
    """Answers by the distance to ten drawn digits; the latents are slant and width.

    ``gate`` holds every score back while it is cleared; ``scored`` counts them.
    """

    spec: ModelSpec = STUDIO
    name: str = "onnx"
    scored: int = 0
    gate: threading.Event = field(default_factory=threading.Event)
    prior: Prior = None  # type: ignore[assignment]

    def __post_init__(self) -> None:
        self.gate.set()
        if self.prior is None:
            self.prior = Prior.standard_normal(self.spec.score_count, self.spec.latent_dim)
        self._templates = np.stack([draw_digit(label % 10) for label in self._labels()])

    def encode(self, images: FloatArray, labels: IntArray | None) -> Posterior:
        """Slant from the image's moments, the rest zeros."""
        mean = np.zeros((len(images), self.spec.latent_dim), np.float32)
        mean[:, :2] = [self._hand(image) for image in images]
        return Posterior(mean, np.full_like(mean, -2.0))

    def decode(self, latents: FloatArray, labels: IntArray | None) -> FloatArray:
        """The drawn digit with slant and width of the first two latents."""
        if labels is None:
            labels = np.zeros(len(latents), np.int64)
        hands = np.clip(latents[:, :2], -3, 3) * (0.15, 0.1)
        drawn = [draw_digit(int(k) % 10, *hand) for k, hand in zip(labels, hands, strict=True)]
        return np.stack(drawn) if drawn else np.zeros((0, 28, 28), np.float32)

    def score(self, images: FloatArray) -> LabelScores:
        """Squared distance to every template, in place of nats."""
        assert self.gate.wait(20)
        self.scored += len(images)
        labels = len(self._templates)
        distances = ((images[:, None] - self._templates[None]) ** 2).sum(axis=(2, 3))
        means = np.repeat(self.encode(images, None).mean[:, None], labels, axis=1)
        return LabelScores(
            reconstructions=np.repeat(self._templates[None], len(images), axis=0),
            reconstruction_nats=(60 + distances).astype(np.float32),
            kl_nats=(0.5 * (means**2).sum(axis=2) + 1).astype(np.float32),
            latent_means=means,
        )

    def _labels(self) -> range:
        return range(self.spec.score_count)

    def _hand(self, image: FloatArray) -> tuple[float, float]:
        rows, columns = np.mgrid[0:28, 0:28] - 13.5
        mass = max(float(image.sum()), 1e-6)
        return (
            float(-4 * (image * rows * columns).sum() / mass / 30),
            float(((image * columns**2).sum() / mass - 14) / 20),
        )


def fake_entry(
    name: str = "studio", spec: ModelSpec = STUDIO, accuracy: float = 0.9951
) -> ModelEntry:
    """An entry of a library without a file."""
    manifest = Manifest(
        format_version=FORMAT_VERSION,
        name=name,
        spec=spec,
        training=TrainingConfig(epochs=12),
        dataset_name="mnist",
        dataset_digest="",
        metrics={"accuracy": accuracy},
        packages={},
        command="",
        created="2026-01-01T00:00:00+00:00",
        members={"weights.safetensors": "0" * 64},
    )
    return ModelEntry(name, Path(f"{name}.cvae"), True, manifest)


def fake_model(
    engine: Engine | None = None, calibration: Calibration | None = None, name: str = "studio"
) -> OpenedModel:
    """An opened model of no file."""
    engine = engine or FakeEngine()
    entry = fake_entry(name, engine.spec)
    manifest = replace(entry.manifest, calibration=calibration)
    return OpenedModel(replace(entry, manifest=manifest), engine, fake_history())


def fake_history(epochs: int = 12) -> tuple[EpochRecord, ...]:
    """A training that went well."""

    def terms(epoch: int, gap: float) -> LossTerms:
        kl = 20 + 4 * (1 - np.exp(-epoch / 3))
        total = 98 + 60 * np.exp(-epoch / 2.5) + gap
        return LossTerms(float(total), float(total - kl), float(kl))

    return tuple(
        EpochRecord(epoch, terms(epoch, 0.0), terms(epoch, 1.5), 20.0)
        for epoch in range(1, epochs + 1)
    )


def fake_map(engine: Engine, count: int = 300) -> LatentMap:
    """Ten clouds in the plane of the first two latents."""
    rng = np.random.default_rng(5)
    labels = np.arange(count) % 10
    around = np.stack([np.cos(labels * 0.63), np.sin(labels * 0.63)], axis=1)
    points = (1.8 * around + 0.45 * rng.standard_normal((count, 2))).astype(np.float32)
    return flat_map(points, labels, engine.spec.latent_dim)


def flat_map(
    points: FloatArray, labels: IntArray, latent_dim: int = 2, explained: float = 0.82
) -> LatentMap:
    """A map of codes that lie in the plane of the first two dimensions; two are shown as such."""
    axes = np.eye(2, latent_dim, dtype=np.float32)
    dimensions = (0, 1) if latent_dim == 2 else None
    plane = Plane(np.zeros(latent_dim, np.float32), axes, explained, dimensions)
    codes = np.zeros((len(points), latent_dim), np.float32)
    codes[:, :2] = points
    kl_nats = np.linspace(2, 0.1, latent_dim, dtype=np.float32)
    return LatentMap(codes, labels.astype(np.int64), np.arange(len(codes)), kl_nats, plane)


class FakeSource:
    """A library of two models: one with labels and one without."""

    def __init__(self) -> None:
        self.engine = FakeEngine()
        self.plain_spec = replace(CONV_VAE, latent_dim=2)
        self.entries = [fake_entry(), fake_entry("plain", self.plain_spec)]
        self.loads: list[tuple[str, str]] = []

    def models(self) -> list[ModelEntry]:
        """Both."""
        return self.entries

    def load(self, name_or_path: str, kind: str) -> OpenedModel:
        """One of them, by name or by its file's name."""
        self.loads.append((name_or_path, kind))
        for entry in self.entries:
            if name_or_path in (entry.name, str(entry.path)):
                is_studio = entry.name == "studio"
                engine = self.engine if is_studio else FakeEngine(self.plain_spec)
                engine.name = kind
                return OpenedModel(entry, engine, fake_history())
        raise UsageError(f"There is no model “{name_or_path}”.")

    def add(self, path: Path) -> ModelEntry:
        """Take any file for a model."""
        entry = fake_entry(path.stem)
        self.entries.append(replace(entry, path=path))
        return self.entries[-1]

    def latent_map(self, model: OpenedModel) -> LatentMap | None:
        """A made-up map."""
        return fake_map(model.engine)

    def test_digits(self) -> DigitDataset | None:
        """Every drawn digit twelve times."""
        labels = np.arange(120) % 10
        drawn = np.stack([draw_digit(int(label)) for label in labels])
        return DigitDataset(np.rint(255 * drawn).astype(np.uint8), labels)

    def remove(self, name: str) -> None:
        """Take it from the list."""
        self.entries = [entry for entry in self.entries if entry.name != name]

    def rename(self, name: str, new_name: str) -> ModelEntry:
        """Change it in the list."""
        changed = {e.name: replace(e, name=new_name) if e.name == name else e for e in self.entries}
        self.entries = list(changed.values())
        return changed[name]


class Terminal(io.StringIO):
    """Somebody watches."""

    def isatty(self) -> bool:
        return True
