"""
How sure is a latent vector?
============================

The encoder answers with a distribution, N(μ, σ²), for each latent dimension. Where σ is small, the
picture has said much about that dimension; where σ is near 1 and μ near 0, it has said nothing.
"""

from pathlib import Path

import matplotlib.pyplot as plt
import numpy as np

import desktop_cvae as dc

SAMPLES = Path("../../resources/samples")

model = dc.load("conv_cvae")
posterior = model.posterior(SAMPLES / "2-fountain-pen.jpg", "2")
deviation = np.exp(posterior.log_var / 2)

plt.figure(figsize=(7, 2.6), layout="constrained")
plt.errorbar(range(len(deviation)), posterior.mean, 2 * deviation, fmt="o", capsize=3)
plt.axhspan(-2, 2, color="gray", alpha=0.15, label="prior N(0, 1), ± 2σ")
plt.xlabel("latent dimension")
plt.legend()
plt.show()

# %%
# Samples of the posterior differ little: they all explain the same picture.

rng = np.random.default_rng(0)
latents = posterior.mean + deviation * rng.standard_normal((10, model.latent_dim))
plt.figure(figsize=(8, 1.2), layout="constrained")
plt.imshow(1 - np.hstack(model.decode(latents, "2")), cmap="gray")
plt.axis("off")
plt.show()
