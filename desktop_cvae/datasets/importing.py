"""Data sets that users bring: NPZ, CSV and folders with one sub-folder per label.

CSV data sets: a label and the pixels on every line, the label first or last.

Rows of numbers of any picture size → 28×28 bytes, with the row named that does not fit.
"""

from __future__ import annotations

import math
from collections.abc import Iterable, Sequence
from pathlib import Path

import numpy as np
import numpy.typing as npt

from desktop_cvae.core.errors import DatasetProblem, ImageProblem
from desktop_cvae.core.results import FloatArray, IntArray
from desktop_cvae.core.specs import DIGIT_NAMES
from desktop_cvae.datasets.array_files import ArrayArchive, Numbers, open_arrays
from desktop_cvae.datasets.dataset import (
    MAX_LISTED,
    DigitDataset,
    check_names,
    read_labels,
    refuse_rows,
)
from desktop_cvae.pictures.picture_files import SUFFIXES, read_bounded, read_image, shown_name
from desktop_cvae.pictures.preparation import to_mnist_style

ByteArray = npt.NDArray[np.uint8]


def images_from_values(values: Numbers, name: str, first_row: int = 1) -> ByteArray:
    """Pictures as 28×28 bytes.

    Args:
        values: (N, H, W), (N, H, W, 1) or (N, H·H); whole numbers in 0–255, or floats in [0, 1].
        name: the data set's name, for the messages.
        first_row: the number of the first row, for the messages.

    Returns:
        uint8, (N, 28, 28); pictures of another size are prepared as an opened file is.

    Raises:
        DatasetProblem: not pictures; a value is not a number or out of range; a row is blank.
    """
    square = _as_pictures(values, name)
    if square.shape[1:] != (28, 28) and len(square) > MAX_FILES:
        raise DatasetProblem(
            f"“{name}” holds more than {MAX_FILES:,} pictures that are not 28 × 28."
        )
    pixels = _as_bytes(square, name, first_row)
    if pixels.shape[1:] == (28, 28):
        return pixels
    floats = (picture.astype(np.float32) / np.float32(255) for picture in pixels)
    return prepared(floats, [f"row {first_row + i}" for i in range(len(pixels))], name)


def prepared(pictures: Iterable[FloatArray], places: Sequence[str], name: str) -> ByteArray:
    """Make pictures of any size into 28×28 bytes.

    Args:
        pictures: float32, (H, W) each, in [0, 1].
        places: what each is called in a message (``"row 3"``), as many as there are pictures.
        name: the data set's name.

    Raises:
        DatasetProblem: a picture shows nothing.
    """
    images = np.zeros((len(places), 28, 28), np.uint8)
    complaints = []
    for index, (picture, place) in enumerate(zip(pictures, places, strict=True)):
        digit = to_mnist_style(picture)
        if not digit.found:
            complaints.append(f"{place} shows nothing")
        images[index] = np.rint(digit.image * 255).astype(np.uint8)
    refuse_rows(name, complaints)
    return images


def require_two_classes(labels: IntArray, name: str) -> None:
    """Refuse to train on one class.

    Raises:
        DatasetProblem: all labels are equal.
    """
    if len(labels) and labels.min() == labels.max():
        raise DatasetProblem(
            f"All pictures of “{name}” have the label {labels[0]}; training needs two at least."
        )


def _as_pictures(values: Numbers, name: str) -> Numbers:
    if values.dtype.kind not in "uifb":
        raise DatasetProblem(f"The pictures of “{name}” are not numbers.")
    if values.ndim == 4 and values.shape[3] == 1:
        return values[..., 0]
    if values.ndim == 3:
        return values
    side = math.isqrt(values.shape[1]) if values.ndim == 2 else 0
    if side < 4 or side**2 != values.shape[1]:
        shape = " × ".join(map(str, values.shape))
        raise DatasetProblem(f"“{name}” holds {shape} values, which are not square pictures.")
    return values.reshape(-1, side, side)


