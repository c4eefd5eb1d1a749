"""Models side by side, in a dialog beside which one goes on drawing."""

from __future__ import annotations

from collections.abc import Sequence
from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import QSize, Qt
from PySide6.QtWidgets import QDialog, QFrame, QHBoxLayout, QScrollArea, QVBoxLayout, QWidget

from desktop_cvae.core.errors import DesktopCvaeError
from desktop_cvae.core.results import FloatArray, LatentMap, Scorecard
from desktop_cvae.gui.comparison import work
from desktop_cvae.gui.comparison.checkpoint_bar import CheckpointBar
from desktop_cvae.gui.comparison.comparison_panes import ComparisonPanes, Findings
from desktop_cvae.gui.comparison.contenders import Contender, shared_stops
from desktop_cvae.gui.comparison.drawing_card import DrawingCard
from desktop_cvae.gui.comparison.inquiry import Inquiry
from desktop_cvae.gui.comparison.opener import Opener
from desktop_cvae.gui.comparison.shown_weights import ShownWeights
from desktop_cvae.gui.model_source import ModelSource
from desktop_cvae.gui.session import Session
from desktop_cvae.gui.theme import SPACING
from desktop_cvae.gui.widgets.card import Card, text_label
from desktop_cvae.library.run_models import distinct_names
from desktop_cvae.workers.job_runner import JobRunner

if TYPE_CHECKING:
    from desktop_cvae.datasets.digit_dataset import DigitDataset

DRAWING_WIDTH_PX = 326
SIZE = QSize(1160, 680)
SCREEN_SHARE = 0.94
"""The frame and a panel need the rest of a small screen."""
NO_DIGITS = "Digits, latent spaces and results need MNIST's test digits, which are not here."
UNKNOWN = "Something went wrong; the log has more."


