"""Thinking longer about one picture than one pass of the encoder.

Two things are added to the encoder's evidence. The picture is seen in eleven views, whatever its
margin (``inference.evidence``), and the posterior is searched under every label
(``inference.posterior_search``). The evidence of a thought is their weighted mean. The search alone
is the truer likelihood and, with a recogniser that was trained to tell labels apart, the worse
reader: docs/thinking.md has the figures.
"""

from __future__ import annotations

import dataclasses
from collections.abc import Generator
from dataclasses import dataclass

import numpy as np

from desktop_cvae.core.calibration import DEFAULT_FALSE_REJECTION_RATE
from desktop_cvae.core.language import mark, tr
from desktop_cvae.core.results import Candidate, FloatArray, LabelScores, Recognition
from desktop_cvae.core.tasks import Progress, result_of
from desktop_cvae.core.thought import THINKING_STEPS, Thought
from desktop_cvae.inference.evidence import average_over_views, score_evidence
from desktop_cvae.inference.noisy_channel import crossover_probabilities
from desktop_cvae.inference.posterior_search import SearchState, search_posterior
from desktop_cvae.inference.recogniser import Recogniser

SAMPLES = 64
ENCODER_WEIGHT = 2.0
"""Weight of the encoder's evidence beside that of the search, which counts once."""
THINKING = mark("Thinking")


@dataclass(frozen=True)
class ThoughtStep(Progress):
    """A step of thinking.

    Attributes:
        recognition: the reading so far.
    """

    recognition: Recognition | None = None


def think(
    recogniser: Recogniser,
    image: FloatArray,
    steps: int = THINKING_STEPS,
    false_rejection_rate: float = DEFAULT_FALSE_REJECTION_RATE,
    seed: int = 0,
    before: Recognition | None = None,
) -> Generator[ThoughtStep, None, Recognition]:
    """Read an image of one digit step by step.

    Args:
        recogniser: reads it.
        image: float32, (28, 28), in [0, 1], white ink on black.
        steps: most steps of the search, in 0 … ``MOST_THINKING_STEPS``.
        false_rejection_rate: fraction of real digits rejected, in [0, 0.05].
        seed: of the importance samples.
        before: the reading of the picture without thinking, which decides whether it is a digit
            and whose label the thought is compared with; None reads it in one pass.

    Yields:
        a :class:`ThoughtStep` for the encoder's guess and after every step.
    """
    engine, batch = recogniser.engine, image[np.newaxis]
    first = score_evidence(engine, batch)
    seen, views = average_over_views(engine, batch, first, only_close=False)
    flip = float(crossover_probabilities(batch, first.foreign)[0])
    if before is None:
        (before,) = recogniser.recognise(first, batch, np.ones(1, np.int64), 0.0)
    odds = None if before.verdict is None else before.verdict.digit_log_odds
    thought = Thought(0, steps, before.label)
    for state in search_posterior(engine, image, steps, SAMPLES, seed, flip):
        scores = _combined(seen, state)
        best = int(scores.evidence_nats[0].argmax())
        changed_at = None
        if before.label not in (None, best):
            changed_at = state.step if thought.changed_at is None else thought.changed_at
        thought = Thought(state.step, steps, before.label, changed_at, state.is_done)
        (reading,) = recogniser.recognise(
            scores,
            batch,
            views,
            false_rejection_rate,
            odds=None if odds is None else np.array([odds], np.float32),
        )
        reading = dataclasses.replace(reading, thought=thought)
        if not state.is_done:
            yield ThoughtStep(state.step, steps, tr(THINKING), reading)
    return reading


def with_thought(
    recogniser: Recogniser,
    candidate: Candidate,
    steps: int,
    false_rejection_rate: float = DEFAULT_FALSE_REJECTION_RATE,
) -> Candidate:
    """Return a candidate whose digit, if it has one, was thought about to the end."""
    if candidate.recognition is None:
        return candidate
    before, image = candidate.recognition, candidate.prepared.image
    thinking = think(recogniser, image, steps, false_rejection_rate, before=before)
    return dataclasses.replace(candidate, recognition=result_of(thinking))


def _combined(seen: LabelScores, state: SearchState) -> LabelScores:
    """Return scores whose evidence is the weighted mean, with the explanations of the search.

    ``reconstruction_nats`` are those of the explanations that are shown, so far as the evidence
    allows; ``kl_nats`` is the rest.
    """
    own = seen.evidence_nats[0].astype(np.float64)
    evidence = (ENCODER_WEIGHT * own + state.evidence_nats) / (ENCODER_WEIGHT + 1)
    reconstruction = np.minimum(state.reconstruction_nats, -evidence)
    return LabelScores(
        state.reconstructions[np.newaxis],
        reconstruction[np.newaxis].astype(np.float32),
        (-evidence - reconstruction)[np.newaxis].astype(np.float32),
        state.latents[np.newaxis],
        seen.foreign,
    )
