"""What may happen to the archive: many at once, a kill, a full disk, damage, strangers."""

from __future__ import annotations

import contextlib
import fcntl
import os
import signal
import sqlite3
import subprocess
import sys
import tempfile
from collections.abc import Callable, Iterator
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path
from random import Random

import pytest
from archived_answers import some_entry

from desktop_cvae.core.errors import ArchiveProblem, DamagedArchive, DesktopCvaeError
from desktop_cvae.library import archive_database
from desktop_cvae.library.archive_entries import Query
from desktop_cvae.library.reading_archive import Archive

WRITER = Path(__file__).with_name("archiving_process.py")
NOBODY = 65534


@pytest.fixture
def path(tmp_path: Path) -> Path:
    return tmp_path / "archive.sqlite"


@pytest.fixture
def archive(path: Path) -> Iterator[Archive]:
    with Archive(path) as archive:
        yield archive


@pytest.fixture
def filled(archive: Archive) -> Archive:
    for number in range(8):
        archive.add(some_entry(number))
    return archive


def archiving(path: Path, count: int, *more: str) -> subprocess.Popen[str]:
    command = [sys.executable, str(WRITER), str(path), str(count), *more]
    return subprocess.Popen(command, stdout=subprocess.PIPE, text=True)


def test_two_processes_archive_at_once(path: Path, archive: Archive) -> None:
    both = [archiving(path, 1000) for _ in range(2)]
    told = [int(line) for process in both for line in process.communicate()[0].split()]
    assert [process.returncode for process in both] == [0, 0]
    assert len(told) == 2000
    assert sorted(told) == sorted(summary.id for summary in archive.search())


def test_threads_share_one_archive(archive: Archive) -> None:
    with ThreadPoolExecutor(4) as pool:
        ids = list(pool.map(archive.add, map(some_entry, range(80))))
    assert sorted(ids) == list(range(1, 81))
    assert archive.count() == 80


@pytest.mark.parametrize("after", [1, 7, 40])
def test_killed_it_has_every_entry_that_it_told_of(
    path: Path, archive: Archive, after: int
) -> None:
    with archiving(path, 10_000) as process:
        assert process.stdout is not None
        told = [int(process.stdout.readline()) for _ in range(after)]
        process.send_signal(signal.SIGKILL)
        told += [int(line) for line in process.stdout if line.endswith("\n")]
    kept = {summary.id for summary in archive.search()}
    assert kept >= set(told)
    assert archive.add(some_entry()) == max(kept) + 1


def test_a_full_disk_loses_nothing_that_was_kept(path: Path, archive: Archive) -> None:
    lines = archiving(path, 60, "400000").communicate()[0].splitlines()
    told = {int(line) for line in lines if line.isdigit()}
    complaints = {line for line in lines if not line.isdigit()}
    assert 5 < len(told) < 60, lines
    assert complaints <= {
        "The archive could not be written: the disk is full.",
        "The archive could not be read or written; the disk may be full or disconnected.",
    }
    assert complaints
    assert {summary.id for summary in archive.search()} == told
    archive.add(some_entry())
    assert archive.count() == len(told) + 1


def test_a_full_disk_is_called_so(filled: Archive) -> None:
    with filled._database.using() as connection:
        pages = connection.execute("PRAGMA page_count").fetchone()[0]
        connection.execute(f"PRAGMA max_page_count = {pages}")
    with pytest.raises(ArchiveProblem, match="the disk is full"):
        filled.add(some_entry(input=bytes(100_000)))
    assert filled.count() == 8
    assert filled.get(8).text == "7"


@contextlib.contextmanager
def somebody_else() -> Iterator[None]:
    """Not the one who may write everywhere."""
    if os.geteuid() != 0:
        yield
        return
    os.seteuid(NOBODY)
    try:
        yield
    finally:
        os.seteuid(0)


def test_in_a_folder_that_is_read_only() -> None:
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder, "archive.sqlite")
        with Archive(path) as archive:
            archive.add(some_entry())
        Path(folder).chmod(0o555)
        before = path.read_bytes()
        path.chmod(0o444)
        with somebody_else(), Archive(path) as archive:
            for use in (archive.search, lambda: archive.add(some_entry())):
                with pytest.raises(ArchiveProblem, match="cannot be written to"):
                    use()
        with somebody_else(), Archive(path.with_name("another.sqlite")) as another:
            assert another.search() == []
            with pytest.raises(ArchiveProblem, match="cannot be written to"):
                another.add(some_entry())
        assert path.read_bytes() == before
        Path(folder).chmod(0o755)


