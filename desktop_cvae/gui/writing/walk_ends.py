"""The two digits between which a walk goes: where each comes from, and its picture."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QComboBox, QFileDialog, QWidget

from desktop_cvae.core.errors import ImageProblem
from desktop_cvae.core.language import mark, tr
from desktop_cvae.core.results import FloatArray, Hand
from desktop_cvae.gui.icons import ToolButton
from desktop_cvae.gui.theme import SPACING
from desktop_cvae.gui.widgets.card import Card, row
from desktop_cvae.gui.widgets.digit_view import DigitView
from desktop_cvae.gui.writing.generation_controls import random_seed

if TYPE_CHECKING:
    from desktop_cvae.inference.opened_model import OpenedModel


@dataclass(frozen=True, eq=False)
class WalkEnd:
    """Where a walk begins or ends.

    Attributes:
        image: float32, (28, 28), in [0, 1], what a picture shows; None for a sample.
        path: a picture's file that is still to be read; None otherwise.
        label: what the picture shows, or the sample's; None if that is to be read.
        seed: of a sample.
    """

    image: FloatArray | None = None
    path: Path | None = None
    label: int | None = None
    seed: int = 0

    def hand(self, model: OpenedModel) -> Hand:
        """Its code; for the worker.

        Raises:
            ImageProblem: the file cannot be read, or nothing is written in it.
        """
        from desktop_cvae.inference.walks import sampled_hand

        image = self.image
        if self.path is not None:
            image = _digit_of(model, self.path)
        if image is None:
            return sampled_hand(model.writer, self.label if model.has_labels else None, self.seed)
        label = self.label
        if label is None:
            label = model.read(image[None])[0].label or 0
        return model.hand_of(image, label if model.has_labels else 0)


def _digit_of(model: OpenedModel, path: Path) -> FloatArray:
    from desktop_cvae.pictures.picture_files import read_image

    prepared = model.prepare(read_image(path))[0].prepared
    if not prepared.found:
        raise ImageProblem(tr("Nothing was found in “{name}”.", name=path.name))
    return prepared.image


SOURCES = {
    "drawing": mark("The drawing"),
    "kept": mark("Keep this drawing"),
    "sample": mark("A sample"),
    "picture": mark("A picture…"),
}


class EndCard(Card):
    """Chooses an end and shows it.

    Signals:
        changed: another end is wished for.

    Args:
        title: “From” or “To”.
        help_text: what the digit is.
        source: a key of ``SOURCES``.
        label: of samples.
    """

    changed = Signal()

    def __init__(
        self,
        title: str,
        help_text: str,
        source: str,
        label: int,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self._title, self._drawing, self._kept = title, WalkEnd(), WalkEnd()
        self._picture: Path | None = None
        self._seed = 1
        self.view = DigitView(title, help_text)
        self.sources = QComboBox()
        for key, text in SOURCES.items():
            self.sources.addItem(tr(text), key)
        self.sources.setAccessibleName(tr("{title}: where the digit comes from", title=title))
        self.sources.setToolTip(help_text)
        self.labels = QComboBox()
        self.labels.setAccessibleName(tr("{title}: label of the sample", title=title))
        self.labels.setToolTip(tr("The label under which the sample is written"))
        self.dice = ToolButton(
            "dice", tr("{title}: another sample", title=title), tr("Draw another sample")
        )
        self.dice.set_flat()
        self._source, self._wished = source, label
        # The heading says it already.
        self.view.set_caption("", self.view.toolTip())
        self.view.setAccessibleName(title)
        self.add_section(title)
        self.box.addWidget(self.view)
        self.box.addWidget(self.sources)
        self.box.addLayout(row(self.labels, self.dice, None))
        self.box.addStretch(1)
        self.setFixedWidth(188)
        self.view.setFixedHeight(140 + SPACING)
        self.sources.activated.connect(self._on_source_chosen)
        self.labels.activated.connect(lambda _: self.changed.emit())
        self.dice.clicked.connect(lambda _=False: self._on_dice_clicked())
        self._follow()

    @property
    def source(self) -> str:
        """A key of ``SOURCES``."""
        return self._source

    def choose(self, source: str) -> None:
        """Take another of ``SOURCES``; a picture is asked for."""
        if source == "picture":
            self._ask_for_picture()
            return
        if source == "kept":
            self._kept = self._drawing
        self._source = source
        self._follow()
        self.changed.emit()

    def use_picture(self, path: Path) -> None:
        """Take a file's digit."""
        self._picture, self._source = path, "picture"
        self._follow()
        self.changed.emit()

    def set_labels(self, names: Sequence[str]) -> None:
        """Offer the model's labels; none if it has none."""
        chosen = self.labels.currentData()
        self._wished = self._wished if chosen is None else chosen
        self.labels.clear()
        for index, name in enumerate(names):
            self.labels.addItem(name, index)
        if names:
            self.labels.setCurrentIndex(min(self._wished, len(names) - 1))
        self._follow()

    def set_drawing(self, image: FloatArray | None, label: int | None) -> None:
        """Follow the drawing; float32, (28, 28), or None for an empty canvas."""
        self._drawing = WalkEnd(image=image, label=label)

    def end(self) -> WalkEnd | None:
        """What is chosen; None while nothing is drawn."""
        if self._source == "sample":
            label = self.labels.currentData()
            return WalkEnd(label=label, seed=self._seed)
        if self._source == "picture":
            return WalkEnd(path=self._picture)
        one = self._drawing if self._source == "drawing" else self._kept
        return one if one.image is not None else None

    def show_picture(self, image: FloatArray | None) -> None:
        """Show the digit that the walk has here."""
        self.view.set_image(image)

    def _follow(self) -> None:
        self.sources.setCurrentIndex(list(SOURCES).index(self._source))
        for part in (self.labels, self.dice):
            part.setEnabled(self._source == "sample")
        if not self.labels.count():
            self.labels.setEnabled(False)

    def _on_source_chosen(self, index: int) -> None:
        self.choose(self.sources.itemData(index))
        self._follow()

    def _on_dice_clicked(self) -> None:
        self._seed = random_seed()
        self.changed.emit()

    def _ask_for_picture(self) -> None:
        from desktop_cvae.gui.window_commands import PICTURES

        dialog = QFileDialog(
            self.window(), tr("{title}: open a picture", title=self._title), "", PICTURES
        )
        dialog.setFileMode(QFileDialog.FileMode.ExistingFile)
        dialog.fileSelected.connect(lambda name: self.use_picture(Path(name)))
        dialog.finished.connect(dialog.deleteLater)
        dialog.open()
