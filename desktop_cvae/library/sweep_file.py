"""File of a sweep: many trainings as TOML, from a grid, random draws or a list.

The format is in ``docs/sweep_format.md``. The settings are those of ``desktop-cvae train``; names,
types and ranges are checked here by the settings' own checks, what contradicts what by the command.
"""

from __future__ import annotations

import dataclasses
import difflib
import hashlib
import itertools
import json
import math
import re
import tomllib
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Annotated, Any

import numpy as np

from desktop_cvae.core.checked_json import printable
from desktop_cvae.core.errors import DesktopCvaeError, InputOutputError, UsageError, reason_of
from desktop_cvae.core.language import number, tr
from desktop_cvae.core.network_presets import preset_named
from desktop_cvae.core.schemas import Field, check_fields, from_json
from desktop_cvae.core.specs import LATENT_DIM, TrainingConfig, option_of
from desktop_cvae.pictures.bounded_files import shown_name

SUFFIX = ".toml"
MAX_FILE_BYTES = 1_000_000
MAX_TRAININGS = 1000
"""Most trainings of a sweep."""
METRICS = ("accuracy", "neg_elbo_nats", "validation_neg_elbo_nats", "seconds")
"""Measures that a sweep compares: share of the test digits read, −ELBO of test and of held-out
digits in nats an image, and the training's time."""
HIGHER_IS_BETTER = ("accuracy",)

Value = bool | int | float | str
Settings = dict[str, Value]
"""Settings of a training by name; the others keep the preset's values."""
_CONFIG_NAMES = tuple(field.name for field in dataclasses.fields(TrainingConfig))
_TOP = ("name", "best_by", "base", "grid", "random", "list")


@dataclass(frozen=True)
class _Command:
    """Options of ``desktop-cvae train`` besides :class:`TrainingConfig`."""

    preset: str = "studio"
    data: str = "mnist"
    start_from: str = ""
    limit: Annotated[int, Field(low=2, high=10_000_000)] = 2
    latent_dim: Annotated[int, LATENT_DIM] = 2
    no_labels: bool = False

    def __post_init__(self) -> None:
        check_fields(self)
        preset_named(self.preset)


_COMMAND_NAMES = tuple(field.name for field in dataclasses.fields(_Command))
SETTING_NAMES = (*_COMMAND_NAMES, *_CONFIG_NAMES)


@dataclass(frozen=True)
class SweepPlan:
    """Content of a sweep's file.

    Attributes:
        name: of the sweep.
        file: its absolute path.
        best_by: one of ``METRICS``, which chooses the best training.
        trainings: one or more, each different.
    """

    name: str
    file: Path
    best_by: str
    trainings: tuple[Settings, ...]


def read_sweep_file(path: Path) -> SweepPlan:
    """Read and check a sweep's file.

    Its trainings are the grid's, then those by chance, then the list's; each once.

    Raises:
        UsageError: it is no TOML, or a name or a value in it cannot be; the key is named.
        InputOutputError: it cannot be read.
    """
    data = read_sweep_table(path)
    try:
        return plan_of(path.absolute(), data)
    except DesktopCvaeError as error:
        raise UsageError(
            tr("In “{name}”: {sentence}", name=shown_name(path), sentence=error.sentence)
        ) from error


def arguments_of(settings: Settings) -> list[str]:
    """Return the settings as options of ``desktop-cvae train``."""
    arguments = []
    for name, value in settings.items():
        if name == "no_labels":
            arguments += ["--no-labels"] if value else []
        else:
            arguments.append(f"{option_of(name)}={value}")
    return arguments


def settings_key(settings: Settings) -> str:
    """Return a digest of the settings, independent of their order."""
    text = json.dumps(settings, sort_keys=True)
    return hashlib.sha256(text.encode()).hexdigest()[:12]


def sweep_toml(data: dict[str, Any]) -> str:
    """Return a sweep's table as the text of its file.

    Args:
        data: as ``docs/sweep_format.md`` describes it: texts, numbers, lists, and tables of these.
    """
    # Such values are written alike in JSON and TOML (https://toml.io/en/v1.0.0).
    top = [f"{key} = {_inline(value)}" for key, value in data.items() if not _is_table(value)]
    for key, table in data.items():
        if _is_table(table):
            lines = (f"{name} = {_inline(value)}" for name, value in table.items())
            top += ["", f"[{key}]", *lines]
    return "\n".join(top).strip() + "\n"


