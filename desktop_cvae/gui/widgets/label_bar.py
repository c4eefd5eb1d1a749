"""The label choice: automatic, or one of the model's.

Each label is a button: the digit over a stroke of its colour.
"""

from __future__ import annotations

from PySide6.QtCore import QRectF, QSize, Qt, Signal
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QGridLayout, QSizePolicy, QToolButton, QWidget

from desktop_cvae.core.language import mark, tr
from desktop_cvae.core.specs import DIGIT_NAMES
from desktop_cvae.gui.theme import label_color

MIN_WIDTH = 20
MAX_TEXT = 120
COLUMNS = 10
ROW_PX = 300
"""Width of a row of buttons, in pixels; longer names make shorter rows."""
AUTO_TIP = mark("Use the recognised label (A)")
NO_LABELS_TIP = mark("This model was trained without labels, so there are none to choose from.")


class LabelButton(QToolButton):
    """Chooses one label.

    Args:
        index: the label's index.
        name: the label's name.
    """

    def __init__(self, index: int, name: str) -> None:
        super().__init__()
        self.index = index
        metrics = self.fontMetrics()
        self.setText(metrics.elidedText(name, Qt.TextElideMode.ElideRight, MAX_TEXT))
        width = metrics.horizontalAdvance(self.text()) + 12
        self._least = MIN_WIDTH if len(name) <= 2 else max(MIN_WIDTH, width)
        self.setCheckable(True)
        self.setObjectName(f"label_{name}")
        self.setAccessibleName(tr("Label {name}", name=name))
        key = f" ({index})" if index < 10 else ""
        self.setToolTip(tr("Read, reconstruct and write as {name}{key}", name=name, key=key))
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self.setStyleSheet("QToolButton { min-width: 14px; padding: 2px 0 6px 0; }")

    def sizeHint(self) -> QSize:
        return QSize(self._least + 4, 34)

    def minimumSizeHint(self) -> QSize:
        return QSize(self._least, 34)

    def paintEvent(self, event: QPaintEvent) -> None:
        super().paintEvent(event)
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setOpacity(1.0 if self.isEnabled() else 0.35)
        painter.setPen(label_color(self.index))
        painter.setBrush(label_color(self.index))
        width = 12.0
        painter.drawRoundedRect(
            QRectF((self.width() - width) / 2, self.height() - 7.5, width, 2.0), 1, 1
        )
        painter.end()


class LabelBar(QWidget):
    """“Auto” and a button for every label.

    The button “Auto” is made here and placed by the owner, in the section's heading.

    Signals:
        label_chosen(object): a label's index, or None for automatic.
    """

    label_chosen = Signal(object)

    def __init__(self) -> None:
        super().__init__()
        self.auto = QToolButton()
        self.auto.setText(tr("Auto"))
        self.auto.setObjectName("label_auto")
        self.auto.setAccessibleName(tr("Automatic label"))
        self.auto.setToolTip(tr(AUTO_TIP))
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
        self.setToolTip("" if has_labels else tr(NO_LABELS_TIP))
        self.auto.setToolTip(tr(AUTO_TIP) if has_labels else tr(NO_LABELS_TIP))
        self.set_label(self._chosen)

    def set_label(self, label: int | None) -> None:
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
        """Return ten columns for short names, as many as fit for longer ones."""
        if max(map(len, names)) <= 2:
            return COLUMNS
        widest = max(button.minimumSizeHint().width() for button in self._buttons)
        return max(1, min(COLUMNS, ROW_PX // (widest + self._grid.spacing())))

    def _choose(self, label: int | None) -> None:
        """Choose a label; a second click on it returns to automatic."""
        label = None if label == self._chosen else label
        self.set_label(label)
        self.label_chosen.emit(label)
