"""Dialogs of the window: opened one at a time by the name of their module, asked before closing."""

from __future__ import annotations

from importlib import import_module
from typing import Any

from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import (
    QDialog,
    QPlainTextEdit,
    QWidget,
)

from desktop_cvae.core.language import tr
from desktop_cvae.gui.app_window import AppWindow
from desktop_cvae.gui.controls import make_button
from desktop_cvae.gui.file_dialogs import open_modal
from desktop_cvae.gui.session import Notice
from desktop_cvae.gui.theme import SPACING, fixed_font
from desktop_cvae.gui.widgets.card import column, row, text_label
from desktop_cvae.gui.widgets.work_dialog import WorkDialog, close_with_key, make_close

ROOM = "desktop_cvae.gui"


def open_dialog(window: AppWindow, module: str) -> Any:
    """Bring a module's dialog to the front, or build and show it; return it.

    The module is imported now: the window opens sooner without it. Its function ``build_dialog``
    gets the window, and returns None where there is nothing to show.

    Args:
        window: the parent.
        module: below ``desktop_cvae.gui``, such as ``"scorecard.scorecard_dialog"``.
    """
    name = f"{ROOM}.{module}"
    for dialog in window.findChildren(QDialog):
        if type(dialog).__module__ == name and dialog.isVisible():
            dialog.raise_()
            dialog.activateWindow()
            return dialog
    built = import_module(name).build_dialog(window)
    if built is not None:
        built.show()
    return built


def unsaved_dialogs(window: QWidget) -> list[WorkDialog]:
    """Return the open dialogs with something that is in no file yet."""
    dialogs = window.findChildren(WorkDialog)
    return [dialog for dialog in dialogs if dialog.isVisible() and dialog.unsaved()]


def show_details(parent: QWidget, notice: Notice) -> QDialog:
    """Open the details of a notice without stopping the window."""
    dialog = QDialog(parent)
    dialog.setObjectName("details")
    dialog.setWindowTitle(tr("Details"))
    dialog.resize(560, 320)
    sentence = text_label(notice.sentence, "", wraps=True)
    text = QPlainTextEdit(notice.details)
    text.setReadOnly(True)
    text.setFont(fixed_font())
    text.setAccessibleName(tr("Details"))
    whole = f"{notice.sentence}\n\n{notice.details}"
    copy = make_button(tr("Copy"), on_click=lambda: QGuiApplication.clipboard().setText(whole))
    buttons = row(copy, None, make_close(dialog))
    close_with_key(dialog)
    dialog.setLayout(column(sentence, text, buttons, margins=(2 * SPACING,) * 4))
    open_modal(dialog)
    return dialog
