"""The dialog that lets another model read archived entries again and compares the readings.

Tested in tests/gui/archive/test_archive_dialog.py.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from enum import IntEnum
from functools import partial
from typing import Any

from PySide6.QtCore import QAbstractTableModel, QModelIndex, QObject, QSize, Qt, Signal
from PySide6.QtGui import QColor, QImage
from PySide6.QtWidgets import (
    QAbstractItemView,
    QHeaderView,
    QTableView,
    QVBoxLayout,
    QWidget,
)

from desktop_cvae.core.csv_tables import Table
from desktop_cvae.core.language import mark, number, tr, tr_n
from desktop_cvae.gui.archive import archive_jobs as jobs
from desktop_cvae.gui.archive.archive_jobs import Rereading
from desktop_cvae.gui.archive.entry_model import NOWHERE, Index, Role
from desktop_cvae.gui.archive.entry_words import LINE_JOINT, NOTHING_READ, nats_difference
from desktop_cvae.gui.controller import Controller
from desktop_cvae.gui.controls import make_button, make_check_box, make_combo, make_progress_bar
from desktop_cvae.gui.exporting.export import Export, table_export
from desktop_cvae.gui.qimage_arrays import ink_image
from desktop_cvae.gui.session import Session
from desktop_cvae.gui.theme import current_theme, tabular_font
from desktop_cvae.gui.widgets.card import Card, row, text_label
from desktop_cvae.gui.widgets.evidence_scale import percent_text
from desktop_cvae.gui.widgets.segmented_choice import SegmentedChoice
from desktop_cvae.gui.widgets.work_dialog import WorkDialog, sentence_of
from desktop_cvae.library.archive import Archive

SIZE = QSize(760, 560)
PICTURE_PX, ROW_PX = 32, 40
PIXELS_PER_POINT = 2


class Column(IntEnum):
    """Columns of the table."""

    PICTURE = 0
    WAS = 1
    NOW = 2
    GIVEN = 3
    WAS_SURE = 4
    NOW_SURE = 5
    NATS = 6


HEADINGS = {
    Column.PICTURE: (mark("Picture"), mark("The picture that was read")),
    Column.WAS: (mark("Before"), mark("Original reading")),
    Column.NOW: (mark("Now"), mark("The reading of this model")),
    Column.GIVEN: (mark("Corrected"), mark("Your correction")),
    Column.WAS_SURE: (mark("Prob. before"), mark("Probability of the original reading")),
    Column.NOW_SURE: (mark("Prob. now"), mark("Probability of the new reading")),
    Column.NATS: (
        mark("Evidence"),
        mark("Change in evidence, in nats"),
    ),
}


class RereadingTable(QAbstractTableModel):
    """Table of original and new readings; unchanged ones can be hidden."""

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self.rows: list[Rereading] = []
        self._shown: list[int] = []
        self._only_changed = True

    def clear(self) -> None:
        self.beginResetModel()
        self.rows, self._shown = [], []
        self.endResetModel()

    def add(self, rows: Iterable[Rereading]) -> None:
        new = list(rows)
        begin = len(self.rows)
        self.rows += new
        shown = [begin + at for at, each in enumerate(new) if self._is_shown(each)]
        if shown:
            end = len(self._shown)
            self.beginInsertRows(NOWHERE, end, end + len(shown) - 1)
            self._shown += shown
            self.endInsertRows()

    def show_only_changed(self, wanted: bool) -> None:
        """Show only changed readings, or all."""
        self.beginResetModel()
        self._only_changed = wanted
        self._shown = [at for at, each in enumerate(self.rows) if self._is_shown(each)]
        self.endResetModel()

    def at(self, index: Index) -> Rereading:
        """Return the reading of a row."""
        return self.rows[self._shown[index.row()]]

    def table(self) -> Table:
        """Return all rows for a file, with unformatted numbers."""
        heading = ("id", "was", "is", "given_label", "was_probability", "probability", "nats")
        return [
            heading,
            *(
                (r.id, r.was, r.now, r.given or "", r.was_probability, r.now_probability, r.nats)
                for r in self.rows
            ),
        ]

    def rowCount(self, parent: Index = NOWHERE) -> int:
        return 0 if parent.isValid() else len(self._shown)

    def columnCount(self, parent: Index = NOWHERE) -> int:
        return 0 if parent.isValid() else len(Column)

    def headerData(
        self, section: int, orientation: Qt.Orientation, role: int = Role.DisplayRole
    ) -> Any:
        if orientation is Qt.Orientation.Vertical:
            return None
        title, tip = HEADINGS[Column(section)]
        if role == Role.TextAlignmentRole:
            return _alignment(Column(section))
        return {Role.DisplayRole: tr(title), Role.ToolTipRole: tr(tip)}.get(Role(role))

    def data(self, index: Index, role: int = Role.DisplayRole) -> Any:
        reading, column = self.at(index), Column(index.column())
        if role in (Role.DisplayRole, Role.ToolTipRole):
            return _text(reading, column)
        if role == Role.AccessibleTextRole:
            return f"{tr(HEADINGS[column][0])}: {_text(reading, column)}"
        if role == Role.DecorationRole and column is Column.PICTURE:
            return _picture(reading)
        if role == Role.TextAlignmentRole:
            return _alignment(column)
        if role == Role.ForegroundRole and column is Column.NOW and reading.has_changed:
            is_worse = reading.is_better is False
            return QColor(current_theme().warning if is_worse else current_theme().accent)
        return None

    def _is_shown(self, reading: Rereading) -> bool:
        return reading.has_changed or not self._only_changed


def _text(reading: Rereading, column: Column) -> str:
    texts = {
        Column.PICTURE: "",
        Column.WAS: reading.was.replace("\n", LINE_JOINT) or NOTHING_READ,
        Column.NOW: reading.now.replace("\n", LINE_JOINT) or NOTHING_READ,
        Column.GIVEN: reading.given or "",
        Column.WAS_SURE: percent_text(reading.was_probability),
        Column.NOW_SURE: percent_text(reading.now_probability),
        Column.NATS: "" if reading.nats is None else nats_difference(reading.nats),
    }
    return texts[column]


def _alignment(column: Column) -> Qt.AlignmentFlag:
    is_number = column in (Column.WAS_SURE, Column.NOW_SURE, Column.NATS)
    across = Qt.AlignmentFlag.AlignRight if is_number else Qt.AlignmentFlag.AlignLeft
    return across | Qt.AlignmentFlag.AlignVCenter


def _picture(reading: Rereading) -> QImage:
    side = PICTURE_PX * PIXELS_PER_POINT
    smooth, keep = Qt.TransformationMode.SmoothTransformation, Qt.AspectRatioMode.KeepAspectRatio
    picture = ink_image(reading.image).scaled(side, side, keep, smooth)
    picture.setDevicePixelRatio(PIXELS_PER_POINT)
    return picture


class RereadingDialog(WorkDialog):
    """Asks for a model, shows the progress and the readings that changed.

    Args:
        parent: the archive's window.
        session: its models can be chosen; its rejection threshold is used.
        controller: its worker reads.
        archive: holds the entries.
        chosen: ids of the selected entries; empty if fewer than two are selected.
        found: ids of all entries that the search found.

    Signals:
        entry_requested(int): an entry should be shown.
    """

    entry_requested = Signal(int)

    def __init__(
        self,
        parent: QWidget,
        session: Session,
        controller: Controller,
        archive: Archive,
        chosen: Sequence[int],
        found: Sequence[int],
    ) -> None:
        super().__init__(parent, "rereading", tr("Read again"), controller.runner)
        self._session, self._controller, self._archive = session, controller, archive
        self._numbers = {"chosen": chosen, "found": found}
        self._is_busy = False
        self.table = RereadingTable(self)
        self._make_controls()
        self._lay_out()
        self._connect()
        self._show_state(
            tr("Choose a model to read the entries again. The archive is not changed.")
        )

    def start(self) -> None:
        """Start reading, or stop it."""
        if self._is_busy:
            self.withdraw("read")
            self._end(tr("Stopped. {words}", words=self._words()))
            return
        numbers = self._numbers[self.which.value]
        self.table.clear()
        self.bar.setRange(0, len(numbers))
        self.bar.setValue(0)
        self._is_busy = True
        self._show_state(tr("Opening the model"))
        source, model = self._controller.source, self.model.currentData()
        self.ask(
            partial(
                jobs.reread,
                self._archive,
                source,
                model,
                numbers,
                self._session.false_rejection_rate,
            ),
            lambda _: self._end(self._words()),
            lambda error: self._end(sentence_of(error)),
            about="read",
            on_progress=self._on_read,
        )

    def _make_controls(self) -> None:
        self.model = make_combo(
            tr("Model"), tr("The model that reads the entries again"), "rereading_model"
        )
        for entry in self._session.models:
            if entry.manifest.spec.conditional:
                self.model.addItem(entry.name, entry.name)
        chosen, found = (len(self._numbers[which]) for which in ("chosen", "found"))
        words = {
            "chosen": tr("{n} selected", n=number(chosen)),
            "found": tr("All {n} found", n=number(found)),
        }
        self.which = SegmentedChoice(tuple(words.items()), tr("Which entries"))
        self.which.segment("chosen").setToolTip(tr("Read only the selected entries"))
        self.which.segment("found").setToolTip(tr("Read all entries found by the search"))
        if not chosen:
            self.which.set_value("found")
            self.which.setVisible(False)
        self.go = make_button("", tr("Start or stop reading"))
        self.go.setProperty("role", "primary")
        self.only = make_check_box(
            tr("Only changed readings"),
            tr("Hide entries that both models read alike"),
            "only_changed",
        )
        self.only.setChecked(True)
        self.bar = make_progress_bar(tr("Reading progress"))
        self.view = QTableView()
        self.view.setObjectName("rereading_table")
        self.view.setAccessibleName(tr("Original and new readings"))
        self.view.setModel(self.table)
        self.state = text_label("", "muted")
        self.state.setObjectName("rereading_state")
        self.state.setWordWrap(True)
        self.save = make_button(tr("Save…"), tr("Save the table"))
        self.close_ = make_button(tr("Close"), tr("Close (Esc)"))

    def _lay_out(self) -> None:
        view = self.view
        view.setFont(tabular_font(view.font()))
        view.setIconSize(QSize(PICTURE_PX, PICTURE_PX))
        view.setSelectionBehavior(QAbstractItemView.SelectionBehavior.SelectRows)
        view.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        view.setShowGrid(False)
        view.setTabKeyNavigation(False)
        view.setVerticalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        view.verticalHeader().hide()
        view.verticalHeader().setDefaultSectionSize(ROW_PX)
        header = view.horizontalHeader()
        header.setHighlightSections(False)
        header.setSectionResizeMode(QHeaderView.ResizeMode.Stretch)
        header.setSectionResizeMode(Column.PICTURE, QHeaderView.ResizeMode.Fixed)
        header.setMinimumSectionSize(64)
        view.setColumnWidth(Column.PICTURE, header.sectionSizeHint(Column.PICTURE))
        shown = Card()
        shown.box.setContentsMargins(1, 1, 1, 1)
        shown.box.addWidget(view)
        words = text_label(tr("Model"), "muted")
        words.setBuddy(self.model)
        down = QVBoxLayout()
        down.addLayout(row(words, self.model, self.which, None, self.go))
        down.addWidget(self.bar)
        down.addWidget(self.state)
        down.addWidget(shown, 1)
        self.lay_out(down, row(self.only, None, self.save, self.close_), SIZE)

    def _connect(self) -> None:
        self.go.clicked.connect(self.start)
        self.only.toggled.connect(self.table.show_only_changed)
        self.save.clicked.connect(lambda: self._controller.exporter.ask(self, self.export()))
        self.close_.clicked.connect(self.reject)
        self.view.activated.connect(self._on_activated)

    def export(self) -> Export:
        """Return the table for saving."""
        table = self.table.table()
        return table_export(tr("the table"), "read-again", lambda: table)

    def _on_activated(self, index: QModelIndex) -> None:
        self.entry_requested.emit(self.table.at(index).id)

    def _on_read(self, step: tuple[int, tuple[Rereading, ...]]) -> None:
        done, rows = step
        self.table.add(rows)
        self.bar.setValue(done)
        self._show_state(self._words())

    def _end(self, words: str) -> None:
        self._is_busy = False
        self._show_state(words)

    def _words(self) -> str:
        rows = self.table.rows
        changed = [each for each in rows if each.has_changed]
        parts = [
            tr_n("{n} read again", "{n} read again", len(rows)),
            tr_n("{n} changed", "{n} changed", len(changed)),
        ]
        better = sum(each.is_better is True for each in changed)
        worse = sum(each.is_better is False for each in changed)
        parts += [tr("{n} now match your corrections", n=number(better))] if better else []
        parts += [tr("{n} no longer match your corrections", n=number(worse))] if worse else []
        return ", ".join(parts) + "."

    def _show_state(self, words: str) -> None:
        self.state.setText(words)
        self.bar.setVisible(self._is_busy)
        self.go.setText(tr("Stop") if self._is_busy else tr("Read again"))
        self.go.setEnabled(self.model.count() > 0)
        self.model.setEnabled(not self._is_busy)
        self.which.setEnabled(not self._is_busy)
        self.save.setEnabled(bool(self.table.rows) and not self._is_busy)
