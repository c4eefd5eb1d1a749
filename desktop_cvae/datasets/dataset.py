"""Labelled 28×28 digits, validated for training and scoring.

Their labels are indices with names, as files give them and as a model counts them; which digits
a training holds out is drawn by its seed, never stored. What does not fit is named row by row.
"""

from __future__ import annotations

import hashlib
from collections.abc import Sequence
from dataclasses import dataclass, replace
from functools import cached_property

import numpy as np
import numpy.typing as npt

from desktop_cvae.core.errors import DatasetProblem, UnfitRows
from desktop_cvae.core.language import number, tr, tr_n
from desktop_cvae.core.results import FloatArray, IntArray
from desktop_cvae.core.specs import DIGIT_NAMES, ModelSpec, TrainingConfig

ByteArray = npt.NDArray[np.uint8]
Values = npt.NDArray[np.generic]
SPLIT_STREAM = 13
"""Random stream of the split, equal to that of ``training.augmentation``; a test compares them."""
MAX_LABELS, MAX_NAME_LENGTH = 62, 40
"""Most labels of a data set, and most characters of a label's name."""
MAX_LISTED = 20
"""Most invalid rows that an error names."""


@dataclass(frozen=True, eq=False)
class DigitDataset:
    """Labelled pictures.

    Attributes:
        images: uint8, (N, 28, 28), white ink on black, N ≥ 1.
        labels: int64, (N,), each an index into ``label_names``.
        label_names: names of the labels, 2–62.
        name: for people, such as ``"MNIST test"``.
        left_out: sentences that name pictures of a folder which cannot be used.
    """

    images: ByteArray
    labels: IntArray
    label_names: tuple[str, ...] = DIGIT_NAMES
    name: str = "data set"
    left_out: tuple[str, ...] = ()

    def __post_init__(self) -> None:
        if len(self.images) == 0:
            raise DatasetProblem(tr("“{name}” contains no pictures.", name=self.name))
        if self.images.shape[1:] != (28, 28) or self.images.dtype != np.uint8:
            raise DatasetProblem(
                tr("The pictures of “{name}” are not 28 × 28 bytes.", name=self.name)
            )
        if self.labels.shape != self.images.shape[:1]:
            raise DatasetProblem(
                tr(
                    "“{name}” has {images} pictures but {labels} labels.",
                    name=self.name,
                    images=len(self.images),
                    labels=len(self.labels),
                )
            )
        wrong = np.flatnonzero((self.labels < 0) | (self.labels >= len(self.label_names)))
        if len(wrong):
            raise DatasetProblem(
                tr(
                    "“{name}”: row {row} has the label {label}; labels are 0 to {last}.",
                    name=self.name,
                    row=wrong[0] + 1,
                    label=self.labels[wrong[0]],
                    last=len(self.label_names) - 1,
                )
            )

    def __len__(self) -> int:
        return len(self.images)

    @cached_property
    def digest(self) -> str:
        """SHA-256 of label names, labels and pictures, in hexadecimal."""
        digest = hashlib.sha256("\n".join(self.label_names).encode())
        digest.update(self.labels.astype("<i8").tobytes())
        digest.update(np.ascontiguousarray(self.images).tobytes())
        return digest.hexdigest()

    def limit(self, count: int) -> DigitDataset:
        """Return the first ``count`` pictures, or all if there are fewer.

        Raises:
            DatasetProblem: ``count`` is less than 1.
        """
        return self.only(slice(max(count, 0)))

    def only(self, rows: IntArray | slice) -> DigitDataset:
        """Return the pictures of some rows."""
        return replace(self, images=self.images[rows], labels=self.labels[rows])

    def turned(self, *, transposed: bool = False, inverted: bool = False) -> DigitDataset:
        """Return the data set with transposed or inverted pictures.

        Args:
            transposed: swap rows and columns, as EMNIST's files need.
            inverted: swap light and dark, for dark ink on white.
        """
        images = self.images.transpose(0, 2, 1) if transposed else self.images
        images = 255 - images if inverted else images
        return replace(self, images=np.ascontiguousarray(images))

    def floats(self) -> FloatArray:
        """Return the pictures as float32, (N, 28, 28), in [0, 1]."""
        return self.images.astype(np.float32) / np.float32(255)


