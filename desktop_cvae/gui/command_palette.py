"""The command palette: type a word, choose a command, press Enter.

A word is looked for in a command's text, its menus and its sentence of help, in the language of
the window and in English. Letters that only follow each other in the text find a command, too.
"""

from __future__ import annotations

import unicodedata
from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

from PySide6.QtCore import (
    QAbstractListModel,
    QEvent,
    QModelIndex,
    QObject,
    QPersistentModelIndex,
    QRect,
    QSize,
    Qt,
    QTimer,
)
from PySide6.QtGui import QAction, QColor, QKeyEvent, QKeySequence, QPainter, QPalette
from PySide6.QtWidgets import (
    QDialog,
    QListView,
    QStyle,
    QStyledItemDelegate,
    QStyleOptionViewItem,
)

from desktop_cvae.core.language import tr
from desktop_cvae.gui.app_window import AppWindow
from desktop_cvae.gui.commands import Command, Menu, all_commands
from desktop_cvae.gui.controls import describe, make_line_edit
from desktop_cvae.gui.theme import SPACING, current_theme, sized
from desktop_cvae.gui.widgets.card import column, text_label
from desktop_cvae.gui.widgets.work_dialog import available_size

SIZE = QSize(560, 420)
TOP_PX = 48
"""Distance from the window's upper edge, in pixels."""
SHORTCUT_ROLE = Qt.ItemDataRole.UserRole
MENU_ROLE = Qt.ItemDataRole.UserRole + 1
MOVES = {Qt.Key.Key_Up: -1, Qt.Key.Key_Down: 1, Qt.Key.Key_PageUp: -8, Qt.Key.Key_PageDown: 8}
Index = QModelIndex | QPersistentModelIndex
LETTERS_SCORE = 100
"""Score of an entry found by letters: it ranks after all that words find."""


@dataclass(frozen=True)
class PaletteEntry:
    """A command as the palette lists it.

    Attributes:
        action: runs it, and knows whether it is enabled.
        text: without the mark of its key.
        menu: the menus that lead to it: "File ▸ Lessons"; "" for a key without a menu.
        help: a sentence.
        searched: text, menu and help, normalized; then the same in English.
    """

    action: QAction
    text: str
    menu: str
    help: str
    searched: tuple[tuple[str, str, str], tuple[str, str, str]]

    @property
    def keys(self) -> str:
        return self.action.shortcut().toString(QKeySequence.SequenceFormat.NativeText)


def make_entry(command: Command, menus: Sequence[Menu], action: QAction) -> PaletteEntry:
    """Return the entry of a command."""
    text = _plain(action.text())
    menu = " ▸ ".join(_plain(tr(one.text)) for one in menus)
    english = (
        _normalized(_plain(command.text.format(name=command.name))),
        _normalized(" ".join(_plain(one.text) for one in menus)),
        _normalized(command.help),
    )
    shown = (_normalized(text), _normalized(menu), _normalized(tr(command.help)))
    return PaletteEntry(action, text, menu, tr(command.help), (shown, english))


def score(entry: PaletteEntry, typed: str) -> int | None:
    """Return how well an entry fits, lower is better; None if it does not.

    Each typed word must begin a word of text, menu or help. Without such an entry, the letters
    must follow each other in the text.
    """
    words = _normalized(typed).split()
    if not words:
        return 0
    found = [_score_words(fields, words) for fields in entry.searched]
    letters = "".join(words)
    found += [_score_letters(fields[0], letters) for fields in entry.searched]
    return min((one for one in found if one is not None), default=None)


