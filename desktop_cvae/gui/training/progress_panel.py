"""The progress of a training: epochs, speed, loss, pictures and latent dimensions.

A small bar for each latent dimension shows how much information it carries.

Tested in tests/gui/training/test_training_command.py.
"""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QEvent, QRectF, QSize, Qt
from PySide6.QtGui import QColor, QHelpEvent, QPainter, QPaintEvent
from PySide6.QtWidgets import (
    QGridLayout,
    QLabel,
    QProgressBar,
    QSizePolicy,
    QToolTip,
    QVBoxLayout,
    QWidget,
)

from desktop_cvae.core.language import mark, number, tr
from desktop_cvae.gui.accessibility import Part
from desktop_cvae.gui.exporting.export import Export
from desktop_cvae.gui.exporting.plot_exports import history_export
from desktop_cvae.gui.plots.loss_chart import TERM_TIPS, TERMS, LossChart
from desktop_cvae.gui.theme import SPACING, current_theme, tabular_font
from desktop_cvae.gui.training.picture_pairs import Pairs, PicturePairs
from desktop_cvae.gui.training.training_status import (
    Phase,
    TrainingStatus,
    count_text,
    duration_text,
    finishing_text,
    part_text,
)
from desktop_cvae.gui.widgets.card import Card, row, text_label
from desktop_cvae.gui.widgets.explained_heading import ExplainedHeading
from desktop_cvae.gui.widgets.painted_view import PaintedView
from desktop_cvae.gui.widgets.segmented_choice import SegmentedChoice

ACTIVE_NATS = 0.01
"""A bar below this is painted as inactive; the training itself counts the active units."""

MAX_BAR_PX = 22.0
NUMBERS_PX = 16
DONE, NOW, TO_COME = "✓", "▸", "·"
BAR_STEPS = 1000
MIN_WIDTH = 430
"""Width of the longest texts, in pixels, so that nothing grows when a training starts."""
NOTHING_YET = mark("Nothing is being trained")


class LatentBars(PaintedView):
    """Bars of KL(q ‖ p) of each latent dimension, in nats, averaged over the validation images."""

    SIZE = QSize(300, 64)
    LEAST_SIZE = QSize(160, 64)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.values: tuple[float, ...] = ()
        self.setFont(tabular_font(self.font()))
        self.setAccessibleName(tr("KL per latent dimension"))
        self.setMouseTracking(True)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)

    def set_values(self, values: Sequence[float]) -> None:
        """Show other values, in nats, one per dimension."""
        self.values = tuple(values)
        spoken = ", ".join(
            f"{index + 1}: {number(nats, '.2f')}" for index, nats in enumerate(self.values)
        )
        self.setAccessibleDescription(spoken)
        self.update()

    def bar_rect(self, index: int) -> QRectF:
        """Return the full track of a dimension."""
        pitch = min(self.width() / max(1, len(self.values)), MAX_BAR_PX + 4)
        gap = min(4.0, 0.3 * pitch)
        return QRectF(index * pitch, 0, pitch - gap, self.height() - NUMBERS_PX)

    def told_parts(self) -> list[Part]:
        return [
            Part(self._text(index), self.bar_rect(index).toAlignedRect())
            for index in range(len(self.values))
        ]

    def tip(self, x: float) -> str:
        """Return the dimension at a position in words."""
        for index in range(len(self.values)):
            rect = self.bar_rect(index)
            if rect.left() <= x <= rect.right() + 2:
                return self._text(index)
        return tr("KL(q ‖ p) of each latent dimension, mean over the validation digits")

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(Qt.PenStyle.NoPen)
        top = max([*self.values, 1e-6])
        for index, nats in enumerate(self.values):
            track = self.bar_rect(index)
            radius = min(3.0, track.width() / 3)
            painter.setBrush(QColor(current_theme().raised))
            painter.drawRoundedRect(track, radius, radius)
            if nats >= ACTIVE_NATS:
                bar = track.adjusted(0, track.height() * (1 - nats / top), 0, 0)
                painter.setBrush(QColor(current_theme().accent))
                painter.drawRoundedRect(bar, radius, radius)
        self._paint_numbers(painter)
        painter.end()

    def event(self, event: QEvent) -> bool:
        if isinstance(event, QHelpEvent) and event.type() is QEvent.Type.ToolTip:
            QToolTip.showText(event.globalPos(), self.tip(event.pos().x()), self)
            return True
        return super().event(event)

    def _text(self, index: int) -> str:
        nats = number(self.values[index], ".2f")
        return tr("Dimension {index}: {nats} nats", index=index + 1, nats=nats)

    def _paint_numbers(self, painter: QPainter) -> None:
        painter.setPen(QColor(current_theme().muted))
        needed = painter.fontMetrics().horizontalAdvance(str(len(self.values))) + 4
        for index in range(len(self.values)):
            bar = self.bar_rect(index)
            if bar.width() + 4 >= needed:
                box = QRectF(bar.left() - 4, bar.bottom() + 1, bar.width() + 8, NUMBERS_PX)
                painter.drawText(box, Qt.AlignmentFlag.AlignCenter, str(index + 1))


