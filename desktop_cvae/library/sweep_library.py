"""Library of sweeps: each is a folder with a state file, its trained models and a lock.

Every training of a sweep is an ordinary run, in a folder whose name follows from its number and
its settings, and each run records its own progress. ``sweep.json`` keeps the settings of each
training, and the results of those that are done; it is replaced whole, so that a process that is
killed loses none of it.

Tested in tests/cli/test_sweep.py.
"""

from __future__ import annotations

import dataclasses
import json
import logging
import re
from collections.abc import Sequence
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

from desktop_cvae.core import paths
from desktop_cvae.core.atomic_files import write_atomically
from desktop_cvae.core.checked_json import parse_json
from desktop_cvae.core.errors import (
    DesktopCvaeError,
    InvalidData,
    RunProblem,
    SweepProblem,
    UsageError,
)
from desktop_cvae.core.language import mark, tr
from desktop_cvae.core.schemas import from_json
from desktop_cvae.library.model_file import SUFFIX, read_manifest
from desktop_cvae.library.run_library import RunEntry, holds_run, is_held, read_run
from desktop_cvae.library.sweep_file import (
    HIGHER_IS_BETTER,
    METRICS,
    Settings,
    SweepPlan,
    settings_key,
)

STATE = "sweep.json"
WAITING = mark("waiting")
DONE = ("finished", "stopped")
"""States of a training that has a model."""
_MAX_BYTES = 16_000_000
_logger = logging.getLogger(__name__)


@dataclass(frozen=True)
class SweepTraining:
    """A training of a sweep.

    Attributes:
        number: within the sweep, from 1; it stays when the file is changed.
        settings: those that the file names.
        run_folder: of its run, which may not be there yet.
        model_path: of its model file, which may not be there yet.
        state: a run's state, or ``waiting``.
        reason: why it ended without a model, a sentence; empty where nobody could say.
        epochs_done: finished epochs.
        epochs: how many there will be at most; 0 if that is not known yet.
        metrics: those of ``METRICS`` that are known.
        is_planned: the file still asks for it.
    """

    number: int
    settings: Settings
    run_folder: Path
    model_path: Path
    state: str = WAITING
    reason: str = ""
    epochs_done: int = 0
    epochs: int = 0
    metrics: dict[str, float] = field(default_factory=dict)
    is_planned: bool = True

    @property
    def name(self) -> str:
        """Name of its run and its model."""
        return self.model_path.stem

    @property
    def is_done(self) -> bool:
        """True if nothing is left to train."""
        return self.state in DONE


@dataclass(frozen=True)
class Sweep:
    """A sweep and its state.

    Attributes:
        name: what people call it.
        folder: where it lives.
        file: the file that asked for it.
        best_by: one of ``METRICS``.
        trainings: those that the file asks for, by number.
        is_running: a living process works on it.
    """

    name: str
    folder: Path
    file: Path
    best_by: str
    trainings: tuple[SweepTraining, ...]
    is_running: bool = False

    @property
    def varying(self) -> tuple[str, ...]:
        """Names of the settings that differ between trainings."""
        names = dict.fromkeys(name for one in self.trainings for name in one.settings)
        # Compared as text, because True == 1.
        alike = {
            name: len({repr(one.settings.get(name)) for one in self.trainings}) for name in names
        }
        return tuple(name for name, count in alike.items() if count > 1)

    @property
    def done(self) -> int:
        """Number of trainings that have a model."""
        return sum(one.is_done for one in self.trainings)

    @property
    def ranked_by(self) -> str:
        """Metric that ranks the trainings: ``best_by``, or the next one that a training has."""
        known = [name for one in self.trainings for name in one.metrics]
        return next((name for name in (self.best_by, *METRICS) if name in known), self.best_by)

    def ranked(self) -> tuple[SweepTraining, ...]:
        """Trainings, the best first, then those without the metric by number."""
        by = self.ranked_by
        sign = -1 if by in HIGHER_IS_BETTER else 1
        return tuple(
            sorted(
                self.trainings,
                key=lambda one: (
                    by not in one.metrics or not one.is_done,
                    sign * one.metrics.get(by, 0.0),
                    one.number,
                ),
            )
        )

    @property
    def best(self) -> SweepTraining | None:
        """Best training that has a model; None without one."""
        for one in self.ranked():
            if one.is_done and one.model_path.is_file():
                return one
        return None


def sweeps_dir() -> Path:
    """Return the folder of sweeps."""
    return paths.data_dir() / "sweeps"


def sweep_folder(name: str) -> Path:
    """Return the folder of the sweep of that name."""
    return sweeps_dir() / re.sub(r"[^\w-]", "_", name)[:40]


def list_sweeps() -> list[Sweep]:
    """Return all readable sweeps by name; log and skip the others."""
    sweeps = []
    for file in sorted(sweeps_dir().glob(f"*/{STATE}")):
        try:
            sweeps.append(read_sweep(file.parent))
        except DesktopCvaeError as error:
            _logger.warning("%s", error)
    return sweeps


