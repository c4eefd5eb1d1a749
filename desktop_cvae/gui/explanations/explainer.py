"""Opens explanation cards and the guide, one of each at a time."""

from __future__ import annotations

from PySide6.QtCore import QObject, QRect
from PySide6.QtWidgets import QWidget

from desktop_cvae.gui.explanations.chapters import GuideTools
from desktop_cvae.gui.explanations.explanation_card import ExplanationCard
from desktop_cvae.gui.explanations.guide import Guide
from desktop_cvae.gui.explanations.situation import SituationFollower
from desktop_cvae.gui.explanations.topics import TOPICS
from desktop_cvae.gui.latent.explorer import LatentExplorer
from desktop_cvae.workers.job_runner import JobRunner


class Explainer(QObject):
    """Opens the card of a topic, and the guide.

    Args:
        runner: the worker.
        explorer: the latent map in use.
        tools: what the guide's buttons use.
        window: the parent of the guide.
    """

    def __init__(
        self, runner: JobRunner, explorer: LatentExplorer, tools: GuideTools, window: QWidget
    ) -> None:
        super().__init__(window)
        self._session, self._runner, self._explorer = tools.session, runner, explorer
        self._tools, self._window = tools, window
        self.card: ExplanationCard | None = None

    def explain(self, key: str, anchor: QWidget, area: QRect | None = None) -> None:
        """Open a topic's card beside a heading, or close it if it is open.

        Args:
            key: a key of ``TOPICS``.
            anchor: the widget with the heading.
            area: the heading's area in the widget; None for all of it.
        """
        before = self.card
        if before is not None:
            before.close_card()
            if before.topic.key == key:
                return
        topic = TOPICS[key]
        self.card = card = ExplanationCard(topic, anchor, area or anchor.rect())
        card.closed.connect(self._on_closed)
        card.guide_requested.connect(self._on_guide_requested)
        follower = SituationFollower(
            self._session, self._runner, self._explorer, topic.finders, card
        )
        follower.found.connect(card.show_situation)
        card.open()
        follower.follow()

    def _on_closed(self) -> None:
        self.card = None

    def _on_guide_requested(self, chapter: str) -> None:
        if self.card is not None:
            self.card.close_card()
        self.show_guide(chapter)

    def show_guide(self, chapter: str = "") -> Guide:
        """Show the guide, open at a chapter."""
        guides = self._window.findChildren(Guide)
        # A closed guide stays a child of the window until the event loop deletes it.
        guide = next((each for each in guides if each.isVisible()), None)
        if guide is None:
            guide = Guide(self._window, self._tools, self._runner, self._explorer)
        guide.show_chapter(chapter)
        guide.show()
        guide.raise_()
        guide.activateWindow()
        return guide