def held_out_part(dataset: DigitDataset, config: TrainingConfig) -> DigitDataset:
    """Return the validation part of training data.

    Args:
        dataset: all of it, as given to the training.
        config: the training, whose seed and validation fraction decide.
    """
    return dataset.only(_split(dataset, config)[0])


def learned_part(dataset: DigitDataset, config: TrainingConfig) -> DigitDataset:
    """Return the part that was learned from; arguments as :func:`held_out_part`."""
    return dataset.only(_split(dataset, config)[1])


def held_out_count(count: int, config: TrainingConfig) -> int:
    """Return how many of ``count`` digits a training holds out for validation."""
    return min(max(1, round(count * config.validation_share)), count - 1)


def _split(dataset: DigitDataset, config: TrainingConfig) -> tuple[IntArray, IntArray]:
    count = len(dataset)
    order = np.random.default_rng([config.seed, SPLIT_STREAM]).permutation(count)
    held_out = held_out_count(count, config)
    return order[:held_out], order[held_out:]


def refuse_rows(name: str, complaints: Sequence[str], total: int | None = None) -> None:
    """Reject a data set that has complaints.

    Args:
        name: the data set's.
        complaints: one per row, such as ``"row 3 has no label"``, as far as they are known.
        total: number of invalid rows, if more than the complaints given.

    Raises:
        UnfitRows: there is at least one complaint.
    """
    if not complaints:
        return
    count = max(total or 0, len(complaints))
    rest = ""
    if count > 1:
        rest = tr_n(" ({n} more in all are invalid)", " ({n} more in all are invalid)", count - 1)
    listed = [complaint[:1].upper() + complaint[1:] for complaint in complaints[:MAX_LISTED]]
    if count > len(listed):
        listed.append(tr("… and {count} more.", count=number(count - len(listed))))
    raise UnfitRows(
        tr(
            "“{name}”: {complaint}{rest}.",
            name=name,
            complaint=complaints[0].rstrip("."),
            rest=rest,
        ),
        listed,
    )


def read_labels(
    values: Values,
    name: str,
    first_row: int = 1,
    names: Sequence[str] = (),
    sisters: Sequence[Values] = (),
) -> tuple[IntArray, tuple[str, ...]]:
    """Turn labels into indices.

    Args:
        values: (N,) or (N, 1), whole numbers (perhaps stored as floats) or texts.
        name: the data set's name, for the messages.
        first_row: the number of the first row, for the messages.
        names: names of the labels, if known. Numbers count from 0, or from 1
            if none is 0 and one is as large as there are names (EMNIST's letters).
        sisters: labels of other parts of the same data set, which count alike.

    Returns:
        int64, (N,), and 2–62 names. Without ``names``, numbers up to 9 are the ten digits,
        larger ones are called ``"0"``, ``"1"``, …; texts are in sorted order.

    Raises:
        DatasetProblem: labels are not whole numbers, out of range or unknown; rows are named.
    """
    flat = values.reshape(-1) if values.ndim == 2 and values.shape[1] == 1 else values
    if flat.ndim != 1 or flat.dtype.kind not in "uifbUS":
        raise DatasetProblem(
            tr("“{name}”: the labels are not one whole number or name per picture.", name=name)
        )
    if names:
        check_names(names, name)
    if flat.dtype.kind in "US":
        return _by_name(flat.astype(str), name, first_row, tuple(names))
    numbers = flat.astype(np.float64)
    if names and _count_from_one([numbers, *sisters], len(names)):
        return _by_number(numbers - 1, name, first_row, tuple(names))
    return _by_number(numbers, name, first_row, tuple(names))


