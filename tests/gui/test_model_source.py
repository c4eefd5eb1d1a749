"""The latent map of a library's model: laid out once from the test digits, then kept."""

from __future__ import annotations

import numpy as np
import pytest
from fakes import FakeEngine, draw_digit, fake_map, fake_model

from desktop_cvae.core.errors import InputOutputError
from desktop_cvae.core.latent_maps import LatentMap
from desktop_cvae.core.results import FloatArray, IntArray
from desktop_cvae.datasets.dataset import DigitDataset
from desktop_cvae.gui import model_source
from desktop_cvae.gui.model_source import LibrarySource
from desktop_cvae.inference.opened_model import OpenedModel

DIGITS = np.stack([draw_digit(label) for label in range(10)])


@pytest.fixture
def laid_out(monkeypatch: pytest.MonkeyPatch) -> list[FloatArray]:
    """The pictures of every map that is laid out."""
    asked: list[FloatArray] = []

    def build(self: OpenedModel, images: FloatArray, labels: IntArray) -> LatentMap:
        assert labels.tolist() == list(range(len(images)))
        asked.append(images)
        return fake_map(FakeEngine())

    test = DigitDataset(np.rint(255 * DIGITS).astype(np.uint8), np.arange(10))
    monkeypatch.setattr(OpenedModel, "build_latent_map", build)
    monkeypatch.setattr(LibrarySource, "test_digits", lambda _: test)
    return asked


@pytest.mark.usefixtures("home")
def test_a_map_is_laid_out_once_from_the_first_test_digits(
    laid_out: list[FloatArray], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(model_source, "MAP_SIZE", 7)
    source, model = LibrarySource(), fake_model(FakeEngine())
    first, again = source.latent_map(model), source.latent_map(model)
    assert first is not None
    assert again is not None
    np.testing.assert_allclose(again.points, first.points, atol=1e-3)
    (images,) = laid_out
    assert images.dtype == np.float32
    np.testing.assert_allclose(images, DIGITS[:7], atol=0.51 / 255)


@pytest.mark.usefixtures("home")
def test_a_map_that_cannot_be_kept_is_shown_all_the_same(
    laid_out: list[FloatArray], monkeypatch: pytest.MonkeyPatch
) -> None:
    def fail(*_: object) -> None:
        raise InputOutputError("The disk is full.")

    monkeypatch.setattr("desktop_cvae.library.latent_map_cache.store_latent_map", fail)
    source, model = LibrarySource(), fake_model(FakeEngine())
    assert source.latent_map(model) is not None
    assert source.latent_map(model) is not None
    assert len(laid_out) == 2


@pytest.mark.usefixtures("home", "laid_out")
def test_without_the_test_digits_there_is_no_map(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(LibrarySource, "test_digits", lambda _: None)
    assert LibrarySource().latent_map(fake_model(FakeEngine())) is None
