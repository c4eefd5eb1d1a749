"""What the model writes itself: the ten digits and any number in one hand, or samples.

They can be taken along: dragged out, copied as a picture, saved as a sheet or as data.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass

from PySide6.QtCore import QTimer, Signal
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QCheckBox, QComboBox, QHBoxLayout, QVBoxLayout, QWidget

from desktop_cvae.core.language import mark, tr
from desktop_cvae.core.results import Samples
from desktop_cvae.core.specs import Setting
from desktop_cvae.gui.exporting.export import Export
from desktop_cvae.gui.exporting.exporter import start_drag
from desktop_cvae.gui.exporting.samples_export import samples_export
from desktop_cvae.gui.icons import ToolButton
from desktop_cvae.gui.session import WrittenLine
from desktop_cvae.gui.theme import SPACING
from desktop_cvae.gui.widgets.card import Rule, row, text_label
from desktop_cvae.gui.widgets.digit_grid import GAP_PX, DigitGrid
from desktop_cvae.gui.widgets.number_box import NumberBox
from desktop_cvae.gui.widgets.segmented_choice import SegmentedChoice
from desktop_cvae.gui.writing.generation_controls import GenerationControls, random_seed
from desktop_cvae.gui.writing.number_line import NumberLine

COUNT = Setting(
    mark("Digits"), mark("how many are written; empty fills the panel"), 0, 200, zero=mark("Fill")
)
WISHED_CELL_PX = 80
QWIDGETSIZE_MAX = 16_777_215
"""Qt's own: no limit."""
SETTLE_MS = 150
"""A dragged window edge asks for other digits only when it rests."""

EMPTY = mark("The digits that the model writes will appear here.")
NO_LABELS = mark("This model was trained without labels, so it cannot write a wished digit.")
OWN_HAND = mark("The ten digits in your hand.")
MADE_UP = mark("A hand that nobody has. Draw a digit to see yours.")
TEMPERATURES = {
    "hand": mark("How much the number's digits vary: 0 writes every 7 alike, 1 as one writer does"),
    "samples": mark("0 writes typical digits, 1 samples the prior, above 1 gets wild"),
}
SEEDS = {
    "hand": mark("decides how the number's digits vary, and the hand until you draw"),
    "samples": mark("the same seed writes the same digits"),
}


@dataclass(frozen=True)
class GenerationRequest:
    """What the user wants to see written.

    Attributes:
        mode: ``"hand"``, one digit a label and a number in one hand, or ``"samples"``.
        count: number of samples.
        temperature: scales the prior's deviations, or those of a number's digits, 0–1.5.
        seed: of the latent vectors.
        text: the number.
        every_label: samples of all labels in turn, not of the session's.
        keeps_style: samples in the drawing's hand, not in all hands.
    """

    mode: str
    count: int
    temperature: float
    seed: int
    text: str = ""
    every_label: bool = False
    keeps_style: bool = False


class SampleChoices(QWidget):
    """Which samples: under one label or all, how many, in which hands.

    Signals:
        changed: others are wanted.
    """

    changed = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.labels = QComboBox()
        self.labels.setAccessibleName(tr("Labels of the samples"))
        self.labels.addItem(tr("One label"), False)
        self.labels.addItem(tr("All labels"), True)
        self.count_box = NumberBox(COUNT)
        self.style_box = QCheckBox(tr("Keep the style"))
        self.style_box.setToolTip(tr("Write in the style of the drawing, not in all hands"))
        name = text_label(tr(COUNT.label), "muted")
        name.setBuddy(self.count_box)
        self.setLayout(row(self.labels, self.style_box, None, name, self.count_box))
        self.labels.activated.connect(lambda _: self.changed.emit())
        self.count_box.valueChanged.connect(lambda _: self.changed.emit())
        # Enter gives the number keys back to the window.
        self.count_box.lineEdit().returnPressed.connect(self.count_box.clearFocus)
        self.style_box.toggled.connect(lambda _: self.changed.emit())
        self.set_labels_available(True)

    def set_labels_available(self, available: bool) -> None:
        """Say whether there are labels to choose from."""
        self.labels.setEnabled(available)
        tip = tr("Digits of the label that is chosen or read, or of all in turn")
        self.labels.setToolTip(tip if available else tr(NO_LABELS))


