"""The four sheets that show what a latent space holds, written while one looks."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import QSize
from PySide6.QtWidgets import QComboBox, QPushButton, QVBoxLayout, QWidget

from desktop_cvae.core.errors import DatasetProblem
from desktop_cvae.core.language import mark, tr
from desktop_cvae.core.specs import Setting
from desktop_cvae.core.tasks import Progress, Task
from desktop_cvae.gui.controller import Controller
from desktop_cvae.gui.exporting.export import Export
from desktop_cvae.gui.exporting.samples_export import samples_export
from desktop_cvae.gui.icons import ToolButton
from desktop_cvae.gui.session import Picture, Session
from desktop_cvae.gui.widgets.card import Card, row, text_label
from desktop_cvae.gui.widgets.number_box import NumberBox
from desktop_cvae.gui.widgets.segmented_choice import SegmentedChoice
from desktop_cvae.gui.widgets.work_dialog import WorkDialog, sentence_of
from desktop_cvae.gui.writing.generation_controls import SEED, random_seed
from desktop_cvae.gui.writing.sheet_view import SheetView
from desktop_cvae.inference.published_sheets import SHEETS, Sheet

if TYPE_CHECKING:
    from desktop_cvae.gui.model_source import ModelSource
    from desktop_cvae.inference.opened_model import OpenedModel


SIZE = QSize(860, 760)
COUNT = Setting(mark("Digits"), mark("about how many digits stand on the sheet"), 1, 1600)
NO_DIGITS = mark("MNIST's test digits are not here; see File ▸ Data sets…")
WRITING = mark("Writing …")


def write_sheet(
    model: OpenedModel, source: ModelSource, kind: str, label: int | None, count: int, seed: int
) -> Task[Sheet]:
    """Write one, with the test digits that it may need; for the worker.

    Raises:
        DatasetProblem: the test digits are not here, or have labels that the model lacks.
    """
    digits = None
    if kind == "reconstructions":
        from desktop_cvae.datasets.dataset import labels_of_model

        dataset = source.test_digits()
        if dataset is None:
            raise DatasetProblem(tr(NO_DIGITS))
        yield Progress(0, 1)
        digits = dataset.floats(), labels_of_model(dataset, model.spec)
    return (yield from model.sheet(kind, label, count, seed, digits))


class SheetDialog(WorkDialog):
    """Which sheet above, the sheet below; it follows the model in use.

    Args:
        parent: the window.
        session: has the model; gets a picked digit as picture.
        controller: has the worker.
    """

    def __init__(self, parent: QWidget, session: Session, controller: Controller) -> None:
        super().__init__(parent, "sheets", tr("Sheets of digits"), controller.runner)
        self._session, self._source = session, controller.source
        self._exporter = controller.exporter
        self.sheet: Sheet | None = None
        choices = [(kind, tr(one.title)) for kind, one in SHEETS.items()]
        self.kinds = SegmentedChoice(choices, tr("Which sheet"))
        self.labels = QComboBox()
        self.count = NumberBox(COUNT)
        self.seed = NumberBox(SEED)
        self.seed.setValue(1)
        self.dice = ToolButton("dice", tr("New seed"), tr("Throw a new seed"))
        self.dice.set_flat()
        self.help = text_label("", "muted")
        self.view = SheetView(tr("The sheet"))
        self.view.setToolTip(tr("Click a digit to let the model read it"))
        self.save_button, self.copy_button = QPushButton(tr("Save…")), QPushButton(tr("Copy"))
        self.close_button = QPushButton(tr("Close"))
        self._lay_out()
        self._connect()
        self._fill_labels()

    def show_kind(self, kind: str) -> None:
        """Show one of ``SHEETS``, as many digits as it has unless told otherwise."""
        self.kinds.set_value(kind)
        self._on_kind_chosen()

    def export(self) -> Export | None:
        """The sheet as it can leave the window."""
        if self.sheet is None:
            return None
        kind, names = self.kinds.value, self._session.label_names
        sheet = self.sheet
        return samples_export(tr("the sheet"), kind, sheet.samples, names, sheet.columns)

    def _lay_out(self) -> None:
        self.labels.setAccessibleName(tr("Label"))
        self.labels.setToolTip(tr("Under which label the digits are written"))
        self.help.setWordWrap(True)
        self.save_button.setToolTip(tr("Save the sheet as PNG or SVG"))
        self.copy_button.setToolTip(tr("Copy the sheet as a picture"))
        names = [text_label(text, "muted") for text in (tr("Label"), tr("Digits"), tr("Seed"))]
        for name, control in zip(names, (self.labels, self.count, self.seed), strict=True):
            name.setBuddy(control)
        card = Card()
        controls = row(names[0], self.labels, names[1], self.count, names[2], self.seed, self.dice)
        controls.addStretch(1)
        card.box.addLayout(row(self.kinds, None))
        card.box.addLayout(controls)
        card.box.addWidget(self.help)
        card.box.addWidget(self.view, 1)
        body = QVBoxLayout()
        body.addWidget(card, 1)
        self.lay_out(body, row(self.save_button, self.copy_button, None, self.close_button), SIZE)

    def _connect(self) -> None:
        self.kinds.chosen.connect(self._on_kind_chosen)
        self.labels.activated.connect(self._ask)
        self.count.valueChanged.connect(self._ask)
        self.seed.valueChanged.connect(self._ask)
        self.dice.clicked.connect(lambda _=False: self.seed.setValue(random_seed()))
        self.view.digit_picked.connect(self._on_digit_picked)
        self._exporter.serve(self.export, self.save_button, self.copy_button)
        self._exporter.offer(self.view, self.export)
        self.close_button.clicked.connect(self.close)
        self.follow(self._session.model_changed, self._on_model_changed)

    def _fill_labels(self) -> None:
        names = self._session.label_names
        self.labels.clear()
        self.labels.addItem(tr("All") if names else tr("No labels"), None)
        for index, name in enumerate(names):
            self.labels.addItem(name, index)
        self.labels.setEnabled(bool(names))

    def _on_model_changed(self) -> None:
        self._fill_labels()
        self._ask()

    def _on_kind_chosen(self) -> None:
        kind = self.kinds.value
        self.help.setText(tr(SHEETS[kind].help))
        self.seed.setEnabled(kind != "uniform")
        self.dice.setEnabled(kind != "uniform")
        # The square is of one label's latent space.
        if kind == "uniform" and self._session.label_names:
            self.labels.setCurrentIndex(1 + (self._session.reading_label or 0))
        else:
            self.labels.setCurrentIndex(0)
        self.count.blockSignals(True)
        self.count.setValue(SHEETS[kind].count)
        self.count.blockSignals(False)
        self._ask()

    def _ask(self) -> None:
        model = self._session.model
        if model is None:
            return
        wish = (self.kinds.value, self.labels.currentData())
        numbers = (int(self.count.value()), int(self.seed.value()))
        job = partial(write_sheet, model, self._source, *wish, *numbers)
        if self.sheet is None:
            self._show(None, tr(WRITING))
        self.ask(job, self._show, self._on_failed)

    def _show(self, sheet: Sheet | None, message: str = "") -> None:
        self.sheet = sheet
        self.view.set_message(message)
        self.view.set_sheet(sheet.samples.images if sheet else None, sheet.columns if sheet else 1)
        for button in (self.save_button, self.copy_button):
            button.setEnabled(sheet is not None)

    def _on_failed(self, error: Exception) -> None:
        self._show(None, sentence_of(error))

    def _on_digit_picked(self, index: int) -> None:
        if self.sheet is not None:
            image = self.sheet.samples.images[index]
            self._session.picture_opened.emit(Picture(image, tr("a digit of the sheet")))
