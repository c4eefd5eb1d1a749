"""Database of the archive: opening, schema, migrations and recovery from damage.

A version is a step of ``STEPS``; opening takes all missing ones in one transaction. The schema of
a file must be exactly the one that its version has: a database with a trigger, a view or one more
table is not ours, whatever it says.

A damaged file is renamed with its ``-wal`` and ``-shm``, and kept. No process may have it open
then: SQLite deletes the write-ahead log of a closed database by name, which by then would be the
new archive's. So every process that has it open holds a shared lock, and the one that renames it
holds the lock exclusively.

Tested in tests/library/test_archive_faults.py.
"""

from __future__ import annotations

import contextlib
import itertools
import logging
import os
import sqlite3
import stat
import threading
import time
import weakref
from collections.abc import Iterator
from functools import lru_cache
from pathlib import Path

from desktop_cvae.core.errors import ArchiveProblem, DamagedArchive
from desktop_cvae.core.language import tr
from desktop_cvae.core.operating_system import hold_file

APPLICATION_ID = 0x63766165
"""Application id in the file's header: “cvae”."""

STEPS: tuple[tuple[str, ...], ...] = (
    (
        """CREATE TABLE entries (
            id INTEGER PRIMARY KEY AUTOINCREMENT,
            kept_at INTEGER NOT NULL, source TEXT NOT NULL, name TEXT NOT NULL,
            text TEXT NOT NULL, label TEXT NOT NULL, given_label TEXT, verdict TEXT NOT NULL,
            probability REAL NOT NULL, likeness REAL, model TEXT NOT NULL,
            is_starred INTEGER NOT NULL, note TEXT NOT NULL, is_number INTEGER NOT NULL,
            words TEXT NOT NULL, removed_at INTEGER)""",
        """CREATE TABLE parts (
            id INTEGER PRIMARY KEY REFERENCES entries (id) ON DELETE CASCADE,
            image BLOB NOT NULL, noisy BLOB, reconstruction BLOB, noise_kind TEXT NOT NULL,
            noise_level REAL NOT NULL, noise_seed INTEGER NOT NULL, chosen_label TEXT,
            label_names TEXT NOT NULL, evidence BLOB NOT NULL, model_digest TEXT NOT NULL,
            program TEXT NOT NULL, input_kind TEXT NOT NULL, input BLOB NOT NULL)""",
        # A search for text reads this one from end to end, and of the table only what it finds.
        "CREATE INDEX by_time ON entries (kept_at, removed_at, words)",
        "CREATE INDEX by_label ON entries (label, kept_at)",
        "CREATE INDEX by_probability ON entries (probability)",
        "CREATE INDEX labels ON entries (removed_at, is_number, label)",
        "CREATE INDEX models ON entries (removed_at, model)",
    ),
)
"""Migrations in SQL from each version to the next; the first creates version 1."""

BUSY_S = 20.0
MAX_VALUE_BYTES = 16_000_000
KEPT_LOG_BYTES = 4_000_000
_DAMAGED = (sqlite3.SQLITE_CORRUPT, sqlite3.SQLITE_NOTADB, sqlite3.SQLITE_FORMAT)
Identity = tuple[int, int]
_log = logging.getLogger(__name__)


