"""Jobs of the data dialog for the worker, and the values that they return; no widgets."""

from __future__ import annotations

import re
from collections.abc import Collection
from dataclasses import dataclass, replace
from pathlib import Path

import numpy as np

from desktop_cvae.core import paths
from desktop_cvae.core.errors import DatasetProblem, MissingLabels, UsageError
from desktop_cvae.core.language import mark, number, tr, tr_n
from desktop_cvae.core.results import FloatArray, IntArray, Samples
from desktop_cvae.core.tasks import Task
from desktop_cvae.datasets.dataset import DigitDataset
from desktop_cvae.datasets.loading import load_parts
from desktop_cvae.datasets.mnist import TOTAL_BYTES, read_mnist_folder
from desktop_cvae.datasets.stored import (
    list_stored,
    load_stored,
    read_about,
    require_name,
    store_dataset,
)
from desktop_cvae.gui.model_source import ModelSource

MNIST = "MNIST"
"""Name of MNIST in the list; no stored data set can have it."""
DIGEST_LENGTH = 12
"""Number of characters of a digest that are shown."""
MADE = re.compile(r"made by the model (.+), seed (\d+)")
"""Origin that the command line and the window store for data that a model wrote."""
SHOWN = 60
"""Number of pictures in a preview."""
MAX_NAME = 60
LIGHT = 127.5
"""Mean grey level above which a picture shows dark ink on white."""
WRONG_VARIABLE = mark(
    "The variable DESKTOP_CVAE_MNIST names “{folder}”, but MNIST's files are not there; put them "
    "there, or start the program without the variable."
)


@dataclass(frozen=True)
class DataRow:
    """A data set in the list.

    Attributes:
        name: its name.
        train: number of training images.
        held_out: number of test images.
        labels: number of labels.
        source: its origin.
        digest: SHA-256 of the data; empty for MNIST, whose files have their own.
        is_here: False for MNIST that is not on this machine.
        part: bytes that an interrupted download has left.
        obstacle: why it cannot be downloaded, or "".
    """

    name: str
    train: int
    held_out: int
    labels: int
    source: str
    digest: str = ""
    is_here: bool = True
    part: int = 0
    obstacle: str = ""

    @property
    def is_mnist(self) -> bool:
        """True for MNIST, which can be downloaded but not removed."""
        return self.name == MNIST

    @property
    def state(self) -> str:
        """Its state in a few words."""
        if self.is_here:
            pictures = tr_n("{n} picture", "{n} pictures", self.train + self.held_out)
            return f"{pictures} · {tr_n('{n} label', '{n} labels', self.labels)}"
        return tr("partly downloaded") if self.part else tr("not on this computer")

    @property
    def origin(self) -> str:
        """A line about its origin."""
        if made := MADE.fullmatch(self.source):
            return tr("Made by the model {model}, seed {seed}", model=made[1], seed=made[2])
        if not self.source or self.source.startswith("made "):
            return self.source[:1].upper() + self.source[1:]
        return tr("From {source}", source=self.source)

    @property
    def facts(self) -> str:
        """A line with its numbers."""
        if not self.is_here:
            return tr("70,000 handwritten digits of ten labels, by Yann LeCun and Corinna Cortes")
        parts = [
            tr("{count} to train with", count=number(self.train)),
            tr("{count} held out", count=number(self.held_out)),
            tr_n("{n} label", "{n} labels", self.labels),
        ]
        parts += [f"SHA-256 {self.digest[:DIGEST_LENGTH]}…"] if self.digest else []
        return " · ".join(parts)


@dataclass(frozen=True, eq=False)
class Preview:
    """Some pictures of a data set, and the counts of all.

    Attributes:
        images: float32, (N, 28, 28), in [0, 1]; labels take turns.
        labels: int64, (N,).
        label_names: the labels' names.
        train: number of training images of each label.
        held_out: number of test images of each label, or empty.
    """

    images: FloatArray
    labels: IntArray
    label_names: tuple[str, ...]
    train: tuple[int, ...]
    held_out: tuple[int, ...] = ()

    @property
    def sentence(self) -> str:
        """A sentence about the content of data to be imported."""
        kinds = sum(count > 0 for count in self.train)
        text = tr_n(
            "{n} picture of {kinds} labels",
            "{n} pictures of {kinds} labels",
            sum(self.train),
            kinds=kinds,
        )
        if self.held_out:
            return tr(
                "{text}, and {more} more for testing.", text=text, more=number(sum(self.held_out))
            )
        return tr("{text}; a tenth of them will be held out for testing.", text=text)

    def turned(self, *, transposed: bool, inverted: bool) -> Preview:
        """Return it with rows and columns, or light and dark, swapped."""
        images = self.images.transpose(0, 2, 1) if transposed else self.images
        return replace(self, images=np.ascontiguousarray(1 - images if inverted else images))


@dataclass(frozen=True)
class DatasetRequest:
    """A request for digits that a model writes.

    Attributes:
        model: name of the model.
        count: number of digits.
        seed: the same seed writes the same digits.
        name: name of the data set.
    """

    model: str
    count: int
    seed: int
    name: str


@dataclass(frozen=True, eq=False)
class ImportCandidate:
    """Data that were read and can be imported.

    Attributes:
        path: where they were read.
        train: the training part, or all pictures.
        test: the held-out part, if the data have one.
        preview: a few of the pictures.
        looks_inverted: True if the pictures are mostly light, so that the ink is dark.
    """

    path: Path
    train: DigitDataset
    test: DigitDataset | None
    preview: Preview
    looks_inverted: bool

    @property
    def left_out(self) -> tuple[str, ...]:
        """Sentences that name the pictures which are not imported."""
        return self.train.left_out + (self.test.left_out if self.test else ())


