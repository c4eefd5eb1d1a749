"""A measurement's parts add up to what would be measured at once."""

from __future__ import annotations

from collections import Counter

import numpy as np
import pytest
from fake_calibration import fake_calibration
from fakes import FakeEngine, draw_digit, fake_model

from desktop_cvae.core.network_presets import CONV_VAE
from desktop_cvae.core.tasks import result_of
from desktop_cvae.datasets.dataset import DigitDataset
from desktop_cvae.evaluation import measurement
from desktop_cvae.evaluation.as_read import AsRead
from desktop_cvae.evaluation.corruption_curves import NOISE, SHIFT, CurvePoint
from desktop_cvae.evaluation.measurement import (
    ChunkResult,
    LevelResult,
    ModelFindings,
    OutlierResult,
    choose_digits,
    measure,
    pictures_at,
)
from desktop_cvae.evaluation.scorecard import score_pictures

LEVELS = [(NOISE, NOISE.levels[-1]), (SHIFT, 0), (SHIFT, 2)]


@pytest.fixture
def digits() -> DigitDataset:
    """Twenty digits of the fake; one in five is called by the next label's name."""
    labels = np.arange(20) % 10
    drawn = np.stack([draw_digit(int(label), 0.1 * (at > 9)) for at, label in enumerate(labels)])
    wrong = (labels + (np.arange(20) % 5 == 0)) % 10
    return DigitDataset(np.rint(255 * drawn).astype(np.uint8), wrong)


def test_parts_of_all_models_in_turn_add_up(
    digits: DigitDataset, monkeypatch: pytest.MonkeyPatch
) -> None:
    for name, size in (("CHUNK", 8), ("OUTLIERS", 3), ("AS_READ", 2), ("_LEVELS", LEVELS)):
        monkeypatch.setattr(measurement, name, size)
    models = [
        fake_model(calibration=fake_calibration()),
        fake_model(FakeEngine(CONV_VAE), name="plain"),
    ]
    findings = [ModelFindings(model, model.name) for model in models]
    assert findings[0].readings is findings[0].rejection is findings[0].accuracy is None
    assert findings[0].confusion is findings[0].reliability is None
    assert findings[0].rejected_fraction(0.01) is None
    assert len(findings[0].indices_of(1, 1)) == 0
    indices = choose_digits(digits, 18)
    assert len(set(indices.tolist())) == 18
    assert choose_digits(digits, 99).tolist()[:18] == indices.tolist() != sorted(indices)
    steps = list(measure(models, digits, indices))
    # Three parts: both are scored; one rejects, and is read at three levels.
    kinds = Counter((step.at, type(step.result)) for step in steps)
    assert kinds == {
        (0, ChunkResult): 3,
        (1, ChunkResult): 3,
        (0, OutlierResult): 3,
        (0, AsRead): 3,
        (0, LevelResult): 9,
    }
    assert [(step.done, step.total) for step in steps] == [(n, 21) for n in range(1, 22)]
    assert [step.at for step in steps[:2]] == [0, 1]
    for step in steps:
        findings[step.at].add(step.result)
    found, plain = findings
    images = pictures_at(digits, indices)
    assert np.array_equal(images, digits.floats()[indices])
    card, readings = result_of(score_pictures(models[0], images, digits.labels[indices]))
    assert found.n == plain.n == card.n == 18
    assert np.array_equal(found.readings.read, readings.read)
    assert np.array_equal(found.readings.confidence, readings.confidence)
    assert found.accuracy == card.accuracy == (readings.read == readings.labels).mean() < 1
    assert np.array_equal(found.confusion, card.confusion)
    assert found.reliability.error == pytest.approx(card.expected_calibration_error)
    assert found.mean("neg_elbo_at_mean_nats") == pytest.approx(card.neg_elbo_at_mean_nats)
    assert found.rejected_fraction(0.0) == 0
    assert np.array_equal(found.rejection.digits, readings.digit_scores)
    # Three outliers of each full part, and two of the last.
    assert len(found.rejection.others) == 8
    assert found.as_read.n == 6
    missed = found.indices_of(1, 0)
    assert len(missed) == found.confusion[1, 0] > 0
    assert set(missed.tolist()) <= set(indices.tolist())
    assert all(digits.labels[missed] == 1)
    right = round(18 * card.accuracy)
    assert found.points(NOISE)[0] == CurvePoint(0.0, 18, right)
    assert [(point.level, point.n) for point in found.points(NOISE)[1:]] == [(LEVELS[0][1], 18)]
    assert [(point.level, point.n) for point in found.points(SHIFT)] == [(0, 18), (2, 18)]
    assert plain.readings is plain.rejection is None
    assert plain.points(NOISE) == plain.points(SHIFT) == ()
