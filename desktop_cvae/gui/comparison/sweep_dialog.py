"""Sweeps: parallel coordinates over a table of the trainings.

The dialog reads the sweeps again while one is running, also one that was started elsewhere.
"""

from __future__ import annotations

import dataclasses
from functools import partial
from pathlib import Path

from PySide6.QtCore import QSignalBlocker, QSize, QTimer, Signal
from PySide6.QtWidgets import QWidget

from desktop_cvae.core.language import mark, tr
from desktop_cvae.evaluation.sweep_axes import SweepAxis, sweep_axes
from desktop_cvae.evaluation.sweep_table import METRIC_TITLES, sweep_table
from desktop_cvae.figures.parallel_coordinates import ParallelFigure, ParallelLines, parallel_size
from desktop_cvae.gui.comparison.parallel_plot import NOTHING, ParallelPlot
from desktop_cvae.gui.comparison.setting_names import setting_name
from desktop_cvae.gui.comparison.sweep_form import SweepForm
from desktop_cvae.gui.comparison.training_table import TrainingTable
from desktop_cvae.gui.controls import make_button, make_combo
from desktop_cvae.gui.exporting.export import Export, file_name, plot_export
from desktop_cvae.gui.file_dialogs import ask_to_open
from desktop_cvae.gui.widgets.card import Card, column, row, text_label
from desktop_cvae.gui.widgets.elided_label import ElidedLabel
from desktop_cvae.gui.widgets.work_dialog import WorkDialog, make_close, sentence_of
from desktop_cvae.library.sweep_library import Sweep, SweepTraining, list_sweeps
from desktop_cvae.workers.job_runner import JobRunner

SIZE = QSize(1060, 680)
READ_AGAIN_MS = 2000
"""Time after which a running sweep is read again."""
NONE_YET = mark(
    "A sweep trains many models with different settings and shows which settings helped. “New "
    "sweep…” opens a form to fill in; “Start a file…” starts a sweep that a text file describes."
)
HINT = mark("Point at a line, or click a column’s title to sort.")


