"""Plays ``desktop-cvae serve --events jsonl``: ``MOOD serve …``."""

from __future__ import annotations

import json
import sys

LINK = "http://192.168.1.20:8470/?token=secret"


def say(**event: object) -> None:
    print(json.dumps(event), flush=True)


def main() -> int:
    mood = sys.argv[1]
    if mood == "taken":
        print("desktop-cvae: Port 8470 is taken; choose another.", file=sys.stderr)
        return 5
    if mood == "junk":
        print("no event\n[1, 2]\n{}", flush=True)
    open_to_all = "0.0.0.0" in sys.argv
    say(event="serving", url="http://127.0.0.1:8470/", token_url=LINK if open_to_all else None)
    say(event="visitors", count=2, answers=41)
    # The window that started it is gone when its input ends.
    sys.stdin.read()
    if mood == "crash":
        return 1
    say(event="stopped")
    return 0


if __name__ == "__main__":
    raise SystemExit(main())
