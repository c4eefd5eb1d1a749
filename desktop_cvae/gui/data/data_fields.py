"""The small parts of the data dialog's pages.

A line of text that is shortened where there is no room and told whole by its tooltip, the name
under which data are kept, with what is wrong about it, buttons that Enter does not press by
chance, and the question for a file or folder with labelled digits.
"""

from __future__ import annotations

from collections.abc import Callable, Collection

from PySide6.QtCore import QSize, Qt, Signal
from PySide6.QtGui import QPainter, QPaintEvent, QResizeEvent
from PySide6.QtWidgets import QFileDialog, QLabel, QLineEdit, QPushButton, QSizePolicy, QWidget

from desktop_cvae.gui.data.data_jobs import MAX_NAME, complaint_about, free_name


class ElidedLabel(QLabel):
    """Shows as much of its text as there is room for.

    Args:
        role: one of the stylesheet's.
        mode: which part is left out; the middle for paths.
    """

    def __init__(
        self,
        role: str,
        mode: Qt.TextElideMode = Qt.TextElideMode.ElideRight,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self._mode = mode
        self.setProperty("role", role)
        self.setTextFormat(Qt.TextFormat.PlainText)
        self.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Fixed)

    @property
    def shown(self) -> str:
        """What is seen of the text."""
        return self.fontMetrics().elidedText(self.text(), self._mode, self.width())

    def sizeHint(self) -> QSize:
        """One line."""
        return QSize(40, self.fontMetrics().height() + 2)

    def minimumSizeHint(self) -> QSize:
        """As narrow as may be."""
        return self.sizeHint()

    def resizeEvent(self, event: QResizeEvent) -> None:
        """The tooltip is needed only while something is left out."""
        super().resizeEvent(event)
        self._tell_the_rest()

    def say(self, text: str) -> None:
        """Show another text."""
        self.setText(text)
        self._tell_the_rest()

    def paintEvent(self, event: QPaintEvent) -> None:
        """The shortened text in the role's colour."""
        painter = QPainter(self)
        flags = Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter
        painter.drawText(self.rect(), flags, self.shown)

    def _tell_the_rest(self) -> None:
        self.setToolTip("" if self.shown == self.text() else self.text())


class NameField(QLineEdit):
    """Proposes a free name until the user types one.

    Signals:
        changed: the name, or what is wrong about it, is another one.
    """

    changed = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._taken: frozenset[str] = frozenset()
        self._wish = ""
        self._is_own = False
        self.setMaxLength(MAX_NAME)
        self.setAccessibleName("Name of the data set")
        self.setToolTip("What the data set will be called, also for “desktop-cvae train --data”")
        self.textEdited.connect(self._on_edited)

    @property
    def name(self) -> str:
        """What stands in it."""
        return self.text().strip()

    @property
    def problem(self) -> str:
        """Why it cannot be used, or an empty text."""
        return complaint_about(self.name, self._taken)

    def propose(self, wish: str) -> None:
        """Forget what the user typed, and propose a free name like that."""
        self._wish, self._is_own = wish, False
        self._show(free_name(wish, self._taken))
        self.changed.emit()

    def set_taken(self, names: Collection[str]) -> None:
        """Say which names there are."""
        self._taken = frozenset(names)
        if not self._is_own and self._wish:
            self._show(free_name(self._wish, self._taken))
        self.changed.emit()

    def _show(self, name: str) -> None:
        self.setText(name)
        self.setCursorPosition(0)  # of a long name the beginning is seen

    def _on_edited(self) -> None:
        self._is_own = True
        self.changed.emit()


def quiet_button(text: str, tip: str) -> QPushButton:
    """A button that is the default only where it is made so."""
    button = QPushButton(text)
    button.setToolTip(tip)
    button.setAutoDefault(False)
    return button


FILTER = "Data sets (*.npz *.csv *.tsv *.txt *idx3* *.gz);;All files (*)"


def ask_for_data(
    parent: QWidget, on_chosen: Callable[[str], object], *, wants_folder: bool
) -> QFileDialog:
    """Open the dialog without a loop of its own, so that everything goes on behind it.

    Args:
        parent: the window that asks.
        on_chosen: is told the path.
        wants_folder: for pictures in one folder a label, or IDX files side by side.
    """
    dialog = QFileDialog(parent, "Choose data", "", "" if wants_folder else FILTER)
    mode = QFileDialog.FileMode
    dialog.setFileMode(mode.Directory if wants_folder else mode.ExistingFile)
    dialog.setOption(QFileDialog.Option.DontUseCustomDirectoryIcons)
    dialog.fileSelected.connect(on_chosen)
    dialog.finished.connect(dialog.deleteLater)
    dialog.open()
    return dialog
