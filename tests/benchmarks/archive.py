"""The archive with 100,000 entries: how long searches, a new entry and the start take.

Usage: ``python tests/benchmarks/archive.py [--entries 100000] [--file FILE]``

The file is made in a temporary folder (with ``--file``: kept there, and used again), of digits
read by a model that is made up; a drawing's strokes are 2 kB. Each search is made as the window
makes it, the first hundred entries with their pictures and the count of all: first on a
connection of its own, then the median of some.
"""

from __future__ import annotations

import argparse
import datetime
import random
import statistics
import sys
import tempfile
import time
from collections.abc import Callable
from dataclasses import replace
from pathlib import Path

sys.path.insert(0, str(Path(__file__).resolve().parents[1]))

from archived_answers import NOON, some_entry

from desktop_cvae.library.archive_entries import (
    ENTRY_COLUMNS,
    PART_COLUMNS,
    Query,
    entry_values,
)
from desktop_cvae.library.reading_archive import Archive, _insert

REPEATS = 9
PAGE = 100
NAMES = ("invoice", "postcode", "homework", "form", "ticket")


def fill(path: Path, count: int) -> None:
    """Write entries, all in one transaction."""
    chance = random.Random(1)
    kinds = [some_entry(number, input=bytes(2000)) for number in range(200)]
    started = time.perf_counter()
    with Archive(path) as archive, archive._database.writing() as connection:
        for number in range(count):
            kind = chance.choice(kinds)
            entry = replace(
                kind,
                name=f"{chance.choice(NAMES)} {chance.randrange(10_000)}.png",
                probability=1 - chance.random() ** 3,
                model=chance.choice(("studio", "dense_cvae", "conv_cvae")),
                verdict=chance.choices(("digit", "unsure", "not a digit"), (90, 7, 3))[0],
                given_label=chance.choice("0123456789") if chance.random() < 0.02 else None,
                is_starred=chance.random() < 0.01,
                note="to be looked at" if chance.random() < 0.01 else "",
                kept_at=NOON + datetime.timedelta(minutes=number),
            )
            values = entry_values(entry)
            row = connection.execute(_insert("entries", ENTRY_COLUMNS), values).lastrowid
            connection.execute(_insert("parts", ("id", *PART_COLUMNS)), {**values, "id": row})
    size = path.stat().st_size / 1e6
    print(f"{count:,} entries, {size:,.0f} MB, made in {time.perf_counter() - started:.0f} s")


def milliseconds(work: Callable[[], object]) -> float:
    """Of one call."""
    started = time.perf_counter()
    work()
    return 1000 * (time.perf_counter() - started)


def searches(count: int) -> dict[str, Query]:
    """What people look for."""
    middle = NOON + datetime.timedelta(minutes=count // 2)
    week = datetime.timedelta(days=7)
    return {
        "all, newest first": Query(),
        "text, often": Query("invoice"),
        "text, seldom": Query("homework 4711"),
        "text, nowhere": Query("zebra"),
        "label": Query(label="7"),
        "label, surest first": Query(label="7", order="surest"),
        "a week": Query(since=middle, until=middle + week),
        "confidence, least first": Query(least=0.2, most=0.6, order="least sure"),
        "unsure": Query(verdict="unsure"),
        "model": Query(model="conv_cvae", order="oldest"),
        "starred": Query(starred=True),
        "corrected": Query(corrected=True),
        "all of it": Query("form", "3", "digit", None, "studio", since=middle, least=0.5),
        "the last page": Query(offset=count - PAGE),
    }


def measure(path: Path, count: int) -> None:
    """Print what everything takes."""
    print(f"{'search':<26}{'found':>9}{'first':>9}{'median':>9}  ms")
    slowest = 0.0
    for name, query in searches(count).items():
        page = replace(query, limit=PAGE)
        with Archive(path) as archive:

            def look(archive: Archive = archive, page: Query = page) -> None:
                archive.search(page)
                archive.count(page)

            first = milliseconds(look)
            median = statistics.median(milliseconds(look) for _ in range(REPEATS))
            print(f"{name:<26}{archive.count(query):>9,}{first:>9.1f}{median:>9.1f}")
        slowest = max(slowest, median)
    print(f"slowest median {slowest:.1f} ms")
    entry = some_entry(input=bytes(2000))
    with Archive(path) as archive:
        print(f"first use (open, one entry)  {milliseconds(lambda: archive.get(1)):.1f} ms")
        ids = [archive.add(entry)]
        adds = [milliseconds(lambda: ids.append(archive.add(entry))) for _ in range(REPEATS)]
        print(f"a new entry, on the disk     {statistics.median(adds):.1f} ms")
        same = [milliseconds(lambda: archive.find_input(bytes(1999))) for _ in range(REPEATS)]
        print(f"the same drawing looked for  {statistics.median(same):.1f} ms")
        keeps = [milliseconds(lambda: archive.limit(10 * count)) for _ in range(REPEATS)]
        print(f"within its limits            {statistics.median(keeps):.1f} ms")
        lists = [milliseconds(archive.choices) for _ in range(REPEATS)]
        print(f"labels and models            {statistics.median(lists):.1f} ms")
        print(f"all examples                 {milliseconds(archive.examples):.1f} ms")
        archive.erase(ids)


def main() -> None:
    """Fill an archive and search it."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--entries", type=int, default=100_000)
    parser.add_argument("--file", type=Path)
    arguments = parser.parse_args()
    with tempfile.TemporaryDirectory() as folder:
        path = arguments.file or Path(folder, "archive.sqlite")
        if not path.exists():
            fill(path, arguments.entries)
        with Archive(path) as archive:
            count = archive.count()
        measure(path, count)


if __name__ == "__main__":
    main()
