"""The data set's own checks and its digest.

The validation part that is found again is the one that the training held out.
"""

from __future__ import annotations

import contextlib

import numpy as np
import pytest

from desktop_cvae.core.errors import DatasetProblem, UnfitRows
from desktop_cvae.core.network_presets import preset_named
from desktop_cvae.core.specs import ModelSpec, TrainingConfig
from desktop_cvae.datasets.dataset import (
    MAX_LISTED,
    MAX_NAME_LENGTH,
    DigitDataset,
    check_names,
    held_out_part,
    labels_of_model,
    learned_part,
    refuse_rows,
)


def dataset(count: int = 4, **changes: object) -> DigitDataset:
    rng = np.random.default_rng(0)
    images = rng.integers(0, 256, (count, 28, 28), np.uint8)
    parts: dict = {"images": images, "labels": np.arange(count) % 10, "name": "mine"} | changes
    return DigitDataset(**parts)


def test_length_limit_and_floats() -> None:
    whole = dataset()
    assert len(whole) == 4
    assert len(whole.limit(3)) == 3
    assert np.array_equal(whole.limit(3).labels, [0, 1, 2])
    assert len(whole.limit(99)) == 4
    floats = whole.floats()
    assert floats.dtype == np.float32
    assert np.array_equal(np.rint(floats * 255).astype(np.uint8), whole.images)
    assert floats.max() <= 1


def test_a_limit_of_nothing_is_refused() -> None:
    with pytest.raises(DatasetProblem, match="no pictures"):
        dataset().limit(0)


def test_the_digest_depends_on_everything_but_the_name() -> None:
    whole = dataset()
    assert whole.digest == dataset(name="yours").digest
    assert len(whole.digest) == 64
    images = whole.images.copy()
    images[0, 0, 0] ^= 1
    others = [
        dataset(images=images),
        dataset(labels=np.array([0, 1, 2, 4])),
        dataset(label_names=tuple("abcdefghij")),
        whole.limit(3),
    ]
    assert len({whole.digest, *(other.digest for other in others)}) == 5


@pytest.mark.parametrize(
    ("changes", "sentence"),
    [
        ({"images": np.zeros((0, 28, 28), np.uint8), "labels": np.zeros(0, int)}, "no pictures"),
        ({"images": np.zeros((4, 27, 28), np.uint8)}, "not 28 × 28"),
        ({"images": np.zeros((4, 28, 28), np.float32)}, "not 28 × 28 bytes"),
        ({"labels": np.zeros(3, int)}, "4 pictures but 3 labels"),
        ({"labels": np.array([0, 1, 10, 3])}, "row 3 has the label 10; labels are 0 to 9"),
        ({"labels": np.array([0, -1, 1, 3])}, "row 2 has the label -1"),
    ],
)
def test_row_21_what_does_not_fit_is_refused(changes: dict, sentence: str) -> None:
    with pytest.raises(DatasetProblem, match=sentence):
        dataset(**changes)


@pytest.mark.parametrize("count", [2, 10, 97])
@pytest.mark.parametrize("share", [0.01, 1 / 12, 0.5])
def test_the_held_out_part_is_never_trained_on(count: int, share: float) -> None:
    images = np.arange(count, dtype=np.uint8)[:, None, None] * np.ones((1, 28, 28), np.uint8)
    dataset = DigitDataset(images, np.arange(count) % 10)
    config = TrainingConfig(epochs=1, validation_share=share, seed=5)
    held_out, learned = held_out_part(dataset, config), learned_part(dataset, config)
    assert len(held_out) == max(1, round(share * count))
    together = np.concatenate([held_out.images[:, 0, 0], learned.images[:, 0, 0]])
    assert sorted(together) == list(range(count))
    for part in (held_out, learned):
        assert np.array_equal(part.labels, part.images[:, 0, 0] % 10)


def test_pictures_are_turned_for_emnist_and_for_dark_ink() -> None:
    whole = dataset(3)
    turned = whole.turned(transposed=True)
    assert (turned.images[2, 3, 7], turned.labels[2]) == (whole.images[2, 7, 3], 2)
    inverted = whole.turned(inverted=True).images
    assert np.array_equal(inverted.astype(int) + whole.images, np.full((3, 28, 28), 255))
    assert np.array_equal(whole.turned().images, whole.images)


def test_labels_are_matched_to_a_models_by_name(tiny_spec: ModelSpec) -> None:
    mine = dataset(4, labels=np.array([0, 1, 1, 0]), label_names=("7", "2"))
    assert labels_of_model(mine, tiny_spec).tolist() == [7, 2, 2, 7]
    unlabelled = preset_named("conv_vae").spec
    assert not unlabelled.conditional
    assert labels_of_model(mine, unlabelled).tolist() == [0, 0, 0, 0]
    foreign = dataset(2, labels=np.array([0, 1]), label_names=("7", "Ж"))
    with pytest.raises(DatasetProblem, match="“mine” has the label “Ж”"):
        labels_of_model(foreign, tiny_spec)


@pytest.mark.parametrize(
    ("names", "fits"),
    [
        (["a", "b"], True),
        (["a"], False),
        ([str(n) for n in range(62)], True),
        ([str(n) for n in range(63)], False),
        (["a", "a"], False),
        (["a", " "], False),
        (["a", "b\n"], False),
        (["a", "x" * MAX_NAME_LENGTH], True),
        (["a", "x" * (MAX_NAME_LENGTH + 1)], False),
    ],
)
def test_labels_have_two_to_62_names(names: list[str], fits: bool) -> None:
    with contextlib.nullcontext() if fits else pytest.raises(DatasetProblem, match="“mine”"):
        check_names(names, "mine")
    check_names(["a"], "mine", least=1)


def test_invalid_rows_are_listed_as_far_as_there_is_room() -> None:
    refuse_rows("mine", [])
    with pytest.raises(UnfitRows, match=r"^“mine”: row 3 has no label\.$") as one:
        refuse_rows("mine", ["row 3 has no label"])
    assert one.value.rows == ("Row 3 has no label",)
    complaints = [f"row {row} is empty." for row in range(MAX_LISTED + 2)]
    with pytest.raises(UnfitRows, match=rf"row 0 is empty \({MAX_LISTED + 1} more") as many:
        refuse_rows("mine", complaints)
    assert many.value.rows[-2:] == (f"Row {MAX_LISTED - 1} is empty.", "… and 2 more.")
    with pytest.raises(UnfitRows, match=r"\(6 more") as known:
        refuse_rows("mine", complaints[:2], total=7)
    assert known.value.rows == ("Row 0 is empty.", "Row 1 is empty.", "… and 5 more.")
