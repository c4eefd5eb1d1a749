"""Running a sweep: its trainings on an executor, its state on disk.

The executor is threads on this machine, each with a training process, or the workers of a cluster.
The runs keep the checkpoints and the state file the results, so a sweep can be resumed however it
ended.

Tested in tests/cli/test_sweep.py.
"""

from __future__ import annotations

import dataclasses
import queue
import threading
from collections import Counter
from collections.abc import Callable, Sequence
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path
from typing import Any, Protocol

from desktop_cvae.core.errors import (
    DesktopCvaeError,
    EnvironmentProblem,
    InputOutputError,
    UsageError,
)
from desktop_cvae.core.language import tr
from desktop_cvae.core.operating_system import usable_cores
from desktop_cvae.library.run_library import hold_run, is_held
from desktop_cvae.library.sweep_file import arguments_of
from desktop_cvae.library.sweep_library import (
    Sweep,
    SweepTraining,
    read_sweep,
    refresh,
    save_sweep_state,
)
from desktop_cvae.training.sweep_worker import (
    EventCallback,
    TrainingJob,
    TrainingOutcome,
    run_training,
)

MEMORY_BYTES = 1_500_000_000
"""Peak memory of a training with TensorFlow, measured by ``tests/benchmarks/sweep.py``."""
MAX_TRIES = 2
"""Attempts at a training whose process was killed: one retry, as two kills are no accident."""

_FATAL = {kind.exit_code: kind for kind in (InputOutputError, EnvironmentProblem)}

DoneCallback = Callable[[TrainingOutcome], None]
Watch = Callable[[SweepTraining, dict[str, Any]], None]
"""Receives the events of a training, and its end as the event ``ended``."""


class SweepExecutor(Protocol):
    """Runs the trainings of a sweep."""

    def submit(self, job: TrainingJob, tell: EventCallback, done: DoneCallback) -> None:
        """Queue a training; ``done`` is called once, on any thread."""

    def stop(self) -> None:
        """Start nothing more, and end every training so that it can be resumed."""

    def close(self) -> None:
        """Wait until all trainings have ended."""


class LocalSweepExecutor:
    """Trains on this machine, with one process per thread.

    Args:
        jobs: trainings at once.
    """

    def __init__(self, jobs: int) -> None:
        self._stop = threading.Event()
        self._pool = ThreadPoolExecutor(jobs, thread_name_prefix="sweep")

    def submit(self, job: TrainingJob, tell: EventCallback, done: DoneCallback) -> None:
        """Queue a training for the next free thread."""
        self._pool.submit(self._train, job, tell, done)

    def stop(self) -> None:
        """Ask every training to save a checkpoint and end."""
        self._stop.set()

    def close(self) -> None:
        """Wait for the processes."""
        self._pool.shutdown()

    def _train(self, job: TrainingJob, tell: EventCallback, done: DoneCallback) -> None:
        try:
            ended = run_training(job, tell, self._stop.is_set)
        except Exception as error:  # noqa: BLE001 - the thread ends here; the sweep reports it
            ended = TrainingOutcome(1, " ".join(f"{type(error).__name__}: {error}".split())[:200])
        done(ended)


