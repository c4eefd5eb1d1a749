"""A number to type, and the line in which the model writes it."""

from __future__ import annotations

from PySide6.QtCore import QRectF, QSize, Qt, Signal
from PySide6.QtGui import (
    QColor,
    QImage,
    QPainter,
    QPaintEvent,
    QPen,
    QValidator,
)
from PySide6.QtWidgets import QLineEdit, QSizePolicy, QWidget

from desktop_cvae.core.language import mark, tr
from desktop_cvae.core.results import MAX_CHARACTERS
from desktop_cvae.gui.exporting.export import Export
from desktop_cvae.gui.exporting.samples_export import line_export
from desktop_cvae.gui.icons import ToolButton
from desktop_cvae.gui.qimage_arrays import ink_image
from desktop_cvae.gui.session import WrittenLine
from desktop_cvae.gui.theme import current_theme
from desktop_cvae.gui.widgets.card import column, row, text_label
from desktop_cvae.gui.widgets.painted_view import PaintedView

EXAMPLE = "0171 23"
LEAST_PX, MOST_PX = 76, 128
"""Smallest and largest height of the line, in pixels."""
RADIUS_PX = 5.0
TITLE = mark("Write a number")
HINT = mark("Drag it to another program, or save or copy it.")
NOTHING = mark("Type a number above.")
DIGITS = "0123456789"


class Alphabet(QValidator):
    """Accepts only the characters that the model can write, and spaces."""

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self.characters = DIGITS

    def validate(self, text: str, position: int) -> QValidator.State:
        is_known = all(sign in f"{self.characters} " for sign in text)
        return QValidator.State.Acceptable if is_known else QValidator.State.Invalid

    @property
    def reason(self) -> str:
        """Return why a text is rejected."""
        if self.characters == DIGITS:
            return tr(
                "You can write digits and spaces, {most} characters at most.",
                most=MAX_CHARACTERS,
            )
        return tr(
            "You can write {characters} and spaces, {most} characters at most.",
            characters=self.characters,
            most=MAX_CHARACTERS,
        )


class LineView(PaintedView):
    """A line of ink on paper, scaled to fit, that can be dragged to other programs."""

    # The same for every text, so that nothing jumps while typing.
    SIZE, LEAST_SIZE = QSize(240, LEAST_PX), QSize(120, LEAST_PX)

    def __init__(self) -> None:
        super().__init__()
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Expanding)
        self.setMaximumHeight(MOST_PX)
        self._line: WrittenLine | None = None
        self._picture: QImage | None = None

    def set_line(self, line: WrittenLine | None) -> None:
        """Show a line; None shows what to do."""
        is_empty = line is None or not line.number.text.strip()
        self._line = None if is_empty else line
        self.draw()
        is_shown = self._picture is not None
        if is_shown:
            self.setCursor(Qt.CursorShape.OpenHandCursor)
        else:
            self.unsetCursor()
        self.setToolTip(tr(HINT) if is_shown else tr(NOTHING))
        self.update()

    @property
    def is_shown(self) -> bool:
        return self._picture is not None

    def paintEvent(self, event: QPaintEvent) -> None:
        theme, painter = current_theme(), QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(QPen(QColor(theme.border), 1))
        painter.setBrush(QColor(theme.paper))
        frame = QRectF(self.rect()).adjusted(0.5, 0.5, -0.5, -0.5)
        painter.drawRoundedRect(frame, RADIUS_PX, RADIUS_PX)
        if self._picture is None:
            painter.setPen(QColor(theme.muted))
            painter.drawText(self.rect(), Qt.AlignmentFlag.AlignCenter, tr(NOTHING))
            return
        painter.setRenderHint(QPainter.RenderHint.SmoothPixmapTransform)
        painter.drawImage(self._target(), self._picture)

    def draw(self) -> None:
        self._picture = None if self._line is None else ink_image(self._line.ink)

    def _target(self) -> QRectF:
        """Return the centred area of the whole line."""
        assert self._picture is not None
        room = QRectF(self.rect()).adjusted(2, 2, -2, -2)
        scale = min(room.width() / self._picture.width(), room.height() / self._picture.height())
        target = QRectF(0, 0, self._picture.width() * scale, self._picture.height() * scale)
        target.moveCenter(room.center())
        return target


class NumberLine(QWidget):
    """The text to write, the written line, and buttons to save and copy it.

    Signals:
        text_changed: another text should be written.
    """

    text_changed = Signal()

    def __init__(self) -> None:
        super().__init__()
        self._line: WrittenLine | None = None
        self.edit = QLineEdit(EXAMPLE)
        self.alphabet = Alphabet(self.edit)
        self.view = LineView()
        self.hint = text_label("", "muted")
        self.save_button = ToolButton(
            "save", tr("Save number"), tr("Save the number as PNG or SVG…")
        )
        self.copy_button = ToolButton("copy", tr("Copy number"), tr("Copy the number as a picture"))
        self._lay_out()
        self._connect()
        self.set_line(None)

    @property
    def text(self) -> str:
        return self.edit.text()

    def set_alphabet(self, characters: str) -> None:
        """Set the characters that the model can write; remove all others from the text."""
        self.alphabet.characters = characters
        kept = "".join(sign for sign in self.text if sign in f"{characters} ")
        if kept != self.text:
            self.edit.setText(kept)

    def set_line(self, line: WrittenLine | None) -> None:
        """Show what the model wrote."""
        self._line = line
        self.view.set_line(line)
        told = tr(NOTHING)
        if line and self.view.is_shown:
            told = tr("“{text}” in this handwriting", text=line.number.text)
        self.view.setAccessibleDescription(told)
        for button in (self.save_button, self.copy_button):
            button.setEnabled(self.view.is_shown)

    def minimumSizeHint(self) -> QSize:
        """Keep a comfortable height; else the layout would squeeze the buttons below the grid."""
        return QSize(super().minimumSizeHint().width(), self.sizeHint().height())

    def export(self) -> Export | None:
        is_shown = self._line is not None and self.view.is_shown
        return line_export(self._line.number) if self._line and is_shown else None

    def _lay_out(self) -> None:
        self.edit.setValidator(self.alphabet)
        self.edit.setMaxLength(MAX_CHARACTERS)
        self.edit.setPlaceholderText(EXAMPLE)
        self.edit.setAccessibleName(tr(TITLE))
        self.edit.setToolTip(tr("Digits and spaces; the model writes them in this handwriting"))
        self.view.setAccessibleName(tr("The number in this handwriting"))
        title = text_label(tr(TITLE), "title", buddy=self.edit)
        for button in (self.save_button, self.copy_button):
            button.set_flat()
            button.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        buttons = row(self.save_button, self.copy_button, spacing=2)
        entry = row(title, self.edit, buttons, fills=self.edit)
        self.setLayout(column(entry, self.view, self.hint, fills=self.view))
        self._show_hint("")
        self.setMaximumHeight(self.sizeHint().height() + MOST_PX - LEAST_PX)

    def _connect(self) -> None:
        self.edit.textChanged.connect(self._on_text_changed)
        self.edit.inputRejected.connect(lambda: self._show_hint(self.alphabet.reason))
        # Enter gives the number keys back to the window.
        self.edit.returnPressed.connect(self.edit.clearFocus)

    def _on_text_changed(self) -> None:
        self._show_hint("")
        self.text_changed.emit()

    def _show_hint(self, problem: str) -> None:
        self.hint.setText(problem or tr(HINT))
        self.hint.setProperty("role", "warning" if problem else "muted")
        self.hint.style().polish(self.hint)
