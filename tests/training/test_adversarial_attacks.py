"""Adversarial attacks: what is found for Keras fools the engine that reads, and no less would."""

from __future__ import annotations

import numpy as np
import numpy.typing as npt
import pytest
from fakes import draw_digit, fake_entry

from desktop_cvae.core.layers import Dense, Flatten
from desktop_cvae.core.results import FloatArray
from desktop_cvae.core.specs import ModelSpec
from desktop_cvae.evaluation.adversarial_robustness import verify_attack
from desktop_cvae.inference.onnx_engine import OnnxEngine
from desktop_cvae.inference.opened_model import OpenedModel
from desktop_cvae.model.differentiable_evidence import DifferentiableEvidence
from desktop_cvae.model.keras_engine import KerasEngine

pytest.importorskip("foolbox")
from desktop_cvae.training.adversarial_attacks import AttackGoal, smallest_changes

SPEC = ModelSpec(
    preset="templates",
    latent_dim=2,
    conditional=True,
    encoder=(Flatten(), Dense(4, "relu", label=True)),
    decoder=(Dense(10, "relu", label=True), Dense(784, "linear")),
)
LABELS = np.array([1, 4, 7, 8], np.int64)
IMAGES = np.stack([draw_digit(int(label), slant=0.1) for label in LABELS])
LOGITS = np.stack([4 * draw_digit(label).reshape(-1) - 2 for label in range(10)])
"""Each label's decoder always draws its one digit: the evidence is linear in the picture, and
the smallest change is known."""
STEPS = 60


@pytest.fixture(scope="module")
def reader() -> tuple[OpenedModel, DifferentiableEvidence]:
    """The same network in both engines."""
    weights = {name: np.zeros(shape, np.float32) for name, shape in SPEC.tensors().items()}
    weights["decoder.0.dense.label_kernel"] = np.eye(10, dtype=np.float32)
    weights["decoder.1.dense.kernel"] = LOGITS.astype(np.float32)
    model = OpenedModel(fake_entry(spec=SPEC), OnnxEngine(SPEC, weights))
    return model, DifferentiableEvidence(KerasEngine(SPEC, weights))


def least(image: FloatArray, label: int, other: int, norm: str) -> float:
    """Less than this does not turn a label into another."""
    weight = (LOGITS[other] - LOGITS[label]).astype(np.float64)
    pixels = image.reshape(-1).astype(np.float64)
    constants = np.log1p(np.exp(LOGITS)).sum(axis=1)
    gap = constants[other] - constants[label] - weight @ pixels
    if norm == "l0":
        gains = np.sort(np.where(weight > 0, weight * (1 - pixels), -weight * pixels))[::-1]
        return int(np.searchsorted(gains.cumsum(), gap)) + 1
    size = np.sqrt((weight**2).sum()) if norm == "l2" else np.abs(weight).sum()
    return float(gap / size)


def bounds(norm: str) -> npt.NDArray[np.float64]:
    """The least that turns each picture into any other label."""
    return np.array(
        [
            min(least(image, label, other, norm) for other in range(10) if other != label)
            for image, label in zip(IMAGES, LABELS.tolist(), strict=True)
        ]
    )


@pytest.mark.parametrize(("norm", "slack"), [("l2", 1.2), ("linf", 1.25), ("l0", 1.05)])
def test_the_smallest_change_fools_the_programs_own_engine(
    reader: tuple[OpenedModel, DifferentiableEvidence], norm: str, slack: float
) -> None:
    model, evidence = reader
    told: list[float] = []

    def tell(done: float, total: int) -> None:
        told.append(done / total)

    changed = smallest_changes(evidence, IMAGES, LABELS, norm, tell=tell, steps=STEPS)
    assert changed.min() >= 0
    assert changed.max() <= 1
    found = verify_attack(model, IMAGES, changed, LABELS, norm, 0.0)
    assert found.fooled == len(IMAGES)
    assert (found.distances >= 0.999 * bounds(norm)).all()
    # Pixels end at black and white, which the bound for L2 and L∞ does not know.
    assert (found.distances <= slack * bounds(norm)).all()
    assert told == sorted(told)
    assert told[-1] == 1


def test_it_aims_at_a_label_by_a_margin(
    reader: tuple[OpenedModel, DifferentiableEvidence],
) -> None:
    model, evidence = reader
    changed = smallest_changes(evidence, IMAGES, LABELS, "l2", AttackGoal(3, 5.0), steps=STEPS)
    for reading in model.read(changed, test_time_augmentation=False):
        others = np.delete(reading.evidence_nats, 3)
        assert 5.0 - 1e-3 < reading.evidence_nats[3] - others.max() < 15.0


def test_what_cannot_be_broken_stays_as_it_is(
    reader: tuple[OpenedModel, DifferentiableEvidence],
) -> None:
    changed = smallest_changes(reader[1], IMAGES, LABELS, "l2", AttackGoal(3, 1e6), steps=5)
    assert np.array_equal(changed, IMAGES)
