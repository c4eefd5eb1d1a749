"""
Ten digits in one handwriting
=============================

The latent vector holds the style, the label the digit. So the vector of one picture, decoded under
every label, writes the ten digits in the same style.
"""

from pathlib import Path

import matplotlib.pyplot as plt
import numpy as np

import desktop_cvae as dc

SAMPLES = Path("../../resources/samples")

model = dc.load("conv_cvae")
names = ("7-thin-blue-pen.jpg", "8-large-pencil.jpg", "2-fountain-pen.jpg")
figure, axes = plt.subplots(len(names), 1, figsize=(8, 2.6), layout="constrained")
for axis, name in zip(axes, names, strict=True):
    reading = model.read(SAMPLES / name)
    style = model.posterior(SAMPLES / name).mean
    digits = [model.decode(style, label) for label in model.label_names]
    gap = np.zeros((28, 14), np.float32)
    axis.imshow(1 - np.hstack([reading.image, gap, *digits]), cmap="gray")
    axis.axis("off")
plt.show()
