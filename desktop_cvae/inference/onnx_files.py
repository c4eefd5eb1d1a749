"""The networks of a model file as ONNX files for other programs.

Tested in tests/inference/test_onnx_engine.py.
"""

from __future__ import annotations

from desktop_cvae.inference.onnx_graph import export_onnx
from desktop_cvae.library.model_file import ModelFile

RECOGNISER, GENERATOR = "recogniser", "generator"
NETWORKS = (RECOGNISER, GENERATOR)
"""The network that reads, and the one that writes; in a model of one network they are the same."""


def export_network(model: ModelFile, network: str) -> bytes:
    """Return a network of a model file as one ONNX file; ``docs/onnx.md`` describes it.

    Args:
        model: the file's content.
        network: one of :data:`NETWORKS`. The generator gets a sampler; the recogniser's
            metadata hold the calibration.
    """
    if network == RECOGNISER:
        manifest = model.manifest
        return export_onnx(manifest.spec, model.weights, model.prior, manifest.calibration)
    writer = model.generator or model
    return export_onnx(writer.manifest.spec, writer.weights, writer.prior, with_sampler=True)