def jobs_and_threads(pending: int, requested: int | None = None) -> tuple[int, int]:
    """Return the number of simultaneous trainings on this machine, and the threads of each.

    Args:
        pending: number of trainings left.
        requested: number at once; None for as many as cores and memory allow.
    """
    cores = usable_cores()
    jobs = requested or max(1, min(cores, free_memory_bytes() // MEMORY_BYTES))
    jobs = max(1, min(jobs, pending))
    return jobs, max(1, cores // jobs)


def free_memory_bytes() -> int:
    """Return this machine's available memory, or a large number if it is unknown."""
    try:
        for line in Path("/proc/meminfo").read_text(encoding="ascii").splitlines():
            if line.startswith("MemAvailable:"):
                return int(line.split()[1]) * 1024
    except (OSError, ValueError, IndexError):
        pass
    return 1 << 60


class SweepRun:
    """A running sweep.

    Args:
        sweep: the trainings.
        threads: threads per training; 0 leaves it to the worker.
        watch: receives events on the calling thread.
        command: command that starts the program; empty starts this one.
        retry_failed: True restarts failed trainings.
    """

    def __init__(
        self,
        sweep: Sweep,
        threads: int,
        watch: Watch,
        *,
        command: Sequence[str] = (),
        retry_failed: bool = False,
    ) -> None:
        self.sweep = sweep
        self._trainings = {one.number: one for one in sweep.trainings}
        self._threads, self._watch, self._command = threads, watch, tuple(command)
        self._retry_failed = retry_failed
        self._tries: Counter[int] = Counter()
        self._messages: queue.Queue[tuple[int, dict[str, Any] | TrainingOutcome]] = queue.Queue()
        self._fatal: DesktopCvaeError | None = None

    def run(
        self, executor: SweepExecutor, should_stop: Callable[[], bool] = lambda: False
    ) -> Sweep:
        """Train what is left, and return the sweep as it stands afterwards.

        Args:
            executor: runs the trainings; it is closed at the end.
            should_stop: called several times a second; True ends like Ctrl+C.

        Raises:
            UsageError: another process is running this sweep.
            InputOutputError, EnvironmentProblem: an error that would end every training.
            KeyboardInterrupt: the sweep was asked to stop; every training can be resumed.
        """
        if is_held(self.sweep.folder):
            executor.close()
            raise UsageError(
                tr("Another process is running the sweep “{name}”.", name=self.sweep.name)
            )
        with hold_run(self.sweep.folder):
            waiting = {one.number for one in self._left()}
            try:
                for number in sorted(waiting):
                    self._submit(number, executor)
                while waiting:
                    if should_stop():
                        raise KeyboardInterrupt
                    self._handle_message(executor, waiting)
            finally:
                executor.stop()
                executor.close()
                self._keep()
        if self._fatal is not None:
            raise self._fatal
        return read_sweep(self.sweep.folder)

    def _left(self) -> list[SweepTraining]:
        states = ("failed",) if not self._retry_failed else ()
        return [
            one for one in self._trainings.values() if not one.is_done and one.state not in states
        ]

    def _submit(self, number: int, executor: SweepExecutor) -> None:
        one = self._trainings[number]
        self._tries[number] += 1
        job = TrainingJob(
            arguments=("train", *arguments_of(one.settings), *_output_arguments(one)),
            run_folder=str(one.run_folder),
            threads=self._threads,
            command=self._command,
            anew=self._retry_failed and one.state == "failed",
        )
        executor.submit(
            job,
            lambda event: self._messages.put((number, event)),
            lambda ended: self._on_ended(number, ended, executor),
        )

    def _handle_message(self, executor: SweepExecutor, waiting: set[int]) -> None:
        try:
            # With a timeout, because Python handles signals only between two waits.
            number, message = self._messages.get(timeout=0.2)
        except queue.Empty:
            return
        if not isinstance(message, TrainingOutcome):
            self._watch(self._trainings[number], message)
            return
        one = refresh(self._trainings[number])
        if message.exit_code < 0 and self._tries[number] < MAX_TRIES and self._fatal is None:
            self._trainings[number] = one
            self._submit(number, executor)
            return
        waiting.discard(number)
        if not one.is_done and message.exit_code > 0 and one.state not in ("interrupted", "failed"):
            # It ended before it had a run.
            one = dataclasses.replace(one, state="failed")
        self._trainings[number] = dataclasses.replace(one, reason=message.sentence or one.reason)
        if message.exit_code in _FATAL:
            self._fatal = self._fatal or _FATAL[message.exit_code](message.sentence)
        self._keep()
        self._watch(self._trainings[number], {"event": "ended", "exit_code": message.exit_code})

    def _on_ended(self, number: int, ended: TrainingOutcome, executor: SweepExecutor) -> None:
        # On a full disk, or without TensorFlow or memory, the others would fail too. Stopped here,
        # on the executor's thread, because this thread would begin the next training.
        if ended.exit_code in _FATAL:
            executor.stop()
        self._messages.put((number, ended))

    def _keep(self) -> None:
        sweep = dataclasses.replace(self.sweep, trainings=tuple(self._trainings.values()))
        try:
            save_sweep_state(sweep)
        except InputOutputError as error:
            # The runs record their states too, so the next start finds them there.
            self._fatal = self._fatal or error


def _output_arguments(one: SweepTraining) -> list[str]:
    # A file that is already there is the sweep's own, so it may be replaced.
    return ["--name", one.name, "--output", str(one.model_path), "--overwrite"]
