"""The trainings of a sweep as a table that is sorted by a click on a column's title.

Tested in tests/gui/comparison/test_sweep_dialog.py.
"""

from __future__ import annotations

from collections.abc import Collection

from PySide6.QtCore import QSignalBlocker, Qt, Signal
from PySide6.QtWidgets import QHeaderView, QWidget

from desktop_cvae.core.language import tr
from desktop_cvae.evaluation.sweep_table import METRIC_TITLES, sweep_table
from desktop_cvae.gui.comparison.setting_names import setting_name
from desktop_cvae.gui.widgets.text_table import TextTable
from desktop_cvae.library.sweep_library import Sweep, SweepTraining

LEAST_HEIGHT_PX = 110
LEAST_COLUMN_PX = 24


class TrainingTable(TextTable):
    """One row per training, the best first until a title is clicked.

    Signals:
        training_chosen(int | None): index of the training whose row was clicked.
    """

    training_chosen = Signal(object)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(tr("Trainings"), parent, numbers=True)
        self._sweep: Sweep | None = None
        self._within: Collection[int] = ()
        self._indices: list[int] = []
        self._sorted_by: tuple[str, bool] | None = None
        self.setMinimumHeight(LEAST_HEIGHT_PX)
        self.setSelectionMode(TextTable.SelectionMode.SingleSelection)
        self.horizontalHeader().setSectionsClickable(True)
        self.horizontalHeader().sectionClicked.connect(self._sort)
        self.selection_changed.connect(self._on_row_chosen)

    def show_sweep(self, sweep: Sweep | None, within: Collection[int], chosen: int | None) -> None:
        """Show the trainings of a sweep.

        Args:
            sweep: None hides the table.
            within: indices of the trainings to show.
            chosen: index of the training whose row is selected.
        """
        if sweep is None or self._sweep is None or sweep.folder != self._sweep.folder:
            self._sorted_by = None
        self._sweep, self._within = sweep, within
        self.setVisible(sweep is not None)
        if sweep is not None:
            self._fill(sweep)
        self.select(chosen)

    def select(self, index: int | None) -> None:
        with QSignalBlocker(self):
            self.clearSelection()
            if index in self._indices:
                self.selectRow(self._indices.index(index))

    def _fill(self, sweep: Sweep) -> None:
        heading, *rows = sweep_table(sweep, for_people=True)
        settings = [setting_name(name) for name in sweep.varying]
        index_of = {one.number: index for index, one in enumerate(sweep.trainings)}
        cells = {
            index_of[one.number]: [str(cell) for cell in row]
            for one, row in zip(sweep.ranked(), rows, strict=True)
        }
        self._indices = self._sorted(sweep, [index for index in cells if index in self._within])
        titles = ["№", *settings, *map(str, heading[1 + len(settings) :])]
        with QSignalBlocker(self):
            self.set_rows(titles, [cells[index] for index in self._indices])
        # The many columns are narrow: each is as wide as its content, not as the widest.
        header = self.horizontalHeader()
        header.setMinimumSectionSize(LEAST_COLUMN_PX)
        header.setSectionResizeMode(QHeaderView.ResizeMode.ResizeToContents)
        header.setSectionResizeMode(len(titles) - 1, QHeaderView.ResizeMode.Stretch)

    def _sorted(self, sweep: Sweep, indices: list[int]) -> list[int]:
        """Return the indices by the clicked column; trainings without a value come last."""
        header, columns = self.horizontalHeader(), _columns(sweep)
        header.setSortIndicatorShown(self._sorted_by is not None)
        if self._sorted_by is None or self._sorted_by[0] not in columns:
            return indices
        name, falls = self._sorted_by
        order = Qt.SortOrder.DescendingOrder if falls else Qt.SortOrder.AscendingOrder
        header.setSortIndicator(columns.index(name), order)
        values = {index: _value(sweep.trainings[index], name) for index in indices}
        indices = sorted(indices, key=lambda index: _sort_key(values[index]), reverse=falls)
        return sorted(indices, key=lambda index: values[index] is None)

    def _sort(self, column: int) -> None:
        if self._sweep is not None:
            chosen = self._chosen()
            name = _columns(self._sweep)[column]
            self._sorted_by = (name, self._sorted_by == (name, False))
            self._fill(self._sweep)
            self.select(chosen)

    def _chosen(self) -> int | None:
        rows = {index.row() for index in self.selectedIndexes()}
        return self._indices[min(rows)] if rows else None

    def _on_row_chosen(self) -> None:
        self.training_chosen.emit(self._chosen())


def _columns(sweep: Sweep) -> list[str]:
    return ["number", *sweep.varying, *METRIC_TITLES, "state"]


def _value(one: SweepTraining, name: str) -> object:
    if name in ("number", "state"):
        return getattr(one, name)
    return one.metrics.get(name) if name in METRIC_TITLES else one.settings.get(name)


def _sort_key(value: object) -> tuple[bool, float, str]:
    """Numbers come before texts."""
    if isinstance(value, int | float):
        return (False, float(value), "")
    return (True, 0.0, str(value))
