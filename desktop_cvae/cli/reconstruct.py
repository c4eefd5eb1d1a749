"""``desktop-cvae reconstruct``: input, noisy input, reconstruction and difference as one sheet."""

from __future__ import annotations

from argparse import Namespace

import numpy as np

from desktop_cvae.cli.inputs import read_digit
from desktop_cvae.cli.option_checks import label_index, noise_setting
from desktop_cvae.cli.output import note_saved, require_free
from desktop_cvae.core.atomic_files import write_atomically
from desktop_cvae.core.language import percent_text, tr
from desktop_cvae.core.results import Answer
from desktop_cvae.core.specs import ModelSpec
from desktop_cvae.inference.opened_model import open_model
from desktop_cvae.library.model_library import find_model
from desktop_cvae.pictures.contact_sheets import encode_png, tile_images

SCALE, GAP = 8, 8


def run(arguments: Namespace) -> int:
    """Reconstruct one picture and write the sheet.

    Raises:
        UsageError: the output exists, or there is no such label or noise.
        ImageProblem: the picture cannot be read, or nothing is written in it.
    """
    require_free(arguments.output, overwrite=arguments.overwrite)
    noise = noise_setting(arguments.noise, arguments.seed)
    entry = find_model(arguments.model)
    spec = entry.manifest.spec
    label = label_index(arguments.label, "auto", spec, entry.name)
    model = open_model(entry)
    candidate = read_digit(model, arguments.image)
    prepared = candidate.prepared
    result = model.answer(prepared, noise, label, candidate.recognition)
    assert result.reconstruction is not None, "the picture is not empty"
    difference = np.abs(result.reconstruction - result.noisy)
    images = np.stack([prepared.image, result.noisy, result.reconstruction, difference])
    write_atomically(arguments.output, encode_png(tile_images(images, 4, SCALE, GAP)))
    note_saved(arguments.output)
    print(_summary(result, spec))
    return 0


def _summary(result: Answer, spec: ModelSpec) -> str:
    columns = tr("input | noisy | reconstruction | difference")
    reading = result.recognition
    if reading is None or reading.label is None or result.label is None:
        return columns
    read, used = spec.label_names[reading.label], spec.label_names[result.label]
    return tr(
        "{columns}: read as {read} ({probability}), drawn as {used}",
        columns=columns,
        read=read,
        probability=percent_text(reading.probability),
        used=used,
    )
