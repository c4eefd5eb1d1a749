"""A sweep's trainings side by side: parallel coordinates over a table that can be sorted.

Read anew from the disk while a sweep is under way, also one that was begun elsewhere.
"""

from __future__ import annotations

import dataclasses
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QSize, Qt, QTimer, Signal
from PySide6.QtWidgets import QComboBox, QFileDialog, QHeaderView, QPushButton, QVBoxLayout, QWidget

from desktop_cvae.core.atomic_files import write_atomically
from desktop_cvae.core.language import mark, tr
from desktop_cvae.evaluation.sweep_axes import sweep_axes
from desktop_cvae.evaluation.sweep_table import METRIC_TITLES, sweep_table
from desktop_cvae.gui.comparison.comparison_panes import setting_name
from desktop_cvae.gui.comparison.parallel_plot import NOTHING, ParallelPlot, axis_title
from desktop_cvae.gui.comparison.sweeping import Sweeping
from desktop_cvae.gui.exporting.export import Export, file_name, plot_export
from desktop_cvae.gui.theme import SPACING
from desktop_cvae.gui.widgets.card import Card, row, text_label
from desktop_cvae.gui.widgets.elided_label import ElidedLabel
from desktop_cvae.gui.widgets.text_table import TextTable
from desktop_cvae.gui.widgets.work_dialog import WorkDialog, sentence_of
from desktop_cvae.workers.job_runner import JobRunner

if TYPE_CHECKING:
    from matplotlib.figure import Figure

    from desktop_cvae.figures.plot_style import PlotStyle
    from desktop_cvae.library.sweep_library import Sweep, SweepTraining

SIZE = QSize(1060, 680)
READ_AGAIN_MS = 2000
NONE_YET = mark(
    "A sweep trains many models whose settings differ: a grid, by chance or a list of them in a "
    "text file. “Start a file…” begins one; “Save an example…” writes this one, to be changed:"
)
EXAMPLE = """\
[base]
preset = "dense_cvae"
limit = 6000
epochs = 5

[grid]
latent_dim = [2, 8, 16]
beta = [0.3, 1.0, 3.0]
"""
"""``docs/sweep_format.md`` says what else there may be."""
HINT = mark("Point at a line, or click a column’s title to sort by it.")


def read_sweeps() -> list[Sweep]:
    """All sweeps; for the worker."""
    from desktop_cvae.library.sweep_library import list_sweeps

    return list_sweeps()


