"""Making a data set: a model writes labelled digits."""

from __future__ import annotations

import dataclasses
from collections.abc import Collection, Sequence

from PySide6.QtCore import Qt, QTimer, Signal
from PySide6.QtWidgets import (
    QComboBox,
    QGridLayout,
    QLabel,
    QProgressBar,
    QVBoxLayout,
    QWidget,
)

from desktop_cvae.core.language import mark, number, tr
from desktop_cvae.core.results import Samples
from desktop_cvae.core.specs import Setting
from desktop_cvae.gui.data.data_fields import NameField, quiet_button
from desktop_cvae.gui.data.data_jobs import DatasetRequest
from desktop_cvae.gui.theme import SPACING, tabular_font
from desktop_cvae.gui.widgets.card import row, text_label
from desktop_cvae.gui.widgets.digit_grid import DigitGrid
from desktop_cvae.gui.widgets.number_box import NumberBox

COUNT = Setting(mark("Digits"), mark("how many; labels take turns"), 20, 200_000, step=100)
SEED = Setting(mark("Seed"), mark("the same seed writes the same digits"), 0, 2**31 - 1)
DEFAULT_COUNT = 2000
LOOK_MS = 120
"""A preview follows when the settings have rested so long."""
ABOUT = mark("The model writes all its labels in turn; a tenth is held out to test with.")
NO_MODEL = mark("None of the models knows labels.")


