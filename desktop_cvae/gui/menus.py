"""The menu bar and the shortcuts, made of the table of commands."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial

from PySide6.QtCore import QObject
from PySide6.QtGui import QAction, QActionGroup, QKeySequence
from PySide6.QtWidgets import QMenu

from desktop_cvae.core.language import tr
from desktop_cvae.gui.app_window import AppWindow
from desktop_cvae.gui.commands import CANVAS_KEYS, LABELS, MENUS, Command, Menu, action_name
from desktop_cvae.gui.recent_files import RecentFiles


class Menus(QObject):
    """Builds an action for each command, and keeps the actions enabled and checked as they are.

    Args:
        window: gets the menus; all its parts stand already.

    Attributes:
        actions: by the command's id.
        recent: the menu of recent files.
    """

    def __init__(self, window: AppWindow) -> None:
        super().__init__(window)
        self._window = window
        self._groups: dict[str, QActionGroup] = {}
        self._menus: dict[str, QMenu] = {}
        self._commands: dict[str, Command] = {}
        self.actions: dict[str, QAction] = {}
        for menu in MENUS:
            self._fill(window.menuBar().addMenu(tr(menu.text)), menu)
        for command in (*LABELS, *CANVAS_KEYS):
            window.addAction(self._make_action(command))
        self.recent = RecentFiles(
            self._menus["recent"],
            window.preferences,
            window.controller.runner,
            window.opening.open_file,
        )
        self._menus["recent"].setToolTipsVisible(True)
        # Filled when first seen: the window opens sooner without what they list.
        self._menus["samples"].aboutToShow.connect(self._fill_samples)
        self._menus["lessons"].aboutToShow.connect(self._fill_lessons)
        self._menus["explain"].aboutToShow.connect(self._fill_topics)
        session, several = window.session, window.several
        for signal in (
            window.input.canvas.history_changed,
            window.input.aspect_changed,
            several.entered,
            several.left,
            several.answer_changed,
            session.model_changed,
        ):
            signal.connect(self.refresh)
        session.models_changed.connect(self._list_models)
        session.model_changed.connect(self._list_models)
        self._list_models()
        self.refresh()

    def refresh(self) -> None:
        """Ask each command whether it is enabled and checked, and name what undo takes back."""
        for name, command in self._commands.items():
            if command.is_enabled is not None:
                self.actions[name].setEnabled(command.is_enabled(self._window))
            if command.is_checked is not None:
                self.actions[name].setChecked(command.is_checked(self._window))
        stack = self._window.input.canvas.drawing.history.stack
        sees_canvas = not self._window.several.is_active
        undone = stack.undoText() if sees_canvas else tr("correction")
        self.actions["undo"].setText(tr("&Undo {step}", step=undone).strip())
        self.actions["redo"].setText(tr("&Redo {step}", step=stack.redoText()).strip())
        # The pieces of a number are prepared together.
        self._menus["preparations"].setEnabled(sees_canvas)

    def run(self, command_id: str) -> None:
        self.actions[command_id].trigger()

    def _fill(self, shown: QMenu, menu: Menu) -> None:
        self._menus[menu.id] = shown
        for row in menu.rows:
            if row is None:
                shown.addSeparator()
            elif isinstance(row, Command):
                shown.addAction(self._make_action(row))
            elif row.id == "preparations":
                self._menus[row.id] = self._window.input.preparations
                shown.addMenu(self._menus[row.id])
            else:
                self._fill(shown.addMenu(tr(row.text)), row)

    def _make_action(self, command: Command) -> QAction:
        action = self._add(command.shown, command.object_name, partial(self._run, command))
        action.setShortcuts([QKeySequence(key) for key in command.keys])
        action.setToolTip(tr(command.help))
        if command.is_checked is not None:
            action.setCheckable(True)
        if command.group:
            action.setActionGroup(self._group(command.group))
        self.actions[command.id] = action
        self._commands[command.id] = command
        return action

    def _add(
        self, text: str, name: str, slot: Callable[[], object], menu: QMenu | None = None
    ) -> QAction:
        action = QAction(text, menu or self._window)
        action.setObjectName(name)
        # Qt passes "checked", which the slot does not take.
        action.triggered.connect(lambda _=False: slot())
        if menu is not None:
            menu.addAction(action)
        return action

    def _group(self, name: str) -> QActionGroup:
        if name not in self._groups:
            self._groups[name] = QActionGroup(self)
        return self._groups[name]

    def _run(self, command: Command) -> None:
        command(self._window)
        # Qt has toggled the check mark already, even if the command could not be carried out.
        self.refresh()

    def _fill_samples(self) -> None:
        from desktop_cvae.gui.explanations.sample_pictures import SAMPLE_PICTURES

        menu = self._menus["samples"]
        if not menu.isEmpty():
            return
        menu.setToolTipsVisible(True)
        for picture in SAMPLE_PICTURES:
            if picture is None:
                menu.addSeparator()
                continue
            open_it = partial(self._window.opening.open_sample, picture)
            action = self._add(tr(picture.title), action_name(picture.title), open_it, menu)
            action.setToolTip(tr(picture.tip))

    def _fill_lessons(self) -> None:
        from desktop_cvae.gui.lessons.sample_lessons import SAMPLE_LESSONS, sample_lesson

        menu = self._menus["lessons"]
        if menu.actions()[-1].isSeparator():
            for name, title in SAMPLE_LESSONS.items():
                play = partial(self._window.lessons.open, sample_lesson(name))
                self._add(tr(title), action_name(title), play, menu)

    def _fill_topics(self) -> None:
        from desktop_cvae.gui.explanations.topics import TOPICS

        menu = self._menus["explain"]
        if menu.isEmpty():
            for key, topic in TOPICS.items():
                show = partial(self._window.explain, key)
                self._add(tr(topic.title), action_name(topic.title), show, menu)

    def _list_models(self) -> None:
        menu, session = self._menus["models"], self._window.session
        menu.clear()
        menu.setEnabled(bool(session.models))
        group = self._group("models")
        for entry in session.models:
            use = partial(self._window.controller.use_model, entry.name)
            action = self._add(entry.name, action_name(entry.name), use, menu)
            action.setCheckable(True)
            action.setChecked(session.model is not None and session.model.entry.name == entry.name)
            group.addAction(action)
