from __future__ import annotations

import dataclasses
import hashlib
from pathlib import Path

import numpy as np
import pytest

from desktop_cvae.core import paths
from desktop_cvae.core.results import LatentMap
from desktop_cvae.library import latent_map_cache
from desktop_cvae.library.latent_map_cache import find_latent_map, store_latent_map

KEY = "ab" * 32


@pytest.fixture(autouse=True)
def shipped(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    folder = tmp_path / "shipped"
    monkeypatch.setattr(paths, "pretrained_dir", lambda: folder)
    return folder / "compiled"


@pytest.fixture
def latent_map() -> LatentMap:
    random = np.random.default_rng(0)
    return LatentMap(
        points=random.normal(size=(5, 2)).astype(np.float32),
        labels=np.arange(5),
        center=random.normal(size=3).astype(np.float32),
        axes=random.normal(size=(2, 3)).astype(np.float32),
        explained=0.75,
    )


def stored(key: str, latent_map: LatentMap, folder: Path | None = None) -> Path:
    """Keep a map; where it lies."""
    store_latent_map(key, latent_map, folder)
    (path,) = (folder or paths.cache_dir() / "compiled").glob("*.npz")
    return path


def other_than(latent_map: LatentMap) -> LatentMap:
    return dataclasses.replace(latent_map, explained=0.5)


def test_the_shipped_map_comes_first(shipped: Path, latent_map: LatentMap) -> None:
    stored(KEY, other_than(latent_map))
    stored(KEY, latent_map, shipped)
    found = find_latent_map(KEY)
    assert found is not None
    assert found.explained == 0.75


def test_a_damaged_shipped_map_is_passed_over(shipped: Path, latent_map: LatentMap) -> None:
    stored(KEY, other_than(latent_map))
    path = stored(KEY, latent_map, shipped)
    path.write_bytes(path.read_bytes()[:-1] + b"!")
    found = find_latent_map(KEY)
    assert found is not None
    assert found.explained == 0.5


@pytest.mark.parametrize("change", ["flip", "cut", "no digest", "folder"])
def test_a_damaged_map_counts_as_absent(change: str, latent_map: LatentMap) -> None:
    path = stored(KEY, latent_map)
    if change == "flip":
        # A picture's numbers: the archive itself would not notice before they are read.
        path.write_bytes(path.read_bytes().replace(b"\x93NUMPY", b"\x93numpy", 1))
    elif change == "cut":
        path.write_bytes(path.read_bytes()[:-1])
    elif change == "folder":
        path.unlink()
        path.mkdir()
    else:
        path.with_name(f"{path.name}.sha256").unlink()
    assert find_latent_map(KEY) is None


def test_a_map_of_another_version_is_not_found(
    monkeypatch: pytest.MonkeyPatch, latent_map: LatentMap
) -> None:
    stored(KEY, latent_map)
    monkeypatch.setattr(latent_map_cache, "LATENT_MAP_VERSION", 2)
    assert find_latent_map(KEY) is None


def test_a_key_is_never_a_path(latent_map: LatentMap) -> None:
    with pytest.raises(ValueError, match="SHA-256"):
        store_latent_map("../" * 21 + "a", latent_map)


def test_a_latent_map_is_kept_and_found(latent_map: LatentMap) -> None:
    assert find_latent_map(KEY) is None
    stored(KEY, latent_map)
    assert find_latent_map("cd" * 32) is None
    found = find_latent_map(KEY)
    assert found is not None
    assert found.explained == 0.75
    for name in ("points", "labels", "center", "axes"):
        np.testing.assert_array_equal(getattr(found, name), getattr(latent_map, name))
    assert found.points.dtype == np.float32


@pytest.mark.parametrize("data", [b"no zip", b"PK\x03\x04 half a zip", b""])
def test_a_map_that_cannot_be_read_counts_as_absent(data: bytes, latent_map: LatentMap) -> None:
    path = stored(KEY, latent_map)
    path.write_bytes(data)
    path.with_name(f"{path.name}.sha256").write_text(hashlib.sha256(data).hexdigest())
    assert find_latent_map(KEY) is None


def test_a_map_that_is_too_large_is_passed_over(
    shipped: Path, latent_map: LatentMap, monkeypatch: pytest.MonkeyPatch
) -> None:
    stored(KEY, other_than(latent_map))
    size = stored(KEY, latent_map, shipped).stat().st_size
    # Its own cache's map is as large, so it has to be made smaller to be taken.
    store_latent_map(
        KEY, dataclasses.replace(latent_map, center=np.zeros(3)[:0], axes=np.eye(2, 0))
    )
    monkeypatch.setattr(latent_map_cache, "_MAX_BYTES", size)
    found = find_latent_map(KEY)
    assert found is not None
    assert found.explained == 0.75
    assert len(found.center) == 3
    monkeypatch.setattr(latent_map_cache, "_MAX_BYTES", size - 1)
    found = find_latent_map(KEY)
    assert found is not None
    assert len(found.center) == 0


def test_a_shipped_map_without_its_digest_is_passed_over(
    shipped: Path, latent_map: LatentMap
) -> None:
    stored(KEY, other_than(latent_map))
    path = stored(KEY, latent_map, shipped)
    path.with_name(f"{path.name}.sha256").unlink()
    found = find_latent_map(KEY)
    assert found is not None
    assert found.explained == 0.5


@pytest.mark.parametrize(
    "change",
    [
        {"labels": np.arange(4)},
        {"points": np.zeros((5, 3))},
        {"axes": np.eye(2, 4)},
        {"axes": np.eye(3)},
        {"points": np.full((5, 2), np.nan)},
    ],
    ids=str,
)
def test_a_map_whose_parts_do_not_fit_counts_as_absent(
    latent_map: LatentMap, change: dict[str, np.ndarray]
) -> None:
    store_latent_map(KEY, dataclasses.replace(latent_map, **change))
    assert find_latent_map(KEY) is None


@pytest.mark.parametrize("key", ["AB" * 32, "ab" * 31, "ab" * 33, "ab" * 32 + "\n"])
def test_a_key_is_a_sha256(key: str) -> None:
    with pytest.raises(ValueError, match="SHA-256"):
        find_latent_map(key)
