"""What was written leaves the window: a file that is asked for, the clipboard, or a drag."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from pathlib import Path

from PySide6.QtGui import QGuiApplication, QImage
from PySide6.QtWidgets import QFileDialog, QWidget

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
