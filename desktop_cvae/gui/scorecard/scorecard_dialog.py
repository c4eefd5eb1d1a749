"""The scorecard: models measured on held-out digits while drawing goes on.

A card says which models and how many digits are to be measured, and how far it is.
"""

from __future__ import annotations

from collections.abc import Sequence
from functools import partial

from PySide6.QtCore import QSize, Qt, QTimer, Signal
from PySide6.QtGui import QColor, QIcon, QPainter, QPixmap
from PySide6.QtWidgets import QCheckBox, QPushButton, QSizePolicy, QWidget

from desktop_cvae.core.errors import DatasetProblem
from desktop_cvae.core.language import mark, number, tr, tr_n
from desktop_cvae.datasets.dataset import DigitDataset
from desktop_cvae.evaluation.measurement import (
    MeasurementStep,
    ModelFindings,
    choose_digits,
    measure,
)
from desktop_cvae.figures.palette import model_color
from desktop_cvae.gui.app_window import AppWindow
from desktop_cvae.gui.comparison.weights_opener import ModelWithRun, WeightsOpener, WeightsRequest
from desktop_cvae.gui.controller import Controller
from desktop_cvae.gui.controls import make_progress_bar
from desktop_cvae.gui.scorecard.scorecard_panes import ScorecardPanes
from desktop_cvae.gui.session import Session
from desktop_cvae.gui.theme import SPACING
from desktop_cvae.gui.widgets.card import Card, column, row, scrolling, text_label
from desktop_cvae.gui.widgets.segmented_choice import SegmentedChoice
from desktop_cvae.gui.widgets.work_dialog import WorkDialog, sentence_of
from desktop_cvae.library.model_library import ModelEntry

SIZE = QSize(1160, 680)
WIDTH_PX = 248
DOT_PX = 10
COUNTS = (200, 1000)
ALL = 10_000
MOST_MODELS = 6
REFRESH_MS = 400
"""Interval at which plots and tables follow the findings, which grow many times a second."""
NO_DIGITS = mark(
    "MNIST's test digits are not on this computer; File ▸ Data sets… (Ctrl+D) downloads them."
)
HINT = mark("Accuracy, calibration, −ELBO, and how noise and shifts change them.")


class RequestCard(Card):
    """Check boxes for models, the number of digits, and a button to measure or stop.

    Attributes:
        boxes: the models' check boxes, by name.

    Signals:
        measuring_requested(list[ModelEntry], int): measure these models on that many digits.
        stopping_requested: stop the measurement.
    """

    measuring_requested = Signal(object, int)
    stopping_requested = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._entries: dict[str, ModelEntry] = {}
        self.boxes: dict[str, QCheckBox] = {}
        self._is_running = False
        counts = [(str(count), number(count)) for count in COUNTS]
        self.counts = SegmentedChoice([*counts, (str(ALL), tr("All"))], tr("Number of test digits"))
        self.counts.set_value("1000")
        self.button = QPushButton(tr("Measure"))
        self.button.setDefault(True)
        self.bar = make_progress_bar(tr("Progress"))
        self.status = text_label("", "muted", wraps=True)
        self.warning = text_label("", "warning", wraps=True)
        self.warning.hide()
        self._lay_out()
        self.button.clicked.connect(lambda _=False: self._on_clicked())

    def sizeHint(self) -> QSize:
        width = max(WIDTH_PX, super().minimumSizeHint().width())
        return QSize(width, super().sizeHint().height())

    @property
    def chosen(self) -> list[ModelEntry]:
        return [self._entries[name] for name, box in self.boxes.items() if box.isChecked()]

    def set_entries(self, entries: Sequence[ModelEntry], checked: str) -> None:
        """List models; those that were checked stay checked."""
        kept = {entry.name for entry in self.chosen} or {checked}
        for box in self.boxes.values():
            box.deleteLater()
        self._entries = {entry.name: entry for entry in entries}
        self.boxes = {name: self._box(name, name in kept) for name in self._entries}
        self._on_checked()

    def show_running(self, is_running: bool) -> None:
        self._is_running = is_running
        self.button.setText(tr("Stop") if is_running else tr("Measure"))
        self.bar.setVisible(is_running)
        self.counts.setEnabled(not is_running)
        self.bar.setRange(0, 0 if is_running else 1)
        if is_running:
            self.warning.hide()
        self._on_checked()

    def show_progress(self, done: int, total: int) -> None:
        self.bar.setRange(0, total)
        self.bar.setValue(done)

    def say(self, text: str) -> None:
        self.status.setText(text)

    def warn(self, sentence: str) -> None:
        self.warning.setText(sentence)
        self.warning.show()

    def _lay_out(self) -> None:
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Preferred)
        self.add_section(tr("Models"))
        inside = QWidget()
        self._list = column(None)
        inside.setLayout(self._list)
        scroll = scrolling(inside)
        scroll.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.box.addWidget(scroll, 1)
        self.add_section(tr("Test digits of MNIST"))
        self.box.addWidget(self.counts)
        self.box.addSpacing(SPACING)
        for widget in (self.button, self.bar, self.status, self.warning):
            self.box.addWidget(widget)
        self.bar.hide()

    def _box(self, name: str, checked: bool) -> QCheckBox:
        text = name if len(name) <= 24 else f"{name[:12]}…{name[-11:]}"
        box = QCheckBox(text.replace("&", "&&"))
        box.setToolTip(name)
        box.setIconSize(QSize(DOT_PX, DOT_PX))
        box.setChecked(checked)
        box.toggled.connect(self._on_checked)
        self._list.insertWidget(self._list.count() - 1, box)
        return box

    def _on_checked(self) -> None:
        chosen = [entry.name for entry in self.chosen]
        for name, box in self.boxes.items():
            is_full = len(chosen) >= MOST_MODELS and not box.isChecked()
            box.setEnabled(not self._is_running and not is_full)
            color = model_color(chosen.index(name)) if name in chosen else None
            box.setIcon(_dot(color))
        self.button.setEnabled(self._is_running or bool(chosen))

    def _on_clicked(self) -> None:
        if self._is_running:
            self.stopping_requested.emit()
        else:
            self.measuring_requested.emit(self.chosen, int(self.counts.value))


