"""The label that conditions the reading: automatic, or one of the model's."""

from __future__ import annotations

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QGridLayout, QToolButton, QWidget

from desktop_cvae.core.specs import DIGIT_NAMES
from desktop_cvae.gui.widgets.label_button import LabelButton

COLUMNS = 10
ROW_PX = 300
"""About the width of a row of buttons; longer names stand fewer in a row."""
AUTO_TIP = "Take the label that is recognised (A)"
NO_LABELS_TIP = "This model was trained without labels, so there is none to choose."


class LabelBar(QWidget):
    """“Auto” and a button for every label.

    The button “Auto” is made here and placed by the owner, in the section's heading.

    Signals:
        label_chosen(object): a label's index, or None for automatic.
    """

    label_chosen = Signal(object)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.auto = QToolButton()
        self.auto.setText("Auto")
        self.auto.setObjectName("label_auto")
        self.auto.setAccessibleName("Label automatic")
        self.auto.setToolTip(AUTO_TIP)
        self.auto.setCheckable(True)
        self.auto.setStyleSheet("QToolButton { padding: 2px 10px; }")
        self.auto.clicked.connect(lambda: self._choose(None))
        self._grid = QGridLayout(self)
        self._grid.setContentsMargins(0, 0, 0, 0)
        self._grid.setSpacing(4)
        self._buttons: list[LabelButton] = []
        self._chosen: int | None = None
        self._names: tuple[str, ...] = ()
        self.set_labels(DIGIT_NAMES, has_labels=True)

    def set_labels(self, names: tuple[str, ...], *, has_labels: bool) -> None:
        """Show the model's labels; disabled, with the reason, if it has none."""
        if names != self._names:
            self._names = names
            self._build(names)
        for button in (self.auto, *self._buttons):
            button.setEnabled(has_labels)
        self.setToolTip("" if has_labels else NO_LABELS_TIP)
        self.auto.setToolTip(AUTO_TIP if has_labels else NO_LABELS_TIP)
        self.set_label(self._chosen)

    def set_label(self, label: int | None) -> None:
        """Show which label is chosen, without telling."""
        self._chosen = label
        self.auto.setChecked(label is None)
        for button in self._buttons:
            button.setChecked(button.index == label)

    def _build(self, names: tuple[str, ...]) -> None:
        for button in self._buttons:
            self._grid.removeWidget(button)
            button.deleteLater()
        self._buttons = [LabelButton(index, name) for index, name in enumerate(names)]
        columns = self._columns(names)
        for button in self._buttons:
            self._grid.addWidget(button, button.index // columns, button.index % columns)
            button.clicked.connect(lambda _=False, index=button.index: self._choose(index))

    def _columns(self, names: tuple[str, ...]) -> int:
        """Ten for names as short as digits, as many as fit for longer ones."""
        if max(map(len, names)) <= 2:
            return COLUMNS
        widest = max(button.minimumSizeHint().width() for button in self._buttons)
        return max(1, min(COLUMNS, ROW_PX // (widest + self._grid.spacing())))

    def _choose(self, label: int | None) -> None:
        """A second click on the chosen label goes back to automatic."""
        label = None if label == self._chosen else label
        self.set_label(label)
        self.label_chosen.emit(label)
