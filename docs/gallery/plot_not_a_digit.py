"""
What is not a digit
===================

A letter, an empty page and a stroke: the program answers each of them without naming a digit.
"""

from pathlib import Path

import matplotlib.pyplot as plt
import numpy as np
from PIL import Image

import desktop_cvae as dc

PUZZLES = Path("../../resources/puzzles")

letter = np.asarray(Image.open(PUZZLES / "letter-a.jpg").convert("L"))
blank = np.full((60, 60), 255, np.uint8)
waves = np.full((60, 60), 255, np.uint8)
columns = np.arange(5, 55)
for middle in (15, 30, 45):
    rows = np.rint(middle + 4 * np.sin(columns / 3)).astype(int)
    for shift in range(3):
        waves[rows + shift, columns] = 0

pictures = [letter, blank, waves]
readings = dc.load("studio").read(pictures)
figure, axes = plt.subplots(1, 3, figsize=(7, 2.6), layout="constrained")
for axis, picture, reading in zip(axes, pictures, readings, strict=True):
    axis.imshow(picture, cmap="gray", vmin=0, vmax=255)
    axis.set_title(reading.verdict)
    axis.axis("off")
    print(reading)
plt.show()

# %%
# ``false_rejection_rate`` sets how many real digits may be rejected by mistake; 0 rejects nothing.

print(dc.load("studio").read(letter, false_rejection_rate=0))
