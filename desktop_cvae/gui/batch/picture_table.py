"""The table of many pictures as Qt's model: readings, corrections, order and filter; no widget."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from enum import IntEnum
from pathlib import Path
from typing import Any

import numpy as np
from PySide6.QtCore import (
    QAbstractTableModel,
    QModelIndex,
    QObject,
    QPersistentModelIndex,
    QRect,
    Qt,
)
from PySide6.QtGui import QColor, QFont, QImage, QPainter, QUndoCommand, QUndoStack

from desktop_cvae.core.language import mark, number, tr
from desktop_cvae.gui.batch.reading import PictureReading, natural_key
from desktop_cvae.gui.theme import current_theme
from desktop_cvae.inference.picture_records import FormRecord

LINE_JOINT = " / "
"""Between the lines of a page, in one cell."""
THUMBNAIL_PX = 36
PIXELS_PER_POINT = 2
"""Sharp on a screen that has so many, and no worse on others."""
MOST_LETTERS = 2000
"""Of a correction."""
Index = QModelIndex | QPersistentModelIndex
Role = Qt.ItemDataRole
NOWHERE = QModelIndex()


class Column(IntEnum):
    """What stands where."""

    PICTURE = 0
    READING = 1
    PROBABILITY = 2
    REMARK = 3


HEADINGS = {
    Column.PICTURE: (mark("Picture"), mark("The file, and what is in it")),
    Column.READING: (mark("Reading"), mark("What is written there; type to correct it")),
    Column.PROBABILITY: (
        mark("Probability"),
        mark("That all of the reading is right, as the model has it"),
    ),
    Column.REMARK: (mark("Remark"), mark("What should be looked at, and what was corrected")),
}


@dataclass(eq=False)
class Row:
    """One picture.

    Attributes:
        name: of its file, as it was given.
        reading: None until it is read.
        correction: lines joined by line ends; None if nobody has corrected it.
    """

    name: str
    reading: PictureReading | None = None
    correction: str | None = None

    @property
    def is_to_check(self) -> bool:
        """True if somebody should look at it; also when it has been corrected."""
        return self.reading is not None and bool(self.reading.remark)

    @property
    def text(self) -> str:
        """What stands in its cell."""
        if self.reading is None:
            return ""
        text = self.reading.record.text if self.correction is None else self.correction
        return text.replace("\n", LINE_JOINT)

    @property
    def remark(self) -> str:
        """What is told of it: before all, that it was corrected."""
        if self.reading is None:
            return tr("not read yet")
        if self.correction is None:
            return self.reading.remark
        was = self.reading.record.text.replace("\n", LINE_JOINT)
        return tr("corrected, was “{text}”", text=was) if was else tr("corrected, was empty")

    def key(self, column: Column) -> tuple[Any, ...]:
        """What it is sorted by."""
        if column is Column.PICTURE:
            return tuple(natural_key(Path(self.name).name.lower()))
        if column is Column.READING:
            return (len(self.text), self.text)
        if column is Column.PROBABILITY:
            probability = self.reading.probability if self.reading else None
            return (-1.0 if probability is None else probability,)
        return (self.remark,)


class PictureTable(QAbstractTableModel):
    """Rows in the order in which they are shown; sorted and filtered here, in one pass.

    A proxy of Qt's would ask Python for every comparison of ten thousand rows.
    """

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self.rows: list[Row] = []
        self.undo_stack = QUndoStack(self)
        self._shown: list[int] = []
        self._only_to_check = False
        self._sorting: tuple[int, Qt.SortOrder] = (-1, Qt.SortOrder.AscendingOrder)

    def add(self, names: Iterable[str]) -> None:
        """Add pictures that are not there yet."""
        known = {row.name for row in self.rows}
        new = [name for name in dict.fromkeys(names) if name not in known]
        self.rows += map(Row, new)
        self._arrange()

    def unread(self) -> list[tuple[int, str]]:
        """The numbers and names of what is not read yet."""
        return [(at, row.name) for at, row in enumerate(self.rows) if row.reading is None]

    def forget_readings(self) -> None:
        """Everything is to be read again; corrections stay."""
        for row in self.rows:
            row.reading = None
        self._arrange()

    def set_reading(self, number: int, reading: PictureReading) -> None:
        """Show what a picture was read as."""
        row = self.rows[number]
        row.reading = reading
        if self._only_to_check and row.is_to_check and number not in self._shown:
            end = len(self._shown)
            self.beginInsertRows(NOWHERE, end, end)
            self._shown.append(number)
            self.endInsertRows()
        elif not self._only_to_check:
            self._tell(number)

    def show_only_to_check(self, wanted: bool) -> None:
        """Show what should be looked at, or all."""
        self._only_to_check = wanted
        self._arrange()

    def row_at(self, index: Index) -> Row:
        """The picture of a line of the table."""
        return self.rows[self._shown[index.row()]]

    def shown_rows(self) -> Iterator[Row]:
        """The pictures from top to bottom."""
        return (self.rows[number] for number in self._shown)

    def next_to_check(self, line: int) -> int | None:
        """The next line, from the top again after the end, that nobody has corrected yet."""
        count = len(self._shown)
        for step in range(1, count + 1):
            row = self.rows[self._shown[(line + step) % count]]
            if row.is_to_check and row.correction is None:
                return (line + step) % count
        return None

    def take_back(self, lines: Iterable[int]) -> None:
        """Let lines be what was read again."""
        numbers = [self._shown[line] for line in lines]
        corrected = [number for number in numbers if self.rows[number].correction is not None]
        if corrected:
            self.undo_stack.beginMacro(tr("Take back"))
            for number in corrected:
                self.undo_stack.push(_Correction(self, number, None))
            self.undo_stack.endMacro()

    def put_correction(self, number: int, text: str | None) -> None:
        """Set a correction without a way back."""
        self.rows[number].correction = text
        self._tell(number)

    # What Qt asks for.

    def rowCount(self, parent: Index = NOWHERE) -> int:
        """The lines that are shown."""
        return 0 if parent.isValid() else len(self._shown)

    def columnCount(self, parent: Index = NOWHERE) -> int:
        """Four."""
        return 0 if parent.isValid() else len(Column)

    def flags(self, index: Index) -> Qt.ItemFlag:
        """A reading can be corrected once it is there."""
        flags = super().flags(index)
        is_read = index.isValid() and self.row_at(index).reading is not None
        if is_read and index.column() == Column.READING:
            flags |= Qt.ItemFlag.ItemIsEditable
        return flags

    def headerData(
        self, section: int, orientation: Qt.Orientation, role: int = Role.DisplayRole
    ) -> Any:
        """The columns' names."""
        if orientation is Qt.Orientation.Vertical or role not in (
            Role.DisplayRole,
            Role.ToolTipRole,
            Role.TextAlignmentRole,
        ):
            return None
        title, tip = map(tr, HEADINGS[Column(section)])
        if role == Role.TextAlignmentRole:
            return self._alignment(Column(section))
        return title if role == Role.DisplayRole else tip

    def data(self, index: Index, role: int = Role.DisplayRole) -> Any:
        """One cell."""
        row, column = self.row_at(index), Column(index.column())
        if role in (Role.DisplayRole, Role.EditRole, Role.ToolTipRole):
            return self._text(row, column, role)
        if role == Role.AccessibleTextRole:
            return f"{tr(HEADINGS[column][0])}: {self._text(row, column, Role.DisplayRole)}"
        if role == Role.DecorationRole and column is Column.PICTURE:
            return _thumbnail(row)
        if role == Role.ForegroundRole:
            return _color(row, column)
        if role == Role.FontRole and column is Column.READING and row.correction is not None:
            font = QFont()
            font.setBold(True)
            return font
        return self._alignment(column) if role == Role.TextAlignmentRole else None

    def setData(self, index: Index, value: Any, role: int = Role.EditRole) -> bool:
        """Correct a reading; an empty text, or what was read, takes a correction back."""
        row = self.row_at(index)
        if role != Role.EditRole or row.reading is None:
            return False
        typed = str(value)[:MOST_LETTERS].replace(LINE_JOINT, "\n")
        lines = "\n".join(line.strip() for line in typed.split("\n"))
        # Of a form each line is a field, also an empty one.
        is_form = isinstance(row.reading.record, FormRecord)
        text: str | None = lines if is_form else lines.strip()
        if not lines.strip() or text == row.reading.record.text:
            text = None
        if text != row.correction:
            self.undo_stack.push(_Correction(self, self._shown[index.row()], text))
        return True

    def sort(self, column: int, order: Qt.SortOrder = Qt.SortOrder.AscendingOrder) -> None:
        """By a column; by -1 as the pictures came."""
        self._sorting = column, order
        self._arrange()

    def _arrange(self) -> None:
        """Find the order anew; what is chosen stays chosen where it is still seen."""
        self.layoutAboutToBeChanged.emit()
        before = self.persistentIndexList()
        numbers = [self._shown[index.row()] for index in before]
        shown = [n for n, row in enumerate(self.rows) if row.is_to_check or not self._only_to_check]
        column, order = self._sorting
        is_reversed = order is Qt.SortOrder.DescendingOrder
        if column >= 0:
            at = Column(column)
            shown.sort(key=lambda number: self.rows[number].key(at), reverse=is_reversed)
        self._shown = shown
        lines = {number: line for line, number in enumerate(shown)}
        after = [
            self.index(lines[number], index.column()) if number in lines else NOWHERE
            for number, index in zip(numbers, before, strict=True)
        ]
        self.changePersistentIndexList(before, after)
        self.layoutChanged.emit()

    def _tell(self, number: int) -> None:
        line = self._line_of(number)
        if line is not None:
            self.dataChanged.emit(self.index(line, 0), self.index(line, len(Column) - 1))

    def _line_of(self, number: int) -> int | None:
        if number < len(self._shown) and self._shown[number] == number:
            return number  # as long as nothing is sorted, at no cost
        return self._shown.index(number) if number in self._shown else None

    def _text(self, row: Row, column: Column, role: int) -> str:
        if column is Column.PICTURE:
            return row.name if role == Role.ToolTipRole else Path(row.name).name
        if column is Column.READING:
            return row.text or ("" if role == Role.EditRole else "–" if row.reading else "…")
        if column is Column.REMARK:
            return row.remark
        probability = row.reading.probability if row.reading else None
        return "" if probability is None else f"{number(100 * probability, '.1f')} %"

    def _alignment(self, column: Column) -> Qt.AlignmentFlag:
        is_number = column is Column.PROBABILITY
        across = Qt.AlignmentFlag.AlignRight if is_number else Qt.AlignmentFlag.AlignLeft
        return across | Qt.AlignmentFlag.AlignVCenter


