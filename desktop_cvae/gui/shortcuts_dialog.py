"""The page of keys, made of the table of commands."""

from __future__ import annotations

from collections.abc import Iterator

from PySide6.QtGui import QKeySequence
from PySide6.QtWidgets import QDialog, QFormLayout, QSizePolicy

from desktop_cvae.core.language import mark, tr
from desktop_cvae.gui.app_window import AppWindow
from desktop_cvae.gui.commands import CANVAS_KEYS, MENUS, OTHER_KEYS, commands_in
from desktop_cvae.gui.theme import SPACING
from desktop_cvae.gui.widgets.card import Column, column, row, text_label
from desktop_cvae.gui.widgets.work_dialog import close_with_key, make_close

SCREEN_SHARE = 0.94
"""Largest part of the screen's height; the frame and a panel need the rest of a small one."""
LABEL_KEYS = "0 – 9"


def listed_keys() -> Iterator[tuple[str, str]]:
    """Yield keys and marked texts: what the canvas obeys, then the menus, then single widgets."""
    yield LABEL_KEYS, mark("Read as this label")
    for command in CANVAS_KEYS:
        yield command.keys[0], command.help
    for menu in MENUS:
        for command, _ in commands_in(menu):
            if command.keys:
                yield command.keys[0], command.help
    yield from OTHER_KEYS.items()


class ShortcutsDialog(QDialog):
    """Keys at the left, what they do at the right; it scrolls on a small screen."""

    def __init__(self, parent: AppWindow) -> None:
        super().__init__(parent)
        self.setObjectName("shortcuts")
        self.setWindowTitle(tr("Keyboard shortcuts"))
        self.setModal(True)
        buttons = row(None, make_close(self))
        close_with_key(self)
        around = (3 * SPACING, 2 * SPACING, 2 * SPACING, 2 * SPACING)
        keys = _list()
        self.setLayout(column(keys, buttons, fills=keys, spacing=2 * SPACING, margins=around))
        self.finished.connect(self.deleteLater)
        self.resize(self.sizeHint().boundedTo(self.screen().availableSize() * SCREEN_SHARE))
        # On a small screen the list alone is lower than it would like to be, not the button.
        keys.setSizePolicy(keys.sizePolicy().horizontalPolicy(), QSizePolicy.Policy.Ignored)


def build_dialog(window: AppWindow) -> ShortcutsDialog:
    """Return the page of keys."""
    return ShortcutsDialog(window)


def _list() -> Column:
    form = QFormLayout()
    form.setHorizontalSpacing(4 * SPACING)
    for shortcut, meaning in listed_keys():
        native = QKeySequence(shortcut).toString(QKeySequence.SequenceFormat.NativeText)
        shown = native if "+" in shortcut else shortcut
        form.addRow(text_label(shown, "title"), text_label(tr(meaning), ""))
    keys = Column(0)
    keys.box.addLayout(form)
    keys.box.addStretch(1)
    # With the scroll bar that it has on a small screen.
    keys.setMinimumWidth(keys.sizeHint().width() + 2 * SPACING)
    return keys
