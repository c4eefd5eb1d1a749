"""The fields of a form as a list, with the name and the content of the selected one.

Tested in tests/gui/forms/test_form_dialog.py.
"""

from __future__ import annotations

from collections.abc import Mapping

from PySide6.QtCore import QSignalBlocker, Signal
from PySide6.QtGui import QKeySequence, QShortcut
from PySide6.QtWidgets import QPlainTextEdit, QWidget

from desktop_cvae.core.language import tr, tr_n
from desktop_cvae.gui.controls import describe, make_button, make_combo, make_line_edit
from desktop_cvae.gui.forms.form_draft import FormDraft
from desktop_cvae.gui.numbers.rule_chooser import RuleChooser
from desktop_cvae.gui.widgets.card import Card, row, text_label
from desktop_cvae.gui.widgets.text_list import ListEntry, TextList
from desktop_cvae.inference.form_file import KINDS, LISTED, MOST_LETTERS, NUMBER

WIDTH_PX, VALUES_PX = 330, 48


class FieldPane(Card):
    """Shows and edits the selected field of a draft.

    Args:
        draft: the form.

    Signals:
        rejected(str): why a field cannot have the typed name.
        file_requested: the values are to be taken from a file.
    """

    rejected = Signal(str)
    file_requested = Signal()

    def __init__(self, draft: FormDraft, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._draft = draft
        self._is_showing = False
        self._columns: Mapping[str, tuple[str, ...]] = {}
        self._columns_of = -1
        self.list = describe(
            TextList(),
            title=tr("Fields"),
            tip=tr("The fields, in the order of their columns"),
            name="chapters",
        )
        self.name = make_line_edit(tr("Name of the field"), tr("Name of its column (F2)"))
        self.name.setMaxLength(MOST_LETTERS)
        self.kind = make_combo(
            tr("What the field holds"),
            tr("A number, exactly one digit, or one of the values of a list"),
            "field_kind",
            items=[(tr(text), kind) for kind, text in KINDS.items()],
        )
        self.rules = RuleChooser()
        self._make_values()
        self.remove = make_button(
            tr("Remove"), tr("Remove this field (Delete)"), on_click=draft.remove
        )
        self._lay_out()
        self.list.row_changed.connect(self._on_row_selected)
        self.name.editingFinished.connect(self._on_named)
        self.kind.currentIndexChanged.connect(self._on_content_changed)
        self.rules.rule_chosen.connect(lambda _: self._on_content_changed())
        draft.changed.connect(self._show)
        self._show()

    def add_shortcuts(self, window: QWidget) -> None:
        """Let F2 rename the field from anywhere in a window."""
        QShortcut(QKeySequence("F2"), window, self._rename)

    def offer(self, columns: Mapping[str, tuple[str, ...]]) -> None:
        """Take the values of the selected field from the first column; offer the others."""
        self._columns, self._columns_of = columns, self._draft.chosen
        with QSignalBlocker(self.columns):
            self.columns.clear()
            self.columns.addItems(list(columns))
        self._on_column_chosen()
        self._show()

    def _make_values(self) -> None:
        self.values = describe(
            QPlainTextEdit(),
            title=tr("Values of the field"),
            tip=tr("One value a line, such as a customer number; typed or pasted"),
            name="field_values",
        )
        self.values.setTabChangesFocus(True)
        self.values.setMinimumHeight(VALUES_PX)
        self.values.setPlaceholderText(tr("One value a line"))
        self.columns = make_combo(
            tr("Column"), tr("Column of the file with the values"), "value_column"
        )
        self.from_file = make_button(
            tr("From a CSV file…"),
            tr("Take the values from a column of a CSV file"),
            on_click=self.file_requested.emit,
        )
        self.count = text_label("", "muted", wraps=True, name="value_count")
        self.values.textChanged.connect(self._on_values_changed)
        self.columns.currentIndexChanged.connect(self._on_column_chosen)

    def _lay_out(self) -> None:
        self.setFixedWidth(WIDTH_PX)
        self.add_section(tr("Fields"))
        self.box.addWidget(self.list, 1)
        name = text_label(tr("Name"), "muted", buddy=self.name)
        self.box.addLayout(row(name, self.name))
        self.box.addWidget(self.kind)
        self.box.addWidget(self.rules)
        self.box.addWidget(self.values, 1)
        self.box.addWidget(self.count)
        self.box.addWidget(self.from_file)
        self.box.addWidget(self.columns)
        self.box.addLayout(row(None, self.remove))

    def _on_row_selected(self, index: int) -> None:
        if not self._is_showing:
            self._draft.choose(index)

    def _on_named(self) -> None:
        problem = self._draft.rename(self.name.text().strip())
        if problem:
            self.rejected.emit(problem)
            self._show()

    def _rename(self) -> None:
        self.name.setFocus()
        self.name.selectAll()

    def _on_content_changed(self) -> None:
        if not self._is_showing:
            self._draft.set_rule(self.kind.currentData(), self.rules.rule)

    def _typed_values(self) -> list[str]:
        lines = map(str.strip, self.values.toPlainText().splitlines())
        return list(dict.fromkeys(filter(None, lines)))

    def _on_values_changed(self) -> None:
        if not self._is_showing:
            self._tell_count(self._draft.set_values(self._typed_values()))

    def _on_column_chosen(self) -> None:
        values = self._columns.get(self.columns.currentText())
        if values is not None and self._draft.chosen == self._columns_of:
            self._draft.set_values(values)

    def _tell_count(self, problem: str = "") -> None:
        count = len(self._draft.field.values) if self._draft.field else 0
        told = tr_n("{n} value", "{n} values", count) if count else ""
        self.count.setText(problem or told)

    def _show_values(self) -> None:
        field = self._draft.field
        is_listed = field is not None and field.kind == LISTED
        for part in (self.values, self.count, self.from_file):
            part.setVisible(is_listed)
        has_choice = len(self._columns) > 1 and self._draft.chosen == self._columns_of
        self.columns.setVisible(is_listed and has_choice)
        self.rules.setVisible(not is_listed)
        # Setting the text that is being typed would move the cursor.
        values = list(field.values) if field else []
        if values != self._typed_values():
            self.values.setPlainText("\n".join(values))
        self._tell_count()

    def _show(self) -> None:
        self._is_showing = True
        draft, field = self._draft, self._draft.field
        names = [one.name for one in draft.fields]
        if names != self.list.texts:
            self.list.entries.set_lines([ListEntry(name) for name in names])
        self.list.set_row(draft.chosen)
        for part in (self.name, self.kind, self.rules, self.remove):
            part.setEnabled(field is not None)
        self.name.setText(field.name if field else "")
        self.kind.setCurrentIndex(self.kind.findData(field.kind if field else NUMBER))
        self.rules.show_rule(field.rule if field else "")
        self.rules.setEnabled(field is not None and field.kind == NUMBER)
        self._show_values()
        self._is_showing = False
