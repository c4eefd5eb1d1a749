"""Many visitors of ``desktop-cvae serve`` at once, and the window beside them.

Usage: ``python tests/benchmarks/serve.py [--visitors 200] [--seconds 60] [--workers N]``. Every
visitor keeps one connection, sends a sample to ``read``, waits for the answer and sends the next
one; one who was sent away (429) tries again after a fifth of a second. Meanwhile the server's
memory is watched and ``event_loop.py`` draws in a window of its own, which it also does alone
before. Any status but 200 and 429, a broken connection or a wrong answer is a failure.
"""

from __future__ import annotations

import argparse
import asyncio
import json
import os
import subprocess
import sys
import tempfile
import time
from collections import Counter
from dataclasses import dataclass, field
from pathlib import Path

import numpy as np
from process_memory import memory_mb
from served_program import CONTENT_TYPE, SAMPLES, form_data, serve

AGAIN_S = 0.2
WARMING_S = 5
WINDOW = Path(__file__).with_name("event_loop.py")


@dataclass
class Tally:
    """What visitors met.

    Attributes:
        statuses: how often each came.
        waited: seconds of the answers.
        sent_away: seconds of the refusals.
        faults: what should not have been.
    """

    statuses: Counter[int] = field(default_factory=Counter)
    waited: list[float] = field(default_factory=list)
    sent_away: list[float] = field(default_factory=list)
    faults: Counter[str] = field(default_factory=Counter)


def request(host: str, picture: bytes) -> bytes:
    """A picture as a browser sends it."""
    body = form_data(picture)
    lines = (
        "POST /api/v1/read HTTP/1.1",
        f"Host: {host}",
        f"Content-Type: {CONTENT_TYPE}",
        f"Content-Length: {len(body)}",
    )
    return "\r\n".join((*lines, "", "")).encode() + body


async def visit(port: int, number: int, until: float, tally: Tally) -> None:
    """Ask again and again."""
    reader = writer = None
    turn = number
    while time.perf_counter() < until:
        sample = SAMPLES[turn % len(SAMPLES)]
        started = time.perf_counter()
        try:
            if writer is None:
                reader, writer = await asyncio.open_connection("127.0.0.1", port)
            writer.write(request(f"127.0.0.1:{port}", sample.read_bytes()))
            await writer.drain()
            head = (await reader.readuntil(b"\r\n\r\n")).decode()
            fields = dict(line.lower().split(": ", 1) for line in head.splitlines()[1:] if line)
            answer = json.loads(await reader.readexactly(int(fields["content-length"])))
        except (OSError, asyncio.IncompleteReadError) as error:
            tally.faults[repr(error)] += 1
            writer = None
            continue
        waited, status = time.perf_counter() - started, int(head.split()[1])
        tally.statuses[status] += 1
        if status == 200:
            turn += 1
            tally.waited.append(waited)
            if answer["label"] != sample.name[0]:
                tally.faults[f"{sample.name} was read as {answer['label']}"] += 1
        else:
            tally.sent_away.append(waited)
            await asyncio.sleep(AGAIN_S)
    if writer is not None:
        writer.close()


async def visit_all(port: int, visitors: int, seconds: float) -> Tally:
    """All at once."""
    tally, until = Tally(), time.perf_counter() + seconds
    await asyncio.gather(*(visit(port, number, until, tally) for number in range(visitors)))
    return tally


def draw(seconds: float) -> subprocess.Popen[str]:
    """A window in which a pen draws."""
    command = [sys.executable, str(WINDOW), f"{seconds:g}"]
    return subprocess.Popen(command, stdout=subprocess.PIPE, stderr=subprocess.DEVNULL, text=True)


def say(title: str, seconds: list[float]) -> None:
    """Print the quantiles."""
    if seconds:
        ms = 1000 * np.array(seconds)
        median, late = np.median(ms), np.percentile(ms, 99)
        print(f"  {title:<16} median {median:7.0f} ms, p99 {late:7.0f} ms, max {ms.max():7.0f} ms")


def main() -> None:
    """Serve, visit, print."""
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("--visitors", type=int, default=200)
    parser.add_argument("--seconds", type=float, default=60)
    parser.add_argument("--workers", type=int)
    parser.add_argument("--without-window", action="store_true")
    options = parser.parse_args()
    os.environ.setdefault("DESKTOP_CVAE_HOME", tempfile.mkdtemp())
    window_s = options.seconds - 2 * WARMING_S
    if not options.without_window:
        print("the window alone:", draw(window_s).communicate()[0].strip(), sep="\n", flush=True)
    server, port = serve(*(["--workers", str(options.workers)] if options.workers else []))
    asyncio.run(visit_all(port, 1, WARMING_S))
    before = memory_mb("VmRSS", server.pid)
    window = None if options.without_window else draw(window_s)
    tally = asyncio.run(visit_all(port, options.visitors, options.seconds))
    most, after = memory_mb("VmHWM", server.pid), memory_mb("VmRSS", server.pid)
    if window is not None:
        print("the window beside the visitors:", window.communicate()[0].strip(), sep="\n")
    print(f"{options.visitors} visitors for {options.seconds:g} s: {dict(tally.statuses)}")
    print(f"  {tally.statuses[200] / options.seconds:.1f} answers a second")
    say("answers after", tally.waited)
    say("sent away after", tally.sent_away)
    print(f"  memory {before:.0f} MB after the first visitor, at most {most:.0f}, {after:.0f} last")
    server.communicate()
    faults = [*tally.faults, *(f"status {s}" for s in tally.statuses if s not in (200, 429))]
    print("faults:", ", ".join(faults) or "none")
    sys.exit(1 if faults or server.returncode else 0)


if __name__ == "__main__":
    main()
