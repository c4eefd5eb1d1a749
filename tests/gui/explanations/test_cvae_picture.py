"""The painted CVAE: its terms add up, bars of z follow pointer and keys, clicks choose labels."""

from __future__ import annotations

from itertools import pairwise

import numpy as np
import pytest
from fakes import FakeEngine, draw_digit
from pointer import move_mouse
from PySide6.QtCore import QPoint, QRect, Qt
from PySide6.QtGui import QImage
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from desktop_cvae.core.specs import DIGIT_NAMES
from desktop_cvae.gui.explanations.cvae_painting import HEIGHT, STEPS, elbo_text
from desktop_cvae.gui.explanations.cvae_picture import CvaePicture
from desktop_cvae.gui.theme import Appearance
from desktop_cvae.inference.evidence_decomposition import ForwardPass, forward_pass

LEFT_BUTTON = Qt.MouseButton.LeftButton


@pytest.fixture(autouse=True)
def appearance(qapp: QApplication) -> Appearance:
    """Sets the font's size in pixels, as the program does."""
    return Appearance(qapp, "light")


@pytest.fixture
def way() -> ForwardPass:
    return forward_pass(FakeEngine(), draw_digit(7, slant=0.2), 7, 0.0)


@pytest.fixture
def picture(qtbot: QtBot, way: ForwardPass) -> CvaePicture:
    picture = CvaePicture()
    qtbot.addWidget(picture)
    picture.resize(600, picture.heightForWidth(600))
    picture.show_pass(draw_digit(7, slant=0.2), way, DIGIT_NAMES)
    return picture


def pixels(picture: CvaePicture, place: QRect | None = None) -> np.ndarray:
    image = (
        picture.grab(place or picture.rect())
        .toImage()
        .convertToFormat(QImage.Format.Format_Grayscale8)
    )
    return np.frombuffer(image.constBits(), np.uint8).copy()


def moves_of(picture: CvaePicture) -> list[np.ndarray]:
    moves: list[np.ndarray] = []
    picture.code_moved.connect(moves.append)
    return moves


def test_a_bar_is_dragged(picture: CvaePicture) -> None:
    moves = moves_of(picture)
    before = picture.latents.copy()
    QTest.mousePress(picture, LEFT_BUTTON, pos=picture.bar_point(3, 0.5).toPoint())
    move_mouse(picture, picture.bar_point(3, 2.0).toPoint(), LEFT_BUTTON)
    assert picture.dimension == 3
    assert moves[0][3] == pytest.approx(0.5, abs=0.06)
    assert moves[1][3] == pytest.approx(2.0, abs=0.06)
    # Far outside, the value stays on the axis; the other dimensions are left alone.
    move_mouse(picture, QPoint(5, -400), LEFT_BUTTON)
    assert moves[2][3] == 3.0
    np.testing.assert_array_equal(np.delete(moves[2], 3), np.delete(before, 3))
    QTest.mouseRelease(picture, LEFT_BUTTON)
    move_mouse(picture, picture.bar_point(5, 0.0).toPoint())
    assert len(moves) == 3


def test_a_double_click_returns_to_the_mean(picture: CvaePicture, way: ForwardPass) -> None:
    moves = moves_of(picture)
    QTest.mouseDClick(picture, LEFT_BUTTON, pos=picture.bar_point(0, -2.0).toPoint())
    assert moves[-1][0] == pytest.approx(float(way.mean[0]))


def test_arrow_keys_choose_and_move_a_dimension(picture: CvaePicture, way: ForwardPass) -> None:
    moves = moves_of(picture)
    QTest.keyClick(picture, Qt.Key.Key_Right)
    QTest.keyClick(picture, Qt.Key.Key_Right)
    assert (picture.dimension, moves) == (1, [])
    QTest.keyClick(picture, Qt.Key.Key_Up)
    assert moves[-1][1] == pytest.approx(float(way.mean[1]) + 0.1)
    assert "z2 = " in picture.accessibleDescription()
    QTest.keyClick(picture, Qt.Key.Key_Home)
    assert moves[-1][1] == pytest.approx(float(way.mean[1]))


def test_a_click_chooses_a_label(picture: CvaePicture) -> None:
    chosen: list[int] = []
    picture.label_chosen.connect(chosen.append)
    for label in (0, 4, 9):
        QTest.mouseClick(picture, LEFT_BUTTON, pos=picture.cell_center(label).toPoint())
    assert chosen == [0, 4, 9]


def test_without_a_drawing_nothing_can_be_moved(picture: CvaePicture) -> None:
    moves = moves_of(picture)
    picture.show_pass(None, None, DIGIT_NAMES)
    QTest.mouseClick(picture, LEFT_BUTTON, pos=picture.bar_point(0, 1.0).toPoint())
    QTest.keyClick(picture, Qt.Key.Key_Up)
    assert moves == []
    assert picture.accessibleDescription() == ""


def test_each_step_adds_to_the_picture(picture: CvaePicture) -> None:
    shown = []
    for step in STEPS:
        picture.set_step(step)
        shown.append(pixels(picture))
    assert all((a != b).any() for a, b in pairwise(shown))
    # The reconstruction, in the lower left, is a ghost until the decoder's step.
    place = picture.rect().adjusted(20, 226, -460, -40)
    darkest = []
    for step in ("code", "decoder", ""):
        picture.set_step(step)
        darkest.append(int(pixels(picture, place).min()))
    assert darkest[0] > 150 > darkest[1] == darkest[2]
    picture.set_step("picture")
    np.testing.assert_array_equal(pixels(picture), shown[0])


def test_a_model_without_labels_has_no_label_to_click(
    picture: CvaePicture, way: ForwardPass
) -> None:
    with_labels = pixels(picture)
    picture.show_pass(draw_digit(7), way, ())
    assert (pixels(picture) != with_labels).any()
    chosen: list[int] = []
    picture.label_chosen.connect(chosen.append)
    QTest.mouseClick(picture, LEFT_BUTTON, pos=QPoint(150, 172))
    assert chosen == []


def test_it_shrinks_with_its_width(picture: CvaePicture) -> None:
    assert picture.heightForWidth(1200) == HEIGHT
    assert picture.heightForWidth(picture.minimumSizeHint().width()) < HEIGHT
    picture.resize(picture.minimumSizeHint())
    # The last place of the axis is still inside.
    assert picture.rect().contains(picture.bar_point(len(picture.latents) - 1, -3.0).toPoint())


def test_the_sum_is_that_of_its_terms(way: ForwardPass) -> None:
    assert way.elbo_nats == pytest.approx(-(way.reconstruction_nats + way.kl_nats))
    first, second = round(way.reconstruction_nats, 1), round(way.kl_nats, 1)
    assert elbo_text(way).startswith(f"ELBO = −({first} + {second})")
