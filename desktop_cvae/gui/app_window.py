"""The main window as menus, commands and dialogs see it.

Tested in tests/gui/test_main_window.py.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QMainWindow

if TYPE_CHECKING:
    from desktop_cvae.gui.comparison.sweep_command import SweepCommand
    from desktop_cvae.gui.controller import Controller
    from desktop_cvae.gui.explanations.explainer import Explainer
    from desktop_cvae.gui.latent.explorer import LatentExplorer
    from desktop_cvae.gui.lessons.lesson_player import LessonPlayer
    from desktop_cvae.gui.opening import Opening
    from desktop_cvae.gui.preferences import Preferences
    from desktop_cvae.gui.session import Session
    from desktop_cvae.gui.settings import Settings
    from desktop_cvae.gui.several_digits import SeveralDigits
    from desktop_cvae.gui.sharing.sharing_command import SharingCommand
    from desktop_cvae.gui.teaching.corrections import Corrections
    from desktop_cvae.gui.teaching.teaching_command import TeachingCommand
    from desktop_cvae.gui.theme import Appearance
    from desktop_cvae.gui.training.training_command import TrainingCommand
    from desktop_cvae.gui.widgets.answer_column import AnswerColumn
    from desktop_cvae.gui.widgets.input_column import InputColumn
    from desktop_cvae.gui.widgets.result_tabs import ResultTabs
    from desktop_cvae.gui.widgets.status_strip import StatusStrip
    from desktop_cvae.gui.widgets.window_panes import Panes


class AppWindow(QMainWindow):
    """Declares the parts that a command may use; the main window fills them in.

    It stands below menus, commands and dialogs, so that they can name the window that they are
    given without importing it.

    Signals:
        restart_requested: the program is to end, and to start again.
    """

    restart_requested = Signal()

    session: Session
    controller: Controller
    appearance: Appearance
    preferences: Preferences
    opening: Opening
    latent: LatentExplorer
    input: InputColumn
    answer: AnswerColumn
    results: ResultTabs
    several: SeveralDigits
    panes: Panes
    status: StatusStrip
    corrections: Corrections

    @property
    def training(self) -> TrainingCommand:
        """The command that trains, built when it is first needed."""
        raise NotImplementedError

    @property
    def teaching(self) -> TeachingCommand:
        """The command that teaches, built when it is first needed."""
        raise NotImplementedError

    @property
    def sharing(self) -> SharingCommand:
        """The command that shares a web page, built when it is first needed."""
        raise NotImplementedError

    @property
    def sweeping(self) -> SweepCommand:
        """The command that carries out a sweep, built when it is first needed."""
        raise NotImplementedError

    @property
    def lessons(self) -> LessonPlayer:
        """The player and recorder of lessons, built when it is first needed."""
        raise NotImplementedError

    @property
    def explainer(self) -> Explainer:
        """The opener of explanation cards, built when it is first needed."""
        raise NotImplementedError

    def run(self, command_id: str) -> None:
        raise NotImplementedError

    def explain(self, topic: str) -> None:
        """Open the card of a topic, if there is one of that name; "" closes the open card."""
        raise NotImplementedError

    def show_example(self) -> None:
        """Show the example digit, unless there is something on the canvas, or a lesson."""
        raise NotImplementedError

    def start_tour(self) -> object:
        raise NotImplementedError

    def remembered(self) -> Settings:
        """Return the settings with what the window looks like now."""
        raise NotImplementedError
