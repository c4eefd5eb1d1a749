"""The models at hand: found, brought in, renamed, removed.

A calibration is kept in the manifest, and files without one stay what they were.
"""

from __future__ import annotations

import json
import shutil
import zipfile
from pathlib import Path

import pytest
from fake_calibration import fake_calibration

from desktop_cvae.core import paths
from desktop_cvae.core.calibration import Calibration
from desktop_cvae.core.errors import DesktopCvaeError, InputOutputError, InvalidManifest, UsageError
from desktop_cvae.library.manifest import Manifest
from desktop_cvae.library.model_file import read_manifest, read_model_file, rewrite_calibration
from desktop_cvae.library.model_library import (
    export_model,
    find_model,
    import_model,
    list_models,
    remove_model,
    rename_model,
)


def members(path: Path) -> dict[str, bytes]:
    with zipfile.ZipFile(path) as archive:
        return {name: archive.read(name) for name in archive.namelist()}


def test_a_file_without_one_is_read_as_ever(tiny_model: Path) -> None:
    assert "calibration" not in json.loads(members(tiny_model)["manifest.json"])
    assert read_manifest(tiny_model).calibration is None


def test_it_is_put_in_and_nothing_else_changes(tiny_model: Path) -> None:
    before, manifest = members(tiny_model), read_manifest(tiny_model)
    rewrite_calibration(tiny_model, fake_calibration())
    after, found = members(tiny_model), read_model_file(tiny_model).manifest
    assert found.calibration == fake_calibration()
    assert found.weights_sha256 == manifest.weights_sha256
    assert found.created == manifest.created
    assert list(after) == list(before)
    assert {n: d for n, d in after.items() if n != "manifest.json"} == {
        n: d for n, d in before.items() if n != "manifest.json"
    }
    rewrite_calibration(tiny_model, None)
    assert members(tiny_model) == before


@pytest.mark.parametrize("entry", [None, {}, [], 3, {"temperature": 1.0}, {"temperature": "1"}])
def test_nonsense_is_refused(tiny_model: Path, entry: object) -> None:
    data = json.loads(members(tiny_model)["manifest.json"]) | {"calibration": entry}
    with pytest.raises(InvalidManifest, match=r"tiny\.cvae"):
        Manifest.from_json(data, "tiny.cvae")


def test_one_for_other_labels_is_refused(tiny_model: Path) -> None:
    data = json.loads(members(tiny_model)["manifest.json"])
    data["calibration"] = fake_calibration(labels=7).to_json()
    with pytest.raises(InvalidManifest, match="number of labels"):
        Manifest.from_json(data, "tiny.cvae")


def test_one_for_other_latents_is_refused(tiny_model: Path) -> None:
    data = json.loads(members(tiny_model)["manifest.json"])
    latents = read_manifest(tiny_model).spec.latent_dim
    data["calibration"] = fake_calibration(latents=latents).to_json()
    assert Manifest.from_json(data, "tiny.cvae").calibration is not None
    data["calibration"] = fake_calibration(latents=latents + 1).to_json()
    with pytest.raises(InvalidManifest, match="latent dimensions"):
        Manifest.from_json(data, "tiny.cvae")


def test_a_model_without_labels_can_have_none(tiny_model: Path) -> None:
    data = json.loads(members(tiny_model)["manifest.json"])
    data["spec"] = read_manifest(tiny_model).spec.without_labels().to_json()
    data["calibration"] = Calibration(1.0, 0.0).to_json()
    with pytest.raises(InvalidManifest, match="without labels"):
        Manifest.from_json(data, "tiny.cvae")


def test_a_damaged_file_is_left_alone(tmp_path: Path) -> None:
    path = tmp_path / "no.cvae"
    path.write_bytes(b"something else")
    with pytest.raises(DesktopCvaeError):
        rewrite_calibration(path, fake_calibration())
    assert path.read_bytes() == b"something else"


@pytest.fixture
def shipped(tmp_path: Path, monkeypatch: pytest.MonkeyPatch, tiny_model: Path) -> Path:
    """A program that comes with two models, “first” and “second”."""
    folder = tmp_path / "shipped"
    folder.mkdir()
    monkeypatch.setattr(paths, "pretrained_dir", lambda: folder)
    for name in ("second", "first"):
        shutil.copyfile(tiny_model, folder / f"{name}.cvae")
        rewrite_calibration(folder / f"{name}.cvae", fake_calibration(temperature=len(name)))
    return folder


