"""Model of the table of many pictures: records, corrections, order and filter."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from enum import IntEnum
from pathlib import Path
from typing import Any

from PySide6.QtCore import QObject, QSize, Qt
from PySide6.QtGui import QColor, QFont, QImage, QUndoStack

from desktop_cvae.bulk.record_formats import second_text
from desktop_cvae.core.language import mark, number, tr
from desktop_cvae.core.results import DIGIT, NO_DIGIT, UNSURE
from desktop_cvae.gui.batch.review_file import KeptReview, current_user, stamp_of
from desktop_cvae.gui.numbers.number_page import doubt_text
from desktop_cvae.gui.theme import current_theme
from desktop_cvae.gui.thumbnails import centred_thumbnail
from desktop_cvae.gui.widgets.correction_step import CorrectionStep
from desktop_cvae.gui.widgets.readings_table import (
    LINE_JOINT,
    NOWHERE,
    Heading,
    Index,
    ReadingsTable,
    Role,
    one_line,
)
from desktop_cvae.inference.picture_records import (
    FieldRecord,
    FormRecord,
    NumberRecord,
    PictureRecord,
    probability_of,
)

THUMBNAIL_SIZE = QSize(36, 36)
MOST_LETTERS = 2000
"""Longest correction, in characters."""


class PictureColumn(IntEnum):
    """Columns of the table; those of a form's fields follow, and the view hides READING."""

    PICTURE = 0
    READING = 1
    PROBABILITY = 2
    REMARK = 3


HEADINGS = {
    PictureColumn.PICTURE: Heading(mark("Picture"), mark("The file and its picture")),
    PictureColumn.READING: Heading(mark("Reading"), mark("What was read; type to correct it")),
    PictureColumn.PROBABILITY: Heading(
        mark("Probability"),
        mark("Probability that the whole reading is right, according to the model"),
        is_number=True,
    ),
    PictureColumn.REMARK: Heading(
        mark("Remark"), mark("What to check, and what you corrected; sorted by doubt")
    ),
}

FIRST_FIELD = len(PictureColumn)
State = tuple[str | None, frozenset[int], str]
"""A row's correction, its fields that were accepted as they were read, and who changed it last."""
UNTOUCHED: State = (None, frozenset(), "")


@dataclass(eq=False)
class Row:
    """One picture.

    Attributes:
        name: name of its file, as it was given.
        record: None until it is read.
        correction: lines joined by line ends; None if it was not corrected.
        accepted: indices of the fields that were looked at and left as they were read; 0 for a
            reading without fields.
        changed_by: who corrected or accepted it last; "" for nobody.
        doubt: remark on the record; "" for a reading without doubt.
    """

    name: str
    record: PictureRecord | None = None
    correction: str | None = None
    accepted: frozenset[int] = frozenset()
    changed_by: str = ""
    # Kept: while thousands are read, those with a doubt are counted again and again.
    doubt: str = ""

    @property
    def is_to_check(self) -> bool:
        """True if its record is doubtful, also when it has been corrected."""
        return bool(self.doubt)

    @property
    def text(self) -> str:
        """Text of its cell: the reading or its correction, in one line; "" before it is read."""
        if self.record is None:
            return ""
        return one_line(self.record.text if self.correction is None else self.correction)

    @property
    def read_fields(self) -> tuple[FieldRecord, ...]:
        """A form's fields as they were read; none if the page does not show the form."""
        return self.record.fields if isinstance(self.record, FormRecord) else ()

    @property
    def field_texts(self) -> list[str]:
        """Texts in the cells of a form's fields."""
        read = [field.text for field in self.read_fields]
        given = [] if self.correction is None else self.correction.split("\n")
        return [*given[: len(read)], *read[len(given) :]]

    @property
    def state(self) -> State:
        """Correction and acceptance by a person."""
        return self.correction, self.accepted, self.changed_by

    @property
    def open_fields(self) -> tuple[int, ...]:
        """Indices of the fields that are still to check; 0 for a reading without fields."""
        if not self.doubt:
            return ()
        if not self.read_fields:
            return (0,) if self.state == UNTOUCHED else ()
        pairs = enumerate(zip(self.read_fields, self.field_texts, strict=True))
        return tuple(
            at
            for at, (field, text) in pairs
            if field.is_to_check and text == field.text and at not in self.accepted
        )

    @property
    def remark(self) -> str:
        """Remark beside it: the doubt to check, or the reading that the correction replaced."""
        if self.record is None:
            return tr("not read yet")
        if self.read_fields and (left := self.open_fields):
            return _to_check(self.read_fields[at] for at in left)
        if self.correction is None:
            return tr("checked") if self.accepted else self.doubt
        was = one_line(self.record.text)
        return tr("corrected, was “{text}”", text=was) if was else tr("corrected, was empty")

    def key(self, column: int) -> tuple[Any, ...]:
        """Return the key by which a column is sorted."""
        if column >= FIRST_FIELD:
            text = "".join(self.field_texts[column - FIRST_FIELD :][:1])
            return (len(text), text)
        if column == PictureColumn.PICTURE:
            return tuple(natural_key(Path(self.name).name.lower()))
        if column == PictureColumn.READING:
            return (len(self.text), self.text)
        if column == PictureColumn.PROBABILITY:
            probability = probability_of(self.record) if self.record else None
            return (-1.0 if probability is None else probability,)
        # By doubt: what is still to check first, the least probable of it first of all.
        doubtful = self.record is not None and bool(self.open_fields)
        return (not doubtful, probability_of(self.record) or 0.0 if self.record else 2.0)


