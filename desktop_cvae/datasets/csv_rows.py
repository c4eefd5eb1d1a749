"""CSV data sets: a label and the pixels on every line, the label first or last."""

from __future__ import annotations

from pathlib import Path

import numpy as np
import numpy.typing as npt

from desktop_cvae.core.errors import DatasetProblem
from desktop_cvae.core.specs import DIGIT_NAMES
from desktop_cvae.datasets.digit_dataset import DigitDataset
from desktop_cvae.datasets.preparing import images_from_values, labels_from_values
from desktop_cvae.images.file_bytes import read_bounded, shown_name

MAX_FILE_BYTES = 1_000_000_000
LABEL_TITLES = ("label", "class", "digit", "y", "target")


def load_csv(path: Path) -> DigitDataset:
    """Read a CSV file; a header is tolerated and may name the label's column.

    Raises:
        DatasetProblem: unreadable, no rows, rows of different length, or a row that does not
            fit; rows are counted from 1 as an editor counts lines.
    """
    text = read_bounded(path, MAX_FILE_BYTES, DatasetProblem)
    try:
        return parse_csv(text.decode("utf-8-sig"), shown_name(path))
    except UnicodeDecodeError as error:
        raise DatasetProblem(f"“{shown_name(path)}” is not a text file.", str(error)) from error


def parse_csv(text: str, name: str) -> DigitDataset:
    """Parse a CSV file's text; see :func:`load_csv`.

    Args:
        text: lines of comma-, semicolon- or tab-separated numbers.
        name: the file's name, for the messages.
    """
    lines = text.splitlines()
    while lines and not lines[-1].strip():
        lines.pop()
    if not lines:
        raise DatasetProblem(f"“{name}” holds no rows.")
    separator = max(",;\t", key=lines[0].count)
    header = [title.strip(" \"'").lower() for title in lines[0].split(separator)]
    first = 0 if _are_numbers(header) else 1
    if len(lines) == first:
        raise DatasetProblem(f"“{name}” holds no rows.")
    numbers = _numbers(lines[first:], separator, name, first + 1)
    if numbers.shape[1] < 17:
        raise DatasetProblem(
            f"“{name}” has {numbers.shape[1]} columns; a label and the pixels are needed."
        )
    column = _label_column(numbers, header if first else [])
    pixels = np.delete(numbers, column, axis=1)
    return DigitDataset(
        images_from_values(pixels, name, first + 1),
        labels_from_values(numbers[:, column], name, first + 1),
        DIGIT_NAMES,
        name,
    )


def _numbers(
    lines: list[str], separator: str, name: str, first_row: int
) -> npt.NDArray[np.float32]:
    try:
        return np.loadtxt(lines, np.float32, delimiter=separator, comments=None, ndmin=2)
    except (ValueError, OverflowError) as error:
        raise DatasetProblem(_complaint(lines, separator, name, first_row), str(error)) from error


def _complaint(lines: list[str], separator: str, name: str, first_row: int) -> str:
    """Find the row that the fast parser stumbled over."""
    columns = len(lines[0].split(separator))
    for row, line in enumerate(lines, first_row):
        fields = line.split(separator)
        if len(fields) != columns:
            return f"“{name}”: row {row} has {len(fields)} columns instead of {columns}."
        if not _are_numbers(fields):
            return f"“{name}”: row {row} has an entry that is not a number."
    return f"“{name}” cannot be read as rows of numbers."


def _are_numbers(fields: list[str]) -> bool:
    try:
        [float(field) for field in fields]
    except ValueError:
        return False
    return True


def _label_column(numbers: npt.NDArray[np.float32], header: list[str]) -> int:
    """0 or −1: by the header, else by which end looks like labels (the corners are black)."""
    if header and header[-1] in LABEL_TITLES and header[0] not in LABEL_TITLES:
        return -1
    if header and header[0] in LABEL_TITLES:
        return 0
    return -1 if _look_like_labels(numbers[:, -1]) > _look_like_labels(numbers[:, 0]) else 0


def _look_like_labels(values: npt.NDArray[np.float32]) -> bool:
    fitting = (values >= 0) & (values <= 9) & (values == np.floor(values))
    return bool(fitting.mean() >= 0.5 and len(np.unique(values[fitting])) > 1)
