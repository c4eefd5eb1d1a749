"""The sentences carry the numbers of the drawing, and invite to draw without one."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace

import numpy as np
import pytest
from fakes import FakeSource, draw_digit

from desktop_cvae.core.results import NoiseSetting
from desktop_cvae.core.specs import TrainingConfig
from desktop_cvae.gui.explanations import sentences
from desktop_cvae.gui.explanations.situation import (
    Situation,
    find_parts,
    find_prior,
    find_temperatures,
    find_variants,
    run_finders,
)
from desktop_cvae.gui.session import Question, Reply
from desktop_cvae.inference.opened_model import OpenedModel

Say = Callable[[Situation], list[str]]
TAKES = (
    sentences.say_seen,
    sentences.say_preparation,
    sentences.say_foreign,
    sentences.say_evidence,
    sentences.say_reconstruction,
    sentences.say_kl,
    sentences.say_nats,
    sentences.say_probability,
    sentences.say_calibrated,
    sentences.say_digit_probability,
    sentences.say_spread,
    sentences.say_elbo,
    sentences.say_posterior,
)
"""The sentences that need a drawing."""


@pytest.fixture
def model() -> OpenedModel:
    return FakeSource().load("studio", "onnx")


@pytest.fixture
def drawn(model: OpenedModel) -> Situation:
    """A drawn 7, with everything that the worker finds out."""
    answer = model.answer_picture(draw_digit(7), NoiseSetting(), None)
    reply = Reply(Question(draw_digit(7), None, NoiseSetting(), None), answer)
    found = (find_parts, find_variants, find_temperatures, find_prior)
    return run_finders(Situation(model, reply, 7), found)


@pytest.mark.parametrize("say", TAKES)
def test_without_a_drawing_everything_invites_to_draw(model: OpenedModel, say: Say) -> None:
    assert say(Situation(model))[-1] == sentences.INVITATION


@pytest.mark.parametrize("say", TAKES)
def test_with_a_drawing_nothing_does(drawn: Situation, say: Say) -> None:
    said = say(drawn)
    assert sentences.INVITATION not in said
    assert len(said) > 1


def test_evidence_is_minus_reconstruction_and_kl(drawn: Situation) -> None:
    reading = drawn.reading
    assert reading is not None
    total = reading.reconstruction_nats[7] + reading.kl_nats[7]
    assert reading.evidence_nats[7] == pytest.approx(-total, abs=1e-3)
    equation = sentences.evidence_equation(reading, 7)
    assert f"{reading.kl_nats[7]:.1f})" in equation
    assert any(equation in sentence for sentence in sentences.say_evidence(drawn))


def test_the_most_expensive_pixel_is_named(drawn: Situation) -> None:
    assert drawn.parts is not None
    nats = np.zeros((28, 28))
    nats[3, 5] = 12.0
    parts = replace(drawn.parts, pixel_nats=nats)
    said = sentences.say_reconstruction(replace(drawn, parts=parts))
    assert "(row 4, column 6) costs 12.0; the top hundred make up 100 %." in said[1]


def test_the_spread_is_that_of_the_variants(drawn: Situation) -> None:
    variants = np.ones((16, 28, 28), np.float32)
    variants[:8, 10, 20] = 0.4
    said = sentences.say_spread(replace(drawn, variants=variants))
    assert "by ±\N{NO-BREAK SPACE}30 % at most (row 11, column 21)" in said[1]


def test_a_model_that_cannot_reject_says_so(drawn: Situation) -> None:
    assert "accepts everything as a digit" in sentences.say_digit_probability(drawn)[1]


@pytest.mark.parametrize(("nats", "odds"), [(0, "1 : 1"), (10, "1 : 22"), (23.03, "1 : 10¹⁰")])
def test_odds_of_a_label_behind(nats: float, odds: str) -> None:
    assert sentences.gap_text(nats).startswith(odds)


def test_reasons_for_the_training_loss_follow_the_training(
    model: OpenedModel, drawn: Situation
) -> None:
    plain = TrainingConfig(
        augmentation=0, elastic=0, pen=0, crossed=0, noise_share=0, noise_level=0, damage=0
    )

    def reasons(training: TrainingConfig) -> str:
        entry = replace(model.entry, manifest=replace(model.manifest, training=training))
        return sentences.training_reasons(replace(drawn, model=replace(model, entry=entry)))

    assert "during training" not in reasons(plain)
    assert "some sevens and zeros are crossed" in reasons(replace(plain, crossed=0.5))
