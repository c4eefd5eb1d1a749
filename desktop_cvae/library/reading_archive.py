"""Archive of readings: drawings and pictures with their answers, in one SQLite file.

Any number of windows and commands read and write it at once. When a call returns, its changes are
on the disk. An :class:`Archive` may be used from any thread, one call after
the other; threads that must not wait for each other take one each.

Removed entries can be restored for a day. Entries with a star or with a label that the user gave
are never dropped to keep within limits. Nothing leaves the machine.
"""

from __future__ import annotations

import contextlib
import datetime
import logging
import sqlite3
from collections import Counter
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import numpy as np
import numpy.typing as npt

from desktop_cvae.core.errors import ArchiveProblem, DamagedEntry, UsageError
from desktop_cvae.core.language import tr
from desktop_cvae.core.results import FloatArray
from desktop_cvae.library.archive_database import ArchiveDatabase
from desktop_cvae.library.archive_entries import (
    ENTRY_COLUMNS,
    MOST_LETTERS,
    MOST_NAME_LETTERS,
    ORDERS,
    PART_COLUMNS,
    WEB,
    ArchiveEntry,
    ArchiveSummary,
    Query,
    entry_values,
    now,
    read_entry,
    read_summary,
    storable,
    to_milliseconds,
)

MOST_BYTES = 2_000_000_000
"""Largest size of the archive, except for entries with a star or a given label."""
_LAST_NUMBER_SQL = "SELECT max(seq) FROM sqlite_sequence WHERE name = 'entries'"
_LARGEST_NUMBER = 2**63 - 1
_LIMITED_EACH = 50
"""Added entries after which the limit is applied."""
KEPT_AFTER_REMOVAL = datetime.timedelta(days=1)
"""Time for which removed entries can be restored."""
EVERYTHING = Query()
_DROPPED_AT_ONCE, _DROPPED_FOR_SIZE = 500, 10
_SEARCHED_LATEST = 200
"""Number of latest entries that are searched for the same input."""
_LABEL_SQL = (
    "UPDATE entries SET given_label = :label, label = coalesce(:label, text) WHERE id = :id"
)
_OLDEST_SQL = """SELECT id FROM entries WHERE +removed_at IS NULL AND is_starred = 0
    AND given_label IS NULL ORDER BY source != :visitors, kept_at, id LIMIT :count"""
_EXAMPLES_SQL = """SELECT id, given_label, image FROM entries JOIN parts USING (id)
    WHERE given_label IS NOT NULL AND NOT is_number AND removed_at IS NULL ORDER BY id"""
# SQLite knows the length without reading the data.
_SAME_SQL = """SELECT parts.id FROM
    (SELECT id, kept_at FROM entries ORDER BY kept_at DESC LIMIT :count) AS latest
    JOIN parts ON parts.id = latest.id WHERE length(input) = :size AND input = :data
    ORDER BY kept_at DESC LIMIT 1"""
_CURRENT_SQL = """SELECT *, entries.id AS id FROM entries JOIN parts USING (id)
    WHERE id = :id AND removed_at IS NULL"""
_log = logging.getLogger(__name__)


@dataclass(frozen=True, eq=False)
class Examples:
    """Entries whose label the user gave.

    Attributes:
        images: uint8, (N, 28, 28), white ink on black.
        labels: what each is, N texts.
        ids: of the entries, N numbers.
    """

    images: npt.NDArray[np.uint8]
    labels: tuple[str, ...] = ()
    ids: tuple[int, ...] = ()

    @property
    def counts(self) -> Counter[str]:
        """Number of examples of each label."""
        return Counter(self.labels)

    def of(self, label: str) -> tuple[FloatArray, tuple[int, ...]]:
        """Return a label's pictures, float32, (n, 28, 28), and their ids, the newest first."""
        indices = [k for k, name in enumerate(self.labels) if name == label][::-1]
        images = self.images[indices].astype(np.float32) / np.float32(255)
        return images, tuple(self.ids[k] for k in indices)


