"""An end of a walk comes from the drawing, a kept drawing, a sample or a picture."""

from __future__ import annotations

from pathlib import Path

import numpy as np
import pytest
from fakes import FakeSource, draw_digit
from pytestqt.qtbot import QtBot

from desktop_cvae.core.errors import ImageProblem
from desktop_cvae.gui.writing.walk_ends import EndCard, WalkEnd
from desktop_cvae.inference.opened_model import OpenedModel
from desktop_cvae.pictures.contact_sheets import encode_png


@pytest.fixture
def card(qtbot: QtBot) -> EndCard:
    card = EndCard("From", "The digit at the start of the walk", "sample", 3)
    qtbot.addWidget(card)
    card.set_labels(tuple("0123456789"))
    return card


@pytest.fixture
def model() -> OpenedModel:
    return FakeSource().load("studio", "onnx")


def test_a_sample_has_a_label_and_a_seed(card: EndCard) -> None:
    end = card.end()
    assert end is not None
    assert (end.label, end.image, end.path) == (3, None, None)


def test_the_drawing_is_followed_and_a_kept_one_is_not(card: EndCard) -> None:
    card.choose("drawing")
    assert card.end() is None
    three, four = draw_digit(3), draw_digit(4)
    card.set_drawing(three, 3)
    end = card.end()
    assert end is not None
    np.testing.assert_array_equal(end.image, three)
    card.choose("kept")
    card.set_drawing(four, 4)
    kept = card.end()
    assert kept is not None
    np.testing.assert_array_equal(kept.image, three)
    assert kept.label == 3


def test_a_picture_is_read_by_the_worker(card: EndCard, model: OpenedModel, tmp_path: Path) -> None:
    path = tmp_path / "four.png"
    pixels = 255 - np.rint(255 * draw_digit(4).repeat(8, 0).repeat(8, 1)).astype(np.uint8)
    path.write_bytes(encode_png(pixels))
    card.use_picture(path)
    end = card.end()
    assert end is not None
    assert (card.source, end.path, end.image) == ("picture", path, None)
    drawn = WalkEnd(image=draw_digit(4), label=4)
    np.testing.assert_allclose(end.style(model).latent, drawn.style(model).latent, atol=0.5)


def test_an_empty_picture_is_our_error(model: OpenedModel, tmp_path: Path) -> None:
    path = tmp_path / "empty.png"
    path.write_bytes(encode_png(np.full((60, 60), 255, np.uint8)))
    with pytest.raises(ImageProblem, match=r"empty\.png"):
        WalkEnd(path=path).style(model)


def test_a_sample_without_labels_needs_none(card: EndCard) -> None:
    card.set_labels(())
    end = card.end()
    assert end is not None
    assert end.image is None
