"""
A map of the latent space
=========================

Where do digits lie in the latent space? This map shows the two principal directions of the means of
their posteriors. The labels overlap, as they should: the decoder knows the label, so the latent
vector describes the style.
"""

import matplotlib.pyplot as plt
import numpy as np

import desktop_cvae as dc

model = dc.load("conv_cvae")
count = 12
codes, labels = [], []
for label in model.label_names:
    for digit in model.generate(label, count, seed=3):
        codes.append(model.posterior(digit, label).mean)
        labels.append(int(label))

centred = np.stack(codes) - np.mean(codes, axis=0)
_, _, directions = np.linalg.svd(centred, full_matrices=False)
plane = centred @ directions[:2].T

plt.figure(figsize=(6, 4.5), layout="constrained")
plt.scatter(*plane.T, c=labels, cmap="tab10", vmin=-0.5, vmax=9.5, s=22)
plt.colorbar(label="label", ticks=range(10))
plt.xlabel("first direction")
plt.ylabel("second direction")
plt.show()
