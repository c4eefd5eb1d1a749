"""The archive's page without entries: says why there are none, and what to do.

Tested in tests/gui/archive/test_archive_dialog.py.
"""

from __future__ import annotations

from functools import partial
from pathlib import Path

from PySide6.QtCore import Qt

from desktop_cvae.core.language import tr
from desktop_cvae.gui.controls import make_button
from desktop_cvae.gui.file_dialogs import open_folder
from desktop_cvae.gui.widgets.card import Card, row, text_label

WIDTH_PX = 440


class ArchiveWelcome(Card):
    """A sentence, with the buttons that help.

    Args:
        folder: contains the archive.
    """

    def __init__(self, folder: Path) -> None:
        super().__init__()
        self.sentence = text_label("", "muted", wraps=True, name="archive_welcome")
        self.sentence.setAlignment(Qt.AlignmentFlag.AlignCenter)
        self.sentence.setMaximumWidth(WIDTH_PX)
        self.turn_on = make_button(tr("Preferences…"), tr("Turn the archive on"))
        self.retry = make_button(tr("Try again"), tr("Try to open the archive again"))
        self.folder = make_button(
            tr("Open folder"),
            tr("Open the folder that contains the archive"),
            on_click=partial(open_folder, folder),
        )
        self.box.addStretch(1)
        # An alignment would not give the label the height of its lines.
        words = row(None, self.sentence, None)
        words.setStretchFactor(self.sentence, 8)
        self.box.addLayout(words)
        self.box.addLayout(row(None, self.turn_on, self.retry, self.folder, None))
        self.box.addStretch(2)

    def show_empty(self, *, is_on: bool) -> None:
        """Say that the archive is empty, and how to turn it on if it is off."""
        empty = tr(
            "The archive is empty.\n\nDraw a digit or open a picture, and you can find it "
            "here later, together with the answer. Nothing leaves this computer."
        )
        off = tr(
            "The archive is turned off and empty.\n\nTurn it on in the preferences to save "
            "what you draw and open, together with the answers. Nothing leaves this computer."
        )
        self._show(empty if is_on else off, can_turn_on=not is_on)

    def show_failure(self, sentence: str) -> None:
        """Say why the archive cannot be read."""
        self._show(sentence, has_failed=True)

    def _show(self, sentence: str, *, can_turn_on: bool = False, has_failed: bool = False) -> None:
        self.sentence.setText(sentence)
        self.turn_on.setVisible(can_turn_on)
        self.retry.setVisible(has_failed)
        self.folder.setVisible(has_failed)
