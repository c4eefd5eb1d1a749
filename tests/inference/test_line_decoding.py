"""Texts and their probabilities by the frames of the line network, beside every way counted out."""

from __future__ import annotations

import itertools

import numpy as np
import pytest

from desktop_cvae.inference.line_decoding import likely_texts, log_probabilities


def frames_of(random: np.random.Generator, count: int, labels: int) -> np.ndarray:
    """Log probabilities of blank and the first labels; the others cannot be."""
    frames = np.full((count, 11), -60.0, np.float32)
    logits = 2 * random.standard_normal((count, labels + 1))
    frames[:, : labels + 1] = logits - np.log(np.exp(logits).sum(1, keepdims=True))
    return frames


def counted_out(frames: np.ndarray, labels: int) -> dict[tuple[int, ...], float]:
    """The probability of every text, as the sum over all ways."""
    found: dict[tuple[int, ...], float] = {}
    for way in itertools.product(range(labels + 1), repeat=len(frames)):
        kept = [sign for sign, _ in itertools.groupby(way)]
        text = tuple(sign - 1 for sign in kept if sign)
        chance = float(np.exp(sum(frame[sign] for frame, sign in zip(frames, way, strict=True))))
        found[text] = found.get(text, 0.0) + chance
    return found


@pytest.mark.parametrize("seed", range(3))
def test_a_text_is_as_likely_as_all_its_ways_together(seed: int) -> None:
    frames = frames_of(np.random.default_rng(seed), 6, 2)
    wanted = counted_out(frames, 2)
    texts = list(wanted)
    found = np.exp(log_probabilities(frames, texts))
    np.testing.assert_allclose(found, [wanted[text] for text in texts], rtol=1e-4)


def test_the_likeliest_texts_come_first_with_their_probabilities() -> None:
    frames = frames_of(np.random.default_rng(5), 6, 2)
    wanted = sorted(counted_out(frames, 2).items(), key=lambda item: -item[1])
    found = likely_texts(frames, 3)
    assert [text for text, _ in found] == [text for text, _ in wanted[:3]]
    np.testing.assert_allclose(
        np.exp([chance for _, chance in found]), [chance for _, chance in wanted[:3]], rtol=0.02
    )


def test_one_label_twice_needs_a_blank_between() -> None:
    sure = np.full((3, 11), -40.0, np.float32)
    sure[[0, 1, 2], [3, 3, 3]] = 0.0
    assert likely_texts(sure, 1)[0][0] == (2,)
    sure[1, 3], sure[1, 0] = -40.0, 0.0
    assert likely_texts(sure, 1)[0][0] == (2, 2)
    assert log_probabilities(sure, [(2,), (2, 2)])[1] == pytest.approx(0, abs=1e-4)