def _is_table(value: Any) -> bool:
    return isinstance(value, dict)


def _inline(value: Any) -> str:
    if _is_table(value):
        return "{" + ", ".join(f"{key} = {_inline(one)}" for key, one in value.items()) + "}"
    return json.dumps(value, ensure_ascii=False)


def read_sweep_table(path: Path) -> dict[str, Any]:
    """Return the TOML of a sweep's file, whose names and values are not checked yet.

    Raises:
        UsageError: it is no TOML.
        InputOutputError: it cannot be read.
    """
    try:
        # Opening a pipe would wait for whoever writes to it.
        if path.exists() and not path.is_file():
            raise UsageError(tr("“{name}” is not a file.", name=shown_name(path)))
        with path.open("rb") as file:
            data = file.read(MAX_FILE_BYTES + 1)
    except OSError as error:
        reason = reason_of(error)
        raise InputOutputError(
            tr("“{name}” could not be read: {reason}.", name=shown_name(path), reason=reason),
            str(error),
        ) from error
    if len(data) > MAX_FILE_BYTES:
        raise UsageError(tr("“{name}” is too long for a sweep’s file.", name=shown_name(path)))
    try:
        return tomllib.loads(data.decode("utf-8"))
    # RecursionError: the text is nested too deeply.
    except (ValueError, RecursionError) as error:
        reason = printable(str(error), 120)
        raise UsageError(
            tr("“{name}” is not TOML: {reason}.", name=shown_name(path), reason=reason)
        ) from error


def plan_of(file: Path, data: dict[str, Any]) -> SweepPlan:
    """Return the checked sweep of a table.

    Args:
        file: its absolute path, which need not be there yet.
        data: as ``docs/sweep_format.md`` describes it.

    Raises:
        UsageError: a name or a value in it cannot be; the key is named.
    """
    for key in data:
        if key not in _TOP:
            raise UsageError(_unknown(key, _TOP))
    name, best_by = data.get("name", file.stem), data.get("best_by", METRICS[0])
    if not isinstance(name, str) or not re.fullmatch(r"\w[\w .()-]{0,59}", name):
        raise UsageError(
            tr("“name” must be 1 to 60 letters, digits, spaces, dots, hyphens or brackets.")
        )
    if best_by not in METRICS:
        raise UsageError(tr("“best_by” must be one of {known}.", known=", ".join(METRICS)))
    base = _checked_all(_table(data, "base"), "base", file)
    found: dict[str, Settings] = {}
    for one in itertools.chain(_grid(data, file), _random(data, file), _list(data, file)):
        settings = base | one
        found.setdefault(settings_key(settings), settings)
        if len(found) > MAX_TRAININGS:
            raise UsageError(_too_many())
    return SweepPlan(name, file, best_by, tuple(found.values()) or (base,))


def _grid(data: dict[str, Any], file: Path) -> Iterator[Settings]:
    table = _table(data, "grid")
    values = {key: _values(key, value, "grid", file) for key, value in table.items()}
    if math.prod(map(len, values.values())) > MAX_TRAININGS:
        raise UsageError(_too_many())
    if values:
        for chosen in itertools.product(*values.values()):
            yield dict(zip(values, chosen, strict=True))


def _random(data: dict[str, Any], file: Path) -> Iterator[Settings]:
    table = dict(_table(data, "random"))
    if not table:
        return
    count, seed = table.pop("count", None), table.pop("seed", 0)
    if type(count) is not int or not 1 <= count <= MAX_TRAININGS:
        raise UsageError(
            tr(
                "“random.count” must be a whole number from 1 to {most}.",
                most=number(MAX_TRAININGS),
            )
        )
    if type(seed) is not int or not 0 <= seed < 2**31:
        raise UsageError(tr("“random.seed” must be a whole number from 0 to 2³¹ − 1."))
    ranges = {key: _range(key, value, file) for key, value in table.items()}
    rng = np.random.default_rng(seed)
    for _ in range(count):
        yield {key: drawn.draw(rng) for key, drawn in ranges.items()}


