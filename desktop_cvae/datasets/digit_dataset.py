"""Labelled 28×28 digits, checked, ready to train on or to be scored."""

from __future__ import annotations

import hashlib
from dataclasses import dataclass, replace
from functools import cached_property

import numpy as np
import numpy.typing as npt

from desktop_cvae.core.errors import DatasetProblem
from desktop_cvae.core.results import FloatArray, IntArray
from desktop_cvae.core.specs import DIGIT_NAMES

ByteArray = npt.NDArray[np.uint8]


@dataclass(frozen=True, eq=False)
class DigitDataset:
    """Labelled pictures.

    Attributes:
        images: uint8, (N, 28, 28), white ink on black, N ≥ 1.
        labels: int64, (N,), each an index into ``label_names``.
        label_names: what the labels are called, 2–62 of them.
        name: for people, such as ``"MNIST test"``.
    """

    images: ByteArray
    labels: IntArray
    label_names: tuple[str, ...] = DIGIT_NAMES
    name: str = "data set"

    def __post_init__(self) -> None:
        if len(self.images) == 0:
            raise DatasetProblem(f"“{self.name}” holds no pictures.")
        if self.images.shape[1:] != (28, 28) or self.images.dtype != np.uint8:
            raise DatasetProblem(f"The pictures of “{self.name}” are not 28 × 28 bytes.")
        if len(self.labels) != len(self.images):
            raise DatasetProblem(
                f"“{self.name}” has {len(self.images)} pictures but {len(self.labels)} labels."
            )
        wrong = np.flatnonzero((self.labels < 0) | (self.labels >= len(self.label_names)))
        if len(wrong):
            raise DatasetProblem(
                f"“{self.name}”: row {wrong[0] + 1} has the label {self.labels[wrong[0]]}; "
                f"labels are 0 to {len(self.label_names) - 1}."
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
        """The first ``count`` pictures, or all if there are fewer.

        Raises:
            DatasetProblem: ``count`` is less than 1.
        """
        return DigitDataset(
            self.images[: max(count, 0)], self.labels[: max(count, 0)], self.label_names, self.name
        )

    def turned(self, *, transposed: bool = False, inverted: bool = False) -> DigitDataset:
        """The same labels with other pictures.

        Args:
            transposed: swap rows and columns, as EMNIST's files need.
            inverted: swap light and dark, for dark ink on white.
        """
        images = self.images.transpose(0, 2, 1) if transposed else self.images
        images = 255 - images if inverted else images
        return replace(self, images=np.ascontiguousarray(images))

    def floats(self) -> FloatArray:
        """The pictures as float32, (N, 28, 28), in [0, 1]."""
        return self.images.astype(np.float32) / np.float32(255)
