"""
Read a digit
============

The model explains a picture once under each label. The explanation with the highest evidence is
the answer.
"""

from pathlib import Path

import matplotlib.pyplot as plt

import desktop_cvae as dc

SAMPLES = Path("../../resources/samples")

model = dc.load("studio")
reading = model.read(SAMPLES / "7-thin-blue-pen.jpg")
print(reading)

# %%
# Evidence is the ELBO, a lower bound on log p(picture | label) in nats. A gap of 10 nats is a
# factor of 22,000 in likelihood.

figure, axes = plt.subplots(1, 11, figsize=(11, 1.7), layout="constrained")
axes[0].imshow(reading.image, cmap="gray")
axes[0].set_title("picture", fontsize=8)
for axis, (label, picture) in zip(axes[1:], reading.explanations.items(), strict=True):
    axis.imshow(picture, cmap="gray", vmin=0, vmax=1)
    color = "tab:green" if label == reading.text else "black"
    axis.set_title(f"{label}\n{reading.evidence[label]:.0f} nats", fontsize=8, color=color)
for axis in axes:
    axis.axis("off")
plt.show()
