"""The page to make a data set: a model writes labelled digits.

Tested in tests/gui/data/test_data_dialog.py.
"""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import Qt, QTimer
from PySide6.QtWidgets import QGridLayout, QWidget

from desktop_cvae.core.language import mark, number, tr
from desktop_cvae.core.results import Samples
from desktop_cvae.core.schemas import Field
from desktop_cvae.gui.controls import make_button, make_combo, make_progress_bar
from desktop_cvae.gui.data.data_fields import NameField, message_label, show_message
from desktop_cvae.gui.data.data_jobs import DatasetRequest
from desktop_cvae.gui.theme import SPACING, tabular_font
from desktop_cvae.gui.widgets.card import column, row, text_label
from desktop_cvae.gui.widgets.digit_grid import DigitGrid
from desktop_cvae.gui.widgets.number_box import NumberBox

COUNT = Field(mark("Digits"), mark("number of digits; labels take turns"), 20, 200_000, step=100)
SEED = Field(mark("Seed"), mark("the same seed writes the same digits"), 0, 2**31 - 1)
DEFAULT_COUNT = 2000
PREVIEW_MS = 120
"""Time without a change after which the preview is written."""
ABOUT = mark("The model writes all its labels in turn; a tenth is held out for testing.")
NO_MODEL = mark("None of your models has labels; train one with labels first.")


class MakePage(QWidget):
    """Settings, a preview of the first digits, and the progress; the owner connects the buttons.

    Attributes:
        rest: times out when the first digits are to be shown.
    """

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.is_making = False
        """True while the digits are written."""
        self.model = make_combo(
            tr("Model"), tr("The model that writes the digits; it needs labels")
        )
        self.count = NumberBox(COUNT)
        self.count.setValue(DEFAULT_COUNT)
        self.seed = NumberBox(SEED)
        self.name = NameField()
        self.grid = DigitGrid()
        self.grid.setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)
        self.bar = make_progress_bar(tr("Progress"))
        self.status = message_label("muted")
        self.status.setFont(tabular_font(self.font()))
        self.cancel = make_button(tr("Cancel"), tr("Import nothing"))
        self.make = make_button(tr("Make"), tr("Write the digits and save them"))
        self.rest = QTimer(self, singleShot=True, interval=PREVIEW_MS)
        self._lay_out()
        self._connect()
        self._show_state()

    @property
    def request(self) -> DatasetRequest:
        count, seed = int(self.count.value()), int(self.seed.value())
        return DatasetRequest(self.model.currentText(), count, seed, self.name.name)

    def start_anew(self) -> None:
        """Propose a name and show the first digits."""
        self._propose()
        self._preview()

    def set_models(self, names: Sequence[str]) -> None:
        """Set the models that can write digits; the chosen one stays if it is among them."""
        chosen = self.model.currentText()
        self.model.blockSignals(True)
        self.model.clear()
        self.model.addItems(list(names))
        self.model.setCurrentIndex(max(0, self.model.findText(chosen)))
        self.model.blockSignals(False)
        self._show_state()

    def choose_model(self, name: str) -> None:
        """Choose a model, if it can write digits."""
        if (index := self.model.findText(name)) >= 0:
            self.model.setCurrentIndex(index)

    def show_digits(self, samples: Samples, names: Sequence[str]) -> None:
        self.grid.set_images(samples.images, samples.labels, names)

    def show_no_digits(self, sentence: str) -> None:
        """Show why there are no digits."""
        self.grid.set_images(None)
        self.grid.set_message(sentence)

    def show_progress(self, done: int, total: int) -> None:
        """Show how many digits are written."""
        self.bar.setRange(0, total)
        self.bar.setValue(done)
        # Storing cannot be cancelled.
        self.cancel.setEnabled(done < total)
        show_message(
            self.status,
            tr("Saving them …")
            if done == total
            else tr("{done} of {total} digits", done=number(done), total=number(total)),
        )

    def show_making(self) -> None:
        self.is_making = True
        self.bar.setRange(0, 0)
        self._show_state()
        show_message(self.status, tr("Opening the model …"))

    def show_ended(self, sentence: str = "", *, is_warning: bool = True) -> None:
        """Show that the writing has ended; a sentence says why nothing was stored."""
        self.is_making = False
        self._show_state()
        if sentence:
            show_message(self.status, sentence, "warning" if is_warning else "muted")

    def _lay_out(self) -> None:
        form = QGridLayout()
        form.setHorizontalSpacing(SPACING)
        form.setVerticalSpacing(SPACING)
        for text, widget, line, across in (
            (tr("Model"), self.model, 0, 0),
            (tr("Digits"), self.count, 0, 2),
            (tr("Name"), self.name, 1, 0),
            (tr("Seed"), self.seed, 1, 2),
        ):
            form.addWidget(text_label(text, "muted", buddy=widget), line, across)
            form.addWidget(widget, line, across + 1)
        form.setColumnStretch(1, 3)
        form.setColumnStretch(3, 1)
        title = text_label(tr("Make a data set"), "title")
        about = text_label(tr(ABOUT), "muted", wraps=True)
        footer = row(self.status, self.cancel, self.make, fills=self.status)
        items = (title, about, form, SPACING, self.grid, self.bar, footer)
        self.setLayout(column(*items, fills=self.grid))

    def _connect(self) -> None:
        self.model.currentIndexChanged.connect(self._on_model_chosen)
        self.seed.valueChanged.connect(self._preview)
        self.name.changed.connect(self._show_state)

    def _on_model_chosen(self) -> None:
        self._propose()
        self._preview()

    def _propose(self) -> None:
        self.name.propose(tr("made by {model}", model=self.model.currentText()))

    def _preview(self) -> None:
        if self.model.count():
            self.grid.set_message(tr("Writing …"))
            self.rest.start()
        else:
            self.grid.set_images(None)
            self.grid.set_message(tr(NO_MODEL))

    def _show_state(self) -> None:
        problem = self.name.problem if self.model.count() else tr(NO_MODEL)
        for widget in (self.model, self.count, self.seed, self.name):
            widget.setEnabled(not self.is_making)
        self.bar.setVisible(self.is_making)
        self.make.setVisible(not self.is_making)
        self.make.setEnabled(not problem)
        self.make.setDefault(not problem and self.isVisible())
        self.cancel.setEnabled(True)
        if not self.is_making:
            show_message(self.status, problem, "warning")
