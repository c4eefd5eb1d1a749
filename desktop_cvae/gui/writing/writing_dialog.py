"""The base of the dialogs of written digits: save and copy buttons, labels, picking."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

from PySide6.QtCore import QSize
from PySide6.QtWidgets import QComboBox, QLayout, QWidget

from desktop_cvae.core.language import tr
from desktop_cvae.core.results import FloatArray
from desktop_cvae.gui.controller import Controller
from desktop_cvae.gui.controls import make_button
from desktop_cvae.gui.exporting.export import Export
from desktop_cvae.gui.picture import Picture
from desktop_cvae.gui.session import Session
from desktop_cvae.gui.widgets.work_dialog import WorkDialog, sentence_of


class WritingDialog(WorkDialog):
    """A dialog whose digits can be saved, copied and picked.

    Args:
        parent: the window.
        name: object name.
        title: in the title bar.
        session: holds the model; gets a picked digit as its picture.
        controller: its worker writes; its exporter saves.
        save_tip, copy_tip: tooltips of the buttons.
    """

    def __init__(
        self,
        parent: QWidget,
        name: str,
        title: str,
        session: Session,
        controller: Controller,
        save_tip: str,
        copy_tip: str,
    ) -> None:
        super().__init__(parent, name, title, controller.runner)
        self._session, self._exporter = session, controller.exporter
        self.save_button = make_button(tr("Save…"), save_tip)
        self.copy_button = make_button(tr("Copy"), copy_tip)
        self.close_button = make_button(tr("Close"), on_click=self.close)

    def show_result(self, result: Any, message: str = "") -> None:
        """Show what was written, or with None a message in its place."""
        raise NotImplementedError

    def export(self) -> Export | None:
        """Return what is shown, for saving; None if there is nothing."""
        raise NotImplementedError

    def lay_out(self, body: QLayout, buttons: QLayout | None, size: QSize) -> None:
        """Lay out, and let the buttons save and copy."""
        super().lay_out(body, buttons, size)
        # The exporter needs the buttons' window, which they have only after the layout.
        self._exporter.serve(self.export, self.save_button, self.copy_button)

    def fill_labels(self, combo: QComboBox, first: str) -> None:
        """Offer the model's labels after ``first``, which stands for no particular label."""
        names = self._session.label_names
        combo.clear()
        combo.addItem(first if names else tr("No labels"), None)
        for index, name in enumerate(names):
            combo.addItem(name, index)
        combo.setEnabled(bool(names))

    def write(self, job: Callable[[], object]) -> None:
        """Let the worker write; the result replaces the one that is shown."""
        self.ask(job, self.show_result, lambda error: self.show_result(None, sentence_of(error)))

    def set_exportable(self, is_exportable: bool) -> None:
        for button in (self.save_button, self.copy_button):
            button.setEnabled(is_exportable)

    def pick(self, image: FloatArray, title: str) -> None:
        """Let the model read a digit, float32, (28, 28)."""
        self._session.picture_opened.emit(Picture(image, title))
