"""The status line: model, its accuracy, time of the answer, work in progress.

Small buttons in it say how a training goes, and that the web page is shared.

Tested in tests/gui/test_job_status.py.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, QTimer
from PySide6.QtWidgets import QPushButton, QWidget

from desktop_cvae.core.language import number, tr
from desktop_cvae.gui.controls import make_button
from desktop_cvae.gui.theme import SPACING, tabular_font
from desktop_cvae.gui.widgets.card import row, text_label

if TYPE_CHECKING:
    from desktop_cvae.inference.opened_model import OpenedModel

HEIGHT_PX = 24
PATIENCE_MS = 150
"""Shorter work is not mentioned, so that the text does not flicker."""


class Chip(QPushButton):
    """A button for background work; the owner sets text and visibility.

    Args:
        name: of the object; the stylesheet knows it.
        title: for readers.
        tip: what a click does.
    """

    def __init__(self, name: str, title: str, tip: str) -> None:
        super().__init__()
        self.setObjectName(name)
        self.setFont(tabular_font(self.font()))
        self.setFixedHeight(HEIGHT_PX)
        self.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        self.setAccessibleName(title)
        self.setToolTip(tip)
        self.hide()


class StatusStrip(QWidget):
    """Texts at fixed positions; the time is right-aligned in a field of its own."""

    def __init__(self) -> None:
        super().__init__()
        self.setObjectName("status")
        self.model = text_label(tr("No model"), "muted", name="status_model")
        self.time = text_label("", "muted", name="status_time")
        self.state = text_label(tr("Ready"), "muted", name="status_state")
        tip = tr("Show the training, or use the model once it is done")
        self.chip = Chip("training_chip", tr("Training"), tip)
        tip = tr("The web page is shared; show its link, or stop sharing")
        self.sharing = Chip("sharing_chip", tr("Sharing"), tip)
        self.cancel = make_button(
            tr("Cancel"),
            tr("Cancel this; everything stays as it was"),
            "cancel_work",
            takes_focus=False,
        )
        self.cancel.setFixedHeight(HEIGHT_PX)
        self.cancel.hide()
        self._words = ""
        for label in (self.model, self.time):
            label.setFont(tabular_font(self.font()))
        items = (self.model, self.time, None, self.sharing, self.chip, self.cancel, self.state)
        layout = row(*items, spacing=2 * SPACING, margins=(2 * SPACING, 0, 2 * SPACING, 4))
        self.setLayout(layout)
        # The chip comes and goes; nothing may move when it does.
        layout.addStrut(HEIGHT_PX)
        self._patience = QTimer(self, singleShot=True, interval=PATIENCE_MS)
        self._patience.timeout.connect(lambda: self.state.setText(self._words or tr("Working …")))

    def set_model(self, model: OpenedModel) -> None:
        accuracy = model.manifest.metrics.get("accuracy")
        parts = [model.name]
        if accuracy is not None:
            parts.append(tr("{share} % on MNIST test", share=number(100 * accuracy, ".2f")))
        if model.engine.name != "onnx":
            parts.append(tr("Keras engine"))
        self.model.setText(" · ".join(parts))

    def set_elapsed(self, elapsed_ms: float | None) -> None:
        """Show how long the last answer took; nothing without a new one."""
        self.time.setText(
            tr("answered in {elapsed_ms} ms", elapsed_ms=number(elapsed_ms, ".1f"))
            if elapsed_ms
            else ""
        )

    def show_work(self, words: str, *, can_cancel: bool) -> None:
        self._words = words
        self.cancel.setVisible(can_cancel)
        if words:
            self.state.setText(words)
        elif self.state.text() != tr("Ready"):
            self.state.setText(tr("Working …"))

    def show_sharing(self, words: str) -> None:
        self.sharing.setText(words)
        self.sharing.setVisible(bool(words))

    def set_working(self, is_working: bool) -> None:
        """Show that the worker is busy, after a while."""
        if is_working:
            self._patience.start()
        else:
            self._patience.stop()
            self._words = ""
            self.state.setText(tr("Ready"))
