"""The one digit on a picture, for commands that need one."""

from __future__ import annotations

from desktop_cvae.bulk.names import picture_source
from desktop_cvae.core.errors import ImageProblem
from desktop_cvae.core.language import tr
from desktop_cvae.core.results import Candidate
from desktop_cvae.inference.opened_model import OpenedModel
from desktop_cvae.pictures.picture_files import read_image


def read_found(model: OpenedModel, picture: str) -> Candidate:
    """Return a picture's digit with the preparation that the model finds most likely.

    Args:
        model: reads.
        picture: a file's name, or ``-`` for standard input.

    Raises:
        ImageProblem: the picture cannot be read, or is empty.
    """
    selected = model.prepare(read_image(picture_source(picture)))[0]
    if not selected.prepared.found:
        raise ImageProblem(tr("Nothing was found in “{name}”.", name=picture))
    return selected
