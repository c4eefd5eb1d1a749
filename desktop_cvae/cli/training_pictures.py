"""Shows, while a network trains, what it makes of validation digits and of the canvas."""

from __future__ import annotations

import io
from collections.abc import Callable
from pathlib import Path

import numpy as np

from desktop_cvae.cli.output import note
from desktop_cvae.core.atomic_files import write_atomically
from desktop_cvae.core.errors import InputOutputError
from desktop_cvae.datasets.dataset import ByteArray
from desktop_cvae.training.events import event_line
from desktop_cvae.training.loop import Training
from desktop_cvae.training.previews import (
    fixed_digits,
    read_picture,
    reconstruct_digits,
    reconstruct_drawing,
)


class PictureTeller:
    """Writes pictures into the run's folder and says so.

    Args:
        training: whose network is shown.
        folder: of the run.
        say: takes event lines.
    """

    def __init__(self, training: Training, folder: Path, say: Callable[[str], None]) -> None:
        self._training, self._folder, self._say = training, folder, say
        self._digits = fixed_digits(training.split.validation)
        self._canvas: ByteArray | None = None
        self._is_canvas_new = False

    def take_canvas(self, path: Path) -> None:
        """Show this picture from now on; what is no picture is ignored, with a note."""
        try:
            self._canvas = read_picture(path)
            self._is_canvas_new = True
        except InputOutputError as error:
            note(f"canvas ignored: {error.sentence}")

    def tell_epoch(self) -> None:
        """After an epoch: both; raises :class:`InputOutputError`."""
        self._is_canvas_new = self._canvas is not None
        self._tell(
            "reconstructions", reconstruct_digits(self._training.trainer.model, self._digits)
        )
        self.tell_new_canvas()

    def tell_new_canvas(self) -> None:
        """The canvas, if there is another than was told; raises :class:`InputOutputError`."""
        if self._canvas is not None and self._is_canvas_new:
            self._is_canvas_new = False
            self._tell("canvas", reconstruct_drawing(self._training.trainer.model, self._canvas))

    def _tell(self, event: str, pictures: ByteArray) -> None:
        buffer = io.BytesIO()
        np.save(buffer, pictures, allow_pickle=False)
        file = self._folder.absolute() / f"{event}.npy"
        write_atomically(file, buffer.getvalue())
        self._say(event_line(event, epoch=self._training.epochs_done, file=str(file)))
