"""Carries a sweep through: who trains what, and what is known of it, whatever happens.

The crew is this machine's threads, each with a training's process, or a cluster's workers. The
runs keep what was learned, and the state file what came of it, so a sweep that ends in whatever
way goes on when it is asked for again.
"""

from __future__ import annotations

import dataclasses
import os
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
from desktop_cvae.library.run_library import hold_run, is_held
from desktop_cvae.library.sweep_file import arguments_of
from desktop_cvae.library.sweep_library import (
    Sweep,
    SweepTraining,
    keep_state,
    read_sweep,
    refreshed,
)
from desktop_cvae.training.sweep_worker import Ended, Tell, TrainingJob, carry_out

MEMORY_BYTES = 1_500_000_000
"""That a training takes at its height, with TensorFlow; found by ``tests/benchmarks/sweep.py``."""
MAX_TRIES = 2
"""A training whose process was killed is gone on with once; twice is no accident."""

_FATAL = {kind.exit_code: kind for kind in (InputOutputError, EnvironmentProblem)}

Done = Callable[[Ended], None]
Watch = Callable[[SweepTraining, dict[str, Any]], None]
"""Is told of a training's events, and of its end as the event ``ended``."""


class Crew(Protocol):
    """Who trains."""

    def submit(self, job: TrainingJob, tell: Tell, done: Done) -> None:
        """Train as soon as there is room; ``done`` is called on any thread, once."""

    def stop(self) -> None:
        """Let nothing begin any more, and everything end so that it can be resumed."""

    def close(self) -> None:
        """Wait until everybody has ended."""


class LocalCrew:
    """This machine's cores, a training's process for each thread.

    Args:
        jobs: trainings at once.
    """

    def __init__(self, jobs: int) -> None:
        self._stop = threading.Event()
        self._pool = ThreadPoolExecutor(jobs, thread_name_prefix="sweep")

    def submit(self, job: TrainingJob, tell: Tell, done: Done) -> None:
        """Train as soon as a thread is free."""
        self._pool.submit(self._train, job, tell, done)

    def stop(self) -> None:
        """Ask every training to leave a checkpoint and to end."""
        self._stop.set()

    def close(self) -> None:
        """Wait for the processes."""
        self._pool.shutdown()

    def _train(self, job: TrainingJob, tell: Tell, done: Done) -> None:
        try:
            ended = carry_out(job, tell, self._stop.is_set)
        except Exception as error:  # noqa: BLE001 - a thread's, told to who waits
            ended = Ended(1, " ".join(f"{type(error).__name__}: {error}".split())[:200])
        done(ended)


def jobs_and_threads(pending: int, wish: int | None = None) -> tuple[int, int]:
    """Trainings at once on this machine, and the threads of each.

    Args:
        pending: how many trainings there are to do.
        wish: as many at once; None as many as cores and memory suit.
    """
    has_affinity = hasattr(os, "sched_getaffinity")
    cores = len(os.sched_getaffinity(0)) if has_affinity else os.cpu_count() or 1
    jobs = wish or max(1, min(cores, free_memory_bytes() // MEMORY_BYTES))
    jobs = max(1, min(jobs, pending))
    return jobs, max(1, cores // jobs)


def free_memory_bytes() -> int:
    """Of this machine, as far as it says; else enough."""
    try:
        for line in Path("/proc/meminfo").read_text(encoding="ascii").splitlines():
            if line.startswith("MemAvailable:"):
                return int(line.split()[1]) * 1024
    except (OSError, ValueError, IndexError):
        pass
    return 1 << 60


class SweepRun:
    """A sweep under way.

    Args:
        sweep: what is to be trained.
        threads: of each training; 0 leaves it to the worker.
        watch: is told what happens, on the calling thread.
        command: how to start the program; empty starts this one.
        retry_failed: those that have failed are begun again.
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
        self._said: queue.Queue[tuple[int, dict[str, Any] | Ended]] = queue.Queue()
        self._fatal: DesktopCvaeError | None = None

    def carry_through(self, crew: Crew, should_stop: Callable[[], bool] = lambda: False) -> Sweep:
        """Train whatever is left; the sweep as it stands afterwards.

        Args:
            crew: who trains; it is closed at the end.
            should_stop: asked a few times a second; True ends like Ctrl+C.

        Raises:
            UsageError: another process works on this sweep.
            InputOutputError, EnvironmentProblem: a training met what all others would meet.
            KeyboardInterrupt: it was asked to stop; every training can be resumed.
        """
        if is_held(self.sweep.folder):
            crew.close()
            raise UsageError(
                tr("Another process works on the sweep “{name}”.", name=self.sweep.name)
            )
        with hold_run(self.sweep.folder):
            waiting = {one.number for one in self._left()}
            try:
                for number in sorted(waiting):
                    self._submit(number, crew)
                while waiting:
                    if should_stop():
                        raise KeyboardInterrupt
                    self._take_one(crew, waiting)
            finally:
                crew.stop()
                crew.close()
                self._keep()
        if self._fatal is not None:
            raise self._fatal
        return read_sweep(self.sweep.folder)

    def _left(self) -> list[SweepTraining]:
        states = ("failed",) if not self._retry_failed else ()
        return [
            one for one in self._trainings.values() if not one.is_done and one.state not in states
        ]

    def _submit(self, number: int, crew: Crew) -> None:
        one = self._trainings[number]
        self._tries[number] += 1
        job = TrainingJob(
            arguments=("train", *arguments_of(one.settings), *_places(one)),
            run_folder=str(one.run_folder),
            threads=self._threads,
            command=self._command,
            anew=self._retry_failed and one.state == "failed",
        )
        crew.submit(
            job,
            lambda event: self._said.put((number, event)),
            lambda ended: self._on_ended(number, ended, crew),
        )

    def _take_one(self, crew: Crew, waiting: set[int]) -> None:
        try:
            # Signals are seen between two waits.
            number, said = self._said.get(timeout=0.2)
        except queue.Empty:
            return
        if not isinstance(said, Ended):
            self._watch(self._trainings[number], said)
            return
        one = refreshed(self._trainings[number])
        if said.exit_code < 0 and self._tries[number] < MAX_TRIES and self._fatal is None:
            self._trainings[number] = one
            self._submit(number, crew)
            return
        waiting.discard(number)
        if not one.is_done and said.exit_code > 0 and one.state not in ("interrupted", "failed"):
            # It ended before it had a run.
            one = dataclasses.replace(one, state="failed")
        self._trainings[number] = dataclasses.replace(one, reason=said.sentence or one.reason)
        if said.exit_code in _FATAL:
            self._fatal = self._fatal or _FATAL[said.exit_code](said.sentence)
        self._keep()
        self._watch(self._trainings[number], {"event": "ended", "exit_code": said.exit_code})

    def _on_ended(self, number: int, ended: Ended, crew: Crew) -> None:
        # A full disk, no TensorFlow or no memory: the others would fare no better. At once, on
        # the thread that would begin the next one.
        if ended.exit_code in _FATAL:
            crew.stop()
        self._said.put((number, ended))

    def _keep(self) -> None:
        sweep = dataclasses.replace(self.sweep, trainings=tuple(self._trainings.values()))
        try:
            keep_state(sweep)
        except InputOutputError as error:
            # The runs know it too, and are asked the next time.
            self._fatal = self._fatal or error


def _places(one: SweepTraining) -> list[str]:
    # What lies there is the sweep's own.
    return ["--name", one.name, "--output", str(one.model_path), "--overwrite"]
