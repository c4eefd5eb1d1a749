"""
Read with ONNX Runtime alone
============================

An exported model is one ONNX file that any program can run. This example exports one, and reads
digits with ONNX Runtime and NumPy alone.
"""

import json
import tempfile
from pathlib import Path

import matplotlib.pyplot as plt
import numpy as np
import onnxruntime

import desktop_cvae as dc

model = dc.load("conv_cvae")
digits = np.concatenate([model.generate(label, 1, seed=4) for label in model.label_names])
with tempfile.TemporaryDirectory() as folder:
    graph = model.export_onnx(Path(folder, "model.onnx")).read_bytes()

session = onnxruntime.InferenceSession(graph, providers=["CPUExecutionProvider"])
metadata = session.get_modelmeta().custom_metadata_map
names = json.loads(metadata["label_names"])
nothing = {
    "latents": np.zeros((0, model.latent_dim), np.float32),
    "labels": np.zeros(0, np.int64),
}
losses = session.run(["reconstruction_nats", "kl_nats"], {"images": digits, **nothing})
evidence = -(losses[0] + losses[1])
print("ONNX Runtime reads", [names[k] for k in evidence.argmax(axis=1)])
print("temperature", metadata["temperature"])

# %%
# The brightest square of each row is the answer.

plt.figure(figsize=(4.6, 3.6), layout="constrained")
plt.imshow(evidence - evidence.max(axis=1, keepdims=True), vmin=-60)
plt.xticks(range(10), names)
plt.yticks(range(10), [f"written {name}" for name in names])
plt.xlabel("label")
plt.colorbar(label="nats behind the best")
plt.show()
