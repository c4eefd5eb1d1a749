"""Thinking: what it changes in a reading, and what it leaves."""

from __future__ import annotations

import dataclasses

import numpy as np
import pytest
from fake_calibration import fake_calibration
from sigmoid_engine import PLAIN, SigmoidEngine

from desktop_cvae.core.network_presets import STUDIO
from desktop_cvae.core.results import (
    DIGIT,
    NO_BOX,
    NO_DIGIT,
    Box,
    Candidate,
    PreparedDigit,
    Recognition,
)
from desktop_cvae.core.tasks import result_of
from desktop_cvae.inference.evidence import average_over_views, score_evidence
from desktop_cvae.inference.posterior_search import search_posterior
from desktop_cvae.inference.recogniser import Recogniser
from desktop_cvae.inference.thinking import (
    ENCODER_WEIGHT,
    SAMPLES,
    ThoughtStep,
    think,
    with_thought,
)

TEN = dataclasses.replace(STUDIO, latent_dim=2)
GOOD, BAD = (0.6, -0.4), (3.0, 3.0)


def test_the_evidence_is_the_weighted_mean_of_views_and_search() -> None:
    engine = SigmoidEngine(guess=GOOD)
    image = engine.drawn(1, GOOD)
    reading = result_of(think(Recogniser(engine), image, 5))
    batch = image[np.newaxis]
    scores = score_evidence(engine, batch)
    seen, views = average_over_views(engine, batch, scores, only_close=False)
    *_, state = search_posterior(engine, image, 5, SAMPLES, flip=0.25)
    mean = (ENCODER_WEIGHT * seen.evidence_nats[0] + state.evidence_nats) / (ENCODER_WEIGHT + 1)
    assert reading.evidence_nats == pytest.approx(mean, rel=1e-5)
    assert reading.views == views[0] == 11
    assert reading.reconstructions == pytest.approx(state.reconstructions)
    assert reading.reconstruction_nats + reading.kl_nats == pytest.approx(-mean, rel=1e-5)
    assert (reading.reconstruction_nats <= state.reconstruction_nats + 1e-3).all()


def test_it_counts_its_steps_and_says_when_it_changes_its_mind() -> None:
    engine = SigmoidEngine(guess=(-0.1, 0.1), has_rigid_label=True)
    image = engine.drawn(1, GOOD)
    steps = list(think(Recogniser(engine), image, 20))
    last = result_of(think(Recogniser(engine), image, 20))
    assert all(isinstance(step, ThoughtStep) for step in steps)
    readings = [step.recognition for step in steps if step.recognition is not None] + [last]
    thoughts = [reading.thought for reading in readings if reading.thought is not None]
    assert [thought.step for thought in thoughts] == [*range(len(steps)), len(steps) - 1]
    assert [thought.is_done for thought in thoughts] == [False] * len(steps) + [True]
    assert {(thought.steps, thought.first) for thought in thoughts} == {(20, 0)}
    assert last.label == 1
    since = thoughts[-1].changed_at
    assert since is not None
    for reading, thought in zip(readings, thoughts, strict=True):
        assert reading.label == int(thought.step >= since)
        assert thought.changed_at == (since if thought.step >= since else None)


def test_it_keeps_its_mind_where_the_first_label_stays_the_best() -> None:
    engine = SigmoidEngine(guess=GOOD)
    image = engine.drawn(1, GOOD)
    reading = result_of(think(Recogniser(engine), image, 20))
    assert reading.thought is not None
    assert (reading.label, reading.thought.first, reading.thought.changed_at) == (1, 1, None)


def test_whether_it_is_a_digit_is_said_by_the_first_pass() -> None:
    engine = SigmoidEngine(spec=TEN, guess=GOOD)
    image = engine.drawn(1, GOOD)
    calibration = fake_calibration(score=-3.0)
    recogniser = Recogniser(engine, calibration)
    once, thought = recogniser.read(image[np.newaxis])[0], result_of(think(recogniser, image, 3))
    assert once.verdict is not None
    assert thought.verdict is not None
    assert once.verdict.kind == thought.verdict.kind == NO_DIGIT
    assert once.verdict.digit_log_odds == thought.verdict.digit_log_odds


def test_the_reading_before_says_whether_it_is_a_digit_and_which_label_was_first() -> None:
    engine = SigmoidEngine(spec=TEN, guess=GOOD)
    image = engine.drawn(1, GOOD)
    recogniser = Recogniser(engine, fake_calibration(score=-3.0))
    (once,) = recogniser.read(image[np.newaxis], 0.0)
    assert once.verdict is not None
    verdict = dataclasses.replace(once.verdict, digit_log_odds=5.0)
    before = dataclasses.replace(once, label=4, verdict=verdict)
    thought = result_of(think(recogniser, image, 3, before=before))
    assert thought.verdict is not None
    assert thought.thought is not None
    assert (thought.label, thought.verdict.kind, thought.verdict.digit_log_odds) == (1, DIGIT, 5.0)
    assert (thought.thought.first, thought.thought.changed_at) == (4, 0)


def test_a_model_without_labels_thinks_too() -> None:
    engine = SigmoidEngine(spec=PLAIN, guess=BAD)
    reading = result_of(think(Recogniser(engine), engine.drawn(0, GOOD), 10))
    assert reading.label is None
    assert reading.thought is not None
    assert reading.thought.first is None
    assert reading.evidence_nats[0] > engine.score(engine.drawn(0, GOOD)[None]).evidence_nats[0, 0]


def test_a_candidate_with_nothing_in_it_stays() -> None:
    engine = SigmoidEngine()
    blank = PreparedDigit(np.zeros((28, 28), np.float32), False, NO_BOX, 1.0, (0, 0), False)
    empty = Candidate(blank, 1.0, 0.0, None)
    assert with_thought(Recogniser(engine), empty, 3) is empty
    image = engine.drawn(1, GOOD)
    full = Candidate(
        PreparedDigit(image, True, Box(0, 0, 28, 28), 1.0, (0, 0), False),
        1.0,
        0.0,
        Recogniser(engine).read(image[None])[0],
    )
    found = with_thought(Recogniser(engine), full, 3).recognition
    assert isinstance(found, Recognition)
    assert found.thought is not None
