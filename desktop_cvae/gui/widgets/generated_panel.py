"""The panel of digits that the model writes itself, with the temperature and seed it writes by.

They can be taken along: as a picture for the clipboard, as a sheet or as data in files.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from pathlib import Path

from PySide6.QtCore import QRandomGenerator, Qt, QTimer, Signal
from PySide6.QtGui import QGuiApplication, QImage
from PySide6.QtWidgets import (
    QFileDialog,
    QHBoxLayout,
    QLabel,
    QSlider,
    QVBoxLayout,
    QWidget,
)

from desktop_cvae.core.errors import DesktopCvaeError
from desktop_cvae.core.results import Samples
from desktop_cvae.core.specs import Setting
from desktop_cvae.gui.icons import ToolButton
from desktop_cvae.gui.theme import SPACING, tabular_font
from desktop_cvae.gui.widgets.card import text_label
from desktop_cvae.gui.widgets.digit_grid import GAP_PX, DigitGrid
from desktop_cvae.gui.widgets.number_box import NumberBox
from desktop_cvae.gui.widgets.segmented_choice import SegmentedChoice

MAX_TEMPERATURE = 1.5
STEPS_PER_UNIT = 20
MAX_SEED = 999_999
SEED = Setting("Seed", "the same seed writes the same digits", 0, MAX_SEED)


def random_seed() -> int:
    """A seed from the system's generator, 0–``MAX_SEED``."""
    return QRandomGenerator.system().bounded(MAX_SEED + 1)


class GenerationControls(QWidget):
    """A slider for the temperature, a box for the seed and a die that throws a new one.

    Signals:
        changed: temperature or seed is another one.

    Args:
        new_seed: what the die throws.
    """

    changed = Signal()

    def __init__(
        self,
        parent: QWidget | None = None,
        new_seed: Callable[[], int] = random_seed,
    ) -> None:
        super().__init__(parent)
        self._new_seed = new_seed
        self.slider = _slider()
        self.seed_box = NumberBox(SEED)
        self.seed_box.setValue(1)
        self.dice = ToolButton("dice", "New seed", "Throw a new seed")
        self.dice.set_flat()
        self._value = QLabel()
        self._names = [text_label("Temperature", "muted"), text_label("Seed", "muted")]
        self._lay_out()
        self.slider.valueChanged.connect(self._on_temperature_changed)
        self.seed_box.valueChanged.connect(lambda _: self.changed.emit())
        # Enter gives the number keys back to the window.
        self.seed_box.lineEdit().returnPressed.connect(self.seed_box.clearFocus)
        self.dice.clicked.connect(self._on_dice_clicked)
        self._show_temperature()

    @property
    def temperature(self) -> float:
        """Scales the prior's deviations, 0 to ``MAX_TEMPERATURE``; 1 is the prior."""
        return self.slider.value() / STEPS_PER_UNIT

    @property
    def seed(self) -> int:
        """Of the random latent vectors."""
        return int(self.seed_box.value())

    def explain_disabled(self, reason: str) -> None:
        """Disable all, with the reason as tooltip, or enable all if the reason is empty."""
        self.setEnabled(not reason)
        self.setToolTip(reason)
        temperature = "0 writes typical digits, 1 samples the prior, above 1 gets wild"
        self.slider.setToolTip(reason or temperature)
        self.seed_box.setToolTip(reason or "The same seed writes the same digits")
        self.dice.setToolTip(reason or "Throw a new seed")

    def _lay_out(self) -> None:
        self._value.setFont(tabular_font(self.font()))
        self._value.setAlignment(Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter)
        self._value.setFixedWidth(self._value.fontMetrics().horizontalAdvance("0.00") + 2)
        for label, control in zip(self._names, (self.slider, self.seed_box), strict=True):
            label.setBuddy(control)
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(SPACING)
        row.addWidget(self._names[0])
        row.addWidget(self.slider, 1)
        row.addWidget(self._value)
        row.addSpacing(SPACING)
        row.addWidget(self._names[1])
        row.addWidget(self.seed_box)
        row.addWidget(self.dice)

    def _on_temperature_changed(self) -> None:
        self._show_temperature()
        self.changed.emit()

    def _show_temperature(self) -> None:
        self._value.setText(f"{self.temperature:.2f}")

    def _on_dice_clicked(self) -> None:
        self.seed_box.setValue(self._new_seed())