def _list(data: dict[str, Any], file: Path) -> Iterator[Settings]:
    tables = data.get("list", [])
    if not isinstance(tables, list) or not all(isinstance(table, dict) for table in tables):
        raise UsageError(tr("“list” must be a list of tables: [[list]]."))
    for at, table in enumerate(tables, start=1):
        yield _checked_all(table, f"list.{at}", file)


@dataclass(frozen=True)
class _Range:
    """Range or choices from which a setting is drawn at random."""

    choices: Sequence[Value] = ()
    low: float = 0.0
    high: float = 0.0
    is_whole: bool = False
    is_log: bool = False

    def draw(self, rng: np.random.Generator) -> Value:
        if self.choices:
            return self.choices[int(rng.integers(len(self.choices)))]
        if not self.is_log:
            if self.is_whole:
                return int(rng.integers(int(self.low), int(self.high), endpoint=True))
            value = rng.uniform(self.low, self.high)
        else:
            value = math.exp(rng.uniform(math.log(self.low), math.log(self.high)))
        # Four digits distinguish values well enough, and are readable.
        short = min(max(float(f"{value:.4g}"), self.low), self.high)
        return round(short) if self.is_whole else short


def _range(key: str, value: Any, file: Path) -> _Range:
    where = f"random.{key}"
    if not isinstance(value, dict):
        return _Range(choices=_values(key, value, "random", file))
    if not {"low", "high"} <= set(value) <= {"low", "high", "scale"}:
        raise UsageError(
            tr("“{key}” must be a list, or have “low”, “high” and perhaps “scale”.", key=where)
        )
    low, high = (_checked(key, value[end], "random", file) for end in ("low", "high"))
    if isinstance(low, bool | str) or isinstance(high, bool | str):
        raise UsageError(tr("“{key}” has no range of numbers; give a list.", key=where))
    scale = value.get("scale", "linear")
    if scale not in ("linear", "log"):
        raise UsageError(tr("“{key}.scale” must be “linear” or “log”.", key=where))
    if not low < high or (scale == "log" and low <= 0):
        raise UsageError(
            tr("“{key}”: “low” must be less than “high”, and more than 0 for “log”.", key=where)
        )
    return _Range((), low, high, isinstance(low, int), scale == "log")


def _table(data: dict[str, Any], key: str) -> dict[str, Any]:
    table = data.get(key, {})
    if not isinstance(table, dict):
        raise UsageError(tr("“{key}” must be a table: [{key}].", key=key))
    return table


def _values(key: str, value: Any, where: str, file: Path) -> list[Value]:
    values = value if isinstance(value, list) else [value]
    if not values:
        raise UsageError(tr("“{key}” is an empty list.", key=f"{where}.{key}"))
    return [_checked(key, one, where, file) for one in values]


def _checked_all(table: dict[str, Any], where: str, file: Path) -> Settings:
    return {key: _checked(key, value, where, file) for key, value in table.items()}


def _checked(key: str, value: Any, where: str, file: Path) -> Value:
    """Return a setting's value in its type; raise an error that names the key."""
    if key not in SETTING_NAMES:
        raise UsageError(_unknown(f"{where}.{key}", SETTING_NAMES))
    owner: Any = TrainingConfig if key in _CONFIG_NAMES else _Command
    try:
        checked: Value = getattr(from_json(owner, {key: value}, where), key)
    except DesktopCvaeError as error:
        name = f"{where}.{key}"
        raise UsageError(
            error.sentence
            if f"“{name}”" in error.sentence
            else tr("“{key}”: {sentence}", key=name, sentence=error.sentence)
        ) from error
    if key in ("data", "start_from") and isinstance(checked, str):
        beside = file.parent / checked
        return str(beside) if checked and beside.exists() else checked
    return checked


def _unknown(key: str, known: Sequence[str]) -> str:
    shown = printable(key, 60)
    near = difflib.get_close_matches(key.rpartition(".")[2], known, 1)
    if near:
        return tr("there is no “{key}”; did you mean “{near}”?", key=shown, near=near[0])
    return tr("there is no “{key}”; there are {known}.", key=shown, known=", ".join(known))


def _too_many() -> str:
    return tr("a sweep may have at most {most} trainings.", most=number(MAX_TRAININGS))
