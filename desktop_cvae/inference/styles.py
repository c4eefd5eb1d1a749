"""Style latents: a drawing's style carried to every label, also from one network to another.

The label carries *what* is written, so the latent vector z is left with *how*: slant, width, weight
(Kingma et al. 2014, arXiv:1406.5298, figure 1).
"""

from __future__ import annotations

import numpy as np

from desktop_cvae.core.results import FloatArray, IntArray, Recognition, Style
from desktop_cvae.inference.engine import Engine

SOFTNESS = 0.7
"""Standard deviation assumed between a recogniser's soft image and a real digit's latents.

The latents' own is about 1. A lower value keeps more of the style, a higher one gives sharper
digits: tests/benchmarks/hand_style.py prints both."""


def sample_style(engine: Engine, label: int | None, seed: int, temperature: float = 1.0) -> Style:
    """Draw a style from the prior of a label.

    Args:
        engine: of the generator.
        label: None for a model without labels.
        seed: the same seed gives the same style.
        temperature: scales the prior's deviations, ≥ 0.
    """
    rng = np.random.default_rng(seed)
    index = label or 0
    return Style(engine.prior.sample(np.array([index], np.int64), temperature, rng)[0], index)


def encode_style(engine: Engine, image: FloatArray, label: int) -> Style:
    """Return the style in which an image is written.

    Args:
        engine: of the generator.
        image: float32, (28, 28), in [0, 1], white ink on black.
        label: what it shows; 0 for a model without labels.
    """
    return Style(engine.encode(image[np.newaxis], np.array([label], np.int64)).mean[0], label)


def transferred_latents(engine: Engine, style: Style) -> FloatArray:
    """Transfer a style to every label; float32, (K, L).

    Where each label has a prior of its own, the latent vector is moved to where that label's
    digits are.

    Args:
        engine: of the generator.
        style: of a drawing.
    """
    latents = engine.prior.style_transfer.transferred(*style)
    inside = engine.prior.style_transfer.truncated(latents, np.arange(len(latents)))
    # Its own digit is written as it was read.
    inside[style.label] = latents[style.label]
    return inside


def restored_latents(engine: Engine, images: FloatArray, labels: IntArray) -> FloatArray:
    """Encode another network's soft images as sharp digits; float32, (N, L).

    An image that another network decoded is encoded beside the latents of real digits. These
    latents are taken for a real digit's with noise and denoised under the label's prior; see
    :meth:`desktop_cvae.core.priors.StyleTransfer.restored`.

    Args:
        engine: of the generator.
        images: float32, (N, 28, 28), in [0, 1].
        labels: int64, (N,), what they show.
    """
    return engine.prior.style_transfer.restored(
        engine.encode(images, labels).mean, labels, SOFTNESS
    )


def style_latents(generator: Engine, recogniser: Engine, style: Style) -> FloatArray:
    """Return a style's latents under every label, float32, (K, L).

    With two networks the recogniser transfers the style, because its latent vector holds only how
    a digit is written. The generator then redraws what the recogniser decodes.

    Args:
        generator: writes.
        recogniser: reads; the same engine if one network does both.
        style: latents of the generator under one label.
    """
    if generator is recogniser or not generator.spec.conditional:
        return transferred_latents(generator, style)
    own = np.array([style.label])
    written = generator.decode(style.latent[np.newaxis], own)
    every = np.arange(generator.spec.label_count)
    latents = np.repeat(recogniser.encode(written, own).mean, len(every), axis=0)
    codes = restored_latents(generator, recogniser.decode(latents, every), every)
    codes[style.label] = style.latent
    return codes


def redraw(generator: Engine, reading: Recognition, image: FloatArray) -> tuple[FloatArray, Style]:
    """Redraw a recogniser's reconstructions with the generator.

    Under the label that was read the generator encodes the image itself.

    Args:
        generator: another network than the recogniser.
        reading: of the image.
        image: float32, (28, 28), in [0, 1], what was read.

    Returns:
        float32, (K, 28, 28), in [0, 1], and the image's style under the label that was read.
    """
    every = np.arange(len(reading.reconstructions))
    codes = restored_latents(generator, reading.reconstructions, every)
    style = encode_style(generator, image, reading.label or 0)
    codes[style.label] = style.latent
    return generator.decode(codes, every), style
