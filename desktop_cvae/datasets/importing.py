"""Users' data sets: NPZ, CSV and folders with one sub-folder per label.

Pictures of any size become 28×28 bytes; a row that does not fit is named.

Tested in tests/datasets/test_loading.py.
"""

from __future__ import annotations

import math
import warnings
from collections.abc import Callable, Iterable, Iterator, Sequence
from itertools import islice
from pathlib import Path
from typing import TextIO

import numpy as np
import numpy.typing as npt

from desktop_cvae.core.checked_json import printable
from desktop_cvae.core.errors import DatasetProblem, ImageProblem
from desktop_cvae.core.language import mark, number, tr, tr_n
from desktop_cvae.core.results import FloatArray, IntArray
from desktop_cvae.core.specs import DIGIT_NAMES
from desktop_cvae.datasets.array_files import ArrayArchive, Numbers, open_arrays
from desktop_cvae.datasets.dataset import (
    MAX_LISTED,
    MAX_NAME_LENGTH,
    DigitDataset,
    check_names,
    read_labels,
    refuse_rows,
)
from desktop_cvae.pictures.bounded_files import shown_name
from desktop_cvae.pictures.file_formats import SUFFIXES
from desktop_cvae.pictures.picture_files import read_image
from desktop_cvae.pictures.preparation import to_mnist_style

ByteArray = npt.NDArray[np.uint8]
Pixels = npt.NDArray[np.uint8] | FloatArray
MAX_FILES = 200_000
"""Most pictures that are not 28 × 28, each of which has to be prepared."""
MAX_FILE_LENGTH, MAX_LINE_LENGTH, MAX_ROWS = 1_000_000_000, 1_000_000, 1_000_001
"""Limits of a CSV file; the lengths are in characters."""
MIN_COLUMNS = 17
"""A label and the pixels of a picture of 4 × 4."""
MAX_PATH_LENGTH = 300
"""Longest path that a message shows, in characters."""
LABEL_TITLES = ("label", "class", "digit", "y", "target")
_BLOCK_ROWS = 4096


