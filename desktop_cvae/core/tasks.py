"""Long work as plain generators: each ``yield`` tells how far it is, ``return`` gives the result.

Whoever drives a task decides what becomes of it: the window's job runner takes one step at a
time, the command line shows one line of progress, a test runs it to its end. Cancelling is not
resuming it: ``close()`` then runs the ``finally`` blocks that it stands in.
"""

from __future__ import annotations

from collections.abc import Callable, Generator
from dataclasses import dataclass
from typing import Any, TypeVar

T = TypeVar("T")


@dataclass(frozen=True)
class Progress:
    """How far a task is.

    Attributes:
        done: of the units that ``what`` names.
        total: how many there are in all; 0 if that is not known.
        what: what is being done, or "" where it goes without saying.
    """

    done: int
    total: int
    what: str = ""


Task = Generator[Progress, None, T]
"""Yields its progress and returns a ``T``."""


def relayed(task: Generator[Progress, None, T], change: Callable[[Progress], Progress]) -> Task[T]:
    """The same task as a part of a larger one, which tells its progress in its own words."""
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
    """Run a task to its end, where nobody looks at its progress."""
    while True:
        try:
            next(task)
        except StopIteration as ended:
            result: T = ended.value
            return result
