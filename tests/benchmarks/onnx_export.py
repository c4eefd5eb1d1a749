"""How far an exported ONNX graph alone answers as the program does: ``docs/onnx.md``.

Usage: ``python tests/benchmarks/onnx_export.py [MODEL] [DIGITS]``. Needs MNIST's test digits.
"""

from __future__ import annotations

import sys
import tempfile
from collections import Counter
from pathlib import Path

import numpy as np
import onnxruntime

import desktop_cvae as dc
from desktop_cvae.datasets.loading import load_dataset

DEFAULTS = ("studio", "2000")
BATCH = 50
CHANGED_NATS = 0.01
"""More than the two computations differ by in the last decimals."""


def main() -> None:
    """Print both accuracies, how many answers differ, and by how much."""
    name, count = [*sys.argv[1:], *DEFAULTS[len(sys.argv) - 1 :]]
    digits = load_dataset("mnist", "test").limit(int(count))
    model = dc.load(name)
    alone = graph_evidence(model, digits.images.astype(np.float32) / 255)
    readings = model.read(list(digits.images))
    whole = np.array([list(reading.evidence.values()) for reading in readings])
    gaps = np.abs(whole - alone).max(axis=1)
    changed = gaps > CHANGED_NATS
    for title, evidence in (("graph", alone), ("program", whole)):
        right = (evidence.argmax(axis=1) == digits.labels).mean()
        print(f"{title}: {right:.2%} have the largest evidence under their label")
    same = (alone.argmax(axis=1) == whole.argmax(axis=1)).mean()
    print(f"the same label: {same:.2%}")
    print(f"other evidence: {changed.mean():.2%}, by {np.median(gaps[changed]):.0f} nats (median)")
    print(f"at most {gaps.max():.0f} nats")
    print("the program's verdicts:", dict(Counter(reading.verdict for reading in readings)))


def graph_evidence(model: dc.Model, images: np.ndarray) -> np.ndarray:
    """Return the evidence under each label, (B, K), of the exported graph."""
    with tempfile.TemporaryDirectory() as folder:
        path = model.export_onnx(Path(folder, "model.onnx"))
        session = onnxruntime.InferenceSession(path, providers=["CPUExecutionProvider"])
    unused = {
        "latents": np.zeros((0, model.spec.latent_dim), np.float32),
        "labels": np.zeros(0, np.int64),
    }
    parts = []
    for start in range(0, len(images), BATCH):
        inputs = {"images": images[start : start + BATCH], **unused}
        losses = session.run(["reconstruction_nats", "kl_nats"], inputs)
        parts.append(-(losses[0] + losses[1]))
    return np.concatenate(parts)


if __name__ == "__main__":
    main()
