"""Questions for a file or folder, asked without a loop of their own: the window goes on behind."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping
from pathlib import Path

from PySide6.QtCore import QMimeData, QUrl
from PySide6.QtGui import QDesktopServices
from PySide6.QtWidgets import QDialog, QFileDialog, QLineEdit, QWidget

from desktop_cvae.core.language import tr


def open_modal(dialog: QDialog) -> None:
    """Open a dialog over its window without stopping it; it is deleted when it is closed."""
    dialog.finished.connect(dialog.deleteLater)
    # A file or print dialog's own "open" wants a slot by name.
    QDialog.open(dialog)


def ask_to_open(
    parent: QWidget,
    title: str,
    on_chosen: Callable[[Path], object],
    *,
    kind: str,
    suffixes: Iterable[str],
    folder: str = "",
) -> QFileDialog:
    """Ask for a file that exists.

    Args:
        parent: the window that asks.
        title: of the dialog.
        on_chosen: gets the file.
        kind: what such files are called: "Pictures".
        suffixes: the suffixes of such files, as ``".png"``, or patterns with ``*``.
        folder: where to begin.
    """
    dialog = QFileDialog(parent, title, folder, _filters(kind, suffixes))
    dialog.fileSelected.connect(lambda name: on_chosen(Path(name)))
    return _open(dialog, QFileDialog.FileMode.ExistingFile)


def ask_to_open_many(
    parent: QWidget,
    title: str,
    on_chosen: Callable[[list[Path]], object],
    *,
    kind: str,
    suffixes: Iterable[str],
    folder: str = "",
) -> QFileDialog:
    """Ask for one file or several; the arguments are those of :func:`ask_to_open`."""
    dialog = QFileDialog(parent, title, folder, _filters(kind, suffixes))
    dialog.filesSelected.connect(lambda names: on_chosen([Path(name) for name in names]))
    return _open(dialog, QFileDialog.FileMode.ExistingFiles)


def ask_for_folder(
    parent: QWidget, title: str, on_chosen: Callable[[Path], object], *, shows_files: bool = True
) -> QFileDialog:
    """Ask for a folder; its files help to recognise it."""
    dialog = QFileDialog(parent, title)
    dialog.setOption(QFileDialog.Option.ShowDirsOnly, not shows_files)
    dialog.fileSelected.connect(lambda name: on_chosen(Path(name)))
    return _open(dialog, QFileDialog.FileMode.Directory)


def ask_where_to_save(
    parent: QWidget,
    title: str,
    stem: str,
    kinds: Mapping[str, str],
    save: Callable[[Path, str], object],
    folder: str = "",
) -> QFileDialog:
    """Ask for a file to write; the suffix follows the kind that is chosen.

    Args:
        parent: of the dialog.
        title: of the dialog.
        stem: the name that is offered, without suffix.
        kinds: suffixes such as ``".png"`` by what people call them.
        save: gets the file and what its kind is called.
        folder: where to begin.
    """
    filters = {f"{name} (*{suffix})": name for name, suffix in kinds.items()}
    dialog = QFileDialog(parent, title, folder, ";;".join(filters))
    dialog.setAcceptMode(QFileDialog.AcceptMode.AcceptSave)
    dialog.setOption(QFileDialog.Option.DontUseCustomDirectoryIcons)

    def follow(chosen: str) -> None:
        suffix = kinds[filters[chosen]]
        dialog.setDefaultSuffix(suffix.lstrip("."))
        dialog.selectFile(f"{stem}{suffix}")
        # Qt's own dialog leaves a name that has the focus as it is.
        if (edit := dialog.findChild(QLineEdit)) is not None:
            edit.setText(f"{stem}{suffix}")

    follow(dialog.selectedNameFilter())
    dialog.filterSelected.connect(follow)
    dialog.fileSelected.connect(lambda name: save(Path(name), filters[dialog.selectedNameFilter()]))
    open_modal(dialog)
    return dialog


def local_files(mime: QMimeData) -> list[Path]:
    """Return the files and folders of a drop or of the clipboard that are on this computer."""
    return [Path(url.toLocalFile()) for url in mime.urls() if url.isLocalFile()]


def open_folder(folder: Path) -> bool:
    """Show a folder in the desktop's file manager; return False if there is none."""
    return QDesktopServices.openUrl(QUrl.fromLocalFile(str(folder)))


def _filters(kind: str, suffixes: Iterable[str]) -> str:
    patterns = " ".join(end if "*" in end else f"*{end}" for end in suffixes)
    return f"{kind} ({patterns});;{tr('All files')} (*)"


def _open(dialog: QFileDialog, mode: QFileDialog.FileMode) -> QFileDialog:
    dialog.setFileMode(mode)
    # Otherwise the icon of each folder is looked up on the disk, which may be slow.
    dialog.setOption(QFileDialog.Option.DontUseCustomDirectoryIcons)
    open_modal(dialog)
    return dialog
