"""What the data dialog shows, as plain values."""

from __future__ import annotations

from dataclasses import dataclass, replace

import numpy as np

from desktop_cvae.core.results import FloatArray, IntArray

MNIST = "MNIST"
"""Its name in the list; no data set of the user's can be called so."""
DIGEST_LENGTH = 12
"""Characters of a digest that are shown: enough to tell two apart."""


@dataclass(frozen=True)
class DataRow:
    """A data set in the list.

    Attributes:
        name: what it is called by.
        train: pictures to train with.
        held_out: pictures kept for testing.
        labels: how many kinds.
        source: where it came from.
        digest: SHA-256 of all of it; empty for MNIST, whose files are checked by their own.
        is_here: False for MNIST where it is not on this machine.
        part: bytes that a broken-off download has left.
        obstacle: why it cannot be downloaded.
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
        """True for the one that can be downloaded and not removed."""
        return self.name == MNIST

    @property
    def state(self) -> str:
        """One short line under its name."""
        if self.is_here:
            return f"{self.train + self.held_out:,} pictures · {self.labels} labels"
        return "partly downloaded" if self.part else "not on this computer"

    @property
    def origin(self) -> str:
        """Where it came from, as a line."""
        if not self.source or self.source.startswith("made "):
            return self.source[:1].upper() + self.source[1:]
        return f"From {self.source}"

    @property
    def facts(self) -> str:
        """Its numbers."""
        if not self.is_here:
            return "70,000 handwritten digits of ten labels, by Yann LeCun and Corinna Cortes"
        kinds = f"{self.train:,} to train with · {self.held_out:,} held out · {self.labels} labels"
        return f"{kinds} · SHA-256 {self.digest[:DIGEST_LENGTH]}…" if self.digest else kinds


@dataclass(frozen=True, eq=False)
class Preview:
    """A few pictures of a data set and how many there are.

    Attributes:
        images: float32, (N, 28, 28), in [0, 1]; labels take turns.
        labels: int64, (N,).
        label_names: the labels' names.
        train: pictures to train with, one number a label.
        held_out: pictures kept for testing, one number a label, or empty.
    """

    images: FloatArray
    labels: IntArray
    label_names: tuple[str, ...]
    train: tuple[int, ...]
    held_out: tuple[int, ...] = ()

    @property
    def sentence(self) -> str:
        """What data hold that are to be imported."""
        kinds = sum(count > 0 for count in self.train)
        text = f"{sum(self.train):,} pictures of {kinds} labels"
        if self.held_out:
            return f"{text}, and {sum(self.held_out):,} more to test with."
        return f"{text}; a tenth of them will be held out to test with."

    def turned(self, *, transposed: bool, inverted: bool) -> Preview:
        """With rows and columns, or light and dark, swapped."""
        images = self.images.transpose(0, 2, 1) if transposed else self.images
        return replace(self, images=np.ascontiguousarray(1 - images if inverted else images))


@dataclass(frozen=True)
class MakeWish:
    """Digits that a model shall write.

    Attributes:
        model: its name.
        count: how many.
        seed: the same seed writes the same digits.
        name: of the data set.
    """

    model: str
    count: int
    seed: int
    name: str
