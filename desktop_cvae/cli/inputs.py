"""Inputs of commands: the one digit on a picture, its style, the test part of a data set.

The styles and digits are tested in tests/cli/test_generate.py.
"""

from __future__ import annotations

from desktop_cvae.bulk.picture_names import picture_source
from desktop_cvae.core.checked_json import printable
from desktop_cvae.core.errors import ImageProblem, UsageError
from desktop_cvae.core.language import tr
from desktop_cvae.core.results import Candidate, Style
from desktop_cvae.core.specs import DIGIT_NAMES
from desktop_cvae.datasets.dataset import DigitDataset
from desktop_cvae.datasets.loading import load_dataset
from desktop_cvae.datasets.stored import is_stored
from desktop_cvae.inference.opened_model import OpenedModel
from desktop_cvae.library.manifest import Manifest
from desktop_cvae.pictures.picture_files import read_image


def read_digit(model: OpenedModel, picture: str) -> Candidate:
    """Return a picture's digit with the preparation that the model finds most likely.

    Args:
        model: reads.
        picture: a file's name, or ``-`` for standard input.

    Raises:
        ImageProblem: the picture cannot be read, or is empty.
    """
    candidate = model.prepare(read_image(picture_source(picture)))[0]
    if not candidate.prepared.found:
        raise ImageProblem(tr("Nothing was found in “{name}”.", name=picture))
    return candidate


def read_style(model: OpenedModel, picture: str) -> Style:
    """Return the style of a picture's digit; arguments and errors as for :func:`read_digit`."""
    image = read_digit(model, picture).prepared.image
    # The picture's own label leaves the latent vector with the hand alone.
    return model.style_of(image, model.read(image[None])[0].label or 0)


def data_of_model(asked: str | None, manifest: Manifest) -> str:
    """Return the data set on which a model is measured.

    Args:
        asked: what the user named; None takes the library's data set that the model learned from,
            and MNIST for models of digits.
        manifest: the model's.

    Raises:
        UsageError: none was named, and neither is fitting.
    """
    if asked is not None:
        return asked
    learned = manifest.dataset_name.removesuffix(" train")
    if is_stored(learned):
        return learned
    if manifest.spec.conditional and not set(DIGIT_NAMES) <= set(manifest.spec.label_names):
        raise UsageError(
            tr(
                "This model learned from “{name}”, which is not in the library; name its data with "
                "--data.",
                name=printable(learned, 60),
            )
        )
    return "mnist"


def load_test_part(data: str, limit: int | None) -> DigitDataset:
    """Load the test part of a data set, or its first ``limit`` digits.

    Raises:
        DatasetProblem: the data cannot be used.
    """
    dataset = load_dataset(data, "test")
    return dataset if limit is None else dataset.limit(limit)
