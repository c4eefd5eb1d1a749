"""A sweep's trainings on the workers of a Dask cluster, one at a time on each ``TRAIN=1``.

Runs and models are written by the workers themselves, so all of them see the same folders. Dask
gives a lost worker's training to another one, which goes on from its last checkpoint.
"""

from __future__ import annotations

import contextlib
import dataclasses
import os
import time
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING, Any

from desktop_cvae.core.atomic_files import write_atomically
from desktop_cvae.core.errors import InputOutputError, UsageError
from desktop_cvae.core.language import tr
from desktop_cvae.training.sweep_run import DoneCallback
from desktop_cvae.training.sweep_worker import (
    PATIENCE_S,
    EventCallback,
    TrainingJob,
    TrainingOutcome,
    run_training,
)

if TYPE_CHECKING:
    from distributed import Client, Future

RESOURCE = "TRAIN"
ASK_S = 1.0
"""Interval at which a worker asks whether to stop, in seconds."""
_MARKER = ".shared"
KILLED = -9


class ClusterSweepExecutor:
    """Trains on the workers of a cluster; the events of the trainings stay there.

    Args:
        client: of the cluster.
        folder: the sweep's, which all workers must see.

    Raises:
        UsageError: no worker takes trainings, or one does not see the folder.
        InputOutputError: the folder cannot be written to.
    """

    def __init__(self, client: Client, folder: Path) -> None:
        from distributed import Event

        self._client: Any = client
        workers = self._client.scheduler_info(n_workers=-1)["workers"]
        slots = {address: one["resources"].get(RESOURCE, 0) for address, one in workers.items()}
        self.jobs = int(sum(slots.values()))
        """Trainings at once, as far as is known now."""
        if not self.jobs:
            raise UsageError(
                tr(
                    "No worker of the cluster accepts trainings; start some with “dask worker … "
                    "--resources {resource}=1”.",
                    resource=RESOURCE,
                )
            )
        self._require_shared(folder, [address for address, count in slots.items() if count])
        self._stop_name = f"stop-{os.urandom(8).hex()}"
        self._stop: Any = Event(self._stop_name, client=client)
        self._futures: list[Future] = []

    def submit(self, job: TrainingJob, tell: EventCallback, done: DoneCallback) -> None:
        """Submit a training to the cluster."""
        future = self._client.submit(
            train_on_worker,
            job,
            self._stop_name,
            key=f"training-{os.urandom(8).hex()}",
            resources={RESOURCE: 1},
        )
        self._futures.append(future)
        future.add_done_callback(partial(_report, done))

    def stop(self) -> None:
        """Ask every worker to suspend its training and start no other."""
        # Without a connection the request cannot be sent; the workers notice that themselves.
        if self._client.status == "running":
            self._stop.set()

    def close(self) -> None:
        """Wait for the workers."""
        from distributed import wait

        if self._futures and self._client.status == "running":
            # A training that no worker has begun never ends if all workers are gone.
            with self._client.as_current(), contextlib.suppress(TimeoutError):
                wait(self._futures, timeout=PATIENCE_S)

    def _require_shared(self, folder: Path, addresses: list[str]) -> None:
        content = os.urandom(8)
        write_atomically(folder / _MARKER, content)
        seen = self._client.run(_is_there, str(folder / _MARKER), content, workers=addresses)
        (folder / _MARKER).unlink(missing_ok=True)
        for address, sees_it in seen.items():
            if not sees_it:
                raise UsageError(
                    tr(
                        "The worker at {place} does not see “{folder}”: set DESKTOP_CVAE_HOME to a "
                        "folder that all machines share under one path.",
                        place=address,
                        folder=folder,
                    )
                )


def train_on_worker(job: TrainingJob, stop_name: str) -> TrainingOutcome:
    """Train on this worker.

    Args:
        job: the training; with 0 threads it uses the worker's.
        stop_name: name of the event that asks all workers to stop.
    """
    from distributed import Event, get_worker

    threads = job.threads or get_worker().state.nthreads
    stop: Any = Event(stop_name)
    asked_at, answer = -ASK_S, False

    def should_stop() -> bool:
        nonlocal asked_at, answer
        if not answer and time.monotonic() > asked_at + ASK_S:
            asked_at = time.monotonic()
            try:
                answer = bool(stop.is_set())
            except (OSError, TimeoutError, RuntimeError):
                # The sweep is gone, and nobody waits for the training any more.
                answer = True
        return answer

    return run_training(dataclasses.replace(job, threads=threads), lambda _: None, should_stop)


def _is_there(file: str, content: bytes) -> bool:
    try:
        return Path(file).read_bytes() == content
    except OSError:
        return False


def _report(done: DoneCallback, future: Any) -> None:
    """Report how a training ended, or why that is unknown."""
    from distributed import KilledWorker

    try:
        ended = future.result()
    except KilledWorker:
        ended = TrainingOutcome(KILLED, tr("The workers that trained it were killed."))
    except BaseException as error:  # noqa: BLE001 - a lost connection is a CancelledError too
        reason = " ".join(f"{type(error).__name__}: {error}".split())[:200]
        sentence = tr("The connection to the cluster was lost ({reason}).", reason=reason)
        ended = TrainingOutcome(InputOutputError.exit_code, sentence)
    done(ended)
