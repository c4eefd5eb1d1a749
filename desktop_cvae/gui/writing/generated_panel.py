"""The panel of generated digits: the ten digits and any number in one style, or samples.

They can be dragged to other programs, copied as a picture, and saved as a sheet or as data.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass

from PySide6.QtCore import QTimer, Signal
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QWidget

from desktop_cvae.core.language import mark, tr
from desktop_cvae.core.results import Samples
from desktop_cvae.core.schemas import Field
from desktop_cvae.gui.controls import make_check_box, make_combo
from desktop_cvae.gui.exporting.export import Export
from desktop_cvae.gui.exporting.exporter import start_drag
from desktop_cvae.gui.exporting.samples_export import samples_export
from desktop_cvae.gui.icons import ToolButton
from desktop_cvae.gui.session import WrittenLine
from desktop_cvae.gui.theme import SPACING
from desktop_cvae.gui.widgets.card import Rule, column, row, text_label
from desktop_cvae.gui.widgets.digit_grid import GAP_PX, DigitGrid
from desktop_cvae.gui.widgets.disclosure import Disclosure
from desktop_cvae.gui.widgets.number_box import NumberBox
from desktop_cvae.gui.widgets.segmented_choice import SegmentedChoice
from desktop_cvae.gui.widgets.two_panes import QWIDGETSIZE_MAX
from desktop_cvae.gui.writing.generation_controls import GenerationControls, random_seed
from desktop_cvae.gui.writing.number_line import NumberLine

COUNT = Field(
    mark("Digits"),
    mark("number of digits; leave empty to fill the panel"),
    0,
    200,
    zero=mark("Fill"),
)
TARGET_CELL_PX = 80
SETTLE_MS = 150
"""Delay after a resize before another number of digits is requested."""

EMPTY = mark("The digits that the model writes will appear here.")
NO_LABELS = mark("This model was trained without labels, so it cannot write a particular digit.")
OWN_STYLE = mark("The ten digits in your handwriting.")
MADE_UP = mark("A random handwriting. Draw a digit to see yours.")
TEMPERATURES = {
    "hand": mark(
        "How much the digits of a number vary: 0 writes every 7 alike, 1 varies them "
        "as a person does"
    ),
    "samples": mark(
        "0 writes typical digits, 1 samples from the prior, values above 1 write stranger and "
        "stranger digits"
    ),
}
SEEDS = {
    "hand": mark(
        "sets how the digits of a number vary; until you draw, it also sets the handwriting"
    ),
    "samples": mark("the same seed gives the same digits"),
}


@dataclass(frozen=True)
class GenerationRequest:
    """A request for generated digits.

    Attributes:
        mode: ``"hand"``, one digit per label and a number in one style, or ``"samples"``.
        count: number of samples.
        temperature: scales the prior's deviations, or the variation of a number's digits, 0–1.5.
        seed: of the random latent vectors.
        text: the number.
        every_label: True for samples of all labels in turn, False for the session's label.
        keeps_style: True for samples in the drawing's style, False for random styles.
    """

    mode: str
    count: int
    temperature: float
    seed: int
    text: str = ""
    every_label: bool = False
    keeps_style: bool = False


class SampleChoices(QWidget):
    """Choices for samples: labels, number of digits, style.

    Signals:
        changed: a choice changed.
    """

    changed = Signal()

    def __init__(self) -> None:
        super().__init__()
        self.labels = make_combo(tr("Labels of the samples"))
        self.labels.addItem(tr("One label"), False)
        self.labels.addItem(tr("All labels"), True)
        self.count_box = NumberBox(COUNT)
        self.style_box = make_check_box(
            tr("Keep my style"),
            tr("Write in the style of your drawing instead of varying the style"),
        )
        name = text_label(tr(COUNT.label), "muted", buddy=self.count_box)
        self.setLayout(row(self.labels, self.style_box, None, name, self.count_box))
        self.labels.activated.connect(lambda _: self.changed.emit())
        self.count_box.valueChanged.connect(lambda _: self.changed.emit())
        # Enter gives the number keys back to the window.
        self.count_box.lineEdit().returnPressed.connect(self.count_box.clearFocus)
        self.style_box.toggled.connect(lambda _: self.changed.emit())
        self.set_labels_available(True)

    def set_labels_available(self, available: bool) -> None:
        """Enable the choice of labels if the model has labels."""
        self.labels.setEnabled(available)
        tip = tr("Write only the chosen or recognised label, or all labels in turn")
        self.labels.setToolTip(tip if available else tr(NO_LABELS))


class GeneratedPanel(QWidget):
    """Digits written by the model, with controls for how it writes.

    Signals:
        generation_requested(GenerationRequest): the model should write other digits.
        digit_picked(float32 (28, 28)): the user picked a digit.

    Args:
        new_seed: returns a random seed.
    """

    generation_requested = Signal(object)
    digit_picked = Signal(object)

    def __init__(
        self,
        new_seed: Callable[[], int] = random_seed,
    ) -> None:
        super().__init__()
        self._samples: Samples | None = None
        self._label_names: Sequence[str] = ()
        self._count = self._laid_out = 0
        choices = (("hand", tr("My handwriting")), ("samples", tr("Samples")))
        self.mode_choice = SegmentedChoice(choices, tr("What the model writes"))
        self.choices = SampleChoices()
        self.whose = text_label(tr(MADE_UP), "muted")
        self.number_line = NumberLine()
        self.controls = GenerationControls(new_seed=new_seed)
        self.disclosure = Disclosure(tr("Variation"), self.controls)
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
        """Return what the model should write."""
        controls, choices = self.controls, self.choices
        return GenerationRequest(
            self.mode_choice.value,
            self._requested_count(),
            controls.temperature,
            controls.seed,
            self.number_line.text,
            bool(choices.labels.currentData()) and choices.labels.isEnabled(),
            choices.style_box.isChecked(),
        )

    def set_samples(self, samples: Samples | None, label_names: Sequence[str]) -> None:
        """Show digits, or a sentence that says how to get some.

        Args:
            samples: the digits, or None.
            label_names: the labels' names by index.
        """
        self._samples = samples if samples is not None and len(samples.images) else None
        self._label_names = label_names
        labels = samples.labels if samples is not None else None
        # With a single label, all captions would be the same.
        if labels is not None and len(set(labels.tolist())) < 2:
            labels = None
        self.grid.set_images(samples.images if samples else None, labels, label_names)
        if self.grid.count != self._laid_out:
            self._laid_out = self.grid.count
            self._share_height()
        for button in (self.save_button, self.copy_button):
            button.setEnabled(self._samples is not None)

    def set_line(self, line: WrittenLine | None) -> None:
        self.number_line.set_line(line)

    def set_style(self, *, is_drawn: bool) -> None:
        """Set whether the style comes from a drawing."""
        self.whose.setText(tr(OWN_STYLE) if is_drawn else tr(MADE_UP))

    def set_labels_available(self, available: bool, writable: str = "") -> None:
        """Set whether the model was trained with labels; without labels, it can only write samples.

        Args:
            available: True if it has labels.
            writable: characters that it can write.
        """
        hand = self.mode_choice.segment("hand")
        hand.setEnabled(available)
        hand.setToolTip(
            tr("The ten digits and any number in your handwriting") if available else tr(NO_LABELS)
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
        if self._samples is None:
            return None
        names, columns = self._label_names, self.grid.columns
        return samples_export(tr("the digits"), "digits", self._samples, names, columns, formats=())

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Give the number the room that the ten digits leave."""
        super().resizeEvent(event)
        self._share_height()

    def _share_height(self) -> None:
        most = QWIDGETSIZE_MAX
        if self.mode_choice.value == "hand" and self.grid.count:
            least = min(self.grid.minimumSizeHint().height(), self.grid.maximumHeight())
            rest = self._column.minimumSize().height() - least
            # The grid is resized later, so a row that only just fits may not.
            width = self.width() - 4 * SPACING
            most = self.grid.height_used(width, self.height() - rest - 4 * SPACING)
        self.grid.setMaximumHeight(most)

    def _lay_out(self) -> None:
        for button in (self.save_button, self.copy_button):
            button.set_flat()
        top = row(self.mode_choice, None, self.save_button, self.copy_button, spacing=2)
        self._rule = Rule()
        items = (top, self.choices, self.whose, self.grid, self._rule, self.number_line, None)
        last = (row(self.disclosure, None), self.controls)
        self._column = column(*items, *last, margins=(2 * SPACING,) * 4)
        # The grid takes nearly all of the room, then the number, then the gap above the controls.
        self._column.setStretchFactor(self.grid, 1000)
        self._column.setStretchFactor(self.number_line, 10)
        self.setLayout(self._column)
        self.grid.set_message(tr(EMPTY))
        self.grid.setAccessibleName(tr("Digits that the model wrote"))
        self.grid.setToolTip(
            tr("Click a digit to let the model read it, or drag it to another program")
        )

    def _connect(self) -> None:
        self.mode_choice.chosen.connect(self._on_mode_chosen)
        for part in (self.controls, self.choices):
            part.changed.connect(self._ask)
        self.number_line.text_changed.connect(self._ask)
        self.controls.changed.connect(
            lambda: self.disclosure.show_changed(self.controls.changed_values)
        )
        self.disclosure.toggled.connect(lambda _: self._share_height())
        self.grid.resized.connect(self._settled.start)
        self.grid.digit_picked.connect(self._on_digit_picked)
        self.grid.digit_dragged.connect(self._on_digit_dragged)
        self._settled.timeout.connect(self._on_settled)

    def _ask(self) -> None:
        request = self.request()
        self._count = request.count
        self.generation_requested.emit(request)

    def _on_mode_chosen(self) -> None:
        # Digits of the other mode would look like a result of this one.
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
        if self.mode_choice.value == "samples" and self._requested_count() != self._count:
            self._ask()

    def _requested_count(self) -> int:
        """Return the chosen count, or as many as fill the grid, 3 × 3 to 6 × 7."""
        if chosen := int(self.choices.count_box.value()):
            return chosen
        pitch = TARGET_CELL_PX + GAP_PX
        columns = min(6, max(3, round((self.grid.width() + GAP_PX) / pitch)))
        cell = max(1, (self.grid.width() - 2 + GAP_PX) // columns)
        rows = min(7, max(3, round((self.grid.height() - 2 + GAP_PX) / cell)))
        return columns * rows

    def _on_digit_picked(self, index: int) -> None:
        if self._samples is not None:
            self.digit_picked.emit(self._samples.images[index])

    def _on_digit_dragged(self, index: int) -> None:
        from desktop_cvae.datasets.generated_files import png_sheet

        if self._samples is None:
            return
        one = self._samples.only([index])
        name = "" if one.labels is None else f"-{self._label_names[one.labels[0]]}"
        start_drag(self.grid, png_sheet(one, 1), f"digit{name}.png")
