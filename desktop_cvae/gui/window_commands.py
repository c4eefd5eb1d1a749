"""What the user can ask of the window; each command is one short method."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QMimeData, QObject, QTimer, Signal
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QDialog, QFileDialog, QWidget

from desktop_cvae.core.language import mark, tr
from desktop_cvae.gui.about.support import copy_report, offer_crash_report, open_log_folder
from desktop_cvae.gui.controller import Controller
from desktop_cvae.gui.dialogs import show_shortcuts
from desktop_cvae.gui.dropped_files import LESSON_SUFFIX, MODEL_SUFFIX, offer_of
from desktop_cvae.gui.exporting.answer_export import answer_export
from desktop_cvae.gui.exporting.exporter import seen_export
from desktop_cvae.gui.latent.explorer import LatentExplorer
from desktop_cvae.gui.session import Picture, Session
from desktop_cvae.gui.theme import Appearance
from desktop_cvae.pictures.pages import PAGED_SUFFIXES
from desktop_cvae.pictures.picture_files import OPENED_SUFFIXES

if TYPE_CHECKING:
    from desktop_cvae.core.latent_maps import Plane
    from desktop_cvae.core.results import FloatArray
    from desktop_cvae.gui.archive.archive_jobs import TakenOut
    from desktop_cvae.gui.batch.batch_dialog import BatchDialog
    from desktop_cvae.gui.comparison.opener import ModelWithRun
    from desktop_cvae.gui.comparison.sweeping import Sweeping
    from desktop_cvae.gui.explanations.sample_pictures import SamplePicture
    from desktop_cvae.gui.exporting.export import Export
    from desktop_cvae.gui.sharing.sharing import Sharing
    from desktop_cvae.gui.widgets.work_dialog import WorkDialog
    from desktop_cvae.inference.form_file import Form
    from desktop_cvae.inference.opened_model import OpenedModel
    from desktop_cvae.library.run_library import RunEntry

NO_ANSWER = mark("There is no answer yet; draw a digit first.")
PICTURES = " ".join(f"*{suffix}" for suffix in OPENED_SUFFIXES)
MODELS = f"*{MODEL_SUFFIX}"


class Commands(QObject):
    """The user's requests that are not a widget's own affair.

    Args:
        window: the parent of dialogs.
        session: is read and changed.
        controller: does what takes long.
        appearance: light or dark.
        explorer: what is looked at in the latent space.
        folder: where the last picture was.

    Attributes:
        find_number: gives the number that is shown instead of an answer, if one is.
        keeps_archive: tells if what is read goes into the archive.

    Signals:
        training_wanted: show the training dialog.
        teaching_wanted: show the dialog that teaches.
        correction_wanted: offer the labels that the answer may really have.
        resume_wanted(RunEntry): take up a run that did not come to its end.
        runs_changed: a training has ended.
        explanation_wanted(str): the card of a topic is to be opened.
        lesson_wanted(Path): that lesson is to be played.
        recording_wanted: a lesson is to be made.
        guide_wanted, tour_wanted: the guide is to be shown, or the tour.
        preferences_wanted: so are the preferences.
        shared(str): the web page's visitors in words; empty while it is not shared.
    """

    training_wanted = Signal()
    teaching_wanted = Signal()
    correction_wanted = Signal()
    resume_wanted = Signal(object)
    runs_changed = Signal()
    explanation_wanted = Signal(str)
    lesson_wanted = Signal(object)
    recording_wanted = Signal()
    guide_wanted = Signal()
    tour_wanted = Signal()
    preferences_wanted = Signal()
    shared = Signal(str)

    def __init__(
        self,
        window: QWidget,
        session: Session,
        controller: Controller,
        appearance: Appearance,
        explorer: LatentExplorer,
        folder: str = "",
    ) -> None:
        super().__init__(window)
        self._explorer = explorer
        self._window, self._session = window, session
        self._controller, self.appearance = controller, appearance
        self.folder = folder
        self._batch: BatchDialog | None = None
        self._sharing: Sharing | None = None
        self._sweeping: Sweeping | None = None
        self.find_number: Callable[[], Export | None] = lambda: None
        self.keeps_archive: Callable[[], bool] = lambda: True

    def open_picture(self) -> None:
        """Ask for a picture and open it; several are read into a table."""
        dialog = self._dialog(tr("Open a picture"), tr("Pictures"), PICTURES)
        dialog.setFileMode(QFileDialog.FileMode.ExistingFiles)
        dialog.filesSelected.connect(self._open_files)
        dialog.open()

    def _open_files(self, names: Sequence[str]) -> None:
        if len(names) == 1:
            self.open_file(Path(names[0]))
        else:
            self.show_batch([Path(name) for name in names])

    def show_batch(self, places: Sequence[Path] = ()) -> None:
        """Show the table of many pictures, and read pictures and folders into it."""
        from desktop_cvae.gui.batch.batch_dialog import BatchDialog

        if not self.is_raised(BatchDialog):
            self._batch = BatchDialog(self._window, self._session, self._controller.source)
            self._batch.opening_wanted.connect(self._show_in_window)
            self._batch.show()
        if places and self._batch is not None:
            self._batch.read([str(place) for place in places])

    @property
    def sharing(self) -> Sharing:
        """The web page that the window shares, built when it is first wanted."""
        if self._sharing is None:
            from desktop_cvae.gui.sharing.sharing import Sharing

            sharing = self._sharing = Sharing(self._session, self)
            sharing.changed.connect(lambda: self.shared.emit(sharing.words))
        return self._sharing

    def show_sharing(self) -> None:
        """Ask who may open the web page, or show its link; one dialog at a time."""
        from desktop_cvae.gui.sharing.sharing_dialog import SharingDialog

        if not self.is_raised(SharingDialog):
            SharingDialog(self._window, self._session, self.sharing).show()

    def show_form(self) -> None:
        """Show the form editor; one at a time."""
        from desktop_cvae.gui.forms.form_dialog import FormDialog

        if not self.is_raised(FormDialog):
            dialog = FormDialog(self._window, self._session, self._controller.runner)
            dialog.batch_wanted.connect(self._read_by)
            dialog.show()

    def _read_by(self, form: Form) -> None:
        """Read many pages by a form."""
        self.show_batch()
        if self._batch is not None:
            self._batch.use_form(form)

    def show_archive(self) -> None:
        """Show what was read before; one window at a time."""
        from desktop_cvae.gui.archive.archive_dialog import ArchiveDialog

        if not self.is_raised(ArchiveDialog):
            kept = self.keeps_archive
            dialog = ArchiveDialog(self._window, self._session, self._controller, kept)
            dialog.opening_wanted.connect(self.reopen)
            dialog.preferences_wanted.connect(self.preferences_wanted)
            dialog.show()

    def reopen(self, kept: TakenOut) -> None:
        """Put a kept drawing or picture onto the canvas, with its noise and label."""
        entry, session = kept.entry, self._session
        if kept.record is not None:
            self._controller.reopen(kept.record)
        elif entry.input_kind == "picture":
            self._controller.open_picture(entry.input, entry.name or tr("from the archive"))
        else:
            from desktop_cvae.gui.archive.entry_pictures import float_image

            picture = Picture(float_image(entry.image), entry.name or tr("from the archive"))
            session.picture_opened.emit(picture)
        session.put_noise(entry.noise)
        names, chosen = session.label_names, entry.chosen_label
        session.set_label(names.index(chosen) if chosen in names else None)
        self._window.raise_()
        self._window.activateWindow()

    def may_close(self) -> bool:
        """False while a dialog asks what becomes of what is in no file yet."""
        return all(dialog.close() for dialog in self._unsaved())

    def discard(self) -> None:
        """Ask nothing more, and share nothing: nobody is there to answer."""
        for dialog in self._unsaved():
            dialog.discard()
        if self._sharing is not None:
            self._sharing.shut_down()
        if self._sweeping is not None:
            self._sweeping.shut_down()

    def _unsaved(self) -> list[WorkDialog]:
        from desktop_cvae.gui.widgets.work_dialog import WorkDialog

        dialogs = self._window.findChildren(WorkDialog)
        return [dialog for dialog in dialogs if dialog.isVisible() and dialog.unsaved()]

    def _show_in_window(self, path: Path) -> None:
        self.open_file(path)
        self._window.raise_()
        self._window.activateWindow()

    def open_lesson(self) -> None:
        """Ask for a lesson and play it."""
        dialog = self._dialog(tr("Open a lesson"), tr("Lessons"), f"*{LESSON_SUFFIX}")
        dialog.setFileMode(QFileDialog.FileMode.ExistingFile)
        dialog.fileSelected.connect(lambda name: self.open_file(Path(name)))
        dialog.open()

    def open_model_file(self) -> None:
        """Ask for a model file and take it into the library."""
        dialog = self._dialog(tr("Open a model file"), tr("Models"), MODELS)
        dialog.setFileMode(QFileDialog.FileMode.ExistingFile)
        dialog.fileSelected.connect(lambda name: self._controller.add_model(Path(name)))
        dialog.open()

    def open_file(self, path: Path) -> None:
        """Open a picture, or a model or a lesson by its suffix."""
        self.folder = str(path.parent)
        if path.suffix.lower() == MODEL_SUFFIX:
            self._controller.add_model(path)
        elif path.suffix.lower() == LESSON_SUFFIX:
            self.lesson_wanted.emit(path)
        elif path.suffix.lower() in PAGED_SUFFIXES:
            self._controller.count_pages(path, partial(self._open_page_of, path))
        else:
            self._controller.open_picture(path, path.name)

    def _open_page_of(self, path: Path, pages: tuple[str, ...]) -> None:
        """Open the only page of a file, or let one be chosen."""
        if len(pages) == 1:
            self._controller.open_picture(Path(pages[0]), Path(pages[0]).name)
            return
        from desktop_cvae.gui.pages.page_dialog import PageDialog

        dialog = PageDialog(self._window, self._controller.runner, path, pages)
        dialog.page_chosen.connect(self._show_in_window)
        dialog.all_wanted.connect(lambda: self.show_batch([path]))
        dialog.show()

    def take_sample(self, picture: SamplePicture) -> None:
        """Open a sample picture."""
        # By its bytes: it is none of the user's files, to be remembered among the recent ones.
        self._controller.open_picture(picture.path.read_bytes(), picture.title)

    def paste(self) -> None:
        """Open what lies on the clipboard."""
        mime = QGuiApplication.clipboard().mimeData()
        self.take(mime if mime is not None else QMimeData())

    def take(self, mime: QMimeData) -> None:
        """Open what was pasted or dropped; tell why if nothing can be."""
        offer = offer_of(mime)
        if offer.sentence:
            is_warning = offer.source is None and not offer.many
            self._session.raise_notice(offer.sentence, is_warning=is_warning)
        if offer.many:
            self.show_batch(offer.many)
        elif isinstance(offer.source, Path):
            self.open_file(offer.source)
        elif offer.source is not None:
            self._controller.open_picture(offer.source, offer.name)

    def let_out(self, how: Callable[[Export], object]) -> None:
        """Save, copy or print the answer, or the number; say so if there is none."""
        export = self.find_number() or answer_export(self._session)
        if export is None:
            self._session.raise_notice(tr(NO_ANSWER), is_warning=False)
        else:
            how(export)

    def save_answer(self) -> None:
        """Ask where and as what, and save the answer."""
        self.let_out(partial(self._controller.exporter.ask, self._window))

    def print_answer(self) -> None:
        """Ask for a printer, and print the page that explains the answer."""
        self.let_out(partial(self._controller.exporter.ask_printer, self._window))

    def copy_answer(self, as_what: str) -> None:
        """Put the answer on the clipboard, as ``"picture"`` or as ``"text"``."""
        exporter = self._controller.exporter
        self.let_out(exporter.copy_picture if as_what == "picture" else exporter.copy_text)

    def use_model(self, name: str) -> None:
        """Take another model of the library into use, with the present engine."""
        model = self._session.model
        self._controller.load_model(name, model.engine.name if model else "onnx")

    def use_engine(self, kind: str) -> None:
        """Let another engine run the model in use."""
        model = self._session.model
        if model is not None and model.engine.name != kind:
            self._controller.load_model(str(model.entry.path), kind)

    def train(self) -> None:
        """Show the training dialog."""
        self.training_wanted.emit()

    def show_library(self) -> None:
        """Show the models and runs at hand; one dialog at a time."""
        from desktop_cvae.gui.library.library_dialog import LibraryDialog

        if self.is_raised(LibraryDialog):
            return
        dialog = LibraryDialog(self._window, self._session, self._controller)
        dialog.models_opened.connect(self._compare)
        dialog.resume_wanted.connect(self.resume_wanted)
        dialog.replay_wanted.connect(self.show_replay)
        self.runs_changed.connect(dialog.refresh_runs)
        dialog.show()

    @property
    def sweeping(self) -> Sweeping:
        """The sweep that this window carries out."""
        if self._sweeping is None:
            from desktop_cvae.gui.comparison.sweeping import Sweeping

            self._sweeping = Sweeping(self._session, self)
        return self._sweeping

    def show_sweeps(self) -> None:
        """Show the sweeps at hand; one dialog at a time."""
        from desktop_cvae.gui.comparison.sweep_dialog import SweepDialog

        if self.is_raised(SweepDialog):
            return
        runner, exporter = self._controller.runner, self._controller.exporter
        dialog = SweepDialog(self._window, runner, self.sweeping, self.folder)
        dialog.install_wanted.connect(self._controller.add_model)
        exporter.offer(dialog.plot, dialog.export)
        exporter.offer(dialog.table, dialog.table.export)
        dialog.show()

    def show_replay(self, run: RunEntry) -> None:
        """Look back at the epochs of a training."""
        from desktop_cvae.gui.library.replay_dialog import ReplayDialog

        ReplayDialog(self._window, self._session, self._controller, run).show()

    def show_replay_of(self, run_id: str) -> None:
        """The same, of the run of that id."""
        self._controller.runner.submit(
            "replayed run", partial(find_run, run_id), self.show_replay, self._controller.tell
        )

    def show_comparison(self, models: tuple[OpenedModel, ...]) -> None:
        """Show opened models side by side, with the epochs that their trainings kept."""
        from desktop_cvae.gui.comparison.opener import find_compared

        job = partial(find_compared, models)
        self._controller.runner.submit("comparison", job, self._compare, self._controller.tell)

    def _compare(self, compared: tuple[ModelWithRun, ...]) -> None:
        # Here: the window opens sooner without it.
        from desktop_cvae.gui.comparison.comparison_dialog import ComparisonDialog

        runner, source = self._controller.runner, self._controller.source
        dialog = ComparisonDialog(self._window, self._session, runner, source, compared)
        exporter = self._controller.exporter
        dialog.panes.offer_exports(exporter)
        dialog.drawing.offer_exports(exporter)
        # Built now, laid out and painted next: a pen may move in between.
        QTimer.singleShot(0, dialog, dialog.show)

    def show_data_sets(self) -> None:
        """Show the data sets at hand; one dialog at a time."""
        from desktop_cvae.gui.data.data_dialog import DataDialog

        if not self.is_raised(DataDialog):
            dialog = DataDialog(self._window, self._session, self._controller.source)
            for pane in (dialog.look.preview, dialog.import_.preview):
                self._controller.exporter.offer(pane, pane.export)
            dialog.show()

    def show_sheet(self, kind: str) -> None:
        """Show one of the four sheets of digits, all in one dialog."""
        from desktop_cvae.gui.writing.sheet_dialog import SheetDialog

        if not self.is_raised(SheetDialog):
            SheetDialog(self._window, self._session, self._controller).show()
        for dialog in self._window.findChildren(SheetDialog):
            if dialog.isVisible():
                dialog.show_kind(kind)

    def show_completion(self) -> None:
        """Show the drawing, to rub out a part of it; one dialog at a time."""
        from desktop_cvae.gui.writing.completion_dialog import CompletionDialog

        if not self.is_raised(CompletionDialog):
            CompletionDialog(self._window, self._session, self._controller).show()

    def show_fooling(self) -> None:
        """Show the smallest change of the drawing that is misread; one dialog at a time."""
        from desktop_cvae.gui.fooling.fooling_dialog import FoolingDialog

        if not self.is_raised(FoolingDialog):
            FoolingDialog(self._window, self._session, self._controller).show()

    def show_walk(self) -> None:
        """Show a walk from the drawing to a sample; one dialog at a time."""
        from desktop_cvae.gui.writing.walk_dialog import WalkDialog

        if not self.is_raised(WalkDialog):
            WalkDialog(self._window, self._session, self._controller).show()

    def show_curve(self, plane: Plane, places: FloatArray, label: int | None) -> None:
        """Show the walk along a curve on the latent map."""
        from desktop_cvae.gui.writing.walk_dialog import WalkDialog

        self.show_walk()
        for dialog in self._window.findChildren(WalkDialog):
            if dialog.isVisible():
                dialog.show_curve(plane, places, label)

    def is_raised(self, kind: type[QDialog]) -> bool:
        """True if such a dialog was open already and is in front now."""
        for dialog in self._window.findChildren(kind):
            if dialog.isVisible():
                dialog.raise_()
                dialog.activateWindow()
                return True
        return False

    def show_latent_space(self) -> None:
        """Show the latent space in a window of its own; one at a time."""
        from desktop_cvae.gui.exporting.plot_exports import explored_map_export
        from desktop_cvae.gui.latent.latent_window import LatentWindow

        if not self.is_raised(LatentWindow):
            window = LatentWindow(self._window, self._explorer)
            exporter = self._controller.exporter
            for view in (window.map.view, window.manifold):
                exporter.offer(view, partial(explored_map_export, self._explorer, view))
            for part, title in (
                (window.strip, tr("the digits")),
                (window.sliders, tr("the dimensions")),
            ):
                exporter.offer(part, partial(seen_export, part, title, "latent-space"))
            window.show()

    def show_scorecard(self) -> None:
        """Show what models reach on held-out digits; one dialog at a time."""
        from desktop_cvae.gui.scorecard.scorecard_dialog import ScorecardDialog

        if not self.is_raised(ScorecardDialog):
            ScorecardDialog(self._window, self._session, self._controller).show()

    def show_shortcuts(self) -> None:
        """Show the keys."""
        show_shortcuts(self._window)

    def show_about(self) -> None:
        """Show what this is, its versions and the licences of its libraries."""
        from desktop_cvae.gui.about.about_dialog import AboutDialog

        if not self.is_raised(AboutDialog):
            AboutDialog(self._window, self._session, self._controller.runner).show()

    def open_log_folder(self) -> None:
        """Show where the log is."""
        open_log_folder(self._session)

    def copy_report(self) -> None:
        """Put on the clipboard what helps to find out what went wrong."""
        copy_report(self._session, self._controller.runner)

    def tell_of_crash(self) -> None:
        """Offer the report of a crash that the last run left behind."""
        offer_crash_report(self._session, self._controller.runner)

    def _dialog(self, title: str, kind: str, patterns: str) -> QFileDialog:
        """Opened without a loop of its own, so that everything goes on behind it."""
        filters = f"{kind} ({patterns});;{tr('All files')} (*)"
        dialog = QFileDialog(self._window, title, self.folder, filters)
        dialog.setOption(QFileDialog.Option.DontUseCustomDirectoryIcons)
        dialog.finished.connect(dialog.deleteLater)
        return dialog


def find_run(run_id: str) -> RunEntry:
    """The run of that id; for the worker. Raises :class:`UsageError`."""
    from desktop_cvae.library import run_library

    return run_library.find_run(run_id)
