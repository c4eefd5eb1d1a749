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

from desktop_cvae.core.calibration import SHAPE_NETWORK, Calibration
from desktop_cvae.core.results import LabelScores, Verdict
from desktop_cvae.inference import verdicts
from desktop_cvae.inference.digit_score import digit_scores, outlier_features
from desktop_cvae.inference.evidence import softmax
from desktop_cvae.inference.verdicts import USUAL, calibrated, judge, neighbour_context

IMAGE = draw_digit(3)


def refusals(*asked: Any, **how: bool) -> list[bool]:
    """Which pictures are none, by what :func:`judge` is asked."""
    return [not verdict.is_digit for verdict in judge(*asked, **how)]


@pytest.fixture(scope="module")
def scores() -> LabelScores:
    return FakeEngine().score(IMAGE[None])


def judged(
    scores: LabelScores,
    calibration: Calibration | None,
    false_rejection_rate: float = 0.005,
    **wish: Any,
) -> Verdict:
    (verdict,) = judge(scores, IMAGE[None], calibration, false_rejection_rate, **wish)
    return verdict


def test_without_a_calibration_everything_is_a_digit(scores: LabelScores) -> None:
    verdict = judged(scores, None)
    assert (verdict.kind, verdict.labels) == ("digit", (3,))
    assert verdict.probability == softmax(scores.evidence_nats).max()


def test_a_low_score_is_no_digit(scores: LabelScores) -> None:
    verdict = judged(scores, fake_calibration(score=-5.0, unsure_margin=1e4))
    assert (verdict.kind, verdict.labels, verdict.is_digit) == ("not a digit", (), False)


@pytest.mark.parametrize(
    ("false_rejection_rate", "kind"), [(0.0, "digit"), (0.001, "digit"), (0.01, "not a digit")]
)
def test_the_wish_decides_how_odd_is_too_odd(
    scores: LabelScores, false_rejection_rate: float, kind: str
) -> None:
    calibration = fake_calibration(score=-0.5, unsure_margin=0.0)
    assert judged(scores, calibration, false_rejection_rate).kind == kind


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
    assert refusals(scores, images, fake_calibration(), 0.0) == [False, True]
    assert refusals(scores, images, fake_calibration(), 0.01) == [False, True]


def test_how_like_a_digit_is_said_where_that_is_known() -> None:
    images = np.stack([IMAGE, np.zeros_like(IMAGE)])
    scores = FakeEngine().score(images)
    like = judge(scores, images, fake_calibration(score=2.0), 0.01)[0]
    assert like.digit_log_odds == pytest.approx(2.0)
    assert like.digit_probability == pytest.approx(1 / (1 + np.exp(-2.0)))
    for cannot_tell in (None, Calibration(2.0, 3.0)):
        assert judge(scores, images, cannot_tell, 0.01)[0].digit_probability is None


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


WITH_SHAPES = fake_calibration(latents=FakeEngine().spec.latent_dim, shapes=SHAPE_NETWORK)


@pytest.mark.parametrize("plain", [fake_calibration(), WITH_SHAPES])
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
    for calibration in (fake_calibration(), _random(WITH_SHAPES)):
        assert np.isfinite(digit_scores(found, calibration)).all()


@pytest.mark.parametrize(
    ("odds", "beside", "refused"),
    [
        # A sure neighbour counts as 4 above the middle, which is 1: by 1.5 · ((4 + 1.2)/2 − 1.2).
        (-2.05, 100.0, False),
        (-2.15, 100.0, True),
        # A sure letter counts as 4 below: by 1.5 · ((−4 + 1.2)/2 − 1.2).
        (3.95, -100.0, False),
        (3.85, -100.0, True),
        # Between them: 1.5 · ((0.2 + 1.2)/2 − 1.2).
        (0.8, 1.2, False),
        (0.7, 1.2, True),
    ],
)
def test_a_neighbour_counts_one_and_a_half_times(
    monkeypatch: pytest.MonkeyPatch, odds: float, beside: float, refused: bool
) -> None:
    monkeypatch.setattr(verdicts, "digit_scores", lambda *_: np.array([odds, beside]))
    images = np.stack([IMAGE, IMAGE])
    scores = FakeEngine().score(images)
    found = refusals(scores, images, fake_calibration(), 0.01, are_neighbours=True)
    assert found[0] == refused
    alone = refusals(scores, images, fake_calibration(), 0.01)
    assert alone == [odds < 0, beside < 0]


@pytest.mark.parametrize(("odds", "refused"), [(-1e-9, True), (0.0, False)])
def test_the_threshold_itself_is_a_digit(
    monkeypatch: pytest.MonkeyPatch, odds: float, refused: bool
) -> None:
    monkeypatch.setattr(verdicts, "digit_scores", lambda *_: np.array([odds]))
    scores = FakeEngine().score(IMAGE[None])
    assert refusals(scores, IMAGE[None], fake_calibration(), 0.01) == [refused]
    assert refusals(scores, IMAGE[None], None, 0.01) == [False]


def test_a_blank_picture_without_a_calibration_is_taken_at_its_word() -> None:
    blank = np.zeros((1, 28, 28), np.float32)
    scores = FakeEngine().score(blank)
    assert judge(scores, blank, None, 0.01)[0].kind == "digit"
    assert judge(scores, blank, fake_calibration(), 0.0)[0].kind == "not a digit"


def test_labels_nearer_than_the_margin_are_named() -> None:
    scores = FakeEngine().score(np.stack([IMAGE] * 2))
    nats, kl = np.full((2, 10), 900, np.float32), np.zeros((2, 10), np.float32)
    nats[:, [7, 2, 5, 1]] = [10, 12, 11, 14]
    scores = dataclasses.replace(scores, reconstruction_nats=nats, kl_nats=kl)
    calibration = fake_calibration(unsure_margin=2.0, temperature=4.0)
    images, chosen = np.stack([IMAGE] * 2), np.array([7, 2])
    first, bent = judge(scores, images, calibration, 0.0, chosen)
    assert (first.kind, first.labels) == ("unsure", (7, 5))  # two behind is not nearer than two
    assert (bent.kind, bent.labels) == ("unsure", (2, 7, 5))
    shares = np.exp(-np.array([10, 12, 11, 14]) / 4)
    assert first.probability == pytest.approx(shares[0] / shares.sum(), rel=1e-5)
    assert bent.probability == pytest.approx(shares[1] / shares.sum(), rel=1e-5)
