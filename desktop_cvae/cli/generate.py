"""``desktop-cvae generate``: new digits as a sheet, as arrays or as a folder of files."""

from __future__ import annotations

import math
from argparse import Namespace
from pathlib import Path

import numpy as np

from desktop_cvae.cli.inputs import read_found
from desktop_cvae.cli.options import label_index
from desktop_cvae.cli.output import note, require_free, require_free_folder, run_task
from desktop_cvae.core.errors import MissingLabels, UsageError
from desktop_cvae.core.results import Samples
from desktop_cvae.core.specs import ModelSpec
from desktop_cvae.inference.opened_model import OpenedModel

DEFAULT_COUNT = 100
SHEET_COLUMNS = 10


def run(arguments: Namespace) -> int:
    """Write new digits.

    Raises:
        UsageError: the output exists or is of no known kind, the options contradict, or digits
            of the least probability cannot be had.
        MissingLabels: a label or a style was asked of a model without labels.
    """
    from desktop_cvae.datasets.exporting import export_samples
    from desktop_cvae.inference.opened_model import open_model

    kind = _check_options(arguments)
    model = open_model(arguments.model)
    samples = _samples(model, arguments)
    count = len(samples.images)
    columns = _columns(count, model.spec)
    export_samples(arguments.output, kind, samples, model.label_names, columns)
    again = f", {samples.redrawn} drawn again" if arguments.min_probability is not None else ""
    note(f"{count} digits written to {arguments.output}{again}")
    return 0


def _check_options(arguments: Namespace) -> str:
    """The format, once all that can be is checked before the work."""
    from desktop_cvae.datasets.exporting import FORMATS, format_by_suffix

    output: Path = arguments.output
    suffixes = " or ".join(known.suffix for known in FORMATS.values() if known.suffix)
    kind: str | None = arguments.format or format_by_suffix(output)
    if kind is None and output.suffix and not output.is_dir():
        raise UsageError(f"“{output.name}” should end in {suffixes}, or be a folder.")
    kind = kind or "files"
    if not FORMATS[kind].suffix:
        require_free_folder(output, overwrite=arguments.overwrite)
    elif format_by_suffix(output) == kind:
        require_free(output, overwrite=arguments.overwrite)
    else:
        raise UsageError(f"“{output.name}” should end in {FORMATS[kind].suffix}.")
    chances = (arguments.count, arguments.per_label, arguments.temperature)
    if arguments.style is not None and {*chances, arguments.min_probability} != {None}:
        raise UsageError("--style writes every digit once, without chance: name only a --label.")
    return kind


def _samples(model: OpenedModel, arguments: Namespace) -> Samples:
    label = label_index(arguments.label, "all", model.spec, model.name)
    if arguments.style is not None:
        return _in_style(model, arguments.style, label)
    temperature = 1.0 if arguments.temperature is None else arguments.temperature
    count = arguments.count or DEFAULT_COUNT
    if arguments.per_label is not None:
        if not model.has_labels:
            raise MissingLabels(model.name, "write some of every label")
        count = arguments.per_label * (model.spec.label_count if label is None else 1)
    writing = model.generate(label, count, temperature, arguments.seed, arguments.min_probability)
    return run_task(writing)


def _in_style(model: OpenedModel, picture: str, label: int | None) -> Samples:
    image = read_found(picture).image
    # The picture's own label leaves the latent vector with the hand alone.
    own = model.read(image[np.newaxis])[0].label or 0
    samples = model.generate_in_style(model.hand_of(image, own))
    if label is None or samples.labels is None:
        return samples
    chosen = samples.labels == label
    return Samples(samples.images[chosen], samples.labels[chosen], samples.latents[chosen])


def _columns(count: int, spec: ModelSpec) -> int:
    """Labels in turn stand one below the other, in a sheet that is no long strip."""
    turn = spec.label_count if spec.conditional else SHEET_COLUMNS
    return turn * max(1, round(math.sqrt(count) / turn))
