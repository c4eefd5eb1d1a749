"""A sweep as a form: what its trainings share, what varies, and how many trainings that makes."""

from __future__ import annotations

import re
from functools import partial
from pathlib import Path
from typing import Any

from PySide6.QtCore import QSize, Signal
from PySide6.QtWidgets import QComboBox, QGridLayout, QWidget

from desktop_cvae.core.atomic_files import write_atomically
from desktop_cvae.core.errors import DesktopCvaeError, UsageError
from desktop_cvae.core.language import mark, number, tr, tr_n
from desktop_cvae.core.network_presets import PRESETS
from desktop_cvae.core.specs import TRAINING_SETTINGS
from desktop_cvae.evaluation.sweep_table import METRIC_TITLES
from desktop_cvae.gui.comparison.setting_names import setting_name
from desktop_cvae.gui.controls import make_button, make_combo, make_line_edit, make_spin_box
from desktop_cvae.gui.file_dialogs import ask_to_open, ask_where_to_save
from desktop_cvae.gui.training.data_choice import DataChoice
from desktop_cvae.gui.widgets.card import Card, column, row, text_label
from desktop_cvae.gui.widgets.work_dialog import WorkDialog, make_close, sentence_of
from desktop_cvae.library.sweep_file import (
    MAX_TRAININGS,
    SUFFIX,
    SweepPlan,
    Value,
    plan_of,
    read_sweep_table,
    sweep_toml,
)
from desktop_cvae.library.sweep_library import sweeps_dir
from desktop_cvae.workers.job_runner import JobRunner

SIZE = QSize(720, 560)
ROWS = 4
"""Settings that can vary at once."""
MOST_DIGITS, MOST_EPOCHS = 10_000_000, 1000
VARYING = ("preset", "latent_dim", *TRAINING_SETTINGS)
"""Settings that the form offers to vary; a file may name others."""
BASE = ("preset", "data", "limit", "epochs")
"""Settings of all trainings that the form can show."""
GRID, RANDOM = "grid", "random"
WAYS = {GRID: mark("every combination"), RANDOM: mark("random samples")}
EXAMPLE: dict[str, Any] = {
    "name": mark("width and beta"),
    "best_by": "accuracy",
    "base": {"preset": "dense_cvae", "data": "mnist", "limit": 6000, "epochs": 5},
    "grid": {"latent_dim": [2, 8, 16], "beta": [0.3, 1.0, 3.0]},
}
"""A small sweep to begin with, nine trainings."""
HINT = mark(
    "Separate values by spaces: 2 8 16. Random samples can also be drawn from a range, 0.001..0.1, "
    "or on a logarithmic scale, 0.001..0.1 log."
)
BEYOND = mark(
    "“{name}” contains more than the form can show; use “Start a file…” to run it as it is."
)
RANGE = re.compile(r"(\S+?)\.\.(\S+?)(\s+log)?")


