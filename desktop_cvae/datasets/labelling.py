"""Labels as files give them, numbers or names, → indices and names."""

from __future__ import annotations

from collections.abc import Sequence

import numpy as np
import numpy.typing as npt

from desktop_cvae.core.errors import DatasetProblem
from desktop_cvae.core.results import IntArray
from desktop_cvae.core.specs import DIGIT_NAMES
from desktop_cvae.datasets.complaints import MAX_LISTED, refuse_rows

MAX_LABELS = 62
MAX_NAME_LENGTH = 40
Values = npt.NDArray[np.generic]


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
        names: what the labels are called, if that is known. Numbers count from 0, or from 1
            if none is 0 and one is as large as there are names (EMNIST's letters).
        sisters: labels of other parts of the same data set, which count alike.

    Returns:
        int64, (N,), and 2–62 names. Without ``names``, numbers up to 9 are the ten digits,
        larger ones are called ``"0"``, ``"1"``, …; texts are in sorted order.

    Raises:
        DatasetProblem: labels are no whole numbers, out of range or unknown; rows are named.
    """
    flat = values.reshape(-1) if values.ndim == 2 and values.shape[1] == 1 else values
    if flat.ndim != 1 or flat.dtype.kind not in "uifbUS":
        raise DatasetProblem(f"“{name}”: the labels are not one whole number or name a picture.")
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


def check_names(names: Sequence[str], name: str) -> None:
    """Refuse names that a model could not have.

    Raises:
        DatasetProblem: not 2–62 names, one is empty or too long, two are equal.
    """
    if not 2 <= len(names) <= MAX_LABELS:
        raise DatasetProblem(
            f"“{name}” has {len(names)} labels; from 2 to {MAX_LABELS} can be used."
        )
    wrong = [n for n in names if not (n.strip() and n.isprintable() and len(n) <= MAX_NAME_LENGTH)]
    if wrong or len(set(names)) != len(names):
        raise DatasetProblem(
            f"“{name}”: every label needs a name of its own of 1 to {MAX_NAME_LENGTH} characters."
        )


def _by_number(
    numbers: npt.NDArray[np.float64], name: str, first_row: int, names: tuple[str, ...]
) -> tuple[IntArray, tuple[str, ...]]:
    limit = len(names) or MAX_LABELS
    with np.errstate(invalid="ignore"):
        fits = (numbers >= 0) & (numbers < limit) & (numbers == np.floor(numbers))
    wrong = np.flatnonzero(~fits)
    complaints = [
        f"row {first_row + row} has the label {numbers[row]:g}; "
        f"labels are whole numbers from 0 to {limit - 1}"
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
        f"row {first_row + row} has "
        + (f"the unknown label “{stripped[row]}”" if stripped[row] else "no label")
        for row in wrong[:MAX_LISTED]
    ]
    refuse_rows(name, complaints, len(wrong))
    return labels, names
