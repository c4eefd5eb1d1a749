"""
Why a soft-max is not enough
============================

A soft-max divides all of its certainty among ten labels, also where no digit lies. The evidence
before the soft-max tells how well each label explains the picture, and so whether any of them does.
"""

from pathlib import Path

import matplotlib.pyplot as plt

import desktop_cvae as dc

RESOURCES = Path("../../resources")
model = dc.load("studio")
pictures = {
    "a 7": RESOURCES / "samples/7-thin-blue-pen.jpg",
    "a letter": RESOURCES / "puzzles/letter-a.jpg",
}
readings = dict(zip(pictures, model.read(list(pictures.values())), strict=True))

# %%
# Left: the soft-max of the letter's evidence is almost as sure of its best label as that of the
# seven. Right: the best label explains the letter far worse, and the program rejects it. Every
# classifier that ends with a soft-max has only the left half.

figure, axes = plt.subplots(1, 4, figsize=(9, 2.6), layout="constrained")
for axis, (name, reading) in zip(axes, readings.items(), strict=False):
    axis.imshow(reading.image, cmap="gray")
    axis.set_title(f"{name}: {reading.verdict}", fontsize=9)
    axis.axis("off")
names = list(readings)
best = [100 * max(reading.probabilities.values()) for reading in readings.values()]
axes[2].bar(names, best)
axes[2].set_title("soft-max of the best label, %", fontsize=9)
axes[3].bar(names, [-max(reading.evidence.values()) for reading in readings.values()])
axes[3].set_title("nats to explain it (less is better)", fontsize=9)
plt.show()

for name, reading in readings.items():
    print(f"{name}: soft-max {max(reading.probabilities.values()):.2%}, {reading.verdict}")
