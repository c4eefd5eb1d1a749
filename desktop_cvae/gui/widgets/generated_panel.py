"""The panel of digits that the model writes itself."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from pathlib import Path

from PySide6.QtCore import QTimer, Signal
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QFileDialog, QHBoxLayout, QVBoxLayout, QWidget

from desktop_cvae.core.errors import InputOutputError
from desktop_cvae.core.results import Samples
from desktop_cvae.gui.theme import SPACING, Theme
from desktop_cvae.gui.widgets.digit_grid import DigitGrid
from desktop_cvae.gui.widgets.digit_sheet import digit_sheet, png_bytes
from desktop_cvae.gui.widgets.generation_controls import GenerationControls, random_seed
from desktop_cvae.gui.widgets.grid_layout import GAP_PX
from desktop_cvae.gui.widgets.segmented_choice import SegmentedChoice
from desktop_cvae.gui.widgets.tool_button import ToolButton

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
class GenerationWish:
    """What the user wants to see written.

    Attributes:
        mode: ``"label"``, samples under the session's label, or ``"hand"``, one digit a label
            in the style of the drawing.
        count: number of digits in mode ``"label"``.
        temperature: standard deviation of the latent vectors, 0–1.5; 1 is the prior.
        seed: of the latent vectors.
    """

    mode: str
    count: int
    temperature: float
    seed: int


class GeneratedPanel(QWidget):
    """Digits written by the model, and how they are to be written.

    Signals:
        generation_wanted(GenerationWish): the user wants other digits.
        digit_picked(float32 (28, 28)): the user picked a digit.
        failed(str): a sentence for the user; saving did not work.

    Args:
        theme: the colours.
        new_seed: what the die throws.
    """

    generation_wanted = Signal(object)
    digit_picked = Signal(object)
    failed = Signal(str)

    def __init__(
        self,
        theme: Theme,
        parent: QWidget | None = None,
        new_seed: Callable[[], int] = random_seed,
    ) -> None:
        super().__init__(parent)
        self._samples: Samples | None = None
        self._count = 0
        choices = (("label", "Under the label"), ("hand", "In this hand"))
        self.mode_choice = SegmentedChoice(choices, theme, "What is written")
        self.controls = GenerationControls(theme, new_seed=new_seed)
        self.grid = DigitGrid(theme)
        self.save_button = ToolButton("save", "Save digits", "Save the digits as a picture…", theme)
        self.copy_button = ToolButton("copy", "Copy digits", "Copy the digits as a picture", theme)
        self._settled = QTimer(self, singleShot=True, interval=SETTLE_MS)
        self._lay_out()
        self._connect()
        self.set_labels_available(True)
        self.set_samples(None, ())

    def wish(self) -> GenerationWish:
        """What is to be written now."""
        controls = self.controls
        mode = self.mode_choice.value
        return GenerationWish(mode, self._wished_count(), controls.temperature, controls.seed)

    def set_samples(self, samples: Samples | None, label_names: Sequence[str]) -> None:
        """Show digits, or the sentence that says how to get some.

        Args:
            samples: what the model wrote, or None.
            label_names: the labels' names by index.
        """
        self._samples = samples if samples is not None and len(samples.images) else None
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

    def set_theme(self, theme: Theme) -> None:
        """Take other colours."""
        for part in (self.mode_choice, self.controls, self.grid):
            part.set_theme(theme)
        self.save_button.set_theme(theme)
        self.copy_button.set_theme(theme)

    def save_to(self, path: Path) -> None:
        """Write the shown digits as a PNG file; a failure is told through ``failed``."""
        # Not at start-up: only who saves pays for it.
        from desktop_cvae.library.atomic_writing import write_atomically

        if self._samples is None:
            return
        if path.suffix.lower() != ".png":
            path = path.with_name(path.name + ".png")
        sheet = digit_sheet(self._samples.images, self.grid.columns)
        try:
            write_atomically(path, png_bytes(sheet))
        except InputOutputError as error:
            self.failed.emit(error.sentence)

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
        wish = self.wish()
        self._count = wish.count
        self.generation_wanted.emit(wish)

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
        dialog = QFileDialog(self.window(), "Save the digits", "", "PNG pictures (*.png)")
        dialog.setAcceptMode(QFileDialog.AcceptMode.AcceptSave)
        dialog.setDefaultSuffix("png")
        dialog.selectFile("digits.png")
        dialog.fileSelected.connect(lambda name: self.save_to(Path(name)))
        dialog.finished.connect(dialog.deleteLater)
        dialog.open()

    def _on_copy_clicked(self) -> None:
        if self._samples is not None:
            sheet = digit_sheet(self._samples.images, self.grid.columns)
            QGuiApplication.clipboard().setImage(sheet)
