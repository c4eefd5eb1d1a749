"""``desktop-cvae complete``: fill in a missing part of a digit."""

from __future__ import annotations

from argparse import Namespace
from pathlib import Path

import numpy as np
import numpy.typing as npt

from desktop_cvae.cli.inputs import read_digit
from desktop_cvae.cli.option_checks import label_index
from desktop_cvae.cli.output import note_saved, require_free, run_task
from desktop_cvae.core.errors import UsageError
from desktop_cvae.core.language import tr
from desktop_cvae.core.results import Samples
from desktop_cvae.datasets.generated_files import export_samples, format_by_suffix
from desktop_cvae.inference.opened_model import open_model
from desktop_cvae.pictures.picture_files import read_image

SIDE = 28
COLUMNS = 10


def run(arguments: Namespace) -> int:
    """Write the rest of the digit and the proposals as a contact sheet; print their labels.

    Raises:
        UsageError: the output exists, or there is no such label or part.
        MissingLabels: a label was asked of a model without labels.
        ImageProblem: the picture or the mask cannot be read, or nothing is written in it.
    """
    require_free(arguments.output, overwrite=arguments.overwrite)
    kind = format_by_suffix(arguments.output)
    assert kind is not None, "the parser asked for a suffix that is known"
    missing = missing_part(arguments.missing)
    model = open_model(arguments.model)
    label = label_index(arguments.label, "auto", model.spec, model.name)
    image = read_digit(model, arguments.image).prepared.image
    proposals = run_task(model.complete(image, missing, label, arguments.count, arguments.seed))
    shown = _with_rest(proposals, np.where(missing, 0, image).astype(np.float32))
    columns = min(COLUMNS, len(shown.images))
    # The rest of the digit has no label of its own.
    names = model.label_names if proposals.labels is not None else ()
    export_samples(arguments.output, kind, shown, names, columns)
    note_saved(arguments.output)
    if proposals.labels is not None:
        print(" ".join(names[label] for label in proposals.labels))
    return 0


def missing_part(part: str) -> npt.NDArray[np.bool_]:
    """Return the mask of the missing part, bool, (28, 28).

    Args:
        part: ``"X,Y,W,H"`` in pixels, or a picture's file of any size, white where it is missing.

    Raises:
        UsageError: it is neither, or the rectangle lies outside.
        ImageProblem: the picture cannot be read.
    """
    if not Path(part).is_file():
        try:
            left, top, width, height = map(int, part.split(","))
        except ValueError:
            sentence = tr("“{part}” is neither X,Y,W,H in pixels nor a picture file.", part=part)
            raise UsageError(sentence) from None
        missing = np.zeros((SIDE, SIDE), bool)
        if min(left, top) >= 0:
            missing[top : top + max(height, 0), left : left + max(width, 0)] = True
        if not missing.any():
            raise UsageError(
                tr("“{part}” contains none of the {side}×{side} pixels.", part=part, side=SIDE)
            )
        return missing
    from PIL import Image

    grey = Image.fromarray(np.rint(255 * read_image(Path(part))).astype(np.uint8))
    return np.asarray(grey.resize((SIDE, SIDE), Image.Resampling.BOX)) > 127


def _with_rest(proposals: Samples, rest: npt.NDArray[np.float32]) -> Samples:
    labels = proposals.labels
    return Samples(
        np.concatenate([rest[np.newaxis], proposals.images]),
        None if labels is None else np.concatenate([labels[:1], labels]),
        np.concatenate([proposals.latents[:1], proposals.latents]),
    )
