"""Crop and turn: the frame by mouse and keys, turning, and a part that is opened and undone."""

from __future__ import annotations

from collections.abc import Callable, Iterator

import numpy as np
import pytest
from fakes import draw_digit
from PySide6.QtCore import QPoint, QPointF, Qt
from PySide6.QtGui import QAction
from PySide6.QtTest import QTest
from window_desk import Desk

from desktop_cvae.gui.cropping.crop_dialog import CropDialog
from desktop_cvae.gui.picture import Picture

Left = Qt.MouseButton.LeftButton
Shift, Control = Qt.KeyboardModifier.ShiftModifier, Qt.KeyboardModifier.ControlModifier
OpenCrop = Callable[..., CropDialog]


def two_digits() -> np.ndarray:
    """A 3 at the left and a lying 0 at the right, dark on light: (280, 560)."""
    digits = [draw_digit(3), np.rot90(draw_digit(6), -1)]
    return 1 - np.hstack(digits).repeat(10, 0).repeat(10, 1)


@pytest.fixture
def open_crop(desk: Desk) -> Iterator[OpenCrop]:
    def open_() -> CropDialog:
        desk.session.picture_opened.emit(Picture(two_digits(), "two.png"))
        desk.settle()
        action = desk.window.findChild(QAction, "action_crop_and_turn")
        assert action is not None
        action.trigger()
        dialog = desk.window.findChild(CropDialog)
        assert dialog is not None
        dialog.resize(700, 500)
        return dialog

    yield open_
    desk.settle()
    for dialog in desk.window.findChildren(CropDialog):
        dialog.close()


def at(dialog: CropDialog, x: float, y: float) -> QPoint:
    """The widget's pixel of a place in shares of the picture."""
    area = dialog.view._area()
    return QPointF(area.x() + x * area.width(), area.y() + y * area.height()).toPoint()


def drag(dialog: CropDialog, *places: tuple[float, float]) -> None:
    first, *others = [at(dialog, *place) for place in places]
    QTest.mousePress(dialog.view, Left, pos=first)
    for place in others:
        QTest.mouseMove(dialog.view, place)
    QTest.mouseRelease(dialog.view, Left, pos=others[-1])


def box(dialog: CropDialog) -> tuple[float, float, float, float]:
    crop = dialog.view.crop
    return crop.left, crop.top, crop.width, crop.height


def test_a_part_is_read_and_undo_brings_the_whole_back(desk: Desk, open_crop: OpenCrop) -> None:
    dialog = open_crop()
    drag(dialog, (0.06, 0.07), (0.3, 0.5), (0.47, 0.93))
    assert box(dialog) == pytest.approx((0.06, 0.07, 0.41, 0.86), abs=0.02)
    dialog.use.click()
    desk.settle()
    assert desk.headline == "It is a 3"
    opened = desk.window.input.canvas.drawing.picture
    assert opened is not None
    assert opened.name == "two.png (cropped)"
    assert opened.image.shape == pytest.approx((241, 230), abs=15)
    desk.window.menus.actions["undo"].trigger()
    assert desk.session.image is not None
    assert desk.session.image.shape == (280, 560)


def test_a_lying_digit_is_turned_upright(desk: Desk, open_crop: OpenCrop) -> None:
    dialog = open_crop()
    drag(dialog, (0.52, 0.05), (0.98, 0.95))
    dialog.left.click()
    # The frame is still around the same part.
    assert box(dialog) == pytest.approx((0.05, 0.02, 0.9, 0.46), abs=0.02)
    dialog.use.click()
    desk.settle()
    assert desk.headline == "It is a 6"


def test_sides_corners_and_the_frame_itself_are_dragged(open_crop: OpenCrop) -> None:
    dialog = open_crop()
    drag(dialog, (0.0, 0.5), (0.3, 0.5))
    assert box(dialog) == pytest.approx((0.3, 0, 0.7, 1), abs=0.01)
    drag(dialog, (1.0, 1.0), (0.8, 0.6))
    assert box(dialog) == pytest.approx((0.3, 0, 0.5, 0.6), abs=0.01)
    drag(dialog, (0.5, 0.2), (0.4, 0.5))
    assert box(dialog) == pytest.approx((0.2, 0.3, 0.5, 0.6), abs=0.01)
    # Pulled over the opposite side it is turned round, and beyond the picture it ends at its edge.
    drag(dialog, (0.2, 0.6), (0.95, 0.6))
    assert box(dialog) == pytest.approx((0.7, 0.3, 0.25, 0.6), abs=0.01)
    drag(dialog, (0.8, 0.5), (0.8, 5.0))
    assert box(dialog)[1] == pytest.approx(0.4, abs=0.01)


def test_arrow_keys_move_and_stretch_the_frame(open_crop: OpenCrop) -> None:
    dialog = open_crop()
    for _ in range(10):
        QTest.keyClick(dialog.view, Qt.Key.Key_Left, Shift)
        QTest.keyClick(dialog.view, Qt.Key.Key_Up, Shift)
    assert box(dialog) == pytest.approx((0, 0, 0.8, 0.8))
    QTest.keyClick(dialog.view, Qt.Key.Key_Right)
    QTest.keyClick(dialog.view, Qt.Key.Key_Down, Control)
    assert box(dialog) == pytest.approx((0.02, 0.002, 0.8, 0.8))
    for _ in range(80):
        QTest.keyClick(dialog.view, Qt.Key.Key_Up, Shift)
    assert box(dialog)[3] > 0


def test_it_is_straightened_and_all_taken_back(open_crop: OpenCrop) -> None:
    dialog = open_crop()
    dialog.angle.setValue(-15)
    assert dialog.degrees.text() == "−7.5°"
    dialog.right.click()
    assert (dialog.view.crop.quarter_turns, dialog.view.crop.angle_degrees) == (1, -7.5)
    assert not dialog.view.grab().isNull()
    dialog.whole.click()
    assert dialog.view.crop == type(dialog.view.crop)()
    assert dialog.angle.value() == 0
    assert dialog.size_label.text() == "560 × 280 pixels"


def test_an_empty_canvas_is_told(desk: Desk) -> None:
    desk.window.run("crop")
    assert "Open a picture first" in desk.notices[-1].sentence


def test_a_large_photograph_offers_it(
    desk: Desk, tmp_path: object, monkeypatch: pytest.MonkeyPatch
) -> None:
    path = tmp_path / "photograph.png"  # type: ignore[operator]
    photograph = np.full((1800, 1200), 0.9, np.float32)
    desk.session.picture_opened.emit(Picture(photograph, path.name, path=path))
    desk.settle()
    (action,) = desk.notices[-1].actions
    action.run()
    dialog = desk.window.findChild(CropDialog)
    assert dialog is not None
    count = len(desk.notices)
    dialog.use.click()
    desk.settle()
    # What was cut out is not offered again.
    assert len(desk.notices) == count