class GeneratedPanel(QWidget):
    """Digits written by the model, and how they are to be written.

    Signals:
        generation_wanted(GenerationRequest): the user wants other digits.
        digit_picked(float32 (28, 28)): the user picked a digit.

    Args:
        new_seed: what the die throws.
    """

    generation_wanted = Signal(object)
    digit_picked = Signal(object)

    def __init__(
        self,
        parent: QWidget | None = None,
        new_seed: Callable[[], int] = random_seed,
    ) -> None:
        super().__init__(parent)
        self._samples: Samples | None = None
        self._label_names: Sequence[str] = ()
        self._count = self._laid_out = 0
        choices = (("hand", tr("In this hand")), ("samples", tr("Samples")))
        self.mode_choice = SegmentedChoice(choices, tr("What is written"))
        self.choices = SampleChoices()
        self.whose = text_label(tr(MADE_UP), "muted")
        self.number_line = NumberLine()
        self.controls = GenerationControls(new_seed=new_seed)
        self.grid = DigitGrid()
        self.save_button = ToolButton(
            "save", tr("Save digits"), tr("Save the digits as pictures or data…")
        )
        self.copy_button = ToolButton("copy", tr("Copy digits"), tr("Copy the digits as a picture"))
        self._settled = QTimer(self, singleShot=True, interval=SETTLE_MS)
        self._lay_out()
        self._connect()
        self.set_labels_available(True)
        self.set_samples(None, ())

    def request(self) -> GenerationRequest:
        """What is to be written now."""
        controls, choices = self.controls, self.choices
        return GenerationRequest(
            self.mode_choice.value,
            self._wished_count(),
            controls.temperature,
            controls.seed,
            self.number_line.text,
            bool(choices.labels.currentData()) and choices.labels.isEnabled(),
            choices.style_box.isChecked(),
        )

    def set_samples(self, samples: Samples | None, label_names: Sequence[str]) -> None:
        """Show digits, or the sentence that says how to get some.

        Args:
            samples: what the model wrote, or None.
            label_names: the labels' names by index.
        """
        self._samples = samples if samples is not None and len(samples.images) else None
        self._label_names = label_names
        labels = samples.labels if samples is not None else None
        # Under one label the captions would all say the same.
        if labels is not None and len(set(labels.tolist())) < 2:
            labels = None
        self.grid.set_images(samples.images if samples else None, labels, label_names)
        if self.grid.count != self._laid_out:
            self._laid_out = self.grid.count
            self._share_height()
        for button in (self.save_button, self.copy_button):
            button.setEnabled(self._samples is not None)

    def set_line(self, line: WrittenLine | None) -> None:
        """Show the number in this hand."""
        self.number_line.set_line(line)

    def set_hand(self, *, is_drawn: bool) -> None:
        """Say whether the hand is that of a drawing."""
        self.whose.setText(tr(OWN_HAND) if is_drawn else tr(MADE_UP))

    def set_labels_available(self, available: bool, writable: str = "") -> None:
        """Say whether the model was trained with labels; without, only free samples remain.

        Args:
            available: True if it was.
            writable: the characters that it can write.
        """
        hand = self.mode_choice.segment("hand")
        hand.setEnabled(available)
        hand.setToolTip(
            tr("The ten digits and any number, in your hand") if available else tr(NO_LABELS)
        )
        self.mode_choice.segment("samples").setToolTip(tr("As many new digits as you like"))
        self.choices.set_labels_available(available)
        if writable:
            self.number_line.set_alphabet(writable)
        if not available and self.mode_choice.value == "hand":
            self.mode_choice.set_value("samples")
            self._on_mode_chosen()
        self._follow_mode()

    def export(self) -> Export | None:
        """The digits as they can leave the window."""
        if self._samples is None:
            return None
        names, columns = self._label_names, self.grid.columns
        return samples_export(tr("the digits"), "digits", self._samples, names, columns, formats=())

    def resizeEvent(self, event: QResizeEvent) -> None:
        """What the ten digits leave is the line's."""
        super().resizeEvent(event)
        self._share_height()

    def _share_height(self) -> None:
        most = QWIDGETSIZE_MAX
        if self.mode_choice.value == "hand" and self.grid.count:
            least = min(self.grid.minimumSizeHint().height(), self.grid.maximumHeight())
            rest = self._column.minimumSize().height() - least
            # The grid itself is resized later, and is not to count on a row that just fits.
            width = self.width() - 4 * SPACING
            most = self.grid.height_used(width, self.height() - rest - 4 * SPACING)
        self.grid.setMaximumHeight(most)

    def _lay_out(self) -> None:
        top = QHBoxLayout()
        top.setSpacing(2)
        top.addWidget(self.mode_choice)
        top.addStretch(1)
        for button in (self.save_button, self.copy_button):
            button.set_flat()
            top.addWidget(button)
        self._column = column = QVBoxLayout(self)
        column.setContentsMargins(2 * SPACING, 2 * SPACING, 2 * SPACING, 2 * SPACING)
        column.setSpacing(SPACING)
        column.addLayout(top)
        column.addWidget(self.choices)
        column.addWidget(self.whose)
        column.addWidget(self.grid, 1000)
        self._rule = Rule()
        column.addWidget(self._rule)
        column.addWidget(self.number_line, 10)
        column.addStretch(1)
        column.addWidget(self.controls)
        self.grid.set_message(tr(EMPTY))
        self.grid.setAccessibleName(tr("Digits that the model wrote"))
        self.grid.setToolTip(tr("Click a digit to let the model read it, or drag it out"))

    def _connect(self) -> None:
        self.mode_choice.chosen.connect(self._on_mode_chosen)
        for part in (self.controls, self.choices):
            part.changed.connect(self._ask)
        self.number_line.text_changed.connect(self._ask)
        self.grid.resized.connect(self._settled.start)
        self.grid.digit_picked.connect(self._on_digit_picked)
        self.grid.digit_dragged.connect(self._on_digit_dragged)
        self._settled.timeout.connect(self._on_settled)

    def _ask(self) -> None:
        request = self.request()
        self._count = request.count
        self.generation_wanted.emit(request)

    def _on_mode_chosen(self) -> None:
        # Digits of the other mode would be taken for answers to this one.
        self.set_samples(None, ())
        self._follow_mode()
        self._ask()

    def _follow_mode(self) -> None:
        mode = self.mode_choice.value
        for widget in (self.whose, self._rule, self.number_line):
            widget.setVisible(mode == "hand")
        self.choices.setVisible(mode == "samples")
        self.controls.explain(tr(TEMPERATURES[mode]), tr(SEEDS[mode]))

    def _on_settled(self) -> None:
        if self.mode_choice.value == "samples" and self._wished_count() != self._count:
            self._ask()

    def _wished_count(self) -> int:
        """As chosen, or as fill the grid with cells of about ``WISHED_CELL_PX``, 3 × 3 to 6 × 7."""
        if chosen := int(self.choices.count_box.value()):
            return chosen
        pitch = WISHED_CELL_PX + GAP_PX
        columns = min(6, max(3, round((self.grid.width() + GAP_PX) / pitch)))
        cell = max(1, (self.grid.width() - 2 + GAP_PX) // columns)
        rows = min(7, max(3, round((self.grid.height() - 2 + GAP_PX) / cell)))
        return columns * rows

    def _on_digit_picked(self, index: int) -> None:
        if self._samples is not None:
            self.digit_picked.emit(self._samples.images[index])

    def _on_digit_dragged(self, index: int) -> None:
        from desktop_cvae.datasets.exporting import png_sheet

        if self._samples is None:
            return
        one = self._samples.only([index])
        name = "" if one.labels is None else f"-{self._label_names[one.labels[0]]}"
        start_drag(self.grid, png_sheet(one, 1), f"digit{name}.png")
