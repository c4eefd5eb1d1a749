"""A network and its weights → one LiteRT flatbuffer with the signatures encode, decode, score.

The network is compiled apart from its weights where that can be done
(``library.graph_templates``): with made-up ones, which are found again in the graph.

Of the converter's ways only ``ExportArchive`` with tracked sub-models keeps the weights:
converting a plain ``tf.Module`` or concrete functions gives a small file that answers
NaN without an error. So every fresh graph is held against Keras before it is returned.
"""

from __future__ import annotations

import contextlib
import tempfile
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import keras
import numpy as np
import tensorflow as tf

from desktop_cvae.core.errors import DesktopCvaeError
from desktop_cvae.core.results import FloatArray
from desktop_cvae.core.specs import ModelSpec
from desktop_cvae.inference.compiled_graphs import fill_template, keep_template, template_of
from desktop_cvae.inference.engine import Engine
from desktop_cvae.inference.folding import folded_network
from desktop_cvae.inference.litert_engine import SIGNATURES, LiteRTEngine
from desktop_cvae.library.compiled_cache import store_graph
from desktop_cvae.library.graph_templates import GraphTemplate, cut_template
from desktop_cvae.model.cvae import CVAE
from desktop_cvae.model.keras_engine import KerasEngine

IMAGE_TOLERANCE = 1e-4
SCORE_TOLERANCE_NATS = 1e-3
"""How far LiteRT may be from Keras: per pixel, and per image and label (relative beyond 1000
nats, where float32 sums themselves leave more)."""


@dataclass(frozen=True, eq=False)
class CompiledModel:
    """What compiling gives.

    Attributes:
        graph: the flatbuffer, float32, with a free batch dimension in every signature.
        template: the same without weights; None if they cannot be taken out.
    """

    graph: bytes
    template: GraphTemplate | None


def compile_and_keep(
    spec: ModelSpec, weights: dict[str, FloatArray], weights_sha256: str, into: Path | None
) -> bytes:
    """A network with its weights → a checked LiteRT graph. Loads TensorFlow.

    Args:
        spec: the network.
        weights: by name, as ``spec.tensors()``.
        weights_sha256: of the weights in their model file.
        into: where to keep it; None is this machine's cache, and what that has of the network
            already is used.

    Raises:
        DesktopCvaeError: the compiled graph disagrees with Keras.
        InputOutputError: it cannot be kept.
    """
    known = template_of(spec) if into is None else None
    compiled = compile_to_litert(spec, weights, known)
    if compiled.template is None:
        store_graph(weights_sha256, compiled.graph, into)
    elif known is None:
        keep_template(compiled.template, spec, into)
    return compiled.graph


def compile_to_litert(
    spec: ModelSpec, weights: dict[str, FloatArray], template: GraphTemplate | None = None
) -> CompiledModel:
    """Compile and check.

    Args:
        spec: the network.
        weights: by name, as ``spec.tensors()``.
        template: of the network, if it was compiled before.

    Raises:
        DesktopCvaeError: the compiled graph disagrees with Keras on a probe batch.
        MismatchedWeights: the weights do not fit.
    """
    reference = KerasEngine(spec, weights)
    template = template or compile_template(spec)
    if template is not None:
        graph = fill_template(template, spec, weights)
        # Were a constant computed from the made-up weights left in it, it would disagree.
        with contextlib.suppress(DesktopCvaeError):
            check_parity(reference, LiteRTEngine(graph, spec))
            return CompiledModel(graph, template)
    graph = compile_whole(spec, weights)
    check_parity(reference, LiteRTEngine(graph, spec))
    return CompiledModel(graph, None)


def compile_template(spec: ModelSpec) -> GraphTemplate | None:
    """Compile a network without weights; None if its graph cannot be had without them."""
    network = folded_network(spec)
    if network is None:
        return None
    rng = np.random.default_rng(0)
    probe = {
        name: rng.uniform(0.1, 1.0, shape).astype(np.float32)
        for name, shape in network.tensors().items()
    }
    return cut_template(compile_whole(network, probe), probe)


def check_parity(reference: Engine, compiled: Engine) -> None:
    """Hold two engines of one model to each other on made-up strokes and noise.

    Raises:
        DesktopCvaeError: they differ by more than the tolerances.
    """
    images = _probe_images()
    expected, got = reference.score(images), compiled.score(images)
    scale = np.maximum(1.0, np.abs(expected.evidence_nats) / 1000.0)
    image_gap = np.abs(expected.reconstructions - got.reconstructions).max()
    score_gap = (np.abs(expected.evidence_nats - got.evidence_nats) / scale).max()
    # Written so that NaN fails too.
    if not (image_gap <= IMAGE_TOLERANCE and score_gap <= SCORE_TOLERANCE_NATS):
        raise DesktopCvaeError(
            "The compiled network does not agree with its original, so it was not used.",
            f"image gap {image_gap:.2g}, score gap {score_gap:.2g} nats",
        )


def _probe_images() -> FloatArray:
    """Eight smooth blobs and strokes, float32, (8, 28, 28), in [0, 1]."""
    rng = np.random.default_rng(7)
    rows, columns = np.mgrid[:28, :28]
    places = rng.uniform(7, 21, (8, 3, 2))
    widths = rng.uniform(2, 12, (8, 3))
    distance = (rows - places[..., 0, None, None]) ** 2 + (
        columns - places[..., 1, None, None]
    ) ** 2
    blobs = np.exp(-distance / widths[..., None, None]).sum(axis=1)
    return np.clip(blobs, 0, 1).astype(np.float32)


def compile_whole(spec: ModelSpec, weights: dict[str, FloatArray]) -> bytes:
    """Compile a network together with its weights, unchecked: the flatbuffer."""
    model = CVAE(spec)
    model.assign_weights(weights)
    archive = keras.export.ExportArchive()
    archive.track(model.encoder)
    archive.track(model.decoder)
    for name, (function, signature) in _endpoints(model).items():
        archive.add_endpoint(name, function, input_signature=signature)
    with tempfile.TemporaryDirectory() as folder:
        saved = Path(folder) / "model"
        archive.write_out(str(saved), verbose=False)
        converter = tf.lite.TFLiteConverter.from_saved_model(
            str(saved), signature_keys=list(SIGNATURES)
        )
        graph: bytes = converter.convert()
    return graph


def _endpoints(model: CVAE) -> dict[str, tuple[Any, list[tf.TensorSpec]]]:
    """The three questions as functions of named tensors, without labels for a plain VAE."""
    spec = model.spec
    images = tf.TensorSpec((None, 28, 28, 1), tf.float32, "images")
    labels = tf.TensorSpec((None, spec.label_count), tf.float32, "labels")
    latents = tf.TensorSpec((None, spec.latent_dim), tf.float32, "latents")

    def encode(images: Any, labels: Any = None) -> dict[str, Any]:
        mean, log_var = model.encoder(images, labels)
        return {"mean": mean, "log_var": log_var}

    def decode(latents: Any, labels: Any = None) -> dict[str, Any]:
        return {"images": tf.sigmoid(model.decoder(latents, labels))}

    def score(images: Any) -> dict[str, Any]:
        return dict(zip(SIGNATURES["score"], model.score(images), strict=True))

    conditions = [labels] if spec.conditional else []
    return {
        "encode": (encode, [images, *conditions]),
        "decode": (decode, [latents, *conditions]),
        "score": (score, [images]),
    }
