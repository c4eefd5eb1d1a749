"""Opens files, drops and the clipboard; nothing is fetched from the network."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QMimeData
from PySide6.QtGui import QGuiApplication, QImage
from PySide6.QtWidgets import QWidget

from desktop_cvae.core.language import mark, tr, tr_n
from desktop_cvae.gui.controller import Controller
from desktop_cvae.gui.file_dialogs import ask_to_open, ask_to_open_many, local_files
from desktop_cvae.gui.qimage_arrays import png_bytes
from desktop_cvae.gui.session import Session
from desktop_cvae.pictures.file_formats import OPENED_SUFFIXES
from desktop_cvae.pictures.pages import PAGED_SUFFIXES

if TYPE_CHECKING:
    from desktop_cvae.gui.explanations.sample_pictures import SamplePicture

MODEL_SUFFIX, LESSON_SUFFIX = ".cvae", ".cvae-lesson"
NOTHING = mark("There is no picture on the clipboard; copy one first.")
REMOTE = mark(
    "Web addresses are not opened, and nothing was downloaded; save the picture as a file first."
)


@dataclass(frozen=True)
class Offer:
    """The content of a drop or of the clipboard.

    Attributes:
        source: a file, the bytes of a picture, or None if there is nothing to open.
        name: what the user calls it.
        sentence: a message for the user; may be empty.
        many: several files or folders, to be read into a table.
    """

    source: Path | bytes | None
    name: str = ""
    sentence: str = ""
    many: tuple[Path, ...] = ()


def offer_of(mime: QMimeData) -> Offer:
    """Return what a drop or the clipboard holds: files first, then the pixels of a picture."""
    files = local_files(mime)
    if len(files) == 1 and not files[0].is_dir():
        return Offer(files[0], files[0].name)
    if files:
        return offer_of_many(files)
    image = mime.imageData()
    if isinstance(image, QImage) and not image.isNull():
        return Offer(png_bytes(image), tr("the clipboard's picture"))
    return Offer(None, sentence=tr(REMOTE) if mime.hasUrls() else tr(NOTHING))


def offer_of_many(files: Sequence[Path]) -> Offer:
    """Return the pictures and folders among files; models and lessons are opened one at a time."""
    alone = (MODEL_SUFFIX, LESSON_SUFFIX)
    pictures = tuple(file for file in files if file.suffix.lower() not in alone)
    if not pictures:
        name = files[0].name
        told = tr_n(
            "Only the first of {n} models is opened: “{name}”.",
            "Only the first of {n} models is opened: “{name}”.",
            len(files),
            name=name,
        )
        return Offer(files[0], name, told)
    left_out = len(files) - len(pictures)
    told = tr("Model files among pictures are left out; drop one alone to open it.")
    return Offer(None, sentence=told if left_out else "", many=pictures)


def is_interesting(mime: QMimeData) -> bool:
    """Return True for what may be dropped, even if only to be told why it is not opened."""
    return mime.hasUrls() or mime.hasImage()


class Opening:
    """Opens pictures, pages, models and lessons, wherever they come from.

    Args:
        window: the parent of dialogs.
        session: gets notices.
        controller: reads what is opened.
        read_many: reads pictures and folders into a table.
        play_lesson: plays the lesson of a file.
        folder: where the last file was.
    """

    def __init__(
        self,
        window: QWidget,
        session: Session,
        controller: Controller,
        *,
        read_many: Callable[[Sequence[Path]], object],
        play_lesson: Callable[[Path], object],
        folder: str = "",
    ) -> None:
        self._window, self._session, self._controller = window, session, controller
        self._read_many, self._play_lesson = read_many, play_lesson
        self.folder = folder

    def ask_for_pictures(self) -> None:
        ask_to_open_many(
            self._window,
            tr("Open a picture"),
            self._open_files,
            kind=tr("Pictures"),
            suffixes=OPENED_SUFFIXES,
            folder=self.folder,
        )

    def ask_for_lesson(self) -> None:
        self._ask(tr("Open a lesson"), tr("Lessons"), LESSON_SUFFIX)

    def ask_for_model(self) -> None:
        self._ask(tr("Open a model file"), tr("Models"), MODEL_SUFFIX)

    def open_file(self, path: Path) -> None:
        """Open a picture, or a model or a lesson by its suffix."""
        self.folder = str(path.parent)
        suffix = path.suffix.lower()
        if suffix == MODEL_SUFFIX:
            self._controller.add_model(path)
        elif suffix == LESSON_SUFFIX:
            self._play_lesson(path)
        elif suffix in PAGED_SUFFIXES:
            self._controller.count_pages(path, partial(self._open_page_of, path))
        else:
            self._controller.open_picture(path, path.name)

    def open_in_front(self, path: Path) -> None:
        """Open a file that was chosen in another window, and bring this one to the front."""
        self.open_file(path)
        self._window.raise_()
        self._window.activateWindow()

    def open_sample(self, picture: SamplePicture) -> None:
        # By its bytes: a path would put it among the user's recent files.
        self._controller.open_picture(picture.path.read_bytes(), picture.title)

    def paste(self) -> None:
        mime = QGuiApplication.clipboard().mimeData()
        self.take(mime if mime is not None else QMimeData())

    def take(self, mime: QMimeData) -> None:
        """Open what was pasted or dropped; tell why if nothing can be opened."""
        offer = offer_of(mime)
        if offer.sentence:
            is_warning = offer.source is None and not offer.many
            self._session.raise_notice(offer.sentence, is_warning=is_warning)
        if offer.many:
            self._read_many(offer.many)
        elif isinstance(offer.source, Path):
            self.open_file(offer.source)
        elif offer.source is not None:
            self._controller.open_picture(offer.source, offer.name)

    def _ask(self, title: str, kind: str, suffix: str) -> None:
        ask_to_open(
            self._window, title, self.open_file, kind=kind, suffixes=[suffix], folder=self.folder
        )

    def _open_files(self, paths: Sequence[Path]) -> None:
        if len(paths) == 1:
            self.open_file(paths[0])
        else:
            self._read_many(paths)

    def _open_page_of(self, path: Path, pages: tuple[str, ...]) -> None:
        """Open the only page of a file, or let one be chosen."""
        if len(pages) == 1:
            self._controller.open_picture(Path(pages[0]), Path(pages[0]).name)
            return
        from desktop_cvae.gui.pages.page_dialog import PageDialog

        dialog = PageDialog(self._window, self._controller.runner, path, pages)
        dialog.page_chosen.connect(self.open_in_front)
        dialog.all_requested.connect(lambda: self._read_many([path]))
        dialog.show()
