"""What the window and the command line may ask for, as protocols.

From a model in the library to an engine that answers.
"""

from __future__ import annotations

import importlib
import os
import subprocess
from typing import Protocol

from desktop_cvae.core import paths
from desktop_cvae.core.errors import DesktopCvaeError, EnvironmentProblem
from desktop_cvae.core.paths import missing_tensorflow
from desktop_cvae.core.results import FloatArray, IntArray, LabelScores, Posterior
from desktop_cvae.core.specs import ModelSpec
from desktop_cvae.inference.compiled_graphs import compiled_graph
from desktop_cvae.library.model_file import read_model_file
from desktop_cvae.library.model_library import ModelEntry


class Engine(Protocol):
    """A loaded model that answers; one thread at a time.

    Attributes:
        name: ``"litert"`` or ``"keras"``.
        spec: the model's description.
    """

    name: str
    spec: ModelSpec

    def encode(self, images: FloatArray, labels: IntArray | None) -> Posterior:
        """Images (B, 28, 28) and labels (B,) → posterior; labels are ignored by a plain VAE."""
        ...

    def decode(self, latents: FloatArray, labels: IntArray | None) -> FloatArray:
        """Latents (B, L) and labels (B,) → images (B, 28, 28) in [0, 1]."""
        ...

    def score(self, images: FloatArray) -> LabelScores:
        """Images (B, 28, 28) → how each label explains each of them, in one call."""
        ...


ENGINES = ("litert", "keras")
COMPILE_TIMEOUT_S = 300
NO_TENSORFLOW = missing_tensorflow(
    "TensorFlow is needed for this and cannot be loaded here; install it with "
    "“pip install tensorflow”. Drawing, opening and the models that came with the program "
    "work without it."
)


def open_engine(entry: ModelEntry, kind: str = "litert") -> Engine:
    """Load a model.

    Args:
        entry: which model.
        kind: ``"litert"``, instant; its network is compiled first, in a process of its own, if
            this machine has not done so yet. ``"keras"``, the reference: loads TensorFlow into
            this process.

    Raises:
        ModelFileError: the file cannot be used.
        EnvironmentProblem: TensorFlow is needed and missing.
    """
    return _open_keras(entry) if kind == "keras" else _open_litert(entry)


def _open_litert(entry: ModelEntry) -> Engine:
    from desktop_cvae.inference.litert_engine import LiteRTEngine

    graph = compiled_graph(entry)
    if graph is None:
        _compile_elsewhere(entry)
        graph = compiled_graph(entry)
    if graph is None:
        raise DesktopCvaeError(
            f"The model “{entry.name}” could not be compiled, because its compiled form "
            f"could not be kept in {paths.cache_dir()}."
        )
    return LiteRTEngine(graph, entry.manifest.spec)


def _compile_elsewhere(entry: ModelEntry) -> None:
    """Run ``models compile`` as a process, so that TensorFlow never enters the window's."""
    command = [*paths.program_command(), "models", "compile", str(entry.path)]
    environment = {**os.environ, "TF_CPP_MIN_LOG_LEVEL": "3"}
    try:
        done = subprocess.run(
            command,
            capture_output=True,
            text=True,
            encoding="utf-8",
            errors="replace",
            timeout=COMPILE_TIMEOUT_S,
            stdin=subprocess.DEVNULL,
            env=environment,
            check=False,
        )
    except (OSError, subprocess.TimeoutExpired) as error:
        raise DesktopCvaeError(
            f"The model “{entry.name}” could not be compiled.", str(error)
        ) from error
    if done.returncode == EnvironmentProblem.exit_code:
        raise EnvironmentProblem(NO_TENSORFLOW, done.stderr)
    if done.returncode != 0:
        raise DesktopCvaeError(f"The model “{entry.name}” could not be compiled.", done.stderr)


def _open_keras(entry: ModelEntry) -> Engine:
    # By name, so that nothing in this wing imports TensorFlow: only this choice does.
    os.environ.setdefault("TF_CPP_MIN_LOG_LEVEL", "3")
    try:
        module = importlib.import_module("desktop_cvae.model.keras_engine")
    except ImportError as error:
        raise EnvironmentProblem(NO_TENSORFLOW, str(error)) from error
    model = read_model_file(entry.path)
    engine: Engine = module.KerasEngine(model.manifest.spec, model.weights)
    return engine
