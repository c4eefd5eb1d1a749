"""Train on a disk that is really full: a small tmpfs, mounted in a name space of its own.

Usage: ``python tests/benchmarks/full_disk.py``; Linux, where ``unshare --mount`` is permitted;
needs MNIST. Shows rows 13 and 19: no room for a checkpoint, for the model, for the last words.
"""

from __future__ import annotations

import json
import os
import subprocess
import sys
import tempfile
from pathlib import Path

from desktop_cvae.library.run_library import list_runs

DISK_KB = 9_000
TRAIN = ["train", "--preset", "dense_cvae", "--limit", "1500", "--epochs", "3", "--data", "mnist"]
INSIDE = "DESKTOP_CVAE_IN_NAMESPACE"


def train(*arguments: str) -> tuple[int, list[dict], str]:
    """Exit code, events and the last line on standard error."""
    done = subprocess.run(
        [sys.executable, "-m", "desktop_cvae", *arguments, "--events", "jsonl"],
        capture_output=True,
        text=True,
        check=False,
        stdin=subprocess.DEVNULL,
    )
    events = [json.loads(line) for line in done.stdout.splitlines()]
    return done.returncode, events, (done.stderr.strip().splitlines() or [""])[-1]


def fill(folder: Path, leave_kb: int) -> Path:
    """A file that leaves so much room on the disk."""
    room = os.statvfs(folder)
    file = folder / "filler"
    file.write_bytes(bytes(max(0, room.f_bavail * room.f_frsize - 1024 * leave_kb)))
    return file


def events_of(events: list[dict], kind: str) -> list[dict]:
    """The events of a kind."""
    return [event for event in events if event["event"] == kind]


def case(disk: Path, name: str, *, model_on_disk: bool) -> None:
    """One disk without room for a checkpoint, and a model on it or elsewhere."""
    print(f"\n{name}")
    subprocess.run(["mount", "-t", "tmpfs", "-o", f"size={DISK_KB}k", "tmpfs", disk], check=True)
    os.environ["DESKTOP_CVAE_HOME"] = str(disk)
    try:
        filler = fill(disk, 400)
        output = (disk if model_on_disk else disk.parent) / "full.cvae"
        maps = ["--map-folder", str(disk.parent / "maps")]
        code, events, complaint = train(*TRAIN, *maps, "--output", str(output))
        advice = [
            event["sentence"] for event in events_of(events, "advice") if event["code"] == "disk"
        ]
        print(
            f"  exit {code}; {len(events_of(events, 'epoch'))} of 3 epochs; advice disk: {advice}"
        )
        print(f"  failed: {[event['sentence'] for event in events_of(events, 'failed')]}")
        print(f"  standard error: {complaint}")
        (run,) = list_runs()
        print(f"  run: state {run.state}, resumable {run.resumable}; model {output.exists()}")
        assert advice
        assert len(events_of(events, "epoch")) == 3
        if not model_on_disk:
            assert (code, run.state, output.exists()) == (0, "finished", True)
            return
        assert (code, run.state, run.resumable) == (5, "interrupted", True)
        assert json.loads((run.folder / "run.json").read_text())["state"] == "interrupted"
        filler.unlink()
        subprocess.run(["mount", "-o", "remount,size=90m", disk], check=True)
        code, events, complaint = train("train", "--resume", run.id)
        print(f"  with room again: exit {code}, {list_runs()[0].state}, model {output.exists()}")
        assert (code, list_runs()[0].state, output.exists()) == (0, "finished", True)
    finally:
        subprocess.run(["umount", disk], check=True)


def main() -> None:
    """Both cases, in a name space where mounting harms nobody."""
    if INSIDE not in os.environ:
        os.environ[INSIDE] = "1"
        os.execvp("unshare", ["unshare", "--mount", "--map-root-user", sys.executable, __file__])
    with tempfile.TemporaryDirectory() as folder:
        disk = Path(folder) / "disk"
        disk.mkdir()
        case(disk, "the run's disk is full, the model lies elsewhere", model_on_disk=False)
        (Path(folder) / "full.cvae").unlink()
        case(disk, "the disk of the run and of the model is full", model_on_disk=True)


if __name__ == "__main__":
    main()