class SweepForm(WorkDialog):
    """Fills in a sweep, opens and saves it as TOML, and starts it.

    Signals:
        start_requested(Path): begin the sweep of this file.

    Args:
        parent: the dialog of all sweeps.
        runner: the worker.
        folder: where files are looked for.
    """

    start_requested = Signal(object)

    def __init__(self, parent: QWidget, runner: JobRunner, folder: str = "") -> None:
        super().__init__(parent, "sweep_form", tr("New sweep"), runner)
        self._folder = folder
        self._file: Path | None = None
        self.title = make_line_edit(tr("Name"), tr("The sweep's name"), "sweep_name")
        self.preset = make_combo(
            tr("Preset"), tr("The network and settings to start from"), items=PRESETS
        )
        self.training_data = DataChoice(self)
        self.limit = make_spin_box(
            tr("Digits"), tr("How many digits each model learns from"), high=MOST_DIGITS
        )
        self.epochs = make_spin_box(
            tr("Epochs"), tr("How many epochs each model is trained"), high=MOST_EPOCHS
        )
        self.limit.setSpecialValueText(tr("all"))
        self.epochs.setSpecialValueText(tr("set by the preset"))
        self.way = make_combo(
            tr("Trainings"),
            tr("Train every combination of the values, or random samples of them"),
            items=[(tr(text), way) for way, text in WAYS.items()],
        )
        self.count = make_spin_box(
            tr("Samples"), tr("How many random samples are trained"), low=1, high=MAX_TRAININGS
        )
        self.best_by = make_combo(
            tr("Ranked by"),
            tr("The metric that chooses the best model"),
            items=[(tr(title), name) for name, title in METRIC_TITLES.items()],
        )
        self.settings = [_setting_combo(at) for at in range(ROWS)]
        self.values = [
            make_line_edit(tr("Values"), tr("The values of this setting"), f"sweep_values_{at}")
            for at in range(ROWS)
        ]
        self.told = text_label("", "muted", wraps=True, name="sweep_told")
        self.open_file = make_button(
            tr("Open…"), tr("Fill the form from a sweep's file"), on_click=self._ask_file
        )
        self.save = make_button(
            tr("Save…"), tr("Save the sweep as a TOML file"), on_click=self._ask_where
        )
        self.start = make_button(
            tr("Start"), tr("Train these models"), "start_sweep", on_click=self._start
        )
        self.start.setProperty("role", "primary")
        self._lay_out()
        self.show_table(EXAMPLE | {"name": tr(EXAMPLE["name"])})
        self._connect()

    def table(self) -> dict[str, Any]:
        """Return the sweep as its file holds it.

        Raises:
            UsageError: a setting is named twice.
        """
        base: dict[str, Value] = {
            "preset": self.preset.currentText(),
            "data": self.training_data.value,
        }
        if self.limit.value():
            base["limit"] = self.limit.value()
        if self.epochs.value():
            base["epochs"] = self.epochs.value()
        way = self.way.currentData()
        varying: dict[str, Any] = {"count": self.count.value()} if way == RANDOM else {}
        for combo, edit in zip(self.settings, self.values, strict=True):
            name, text = combo.currentData(), edit.text().strip()
            if not name:
                continue
            if name in varying:
                raise UsageError(tr("“{name}” is listed twice.", name=setting_name(name)))
            varying[name] = _values(text, may_be_range=way == RANDOM)
        return {
            "name": self.title.text().strip(),
            "best_by": self.best_by.currentData(),
            "base": base,
            way: varying,
        }

    def plan(self) -> SweepPlan:
        """Return the checked sweep.

        Raises:
            UsageError: a value cannot be.
        """
        table = self.table()
        return plan_of(self._file or sweeps_dir() / f"{table['name']}{SUFFIX}", table)

    def show_table(self, table: dict[str, Any]) -> bool:
        """Fill the form from a sweep's table; return False if it holds more than the form."""
        base = table.get("base", {})
        ways = [way for way in WAYS if table.get(way)]
        varying = dict(table.get(ways[0], {})) if ways else {}
        count = varying.pop("count", self.count.value())
        is_shown = (
            len(ways) <= 1
            and "list" not in table
            and set(base) <= set(BASE)
            and set(varying) <= set(VARYING)
            and len(varying) <= ROWS
        )
        if not is_shown:
            return False
        self.title.setText(table.get("name", ""))
        self.best_by.setCurrentIndex(self.best_by.findData(table.get("best_by", "accuracy")))
        self.preset.setCurrentText(base.get("preset", "studio"))
        self.training_data.set_value(base.get("data", "mnist"))
        self.limit.setValue(base.get("limit", 0))
        self.epochs.setValue(base.get("epochs", 0))
        self.way.setCurrentIndex(self.way.findData(ways[0] if ways else GRID))
        self.count.setValue(count)
        shown = [*varying.items(), *[("", "")] * ROWS]
        for combo, edit, (name, value) in zip(self.settings, self.values, shown, strict=False):
            combo.setCurrentIndex(combo.findData(name))
            edit.setText(_text_of(value))
        return True

    def load(self, path: Path) -> None:
        """Fill the form from a file, or say why that cannot be."""
        self.ask(partial(_read, path), self._on_read, self._on_failed, about="file")

    def save_to(self, path: Path) -> None:
        """Write the sweep's file, or say why that cannot be."""
        self._file = path
        self._write(path, lambda _: self.told.setText(tr("saved {path}", path=path)))

    def _lay_out(self) -> None:
        shared, varying = Card(), Card()
        fields = QGridLayout()
        for at, (text, field) in enumerate(
            (
                (tr("Name"), self.title),
                (tr("Preset"), self.preset),
                (tr("Data"), self.training_data),
                (tr("Digits"), self.limit),
                (tr("Epochs"), self.epochs),
                (tr("Ranked by"), self.best_by),
            )
        ):
            place = at // 2, 2 * (at % 2)
            fields.addWidget(text_label(text, "muted"), *place)
            fields.addWidget(field, place[0], place[1] + 1)
        fields.setColumnStretch(1, 1)
        fields.setColumnStretch(3, 1)
        shared.box.addLayout(fields)
        varying.box.addLayout(
            row(text_label(tr("What varies"), "title"), None, self.way, self.count)
        )
        rows = QGridLayout()
        for at, (combo, edit) in enumerate(zip(self.settings, self.values, strict=True)):
            rows.addWidget(combo, at, 0)
            rows.addWidget(edit, at, 1)
        rows.setColumnStretch(1, 1)
        varying.box.addLayout(rows)
        varying.box.addWidget(text_label(tr(HINT), "muted", wraps=True))
        below = row(
            self.open_file, self.save, self.told, self.start, make_close(self), fills=self.told
        )
        self.lay_out(column(shared, varying, None), below, SIZE)

    def _connect(self) -> None:
        for combo in (self.preset, self.way, self.best_by, *self.settings):
            combo.currentIndexChanged.connect(self._check)
        for edit in (self.title, *self.values):
            edit.textChanged.connect(self._check)
        for box in (self.limit, self.epochs, self.count):
            box.valueChanged.connect(self._check)
        self.training_data.changed.connect(self._check)
        self._check()

    def _check(self) -> None:
        """Say how many trainings there are, or what cannot be."""
        self.count.setVisible(self.way.currentData() == RANDOM)
        for combo, edit in zip(self.settings, self.values, strict=True):
            edit.setEnabled(bool(combo.currentData()))
        try:
            count = len(self.plan().trainings)
            self.told.setText(tr_n("{n} training", "{n} trainings", count))
        except DesktopCvaeError as error:
            count = 0
            self.told.setText(error.sentence)
        self.start.setEnabled(count > 0)
        self.save.setEnabled(count > 0)

    def _start(self) -> None:
        file = self.plan().file
        self._write(file, lambda _: self._on_written(file))

    def _on_written(self, file: Path) -> None:
        self.start_requested.emit(file)
        self.close()

    def _write(self, path: Path, on_done: Any) -> None:
        data = sweep_toml(self.table()).encode()
        self.ask(partial(_write, path, data), on_done, self._on_failed, about="file")

    def _on_read(self, found: tuple[Path, dict[str, Any]]) -> None:
        path, table = found
        if self.show_table({"name": path.stem, **table}):
            self._file = path
            self._check()
        else:
            self.told.setText(tr(BEYOND, name=path.name))

    def _on_failed(self, error: Exception) -> None:
        self.told.setText(sentence_of(error))

    def _ask_file(self) -> None:
        ask_to_open(
            self,
            tr("Open a sweep"),
            self.load,
            kind=tr("Sweeps"),
            suffixes=[SUFFIX],
            folder=self._folder,
        )

    def _ask_where(self) -> None:
        ask_where_to_save(
            self,
            tr("Save a sweep"),
            self.title.text().strip(),
            {tr("Sweeps"): SUFFIX},
            lambda path, _: self.save_to(path),
            self._folder,
        )


