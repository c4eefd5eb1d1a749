"""Plays the events of a training for the window's tests, and obeys like the real program.

Usage: ``python events_player.py SCRIPT train …``. ``SCRIPT`` names one of the plays below.
"""

from __future__ import annotations

import json
import os
import signal
import sys
from typing import Any


def say(event: str, **entries: Any) -> None:
    """Print one event."""
    print(json.dumps({"event": event, "version": 1, **entries}), flush=True)


def listen() -> str:
    """The next command; empty when nobody speaks any more."""
    return sys.stdin.readline().strip()


def terms(total: float) -> dict[str, float]:
    """Loss terms that add up."""
    return {"total": total, "reconstruction": total - 20, "kl": 20.0}


def started(folder: str = ".") -> None:
    """The first event."""
    say("started", run="r1", folder=folder, preset="studio", batches=10, images=1000)


def step(epoch: int, batch: int, epochs: int = 3, **more: Any) -> None:
    """A batch, or with ``record`` an epoch."""
    say(
        "epoch" if more else "batch",
        epoch=epoch,
        epochs=epochs,
        batch=batch,
        batches=10,
        train=terms(150.0 - 10 * epoch),
        images_per_second=500.0,
        **more,
    )


def end_epoch(epoch: int, latent_dim: int = 4) -> None:
    """An epoch's record."""
    record = {
        "epoch": epoch,
        "train": terms(150.0 - 10 * epoch),
        "validation": terms(151.0 - 10 * epoch),
        "seconds": 2.0,
        "kl_per_dimension": [5.0 - k for k in range(latent_dim)],
    }
    step(epoch, 10, record=record, active_units=latent_dim, best=True)


def obey(folder: str, name: str = "my-cvae") -> None:
    """Answer commands until the end."""
    while command := listen():
        if command in ("pause", "resume"):
            say(command + "d")
        elif command == "stop":
            parts = ["saving", "measuring", "calibrating"]
            say("finishing", part="measuring", done=256, total=1000, parts=parts)
            say("saved", file=f"{folder}/{name}.cvae", model=name, metrics={"accuracy": 0.97})
            return
        elif command in ("cancel", "suspend"):
            return
        elif command.startswith("canvas "):
            say("canvas", epoch=1, file=command.removeprefix("canvas "))


def obedient() -> None:
    """One epoch and a checkpoint, then whatever is asked."""
    started()
    step(1, 5)
    end_epoch(1)
    say("checkpoint", epoch=1, batch=10)
    obey(".")


def junk() -> None:
    """What libraries print, and events from the future."""
    print("2026-01-01 something about oneDNN\n{not json\n[1, 2]\n\n{}")
    print('{"event": "weather", "version": 1}\n{"event": "batch", "version": 1}', flush=True)
    sys.stdout.buffer.write(b"\xff\xfe\x00\n")
    sys.stdout.buffer.flush()
    end_epoch(2)
    say("saved", file="a.cvae", model="a", metrics={})


def gigantic() -> None:
    """A line of four million characters."""
    for _ in range(40):
        sys.stdout.write("x" * 100_000)
    sys.stdout.write("\n")
    step(1, 1)
    say("saved", file="a.cvae", model="a", metrics={})


def crash(*, late: bool = False) -> None:
    """Wait to be killed, with or without a checkpoint."""
    started()
    if late:
        say("checkpoint", epoch=1, batch=10)
    listen()
    os.kill(os.getpid(), signal.SIGKILL)


def complain() -> int:
    """What the program does without TensorFlow."""
    print("some library's warning\ndesktop-cvae: TensorFlow is missing.", file=sys.stderr)
    return 3


def give_up() -> int:
    """An event that says why."""
    started()
    say("failed", sentence="The loss became NaN.", exit_code=1)
    return 1


def advise() -> None:
    """A piece of advice."""
    started()
    end_epoch(1)
    say("advice", code="collapse", sentence="Warm β up.", cure={"beta_warmup_epochs": 10})
    obey(".")


def diverge() -> int:
    """A loss that is no number, and its cure."""
    started()
    say("checkpoint", epoch=0, batch=5)
    cure = {"learning_rate": 0.00025}
    say("advice", code="nan", sentence="The loss is no longer a number.", cure=cure)
    print("desktop-cvae: The loss is no longer a number.", file=sys.stderr)
    return 1


def deaf() -> None:
    """Hears nothing."""
    started()
    signal.pause()


PLAYS = {
    "obedient": obedient,
    "junk": junk,
    "gigantic": gigantic,
    "crash": crash,
    "late_crash": lambda: crash(late=True),
    "complain": complain,
    "give_up": give_up,
    "advise": advise,
    "diverge": diverge,
    "deaf": deaf,
}

if __name__ == "__main__":
    sys.exit(PLAYS[sys.argv[1]]())
