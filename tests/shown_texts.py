"""Every text that a window shows or tells: labels, buttons, lists, tooltips, names for readers."""

from __future__ import annotations

import re
from collections.abc import Iterator

from PySide6.QtCore import QAbstractItemModel, QModelIndex, Qt
from PySide6.QtGui import QAction
from PySide6.QtWidgets import (
    QAbstractItemView,
    QComboBox,
    QHeaderView,
    QTabWidget,
    QWidget,
)

TOLD = ("text", "title", "placeholderText", "toolTip", "accessibleName", "accessibleDescription")
MOST_ROWS, MOST_COLUMNS = 30, 20
_TAG = re.compile(r"<[^>]*>|&\w+;")
_DATE = re.compile(r"(?:\w+, )?\d+ \w+ \d{4}")
"""Qt's own."""
_PLAIN = re.compile(r"[A-Za-z]+")
_VOWEL = re.compile(r"[aeiouyAEIOUY]")
_FILE = re.compile(r"\S*[./\\@]\w\S*")
NAMES = frozenset(
    # Models, runs, data and files of the fakes; keys; names that are alike in every language.
    [
        "studio",
        "plain",
        "mine",
        "tiny",
        "mnist",
        "made",
        "up",
        "photograph",
        "card",
        "customer",
        "meter",
        "reading",
        "phone",
        "drawing",
        "my",
        "conv",
        "dense",
        "wide",
        "writer",
        "likelihood",
        "cvae",
        "vae",
        "onnx",
        "keras",
        "numpy",
        "onnxruntime",
        "pillow",
        "pyside",
        "python",
        "tensorflow",
        "matplotlib",
        "pca",
        "source",
        "installed",
        "desktop",
        "ctrl",
        "shift",
        "alt",
        "space",
        "delete",
        "esc",
        "left",
        "right",
        "home",
        "end",
        "english",
    ]
)
"""Words that may be plain, in small letters."""
OTHERS = {"Close", "Scroll Left", "Scroll Right", "Something went wrong."}
"""Qt's own, which has translations of its own, and what the tests say themselves."""


def untranslated(window: QWidget) -> set[str]:
    """Texts with a word that the pseudo-language would have changed."""
    return {text for text in shown_texts(window) if text not in OTHERS and _has_plain_word(text)}


def shown_texts(window: QWidget) -> Iterator[str]:
    """All of them; rows of a list only so far as a screen shows them."""
    yield window.windowTitle()
    for widget in [window, *window.findChildren(QWidget)]:
        if widget.window() is not window or not widget.isVisibleTo(window):
            continue
        for name in TOLD:
            ask = getattr(widget, name, None)
            told = ask() if callable(ask) else None
            if isinstance(told, str):
                yield told
        if hasattr(widget, "told_parts"):
            yield from (part.text for part in widget.told_parts())
        if isinstance(widget, QTabWidget):
            yield from (widget.tabText(index) for index in range(widget.count()))
        elif isinstance(widget, QComboBox) or (
            isinstance(widget, QAbstractItemView) and not isinstance(widget, QHeaderView)
        ):
            yield from _cells(widget.model())
    for action in window.findChildren(QAction):
        yield action.text()


def _cells(model: QAbstractItemModel | None) -> Iterator[str]:
    if model is None:
        return
    for row in range(min(model.rowCount(QModelIndex()), MOST_ROWS)):
        for column in range(MOST_COLUMNS):
            index = model.index(row, column, QModelIndex())
            if not index.isValid():
                break
            yield str(model.headerData(column, Qt.Orientation.Horizontal) or "")
            for role in (Qt.ItemDataRole.DisplayRole, Qt.ItemDataRole.ToolTipRole):
                told = index.data(role)
                if isinstance(told, str):
                    yield told


def _has_plain_word(text: str) -> bool:
    bare = _DATE.sub(" ", _FILE.sub(" ", _TAG.sub(" ", text))).replace("&", "")
    # A word with an accent in it has been through the lookup.
    words = re.findall(r"[^\W\d_]+", bare)
    return any(
        _PLAIN.fullmatch(word)
        and len(word) > 1
        and _VOWEL.search(word)
        and word.lower() not in NAMES
        for word in words
    )
