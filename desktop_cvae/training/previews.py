"""What the network in training makes of pictures: of fixed validation digits, of a drawing."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import numpy as np
import tensorflow as tf

from desktop_cvae.core.errors import InputOutputError
from desktop_cvae.core.results import FloatArray
from desktop_cvae.datasets.dataset import ByteArray, DigitDataset
from desktop_cvae.model.cvae import CVAE

SHOWN_DIGITS = 10
MAX_PICTURE_BYTES = 4096
_SIDE = 28


def read_picture(path: Path) -> ByteArray:
    """A picture that somebody else wrote.

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
        # The header is believed only if it says what we expect: it could ask for any size.
        shape, is_fortran, kind = header
        if shape != (_SIDE, _SIDE) or kind != np.uint8 or pixels.size != _SIDE**2:
            raise ValueError(f"{kind} {shape}")
        return pixels.reshape(shape, order="F" if is_fortran else "C")
    except (OSError, ValueError, SyntaxError) as error:
        raise InputOutputError(
            f"“{path.name}” is no picture of 28 × 28 bytes.", str(error)
        ) from error


def fixed_digits(validation: DigitDataset) -> DigitDataset:
    """At most ten digits of the held-out part, of each label in turn; always the same."""
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
    """Digits over their reconstructions under their own labels, at the posterior's mean.

    Returns:
        uint8, (2, N, 28, 28): originals, reconstructions.
    """
    pictures, _ = _explain(model, digits.images)
    labels = digits.labels if model.spec.conditional else np.zeros_like(digits.labels)
    return np.stack([digits.images, _bytes(pictures[np.arange(len(digits)), labels])])


def reconstruct_drawing(model: CVAE, drawing: ByteArray) -> ByteArray:
    """A picture over its reconstruction under the label with the largest evidence.

    Args:
        model: the network.
        drawing: uint8, (28, 28), white on black.

    Returns:
        uint8, (2, 28, 28): original, reconstruction.
    """
    pictures, loss = _explain(model, drawing[np.newaxis])
    return np.stack([drawing, _bytes(pictures[0, np.argmin(loss[0])])])


def _explain(model: CVAE, images: ByteArray) -> tuple[FloatArray, FloatArray]:
    """Reconstructions (N, K, 784) and −ELBO in nats (N, K)."""
    floats: Any = tf.constant(images[..., np.newaxis].astype(np.float32) / np.float32(255))
    # Not compiled: it runs once an epoch, and tracing would hold up the commands.
    pictures, nats, kl, _ = model.score(floats)
    return pictures.numpy(), (nats + kl).numpy()


def _bytes(pictures: FloatArray) -> ByteArray:
    # Weights that are no numbers any more give no picture, but no complaint either.
    pixels = np.round(255 * np.nan_to_num(pictures)).astype(np.uint8)
    return pixels.reshape(*pictures.shape[:-1], _SIDE, _SIDE)
