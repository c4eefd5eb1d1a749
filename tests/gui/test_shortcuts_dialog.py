"""The page of keys: complete, and no higher than the screen."""

from __future__ import annotations

from PySide6.QtCore import QSize
from PySide6.QtGui import QAction, QKeySequence
from window_desk import Desk

from desktop_cvae.gui.dialogs import open_dialog
from desktop_cvae.gui.shortcuts_dialog import SCREEN_SHARE, listed_keys
from desktop_cvae.gui.widgets.card import Column

LABELS = {str(label) for label in range(10)}


def test_every_key_of_the_window_is_listed_once(desk: Desk) -> None:
    sequences = [action.shortcut() for action in desk.window.findChildren(QAction)]
    portable = QKeySequence.SequenceFormat.PortableText
    used = {keys.toString(portable) for keys in sequences if not keys.isEmpty()}
    listed = [QKeySequence(keys).toString(portable) for keys, _ in listed_keys()]
    assert used - LABELS <= set(listed)
    assert len(listed) == len(set(listed))


def test_the_list_fits_its_words_and_the_screen(desk: Desk) -> None:
    dialog = open_dialog(desk.window, "shortcuts_dialog")
    inner = dialog.findChildren(Column)[0].widget()
    assert inner.width() >= inner.minimumSizeHint().width()
    screen: QSize = dialog.screen().availableSize()
    assert dialog.height() <= SCREEN_SHARE * screen.height()
    dialog.close()
