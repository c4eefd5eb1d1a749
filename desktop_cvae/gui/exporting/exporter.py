"""Saves, copies, prints and drags exports; gives widgets the menu for it.

Files and pictures are made by the worker: a figure takes a tenth of a second and more.
"""

from __future__ import annotations

import re
from collections.abc import Callable
from functools import lru_cache, partial
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import TYPE_CHECKING

from PySide6.QtCore import QEvent, QMimeData, QObject, QPoint, Qt, QUrl
from PySide6.QtGui import (
    QDrag,
    QGuiApplication,
    QImage,
    QKeySequence,
    QMouseEvent,
    QPainter,
    QPixmap,
    QShortcut,
)
from PySide6.QtWidgets import (
    QAbstractButton,
    QApplication,
    QFileDialog,
    QMenu,
    QWidget,
)
from shiboken6 import isValid

from desktop_cvae.core.errors import DesktopCvaeError, InputOutputError
from desktop_cvae.core.language import mark, tr
from desktop_cvae.gui.exporting.export import Export, ExportKind, bytes_kind
from desktop_cvae.gui.file_dialogs import ask_where_to_save, open_modal
from desktop_cvae.gui.qimage_arrays import png_bytes
from desktop_cvae.gui.session import Session
from desktop_cvae.workers.job_runner import JobRunner

if TYPE_CHECKING:
    from PySide6.QtPrintSupport import QPrinter

Find = Callable[[], Export | None]
"""Returns what a widget shows, or None while that is nothing."""

NOTHING = mark("There is nothing to export here yet.")
UNKNOWN = mark("Something went wrong; see the log (Help ▸ Open the log folder).")
THUMBNAIL_PX = 160


