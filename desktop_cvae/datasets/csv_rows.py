"""CSV data sets: a label and the pixels on every line, the label first or last."""

from __future__ import annotations

from pathlib import Path

import numpy as np
import numpy.typing as npt

from desktop_cvae.core.errors import DatasetProblem
from desktop_cvae.datasets.complaints import refuse_rows
from desktop_cvae.datasets.digit_dataset import DigitDataset
from desktop_cvae.datasets.labelling import read_labels
from desktop_cvae.datasets.preparing import Numbers, images_from_values
from desktop_cvae.images.file_bytes import read_bounded, shown_name

MAX_FILE_BYTES = 1_000_000_000
MIN_COLUMNS = 17
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
    header = _header(lines[0].split(separator))
    first = 1 if header else 0
    if len(lines) == first:
        raise DatasetProblem(f"“{name}” holds no rows.")
    columns = lines[first].count(separator) + 1
    if columns < MIN_COLUMNS:
        raise DatasetProblem(f"“{name}” has {columns} columns; a label and the pixels are needed.")
    texts, lines = _take_texts(lines[first:], separator, header)
    numbers = _numbers(lines, separator, name, first + 1)
    labels: Numbers
    if texts is None:
        column = _label_column(numbers, header)
        labels, pixels = numbers[:, column], np.delete(numbers, column, axis=1)
    else:
        labels, pixels = texts, numbers
    indices, names = read_labels(labels, name, first + 1)
    return DigitDataset(images_from_values(pixels, name, first + 1), indices, names, name)


def _header(fields: list[str]) -> list[str]:
    """The columns' titles, or nothing if the first line is one of data, perhaps with a text."""
    titles = [title.strip(" \"'").lower() for title in fields]
    has_titles = titles[0] in LABEL_TITLES or titles[-1] in LABEL_TITLES
    return titles if has_titles or not _are_numbers(titles[1:-1]) else []


def _take_texts(
    lines: list[str], separator: str, header: list[str]
) -> tuple[npt.NDArray[np.str_] | None, list[str]]:
    """Labels that are names, and the lines without them; None if the labels are numbers."""
    for take_apart, place in ((str.partition, 0), (str.rpartition, 2)):
        parts = [take_apart(line, separator) for line in lines]
        texts = [part[place].strip(" \"'") for part in parts]
        # A few that are no numbers are mistakes; that many are names.
        if sum(not _are_numbers([text]) for text in texts) > len(texts) / 4:
            if header and header[-1 if place == 0 else 0] in LABEL_TITLES:
                continue
            return np.array(texts), [part[2 - place] for part in parts]
    return None, lines


def _numbers(
    lines: list[str], separator: str, name: str, first_row: int
) -> npt.NDArray[np.float32]:
    try:
        return np.loadtxt(lines, np.float32, delimiter=separator, comments=None, ndmin=2)
    except (ValueError, OverflowError) as error:
        _complain(lines, separator, name, first_row)
        sentence = f"“{name}” cannot be read as rows of numbers."
        raise DatasetProblem(sentence, str(error)) from error


def _complain(lines: list[str], separator: str, name: str, first_row: int) -> None:
    """Find the rows that the fast parser stumbled over."""
    complaints = []
    columns = len(lines[0].split(separator))
    for row, line in enumerate(lines, first_row):
        fields = line.split(separator)
        if len(fields) != columns:
            complaints.append(f"row {row} has {len(fields)} columns instead of {columns}")
        elif not _are_numbers(fields):
            complaints.append(f"row {row} has an entry that is not a number")
    refuse_rows(name, complaints)


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