class ArchiveDatabase:
    """One connection to the file, opened on first use; calls wait for each other.

    Args:
        path: the file.
    """

    def __init__(self, path: Path) -> None:
        self.path = path
        self._lock = threading.RLock()
        self._connection: sqlite3.Connection | None = None
        self._held: int | None = None
        self._opened: Identity | None = None
        self._uses = 0
        with _living_lock:
            _living.add(self)

    @property
    def exists(self) -> bool:
        """True if there is a file.

        Raises:
            ArchiveProblem: something else has its name.
        """
        return identity(self.path) is not None

    def close(self) -> None:
        """Close the file; the next use opens it again."""
        with self._lock:
            if self._connection is not None:
                self._connection.close()
                self._connection = None
            if self._held is not None:
                os.close(self._held)
                self._held = None

    @contextlib.contextmanager
    def reading(self) -> Iterator[sqlite3.Connection]:
        """Yield the connection, or that of an empty archive in memory if there is no file.

        So reading does not create the file.

        Raises:
            DamagedArchive: the file was damaged; it is set aside.
            ArchiveProblem: it cannot be opened or read.
        """
        if not self.exists:
            with _in_memory(len(STEPS)) as empty:
                yield empty
            return
        with self.using() as connection:
            yield connection

    @contextlib.contextmanager
    def writing(self) -> Iterator[sqlite3.Connection]:
        """Yield the connection in a transaction, which is on the disk at the end.

        What is written within is a part of the first one.

        Raises:
            DamagedArchive: the file was damaged; it is set aside.
            ArchiveProblem: it cannot be opened or written.
        """
        with self.using() as connection:
            if connection.in_transaction:
                # Nested in a transaction of this thread: the lock keeps others out.
                yield connection
                return
            with _transaction(connection):
                # A newer program may have changed the schema since this one opened it.
                _require_known(connection)
                yield connection

    @contextlib.contextmanager
    def using(self) -> Iterator[sqlite3.Connection]:
        """Yield the connection outside of any transaction; raises as :meth:`writing`."""
        seen: Identity | None = None
        is_within = False
        try:
            with self._lock:
                is_within = self._uses > 0
                self._uses += 1
                try:
                    with _explained(self.path):
                        yield self._open()
                finally:
                    self._uses -= 1
                    seen = self._opened
        except DamagedArchive as damage:
            # Not under the lock: two threads that close each other's connections would deadlock.
            if is_within:
                raise
            raise self._set_aside(seen) from damage

    def _open(self) -> sqlite3.Connection:
        is_within = self._uses > 1
        if self._connection is not None and (is_within or self._opened == identity(self.path)):
            return self._connection
        # The file is not open yet, or was removed or replaced.
        self.close()
        self._held = _share(self.path)
        try:
            self._connection = _connect(self.path)
        except BaseException:
            self.close()
            raise
        finally:
            self._opened = identity(self.path)
        return self._connection

    def _set_aside(self, seen: Identity | None) -> DamagedArchive:
        with _living_lock:
            others = [other for other in _living if other.path == self.path]
        for other in others:
            other.close()
        problem = _set_aside(self.path, seen)
        _log.warning("%s", problem)
        return problem


_living: weakref.WeakSet[ArchiveDatabase] = weakref.WeakSet()
_living_lock = threading.Lock()


def identity(path: Path) -> Identity | None:
    """Return the identity of the file of that name; None without a file.

    Raises:
        ArchiveProblem: it is no file, or its folder cannot be searched.
    """
    try:
        found = path.stat()
    except FileNotFoundError:
        return None
    except OSError as error:
        raise _unopened(path, error) from error
    if not stat.S_ISREG(found.st_mode):
        raise ArchiveProblem(tr("The archive “{name}” is not a file.", name=path.name))
    return found.st_dev, found.st_ino


def _share(path: Path) -> int:
    """Open the archive's shared lock, to be closed after the database.

    Raises:
        ArchiveProblem: the folder cannot be written to, or the archive is being set aside.
    """
    try:
        path.parent.mkdir(parents=True, exist_ok=True)
        lock = path.with_name(f"{path.name}.lock")
        descriptor = os.open(lock, os.O_RDWR | os.O_CREAT, 0o600)
    except OSError as error:
        raise _unopened(path, error) from error
    until = time.monotonic() + BUSY_S
    while not hold_file(descriptor, shared=True):
        if time.monotonic() > until:
            os.close(descriptor)
            raise _busy()
        time.sleep(0.02)
    return descriptor


def _connect(path: Path) -> sqlite3.Connection:
    """Open the database; create or migrate it if needed.

    Raises:
        ArchiveProblem: a newer program made it, or it cannot be opened.
        DamagedArchive: it must be set aside; see :func:`_set_aside`.
    """
    with contextlib.suppress(OSError):
        # Only the owner may read the drawings; SQLite gives its other files the same rights. An
        # existing file is not opened: closing it would release this process's POSIX locks on it
        # (https://www.sqlite.org/howtocorrupt.html).
        os.close(os.open(path, os.O_RDWR | os.O_CREAT | os.O_EXCL, 0o600))
    with _explained(path, is_opening=True):
        connection = sqlite3.connect(
            # None: the transactions are ours, see _transaction. Other threads wait at the lock
            # instead.
            path,
            timeout=BUSY_S,
            isolation_level=None,
            check_same_thread=False,
        )
        try:
            _set_up(connection)
            _bring_up_to_date(connection, path)
        except BaseException:
            connection.close()
            raise
    return connection


