"""Latent maps that were computed once, kept by the SHA-256 of their model's weights.

So a changed model never meets an old one. Each file has a SHA-256 beside it; a damaged one counts
as absent and is computed again. Those of our own models come with the program, the others this
machine made itself: none is ever taken from a model file.
"""

from __future__ import annotations

import io
import re
import zipfile
from pathlib import Path

import numpy as np

from desktop_cvae.core import paths
from desktop_cvae.core.atomic_files import read_with_digest, write_with_digest
from desktop_cvae.core.results import LatentMap

LATENT_MAP_VERSION = 1
"""Raise it when ``inference.latent_map`` makes other maps from the same weights."""
_MAX_BYTES = 200 * 2**20
_FIELDS = ("points", "labels", "center", "axes", "explained")
_SHA256 = re.compile(r"[0-9a-f]{64}", re.ASCII)


def find_latent_map(weights_sha256: str) -> LatentMap | None:
    """The latent map of these weights; None if there is none or it is damaged."""
    name = _name(weights_sha256)
    for folder in _folders():
        data = read_with_digest(folder / name, _MAX_BYTES)
        if data is not None:
            return _unpack(data)
    return None


def store_latent_map(
    weights_sha256: str, latent_map: LatentMap, folder: Path | None = None
) -> None:
    """Keep a latent map.

    Args:
        weights_sha256: of the model whose map it is.
        latent_map: what to keep.
        folder: where to; None is this machine's cache.

    Raises:
        InputOutputError: it cannot be written.
    """
    name, folder = _name(weights_sha256), folder or _folders()[1]
    buffer = io.BytesIO()
    np.savez(
        buffer,
        points=latent_map.points,
        labels=latent_map.labels,
        center=latent_map.center,
        axes=latent_map.axes,
        explained=np.float64(latent_map.explained),
    )
    write_with_digest(folder / name, buffer.getvalue())


def _name(weights_sha256: str) -> str:
    if not _SHA256.fullmatch(weights_sha256):
        raise ValueError("not a SHA-256 in hexadecimal digits")
    return f"{weights_sha256}.v{LATENT_MAP_VERSION}.map.npz"


def _folders() -> tuple[Path, Path]:
    # Named by what they held once; what lies there already goes on being found.
    return paths.pretrained_dir() / "compiled", paths.cache_dir() / "compiled"


def _unpack(data: bytes) -> LatentMap | None:
    try:
        with np.load(io.BytesIO(data), allow_pickle=False) as arrays:
            fields = {name: arrays[name] for name in _FIELDS}
    except (ValueError, KeyError, OSError, EOFError, zipfile.BadZipFile):
        return None
    latent_map = LatentMap(
        points=fields["points"].astype(np.float32),
        labels=fields["labels"].astype(np.int64),
        center=fields["center"].astype(np.float32),
        axes=fields["axes"].astype(np.float32),
        explained=float(fields["explained"]),
    )
    count, latent_dim = len(latent_map.labels), len(latent_map.center)
    fits = latent_map.points.shape == (count, 2) and latent_map.axes.shape == (2, latent_dim)
    return latent_map if fits and np.isfinite(latent_map.points).all() else None