def own(name: str, source: Path) -> Path:
    """A file in the user's library."""
    path = paths.models_dir() / f"{name}.cvae"
    path.parent.mkdir(parents=True, exist_ok=True)
    shutil.copyfile(source, path)
    return path


def test_the_programs_own_models_come_first_each_group_by_name(
    shipped: Path, tiny_model: Path
) -> None:
    for name in ("zebra", "apple", "first"):
        own(name, tiny_model)
    (paths.models_dir() / "broken.cvae").write_bytes(b"no model")
    (paths.models_dir() / "notes.txt").write_bytes(b"no model")
    listed = [(entry.name, entry.builtin) for entry in list_models()]
    assert listed == [
        ("first", True),
        ("second", True),
        ("apple", False),
        ("first (yours)", False),
        ("zebra", False),
    ]


def test_a_model_is_found_by_name_or_file(
    shipped: Path, tiny_model: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    assert find_model("second").builtin
    found = find_model(str(tiny_model))
    assert (found.name, found.path, found.builtin) == ("tiny", tiny_model, False)
    with pytest.raises(UsageError, match=r"no model “third” \(there are: first, second\)"):
        find_model("third")
    monkeypatch.chdir(tiny_model.parent)
    for missing in ("third.cvae", "folder/third"):
        with pytest.raises(InputOutputError, match="There is no file"):
            find_model(missing)
    Path("bare").write_bytes(tiny_model.read_bytes())
    assert find_model("bare").path == Path("bare")


def test_a_model_is_brought_in_once_under_a_name_of_its_own(
    shipped: Path, tiny_model: Path, tmp_path: Path
) -> None:
    again = import_model(shipped / "second.cvae")
    assert (again.name, again.path, again.builtin) == ("second", shipped / "second.cvae", True)
    same_name = tmp_path / "first.cvae"
    shutil.copyfile(tiny_model, same_name)
    # “first” came with the program, so it is another's name.
    for _ in range(2):
        entry = import_model(same_name)
        assert (entry.name, entry.builtin) == ("first-2", False)
        assert entry.path == paths.models_dir() / "first-2.cvae"
        assert entry.path.read_bytes() == tiny_model.read_bytes()
    rewrite_calibration(same_name, fake_calibration())
    assert import_model(same_name).name == "first-3"
    assert len(list_models()) == 4


@pytest.mark.parametrize(
    ("stem", "name"),
    [
        (".hidden", "hidden"),
        ("a/b".replace("/", "\\"), "a_b"),
        ("x" * 100, "x" * 80),
        (" .", "model"),
    ],
)
def test_a_name_is_one_that_any_disk_takes(
    shipped: Path, tiny_model: Path, tmp_path: Path, stem: str, name: str
) -> None:
    path = tmp_path / f"{stem}.cvae"
    shutil.copyfile(tiny_model, path)
    assert import_model(path).name == name


def test_a_model_is_copied_out_renamed_and_removed(
    shipped: Path, tiny_model: Path, tmp_path: Path
) -> None:
    path = own("mine", tiny_model)
    export_model("mine", tmp_path / "out.cvae")
    assert (tmp_path / "out.cvae").read_bytes() == tiny_model.read_bytes()
    entry = rename_model("mine", " Other (2) ")
    assert (entry.name, entry.path.name, entry.builtin) == ("Other (2)", "Other (2).cvae", False)
    assert entry.manifest == read_manifest(tiny_model)
    assert not path.exists()
    assert find_model("Other (2)").path == entry.path
    remove_model("Other (2)")
    assert [model.name for model in list_models()] == ["first", "second"]


def test_what_cannot_be_renamed_or_removed_is_said(shipped: Path, tiny_model: Path) -> None:
    for name in ("mine", "other"):
        own(name, tiny_model)
    for wish in ("other", "first"):
        with pytest.raises(UsageError, match=f"already a model “{wish}”"):
            rename_model("mine", wish)
    for wish in ("", "-a", "a/b", "x" * 81):
        with pytest.raises(UsageError, match="1 to 80"):
            rename_model("mine", wish)
    assert rename_model("mine", "x" * 80).name == "x" * 80
    with pytest.raises(UsageError, match="comes with the program and cannot be removed"):
        remove_model("first")
    with pytest.raises(UsageError, match="no model “gone”"):
        remove_model("gone")