def images_from_values(values: Numbers, name: str, first_row: int = 1) -> ByteArray:
    """Convert pictures to 28×28 bytes.

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
    _require_few(len(square), square.shape[1:] == (28, 28), name)
    pixels = _as_bytes(square, name, first_row)
    if pixels.shape[1:] == (28, 28):
        return pixels
    floats = (picture.astype(np.float32) / np.float32(255) for picture in pixels)
    return prepared(floats, [tr("row {row}", row=first_row + i) for i in range(len(pixels))], name)


def prepared(pictures: Iterable[FloatArray], names: Sequence[str], name: str) -> ByteArray:
    """Make pictures of any size into 28×28 bytes.

    Args:
        pictures: float32, (H, W) each, in [0, 1].
        names: name of each picture in messages, such as ``"row 3"``.
        name: the data set's name.

    Raises:
        DatasetProblem: a picture is blank.
    """
    images = np.zeros((len(names), 28, 28), np.uint8)
    complaints = []
    for index, (picture, picture_name) in enumerate(zip(pictures, names, strict=True)):
        image = _prepared(picture)
        if image is None:
            complaints.append(tr("{place} is blank", place=picture_name))
        else:
            images[index] = image
    refuse_rows(name, complaints)
    return images


def _prepared(picture: FloatArray) -> ByteArray | None:
    digit = to_mnist_style(picture)
    return np.rint(digit.image * 255).astype(np.uint8) if digit.found else None


def _require_few(count: int, are_digits: bool, name: str) -> None:
    if not are_digits and count > MAX_FILES:
        raise DatasetProblem(
            tr(
                "“{name}” contains more than {most} pictures that are not 28 × 28.",
                name=name,
                most=number(MAX_FILES),
            )
        )


def require_two_classes(labels: IntArray, name: str) -> None:
    """Check that there are two labels to train on.

    Raises:
        DatasetProblem: all labels are equal.
    """
    if len(labels) and labels.min() == labels.max():
        raise DatasetProblem(
            tr(
                "All pictures of “{name}” have the label {label}; training needs at least "
                "two labels.",
                name=name,
                label=labels[0],
            )
        )


def _as_pictures(values: Numbers, name: str) -> Numbers:
    if values.dtype.kind not in "uifb":
        raise DatasetProblem(tr("The pictures of “{name}” are not numbers.", name=name))
    if values.ndim == 4 and values.shape[3] == 1:
        return values[..., 0]
    if values.ndim == 3:
        return values
    side = math.isqrt(values.shape[1]) if values.ndim == 2 else 0
    if side < 4 or side**2 != values.shape[1]:
        shape = " × ".join(map(str, values.shape))
        raise DatasetProblem(
            tr(
                "“{name}” contains {shape} values, which are not square pictures.",
                name=name,
                shape=shape,
            )
        )
    return values.reshape(-1, side, side)


def _as_bytes(values: Numbers, name: str, first_row: int) -> ByteArray:
    if values.size == 0 or values.dtype == np.uint8:
        return values.astype(np.uint8)
    flat = values.reshape(len(values), -1)
    # Block by block: copies of 60,000 digits as floats are 188 MB each.
    blocks = [slice(row, row + _BLOCK_ROWS) for row in range(0, len(flat), _BLOCK_ROWS)]
    wrong = ~np.concatenate([_are_grey(flat[block]) for block in blocks])
    complaints = [
        tr("row {row} has a pixel that is not a number from 0 to 255", row=first_row + row)
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


def load_npz(path: Path, part: str) -> DigitDataset:
    """Read ``x`` and ``y``, or Keras' ``x_train, y_train, x_test, y_test``.

    Args:
        path: the archive; pickled objects in it are refused.
        part: ``"train"`` or ``"test"``, for Keras' names.

    Raises:
        DatasetProblem: damaged, other names, no pictures, or a row that does not fit.
    """
    name = shown_name(path)
    with open_arrays(path, tr("“{name}” is not a readable NPZ file.", name=name)) as archive:
        pairs = ((f"x_{part}", f"y_{part}"), ("x", "y"))
        pair = next((p for p in pairs if p[0] in archive and p[1] in archive), None)
        if pair is None:
            raise DatasetProblem(
                tr(
                    "“{name}” contains neither x and y nor x_{part} and y_{part}.",
                    name=name,
                    part=part,
                )
            )
        values, labels = map(archive.array, pair)
        names = _names(archive, name)
        others = {"y_train", "y_test"} - {pair[1]} if names and pair[1] != "y" else set()
        sisters = [archive.array(key) for key in others if key in archive]
    indices, names = read_labels(labels, name, names=names, sisters=sisters)
    return DigitDataset(images_from_values(values, name), indices, names, name)


def labelled_files(
    folder: Path, *sisters: Path, least: int = 2
) -> tuple[list[tuple[Path, int]], tuple[str, ...]]:
    """Return the pictures of one sub-folder per label, their labels, and the labels' names.

    Arguments and errors as for :func:`load_folders`.
    """
    name = shown_name(folder)
    classes = _classes(folder)
    parts = [classes, *map(_classes, sisters)]
    names = tuple(sorted({f.name for part in parts for f in part}))
    if not classes:
        raise DatasetProblem(
            tr("“{name}” has no sub-folders with pictures, one per label.", name=name)
        )
    label_names = DIGIT_NAMES if set(names) <= set(DIGIT_NAMES) else names
    check_names(label_names, name, least)
    files = [(file, label_names.index(f.name)) for f in classes for file in _pictures_in(f)]
    if len(files) > MAX_FILES:
        raise DatasetProblem(
            tr("“{name}” contains more than {most} pictures.", name=name, most=number(MAX_FILES))
        )
    return files, label_names


def load_folders(folder: Path, *sisters: Path, least: int = 2) -> DigitDataset:
    """Read pictures from one sub-folder per label; its name is the label's.

    Digits as names are the labels 0–9; other names are the labels in sorted order. Pictures that
    cannot be used are left out, and named in the data set.

    Args:
        folder: with the sub-folders.
        sisters: other parts of the same data set, whose labels count too.
        least: smallest number of labels.

    Raises:
        DatasetProblem: no sub-folders, too many, or no picture that can be used.
    """
    name = shown_name(folder)
    files, label_names = labelled_files(folder, *sisters, least=least)
    images, labels, left_out = [], [], []
    for file, label in files:
        place = tr("“{name}”", name=printable(str(file), MAX_PATH_LENGTH))
        try:
            image = _prepared(read_image(file))
        except ImageProblem as error:
            left_out.append(f"{place}: {error.sentence}")
            continue
        if image is None:
            left_out.append(tr("{place} is blank", place=place))
            continue
        images.append(image)
        labels.append(label)
    if not images:
        refuse_rows(name, left_out)
    return DigitDataset(
        np.array(images), np.array(labels, np.int64), label_names, name, tuple(left_out)
    )


def _pictures_in(folder: Path) -> list[Path]:
    return sorted(
        file
        for file in folder.iterdir()
        if file.suffix.lower() in SUFFIXES and not file.name.startswith(".")
    )


def _classes(folder: Path) -> list[Path]:
    inner = sorted(f for f in folder.iterdir() if f.is_dir() and not f.name.startswith("."))
    return [f for f in inner if _pictures_in(f)]


def _names(archive: ArrayArchive, name: str) -> tuple[str, ...]:
    """Return the labels' names, if the archive has them."""
    if "names" not in archive:
        return ()
    names = archive.array("names")
    if names.dtype.kind not in "US" or names.ndim != 1:
        raise DatasetProblem(tr("“{name}”: names is not a list of texts.", name=name))
    return tuple(map(str, names.astype(str).tolist()))