def _slider() -> QSlider:
    slider = QSlider(Qt.Orientation.Horizontal)
    slider.setRange(0, round(MAX_TEMPERATURE * STEPS_PER_UNIT))
    slider.setValue(STEPS_PER_UNIT)
    slider.setPageStep(4)
    slider.setFocusPolicy(Qt.FocusPolicy.TabFocus)
    slider.setAccessibleName("Temperature")
    slider.setMinimumWidth(72)
    return slider


WISHED_CELL_PX = 80
SETTLE_MS = 150
"""A dragged window edge asks for other digits only when it rests."""

EMPTY = {
    "label": "The digits that the model writes will appear here.",
    "hand": "Draw a digit to see the ten digits in your hand.",
}
NO_LABELS = "This model was trained without labels, so it cannot write a wished digit."
NO_CHANCE = "In this hand, the style comes from your drawing: temperature and seed have no part."


@dataclass(frozen=True)
class GenerationRequest:
    """What the user wants to see written.

    Attributes:
        mode: ``"label"``, samples under the session's label, or ``"hand"``, one digit a label
            in the style of the drawing.
        count: number of digits in mode ``"label"``.
        temperature: scales the prior's deviations, 0–1.5; 1 is the prior.
        seed: of the latent vectors.
    """

    mode: str
    count: int
    temperature: float
    seed: int


