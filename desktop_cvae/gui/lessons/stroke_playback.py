"""Plays recorded strokes on the canvas, point by point."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from PySide6.QtCore import QEvent, QObject, QPointF, QTimer, Signal

from desktop_cvae.core.drawing_record import StrokeRecord
from desktop_cvae.gui.drawing import Stroke
from desktop_cvae.gui.widgets.drawing_canvas import DrawingCanvas

TICK_MS = 16
MIN_POINTS_PER_TICK = 2
LONGEST_TICKS = 320
"""Longest playback in ticks, about five seconds; longer drawings play faster."""
_PRESSES = (QEvent.Type.MouseButtonPress, QEvent.Type.TabletPress, QEvent.Type.TouchBegin)


class StrokePlayback(QObject):
    """Plays strokes; a press on the canvas draws the rest at once.

    Signals:
        ended: all strokes are drawn, or the playback was stopped.
    """

    ended = Signal()

    def __init__(self, canvas: DrawingCanvas, strokes: Sequence[StrokeRecord]) -> None:
        super().__init__(canvas)
        self._canvas = canvas
        self._steps = self._draw(strokes)
        points = sum(len(stroke.points) for stroke in strokes)
        self._points_per_tick = max(MIN_POINTS_PER_TICK, -(-points // LONGEST_TICKS))
        self._timer = QTimer(self, interval=TICK_MS)
        self._timer.timeout.connect(self._on_tick)
        canvas.installEventFilter(self)
        self._timer.start()

    def finish(self) -> None:
        """Draw the rest at once."""
        for _ in self._steps:
            pass
        self.stop()

    def stop(self) -> None:
        """Stop without drawing the rest."""
        if self._timer.isActive():
            self._timer.stop()
            self._canvas.removeEventFilter(self)
            self._canvas.end_stroke()
            self.ended.emit()
            self.deleteLater()

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Finish when the user starts to draw."""
        if event.type() in _PRESSES:
            self.finish()
        return False

    def _on_tick(self) -> None:
        for _ in range(self._points_per_tick):
            if next(self._steps, None) is None:
                self.stop()
                return

    def _draw(self, strokes: Sequence[StrokeRecord]) -> Iterator[StrokeRecord]:
        """Draw one more point at each step."""
        for record in strokes:
            pressures = record.pressures or (None,) * len(record.points)
            positions = [QPointF(*point) for point in record.points]
            first = Stroke(record.width, record.erases, positions[:1])
            first.pressures = list(record.pressures[:1])
            self._canvas.begin_stroke(first)
            yield record
            for position, pressure in zip(positions[1:], pressures[1:], strict=True):
                self._canvas.extend_stroke(position, pressure)
                yield record
            self._canvas.end_stroke()
