"""``desktop-cvae walk``: from one digit to another, as a film or a strip."""

from __future__ import annotations

from argparse import Namespace
from pathlib import Path

from desktop_cvae.cli.inputs import STANDARD_INPUT, read_found
from desktop_cvae.cli.output import note, require_free, run_task
from desktop_cvae.core.errors import UsageError
from desktop_cvae.core.language import tr, tr_n
from desktop_cvae.core.results import Hand
from desktop_cvae.inference.opened_model import OpenedModel

SAMPLE = "sample"


def run(arguments: Namespace) -> int:
    """Write the pictures; print what the model reads on the way.

    Raises:
        UsageError: the output exists, or an end is neither a picture nor a label.
        ImageProblem: a picture cannot be read, or nothing is written in it.
    """
    from desktop_cvae.datasets.exporting import export_walk
    from desktop_cvae.inference.opened_model import open_model

    require_free(arguments.output, overwrite=arguments.overwrite)
    model = open_model(arguments.model)
    # Two samples of one label shall not be the same digit.
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


def _end(model: OpenedModel, wish: str, seed: int) -> Hand:
    from desktop_cvae.inference.walks import sampled_hand

    if wish in model.label_names:
        return sampled_hand(model.writer, model.label_names.index(wish), seed)
    if wish == SAMPLE and not model.has_labels:
        return sampled_hand(model.writer, None, seed)
    if wish != STANDARD_INPUT and not Path(wish).exists():
        known = ", ".join(model.label_names) or SAMPLE
        raise UsageError(
            tr("“{wish}” is neither a picture nor one of {known}.", wish=wish, known=known)
        )
    image = read_found(model, wish).prepared.image
    return model.hand_of(image, model.read(image[None])[0].label or 0)