class SweepDialog(WorkDialog):
    """One of the sweeps at hand.

    Signals:
        install_wanted(Path): take this model into the library and into use.

    Args:
        parent: the window.
        runner: the worker.
        sweeping: what this window carries out.
        folder: where files are looked for.
    """

    install_wanted = Signal(object)

    def __init__(
        self, parent: QWidget, runner: JobRunner, sweeping: Sweeping, folder: str = ""
    ) -> None:
        super().__init__(parent, "sweeps", tr("Sweeps"), runner)
        self._sweeping, self._folder = sweeping, folder
        self._sweeps: list[Sweep] = []
        self._shown: list[int] = []
        self._sorted_by: tuple[str, bool] | None = None
        self.choice = _box(tr("Sweep"), tr("Which sweep is shown"))
        self.by = _box(tr("Ranked by"), tr("What colours the lines, and which training is best"))
        self.ranked_by = text_label(tr("ranked by"), "muted")
        self.state = ElidedLabel("muted")
        self.example = _button(tr("Save an example…"), tr("Write a file to begin with"))
        self.start = _button(tr("Start a file…"), tr("Begin the sweep that a TOML file describes"))
        self.go_on = _button(tr("Go on"), tr("Train what is left; what was interrupted is resumed"))
        self.stop = _button(tr("Stop"), tr("Let every training keep a checkpoint, and end"))
        self.plot = ParallelPlot()
        self.table = TextTable(tr("Trainings"), numbers=True)
        self.hint = ElidedLabel("muted")
        self.install = _button("", tr("Take its model among yours, and let it answer the canvas"))
        self._again = QTimer(self, singleShot=True, interval=READ_AGAIN_MS)
        self._lay_out()
        self._connect()
        self._refresh()

    @property
    def sweep(self) -> Sweep | None:
        """The one that is shown, ranked as the user wants it."""
        at = self.choice.currentIndex()
        if not 0 <= at < len(self._sweeps):
            return None
        sweep, by = self._sweeps[at], self.by.currentData()
        return dataclasses.replace(sweep, best_by=by) if by else sweep

    def offered(self) -> SweepTraining | None:
        """The chosen training if it has a model, else the best of those in the ranges."""
        sweep = self.sweep
        if sweep is None:
            return None
        if self.plot.current is not None:
            one = sweep.trainings[self.plot.current]
            return one if one.is_done and one.model_path.is_file() else None
        within = [one for at, one in enumerate(sweep.trainings) if self.plot.is_within(at)]
        return dataclasses.replace(sweep, trainings=tuple(within)).best

    def export(self) -> Export | None:
        """The plot and its numbers; None while there is nothing in it."""
        sweep, axes = self.sweep, self.plot.axes
        if sweep is None or not axes:
            return None
        titles = [axis_title(axis) for axis in axes]
        strengths = next(
            (axis.places for axis in axes if axis.name == sweep.ranked_by),
            (None,) * len(sweep.trainings),
        )
        shown = [self.plot.is_within(at) for at in range(len(sweep.trainings))]

        def draw(figure: Figure, style: PlotStyle) -> None:
            from desktop_cvae.figures.parallel_figure import draw_parallel

            draw_parallel(figure, axes, titles, strengths, shown, style)

        # As `figures.parallel_figure.parallel_size`, without loading matplotlib here.
        size = (150.0 * max(3, len(axes)), 380.0)
        table = partial(sweep_table, sweep, for_people=False)
        return plot_export(tr("the sweep"), file_name("sweep", sweep.name), draw, size, table)

    def _lay_out(self) -> None:
        card = Card()
        head = row(self.choice, self.ranked_by, self.by, self.state, spacing=SPACING)
        head.setStretch(3, 1)
        for button in (self.example, self.start, self.go_on, self.stop):
            head.addWidget(button)
        card.box.addLayout(head)
        card.box.addWidget(self.plot, 3)
        card.box.addWidget(self.table, 2)
        self.table.setMinimumHeight(110)
        self.table.setSelectionMode(TextTable.SelectionMode.SingleSelection)
        header = self.table.horizontalHeader()
        header.setSectionsClickable(True)
        foot = row(self.hint, self.install)
        foot.setStretch(0, 1)
        body = QVBoxLayout()
        body.addWidget(card, 1)
        self.lay_out(body, foot, SIZE)

    def _connect(self) -> None:
        self.choice.currentIndexChanged.connect(self._on_sweep_chosen)
        self.by.currentIndexChanged.connect(self._show)
        self.example.clicked.connect(lambda _=False: self._ask_example())
        self.start.clicked.connect(lambda _=False: self._ask_file())
        self.go_on.clicked.connect(lambda _=False: self._go_on())
        self.stop.clicked.connect(lambda _=False: self._sweeping.stop())
        self.install.clicked.connect(lambda _=False: self._install())
        self.plot.pointed.connect(lambda _: self._say_hint())
        self.plot.chosen.connect(self._on_line_chosen)
        self.plot.ranges_changed.connect(self._fill_table)
        self.table.itemSelectionChanged.connect(self._on_row_chosen)
        self.table.horizontalHeader().sectionClicked.connect(self._sort)
        self._again.timeout.connect(self._refresh)
        self.follow(self._sweeping.changed, self._refresh)

    def _refresh(self) -> None:
        self.ask(read_sweeps, self._on_read, self._on_failed)

    def _on_read(self, sweeps: list[Sweep]) -> None:
        before = self.sweep
        wanted = before.folder if before is not None else None
        known = {sweep.folder for sweep in self._sweeps}
        new = [sweep.folder for sweep in sweeps if sweep.folder not in known]
        if known and new:
            # One that was begun just now is what somebody wants to see.
            wanted = new[0]
        names = [sweep.name for sweep in sweeps]
        self._sweeps = sweeps
        if names != [self.choice.itemText(at) for at in range(self.choice.count())]:
            self.choice.blockSignals(True)
            self.choice.clear()
            self.choice.addItems(names)
            self.choice.blockSignals(False)
        folders = [sweep.folder for sweep in sweeps]
        at = folders.index(wanted) if wanted in folders else _most_interesting(sweeps)
        is_other = wanted not in folders or at != self.choice.currentIndex()
        self.choice.blockSignals(True)
        self.choice.setCurrentIndex(at)
        self.choice.blockSignals(False)
        if is_other or before is None:
            self._on_sweep_chosen()
        else:
            self._show()
        if any(sweep.is_running for sweep in sweeps) or self._sweeping.process.is_running:
            self._again.start()

    def _on_failed(self, error: Exception) -> None:
        self.state.say(sentence_of(error))

    def _on_sweep_chosen(self) -> None:
        self.plot.ranges.clear()
        self.plot.choose(None)
        self._sorted_by = None
        sweep = self._sweeps[self.choice.currentIndex()] if self._sweeps else None
        self.by.blockSignals(True)
        self.by.clear()
        for name in METRIC_TITLES:
            self.by.addItem(tr(METRIC_TITLES[name]), name)
        if sweep is not None:
            self.by.setCurrentIndex(list(METRIC_TITLES).index(sweep.ranked_by))
        self.by.blockSignals(False)
        self._show()

    def _show(self) -> None:
        sweep = self.sweep
        for box in (self.choice, self.ranked_by, self.by):
            box.setVisible(sweep is not None)
        self._show_buttons(sweep)
        if sweep is None:
            self.state.say("")
            self.plot.empty_text, self.plot.empty_lines = tr(NONE_YET), EXAMPLE
            self.plot.set_trainings((), (), (), "")
        else:
            self.state.say(self._state_of(sweep))
            places = {one.number: at for at, one in enumerate(sweep.trainings)}
            order = [places[one.number] for one in sweep.ranked()]
            names = [one.name for one in sweep.trainings]
            self.plot.empty_text, self.plot.empty_lines = tr(NOTHING), ""
            self.plot.set_trainings(sweep_axes(sweep), names, order, sweep.ranked_by)
        self._fill_table()

    def _show_buttons(self, sweep: Sweep | None) -> None:
        is_ours = self._sweeping.process.is_running
        self.example.setVisible(sweep is None)
        self.start.setEnabled(not is_ours)
        self.stop.setVisible(is_ours)
        self.stop.setEnabled(not self._sweeping.is_stopping)
        is_left = sweep is not None and sweep.done < len(sweep.trainings)
        self.go_on.setVisible(is_left and not is_ours)
        self.go_on.setEnabled(sweep is not None and not sweep.is_running and sweep.file.is_file())

    def _state_of(self, sweep: Sweep) -> str:
        done = tr("{done} of {count} done", done=sweep.done, count=len(sweep.trainings))
        if self._sweeping.is_stopping and self._sweeping.file == sweep.file:
            return tr("{done} · stopping …", done=done)
        return tr("{done} · training", done=done) if sweep.is_running else done

    def _fill_table(self) -> None:
        sweep = self.sweep
        if sweep is None:
            self.table.hide()
            self._show_offer()
            return
        heading, *rows = sweep_table(sweep, for_people=True)
        settings = [setting_name(name) for name in sweep.varying]
        places = {one.number: at for at, one in enumerate(sweep.trainings)}
        pairs = [
            (places[one.number], [str(cell) for cell in cells])
            for one, cells in zip(sweep.ranked(), rows, strict=True)
            if self.plot.is_within(places[one.number])
        ]
        self._order(sweep, pairs)
        self._shown = [at for at, _ in pairs]
        titles = ["№", *settings, *map(str, heading[1 + len(settings) :])]
        self.table.blockSignals(True)
        self.table.set_rows(titles, [cells for _, cells in pairs])
        # Many narrow columns: each as wide as it must be, not all as wide as the widest.
        header = self.table.horizontalHeader()
        header.setMinimumSectionSize(24)
        header.setSectionResizeMode(QHeaderView.ResizeMode.ResizeToContents)
        header.setSectionResizeMode(len(titles) - 1, QHeaderView.ResizeMode.Stretch)
        self.table.clearSelection()
        if self.plot.current in self._shown:
            self.table.selectRow(self._shown.index(self.plot.current))
        self.table.blockSignals(False)
        self.table.show()
        self._show_offer()

    def _order(self, sweep: Sweep, pairs: list[tuple[int, list[str]]]) -> None:
        """Sort by the column that was clicked; what has no value there comes last."""
        header = self.table.horizontalHeader()
        header.setSortIndicatorShown(self._sorted_by is not None)
        if self._sorted_by is None:
            return
        name, falls = self._sorted_by
        columns = _columns(sweep)
        if name not in columns:
            return
        way = Qt.SortOrder.DescendingOrder if falls else Qt.SortOrder.AscendingOrder
        header.setSortIndicator(columns.index(name), way)
        keys = {at: _value(sweep.trainings[at], name) for at, _ in pairs}
        pairs.sort(key=lambda pair: _sort_key(keys[pair[0]]), reverse=falls)
        pairs.sort(key=lambda pair: keys[pair[0]] is None)

    def _sort(self, column: int) -> None:
        sweep = self.sweep
        if sweep is not None:
            name = _columns(sweep)[column]
            falls = self._sorted_by == (name, False)
            self._sorted_by = (name, falls)
            self._fill_table()

    def _say_hint(self) -> None:
        pointed, chosen = self.plot.pointed_at, self.plot.current
        at = chosen if pointed is None else pointed
        if self.sweep is None:
            self.hint.say("")
        else:
            self.hint.say(tr(HINT) if at is None else self.plot.sentence(at))

    def _on_line_chosen(self, at: int) -> None:
        self.table.blockSignals(True)
        self.table.clearSelection()
        if at in self._shown:
            self.table.selectRow(self._shown.index(at))
        self.table.blockSignals(False)
        self._show_offer()

    def _on_row_chosen(self) -> None:
        rows = {index.row() for index in self.table.selectedIndexes()}
        self.plot.choose(self._shown[min(rows)] if rows else None)
        self._show_offer()

    def _show_offer(self) -> None:
        one, chosen = self.offered(), self.plot.current
        sweep = self.sweep
        self.install.setEnabled(one is not None)
        if chosen is None or sweep is None:
            self.install.setText(tr("Use the best"))
        else:
            number = sweep.trainings[chosen].number
            self.install.setText(tr("Use number {number}", number=number))
        self._say_hint()

    def _install(self) -> None:
        one = self.offered()
        if one is not None:
            self.install_wanted.emit(one.model_path)

    def _ask_file(self) -> None:
        dialog = self._file_dialog(tr("Start a sweep"))
        dialog.setFileMode(QFileDialog.FileMode.ExistingFile)
        dialog.fileSelected.connect(lambda name: self._sweeping.start(Path(name)))
        dialog.open()

    def _ask_example(self) -> None:
        dialog = self._file_dialog(tr("Save an example"))
        dialog.setAcceptMode(QFileDialog.AcceptMode.AcceptSave)
        dialog.setDefaultSuffix("toml")
        dialog.selectFile("sweep.toml")
        dialog.fileSelected.connect(lambda name: self.save_example(Path(name)))
        dialog.open()

    def save_example(self, path: Path) -> None:
        """Write the example's file."""
        job = partial(write_atomically, path, EXAMPLE.encode())
        self.ask(job, lambda _: self.hint.say(str(path)), self._on_failed, about="example")

    def _file_dialog(self, title: str) -> QFileDialog:
        filters = f"{tr('Sweeps')} (*.toml);;{tr('All files')} (*)"
        dialog = QFileDialog(self, title, self._folder, filters)
        dialog.setOption(QFileDialog.Option.DontUseCustomDirectoryIcons)
        dialog.finished.connect(dialog.deleteLater)
        return dialog

    def _go_on(self) -> None:
        sweep = self.sweep
        if sweep is not None:
            self._sweeping.start(sweep.file)


def _box(name: str, tip: str) -> QComboBox:
    box = QComboBox()
    box.setAccessibleName(name)
    box.setToolTip(tip)
    box.setSizeAdjustPolicy(QComboBox.SizeAdjustPolicy.AdjustToContents)
    return box


def _button(text: str, tip: str) -> QPushButton:
    button = QPushButton(text)
    button.setToolTip(tip)
    return button


def _most_interesting(sweeps: list[Sweep]) -> int:
    """One that is under way, else the one that was changed last."""
    for at, sweep in enumerate(sweeps):
        if sweep.is_running:
            return at
    return len(sweeps) - 1


def _columns(sweep: Sweep) -> list[str]:
    return ["number", *sweep.varying, *METRIC_TITLES, "state"]


def _value(one: SweepTraining, name: str) -> object:
    if name in ("number", "state"):
        return getattr(one, name)
    return one.metrics.get(name) if name in METRIC_TITLES else one.settings.get(name)


def _sort_key(value: object) -> tuple[bool, float, str]:
    if isinstance(value, int | float):
        return (False, float(value), "")
    return (True, 0.0, str(value))
