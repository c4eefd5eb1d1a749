"""New digits: latents from the prior under a label, or one hand's latent under every label."""

from __future__ import annotations

import numpy as np

from desktop_cvae.core.errors import MissingLabels
from desktop_cvae.core.ports import Engine
from desktop_cvae.core.results import FloatArray, Samples


def generate(
    engine: Engine, label: int | None, count: int, temperature: float, seed: int
) -> Samples:
    """Sample z ~ N(0, temperature²) and decode.

    Args:
        engine: the loaded model.
        label: of all samples; None takes all labels in turn.
        count: number of samples, ≥ 0.
        temperature: standard deviation of the latents, ≥ 0; 1 is the prior, 0 its mean.
        seed: the same seed gives the same samples.

    Raises:
        MissingLabels: a label was chosen for a model without labels.
    """
    spec = engine.spec
    draws = np.random.default_rng(seed).standard_normal((count, spec.latent_dim))
    latents = (temperature * draws).astype(np.float32)
    if not spec.conditional:
        if label is not None:
            raise MissingLabels(spec.preset, "write a chosen digit")
        return Samples(engine.decode(latents, None), None, latents)
    labels = np.arange(count) % spec.label_count if label is None else np.full(count, label)
    labels = labels.astype(np.int64)
    return Samples(engine.decode(latents, labels), labels, latents)


def generate_in_style(engine: Engine, latent: FloatArray) -> Samples:
    """Every label once in the hand that one latent vector describes.

    The label carries *what* is written, so z is left with *how*: slant, width, weight
    (Kingma et al. 2014, arXiv:1406.5298, figure 1).

    Args:
        engine: the loaded model.
        latent: float32, (L,), usually a drawing's posterior mean under its own label.

    Raises:
        MissingLabels: the model has no labels.
    """
    spec = engine.spec
    if not spec.conditional:
        raise MissingLabels(spec.preset, "write other digits in this hand")
    labels = np.arange(spec.label_count, dtype=np.int64)
    latents = np.repeat(latent[None], spec.label_count, axis=0).astype(np.float32)
    return Samples(engine.decode(latents, labels), labels, latents)
