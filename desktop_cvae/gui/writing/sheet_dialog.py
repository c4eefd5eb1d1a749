"""The dialog of the four latent grids, which show what a latent space holds."""

from __future__ import annotations

from functools import partial

from PySide6.QtCore import QSignalBlocker, QSize
from PySide6.QtWidgets import QWidget

from desktop_cvae.core.errors import DatasetProblem
from desktop_cvae.core.language import mark, tr
from desktop_cvae.core.schemas import Field
from desktop_cvae.core.tasks import Progress, Task
from desktop_cvae.datasets.dataset import labels_of_model
from desktop_cvae.gui.app_window import AppWindow
from desktop_cvae.gui.controller import Controller
from desktop_cvae.gui.controls import make_combo
from desktop_cvae.gui.exporting.export import Export
from desktop_cvae.gui.exporting.samples_export import samples_export
from desktop_cvae.gui.model_source import ModelSource
from desktop_cvae.gui.session import Session
from desktop_cvae.gui.widgets.card import Card, column, row, text_label
from desktop_cvae.gui.widgets.number_box import NumberBox
from desktop_cvae.gui.widgets.segmented_choice import SegmentedChoice
from desktop_cvae.gui.writing.generation_controls import make_seed_box
from desktop_cvae.gui.writing.sheet_view import SheetView
from desktop_cvae.gui.writing.writing_dialog import WritingDialog
from desktop_cvae.inference.latent_grids import LATENT_GRIDS, LatentGrid
from desktop_cvae.inference.opened_model import OpenedModel

SIZE = QSize(860, 760)
COUNT = Field(mark("Digits"), mark("approximate number of digits on the sheet"), 1, 1600)
NO_DIGITS = mark(
    "MNIST's test digits are not on this computer; File ▸ Data sets… (Ctrl+D) downloads them."
)
WRITING = mark("Writing …")


def write_sheet(
    model: OpenedModel, source: ModelSource, kind: str, label: int | None, count: int, seed: int
) -> Task[LatentGrid]:
    """Write a grid, with the test digits it needs; for the worker.

    Raises:
        DatasetProblem: the test digits are missing, or have labels that the model lacks.
    """
    digits = None
    if kind == "reconstructions":
        dataset = source.test_digits()
        if dataset is None:
            raise DatasetProblem(tr(NO_DIGITS))
        yield Progress(0, 1)
        digits = dataset.floats(), labels_of_model(dataset, model.spec)
    return (yield from model.latent_grid(kind, label, count, seed, digits))


class SheetDialog(WritingDialog):
    """A choice of grids above the grid; it follows the model in use.

    Args:
        parent: the window.
        session: holds the model; gets a picked digit as its picture.
        controller: its worker writes.
    """

    def __init__(self, parent: QWidget, session: Session, controller: Controller) -> None:
        super().__init__(
            parent,
            "sheets",
            tr("Sheets of digits"),
            session,
            controller,
            tr("Save the sheet as PNG or SVG"),
            tr("Copy the sheet as a picture"),
        )
        self._source = controller.source
        self.sheet: LatentGrid | None = None
        choices = [(kind, tr(one.title)) for kind, one in LATENT_GRIDS.items()]
        self.kinds = SegmentedChoice(choices, tr("Kind of sheet"))
        self.labels = make_combo(tr("Label"), tr("The label of the digits"))
        self.count = NumberBox(COUNT)
        self.seed, self.dice = make_seed_box()
        self.help = text_label("", "muted", wraps=True)
        self.view = SheetView(tr("The sheet"))
        self.view.setToolTip(tr("Click a digit to let the model read it"))
        self._lay_out()
        self._connect()
        self.fill_labels(self.labels, tr("All"))

    def show_kind(self, kind: str) -> None:
        """Show one of ``LATENT_GRIDS``, with its default number of digits unless one is given."""
        self.kinds.set_value(kind)
        self._on_kind_chosen()

    def export(self) -> Export | None:
        if self.sheet is None:
            return None
        kind, names = self.kinds.value, self._session.label_names
        sheet = self.sheet
        return samples_export(tr("the sheet"), kind, sheet.samples, names, sheet.columns)

    def _lay_out(self) -> None:
        card = Card()
        label = text_label(tr("Label"), "muted", buddy=self.labels)
        digits = text_label(tr("Digits"), "muted", buddy=self.count)
        seed = text_label(tr("Seed"), "muted", buddy=self.seed)
        controls = (label, self.labels, digits, self.count, seed, self.seed, self.dice, None)
        card.box.addLayout(row(self.kinds, None))
        card.box.addLayout(row(*controls))
        card.box.addWidget(self.help)
        card.box.addWidget(self.view, 1)
        self.lay_out(
            column(card, fills=card),
            row(self.save_button, self.copy_button, None, self.close_button),
            SIZE,
        )

    def _connect(self) -> None:
        self.kinds.chosen.connect(self._on_kind_chosen)
        self.labels.activated.connect(self._ask)
        self.count.valueChanged.connect(self._ask)
        self.seed.valueChanged.connect(self._ask)
        self.view.digit_picked.connect(self._on_digit_picked)
        self._exporter.offer(self.view, self.export)
        self.follow(self._session.model_changed, self._on_model_changed)

    def _on_model_changed(self) -> None:
        self.fill_labels(self.labels, tr("All"))
        self._ask()

    def _on_kind_chosen(self) -> None:
        kind = self.kinds.value
        self.help.setText(tr(LATENT_GRIDS[kind].help))
        self.seed.setEnabled(kind != "uniform")
        self.dice.setEnabled(kind != "uniform")
        # The uniform grid shows the latent space of one label.
        if kind == "uniform" and self._session.label_names:
            self.labels.setCurrentIndex(1 + (self._session.reading_label or 0))
        else:
            self.labels.setCurrentIndex(0)
        with QSignalBlocker(self.count):
            self.count.setValue(LATENT_GRIDS[kind].count)
        self._ask()

    def _ask(self) -> None:
        model = self._session.model
        if model is None:
            return
        kind, label = self.kinds.value, self.labels.currentData()
        numbers = (int(self.count.value()), int(self.seed.value()))
        job = partial(write_sheet, model, self._source, kind, label, *numbers)
        if self.sheet is None:
            self.show_result(None, tr(WRITING))
        self.write(job)

    def show_result(self, sheet: LatentGrid | None, message: str = "") -> None:
        self.sheet = sheet
        self.view.set_message(message)
        self.view.set_sheet(sheet.samples.images if sheet else None, sheet.columns if sheet else 1)
        self.set_exportable(sheet is not None)

    def _on_digit_picked(self, index: int) -> None:
        if self.sheet is not None:
            self.pick(self.sheet.samples.images[index], tr("a digit from the sheet"))


def build_dialog(window: AppWindow) -> SheetDialog:
    """Return the sheets of digits."""
    return SheetDialog(window, window.session, window.controller)
