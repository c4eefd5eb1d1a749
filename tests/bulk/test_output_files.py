"""Files of results hold whole lines, whatever happens, and one process writes them."""

from __future__ import annotations

import os
from pathlib import Path
from typing import Any, BinaryIO

import pytest

from desktop_cvae.bulk import output_files
from desktop_cvae.bulk.output_files import LineWriter, hold_output, replacing_writer
from desktop_cvae.core.errors import InputOutputError, UsageError
from desktop_cvae.core.operating_system import hold_file


def write_and_raise(path: Path, line: str, error: BaseException) -> None:
    with replacing_writer(path) as file:
        file.write(line)
        file.flush()
        file.write(line)
        raise error


def test_an_interruption_leaves_what_was_done(tmp_path: Path) -> None:
    path = tmp_path / "results" / "out"
    for line in ("one\n", "two\n"):
        with pytest.raises(KeyboardInterrupt):
            write_and_raise(path, line, KeyboardInterrupt())
        assert path.read_text() == 2 * line
    assert list(path.parent.iterdir()) == [path]


def test_an_error_leaves_the_old_file(tmp_path: Path) -> None:
    path = tmp_path / "results" / "out"
    path.parent.mkdir()
    path.write_text("old\n")
    with pytest.raises(ZeroDivisionError):
        write_and_raise(path, "new\n", ZeroDivisionError())
    assert path.read_text() == "old\n"
    assert list(path.parent.iterdir()) == [path]


@pytest.mark.skipif(not Path("/dev/full").exists(), reason="a full disk to try")
def test_a_full_disk_is_told() -> None:
    full = LineWriter(Path("/dev/full"))
    with pytest.raises(InputOutputError, match=r"“full” could not be written"), full as file:
        file.write("line\n")


@pytest.mark.skipif(os.name == "nt", reason="POSIX locks")
def test_row_28_a_file_that_came_meanwhile_is_not_replaced(tmp_path: Path) -> None:
    path = tmp_path / "out"
    path.write_text("new\n")
    with pytest.raises(UsageError, match="exists"), hold_output(path, adds=False, overwrite=False):
        pytest.fail("held")
    assert path.read_text() == "new\n"


@pytest.mark.skipif(os.name == "nt", reason="POSIX locks")
def test_row_28_a_file_that_was_replaced_is_another(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    path = tmp_path / "out"
    path.write_text("old\n")

    def hold_too_late(descriptor: int) -> bool:
        (tmp_path / "next").write_text("next\n")
        (tmp_path / "next").replace(path)
        return hold_file(descriptor)

    monkeypatch.setattr(output_files, "hold_file", hold_too_late)
    with (
        pytest.raises(InputOutputError, match="by another process"),
        hold_output(path, adds=True, overwrite=False),
    ):
        pytest.fail("held")


class HalfWritten:
    """A file that is interrupted half-way through its first write."""

    def __init__(self, file: BinaryIO) -> None:
        self._file = file
        self._is_whole = False

    def write(self, data: memoryview) -> int:
        if self._is_whole:
            return self._file.write(data)
        self._is_whole = True
        self._file.write(data[: len(data) // 2])
        raise KeyboardInterrupt

    def __getattr__(self, name: str) -> Any:
        return getattr(self._file, name)


def test_a_write_that_is_interrupted_is_undone_and_repeated(tmp_path: Path) -> None:
    path = tmp_path / "out"
    with LineWriter(path) as writer:
        writer.write("first\n")
        writer.flush()
        writer._file = HalfWritten(writer._file)  # type: ignore[assignment]
        writer.write("second\n")
        with pytest.raises(KeyboardInterrupt):
            writer.flush()
        assert path.read_text() == "first\n"
    assert path.read_text() == "first\nsecond\n"


def test_only_a_new_file_that_stays_empty_is_removed(tmp_path: Path) -> None:
    for name, text in (("new", None), ("empty", ""), ("full", "text\n")):
        path = tmp_path / name
        if text is not None:
            path.write_text(text)
        with hold_output(path, adds=True, overwrite=False):
            assert path.exists()
        assert path.exists() is (text is not None)
