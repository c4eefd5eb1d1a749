"""Engines, which answer for a network and its weights, and how a model of the library gets one."""

from __future__ import annotations

import importlib
import os
from dataclasses import dataclass
from typing import Protocol

import numpy as np

from desktop_cvae.core.errors import DamagedModelFile, EnvironmentProblem
from desktop_cvae.core.language import mark, tr
from desktop_cvae.core.paths import missing_tensorflow
from desktop_cvae.core.priors import Prior
from desktop_cvae.core.results import FloatArray, IntArray, LabelScores, Posterior
from desktop_cvae.core.specs import IMAGE_SHAPE, ModelSpec
from desktop_cvae.library.manifest import Manifest
from desktop_cvae.library.model_file import ModelFile, read_model_file
from desktop_cvae.library.model_library import ModelEntry

ENGINES = ("onnx", "keras")
NO_TENSORFLOW = missing_tensorflow(
    mark(
        "TensorFlow is needed for this and cannot be loaded here; install it with “pip "
        "install tensorflow”. Drawing and opening models work without it."
    )
)


class Engine(Protocol):
    """A loaded network; call it on one thread at a time.

    Attributes:
        name: ``"onnx"`` or ``"keras"``.
        spec: the model's description.
        prior: p(z | y), in the scores and for samples.
    """

    name: str
    spec: ModelSpec
    prior: Prior

    def encode(self, images: FloatArray, labels: IntArray | None) -> Posterior:
        """Encode images (B, 28, 28) under labels (B,); a plain VAE ignores labels."""
        ...

    def decode(self, latents: FloatArray, labels: IntArray | None) -> FloatArray:
        """Decode latents (B, L) under labels (B,) to images (B, 28, 28) in [0, 1]."""
        ...

    def score(self, images: FloatArray) -> LabelScores:
        """Score how each label explains each of the images (B, 28, 28), in one call."""
        ...


@dataclass(frozen=True, eq=False)
class GeneratorNetwork:
    """The generator of a model, if it is a network of its own.

    Attributes:
        engine: encodes and decodes; its scores say nothing about a reading.
        manifest: what the file says about it.
    """

    engine: Engine
    manifest: Manifest


def open_engine(entry: ModelEntry, kind: str = "onnx") -> Engine:
    """Load a model's recogniser; arguments and errors as for :func:`open_engines`."""
    return open_engines(entry, kind)[0]


def open_engines(entry: ModelEntry, kind: str = "onnx") -> tuple[Engine, GeneratorNetwork | None]:
    """Load a model.

    Args:
        entry: which model.
        kind: ``"onnx"``, instant. ``"keras"``, the reference: loads TensorFlow into this process.

    Returns:
        the recogniser, and the network that writes; None if the recogniser writes itself.

    Raises:
        ModelFileError: the file cannot be used.
        EnvironmentProblem: TensorFlow is needed and missing.
    """
    model = read_model_file(entry.path)
    if model.manifest.weights_sha256 != entry.manifest.weights_sha256:
        raise DamagedModelFile(entry.path.name, tr("it was replaced while it was being opened"))
    open_network = _keras_engine if kind == "keras" else _onnx_engine
    engine = open_network(model)
    # Finite weights can still overflow. Found here, the old model stays open. The Keras network,
    # which takes seconds for its first answer, is the reference and not probed.
    if kind != "keras":
        scores = engine.score(np.zeros((1, *IMAGE_SHAPE[:2]), np.float32))
        if not np.isfinite(scores.evidence_nats).all():
            raise DamagedModelFile(
                entry.path.name, tr("its weights give numbers that are not finite")
            )
    if model.generator is None:
        return engine, None
    return engine, GeneratorNetwork(open_network(model.generator), model.generator.manifest)


def _onnx_engine(model: ModelFile) -> Engine:
    from desktop_cvae.inference.onnx_engine import OnnxEngine

    return OnnxEngine(model.manifest.spec, model.weights, model.prior)


def _keras_engine(model: ModelFile) -> Engine:
    # By name, so that no module of this wing imports TensorFlow, only this choice.
    # TensorFlow reads its log level when it is imported.
    os.environ.setdefault("TF_CPP_MIN_LOG_LEVEL", "3")
    try:
        module = importlib.import_module("desktop_cvae.model.keras_engine")
    except ImportError as error:
        raise EnvironmentProblem(tr(NO_TENSORFLOW), str(error)) from error
    engine: Engine = module.KerasEngine(model.manifest.spec, model.weights, model.prior)
    return engine
