"""The command ``train`` without TensorFlow: it keeps a run, says its events, obeys, and saves.

What it does is chosen by the training's seed; whoever imports it gets the command and the seeds.
Where ``FAKE_TRAINING_GATE`` names a file, every training waits after its first epoch until it is
there.
"""

from __future__ import annotations

import dataclasses
import json
import os
import select
import signal
import sys
from pathlib import Path

import numpy as np

from desktop_cvae.cli.parser import parse
from desktop_cvae.cli.train import request_of
from desktop_cvae.core.results import EpochRecord, LossTerms
from desktop_cvae.library.model_file import NewModel, write_model_file
from desktop_cvae.library.run_library import change_run, create_run, hold_run, write_history
from desktop_cvae.training.run_request import RunRequest

COMMAND = (sys.executable, str(Path(__file__)))
FAILS, FAILS_ONCE, DIES_ONCE, DIES, FULL_DISK = 13, 14, 66, 67, 28


def say(event: str, **entries: object) -> None:
    print(json.dumps({"event": event, "version": 1, **entries}), flush=True)


def end(folder: Path, state: str, code: int, sentence: str) -> int:
    change_run(folder, state=state, reason=sentence)
    say("failed", sentence=sentence, exit_code=code)
    return code


def is_told_to_end() -> bool:
    readable, _, _ = select.select([0], [], [], 0.01)
    return bool(readable) and os.read(0, 100) == b"suspend\n"


def train(request: RunRequest, folder: Path) -> int:
    config, first = request.config, len(request.resumed.history) if request.resumed else 0
    gate = os.environ.get("FAKE_TRAINING_GATE")
    say("started", threads=os.environ.get("TF_NUM_INTRAOP_THREADS"))
    for epoch in range(first + 1, config.epochs + 1):
        loss = 100 + 10 * config.beta + 10 / epoch
        terms = LossTerms(loss * config.beta, loss - 5, 5.0)
        records = [EpochRecord(e, terms, terms, 1.5) for e in range(1, epoch + 1)]
        write_history(folder, [dataclasses.asdict(record) for record in records])
        say("epoch", epoch=epoch, epochs=config.epochs)
        if config.seed in (DIES, DIES_ONCE) and (config.seed == DIES or not request.resumed):
            os.kill(os.getpid(), signal.SIGKILL)
        if config.seed in (FAILS, FAILS_ONCE):
            marker = Path(request.data).with_name(f"{config.seed}")
            if config.seed == FAILS or not marker.exists():
                marker.touch()
                return end(folder, "failed", 1, "The loss is no longer a number.")
        if config.seed == FULL_DISK:
            return end(folder, "interrupted", 5, "No space left on device.")
        while gate and not Path(gate).exists():
            say("batch")
            if is_told_to_end():
                change_run(folder, state="interrupted")
                return 0
    spec = request.network
    model = NewModel(
        name=request.name,
        spec=spec,
        training=config,
        weights={name: np.zeros(shape, np.float32) for name, shape in spec.tensors().items()},
        history=(),
        metrics={"accuracy": 1 - config.beta / 10, "neg_elbo_nats": 100 + config.beta},
        dataset_name="made up",
        dataset_digest="",
        command="",
    )
    write_model_file(request.output, model)
    change_run(folder, state="finished", model=str(request.output), resumed=first)
    return 0


def main(argv: list[str]) -> int:
    arguments = parse(argv)
    arguments.command_line = argv
    request = request_of(arguments)
    folder = request.resumed.folder if request.resumed else request.run_folder
    assert folder is not None
    try:
        with hold_run(folder):
            if request.resumed:
                change_run(folder, state="running")
            else:
                create_run(
                    folder,
                    name=request.name,
                    spec=request.network,
                    training=request.config,
                    dataset_name="made up",
                    dataset_digest="",
                    request=request.to_json(),
                )
            return train(request, folder)
    except BrokenPipeError:
        os.dup2(os.open(os.devnull, os.O_WRONLY), 1)
        change_run(folder, state="interrupted")
        return 5


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
