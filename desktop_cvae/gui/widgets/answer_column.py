"""The middle column: input, reconstruction, verdict and evidence.

The digits stand side by side, the first and the last flush with the card's margins; the line
under them says what the two colours mean, and how far a label is behind.

Tested in tests/gui/test_main_window.py.
"""

from __future__ import annotations

from collections.abc import Mapping

from PySide6.QtCore import QEvent, QMargins, QRect, QSize, QTimer
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import (
    QBoxLayout,
    QSizePolicy,
    QStyle,
    QWidget,
)

from desktop_cvae.core.language import mark, tr
from desktop_cvae.core.results import Answer, FloatArray
from desktop_cvae.gui.session import Session
from desktop_cvae.gui.teaching.corrections import CorrectionButton
from desktop_cvae.gui.theme import SPACING, text_scale
from desktop_cvae.gui.widgets.card import Card, Column, Rule, items_of, row
from desktop_cvae.gui.widgets.digit_view import MIN_SCALE, SIDE, USUAL_SCALE, DigitView, side_for
from desktop_cvae.gui.widgets.evidence_bars import EvidenceBars
from desktop_cvae.gui.widgets.explained_heading import ExplainedHeading, request_explanation
from desktop_cvae.gui.widgets.preparation_strip import RISE, PreparationStrip
from desktop_cvae.gui.widgets.reason_line import ReasonLine
from desktop_cvae.gui.widgets.rejection_slider import RejectionSlider
from desktop_cvae.gui.widgets.verdict import VerdictLabel, article

NO_LIMIT = 1 << 20
ABOVE = 5
"""Pixels of the heading's extra height that lie below its words."""
OVERHANG = 8
"""Pixels by which a caption may be wider than its picture, on each side."""
WIDTH = 330
BESIDE_WIDTH = 480
"""Smallest width, in pixels, at which pictures and evidence stand side by side in a low window."""
CAPTIONS = {
    mark("Input"): mark("The picture that the model receives: 28 × 28, centred"),
    mark("Noisy"): mark("The picture with noise, as the model reads it"),
    mark("Reconstruction"): mark("How the model explains the picture with this label"),
    mark("Difference"): mark("Red stripes: ink missing from the drawing; blue: extra ink"),
}
AFTER = {
    mark("Before"): mark("The input before denoising; undo brings it back"),
    mark("Denoised"): mark("The reconstruction, now the input"),
}
SPREAD = mark(
    "Where reconstructions from samples of the posterior differ: what the model is unsure of"
)
TOPICS = {
    "Input": "preparation",
    "Spread": "spread",
    "Reconstruction": "reconstruction",
    "Difference": "reconstruction",
}
"""Explanation topics of the captions."""
SPREAD_GAIN = 2.5
"""Gain of the spread's picture: a pixel's standard deviation is at most 0.5, in practice 0.4."""


