"""The everyday engine: a compiled LiteRT graph. Loads and answers in a fraction of a second."""

from __future__ import annotations

import contextlib
import os
from collections.abc import Iterator
from typing import Any

import numpy as np
from ai_edge_litert.interpreter import Interpreter

from desktop_cvae.core.errors import DesktopCvaeError
from desktop_cvae.core.results import FloatArray, IntArray, LabelScores, Posterior
from desktop_cvae.core.specs import ModelSpec

SIGNATURES: dict[str, tuple[str, ...]] = {
    "encode": ("mean", "log_var"),
    "decode": ("images",),
    "score": ("reconstructions", "reconstruction_nats", "kl_nats", "latent_means"),
}
"""The graph's questions and the names of their answers."""

MAX_BATCH = 64
"""Images a call: bounds the memory (ten decoded pictures an image), costs no speed."""


class LiteRTEngine:
    """Answers from a compiled graph, as :class:`desktop_cvae.inference.engine.Engine`.

    Args:
        graph: a flatbuffer from ``compiled_graphs`` or ``model.compiling``.
        spec: the network it was made from.
        threads: of one call; one is fastest for a single image on a busy machine.

    Raises:
        DesktopCvaeError: the graph lacks a question.
    """

    name = "litert"

    def __init__(self, graph: bytes, spec: ModelSpec, threads: int = 1) -> None:
        self.spec = spec
        self._interpreter = Interpreter(model_content=graph, num_threads=threads)
        offered = self._interpreter.get_signature_list()
        if not set(SIGNATURES) <= set(offered):
            raise DesktopCvaeError("The compiled network is of another version of the program.")
        self._runners = {name: self._interpreter.get_signature_runner(name) for name in SIGNATURES}
        with _muted_stderr():
            self.score(np.zeros((1, 28, 28), np.float32))

    def encode(self, images: FloatArray, labels: IntArray | None) -> Posterior:
        """Images (B, 28, 28) and labels (B,) → posterior."""
        answers = self._ask("encode", images=_pixels(images), **self._labels(labels, len(images)))
        return Posterior(answers["mean"], answers["log_var"])

    def decode(self, latents: FloatArray, labels: IntArray | None) -> FloatArray:
        """Latents (B, L) and labels (B,) → images (B, 28, 28) in [0, 1]."""
        codes = np.ascontiguousarray(latents, np.float32)
        answers = self._ask("decode", latents=codes, **self._labels(labels, len(latents)))
        return answers["images"].reshape(-1, 28, 28)

    def score(self, images: FloatArray) -> LabelScores:
        """Images (B, 28, 28) → how each label explains each of them, in one call."""
        answers = self._ask("score", images=_pixels(images))
        pictures = answers["reconstructions"].reshape(len(images), self.spec.score_count, 28, 28)
        terms = (answers[name] for name in SIGNATURES["score"][1:])
        return LabelScores(pictures, *terms)

    def _labels(self, labels: IntArray | None, batch: int) -> dict[str, FloatArray]:
        if not self.spec.conditional:
            return {}
        if labels is None or len(labels) != batch:
            raise ValueError("a conditional model needs one label an image")
        return {"labels": np.eye(self.spec.label_count, dtype=np.float32)[labels]}

    def _ask(self, question: str, **inputs: FloatArray) -> dict[str, FloatArray]:
        """Run one signature in batches of ``MAX_BATCH``; an empty batch is answered empty."""
        batch = len(next(iter(inputs.values())))
        if batch == 0:
            one = self._ask(
                question, **{k: np.zeros((1, *v.shape[1:]), np.float32) for k, v in inputs.items()}
            )
            return {name: values[:0] for name, values in one.items()}
        parts = [
            self._runners[question](**{k: v[start : start + MAX_BATCH] for k, v in inputs.items()})
            for start in range(0, batch, MAX_BATCH)
        ]
        if len(parts) == 1:
            return parts[0]  # type: ignore[no-any-return]
        return {name: np.concatenate([part[name] for part in parts]) for name in parts[0]}


@contextlib.contextmanager
def _muted_stderr() -> Iterator[None]:
    """Keep the runtime from writing "INFO: Created … XNNPACK delegate" to the user's terminal.

    It writes from C at the first question, whatever its log settings (mediapipe issue 2119),
    so the descriptor itself is turned away for that one question.
    """
    try:
        kept = os.dup(2)
    except OSError:  # a windowed program on Windows has no standard error
        yield
        return
    nowhere = os.open(os.devnull, os.O_WRONLY)
    os.dup2(nowhere, 2)
    os.close(nowhere)
    try:
        yield
    finally:
        os.dup2(kept, 2)
        os.close(kept)


def _pixels(images: FloatArray) -> Any:
    return np.ascontiguousarray(images, np.float32)[..., np.newaxis]
