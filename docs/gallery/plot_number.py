"""
Read a number
=============

``read_number`` finds the lines and digits of a picture and reads each digit as if it stood alone.
A rule says what the number must be.
"""

from pathlib import Path

import matplotlib.pyplot as plt
from matplotlib.patches import Rectangle
from PIL import Image

import desktop_cvae as dc

PUZZLES = Path("../../resources/puzzles")

picture = PUZZLES / "number-2047.jpg"
number = dc.load("studio").read_number(picture, rule="length:4")
print(number.text, number.verdict, number.warning or "keeps its rule")

figure, axis = plt.subplots(figsize=(6, 3), layout="constrained")
axis.imshow(Image.open(picture).convert("L"), cmap="gray")
for digit in number.digits:
    box = digit.box
    axis.add_patch(Rectangle((box.x, box.y), box.width, box.height, fill=False, color="tab:blue"))
    axis.text(box.x, box.y, f"{digit.text} {100 * digit.probability:.1f} %", va="bottom")
axis.axis("off")
plt.show()
