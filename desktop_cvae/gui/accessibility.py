"""Roles and parts of painted widgets, for screen readers.

Qt knows nothing of such a widget but its name. ``ROLES`` gives its role; a widget that shows
several things lists them in its method ``told_parts``.
"""

from __future__ import annotations

from dataclasses import dataclass
from functools import lru_cache
from typing import cast

from PySide6.QtCore import QObject, QRect
from PySide6.QtGui import QAccessible, QAccessibleInterface, QWindow
from PySide6.QtWidgets import QAccessibleWidget, QWidget

Role = QAccessible.Role

# By name, so that the table needs none of their modules, most of which are loaded late.
ROLES = {
    "BarList": Role.Chart,
    "CellPictures": Role.Graphic,
    "ClassBars": Role.Chart,
    "ConfusionMatrix": Role.List,
    "CropView": Role.Canvas,
    "CvaePicture": Role.Chart,
    "DigitRow": Role.Graphic,
    "DigitView": Role.Graphic,
    "DimensionBars": Role.Chart,
    "DrawingCanvas": Role.Canvas,
    "EpochMap": Role.Chart,
    "EvidenceBars": Role.List,
    "FilmStrip": Role.List,
    "FormView": Role.Canvas,
    "Intervals": Role.Chart,
    "ArchivedEvidence": Role.List,
    "LabelLegend": Role.List,
    "LatentBars": Role.List,
    "LineView": Role.Graphic,
    "LossChart": Role.Chart,
    "LossReadout": Role.StaticText,
    "MapView": Role.Chart,
    "MissingPart": Role.Canvas,
    "NatsPicture": Role.Graphic,
    "NumberText": Role.StaticText,
    "OriginalView": Role.Graphic,
    "PagePicture": Role.Graphic,
    "PaneGrip": Role.Grip,
    "ParallelPlot": Role.List,
    "PicturePairs": Role.Graphic,
    "PlotPicture": Role.Chart,
    "ReviewView": Role.Graphic,
    "Scale": Role.Chart,
    "SegmentedChoice": Role.Grouping,
    "SheetView": Role.List,
    "StopLabels": Role.StaticText,
    "WalkedDimension": Role.Grouping,
}
"""Role of each painted widget, by its class name."""


@dataclass(frozen=True)
class Part:
    """One item that a painted widget shows.

    Attributes:
        text: what is read out.
        rect: in the widget.
        is_current: it has the mark that the arrow keys move.
    """

    text: str
    rect: QRect
    is_current: bool = False


class PaintedWidget(QAccessibleWidget):
    """Tells the role of a widget, and its parts if it lists them."""

    def __init__(self, widget: QWidget, role: Role) -> None:
        super().__init__(widget, role, "")
        self._widget = widget
        # Kept, since Qt may ask any of them again, and finds it by its identity.
        self._shown: list[PaintedPart] = []

    def childCount(self) -> int:
        return len(self.parts())

    def child(self, index: int) -> QAccessibleInterface | None:  # type: ignore[override]
        while len(self._shown) <= index < self.childCount():
            part = PaintedPart(self, len(self._shown))
            QAccessible.registerAccessibleInterface(part)
            self._shown.append(part)
        return self._shown[index] if 0 <= index < self.childCount() else None

    def indexOfChild(self, child: QAccessibleInterface) -> int:
        return self._shown.index(child) if child in self._shown else -1

    def childAt(self, x: int, y: int) -> QAccessibleInterface | None:  # type: ignore[override]
        inside = (at for at, part in enumerate(self.parts()) if self.on_screen(part).contains(x, y))
        at = next(inside, None)
        return None if at is None else self.child(at)

    def focusChild(self) -> QAccessibleInterface | None:  # type: ignore[override]
        """Return the part that the arrow keys have marked."""
        current = (at for at, part in enumerate(self.parts()) if part.is_current)
        at = next(current, None)
        return None if at is None or not self._widget.hasFocus() else self.child(at)

    def parts(self) -> list[Part]:
        return cast("list[Part]", self._widget.told_parts())  # type: ignore[attr-defined]

    def on_screen(self, part: Part) -> QRect:
        return QRect(self._widget.mapToGlobal(part.rect.topLeft()), part.rect.size())


class PaintedPart(QAccessibleInterface):
    """One line of a painted list."""

    def __init__(self, owner: PaintedWidget, index: int) -> None:
        super().__init__()
        self._owner, self._index = owner, index

    @property
    def _part(self) -> Part | None:
        parts = self._owner.parts() if self._owner.isValid() else []
        return parts[self._index] if self._index < len(parts) else None

    def isValid(self) -> bool:
        return self._part is not None

    def object(self) -> QObject | None:  # type: ignore[override]
        return None

    def window(self) -> QWindow:
        return self._owner.window()

    def parent(self) -> QAccessibleInterface:
        return self._owner

    def child(self, index: int) -> QAccessibleInterface | None:  # type: ignore[override]
        return None

    def childAt(self, x: int, y: int) -> QAccessibleInterface | None:  # type: ignore[override]
        return None

    def childCount(self) -> int:
        return 0

    def indexOfChild(self, child: QAccessibleInterface) -> int:
        return -1

    def text(self, kind: QAccessible.Text) -> str:
        part = self._part
        return part.text if part is not None and kind is QAccessible.Text.Name else ""

    def setText(self, kind: QAccessible.Text, text: str) -> None:
        """Do nothing: the text cannot be changed from outside."""

    def rect(self) -> QRect:
        part = self._part
        return QRect() if part is None else self._owner.on_screen(part)

    def role(self) -> Role:
        return Role.ListItem

    def state(self) -> QAccessible.State:
        state, part = QAccessible.State(), self._part
        is_current = part is not None and part.is_current
        for name in ("selectable", "focusable"):
            setattr(state, name, 1)
        for name in ("selected", "focused"):
            setattr(state, name, int(is_current))
        return state


def _interface_of(_: str, thing: QObject) -> QAccessibleInterface | None:
    names = (kind.__name__ for kind in type(thing).__mro__)
    role = next((ROLES[name] for name in names if name in ROLES), None)
    if role is None or not isinstance(thing, QWidget):
        return None
    has_parts = hasattr(thing, "told_parts")
    return PaintedWidget(thing, role) if has_parts else QAccessibleWidget(thing, role, "")


@lru_cache(maxsize=1)
def speak_for_painted_widgets() -> None:
    """Register the roles with Qt, once for the program."""
    QAccessible.installFactory(_interface_of)
