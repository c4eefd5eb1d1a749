"""Plays ``desktop-cvae fool PICTURE --events jsonl``: ``MOOD fool …``."""

from __future__ import annotations

import json
import sys
import threading

import numpy as np


def say(**event: object) -> None:
    print(json.dumps(event), flush=True)


def main() -> int:
    mood, _, picture, *_ = sys.argv[1:]
    if mood == "missing":
        say(event="failed", sentence="Attacks need Foolbox.", details="")
        return 3
    if mood == "crash":
        return 1
    if mood == "junk":
        print("no event\n[1, 2]\n{}", flush=True)
        say(event="ended", fooled=True, image=[1, 2, 3])
    say(event="progress", done=40, total=100)
    if mood == "slow":
        threading.Event().wait()
    image = np.load(picture)[::-1]
    say(event="ended", fooled=mood != "withstood", image=image.reshape(-1).tolist())
    return 0 if mood != "withstood" else 1


if __name__ == "__main__":
    raise SystemExit(main())
