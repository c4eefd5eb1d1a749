"""What is to be measured: which models, how many digits; and how far it is."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING

from PySide6.QtCore import QSize, Qt, Signal
from PySide6.QtGui import QColor, QIcon, QPainter, QPixmap
from PySide6.QtWidgets import (
    QCheckBox,
    QFrame,
    QProgressBar,
    QPushButton,
    QScrollArea,
    QVBoxLayout,
    QWidget,
)

from desktop_cvae.figures.palette import model_color
from desktop_cvae.gui.theme import SPACING, Theme
from desktop_cvae.gui.widgets.card import Card, text_label
from desktop_cvae.gui.widgets.segmented_choice import SegmentedChoice

if TYPE_CHECKING:
    from desktop_cvae.library.model_library import ModelEntry

COUNTS = (("200", "200"), ("1000", "1,000"), ("10000", "All"))
MOST_MODELS = 6
DOT_PX = 10
WIDTH_PX = 248


class WishCard(Card):
    """Check boxes for models, a choice of how many digits, Measure or Stop.

    Signals:
        measure_wanted(list[ModelEntry], int): these models, on so many digits.
        stop_wanted: enough.

    Args:
        theme: the colours.
    """

    measure_wanted = Signal(object, int)
    stop_wanted = Signal()

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._entries: dict[str, ModelEntry] = {}
        self._boxes: dict[str, QCheckBox] = {}
        self._is_running = False
        self.counts = SegmentedChoice(COUNTS, theme, "How many test digits")
        self.counts.set_value("1000")
        self.button = QPushButton("Measure")
        self.button.setDefault(True)
        self.bar = QProgressBar()
        self.bar.setTextVisible(False)
        self.bar.setAccessibleName("Progress")
        self.status = text_label("", "muted")
        self.status.setWordWrap(True)
        self.warning = text_label("", "warning")
        self.warning.setWordWrap(True)
        self.warning.hide()
        self._lay_out()
        self.button.clicked.connect(lambda _=False: self._on_clicked())

    @property
    def chosen(self) -> list[ModelEntry]:
        """The checked models, in the list's order."""
        return [self._entries[name] for name, box in self._boxes.items() if box.isChecked()]

    def set_entries(self, entries: Sequence[ModelEntry], checked: str) -> None:
        """List models; those that were checked stay so."""
        kept = {entry.name for entry in self.chosen} or {checked}
        for box in self._boxes.values():
            box.deleteLater()
        self._entries = {entry.name: entry for entry in entries}
        self._boxes = {name: self._box(name, name in kept) for name in self._entries}
        self._on_checked()

    def box_of(self, name: str) -> QCheckBox:
        """The check box of a model."""
        return self._boxes[name]

    def show_running(self, is_running: bool) -> None:
        """Offer Stop instead of Measure, or the other way round."""
        self._is_running = is_running
        self.button.setText("Stop" if is_running else "Measure")
        self.bar.setVisible(is_running)
        self.counts.setEnabled(not is_running)
        self.bar.setRange(0, 0 if is_running else 1)
        if is_running:
            self.warning.hide()
        self._on_checked()

    def show_progress(self, done: int, total: int) -> None:
        """So many steps of all are done."""
        self.bar.setRange(0, total)
        self.bar.setValue(done)

    def say(self, text: str) -> None:
        """What is being done, or was."""
        self.status.setText(text)

    def warn(self, sentence: str) -> None:
        """Why nothing comes of it."""
        self.warning.setText(sentence)
        self.warning.show()

    def set_theme(self, theme: Theme) -> None:
        """Take other colours."""
        self.counts.set_theme(theme)

    def _lay_out(self) -> None:
        self.setFixedWidth(WIDTH_PX)
        self.add_section("Models")
        inside = QWidget()
        inside.setObjectName("column")
        self._list = QVBoxLayout(inside)
        self._list.setContentsMargins(0, 0, 0, 0)
        self._list.setSpacing(SPACING)
        self._list.addStretch(1)
        scroll = QScrollArea()
        scroll.setFrameShape(QFrame.Shape.NoFrame)
        scroll.setWidgetResizable(True)
        scroll.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        scroll.setWidget(inside)
        self.box.addWidget(scroll, 1)
        self.add_section("Test digits of MNIST")
        self.box.addWidget(self.counts)
        self.box.addSpacing(SPACING)
        self.box.addWidget(self.button)
        self.box.addWidget(self.bar)
        self.box.addWidget(self.status)
        self.box.addWidget(self.warning)
        self.bar.hide()

    def _box(self, name: str, checked: bool) -> QCheckBox:
        text = name if len(name) <= 24 else f"{name[:12]}…{name[-11:]}"
        box = QCheckBox(text.replace("&", "&&"))
        box.setToolTip(name)
        box.setIconSize(QSize(DOT_PX, DOT_PX))
        box.setChecked(checked)
        box.toggled.connect(self._on_checked)
        self._list.insertWidget(self._list.count() - 1, box)
        return box

    def _on_checked(self) -> None:
        chosen = [entry.name for entry in self.chosen]
        for name, box in self._boxes.items():
            is_full = len(chosen) >= MOST_MODELS and not box.isChecked()
            box.setEnabled(not self._is_running and not is_full)
            color = model_color(chosen.index(name)) if name in chosen else None
            box.setIcon(_dot(color))
        self.button.setEnabled(self._is_running or bool(chosen))

    def _on_clicked(self) -> None:
        if self._is_running:
            self.stop_wanted.emit()
        else:
            self.measure_wanted.emit(self.chosen, int(self.counts.value))


def _dot(color: str | None) -> QIcon:
    pixmap = QPixmap(4 * DOT_PX, 4 * DOT_PX)
    pixmap.fill(Qt.GlobalColor.transparent)
    if color is not None:
        painter = QPainter(pixmap)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(QColor(color))
        painter.drawEllipse(pixmap.rect().adjusted(2, 2, -2, -2))
        painter.end()
    icon = QIcon(pixmap)
    icon.addPixmap(pixmap, QIcon.Mode.Disabled)
    return icon
