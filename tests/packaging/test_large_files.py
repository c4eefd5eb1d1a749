"""What the hook against large files refuses."""

import subprocess
from pathlib import Path

import large_files
import pytest

ROOT = Path(__file__).resolve().parents[2]


@pytest.fixture
def repository(tmp_path: Path) -> Path:
    subprocess.run(["git", "init", "--quiet", tmp_path], check=True)
    (tmp_path / "small.bin").write_bytes(bytes(large_files.MAX_BYTES))
    return tmp_path


def stage(repository: Path) -> None:
    subprocess.run(["git", "add", "--all"], cwd=repository, check=True)


def test_a_large_file_is_refused_once_it_is_staged(repository: Path) -> None:
    stage(repository)
    (repository / "größer als erlaubt").write_bytes(bytes(large_files.MAX_BYTES + 1))
    assert large_files.large_files(repository) == []
    stage(repository)
    assert large_files.large_files(repository) == [("größer als erlaubt", 500_001)]


def test_a_named_file_may_be_large(repository: Path) -> None:
    for name in ("resources/models/studio.cvae", "models/studio.cvae"):
        (repository / name).parent.mkdir(parents=True)
        (repository / name).write_bytes(bytes(600_000))
    stage(repository)
    assert large_files.large_files(repository) == [("models/studio.cvae", 600_000)]


def test_every_name_is_of_a_large_file_of_this_project() -> None:
    sizes = {path: (ROOT / path).stat().st_size for path in large_files.NAMED}
    assert all(size > large_files.MAX_BYTES for size in sizes.values())
