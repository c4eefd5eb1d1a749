"""The dialog that lets another model read archived entries again and compares the readings.

Tested in tests/gui/archive/test_archive_dialog.py.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from enum import IntEnum
from functools import partial
from typing import Any

from PySide6.QtCore import QModelIndex, QObject, QSize, Qt, Signal
from PySide6.QtGui import QColor, QImage
from PySide6.QtWidgets import QAbstractItemView, QHeaderView, QWidget

from desktop_cvae.core.csv_tables import Table
from desktop_cvae.core.language import mark, number, percent_text, tr, tr_n
from desktop_cvae.gui.archive import archive_jobs as jobs
from desktop_cvae.gui.archive.archive_jobs import Rereading
from desktop_cvae.gui.archive.entry_texts import NOTHING_READ, nats_difference
from desktop_cvae.gui.controller import Controller
from desktop_cvae.gui.controls import make_button, make_check_box, make_combo, make_progress_bar
from desktop_cvae.gui.exporting.export import Export, table_export
from desktop_cvae.gui.qimage_arrays import ink_image
from desktop_cvae.gui.session import Session
from desktop_cvae.gui.theme import current_theme
from desktop_cvae.gui.widgets.card import Card, column, row, text_label
from desktop_cvae.gui.widgets.readings_table import (
    Heading,
    Index,
    ReadingsTable,
    ReadingsView,
    Role,
    one_line,
)
from desktop_cvae.gui.widgets.segmented_choice import SegmentedChoice
from desktop_cvae.gui.widgets.work_dialog import WorkDialog, sentence_of
from desktop_cvae.library.reading_archive import Archive

SIZE = QSize(760, 560)
PICTURE_PX, ROW_PX = 32, 40
PIXELS_PER_POINT = 2


class RereadingColumn(IntEnum):
    """Columns of the table."""

    PICTURE = 0
    WAS = 1
    NOW = 2
    GIVEN = 3
    WAS_SURE = 4
    NOW_SURE = 5
    NATS = 6


HEADINGS = {
    RereadingColumn.PICTURE: Heading(mark("Picture"), mark("The picture that was read")),
    RereadingColumn.WAS: Heading(mark("Before"), mark("Original reading")),
    RereadingColumn.NOW: Heading(mark("Now"), mark("The reading of this model")),
    RereadingColumn.GIVEN: Heading(mark("Corrected"), mark("Your correction")),
    RereadingColumn.WAS_SURE: Heading(
        mark("Prob. before"), mark("Probability of the original reading"), is_number=True
    ),
    RereadingColumn.NOW_SURE: Heading(
        mark("Prob. now"), mark("Probability of the new reading"), is_number=True
    ),
    RereadingColumn.NATS: Heading(
        mark("Evidence"), mark("Change in evidence, in nats"), is_number=True
    ),
}


class RereadingTable(ReadingsTable):
    """Table of original and new readings; unchanged ones can be hidden."""

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(HEADINGS, parent)
        self.rows: list[Rereading] = []
        self._only_changed = True

    def clear(self) -> None:
        self.set_ids(())
        self.rows = []

    def add(self, rows: Iterable[Rereading]) -> None:
        begin = len(self.rows)
        self.rows += rows
        if shown := self._to_show(begin):
            self.append_ids(shown)

    def show_only_changed(self, wanted: bool) -> None:
        """Show only changed readings, or all."""
        self._only_changed = wanted
        self.set_ids(self._to_show(0))

    def at(self, index: Index) -> Rereading:
        return self.rows[self.ids[index.row()]]

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

    def text(self, index: Index) -> str:
        reading = self.at(index)
        texts = {
            RereadingColumn.PICTURE: "",
            RereadingColumn.WAS: one_line(reading.was) or NOTHING_READ,
            RereadingColumn.NOW: one_line(reading.now) or NOTHING_READ,
            RereadingColumn.GIVEN: reading.given or "",
            RereadingColumn.WAS_SURE: percent_text(reading.was_probability),
            RereadingColumn.NOW_SURE: percent_text(reading.now_probability),
            RereadingColumn.NATS: "" if reading.nats is None else nats_difference(reading.nats),
        }
        return texts[RereadingColumn(index.column())]

    def data(self, index: Index, role: int = Role.DisplayRole) -> Any:
        reading, column = self.at(index), RereadingColumn(index.column())
        if role == Role.DecorationRole and column is RereadingColumn.PICTURE:
            return _picture(reading)
        if role == Role.ForegroundRole and column is RereadingColumn.NOW and reading.has_changed:
            is_worse = reading.is_better is False
            return QColor(current_theme().warning if is_worse else current_theme().accent)
        return super().data(index, role)

    def _to_show(self, begin: int) -> list[int]:
        """Return the indices of the rows to show, from an index on."""
        rows = enumerate(self.rows[begin:], begin)
        return [at for at, row in rows if row.has_changed or not self._only_changed]


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
        self.go = make_button("", tr("Start or stop reading"), on_click=self.start)
        self.go.setProperty("role", "primary")
        self.only = make_check_box(
            tr("Only changed readings"),
            tr("Hide entries that both models read alike"),
            "only_changed",
            is_on=True,
        )
        self.bar = make_progress_bar(tr("Reading progress"))
        self.view = ReadingsView(
            self.table,
            tr("Original and new readings"),
            "rereading_table",
            QSize(PICTURE_PX, PICTURE_PX),
            ROW_PX,
        )
        self.state = text_label("", "muted", wraps=True, name="rereading_state")
        self.save = make_button(tr("Save…"), tr("Save the table"), on_click=self._save)
        self.close_ = make_button(tr("Close"), tr("Close (Esc)"), on_click=self.reject)

    def _lay_out(self) -> None:
        view = self.view
        view.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        header = view.horizontalHeader()
        header.setSectionResizeMode(QHeaderView.ResizeMode.Stretch)
        header.setSectionResizeMode(RereadingColumn.PICTURE, QHeaderView.ResizeMode.Fixed)
        header.setMinimumSectionSize(64)
        view.setColumnWidth(
            RereadingColumn.PICTURE, header.sectionSizeHint(RereadingColumn.PICTURE)
        )
        shown = Card()
        shown.box.setContentsMargins(1, 1, 1, 1)
        shown.box.addWidget(view)
        words = text_label(tr("Model"), "muted", buddy=self.model)
        head = row(words, self.model, self.which, None)
        body = column(head, self.bar, self.state, shown, fills=shown)
        self.lay_out(body, row(self.only, None, self.save, self.go, self.close_), SIZE)

    def _connect(self) -> None:
        self.only.toggled.connect(self.table.show_only_changed)
        self.view.activated.connect(self._on_activated)

    def export(self) -> Export:
        """Return the table for saving."""
        table = self.table.table()
        return table_export(tr("the table"), "read-again", lambda: table)

    def _save(self) -> None:
        self._controller.exporter.ask(self, self.export())

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
