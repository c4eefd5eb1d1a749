"""Cache of latent maps, by the SHA-256 of their model's weights.

So a changed model never gets an old map. Each file has a SHA-256 beside it; a damaged one counts
as absent and is computed again. The maps of our own models come with the program, all others were
made on this machine: none is ever taken from a model file.
"""

from __future__ import annotations

import io
import zipfile
import zlib
from pathlib import Path

import numpy as np

from desktop_cvae.core import paths
from desktop_cvae.core.atomic_files import read_with_digest, write_with_digest
from desktop_cvae.core.latent_maps import LatentMap, Plane
from desktop_cvae.library.manifest import SHA256

LATENT_MAP_VERSION = 2
"""Version of the maps; raise it when ``inference.latent_projection`` changes its result."""
FOLDER = "latent_maps"
"""Folder of the maps, beside the program's models and in this machine's cache."""
_MAX_BYTES = 200 * 2**20
_FIELDS = ("codes", "labels", "digits", "kl_nats", "center", "axes", "explained", "dimensions")

# What NumPy and zipfile raise on spoiled files, and the conversion on arrays of other shapes.
_FAULTS = (
    *(ValueError, KeyError, OSError, EOFError, TypeError, IndexError, AttributeError),
    *(OverflowError, RuntimeError, MemoryError, SyntaxError, zlib.error, zipfile.BadZipFile),
)


def find_latent_map(weights_sha256: str) -> LatentMap | None:
    """Return the latent map of these weights; None if there is none or it is damaged."""
    name = _name(weights_sha256)
    for folder in _folders():
        data = read_with_digest(folder / name, _MAX_BYTES)
        if data is not None:
            return _unpack(data)
    return None


def store_latent_map(
    weights_sha256: str, latent_map: LatentMap, folder: Path | None = None
) -> None:
    """Store a latent map.

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
        # float16 halves the size; its rounding is invisible on the map.
        codes=latent_map.codes.astype(np.float16),
        labels=latent_map.labels.astype(np.int32),
        digits=latent_map.digits.astype(np.int32),
        kl_nats=latent_map.kl_nats,
        center=latent_map.plane.center,
        axes=latent_map.plane.axes,
        explained=np.float64(latent_map.plane.explained),
        dimensions=np.array(latent_map.plane.dimensions or (), np.int32),
    )
    write_with_digest(folder / name, buffer.getvalue())


def _name(weights_sha256: str) -> str:
    # It becomes a file's name: no “../” may come in.
    if not SHA256.fullmatch(weights_sha256):
        raise ValueError("not a SHA-256 in hexadecimal digits")
    return f"{weights_sha256}.v{LATENT_MAP_VERSION}.map.npz"


def _folders() -> tuple[Path, Path]:
    return paths.pretrained_dir() / FOLDER, paths.cache_dir() / FOLDER


def _unpack(data: bytes) -> LatentMap | None:
    try:
        return _map_of(data)
    except _FAULTS:
        return None


def _map_of(data: bytes) -> LatentMap | None:
    with np.load(io.BytesIO(data), allow_pickle=False) as arrays:
        fields = {name: arrays[name] for name in _FIELDS}
    dimensions = [int(dimension) for dimension in fields["dimensions"].ravel()]
    plane = Plane(
        center=fields["center"].astype(np.float32),
        axes=fields["axes"].astype(np.float32),
        explained=float(fields["explained"]),
        dimensions=(dimensions[0], dimensions[1]) if len(dimensions) == 2 else None,
    )
    latent_map = LatentMap(
        codes=fields["codes"].astype(np.float32),
        labels=fields["labels"].astype(np.int64),
        digits=fields["digits"].astype(np.int64),
        kl_nats=fields["kl_nats"].astype(np.float32),
        plane=plane,
    )
    return latent_map if _fits(latent_map) else None


def _fits(latent_map: LatentMap) -> bool:
    """Return True if the parts are finite and of one map."""
    plane, count, size = latent_map.plane, len(latent_map.labels), len(latent_map.plane.center)
    parts = (latent_map.codes, latent_map.kl_nats, plane.center, plane.axes)
    return (
        latent_map.codes.shape == (count, size)
        and latent_map.digits.shape == latent_map.labels.shape == (count,)
        and latent_map.kl_nats.shape == (size,)
        and plane.axes.shape == (2, size)
        and all(0 <= dimension < size for dimension in plane.dimensions or ())
        and all(np.isfinite(part).all() for part in parts)
    )
