"""The sentences carry the numbers of the drawing, and invite to draw without one."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from typing import Any

import numpy as np
import pytest
from fakes import FakeSource, draw_digit, flat_map

from desktop_cvae.core.calibration import Calibration
from desktop_cvae.core.preparation_names import PREPARATIONS
from desktop_cvae.core.results import Candidate, NoiseSetting, Thought, Verdict
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
from desktop_cvae.gui.latent.latent_jobs import Agreement
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
    each = {
        "some sevens and zeros are crossed": {"crossed": 0.5},
        "rotated, bent": {"augmentation": 0.5},
        "bent or drawn": {"elastic": 0.5},
        "with another pen": {"pen": 0.5},
        "digits are noisy": {"noise_share": 0.5, "noise_level": 0.5},
        "lines, blots": {"damage": 0.5},
    }
    for words, changes in each.items():
        assert words in reasons(replace(plain, **changes))
        assert reasons(replace(plain, **changes)).count("digits are ") <= 1
    assert "noisy" not in reasons(replace(plain, noise_share=0.5))
    both = reasons(replace(plain, crossed=0.5, damage=0.5))
    assert "crossed and some digits have lines" in both


def with_reading(situation: Situation, **changes: Any) -> Situation:
    """The same drawing, read otherwise."""
    reply, reading = situation.reply, situation.reading
    assert reply is not None
    assert reading is not None
    answer = replace(reply.answer, recognition=replace(reading, **changes))
    return replace(situation, reply=replace(reply, answer=answer))


def calibrated(situation: Situation, temperature: float) -> Situation:
    model = situation.model
    assert model is not None
    calibration = Calibration(temperature, 3.0, digits=10_000)
    manifest = replace(model.manifest, calibration=calibration)
    return replace(situation, model=replace(model, entry=replace(model.entry, manifest=manifest)))


def test_calibration_says_in_which_direction_the_nats_are_wrong(drawn: Situation) -> None:
    assert drawn.reading is not None
    (_, never) = sentences.say_probability(drawn)
    assert "never calibrated" in never
    for temperature, word in ((1.5, "overconfident"), (0.8, "more often")):
        said = sentences.say_calibrated(calibrated(drawn, temperature))
        assert word in said[1]
        assert f"T = {temperature}" in said[2]
        assert "On 10\N{NO-BREAK SPACE}000 unseen digits" in said[2]
        assert len(said) == 3
    winner = drawn.reading.label
    assert winner is not None
    best = float(drawn.reading.probabilities[winner])
    doubted = with_reading(drawn, verdict=Verdict("unsure", (winner, 0), best / 2))
    said = sentences.say_probability(calibrated(doubted, 1.5))
    assert sentences.percent_text(best) in said[2]
    assert f"doubt <b>{sentences.percent_text(best / 2)}</b> are left" in said[3]


def test_views_and_thinking_say_why_the_list_has_other_nats(drawn: Situation) -> None:
    assert drawn.reading is not None
    assert drawn.parts is not None
    own = sentences.nats_text(float(drawn.parts.pixel_nats.sum()))
    kl = sentences.nats_text(drawn.parts.kl.total)
    assert sentences.views_sentence(drawn) == []
    assert len(sentences.say_kl(drawn)) == 2
    other = drawn.reading.reconstruction_nats + 3
    seen = with_reading(drawn, views=11, reconstruction_nats=other)
    (sentence,) = sentences.views_sentence(seen)
    listed = sentences.nats_text(float(other[7]))
    assert f"11 slightly rotated and shifted views (test-time augmentation): {listed}" in sentence
    assert sentence.endswith(f"costs {own}.")
    assert (
        f"average over 11 views of the drawing; for the drawing as it is, it is {kl}"
        in (sentences.say_kl(seen)[2])
    )
    thought = with_reading(seen, thought=Thought(12, 12, 3.0))
    (sentence,) = sentences.views_sentence(thought)
    assert sentence.endswith(f"with which the drawing costs {own}.")
    assert f"the encoder's own KL is {kl}" in sentences.say_kl(thought)[2]
    assert any(sentence in said for said in sentences.say_evidence(thought))


def test_noise_is_told_unless_the_list_differs_anyway(drawn: Situation) -> None:
    assert drawn.parts is not None
    noisy = replace(drawn, parts=replace(drawn.parts, flip=0.052))
    said = " ".join(sentences.say_reconstruction(noisy))
    assert "5.2 % of the pixels by chance" in said
    assert "flipped" not in " ".join(sentences.say_reconstruction(with_reading(noisy, views=11)))


def test_a_preparation_is_named_with_its_rivals(drawn: Situation) -> None:
    assert drawn.reply is not None
    assert "This picture was clear" in sentences.say_preparation(drawn)[1]
    prepared = drawn.reply.answer.prepared
    names = list(PREPARATIONS)[:3]
    rivals = tuple(
        Candidate(replace(prepared, preparation=name), share, nats)
        for name, share, nats in zip(names, (0.2, 0.7, 0.1), (-90.0, -80.5, -99.0), strict=True)
    )
    answer = replace(drawn.reply.answer, candidates=rivals)
    asked = replace(drawn.reply.question, preparation=names[0])
    for question, count in ((drawn.reply.question, 3), (asked, 4)):
        said = sentences.say_preparation(replace(drawn, reply=Reply(question, answer)))
        assert f"“<b>{PREPARATIONS[names[1]]}</b>” with <b>70.0 %</b>" in said[1]
        assert f"“{PREPARATIONS[names[0]]}” with 20.0 %, 9.5 nats behind" in said[1]
        assert len(said) == count
    assert f"You chose “{PREPARATIONS[names[0]]}”" in said[2]


def test_foreign_ink_is_counted(drawn: Situation) -> None:
    assert "no foreign ink" in sentences.say_foreign(with_reading(drawn, foreign=None))[1]
    foreign = np.zeros((28, 28), np.float32)
    foreign[3, :5], foreign[4, :9] = 1.0, 0.01
    assert "5 of 784 pixels are" in sentences.say_foreign(with_reading(drawn, foreign=foreign))[1]


def test_the_score_of_a_digit_stands_beside_the_threshold(drawn: Situation) -> None:
    verdict = Verdict("digit", (7,), 0.9, digit_log_odds=4.25)
    said = sentences.say_digit_probability(with_reading(drawn, verdict=verdict))
    assert "scores <b>4.2</b>" in said[1]
    assert "value, 0.5 % of real digits" in said[1]


def test_the_mean_over_the_codes_is_that_of_the_cross_entropy(drawn: Situation) -> None:
    assert drawn.image is not None
    assert drawn.parts is not None
    half = replace(drawn, variants=np.full((16, 28, 28), 0.5, np.float32))
    assert sentences.mean_nats(half) == pytest.approx(784 * np.log(2), rel=1e-5)
    blank = replace(
        half, variants=np.zeros((16, 28, 28), np.float32), parts=replace(drawn.parts, flip=0.25)
    )
    ink = float(drawn.image.sum())
    expected = -(ink * np.log(0.25) + (784 - ink) * np.log(0.75))
    assert sentences.mean_nats(blank) == pytest.approx(expected, rel=1e-4)


def test_the_posterior_counts_what_the_drawing_determines(drawn: Situation) -> None:
    assert drawn.parts is not None
    size = drawn.parts.posterior.log_var.shape[1]
    log_var = np.zeros((1, size), np.float32)
    log_var[0, :3] = 2 * np.log(0.4)
    posterior = replace(drawn.parts.posterior, log_var=log_var)
    said = sentences.say_posterior(replace(drawn, parts=replace(drawn.parts, posterior=posterior)))
    assert f"determines <b>3</b> of {size} numbers" in said[1]


def test_the_map_says_what_it_hides(drawn: Situation) -> None:
    assert "“Latent” tab" in sentences.say_latent_map(drawn)[1]
    points, labels = np.zeros((4, 2), np.float32), np.arange(4)
    flat = replace(drawn, map=flat_map(points, labels))
    assert len(sentences.say_latent_map(flat)) == 1
    said = sentences.say_latent_map(replace(drawn, map=flat_map(points, labels, 20)))
    assert "has 20 numbers" in said[1]
    assert "hold <b>82 %</b>" in said[1]
    told = replace(flat, agreement=Agreement(0.99, 0.99, 0.1))
    assert len(sentences.say_latent_map(told)) == 2


def test_the_loss_is_compared_with_the_validation(drawn: Situation) -> None:
    assert drawn.model is not None
    last = drawn.model.history[-1]
    said = sentences.say_loss(drawn)
    assert f"training loss is <b>{last.train.total:.1f}</b>" in said[1]
    assert f"validation loss <b>{last.validation.total:.1f}</b>" in said[1]
    assert "memorising" in said[1]
    turned = replace(last, train=last.validation, validation=last.train)
    history = (*drawn.model.history[:-1], turned)
    said = sentences.say_loss(replace(drawn, model=replace(drawn.model, history=history)))
    assert "It is normal that training is higher" in said[1]
    bare = replace(drawn, model=replace(drawn.model, history=()))
    assert "no training history" in sentences.say_loss(bare)[1]


def test_odds_have_a_power_of_ten_where_they_are_long() -> None:
    assert sentences.gap_text(10) == "1 : 22\N{NO-BREAK SPACE}026"
    assert sentences.gap_text(14) == "1 : 1\N{NO-BREAK SPACE}202\N{NO-BREAK SPACE}604"
    assert sentences.gap_text(14.1) == "1 : 10⁶"


def test_without_a_model_temperature_and_prior_are_told_in_general(drawn: Situation) -> None:
    assert len(sentences.say_temperature(Situation())) == 1
    assert len(sentences.say_prior(Situation())) == 1
    assert "Here is a 7" in sentences.say_temperature(drawn)[1]
    assert "drawn as 7:" in sentences.say_prior(drawn)[2]
    assert "the same prior for every label" in sentences.say_prior(drawn)[1]
