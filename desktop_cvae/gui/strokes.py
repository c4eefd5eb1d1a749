"""What was drawn, as strokes with undo and redo; knows no widget."""

from __future__ import annotations

from dataclasses import dataclass, field

from PySide6.QtCore import QPointF

from desktop_cvae.gui.values import Picture


@dataclass(eq=False)
class Stroke:
    """One movement of the pen; it grows while the button is down.

    Attributes:
        width: as a share of the canvas' side.
        erases: True for the eraser.
        points: places in the unit square, y down.
        is_ended: True when the pen was lifted.
    """

    width: float
    erases: bool
    points: list[QPointF] = field(default_factory=list)
    is_ended: bool = False


@dataclass(frozen=True, eq=False)
class Ground:
    """A new beginning: an opened picture, or blank paper."""

    picture: Picture | None


BLANK = Ground(None)


class StrokeHistory:
    """Strokes and new beginnings in order, each of which can be undone."""

    def __init__(self) -> None:
        self._marks: list[Stroke | Ground] = []
        self._undone: list[Stroke | Ground] = []

    @property
    def can_undo(self) -> bool:
        """True if there is something to undo."""
        return bool(self._marks)

    @property
    def can_redo(self) -> bool:
        """True if something was undone and nothing added since."""
        return bool(self._undone)

    @property
    def picture(self) -> Picture | None:
        """The picture under the strokes, if any."""
        return self._since_ground()[0].picture

    @property
    def strokes(self) -> list[Stroke]:
        """The strokes on the present ground, in order."""
        return self._since_ground()[1]

    @property
    def is_blank(self) -> bool:
        """True for paper without any ink that an eraser might have spared."""
        ground, strokes = self._since_ground()
        return ground.picture is None and all(stroke.erases for stroke in strokes)

    def add(self, mark: Stroke | Ground) -> None:
        """Add a mark; what was undone is gone."""
        self._marks.append(mark)
        self._undone.clear()

    def undo(self) -> None:
        """Take back the last mark, if any."""
        if self._marks:
            self._undone.append(self._marks.pop())

    def redo(self) -> None:
        """Bring back the mark that was undone last, if any."""
        if self._undone:
            self._marks.append(self._undone.pop())

    def _since_ground(self) -> tuple[Ground, list[Stroke]]:
        strokes: list[Stroke] = []
        for mark in reversed(self._marks):
            if isinstance(mark, Ground):
                return mark, strokes[::-1]
            strokes.append(mark)
        return BLANK, strokes[::-1]