class CommandList(QAbstractListModel):
    """The entries that fit what is typed, the best first."""

    def __init__(self, entries: Sequence[PaletteEntry], parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._all = tuple(entries)
        self.entries = self._all

    def search(self, typed: str) -> None:
        found = [
            (fit, at) for at, one in enumerate(self._all) if (fit := score(one, typed)) is not None
        ]
        self.beginResetModel()
        self.entries = tuple(self._all[at] for _, at in sorted(found))
        self.endResetModel()

    def rowCount(self, parent: Index | None = None) -> int:
        return 0 if parent is not None and parent.isValid() else len(self.entries)

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        if not index.isValid():
            return None
        entry = self.entries[index.row()]
        match role:
            case Qt.ItemDataRole.DisplayRole:
                return entry.text
            case Qt.ItemDataRole.ToolTipRole:
                return entry.help
            case Qt.ItemDataRole.AccessibleTextRole:
                return ", ".join(part for part in (entry.text, entry.menu, entry.keys) if part)
            case Qt.ItemDataRole.AccessibleDescriptionRole:
                return entry.help
            case _ if role == SHORTCUT_ROLE:
                return entry.keys
            case _ if role == MENU_ROLE:
                return entry.menu
        return None

    def flags(self, index: Index) -> Qt.ItemFlag:
        flags = Qt.ItemFlag.ItemIsSelectable
        is_enabled = index.isValid() and self.entries[index.row()].action.isEnabled()
        return flags | Qt.ItemFlag.ItemIsEnabled if is_enabled else flags


class CommandPainter(QStyledItemDelegate):
    """Paints text and menu at the left, the shortcut at the right; grey where disabled."""

    def sizeHint(self, option: QStyleOptionViewItem, index: Index) -> QSize:
        return QSize(0, option.fontMetrics.height() + 2 * SPACING)

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        theme = current_theme()
        rect: QRect = option.rect
        is_enabled = bool(index.flags() & Qt.ItemFlag.ItemIsEnabled)
        painter.save()
        if option.state & QStyle.StateFlag.State_Selected:
            painter.fillRect(rect, option.palette.color(QPalette.ColorRole.Light))
        inner = rect.adjusted(2 * SPACING, 0, -2 * SPACING, 0)
        centre = Qt.AlignmentFlag.AlignVCenter
        painter.setFont(option.font)
        painter.setPen(QColor(theme.muted))
        keys = str(index.data(SHORTCUT_ROLE))
        painter.drawText(inner, centre | Qt.AlignmentFlag.AlignTrailing, keys)
        room = inner.width() - painter.fontMetrics().horizontalAdvance(keys) - 2 * SPACING
        painter.setPen(QColor(theme.text if is_enabled else theme.muted))
        text = str(index.data(Qt.ItemDataRole.DisplayRole))
        start = Qt.AlignmentFlag.AlignLeading | centre
        taken = min(painter.fontMetrics().horizontalAdvance(text), room)
        painter.drawText(
            inner, start, painter.fontMetrics().elidedText(text, Qt.TextElideMode.ElideRight, room)
        )
        painter.setFont(sized(option.font, -1))
        painter.setPen(QColor(theme.muted))
        left = taken + 2 * SPACING
        menu = str(index.data(MENU_ROLE))
        metrics = painter.fontMetrics()
        if left + metrics.averageCharWidth() < room:
            shown = metrics.elidedText(menu, Qt.TextElideMode.ElideRight, room - left)
            painter.drawText(inner.adjusted(left, 0, 0, 0), start, shown)
        painter.restore()


class CommandPalette(QDialog):
    """A line to type in over the list of what fits; arrows choose, Enter runs, Esc closes.

    Args:
        window: its commands are searched.
        entries: the commands.
    """

    def __init__(self, window: AppWindow, entries: Sequence[PaletteEntry]) -> None:
        # Not a popup: Qt would let it grab keyboard and mouse of the whole desktop, and with them
        # the input methods that compose letters.
        super().__init__(window, Qt.WindowType.Dialog | Qt.WindowType.FramelessWindowHint)
        self.setObjectName("command_palette")
        self.setWindowTitle(tr("Find a command"))
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        # Of a dialog's rules Qt follows only the background's colour without this, no border.
        self.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        self.commands = CommandList(entries, self)
        self.edit = make_line_edit(
            tr("Find a command"),
            tr("Type words from a command's name, menu or description"),
            "command_search",
            hint=tr("Type a command: open, noise, theme …"),
        )
        self.list = describe(
            QListView(), title=tr("Commands"), tip=tr("Enter runs the command"), name="command_list"
        )
        self.list.setModel(self.commands)
        self.list.setItemDelegate(CommandPainter(self.list))
        # One size is measured instead of every row's.
        self.list.setUniformItemSizes(True)
        # The field keeps the focus, so that typing goes on while the arrow keys choose.
        self.list.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.nothing = text_label(tr("No command matches these words."), "muted")
        self.nothing.hide()
        around = (SPACING,) * 4
        self.setLayout(column(self.edit, self.nothing, self.list, fills=self.list, margins=around))
        self.edit.installEventFilter(self)
        self.edit.textChanged.connect(self._search)
        self.list.clicked.connect(self._run)
        self.resize(SIZE.boundedTo(available_size(window)))
        corner = window.rect().topLeft()
        corner.setX((window.width() - self.width()) // 2)
        corner.setY(min(TOP_PX, max(0, window.height() - self.height())))
        self.move(window.mapToGlobal(corner))
        self._search("")
        self.edit.setFocus()

    def event(self, event: QEvent) -> bool:
        """Close as soon as something else is clicked."""
        if event.type() is QEvent.Type.WindowDeactivate:
            self.close()
        return super().event(event)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Leave the keyboard in the line, and let its arrows move in the list."""
        if event.type() is QEvent.Type.KeyPress and isinstance(event, QKeyEvent):
            if event.key() in MOVES:
                self._move(MOVES[Qt.Key(event.key())])
                return True
            if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
                self._run(self.list.currentIndex())
                return True
        return super().eventFilter(watched, event)

    def _search(self, typed: str) -> None:
        self.commands.search(typed)
        count = self.commands.rowCount()
        self.nothing.setVisible(not count)
        if count:
            self.list.setCurrentIndex(self.commands.index(0))
            self.list.scrollToTop()

    def _move(self, steps: int) -> None:
        last = self.commands.rowCount() - 1
        row = max(0, min(last, self.list.currentIndex().row() + steps))
        self.list.setCurrentIndex(self.commands.index(row))

    def _run(self, index: Index) -> None:
        if not index.isValid():
            return
        action = self.commands.entries[index.row()].action
        if action.isEnabled():
            self.close()
            # The palette is gone, and the window has the keyboard, when the command begins.
            QTimer.singleShot(0, action, action.trigger)


def build_dialog(window: AppWindow) -> CommandPalette:
    """Return the palette with every command but its own."""
    entries = [
        make_entry(command, menus, action)
        for command, menus in all_commands()
        if command.id != "palette"
        and (action := window.findChild(QAction, command.object_name)) is not None
    ]
    return CommandPalette(window, entries)


def _plain(text: str) -> str:
    return text.replace("&", "").strip("…").strip()


def _normalized(text: str) -> str:
    """Return the text without case and accents."""
    apart = unicodedata.normalize("NFKD", text.casefold())
    return "".join(sign for sign in apart if not unicodedata.combining(sign))


def _score_words(fields: tuple[str, str, str], words: Sequence[str]) -> int | None:
    """Return the sum over the words of the first field that has a word with that beginning."""
    total = 0
    for word in words:
        at = next((at for at, field in enumerate(fields) if _begins_a_word(field, word)), None)
        if at is None:
            return None
        total += 2 * at
    return total + (not fields[0].startswith(words[0]))


def _begins_a_word(field: str, start: str) -> bool:
    return any(word.lstrip("“(").startswith(start) for word in field.split())


def _score_letters(text: str, letters: str) -> int | None:
    """Return a score by how far the letters are spread; None if they do not follow each other."""
    at, first = -1, -1
    for letter in letters:
        at = text.find(letter, at + 1)
        if at < 0:
            return None
        first = at if first < 0 else first
    return LETTERS_SCORE + at - first