def load_csv(path: Path) -> DigitDataset:
    """Read a CSV file; a header is tolerated and may name the label's column.

    Raises:
        DatasetProblem: unreadable, no rows, rows of different length, or a row that does not
            fit; rows are counted from 1 as an editor counts lines.
    """
    name = shown_name(path)
    try:
        with path.open(encoding="utf-8-sig") as file:

            def lines() -> Iterator[str]:
                file.seek(0)
                return _bounded_lines(file, name)

            return parse_csv(lines, name)
    except UnicodeDecodeError as error:
        raise DatasetProblem(tr("“{name}” is not a text file.", name=name), str(error)) from error
    except OSError as error:
        raise DatasetProblem(tr("“{name}” cannot be read.", name=name), str(error)) from error


def _bounded_lines(file: TextIO, name: str) -> Iterator[str]:
    """Yield the non-empty lines of an untrusted file, within limits."""
    characters = 0
    for _ in range(MAX_ROWS):
        line = file.readline(MAX_LINE_LENGTH)
        characters += len(line)
        if "\0" in line:
            raise DatasetProblem(
                tr("“{name}” is not a text file.", name=name), "there is a zero in it"
            )
        if len(line) == MAX_LINE_LENGTH or characters > MAX_FILE_LENGTH:
            sentence, most = mark("“{name}” has more than {most} characters."), MAX_FILE_LENGTH
            if len(line) == MAX_LINE_LENGTH:
                sentence = mark("“{name}” has a line of more than {most} characters.")
                most = MAX_LINE_LENGTH
            raise DatasetProblem(tr(sentence, name=name, most=number(most)))
        if not line:
            return
        if line.strip():
            yield line.rstrip("\n")
    raise DatasetProblem(
        tr("“{name}” has more than {most} lines.", name=name, most=number(MAX_ROWS))
    )


def parse_csv(read: Callable[[], Iterator[str]], name: str) -> DigitDataset:
    """Parse a CSV file's lines; see :func:`load_csv`.

    They are read twice, for the labels and for the pixels, so that the text is never held whole.

    Args:
        read: starts anew at the first of the lines: comma-, semicolon- or tab-separated numbers,
            none empty.
        name: the file's name, for the messages.
    """
    head = list(islice(read(), 2))
    separator = max(",;\t", key=head[0].count) if head else ","
    header = _header(head[0].split(separator)) if head else []
    first = 1 if header else 0
    if len(head) == first:
        raise DatasetProblem(tr("“{name}” contains no rows.", name=name))
    columns = head[first].count(separator) + 1
    if columns < MIN_COLUMNS:
        raise DatasetProblem(
            tr_n(
                "“{name}” has {n} column; a label and the pixels are needed.",
                "“{name}” has {n} columns; a label and the pixels are needed.",
                columns,
                name=name,
            )
        )
    ends = [_ends(line, separator) for line in islice(read(), first, None)]
    _require_few(len(ends), columns - 1 == 28 * 28, name)
    texts, lines = _take_texts(ends, islice(read(), first, None), separator, header)
    shape = (len(ends), columns if texts is None else columns - 1)
    numbers = _numbers(lines, shape, separator, name, first + 1)
    labels: Numbers
    if texts is None:
        column = _label_column(numbers, header)
        labels, pixels = numbers[:, column], numbers[:, 1:] if column == 0 else numbers[:, :-1]
    else:
        labels, pixels = texts, numbers
    if pixels.dtype == np.uint8 and pixels.max() <= 1:
        pixels = pixels * 255  # black and white
    indices, names = read_labels(labels, name, first + 1)
    return DigitDataset(images_from_values(pixels, name, first + 1), indices, names, name)


