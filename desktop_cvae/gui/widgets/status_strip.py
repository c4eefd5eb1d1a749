"""The window's last line: model, its score, the answer's time; ready or working.

Small buttons in it say how a training goes, and that the web page is shared.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, QTimer
from PySide6.QtWidgets import QHBoxLayout, QPushButton, QWidget

from desktop_cvae.core.language import number, tr
from desktop_cvae.gui.theme import SPACING, tabular_font
from desktop_cvae.gui.widgets.card import text_label

if TYPE_CHECKING:
    from desktop_cvae.inference.opened_model import OpenedModel

HEIGHT_PX = 24


class Chip(QPushButton):
    """Hidden while there is nothing to tell; the owner sets text and visibility.

    Args:
        name: of the object; the stylesheet knows it.
        title: for readers.
        tip: what a click does.
    """

    def __init__(self, name: str, title: str, tip: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName(name)
        self.setFont(tabular_font(self.font()))
        self.setFixedHeight(HEIGHT_PX)
        self.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        self.setAccessibleName(title)
        self.setToolTip(tip)
        self.hide()


PATIENCE_MS = 150
"""Work shorter than this is not mentioned, so that the word does not flicker."""


class StatusStrip(QWidget):
    """Texts of fixed places; the time stands right-aligned in a field of its own."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("status")
        self.model = text_label(tr("No model"), "muted")
        self.model.setObjectName("status_model")
        self.time = text_label("", "muted")
        self.time.setObjectName("status_time")
        self.state = text_label(tr("Ready"), "muted")
        self.state.setObjectName("status_state")
        tip = tr("Show the training; when it is done, use the model")
        self.chip = Chip("training_chip", tr("Training"), tip)
        tip = tr("The web page is shared; show its link, or stop it")
        self.sharing = Chip("sharing_chip", tr("Sharing"), tip)
        self.cancel = QPushButton(tr("Cancel"))
        self.cancel.setObjectName("cancel_work")
        self.cancel.setFixedHeight(HEIGHT_PX)
        self.cancel.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        self.cancel.setToolTip(tr("Give this up; everything stays as it was"))
        self.cancel.hide()
        self._words = ""
        layout = QHBoxLayout(self)
        layout.setContentsMargins(2 * SPACING, 0, 2 * SPACING, 4)
        layout.setSpacing(2 * SPACING)
        for label in (self.model, self.time):
            label.setFont(tabular_font(self.font()))
            layout.addWidget(label)
        layout.addStretch(1)
        layout.addWidget(self.sharing)
        layout.addWidget(self.chip)
        layout.addWidget(self.cancel)
        layout.addWidget(self.state)
        # The chip comes and goes; nothing may move when it does.
        layout.addStrut(HEIGHT_PX)
        self._patience = QTimer(self)
        self._patience.setSingleShot(True)
        self._patience.setInterval(PATIENCE_MS)
        self._patience.timeout.connect(lambda: self.state.setText(self._words or tr("Working …")))

    def set_model(self, model: OpenedModel) -> None:
        """Show name, engine and held-out score."""
        accuracy = model.manifest.metrics.get("accuracy")
        parts = [model.name]
        if accuracy is not None:
            parts.append(tr("{share} % on MNIST test", share=number(100 * accuracy, ".2f")))
        if model.engine.name != "onnx":
            parts.append(tr("Keras engine"))
        self.model.setText(" · ".join(parts))

    def set_elapsed(self, elapsed_ms: float | None) -> None:
        """Show how long the last answer took; nothing for none, or one that was there already."""
        self.time.setText(
            tr("answered in {elapsed_ms} ms", elapsed_ms=number(elapsed_ms, ".1f"))
            if elapsed_ms
            else ""
        )

    def show_work(self, words: str, *, can_cancel: bool) -> None:
        """Say what takes long; empty for nothing that has a name."""
        self._words = words
        self.cancel.setVisible(can_cancel)
        if words:
            self.state.setText(words)
        elif self.state.text() != tr("Ready"):
            self.state.setText(tr("Working …"))

    def show_sharing(self, words: str) -> None:
        """Say that the web page is shared, and with how many; nothing for no words."""
        self.sharing.setText(words)
        self.sharing.setVisible(bool(words))

    def set_working(self, is_working: bool) -> None:
        """Say that the worker works, if it does for long."""
        if is_working:
            self._patience.start()
        else:
            self._patience.stop()
            self._words = ""
            self.state.setText(tr("Ready"))
