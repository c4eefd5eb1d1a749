"""Boxes in pictures, and what is derived from scores, verdicts, samples and scorecards."""

from __future__ import annotations

import numpy as np
import pytest

from desktop_cvae.core.errors import InvalidData
from desktop_cvae.core.results import (
    Box,
    EpochRecord,
    LabelScores,
    Recognition,
    Samples,
    Scorecard,
    Verdict,
)

BOXES = [Box(2, 3, 4, 5), Box(-3, -2, 7, 9), Box(7, 1, 9, 3), Box(0, 8, 12, 6), Box(5, 5, 1, 1)]
SIDE = 40


def pixels(box: Box) -> np.ndarray:
    """A picture of 40 × 40 in which the box is True; its corner lies at (10, 10)."""
    picture = np.zeros((SIDE, SIDE), bool)
    picture[10 + box.y : 10 + box.bottom, 10 + box.x : 10 + box.right] = True
    return picture


@pytest.mark.parametrize("box", BOXES)
def test_a_box_is_cut_at_the_pictures_edges(box: Box) -> None:
    seen = pixels(box) & pixels(Box(0, 0, 10, 12))
    np.testing.assert_array_equal(pixels(box.within(10, 12)), seen)


@pytest.mark.parametrize("box", BOXES)
@pytest.mark.parametrize("other", BOXES)
def test_the_overlap_is_the_shared_part_of_the_covered_area(box: Box, other: Box) -> None:
    one, two = pixels(box), pixels(other)
    assert box.overlap(other) == pytest.approx((one & two).sum() / (one | two).sum())


def test_a_box_is_moved_and_enlarged_with_its_picture() -> None:
    box = Box(2, 3, 4, 5)
    np.testing.assert_array_equal(pixels(box.moved(3, -1)), np.roll(pixels(box), (-1, 3), (0, 1)))
    large = box.scaled(3)
    assert (large.x, large.y, large.right, large.bottom) == (6, 9, 18, 24)


def some_scores(count: int, *, foreign: bool = False) -> LabelScores:
    """Scores of pictures under two labels, all different; the second picture has foreign ink."""
    random = np.random.default_rng(count)
    spots = np.zeros((count, 28, 28), np.float32)
    spots[1, 4, 5] = 0.5
    return LabelScores(
        random.random((count, 2, 28, 28), np.float32),
        random.random((count, 2), np.float32),
        random.random((count, 2), np.float32),
        random.random((count, 2, 3), np.float32),
        spots if foreign else None,
    )


def test_scores_of_some_pictures_are_theirs() -> None:
    scores = some_scores(4, foreign=True)
    np.testing.assert_array_equal(
        scores.evidence_nats, -scores.reconstruction_nats - scores.kl_nats
    )
    some = scores.at(np.array([1, 3]))
    for name in ("reconstructions", "reconstruction_nats", "kl_nats", "latent_means", "foreign"):
        np.testing.assert_array_equal(getattr(some, name), getattr(scores, name)[[1, 3]])
    assert scores.foreign_of(0) is None
    np.testing.assert_array_equal(some.foreign_of(0), scores.foreign[1])
    assert some_scores(4).at(slice(2)).foreign_of(0) is None


def test_nats_of_some_pictures_are_replaced_and_the_old_scores_stay() -> None:
    scores, other = some_scores(4), some_scores(2)
    before = scores.kl_nats.copy()
    changed = scores.with_nats(np.array([3, 0]), other)
    for name in ("reconstruction_nats", "kl_nats"):
        np.testing.assert_array_equal(getattr(changed, name)[[3, 0]], getattr(other, name))
        np.testing.assert_array_equal(getattr(changed, name)[1:3], getattr(scores, name)[1:3])
    np.testing.assert_array_equal(scores.kl_nats, before)


