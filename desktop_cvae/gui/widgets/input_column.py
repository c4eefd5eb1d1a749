"""The left column: canvas, pen, pictures, noise and label.

Tested in tests/gui/test_main_window.py.
"""

from __future__ import annotations

from PySide6.QtCore import QSignalBlocker, Qt, QTimer, Signal
from PySide6.QtGui import QResizeEvent, QShowEvent
from PySide6.QtWidgets import QPushButton, QSizePolicy, QWidget

from desktop_cvae.core.language import mark, number, tr
from desktop_cvae.core.results import NoiseSetting
from desktop_cvae.core.specs import DIGIT_NAMES
from desktop_cvae.gui.controls import make_button, make_combo, make_slider
from desktop_cvae.gui.icons import ToolButton, icon
from desktop_cvae.gui.session import Session
from desktop_cvae.gui.theme import SPACING
from desktop_cvae.gui.widgets.card import Card, Column, ValueLabel, items_of, row
from desktop_cvae.gui.widgets.drawing_canvas import MIN_SIDE, DrawingCanvas
from desktop_cvae.gui.widgets.elided_label import ElidedLabel
from desktop_cvae.gui.widgets.label_bar import LabelBar
from desktop_cvae.gui.widgets.pen_bar import PenBar
from desktop_cvae.gui.widgets.preparation_strip import PreparationMenu
from desktop_cvae.gui.widgets.verdict import VerdictLabel

STEPS = 100
WIDTH = 290
COMFORTABLE_SIDE = 240
"""Side of the canvas, in pixels, below which headings are hidden to make room."""
MAX_SIDE = 900
KIND_NAMES = {
    "gaussian": mark("Gaussian"),
    "salt and pepper": mark("Salt and pepper"),
    "speckle": mark("Speckle"),
    "occlusion": mark("Occlusion"),
}
"""``pictures.noise.KINDS`` for people; a test holds the two together."""


class NoiseBar(QWidget):
    """Kind, level and seed of the noise; the owner places ``heading`` with the value and a button.

    Signals:
        noise_chosen(str, float): kind and level in [0, 1].
    """

    noise_chosen = Signal(str, float)

    def __init__(self) -> None:
        super().__init__()
        self.kind = make_combo(
            tr("Kind of noise"),
            tr("Noise added to the image that the model reads"),
            "noise_kind",
            items=[(tr(name), kind) for kind, name in KIND_NAMES.items()],
            least_letters=6,
        )
        self.kind.setSizePolicy(QSizePolicy.Policy.MinimumExpanding, QSizePolicy.Policy.Fixed)
        self.slider = make_slider(
            tr("Noise level in per cent"),
            tr("How much noise: 0 is none"),
            "noise_level",
            high=STEPS,
        )
        self.slider.setMinimumWidth(24)
        self.value = ValueLabel("0.00")
        self.dice = ToolButton(
            "dice", tr("New noise"), tr("New noise of the same kind and level (Space)")
        )
        self.denoise = make_button(
            tr("Denoise"),
            tr("Replace the drawing with the reconstruction, without noise (D)"),
            "denoise",
            takes_focus=False,
        )
        self.denoise.setEnabled(False)
        self._beside = row(self.value, self.denoise)
        self.heading = QWidget()
        self.heading.setLayout(self._beside)
        self._line = row(self.kind, self.slider, self.dice)
        self._line.setStretch(1, 1)
        self.setLayout(self._line)
        self._show_value()
        self.kind.currentIndexChanged.connect(self._tell)
        self.slider.valueChanged.connect(self._tell)

    def set_low(self, is_low: bool) -> None:
        """Put value and button into the line of the controls, or back into the heading."""
        line = self._line if is_low else self._beside
        for widget in (self.value, self.denoise):
            line.addWidget(widget)

    def set_noise(self, noise: NoiseSetting) -> None:
        with QSignalBlocker(self.kind), QSignalBlocker(self.slider):
            self.kind.setCurrentIndex(max(0, self.kind.findData(noise.kind)))
            self.slider.setValue(round(noise.level * STEPS))
        self._show_value()

    def _tell(self) -> None:
        self._show_value()
        self.noise_chosen.emit(self.kind.currentData(), self.slider.value() / STEPS)

    def _show_value(self) -> None:
        self.value.setText(number(self.slider.value() / STEPS, ".2f"))
        self.dice.setEnabled(self.slider.value() > 0)


