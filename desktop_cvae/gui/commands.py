"""Everything that can be asked of the window, in one table.

The menus, the shortcuts, the command palette, the page of keys and the tooltips are made of it.
To add a command, write a row where it belongs in the menus. What a row runs stands with its
subject: ``opens`` names a module of ``desktop_cvae.gui`` whose function ``build_dialog`` makes a
dialog, one at a time; ``run`` is for everything else.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import dataclass
from functools import partial

from PySide6.QtCore import Qt

from desktop_cvae.core.language import mark, tr
from desktop_cvae.gui.about.support import copy_report, open_log_folder
from desktop_cvae.gui.app_window import AppWindow
from desktop_cvae.gui.dialogs import open_dialog
from desktop_cvae.gui.drawing import WIDE_ASPECT
from desktop_cvae.gui.exporting.answer_code import copy_command, copy_python
from desktop_cvae.gui.exporting.answer_export import copy_answer, print_answer, save_answer

Act = Callable[[AppWindow], object]
Question = Callable[[AppWindow], bool]

ENGINES = {
    "onnx": mark("ONNX Runtime (fast)"),
    "keras": mark("Keras (the reference, slow to load)"),
}
THEMES = {"system": mark("Follow the system"), "light": mark("Light"), "dark": mark("Dark")}
SHEET_TEXTS = {
    "uniform": mark("&Uniform walk…"),
    "random": mark("&Random vectors…"),
    "prior": mark("&Prior samples…"),
    "reconstructions": mark("&Test digits…"),
}
"""Menu texts of the latent grids; the inference package that defines them is imported later."""
OTHER_KEYS = {
    "Esc": mark("Close the message or the number view"),
    "Alt+Right": mark("Next step of a lesson"),
    "Alt+Left": mark("Previous step of a lesson"),
    "Shift+F1": mark("Explain the evidence (in the evidence list)"),
}
"""Keys of single widgets, for the page of keys."""


@dataclass(frozen=True)
class Command:
    """A row of the table.

    Attributes:
        id: its name in code.
        text: in the menu, marked for translation, with ``&`` before its key.
        help: one sentence or less about it, marked for translation.
        keys: shortcuts; the first one is shown.
        run: gets the window.
        opens: a module below ``desktop_cvae.gui`` that has ``build_dialog``, instead of ``run``.
        is_enabled: asked when something has changed; None for a command that always works.
        is_checked: makes it a command with a check mark.
        group: of such commands, one is checked at a time.
        name: set into the text, for the ten labels.
    """

    id: str
    text: str
    help: str
    keys: tuple[str, ...] = ()
    run: Act | None = None
    opens: str = ""
    is_enabled: Question | None = None
    is_checked: Question | None = None
    group: str = ""
    name: str = ""

    @property
    def shown(self) -> str:
        return tr(self.text, name=self.name) if self.name else tr(self.text)

    @property
    def object_name(self) -> str:
        return action_name(self.text.format(name=self.name) if self.name else self.text)

    def __call__(self, window: AppWindow) -> None:
        if self.opens:
            open_dialog(window, self.opens)
        elif self.run is not None:
            self.run(window)


@dataclass(frozen=True)
class Menu:
    """A menu with its rows; one without rows is filled when it is opened."""

    id: str
    text: str
    rows: tuple[Command | Menu | None, ...] = ()
    """None stands for a separator."""


def action_name(text: str) -> str:
    """Return the object name of an action with that text."""
    return "action_" + text.strip("…").replace("&", "").lower().replace(" ", "_")


def _shows_canvas(window: AppWindow) -> bool:
    return not window.several.is_active


def _undo(window: AppWindow) -> None:
    """Undo the last step on the canvas or, while it is out of sight, the last correction."""
    if window.several.is_active:
        window.several.undo()
    else:
        window.input.canvas.undo()


def _can_redo(window: AppWindow) -> bool:
    return window.input.canvas.drawing.history.stack.canRedo() and _shows_canvas(window)


def _choose_preparation(window: AppWindow) -> None:
    """Open the menu over the picture that it is about."""
    canvas = window.input.canvas
    window.input.preparations.popup(canvas.mapToGlobal(canvas.rect().center() / 2))


def _toggle_wide(window: AppWindow) -> None:
    window.several.leave()
    canvas = window.input.canvas
    canvas.set_aspect(1.0 if canvas.drawing.aspect > 1 else WIDE_ASPECT)


def _toggle_full_screen(window: AppWindow) -> None:
    window.setWindowState(window.windowState() ^ Qt.WindowState.WindowFullScreen)


def _choose_theme(theme: str, window: AppWindow) -> None:
    window.appearance.choose(theme)


def _has_theme(theme: str, window: AppWindow) -> bool:
    return window.appearance.choice == theme


def _has_engine(kind: str, window: AppWindow) -> bool:
    model = window.session.model
    return model is not None and model.engine.name == kind


def _use_engine(kind: str, window: AppWindow) -> None:
    window.controller.use_engine(kind)


def _thinks(window: AppWindow) -> bool:
    return window.session.thinking_steps > 0


def _toggle_thinking(window: AppWindow) -> None:
    steps = 0 if _thinks(window) else window.preferences.settings.thinking_steps
    window.session.set_thinking_steps(steps)


def _show_sheet(kind: str, window: AppWindow) -> None:
    open_dialog(window, "writing.sheet_dialog").show_kind(kind)


FILE = Menu(
    "file",
    mark("&File"),
    (
        Command(
            "open_picture",
            mark("&Open a picture…"),
            mark("Open a picture"),
            ("Ctrl+O",),
            lambda window: window.opening.ask_for_pictures(),
        ),
        Command(
            "paste",
            mark("&Paste a picture"),
            mark("Paste a picture"),
            ("Ctrl+V",),
            lambda window: window.opening.paste(),
        ),
        Menu("recent", mark("Open &recent")),
        Menu("samples", mark("Sample p&ictures")),
        None,
        Command(
            "read_many",
            mark("Read &many pictures…"),
            mark("Read many pictures into a table"),
            ("Ctrl+Shift+O",),
            opens="batch.batch_dialog",
        ),
        Command(
            "form_editor",
            mark("Form &editor…"),
            mark("Mark the fields of a printed form, and read filled-in pages with it"),
            opens="forms.form_dialog",
        ),
        None,
        Command(
            "save_answer",
            mark("&Save the answer…"),
            mark("Save the answer"),
            ("Ctrl+S", "Ctrl+Shift+S"),
            save_answer,
        ),
        Command(
            "print_answer",
            mark("P&rint the answer…"),
            mark("Print the answer"),
            ("Ctrl+P",),
            print_answer,
        ),
        None,
        Command(
            "archive",
            mark("Arc&hive…"),
            mark("Archive of earlier readings"),
            ("Ctrl+H",),
            opens="archive.archive_dialog",
        ),
        Command(
            "data_sets",
            mark("&Data sets…"),
            mark("Data sets"),
            ("Ctrl+D",),
            opens="data.data_dialog",
        ),
        None,
        Menu(
            "lessons",
            mark("&Lessons"),
            (
                Command(
                    "record_lesson",
                    mark("&Record a lesson…"),
                    mark("Record a lesson"),
                    ("Ctrl+Shift+E",),
                    lambda window: window.lessons.record(),
                ),
                Command(
                    "open_lesson",
                    mark("&Open a lesson…"),
                    mark("Open a lesson from a file and play it"),
                    run=lambda window: window.opening.ask_for_lesson(),
                ),
                None,
            ),
        ),
        Command(
            "share",
            mark("S&hare as a web page…"),
            mark("Share a web page that reads digits with this model"),
            run=lambda window: window.sharing.open(),
        ),
        None,
        Command(
            "quit", mark("&Quit"), mark("Quit"), ("Ctrl+Q", "Ctrl+W"), lambda window: window.close()
        ),
    ),
)

EDIT = Menu(
    "edit",
    mark("&Edit"),
    (
        Command(
            "undo",
            mark("&Undo"),
            mark("Undo"),
            ("Ctrl+Z",),
            _undo,
            is_enabled=lambda window: window.input.canvas.drawing.history.stack.canUndo(),
        ),
        Command(
            "redo",
            mark("&Redo"),
            mark("Redo (also Ctrl+Y)"),
            ("Ctrl+Shift+Z", "Ctrl+Y"),
            lambda window: window.input.canvas.redo(),
            is_enabled=_can_redo,
        ),
        Command(
            "copy_number",
            mark("&Copy the number"),
            mark("Copy the number"),
            ("Ctrl+C",),
            lambda window: window.several.copy_text(),
            is_enabled=lambda window: window.several.has_digits,
        ),
        Command(
            "copy_answer",
            mark("Copy the answer as a &picture"),
            mark("Copy the answer as a picture"),
            ("Ctrl+Shift+C",),
            partial(copy_answer, "picture"),
        ),
        Command(
            "copy_answer_text",
            mark("Copy the answer as &text"),
            mark("Copy the probabilities and the evidence, for a spreadsheet"),
            run=partial(copy_answer, "text"),
        ),
        Command(
            "copy_python",
            mark("Copy as P&ython"),
            mark("Copy the lines of Python that read this picture in the same way"),
            run=copy_python,
        ),
        Command(
            "copy_command",
            mark("Copy as co&mmand"),
            mark("Copy the command that reads this picture in the same way"),
            run=copy_command,
        ),
        None,
        Menu("preparations", mark("Read the picture &as")),
        Command(
            "crop",
            mark("Cr&op and turn…"),
            mark("Choose the part of the picture to read"),
            opens="cropping.crop_dialog",
        ),
        Command(
            "clear",
            mark("&Clear"),
            mark("Clear the canvas"),
            ("Delete",),
            lambda window: window.input.canvas.clear(),
            is_enabled=_shows_canvas,
        ),
        Command(
            "new_noise",
            mark("&New noise"),
            mark("New noise"),
            ("Space",),
            lambda window: window.session.renew_noise(),
        ),
        Command(
            "no_noise",
            mark("N&o noise"),
            mark("No noise"),
            ("Shift+Space",),
            lambda window: window.session.reset_noise(),
        ),
        None,
        Command(
            "preferences",
            mark("Pre&ferences…"),
            mark("Preferences"),
            ("Ctrl+,",),
            opens="preferences_dialog",
        ),
    ),
)

MODEL = Menu(
    "model",
    mark("&Model"),
    (
        Menu("models", mark("&Choose")),
        Command(
            "train",
            mark("&Train…"),
            mark("Train a model"),
            ("Ctrl+T",),
            lambda window: window.training.open(),
        ),
        Command(
            "teach",
            mark("Teac&h…"),
            mark("Teach a model your handwriting"),
            ("Ctrl+Shift+T",),
            lambda window: window.teaching.open(),
        ),
        Command(
            "open_model",
            mark("&Open a model file…"),
            mark("Open a model file"),
            ("Ctrl+M",),
            lambda window: window.opening.ask_for_model(),
        ),
        Command(
            "library",
            mark("&Models and comparison…"),
            mark("Models and comparison"),
            ("Ctrl+Shift+M",),
            opens="library.library_dialog",
        ),
        Command(
            "fool",
            mark("&Fool it…"),
            mark("Fool it: find the smallest change that makes the model misread a digit"),
            ("Ctrl+Shift+F",),
            opens="adversarial.adversarial_dialog",
        ),
        Command(
            "sweeps",
            mark("S&weeps…"),
            mark("Train many models that a file describes, and compare them"),
            run=lambda window: window.sweeping.open(),
        ),
        Command(
            "scorecard",
            mark("&Scorecard…"),
            mark("Scorecard"),
            ("Ctrl+R",),
            opens="scorecard.scorecard_dialog",
        ),
        None,
        Command(
            "think_longer",
            mark("Think &longer"),
            mark("Think longer: search for better explanations under every label, step by step"),
            ("Ctrl+K",),
            _toggle_thinking,
            is_checked=_thinks,
        ),
        Menu(
            "engine",
            mark("&Engine"),
            tuple(
                Command(
                    f"engine_{kind}",
                    text,
                    mark("Let this engine run the model in use"),
                    run=partial(_use_engine, kind),
                    is_checked=partial(_has_engine, kind),
                    group="engine",
                )
                for kind, text in ENGINES.items()
            ),
        ),
    ),
)

WRITE = Menu(
    "write",
    mark("&Write"),
    (
        *(
            Command(
                f"sheet_{kind}",
                text,
                mark("Let the model write a sheet of digits"),
                run=partial(_show_sheet, kind),
            )
            for kind, text in SHEET_TEXTS.items()
        ),
        None,
        Command(
            "complete",
            mark("&Erase and complete…"),
            mark("Erase and complete"),
            ("Ctrl+E",),
            opens="writing.completion_dialog",
        ),
        Command(
            "walk",
            mark("&Walk between digits…"),
            mark("Walk between digits"),
            ("Ctrl+Shift+W",),
            opens="writing.walk_dialog",
        ),
    ),
)

VIEW = Menu(
    "view",
    mark("&View"),
    (
        *(
            Command(
                f"theme_{theme}",
                text,
                mark("Colours of the window"),
                run=partial(_choose_theme, theme),
                is_checked=partial(_has_theme, theme),
                group="theme",
            )
            for theme, text in THEMES.items()
        ),
        None,
        Command(
            "several_digits",
            mark("&Several digits"),
            mark("Several digits: read a number"),
            ("N",),
            lambda window: window.several.toggle(),
            is_checked=lambda window: window.several.is_active,
        ),
        Command(
            "wide_canvas",
            mark("&Wide canvas"),
            mark("Wide canvas, to write a number on"),
            ("Ctrl+Shift+N",),
            _toggle_wide,
            is_checked=lambda window: window.input.canvas.drawing.aspect > 1,
        ),
        Command(
            "latent_space",
            mark("&Latent space…"),
            mark("Latent space"),
            ("Ctrl+Shift+L",),
            opens="latent.latent_window",
        ),
        None,
        Command(
            "input_pane",
            mark("&Input pane"),
            mark("Show or hide the input pane"),
            ("Ctrl+1",),
            lambda window: window.panes.toggle("input"),
        ),
        Command(
            "answer_pane",
            mark("&Answer pane"),
            mark("Show or hide the answer pane"),
            ("Ctrl+2",),
            lambda window: window.panes.toggle("answer"),
        ),
        Command(
            "results_pane",
            mark("&Generated, latent and loss pane"),
            mark("Show or hide the generated digits and plots"),
            ("Ctrl+3",),
            lambda window: window.panes.toggle("results"),
        ),
        None,
        Command(
            "larger_text",
            mark("&Larger text"),
            mark("Larger text"),
            ("Ctrl++", "Ctrl+="),
            lambda window: window.appearance.step_text(1),
        ),
        Command(
            "smaller_text",
            mark("S&maller text"),
            mark("Smaller text"),
            ("Ctrl+-",),
            lambda window: window.appearance.step_text(-1),
        ),
        Command(
            "usual_text",
            mark("&Default text size"),
            mark("Default text size"),
            ("Ctrl+0",),
            lambda window: window.appearance.set_text_scale(1.0),
        ),
        None,
        Command(
            "toggle_theme",
            mark("&Light or dark"),
            mark("Light or dark"),
            ("Ctrl+L",),
            lambda window: window.appearance.toggle(),
        ),
        Command(
            "full_screen", mark("&Full screen"), mark("Full screen"), ("F11",), _toggle_full_screen
        ),
    ),
)

HELP = Menu(
    "help",
    mark("&Help"),
    (
        Command(
            "guide",
            mark("&Guide"),
            mark("Guide"),
            ("F1",),
            lambda window: window.explainer.show_guide(),
        ),
        Command(
            "cvae",
            mark("&How a CVAE works"),
            mark("A live picture of the network, with your drawing running through it"),
            run=lambda window: window.explainer.show_guide("cvae"),
        ),
        Command(
            "tour",
            mark("&Tour"),
            mark("Take the tour of the window again"),
            run=lambda window: window.start_tour(),
        ),
        Menu("explain", mark("&Explain")),
        Command(
            "palette",
            mark("Find a c&ommand…"),
            mark("Find and run any command"),
            ("Ctrl+Shift+P",),
            opens="command_palette",
        ),
        Command(
            "keys",
            mark("&Keyboard shortcuts"),
            mark("List of keyboard shortcuts"),
            ("?", "Ctrl+/"),
            opens="shortcuts_dialog",
        ),
        None,
        Command(
            "log_folder",
            mark("Open the &log folder"),
            mark("Show where the log is"),
            run=lambda window: open_log_folder(window.session),
        ),
        Command(
            "copy_report",
            mark("&Copy a report"),
            mark("Copy versions, system and the end of the log, for the person who helps you"),
            run=lambda window: copy_report(window.session, window.controller.runner),
        ),
        Command(
            "about",
            mark("&About desktop_cvae"),
            mark("Version, libraries and their licences"),
            opens="about.about_dialog",
        ),
    ),
)

MENUS = (FILE, EDIT, MODEL, WRITE, VIEW, HELP)


def _set_label(label: int | None, window: AppWindow) -> None:
    window.session.set_label(label)


LABELS = tuple(
    Command(
        f"label_{label}",
        mark("Label {name}"),
        mark("Read as this label"),
        (str(label),),
        partial(_set_label, label),
        name=str(label),
    )
    for label in range(10)
)

CANVAS_KEYS = (
    Command(
        "automatic_label",
        mark("Automatic label"),
        mark("Automatic label"),
        ("A",),
        partial(_set_label, None),
    ),
    Command(
        "thinner_pen",
        mark("Thinner pen"),
        mark("Thinner pen"),
        ("[",),
        lambda window: window.input.pen_bar.step_width(-1),
    ),
    Command(
        "broader_pen",
        mark("Broader pen"),
        mark("Broader pen"),
        ("]",),
        lambda window: window.input.pen_bar.step_width(1),
    ),
    Command(
        "eraser",
        mark("Eraser"),
        mark("Eraser"),
        ("E",),
        lambda window: window.input.pen_bar.eraser.toggle(),
    ),
    Command(
        "denoise",
        mark("Denoise"),
        mark("Denoise: replace the drawing with the reconstruction"),
        ("D",),
        lambda window: window.session.denoise(),
    ),
    Command(
        "correct",
        mark("Correct the answer"),
        mark("Correct the answer: choose the right label"),
        ("C",),
        lambda window: window.corrections.ask(),
    ),
    Command(
        "choose_preparation",
        mark("Read the picture as …"),
        mark("How the picture is read"),
        ("P",),
        _choose_preparation,
        is_enabled=_shows_canvas,
    ),
)
"""Commands about the drawing that stand in no menu."""


def commands_in(
    menu: Menu, path: tuple[Menu, ...] = ()
) -> Iterator[tuple[Command, tuple[Menu, ...]]]:
    """Yield a menu's commands, each with the menus that lead to it, from the menu bar on."""
    path = (*path, menu)
    for row in menu.rows:
        if isinstance(row, Menu):
            yield from commands_in(row, path)
        elif row is not None:
            yield row, path


def all_commands() -> Iterator[tuple[Command, tuple[Menu, ...]]]:
    """Yield every command with the menus that lead to it; the canvas's own stand in none."""
    for menu in MENUS:
        yield from commands_in(menu)
    for command in (*LABELS, *CANVAS_KEYS):
        yield command, ()
