"""New digits: latents from the prior under a label, or one style under every label."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from functools import partial

import numpy as np
import numpy.typing as npt

from desktop_cvae.core.errors import MissingLabels, UsageError
from desktop_cvae.core.language import mark, number, tr
from desktop_cvae.core.priors import Prior
from desktop_cvae.core.results import (
    MAX_CHARACTERS,
    FloatArray,
    IntArray,
    Samples,
    WrittenNumber,
)
from desktop_cvae.core.specs import ModelSpec
from desktop_cvae.core.tasks import Progress, Task, result_of
from desktop_cvae.inference.engine import Engine
from desktop_cvae.pictures.contact_sheets import encode_png, tile_images

CHUNK = 256
"""Samples decoded in one step."""
SOME_TEMPERATURE = 0.8
"""Temperature of a random style: typical enough that all ten digits are clear."""
PREVIEW_COUNT, PREVIEW_SCALE, PREVIEW_GAP = 50, 2, 4
DRAWS = 50
"""Draws of one sample after which generation gives up."""

Accepts = Callable[[FloatArray, IntArray], npt.NDArray[np.bool_]]
"""Function of images (N, 28, 28) and their labels (N,) that tells which samples to keep, (N,)."""


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
    """Sample z ~ p(z | y), or near a style's latents, and decode.

    Args:
        engine: the loaded model.
        label: of all samples; None takes all labels in turn.
        count: number of samples, ≥ 0.
        temperature: scales the prior's deviations, ≥ 0; see
            :meth:`desktop_cvae.core.priors.Prior.sample`.
        seed: the same seed gives the same samples.
        accepts: samples that it rejects are drawn again under their label; None keeps all.
        codes: float32, (K, L), the style that the samples keep, under every label; None takes all.
        gives_up: False keeps the last draw of samples rejected too often.

    Yields:
        how many samples are there.

    Raises:
        MissingLabels: a label was chosen, or is to be judged, for a model without labels.
        UsageError: some samples were rejected ``DRAWS`` times.
    """
    spec = engine.spec
    if not spec.conditional and not (label is None and accepts is None):
        raise MissingLabels(spec.preset, tr("write a chosen digit"))
    labels = labels_in_turn(spec, label, count)
    rng = np.random.default_rng(seed)
    draw = partial(engine.prior.sample, temperature=temperature, rng=rng)
    if codes is not None:
        draw = partial(_draw_near, engine.prior, codes, temperature=temperature, rng=rng)
    latents = draw(labels)
    samples = yield from decode_samples(engine, latents, labels)
    if accepts is None:
        return samples
    failed, redrawn = np.arange(count), 0
    for _ in range(DRAWS):
        failed = yield from _rejected(accepts, samples.images, labels, failed)
        if not len(failed):
            return replace(samples, redrawn=redrawn)
        redrawn += len(failed)
        latents[failed] = draw(labels[failed])
        samples.images[failed] = yield from decode_all(engine, latents[failed], labels[failed])
    if not gives_up:
        return replace(samples, redrawn=redrawn)
    raise UsageError(
        tr(
            "{failed} of {count} digits were never read as their label in {draws} draws each; try "
            "a smaller probability or another temperature.",
            failed=number(len(failed)),
            count=number(count),
            draws=DRAWS,
        )
    )


def preview_png(engine: Engine, seed: int) -> bytes:
    """Return a contact sheet of samples under all labels in turn, as the bytes of a PNG file."""
    images = result_of(generate(engine, None, PREVIEW_COUNT, 1.0, seed)).images
    return encode_png(tile_images(images, 10, PREVIEW_SCALE, PREVIEW_GAP))


def generate_in_style(engine: Engine, codes: FloatArray) -> Samples:
    """Write every label once in one style.

    Args:
        engine: the loaded model.
        codes: float32, (K, L), the style under every label, as from :func:`transferred_latents`.

    Raises:
        MissingLabels: the model has no labels.
    """
    spec = engine.spec
    if not spec.conditional:
        raise MissingLabels(spec.preset, tr("write other digits in this style"))
    labels = np.arange(spec.label_count, dtype=np.int64)
    return Samples(engine.decode(codes, labels), labels, codes)


def write_number(
    engine: Engine, codes: FloatArray, text: str, temperature: float, seed: int
) -> WrittenNumber:
    """Write a number in one style, each digit slightly different.

    Args:
        engine: the loaded model.
        codes: float32, (K, L), the style under every label.
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
    """Return the characters that a model can write: its labels' names of length one."""
    return "".join(n for n in spec.label_names if len(n) == 1) if spec.conditional else ""


def _draw_near(
    prior: Prior,
    codes: FloatArray,
    labels: IntArray,
    *,
    temperature: float,
    rng: np.random.Generator,
) -> FloatArray:
    return prior.style_transfer.around(codes[labels], labels, temperature, rng)


def labels_in_turn(spec: ModelSpec, label: int | None, count: int) -> IntArray:
    """Return a label for each sample, the given one or all in turn; int64, (count,)."""
    labels = np.arange(count) % spec.score_count if label is None else np.full(count, label)
    return labels.astype(np.int64)


def decode_samples(engine: Engine, latents: FloatArray, labels: IntArray) -> Task[Samples]:
    """Decode latents (N, L) under labels (N,), which a model without labels ignores."""
    images = yield from decode_all(engine, latents, labels)
    return Samples(images, labels if engine.spec.conditional else None, latents)


def decode_all(engine: Engine, latents: FloatArray, labels: IntArray) -> Task[FloatArray]:
    """Decode latents (N, L) under labels (N,), one chunk a step; float32, (N, 28, 28)."""
    # Of no latents the engine still gives an array of the right shape, (0, 28, 28).
    parts = [] if len(latents) else [engine.decode(latents, labels)]
    for start in range(0, len(latents), CHUNK):
        chunk = slice(start, start + CHUNK)
        parts.append(engine.decode(latents[chunk], labels[chunk]))
        yield Progress(min(start + CHUNK, len(latents)), len(latents))
    return np.concatenate(parts)


def _rejected(
    accepts: Accepts, images: FloatArray, labels: IntArray, indices: IntArray
) -> Task[IntArray]:
    """Return the indices whose images are rejected."""
    parts = []
    for start in range(0, len(indices), CHUNK):
        chunk = indices[start : start + CHUNK]
        parts.append(chunk[~accepts(images[chunk], labels[chunk])])
        yield Progress(min(start + CHUNK, len(indices)), len(indices), mark("reading"))
    return np.concatenate(parts)
