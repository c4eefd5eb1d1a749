"""The everyday engine: ONNX Runtime with a graph made from the spec. Opens any network at once."""

from __future__ import annotations

import sys

import numpy as np
import onnxruntime

from desktop_cvae.core.deadlines import check_deadline
from desktop_cvae.core.priors import Prior
from desktop_cvae.core.results import FloatArray, IntArray, LabelScores, Posterior
from desktop_cvae.core.specs import ModelSpec
from desktop_cvae.inference.onnx_graph import QUESTIONS, runtime_graph

if sys.platform == "win32":
    # On Windows the runtime also writes events for the system's own diagnostics.
    onnxruntime.disable_telemetry_events()

MAX_BATCH = 32
"""Images a call, which bound the memory that the runtime keeps after its largest call (ten decoded
pictures an image). 64 are at most a tenth faster and need half as much memory again."""

_ERRORS_ONLY = 3
"""Log severity. Warnings go to standard error, where they would mix with our own lines."""


class OnnxEngine:
    """An engine on ONNX Runtime; see :class:`desktop_cvae.inference.engine.Engine`.

    The graphs that score, encode and decode are each opened when they are first asked.

    Args:
        spec: the network.
        weights: float32 arrays by name, as ``spec.tensors()``; used without a copy, so they must
            not be changed afterwards.
        prior: p(z | y); None is N(0, I).
        threads: of one call; one is fastest for a single image on a busy machine.
    """

    name = "onnx"

    def __init__(
        self,
        spec: ModelSpec,
        weights: dict[str, FloatArray],
        prior: Prior | None = None,
        threads: int = 1,
    ) -> None:
        self.spec = spec
        self.prior = prior or Prior.standard_normal(spec.score_count, spec.latent_dim)
        self.weights = weights
        self._threads = threads
        self._kept: list[onnxruntime.OrtValue] = []
        self._sessions: dict[str, onnxruntime.InferenceSession] = {}

    def encode(self, images: FloatArray, labels: IntArray | None) -> Posterior:
        """Encode images (B, 28, 28) under labels (B,)."""
        return Posterior(*self._ask("encode", images=images, **self._labels(labels, len(images))))

    def decode(self, latents: FloatArray, labels: IntArray | None) -> FloatArray:
        """Decode latents (B, L) under labels (B,) to images (B, 28, 28) in [0, 1]."""
        (images,) = self._ask("decode", latents=latents, **self._labels(labels, len(latents)))
        return images

    def score(self, images: FloatArray) -> LabelScores:
        """Score how each label explains each of the images (B, 28, 28), in one call."""
        return LabelScores(*self._ask("score", images=images))

    def _labels(self, labels: IntArray | None, batch: int) -> dict[str, IntArray]:
        if not self.spec.conditional:
            return {}
        if labels is None or len(labels) != batch:
            raise ValueError("a conditional model needs one label an image")
        return {"labels": np.ascontiguousarray(labels, np.int64)}

    def _ask(self, question: str, **inputs: FloatArray | IntArray) -> list[FloatArray]:
        """Answer one question in batches of ``MAX_BATCH``."""
        if question not in self._sessions:
            self._sessions[question] = self._open(question)
        run, names = self._sessions[question].run, QUESTIONS[question]
        rows = {
            name: array if name == "labels" else np.ascontiguousarray(array, np.float32)
            for name, array in inputs.items()
        }
        batch = len(next(iter(rows.values())))
        if batch <= MAX_BATCH:
            return run(names, rows)  # type: ignore[no-any-return]
        parts = []
        for at in range(0, batch, MAX_BATCH):
            check_deadline()
            parts.append(
                run(names, {name: array[at : at + MAX_BATCH] for name, array in rows.items()})
            )
        return [np.concatenate(answers) for answers in zip(*parts, strict=True)]

    def _open(self, question: str) -> onnxruntime.InferenceSession:
        graph, tensors = runtime_graph(self.spec, self.weights, self.prior, question)
        options = onnxruntime.SessionOptions()
        options.intra_op_num_threads = options.inter_op_num_threads = self._threads
        options.log_severity_level = _ERRORS_ONLY
        # One block for all of a call's values takes 40 % more memory and saves 4 % of the time.
        options.enable_mem_pattern = False
        values = [onnxruntime.OrtValue.ortvalue_from_numpy(array) for array in tensors.values()]
        options.add_external_initializers(list(tensors), values)
        # The session reads the values without a copy and does not own them.
        self._kept += values
        return onnxruntime.InferenceSession(graph, options, providers=["CPUExecutionProvider"])
