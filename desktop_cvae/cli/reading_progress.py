"""How far ``recognize`` has come, on standard error: in place for people, seldom for logs."""

from __future__ import annotations

import sys
import time

from desktop_cvae.cli.messages import complain, note

PEOPLE_S, LOG_S = 0.1, 10.0


class ReadingProgress:
    """Counts pictures.

    Args:
        total: pictures in all; None if nobody knows.
    """

    def __init__(self, total: int | None) -> None:
        self._total = total
        self._in_place = sys.stderr is not None and sys.stderr.isatty()
        self._every_s = PEOPLE_S if self._in_place else LOG_S
        self._started = self._shown = time.monotonic()
        self._is_shown = False
        self.done = self.failed = 0

    def step(self, error: str | None, name: str) -> None:
        """One more is done; an error is told at once."""
        self.done += 1
        if error is not None:
            self.failed += 1
            self.clear()
            complain(f"{name}: {error}")
        now = time.monotonic()
        if now - self._shown >= self._every_s:
            self._shown = now
            self._show(self.text(now - self._started))

    def text(self, elapsed_s: float) -> str:
        """The line: pictures, speed, failures, time left."""
        rate = self.done / max(elapsed_s, 1e-9)
        total = "" if self._total is None else f" of {self._total:,}"
        parts = [f"{self.done:,}{total} pictures", f"{rate:,.0f}/s"]
        if self.failed:
            parts.append(f"{self.failed:,} failed")
        if self._total is not None and rate > 0:
            parts.append(f"{_duration(max(self._total - self.done, 0) / rate)} left")
        return " · ".join(parts)

    def clear(self) -> None:
        """Take the line in place away."""
        if self._is_shown:
            print("\r\x1b[K", end="", file=sys.stderr, flush=True)
            self._is_shown = False

    def _show(self, text: str) -> None:
        if self._in_place:
            print(f"\r{text}\x1b[K", end="", file=sys.stderr, flush=True)
            self._is_shown = True
        else:
            note(text)


def _duration(seconds: float) -> str:
    minutes, rest = divmod(round(seconds), 60)
    hours, minutes = divmod(minutes, 60)
    if hours:
        return f"{hours} h {minutes:02d} min"
    return f"{minutes} min {rest:02d} s" if minutes else f"{rest} s"