class ComparisonDialog(QDialog):
    """The drawing at the left, plots and tables at the right, one slider above them.

    Args:
        parent: the window.
        session: its drawing, noise, label and theme are followed.
        runner: the worker.
        source: where models and test digits come from.
        contenders: the opened models, two or more.
    """

    def __init__(
        self,
        parent: QWidget,
        session: Session,
        runner: JobRunner,
        source: ModelSource,
        contenders: Sequence[Contender],
    ) -> None:
        super().__init__(parent)
        names = tuple(distinct_names([contender.name for contender in contenders]))
        models = [contender.model for contender in contenders]
        self.setObjectName("comparison")
        self.setWindowTitle("Comparison — " + ", ".join(names))
        self.setWindowFlag(Qt.WindowType.WindowMaximizeButtonHint)
        self._session, self._runner = session, runner
        self._slot = f"comparison {id(self)}"
        self._originals: DigitDataset | None = None
        self.findings = Findings(tuple(contenders), names)
        self.opener = Opener(runner, source, parent=self)
        self.weights = ShownWeights(contenders, self.opener, self)
        self.inquiry = Inquiry(runner, source, models, self)
        self.drawing = DrawingCard(models, names, session.theme)
        self.panes = ComparisonPanes(self.findings, runner, session.theme)
        stops = shared_stops(contenders)
        self.bar = CheckpointBar(stops, session.theme) if stops else None
        self.message = text_label("", "warning")
        self._lay_out()
        self._connect()
        self._read_drawing()
        self.inquiry.start()

    @property
    def is_complete(self) -> bool:
        """True when every question is answered."""
        return self.inquiry.is_complete and not self.opener.is_busy

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
        self.message.setWordWrap(True)
        self.message.hide()
        right = QVBoxLayout()
        right.setSpacing(2 * SPACING)
        right.addWidget(self.message)
        if self.bar is not None:
            right.addWidget(self.bar)
        right.addWidget(card, 1)
        across = QHBoxLayout(self)
        across.setContentsMargins(*(2 * SPACING,) * 4)
        across.setSpacing(2 * SPACING)
        across.addWidget(scroll)
        across.addLayout(right, 1)
        self.resize(SIZE.boundedTo(self.screen().availableSize() * SCREEN_SHARE))

    def _connect(self) -> None:
        session = self._session
        for change in (session.image_changed, session.noise_changed, session.label_changed):
            change.connect(self._read_drawing)
        session.theme_changed.connect(self._on_theme_changed)
        self.inquiry.digits_found.connect(self._on_digits_found)
        self.inquiry.looked.connect(self._on_looked)
        self.inquiry.scored.connect(self._on_scored)
        self.inquiry.failed.connect(self._on_failed)
        self.weights.changed.connect(self._on_weights_changed)
        self.opener.failed.connect(self._on_failed)
        if self.bar is not None:
            self.bar.stop_chosen.connect(self._on_stop_chosen)
            self.opener.progressed.connect(self.bar.say)
            self.opener.finished.connect(lambda: self._say_progress(""))
        self.finished.connect(self._on_finished)

    def _on_digits_found(self, originals: DigitDataset | None) -> None:
        self._originals = originals
        if originals is None:
            self._say(NO_DIGITS)
            return
        self.findings.originals = originals.floats()
        self.findings.label_names = originals.label_names
        for index, epoch in enumerate(self.weights.epochs):
            if epoch is not None:
                self._rebuild(index)

    def _on_looked(self, index: int, rebuilt: FloatArray, latent_map: LatentMap | None) -> None:
        # The slider may have been moved meanwhile; then other weights rebuild the digits.
        if self.weights.epochs[index] is None:
            self.findings.reconstructions[index] = rebuilt
        if latent_map is not None:
            self.findings.maps[index] = latent_map
        self.panes.digits.refresh()
        self.panes.maps.refresh()

    def _on_scored(self, index: int, card: Scorecard) -> None:
        self.findings.cards.setdefault(index, []).append(card)
        self.panes.refresh_metrics()

    def _on_stop_chosen(self, stop: int | None) -> None:
        self.message.hide()
        self.panes.show_saved_notes(stop is not None)
        self.weights.choose(stop)

    def _on_weights_changed(self, index: int) -> None:
        self.drawing.set_title(index, self.weights.name(index, self.findings.names[index]))
        self._read_drawing()
        self._rebuild(index)

    def _rebuild(self, index: int) -> None:
        """Let a model rebuild the originals with the weights that it shows."""
        if self._originals is not None:
            job = partial(work.rebuild_digits, self.weights.models[index], self._originals)
            done = partial(self._on_rebuilt, index)
            self._runner.submit(f"{self._slot} digits {index}", job, done, self._on_failed)

    def _on_rebuilt(self, index: int, rebuilt: FloatArray) -> None:
        self.findings.reconstructions[index] = rebuilt
        self.findings.shown_names[index] = self.weights.name(index, self.findings.names[index])
        self.panes.digits.refresh()

    def _on_failed(self, error: Exception) -> None:
        self._say_progress("")
        self._say(error.sentence if isinstance(error, DesktopCvaeError) else UNKNOWN)

    def _say(self, sentence: str) -> None:
        self.message.setText(sentence)
        self.message.show()

    def _say_progress(self, text: str) -> None:
        if self.bar is not None:
            self.bar.say(text)

    def _read_drawing(self) -> None:
        session, slot = self._session, self._slot + " drawing"
        if session.image is None:
            self._runner.cancel(slot)
            self.drawing.show_result(None)
            return
        label = None if session.label is None else session.label_names[session.label]
        models = tuple(self.weights.models)
        job = partial(work.read_drawing, models, session.image, session.noise, label)
        self._runner.submit(slot, job, self.drawing.show_result, self._on_failed)

    def _on_theme_changed(self) -> None:
        self.drawing.set_theme(self._session.theme)
        self.panes.set_theme(self._session.theme)
        if self.bar is not None:
            self.bar.set_theme(self._session.theme)

    def _on_finished(self) -> None:
        self.opener.stop()
        self.inquiry.stop()
        self.panes.stop()
        for what in ("drawing", *(f"digits {at}" for at in range(len(self.findings.names)))):
            self._runner.cancel(f"{self._slot} {what}")
        session = self._session
        session.theme_changed.disconnect(self._on_theme_changed)
        for change in (session.image_changed, session.noise_changed, session.label_changed):
            change.disconnect(self._read_drawing)
        self.deleteLater()
