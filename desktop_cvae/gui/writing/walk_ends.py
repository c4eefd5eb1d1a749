"""The two ends of a walk: the source of each digit, and its picture."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QComboBox

from desktop_cvae.core.errors import ImageProblem
from desktop_cvae.core.language import mark, tr
from desktop_cvae.core.results import FloatArray, Style
from desktop_cvae.gui.controls import make_combo
from desktop_cvae.gui.file_dialogs import ask_to_open
from desktop_cvae.gui.icons import ToolButton
from desktop_cvae.gui.theme import SPACING
from desktop_cvae.gui.widgets.card import Card, row
from desktop_cvae.gui.widgets.digit_view import DigitView
from desktop_cvae.gui.writing.generation_controls import random_seed
from desktop_cvae.inference.opened_model import OpenedModel
from desktop_cvae.inference.styles import sample_style
from desktop_cvae.pictures.file_formats import OPENED_SUFFIXES
from desktop_cvae.pictures.picture_files import read_image

SOURCES = {
    "drawing": mark("The drawing"),
    "kept": mark("Keep this drawing"),
    "sample": mark("A sample"),
    "picture": mark("A picture…"),
}


@dataclass(frozen=True, eq=False)
class WalkEnd:
    """Source of the digit at an end of the walk.

    Attributes:
        image: float32, (28, 28), in [0, 1], a picture's digit; None for a sample.
        path: the file of a picture that is still to be read; None otherwise.
        label: label of the picture or sample; None if it is still to be read.
        seed: of a sample.
    """

    image: FloatArray | None = None
    path: Path | None = None
    label: int | None = None
    seed: int = 0

    def style(self, model: OpenedModel) -> Style:
        """Return its style latent; for the worker.

        Raises:
            ImageProblem: the file cannot be read, or nothing is written in it.
        """
        image = self.image
        if self.path is not None:
            image = _digit_of(model, self.path)
        if image is None:
            return sample_style(
                model.generator, self.label if model.has_labels else None, self.seed
            )
        label = self.label
        if label is None:
            label = model.read(image[None])[0].label or 0
        return model.style_of(image, label if model.has_labels else 0)


def _digit_of(model: OpenedModel, path: Path) -> FloatArray:
    prepared = model.prepare(read_image(path))[0].prepared
    if not prepared.found:
        raise ImageProblem(tr("No digit was found in “{name}”.", name=path.name))
    return prepared.image


class EndCard(Card):
    """Chooses an end and shows it.

    Signals:
        changed: another end was chosen.

    Args:
        title: “From” or “To”.
        help_text: describes the digit.
        source: a key of ``SOURCES``.
        label: label of samples.
    """

    changed = Signal()

    def __init__(
        self,
        title: str,
        help_text: str,
        source: str,
        label: int,
    ) -> None:
        super().__init__()
        self._title, self._drawing, self._kept = title, WalkEnd(), WalkEnd()
        self._picture: Path | None = None
        self._seed = 1
        self.view = DigitView(title, help_text)
        self.sources = QComboBox()
        for key, text in SOURCES.items():
            self.sources.addItem(tr(text), key)
        self.sources.setAccessibleName(tr("{title}: source of the digit", title=title))
        self.sources.setToolTip(help_text)
        self.labels = make_combo(
            tr("{title}: label of the sample", title=title),
            tr("The label of the sample"),
        )
        self.dice = ToolButton(
            "dice", tr("{title}: another sample", title=title), tr("Draw another sample")
        )
        self.dice.set_flat()
        self._source, self._preferred_label = source, label
        # The card's heading shows the title already.
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
        """Choose another of ``SOURCES``; ask for a file if it is a picture."""
        if source == "picture":
            self._ask_for_picture()
            return
        if source == "kept":
            self._kept = self._drawing
        self._source = source
        self._follow()
        self.changed.emit()

    def use_picture(self, path: Path) -> None:
        self._picture, self._source = path, "picture"
        self._follow()
        self.changed.emit()

    def set_labels(self, names: Sequence[str]) -> None:
        chosen = self.labels.currentData()
        self._preferred_label = self._preferred_label if chosen is None else chosen
        self.labels.clear()
        for index, name in enumerate(names):
            self.labels.addItem(name, index)
        if names:
            self.labels.setCurrentIndex(min(self._preferred_label, len(names) - 1))
        self._follow()

    def set_drawing(self, image: FloatArray | None, label: int | None) -> None:
        """Use the drawing, float32, (28, 28); None for an empty canvas."""
        self._drawing = WalkEnd(image=image, label=label)

    def end(self) -> WalkEnd | None:
        """Return the chosen end; None while nothing is drawn."""
        if self._source == "sample":
            label = self.labels.currentData()
            return WalkEnd(label=label, seed=self._seed)
        if self._source == "picture":
            return WalkEnd(path=self._picture)
        one = self._drawing if self._source == "drawing" else self._kept
        return one if one.image is not None else None

    def show_picture(self, image: FloatArray | None) -> None:
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
        ask_to_open(
            self.window(),
            tr("{title}: open a picture", title=self._title),
            self.use_picture,
            kind=tr("Pictures"),
            suffixes=OPENED_SUFFIXES,
        )
