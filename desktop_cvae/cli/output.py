"""Output for people: notes, errors and progress on standard error, tables on standard output.

No command overwrites a file unless it is told to.
"""

from __future__ import annotations

import contextlib
import json
import logging
import sys
import time
from collections.abc import Callable, Iterator, Sequence
from pathlib import Path
from typing import Any, TypeVar

from desktop_cvae.core.checked_json import printable
from desktop_cvae.core.errors import UsageError
from desktop_cvae.core.language import mark, tr, tr_n
from desktop_cvae.core.tasks import Progress, Task, relayed, result_of

MOST_CHARACTERS = 2000
"""Longest error or cell of a table, in characters."""
MOST_NUMBERS = 16
"""Arrays of more numbers than these are left out of what is printed as JSON."""
T = TypeVar("T")
_log = logging.getLogger(__name__)
_shown_from = logging.WARNING


@contextlib.contextmanager
def shown_from(level: int) -> Iterator[None]:
    """Choose what a command shows on standard error.

    Args:
        level: ``logging.ERROR`` shows errors alone, ``logging.WARNING`` also notes and progress,
            ``logging.INFO`` also the program's log.
    """
    global _shown_from
    logger, before = logging.getLogger("desktop_cvae"), _shown_from
    logger_level, handler = logger.level, logging.StreamHandler()
    handler.setFormatter(_LogFormatter())
    _shown_from = level
    # Without options the log stays as it is: Python prints its warnings, and tests collect them.
    if level != logging.WARNING:
        logger.setLevel(level)
        logger.addHandler(handler)
    try:
        yield
    finally:
        _shown_from = before
        if level != logging.WARNING:
            logger.setLevel(logger_level)
            logger.removeHandler(handler)


class _LogFormatter(logging.Formatter):
    """Brings no escapes to the terminal, which a stranger's file name or error may have."""

    def format(self, record: logging.LogRecord) -> str:
        lines = super().format(record).splitlines()
        return "\n".join(printable(line, MOST_CHARACTERS) for line in lines)


def shows_notes() -> bool:
    """Return True unless errors alone are shown."""
    return _shown_from <= logging.WARNING


def note(text: str, level: int = logging.WARNING) -> None:
    """Print lines on standard error at once, unless only higher levels are shown."""
    if level < _shown_from:
        return
    # They may quote a stranger's file, whose escapes a terminal would obey.
    lines = (printable(line, len(line)) for line in text.split("\n"))
    print("\n".join(lines), file=sys.stderr, flush=True)


def note_saved(path: Path) -> None:
    """Note where a command's result is."""
    note(tr("saved {file}", file=path))


def complain(sentence: str) -> None:
    """Print an error on standard error, prefixed with the program's name."""
    note(f"desktop-cvae: {' '.join(sentence.split())[:MOST_CHARACTERS]}", logging.ERROR)


class ProgressLine:
    """One line of progress on standard error, shown on terminals only.

    Args:
        unit: what the progress counts, marked; ``"B"`` for bytes.
        is_shown: False if the results on the terminal are progress enough.
    """

    def __init__(self, unit: str = mark("images"), *, is_shown: bool = True) -> None:
        self._unit = unit
        is_terminal = sys.stderr is not None and sys.stderr.isatty()
        self._is_shown = is_shown and is_terminal and shows_notes()
        self._line: Any = None
        self._what = ""
        self._begun = time.perf_counter()
        self._done = self._done_before = 0

    def show(self, step: Progress) -> Progress:
        """Show a step, and return it for ``relayed``."""
        # Another part of the work starts at zero.
        if step.done < self._done:
            self._done_before += self._done
        self._done = step.done
        if not self._is_shown:
            return step
        if self._line is None:
            self._line, self._what = self._begin(step), step.what
        if step.what != self._what:
            self._what = step.what
            self._line.set_description_str(tr(step.what), refresh=False)
            # Another part starts at zero; only its name may have changed.
            if step.done < self._line.n or (step.total or None) != self._line.total:
                self._line.reset()
        self._line.total = step.total or None
        self._line.update(step.done - self._line.n)
        return step

    def clear(self) -> None:
        """Make room for a note; the next step shows the line again."""
        if self._line is not None:
            self._line.clear()

    def close(self) -> None:
        """Remove the line."""
        if self._line is not None:
            self._line.close()
            self._line = None

    def log(self) -> None:
        """Log how much was done, and in how many seconds since this line was made."""
        done, seconds = self._done_before + self._done, time.perf_counter() - self._begun
        _log.info("%d %s in %.2f s", done, self._unit, seconds)

    def _begin(self, step: Progress) -> Any:
        # Imported only for a terminal: most runs are in scripts.
        from tqdm import tqdm

        tqdm.monitor_interval = 0  # no thread that redraws the line: every step comes soon enough
        return tqdm(
            desc=tr(step.what) or None,
            total=step.total or None,
            file=sys.stderr,
            unit=f" {tr(self._unit)}",
            unit_scale=self._unit == "B",
            leave=False,
            dynamic_ncols=True,
        )