def _set_up(connection: sqlite3.Connection) -> None:
    # A hostile file may hold a text that is not UTF-8, or one of a gigabyte.
    connection.setlimit(sqlite3.SQLITE_LIMIT_LENGTH, MAX_VALUE_BYTES)
    connection.text_factory = lambda data: data.decode("utf-8", "replace")
    connection.row_factory = sqlite3.Row
    for setting in (
        # The file may come from a stranger: no functions in its schema, no trust in its sizes, and
        # no mapping, through which a file that is cut short would end the process with SIGBUS.
        "trusted_schema = OFF",
        "cell_size_check = ON",
        "mmap_size = 0",
        # Off by default; the parts go with their entry.
        "foreign_keys = ON",
        # Deleted drawings are overwritten, and no temporary file holds any.
        "secure_delete = ON",
        "temp_store = MEMORY",
        # With a write-ahead log, NORMAL may lose the last commits when the power fails.
        "synchronous = FULL",
        f"journal_size_limit = {KEPT_LOG_BYTES}",
    ):
        connection.execute(f"PRAGMA {setting}")


def _bring_up_to_date(connection: sqlite3.Connection, path: Path) -> None:
    version = _require_known(connection)
    if version == 0 and not connection.execute("SELECT 1 FROM sqlite_master").fetchone():
        # Lets the file shrink after deletions; SQLite takes the setting only in an empty file.
        connection.execute("PRAGMA auto_vacuum = INCREMENTAL")
    _keep_log(connection)
    if version == len(STEPS):
        _require_schema(connection, version, path)
        return
    with _transaction(connection):
        # Another process may have migrated the file meanwhile.
        version = _require_known(connection)
        _require_schema(connection, version, path)
        for statement in itertools.chain.from_iterable(STEPS[version:]):
            connection.execute(statement)
        connection.execute(f"PRAGMA application_id = {APPLICATION_ID}")
        connection.execute(f"PRAGMA user_version = {len(STEPS)}")


def _keep_log(connection: sqlite3.Connection) -> None:
    """Turn the write-ahead log on, so that readers and a writer do not wait for each other."""
    until = time.monotonic() + BUSY_S
    while True:
        try:
            connection.execute("PRAGMA journal_mode = WAL").fetchone()
        except sqlite3.OperationalError as error:
            # This one statement does not wait by itself while another process does the same.
            if _code(error) != sqlite3.SQLITE_BUSY or time.monotonic() > until:
                raise
            time.sleep(0.02)
        else:
            return


def _require_known(connection: sqlite3.Connection) -> int:
    """Return the version of the schema.

    Raises:
        ArchiveProblem: a newer program made it.
    """
    version: int = connection.execute("PRAGMA user_version").fetchone()[0]
    if version > len(STEPS):
        raise ArchiveProblem(
            tr(
                "The archive was made by a newer version of the program (its format is {version}); "
                "update desktop-cvae to open it.",
                version=version,
            )
        )
    return version


def _require_schema(connection: sqlite3.Connection, version: int, path: Path) -> None:
    own = connection.execute("PRAGMA application_id").fetchone()[0]
    found = _schema(connection)
    if version < 0 or found != _schema_of(version) or own != (APPLICATION_ID if version else 0):
        raise DamagedArchive(_damaged(path), f"schema {version}, {own:#x}: {sorted(found)}"[:2000])


@lru_cache
def _schema_of(version: int) -> frozenset[tuple[str, ...]]:
    with _in_memory(version) as connection:
        return _schema(connection)


@contextlib.contextmanager
def _in_memory(version: int) -> Iterator[sqlite3.Connection]:
    """Yield the connection of an empty archive of some version that is on no disk."""
    with contextlib.closing(sqlite3.connect(":memory:", isolation_level=None)) as connection:
        _set_up(connection)
        for statement in itertools.chain.from_iterable(STEPS[:version]):
            connection.execute(statement)
        yield connection


def _schema(connection: sqlite3.Connection) -> frozenset[tuple[str, ...]]:
    # “ANALYZE” of any other program leaves its statistics, which do no harm.
    rows = connection.execute("SELECT type, name, tbl_name, sql FROM sqlite_master")
    return frozenset(tuple(str(value) for value in row) for row in rows if row[1] != "sqlite_stat1")