class Archive:
    """Archive in one file, which is opened on first use.

    Args:
        path: the file; it is made by the first entry, and reading without one finds nothing.
        most_entries: added entries push out the oldest ones beyond this many, and beyond
            ``MOST_BYTES``; None leaves that to the caller.
    """

    def __init__(self, path: Path, most_entries: int | None = None) -> None:
        self.path = path
        self._most_entries, self._added = most_entries, 0
        self._database = ArchiveDatabase(path)

    def __enter__(self) -> Archive:
        return self

    def __exit__(self, *_: object) -> None:
        self.close()

    def close(self) -> None:
        """Close the file; the next call opens it again."""
        self._database.close()

    # Writing

    def add(self, entry: ArchiveEntry) -> int:
        """Add an entry; return its number.

        Raises:
            ArchiveProblem: the disk is full, the folder read-only, the archive damaged, …
        """
        values = entry_values(entry)
        with self._database.writing() as connection:
            try:
                number = connection.execute(_insert("entries", ENTRY_COLUMNS), values).lastrowid
            except sqlite3.OperationalError as error:
                # SQLite says “database or disk is full” of its row numbers, too.
                if connection.execute(_LAST_NUMBER_SQL).fetchone()[0] == _LARGEST_NUMBER:
                    sentence = tr("The archive is full: no row number is left.")
                    raise ArchiveProblem(sentence, str(error)) from error
                raise
            assert number is not None
            connection.execute(_insert("parts", ("id", *PART_COLUMNS)), {**values, "id": number})
        if self._most_entries is not None:
            if self._added % _LIMITED_EACH == 0:
                self.limit(self._most_entries)
            self._added += 1
        return number

    def update(self, number: int, entry: ArchiveEntry) -> bool:
        """Replace an entry by a newer answer to the same drawing.

        Star and note stay as they are in the archive; so does the given label, unless the newer
        answer brings one.

        Returns:
            False if the entry no longer exists; nothing was stored then.

        Raises:
            ArchiveProblem: as :meth:`add`.
        """
        with self._database.writing() as connection:
            row = connection.execute(_CURRENT_SQL, {"id": _key(number)}).fetchone()
            if row is None:
                return False
            kept = {name: row[name] for name in ("is_starred", "note")}
            if entry.given_label is None:
                kept["given_label"] = row["given_label"]
            values = {**entry_values(entry), **kept, "id": number}
            connection.execute(_update("entries", ENTRY_COLUMNS), values)
            connection.execute(_update("parts", PART_COLUMNS), values)
            self._renew_words(connection, number)
        return True

    @contextlib.contextmanager
    def together(self) -> Iterator[None]:
        """Make the changes within in one transaction, which is also much faster.

        Raises:
            ArchiveProblem: as :meth:`add`.
        """
        with self._database.writing():
            yield

    def set_star(self, number: int, is_starred: bool) -> None:
        """Set or remove an entry's star.

        Raises:
            UsageError: there is no such entry.
            ArchiveProblem: as :meth:`add`.
        """
        sql = "UPDATE entries SET is_starred = :star WHERE id = :id"
        self._change(number, sql, {"star": int(is_starred)})

    def set_note(self, number: int, note: str) -> None:
        """Set the user's note of an entry; "" for none.

        Raises:
            UsageError: there is no such entry.
            ArchiveProblem: as :meth:`add`.
        """
        sql = "UPDATE entries SET note = :note WHERE id = :id"
        self._change(number, sql, {"note": storable(note, MOST_LETTERS)})

    def set_given_label(self, number: int, label: str | None) -> None:
        """Set the label that the user gives an entry; None for none.

        Raises:
            UsageError: there is no such entry.
            ArchiveProblem: as :meth:`add`.
        """
        given = None if label is None else storable(label, MOST_NAME_LETTERS)
        self._change(number, _LABEL_SQL, {"label": given})

    def remove(self, numbers: Iterable[int]) -> int:
        """Remove entries, which :meth:`restore` can bring back; return their number.

        Raises:
            ArchiveProblem: as :meth:`add`.
        """
        sql = "UPDATE entries SET removed_at = :now WHERE id = :id AND removed_at IS NULL"
        return self._each(numbers, sql, {"now": to_milliseconds(now())})

    def restore(self, numbers: Iterable[int]) -> int:
        """Restore removed entries; return their number.

        Raises:
            ArchiveProblem: as :meth:`add`.
        """
        sql = "UPDATE entries SET removed_at = NULL WHERE id = :id AND removed_at IS NOT NULL"
        return self._each(numbers, sql, {})

    def purge(self, before: datetime.datetime | None = None) -> int:
        """Delete removed entries for good; return their number.

        Args:
            before: only what was removed before that; None for all.

        Raises:
            ArchiveProblem: as :meth:`add`.
        """
        if not self._database.exists:
            return 0
        until = to_milliseconds(before or now() + datetime.timedelta(days=1))
        with self._database.writing() as connection:
            sql = "DELETE FROM entries WHERE removed_at < :until"
            count = connection.execute(sql, {"until": until}).rowcount
        self._give_back()
        return count

    def erase(self, numbers: Iterable[int]) -> int:
        """Delete entries for good, removed or not; return their number.

        Raises:
            ArchiveProblem: as :meth:`add`.
        """
        count = self._each(numbers, "DELETE FROM entries WHERE id = :id", {})
        if count:
            self._give_back()
        return count

    def limit(self, entries: int, size: int = MOST_BYTES) -> int:
        """Drop entries beyond the limits, those of the web page first; return their number.

        Args:
            entries: most entries that stay.
            size: approximate limit of the file's size in bytes.

        Raises:
            ArchiveProblem: as :meth:`add`.
        """
        if not self._database.exists:
            return 0
        dropped = 0
        while count := self._drop(entries, size):
            dropped += count
        if dropped:
            self._give_back()
        return dropped

    # Reading

    def search(self, query: Query = EVERYTHING) -> list[ArchiveSummary]:
        """Return the entries that a query finds; log and skip damaged ones.

        Raises:
            ArchiveProblem: the archive cannot be read.
        """
        conditions, values = query.conditions()
        order = ORDERS[query.order]
        limit = -1 if query.limit is None else query.limit
        # Only constants are formatted in; the user's text is in the parameters.
        sql = f"""SELECT entries.*, image FROM
            (SELECT id FROM entries WHERE {conditions} ORDER BY {order} LIMIT :limit OFFSET :offset)
            AS found JOIN entries USING (id) LEFT JOIN parts USING (id)
            ORDER BY {order}"""  # noqa: S608
        with self._database.reading() as connection:
            rows = connection.execute(sql, {**values, "limit": limit, "offset": query.offset})
            return _summaries(rows)

    def ids(self, query: Query = EVERYTHING) -> tuple[int, ...]:
        """Return the numbers of the entries that a query finds, in order.

        Raises:
            ArchiveProblem: the archive cannot be read.
        """
        conditions, values = query.conditions()
        limit = -1 if query.limit is None else query.limit
        # Constants, as in :meth:`search`.
        sql = f"""SELECT id FROM entries WHERE {conditions} ORDER BY {ORDERS[query.order]}
            LIMIT :limit OFFSET :offset"""  # noqa: S608
        with self._database.reading() as connection:
            rows = connection.execute(sql, {**values, "limit": limit, "offset": query.offset})
            return tuple(int(row[0]) for row in rows)

    def summaries(self, numbers: Iterable[int]) -> list[ArchiveSummary]:
        """Return the summaries of entries; skip missing and damaged ones.

        Raises:
            ArchiveProblem: the archive cannot be read.
        """
        sql = """SELECT entries.*, image FROM entries LEFT JOIN parts ON parts.id = entries.id
            WHERE entries.id = :id AND removed_at IS NULL"""
        with self._database.reading() as connection:
            rows = [connection.execute(sql, {"id": _key(n)}).fetchone() for n in numbers]
            return _summaries(row for row in rows if row is not None)

    def count(self, query: Query = EVERYTHING) -> int:
        """Return how many entries a query finds, without its limit and offset.

        Raises:
            ArchiveProblem: the archive cannot be read.
        """
        conditions, values = query.conditions()
        with self._database.reading() as connection:
            sql = f"SELECT count(*) FROM entries WHERE {conditions}"  # noqa: S608 - as above
            return int(connection.execute(sql, values).fetchone()[0])

    def get(self, number: int) -> ArchiveEntry:
        """Return all of one entry.

        Raises:
            UsageError: there is no such entry.
            ArchiveProblem: the archive cannot be read, or the entry is damaged.
        """
        with self._database.reading() as connection:
            row = connection.execute(_CURRENT_SQL, {"id": _key(number)}).fetchone()
        if row is None:
            raise _missing(number)
        return read_entry(row)

    def find_input(self, data: bytes) -> int | None:
        """Return the latest entry with the same input, also among removed ones.

        Args:
            data: the entry's ``input``; empty data match nothing.

        Raises:
            ArchiveProblem: the archive cannot be read.
        """
        if not data:
            return None
        values = {"data": data, "size": len(data), "count": _SEARCHED_LATEST}
        with self._database.reading() as connection:
            row = connection.execute(_SAME_SQL, values).fetchone()
            return None if row is None else int(row[0])

    def choices(self) -> tuple[list[str], list[str]]:
        """Return the labels and the models of all entries, each sorted.

        Raises:
            ArchiveProblem: the archive cannot be read.
        """
        with self._database.reading() as connection:
            found = [
                [row[0] for row in connection.execute(sql) if isinstance(row[0], str)]
                for sql in (
                    "SELECT DISTINCT label FROM entries WHERE removed_at IS NULL AND is_number = 0 "
                    "AND label != '' ORDER BY label LIMIT 1000",
                    "SELECT DISTINCT model FROM entries WHERE removed_at IS NULL AND model != '' "
                    "ORDER BY model LIMIT 1000",
                )
            ]
            return found[0], found[1]

    def examples(self) -> Examples:
        """Return all single digits and signs whose label the user gave, in order.

        Raises:
            ArchiveProblem: the archive cannot be read.
        """
        images, labels, ids = [], [], []
        with self._database.reading() as connection:
            for row in connection.execute(_EXAMPLES_SQL):
                image, label = row["image"], row["given_label"]
                if isinstance(image, bytes) and len(image) == 28 * 28 and isinstance(label, str):
                    images.append(np.frombuffer(image, np.uint8).reshape(28, 28))
                    labels.append(label[:MOST_NAME_LETTERS])
                    ids.append(int(row["id"]))
        stack = np.stack(images) if images else np.zeros((0, 28, 28), np.uint8)
        return Examples(stack, tuple(labels), tuple(ids))

    def size(self) -> int:
        """Return the number of bytes in use.

        Raises:
            ArchiveProblem: the archive cannot be read.
        """
        if not self._database.exists:
            return 0
        with self._database.reading() as connection:
            return _used(connection)

    # Parts of the above

    def _change(self, number: int, sql: str, values: dict[str, Any]) -> None:
        if not self._database.exists:
            raise _missing(number)
        with self._database.writing() as connection:
            key = {"id": _key(number)}
            if connection.execute(_CURRENT_SQL, key).fetchone() is None:
                raise _missing(number)
            connection.execute(sql, {**values, **key})
            self._renew_words(connection, number)

    def _renew_words(self, connection: sqlite3.Connection, number: int) -> None:
        row = connection.execute(_CURRENT_SQL, {"id": number}).fetchone()
        sql = "UPDATE entries SET words = :words, label = :label WHERE id = :id"
        entry = read_entry(row)
        connection.execute(sql, {"words": entry.words, "label": entry.label, "id": number})

    def _each(self, numbers: Iterable[int], sql: str, values: dict[str, Any]) -> int:
        if not self._database.exists:
            return 0
        with self._database.writing() as connection:
            return sum(
                connection.execute(sql, {**values, "id": _key(number)}).rowcount
                for number in numbers
            )

    def _drop(self, entries: int, size: int) -> int:
        with self._database.writing() as connection:
            sql = "SELECT count(*) FROM entries WHERE removed_at IS NULL"
            surplus = connection.execute(sql).fetchone()[0] - entries
            if surplus <= 0 and _used(connection) <= size:
                return 0
            count = min(surplus, _DROPPED_AT_ONCE) if surplus > 0 else _DROPPED_FOR_SIZE
            rows = connection.execute(_OLDEST_SQL, {"count": count, "visitors": WEB}).fetchall()
            connection.executemany("DELETE FROM entries WHERE id = ?", [tuple(row) for row in rows])
            return len(rows)

    def _give_back(self) -> None:
        """Return the space of deleted entries to the disk."""
        with self._database.using() as connection:
            # As a script: the statement makes a step a page, and “execute” takes only the first.
            connection.executescript("PRAGMA incremental_vacuum")


