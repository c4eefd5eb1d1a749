"""Sends the canvas to a training, which reconstructs it as it learns."""

from __future__ import annotations

import io
from collections.abc import Callable
from functools import partial
from pathlib import Path

import numpy as np
from PySide6.QtCore import QObject, QTemporaryDir, QTimer

from desktop_cvae.core.operating_system import replace_file
from desktop_cvae.core.results import FloatArray
from desktop_cvae.gui.session import Session
from desktop_cvae.workers.job_runner import JobRunner

PATIENCE_MS = 500
"""Shortest time between two pictures."""


class CanvasSender(QObject):
    """Writes the 28×28 picture that the model reads to a file, at most twice a second.

    Args:
        session: has the picture.
        runner: writes the file.
        send: gets the file's path.
    """

    def __init__(
        self,
        session: Session,
        runner: JobRunner,
        send: Callable[[Path], None],
        parent: QObject | None = None,
    ) -> None:
        super().__init__(parent)
        self._session, self._runner, self._send = session, runner, send
        self._folder: QTemporaryDir | None = None
        self._is_on = False
        self._patience = QTimer(self, singleShot=True, interval=PATIENCE_MS)
        self._patience.timeout.connect(self._send_now)
        session.reply_changed.connect(self._on_reply_changed)

    def set_on(self, is_on: bool) -> None:
        """Begin with the present drawing, or stop sending."""
        self._is_on = is_on
        if is_on:
            self._send_now()
        else:
            self._patience.stop()

    def _on_reply_changed(self) -> None:
        if self._is_on and not self._patience.isActive():
            self._patience.start()

    def _send_now(self) -> None:
        reply = self._session.reply
        if reply is None:
            return
        if self._folder is None:
            self._folder = QTemporaryDir()
        path = Path(self._folder.path()) / "canvas.npy"
        write = partial(_replace, path, reply.answer.prepared.image)
        # An error is in the log; the training goes on without the picture.
        self._runner.submit("canvas file", write, self._on_written, lambda _: None)

    def _on_written(self, path: Path) -> None:
        if self._is_on:
            self._send(path)


def _replace(path: Path, image: FloatArray) -> Path:
    """Write the picture under another name and rename it: no reader sees half of it."""
    pixels = np.round(255 * np.clip(image, 0, 1)).astype(np.uint8)
    buffer = io.BytesIO()
    np.save(buffer, pixels, allow_pickle=False)
    part = path.with_suffix(".part")
    part.write_bytes(buffer.getvalue())
    replace_file(part, path)
    return path