class PictureTable(ReadingsTable):
    """Pictures with what was read in them; the id of a row is the index of its picture."""

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(HEADINGS, parent)
        self.rows: list[Row] = []
        self.undo_stack = QUndoStack(self)
        self.field_names: tuple[str, ...] = ()
        self._numbers: dict[str, int] = {}
        self._changed: set[int] = set()
        self._only_to_check = False
        self._sorting: tuple[int, Qt.SortOrder] = (-1, Qt.SortOrder.AscendingOrder)

    def set_field_names(self, names: Sequence[str]) -> None:
        """Give each field of a form a column; none for pictures without a form."""
        if tuple(names) != self.field_names:
            self.beginResetModel()
            self.field_names = tuple(names)
            self.endResetModel()

    def add(self, names: Iterable[str]) -> None:
        """Add pictures that are not there yet."""
        for name in names:
            if name not in self._numbers:
                self._numbers[name] = len(self.rows)
                self.rows.append(Row(name))
        self._arrange()

    @property
    def read_count(self) -> int:
        """Number of rows with records: pictures are read from the first row on."""
        return sum(row.record is not None for row in self.rows)

    def forget_readings(self) -> None:
        """Drop all records; corrections stay, but another reading has not been looked at."""
        for row in self.rows:
            row.record, row.doubt, row.accepted = None, "", frozenset()
            if row.correction is None:
                row.changed_by = ""
        self._arrange()

    def add_records(self, records: Iterable[PictureRecord]) -> None:
        """Show the records of pictures in the table."""
        for record in records:
            number = self._numbers[record.file]
            row = self.rows[number]
            row.record, row.doubt = record, doubt_of(record)
            if self._only_to_check and row.is_to_check and self.line_of(number) is None:
                self.append_ids([number])
            else:
                self.notify(number)

    def show_only_to_check(self, wanted: bool) -> None:
        """Show only the rows to check, or all."""
        self._only_to_check = wanted
        self._arrange()

    def row_at(self, index: Index) -> Row:
        return self.rows[self.ids[index.row()]]

    def shown_rows(self) -> Iterator[Row]:
        """Return the rows from top to bottom."""
        return (self.rows[number] for number in self.ids)

    def next_to_check(self, line: int, column: int = 0) -> tuple[int, int] | None:
        """Return the line and column of the next reading or field to check.

        Args:
            line: where the search begins; −1 for the top. It wraps around at the end.
            column: the fields after this one come first.
        """
        count = len(self.ids)
        if 0 <= line < count:
            later = [at for at in self._open_columns(line) if at > column >= FIRST_FIELD]
            if later:
                return line, later[0]
        for step in range(1, count + 1):
            one = (line + step) % count
            if columns := self._open_columns(one):
                return one, columns[0]
        return None

    def _open_columns(self, line: int) -> list[int]:
        first = FIRST_FIELD if self.field_names else PictureColumn.READING
        return [first + at for at in self.rows[self.ids[line]].open_fields]

    def accept(self, index: Index) -> None:
        """Mark a reading, or a form's field, as checked and right as it was read."""
        row, field = self.row_at(index), max(index.column() - FIRST_FIELD, 0)
        if field in row.open_fields:
            state = (row.correction, row.accepted | {field}, current_user())
            self._change(self.ids[index.row()], state)

    def take_back(self, lines: Iterable[int]) -> None:
        """Take the corrections of lines back."""
        numbers = [self.ids[line] for line in lines]
        changed = [number for number in numbers if self.rows[number].state != UNTOUCHED]
        if changed:
            self.undo_stack.beginMacro(tr("Undo the correction"))
            for number in changed:
                self._change(number, UNTOUCHED)
            self.undo_stack.endMacro()

    def reviews(self) -> dict[str, KeptReview]:
        """Return what was corrected or accepted, by the pictures' names."""
        found = map(self._review, range(len(self.rows)))
        return {row.name: one for row, one in zip(self.rows, found, strict=True) if one}

    def take_changes(self) -> dict[str, KeptReview | None]:
        """Return the reviews that have changed since the last call; None for one taken back."""
        changed, self._changed = self._changed, set()
        return {self.rows[number].name: self._review(number) for number in sorted(changed)}

    def _review(self, number: int) -> KeptReview | None:
        row = self.rows[number]
        if row.record is None or row.state == UNTOUCHED:
            return None
        return KeptReview(*row.state, row.record.text, stamp_of(row.name))

    def restore(self, kept: Mapping[str, KeptReview]) -> None:
        """Take a kept review over, in one step that can be undone.

        A reading that is another one now has not been accepted; its correction stays right.
        """
        self.undo_stack.beginMacro(tr("Restore the review"))
        for name, one in kept.items():
            number = self._numbers[name]
            record = self.rows[number].record
            is_same = record is not None and record.text == one.read_as
            accepted = one.accepted if is_same else frozenset()
            if one.correction is not None or accepted:
                self._change(number, (one.correction, accepted, one.by))
        self.undo_stack.endMacro()

    def _change(self, number: int, state: State) -> None:
        old = self.rows[number].state
        self.undo_stack.push(CorrectionStep(self._set_state, number, old, state))

    def _set_state(self, number: int, state: State | None) -> None:
        row = self.rows[number]
        row.correction, row.accepted, row.changed_by = state or UNTOUCHED
        self._changed.add(number)
        self.notify(number)

    def flags(self, index: Index) -> Qt.ItemFlag:
        flags = super().flags(index)
        if not index.isValid():
            return flags
        row, field = self.row_at(index), index.column() - FIRST_FIELD
        is_editable = row.record is not None and index.column() == PictureColumn.READING
        if is_editable or 0 <= field < len(row.read_fields):
            flags |= Qt.ItemFlag.ItemIsEditable
        return flags

    def columnCount(self, parent: Index = NOWHERE) -> int:
        return super().columnCount(parent) + (0 if parent.isValid() else len(self.field_names))

    def headerData(
        self, section: int, orientation: Qt.Orientation, role: int = Role.DisplayRole
    ) -> Any:
        if orientation is Qt.Orientation.Horizontal and section >= FIRST_FIELD:
            texts = {
                Role.DisplayRole: self.field_names[section - FIRST_FIELD],
                Role.ToolTipRole: tr(HEADINGS[PictureColumn.READING].tip),
                Role.TextAlignmentRole: HEADINGS[PictureColumn.READING].alignment,
            }
            return texts.get(Role(role))
        return super().headerData(section, orientation, role)

    def text(self, index: Index) -> str:
        row = self.row_at(index)
        if index.column() >= FIRST_FIELD:
            texts = row.field_texts
            at = index.column() - FIRST_FIELD
            return texts[at] if at < len(texts) else ("" if row.record else "…")
        column = PictureColumn(index.column())
        if column is PictureColumn.PICTURE:
            return Path(row.name).name
        if column is PictureColumn.READING:
            return row.text or ("–" if row.record else "…")
        if column is PictureColumn.REMARK:
            return row.remark
        probability = probability_of(row.record) if row.record else None
        return "" if probability is None else f"{number(100 * probability, '.1f')} %"

    def data(self, index: Index, role: int = Role.DisplayRole) -> Any:
        row = self.row_at(index)
        if index.column() >= FIRST_FIELD:
            return self._field_data(row, index, role)
        column = PictureColumn(index.column())
        if role == Role.EditRole:
            return row.text if column is PictureColumn.READING else self.text(index)
        if role == Role.ToolTipRole and column is PictureColumn.PICTURE:
            return row.name
        if role == Role.DecorationRole and column is PictureColumn.PICTURE:
            return _thumbnail(row)
        if role == Role.ForegroundRole:
            return _color(row, column)
        if role == Role.FontRole and column is PictureColumn.READING and row.correction is not None:
            font = QFont()
            font.setBold(True)
            return font
        return super().data(index, role)

    def setData(self, index: Index, value: Any, role: int = Role.EditRole) -> bool:
        """Correct a reading; an empty text, or what was read, takes a correction back."""
        row = self.row_at(index)
        if role != Role.EditRole or row.record is None:
            return False
        typed = str(value)[:MOST_LETTERS]
        text: str | None
        if index.column() >= FIRST_FIELD:
            fields = row.field_texts
            fields[index.column() - FIRST_FIELD] = " ".join(typed.split())
            text = "\n".join(fields)
            is_as_read = fields == [field.text for field in row.read_fields]
        else:
            lines = typed.replace(LINE_JOINT, "\n").split("\n")
            text = "\n".join(line.strip() for line in lines).strip()
            is_as_read = not text or text == row.record.text
        if is_as_read:
            text = None
        if text != row.correction:
            is_left = text is None and not row.accepted
            state = UNTOUCHED if is_left else (text, row.accepted, current_user())
            self._change(self.ids[index.row()], state)
        return True

    def sort(self, column: int, order: Qt.SortOrder = Qt.SortOrder.AscendingOrder) -> None:
        """Sort by a column; by -1 in the order of the pictures."""
        self._sorting = column, order
        self._arrange()

    def _arrange(self) -> None:
        shown = [n for n, row in enumerate(self.rows) if row.is_to_check or not self._only_to_check]
        column, order = self._sorting
        is_reversed = order is Qt.SortOrder.DescendingOrder
        if column >= 0:
            shown.sort(key=lambda number: self.rows[number].key(column), reverse=is_reversed)
        self.set_ids(shown)

    def _field_data(self, row: Row, index: Index, role: int) -> Any:
        at = index.column() - FIRST_FIELD
        if role == Role.ToolTipRole and at < len(row.read_fields):
            remark = field_remark(row.read_fields[at])
            return "\n".join(filter(None, [self.text(index), remark]))
        if role in (Role.DisplayRole, Role.EditRole, Role.ToolTipRole):
            return self.text(index)
        if role == Role.AccessibleTextRole:
            return f"{self.field_names[at]}: {self.text(index)}"
        if role == Role.TextAlignmentRole:
            return HEADINGS[PictureColumn.READING].alignment
        if at >= len(row.read_fields):
            return None
        field = row.read_fields[at]
        is_corrected = row.field_texts[at] != field.text
        is_open = field.is_to_check and at not in row.accepted
        if role == Role.FontRole and is_corrected:
            font = QFont()
            font.setBold(True)
            return font
        if role == Role.ForegroundRole and (is_corrected or is_open):
            theme = current_theme()
            return QColor(theme.accent if is_corrected else theme.warning)
        return None


