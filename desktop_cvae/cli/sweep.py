"""``desktop-cvae sweep``: run many trainings from one file, and pick the best."""

from __future__ import annotations

import contextlib
import json
import sys
from argparse import Namespace
from collections.abc import Iterator
from typing import Any

from desktop_cvae.bulk.cluster_connection import LOCAL, connect
from desktop_cvae.cli.event_lines import EventLines, StopCommands, reporting_failure
from desktop_cvae.cli.output import ProgressLine, explaining_interruption, note, table
from desktop_cvae.cli.parser import parse
from desktop_cvae.cli.train import request_of
from desktop_cvae.core.command_events import (
    EpochTrained,
    SweepEnded,
    SweepStarted,
    SweptTraining,
)
from desktop_cvae.core.csv_tables import csv_bytes
from desktop_cvae.core.errors import DatasetProblem, UsageError
from desktop_cvae.core.language import mark, tr, tr_n
from desktop_cvae.core.tasks import Progress
from desktop_cvae.datasets.loading import load_dataset
from desktop_cvae.evaluation.comparison import setting_text
from desktop_cvae.evaluation.sweep_table import (
    metric_text,
    state_text,
    sweep_json,
    sweep_table,
    training_json,
)
from desktop_cvae.library.model_library import find_model, import_model
from desktop_cvae.library.run_library import is_held
from desktop_cvae.library.sweep_file import SweepPlan, arguments_of, read_sweep_file
from desktop_cvae.library.sweep_library import (
    STATE,
    Sweep,
    SweepTraining,
    prepare_sweep,
    read_sweep,
    sweep_folder,
)
from desktop_cvae.training.sweep_run import (
    LocalSweepExecutor,
    SweepExecutor,
    SweepRun,
    jobs_and_threads,
)
from desktop_cvae.training.training_run import starting_point


def run(arguments: Namespace) -> int:
    """Train what is left, print the table, and install the requested model.

    Returns:
        0, or 1 if a training has failed or could not be ended.

    Raises:
        UsageError: the file is contradictory, or another process is running the sweep.
        DesktopCvaeError: an error that would end every training.
    """
    events = EventLines() if arguments.events is not None else None
    with reporting_failure(events) if events is not None else contextlib.nullcontext():
        sweep = _known(arguments) if arguments.table else _train(arguments, events)
    if events is None:
        _print(sweep, arguments.format)
    if arguments.install is not None or events is None:
        _install(sweep, arguments.install)
    return 0 if arguments.table or sweep.done == len(sweep.trainings) else 1


def check(plan: SweepPlan) -> None:
    """Check every training with the command's own parser before the first one starts.

    Raises:
        UsageError: settings contradict each other, or data cannot be used; they are named.
    """
    labels: dict[str, tuple[str, ...]] = {}
    for settings in plan.trainings:
        try:
            # The very parser of the command that each training runs.
            given = parse(["train", *arguments_of(settings), "--output", "check.cvae"])
            given.command_line, given.overwrite = [], True
            request = request_of(given)
            if request.data not in labels:
                labels[request.data] = load_dataset(request.data, "train").label_names
            if request.start_from is not None:
                find_model(request.start_from)
            starting_point(request, labels[request.data])
        except (UsageError, DatasetProblem) as error:
            raise UsageError(
                tr(
                    "In “{name}”, with {settings}: {sentence}",
                    name=plan.file.name,
                    settings=settings_text(settings) or tr("no settings"),
                    sentence=error.sentence,
                )
            ) from error


def settings_text(settings: dict[str, Any], names: tuple[str, ...] = ()) -> str:
    """Return settings in one line: "beta 0.3, latent_dim 16"."""
    chosen = names or tuple(settings)
    return ", ".join(f"{name} {setting_text(settings.get(name))}" for name in chosen)


def _known(arguments: Namespace) -> Sweep:
    plan = read_sweep_file(arguments.file)
    folder = sweep_folder(plan.name)
    if not (folder / STATE).exists():
        raise UsageError(tr("The sweep “{name}” has not started yet.", name=plan.name))
    return read_sweep(folder)


def _train(arguments: Namespace, events: EventLines | None) -> Sweep:
    plan = read_sweep_file(arguments.file)
    check(plan)
    if is_held(sweep_folder(plan.name)):
        raise UsageError(tr("Another process is running the sweep “{name}”.", name=plan.name))
    sweep = prepare_sweep(plan)

    def resumes() -> str:
        return tr("stopped; “desktop-cvae sweep {name}” resumes it.", name=arguments.file)

    watch = SweepEvents(sweep, events) if events is not None else SweepLines(sweep)
    try:
        with explaining_interruption(resumes), _executor(arguments, sweep) as started:
            executor, jobs, threads = started
            watch.begin(jobs, threads)
            sweeping = SweepRun(sweep, threads, watch, retry_failed=arguments.retry_failed)
            sweep = sweeping.run(executor, watch.should_stop)
    finally:
        watch.close()
    watch.end(sweep)
    return sweep


