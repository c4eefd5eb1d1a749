"""``desktop-cvae walk``: walk from one digit to another, as an animation or a strip."""

from __future__ import annotations

from argparse import Namespace
from pathlib import Path

from desktop_cvae.bulk.picture_names import STANDARD_INPUT
from desktop_cvae.cli.inputs import read_style
from desktop_cvae.cli.output import note, require_free, run_task
from desktop_cvae.core.errors import UsageError
from desktop_cvae.core.language import tr, tr_n
from desktop_cvae.core.results import Style
from desktop_cvae.datasets.generated_files import export_walk
from desktop_cvae.inference.opened_model import OpenedModel, open_model
from desktop_cvae.inference.styles import sample_style

SAMPLE = "sample"


def run(arguments: Namespace) -> int:
    """Write the pictures; print their readings.

    Raises:
        UsageError: the output exists, or an end is neither a picture nor a label.
        ImageProblem: a picture cannot be read, or nothing is written in it.
    """
    require_free(arguments.output, overwrite=arguments.overwrite)
    model = open_model(arguments.model)
    # With one seed, a walk from a label to itself would stay where it is.
    start = _end(model, arguments.start, arguments.seed)
    end = _end(model, arguments.end, arguments.seed + 1)
    walk = run_task(model.walk(start, end, arguments.kind, arguments.steps))
    export_walk(arguments.output, walk.samples)
    if walk.read is not None:
        print(" ".join(model.label_names[label] for label in walk.read))
    written = tr_n(
        "{n} step written to {output}",
        "{n} steps written to {output}",
        arguments.steps,
        output=arguments.output,
    )
    note(written)
    return 0


def _end(model: OpenedModel, request: str, seed: int) -> Style:
    if request in model.label_names:
        return sample_style(model.generator, model.label_names.index(request), seed)
    if request == SAMPLE and not model.has_labels:
        return sample_style(model.generator, None, seed)
    if request != STANDARD_INPUT and not Path(request).exists():
        known = ", ".join(model.label_names) or SAMPLE
        raise UsageError(
            tr("“{name}” is neither a picture nor one of {known}.", name=request, known=known)
        )
    return read_style(model, request)
