from __future__ import annotations

from pathlib import Path

import numpy as np
import pytest
from exported_files import opened_png, saved
from fakes import draw_digit, fake_map
from PIL import Image, ImageSequence
from PySide6.QtCore import Qt
from PySide6.QtGui import QGuiApplication
from PySide6.QtTest import QTest
from window_desk import Desk

from desktop_cvae.gui.picture import Picture
from desktop_cvae.gui.writing.walk_dialog import WalkDialog
from desktop_cvae.pictures.contact_sheets import encode_png


def opened(desk: Desk) -> WalkDialog:
    desk.window.run("walk")
    dialog = desk.window.findChild(WalkDialog)
    assert dialog is not None
    desk.settle()
    return dialog


@pytest.fixture
def dialog(desk: Desk) -> WalkDialog:
    """From a drawn 1 to a sample of 8."""
    desk.draw(1)
    return opened(desk)


def test_a_walk_begins_at_the_drawing_and_ends_at_a_sample(dialog: WalkDialog) -> None:
    walk = dialog.walk
    assert walk is not None
    assert walk.samples.labels.tolist() == [1] * 8 + [8] * 8
    assert walk.read[0] == 1
    assert walk.read[-1] == 8
    assert dialog.caption.text().startswith("Step 1 of 16 · read as 1")
    assert dialog.strip.accessibleDescription().endswith("8 8")
    dialog.close()


def test_without_a_drawing_two_samples_are_the_ends(desk: Desk) -> None:
    dialog = opened(desk)
    assert dialog.walk.samples.labels.tolist() == [3] * 8 + [8] * 8
    dialog.start.choose("drawing")
    desk.settle()
    assert dialog.walk is None
    assert not dialog.save_button.isEnabled()
    desk.draw(0)
    assert dialog.walk.samples.labels[0] == 0
    dialog.close()


def test_a_kept_drawing_stays_when_another_is_drawn(desk: Desk, dialog: WalkDialog) -> None:
    dialog.end.choose("kept")
    desk.session.picture_opened.emit(Picture(draw_digit(4), "a four"))
    desk.settle()
    assert dialog.walk.samples.labels.tolist() == [4] * 8 + [1] * 8
    dialog.close()


def test_a_picture_is_an_end(desk: Desk, dialog: WalkDialog, tmp_path: Path) -> None:
    path = tmp_path / "4.png"
    path.write_bytes(encode_png(np.rint(255 * draw_digit(4)).astype(np.uint8)))
    dialog.end.use_picture(path)
    desk.settle()
    assert dialog.walk.samples.labels[-1] == 4
    path.write_bytes(b"no picture")
    dialog.steps.setValue(5)
    desk.settle()
    assert dialog.walk is None
    assert not dialog.play_button.isEnabled()
    dialog.close()


def test_sample_label_dice_kind_and_steps_decide(desk: Desk, dialog: WalkDialog) -> None:
    dialog.end.labels.setCurrentIndex(5)
    dialog.end.labels.activated.emit(5)
    desk.settle()
    assert dialog.walk.samples.labels[-1] == 5
    before = dialog.walk.samples.latents
    dialog.end.dice.click()
    desk.settle()
    thrown = dialog.walk.samples.latents
    assert not np.array_equal(before[-1], thrown[-1])
    dialog.kinds.segment("straight").click()
    dialog.steps.setValue(9)
    desk.settle()
    latents = dialog.walk.samples.latents
    np.testing.assert_allclose(
        np.diff(latents, axis=0), [(latents[-1] - latents[0]) / 8] * 8, atol=1e-5
    )
    dialog.close()


def test_slider_strip_and_film_scrub(desk: Desk, dialog: WalkDialog) -> None:
    QTest.mouseClick(
        dialog.strip, Qt.MouseButton.LeftButton, pos=dialog.strip.cell_rect(11).center()
    )
    assert dialog.slider.value() == 11
    assert dialog.caption.text().startswith("Step 12 of 16 · read as 8")
    dialog.slider.setValue(14)
    dialog.play_button.click()
    seen: list[int] = []
    dialog.slider.valueChanged.connect(seen.append)
    desk.qtbot.waitUntil(lambda: len(seen) >= 3)
    assert seen[:3] == [15, 14, 13]
    dialog.play_button.click()
    assert dialog.play_button.text() == "Play"
    dialog.close()


def test_a_step_becomes_the_input(desk: Desk, dialog: WalkDialog) -> None:
    pictures: list[Picture] = []
    desk.session.picture_opened.connect(pictures.append)
    dialog.start.choose("kept")
    desk.settle()
    dialog.slider.setValue(6)
    expected = dialog.walk.samples.images[6]
    dialog.view.digit_picked.emit(0)
    np.testing.assert_array_equal(pictures[0].image, expected)
    desk.settle()
    dialog.close()


def test_a_curve_on_the_map_is_walked(desk: Desk, dialog: WalkDialog) -> None:
    plane = fake_map(desk.engine).plane
    desk.window.latent.walk_requested.emit(plane, np.array([[0, 0], [1, 1]], np.float32), 6)
    desk.settle()
    assert dialog.walk.samples.labels.tolist() == [6] * 16
    assert not dialog.kinds.isEnabled()
    dialog.end.choose("sample")
    desk.settle()
    assert dialog.walk.samples.labels[-1] == 8
    assert dialog.kinds.isEnabled()
    dialog.close()


def test_a_model_without_labels_walks_unread(desk: Desk, dialog: WalkDialog) -> None:
    desk.controller.use_model("plain")
    desk.qtbot.waitUntil(lambda: desk.session.model.name == "plain")
    desk.settle()
    assert dialog.walk.read is None
    assert not dialog.end.labels.isEnabled()
    assert dialog.caption.text() == "Step 1 of 16"
    dialog.close()


def test_film_and_strip_are_saved_and_copied(
    desk: Desk, dialog: WalkDialog, tmp_path: Path
) -> None:
    export = dialog.export()
    with Image.open(saved(export, ".gif", tmp_path)) as film:
        frames = [255 - np.asarray(one.convert("L")) for one in ImageSequence.Iterator(film)]
    pixels = 255 - opened_png(saved(export, ".png", tmp_path))[..., 0]
    last = dialog.walk.samples.pixels[-1]
    np.testing.assert_array_equal(pixels[12:124:4, -124:-12:4], last)
    assert any(np.array_equal(frame[::8, ::8], last) for frame in frames)
    dialog.copy_button.click()
    desk.settle()
    assert QGuiApplication.clipboard().image().width() == pixels.shape[1]
    dialog.close()