LOCKING = """
import fcntl, sys
with open(sys.argv[1], "r+b") as file:
    fcntl.lockf(file, fcntl.LOCK_EX | fcntl.LOCK_NB, 510, 0x40000002)
"""
"""Takes the bytes that SQLite's readers lock."""


def test_who_opens_it_too_takes_no_lock_from_the_first(filled: Archive) -> None:
    """POSIX: any file that a process closes takes back all locks that it has on it."""
    with Archive(filled.path) as second:
        assert second.count() == 8
        command = [sys.executable, "-c", LOCKING, str(filled.path)]
        done = subprocess.run(command, capture_output=True, text=True, check=False)
    assert "BlockingIOError" in done.stderr


def test_what_is_no_file_is_left_alone(path: Path, archive: Archive) -> None:
    path.mkdir()
    with pytest.raises(ArchiveProblem, match="is not a file"):
        archive.search()
    path.rmdir()
    os.mkfifo(path)
    with pytest.raises(ArchiveProblem, match="is not a file"):
        archive.add(some_entry())


def test_only_its_owner_reads_it(filled: Archive) -> None:
    for file in filled.path.parent.glob("archive.sqlite*"):
        assert file.stat().st_mode & 0o077 == 0


DAMAGE: dict[str, Callable[[bytes], bytes]] = {
    "no database": lambda data: b"hello\n" * 1000,
    "cut off": lambda data: data[: len(data) // 2],
    "header": lambda data: bytes(100) + data[100:],
    "pages": lambda data: data[:8192] + bytes(16_384) + data[24_576:],
    "schema": lambda data: data.replace(b"CREATE TABLE parts", b"CREATE TABLE prats"),
}


def get_all(archive: Archive) -> None:
    for number in range(1, 9):
        archive.get(number)


@pytest.mark.parametrize("damage", DAMAGE.values(), ids=DAMAGE)
def test_a_damaged_file_is_set_aside_whole(
    filled: Archive, damage: Callable[[bytes], bytes]
) -> None:
    path = filled.path
    for name in ("archive.bad.sqlite", "archive.bad-2.sqlite"):
        filled.close()
        data = damage(path.read_bytes())
        path.write_bytes(data)
        with pytest.raises(DamagedArchive, match=f"is kept as “{name}”; a new one was created"):
            get_all(filled)
        assert path.with_name(name).read_bytes() == data
        for number in range(8):
            assert filled.add(some_entry(number)) == number + 1


def test_damage_that_is_found_later_in_use(filled: Archive) -> None:
    """Two windows have it open; one of them meets a page that the disk has spoilt."""
    path = filled.path
    with Archive(path) as other:
        assert other.count() == 8
        with filled._database.using() as connection:
            connection.execute("PRAGMA wal_checkpoint(TRUNCATE)").fetchall()
        spoilt = DAMAGE["pages"](path.read_bytes())
        with path.open("r+b") as file:
            file.write(spoilt)
        with pytest.raises(DamagedArchive, match="is kept as"):
            get_all(other)
        # Both go on, with the new one.
        assert filled.add(some_entry(3)) == 1
        assert other.get(1).text == "3"
    kept = path.with_name("archive.bad.sqlite")
    assert kept.read_bytes() == spoilt
    filled.close()
    assert Archive(path).count() == 1, "closing the damaged one took nothing from the new one"


def test_damage_that_is_found_among_changes_that_are_made_together(filled: Archive) -> None:
    filled.close()
    filled.path.write_bytes(DAMAGE["pages"](filled.path.read_bytes()))
    with pytest.raises(DamagedArchive, match="archive was damaged and is kept"), filled.together():
        get_all(filled)
    assert filled.add(some_entry()) == 1


def test_it_is_not_set_aside_while_another_process_has_it_open(filled: Archive) -> None:
    filled.close()
    filled.path.write_bytes(b"no database at all" * 100)
    lock = os.open(filled.path.with_name("archive.sqlite.lock"), os.O_RDWR)
    fcntl.flock(lock, fcntl.LOCK_SH)
    with pytest.raises(DamagedArchive, match="will be renamed when all other windows"):
        filled.search()
    assert filled.path.read_bytes() == b"no database at all" * 100
    os.close(lock)
    with pytest.raises(DamagedArchive, match="is kept as"):
        filled.search()
    assert filled.search() == []


def test_a_file_that_was_taken_away_is_made_anew(filled: Archive) -> None:
    for file in filled.path.parent.glob("archive.sqlite*"):
        file.unlink()
    assert filled.search() == []
    assert filled.add(some_entry(4)) == 1
    assert Archive(filled.path).get(1).text == "4"


def changed(path: Path, *statements: str) -> None:
    """What another program does to the file."""
    with contextlib.closing(sqlite3.connect(path, isolation_level=None)) as connection:
        for statement in statements:
            connection.execute(statement)


def test_a_schema_of_tomorrow_is_refused_and_left_alone(filled: Archive) -> None:
    changed(filled.path, "ALTER TABLE entries ADD COLUMN mood TEXT", "PRAGMA user_version = 2")
    # Also by who had it open before.
    with pytest.raises(ArchiveProblem, match=r"newer version of the program \(its format is 2\)"):
        filled.add(some_entry())
    filled.close()
    before = filled.path.read_bytes()
    for use in (filled.search, filled.count, lambda: filled.add(some_entry())):
        with pytest.raises(ArchiveProblem, match="newer version of the program"):
            use()
    filled.close()
    assert filled.path.read_bytes() == before
    assert not list(filled.path.parent.glob("*.bad*"))


@pytest.mark.parametrize(
    "statement",
    [
        "CREATE TRIGGER t AFTER INSERT ON entries BEGIN DELETE FROM entries; END",
        "CREATE VIEW v AS SELECT * FROM entries",
        "CREATE TABLE photographs (id)",
        "DROP INDEX by_time",
        "ALTER TABLE parts ADD COLUMN more GENERATED ALWAYS AS (length(program))",
        "PRAGMA application_id = 5",
        "PRAGMA user_version = 0",
        "PRAGMA user_version = -1",
    ],
)
def test_another_programs_database_is_set_aside(filled: Archive, statement: str) -> None:
    filled.close()
    changed(filled.path, statement)
    with pytest.raises(DamagedArchive, match="is kept as"):
        filled.add(some_entry())
    assert filled.add(some_entry()) == 1


def test_statistics_of_other_programs_do_no_harm(filled: Archive) -> None:
    filled.close()
    changed(filled.path, "ANALYZE")
    assert len(filled.search(Query(label="3"))) == 1


NEXT = ("ALTER TABLE entries ADD COLUMN mood TEXT", "UPDATE entries SET mood = 'good'")


def with_step(monkeypatch: pytest.MonkeyPatch, *statements: str) -> None:
    steps = (*archive_database.STEPS, statements)
    monkeypatch.setattr(archive_database, "STEPS", steps)
    archive_database._schema_of.cache_clear()


@pytest.fixture(autouse=True)
def _forget_schemas() -> Iterator[None]:
    yield
    archive_database._schema_of.cache_clear()


def test_an_older_schema_is_migrated(filled: Archive, monkeypatch: pytest.MonkeyPatch) -> None:
    filled.set_note(3, "kept")
    filled.close()
    with_step(monkeypatch, *NEXT)
    with ThreadPoolExecutor(4) as pool:
        counts = pool.map(lambda _: Archive(filled.path).count(), range(4))
    assert list(counts) == [8] * 4
    assert filled.get(3).note == "kept"
    with filled._database.using() as connection:
        assert connection.execute("PRAGMA user_version").fetchone()[0] == 2
        assert {row[0] for row in connection.execute("SELECT mood FROM entries")} == {"good"}


def test_a_migration_is_done_whole_or_not_at_all(
    filled: Archive, monkeypatch: pytest.MonkeyPatch
) -> None:
    filled.close()
    with monkeypatch.context() as patch:
        with_step(patch, *NEXT)

        def fail(*_: object) -> None:
            raise sqlite3.OperationalError("the machine goes off")

        real = archive_database._transaction

        @contextlib.contextmanager
        def broken_off(connection: sqlite3.Connection) -> Iterator[None]:
            with real(connection):
                yield
                fail()

        patch.setattr(archive_database, "_transaction", broken_off)
        with pytest.raises(ArchiveProblem):
            filled.count()
        filled.close()
    archive_database._schema_of.cache_clear()
    assert filled.count() == 8
    with filled._database.using() as connection:
        assert connection.execute("PRAGMA user_version").fetchone()[0] == 1


def use_everything(archive: Archive) -> None:
    """All that windows and commands do with an archive; each may only raise our errors."""
    uses: list[Callable[[], object]] = [
        archive.search,
        lambda: archive.search(Query("studio", order="surest", limit=3)),
        archive.count,
        archive.choices,
        archive.examples,
        archive.size,
        *(lambda number=number: archive.get(number) for number in range(1, 10)),
        lambda: archive.set_note(2, "note"),
        lambda: archive.set_given_label(3, "5"),
        lambda: archive.update(4, some_entry(5)),
        lambda: archive.add(some_entry(9)),
        lambda: archive.remove([5, 6]),
        lambda: archive.restore([5]),
        archive.purge,
        lambda: archive.limit(5),
    ]
    for use in uses:
        with contextlib.suppress(DesktopCvaeError):
            use()


def spoilt(data: bytes, random: Random) -> bytes:
    """A database with a few bytes, a page or its end changed."""
    changed = bytearray(data)
    kind = random.randrange(5)
    if kind == 0:
        return data[: random.randrange(len(data))]
    if kind == 1:
        one, other = (4096 * random.randrange(len(data) // 4096) for _ in range(2))
        changed[one : one + 4096] = data[other : other + 4096]
    elif kind == 2:
        for place in random.sample(range(100), 3):
            changed[place] = random.randrange(256)
    else:
        # Most of a page is its content; what is read first is its head.
        page = 4096 * random.randrange(len(data) // 4096)
        for _ in range(random.randrange(1, 6)):
            reach = 64 if kind == 3 else 4096
            changed[page + random.randrange(reach)] = random.choice((0, 1, 127, 128, 255))
    return bytes(changed)


@pytest.fixture
def memory(tmp_path: Path) -> Iterator[Path]:
    """A folder where what is written need not reach a disk."""
    shared = Path("/dev/shm")
    with tempfile.TemporaryDirectory(dir=shared if shared.is_dir() else tmp_path) as folder:
        yield Path(folder)


def test_no_damage_raises_anything_but_our_errors(filled: Archive, memory: Path) -> None:
    filled.remove([8])
    filled.close()
    data, random = filled.path.read_bytes(), Random(13)
    for number in range(300):
        path = memory / f"{number}.sqlite"
        path.write_bytes(spoilt(data, random))
        with Archive(path) as archive:
            use_everything(archive)


@pytest.mark.parametrize(
    "value",
    [
        *("-1", "9e999", "-9e999", "1.5", "9223372036854775807", "''", "'x'", "X''"),
        *("zeroblob(784)", "zeroblob(9)", "X'FF00FF'", "CAST(X'FFFE' AS TEXT)", "char(0, 55296)"),
        *("printf('%.*c', 300000, 'x')", "randomblob(8000)"),
    ],
)
def test_no_value_raises_anything_but_our_errors(memory: Path, value: str) -> None:
    path, number = memory / "archive.sqlite", 0
    with Archive(path) as archive:
        archive.add(some_entry())
        with archive._database.using() as connection:
            columns = [
                (table, row[1])
                for table in ("entries", "parts")
                for row in connection.execute(f"PRAGMA table_info({table})")
                if row[1] != "id"
            ]
        for number, (table, column) in enumerate(columns, 2):
            archive.add(some_entry(number))
            changed(path, f"UPDATE {table} SET {column} = {value} WHERE id = {number}")
        last = archive.add(some_entry())
        found = {summary.id for summary in archive.search()}
        assert {1, last} <= found, "what is not damaged is there"
        for each in range(1, last + 1):
            with contextlib.suppress(DesktopCvaeError):
                archive.get(each)
        use_everything(archive)
    assert number > 25


def test_an_absurdly_long_value_is_not_read(filled: Archive) -> None:
    changed(filled.path, "UPDATE parts SET input = zeroblob(20000000) WHERE id = 2")
    with pytest.raises(ArchiveProblem):
        filled.get(2)
    assert filled.count() == len(filled.search()) == 8


def test_a_lack_of_row_numbers_is_no_lack_of_room(filled: Archive) -> None:
    filled.close()
    with contextlib.closing(sqlite3.connect(filled.path)) as connection, connection:
        connection.execute("UPDATE sqlite_sequence SET seq = ?", (2**63 - 1,))
    with pytest.raises(ArchiveProblem, match="no row number is left"):
        filled.add(some_entry(9))
