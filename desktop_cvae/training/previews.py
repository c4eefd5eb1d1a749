"""Previews during training: reconstructions of fixed validation digits and of the canvas."""

from __future__ import annotations

import io
from pathlib import Path
from typing import Any

import numpy as np
import tensorflow as tf

from desktop_cvae.core.atomic_files import write_atomically
from desktop_cvae.core.command_events import (
    CanvasReconstructed,
    DigitsReconstructed,
    PicturesWritten,
)
from desktop_cvae.core.errors import InputOutputError
from desktop_cvae.core.language import tr
from desktop_cvae.core.results import FloatArray
from desktop_cvae.datasets.dataset import ByteArray, DigitDataset
from desktop_cvae.model.cvae import CVAE
from desktop_cvae.training.events import Reporter
from desktop_cvae.training.loop import Training

SHOWN_DIGITS = 10
MAX_PICTURE_BYTES = 4096
_SIDE = 28


def read_picture(path: Path) -> ByteArray:
    """Read an untrusted picture.

    Args:
        path: ``.npy`` of format 1.0, uint8, (28, 28), white on black.

    Raises:
        InputOutputError: it is missing, too large or anything else.
    """
    try:
        if not path.is_file() or path.stat().st_size > MAX_PICTURE_BYTES:
            raise ValueError("no file, or too large")
        with path.open("rb") as file:
            if np.lib.format.read_magic(file) != (1, 0):
                raise ValueError("another format of .npy")
            header = np.lib.format.read_array_header_1_0(file)
            pixels = np.frombuffer(file.read(), np.uint8)
        # The header is untrusted and could name any size; only the expected one is accepted.
        shape, is_fortran, kind = header
        if shape != (_SIDE, _SIDE) or kind != np.uint8 or pixels.size != _SIDE**2:
            raise ValueError(f"{kind} {shape}")
        return pixels.reshape(shape, order="F" if is_fortran else "C")
    except (OSError, ValueError, SyntaxError) as error:
        raise InputOutputError(
            tr("“{name}” is not an array of 28 × 28 bytes.", name=path.name), str(error)
        ) from error


def fixed_digits(validation: DigitDataset) -> DigitDataset:
    """Return at most ten digits of the held-out part, of each label in turn; always the same."""
    chosen: list[int] = []
    for occurrence in range(SHOWN_DIGITS):
        for label in range(len(validation.label_names)):
            chosen += np.flatnonzero(validation.labels == label)[
                occurrence : occurrence + 1
            ].tolist()
    few = np.array(chosen[:SHOWN_DIGITS])
    return DigitDataset(
        validation.images[few], validation.labels[few], validation.label_names, validation.name
    )


def reconstruct_digits(model: CVAE, digits: DigitDataset) -> ByteArray:
    """Return digits and their reconstructions under their own labels, at the posterior's mean.

    Returns:
        uint8, (2, N, 28, 28): originals, reconstructions.
    """
    pictures, _ = _explain(model, digits.images)
    labels = digits.labels if model.spec.conditional else np.zeros_like(digits.labels)
    return np.stack([digits.images, _bytes(pictures[np.arange(len(digits)), labels])])


def reconstruct_drawing(model: CVAE, drawing: ByteArray) -> ByteArray:
    """Return a picture and its reconstruction under the label with the largest evidence.

    Args:
        model: the network.
        drawing: uint8, (28, 28), white on black.

    Returns:
        uint8, (2, 28, 28): original, reconstruction.
    """
    pictures, loss = _explain(model, drawing[np.newaxis])
    return np.stack([drawing, _bytes(pictures[0, np.argmin(loss[0])])])


def _explain(model: CVAE, images: ByteArray) -> tuple[FloatArray, FloatArray]:
    """Return reconstructions, (N, K, 784), and −ELBO in nats, (N, K)."""
    floats: Any = tf.constant(images[..., np.newaxis].astype(np.float32) / np.float32(255))
    # Not compiled: it runs once an epoch, and tracing would delay commands for seconds.
    pictures, nats, kl, *_ = model.score(floats)
    return pictures.numpy(), (nats + kl).numpy()


def _bytes(pictures: FloatArray) -> ByteArray:
    # Weights that are NaN give a black picture, and no warning from the conversion.
    pixels = np.round(255 * np.nan_to_num(pictures)).astype(np.uint8)
    return pixels.reshape(*pictures.shape[:-1], _SIDE, _SIDE)


class PreviewReporter:
    """Writes preview pictures into the run's folder, and reports them.

    Args:
        training: the training whose network is shown.
        folder: of the run.
        reporter: is told.
    """

    def __init__(self, training: Training, folder: Path, reporter: Reporter) -> None:
        self._training, self._folder, self._reporter = training, folder, reporter
        self._digits = fixed_digits(training.validation_part)
        self._canvas: ByteArray | None = None
        self._is_canvas_new = False

    def take_canvas(self, path: Path) -> None:
        """Show this picture from now on; a file that is not a picture is ignored with a note."""
        try:
            self._canvas = read_picture(path)
            self._is_canvas_new = True
        except InputOutputError as error:
            self._reporter.note(tr("canvas ignored: {reason}", reason=error.sentence))

    def tell_epoch(self) -> None:
        """Report both after an epoch; raises :class:`InputOutputError`."""
        self._is_canvas_new = self._canvas is not None
        self._tell(
            DigitsReconstructed, reconstruct_digits(self._training.trainer.model, self._digits)
        )
        self.tell_new_canvas()

    def tell_new_canvas(self) -> None:
        """Report the canvas if it has changed; raises :class:`InputOutputError`."""
        if self._canvas is not None and self._is_canvas_new:
            self._is_canvas_new = False
            drawn = reconstruct_drawing(self._training.trainer.model, self._canvas)
            self._tell(CanvasReconstructed, drawn)

    def _tell(self, kind: type[PicturesWritten], pictures: ByteArray) -> None:
        buffer = io.BytesIO()
        np.save(buffer, pictures, allow_pickle=False)
        file = self._folder.absolute() / f"{kind.EVENT}.npy"
        write_atomically(file, buffer.getvalue())
        self._reporter.say(kind(self._training.epochs_done, file))
