"""Pictures that arrive in a folder: whole, new, and each once."""

from __future__ import annotations

import os
import shutil
from pathlib import Path

import pytest

from desktop_cvae.bulk.folder_watch import FolderWatch, arriving
from desktop_cvae.bulk.resuming import DonePictures
from desktop_cvae.core.errors import UsageError


def write(path: Path, data: bytes, time_s: int = 1) -> str:
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_bytes(data)
    os.utime(path, (time_s, time_s))
    return str(path)


def test_a_file_is_taken_when_it_has_stopped_changing(tmp_path: Path) -> None:
    watch = FolderWatch(str(tmp_path))
    name = write(tmp_path / "a.png", b"hal")
    assert watch.look() == []
    write(tmp_path / "a.png", b"half")
    assert watch.look() == []
    # The same size, written anew.
    write(tmp_path / "a.png", b"full", 2)
    assert watch.look() == []
    assert watch.look() == [name]
    assert watch.look() == []


def test_empty_and_other_files_wait(tmp_path: Path) -> None:
    watch = FolderWatch(str(tmp_path))
    for other in (".a.png", "notes.txt"):
        write(tmp_path / other, b"x")
    write(tmp_path / "empty.png", b"")
    inner = write(tmp_path / "in" / "b.png", b"x")
    assert [watch.look(), watch.look()] == [[], []]
    deep = FolderWatch(str(tmp_path), recursive=True)
    assert [deep.look(), deep.look()] == [[], [inner]]
    write(tmp_path / "empty.png", b"x")
    assert [watch.look(), watch.look()] == [[], [str(tmp_path / "empty.png")]]


def test_a_folder_that_is_out_of_reach_is_waited_for(tmp_path: Path) -> None:
    folder = tmp_path / "share"
    name = write(folder / "a.png", b"x")
    watch = FolderWatch(str(folder))
    watch.look()
    shutil.rmtree(folder)
    assert watch.look() == []
    write(folder / "a.png", b"x")
    assert [watch.look(), watch.look()] == [[], [name]]
    with pytest.raises(UsageError, match="is not a folder"):
        FolderWatch(str(tmp_path / "gone"))


def test_what_the_output_has_does_not_arrive(tmp_path: Path) -> None:
    names = [write(tmp_path / f"{n}.png", b"x") for n in "ab"]
    done = DonePictures()
    done.add(names[0], 0)
    waits: list[int] = []
    found = arriving(FolderWatch(str(tmp_path)), done, lambda: waits.append(1))
    assert next(found) == [names[1]]
    assert len(waits) == 1