def _thumbnail(row: Row) -> QImage | None:
    """Return a row's thumbnail; made on painting, as few of many rows ever are."""
    pixels = row.record.thumbnail if row.record else None
    return None if pixels is None else centred_thumbnail(pixels, THUMBNAIL_SIZE)[0]


def _color(row: Row, column: PictureColumn) -> QColor | None:
    theme = current_theme()
    if row.correction is not None:
        return (
            QColor(theme.accent)
            if column in (PictureColumn.READING, PictureColumn.REMARK)
            else None
        )
    if row.record is None:
        return QColor(theme.muted)
    return QColor(theme.warning) if row.open_fields and column is PictureColumn.REMARK else None


def copied_text(rows: Sequence[Row]) -> str:
    """Return file names and readings for a spreadsheet: one line each, separated by tabs."""
    cells = [(Path(row.name).name, *(row.field_texts or [row.text])) for row in rows]
    return "".join("\t".join(line) + "\n" for line in cells)


def doubt_of(record: PictureRecord) -> str:
    """Return what to check in a record, as a remark; "" for nothing."""
    if record.error is not None:
        return record.error
    if isinstance(record, FormRecord):
        fields = [field for field in record.fields if field.is_to_check]
        return _to_check(fields) if fields else ""
    if not record.digits:
        return tr("nothing found")
    if not isinstance(record, NumberRecord):
        digit = record.digits[0]
        if digit.verdict == UNSURE:
            labels = f" {tr('or')} ".join(str(label) for label in digit.labels)
            return f"{tr(UNSURE)}: {labels}"
        return "" if digit.verdict == DIGIT else tr(digit.verdict)
    kinds = Counter(digit.verdict for digit in record.digits)
    parts = [doubt_text(kind, kinds[kind]) for kind in (UNSURE, NO_DIGIT) if kinds[kind]]
    return ", ".join([*parts, *filter(None, [record.warning])])


def field_remark(field: FieldRecord) -> str:
    """Return how sure a field is, the second best value of its list, and what breaks its rule."""
    parts = [second_text(field), field.warning]
    if field.digits:
        parts.insert(0, f"{number(100 * field.probability, '.2f')} %")
    return " · ".join(filter(None, parts))


def _to_check(fields: Iterable[FieldRecord]) -> str:
    return f"{tr('to check')}: {', '.join(field.name for field in fields)}"


def natural_key(name: str) -> list[tuple[int, str]]:
    """Return a key that sorts “page 10” after “page 9”."""
    parts = (part.lstrip("0") if part.isdecimal() else part for part in re.split(r"(\d+)", name))
    return [(len(part) if part.isdecimal() else 0, part) for part in parts]