class FinishingSteps(QWidget):
    """The parts that follow a training: done, current, still to come."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._grid = QGridLayout(self)
        self._grid.setContentsMargins(0, 0, 0, 0)
        self._grid.setVerticalSpacing(2)
        self._grid.setColumnStretch(1, 1)
        self._lines: list[tuple[QLabel, QLabel, QLabel]] = []
        self.sentence = text_label("", "", wraps=True)
        self._grid.addWidget(self.sentence, 0, 0, 1, 3)

    def show_state(self, state: TrainingStatus) -> None:
        """Show the parts, or nothing while the training still learns."""
        is_over = state.phase in (Phase.STOPPING, Phase.FINISHING)
        self.setVisible(is_over)
        if not is_over:
            return
        self.sentence.setText(closing_text(state))
        now = state.finishing
        parts = () if now is None else now.parts or (now.part,)
        while len(self._lines) < len(parts):
            self._add_line()
        at = -1 if now is None or now.part not in parts else parts.index(now.part)
        for index, line in enumerate(self._lines):
            for label in line:
                label.setVisible(index < len(parts))
            if index < len(parts):
                count = "" if now is None or index != at else count_text(now)
                _fill_line(line, part_text(parts[index]), index - at, count)

    def text(self) -> str:
        lines = (" ".join(label.text() for label in line) for line in self._lines)
        return "\n".join([self.sentence.text(), *lines])

    def _add_line(self) -> None:
        line = (text_label("", "muted"), text_label("", "muted"), text_label("", "muted"))
        line[2].setFont(tabular_font(self.font()))
        for column, label in enumerate(line):
            self._grid.addWidget(label, len(self._lines) + 1, column)
        self._lines.append(line)


def _fill_line(line: tuple[QLabel, QLabel, QLabel], words: str, offset: int, count: str) -> None:
    """Show a part: done before the current one (a negative offset), to come after it."""
    sign, text, state = line
    sign.setText(DONE if offset < 0 else NOW if offset == 0 else TO_COME)
    text.setText(f"{words[:1].upper()}{words[1:]}")
    state.setText(
        tr("done") if offset < 0 else count or tr("now") if offset == 0 else tr("to come")
    )
    role = "title" if offset == 0 else "muted"
    for label in (sign, text):
        if label.property("role") != role:
            # Qt does not match the stylesheet again when a property changes.
            label.setProperty("role", role)
            label.style().polish(label)


def closing_text(state: TrainingStatus) -> str:
    """Return what is kept, and what remains to be done."""
    best = state.best_epoch
    if state.finishing is None and best is None:
        return tr("Training ends with this batch; then the weights are saved.")
    if state.finishing is None:
        return tr(
            "Training ends with this batch; then the weights of the best epoch, {best}, are saved.",
            best=best,
        )
    if best is None:
        return tr(
            "Training is done. Once the model is saved, it can be used from the library; the "
            "next steps measure and calibrate it:"
        )
    return tr(
        "Training is done; the weights of the best epoch, {best}, are kept. Once the model is "
        "saved, it can be used from the library; the next steps measure and calibrate it:",
        best=best,
    )


class ProgressPanel(Card):
    """Shows title, bar, curves, pictures and latent dimensions of a run."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._state = TrainingStatus()
        self.heading = text_label(tr(NOTHING_YET), "title")
        self.speed, self.position, self.left = (text_label("", "muted") for _ in range(3))
        self.bar = QProgressBar()
        self.terms = SegmentedChoice(
            tuple((term, tr(text)) for term, text in TERMS), tr("Term of the loss")
        )
        self.readout = text_label("", "muted")
        self.chart = LossChart()
        self.pairs = PicturePairs()
        self.steps = FinishingSteps()
        self.latents = LatentBars()
        self.active = text_label("", "muted")
        self._lay_out()
        self.terms.chosen.connect(self._show_curves)

    def show_state(self, state: TrainingStatus) -> None:
        self._state = state
        self.heading.setText(heading(state))
        self.position.setText(position_text(state))
        self.speed.setText(speed_text(state))
        self.left.setText(left_text(state))
        self.bar.setValue(round(BAR_STEPS * state.done_fraction))
        self._show_curves()
        self.latents.set_values(state.kl_per_dimension)
        self.active.setText(active_text(state))
        self.steps.show_state(state)
        # The parts that follow take the room of the curves and pictures.
        is_over = not self.steps.isHidden()
        self._dimensions.setVisible(bool(state.kl_per_dimension) and not is_over)
        for label in (self.position, self.speed):
            label.setVisible(not is_over)
        self._show_pairs()

    def export(self) -> Export | None:
        """Return the loss so far for saving; None before the end of the first epoch."""
        return history_export(self._state.name, self._state.records, self.terms.value)

    def show_pairs(self, kind: str, pairs: Pairs | None) -> None:
        """Show pictures of the kind ``"canvas"`` or ``"validation"``."""
        self.pairs.set_pairs(kind, pairs)
        self._show_pairs()

    def _lay_out(self) -> None:
        for label in (self.position, self.speed, self.left, self.readout, self.active):
            label.setFont(tabular_font(self.font()))
        # A run may be called <b>; Qt takes what looks like HTML for rich text.
        self.heading.setTextFormat(Qt.TextFormat.PlainText)
        self.heading.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Fixed)
        self.setMinimumWidth(MIN_WIDTH)
        self.bar.setRange(0, BAR_STEPS)
        self.bar.setTextVisible(False)
        self.bar.setAccessibleName(tr("Progress of the training"))
        for term, tip in TERM_TIPS.items():
            self.terms.segment(term).setToolTip(tr(tip))
        across = row(self.heading, self.left)
        across.setStretch(0, 1)
        self.box.addLayout(across)
        self.box.addWidget(self.bar)
        self.box.addLayout(row(self.position, None, self.speed))
        self.box.addWidget(self.steps)
        self.steps.hide()
        self.add_gap()
        self.box.addLayout(row(self.terms, None))
        self.box.addWidget(self.readout)
        self.box.addWidget(self.chart, 1)
        self.box.addWidget(self.pairs)
        # Before the first epoch there are no bars, and the curves take the room.
        self.pairs.hide()
        self._dimensions = QWidget()
        below = QVBoxLayout(self._dimensions)
        below.setContentsMargins(0, SPACING, 0, 0)
        below.setSpacing(SPACING)
        title = ExplainedHeading(tr("KL per latent dimension"), "kl")
        below.addLayout(row(title, None, self.active))
        below.addWidget(self.latents)
        self.box.addWidget(self._dimensions)
        self._dimensions.hide()

    def _show_pairs(self) -> None:
        has_any = any(self.pairs.pair_count(k) for k in ("canvas", "validation"))
        self.pairs.setVisible(has_any and self.steps.isHidden())

    def _show_curves(self) -> None:
        state, term = self._state, self.terms.value
        self.chart.set_run(state.points, state.records, state.epochs, term)
        self.readout.setText(readout_text(state, term))


