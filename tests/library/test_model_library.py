from __future__ import annotations

import logging
import shutil
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path

import pytest

from desktop_cvae.core import paths
from desktop_cvae.core.errors import (
    DamagedModelFile,
    InputOutputError,
    ModelFileError,
    NotAModelFile,
    UsageError,
)
from desktop_cvae.library.model_file import read_model_file
from desktop_cvae.library.model_library import (
    export_model,
    find_model,
    import_model,
    list_models,
    remove_model,
    rename_model,
)
from desktop_cvae.library.model_writing import NewModel, write_model_file


@pytest.fixture(autouse=True)
def builtin(tmp_path: Path, tiny_model: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A program that comes with one model, ``studio``."""
    folder = tmp_path / "shipped"
    folder.mkdir()
    monkeypatch.setattr(paths, "pretrained_dir", lambda: folder)
    shutil.copy(tiny_model, folder / "studio.cvae")
    return folder


@pytest.fixture
def variants(tmp_path: Path, tiny_model: Path) -> list[Path]:
    """Four different models whose files have one name."""
    model = read_model_file(tiny_model)
    paths_of_variants = []
    for number in range(4):
        path = tmp_path / str(number) / "mine.cvae"
        write_model_file(
            path,
            NewModel(
                name=f"variant {number}",
                spec=model.manifest.spec,
                training=model.manifest.training,
                weights=model.weights,
                history=(),
                metrics={},
                dataset_name="",
                dataset_digest="",
                command="",
            ),
        )
        paths_of_variants.append(path)
    return paths_of_variants


def test_the_programs_models_come_first(tiny_model: Path) -> None:
    import_model(tiny_model)
    assert [(e.name, e.builtin) for e in list_models()] == [("studio", True), ("tiny", False)]


def test_a_model_is_found_by_name_and_by_path(tiny_model: Path) -> None:
    assert find_model("studio").builtin
    by_path = find_model(str(tiny_model))
    assert (by_path.name, by_path.path) == ("tiny", tiny_model)


def test_an_unknown_model_is_answered_with_the_known_ones() -> None:
    with pytest.raises(UsageError, match=r"no model “stodio” \(there are: studio\)"):
        find_model("stodio")
    with pytest.raises(InputOutputError):
        find_model("folder/none.cvae")
    with pytest.raises(InputOutputError):
        find_model("none.cvae")


def test_a_broken_file_is_logged_and_left_out(caplog: pytest.LogCaptureFixture) -> None:
    paths.models_dir().mkdir(parents=True)
    (paths.models_dir() / "broken.cvae").write_bytes(b"PK")
    with caplog.at_level(logging.WARNING):
        assert [entry.name for entry in list_models()] == ["studio"]
    assert "“broken.cvae” is not a model file" in caplog.text


def test_a_broken_file_is_not_imported(tmp_path: Path, tiny_model: Path) -> None:
    cut = tmp_path / "cut.cvae"
    cut.write_bytes(tiny_model.read_bytes()[:-1])
    with pytest.raises(DamagedModelFile):
        import_model(cut)
    with pytest.raises(NotAModelFile):
        import_model(tmp_path)
    keras = tmp_path / "m.keras"
    keras.write_bytes(b"PK\x03\x04")
    with pytest.raises(ModelFileError, match="Keras"):
        import_model(keras)
    assert not paths.models_dir().exists()


def test_an_imported_model_replaces_nothing(variants: list[Path]) -> None:
    names = [import_model(path).name for path in variants]
    assert names == ["mine", "mine-2", "mine-3", "mine-4"]
    assert find_model("mine-3").manifest.name == "variant 2"


def test_the_same_file_is_imported_once(tiny_model: Path) -> None:
    assert import_model(tiny_model) == import_model(tiny_model)
    assert len(list_models()) == 2


def test_a_name_of_ours_is_not_taken(tmp_path: Path, tiny_model: Path) -> None:
    assert import_model(tiny_model.rename(tmp_path / "studio.cvae")).name == "studio-2"


def test_a_users_file_of_our_name_stays_within_reach(tiny_model: Path) -> None:
    paths.models_dir().mkdir(parents=True)
    shutil.copy(tiny_model, paths.models_dir() / "studio.cvae")
    assert [entry.name for entry in list_models()] == ["studio", "studio (yours)"]
    remove_model("studio (yours)")
    assert find_model("studio").builtin


def test_many_importers_at_once_lose_nothing(variants: list[Path]) -> None:
    with ThreadPoolExecutor(4) as pool:
        entries = list(pool.map(import_model, variants * 4))
    assert {entry.manifest.name for entry in entries} == {f"variant {n}" for n in range(4)}
    kept = {entry.manifest.name for entry in list_models() if not entry.builtin}
    assert kept == {f"variant {n}" for n in range(4)}


@pytest.mark.parametrize("stem", ["ünï 🙂", "..", "-rf", "a" * 200, "v1.2"])
def test_any_file_name_gives_a_name_that_is_found(
    tmp_path: Path, tiny_model: Path, stem: str
) -> None:
    entry = import_model(tiny_model.rename(tmp_path / f"{stem}.cvae"))
    assert find_model(entry.name).path == entry.path
    assert entry.path.parent == paths.models_dir()


def test_export_and_remove(tmp_path: Path, tiny_model: Path) -> None:
    import_model(tiny_model)
    export_model("tiny", tmp_path / "out.cvae")
    assert (tmp_path / "out.cvae").read_bytes() == tiny_model.read_bytes()
    remove_model("tiny")
    assert [entry.name for entry in list_models()] == ["studio"]
    with pytest.raises(UsageError, match="no model “tiny”"):
        remove_model("tiny")


def test_the_programs_models_cannot_be_removed(builtin: Path) -> None:
    with pytest.raises(UsageError, match="came with the program"):
        remove_model("studio")
    assert (builtin / "studio.cvae").is_file()


def test_a_renamed_model_is_found_by_its_new_name_only(tiny_model: Path) -> None:
    entry = import_model(tiny_model)
    before = entry.path.read_bytes()
    renamed = rename_model("tiny", " my digits (2) ")
    assert (renamed.name, renamed.path.read_bytes()) == ("my digits (2)", before)
    assert not entry.path.exists()
    with pytest.raises(UsageError, match="no model “tiny”"):
        rename_model("tiny", "other")


@pytest.mark.parametrize("wish", ["", "..", "a/b", "a\\b", "-x", ".hidden", "x" * 81, "a\nb"])
def test_names_that_cannot_be_files_are_refused(tiny_model: Path, wish: str) -> None:
    entry = import_model(tiny_model)
    with pytest.raises(UsageError):
        rename_model("tiny", wish)
    assert entry.path.exists()


def test_a_taken_name_is_refused(tiny_model: Path) -> None:
    import_model(tiny_model)
    with pytest.raises(UsageError, match="already"):
        rename_model("tiny", "tiny")
    assert find_model("tiny").path.exists()
