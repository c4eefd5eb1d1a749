"""Long tasks as plain generators: each ``yield`` reports progress, ``return`` gives the result.

The caller decides how a task runs: the window's job runner takes one step at a time, the command
line shows a line of progress, a test runs it to its end. ``close()`` cancels a task and runs its
open ``finally`` blocks.
"""

from __future__ import annotations

from collections.abc import Callable, Generator
from dataclasses import dataclass
from typing import Any, TypeVar

T = TypeVar("T")


@dataclass(frozen=True)
class Progress:
    """Progress of a task.

    Attributes:
        done: finished units, as named by ``what``.
        total: number of all units; 0 if unknown.
        what: description of the work; may be empty.
    """

    done: int
    total: int
    what: str = ""


Task = Generator[Progress, None, T]
"""Generator that yields progress and returns a ``T``."""


def relayed(task: Generator[Progress, None, T], change: Callable[[Progress], Progress]) -> Task[T]:
    """Run a task as a part of a larger one, which reports its progress in its own words."""
    # Not “yield from”, since each step is changed on the way; so the inner task has to be closed
    # here where the outer one is.
    try:
        while True:
            try:
                step = next(task)
            except StopIteration as ended:
                result: T = ended.value
                return result
            yield change(step)
    finally:
        task.close()


def result_of(task: Generator[Any, None, T]) -> T:
    """Run a task to its end, ignoring its progress."""
    while True:
        try:
            next(task)
        except StopIteration as ended:
            result: T = ended.value
            return result
