"""Model of a form that is being drawn: its fields, the selected one, and undo.

Tested in tests/gui/forms/test_form_dialog.py.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from PySide6.QtCore import QObject, Signal
from PySide6.QtGui import QUndoCommand, QUndoStack

from desktop_cvae.core.errors import DesktopCvaeError
from desktop_cvae.core.language import tr
from desktop_cvae.inference.form_file import LEAST_SHARE, LISTED, MOST_FIELDS, NUMBER, FormField
from desktop_cvae.pictures.registration import ShareBox

Fields = tuple[FormField, ...]
MOVES, TYPING = 1, 2
"""Kinds of changes of which several in a row are undone at once."""


class FormDraft(QObject):
    """The fields of a form; each change can be undone.

    Signals:
        changed: the fields or the selection have changed.
    """

    changed = Signal()

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self.fields: Fields = ()
        self.chosen = -1
        self.undo_stack = QUndoStack(self)

    @property
    def field(self) -> FormField | None:
        return self.fields[self.chosen] if 0 <= self.chosen < len(self.fields) else None

    def begin(self, fields: Sequence[FormField]) -> None:
        """Start with the fields of another form, without undo."""
        self.undo_stack.clear()
        self.set_fields(tuple(fields), 0 if fields else -1)

    def choose(self, index: int) -> None:
        """Select a field; −1 for none."""
        if index != self.chosen and -1 <= index < len(self.fields):
            self.chosen = index
            self.changed.emit()

    def step(self, by: int) -> None:
        """Select the next or the previous field."""
        if self.fields:
            self.choose((self.chosen + by) % len(self.fields))

    def add(self, box: ShareBox) -> None:
        """Add a field with a unique name."""
        if len(self.fields) >= MOST_FIELDS:
            return
        number = len(self.fields) + 1
        taken = {field.name for field in self.fields}
        while (name := tr("field {number}", number=number)) in taken:
            number += 1
        # The fields of a form are mostly of one kind.
        last = self.fields[-1] if self.fields else FormField(name, (0.0, 0.0, 1.0, 1.0))
        field = replace(last, name=name, box=_on_page(box))
        self._do((*self.fields, field), len(self.fields), tr("new field"))

    def remove(self) -> None:
        if self.field is not None:
            left = self.fields[: self.chosen] + self.fields[self.chosen + 1 :]
            self._do(left, min(self.chosen, len(left) - 1), tr("removed field"))

    def move(self, box: ShareBox) -> None:
        """Move the selected field; several moves in a row are undone at once."""
        if self.field is not None and _on_page(box) != self.field.box:
            self._change(replace(self.field, box=_on_page(box)), tr("moved field"), MOVES)

    def rename(self, name: str) -> str:
        """Rename the selected field; return why that is impossible, or ""."""
        if self.field is None or name == self.field.name:
            return ""
        if any(field.name == name for field in self.fields):
            return tr("Another field has this name.")
        try:
            self._change(replace(self.field, name=name), tr("named field"))
        except DesktopCvaeError as error:
            return error.sentence
        return ""

    def set_rule(self, kind: str, rule: str) -> None:
        """Set the content of the selected field."""
        if self.field is not None:
            wanted = replace(
                self.field,
                kind=kind,
                rule=rule if kind == NUMBER else "",
                values=self.field.values if kind == LISTED else (),
            )
            if wanted != self.field:
                self._change(wanted, tr("rule of a field"))

    def set_values(self, values: Sequence[str]) -> str:
        """Set the values of the selected field; return why that is impossible, or ""."""
        if self.field is None or tuple(values) == self.field.values:
            return ""
        try:
            changed = replace(self.field, kind=LISTED, rule="", values=tuple(values))
        except DesktopCvaeError as error:
            return error.sentence
        self._change(changed, tr("values of a field"), TYPING)
        return ""

    def set_fields(self, fields: Fields, chosen: int) -> None:
        """Set fields and selection without undo."""
        self.fields, self.chosen = fields, chosen
        self.changed.emit()

    def _change(self, field: FormField, text: str, merges: int = 0) -> None:
        fields = list(self.fields)
        fields[self.chosen] = field
        self._do(tuple(fields), self.chosen, text, merges)

    def _do(self, fields: Fields, chosen: int, text: str, merges: int = 0) -> None:
        self.undo_stack.push(_Step(self, fields, chosen, text, merges))


class _Step(QUndoCommand):
    """A change of the fields, as a step of the undo stack."""

    def __init__(
        self, draft: FormDraft, fields: Fields, chosen: int, text: str, merges: int
    ) -> None:
        super().__init__(text)
        self._draft = draft
        self._before = draft.fields, draft.chosen
        self.after = fields, chosen
        self._merges = merges

    def id(self) -> int:
        return self._merges * (MOST_FIELDS + 1) + self.after[1] if self._merges else -1

    def mergeWith(self, other: QUndoCommand) -> bool:
        if not isinstance(other, _Step) or other.id() != self.id():
            return False
        self.after = other.after
        return True

    def undo(self) -> None:
        self._draft.set_fields(*self._before)

    def redo(self) -> None:
        self._draft.set_fields(*self.after)


def _on_page(box: ShareBox) -> ShareBox:
    """Clip a box to the page, but keep it large enough to be grabbed again."""
    x, y, width, height = box
    left, top = min(max(x, 0.0), 1 - LEAST_SHARE), min(max(y, 0.0), 1 - LEAST_SHARE)
    width = max(min(x + width, 1.0) - left, LEAST_SHARE)
    height = max(min(y + height, 1.0) - top, LEAST_SHARE)
    return round(left, 5), round(top, 5), round(width, 5), round(height, 5)
