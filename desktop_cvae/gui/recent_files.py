"""The recently opened files and their menu."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial
from pathlib import Path

from PySide6.QtCore import QObject
from PySide6.QtWidgets import QMenu

from desktop_cvae.core.language import tr
from desktop_cvae.core.schemas import MAX_TEXT
from desktop_cvae.gui.preferences import Preferences
from desktop_cvae.gui.settings import MAX_RECENT
from desktop_cvae.pictures.pages import split_page
from desktop_cvae.workers.job_runner import JobRunner

MOST_SHOWN = 40
"""Longest file name in the menu, in letters."""


class RecentFiles(QObject):
    """Remembers opened files in the settings; missing files are not offered.

    The worker looks whether the files exist: on a network drive that may take long.

    Args:
        menu: of the files, filled anew with every change.
        preferences: hold the paths.
        runner: looks whether they are there.
        open_file: opens one.
    """

    def __init__(
        self,
        menu: QMenu,
        preferences: Preferences,
        runner: JobRunner,
        open_file: Callable[[Path], object],
    ) -> None:
        super().__init__(menu)
        self._menu, self._preferences = menu, preferences
        self._runner, self._open = runner, open_file
        self._shown: tuple[str, ...] = ()
        self._fill()
        menu.aboutToShow.connect(self.look)
        preferences.changed.connect(self._on_preferences_changed)

    def add(self, path: Path) -> None:
        settings = self._preferences.settings
        name = str(path.absolute())
        if settings.keeps_recent and len(name) <= MAX_TEXT:
            others = (other for other in settings.recent if other != name)
            self._preferences.change(recent=(name, *others)[:MAX_RECENT])

    def clear(self) -> None:
        self._preferences.change(recent=())

    def look(self) -> None:
        names = self._preferences.settings.recent
        self._runner.submit("recent", partial(_existing, names), self._show, _ignore, can_wait=True)

    def _on_preferences_changed(self) -> None:
        recent = self._preferences.settings.recent
        if not recent:
            self._show(())
        elif recent != self._shown:
            self.look()

    def _show(self, names: tuple[str, ...]) -> None:
        if names != self._shown:
            self._shown = names
            self._fill()

    def _fill(self) -> None:
        self._menu.clear()
        self._menu.setEnabled(bool(self._shown))
        for number, name in enumerate(self._shown, 1):
            path = Path(name)
            action = self._menu.addAction(f"&{number % 10}  {self._title(path)}")
            action.setToolTip(name)
            action.setStatusTip(name)
            action.triggered.connect(lambda _=False, p=path: self._open(p))
        self._menu.addSeparator()
        forget = self._menu.addAction(tr("&Clear this list"))
        forget.setObjectName("action_clear_recent")
        forget.triggered.connect(lambda _=False: self.clear())

    def _title(self, path: Path) -> str:
        """Return the file's name, with its folder's where two files have the same name."""
        names = [Path(name).name for name in self._shown]
        title = path.name if names.count(path.name) == 1 else f"{path.name}  ({path.parent.name})"
        short = title if len(title) <= MOST_SHOWN else f"{title[:MOST_SHOWN]}…"
        return short.replace("&", "&&")  # a single one would mark a key


def _existing(names: tuple[str, ...]) -> tuple[str, ...]:
    return tuple(name for name in names if Path(split_page(name)[0]).is_file())


def _ignore(error: Exception) -> None:
    """The menu stays as it is; the log has the error."""
