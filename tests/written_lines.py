"""Pictures of lines and pages, drawn by the fakes' pen."""

from __future__ import annotations

from collections.abc import Sequence

import numpy as np
from fakes import FakeEngine, draw_digit

from desktop_cvae.core.results import FloatArray, LabelScores
from desktop_cvae.pictures.preparation import to_mnist_style


def write_line(text: str, gap: int = 8, scale: int = 2) -> FloatArray:
    """Digits side by side, ink = 1; a space leaves a digit's width, ``.`` and ``-`` are drawn."""
    cells = [_cell(letter, gap, scale) for letter in text]
    return np.pad(np.concatenate(cells, axis=1), ((8, 8), (16, 16)))


def write_page(lines: Sequence[str], gap: int = 8) -> FloatArray:
    """Lines below each other, ink = 1."""
    written = [write_line(line, gap) for line in lines]
    width = max(line.shape[1] for line in written)
    padded = [np.pad(line, ((0, 0), (0, width - line.shape[1]))) for line in written]
    return np.concatenate(padded, axis=0)


def on_paper(ink: FloatArray) -> FloatArray:
    """Dark ink on light paper."""
    paper: FloatArray = np.float32(0.95) - np.float32(0.8) * ink
    return paper


class ReadingEngine(FakeEngine):
    """Reads what its pen wrote, in nats such as a trained model's."""

    def __post_init__(self) -> None:
        super().__post_init__()
        self._prepared = np.stack([to_mnist_style(digit).image for digit in self._templates])

    def score(self, images: FloatArray) -> LabelScores:
        """The image's own entropy, and more for every pixel that is not as it should be."""
        scores = super().score(images)
        grey = np.clip(images, 1e-6, 1 - 1e-6)
        least = -(grey * np.log(grey) + (1 - grey) * np.log(1 - grey)).sum((1, 2))
        wrong = ((images[:, None] - self._prepared[None]) ** 2).sum((2, 3))
        nats = least[:, None] + 15 + 3 * wrong
        return LabelScores(
            np.repeat(self._prepared[None], len(images), axis=0),
            nats.astype(np.float32),
            np.full_like(scores.kl_nats, 12),
            scores.latent_means,
        )


def _cell(letter: str, gap: int, scale: int) -> FloatArray:
    if letter.isdigit():
        ink = np.kron(draw_digit(int(letter)), np.ones((scale, scale), np.float32))
        filled = np.flatnonzero(ink.any(0))
        return np.pad(ink[:, filled[0] : filled[-1] + 1], ((0, 0), (0, gap)))
    cell = np.zeros((28 * scale, 14 * scale), np.float32)
    if letter == ".":
        cell[21 * scale : 24 * scale, 5 * scale : 8 * scale] = 1
    elif letter == "-":
        cell[13 * scale : 15 * scale, 3 * scale : 11 * scale] = 1
    return cell