class Exporter(QObject):
    """Carries exports out and tells the user the result.

    Args:
        session: tells the user.
        runner: the worker.
    """

    def __init__(self, session: Session, runner: JobRunner, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._session, self._runner = session, runner
        self._count = 0
        self.folder = ""

    def offer(self, widget: QWidget, find: Find, *, drags: bool = False) -> None:
        """Give a widget the menu: a right click, the menu key or Shift+F10 opens it.

        Args:
            widget: shows something.
            find: says what.
            drags: the picture can be dragged out with the mouse too; only where nothing else
                is done by dragging.
        """
        widget.setContextMenuPolicy(Qt.ContextMenuPolicy.CustomContextMenu)
        widget.customContextMenuRequested.connect(
            lambda point: self.show_menu(widget, find, widget.mapToGlobal(point))
        )
        keys = QShortcut(QKeySequence("Shift+F10"), widget)
        keys.setContext(Qt.ShortcutContext.WidgetWithChildrenShortcut)
        keys.activated.connect(
            lambda: self.show_menu(widget, find, widget.mapToGlobal(widget.rect().center()))
        )
        if drags:
            widget.installEventFilter(_Dragger(self, widget, find))

    def serve(self, find: Find, save: QAbstractButton, copy: QAbstractButton) -> None:
        """Let two buttons save and copy what ``find`` gives."""
        save.clicked.connect(lambda _=False: self._use(find, partial(self.ask, save.window())))
        copy.clicked.connect(lambda _=False: self._use(find, self.copy_picture))

    def _use(self, find: Find, do: Callable[[Export], object]) -> None:
        if (export := find()) is not None:
            do(export)

    def show_menu(self, widget: QWidget, find: Find, position: QPoint) -> QMenu:
        """Open the menu of what a widget shows, at a position on the screen."""
        menu = self.menu(widget, find())
        # Later, because Qt triggers the chosen action after it has hidden the menu.
        menu.aboutToHide.connect(menu.deleteLater)
        menu.popup(position)
        return menu

    def menu(self, widget: QWidget, export: Export | None) -> QMenu:
        menu = QMenu(widget)
        menu.setObjectName("export_menu")
        if export is None:
            menu.addAction(tr(NOTHING)).setEnabled(False)
            return menu
        offers: list[tuple[str, Callable[[], object]]] = [
            (tr("Save {title}…", title=export.title), partial(self.ask, widget.window(), export))
        ]
        if export.png is not None:
            offers.append((tr("Copy picture"), partial(self.copy_picture, export)))
        if export.text is not None:
            offers.append((tr("Copy as text"), partial(self.copy_text, export)))
        if export.printed is not None:
            offers.append((tr("Print…"), partial(self.ask_printer, widget.window(), export)))
        for words, do in offers:
            # Qt passes "checked", which the function does not take.
            menu.addAction(words).triggered.connect(lambda _=False, do=do: do())
        return menu

    def ask(self, parent: QWidget, export: Export) -> QFileDialog:
        kinds = {kind.title: kind for kind in export.kinds}

        def save(path: Path, title: str) -> None:
            kind, path = export.kind_for(path, kinds[title])
            self.folder = str(path.parent)
            self.save(path, kind)

        suffixes = {title: kind.suffix for title, kind in kinds.items()}
        title = tr("Save {title}", title=export.title)
        return ask_where_to_save(parent, title, export.stem, suffixes, save, self.folder)

    def save(self, path: Path, kind: ExportKind) -> None:
        done = tr("Saved as “{name}”.", name=path.name)
        self._submit(partial(kind.write, path), partial(self._say, done))

    def copy_picture(self, export: Export) -> None:
        if export.png is not None:
            done = tr("{what} is on the clipboard, as a picture.", what=_capital(export.title))
            self._submit(export.png, partial(self._put_picture, done))

    def copy_text(self, export: Export) -> None:
        """Put the numbers or words on the clipboard, in cells for a spreadsheet."""
        if export.text is not None:
            done = tr("{what} is on the clipboard, as text.", what=_capital(export.title))
            self._submit(export.text, partial(self._put_text, done))

    def ask_printer(self, parent: QWidget, export: Export) -> QWidget:
        """Ask for a printer and how, then print."""
        # QtPrintSupport is loaded only when somebody prints.
        from PySide6.QtPrintSupport import QPrintDialog, QPrinter

        printer = QPrinter(QPrinter.PrinterMode.HighResolution)
        printer.setDocName(export.stem)
        dialog = QPrintDialog(printer, parent)
        dialog.setObjectName("print")
        dialog.setWindowTitle(tr("Print {title}", title=export.title))
        # The signal may bring the printer, which is this one.
        dialog.accepted.connect(lambda *_: self.print_on(printer, export))
        open_modal(dialog)
        return dialog

    def print_on(self, printer: QPrinter, export: Export) -> None:
        """Print on a printer that is set up, as wide as the page."""
        if export.printed is not None:
            job = partial(_print_picture, printer, export.printed)
            done = tr("{what} was sent to the printer.", what=_capital(export.title))
            self._submit(job, partial(self._say, done))

    def pull(self, source: QWidget, export: Export) -> None:
        """Have the picture made, and drag it if the button is still held then."""
        if export.png is not None:
            self._submit(export.png, partial(_drag_if_held, source, f"{export.stem}.png"))

    def _submit(self, job: Callable[[], object], on_done: Callable[..., object]) -> None:
        # A slot for each export: a newer job would replace a waiting one of the same slot.
        self._count += 1
        self._runner.submit(
            f"export {id(self)} {self._count}",
            job,
            on_done,
            self._fail,
            status=tr("Preparing the export"),
        )

    def _put_picture(self, done: str, png: bytes) -> None:
        QGuiApplication.clipboard().setImage(QImage.fromData(png))
        self._say(done)

    def _put_text(self, done: str, text: str) -> None:
        QGuiApplication.clipboard().setText(text)
        self._say(done)

    def _say(self, sentence: str, _: object = None) -> None:
        self._session.raise_notice(sentence, is_warning=False)

    def _fail(self, error: Exception) -> None:
        if isinstance(error, DesktopCvaeError):
            self._session.raise_notice(error.sentence, error.details)
        else:
            self._session.raise_notice(tr(UNKNOWN), str(error))


class _Dragger(QObject):
    """Event filter that starts a drag when a press moves away."""

    def __init__(self, exporter: Exporter, widget: QWidget, find: Find) -> None:
        super().__init__(widget)
        self._exporter, self._widget, self._find = exporter, widget, find
        self._pressed: QPoint | None = None
        self._is_dragged = False

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Take the events of a drag; all others are the widget's."""
        if not isinstance(event, QMouseEvent):
            return False
        kind, types = event.type(), QEvent.Type
        if kind is types.MouseButtonPress:
            is_left = event.button() is Qt.MouseButton.LeftButton
            self._pressed, self._is_dragged = event.position().toPoint() if is_left else None, False
        elif kind is types.MouseMove and has_dragged(self._pressed, event):
            self._pressed, export = None, self._find()
            if export is not None:
                self._is_dragged = True
                self._exporter.pull(self._widget, export)
        elif kind is types.MouseButtonRelease:
            # The release that ends a drag is no click.
            was_dragged, self._is_dragged, self._pressed = self._is_dragged, False, None
            return was_dragged
        return False


def seen_export(widget: QWidget, title: str, stem: str) -> Export:
    """Return a widget as it is seen now, for widgets that have no other picture."""
    png = partial(png_bytes, widget.grab().toImage())
    return Export(title, stem, (bytes_kind(tr("PNG picture as shown"), ".png", png),), png)


def has_dragged(pressed: QPoint | None, event: QMouseEvent) -> bool:
    """Return True once the held pointer is far enough away for a drag."""
    if pressed is None or not event.buttons() & Qt.MouseButton.LeftButton:
        return False
    way = event.position().toPoint() - pressed
    return way.manhattanLength() >= QApplication.startDragDistance()


def _drag_if_held(source: QWidget, name: str, png: bytes) -> None:
    # A drag that begins after the button was released follows the pointer until the next click.
    if isValid(source) and QGuiApplication.mouseButtons() & Qt.MouseButton.LeftButton:
        start_drag(source, png, name)


def start_drag(source: QWidget, png: bytes, name: str) -> None:
    """Drag a picture to another program, or onto the canvas.

    Args:
        source: where the drag begins.
        png: the picture as a PNG file's bytes.
        name: of the file that a folder gets.
    """
    path = Path(_dragged_files().name) / re.sub(r"[^\w. -]", "_", name)
    path.write_bytes(png)
    picture = QImage.fromData(png)
    mime = QMimeData()
    mime.setImageData(picture)
    mime.setUrls([QUrl.fromLocalFile(str(path))])
    drag = QDrag(source)
    drag.setMimeData(mime)
    keep, smooth = Qt.AspectRatioMode.KeepAspectRatio, Qt.TransformationMode.SmoothTransformation
    thumbnail = picture.scaled(THUMBNAIL_PX, THUMBNAIL_PX, keep, smooth)
    drag.setPixmap(QPixmap.fromImage(thumbnail))
    drag.exec(Qt.DropAction.CopyAction)


@lru_cache(maxsize=1)
def _dragged_files() -> TemporaryDirectory[str]:
    """Folder that lives until the program ends: a target may read the file long after the drop."""
    return TemporaryDirectory(prefix="desktop_cvae_")


def _print_picture(printer: QPrinter, make: Callable[[], bytes]) -> None:
    """Paint a picture as wide, or as high, as the page; for the worker, where Qt allows it.

    Raises:
        InputOutputError: the printer takes nothing.
    """
    picture, painter = QImage.fromData(make()), QPainter()
    if not painter.begin(printer):
        raise InputOutputError(tr("The printer did not accept the page; is it switched on?"))
    try:
        page = painter.viewport()
        target = picture.rect()
        target.setSize(picture.size().scaled(page.size(), Qt.AspectRatioMode.KeepAspectRatio))
        target.moveLeft(page.left() + (page.width() - target.width()) // 2)
        painter.drawImage(target, picture)
    finally:
        painter.end()


def _capital(text: str) -> str:
    return text[:1].upper() + text[1:]
