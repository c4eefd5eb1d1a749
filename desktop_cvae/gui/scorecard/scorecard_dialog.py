"""The scorecard: models measured on held-out digits, beside which one goes on drawing."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING

from PySide6.QtCore import QSize, Qt, QTimer
from PySide6.QtWidgets import QDialog, QHBoxLayout, QWidget

from desktop_cvae.core.errors import DesktopCvaeError
from desktop_cvae.gui.controller import Controller
from desktop_cvae.gui.scorecard.findings import ModelFindings
from desktop_cvae.gui.scorecard.measurement import Measurement
from desktop_cvae.gui.scorecard.panes import ScorecardPanes
from desktop_cvae.gui.scorecard.wish_card import WishCard
from desktop_cvae.gui.session import Session
from desktop_cvae.gui.theme import SPACING
from desktop_cvae.gui.widgets.card import Card

if TYPE_CHECKING:
    from desktop_cvae.library.model_library import ModelEntry

SIZE = QSize(1160, 680)
SCREEN_SHARE = 0.94
"""The frame and a panel need the rest of a small screen."""
REFRESH_MS = 400
"""Findings grow many times a second; plots and tables follow at this pace."""
UNKNOWN = "Something went wrong; the log has more."
HINT = "Accuracy, calibration, −ELBO, and what noise and shifts do to them."


class ScorecardDialog(QDialog):
    """Which models at the left, what they reach at the right.

    Args:
        parent: the window.
        session: its models are offered, its theme is followed.
        controller: has the worker and the source of models and digits.
    """

    def __init__(self, parent: QWidget, session: Session, controller: Controller) -> None:
        super().__init__(parent)
        self.setObjectName("scorecard")
        self.setWindowTitle("Scorecard")
        self.setWindowFlag(Qt.WindowType.WindowMaximizeButtonHint)
        self._session = session
        self.wish = WishCard(session.theme)
        self.panes = ScorecardPanes(controller.runner, session.theme)
        self.measurement = Measurement(controller.runner, controller.source, self)
        self.findings: list[ModelFindings] = []
        self._pace = QTimer(self, singleShot=True, interval=REFRESH_MS)
        self._lay_out()
        self._connect()
        self._on_models_changed()
        self.wish.say(HINT)

    def _lay_out(self) -> None:
        card = Card()
        card.box.setContentsMargins(1, 1, 1, 1)
        card.box.addWidget(self.panes)
        across = QHBoxLayout(self)
        across.setContentsMargins(*(2 * SPACING,) * 4)
        across.setSpacing(2 * SPACING)
        across.addWidget(self.wish)
        across.addWidget(card, 1)
        self.resize(SIZE.boundedTo(self.screen().availableSize() * SCREEN_SHARE))

    def _connect(self) -> None:
        measurement, wish = self.measurement, self.wish
        wish.measure_wanted.connect(self._on_measure_wanted)
        wish.stop_wanted.connect(measurement.stop)
        measurement.said.connect(wish.say)
        measurement.began.connect(self._on_began)
        measurement.progressed.connect(self._on_progressed)
        measurement.ended.connect(self._on_ended)
        measurement.failed.connect(self._on_failed)
        self._pace.timeout.connect(self.panes.refresh)
        self._session.models_changed.connect(self._on_models_changed)
        self._session.theme_changed.connect(self._on_theme_changed)
        self.finished.connect(self._on_finished)

    def _on_models_changed(self) -> None:
        model = self._session.model
        if not self.measurement.is_running:
            self.wish.set_entries(self._session.models, model.entry.name if model else "")

    def _on_measure_wanted(self, entries: Sequence[ModelEntry], count: int) -> None:
        self.wish.show_running(True)
        self.measurement.start(entries, count)

    def _on_began(self, findings: list[ModelFindings]) -> None:
        self.findings = findings
        self.panes.confusion.digits = self.measurement.digits
        self.panes.set_models(findings)

    def _on_progressed(self, done: int, total: int) -> None:
        self.wish.show_progress(done, total)
        self.wish.say(f"{100 * done // total} % measured")
        if not self._pace.isActive():
            self._pace.start()

    def _on_ended(self, complete: bool) -> None:
        self.wish.show_running(False)
        self.panes.refresh()
        count = max((found.n for found in self.findings), default=0)
        self.wish.say(
            f"Measured on {count:,} digits." if complete else f"Stopped after {count:,} digits."
        )
        self._on_models_changed()

    def _on_failed(self, error: Exception) -> None:
        self.wish.say("")
        self.wish.warn(error.sentence if isinstance(error, DesktopCvaeError) else UNKNOWN)

    def _on_theme_changed(self) -> None:
        self.wish.set_theme(self._session.theme)
        self.panes.set_theme(self._session.theme)

    def _on_finished(self) -> None:
        self._pace.stop()
        self._session.models_changed.disconnect(self._on_models_changed)
        self._session.theme_changed.disconnect(self._on_theme_changed)
        self.measurement.stop()
        self.panes.stop()
        self.deleteLater()