@contextlib.contextmanager
def _transaction(connection: sqlite3.Connection) -> Iterator[None]:
    """Run what is within in one transaction."""
    # Takes the lock for writing at once: a deferred transaction that reads first is refused without
    # waiting (SQLITE_BUSY_SNAPSHOT) if another process has written meanwhile.
    connection.execute("BEGIN IMMEDIATE")
    try:
        yield
        connection.execute("COMMIT")
    except BaseException:
        # After some errors SQLite has rolled back already.
        if connection.in_transaction:
            with contextlib.suppress(sqlite3.Error):
                connection.execute("ROLLBACK")
        raise


@contextlib.contextmanager
def _explained(path: Path, *, is_opening: bool = False) -> Iterator[None]:
    """Turn SQLite's error into ours.

    Args:
        path: the archive.
        is_opening: what SQLite does not understand then is the file.

    Raises:
        DamagedArchive: the file is damaged.
        ArchiveProblem: anything else.
    """
    try:
        yield
    except sqlite3.Error as error:
        raise _problem(path, error, is_opening=is_opening) from error


def _problem(path: Path, error: sqlite3.Error, *, is_opening: bool) -> ArchiveProblem:
    code, details = _code(error), f"{getattr(error, 'sqlite_errorname', '')} {error}".strip()
    if code in _DAMAGED or (is_opening and code == sqlite3.SQLITE_ERROR):
        return DamagedArchive(_damaged(path), details)
    if code == sqlite3.SQLITE_FULL:
        return ArchiveProblem(tr("The archive could not be written: the disk is full."), details)
    if code in (sqlite3.SQLITE_BUSY, sqlite3.SQLITE_LOCKED):
        return _busy(details)
    if code in (sqlite3.SQLITE_READONLY, sqlite3.SQLITE_CANTOPEN, sqlite3.SQLITE_PERM):
        return _unopened(path, error)
    return ArchiveProblem(
        tr("The archive could not be read or written; the disk may be full or disconnected."),
        details,
    )


def _code(error: sqlite3.Error) -> int:
    """Return SQLite's primary result code."""
    return int(getattr(error, "sqlite_errorcode", 0)) & 0xFF


def _busy(details: str = "") -> ArchiveProblem:
    return ArchiveProblem(
        tr("Another program has been using the archive for too long; try again later."), details
    )


def _unopened(path: Path, error: Exception) -> ArchiveProblem:
    return ArchiveProblem(
        tr(
            "The archive cannot be opened: “{folder}” cannot be written to.",
            folder=str(path.parent),
        ),
        str(error),
    )


def _damaged(path: Path) -> str:
    return tr("The archive “{name}” is damaged.", name=path.name)


def _set_aside(path: Path, seen: Identity | None) -> DamagedArchive:
    """Rename a damaged archive; return the sentence for the user.

    Args:
        path: the archive, which this process has closed.
        seen: identity of the damaged file; another file of that name is left there.
    """
    lock = _share(path)
    try:
        if identity(path) != seen:
            return DamagedArchive(
                tr("The archive was damaged; it was renamed, and a new one was created.")
            )
        # The shared lock becomes an exclusive one.
        if not hold_file(lock):
            return DamagedArchive(
                tr(
                    "The archive “{name}” is damaged and will be renamed when all other "
                    "windows and commands of the program have ended.",
                    name=path.name,
                )
            )
        return DamagedArchive(
            tr(
                "The archive was damaged and is kept as “{name}”; a new one was created.",
                name=_rename(path).name,
            )
        )
    except OSError as error:
        return DamagedArchive(
            tr("The archive “{name}” is damaged and cannot be renamed.", name=path.name),
            str(error),
        )
    finally:
        os.close(lock)


def _rename(path: Path) -> Path:
    names = itertools.chain(["bad"], (f"bad-{number}" for number in itertools.count(2)))
    # An earlier damaged file is never replaced.
    target = next(
        target
        for target in (path.with_name(f"{path.stem}.{name}{path.suffix}") for name in names)
        if not any(target.with_name(target.name + end).exists() for end in ("", "-wal", "-shm"))
    )
    # The file itself comes last: if this is interrupted, the next opening does it again.
    for end in ("-wal", "-shm", ""):
        with contextlib.suppress(FileNotFoundError):
            path.with_name(path.name + end).replace(target.with_name(target.name + end))
    return target
