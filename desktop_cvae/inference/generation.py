"""New digits: latents from the prior under a label, or one hand's latent under every label.

And how sure a model is of its explanation: the spread of reconstructions from its posterior.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from functools import partial

import numpy as np
import numpy.typing as npt
from numpy.random import Generator

from desktop_cvae.core.errors import MissingLabels, UsageError
from desktop_cvae.core.language import mark, number, tr
from desktop_cvae.core.priors import Prior
from desktop_cvae.core.results import (
    MAX_CHARACTERS,
    FloatArray,
    Hand,
    IntArray,
    Samples,
    WrittenNumber,
)
from desktop_cvae.core.specs import ModelSpec
from desktop_cvae.core.tasks import Progress, Task, result_of
from desktop_cvae.inference.engine import Engine
from desktop_cvae.pictures.sheets import encode_png, tile_images

CHUNK = 256
"""Samples of one step."""
SOME_TEMPERATURE = 0.8
"""Of a hand that nobody has: usual enough that all ten digits are clear."""
SOFTNESS = 0.7
"""How far a reader's picture may lie from a real digit's code, as a standard deviation in a code
whose own is about 1. Less leaves more of the hand, more is sharper: tests/benchmarks/hand_style.py
prints both."""
PREVIEW_COUNT, PREVIEW_SCALE, PREVIEW_GAP = 50, 2, 4
DRAWS = 50
"""How often one sample is drawn at most, before it is said that it cannot be had."""

Accepts = Callable[[FloatArray, IntArray], npt.NDArray[np.bool_]]
"""Of images (N, 28, 28) and the labels they were written under, (N,): which of them may stay."""


def generate(
    engine: Engine,
    label: int | None,
    count: int,
    temperature: float,
    seed: int,
    accepts: Accepts | None = None,
    codes: FloatArray | None = None,
    *,
    gives_up: bool = True,
) -> Task[Samples]:
    """Sample z ~ p(z | y), or near a hand's codes, and decode.

    Args:
        engine: the loaded model.
        label: of all samples; None takes all labels in turn.
        count: number of samples, ≥ 0.
        temperature: scales the prior's deviations, ≥ 0; see
            :meth:`desktop_cvae.core.priors.Prior.sample`.
        seed: the same seed gives the same samples.
        accepts: what it refuses is drawn again, under its label; None takes what comes.
        codes: float32, (K, L), of the hand whose style the samples keep; None takes all hands.
        gives_up: False keeps the last draw of what was refused too often.

    Yields:
        how many samples are there.

    Raises:
        MissingLabels: a label was chosen, or is to be judged, for a model without labels.
        UsageError: some samples were refused ``DRAWS`` times.
    """
    spec = engine.spec
    if not spec.conditional and not (label is None and accepts is None):
        raise MissingLabels(spec.preset, tr("write a chosen digit"))
    labels = np.arange(count) % spec.score_count if label is None else np.full(count, label)
    labels = labels.astype(np.int64)
    rng = np.random.default_rng(seed)
    draw = partial(engine.prior.sample, temperature=temperature, rng=rng)
    if codes is not None:
        draw = partial(_draw_near, engine.prior, codes, temperature=temperature, rng=rng)
    latents = draw(labels)
    given = labels if spec.conditional else None
    samples = Samples((yield from decode_all(engine, latents, given)), given, latents)
    if given is None or accepts is None:
        return samples
    refused, redrawn = np.arange(count), 0
    for _ in range(DRAWS):
        refused = yield from _refused(accepts, samples.images, labels, refused)
        if not len(refused):
            return replace(samples, redrawn=redrawn)
        redrawn += len(refused)
        latents[refused] = draw(labels[refused])
        samples.images[refused] = yield from decode_all(engine, latents[refused], labels[refused])
    if not gives_up:
        return replace(samples, redrawn=redrawn)
    raise UsageError(
        tr(
            "{refused} of {count} digits were never read as wished, in {draws} draws each; "
            "ask for a smaller probability or another temperature.",
            refused=number(len(refused)),
            count=number(count),
            draws=DRAWS,
        )
    )


def preview_png(engine: Engine, seed: int) -> bytes:
    """A sheet of what it writes under its labels in turn, as the bytes of a PNG."""
    images = result_of(generate(engine, None, PREVIEW_COUNT, 1.0, seed)).images
    return encode_png(tile_images(images, 10, PREVIEW_SCALE, PREVIEW_GAP))


def generate_in_style(engine: Engine, codes: FloatArray) -> Samples:
    """Every label once in one hand.

    Args:
        engine: the loaded model.
        codes: float32, (K, L), the hand's under every label, as of :func:`carried_codes`.

    Raises:
        MissingLabels: the model has no labels.
    """
    spec = engine.spec
    if not spec.conditional:
        raise MissingLabels(spec.preset, tr("write other digits in this hand"))
    labels = np.arange(spec.label_count, dtype=np.int64)
    return Samples(engine.decode(codes, labels), labels, codes)


def carried_codes(engine: Engine, hand: Hand) -> FloatArray:
    """One hand's codes under every label, (K, L).

    The label carries *what* is written, so z is left with *how*: slant, width, weight
    (Kingma et al. 2014, arXiv:1406.5298, figure 1). Where each label has a prior of its own, the
    latent vector is carried to where that label's hands are.

    Args:
        engine: the loaded model.
        hand: a drawing's.
    """
    codes = engine.prior.carried(*hand)
    inside = engine.prior.truncated(codes, np.arange(len(codes)))
    # Its own digit is written as it was read.
    inside[hand.label] = codes[hand.label]
    return inside


def redrawn_codes(writer: Engine, images: FloatArray, labels: IntArray) -> FloatArray:
    """Codes of sharp digits like soft ones, (N, L).

    What another network has decoded lies beside the codes of real digits. Taken for one of them
    that noise was added to, it is restored under the label's prior; see
    :meth:`desktop_cvae.core.priors.Prior.restored`.

    Args:
        writer: is to write them.
        images: float32, (N, 28, 28), in [0, 1].
        labels: int64, (N,), what they show.
    """
    return writer.prior.restored(writer.encode(images, labels).mean, labels, SOFTNESS)


def some_hand(engine: Engine, seed: int) -> Hand:
    """A hand that nobody has, drawn from the prior of one label."""
    label = seed % engine.spec.score_count
    rng = np.random.default_rng(seed)
    return Hand(engine.prior.sample(np.array([label]), SOME_TEMPERATURE, rng)[0], label)


def write_number(
    engine: Engine, codes: FloatArray, text: str, temperature: float, seed: int
) -> WrittenNumber:
    """Write a number in one hand, no digit quite like another.

    Args:
        engine: the loaded model.
        codes: float32, (K, L), the hand's under every label.
        text: names of labels that are one character long, and spaces; see :func:`writable`.
        temperature: scales how much the digits vary, ≥ 0; 0 writes every digit alike.
        seed: the same seed gives the same digits, and adding one more leaves the others.

    Raises:
        MissingLabels: the model has no labels.
        UsageError: a character cannot be written, or there are too many.
    """
    spec = engine.spec
    if not spec.conditional:
        raise MissingLabels(spec.preset, tr("write a number"))
    known = writable(spec)
    if unknown := [character for character in text if character not in f"{known} "]:
        raise UsageError(
            tr(
                "“{character}” cannot be written, only {known} and spaces.",
                character=unknown[0],
                known=known,
            )
        )
    if len(text) > MAX_CHARACTERS:
        raise UsageError(
            tr("At most {most} characters can be written at once.", most=MAX_CHARACTERS)
        )
    names = [spec.label_names.index(character) for character in text if character != " "]
    labels = np.array(names, np.int64)
    latents = _draw_near(
        engine.prior, codes, labels, temperature=temperature, rng=np.random.default_rng(seed)
    )
    return WrittenNumber(text, Samples(engine.decode(latents, labels), labels, latents))


def writable(spec: ModelSpec) -> str:
    """The characters that a model can write: its labels' names that are one long."""
    return "".join(n for n in spec.label_names if len(n) == 1) if spec.conditional else ""