class InputColumn(Column):
    """Controls that change the question; they set the session's values.

    Signals:
        aspect_changed(float): the canvas has another width by height.
    """

    aspect_changed = Signal(float)

    def __init__(self, session: Session) -> None:
        super().__init__(WIDTH)
        self._session = session
        self.canvas = DrawingCanvas()
        self.pen_bar = PenBar()
        self.noise_bar = NoiseBar()
        self.label_bar = LabelBar()
        self._opened = ElidedLabel("muted", Qt.TextElideMode.ElideMiddle)
        self._opened.setObjectName("opened_name")
        self._opened.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Fixed)
        self.verdict = VerdictLabel()
        self.verdict.setObjectName("verdict_beside_input")
        self.verdict.follow(session)
        self.verdict.hide()
        self.open_button = _wide_button(
            tr("Open…"), "open_picture", "open", tr("Open a picture (Ctrl+O)")
        )
        self.paste_button = _wide_button(
            tr("Paste"), "paste_picture", "paste", tr("Paste a picture (Ctrl+V)")
        )
        tip = tr("Read several digits as a number (N)")
        self.number_button = _wide_button(tr("Number"), "read_number", "number", tip)
        self.preparations = PreparationMenu(session, self)
        self._aspect = 1.0
        self._is_low = self._says_verdict = False
        self._card = Card()
        self._fill(self._card)
        self.box.addWidget(self._card)
        self._connect(session)

    @property
    def opened_name(self) -> str:
        picture = self.canvas.drawing.picture
        return picture.name if picture is not None and picture.path is not None else ""

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._fit()

    def showEvent(self, event: QShowEvent) -> None:
        super().showEvent(event)
        # Its controls have their fonts and sizes only now; no resizing follows at the first start.
        QTimer.singleShot(0, self, self._fit)

    def _fit(self) -> None:
        self._set_low(False)
        side = self._fitting_side()
        if side < COMFORTABLE_SIDE and self.canvas.drawing.aspect == 1:
            self._set_low(True)
            side = self._fitting_side()
            if self._says_verdict and side - self.verdict.sizeHint().height() >= COMFORTABLE_SIDE:
                self.verdict.show()
                side = self._fitting_side()
        self.setMinimumWidth(max(WIDTH, self._least_across()))
        height = max(side, MIN_SIDE)
        self.canvas.setFixedSize(round(height * self.canvas.drawing.aspect), height)
        # Otherwise the scroll area keeps the height that its content had before, and scrolls.
        self.box.update()

    def set_verdict_shown(self, is_shown: bool) -> None:
        """Show the verdict here too, while the answer's pane is out of sight."""
        self._says_verdict = is_shown
        self.verdict.setVisible(is_shown and not self._is_low)

    def _fitting_side(self) -> int:
        across = self.viewport().width() - self._card.inset
        # A widget that was just shown or hidden would count only with the next layout event.
        self._card.box.invalidate()
        rest = self._card.box.totalSizeHint().height() - self.canvas.height()
        rest += 2 * self._card.frameWidth()
        across = int(across / self.canvas.drawing.aspect)
        return min(across, self.maximumViewportSize().height() - rest, MAX_SIDE)

    def _least_across(self) -> int:
        """Return the width that the widest line of controls needs, in a high or a low window."""
        noise = self.noise_bar
        # Canvas and labels take what is there.
        flexible = (self.canvas, self._label_line)
        widths = [
            item.minimumSize().width()
            for item in items_of(self._card.box)
            if (item.widget() or item.layout()) not in flexible
        ]
        low = noise.minimumSizeHint().width()
        if not self._is_low:
            low += noise.heading.minimumSizeHint().width() + SPACING
        return max(low, *widths) + self._card.inset

    def _set_low(self, is_low: bool) -> None:
        """Put each group of controls into one line without heading, for a low window."""
        if is_low == self._is_low:
            return
        self._is_low = is_low
        self.verdict.setVisible(self._says_verdict and not is_low)
        for line in self._heading_lines:
            line.setVisible(not is_low)
        self.noise_bar.set_low(is_low)
        auto = self.label_bar.auto
        if is_low:
            self._label_line.insertWidget(0, auto)
        else:
            layout = self._heading_lines[-1].layout()
            assert layout is not None
            layout.addWidget(auto)

    def _fill(self, card: Card) -> None:
        self._label_line = row(self.label_bar)
        input_heading = card.add_section(tr("Input"), self._opened)
        card.box.addWidget(self.verdict)
        card.box.addWidget(self.canvas, 0, Qt.AlignmentFlag.AlignHCenter)
        card.box.addWidget(self.pen_bar)
        card.box.addLayout(row(self.open_button, self.paste_button, self.number_button))
        card.add_gap()
        noise_heading = card.add_section(tr("Noise"), self.noise_bar.heading)
        card.box.addWidget(self.noise_bar)
        card.add_gap()
        label_heading = card.add_section(tr("Label"), self.label_bar.auto)
        card.box.addLayout(self._label_line)
        card.box.addStretch(1)
        headings = (input_heading, noise_heading, label_heading)
        self._heading_lines = [line for each in headings if (line := each.parentWidget())]

    def _connect(self, session: Session) -> None:
        canvas, pens = self.canvas, self.pen_bar
        canvas.image_drawn.connect(session.set_image)
        canvas.history_changed.connect(self._on_history_changed)
        session.picture_opened.connect(canvas.open_picture)
        session.drawing_reopened.connect(canvas.restore)
        pens.pen_changed.connect(self._on_pen_changed)
        pens.undo.clicked.connect(canvas.undo)
        pens.redo.clicked.connect(canvas.redo)
        pens.clear.clicked.connect(canvas.clear)
        self.noise_bar.noise_chosen.connect(session.set_noise)
        self.noise_bar.dice.clicked.connect(session.renew_noise)
        self.noise_bar.denoise.clicked.connect(session.denoise)
        session.noise_changed.connect(lambda: self.noise_bar.set_noise(session.noise))
        self.label_bar.label_chosen.connect(session.set_label)
        session.label_changed.connect(lambda: self.label_bar.set_label(session.label))
        session.model_changed.connect(self._on_model_changed)
        session.reply_changed.connect(self._on_reply_changed)

    def _on_pen_changed(self, width: float, erases: bool) -> None:
        self.canvas.pen_width, self.canvas.erases = width, erases

    def _on_history_changed(self) -> None:
        history = self.canvas.drawing.history
        self.pen_bar.set_possible(history.stack.canUndo(), history.stack.canRedo())
        if history.aspect != self._aspect:
            self._aspect = history.aspect
            self.aspect_changed.emit(self._aspect)
            self._fit()
        self._opened.say(self.opened_name)

    def _on_model_changed(self) -> None:
        names = self._session.label_names
        self.label_bar.set_labels(names or DIGIT_NAMES, has_labels=bool(names))

    def _on_reply_changed(self) -> None:
        reply = self._session.reply
        self.noise_bar.denoise.setEnabled(reply is not None and reply.answer.prepared.found)
        if reply is None or not reply.answer.prepared.found:
            self.canvas.set_box(None, (1, 1))
        elif reply.question.image is self._session.image:
            height, width = reply.question.image.shape
            self.canvas.set_box(reply.answer.prepared.box, (height, width))


def _wide_button(text: str, name: str, icon_name: str, tip: str) -> QPushButton:
    button = make_button(text, tip, name, takes_focus=False)
    button.setIcon(icon(icon_name))
    button.setAccessibleName(tip.partition(" (")[0])
    return button
