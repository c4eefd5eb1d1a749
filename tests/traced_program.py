"""``desktop-cvae``, which also writes what its window shows to a file.

Usage: ``python tests/traced_program.py FILE [ARGUMENT …]``. Every line of the file is a JSON object
with ``event`` and ``time`` (seconds since the epoch):

``shown``   a window is on the screen, or its parts have moved: ``window`` is its name, ``places``
            says where its named parts are, in the screen's pixels:
            ``{"canvas": [x, y, width, height], …}``
``model``   a model is ready: ``name``, ``engine``
``answer``  an answer is shown: ``label``, ``label_name``, ``probability``, ``chosen``, ``found``,
            ``noise_kind``, ``noise_level``, ``noise_seed``, ``elapsed_ms``
``number``  a number is read or corrected: ``text``
``notice``  a sentence is shown: ``sentence``
``focus``   a part has the keyboard: ``name``, its object name or what screen readers call it
``mark``    a label's row is marked: ``label``
``line``    a number is written in the hand: ``text``
"""

from __future__ import annotations

import json
import sys
import time
from pathlib import Path
from typing import Any

from desktop_cvae.cli.gui import import_numpy

# Before PySide6 and with one thread, as in the program itself.
import_numpy()

from PySide6.QtCore import QEvent, QObject, QPoint, QTimer  # noqa: E402 - as above
from PySide6.QtWidgets import QApplication, QWidget  # noqa: E402 - as above

from desktop_cvae import app  # noqa: E402 - as above
from desktop_cvae.cli.main import main  # noqa: E402 - as above
from desktop_cvae.gui.session import Notice, Session  # noqa: E402 - as above

SETTLING_MS = 30
"""A layout moves its parts one after the other."""

_KINDS = QEvent.Type
_MOVES = (_KINDS.Show, _KINDS.LayoutRequest, _KINDS.Resize, _KINDS.Move)


class Trace(QObject):
    """Appends one line per event.

    Args:
        session: is listened to.
        path: is appended to.
    """

    def __init__(self, session: Session, path: Path, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._session, self._path = session, path
        self._shown: dict[str, dict[str, list[float]]] = {}
        self._settling = QTimer(self)
        self._settling.setSingleShot(True)
        self._settling.setInterval(SETTLING_MS)
        self._settling.timeout.connect(self._write_windows)
        session.reply_changed.connect(self._on_reply_changed)
        session.model_changed.connect(self._on_model_changed)
        session.number_changed.connect(self._on_number_changed)
        session.notice_raised.connect(self._on_notice_raised)
        session.looked_at_changed.connect(lambda: self.write("mark", label=session.looked_at))
        session.line_changed.connect(self._on_line_changed)
        QApplication.instance().focusChanged.connect(self._on_focus_changed)

    def write_shown(self, window: QWidget) -> None:
        """Append that a window is on the screen, and where its parts are; once for each place."""
        name = window.objectName()
        parts = [p for p in window.findChildren(QWidget) if p.objectName() and p.isVisible()]
        places = {part.objectName(): _place(part) for part in parts}
        if self._shown.get(name) != places:
            self._shown[name] = places
            self.write("shown", window=name, places=places)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Notice windows that come and change."""
        if event.type() in _MOVES and isinstance(watched, QWidget) and watched.isWindow():
            self._settling.start()
        return False

    def write(self, event: str, **values: Any) -> None:
        """Append a line."""
        line = json.dumps({"event": event, "time": time.time(), **values})
        with self._path.open("a", encoding="utf-8") as file:
            file.write(line + "\n")

    def _write_windows(self) -> None:
        for window in QApplication.topLevelWidgets():
            if window.isVisible() and window.objectName():
                self.write_shown(window)

    def _on_model_changed(self) -> None:
        if (model := self._session.model) is not None:
            self.write("model", name=model.entry.name, engine=model.engine.name)

    def _on_number_changed(self) -> None:
        self.write("number", text=self._session.number)
        # Its card comes and goes within the window, which is not told.
        self._settling.start()

    def _on_notice_raised(self, notice: Notice) -> None:
        self.write("notice", sentence=notice.sentence)

    def _on_line_changed(self) -> None:
        if (line := self._session.line) is not None:
            self.write("line", text=line.number.text)

    def _on_focus_changed(self, _: QWidget | None, now: QWidget | None) -> None:
        if now is not None:
            self.write("focus", name=now.objectName() or now.accessibleName())

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


class TracedApplication(app.Application):
    """Writes from the window's first sentence on."""

    path: Path

    def __init__(self, *arguments: Any, **options: Any) -> None:
        super().__init__(*arguments, **options)
        trace = Trace(self.session, self.path, self.window)
        if (notice := self.window.notice.notice) is not None:
            trace.write("notice", sentence=notice.sentence)
        QApplication.instance().installEventFilter(trace)
        QTimer.singleShot(0, trace, lambda: trace.write_shown(self.window))


def trace_to(path: Path) -> None:
    """Let the next window write to a file."""
    TracedApplication.path = path
    app.Application = TracedApplication


if __name__ == "__main__":
    trace_to(Path(sys.argv[1]))
    sys.exit(main(sys.argv[2:]))
