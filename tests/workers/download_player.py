"""Plays a download for the window's tests. Usage: ``python download_player.py SCRIPT …``."""

from __future__ import annotations

import json
import os
import signal
import sys
import time
from typing import Any

TOTAL = 11_594_722


def say(event: str, **entries: Any) -> None:
    """Print one event."""
    print(json.dumps({"event": event, "version": 1, **entries}), flush=True)


def hold() -> None:
    """Some bytes, then nothing until it is told to end."""
    say("progress", done=TOTAL // 4, total=TOTAL)
    time.sleep(60)


def whole() -> None:
    """All of it, the files too: so much of them as the window looks at."""
    say("progress", done=TOTAL, total=TOTAL)
    say("downloaded", folder=".")


def offline() -> int:
    """No server answers."""
    say("failed", sentence="MNIST could not be downloaded; check the connection.", details="a: no")
    return 5


def junk() -> int:
    """Not a word that is known."""
    print('hello\n[1]\n{"event": "progress"}\n{"event": "weather"}', flush=True)
    print("desktop-cvae: what a day", file=sys.stderr)
    return 1


def deaf() -> None:
    """Hears nothing."""
    signal.signal(signal.SIGTERM, signal.SIG_IGN)
    say("progress", done=1, total=TOTAL)
    time.sleep(60)


def crash() -> None:
    """Ends in the middle."""
    os.kill(os.getpid(), signal.SIGKILL)


PLAYS = {
    "hold": hold,
    "whole": whole,
    "offline": offline,
    "junk": junk,
    "deaf": deaf,
    "crash": crash,
}

if __name__ == "__main__":
    sys.exit(PLAYS[sys.argv[1]]())
