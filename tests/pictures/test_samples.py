"""The pictures that come with the program."""

import pytest

from desktop_cvae.core.paths import resources_dir
from desktop_cvae.pictures.file_formats import SUFFIXES
from desktop_cvae.pictures.picture_files import read_image
from desktop_cvae.pictures.preparation import to_mnist_style

SAMPLES = sorted((resources_dir() / "samples").iterdir())


def test_there_are_all_ten_digits_in_a_small_folder() -> None:
    assert {file.name[0] for file in SAMPLES} == set("0123456789")
    assert len(SAMPLES) == 12
    assert {file.suffix for file in SAMPLES} <= set(SUFFIXES)
    assert sum(file.stat().st_size for file in SAMPLES) < 400_000


@pytest.mark.parametrize("file", SAMPLES, ids=lambda file: file.name)
def test_every_sample_is_found(file) -> None:  # type: ignore[no-untyped-def]
    prepared = to_mnist_style(read_image(file))
    assert prepared.found
    assert 40 < prepared.image.sum() < 220