def _insert(table: str, columns: tuple[str, ...]) -> str:
    names = ", ".join(columns)
    marks = ", ".join(f":{column}" for column in columns)
    return f"INSERT INTO {table} ({names}) VALUES ({marks})"  # noqa: S608 - constants


def _update(table: str, columns: tuple[str, ...]) -> str:
    changes = ", ".join(f"{column} = :{column}" for column in columns)
    return f"UPDATE {table} SET {changes} WHERE id = :id"  # noqa: S608 - constants


def _key(number: int) -> int:
    """Return the number; 0, which no entry has, for one that SQLite cannot hold."""
    return number if 0 < number < 2**63 else 0


def _missing(number: int) -> UsageError:
    return UsageError(tr("There is no entry {number} in the archive.", number=number))


def _summaries(rows: Iterable[sqlite3.Row]) -> list[ArchiveSummary]:
    found, problems = [], []
    for row in rows:
        try:
            found.append(read_summary({key: row[key] for key in row.keys()}))  # noqa: SIM118
        except DamagedEntry as problem:
            problems.append(problem.details)
    if problems:
        _log.warning("%d entries of the archive are left out: %s", len(problems), problems[0])
    return found


def _used(connection: sqlite3.Connection) -> int:
    pages, free, size = (
        connection.execute(f"PRAGMA {name}").fetchone()[0]
        for name in ("page_count", "freelist_count", "page_size")
    )
    return int((pages - free) * size)