def _count_from_one(parts: Sequence[Values], count: int) -> bool:
    numbers = np.concatenate(
        [part.reshape(-1).astype(np.float64) for part in parts if part.dtype.kind in "uifb"]
    )
    return bool(len(numbers) and numbers.min() == 1 and numbers.max() == count)


def check_names(names: Sequence[str], name: str, least: int = 2) -> None:
    """Reject label names that a model cannot have.

    Args:
        names: names of the labels.
        name: the data set's.
        least: smallest number of labels.

    Raises:
        DatasetProblem: not 2–62 names, one is empty or too long, two are equal.
    """
    if not least <= len(names) <= MAX_LABELS:
        raise DatasetProblem(
            tr_n(
                "“{name}” has {n} label; from 2 to {most} can be used.",
                "“{name}” has {n} labels; 2 to {most} can be used.",
                len(names),
                name=name,
                most=MAX_LABELS,
            )
        )
    wrong = [n for n in names if not (n.strip() and n.isprintable() and len(n) <= MAX_NAME_LENGTH)]
    if wrong or len(set(names)) != len(names):
        raise DatasetProblem(
            tr(
                "“{name}”: every label needs a unique name of 1 to {most} characters.",
                name=name,
                most=MAX_NAME_LENGTH,
            )
        )


def _by_number(
    numbers: npt.NDArray[np.float64], name: str, first_row: int, names: tuple[str, ...]
) -> tuple[IntArray, tuple[str, ...]]:
    limit = len(names) or MAX_LABELS
    with np.errstate(invalid="ignore"):
        fits = (numbers >= 0) & (numbers < limit) & (numbers == np.floor(numbers))
    wrong = np.flatnonzero(~fits)
    complaints = [
        tr(
            "row {row} has the label {label}; labels are whole numbers from 0 to {last}",
            row=first_row + row,
            label=number(numbers[row], "g"),
            last=limit - 1,
        )
        for row in wrong[:MAX_LISTED]
    ]
    refuse_rows(name, complaints, len(wrong))
    labels = numbers.astype(np.int64)
    top = int(labels.max()) if len(labels) else 0
    own = DIGIT_NAMES if top < len(DIGIT_NAMES) else tuple(map(str, range(top + 1)))
    return labels, names or own


def _by_name(
    texts: npt.NDArray[np.str_], name: str, first_row: int, names: tuple[str, ...]
) -> tuple[IntArray, tuple[str, ...]]:
    stripped = np.char.strip(texts)
    if not names:
        found = set(stripped.tolist()) - {""}
        names = DIGIT_NAMES if found <= set(DIGIT_NAMES) else tuple(sorted(found))
        check_names(names, name)
    index = {known: number for number, known in enumerate(names)}
    labels = np.array([index.get(text, -1) for text in stripped.tolist()], np.int64)
    wrong = np.flatnonzero(labels < 0)
    complaints = [
        tr("row {row} has the unknown label “{label}”", row=first_row + row, label=stripped[row])
        if stripped[row]
        else tr("row {row} has no label", row=first_row + row)
        for row in wrong[:MAX_LISTED]
    ]
    refuse_rows(name, complaints, len(wrong))
    return labels, names


def labels_of_model(dataset: DigitDataset, spec: ModelSpec) -> IntArray:
    """Return a data set's labels as the model's indices, matched by name.

    Returns:
        int64, (N,); zeros for a model without labels.

    Raises:
        DatasetProblem: the model does not know one of the labels.
    """
    if not spec.conditional:
        return np.zeros(len(dataset.labels), np.int64)
    known = {name: index for index, name in enumerate(spec.label_names)}
    unknown = [name for name in dataset.label_names if name not in known]
    if unknown:
        raise DatasetProblem(
            tr(
                "The data set “{name}” has the label “{label}”, which the model does not know.",
                name=dataset.name,
                label=unknown[0],
            )
        )
    index_of = np.array([known[name] for name in dataset.label_names], np.int64)
    return index_of[dataset.labels]
