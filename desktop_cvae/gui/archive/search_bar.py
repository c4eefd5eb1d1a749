"""The archive's search bar: text and filters."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import UTC, datetime

from PySide6.QtCore import QDate, QTimer, Signal
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import (
    QComboBox,
    QDateEdit,
    QGridLayout,
    QSizePolicy,
    QWidget,
)

from desktop_cvae.core.language import mark, tr
from desktop_cvae.core.results import DIGIT, NO_DIGIT, UNSURE
from desktop_cvae.gui.controls import describe, make_check_box, make_combo, make_line_edit
from desktop_cvae.gui.theme import SPACING, text_scale
from desktop_cvae.gui.widgets.card import column, row, text_label
from desktop_cvae.library.archive_entries import Query

TYPING_MS = 150
MOST_LETTERS = 200
LEAST_LETTERS = 3
COMBO_PX = 118
"""Smallest readable width of a filter at the normal text size, in pixels."""
ANY = ""
VERDICTS = {
    ANY: mark("Any verdict"),
    DIGIT: mark("Digits"),
    UNSURE: mark("Unsure"),
    NO_DIGIT: mark("Not digits"),
}
TODAY, WEEK, MONTH, YEAR, SPAN = "today", "week", "month", "year", "span"
SPANS = {
    ANY: mark("Any time"),
    TODAY: mark("Today"),
    WEEK: mark("The last 7 days"),
    MONTH: mark("The last 30 days"),
    YEAR: mark("The last year"),
    SPAN: mark("From … to …"),
}
DAYS = {TODAY: 0, WEEK: 6, MONTH: 29, YEAR: 364}
CERTAINTIES: dict[str, tuple[str, float | None, float | None]] = {
    ANY: (mark("Any probability"), None, None),
    "sure": (mark("Over 99 %"), 0.99, None),
    "likely": (mark("90 to 99 %"), 0.9, 0.99),
    "doubtful": (mark("50 to 90 %"), 0.5, 0.9),
    "guess": (mark("Less than 50 %"), None, 0.5),
}
ORDERS = {
    "newest": mark("Newest first"),
    "oldest": mark("Oldest first"),
    "surest": mark("Most probable first"),
    "least sure": mark("Least probable first"),
}


class SearchBar(QWidget):
    """A search field with filters below it.

    Signals:
        changed: the search changed.
    """

    changed = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._columns = 0
        self._typing = QTimer(self, interval=TYPING_MS, singleShot=True)
        self._make_controls()
        self._lay_out()
        self._connect()

    def query(self) -> Query:
        """Return the search as it is set."""
        since, until = self._days()
        _, least, most = CERTAINTIES[self.certainty.currentData()]
        return Query(
            text=self.text.text().strip(),
            label=self.label.currentData() or None,
            verdict=self.verdict.currentData() or None,
            model=self.model.currentData() or None,
            since=since,
            until=until,
            least=least,
            most=most,
            starred=True if self.starred.isChecked() else None,
            corrected=True if self.corrected.isChecked() else None,
            order=self.order.currentData(),
        )

    @property
    def is_narrowed(self) -> bool:
        """True if the search excludes any entry."""
        order = self.order.currentData()
        return self.query() != Query(order=order)

    def clear(self) -> None:
        """Search for all entries; keep the order."""
        self.text.clear()
        for combo in (self.label, self.verdict, self.when, self.certainty, self.model):
            combo.setCurrentIndex(0)
        self.starred.setChecked(False)
        self.corrected.setChecked(False)
        self._tell()

    def offer(self, labels: Sequence[str], models: Sequence[str]) -> None:
        """Set the labels and models to choose from; keep the choices."""
        self._fill(self.label, tr("Any digit"), labels)
        self._fill(self.model, tr("Any model"), models)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Put the filters in one row, or in two if one is too narrow."""
        super().resizeEvent(event)
        count = len(self._combos)
        is_narrow = self.width() < count * COMBO_PX * text_scale()
        self._arrange(count // 2 if is_narrow else count)

    def _make_controls(self) -> None:
        self.text = make_line_edit(
            tr("Search the archive"),
            tr("A reading, a correction, a file name or part of a note (Ctrl+F)"),
            "archive_search",
            hint=tr("Search for a digit, number, name or note"),
            can_clear=True,
        )
        self.text.setMaxLength(MOST_LETTERS)
        self.label = _combo("label", tr("Digit or label"), tr("Only entries with this label"))
        self.verdict = _combo("verdict", tr("Verdict"), tr("Only entries with this verdict"))
        self.when = _combo("when", tr("When"), tr("Only entries from this period"))
        self.certainty = _combo(
            "certainty", tr("Probability"), tr("Only entries with this probability")
        )
        self.model = _combo("model", tr("Model"), tr("Only answers of this model"))
        self.order = _combo("order", tr("Order"), tr("Which entries come first"))
        for combo, texts in ((self.verdict, VERDICTS), (self.when, SPANS), (self.order, ORDERS)):
            for key, text in texts.items():
                combo.addItem(tr(text), key)
        for key, (text, *_) in CERTAINTIES.items():
            self.certainty.addItem(tr(text), key)
        self.offer((), ())
        self.starred = make_check_box(tr("Starred"), tr("Only entries that you starred"))
        self.corrected = make_check_box(tr("Corrected"), tr("Only entries that you corrected"))
        self.first = self._date_edit(tr("First day"))
        self.last = self._date_edit(tr("Last day"))

    def _date_edit(self, name: str) -> QDateEdit:
        edit = describe(QDateEdit(QDate.currentDate()), title=name, tip=tr("This day is included"))
        edit.setCalendarPopup(True)
        return edit

    def _lay_out(self) -> None:
        line = row(self.text, self.starred, self.corrected, fills=self.text)
        self._grid = QGridLayout()
        self._grid.setSpacing(SPACING)
        first, last = (self.label, self.verdict, self.when), (self.certainty, self.model)
        self._combos = (*first, *last, self.order)
        self._arrange(len(self._combos))
        self._days_row = QWidget()
        since = text_label(tr("From"), "muted", buddy=self.first)
        until = text_label(tr("to"), "muted", buddy=self.last)
        self._days_row.setLayout(row(since, self.first, until, self.last, None))
        self._days_row.setVisible(False)
        self.setLayout(column(line, self._grid, self._days_row))

    def _arrange(self, columns: int) -> None:
        if self._grid.count() and columns == self._columns:
            return
        self._columns = columns
        for at, combo in enumerate(self._combos):
            self._grid.addWidget(combo, *divmod(at, columns))
            self._grid.setColumnStretch(at, int(at < columns))

    def _connect(self) -> None:
        self.text.textChanged.connect(lambda _: self._typing.start())
        self._typing.timeout.connect(self.changed)
        for combo in (self.label, self.verdict, self.when, self.certainty, self.model, self.order):
            combo.activated.connect(self._tell)
        for box in (self.starred, self.corrected):
            box.clicked.connect(self._tell)
        for edit in (self.first, self.last):
            edit.dateChanged.connect(self._tell)

    def _tell(self, *_: object) -> None:
        self._typing.stop()
        self._days_row.setVisible(self.when.currentData() == SPAN)
        self.changed.emit()

    def _days(self) -> tuple[datetime | None, datetime | None]:
        """Return the start of the first day and the end of the last, in local time."""
        when = self.when.currentData()
        if when == ANY:
            return None, None
        today = QDate.currentDate()
        if when == SPAN:
            first, last = sorted((self.first.date(), self.last.date()), key=QDate.toJulianDay)
            return _begin_of(first), _begin_of(last.addDays(1))
        return _begin_of(today.addDays(-DAYS[when])), None

    def _fill(self, combo: QComboBox, first: str, names: Sequence[str]) -> None:
        chosen = combo.currentData()
        wanted = [*names, *([chosen] if chosen and chosen not in names else [])]
        if wanted == [combo.itemData(at) for at in range(1, combo.count())]:
            return
        combo.clear()
        combo.addItem(first, ANY)
        for name in wanted:
            combo.addItem(name, name)
        combo.setCurrentIndex(max(0, combo.findData(chosen)))


def _begin_of(day: QDate) -> datetime:
    """Return the local start of a day, in UTC."""
    return datetime.fromtimestamp(day.startOfDay().toSecsSinceEpoch(), UTC)


def _combo(name: str, title: str, tip: str) -> QComboBox:
    combo = make_combo(title, tip, f"archive_{name}", least_letters=LEAST_LETTERS)
    combo.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
    return combo