class DigitViewStrip(QWidget):
    """Lays out the views so that the sides of their pictures are whole multiples of 28 pixels.

    Args:
        views: by caption, in order.
    """

    def __init__(self, views: Mapping[str, DigitView]) -> None:
        super().__init__()
        self._views = list(views.values())
        self._allowed_rows: tuple[int, ...] = (1,)
        self._most_height = NO_LIMIT
        for view in self._views:
            view.setParent(self)
        # Not fixed: layouts take that for the hint's height, whatever the width asks for.
        policy = QSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Preferred)
        policy.setHeightForWidth(True)
        self.setSizePolicy(policy)

    def arrange(self, allowed_rows: tuple[int, ...], most_height: int) -> None:
        """Choose the number of rows that makes the views largest within a height."""
        if (allowed_rows, most_height) != (self._allowed_rows, self._most_height):
            self._allowed_rows, self._most_height = allowed_rows, most_height
            self.updateGeometry()
            self._place()

    def height_of(self, rows: int, side: int) -> int:
        return rows * (self._views[0].height_for_side(side) + SPACING) - SPACING

    def heightForWidth(self, width: int) -> int:
        return self.height_of(*self._rows_and_side(width))

    def sizeHint(self) -> QSize:
        return self._size_of(USUAL_SCALE * SIDE)

    def minimumSizeHint(self) -> QSize:
        return self._size_of(MIN_SCALE * SIDE)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._place()

    def _size_of(self, side: int) -> QSize:
        rows = self._allowed_rows[0]
        overhang = 2 * OVERHANG if rows > 1 else 0
        width = self._columns(rows) * (side + SPACING) - SPACING + overhang
        return QSize(width, self.height_of(rows, side))

    def _place(self) -> None:
        rows, side = self._rows_and_side(self.width())
        columns = self._columns(rows)
        height = self._views[0].height_for_side(side)
        overhang = max(OVERHANG, self._overhang(side, columns))
        step = (self.width() - side - 2 * (overhang - OVERHANG)) / max(1, columns - 1)
        if rows > 1:
            # In a block: set apart over a wide card they would not belong together.
            step = min(step - 2 * OVERHANG, side + 3 * SPACING)
        left = (self.width() - side - step * (columns - 1)) / 2
        for index, view in enumerate(self._views):
            row, column = divmod(index, columns)
            x, y = round(left + column * step) - overhang, row * (height + SPACING)
            rect = QRect(x, y, side + 2 * overhang, height)
            view.setGeometry(QStyle.visualRect(self.layoutDirection(), self.rect(), rect))

    def _overhang(self, side: int, columns: int) -> int:
        """Return how far the longest caption reaches over its image, if there is room for it."""
        widest = max(view.fontMetrics().horizontalAdvance(view.caption) for view in self._views)
        has_room = columns * (widest + SPACING) - SPACING <= self.width()
        return -((side - widest) // 2) if widest > side and has_room else 0

    def _columns(self, rows: int) -> int:
        return -(-len(self._views) // rows)

    def _rows_and_side(self, width: int) -> tuple[int, int]:
        sides = {rows: self._side(rows, width) for rows in self._allowed_rows}
        rows = max(sides, key=lambda each: sides[each])
        return rows, sides[rows]

    def _side(self, rows: int, width: int) -> int:
        columns = self._columns(rows)
        overhang = 2 * OVERHANG if rows > 1 else 0
        side = side_for((width - (columns - 1) * SPACING - overhang) // columns)
        while side > MIN_SCALE * SIDE and self.height_of(rows, side) > self._most_height:
            side -= SIDE
        return side


class AnswerColumn(Column):
    """Shows the session's reply; a clicked row chooses its label."""

    def __init__(self, session: Session) -> None:
        super().__init__(WIDTH)
        self._session = session
        self.views = {name: DigitView(tr(name), tr(tip)) for name, tip in CAPTIONS.items()}
        for name, view in self.views.items():
            view.setObjectName(f"view_{name.lower()}")
        self.verdict = VerdictLabel()
        self.rejection = RejectionSlider(session)
        self.correct = CorrectionButton()
        self.preparations = PreparationStrip(session)
        self.reason = ReasonLine()
        self.bars = EvidenceBars()
        self._strip = DigitViewStrip(self.views)
        self._pictures = pictures = Card()
        margins = pictures.box.contentsMargins()
        # The small pictures in the heading's line are higher than its words, by what is left over
        # and under these: nothing moves where something is in doubt.
        pictures.box.setContentsMargins(margins - QMargins(0, RISE - ABOVE, 0, 0))
        heading, line = ExplainedHeading(tr("What the model sees"), "seen"), QWidget()
        line.setLayout(row(heading, self.preparations, spacing=0))
        pictures.box.addWidget(line)
        pictures.box.addSpacing(-ABOVE)
        pictures.box.addWidget(self._strip)
        pictures.box.addSpacing(2 - SPACING)
        pictures.box.addWidget(self.reason)
        pictures.box.addStretch(1)
        self._answer = answer = Card()
        self.verdict.put_beside(self.correct)
        answer.box.addWidget(self.verdict)
        answer.box.addWidget(self.rejection)
        answer.box.addSpacing(4)
        answer.box.addWidget(Rule())
        answer.box.addWidget(self.bars, 1)
        self.box.setSpacing(SPACING)
        self.box.addWidget(pictures)
        self.box.addWidget(answer, 1)
        self.verdict.follow(session)
        self.bars.label_chosen.connect(self._on_row_chosen)
        self.rejection.disclosure.toggled.connect(lambda _: self._arrange())
        self.bars.label_looked_at.connect(session.look_at)
        self.bars.heading_activated.connect(self._on_heading_activated)
        session.looked_at_changed.connect(self._show_pictures)
        session.spread_changed.connect(self._show_pictures)
        session.reply_changed.connect(self._show)
        session.model_changed.connect(self._on_model_changed)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._arrange()

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() is QEvent.Type.FontChange:
            QTimer.singleShot(0, self, self._arrange)

    def _arrange(self) -> None:
        room, width = self.viewport().height(), self.viewport().width()
        self._place_rejection(is_beside=False)
        answer = self._answer.sizeHint().height()
        rest = self._height_beside_the_strip()
        lowest = rest + self._strip.height_of(1, MIN_SCALE * SIDE) + SPACING + answer
        is_beside = width >= BESIDE_WIDTH * text_scale() and room < lowest
        direction = QBoxLayout.Direction
        self.reason.set_stacked(is_beside)
        self._place_rejection(is_beside=is_beside)
        self.box.setDirection(direction.LeftToRight if is_beside else direction.TopToBottom)
        if is_beside:
            self._strip.arrange((2,), room - self._height_beside_the_strip())
        else:
            wished = answer - self.bars.sizeHint().height() + self.bars.comfortable_height()
            # A quarter of a low column, unless the evidence would then be out of sight.
            least = min(room // 4, room - rest - answer - SPACING)
            self._strip.arrange((1, 2), max(least, room - rest - wished - SPACING))
        # At once, not with the next event: otherwise one frame would show it half arranged.
        self.box.activate()

    def _place_rejection(self, *, is_beside: bool) -> None:
        """Put the rejection slider under the pictures if there is room, else under the verdict."""
        is_shown = not self.rejection.isHidden()
        if is_beside:
            self._pictures.box.insertWidget(self._pictures.box.count() - 1, self.rejection)
        else:
            self._answer.box.insertWidget(1, self.rejection)
        # Qt hides a widget that gets another parent until the next event; hidden, it has no height.
        self.rejection.setVisible(is_shown)

    def _height_beside_the_strip(self) -> int:
        """Return the height of heading, reason and margins of the pictures' card."""
        box = self._pictures.box
        margins = box.contentsMargins()
        heights, widgets = [], 0
        for item in items_of(box):
            widget = item.widget()
            widgets += widget is not None
            if widget is not self._strip:
                heights.append(item.sizeHint().height())
        gaps = box.spacing() * (widgets - 1)
        frame = 2 * self._pictures.frameWidth()
        return sum(heights) + gaps + margins.top() + margins.bottom() + frame

    def _on_model_changed(self) -> None:
        self.bars.set_names(self._session.label_names)
        self._arrange()
        self._show()

    def _on_heading_activated(self, topic: str, rect: QRect) -> None:
        request_explanation(topic, self.bars, rect)

    def _on_row_chosen(self, row_index: int) -> None:
        label = None if row_index == self._session.label else row_index
        self._session.set_label(label)

    def _show(self) -> None:
        session = self._session
        answer = session.reply.answer if session.reply else None
        self._show_pictures()
        if session.reply is None or answer is None:
            self.bars.set_recognition(None, None)
            return
        self.bars.set_recognition(answer.recognition, answer.label, answer.explanations)

    def _show_pictures(self) -> None:
        session = self._session
        answer = session.reply.answer if session.reply else None
        captions = self._captions(answer)
        images = self._images(answer)
        for view, texts, image in zip(self.views.values(), captions, images, strict=True):
            view.set_caption(*texts)
            view.set_image(*image)
        reading = answer.recognition if answer else None
        self.reason.show_gap(reading, session.shown_label, session.label_names)

    def _captions(self, answer: Answer | None) -> list[tuple[str, str, str]]:
        marked = list(CAPTIONS.items())
        if self._before(answer) is not None:
            marked[:2] = AFTER.items()
        elif not self._shows_noise():
            # Without noise the second picture would be the first again.
            marked[1] = (mark("Spread"), SPREAD)
        texts = [(tr(name), tr(tip), TOPICS.get(name, "")) for name, tip in marked]
        reading, label = answer.recognition if answer else None, self._session.shown_label
        if reading is not None and label is not None and label != reading.label:
            name = article(self._session.label_names[label])
            texts[2] = (
                tr("As {name}", name=name),
                tr("How the model explains this as {name}", name=name),
                "",
            )
            texts[3] = (
                tr("Why not {name}", name=name),
                tr("Evidence against {name}: missing ink, extra ink", name=name),
                "",
            )
        return texts

    def _before(self, answer: Answer | None) -> FloatArray | None:
        """Return the input before denoising, where it deserves a picture."""
        before, reply = self._session.before, self._session.reply
        is_newest = reply is not None and reply.question.image is self._session.image
        if answer is None or before is None or not is_newest or self._shows_noise():
            return None
        return before.image

    def _shows_noise(self) -> bool:
        return self._session.noise.level > 0 and self._session.looked_at is None

    def _images(self, answer: Answer | None) -> list[tuple[FloatArray | None, ...]]:
        """Return the content of each view; the last one shows the difference from the first."""
        if answer is None:
            return [(None,)] * len(self.views)
        read, rebuilt = answer.prepared.image, self._rebuilt(answer)
        if rebuilt is None or answer.recognition is None:
            return [(read,), (answer.noisy,), (None,), (None,)]
        foreign, before = answer.recognition.foreign, self._before(answer)
        difference = (rebuilt, read, foreign)
        # Foreign ink is shown where it was looked for: in what the model read.
        if self._shows_noise():
            return [(read,), (answer.noisy, None, foreign), (rebuilt,), difference]
        if before is not None:
            return [(before,), (read, None, foreign), (rebuilt,), difference]
        return [(read, None, foreign), (self._spread_image(),), (rebuilt,), difference]

    def _rebuilt(self, answer: Answer) -> FloatArray | None:
        label = self._session.shown_label
        if answer.explanations is None or label is None or label == answer.label:
            return answer.reconstruction
        other: FloatArray = answer.explanations[label]
        return other

    def _spread_image(self) -> FloatArray | None:
        """Return the spread; the previous one stays until the next is ready."""
        spread = self._session.spread
        return None if spread is None else SPREAD_GAIN * spread.image
