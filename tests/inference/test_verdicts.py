"""Verdicts: what evidence, margin and digit score make of one picture."""

from __future__ import annotations

import dataclasses
from typing import Any

import numpy as np
import pytest
from fake_calibration import fake_calibration
from fakes import FakeEngine, draw_digit
from hypothesis import given
from hypothesis import strategies as st
from hypothesis.extra.numpy import arrays

from desktop_cvae.core.calibration import Calibration
from desktop_cvae.core.results import LabelScores, Verdict
from desktop_cvae.inference.digit_score import digit_scores, outlier_features
from desktop_cvae.inference.recognition import softmax
from desktop_cvae.inference.verdicts import USUAL, are_refused, calibrated, judge, neighbour_context

IMAGE = draw_digit(3)


@pytest.fixture(scope="module")
def scores() -> LabelScores:
    return FakeEngine().score(IMAGE[None])


def judged(
    scores: LabelScores, calibration: Calibration | None, refuse: float = 0.005, **wish: Any
) -> Verdict:
    (verdict,) = judge(scores, IMAGE[None], calibration, refuse, **wish)
    return verdict


def test_without_a_calibration_everything_is_a_digit(scores: LabelScores) -> None:
    verdict = judged(scores, None)
    assert (verdict.kind, verdict.labels) == ("digit", (3,))
    assert verdict.probability == softmax(scores.evidence_nats).max()


def test_a_low_score_is_no_digit(scores: LabelScores) -> None:
    verdict = judged(scores, fake_calibration(score=-5.0, unsure_margin=1e4))
    assert (verdict.kind, verdict.labels, verdict.is_digit) == ("not a digit", (), False)


@pytest.mark.parametrize(
    ("refuse", "kind"), [(0.0, "digit"), (0.001, "digit"), (0.01, "not a digit")]
)
def test_the_wish_decides_how_odd_is_too_odd(scores: LabelScores, refuse: float, kind: str) -> None:
    calibration = fake_calibration(score=-0.5, unsure_margin=0.0)
    assert judged(scores, calibration, refuse).kind == kind


def test_near_labels_are_named_the_best_first(scores: LabelScores) -> None:
    evidence = scores.evidence_nats[0]
    ranked = np.argsort(-evidence)
    gap = float(evidence[ranked[0]] - evidence[ranked[1]])
    verdict = judged(scores, fake_calibration(unsure_margin=gap + 1e-3))
    assert (verdict.kind, verdict.labels[:2]) == ("unsure", tuple(ranked[:2]))
    assert judged(scores, fake_calibration(unsure_margin=gap / 2)).labels == (3,)
    assert len(judged(scores, fake_calibration(unsure_margin=1e4)).labels) == 3


def test_a_label_that_a_rule_asks_for_is_unsure(scores: LabelScores) -> None:
    verdict = judged(scores, fake_calibration(unsure_margin=0.0), chosen=np.array([7]))
    assert (verdict.kind, verdict.labels) == ("unsure", (7, 3))
    assert verdict.probability == calibrated(scores.evidence_nats, fake_calibration())[0, 7]
    kept = judged(scores, fake_calibration(unsure_margin=0.0), chosen=np.array([3]))
    assert (kept.kind, kept.labels) == ("digit", (3,))


def test_a_calibration_without_a_score_refuses_nothing(scores: LabelScores) -> None:
    verdict = judged(scores, Calibration(temperature=2.0, unsure_margin=0.0))
    assert verdict.kind == "digit"
    expected = calibrated(scores.evidence_nats, Calibration(2.0, 0.0)).max()
    assert verdict.probability == pytest.approx(expected)


def test_a_piece_alone_is_judged_as_a_single_digit() -> None:
    assert neighbour_context(np.array([-3.0])) == pytest.approx(USUAL)


def test_neighbours_are_near_and_not_the_piece_itself() -> None:
    odds = np.zeros(9)
    odds[0] = 9.0
    context = neighbour_context(odds)
    np.testing.assert_allclose(context[1:4], (9 + USUAL) / np.array([5, 6, 7]))
    np.testing.assert_allclose(context[[0, 4]], USUAL / np.array([4, 7]))


def test_blank_pictures_are_refused_whatever_was_wished() -> None:
    images = np.stack([IMAGE, np.zeros_like(IMAGE)])
    scores = FakeEngine().score(images)
    assert are_refused(scores, images, None, 0.0).tolist() == [False, True]
    assert are_refused(scores, images, fake_calibration(), 0.01).tolist() == [False, True]


@given(arrays(np.float32, (10,), elements=st.floats(-2000, 0, width=32)), st.floats(0.1, 400))
def test_the_temperature_changes_no_order(evidence: np.ndarray, temperature: float) -> None:
    shares = calibrated(evidence[None], Calibration(temperature, 0.0))[0]
    assert shares.sum() == pytest.approx(1, abs=1e-5)
    assert shares[evidence.argmax()] == shares.max()


def _random(calibration: Calibration) -> Calibration:
    rng = np.random.default_rng(0)

    def some(values: tuple[float, ...]) -> tuple[float, ...]:
        return tuple(float(x) for x in rng.normal(0, 0.1, len(values)))

    return dataclasses.replace(
        calibration,
        hidden=some(calibration.hidden),
        outputs=some(calibration.outputs),
    )


@pytest.mark.parametrize("plain", [fake_calibration(), fake_calibration(latents=2)])
def test_a_score_does_not_depend_on_the_others_in_the_batch(plain: Calibration) -> None:
    images = np.stack([draw_digit(label) for label in range(10)])
    calibration = _random(plain)
    engine = FakeEngine()
    together = digit_scores(outlier_features(engine.score(images), images), calibration)
    alone = [
        digit_scores(outlier_features(engine.score(i[None]), i[None]), calibration) for i in images
    ]
    assert together == pytest.approx(np.concatenate(alone), rel=1e-6)
    assert np.isfinite(together).all()
    assert len(np.unique(together)) > 1


def test_extreme_pictures_have_finite_scores() -> None:
    images = np.stack([np.zeros((28, 28)), np.ones((28, 28))]).astype(np.float32)
    found = outlier_features(FakeEngine().score(images), images)
    assert np.isfinite(found.features).all()
    for calibration in (fake_calibration(), _random(fake_calibration(latents=2))):
        assert np.isfinite(digit_scores(found, calibration)).all()
