"""What was written leaves the window: a file that is asked for, the clipboard, or a drag."""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping
from functools import lru_cache
from pathlib import Path
from tempfile import TemporaryDirectory

from PySide6.QtCore import QMimeData, QPoint, Qt, QUrl
from PySide6.QtGui import QDrag, QGuiApplication, QImage, QMouseEvent, QPixmap
from PySide6.QtWidgets import QApplication, QFileDialog, QWidget

from desktop_cvae.core.errors import DesktopCvaeError
from desktop_cvae.gui.session import Session


def ask_where_to_save(
    parent: QWidget,
    title: str,
    stem: str,
    kinds: Mapping[str, str],
    save: Callable[[Path], None],
) -> QFileDialog:
    """Ask for a file, without a loop of its own; the suffix follows the kind that is chosen.

    Args:
        parent: of the dialog.
        title: of the dialog.
        stem: the name that is offered, without suffix.
        kinds: suffixes such as ``".png"`` by what people call them.
        save: gets the file.
    """
    filters = {f"{name} (*{suffix})": suffix for name, suffix in kinds.items()}
    dialog = QFileDialog(parent, title, "", ";;".join(filters))
    dialog.setAcceptMode(QFileDialog.AcceptMode.AcceptSave)

    def follow(chosen: str) -> None:
        dialog.setDefaultSuffix(filters[chosen].lstrip("."))
        dialog.selectFile(f"{stem}{filters[chosen]}")

    follow(dialog.selectedNameFilter())
    dialog.filterSelected.connect(follow)
    dialog.fileSelected.connect(lambda name: save(Path(name)))
    dialog.finished.connect(dialog.deleteLater)
    dialog.open()
    return dialog


def tell_saved(session: Session, path: Path, write: Callable[[], None]) -> None:
    """Write a file, and say how it went."""
    try:
        write()
    except DesktopCvaeError as error:
        session.raise_notice(error.sentence, error.details)
    else:
        session.raise_notice(f"Saved as “{path.name}”.", is_warning=False)


def copy_picture(session: Session, png: bytes) -> None:
    """Put the bytes of a PNG on the clipboard, as a picture."""
    QGuiApplication.clipboard().setImage(QImage.fromData(png))
    session.raise_notice("The digits are on the clipboard, as a picture.", is_warning=False)


def has_dragged(pressed: QPoint | None, event: QMouseEvent) -> bool:
    """True once the pointer, held down, is so far away that a drag is meant."""
    if pressed is None or not event.buttons() & Qt.MouseButton.LeftButton:
        return False
    way = event.position().toPoint() - pressed
    return way.manhattanLength() >= QApplication.startDragDistance()


def start_drag(source: QWidget, png: bytes, name: str, thumbnail: QImage) -> None:
    """Let a picture be dragged to another program, or onto the canvas.

    Args:
        source: where the drag begins.
        png: the picture as a PNG file's bytes.
        name: of the file that a folder gets.
        thumbnail: what is seen under the pointer.
    """
    path = Path(_dragged_files().name) / re.sub(r"[^\w. -]", "_", name)
    path.write_bytes(png)
    mime = QMimeData()
    mime.setImageData(QImage.fromData(png))
    mime.setUrls([QUrl.fromLocalFile(str(path))])
    drag = QDrag(source)
    drag.setMimeData(mime)
    drag.setPixmap(QPixmap.fromImage(thumbnail))
    drag.exec(Qt.DropAction.CopyAction)


@lru_cache(maxsize=1)
def _dragged_files() -> TemporaryDirectory[str]:
    """Until the program ends: a target may read the file long after the drop."""
    return TemporaryDirectory(prefix="desktop_cvae_")
