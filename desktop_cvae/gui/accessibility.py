"""What screen readers are told of the widgets that paint themselves.

Qt knows nothing of such a widget but its name. Here stands what each of them is; one that shows
several things has a method ``told_parts`` that tells them one by one.
"""

from __future__ import annotations

from dataclasses import dataclass
from functools import lru_cache
from typing import cast

from PySide6.QtCore import QObject, QRect
from PySide6.QtGui import QAccessible, QAccessibleInterface, QWindow
from PySide6.QtWidgets import QAccessibleWidget, QWidget

Role = QAccessible.Role

ROLES = {
    "BarList": Role.Chart,
    "CellPictures": Role.Graphic,
    "ClassBars": Role.Chart,
    "ConfusionMatrix": Role.List,
    "CropView": Role.Canvas,
    "DigitRow": Role.Graphic,
    "DigitView": Role.Graphic,
    "DimensionBars": Role.Chart,
    "DrawingCanvas": Role.Canvas,
    "EpochMap": Role.Chart,
    "EvidenceBars": Role.List,
    "FilmStrip": Role.List,
    "FormView": Role.Canvas,
    "Intervals": Role.Chart,
    "KeptEvidence": Role.List,
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
    "Scale": Role.Chart,
    "SegmentedChoice": Role.Grouping,
    "SheetView": Role.List,
    "StopLabels": Role.StaticText,
    "WalkedDimension": Role.Grouping,
}
"""By the class's name."""


@dataclass(frozen=True)
class Part:
    """One of the things that a painted widget shows.

    Attributes:
        text: what is read out.
        place: in the widget.
        is_current: it has the mark that the arrow keys move.
    """

    text: str
    place: QRect
    is_current: bool = False


class PaintedWidget(QAccessibleWidget):
    """A widget's role, and its parts if it tells them."""

    def __init__(self, widget: QWidget, role: Role) -> None:
        super().__init__(widget, role, "")
        self._widget = widget
        self._shown: list[PaintedPart] = []

    def childCount(self) -> int:
        """How many parts are shown at present."""
        return len(self.parts())

    def child(self, index: int) -> QAccessibleInterface | None:  # type: ignore[override]
        """One of them; the same object each time."""
        while len(self._shown) <= index < self.childCount():
            part = PaintedPart(self, len(self._shown))
            QAccessible.registerAccessibleInterface(part)
            self._shown.append(part)
        return self._shown[index] if 0 <= index < self.childCount() else None

    def indexOfChild(self, child: QAccessibleInterface) -> int:
        """Where a part stands among the others; −1 for a stranger."""
        return self._shown.index(child) if child in self._shown else -1

    def childAt(self, x: int, y: int) -> QAccessibleInterface | None:  # type: ignore[override]
        """The part at a place of the screen."""
        inside = (at for at, part in enumerate(self.parts()) if self.on_screen(part).contains(x, y))
        at = next(inside, None)
        return None if at is None else self.child(at)

    def focusChild(self) -> QAccessibleInterface | None:  # type: ignore[override]
        """The part that the arrow keys are at."""
        current = (at for at, part in enumerate(self.parts()) if part.is_current)
        at = next(current, None)
        return None if at is None or not self._widget.hasFocus() else self.child(at)

    def parts(self) -> list[Part]:
        """What the widget shows now."""
        return cast("list[Part]", self._widget.told_parts())  # type: ignore[attr-defined]

    def on_screen(self, part: Part) -> QRect:
        """Where a part is on the screen."""
        return QRect(self._widget.mapToGlobal(part.place.topLeft()), part.place.size())


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
        """False once it is not shown any more."""
        return self._part is not None

    def object(self) -> QObject | None:  # type: ignore[override]
        """None: it is painted."""
        return None

    def window(self) -> QWindow:
        """Its widget's."""
        return self._owner.window()

    def parent(self) -> QAccessibleInterface:
        """Its widget's."""
        return self._owner

    def child(self, index: int) -> QAccessibleInterface | None:  # type: ignore[override]
        """It has none."""
        return None

    def childAt(self, x: int, y: int) -> QAccessibleInterface | None:  # type: ignore[override]
        """It has none."""
        return None

    def childCount(self) -> int:
        """It has none."""
        return 0

    def indexOfChild(self, child: QAccessibleInterface) -> int:
        """It has none."""
        return -1

    def text(self, kind: QAccessible.Text) -> str:
        """What it says."""
        part = self._part
        return part.text if part is not None and kind is QAccessible.Text.Name else ""

    def setText(self, kind: QAccessible.Text, text: str) -> None:
        """It is not changed from outside."""

    def rect(self) -> QRect:
        """Where it is on the screen."""
        part = self._part
        return QRect() if part is None else self._owner.on_screen(part)

    def role(self) -> Role:
        """An item of a list."""
        return Role.ListItem

    def state(self) -> QAccessible.State:
        """Whether the arrow keys are at it."""
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
    """Tell Qt of all this; once for the whole program."""
    QAccessible.installFactory(_interface_of)
