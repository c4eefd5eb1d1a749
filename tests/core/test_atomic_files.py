""""""

from __future__ import annotations

import errno
import os
import signal
import subprocess
import sys
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path

import pytest

from desktop_cvae.core.atomic_files import (
    read_with_digest,
    write_atomically,
    write_new_file,
    write_with_digest,
)
from desktop_cvae.core.errors import InputOutputError


def test_folders_are_made_and_nothing_is_left_beside(tmp_path: Path) -> None:
    path = tmp_path / "a" / "b" / "ünï 🙂.bin"
    write_atomically(path, b"old")
    write_atomically(path, b"new")
    assert path.read_bytes() == b"new"
    assert list(path.parent.iterdir()) == [path]


def test_what_a_cache_holds_is_read_only_if_it_is_whole(tmp_path: Path) -> None:
    path = tmp_path / "cache" / "kept.bin"
    assert read_with_digest(path, 100) is None
    write_with_digest(path, b"kept")
    assert read_with_digest(path, 4) == b"kept"
    assert read_with_digest(path, 3) is None
    path.write_bytes(b"kepT")
    assert read_with_digest(path, 100) is None


def test_a_full_disk_leaves_the_old_file(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    path = tmp_path / "model.cvae"
    write_atomically(path, b"old")

    def full(descriptor: int) -> None:
        raise OSError(errno.ENOSPC, os.strerror(errno.ENOSPC))

    monkeypatch.setattr(os, "fsync", full)
    with pytest.raises(InputOutputError, match=r"“model.cvae” could not be written: No space left"):
        write_atomically(path, b"new")
    assert path.read_bytes() == b"old"
    assert list(tmp_path.glob(".*.part")) == []


def test_a_file_in_the_folders_place_is_explained(tmp_path: Path) -> None:
    (tmp_path / "taken").write_bytes(b"")
    with pytest.raises(InputOutputError):
        write_atomically(tmp_path / "taken" / "x.cvae", b"new")


def test_a_taken_name_is_left_as_it_is(tmp_path: Path) -> None:
    path = tmp_path / "m.cvae"
    assert write_new_file(path, b"first")
    assert not write_new_file(path, b"second")
    assert path.read_bytes() == b"first"
    assert list(tmp_path.glob(".*.part")) == []


def test_a_disk_without_hard_links_works_too(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def refuse(path: Path, target: Path) -> None:
        raise PermissionError(errno.EPERM, "no hard links here")

    monkeypatch.setattr(Path, "hardlink_to", refuse)
    path = tmp_path / "m.cvae"
    assert write_new_file(path, b"first")
    assert not write_new_file(path, b"second")
    assert path.read_bytes() == b"first"


def test_of_many_writers_of_one_new_name_one_wins(tmp_path: Path) -> None:
    path = tmp_path / "m.cvae"
    with ThreadPoolExecutor(8) as pool:
        won = list(pool.map(lambda n: write_new_file(path, bytes([n])), range(16)))
    assert won.count(True) == 1
    assert path.read_bytes() == bytes([won.index(True)])


_SAVER = """
import sys
from pathlib import Path
from desktop_cvae.library.model_file import read_model_file
from desktop_cvae.library.model_file import NewModel, write_model_file
path = Path(sys.argv[1])
old = read_model_file(path)
epoch = 0
while True:
    write_model_file(path, NewModel(name=f"m{epoch}", spec=old.manifest.spec,
        training=old.manifest.training, weights=old.weights, history=old.history, metrics={},
        dataset_name="", dataset_digest="", command=""))
    epoch += 1
    print(epoch, flush=True)
"""


@pytest.mark.skipif(os.name == "nt", reason="SIGKILL")
@pytest.mark.parametrize("saves", [1, 2, 5])
def test_kill_while_saving_leaves_the_old_or_the_new_model(tiny_model: Path, saves: int) -> None:
    from desktop_cvae.library.model_file import read_model_file

    with subprocess.Popen(
        [sys.executable, "-c", _SAVER, str(tiny_model)], stdout=subprocess.PIPE, text=True
    ) as process:
        assert process.stdout is not None
        for _ in range(saves):
            assert process.stdout.readline()
        process.send_signal(signal.SIGKILL)
        process.wait()
    assert read_model_file(tiny_model).manifest.name.startswith("m")
