"""What was computed once: a network's compiled graph, and a model's latent map.

A graph is kept without weights, by its network (:mod:`.graph_templates`); one that weights
cannot be taken out of is kept whole, as maps are, by the SHA-256 of the weights, so that a
changed model never meets an old one. Each file has a SHA-256 beside it; a damaged one counts
as absent and is computed again. Those of our own networks and models come with the program,
the others this machine made itself: none is ever taken from a model file.
"""

from __future__ import annotations

import hashlib
import io
import json
import re
import zipfile
from pathlib import Path

import numpy as np

from desktop_cvae.core import paths
from desktop_cvae.core.atomic_files import write_atomically
from desktop_cvae.core.results import LatentMap
from desktop_cvae.core.specs import ModelSpec
from desktop_cvae.library.graph_templates import GraphTemplate, unpack_template

GRAPH_VERSION = 1
"""Raise it when ``model.compiling`` makes other graphs from the same weights."""
LATENT_MAP_VERSION = 1
_MAX_BYTES = 200 * 2**20
_MAP_FIELDS = ("points", "labels", "center", "axes", "explained")
_SHA256 = re.compile(r"[0-9a-f]{64}", re.ASCII)


def find_template(network: ModelSpec) -> GraphTemplate | None:
    """The compiled graph of a network, to be filled; None if there is none or it is damaged.

    Args:
        network: what was compiled: a network without batch normalisation.
    """
    data = _find(_template_name(network))
    return None if data is None else unpack_template(data, network.tensors())


def store_template(network: ModelSpec, template: GraphTemplate, folder: Path | None = None) -> None:
    """Keep a network's compiled graph, as :func:`store_graph` keeps a whole one."""
    _store(_template_name(network), template.pack(), folder)


def find_graph(weights_sha256: str) -> bytes | None:
    """The compiled graph of these weights; None if there is none or it is damaged."""
    return _find(_graph_name(weights_sha256))


def store_graph(weights_sha256: str, graph: bytes, folder: Path | None = None) -> None:
    """Keep a compiled graph.

    Args:
        weights_sha256: the model it was compiled from.
        graph: the flatbuffer.
        folder: where to; None is this machine's cache.

    Raises:
        InputOutputError: it cannot be written.
    """
    _store(_graph_name(weights_sha256), graph, folder)


def find_latent_map(weights_sha256: str) -> LatentMap | None:
    """The latent map of these weights; None if there is none or it is damaged."""
    data = _find(_map_name(weights_sha256))
    return None if data is None else _unpack_map(data)


def store_latent_map(
    weights_sha256: str, latent_map: LatentMap, folder: Path | None = None
) -> None:
    """Keep a latent map, as :func:`store_graph` keeps a graph."""
    buffer = io.BytesIO()
    np.savez(
        buffer,
        points=latent_map.points,
        labels=latent_map.labels,
        center=latent_map.center,
        axes=latent_map.axes,
        explained=np.float64(latent_map.explained),
    )
    _store(_map_name(weights_sha256), buffer.getvalue(), folder)


def _template_name(network: ModelSpec) -> str:
    """Named by what the graph computes: neither by the network's name nor by its labels'."""
    plain = network.to_json() | {"preset": "", "label_names": network.label_count}
    digest = hashlib.sha256(json.dumps(plain, sort_keys=True).encode()).hexdigest()
    return f"{digest}.v{GRAPH_VERSION}.template.npz"


def _graph_name(weights_sha256: str) -> str:
    return f"{_checked(weights_sha256)}.v{GRAPH_VERSION}.tflite"


def _map_name(weights_sha256: str) -> str:
    return f"{_checked(weights_sha256)}.v{LATENT_MAP_VERSION}.map.npz"


def _checked(weights_sha256: str) -> str:
    if not _SHA256.fullmatch(weights_sha256):
        raise ValueError("not a SHA-256 in hexadecimal digits")
    return weights_sha256


def _folders() -> tuple[Path, Path]:
    return paths.pretrained_dir() / "compiled", paths.cache_dir() / "compiled"


def _store(name: str, data: bytes, folder: Path | None) -> None:
    folder = folder or _folders()[1]
    write_atomically(folder / name, data)
    write_atomically(folder / f"{name}.sha256", hashlib.sha256(data).hexdigest().encode())


def _find(name: str) -> bytes | None:
    for folder in _folders():
        path = folder / name
        try:
            if not path.is_file() or path.stat().st_size > _MAX_BYTES:
                continue
            data = path.read_bytes()
            expected = (folder / f"{name}.sha256").read_bytes()
        except OSError:
            continue
        if hashlib.sha256(data).hexdigest().encode() == expected.strip():
            return data
    return None


def _unpack_map(data: bytes) -> LatentMap | None:
    try:
        with np.load(io.BytesIO(data), allow_pickle=False) as arrays:
            fields = {name: arrays[name] for name in _MAP_FIELDS}
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