def _draw_near(
    prior: Prior, codes: FloatArray, labels: IntArray, *, temperature: float, rng: Generator
) -> FloatArray:
    return prior.around(codes[labels], labels, temperature, rng)


def decode_all(engine: Engine, latents: FloatArray, labels: IntArray | None) -> Task[FloatArray]:
    """Decode latents (N, L), under labels (N,) if there are any, a chunk a step.

    Returns:
        float32, (N, 28, 28).
    """
    # Asked for none, the engine says how large a picture is.
    parts = [] if len(latents) else [engine.decode(latents, labels)]
    for start in range(0, len(latents), CHUNK):
        chunk = slice(start, start + CHUNK)
        parts.append(engine.decode(latents[chunk], None if labels is None else labels[chunk]))
        yield Progress(min(start + CHUNK, len(latents)), len(latents))
    return np.concatenate(parts)


def _refused(
    accepts: Accepts, images: FloatArray, labels: IntArray, places: IntArray
) -> Task[IntArray]:
    """Those of the places whose images are refused."""
    parts = []
    for start in range(0, len(places), CHUNK):
        chunk = places[start : start + CHUNK]
        parts.append(chunk[~accepts(images[chunk], labels[chunk])])
        yield Progress(min(start + CHUNK, len(places)), len(places), mark("reading"))
    return np.concatenate(parts)


SAMPLES = 16
"""Enough that the picture is calm, in about one and a half times an answer's time."""


def posterior_samples(
    engine: Engine, image: FloatArray, label: int | None, count: int = SAMPLES, seed: int = 0
) -> FloatArray:
    """Reconstructions from z ~ q(z | x, y).

    z = μ + σ·ε with ε ~ N(0, 1) (Kingma & Welling 2014, arXiv:1312.6114, section 2.4).

    Args:
        engine: the loaded model.
        image: float32, (28, 28), in [0, 1], what the model reads.
        label: explains the image; None for a model without labels.
        count: samples, ≥ 1.
        seed: the same seed gives the same samples, so that a picture at rest does not flicker.

    Returns:
        float32, (count, 28, 28), in [0, 1].
    """
    one = None if label is None else np.array([label], np.int64)
    posterior = engine.encode(image[None], one)
    noise = np.random.default_rng(seed).standard_normal((count, posterior.mean.shape[1]))
    latents = (posterior.mean + np.exp(0.5 * posterior.log_var) * noise).astype(np.float32)
    labels = None if one is None else np.repeat(one, count)
    return engine.decode(latents, labels)


def posterior_spread(
    engine: Engine, image: FloatArray, label: int | None, count: int = SAMPLES, seed: int = 0
) -> FloatArray:
    """How sure it is of each pixel: standard deviation over :func:`posterior_samples`.

    Args and errors are theirs.

    Returns:
        float32, (28, 28), in [0, 0.5].
    """
    samples = posterior_samples(engine, image, label, count, seed)
    spread: FloatArray = samples.std(axis=0, dtype=np.float32)
    return spread