class SweepDialog(WorkDialog):
    """Shows one sweep at a time, chosen in its first line.

    Signals:
        install_requested(Path): take this model into the library and into use.
        start_requested(Path): begin the sweep of a file, or continue it.

    Args:
        parent: the window.
        runner: the worker.
        folder: where files are looked for.
    """

    install_requested = Signal(object)
    start_requested = Signal(object)

    def __init__(self, parent: QWidget, runner: JobRunner, folder: str = "") -> None:
        super().__init__(parent, "sweeps", tr("Sweeps"), runner)
        self._folder = folder
        self._is_ours = False
        self._stopping: Path | None = None
        self._model_in_use: Path | None = None
        self._sweeps: list[Sweep] = []
        self.choice = make_combo(tr("Sweep"), tr("Which sweep is shown"), follows_items=True)
        self.by = make_combo(
            tr("Ranked by"),
            tr("The metric that colours the lines and ranks the trainings"),
            follows_items=True,
        )
        self.ranked_by = text_label(tr("ranked by"), "muted")
        self.state = ElidedLabel("muted")
        self.fill_in = make_button(
            tr("New sweep…"), tr("Choose what varies, and start"), on_click=self.open_form
        )
        self.start = make_button(
            tr("Start a file…"),
            tr("Start the sweep that a TOML file describes"),
            on_click=self._ask_file,
        )
        self.go_on = make_button(
            tr("Continue"),
            tr("Train the remaining models; interrupted trainings are resumed"),
            on_click=self._go_on,
        )
        self.stop = make_button(
            tr("Stop"), tr("Stop every training once it has saved a checkpoint")
        )
        self.plot = ParallelPlot()
        self.table = TrainingTable()
        self.hint = ElidedLabel("muted")
        self.install = make_button(
            "", tr("Add its model to the library and use it"), on_click=self._install
        )
        self._again = QTimer(self, singleShot=True, interval=READ_AGAIN_MS)
        self._lay_out()
        self._connect()
        self._refresh()

    @property
    def sweep(self) -> Sweep | None:
        """The shown sweep, ranked by the metric that the user chose."""
        at = self.choice.currentIndex()
        if not 0 <= at < len(self._sweeps):
            return None
        sweep, by = self._sweeps[at], self.by.currentData()
        return dataclasses.replace(sweep, best_by=by) if by else sweep

    def offered(self) -> SweepTraining | None:
        """Return the chosen training if it has a model; by default the best in the ranges."""
        sweep = self.sweep
        if sweep is None:
            return None
        if self.plot.current is not None:
            one = sweep.trainings[self.plot.current]
            return one if one.is_done and one.model_path.is_file() else None
        within = [one for at, one in enumerate(sweep.trainings) if self.plot.lines.is_within(at)]
        return dataclasses.replace(sweep, trainings=tuple(within)).best

    def export(self) -> Export | None:
        """Return the plot and its numbers; None while the plot is empty."""
        sweep, axes = self.sweep, self.plot.axes
        if sweep is None or not axes:
            return None
        draw = partial(ParallelFigure, lines=self.plot.lines)
        size = parallel_size(len(axes))
        table = partial(sweep_table, sweep, for_people=False)
        return plot_export(tr("the sweep"), file_name("sweep", sweep.name), draw, size, table)

    def _lay_out(self) -> None:
        card = Card()
        choices = (self.choice, self.ranked_by, self.by, self.state)
        buttons = (self.fill_in, self.start, self.go_on, self.stop)
        card.box.addLayout(row(*choices, *buttons, fills=self.state))
        card.box.addWidget(self.plot, 3)
        card.box.addWidget(self.table, 2)
        below = row(self.hint, self.install, make_close(self), fills=self.hint)
        self.lay_out(column(card), below, SIZE)

    def _connect(self) -> None:
        self.choice.currentIndexChanged.connect(self._on_sweep_chosen)
        self.by.currentIndexChanged.connect(self._show)
        self.plot.pointed.connect(lambda _: self._say_hint())
        self.plot.chosen.connect(self._on_line_chosen)
        self.plot.ranges_changed.connect(self._fill_table)
        self.table.training_chosen.connect(self._on_row_chosen)
        self._again.timeout.connect(self._refresh)

    def show_process(self, *, is_running: bool, stopping: Path | None) -> None:
        """Show which of the buttons can be pressed, and read the sweeps again.

        Args:
            is_running: True while this window carries out a sweep.
            stopping: the file of the sweep that is being stopped.
        """
        self._is_ours, self._stopping = is_running, stopping
        self._refresh()

    def show_model_in_use(self, path: Path | None) -> None:
        """Say of a training's model that it is in use; None if another model is."""
        had_focus = self.install.hasFocus()
        self._model_in_use = path
        self._show_offer()
        if had_focus and not self.install.isEnabled():
            # The next Space must not press the neighbour of the button that was pressed.
            self.setFocus()

    def _refresh(self) -> None:
        self.ask(list_sweeps, self._on_read, self._on_failed)

    def _on_read(self, sweeps: list[Sweep]) -> None:
        before = self.sweep
        wanted = before.folder if before is not None else None
        known = {sweep.folder for sweep in self._sweeps}
        new = [sweep.folder for sweep in sweeps if sweep.folder not in known]
        if known and new:
            # The user wants to see the sweep that was just begun.
            wanted = new[0]
        names = [sweep.name for sweep in sweeps]
        self._sweeps = sweeps
        folders = [sweep.folder for sweep in sweeps]
        at = folders.index(wanted) if wanted in folders else _most_interesting(sweeps)
        is_other = wanted not in folders or at != self.choice.currentIndex()
        # A new list of items would be reported as a choice of the user.
        with QSignalBlocker(self.choice):
            if names != [self.choice.itemText(at) for at in range(self.choice.count())]:
                self.choice.clear()
                self.choice.addItems(names)
            self.choice.setCurrentIndex(at)
        if is_other or before is None:
            self._on_sweep_chosen()
        else:
            self._show()
        if any(sweep.is_running for sweep in sweeps) or self._is_ours:
            self._again.start()

    def _on_failed(self, error: Exception) -> None:
        self.state.say(sentence_of(error))

    def _on_sweep_chosen(self) -> None:
        self.plot.clear_ranges()
        self.plot.choose(None)
        sweep = self._sweeps[self.choice.currentIndex()] if self._sweeps else None
        with QSignalBlocker(self.by):
            self.by.clear()
            for name, title in METRIC_TITLES.items():
                self.by.addItem(tr(title), name)
            if sweep is not None:
                self.by.setCurrentIndex(list(METRIC_TITLES).index(sweep.ranked_by))
        self._show()

    def _show(self) -> None:
        sweep = self.sweep
        for box in (self.choice, self.ranked_by, self.by):
            box.setVisible(sweep is not None)
        self._show_buttons(sweep)
        if sweep is None:
            self.state.say("")
            self.plot.empty_text = tr(NONE_YET)
            self.plot.set_trainings(ParallelLines(), ())
        else:
            self.state.say(self._state_of(sweep))
            index_of = {one.number: index for index, one in enumerate(sweep.trainings)}
            order = [index_of[one.number] for one in sweep.ranked()]
            names = [one.name for one in sweep.trainings]
            self.plot.empty_text = tr(NOTHING)
            axes = sweep_axes(sweep)
            titles = tuple(axis_title(axis) for axis in axes)
            lines = ParallelLines(axes, titles, tuple(order), sweep.ranked_by)
            self.plot.set_trainings(lines, names)
        self._fill_table()

    def _show_buttons(self, sweep: Sweep | None) -> None:
        self.fill_in.setEnabled(not self._is_ours)
        self.start.setEnabled(not self._is_ours)
        self.stop.setVisible(self._is_ours)
        self.stop.setEnabled(self._stopping is None)
        is_left = sweep is not None and sweep.done < len(sweep.trainings)
        self.go_on.setVisible(is_left and not self._is_ours)
        self.go_on.setEnabled(sweep is not None and not sweep.is_running and sweep.file.is_file())

    def _state_of(self, sweep: Sweep) -> str:
        done = tr("{done} of {count} done", done=sweep.done, count=len(sweep.trainings))
        if self._stopping == sweep.file:
            return tr("{done} · stopping …", done=done)
        return tr("{done} · training", done=done) if sweep.is_running else done

    def _fill_table(self) -> None:
        sweep = self.sweep
        count = 0 if sweep is None else len(sweep.trainings)
        within = {index for index in range(count) if self.plot.lines.is_within(index)}
        self.table.show_sweep(sweep, within, self.plot.current)
        self._show_offer()

    def _say_hint(self) -> None:
        pointed, chosen = self.plot.pointed_at, self.plot.current
        at = chosen if pointed is None else pointed
        offered = self.offered()
        if pointed is None and offered is not None and self._is_used(offered):
            self.hint.say(tr("“{name}” is in use now.", name=offered.name))
        elif self.sweep is None:
            self.hint.say("")
        else:
            self.hint.say(tr(HINT) if at is None else self.plot.sentence(at))

    def _on_line_chosen(self, index: int) -> None:
        self.table.select(index)
        self._show_offer()

    def _on_row_chosen(self, index: int | None) -> None:
        self.plot.choose(index)
        self._show_offer()

    def _show_offer(self) -> None:
        one, chosen = self.offered(), self.plot.current
        sweep = self.sweep
        is_used = self._is_used(one)
        self.install.setEnabled(one is not None and not is_used)
        if is_used:
            self.install.setText(tr("In use"))
        elif chosen is None or sweep is None:
            self.install.setText(tr("Use the best"))
        else:
            number = sweep.trainings[chosen].number
            self.install.setText(tr("Use number {number}", number=number))
        self._say_hint()

    def _is_used(self, one: SweepTraining | None) -> bool:
        return one is not None and one.model_path == self._model_in_use

    def _install(self) -> None:
        one = self.offered()
        if one is not None:
            self.install_requested.emit(one.model_path)

    def _ask_file(self) -> None:
        ask_to_open(
            self,
            tr("Start a sweep"),
            self.start_requested.emit,
            kind=tr("Sweeps"),
            suffixes=[".toml"],
            folder=self._folder,
        )

    def open_form(self) -> SweepForm:
        assert self._runner is not None
        form = SweepForm(self, self._runner, self._folder)
        form.start_requested.connect(self.start_requested)
        form.open()
        return form

    def _go_on(self) -> None:
        sweep = self.sweep
        if sweep is not None:
            self.start_requested.emit(sweep.file)


def axis_title(axis: SweepAxis) -> str:
    """Return the title of an axis of the plot."""
    return tr(METRIC_TITLES[axis.name]) if axis.is_metric else setting_name(axis.name)


def _most_interesting(sweeps: list[Sweep]) -> int:
    """Return the index of a running sweep, else of the one that was changed last; -1 for none."""
    running = (index for index, sweep in enumerate(sweeps) if sweep.is_running)
    return next(running, len(sweeps) - 1)
