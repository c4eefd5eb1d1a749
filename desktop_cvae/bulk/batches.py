"""Batches: which pictures are scored in one call.

A record's last decimals depend on the other pictures of its batch. Batches are therefore cut by the
pictures' positions among all names, never by chance, time or the number of processes: however often
a run is interrupted and resumed, each picture is scored in the same batch.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field
from itertools import chain, count, islice

from desktop_cvae.bulk.resuming import DonePictures

BATCH = 32
"""Pictures that are scored in one call; more would be no faster, and their results come later."""
FIRST_BATCH = 8
"""Pictures in a batch among the first :data:`BATCH`, so that results show up early."""


@dataclass(frozen=True)
class Batch:
    """Pictures that are scored in one call.

    Attributes:
        number: its index among the batches.
        pictures: names of files, or ``-``.
        done: how many, from the first, already have records and are scored only for the others.
        fatal: indices of pictures that ended every process that read them.
        files: paths of pictures whose names mean something else where the batch is read.
    """

    number: int
    pictures: tuple[str, ...]
    done: int = 0
    fatal: frozenset[int] = frozenset()
    files: Mapping[str, str] = field(default_factory=dict, hash=False)


def batches(names: Iterable[str], done: DonePictures | None = None) -> Iterator[Batch]:
    """Cut names into batches, taking names at most one batch ahead.

    Args:
        names: of all pictures, including those that are done.
        done: pictures to leave out: the names that the output begins with, as often as it has them;
            if it also has others, every name that it has.
    """
    names = iter(names)
    position, done_part = 0, list[str]()
    if done is not None:
        # Done pictures of a batch that is not finished are scored again with the others.
        for name in names:
            if not done.is_at(position, name):
                names = chain([name], names)
                break
            done_part.append(name)
            position += 1
            if len(done_part) == _size_at(position - len(done_part)):
                done_part = []
        if position < done.count:
            names, done_part = done.without(names), []
    for number in count():
        fresh = list(islice(names, _size_at(position - len(done_part)) - len(done_part)))
        if not fresh:
            return
        yield Batch(number, (*done_part, *fresh), len(done_part))
        position, done_part = position + len(fresh), []


def _size_at(position: int) -> int:
    return FIRST_BATCH if position < BATCH else BATCH
