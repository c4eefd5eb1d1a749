"""
Write digits
============

The generator draws latent vectors from the prior of each label and decodes them. The same seed
writes the same digits.
"""

import matplotlib.pyplot as plt
import numpy as np

import desktop_cvae as dc

model = dc.load("studio")
columns = [model.generate(label, 8, seed=1) for label in model.label_names]
sheet = np.block([[columns[label][row] for label in range(10)] for row in range(8)])
plt.figure(figsize=(6, 4.8), layout="constrained")
plt.imshow(1 - sheet, cmap="gray")
plt.axis("off")
plt.show()

# %%
# A low temperature writes typical digits, a high one unusual digits.

figure, axes = plt.subplots(3, 1, figsize=(7, 2.6), layout="constrained")
for axis, temperature in zip(axes, (0.3, 1.0, 1.3), strict=True):
    digits = model.generate("2", 12, seed=2, temperature=temperature)
    axis.imshow(1 - np.hstack(digits), cmap="gray")
    axis.set_title(f"temperature {temperature}", fontsize=9)
    axis.axis("off")
plt.show()
