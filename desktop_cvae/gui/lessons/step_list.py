"""The list of a lesson's steps in the recorder: thumbnail, number and title of each."""

from __future__ import annotations

from collections.abc import Sequence
from functools import lru_cache
from typing import Any

from PySide6.QtCore import (
    QAbstractListModel,
    QModelIndex,
    QPersistentModelIndex,
    QPoint,
    QSize,
    Qt,
    Signal,
)
from PySide6.QtGui import QColor, QIcon, QImage, QPainter, QPixmap
from PySide6.QtWidgets import QAbstractItemView, QListView, QWidget

from desktop_cvae.core.drawing_record import DrawingRecord
from desktop_cvae.core.errors import ImageProblem
from desktop_cvae.core.language import number, tr
from desktop_cvae.gui.controls import describe
from desktop_cvae.gui.drawing import Drawing
from desktop_cvae.gui.jobs import read_recorded_picture
from desktop_cvae.gui.qimage_arrays import digit_image, grey_image
from desktop_cvae.gui.theme import current_theme
from desktop_cvae.library.lesson_content import LessonStep

THUMBNAIL_PX = 40
PIXEL_RATIO = 2
"""Thumbnails are drawn with this many pixels per logical pixel, for high-resolution screens."""
NO_PARENT = QModelIndex()
Index = QModelIndex | QPersistentModelIndex


def step_title(position: int, step: LessonStep) -> str:
    """Return the number and title of a step; its position counts from 1."""
    place = number(position)
    return f"{place}  {step.title}" if step.title else tr("Step {place}", place=place)


class StepModel(QAbstractListModel):
    """The steps as Qt's model."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._steps: Sequence[LessonStep] = ()

    def set_steps(self, steps: Sequence[LessonStep]) -> None:
        """Show other steps, or the same with other titles."""
        if len(steps) != len(self._steps):
            self.beginResetModel()
            self._steps = steps
            self.endResetModel()
        elif steps:
            self._steps = steps
            self.dataChanged.emit(self.index(0), self.index(len(steps) - 1))

    def rowCount(self, parent: Index = NO_PARENT) -> int:
        return 0 if parent.isValid() else len(self._steps)

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        step = self._steps[index.row()]
        if role == Qt.ItemDataRole.DisplayRole:
            return step_title(index.row() + 1, step)
        if role == Qt.ItemDataRole.DecorationRole:
            return thumbnail(step.window.drawing)
        return None


class StepList(QListView):
    """The steps, of which one is current.

    Signals:
        step_chosen(int): the user made another step the current one.
        step_activated: the current step was double-clicked.
    """

    step_chosen = Signal(int)
    step_activated = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        describe(self, title=tr("Steps"), tip=tr("The steps, in order"), name="lesson_steps")
        self._steps = StepModel(self)
        self._is_showing = False
        self.setModel(self._steps)
        self.setIconSize(QSize(THUMBNAIL_PX, THUMBNAIL_PX))
        self.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        self.setMinimumSize(200, 3 * THUMBNAIL_PX)
        self.selectionModel().currentRowChanged.connect(self._on_current_changed)
        self.doubleClicked.connect(lambda _: self.step_activated.emit())

    @property
    def count(self) -> int:
        return self._steps.rowCount()

    def show_steps(self, steps: Sequence[LessonStep], position: int) -> None:
        """Show these steps; make that one current without telling."""
        self._is_showing = True
        self._steps.set_steps(steps)
        self.setCurrentIndex(self._steps.index(position))
        self._is_showing = False

    def _on_current_changed(self, current: QModelIndex) -> None:
        if not self._is_showing and current.isValid():
            self.step_chosen.emit(current.row())


def thumbnail(record: DrawingRecord) -> QIcon:
    """Return a square picture of a drawing, in the theme's colours unless it has a picture."""
    theme = current_theme()
    return _thumbnail(record, theme.paper, theme.ink)


@lru_cache(maxsize=256)
def _thumbnail(record: DrawingRecord, paper: str, _ink: str) -> QIcon:
    side = PIXEL_RATIO * THUMBNAIL_PX
    pixmap = QPixmap(side, side)
    pixmap.fill(QColor(paper))
    image = _image(record)
    if image is not None:
        keep, smooth = (
            Qt.AspectRatioMode.KeepAspectRatio,
            Qt.TransformationMode.SmoothTransformation,
        )
        scaled = image.scaled(side, side, keep, smooth)
        painter = QPainter(pixmap)
        at = QPoint((side - scaled.width()) // 2, (side - scaled.height()) // 2)
        painter.drawImage(at, scaled)
        painter.end()
    icon = QIcon(pixmap)
    # Without a picture of its own for this mode, Qt would tint the selected one.
    icon.addPixmap(pixmap, QIcon.Mode.Selected)
    return icon


def _image(record: DrawingRecord) -> QImage | None:
    drawing = Drawing()
    try:
        drawing.restore(record, read_recorded_picture(record))
    except ImageProblem:
        return None
    image = drawing.image()
    if image is None:
        return None
    return grey_image(image) if record.png is not None else digit_image(image)
