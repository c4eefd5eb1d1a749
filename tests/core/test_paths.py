"""What a packaged copy knows about itself.

Where things live.
"""

import sys
from pathlib import Path

import pytest

from desktop_cvae.core import paths
from desktop_cvae.core.paths import VIEWER, is_viewer, missing_tensorflow


@pytest.fixture
def packaged(monkeypatch):
    monkeypatch.setattr(sys, "frozen", True, raising=False)
    is_viewer.cache_clear()
    yield monkeypatch
    is_viewer.cache_clear()


def test_an_installed_copy_is_no_viewer_and_gives_its_own_advice():
    is_viewer.cache_clear()
    assert not is_viewer()
    assert missing_tensorflow("Install it.") == "Install it."


def test_a_package_with_tensorflow_is_no_viewer(packaged):
    packaged.setattr(paths, "find_spec", lambda name: object())
    assert not is_viewer()


def test_a_package_without_tensorflow_names_the_full_one(packaged):
    packaged.setattr(paths, "find_spec", lambda name: None)
    assert missing_tensorflow("Install it.") == VIEWER
    assert VIEWER.count(".") == 1


def test_resources_are_found():
    assert (paths.resources_dir() / "models").is_dir()


def test_one_variable_moves_all_user_data(monkeypatch, tmp_path):
    monkeypatch.setenv("DESKTOP_CVAE_HOME", str(tmp_path))
    places = [
        paths.data_dir(),
        paths.models_dir(),
        paths.datasets_dir(),
        paths.cache_dir(),
        paths.log_dir(),
        paths.settings_file(),
    ]
    assert all(place == tmp_path or tmp_path in place.parents for place in places)


def test_without_the_variable_the_desktops_folders_are_used(monkeypatch):
    monkeypatch.delenv("DESKTOP_CVAE_HOME", raising=False)
    assert paths.APP in paths.models_dir().parts


def test_a_packaged_program_looks_in_its_own_folder(monkeypatch, tmp_path):
    monkeypatch.setattr(sys, "_MEIPASS", str(tmp_path), raising=False)
    assert paths.resources_dir() == tmp_path / "desktop_cvae" / "resources"


def test_the_program_starts_itself_by_module_or_by_its_console_twin(monkeypatch, tmp_path):
    assert paths.program_command() == [sys.executable, "-m", "desktop_cvae"]
    (tmp_path / "desktop-cvae").touch()
    monkeypatch.setattr(sys, "frozen", True, raising=False)
    monkeypatch.setattr(sys, "executable", str(tmp_path / "desktop-cvae-gui"))
    assert [Path(part).name for part in paths.program_command()] == ["desktop-cvae"]


@pytest.mark.parametrize("is_named", [True, False])
def test_mnist_lies_where_the_variable_says_or_among_the_data_sets(monkeypatch, tmp_path, is_named):
    monkeypatch.setenv("DESKTOP_CVAE_HOME", str(tmp_path))
    folders = {True: tmp_path / "elsewhere", False: paths.datasets_dir() / "mnist"}
    monkeypatch.setenv("DESKTOP_CVAE_MNIST", str(folders[True]) if is_named else "")
    for folder in folders.values():
        folder.mkdir(parents=True)
    (folders[not is_named] / "train-images-idx3-ubyte.gz").touch()
    assert paths.mnist_dir() is None
    (folders[is_named] / "train-images-idx3-ubyte.gz").touch()
    assert paths.mnist_dir() == folders[is_named]
