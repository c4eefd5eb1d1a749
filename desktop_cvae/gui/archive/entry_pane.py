"""Details of an entry: the drawing, what the model read and reconstructed, and corrections.

Tested in tests/gui/archive/test_archive_dialog.py.
"""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QEvent, QRect, QRectF, QSize, Qt, QTimer, Signal
from PySide6.QtGui import QColor, QFocusEvent, QImage, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import (
    QComboBox,
    QFormLayout,
    QPlainTextEdit,
    QPushButton,
    QStackedWidget,
    QWidget,
)

from desktop_cvae.core.language import number, tr
from desktop_cvae.gui.archive.archived_evidence import ArchivedEvidence
from desktop_cvae.gui.archive.entry_pictures import Original, float_image
from desktop_cvae.gui.archive.entry_texts import (
    certainty_text,
    long_date,
    read_text,
    source_text,
    verdict_text,
)
from desktop_cvae.gui.controls import make_combo
from desktop_cvae.gui.qimage_arrays import digit_image, grey_image
from desktop_cvae.gui.theme import SPACING, current_theme, enlarge_text
from desktop_cvae.gui.widgets.card import Card, Column, column, row, text_label
from desktop_cvae.gui.widgets.digit_view import SIDE, DigitView
from desktop_cvae.gui.widgets.elided_label import ElidedLabel
from desktop_cvae.gui.widgets.input_column import KIND_NAMES
from desktop_cvae.gui.widgets.painted_view import PaintedView
from desktop_cvae.library.archive_entries import ArchiveEntry

PICTURE_PX = 3 * SIDE
"""Side of each of the three pictures, in pixels."""
WIDTH = 324
VIEW_PX = 92
"""Width of a picture with its caption, in pixels."""
NOTE_LINES = 2
GIVEN_PX = 124
MOST_LETTERS = 2000
"""Longest note, in characters."""
MOST_GIVEN = 40
"""Longest correction, in characters."""
NOTE_MS = 800
"""Pause in typing after which a note is saved."""


