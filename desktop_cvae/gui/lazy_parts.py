"""The parts of the main window that are built when they are first needed.

Tested in tests/gui/test_main_window.py.
"""

from __future__ import annotations

from functools import cached_property
from typing import TYPE_CHECKING

from PySide6.QtWidgets import QVBoxLayout

from desktop_cvae.gui.app_window import AppWindow
from desktop_cvae.gui.menus import Menus
from desktop_cvae.gui.widgets.model_chooser import ModelChooser

if TYPE_CHECKING:
    from desktop_cvae.gui.comparison.sweep_command import SweepCommand
    from desktop_cvae.gui.explanations.explainer import Explainer
    from desktop_cvae.gui.explanations.tour import Tour
    from desktop_cvae.gui.lessons.lesson_player import LessonPlayer
    from desktop_cvae.gui.session_restore import SessionRestorer
    from desktop_cvae.gui.sharing.sharing_command import SharingCommand
    from desktop_cvae.gui.teaching.teaching_command import TeachingCommand
    from desktop_cvae.gui.training.training_command import TrainingCommand
    from desktop_cvae.inference.opened_model import OpenedModel

ROOMY_PX = 800
"""Smallest height of a window that shows a lesson's bar and the model's strip, in pixels."""


class LazyParts(AppWindow):
    """Builds commands, lessons, explanations and session restore on first use.

    Each property imports its modules then: the window opens sooner without them.

    Attributes:
        chooser, menus: as in the main window, which makes them.
        down: the layout of the window's parts, from top to bottom.
    """

    chooser: ModelChooser
    menus: Menus
    down: QVBoxLayout

    @cached_property
    def training(self) -> TrainingCommand:
        from desktop_cvae.gui.training.training_command import TrainingCommand

        training = TrainingCommand(self, self.session, self.controller, self.status.chip)
        training.process.finished.connect(self.session.runs_changed)
        notices = training.notices
        notices.epoch_history_requested.connect(self._show_epoch_history)
        notices.comparison_requested.connect(self._compare_models)
        return training

    @cached_property
    def teaching(self) -> TeachingCommand:
        from desktop_cvae.gui.teaching.teaching_command import TeachingCommand

        teaching = TeachingCommand(self, self.session, self.controller)
        self.corrections.changed.connect(teaching.refresh_examples)
        return teaching

    @cached_property
    def sharing(self) -> SharingCommand:
        from desktop_cvae.gui.sharing.sharing_command import SharingCommand

        sharing = SharingCommand(self, self.session)
        sharing.changed.connect(lambda: self.status.show_sharing(sharing.status_text))
        return sharing

    @cached_property
    def sweeping(self) -> SweepCommand:
        from desktop_cvae.gui.comparison.sweep_command import SweepCommand

        return SweepCommand(self, self.session, self.controller, lambda: self.opening.folder)

    @cached_property
    def restorer(self) -> SessionRestorer:
        """The part that saves and restores the session."""
        from desktop_cvae.gui.session_restore import SessionRestorer

        return SessionRestorer(
            self,
            self.session,
            self.input.canvas,
            self.results,
            self.several,
            lambda: self.open_topic,
        )

    @cached_property
    def lessons(self) -> LessonPlayer:
        from desktop_cvae.gui.lessons.lesson_player import LessonPlayer

        lessons = LessonPlayer(
            self,
            self.restorer,
            self.session,
            self.controller,
            self.preferences,
            lambda: self.opening.folder,
        )
        self.down.insertWidget(1, lessons.bar)
        # Notices float over everything, and may be there already.
        lessons.bar.lower()
        lessons.opened.connect(self.menus.recent.add)
        lessons.started.connect(self._on_lesson_started)
        lessons.ended.connect(self.chooser.show)
        lessons.answer_requested.connect(lambda: self.panes.bring("answer"))
        lessons.explanation_requested.connect(self.explain)
        return lessons

    @cached_property
    def explainer(self) -> Explainer:
        from desktop_cvae.gui.explanations.chapters import GuideTools
        from desktop_cvae.gui.explanations.explainer import Explainer

        tools = GuideTools(self.session, self.results, self.opening.open_sample, self.run)
        return Explainer(self.controller.runner, self.latent, tools, self)

    @property
    def open_topic(self) -> str:
        """The topic of the open explanation card; "" without one."""
        # Asked after every change, which must not build the explainer.
        card = self.explainer.card if "explainer" in vars(self) else None
        return card.topic.key if card else ""

    def explain(self, topic: str) -> None:
        from desktop_cvae.gui.explanations.topics import TOPICS

        if topic in TOPICS:
            self.explainer.explain(topic, self.answer.bars)
        elif not topic and self.open_topic and self.explainer.card is not None:
            self.explainer.card.close_card()

    def start_tour(self) -> Tour:
        from desktop_cvae.gui.explanations.tour import Tour

        for tour in self.findChildren(Tour):
            tour.end()
        self.preferences.change(tour_seen=True)
        # The tour needs an answer to point at.
        self.show_example()
        parts = {
            "canvas": self.input.canvas,
            "verdict": self.answer.verdict,
            "evidence": self.answer.bars,
            "noise": self.input.noise_bar,
            "results": self.results.tabs.tabBar(),
            "help": self.chooser.help,
        }
        return Tour(self, parts, self.panes.bring)

    # Both dialogs import matplotlib; looking for an interrupted training must not wait for it.
    def _show_epoch_history(self, run_id: str) -> None:
        from desktop_cvae.gui.library.epoch_history_dialog import find_epoch_history

        find_epoch_history(self, run_id)

    def _compare_models(self, models: tuple[OpenedModel, ...]) -> None:
        from desktop_cvae.gui.comparison.comparison_dialog import compare_models

        compare_models(self, models)

    def _on_lesson_started(self) -> None:
        # The lesson chooses its model; in a low window its strip makes room for the lesson's bar.
        self.chooser.setVisible(self.height() >= ROOMY_PX)