def read_sweep(folder: Path) -> Sweep:
    """Read the sweep in a folder, with the current state of its runs.

    Raises:
        SweepProblem: its state is missing or damaged.
    """
    sweep = _read_state(folder)
    planned = tuple(refresh(one) for one in sweep.trainings if one.is_planned)
    return dataclasses.replace(sweep, trainings=planned, is_running=is_held(folder))


def prepare_sweep(plan: SweepPlan) -> Sweep:
    """Return the sweep of a file, new or continued; trainings keep their numbers.

    Raises:
        UsageError: another file's sweep has that name.
        SweepProblem: the state cannot be read.
        InputOutputError: it cannot be written.
    """
    folder = sweep_folder(plan.name)
    old: Sequence[SweepTraining] = ()
    if (folder / STATE).exists():
        known = _read_state(folder)
        if known.file != plan.file and known.file.exists():
            raise UsageError(
                tr(
                    "The sweep “{name}” belongs to “{file}”; give this sweep another name: "
                    'name = "…".',
                    name=plan.name,
                    file=known.file,
                )
            )
        old = known.trainings
    trainings = _merged(plan, folder, old)
    sweep = Sweep(plan.name, folder, plan.file, plan.best_by, trainings)
    save_sweep_state(sweep)
    return read_sweep(folder)


def save_sweep_state(sweep: Sweep) -> None:
    """Write a sweep's state; raises :class:`InputOutputError`."""
    # Trainings that the file no longer asks for keep their numbers and results in the state.
    kept = {one.number: one for one in sweep.trainings}
    if (sweep.folder / STATE).exists():
        others = _read_state(sweep.folder).trainings
        kept |= {one.number: one for one in others if one.number not in kept}
    data = {
        "version": 1,
        "name": sweep.name,
        "file": str(sweep.file),
        "best_by": sweep.best_by,
        "trainings": [_to_json(kept[number]) for number in sorted(kept)],
    }
    write_atomically(sweep.folder / STATE, json.dumps(data, indent=1).encode())


def refresh(training: SweepTraining) -> SweepTraining:
    """Return a training with the current state of its run; finished ones stay unchanged."""
    if training.is_done and training.metrics:
        return training
    if not holds_run(training.run_folder):
        # A command that failed at once has no run; its failure is stored here.
        if training.state == "failed":
            return training
        return dataclasses.replace(training, state=WAITING, reason="", epochs_done=0)
    try:
        run = read_run(training.run_folder)
    except RunProblem as error:
        return dataclasses.replace(training, state="failed", reason=error.sentence)
    return dataclasses.replace(
        training,
        state=run.state,
        reason=run.reason or (training.reason if run.state == training.state else ""),
        epochs_done=len(run.history),
        epochs=run.training.epochs,
        metrics=_metrics(run, training.model_path),
    )


def _metrics(run: RunEntry, model_path: Path) -> dict[str, float]:
    found: dict[str, float] = {}
    if run.state in DONE and model_path.is_file():
        try:
            found |= read_manifest(model_path).metrics
        except DesktopCvaeError as error:
            _logger.warning("%s", error)
    if run.history:
        # Not the minimised loss, which depends on each training's β.
        losses = [record.validation.reconstruction + record.validation.kl for record in run.history]
        found["validation_neg_elbo_nats"] = min(losses)
        found["seconds"] = sum(record.seconds for record in run.history)
    return {name: found[name] for name in METRICS if name in found}


def _merged(
    plan: SweepPlan, folder: Path, old: Sequence[SweepTraining]
) -> tuple[SweepTraining, ...]:
    by_key = {settings_key(one.settings): one for one in old}
    wanted = {settings_key(settings): settings for settings in plan.trainings}
    kept = [dataclasses.replace(one, is_planned=key in wanted) for key, one in by_key.items()]
    number = max((one.number for one in old), default=0)
    for key, settings in wanted.items():
        if key not in by_key:
            number += 1
            name = f"{folder.name}-{number:03d}"
            kept.append(
                SweepTraining(
                    number,
                    settings,
                    paths.runs_dir() / f"{name}-{key[:6]}",
                    folder / "models" / f"{name}{SUFFIX}",
                )
            )
    return tuple(kept)


def _read_state(folder: Path) -> Sweep:
    """Read the state file, with all trainings that were ever planned."""
    try:
        if not (folder / STATE).is_file():
            raise FileNotFoundError(STATE)
        with (folder / STATE).open("rb") as file:
            data = parse_json(file.read(_MAX_BYTES + 1), mark("content"), _MAX_BYTES)
        if data["best_by"] not in METRICS:
            raise ValueError("best_by")
        return Sweep(
            name=str(data["name"]),
            folder=folder,
            file=Path(str(data["file"])),
            best_by=data["best_by"],
            trainings=tuple(
                from_json(SweepTraining, one, "sweep", is_complete=True)
                for one in data["trainings"]
            ),
        )
    except (OSError, ValueError, KeyError, TypeError, InvalidData) as error:
        raise SweepProblem(
            tr("The sweep “{name}” cannot be read.", name=folder.name), str(error)
        ) from error


def _to_json(training: SweepTraining) -> dict[str, Any]:
    plain = dataclasses.asdict(training)
    return plain | {"run_folder": str(training.run_folder), "model_path": str(training.model_path)}
