"""The fields of a form as a list, with the name and the content of the selected one.

Tested in tests/gui/forms/test_form_dialog.py.
"""

from __future__ import annotations

from PySide6.QtCore import Signal
from PySide6.QtGui import QKeySequence, QShortcut
from PySide6.QtWidgets import QWidget

from desktop_cvae.core.language import tr
from desktop_cvae.gui.controls import describe, make_button, make_line_edit
from desktop_cvae.gui.forms.form_draft import FormDraft
from desktop_cvae.gui.numbers.rule_chooser import RuleChooser
from desktop_cvae.gui.widgets.card import Card, row, text_label
from desktop_cvae.gui.widgets.segmented_choice import SegmentedChoice
from desktop_cvae.gui.widgets.text_list import TextLine, TextList
from desktop_cvae.inference.form_file import KINDS, MOST_LETTERS, NUMBER

WIDTH_PX = 330


class FieldPane(Card):
    """Shows and edits the selected field of a draft.

    Args:
        draft: the form.

    Signals:
        rejected(str): why a field cannot have the typed name.
    """

    rejected = Signal(str)

    def __init__(self, draft: FormDraft, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._draft = draft
        self._is_showing = False
        self.list = describe(
            TextList(),
            title=tr("Fields"),
            tip=tr("The fields, in the order of their columns"),
            name="chapters",
        )
        self.name = make_line_edit(tr("Name of the field"), tr("Name of its column (F2)"))
        self.name.setMaxLength(MOST_LETTERS)
        self.kind = SegmentedChoice(
            tuple((kind, tr(text)) for kind, text in KINDS.items()), tr("What the field holds")
        )
        self.kind.segment(NUMBER).setToolTip(tr("Any number of digits, or as the rule requires"))
        self.rules = RuleChooser()
        self.remove = make_button(
            tr("Remove"), tr("Remove this field (Delete)"), on_click=draft.remove
        )
        self._lay_out()
        self.list.row_changed.connect(self._on_row_selected)
        self.name.editingFinished.connect(self._on_named)
        self.kind.chosen.connect(lambda _: self._on_content_changed())
        self.rules.rule_chosen.connect(lambda _: self._on_content_changed())
        draft.changed.connect(self._show)
        self._show()

    def add_shortcuts(self, window: QWidget) -> None:
        """Let F2 rename the field from anywhere in a window."""
        QShortcut(QKeySequence("F2"), window, self._rename)

    def _lay_out(self) -> None:
        self.setFixedWidth(WIDTH_PX)
        self.add_section(tr("Fields"))
        self.box.addWidget(self.list, 1)
        name = text_label(tr("Name"), "muted")
        name.setBuddy(self.name)
        self.box.addLayout(row(name, self.name))
        self.box.addWidget(self.kind)
        self.box.addWidget(self.rules)
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
            self._draft.set_rule(self.kind.value, self.rules.rule)

    def _show(self) -> None:
        self._is_showing = True
        draft, field = self._draft, self._draft.field
        names = [one.name for one in draft.fields]
        if names != self.list.texts:
            self.list.entries.set_lines([TextLine(name) for name in names])
        self.list.set_row(draft.chosen)
        for part in (self.name, self.kind, self.rules, self.remove):
            part.setEnabled(field is not None)
        self.name.setText(field.name if field else "")
        self.kind.set_value(field.kind if field else NUMBER)
        self.rules.show_rule(field.rule if field else "")
        self.rules.setEnabled(field is not None and field.kind == NUMBER)
        self._is_showing = False