def list_rows() -> list[DataRow]:
    """Return MNIST, present or not, and all stored data sets."""
    rows = [_mnist_row()]
    for entry in list_stored():
        sizes = (entry.train_size, entry.test_size, len(entry.label_names))
        rows.append(DataRow(entry.name, *sizes, entry.source, entry.digest))
    return rows


def load_preview(name: str) -> Preview:
    """Return pictures and counts of a data set.

    Raises:
        DatasetProblem: it is gone or damaged.
    """
    if name != MNIST:
        return _preview(load_stored(name, "train"), read_about(name).test_counts)
    folder = paths.mnist_dir()
    if folder is None:
        raise DatasetProblem(tr("MNIST is no longer on this computer."))
    return _preview(read_mnist_folder(folder, "train"), _counts(read_mnist_folder(folder, "test")))


def read_candidate(path: Path) -> ImportCandidate:
    """Read a user's file or folder.

    Raises:
        UnfitRows: rows or files do not fit; the error names them.
        DatasetProblem: it cannot be used.
    """
    train, test = load_parts(path)
    preview = _preview(train, _counts(test) if test else ())
    return ImportCandidate(path, train, test, preview, bool(train.images.mean() > LIGHT))


def store_candidate(
    candidate: ImportCandidate, name: str, *, transposed: bool = False, inverted: bool = False
) -> str:
    """Store the data under a name, and return the name.

    Raises:
        UsageError: the name cannot be used.
        DatasetProblem: it cannot be stored.
    """
    require_name(name, overwrite=False)
    parts = [candidate.train] + ([] if candidate.test is None else [candidate.test])
    turned = [part.turned(transposed=transposed, inverted=inverted) for part in parts]
    return store_dataset(name, str(candidate.path.resolve()), *turned).name


def write_digits(
    source: ModelSource, request: DatasetRequest
) -> Task[tuple[Samples, tuple[str, ...]]]:
    """Return generated digits, whose labels take turns, and the labels' names.

    Raises:
        MissingLabels: the model has no labels.
        ModelFileError: it cannot be opened.
    """
    model = source.load(request.model, "onnx")
    if not model.has_labels:
        raise MissingLabels(model.name, tr("write a labelled data set"))
    samples = yield from model.generate(None, request.count, 1.0, request.seed)
    return samples, model.label_names


def make_dataset(source: ModelSource, request: DatasetRequest) -> Task[str]:
    """Let a model write a labelled data set, store it, and return its name.

    Nothing is stored if the generator is closed before its end.

    Raises:
        MissingLabels: the model has no labels.
        ModelFileError: it cannot be opened.
        UsageError: the name cannot be used.
        DatasetProblem: it cannot be stored.
    """
    require_name(request.name, overwrite=False)
    samples, names = yield from write_digits(source, request)
    assert samples.labels is not None
    digits = DigitDataset(samples.pixels, samples.labels, names, request.name)
    origin = f"made by the model {request.model}, seed {request.seed}"
    return store_dataset(request.name, origin, digits).name


def complaint_about(name: str, taken: Collection[str]) -> str:
    """Return why a data set cannot have this name, or an empty text."""
    if not name.strip():
        return tr("Give the data set a name.")
    try:
        require_name(name)
    except UsageError as error:
        return error.sentence
    is_taken = name.casefold() in {other.casefold() for other in taken}
    return (
        tr("There is already a data set “{name}”; choose another name.", name=name)
        if is_taken
        else ""
    )


def free_name(base: str, taken: Collection[str]) -> str:
    """Return a free name as similar as possible to the given one."""
    cleaned = re.sub(r"[^\w .-]", " ", base)[: MAX_NAME - 4].strip(" .-")
    base = cleaned if cleaned and cleaned.lower() != "mnist" else "digits"
    number, name = 1, base
    while complaint_about(name, taken):
        number += 1
        name = f"{base} {number}"
    return name


def _mnist_row() -> DataRow:
    named = paths.mnist_variable()
    folder = paths.mnist_dir()
    if folder is not None:
        origin = tr("{folder} (by DESKTOP_CVAE_MNIST)", folder=folder) if named else str(folder)
        return DataRow(MNIST, 60_000, 10_000, 10, origin)
    if named:
        obstacle = tr(WRONG_VARIABLE, folder=named)
        return DataRow(MNIST, 0, 0, 10, "", is_here=False, obstacle=obstacle)
    part = min(_bytes_in(paths.datasets_dir() / "mnist"), TOTAL_BYTES)
    return DataRow(MNIST, 0, 0, 10, "", is_here=False, part=part)


def _bytes_in(folder: Path) -> int:
    try:
        return sum(file.stat().st_size for file in folder.iterdir() if file.is_file())
    except OSError:
        return 0


def _preview(train: DigitDataset, held_out: tuple[int, ...]) -> Preview:
    """Return the first pictures of each label, the labels in turn."""
    kinds = range(len(train.label_names))
    each = max(1, SHOWN // len(kinds))
    indices = [np.flatnonzero(train.labels == kind)[:each] for kind in kinds]
    turns = [row[turn] for turn in range(each) for row in indices if turn < len(row)]
    chosen = np.array(turns, np.int64)
    images = train.images[chosen].astype(np.float32) / np.float32(255)
    return Preview(images, train.labels[chosen], train.label_names, _counts(train), held_out)


def _counts(part: DigitDataset) -> tuple[int, ...]:
    return tuple(np.bincount(part.labels, minlength=len(part.label_names)).tolist())
