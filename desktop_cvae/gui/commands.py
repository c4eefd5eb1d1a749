"""What menus, keys and buttons can ask for; each command is one short method."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QMimeData, QObject, QTimer, Signal
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QFileDialog, QWidget

from desktop_cvae.gui.appearance import Appearance
from desktop_cvae.gui.controller import Controller
from desktop_cvae.gui.dialogs.about import show_about
from desktop_cvae.gui.dialogs.shortcuts import show_shortcuts
from desktop_cvae.gui.picture_offers import offer_of
from desktop_cvae.gui.session import Session
from desktop_cvae.images.signatures import SUFFIXES

if TYPE_CHECKING:
    from desktop_cvae.gui.comparison.contenders import Contender
    from desktop_cvae.gui.values import LoadedModel

MODEL_SUFFIX = ".cvae"
PICTURES = f"Pictures ({' '.join(f'*{suffix}' for suffix in SUFFIXES)});;All files (*)"
MODELS = f"Models (*{MODEL_SUFFIX});;All files (*)"


class Commands(QObject):
    """The user's wishes that are not a widget's own affair.

    Args:
        window: the parent of dialogs.
        session: is read and changed.
        controller: does what takes long.
        appearance: light or dark.
        folder: where the last picture was.

    Signals:
        training_wanted: show the training dialog.
        resume_wanted(RunEntry): take up a run that did not come to its end.
        runs_changed: a training has ended.
    """

    training_wanted = Signal()
    resume_wanted = Signal(object)
    runs_changed = Signal()

    def __init__(
        self,
        window: QWidget,
        session: Session,
        controller: Controller,
        appearance: Appearance,
        folder: str = "",
    ) -> None:
        super().__init__(window)
        self._window, self._session = window, session
        self._controller, self.appearance = controller, appearance
        self.folder = folder

    def open_picture(self) -> None:
        """Ask for a picture and open it."""
        self._ask_for_file("Open a picture", PICTURES, self.open_file)

    def open_model_file(self) -> None:
        """Ask for a model file and take it into the library."""
        self._ask_for_file("Open a model file", MODELS, self._controller.add_model)

    def open_file(self, path: Path) -> None:
        """Open a picture, or a model by its suffix."""
        self.folder = str(path.parent)
        if path.suffix.lower() == MODEL_SUFFIX:
            self._controller.add_model(path)
        else:
            self._controller.open_picture(path, path.name)

    def paste(self) -> None:
        """Open what lies on the clipboard."""
        mime = QGuiApplication.clipboard().mimeData()
        self.take(mime if mime is not None else QMimeData())

    def take(self, mime: QMimeData) -> None:
        """Open what was pasted or dropped; tell why if nothing can be."""
        offer = offer_of(mime)
        if offer.sentence:
            self._session.raise_notice(offer.sentence, is_warning=offer.source is None)
        if isinstance(offer.source, Path):
            self.open_file(offer.source)
        elif offer.source is not None:
            self._controller.open_picture(offer.source, offer.name)

    def save_reconstruction(self) -> None:
        """Ask where, and save the four pictures side by side."""
        if self._session.reply is None or self._session.reply.answer.reconstruction is None:
            sentence = "There is no reconstruction to save; draw a digit first."
            self._session.raise_notice(sentence, is_warning=False)
            return
        dialog = self._dialog("Save the reconstruction", "PNG (*.png)")
        dialog.setAcceptMode(QFileDialog.AcceptMode.AcceptSave)
        dialog.setDefaultSuffix("png")
        dialog.selectFile("reconstruction.png")
        dialog.fileSelected.connect(lambda name: self._controller.save_reply(Path(name)))
        dialog.open()

    def use_model(self, name: str) -> None:
        """Take another model of the library into use, with the present engine."""
        model = self._session.model
        self._controller.load_model(name, model.kind if model else "litert")

    def use_engine(self, kind: str) -> None:
        """Let another engine run the model in use."""
        model = self._session.model
        if model is not None and model.kind != kind:
            self._controller.load_model(str(model.entry.path), kind)

    def train(self) -> None:
        """Show the training dialog."""
        self.training_wanted.emit()

    def show_library(self) -> None:
        """Show the models and runs at hand; one dialog at a time."""
        from desktop_cvae.gui.comparison.library_dialog import LibraryDialog

        for dialog in self._window.findChildren(LibraryDialog):
            if dialog.isVisible():
                dialog.raise_()
                dialog.activateWindow()
                return
        dialog = LibraryDialog(self._window, self._session, self._controller)
        dialog.contenders_opened.connect(self._compare)
        dialog.resume_wanted.connect(self.resume_wanted)
        self.runs_changed.connect(dialog.refresh_runs)
        dialog.show()

    def show_comparison(self, models: tuple[LoadedModel, ...]) -> None:
        """Show opened models side by side, with the epochs that their trainings kept."""
        from desktop_cvae.gui.comparison.contenders import find_contenders

        job = partial(find_contenders, models)
        self._controller.runner.submit("comparison", job, self._compare, self._controller.tell)

    def _compare(self, contenders: tuple[Contender, ...]) -> None:
        # Here: the window opens sooner without it.
        from desktop_cvae.gui.comparison.comparison_dialog import ComparisonDialog

        runner, source = self._controller.runner, self._controller.source
        dialog = ComparisonDialog(self._window, self._session, runner, source, contenders)
        # Built now, laid out and painted next: a pen may move in between.
        QTimer.singleShot(0, dialog, dialog.show)

    def show_data_sets(self) -> None:
        """Show the data sets at hand; one dialog at a time."""
        from desktop_cvae.gui.data.data_dialog import DataDialog

        for dialog in self._window.findChildren(DataDialog):
            if dialog.isVisible():
                dialog.raise_()
                dialog.activateWindow()
                return
        DataDialog(self._window, self._session, self._controller.source).show()

    def show_scorecard(self) -> None:
        """Show what models reach on held-out digits; one dialog at a time."""
        from desktop_cvae.gui.scorecard.scorecard_dialog import ScorecardDialog

        for dialog in self._window.findChildren(ScorecardDialog):
            if dialog.isVisible():
                dialog.raise_()
                dialog.activateWindow()
                return
        ScorecardDialog(self._window, self._session, self._controller).show()

    def show_shortcuts(self) -> None:
        """Show the keys."""
        show_shortcuts(self._window)

    def show_about(self) -> None:
        """Show what this is."""
        show_about(self._window)

    def _ask_for_file(self, title: str, filters: str, use: Callable[[Path], None]) -> None:
        dialog = self._dialog(title, filters)
        dialog.setFileMode(QFileDialog.FileMode.ExistingFile)
        dialog.fileSelected.connect(partial(_use_name, use))
        dialog.open()

    def _dialog(self, title: str, filters: str) -> QFileDialog:
        """Opened without a loop of its own, so that everything goes on behind it."""
        dialog = QFileDialog(self._window, title, self.folder, filters)
        dialog.setOption(QFileDialog.Option.DontUseCustomDirectoryIcons)
        dialog.finished.connect(dialog.deleteLater)
        return dialog


def _use_name(use: Callable[[Path], None], name: str) -> None:
    use(Path(name))
