from __future__ import annotations

import dataclasses
import hashlib
import io
from pathlib import Path

import numpy as np
import pytest

from desktop_cvae.core import paths
from desktop_cvae.core.latent_maps import LatentMap, Plane
from desktop_cvae.library import latent_map_cache
from desktop_cvae.library.latent_map_cache import FOLDER, find_latent_map, store_latent_map

KEY = "ab" * 32


@pytest.fixture(autouse=True)
def shipped(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    folder = tmp_path / "shipped"
    monkeypatch.setattr(paths, "pretrained_dir", lambda: folder)
    return folder / FOLDER


@pytest.fixture
def latent_map() -> LatentMap:
    random = np.random.default_rng(0)
    return LatentMap(
        codes=random.normal(size=(5, 3)).astype(np.float32),
        labels=np.arange(5),
        digits=np.arange(10, 15),
        kl_nats=np.array([0.5, 2, 1], np.float32),
        plane=Plane(
            center=random.normal(size=3).astype(np.float32),
            axes=random.normal(size=(2, 3)).astype(np.float32),
            explained=0.75,
            dimensions=(2, 0),
        ),
    )


def stored(key: str, latent_map: LatentMap, folder: Path | None = None) -> Path:
    """Keep a map; where it lies."""
    store_latent_map(key, latent_map, folder)
    (path,) = (folder or paths.cache_dir() / FOLDER).glob("*.npz")
    return path


def other_than(latent_map: LatentMap) -> LatentMap:
    return on_plane(latent_map, explained=0.5)


def on_plane(latent_map: LatentMap, **change: object) -> LatentMap:
    return dataclasses.replace(latent_map, plane=dataclasses.replace(latent_map.plane, **change))


def test_the_shipped_map_comes_first(shipped: Path, latent_map: LatentMap) -> None:
    stored(KEY, other_than(latent_map))
    stored(KEY, latent_map, shipped)
    found = find_latent_map(KEY)
    assert found is not None
    assert found.plane.explained == 0.75


def test_a_damaged_shipped_map_is_passed_over(shipped: Path, latent_map: LatentMap) -> None:
    stored(KEY, other_than(latent_map))
    path = stored(KEY, latent_map, shipped)
    path.write_bytes(path.read_bytes()[:-1] + b"!")
    found = find_latent_map(KEY)
    assert found is not None
    assert found.plane.explained == 0.5


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
    monkeypatch.setattr(latent_map_cache, "LATENT_MAP_VERSION", 3)
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
    assert found.plane.explained == 0.75
    assert found.plane.dimensions == (2, 0)
    for name in ("labels", "digits", "kl_nats"):
        np.testing.assert_array_equal(getattr(found, name), getattr(latent_map, name))
    for name in ("center", "axes"):
        np.testing.assert_array_equal(getattr(found.plane, name), getattr(latent_map.plane, name))
    np.testing.assert_allclose(found.codes, latent_map.codes, rtol=1e-3)
    assert found.codes.dtype == np.float32


def test_principal_directions_are_kept_as_such(latent_map: LatentMap) -> None:
    stored(KEY, on_plane(latent_map, dimensions=None))
    found = find_latent_map(KEY)
    assert found is not None
    assert found.plane.dimensions is None


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
        KEY,
        LatentMap(
            latent_map.codes[:, :0],
            latent_map.labels,
            latent_map.digits,
            latent_map.kl_nats[:0],
            Plane(np.zeros(0), np.eye(2, 0), 1.0),
        ),
    )
    monkeypatch.setattr(latent_map_cache, "_MAX_BYTES", size)
    found = find_latent_map(KEY)
    assert found is not None
    assert found.plane.explained == 0.75
    assert len(found.plane.center) == 3
    monkeypatch.setattr(latent_map_cache, "_MAX_BYTES", size - 1)
    found = find_latent_map(KEY)
    assert found is not None
    assert len(found.plane.center) == 0


def test_a_shipped_map_without_its_digest_is_passed_over(
    shipped: Path, latent_map: LatentMap
) -> None:
    stored(KEY, other_than(latent_map))
    path = stored(KEY, latent_map, shipped)
    path.with_name(f"{path.name}.sha256").unlink()
    found = find_latent_map(KEY)
    assert found is not None
    assert found.plane.explained == 0.5


@pytest.mark.parametrize(
    "change",
    [
        {"labels": np.arange(4)},
        {"digits": np.arange(4)},
        {"codes": np.zeros((5, 2))},
        {"codes": np.full((5, 3), np.nan)},
        {"kl_nats": np.zeros(2)},
        {"kl_nats": np.full(3, np.inf)},
    ],
    ids=str,
)
def test_a_map_whose_parts_do_not_fit_counts_as_absent(
    latent_map: LatentMap, change: dict[str, np.ndarray]
) -> None:
    store_latent_map(KEY, dataclasses.replace(latent_map, **change))
    assert find_latent_map(KEY) is None


@pytest.mark.parametrize(
    "change",
    [
        {"axes": np.eye(2, 4)},
        {"axes": np.eye(3)},
        {"axes": np.full((2, 3), np.nan)},
        {"center": np.zeros(2)},
        {"dimensions": (0, 3)},
    ],
    ids=str,
)
def test_a_map_whose_plane_does_not_fit_counts_as_absent(
    latent_map: LatentMap, change: dict[str, object]
) -> None:
    store_latent_map(KEY, on_plane(latent_map, **change))
    assert find_latent_map(KEY) is None


@pytest.mark.parametrize("key", ["AB" * 32, "ab" * 31, "ab" * 33, "ab" * 32 + "\n"])
def test_a_key_is_a_sha256(key: str) -> None:
    with pytest.raises(ValueError, match="SHA-256"):
        find_latent_map(key)


@pytest.mark.parametrize(
    "field", ["codes", "labels", "digits", "kl_nats", "center", "axes", "explained", "dimensions"]
)
@pytest.mark.parametrize("value", [np.array("a"), np.zeros(0), np.zeros((2, 0)), np.array(["x"])])
def test_a_map_with_any_other_array_counts_as_absent(
    field: str, value: np.ndarray, latent_map: LatentMap
) -> None:
    path = stored(KEY, latent_map)
    with np.load(path) as arrays:
        fields = dict(arrays)
    spoiled = io.BytesIO()
    np.savez(spoiled, **fields | {field: value})
    path.write_bytes(spoiled.getvalue())
    digest = hashlib.sha256(spoiled.getvalue()).hexdigest()
    path.with_name(f"{path.name}.sha256").write_text(digest)
    if (field, value.shape, value.dtype.kind) not in _NO_DIMENSIONS:
        assert find_latent_map(KEY) is None


_NO_DIMENSIONS = (("dimensions", (0,), "f"), ("dimensions", (2, 0), "f"))
"""Without two dimensions a plane is not along any: a map like others."""
