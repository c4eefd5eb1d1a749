"""From a model to its compiled graph, if this machine has that or can make it in no time."""

from __future__ import annotations

from pathlib import Path

from desktop_cvae.core.errors import DamagedModelFile
from desktop_cvae.core.results import FloatArray
from desktop_cvae.core.specs import ModelSpec
from desktop_cvae.inference.folding import fold_weights, folded_network
from desktop_cvae.library.compiled_cache import find_graph, find_template, store_template
from desktop_cvae.library.graph_templates import GraphTemplate
from desktop_cvae.library.model_file import read_model_file
from desktop_cvae.library.model_library import ModelEntry


def is_compiled(entry: ModelEntry) -> bool:
    """True if the model can be opened without compiling."""
    if template_of(entry.manifest.spec) is not None:
        return True
    return find_graph(entry.manifest.weights_sha256) is not None


def compiled_graph(entry: ModelEntry) -> bytes | None:
    """A model's flatbuffer; None if it has to be compiled first.

    A whole graph comes first: it is kept where the network's template did not answer right.

    Raises:
        ModelFileError: the file cannot be used.
        InputOutputError: it cannot be read.
    """
    manifest = entry.manifest
    whole = find_graph(manifest.weights_sha256)
    template = template_of(manifest.spec)
    if whole is not None or template is None:
        return whole
    model = read_model_file(entry.path)
    if model.manifest.weights_sha256 != manifest.weights_sha256:
        raise DamagedModelFile(entry.path.name, "it was replaced while it was opened")
    return fill_template(template, manifest.spec, model.weights)


def template_of(spec: ModelSpec) -> GraphTemplate | None:
    """The kept compiled graph of a network; None if there is none."""
    network = folded_network(spec)
    return None if network is None else find_template(network)


def keep_template(template: GraphTemplate, spec: ModelSpec, folder: Path | None = None) -> None:
    """Keep the compiled graph of a network.

    Args:
        template: from compiling ``spec``.
        spec: the network; it can be folded.
        folder: where to; None is this machine's cache.

    Raises:
        InputOutputError: it cannot be written.
    """
    network = folded_network(spec)
    if network is None:
        raise ValueError("a network that cannot be folded has no template")
    store_template(network, template, folder)


def fill_template(
    template: GraphTemplate, spec: ModelSpec, weights: dict[str, FloatArray]
) -> bytes:
    """A network's compiled graph with weights in it.

    Args:
        template: from :func:`template_of` the network.
        spec: the network.
        weights: float32 arrays by name, as ``spec.tensors()``.
    """
    return template.fill(fold_weights(spec, weights))