def _header(fields: list[str]) -> list[str]:
    """Return the column titles, or nothing if the first line is data."""
    titles = [title.strip(" \"'").lower() for title in fields]
    has_titles = titles[0] in LABEL_TITLES or titles[-1] in LABEL_TITLES
    return titles if has_titles or not _are_numbers(titles[1:-1]) else []


def _ends(line: str, separator: str) -> tuple[str, str]:
    """Return the first and the last entry, cut to the longest label."""
    first, last = line.partition(separator)[0], line.rpartition(separator)[2]
    return first.strip(" \"'")[: MAX_NAME_LENGTH + 1], last.strip(" \"'")[: MAX_NAME_LENGTH + 1]


def _take_texts(
    ends: list[tuple[str, str]], lines: Iterator[str], separator: str, header: list[str]
) -> tuple[npt.NDArray[np.str_] | None, Iterator[str]]:
    """Return labels that are names, and the lines without them; None if they are numbers."""
    for end, take_apart in enumerate((str.partition, str.rpartition)):
        texts = [pair[end] for pair in ends]
        # A few entries that are not numbers are mistakes; more than a quarter are names.
        if sum(not _are_numbers([text]) for text in texts) > len(texts) / 4:
            if header and header[end - 1] in LABEL_TITLES:
                continue
            rest = 2 if end == 0 else 0
            return np.array(texts), (take_apart(line, separator)[rest] for line in lines)
    return None, lines


def _numbers(
    lines: Iterator[str], shape: tuple[int, int], separator: str, name: str, first_row: int
) -> Pixels:
    """Return all rows: uint8 if every number fits, otherwise float32."""
    count, columns = shape
    numbers: Pixels = np.empty(shape, np.uint8)
    complaints = []
    for start in range(0, count, _BLOCK_ROWS):
        block = list(islice(lines, min(_BLOCK_ROWS, count - start)))
        if not block:
            raise DatasetProblem(tr("“{name}” was truncated while it was being read.", name=name))
        try:
            rows = _parsed(block, separator)
        except (ValueError, OverflowError):
            rows = np.empty(0, np.uint8)
        if rows.shape != (len(block), columns):
            complaints += _complaints(block, columns, separator, first_row + start)
        elif not complaints:
            if numbers.dtype != rows.dtype:
                numbers = numbers.astype(np.float32)
            numbers[start : start + len(block)] = rows
    refuse_rows(name, complaints)
    return numbers


def _parsed(lines: list[str], separator: str) -> Pixels:
    with warnings.catch_warnings():
        # NumPy only warns when it reads a fraction as an integer.
        warnings.simplefilter("error")
        try:  # ten times as fast as floats
            return np.loadtxt(lines, np.uint8, delimiter=separator, comments=None, ndmin=2)
        except (ValueError, OverflowError, DeprecationWarning):
            return np.loadtxt(lines, np.float32, delimiter=separator, comments=None, ndmin=2)


def _complaints(lines: list[str], columns: int, separator: str, first_row: int) -> list[str]:
    """Describe the rows that the fast parser could not read."""
    complaints = []
    for row, line in enumerate(lines, first_row):
        fields = line.split(separator)
        if len(fields) != columns:
            complaint = tr_n(
                "row {row} has {n} column instead of {expected}",
                "row {row} has {n} columns instead of {expected}",
                len(fields),
                row=row,
                expected=columns,
            )
            complaints.append(complaint)
        elif not _are_numbers(fields):
            complaints.append(tr("row {row} has an entry that is not a number", row=row))
    return complaints or [
        tr("rows {first} to {last} cannot be read as numbers", first=first_row, last=row)
    ]


def _are_numbers(fields: list[str]) -> bool:
    try:
        [float(field) for field in fields]
    except ValueError:
        return False
    return True


def _label_column(numbers: Pixels, header: list[str]) -> int:
    """Return the label's column, 0 or −1: by the header, else by the column that looks like labels.

    The other end of a row is a corner of the picture, which is black.
    """
    if header and header[-1] in LABEL_TITLES and header[0] not in LABEL_TITLES:
        return -1
    if header and header[0] in LABEL_TITLES:
        return 0
    return -1 if _look_like_labels(numbers[:, -1]) > _look_like_labels(numbers[:, 0]) else 0


def _look_like_labels(values: Pixels) -> bool:
    fitting = (values >= 0) & (values <= 9) & (values == np.floor(values))
    return bool(fitting.mean() >= 0.5 and len(np.unique(values[fitting])) > 1)