def _as_bytes(values: Numbers, name: str, first_row: int) -> ByteArray:
    if values.size == 0 or values.dtype == np.uint8:
        return values.astype(np.uint8)
    flat = values.reshape(len(values), -1)
    # Block by block: copies of 60,000 digits as floats are 188 MB each.
    blocks = [slice(row, row + _BLOCK_ROWS) for row in range(0, len(flat), _BLOCK_ROWS)]
    wrong = ~np.concatenate([_are_grey(flat[block]) for block in blocks])
    complaints = [
        f"row {first_row + row} has a pixel that is no number from 0 to 255"
        for row in np.flatnonzero(wrong)[:MAX_LISTED]
    ]
    refuse_rows(name, complaints, int(wrong.sum()))
    unit = values.dtype.kind == "f" and np.float32(flat.max()) <= 1
    pixels = np.empty(flat.shape, np.uint8)
    for block in blocks:
        pixels[block] = np.rint(flat[block].astype(np.float32) * (255 if unit else 1))
    return pixels.reshape(values.shape)


def _are_grey(rows: Numbers) -> npt.NDArray[np.bool_]:
    numbers = rows.astype(np.float64)
    fits = (numbers >= 0) & (numbers < 255.00001)  # NaN is neither
    return np.asarray(fits.all(1))


_BLOCK_ROWS = 4096
MAX_FILES = 200_000


def load_npz(path: Path, part: str) -> DigitDataset:
    """Read ``x`` and ``y``, or Keras' ``x_train, y_train, x_test, y_test``.

    Args:
        path: the archive; pickled objects in it are refused.
        part: ``"train"`` or ``"test"``, for Keras' names.

    Raises:
        DatasetProblem: damaged, other names, no pictures, or a row that does not fit.
    """
    name = shown_name(path)
    with open_arrays(path, f"“{name}” is no readable NPZ file.") as archive:
        pairs = ((f"x_{part}", f"y_{part}"), ("x", "y"))
        pair = next((p for p in pairs if p[0] in archive and p[1] in archive), None)
        if pair is None:
            raise DatasetProblem(f"“{name}” has neither x and y nor x_{part} and y_{part} in it.")
        values, labels = map(archive.array, pair)
        names = _names(archive, name)
        others = {"y_train", "y_test"} - {pair[1]} if names and pair[1] != "y" else set()
        sisters = [archive.array(key) for key in others if key in archive]
    indices, names = read_labels(labels, name, names=names, sisters=sisters)
    return DigitDataset(images_from_values(values, name), indices, names, name)


def load_folders(folder: Path, *sisters: Path) -> DigitDataset:
    """Read pictures from one sub-folder per label; its name is the label's.

    Digits as names are the labels 0–9; other names are the labels in sorted order.

    Args:
        folder: with the sub-folders.
        sisters: other parts of the same data set, whose labels count too.

    Raises:
        DatasetProblem: no sub-folders, too many, no pictures, or a picture that cannot be used.
    """
    name = shown_name(folder)
    classes = _classes(folder)
    parts = [classes, *map(_classes, sisters)]
    names = tuple(sorted({f.name for part in parts for f in part}))
    if not classes:
        raise DatasetProblem(f"“{name}” has no sub-folders with pictures, one per label.")
    label_names = DIGIT_NAMES if set(names) <= set(DIGIT_NAMES) else names
    check_names(label_names, name)
    files = [(file, label_names.index(f.name)) for f in classes for file in _pictures_in(f)]
    if len(files) > MAX_FILES:
        raise DatasetProblem(f"“{name}” holds more than {MAX_FILES:,} pictures.")
    pictures = _read_pictures([file for file, _ in files], name)
    places = [f"“{file.parent.name}/{shown_name(file)}”" for file, _ in files]
    labels = np.array([label for _, label in files], np.int64)
    return DigitDataset(prepared(pictures, places, name), labels, label_names, name)


def _pictures_in(folder: Path) -> list[Path]:
    return sorted(
        file
        for file in folder.iterdir()
        if file.suffix.lower() in SUFFIXES and not file.name.startswith(".")
    )


def _classes(folder: Path) -> list[Path]:
    inner = sorted(f for f in folder.iterdir() if f.is_dir() and not f.name.startswith("."))
    return [f for f in inner if _pictures_in(f)]


def _read_pictures(files: list[Path], name: str) -> list[FloatArray]:
    pictures, complaints = [], []
    for file in files:
        try:
            pictures.append(read_image(file))
        except ImageProblem as error:
            complaints.append(error.sentence)
    refuse_rows(name, complaints)
    return pictures


def _names(archive: ArrayArchive, name: str) -> tuple[str, ...]:
    """The labels' names, if the archive has them."""
    if "names" not in archive:
        return ()
    names = archive.array("names")
    if names.dtype.kind not in "US" or names.ndim != 1:
        raise DatasetProblem(f"“{name}”: names is not a list of texts.")
    return tuple(map(str, names.astype(str).tolist()))


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