def _dot(color: str | None) -> QIcon:
    pixmap = QPixmap(4 * DOT_PX, 4 * DOT_PX)
    pixmap.fill(Qt.GlobalColor.transparent)
    if color is not None:
        painter = QPainter(pixmap)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(QColor(color))
        painter.drawEllipse(pixmap.rect().adjusted(2, 2, -2, -2))
        painter.end()
    icon = QIcon(pixmap)
    # Otherwise Qt greys the dots while the boxes are disabled during a measurement.
    icon.addPixmap(pixmap, QIcon.Mode.Disabled)
    return icon


class ScorecardDialog(WorkDialog):
    """Choice of models at the left, their results at the right.

    Args:
        parent: the window.
        session: its models are offered, its theme is followed.
        controller: has the worker and the source of models and digits.
    """

    def __init__(self, parent: QWidget, session: Session, controller: Controller) -> None:
        super().__init__(parent, "scorecard", tr("Scorecard"), controller.runner)
        self._session = session
        self.request = RequestCard()
        self.panes = ScorecardPanes(controller.runner)
        self.panes.offer_exports(controller.exporter)
        self._source = controller.source
        self._count = 0
        self._opened: dict[int, ModelWithRun] = {}
        self._digits: DigitDataset | None = None
        self.is_running = False
        self.opener = WeightsOpener(controller.runner, controller.source, parent=self)
        self.findings: list[ModelFindings] = []
        self._pace = QTimer(self, singleShot=True, interval=REFRESH_MS)
        self._lay_out()
        self._connect()
        self._on_models_changed()
        self.request.say(tr(HINT))

    def _lay_out(self) -> None:
        card = Card()
        card.box.setContentsMargins(1, 1, 1, 1)
        card.box.addWidget(self.panes)
        self.lay_out(row(self.request, card, fills=card), None, SIZE)

    def _connect(self) -> None:
        self.request.measuring_requested.connect(self._on_measuring_requested)
        self.request.stopping_requested.connect(self._on_stopping_requested)
        self.opener.progressed.connect(self.request.say)
        self.opener.opened.connect(self._on_opened)
        self.opener.finished.connect(self._on_all_opened)
        self.opener.failed.connect(self._on_failed)
        self._pace.timeout.connect(self.panes.refresh)
        self.follow(self._session.models_changed, self._on_models_changed)
        self.finished.connect(self._on_finished)

    def _on_models_changed(self) -> None:
        model = self._session.model
        if not self.is_running:
            self.request.set_entries(self._session.models, model.entry.name if model else "")

    def _on_measuring_requested(self, entries: Sequence[ModelEntry], count: int) -> None:
        self._count, self._opened = count, {}
        self.is_running = True
        self.request.show_running(True)
        self.request.say(tr("Reading the test digits …"))
        done = partial(self._on_digits_read, entries)
        self.ask(self._source.test_digits, done, self._on_failed)

    def _on_digits_read(self, entries: Sequence[ModelEntry], digits: DigitDataset | None) -> None:
        if digits is None:
            self._on_failed(DatasetProblem(tr(NO_DIGITS)))
            return
        self._digits = digits
        self.opener.open([WeightsRequest(index, entry) for index, entry in enumerate(entries)])

    def _on_opened(self, request: WeightsRequest, one: ModelWithRun) -> None:
        self._opened[request.index] = one

    def _on_all_opened(self) -> None:
        if not self.is_running or self._digits is None:
            return
        models = [one.model for _, one in sorted(self._opened.items())]
        self.findings = [ModelFindings(model, model.name) for model in models]
        self.panes.confusion.digits = self._digits
        self.panes.set_models(self.findings)
        self.ask(
            partial(measure, models, self._digits, choose_digits(self._digits, self._count)),
            self._on_all_measured,
            self._on_failed,
            on_progress=self._on_measured,
        )

    def _on_measured(self, step: MeasurementStep) -> None:
        assert step.result is not None
        self.findings[step.at].add(step.result)
        self.request.show_progress(step.done, step.total)
        self.request.say(tr("{percent} % measured", percent=100 * step.done // step.total))
        if not self._pace.isActive():
            self._pace.start()

    def _on_all_measured(self, _: None) -> None:
        self._end(tr_n("Measured on {n} digit.", "Measured on {n} digits.", self._measured))

    def _on_stopping_requested(self) -> None:
        self._end(tr_n("Stopped after {n} digit.", "Stopped after {n} digits.", self._measured))

    @property
    def _measured(self) -> int:
        return max((found.n for found in self.findings), default=0)

    def _end(self, sentence: str) -> None:
        self.is_running = False
        self.opener.stop()
        self.withdraw()
        self.request.show_running(False)
        self.panes.refresh()
        self.request.say(sentence)
        self._on_models_changed()

    def _on_failed(self, error: Exception) -> None:
        self._end("")
        self.request.warn(sentence_of(error))

    def _on_finished(self) -> None:
        self._pace.stop()
        self.opener.stop()
        self.panes.stop()


def build_dialog(window: AppWindow) -> ScorecardDialog:
    """Return the scorecard."""
    return ScorecardDialog(window, window.session, window.controller)