@contextlib.contextmanager
def _executor(arguments: Namespace, sweep: Sweep) -> Iterator[tuple[SweepExecutor, int, int]]:
    """Open the executor; yield it with the number of trainings at once and of threads for each."""
    jobs, threads = jobs_and_threads(len(sweep.trainings) - sweep.done, arguments.jobs)
    if arguments.cluster is None:
        yield LocalSweepExecutor(jobs), jobs, threads
        return
    from desktop_cvae.training.sweep_cluster import ClusterSweepExecutor

    with connect(arguments.cluster, arguments.certificates, jobs) as client:
        executor = ClusterSweepExecutor(client, sweep.folder)
        yield executor, executor.jobs, threads if arguments.cluster == LOCAL else 0


def _print(sweep: Sweep, form: str) -> None:
    if form == "json":
        print(json.dumps(sweep_json(sweep), indent=1))
    elif form == "csv":
        sys.stdout.write(csv_bytes(sweep_table(sweep, for_people=False)).decode())
    else:
        rows = [[str(cell) for cell in row] for row in sweep_table(sweep, for_people=True)]
        print(table(rows, right=range(len(rows[0]) - 1)))


def _install(sweep: Sweep, request: str | None) -> None:
    best = sweep.best
    if request is None:
        if best is not None:
            note(
                tr(
                    "best: {number}, {value}; --install best adds it to your models",
                    number=best.number,
                    value=metric_text(sweep.ranked_by, best.metrics.get(sweep.ranked_by)),
                )
            )
        return
    found = best if request == "best" else _numbered(sweep, request)
    if found is None or not found.model_path.is_file():
        raise UsageError(tr("Training “{number}” has no model yet.", number=request))
    entry = import_model(found.model_path)
    note(tr("“{name}” was added to your models", name=entry.name))


def _numbered(sweep: Sweep, request: str) -> SweepTraining:
    for one in sweep.trainings:
        if request == str(one.number):
            return one
    raise UsageError(tr("The sweep has no training “{number}”.", number=request))


class SweepLines:
    """Reports to people: a line for each finished training, and overall progress.

    Args:
        sweep: as it begins.
    """

    def __init__(self, sweep: Sweep) -> None:
        self._sweep, self._done = sweep, sweep.done
        self._line = ProgressLine(mark("epochs"))
        self._epochs = {one.number: (one.epochs_done, one.epochs) for one in sweep.trainings}

    def begin(self, jobs: int, threads: int) -> None:
        """Report the start."""
        trainings = tr_n("{n} training", "{n} trainings", len(self._sweep.trainings))
        if self._done:
            trainings = tr("{trainings}, {done} already done", trainings=trainings, done=self._done)
        note(
            tr(
                "{trainings}; {jobs} at once, threads per training: {threads}",
                trainings=trainings,
                jobs=jobs,
                threads=threads or tr("the worker’s"),
            )
        )

    def should_stop(self) -> bool:
        """Return False: people press Ctrl+C."""
        return False

    def __call__(self, one: SweepTraining, event: dict[str, Any]) -> None:
        """Report an event of a training."""
        if event["event"] == "epoch":
            self._epochs[one.number] = (int(event["epoch"]), int(event["epochs"]))
        elif event["event"] == "ended":
            self._ended(one)
        done, total = (sum(pair) for pair in zip(*self._epochs.values(), strict=True))
        if total:
            self._line.show(Progress(done, total))

    def _ended(self, one: SweepTraining) -> None:
        self._done += one.is_done
        self._line.clear()
        results = ", ".join(metric_text(name, value) for name, value in one.metrics.items())
        line = tr(
            "{done}/{total}  {name} ({settings}): {outcome}",
            done=self._done,
            total=len(self._sweep.trainings),
            name=one.name,
            settings=settings_text(one.settings, self._sweep.varying),
            outcome=results if one.is_done else f"{state_text(one)}. {one.reason}".rstrip(". "),
        )
        note(line)

    def close(self) -> None:
        """Remove the progress line."""
        self._line.close()

    def end(self, sweep: Sweep) -> None:
        """Report the end."""


class SweepEvents:
    """Reports to programs: JSON lines on standard output; ``suspend`` on standard input stops it.

    Args:
        sweep: as it begins.
        events: where they go.
    """

    def __init__(self, sweep: Sweep, events: EventLines) -> None:
        self._sweep, self._events = sweep, events
        self._stop = StopCommands(events)

    def begin(self, jobs: int, threads: int) -> None:
        """Report the start."""
        sweep, count = self._sweep, len(self._sweep.trainings)
        self._events.say(SweepStarted(sweep.name, sweep.folder, count, sweep.done, jobs, threads))

    def should_stop(self) -> bool:
        """Return True after a command that ends a training."""
        return self._stop.has_come()

    def __call__(self, one: SweepTraining, event: dict[str, Any]) -> None:
        """Report an event of a training."""
        if event["event"] == "epoch":
            self._events.say(EpochTrained(one.number, event["epoch"], event["epochs"]))
        elif event["event"] == "ended":
            self._events.say(SweptTraining(training_json(one)))

    def close(self) -> None:
        """Do nothing."""

    def end(self, sweep: Sweep) -> None:
        """Report the end."""
        best = sweep.best
        number = best.number if best else None
        self._events.say(SweepEnded(sweep.done, len(sweep.trainings), number))