class MakePage(QWidget):
    """Settings, the first digits, progress.

    Signals:
        look_wanted: show the first digits of this request.
        make_wanted: write them all and keep them.
        cancel_wanted: end the writing, or leave the page.
    """

    look_wanted = Signal()
    make_wanted = Signal()
    cancel_wanted = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._is_making = False
        self.model = QComboBox()
        self.model.setAccessibleName(tr("Model"))
        self.model.setToolTip(tr("Who writes; models without labels cannot"))
        self.count = NumberBox(COUNT)
        self.count.setValue(DEFAULT_COUNT)
        self.seed = NumberBox(SEED)
        self.name = NameField()
        self.grid = DigitGrid()
        self.grid.setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)
        self.bar = QProgressBar()
        self.bar.setTextVisible(False)
        self.bar.setAccessibleName(tr("Progress"))
        self.told = text_label("", "muted")
        self.told.setFont(tabular_font(self.font()))
        self.told.setWordWrap(True)
        self.cancel = quiet_button(tr("Cancel"), tr("Keep nothing"))
        self.make = quiet_button(tr("Make"), tr("Write the digits and keep them"))
        self._resting = QTimer(self)
        self._resting.setSingleShot(True)
        self._resting.setInterval(LOOK_MS)
        self._lay_out()
        self._connect()
        self._show_state()

    @property
    def request(self) -> DatasetRequest:
        """What the page says."""
        count, seed = int(self.count.value()), int(self.seed.value())
        return DatasetRequest(self.model.currentText(), count, seed, self.name.name)

    @property
    def is_making(self) -> bool:
        """True while the digits are written."""
        return self._is_making

    def first_request(self, count: int) -> DatasetRequest:
        """The same, for some digits to look at."""
        return dataclasses.replace(self.request, count=count)

    def start_anew(self) -> None:
        """Propose a name and show the first digits."""
        self._propose()
        self._look()

    def set_models(self, names: Sequence[str]) -> None:
        """Say which models can write; the chosen one stays if it can."""
        chosen = self.model.currentText()
        self.model.blockSignals(True)
        self.model.clear()
        self.model.addItems(list(names))
        self.model.setCurrentIndex(max(0, self.model.findText(chosen)))
        self.model.blockSignals(False)
        self._show_state()

    def choose_model(self, name: str) -> None:
        """Choose a model, if it can write."""
        if (index := self.model.findText(name)) >= 0:
            self.model.setCurrentIndex(index)

    def set_taken_names(self, names: Collection[str]) -> None:
        """Say which names there are."""
        self.name.set_taken(names)

    def show_digits(self, samples: Samples, names: Sequence[str]) -> None:
        """Show the first digits."""
        self.grid.set_images(samples.images, samples.labels, names)

    def show_no_digits(self, sentence: str) -> None:
        """Say why there are none."""
        self.grid.set_images(None)
        self.grid.set_message(sentence)

    def show_progress(self, done: int, total: int) -> None:
        """Say how far the writing is."""
        self.bar.setRange(0, total)
        self.bar.setValue(done)
        # What is being kept cannot be taken back.
        self.cancel.setEnabled(done < total)
        self._tell(
            tr("Keeping them …")
            if done == total
            else tr("{done} of {total} digits", done=number(done), total=number(total))
        )

    def show_making(self) -> None:
        """Say that the writing has begun."""
        self._is_making = True
        self.bar.setRange(0, 0)
        self._show_state()
        self._tell(tr("Opening the model …"))

    def show_ended(self, sentence: str = "", *, is_warning: bool = True) -> None:
        """The writing has ended; the sentence says why nothing was kept."""
        self._is_making = False
        self._show_state()
        if sentence:
            self._tell(sentence, "warning" if is_warning else "muted")

    def _lay_out(self) -> None:
        form = QGridLayout()
        form.setHorizontalSpacing(SPACING)
        form.setVerticalSpacing(SPACING)
        fields = ((tr("Model"), self.model), (tr("Digits"), self.count), (tr("Name"), self.name))
        places = ((0, 0), (0, 2), (1, 0), (1, 2))
        for (text, widget), (line, column) in zip(
            (*fields, (tr("Seed"), self.seed)), places, strict=True
        ):
            label = QLabel(text)
            label.setProperty("role", "muted")
            label.setBuddy(widget)
            form.addWidget(label, line, column)
            form.addWidget(widget, line, column + 1)
        form.setColumnStretch(1, 3)
        form.setColumnStretch(3, 1)
        about = text_label(tr(ABOUT), "muted")
        about.setWordWrap(True)
        box = QVBoxLayout(self)
        box.setContentsMargins(0, 0, 0, 0)
        box.setSpacing(SPACING)
        box.addWidget(text_label(tr("Make a data set"), "title"))
        box.addWidget(about)
        box.addLayout(form)
        box.addSpacing(SPACING)
        box.addWidget(self.grid, 1)
        box.addWidget(self.bar)
        footer = row(self.told, self.cancel, self.make)
        footer.setStretch(0, 1)
        box.addLayout(footer)

    def _connect(self) -> None:
        self._resting.timeout.connect(self.look_wanted)
        self.model.currentIndexChanged.connect(self._on_model_chosen)
        self.seed.valueChanged.connect(self._look)
        self.name.changed.connect(self._show_state)
        self.make.clicked.connect(self.make_wanted)
        self.cancel.clicked.connect(self.cancel_wanted)

    def _on_model_chosen(self) -> None:
        self._propose()
        self._look()

    def _propose(self) -> None:
        self.name.propose(tr("made by {model}", model=self.model.currentText()))

    def _look(self) -> None:
        if self.model.count():
            self.grid.set_message(tr("Writing …"))
            self._resting.start()
        else:
            self.grid.set_images(None)
            self.grid.set_message(tr(NO_MODEL))

    def _show_state(self) -> None:
        problem = self.name.problem if self.model.count() else tr(NO_MODEL)
        for widget in (self.model, self.count, self.seed, self.name):
            widget.setEnabled(not self._is_making)
        self.bar.setVisible(self._is_making)
        self.make.setVisible(not self._is_making)
        self.make.setEnabled(not problem)
        self.make.setDefault(not problem and self.isVisible())
        self.cancel.setEnabled(True)
        if not self._is_making:
            self._tell(problem, "warning")

    def _tell(self, text: str, role: str = "muted") -> None:
        self.told.setText(text)
        self.told.setProperty("role", role)
        self.told.style().polish(self.told)