def heading(state: TrainingStatus) -> str:
    """Return the state of the run in a few words."""
    return {
        Phase.IDLE: tr(NOTHING_YET),
        Phase.STARTING: tr("Starting {name} …", name=state.name),
        Phase.RUNNING: tr("Training {name}", name=state.name),
        Phase.PAUSED: tr("{name} is paused", name=state.name),
        Phase.FINISHING: tr("Saving and measuring {name} …", name=state.name),
        Phase.STOPPING: tr("Saving and measuring {name} …", name=state.name),
        Phase.CANCELLING: tr("Cancelling {name} …", name=state.name),
        Phase.SAVED: tr("{name} is ready", name=state.name),
        Phase.FAILED: tr("{name} stopped", name=state.name),
        Phase.CANCELLED: tr("{name} was cancelled", name=state.name),
    }[state.phase]


def position_text(state: TrainingStatus) -> str:
    """Return a text such as "epoch 3 of 20 · batch 120 of 430"."""
    now = state.progress
    if now is None:
        return ""
    batch = tr("batch {batch} of {batches}", batch=number(now.batch), batches=number(now.batches))
    return f"{epoch_text(state)} · {batch}"


def epoch_text(state: TrainingStatus) -> str:
    """Return a text such as "epoch 3 of 20"."""
    now = state.progress
    return (
        "" if now is None else tr("epoch {epoch} of {epochs}", epoch=now.epoch, epochs=now.epochs)
    )


def speed_text(state: TrainingStatus) -> str:
    """Return a text such as "1,250 images/s"."""
    now = state.progress
    return (
        "" if now is None else tr("{speed} images/s", speed=number(now.images_per_second, ",.0f"))
    )


def left_text(state: TrainingStatus) -> str:
    """Return a text such as "4 min left", later the part that is measured, then the results."""
    if follows := finishing_text(state):
        return follows
    if state.phase is Phase.SAVED and state.saved is not None:
        accuracy = state.saved.metrics.get("accuracy")
        return (
            ""
            if accuracy is None
            else tr(
                "{accuracy} % of the test digits read correctly",
                accuracy=number(100 * accuracy, ".2f"),
            )
        )
    if state.phase is not Phase.RUNNING or state.seconds_left is None:
        return ""
    return tr("{duration} left", duration=duration_text(state.seconds_left))


def readout_text(state: TrainingStatus, term: str) -> str:
    """Return the two values of the last epoch, and the best epoch."""
    if not state.records:
        return ""
    last = state.records[-1]
    train, validation = (getattr(part, term) for part in (last.train, last.validation))
    values = tr(
        "training {train} · validation {validation}",
        train=number(train, ".1f"),
        validation=number(validation, ".1f"),
    )
    if state.best_epoch is None:
        return values
    return f"{values} · " + tr("best epoch {epoch}", epoch=state.best_epoch)


def active_text(state: TrainingStatus) -> str:
    """Return a text such as "14 of 16 active"."""
    if state.active_units is None or not state.kl_per_dimension:
        return ""
    return tr(
        "{active} of {all} active",
        active=state.active_units,
        all=len(state.kl_per_dimension),
    )
