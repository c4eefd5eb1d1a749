"""``desktop-cvae generate``: new digits as a sheet, as arrays or as a folder of pictures."""

from __future__ import annotations

import io
from argparse import Namespace
from pathlib import Path

import numpy as np
import numpy.typing as npt

from desktop_cvae.cli.inputs import read_found
from desktop_cvae.cli.options import label_index
from desktop_cvae.cli.output import note, require_free, require_free_folder, run_task
from desktop_cvae.core.atomic_files import write_atomically
from desktop_cvae.core.errors import UsageError
from desktop_cvae.core.results import FloatArray, Hand, Samples
from desktop_cvae.core.specs import ModelSpec
from desktop_cvae.inference.opened_model import OpenedModel

DEFAULT_COUNT = 100
SHEET_COLUMNS, SHEET_SCALE, SHEET_GAP = 10, 2, 4


def run(arguments: Namespace) -> int:
    """Write new digits.

    Raises:
        UsageError: the output exists or is of no known kind, or the options contradict.
        MissingLabels: a label or a style was asked of a model without labels.
    """
    from desktop_cvae.inference.opened_model import open_model

    _check_options(arguments)
    model = open_model(arguments.model)
    samples = _samples(model, arguments)
    _write(arguments.output, samples, model.spec)
    note(f"{len(samples.images)} digits written to {arguments.output}")
    return 0


def _check_options(arguments: Namespace) -> None:
    output: Path = arguments.output
    kind = output.suffix.lower()
    if kind in (".png", ".npz"):
        require_free(output, overwrite=arguments.overwrite)
    elif kind and not output.is_dir():
        raise UsageError(f"“{output.name}” should end in .png or .npz, or be a folder.")
    else:
        require_free_folder(output, overwrite=arguments.overwrite)
    if arguments.style is not None and (arguments.count or arguments.temperature is not None):
        raise UsageError("--style writes every digit once; leave --count and --temperature out.")


def _samples(model: OpenedModel, arguments: Namespace) -> Samples:
    label = label_index(arguments.label, "all", model.spec, model.name)
    if arguments.style is not None:
        return _in_style(model, arguments.style, label)
    temperature = 1.0 if arguments.temperature is None else arguments.temperature
    count = arguments.count or DEFAULT_COUNT
    return run_task(model.generate(label, count, temperature, arguments.seed))


def _in_style(model: OpenedModel, picture: str, label: int | None) -> Samples:
    reading = model.read(read_found(picture).image[np.newaxis])[0]
    # The picture's own label leaves the latent vector with the hand alone.
    own = reading.label or 0
    samples = model.generate_in_style(Hand(reading.latent_means[own], own))
    if label is None or samples.labels is None:
        return samples
    chosen = samples.labels == label
    return Samples(samples.images[chosen], samples.labels[chosen], samples.latents[chosen])


def _write(output: Path, samples: Samples, spec: ModelSpec) -> None:
    from desktop_cvae.pictures.sheets import encode_png, tile_images

    kind = output.suffix.lower()
    if kind == ".png":
        columns = min(spec.label_count if spec.conditional else SHEET_COLUMNS, len(samples.images))
        sheet = tile_images(samples.images, columns, SHEET_SCALE, SHEET_GAP)
        write_atomically(output, encode_png(sheet))
    elif kind == ".npz":
        write_atomically(output, _arrays(samples))
    else:
        for number, image in enumerate(samples.images):
            name = _file_name(number, samples, spec)
            write_atomically(output / name, encode_png(_grey_bytes(image)))


def _arrays(samples: Samples) -> bytes:
    """An NPZ of ``x`` uint8 (N, 28, 28), ``latents`` and, with labels, ``y``: a data set."""
    buffer = io.BytesIO()
    images = _grey_bytes(samples.images)
    if samples.labels is None:
        np.savez_compressed(buffer, x=images, latents=samples.latents)
    else:
        np.savez_compressed(buffer, x=images, latents=samples.latents, y=samples.labels)
    return buffer.getvalue()


def _file_name(number: int, samples: Samples, spec: ModelSpec) -> str:
    if samples.labels is None:
        return f"{number:05d}.png"
    return f"{number:05d}-{spec.label_names[samples.labels[number]]}.png"


def _grey_bytes(images: FloatArray) -> npt.NDArray[np.uint8]:
    return np.rint(255 * images).astype(np.uint8)