@pytest.mark.parametrize(
    ("odds", "probability"), [(None, None), (0.0, 0.5), (np.log(3), 0.75), (-9e9, 0.0), (9e9, 1.0)]
)
def test_the_digit_probability_is_the_logistic_of_the_log_odds(
    odds: float | None, probability: float | None
) -> None:
    verdict = Verdict("unsure", (1, 7), 0.5, odds)
    assert verdict.is_digit
    assert not Verdict("not a digit", (), 0.5, odds).is_digit
    assert verdict.digit_probability == pytest.approx(probability)


@pytest.mark.parametrize(
    ("labels", "probability", "shares"),
    [
        ((1,), 0.4, [0.1, 0.4, 0.1]),  # half as probable as alone
        ((1,), 0.8, [0.2, 0.8, 0.2]),
        ((0, 1), 0.1, [0.1, 0.4, 0.1]),
        ((1,), 0.9, [0.2, 0.8, 0.2]),  # never more probable than alone
        ((), 0.4, [0.2, 0.8, 0.2]),
    ],
)
def test_shares_have_the_doubt_of_the_verdict(
    labels: tuple[int, ...], probability: float, shares: list[float]
) -> None:
    empty = np.zeros((3, 28, 28), np.float32)
    alone, nats = np.array([0.2, 0.8, 0.2], np.float32), np.zeros(3, np.float32)
    verdict = Verdict("unsure", labels, probability)
    read = Recognition(1, alone, nats, nats, nats, empty, empty[:, 0, :2], verdict)
    np.testing.assert_allclose(read.shares, shares, rtol=1e-6)
    assert read.probability == np.float32(0.8)


def test_samples_are_chosen_by_index_and_by_mask() -> None:
    images = np.linspace(0, 1, 3 * 784, dtype=np.float32).reshape(3, 28, 28)
    samples = Samples(images, np.array([7, 8, 9]), np.arange(6, dtype=np.float32).reshape(3, 2))
    for chosen in ([2, 0], np.array([True, False, True])):
        some = samples.only(chosen)
        np.testing.assert_array_equal(some.labels, samples.labels[chosen])
        np.testing.assert_array_equal(some.images, images[chosen])
        np.testing.assert_array_equal(some.latents, samples.latents[chosen])
    assert Samples(images, None, samples.latents).only([0]).labels is None
    assert (samples.pixels.min(), samples.pixels.max(), samples.pixels.dtype) == (0, 255, np.uint8)
    assert Samples(np.full((1, 28, 28), 0.5, np.float32), None, images).pixels[0, 0, 0] == 128


def test_a_model_file_keeps_a_scorecards_metrics() -> None:
    card = Scorecard(200, 0.97, 100.0, 80.0, 20.0, 95.0, 0.01, 0.02, None, 500.0)
    expected = {
        "neg_elbo_nats": 100.0,
        "reconstruction_nats": 80.0,
        "kl_nats": 20.0,
        "neg_elbo_at_mean_nats": 95.0,
        "test_images": 200.0,
    }
    assert card.metrics() == expected | {"accuracy": 0.97}
    unlabelled = Scorecard(200, None, 100.0, 80.0, 20.0, 95.0, None, 0.02, None, 500.0)
    assert unlabelled.metrics() == expected


def test_a_record_of_an_epoch_ignores_what_a_newer_version_adds() -> None:
    terms = {"total": 3.0, "reconstruction": 2.0, "kl": 1.0}
    data = {"epoch": 1, "train": terms, "validation": terms, "seconds": 2.5}
    record = EpochRecord.from_json(data | {"later": 3})
    assert (record.epoch, record.validation.kl, record.model) == (1, 1.0, "")
    for wrong in ({"epoch": 0}, {"seconds": -1.0}, {"model": "x" * 257}, {"train": {"total": 1}}):
        with pytest.raises(InvalidData):
            EpochRecord.from_json(data | wrong)
    with pytest.raises(InvalidData):
        EpochRecord.from_json([data])