@contextlib.contextmanager
def explaining_interruption(explain: Callable[[], str]) -> Iterator[None]:
    """Explain what an interrupted command keeps and how to go on; the outermost context decides.

    Raises:
        KeyboardInterrupt: with the sentence, which the program prints as its last line.
    """
    try:
        yield
    except KeyboardInterrupt as interrupt:
        raise KeyboardInterrupt(explain()) from interrupt


def nothing_written() -> str:
    """Return the explanation of a command that writes only at its end."""
    return tr("Interrupted; nothing was written. The same command starts again.")


def run_task(task: Task[T], unit: str = mark("images")) -> T:
    """Run a task to its end over a :class:`ProgressLine`, and return its result."""
    line = ProgressLine(unit)
    with explaining_interruption(nothing_written):
        try:
            result = result_of(relayed(task, line.show))
        finally:
            line.close()
    line.log()
    return result


def table(rows: Sequence[Sequence[str]], right: Sequence[int] = ()) -> str:
    """Return rows of texts in aligned columns.

    Args:
        rows: all of one length.
        right: the columns that are aligned to the right.
    """
    # As in notes: a stranger's model says what it was trained on.
    rows = [[printable(cell, MOST_CHARACTERS) for cell in row] for row in rows]
    widths = [max(len(cell) for cell in column) for column in zip(*rows, strict=True)]
    lines = (
        "  ".join(
            cell.rjust(width) if number in right else cell.ljust(width)
            for number, (cell, width) in enumerate(zip(row, widths, strict=True))
        ).rstrip()
        for row in rows
    )
    return "\n".join(lines)


def print_json(facts: Any) -> None:
    """Print facts as JSON on standard output, without their long arrays of numbers."""
    print(json.dumps(_without_arrays(facts), ensure_ascii=False, indent=1))


def _without_arrays(value: Any) -> Any:
    if isinstance(value, dict):
        return {key: _without_arrays(one) for key, one in value.items() if not _is_array(one)}
    if isinstance(value, list | tuple):
        return [_without_arrays(one) for one in value if not _is_array(one)]
    return value


def _is_array(value: Any) -> bool:
    if not isinstance(value, list | tuple) or len(value) <= MOST_NUMBERS:
        return False
    return all(isinstance(one, int | float) for one in value)


def quantities(facts: Sequence[tuple[str, str]]) -> str:
    """Return names with numbers and units, aligned between number and unit."""
    width = max(len(value.partition(" ")[0]) for _, value in facts)
    return table(
        [
            (name, f"{figure:>{width}} {unit}")
            for name, (figure, _, unit) in ((name, value.partition(" ")) for name, value in facts)
        ]
    )


def digits_written(count: int, output: Path) -> str:
    """Return the note on generated digits written to a file or folder."""
    return tr_n(
        "{n} digit written to {output}", "{n} digits written to {output}", count, output=output
    )


def require_free(path: Path | None, *, overwrite: bool) -> None:
    """Check that an output can be written before the work starts.

    Args:
        path: the output; None is standard output.
        overwrite: the user allowed to replace what is there.

    Raises:
        UsageError: something is there, or the name is a folder's.
    """
    if path is None:
        return
    if path.is_dir():
        raise UsageError(tr("“{path}” is a folder; name a file.", path=path))
    if path.exists() and not overwrite:
        raise UsageError(tr("“{path}” exists; --overwrite replaces it.", path=path))


def require_free_folder(path: Path, *, overwrite: bool) -> None:
    """Check that an output folder is missing or empty before the work starts.

    Raises:
        UsageError: it holds files, or a file has that name.
    """
    if path.exists() and not path.is_dir():
        raise UsageError(tr("“{path}” is a file; name a folder.", path=path))
    if path.is_dir() and any(path.iterdir()) and not overwrite:
        raise UsageError(
            tr("The folder “{path}” is not empty; --overwrite writes into it.", path=path)
        )
