"""Models side by side, in a dialog beside which one goes on drawing."""

from __future__ import annotations

from collections import deque
from collections.abc import Callable, Sequence
from functools import partial
from typing import TYPE_CHECKING, Any

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QDialog, QFrame, QHBoxLayout, QScrollArea, QWidget

from desktop_cvae.core.errors import DesktopCvaeError
from desktop_cvae.gui.comparison import work
from desktop_cvae.gui.comparison.comparison_panes import ComparisonPanes, Findings
from desktop_cvae.gui.comparison.drawing_card import DrawingCard
from desktop_cvae.gui.model_source import ModelSource
from desktop_cvae.gui.session import Session
from desktop_cvae.gui.theme import SPACING
from desktop_cvae.gui.values import LoadedModel
from desktop_cvae.gui.widgets.card import Card
from desktop_cvae.workers.job_runner import JobRunner

if TYPE_CHECKING:
    from desktop_cvae.datasets.digit_dataset import DigitDataset

SCORED = 1000
"""Held-out digits that every model is scored on; “desktop-cvae compare” takes all."""
DRAWING_WIDTH_PX = 326
NO_DIGITS = "Digits, latent spaces and results need MNIST's test digits, which are not here."
Step = tuple[Callable[[], Any], Callable[[Any], None]]


class ComparisonDialog(QDialog):
    """Asks the worker step by step, so that the pen's answers come in between.

    Args:
        parent: the window.
        session: its drawing, noise, label and theme are followed.
        runner: the worker.
        source: where models and test digits come from.
        models: the opened models, two or more.
    """

    def __init__(
        self,
        parent: QWidget,
        session: Session,
        runner: JobRunner,
        source: ModelSource,
        models: Sequence[LoadedModel],
    ) -> None:
        super().__init__(parent)
        self.setObjectName("comparison")
        self.setWindowTitle("Comparison — " + ", ".join(model.entry.name for model in models))
        self.setWindowFlag(Qt.WindowType.WindowMaximizeButtonHint)
        self._session, self._runner, self._source = session, runner, source
        self._slot = f"comparison {id(self)}"
        self._steps: deque[Step] = deque()
        self.findings = Findings(tuple(models))
        self.drawing = DrawingCard(models, session.theme)
        self.panes = ComparisonPanes(self.findings, session.theme)
        self._lay_out()
        for change in (session.image_changed, session.noise_changed, session.label_changed):
            change.connect(self._read_drawing)
        session.theme_changed.connect(self._on_theme_changed)
        self.finished.connect(self._on_finished)
        self._read_drawing()
        self._do([(source.test_digits, self._on_digits_found)])

    @property
    def is_complete(self) -> bool:
        """True when every question is answered."""
        return not self._steps

    def _lay_out(self) -> None:
        scroll = QScrollArea()
        scroll.setFrameShape(QFrame.Shape.NoFrame)
        scroll.setWidgetResizable(True)
        scroll.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        scroll.setWidget(self.drawing)
        scroll.setFixedWidth(DRAWING_WIDTH_PX)
        card = Card()
        card.box.setContentsMargins(1, 1, 1, 1)
        card.box.addWidget(self.panes)
        across = QHBoxLayout(self)
        across.setContentsMargins(*(2 * SPACING,) * 4)
        across.setSpacing(2 * SPACING)
        across.addWidget(scroll)
        across.addWidget(card, 1)
        self.resize(1160, 680)

    def _do(self, steps: Sequence[Step]) -> None:
        is_idle = not self._steps
        self._steps.extend(steps)
        if is_idle:
            self._start_step()

    def _start_step(self) -> None:
        if self._steps:
            function, on_done = self._steps[0]
            self._runner.submit(
                self._slot, function, partial(self._on_step_done, on_done), self._on_failed
            )

    def _on_step_done(self, on_done: Callable[[Any], None], result: object) -> None:
        on_done(result)
        self._steps.popleft()
        self._start_step()

    def _on_digits_found(self, digits: DigitDataset | None) -> None:
        if digits is None:
            self.panes.message.setText(NO_DIGITS)
            return
        from desktop_cvae.inference.comparison import pick_originals

        originals = pick_originals(digits, 0).digits
        self.findings.originals = originals.floats()
        self.findings.label_names = digits.label_names
        models, scored = self.findings.models, digits.limit(SCORED)
        self._do(
            [
                (
                    partial(work.look_at_digits, self._source, model, originals),
                    partial(self._on_looked, index),
                )
                for index, model in enumerate(models)
            ]
        )
        # In turns, so that the models are beside each other from the first digits on.
        self._do(
            [
                (partial(work.score_chunk, model, scored, start), partial(self._on_scored, index))
                for start in range(0, len(scored), work.CHUNK)
                for index, model in enumerate(models)
            ]
        )

    def _on_looked(self, index: int, seen: tuple[Any, Any]) -> None:
        self.findings.reconstructions[index], latent_map = seen
        if latent_map is not None:
            self.findings.maps[index] = latent_map
        self.panes.refresh_pictures()

    def _on_scored(self, index: int, card: Any) -> None:
        self.findings.cards.setdefault(index, []).append(card)
        self.panes.refresh_metrics()

    def _on_failed(self, error: Exception) -> None:
        self._steps.clear()
        is_ours = isinstance(error, DesktopCvaeError)
        self.panes.message.setText(
            error.sentence  # type: ignore[attr-defined]
            if is_ours
            else "Something went wrong; the log has more."
        )

    def _read_drawing(self) -> None:
        session = self._session
        if session.image is None:
            self._runner.cancel(self._slot + " drawing")
            self.drawing.show_result(None)
            return
        label = None if session.label is None else session.label_names[session.label]
        job = partial(work.read_drawing, self.findings.models, session.image, session.noise, label)
        self._runner.submit(self._slot + " drawing", job, self.drawing.show_result, self._on_failed)

    def _on_theme_changed(self) -> None:
        self.drawing.set_theme(self._session.theme)
        self.panes.set_theme(self._session.theme)

    def _on_finished(self) -> None:
        self._steps.clear()
        for slot in (self._slot, self._slot + " drawing"):
            self._runner.cancel(slot)
        self._session.theme_changed.disconnect(self._on_theme_changed)
        for change in (
            self._session.image_changed,
            self._session.noise_changed,
            self._session.label_changed,
        ):
            change.disconnect(self._read_drawing)
        self.deleteLater()
