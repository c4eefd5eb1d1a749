"""A calibration is kept in the manifest, and files without one stay what they were."""

from __future__ import annotations

import json
import zipfile
from pathlib import Path

import pytest
from fake_calibration import fake_calibration

from desktop_cvae.core.calibration import Calibration
from desktop_cvae.core.errors import DesktopCvaeError, InvalidSpec
from desktop_cvae.library.manifest import Manifest
from desktop_cvae.library.model_file import read_manifest, read_model_file, rewrite_calibration


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
    with pytest.raises(InvalidSpec, match=r"tiny\.cvae"):
        Manifest.from_json(data, "tiny.cvae")


def test_one_for_other_labels_is_refused(tiny_model: Path) -> None:
    data = json.loads(members(tiny_model)["manifest.json"])
    data["calibration"] = fake_calibration(labels=7).to_json()
    with pytest.raises(InvalidSpec, match="number of labels"):
        Manifest.from_json(data, "tiny.cvae")


def test_one_for_other_latents_is_refused(tiny_model: Path) -> None:
    data = json.loads(members(tiny_model)["manifest.json"])
    latents = read_manifest(tiny_model).spec.latent_dim
    data["calibration"] = fake_calibration(latents=latents).to_json()
    assert Manifest.from_json(data, "tiny.cvae").calibration is not None
    data["calibration"] = fake_calibration(latents=latents + 1).to_json()
    with pytest.raises(InvalidSpec, match="latent dimensions"):
        Manifest.from_json(data, "tiny.cvae")


def test_a_model_without_labels_can_have_none(tiny_model: Path) -> None:
    data = json.loads(members(tiny_model)["manifest.json"])
    data["spec"] = read_manifest(tiny_model).spec.without_labels().to_json()
    data["calibration"] = Calibration(1.0, 0.0).to_json()
    with pytest.raises(InvalidSpec, match="without labels"):
        Manifest.from_json(data, "tiny.cvae")


def test_a_damaged_file_is_left_alone(tmp_path: Path) -> None:
    path = tmp_path / "no.cvae"
    path.write_bytes(b"something else")
    with pytest.raises(DesktopCvaeError):
        rewrite_calibration(path, fake_calibration())
    assert path.read_bytes() == b"something else"
