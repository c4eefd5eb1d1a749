from __future__ import annotations

import hashlib
from pathlib import Path

import numpy as np
import pytest

from desktop_cvae.core import paths
from desktop_cvae.core.results import LatentMap
from desktop_cvae.library import compiled_cache
from desktop_cvae.library.compiled_cache import (
    find_graph,
    find_latent_map,
    store_graph,
    store_latent_map,
)

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


def test_a_graph_is_kept_and_found() -> None:
    assert find_graph(KEY) is None
    store_graph(KEY, b"graph")
    assert find_graph(KEY) == b"graph"
    assert find_graph("cd" * 32) is None


def test_the_shipped_graph_comes_first(shipped: Path) -> None:
    store_graph(KEY, b"computed here")
    store_graph(KEY, b"shipped", shipped)
    assert find_graph(KEY) == b"shipped"


def test_a_damaged_shipped_graph_is_passed_over(shipped: Path) -> None:
    store_graph(KEY, b"computed here")
    store_graph(KEY, b"shipped", shipped)
    next(shipped.glob("*.tflite")).write_bytes(b"shippEd")
    assert find_graph(KEY) == b"computed here"


@pytest.mark.parametrize("change", ["flip", "cut", "no digest", "folder"])
def test_a_damaged_graph_counts_as_absent(change: str) -> None:
    store_graph(KEY, b"graph")
    path = next((paths.cache_dir() / "compiled").glob("*.tflite"))
    if change == "flip":
        path.write_bytes(b"grapi")
    elif change == "cut":
        path.write_bytes(b"grap")
    elif change == "folder":
        path.unlink()
        path.mkdir()
    else:
        path.with_name(f"{path.name}.sha256").unlink()
    assert find_graph(KEY) is None


def test_a_graph_of_another_version_is_not_found(monkeypatch: pytest.MonkeyPatch) -> None:
    store_graph(KEY, b"graph")
    monkeypatch.setattr(compiled_cache, "GRAPH_VERSION", compiled_cache.GRAPH_VERSION + 1)
    assert find_graph(KEY) is None


def test_a_key_is_never_a_path() -> None:
    with pytest.raises(ValueError, match="SHA-256"):
        store_graph("../" * 21 + "a", b"graph")


def test_a_latent_map_is_kept_and_found(latent_map: LatentMap) -> None:
    assert find_latent_map(KEY) is None
    store_latent_map(KEY, latent_map)
    found = find_latent_map(KEY)
    assert found is not None
    assert found.explained == 0.75
    for name in ("points", "labels", "center", "axes"):
        np.testing.assert_array_equal(getattr(found, name), getattr(latent_map, name))
    assert found.points.dtype == np.float32


@pytest.mark.parametrize("data", [b"no zip", b"PK\x03\x04 half a zip", b""])
def test_a_map_that_cannot_be_read_counts_as_absent(data: bytes, latent_map: LatentMap) -> None:
    store_latent_map(KEY, latent_map)
    path = next((paths.cache_dir() / "compiled").glob("*.npz"))
    path.write_bytes(data)
    path.with_name(f"{path.name}.sha256").write_text(hashlib.sha256(data).hexdigest())
    assert find_latent_map(KEY) is None
