"""
See through noise
=================

The decoder draws digits, not noise. So the reconstruction of a noisy digit is this digit, clean.
"""

from pathlib import Path

import matplotlib.pyplot as plt
import numpy as np

import desktop_cvae as dc

SAMPLES = Path("../../resources/samples")

model = dc.load("studio")
digit = model.read(SAMPLES / "3-black-marker.webp").image
rng = np.random.default_rng(0)
levels = (0, 0.15, 0.3, 0.5)
noisy = [
    np.clip(digit + level * rng.standard_normal(digit.shape), 0, 1).astype(np.float32)
    for level in levels
]

figure, axes = plt.subplots(2, len(levels), figsize=(6.5, 3.4), layout="constrained")
for column, (level, picture) in enumerate(zip(levels, noisy, strict=True)):
    axes[0, column].imshow(picture, cmap="gray", vmin=0, vmax=1)
    axes[0, column].set_title(f"σ = {level}")
    axes[1, column].imshow(model.reconstruct(picture, "3"), cmap="gray", vmin=0, vmax=1)
for axis in axes.ravel():
    axis.axis("off")
plt.show()
