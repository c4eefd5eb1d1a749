"""
Walk between two styles
=======================

Every point of the latent space is a picture. A straight line between the vectors of two pictures
leads from one style to the other.
"""

import matplotlib.pyplot as plt
import numpy as np

import desktop_cvae as dc

model = dc.load("conv_cvae")
first, last = model.generate("4", 2, seed=8)
ends = [model.posterior(picture, "4").mean for picture in (first, last)]
steps = np.linspace(0, 1, 9)[:, np.newaxis]
path = (1 - steps) * ends[0] + steps * ends[1]

figure, axes = plt.subplots(2, 1, figsize=(8, 2.2), layout="constrained")
for axis, label in zip(axes, ("4", "9"), strict=True):
    axis.imshow(1 - np.hstack(model.decode(path, label)), cmap="gray")
    axis.set_title(f"the same walk under the label {label}", fontsize=9)
    axis.axis("off")
plt.show()