class GeneratedPanel(QWidget):
    """Digits written by the model, and how they are to be written.

    Signals:
        generation_wanted(GenerationRequest): the user wants other digits.
        digit_picked(float32 (28, 28)): the user picked a digit.
        failed(str): a sentence for the user; saving did not work.
        succeeded(str): one that says what was saved or copied.

    Args:
        new_seed: what the die throws.
    """

    generation_wanted = Signal(object)
    digit_picked = Signal(object)
    failed = Signal(str)
    succeeded = Signal(str)

    def __init__(
        self,
        parent: QWidget | None = None,
        new_seed: Callable[[], int] = random_seed,
    ) -> None:
        super().__init__(parent)
        self._samples: Samples | None = None
        self._label_names: Sequence[str] = ()
        self._count = 0
        choices = (("label", "Under the label"), ("hand", "In this hand"))
        self.mode_choice = SegmentedChoice(choices, "What is written")
        self.controls = GenerationControls(new_seed=new_seed)
        self.grid = DigitGrid()
        self.save_button = ToolButton("save", "Save digits", "Save the digits as pictures or data…")
        self.copy_button = ToolButton("copy", "Copy digits", "Copy the digits as a picture")
        self._settled = QTimer(self, singleShot=True, interval=SETTLE_MS)
        self._lay_out()
        self._connect()
        self.set_labels_available(True)
        self.set_samples(None, ())

    def request(self) -> GenerationRequest:
        """What is to be written now."""
        controls = self.controls
        mode = self.mode_choice.value
        return GenerationRequest(mode, self._wished_count(), controls.temperature, controls.seed)

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
        for button in (self.save_button, self.copy_button):
            button.setEnabled(self._samples is not None)

    def set_labels_available(self, available: bool) -> None:
        """Say whether the model was trained with labels; without, only free samples remain."""
        free, hand = (self.mode_choice.segment(mode) for mode in ("label", "hand"))
        hand.setEnabled(available)
        free.setText("Under the label" if available else "Free samples")
        free.setToolTip("Digits of the label that is chosen or read" if available else NO_LABELS)
        hand.setToolTip("One digit a label, in the style of your drawing")
        if not available:
            hand.setToolTip(NO_LABELS)
            if self.mode_choice.value == "hand":
                self.mode_choice.set_value("label")
                self._on_mode_chosen()
        self._follow_mode()

    def save_to(self, path: Path, kind: str = "png") -> None:
        """Write the shown digits; tell how it went.

        Args:
            path: a file, whose suffix may say the format and is added if it is missing, or a
                folder for the formats of more than one file.
            kind: a key of ``datasets.exporting.FORMATS``.
        """
        # Not at start-up: only who saves pays for it.
        from desktop_cvae.datasets.exporting import FORMATS, export_samples, format_by_suffix

        if self._samples is None:
            return
        named = format_by_suffix(path)
        if named is None:
            path = path.with_name(path.name + FORMATS[kind].suffix)
        try:
            export_samples(path, named or kind, self._samples, self._label_names, self.grid.columns)
        except DesktopCvaeError as error:
            self.failed.emit(error.sentence)
        else:
            self.succeeded.emit(f"Saved as “{path.name}”.")

    def _lay_out(self) -> None:
        top = QHBoxLayout()
        top.setSpacing(2)
        top.addWidget(self.mode_choice)
        top.addStretch(1)
        for button in (self.save_button, self.copy_button):
            button.set_flat()
            top.addWidget(button)
        column = QVBoxLayout(self)
        column.setContentsMargins(2 * SPACING, 2 * SPACING, 2 * SPACING, 2 * SPACING)
        column.setSpacing(SPACING)
        column.addLayout(top)
        column.addWidget(self.controls)
        column.addSpacing(SPACING)
        column.addWidget(self.grid, 1)
        self.grid.setAccessibleName("Digits that the model wrote")
        self.grid.setToolTip("Click a digit to let the model read it")

    def _connect(self) -> None:
        self.mode_choice.chosen.connect(self._on_mode_chosen)
        self.controls.changed.connect(self._ask)
        self.grid.resized.connect(self._settled.start)
        self.grid.digit_picked.connect(self._on_digit_picked)
        self._settled.timeout.connect(self._on_settled)
        self.save_button.clicked.connect(self._on_save_clicked)
        self.copy_button.clicked.connect(self._on_copy_clicked)

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
        self.grid.set_message(EMPTY[mode])
        self.controls.explain_disabled(NO_CHANCE if mode == "hand" else "")

    def _on_settled(self) -> None:
        if self.mode_choice.value == "label" and self._wished_count() != self._count:
            self._ask()

    def _wished_count(self) -> int:
        """As many as fill the grid with cells of about ``WISHED_CELL_PX``, 3 × 3 to 6 × 7."""
        pitch = WISHED_CELL_PX + GAP_PX
        columns = min(6, max(3, round((self.grid.width() + GAP_PX) / pitch)))
        cell = max(1, (self.grid.width() - 2 + GAP_PX) // columns)
        rows = min(7, max(3, round((self.grid.height() - 2 + GAP_PX) / cell)))
        return columns * rows

    def _on_digit_picked(self, index: int) -> None:
        if self._samples is not None:
            self.digit_picked.emit(self._samples.images[index])

    def _on_save_clicked(self) -> None:
        from desktop_cvae.datasets.exporting import FORMATS

        kinds = {f"{known.title} (*{known.suffix})": kind for kind, known in FORMATS.items()}
        dialog = QFileDialog(self.window(), "Save the digits", "", ";;".join(kinds))
        dialog.setAcceptMode(QFileDialog.AcceptMode.AcceptSave)

        def follow(name_filter: str) -> None:
            suffix = FORMATS[kinds[name_filter]].suffix
            dialog.setDefaultSuffix(suffix.lstrip("."))
            dialog.selectFile(f"digits{suffix}")

        follow(dialog.selectedNameFilter())
        dialog.filterSelected.connect(follow)
        dialog.fileSelected.connect(
            lambda name: self.save_to(Path(name), kinds[dialog.selectedNameFilter()])
        )
        dialog.finished.connect(dialog.deleteLater)
        dialog.open()

    def _on_copy_clicked(self) -> None:
        from desktop_cvae.datasets.exporting import png_sheet

        if self._samples is not None:
            sheet = QImage.fromData(png_sheet(self._samples, self.grid.columns))
            QGuiApplication.clipboard().setImage(sheet)
            self.succeeded.emit("The digits are on the clipboard, as a picture.")
