"""The choice of training data: MNIST, a stored data set, a file or a folder."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QComboBox, QWidget

from desktop_cvae.core.language import mark, tr
from desktop_cvae.core.paths import mnist_dir
from desktop_cvae.gui.data.data_fields import ask_for_data

MNIST = "mnist"
FILE, FOLDER = "\N{BULLET}file", "\N{BULLET}folder"
"""Data of the entries that ask for a path; no path has these names."""
NO_MNIST = mark(
    "MNIST is not on this computer; File ▸ Data sets… (Ctrl+D) downloads it, or choose other data."
)


class DataChoice(QComboBox):
    """The data to train on; the last two entries ask for a path.

    Signals:
        changed: other data are chosen.
    """

    changed = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setAccessibleName(tr("Data"))
        self.setToolTip(tr("The data that the model learns from"))
        self.setSizeAdjustPolicy(QComboBox.SizeAdjustPolicy.AdjustToMinimumContentsLengthWithIcon)
        self.setMinimumContentsLength(12)
        self._value = MNIST
        self._stored: tuple[str, ...] = ()
        self.activated.connect(self._on_activated)
        self._fill()

    @property
    def value(self) -> str:
        """``"mnist"``, a stored data set's name, or a path."""
        return self._value

    @property
    def problem(self) -> str:
        """Reason for which the data cannot be used; "" for none. Their content is not read."""
        if self._value == MNIST:
            return "" if mnist_dir() is not None else tr(NO_MNIST)
        return "" if _is_there(self._value) else tr("The data set no longer exists.")

    def set_value(self, value: str) -> None:
        """Choose data without a signal."""
        if value != self._value:
            self._value = value
            self._fill()

    def set_stored(self, names: Sequence[str]) -> None:
        """Set the stored data sets; the chosen one stays, even if it is gone."""
        # An open list would lose its position; it closes by itself soon enough.
        if tuple(names) != self._stored and not self.view().isVisible():
            self._stored = tuple(names)
            self._fill()

    def _fill(self) -> None:
        self.clear()
        self.addItem("MNIST", MNIST)
        for name in self._stored:
            self.addItem(name, name)
        if self.findData(self._value) < 0:
            self.addItem(Path(self._value).name, self._value)
        self.insertSeparator(self.count())
        self.addItem(tr("A file…"), FILE)
        self.addItem(tr("A folder…"), FOLDER)
        self.setCurrentIndex(self.findData(self._value))

    def _on_activated(self, index: int) -> None:
        chosen = self.itemData(index)
        if chosen in (FILE, FOLDER):
            self.setCurrentIndex(self.findData(self._value))
            ask_for_data(self.window(), self._choose, wants_folder=chosen == FOLDER)
        else:
            self._choose(chosen)

    def _choose(self, value: str) -> None:
        if value and value != self._value:
            self._value = value
            self._fill()
            self.changed.emit()


def _is_there(value: str) -> bool:
    from desktop_cvae.datasets.stored import is_stored

    return is_stored(value) or Path(value).exists()