class OriginalView(PaintedView):
    """The whole drawing or picture as it was, in a square."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("original")
        self.setAccessibleName(tr("Original"))
        self.setToolTip(tr("The drawing or picture as it was"))
        self._original: Original | None = None
        self._shown: QImage | None = None

    def show_original(self, original: Original | None) -> None:
        """Show a drawing or picture; None for an empty frame."""
        self._original = original
        self.draw()

    def sizeHint(self) -> QSize:
        return QSize(VIEW_PX, PICTURE_PX + SPACING // 2 + self.fontMetrics().height())

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.SmoothPixmapTransform)
        square = QRect((self.width() - PICTURE_PX) // 2, 0, PICTURE_PX, PICTURE_PX)
        painter.fillRect(square, QColor(current_theme().paper))
        if self._shown is not None:
            size = self._shown.size().scaled(square.size(), Qt.AspectRatioMode.KeepAspectRatio)
            area = QRect(square.topLeft(), size)
            area.moveCenter(square.center())
            painter.drawImage(area, self._shown)
        painter.setPen(QPen(QColor(current_theme().border), 1))
        painter.drawRect(QRectF(square).adjusted(0.5, 0.5, -0.5, -0.5))
        painter.setPen(QColor(current_theme().muted))
        below = QRect(0, PICTURE_PX, self.width(), self.height() - PICTURE_PX)
        flags = Qt.AlignmentFlag.AlignHCenter | Qt.AlignmentFlag.AlignBottom
        painter.drawText(below, flags, tr("Original"))
        painter.end()

    def draw(self) -> None:
        if self._original is None:
            self._shown = None
        else:
            paint = digit_image if self._original.is_ink else grey_image
            image = paint(self._original.image)
            # Scaled once, because scaling a photograph in every paint event would be slow.
            side = PICTURE_PX * max(1, round(self.devicePixelRatioF()))
            smooth = Qt.TransformationMode.SmoothTransformation
            keep = Qt.AspectRatioMode.KeepAspectRatio
            self._shown = image.scaled(side, side, keep, smooth)
        self.update()


class NoteEdit(QPlainTextEdit):
    """A short note, saved when typing pauses or the focus leaves.

    Signals:
        ended(str): the note was changed to this text.
    """

    ended = Signal(str)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("note")
        self.setAccessibleName(tr("Note"))
        self.setToolTip(tr("Your note about this entry; you can search for it (F2)"))
        self.setPlaceholderText(tr("Note"))
        self.setTabChangesFocus(True)
        margins = 2 * (self.frameWidth() + 6)
        self.setFixedHeight(NOTE_LINES * self.fontMetrics().lineSpacing() + margins)
        self._kept = ""
        self._pause = QTimer(self, interval=NOTE_MS, singleShot=True)
        self._pause.timeout.connect(self.end)
        self.textChanged.connect(self._pause.start)

    def show_note(self, note: str) -> None:
        """Show a note, unless it is shown already."""
        self._kept = note
        if note != self.toPlainText():
            self.setPlainText(note)
        self._pause.stop()

    def end(self) -> None:
        """Report the note if it changed."""
        self._pause.stop()
        if (note := self.toPlainText()[:MOST_LETTERS]) != self._kept:
            self._kept = note
            self.ended.emit(note)

    def focusOutEvent(self, event: QFocusEvent) -> None:
        super().focusOutEvent(event)
        self.end()


class EntryPane(QStackedWidget):
    """A card with the current entry, or a hint if there is none.

    Signals:
        star_toggled: the star was clicked.
        label_given(str | None): the user's correction; None takes the model's reading again.
        note_changed(int, str): id of an entry, and its new note.
    """

    star_toggled = Signal()
    label_given = Signal(object)
    note_changed = Signal(int, str)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.entry: ArchiveEntry | None = None
        self._given: str | None = None
        self._make_controls()
        self._lay_out()
        self.star.clicked.connect(lambda _=False: self.star_toggled.emit())
        self.given.activated.connect(lambda _: self._on_given())
        if (line := self.given.lineEdit()) is not None:
            # For a label that is not in the list.
            line.editingFinished.connect(self._on_given)
        self.note.ended.connect(self._on_note)

    def show_entry(self, entry: ArchiveEntry | None, original: Original | None = None) -> None:
        """Show an entry with its drawing or picture; None shows the hint."""
        is_other = entry is None or self.entry is None or entry.id != self.entry.id
        if is_other:
            # The typed text belongs to the previous entry.
            self.note.end()
        self.entry = entry
        self.setCurrentIndex(1 if entry else 0)
        if entry is None:
            return
        self.original.show_original(original)
        seen = entry.image if entry.noisy is None else entry.noisy
        self.seen.set_image(float_image(seen))
        made = entry.reconstruction
        self.made.set_image(None if made is None else float_image(made))
        self.evidence.show_evidence(entry.label_names, entry.evidence_nats)
        self.answer.say(read_text(entry))
        self._show_facts(entry)
        self._show_given(entry)
        self.star.setChecked(entry.is_starred)
        if is_other or not self.note.hasFocus():
            self.note.show_note(entry.note)

    def _make_controls(self) -> None:
        self.answer = ElidedLabel("title")
        self.answer.setObjectName("kept_answer")
        enlarge_text(self.answer, 9)
        self.verdict = ElidedLabel("muted")
        self.verdict.setObjectName("kept_verdict")
        self.star = QPushButton("☆")
        self.star.setObjectName("star")
        self.star.setCheckable(True)
        self.star.setAccessibleName(tr("Star"))
        self.star.setToolTip(
            tr(
                "Star this entry to find it again; starred entries are never "
                "deleted automatically (S)"
            )
        )
        self.star.toggled.connect(lambda is_on: self.star.setText("★" if is_on else "☆"))
        self.original = OriginalView()
        self.seen = DigitView(
            tr("As read"), tr("What the model read: 28 × 28 pixels, centred, with noise")
        )
        self.made = DigitView(
            tr("Reconstruction"),
            tr("The model's reconstruction of the picture under this label"),
        )
        for view in (self.original, self.seen, self.made):
            view.setFixedSize(VIEW_PX, self.original.sizeHint().height())
        self.evidence = ArchivedEvidence()
        self.given = make_combo(
            tr("What it is"),
            tr("Correct a wrong reading; you can teach the model with it later (0 – 9)"),
            "given_label",
        )
        self.given.setEditable(True)
        self.given.setInsertPolicy(QComboBox.InsertPolicy.NoInsert)
        self.note = NoteEdit()
        names = (tr("When"), tr("Model"), tr("From"), tr("Noise"))
        self.facts = {name: ElidedLabel("") for name in names}

    def _lay_out(self) -> None:
        hint = text_label(tr("Select a picture to see how it was read."), "muted", wraps=True)
        hint.setAlignment(Qt.AlignmentFlag.AlignCenter)
        nothing = Card()
        nothing.box.addWidget(hint)
        card = Card()
        it_is = text_label(tr("It is"), "muted", buddy=self.given)
        self.given.setFixedWidth(GIVEN_PX)
        head = row(self.answer, None, it_is, self.given, self.star)
        card.box.addLayout(column(head, self.verdict, spacing=0))
        card.box.addLayout(row(self.original, None, self.seen, None, self.made))
        card.box.addWidget(self.evidence)
        form = QFormLayout()
        form.setHorizontalSpacing(2 * SPACING)
        form.setVerticalSpacing(2)
        form.setFieldGrowthPolicy(QFormLayout.FieldGrowthPolicy.AllNonFixedFieldsGrow)
        for name, label in self.facts.items():
            form.addRow(text_label(name, "muted"), label)
        self._form = form
        card.box.addLayout(form)
        card.box.addWidget(self.note)
        card.box.addStretch(1)
        self._column = Column(WIDTH)
        self._column.box.addWidget(card)
        self.addWidget(nothing)
        self.addWidget(self._column)
        self._fit()

    def changeEvent(self, event: QEvent) -> None:
        """Adapt the width when the text size changes."""
        super().changeEvent(event)
        if event.type() is QEvent.Type.FontChange:
            # Some parts get their fonts only after this.
            QTimer.singleShot(0, self, self._fit)

    def _fit(self) -> None:
        self._column.fit_width()
        self.setFixedWidth(max(WIDTH, self._column.minimumWidth()))

    def _show_facts(self, entry: ArchiveEntry) -> None:
        parts = [verdict_text(entry.verdict), certainty_text(entry)]
        self.verdict.say(" · ".join(dict.fromkeys(part for part in parts if part)))
        model = " · ".join(filter(None, (entry.model, entry.program)))
        level, kind = number(100 * entry.noise.level, ".0f"), entry.noise.kind
        named = tr(KIND_NAMES.get(kind, kind))
        noise = tr("{kind}, {level} %", kind=named, level=level) if entry.noise.level else ""
        origin = " · ".join(filter(None, (source_text(entry.source), entry.name)))
        texts = (long_date(entry.kept_at), model or "–", origin, noise)
        for line, (label, text) in enumerate(zip(self.facts.values(), texts, strict=True)):
            label.say(text)
            self._form.setRowVisible(line, bool(text))

    def _show_given(self, entry: ArchiveEntry) -> None:
        combo, as_read = self.given, tr("as read")
        names: Sequence[str] = () if entry.is_number else entry.label_names
        combo.clear()
        combo.addItem(as_read, None)
        for name in names:
            combo.addItem(name, name)
        given = self._given = entry.given_label
        if given is not None and given not in names:
            combo.addItem(given, given)
        combo.setCurrentIndex(0 if given is None else combo.findData(given))
        if (line := combo.lineEdit()) is not None:
            line.setMaxLength(MOST_GIVEN)
            line.setCursorPosition(0)  # show the beginning of a long text

    def _on_given(self) -> None:
        text = self.given.currentText().strip()
        is_as_read = not text or text == self.given.itemText(0)
        given = None if is_as_read else text
        if self.entry is not None and given != self._given:
            self._given = given
            self.label_given.emit(given)

    def _on_note(self, note: str) -> None:
        if self.entry is not None:
            self.note_changed.emit(self.entry.id, note)
