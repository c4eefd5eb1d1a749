"""Writes what the window shows to a file, for tests of the whole program.

The variable ``DESKTOP_CVAE_TRACE`` names the file. Every line is a JSON object
with ``event`` and ``time`` (seconds since the epoch):

``shown``   the window is on the screen; ``places`` says where its named parts are, in the
            screen's pixels: ``{"canvas": [x, y, width, height], …}``
``model``   a model is ready: ``name``, ``engine``
``answer``  an answer is shown: ``label``, ``label_name``, ``probability``, ``chosen``, ``found``,
            ``noise_kind``, ``noise_level``, ``noise_seed``, ``elapsed_ms``
``notice``  a sentence is shown: ``sentence``
"""

from __future__ import annotations

import json
import time
from pathlib import Path
from typing import Any

from PySide6.QtCore import QObject, QPoint
from PySide6.QtWidgets import QWidget

from desktop_cvae.gui.session import Session
from desktop_cvae.gui.values import Notice

VARIABLE = "DESKTOP_CVAE_TRACE"


class Trace(QObject):
    """Appends one line per event.

    Args:
        session: is listened to.
        path: is appended to.
    """

    def __init__(self, session: Session, path: Path, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._session, self._path = session, path
        session.reply_changed.connect(self._on_reply_changed)
        session.model_changed.connect(self._on_model_changed)
        session.notice_raised.connect(self._on_notice_raised)

    def write_shown(self, window: QWidget) -> None:
        """Append that the window is on the screen, and where its parts are."""
        parts = [p for p in window.findChildren(QWidget) if p.objectName() and p.isVisible()]
        self.write("shown", places={part.objectName(): _place(part) for part in parts})

    def write(self, event: str, **values: Any) -> None:
        """Append a line."""
        line = json.dumps({"event": event, "time": time.time(), **values})
        with self._path.open("a", encoding="utf-8") as file:
            file.write(line + "\n")

    def _on_model_changed(self) -> None:
        if (model := self._session.model) is not None:
            self.write("model", name=model.entry.name, engine=model.kind)

    def _on_notice_raised(self, notice: Notice) -> None:
        self.write("notice", sentence=notice.sentence)

    def _on_reply_changed(self) -> None:
        if (reply := self._session.reply) is None:
            return
        answer, noise = reply.answer, reply.question.noise
        recognition, names = answer.recognition, self._session.label_names
        label = recognition.label if recognition else None
        self.write(
            "answer",
            label=label,
            label_name=None if label is None else names[label],
            probability=recognition.probability if recognition else None,
            chosen=reply.question.label,
            found=answer.prepared.found,
            noise_kind=noise.kind,
            noise_level=noise.level,
            noise_seed=noise.seed,
            elapsed_ms=answer.elapsed_ms,
        )


def _place(part: QWidget) -> list[float]:
    corner, ratio = part.mapToGlobal(QPoint(0, 0)), part.devicePixelRatioF()
    sides = (corner.x(), corner.y(), part.width(), part.height())
    return [side * ratio for side in sides]
