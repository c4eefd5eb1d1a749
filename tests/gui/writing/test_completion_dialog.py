from __future__ import annotations

from pathlib import Path

import numpy as np
import pytest
from exported_files import opened_png, saved
from fakes import FakeEngine
from PySide6.QtCore import Qt
from PySide6.QtGui import QGuiApplication
from PySide6.QtTest import QTest
from window_desk import Desk

from desktop_cvae.gui.picture import Picture
from desktop_cvae.gui.theme import LIGHT
from desktop_cvae.gui.writing.completion_dialog import CompletionDialog
from desktop_cvae.gui.writing.missing_part import MissingPart


@pytest.fixture
def dialog(desk: Desk) -> CompletionDialog:
    """Open, with a drawn 3 of which nothing is missing yet."""
    desk.draw(3)
    desk.window.run("complete")
    found = desk.window.findChild(CompletionDialog)
    assert found is not None
    desk.settle()
    return found


def rub(part: MissingPart, *pixels: tuple[float, float], button=Qt.MouseButton.LeftButton) -> None:
    """Drag over these places of the picture."""
    places = [part.point_of(*pixel).toPoint() for pixel in pixels]
    QTest.mousePress(part, button, pos=places[0])
    for place in places[1:]:
        QTest.mouseMove(part, place)
    QTest.mouseRelease(part, button, pos=places[-1])


def test_rubbing_out_brings_proposals(desk: Desk, dialog: CompletionDialog) -> None:
    assert dialog.proposals is None
    assert not dialog.save_button.isEnabled()
    rub(dialog.part, (14, 20))
    desk.settle()
    missing = dialog.part.missing
    assert missing[20, 14]
    assert not missing[:16].any()
    proposals = dialog.proposals
    assert proposals is not None
    assert len(proposals.images) == dialog.grid.count == 6
    seen = desk.answer.prepared.image[~missing]
    for image in proposals.images:
        np.testing.assert_array_equal(image[~missing], seen)
    dialog.close()


def test_the_right_button_and_the_button_bring_back(desk: Desk, dialog: CompletionDialog) -> None:
    dialog.part.set_missing(np.ones((28, 28), bool))
    rub(dialog.part, (14, 14), button=Qt.MouseButton.RightButton)
    assert not dialog.part.missing[14, 14]
    assert dialog.part.missing[0, 0]
    dialog.restore_button.click()
    assert not dialog.part.missing.any()
    desk.settle()
    assert dialog.proposals is None
    dialog.close()


def test_the_eraser_has_three_widths_and_obeys_keys(dialog: CompletionDialog) -> None:
    part = dialog.part
    for key in (Qt.Key.Key_Right, Qt.Key.Key_Down, Qt.Key.Key_Down, Qt.Key.Key_Space):
        QTest.keyClick(part, key)
    medium = part.missing.sum()
    rows, columns = np.nonzero(part.missing)
    assert (rows.mean(), columns.mean()) == pytest.approx((15.5, 14.5), abs=0.01)
    dialog.eraser.segment("4.5").click()
    QTest.keyClick(part, Qt.Key.Key_Space)
    assert part.missing.sum() > 2 * medium
    QTest.keyClick(part, Qt.Key.Key_Delete)
    assert not part.missing.any()
    dialog.close()


def test_label_and_seed_decide(desk: Desk, dialog: CompletionDialog) -> None:
    rub(dialog.part, (8, 20), (20, 20))
    desk.settle()
    assert dialog.proposals.labels[0] == 3
    dialog.labels.setCurrentIndex(9)
    dialog.labels.activated.emit(9)
    desk.settle()
    assert dialog.proposals.labels.tolist() == [8] * 6
    before = dialog.proposals.latents
    dialog.seed.setValue(5)
    desk.settle()
    assert not np.array_equal(before, dialog.proposals.latents)
    dialog.close()


def test_a_proposal_becomes_the_drawing(desk: Desk, dialog: CompletionDialog) -> None:
    rub(dialog.part, (14, 20))
    desk.settle()
    picked = dialog.proposals.images[2]
    pictures: list[Picture] = []
    desk.session.picture_opened.connect(pictures.append)
    dialog.grid.digit_picked.emit(2)
    np.testing.assert_array_equal(pictures[0].image, picked)
    desk.settle()
    # It is the drawing now, and nothing of it is missing.
    assert dialog.part.image is desk.answer.prepared.image
    assert not dialog.part.missing.any()
    dialog.close()


def test_nothing_drawn_is_told(desk: Desk) -> None:
    desk.window.run("complete")
    dialog = desk.window.findChild(CompletionDialog)
    assert "Draw or open a digit" in dialog.part.accessibleDescription()
    rub(dialog.part, (14, 20))
    assert not dialog.part.missing.any()
    desk.draw(1)
    assert dialog.part.image is desk.answer.prepared.image
    dialog.close()


def test_another_label_leaves_what_is_rubbed_out(desk: Desk, dialog: CompletionDialog) -> None:
    rub(dialog.part, (14, 20))
    desk.session.set_label(5)
    desk.settle()
    assert dialog.part.missing.any()
    dialog.close()


def test_a_model_without_labels_completes(desk: Desk, dialog: CompletionDialog) -> None:
    desk.controller.use_model("plain")
    desk.qtbot.waitUntil(lambda: desk.session.model.name == "plain")
    desk.settle()
    rub(dialog.part, (14, 20))
    desk.settle()
    assert not dialog.labels.isEnabled()
    assert dialog.proposals.labels is None
    dialog.close()


def test_a_failure_is_told(
    desk: Desk, dialog: CompletionDialog, monkeypatch: pytest.MonkeyPatch
) -> None:
    def fail(*_: object) -> None:
        raise ValueError("broken")

    monkeypatch.setattr(FakeEngine, "encode", fail)
    rub(dialog.part, (14, 20))
    desk.settle()
    assert "went wrong" in dialog.grid.accessibleDescription()
    dialog.close()


def test_proposals_are_saved_and_copied(
    desk: Desk, dialog: CompletionDialog, tmp_path: Path
) -> None:
    rub(dialog.part, (14, 20))
    desk.settle()
    export = dialog.export()
    pixels = 255 - opened_png(saved(export, ".png", tmp_path))[..., 0]
    first = np.rint(255 * dialog.proposals.images[0]).astype(np.uint8)
    np.testing.assert_array_equal(pixels[12 : 12 + 112 : 4, 12 : 12 + 112 : 4], first)
    assert saved(export, ".svg", tmp_path).read_text().count("<image") == 6
    dialog.copy_button.click()
    desk.settle()
    assert QGuiApplication.clipboard().image().width() == pixels.shape[1]
    dialog.close()


def test_the_missing_part_is_hatched(dialog: CompletionDialog) -> None:
    part = dialog.part
    part.set_image(np.zeros((28, 28), np.float32))
    missing = np.zeros((28, 28), bool)
    missing[:, :14] = True
    part.set_missing(missing)
    shown = part.grab().toImage()
    colors = [
        {shown.pixelColor(part.point_of(x, y).toPoint()).name() for y in range(3, 25)}
        for x in (7, 21)
    ]
    assert colors[1] == {LIGHT.paper}
    assert LIGHT.paper not in colors[0]
    assert len(colors[0]) > 1
    dialog.close()
