"""One training of a sweep: the ordinary command in a separate process, started or resumed.

It runs on a thread beside others, or on a worker of a cluster that sees the same folders. The run's
folder alone decides whether to start, to resume or to do nothing, so that a training that is
submitted twice, because a worker was lost, is trained once.

Tested in tests/cli/test_sweep.py.
"""

from __future__ import annotations

import contextlib
import json
import os
import subprocess
import threading
import time
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path
from typing import IO, Any

from desktop_cvae.core.errors import DesktopCvaeError, InputOutputError
from desktop_cvae.core.language import tr
from desktop_cvae.core.paths import program_command
from desktop_cvae.library.run_library import delete_run, holds_run, is_held, read_run
from desktop_cvae.library.sweep_library import DONE

POLL_S = 0.2
PATIENCE_S = 60.0
"""Seconds after which a training that was asked to end, and may be saving, is killed."""
MAX_LINE_BYTES = 1_000_000
THREAD_VARIABLES = ("TF_NUM_INTRAOP_THREADS", "TF_NUM_INTEROP_THREADS", "OMP_NUM_THREADS")

EventCallback = Callable[[dict[str, Any]], None]


@dataclass(frozen=True)
class TrainingJob:
    """A training as it is sent to a worker.

    Attributes:
        arguments: arguments of a new training, ``train`` first, without its run's folder.
        run_folder: folder of its run.
        threads: number of threads it may use.
        command: command that starts the program; empty starts the worker's own.
        anew: True discards a failed run and starts again.
    """

    arguments: tuple[str, ...]
    run_folder: str
    threads: int
    command: tuple[str, ...] = ()
    anew: bool = False


@dataclass(frozen=True)
class TrainingOutcome:
    """End of a training's process.

    Attributes:
        exit_code: the command's; negative if a signal ended it.
        sentence: reason, for people; empty after success, or if it is unknown.
    """

    exit_code: int
    sentence: str = ""


def run_training(
    job: TrainingJob, tell: EventCallback, should_stop: Callable[[], bool]
) -> TrainingOutcome:
    """Run a training to its end.

    Args:
        job: the training.
        tell: called with every event of the training, on another thread.
        should_stop: called several times a second; True leaves a run that can be resumed.
    """
    folder = Path(job.run_folder)
    # The process of a killed sweep may still hold the run until it notices.
    while is_held(folder) and not should_stop():
        time.sleep(POLL_S)
    try:
        arguments = _arguments(job, folder)
    except DesktopCvaeError as error:
        return TrainingOutcome(error.exit_code, error.sentence)
    if arguments is None or should_stop():
        return TrainingOutcome(0)
    return _run(arguments, job, tell, should_stop)


def _arguments(job: TrainingJob, folder: Path) -> list[str] | None:
    """Return the arguments that start or resume the training; None if it is complete."""
    events = ["--events", "jsonl"]
    if holds_run(folder):
        run = read_run(folder)
        if run.state in DONE:
            return None
        if not (job.anew and run.state == "failed"):
            return ["train", "--resume", str(folder), *events]
        delete_run(run)
    return [*job.arguments, "--run-folder", str(folder), *events]


def _run(
    arguments: list[str], job: TrainingJob, tell: EventCallback, should_stop: Callable[[], bool]
) -> TrainingOutcome:
    threads = dict.fromkeys(THREAD_VARIABLES, str(job.threads))
    try:
        process = subprocess.Popen(
            [*(job.command or program_command()), *arguments],
            stdin=subprocess.PIPE,
            stdout=subprocess.PIPE,
            stderr=subprocess.STDOUT,
            env=os.environ | threads,
            # In its own session it does not get Ctrl+C: the sweep asks each training to end.
            start_new_session=True,
        )
    except OSError as error:
        sentence = tr("The training could not be started: {reason}.", reason=str(error))
        return TrainingOutcome(InputOutputError.exit_code, sentence)
    assert process.stdin is not None
    assert process.stdout is not None
    listener = _Listener(process.stdout, tell)
    listener.start()
    try:
        _wait(process, process.stdin.fileno(), should_stop)
    finally:
        # The process is alive here only if an exception interrupted the waiting.
        if process.poll() is None:
            process.kill()
        code = process.wait()
        listener.join()
        process.stdout.close()
        process.stdin.close()
    return TrainingOutcome(code, "" if code == 0 else listener.sentence)


def _wait(process: subprocess.Popen[bytes], commands: int, should_stop: Callable[[], bool]) -> None:
    asked_at: float | None = None
    while True:
        with contextlib.suppress(subprocess.TimeoutExpired):
            process.wait(POLL_S)
            return
        if asked_at is None and should_stop():
            asked_at = time.monotonic()
            with contextlib.suppress(OSError):
                os.write(commands, b"suspend\n")
        if asked_at is not None and time.monotonic() > asked_at + PATIENCE_S:
            process.kill()


class _Listener(threading.Thread):
    """Reads a training's output, so that its pipe never fills."""

    def __init__(self, lines: IO[bytes], tell: EventCallback) -> None:
        super().__init__(name="training", daemon=True)
        self._lines, self._tell = lines, tell
        self.sentence = ""
        """Reason why the training ended without a model, as it reported itself."""

    def run(self) -> None:
        """Read to the end."""
        while line := self._lines.readline(MAX_LINE_BYTES):
            try:
                event = json.loads(line)
                kind = event["event"]
            except (ValueError, KeyError, TypeError, RecursionError):
                # A line that is not an event is meant for people, as an error message.
                words = line.decode("utf-8", "replace").strip()
                self.sentence = words.removeprefix("desktop-cvae: ")[:500] or self.sentence
                continue
            if kind == "failed":
                self.sentence = str(event.get("sentence"))[:500]
            self._tell(event)