class _Correction(QUndoCommand):
    """One correction, or one taken back."""

    def __init__(self, table: PictureTable, number: int, text: str | None) -> None:
        super().__init__(tr("correction"))
        self._table, self._number = table, number
        self._old, self._new = table.rows[number].correction, text

    def undo(self) -> None:
        """What stood there before."""
        self._table.put_correction(self._number, self._old)

    def redo(self) -> None:
        """What was typed."""
        self._table.put_correction(self._number, self._new)


def _thumbnail(row: Row) -> QImage | None:
    """The picture in the middle of a square, made when it is painted: few of many rows ever are."""
    pixels = row.reading.thumbnail if row.reading else None
    if pixels is None:
        return None
    height, width = pixels.shape
    data = np.ascontiguousarray(pixels).data
    picture = QImage(data, width, height, width, QImage.Format.Format_Grayscale8)
    side = PIXELS_PER_POINT * THUMBNAIL_PX
    square = QImage(side, side, QImage.Format.Format_ARGB32_Premultiplied)
    square.fill(Qt.GlobalColor.transparent)
    size = picture.size().scaled(square.size(), Qt.AspectRatioMode.KeepAspectRatio)
    place = QRect((side - size.width()) // 2, (side - size.height()) // 2, *size.toTuple())
    painter = QPainter(square)
    painter.setRenderHint(QPainter.RenderHint.SmoothPixmapTransform)
    painter.drawImage(place, picture)
    painter.end()
    square.setDevicePixelRatio(PIXELS_PER_POINT)
    return square


def _color(row: Row, column: Column) -> QColor | None:
    theme = current_theme()
    if row.correction is not None:
        return QColor(theme.accent) if column in (Column.READING, Column.REMARK) else None
    if row.reading is None:
        return QColor(theme.muted)
    return QColor(theme.warning) if row.is_to_check and column is Column.REMARK else None


def copied_text(rows: Sequence[Row]) -> str:
    """Files and readings for a spreadsheet: tabs between columns, a line for each."""
    return "".join(f"{Path(row.name).name}\t{row.text}\n" for row in rows)