def _setting_combo(at: int) -> QComboBox:
    names = [(setting_name(name), name) for name in VARYING]
    return make_combo(
        tr("Setting"),
        tr("A setting that differs between the trainings"),
        f"sweep_setting_{at}",
        items=[(tr("nothing more"), ""), *names],
    )


def _read(path: Path) -> tuple[Path, dict[str, Any]]:
    table = read_sweep_table(path)
    # What a form shows must be right; what it cannot show is told afterwards.
    plan_of(path.absolute(), table)
    return path.absolute(), table


def _write(path: Path, data: bytes) -> None:
    path.parent.mkdir(parents=True, exist_ok=True)
    write_atomically(path, data)


def _values(text: str, *, may_be_range: bool) -> Any:
    """Return the values of a line: a list, or a table of a range for random samples."""
    if may_be_range and (found := RANGE.fullmatch(text)):
        scale = "log" if found[3] else "linear"
        return {"low": _value(found[1]), "high": _value(found[2]), "scale": scale}
    return [_value(word) for word in re.split(r"[;\s]+", text) if word]


def _value(word: str) -> Value:
    """Return a word as a number, yes or no, or itself."""
    if word in ("true", "false"):
        return word == "true"
    word = word.strip(",;")
    # A decimal comma, where the language has one.
    plain = word.replace(",", ".") if "," in number(0.5, ".1f") else word
    for kind in (int, float):
        try:
            return kind(plain)
        except ValueError:
            continue
    return word


def _text_of(value: Any) -> str:
    """Return values as a line of the form shows them; the opposite of :func:`_values`."""
    if isinstance(value, dict):
        scale = " log" if value.get("scale") == "log" else ""
        return f"{_text_of(value['low'])}..{_text_of(value['high'])}{scale}"
    if isinstance(value, list):
        return " ".join(map(_text_of, value))
    if isinstance(value, bool):
        return str(value).lower()
    text = str(value)
    is_decimal = isinstance(value, float) and "," in number(0.5, ".1f")
    return text.replace(".", ",") if is_decimal else text
