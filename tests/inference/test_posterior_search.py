"""The search against evidence that is integrated on a grid, and its rules."""

from __future__ import annotations

import itertools

import numpy as np
import pytest
from sigmoid_engine import PLAIN, SigmoidEngine

from desktop_cvae.core.deadlines import deadline
from desktop_cvae.core.errors import ReadingTooSlow
from desktop_cvae.inference.posterior_search import (
    BEHIND_NATS,
    SearchState,
    prior_curvature,
    search_posterior,
)

FAR = (2.5, -2.0)
"""A bad guess."""


def searched(engine: SigmoidEngine, *asked: object, steps: int = 30) -> list[SearchState]:
    image = engine.drawn(1, (0.6, -0.4))
    return list(search_posterior(engine, image, steps, 500, *asked))


def test_importance_samples_give_the_evidence() -> None:
    engine = SigmoidEngine(guess=FAR)
    state = searched(engine)[-1]
    image = engine.drawn(1, (0.6, -0.4))
    assert state.is_done
    assert state.evidence_nats[1] == pytest.approx(engine.integrated(image, 1), abs=0.05)
    if state.evidence_nats[0] > state.evidence_nats[1] - BEHIND_NATS:
        assert state.evidence_nats[0] == pytest.approx(engine.integrated(image, 0), abs=0.05)


def test_through_the_noisy_channel_too() -> None:
    engine = SigmoidEngine(guess=FAR)
    image = engine.drawn(1, (0.6, -0.4))
    *_, state = search_posterior(engine, image, 30, 500, 0, 0.1)
    assert state.evidence_nats[1] == pytest.approx(engine.integrated(image, 1, 0.1), abs=0.05)


def test_every_step_is_better_and_the_last_is_a_mode() -> None:
    engine = SigmoidEngine(guess=FAR)
    states = searched(engine)
    costs = [
        state.reconstruction_nats[1] - engine.prior.log_density(state.latents[1:], np.array([1]))[0]
        for state in states
    ]
    assert costs[0] > costs[-1] + 1
    assert all(after <= before + 1e-6 for before, after in itertools.pairwise(costs))
    image, best = engine.drawn(1, (0.6, -0.4)), states[-1].latents[1]
    nudges = best + 0.05 * np.float32([[1, 0], [-1, 0], [0, 1], [0, -1]])
    meant = engine.decode(nudges, np.ones(4, np.int64)).astype(np.float64)
    around = -(image * np.log(meant) + (1 - image) * np.log1p(-meant)).sum(axis=(1, 2))
    around -= engine.prior.log_density(nudges, np.ones(4, np.int64))
    assert (around >= costs[-1] - 1e-3).all()


def test_it_ends_when_it_has_arrived() -> None:
    states = searched(SigmoidEngine(guess=FAR), steps=100)
    assert [state.step for state in states[:-1]] == list(range(len(states) - 1))
    assert len(states) < 40
    assert [state.is_done for state in states] == [False] * (len(states) - 1) + [True]


def test_no_steps_are_the_first_guess_with_samples() -> None:
    engine = SigmoidEngine(guess=(0.5, -0.5))
    first, last = searched(engine, steps=0)
    assert (first.step, last.step) == (0, 0)
    assert np.array_equal(first.latents, last.latents)


def test_a_label_far_behind_stays_where_it_was() -> None:
    engine = SigmoidEngine(guess=(0.0, 0.0))
    engine._middles[0] = 4  # it draws nearly nothing but ink
    states = searched(engine)
    assert states[0].evidence_nats[0] < states[0].evidence_nats[1] - BEHIND_NATS
    assert np.array_equal(states[0].latents[0], states[-1].latents[0])
    assert not np.array_equal(states[0].latents[1], states[-1].latents[1])


def test_the_same_seed_gives_the_same_evidence() -> None:
    engine = SigmoidEngine(guess=FAR)
    nats = [searched(engine, seed)[-1].evidence_nats[1] for seed in (0, 0, 1)]
    assert nats[0] == nats[1] != nats[2]


def test_a_model_without_labels_is_searched_too() -> None:
    engine = SigmoidEngine(spec=PLAIN, guess=FAR)
    image = engine.drawn(0, (0.6, -0.4))
    *_, state = search_posterior(engine, image, 30, 500)
    assert state.latents.shape == (1, 2)
    assert state.reconstructions.shape == (1, 28, 28)
    assert state.evidence_nats[0] == pytest.approx(engine.integrated(image, 0), abs=0.05)


def test_a_deadline_ends_it() -> None:
    with pytest.raises(ReadingTooSlow), deadline(0.0):
        searched(SigmoidEngine(guess=FAR))


def test_the_slope_of_the_prior_is_that_of_its_density() -> None:
    prior = SigmoidEngine().prior
    latents = np.float32([[0.4, -0.2], [-1.5, 0.9]])
    slopes, curvatures = prior_curvature(prior, latents, np.array([1, 0]))
    for axis in range(2):
        step = 1e-2 * np.eye(2, dtype=np.float32)[axis]
        ahead, behind = (
            prior.log_density(latents + side * step, np.array([1, 0])) for side in (1, -1)
        )
        assert slopes[:, axis] == pytest.approx((ahead - behind) / 2e-2, abs=1e-2)
    assert (np.linalg.eigvalsh(curvatures) > 0).all()
