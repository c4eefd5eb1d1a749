"""Compiles a model and keeps what opens it at once from then on."""

from __future__ import annotations

from pathlib import Path

from desktop_cvae.core.results import FloatArray
from desktop_cvae.core.specs import ModelSpec


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
    from desktop_cvae.inference.compiled_graphs import keep_template, template_of
    from desktop_cvae.library.compiled_cache import store_graph
    from desktop_cvae.model.compiling import compile_to_litert

    known = template_of(spec) if into is None else None
    compiled = compile_to_litert(spec, weights, known)
    if compiled.template is None:
        store_graph(weights_sha256, compiled.graph, into)
    elif known is None:
        keep_template(compiled.template, spec, into)
    return compiled.graph
