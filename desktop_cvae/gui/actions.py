"""The menus and keys of the commands."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial

from PySide6.QtCore import QObject, Qt
from PySide6.QtGui import QAction, QActionGroup, QKeySequence
from PySide6.QtWidgets import QMainWindow, QMenu

from desktop_cvae.core.language import mark, tr
from desktop_cvae.gui.drawing import WIDE_ASPECT
from desktop_cvae.gui.preferences import Preferences
from desktop_cvae.gui.recent_files import RecentFiles
from desktop_cvae.gui.session import Session
from desktop_cvae.gui.several_digits import SeveralDigits
from desktop_cvae.gui.theme import CHOICES
from desktop_cvae.gui.widgets.input_column import InputColumn
from desktop_cvae.gui.widgets.preparation_strip import PreparationMenu
from desktop_cvae.gui.widgets.window_panes import Panes
from desktop_cvae.gui.window_commands import Commands
from desktop_cvae.workers.job_runner import JobRunner

ENGINES = {
    "onnx": mark("ONNX Runtime (fast)"),
    "keras": mark("Keras (the reference, slow to load)"),
}
SHEET_TEXTS = {
    "uniform": mark("&Uniform walk…"),
    "random": mark("&Random latent vectors…"),
    "prior": mark("&Samples from the prior…"),
    "reconstructions": mark("Decoded &test digits…"),
}
"""The keys are those of ``inference.published_sheets.SHEETS``, which is imported when wanted."""
PANE_TEXTS = {
    "input": mark("&Input pane"),
    "answer": mark("&Answer pane"),
    "results": mark("&Generated, latent and loss pane"),
}
THEMES = {"system": mark("Follow the system"), "light": mark("Light"), "dark": mark("Dark")}


class Actions(QObject):
    """Builds the menu bar and the keys that stand in no menu.

    Args:
        window: gets the menus.
        session: labels and models of the menus.
        commands: what the actions do.
        input_column: canvas and pens.
        numbers: the mode for several digits.
        panes: the window's main part.
    """

    def __init__(
        self,
        window: QMainWindow,
        session: Session,
        commands: Commands,
        input_column: InputColumn,
        numbers: SeveralDigits,
        panes: Panes,
    ) -> None:
        super().__init__(window)
        self._window, self._session, self._panes = window, session, panes
        self._commands, self._input, self._numbers = commands, input_column, numbers
        self._models: QMenu | None = None
        self._build_file()
        self._build_edit()
        self._build_model()
        self._build_write()
        self._build_view()
        self._build_help()
        self._add_keys()
        input_column.canvas.history_changed.connect(self._on_history_changed)
        session.models_changed.connect(self._on_models_changed)
        session.model_changed.connect(self._on_models_changed)
        self._on_history_changed()
        self._on_models_changed()

    def add_preferences(
        self, preferences: Preferences, runner: JobRunner, show: Callable[[], object]
    ) -> None:
        """Let the menu of recent files remember in the preferences, and these be asked for."""
        self.recent = RecentFiles(self._recent, preferences, runner, self._commands.open_file)
        self._edit.addSeparator()
        self._add(self._edit, mark("Pre&ferences…"), show, "Ctrl+,")

    def add_cropping(self, show: Callable[[], object]) -> None:
        """Let the picture on the canvas be cut and turned."""
        crop = self._add(None, mark("Cr&op and turn…"), show)
        self._edit.insertAction(self.clear, crop)

    def choose_theme(self, choice: str) -> None:
        """Take one of the menu's themes."""
        self._themes[choice].trigger()

    def _build_file(self) -> None:
        menu, commands = self._menu(tr("&File")), self._commands
        self._add(menu, mark("&Open a picture…"), commands.open_picture, "Ctrl+O")
        self._add(menu, mark("Read &many pictures…"), commands.show_batch, "Ctrl+Shift+O")
        self._add(menu, mark("Form &editor…"), commands.show_form)
        self._recent = menu.addMenu(tr("Open &recent"))
        self._recent.setToolTipsVisible(True)
        samples = menu.addMenu(tr("Sample p&ictures"))
        samples.aboutToShow.connect(lambda: self._fill_samples(samples))
        self._build_lessons(menu.addMenu(tr("&Lessons")))
        self._add(menu, mark("&Paste a picture"), commands.paste, "Ctrl+V")
        self._add(menu, mark("&Save the answer…"), commands.save_answer, "Ctrl+S", "Ctrl+Shift+S")
        self._add(menu, mark("P&rint the answer…"), commands.print_answer, "Ctrl+P")
        self._add(menu, mark("&Data sets…"), commands.show_data_sets, "Ctrl+D")
        self._add(menu, mark("Arc&hive…"), commands.show_archive, "Ctrl+H")
        self._add(menu, mark("S&hare on this machine…"), commands.show_sharing)
        menu.addSeparator()
        self._add(menu, mark("&Quit"), self._window.close, "Ctrl+Q")

    def _build_lessons(self, menu: QMenu) -> None:
        commands = self._commands
        self._add(menu, mark("&Record a lesson…"), commands.recording_wanted.emit, "Ctrl+Shift+E")
        self._add(menu, mark("&Open a lesson…"), commands.open_lesson)
        menu.addSeparator()
        menu.aboutToShow.connect(partial(self._fill_lessons, menu, len(menu.actions())))

    def _build_edit(self) -> None:
        menu, canvas = self._menu(tr("&Edit")), self._input.canvas
        self._edit = menu
        self.undo = self._add(menu, mark("&Undo"), self._undo, "Ctrl+Z")
        self.redo = self._add(menu, mark("&Redo"), canvas.redo, "Ctrl+Shift+Z", "Ctrl+Y")
        copy = self._add(menu, mark("&Copy the number"), self._numbers.copy_text, "Ctrl+C")
        copy.setEnabled(False)
        numbers = self._numbers
        numbers.answer_changed.connect(lambda: copy.setEnabled(numbers.has_digits))
        copy_answer = self._commands.copy_answer
        as_picture, as_text = partial(copy_answer, "picture"), partial(copy_answer, "text")
        self._add(menu, mark("Copy the answer as a &picture"), as_picture, "Ctrl+Shift+C")
        self._add(menu, mark("Copy the answer as &text"), as_text)
        menu.addSeparator()
        self.preparations = PreparationMenu(self._session, menu)
        menu.addMenu(self.preparations)
        self.clear = self._add(menu, mark("&Clear"), canvas.clear, "Delete")
        self._add(menu, mark("&New noise"), self._session.renew_noise, "Space")
        self._add(menu, mark("N&o noise"), self._session.reset_noise, "Shift+Space")

    def _build_model(self) -> None:
        menu = self._menu(tr("&Model"))
        self._models = menu.addMenu(tr("&Choose"))
        self._add(menu, mark("&Train…"), self._commands.train, "Ctrl+T")
        self._add(menu, mark("Teac&h…"), self._commands.teaching_wanted.emit, "Ctrl+Shift+T")
        self._add(menu, mark("&Open a model file…"), self._commands.open_model_file, "Ctrl+M")
        self._add(
            menu, mark("&Models and comparison…"), self._commands.show_library, "Ctrl+Shift+M"
        )
        self._add(menu, mark("&Fool it…"), self._commands.show_fooling, "Ctrl+Shift+F")
        self._add(menu, mark("S&weeps…"), self._commands.show_sweeps)
        self._add(menu, mark("&Scorecard…"), self._commands.show_scorecard, "Ctrl+R")
        menu.addSeparator()
        engine = menu.addMenu(tr("&Engine"))
        self._engines = self._add_choices(engine, ENGINES, self._commands.use_engine)

    def _build_write(self) -> None:
        menu, commands = self._menu(tr("&Write")), self._commands
        for kind, text in SHEET_TEXTS.items():
            self._add(menu, text, partial(commands.show_sheet, kind))
        menu.addSeparator()
        self._add(menu, mark("&Erase and complete…"), commands.show_completion, "Ctrl+E")
        self._add(menu, mark("&Walk between digits…"), commands.show_walk, "Ctrl+W")

    def _build_view(self) -> None:
        menu, appearance = self._menu(tr("&View")), self._commands.appearance
        assert set(THEMES) == set(CHOICES)
        themes = self._add_choices(menu, THEMES, appearance.choose)
        themes[appearance.choice].setChecked(True)
        self._themes = themes
        menu.addSeparator()
        several = self._add(menu, mark("&Several digits"), self._numbers.toggle, "N")
        several.setCheckable(True)
        # Also where it could not be entered, and Qt has checked it already.
        several.triggered.connect(lambda: several.setChecked(self._numbers.is_active))
        for signal in (self._numbers.entered, self._numbers.left):
            signal.connect(lambda: several.setChecked(self._numbers.is_active))
            signal.connect(self._on_history_changed)
        wide = self._add(menu, mark("&Wide canvas"), self._toggle_wide, "Ctrl+Shift+N")
        wide.setCheckable(True)
        self._input.sheet_changed.connect(lambda aspect: wide.setChecked(aspect > 1))
        self._add(menu, mark("&Latent space…"), self._commands.show_latent_space, "Ctrl+Shift+L")
        menu.addSeparator()
        for key, (name, text) in enumerate(PANE_TEXTS.items(), 1):
            self._add(menu, text, partial(self._panes.toggle, name), f"Ctrl+{key}")
        menu.addSeparator()
        self._add(menu, mark("&Larger text"), partial(appearance.step_text, 1), "Ctrl++", "Ctrl+=")
        self._add(menu, mark("S&maller text"), partial(appearance.step_text, -1), "Ctrl+-")
        self._add(
            menu, mark("&Usual size of text"), partial(appearance.set_text_scale, 1.0), "Ctrl+0"
        )
        menu.addSeparator()
        self._add(menu, mark("&Light or dark"), self._toggle_theme, "Ctrl+L")
        self._add(menu, mark("&Full screen"), self._toggle_full_screen, "F11")

    def _build_help(self) -> None:
        menu = self._menu(tr("&Help"))
        self._add(menu, mark("&Guide"), self._commands.guide_wanted.emit, "F1")
        self._add(menu, mark("&Tour"), self._commands.tour_wanted.emit)
        explain = menu.addMenu(tr("&Explain"))
        # Filled when it is first seen: the window opens sooner without what is said in it.
        explain.aboutToShow.connect(lambda: self._fill_explain(explain))
        self._add(menu, mark("&Keys"), self._commands.show_shortcuts, "?", "Ctrl+/")
        menu.addSeparator()
        self._add(menu, mark("Open the &log folder"), self._commands.open_log_folder)
        self._add(menu, mark("&Copy a report"), self._commands.copy_report)
        self._add(menu, mark("&About desktop_cvae"), self._commands.show_about)

    def _fill_samples(self, menu: QMenu) -> None:
        from desktop_cvae.gui.explanations.sample_pictures import SAMPLE_PICTURES

        if menu.isEmpty():
            menu.setToolTipsVisible(True)
            for picture in SAMPLE_PICTURES:
                if picture is None:
                    menu.addSeparator()
                    continue
                take = partial(self._commands.take_sample, picture)
                action = self._add(menu, picture.title, take)
                action.setToolTip(tr(picture.tip))

    def _fill_lessons(self, menu: QMenu, own: int) -> None:
        from desktop_cvae.gui.lessons.sample_lessons import SAMPLE_LESSONS, sample_lesson

        if len(menu.actions()) > own:
            return
        for name, title in SAMPLE_LESSONS.items():
            path = sample_lesson(name)
            self._add(menu, title, partial(self._commands.lesson_wanted.emit, path))

    def _fill_explain(self, menu: QMenu) -> None:
        from desktop_cvae.gui.explanations.topics import TOPICS

        if menu.isEmpty():
            for key, topic in TOPICS.items():
                self._add(menu, topic.title, partial(self._commands.explanation_wanted.emit, key))

    def _add_keys(self) -> None:
        session, pens = self._session, self._input.pen_bar
        self._add(None, mark("Automatic label"), lambda: session.set_label(None), "A")
        for label in range(10):
            choose = partial(session.set_label, label)
            self._add_shown(
                None, f"Label {label}", tr("Label {name}", name=label), choose, str(label)
            )
        self._add(None, mark("Thinner pen"), lambda: pens.step_width(-1), "[")
        self._add(None, mark("Broader pen"), lambda: pens.step_width(1), "]")
        self._add(None, mark("Denoise"), session.denoise, "D")
        self._add(None, mark("Correct the answer"), self._commands.correction_wanted.emit, "C")
        self._add(None, mark("Take the picture for …"), self._show_preparations, "P")
        self._add(None, mark("Eraser"), pens.eraser.toggle, "E")

    def _menu(self, title: str) -> QMenu:
        return self._window.menuBar().addMenu(title)

    def _add(
        self, menu: QMenu | None, text: str, slot: Callable[[], object], *keys: str
    ) -> QAction:
        """Add an action by its marked text, which is its name too."""
        return self._add_shown(menu, text, tr(text), slot, *keys)

    def _add_shown(
        self, menu: QMenu | None, text: str, shown: str, slot: Callable[[], object], *keys: str
    ) -> QAction:
        action = QAction(shown, self._window)
        action.setObjectName("action_" + text.strip("…").replace("&", "").lower().replace(" ", "_"))
        action.setShortcuts([QKeySequence(key) for key in keys])
        # The signal's argument “checked” is none of the slot's business.
        action.triggered.connect(lambda _=False: slot())
        (self._window if menu is None else menu).addAction(action)
        return action

    def _add_choices(
        self,
        menu: QMenu,
        choices: dict[str, str],
        slot: Callable[[str], object],
        show: Callable[[str], str] = tr,
    ) -> dict[str, QAction]:
        group = QActionGroup(menu)
        actions = {}
        for key, text in choices.items():
            actions[key] = self._add_shown(menu, text, show(text), partial(slot, key))
            actions[key].setCheckable(True)
            group.addAction(actions[key])
        return actions

    def _show_preparations(self) -> None:
        """Over the picture that they are about."""
        canvas = self._input.canvas
        if self.preparations.isEnabled():
            self.preparations.popup(canvas.mapToGlobal(canvas.rect().center() / 2))

    def _toggle_wide(self) -> None:
        self._numbers.leave()
        canvas = self._input.canvas
        canvas.take_sheet(1.0 if canvas.drawing.aspect > 1 else WIDE_ASPECT)

    def _toggle_full_screen(self) -> None:
        self._window.setWindowState(self._window.windowState() ^ Qt.WindowState.WindowFullScreen)

    def _toggle_theme(self) -> None:
        self._commands.appearance.toggle()
        self._themes[self._commands.appearance.choice].setChecked(True)

    def _undo(self) -> None:
        """The canvas's last step; while it is out of sight, the last correction."""
        if self._numbers.is_active:
            self._numbers.undo()
        else:
            self._input.canvas.undo()

    def _on_history_changed(self) -> None:
        history, is_seen = self._input.canvas.drawing.history, not self._numbers.is_active
        stack = history.stack
        self.undo.setEnabled(stack.canUndo())
        self.redo.setEnabled(stack.canRedo() and is_seen)
        undone = stack.undoText() if is_seen else tr("correction")
        self.undo.setText(tr("&Undo {step}", step=undone).strip())
        self.redo.setText(tr("&Redo {step}", step=stack.redoText()).strip())
        self.clear.setEnabled(is_seen)
        # The pieces of a number are prepared together.
        self.preparations.setEnabled(is_seen)

    def _on_models_changed(self) -> None:
        menu, session = self._models, self._session
        if menu is None:
            return
        menu.clear()
        names = {entry.name: entry.name for entry in session.models}
        actions = self._add_choices(menu, names, self._commands.use_model, str)
        menu.setEnabled(bool(actions))
        if session.model is not None:
            self._engines[session.model.engine.name].setChecked(True)
            if session.model.entry.name in actions:
                actions[session.model.entry.name].setChecked(True)
