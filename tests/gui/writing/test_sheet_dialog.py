from __future__ import annotations

from pathlib import Path

import numpy as np
import pytest
from exported_files import saved
from PIL import Image
from PySide6.QtCore import Qt
from PySide6.QtGui import QAction, QGuiApplication
from PySide6.QtTest import QTest
from window_desk import Desk

from desktop_cvae.gui.commands import SHEET_TEXTS
from desktop_cvae.gui.picture import Picture
from desktop_cvae.gui.theme import DARK
from desktop_cvae.gui.writing.sheet_dialog import NO_DIGITS, SheetDialog
from desktop_cvae.inference.latent_grids import LATENT_GRIDS


def shown(desk: Desk, kind: str) -> SheetDialog:
    desk.window.run(f"sheet_{kind}")
    desk.settle()
    dialog = desk.window.findChild(SheetDialog)
    assert dialog is not None
    return dialog


def test_every_sheet_has_its_entry_in_the_menu(desk: Desk) -> None:
    assert list(SHEET_TEXTS) == list(LATENT_GRIDS)
    texts = {action.text() for action in desk.window.findChildren(QAction)}
    assert set(SHEET_TEXTS.values()) <= texts


@pytest.mark.parametrize("kind", LATENT_GRIDS)
def test_a_sheet_is_written_when_it_is_shown(desk: Desk, kind: str) -> None:
    dialog = shown(desk, kind)
    assert dialog.kinds.value == kind
    assert dialog.sheet is not None
    assert dialog.view.count == (1 + (kind == "reconstructions")) * LATENT_GRIDS[kind].count
    dialog.close()


def test_another_entry_turns_the_same_dialog(desk: Desk) -> None:
    dialog = shown(desk, "prior")
    assert shown(desk, "random") is dialog
    assert dialog.kinds.value == "random"
    dialog.close()


def test_label_count_and_seed_decide(desk: Desk) -> None:
    dialog = shown(desk, "prior")
    before = dialog.sheet.samples.latents
    dialog.seed.setValue(7)
    desk.settle()
    assert not np.array_equal(before, dialog.sheet.samples.latents)
    dialog.labels.setCurrentIndex(4)
    dialog.labels.activated.emit(4)
    dialog.count.setValue(5)
    desk.settle()
    assert dialog.sheet.samples.labels.tolist() == [3] * 5
    dialog.close()


def test_the_walk_begins_under_the_label_that_is_read(desk: Desk) -> None:
    desk.draw(7)
    dialog = shown(desk, "uniform")
    assert set(dialog.sheet.samples.labels.tolist()) == {desk.answer.label}
    assert not dialog.seed.isEnabled()
    dialog.close()


def test_a_model_without_labels_offers_none(desk: Desk) -> None:
    dialog = shown(desk, "prior")
    desk.controller.use_model("plain")
    desk.qtbot.waitUntil(lambda: desk.session.model.name == "plain")
    desk.settle()
    assert not dialog.labels.isEnabled()
    assert dialog.sheet.samples.labels is None
    dialog.close()


def test_missing_test_digits_are_told(desk: Desk, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(desk.source, "test_digits", lambda: None)
    dialog = shown(desk, "reconstructions")
    assert dialog.view.accessibleDescription() == NO_DIGITS
    assert not dialog.save_button.isEnabled()
    dialog.close()


def test_a_clicked_digit_becomes_the_input(desk: Desk) -> None:
    dialog = shown(desk, "prior")
    pictures: list[Picture] = []
    desk.session.picture_opened.connect(pictures.append)
    QTest.mouseClick(dialog.view, Qt.MouseButton.LeftButton, pos=dialog.view.cell_rect(13).center())
    np.testing.assert_array_equal(pictures[0].image, dialog.sheet.samples.images[13])
    for key in (Qt.Key.Key_Right, Qt.Key.Key_Down, Qt.Key.Key_Return):
        QTest.keyClick(dialog.view, key)
    expected = 13 + 1 + dialog.sheet.columns
    np.testing.assert_array_equal(pictures[1].image, dialog.sheet.samples.images[expected])
    desk.settle()
    dialog.close()


@pytest.mark.parametrize("suffix", [".png", ".svg"])
def test_the_sheet_is_saved(desk: Desk, tmp_path: Path, suffix: str) -> None:
    dialog = shown(desk, "prior")
    path = tmp_path / f"prior{suffix}"
    assert saved(dialog.export(), suffix, tmp_path) == path
    if suffix == ".png":
        with Image.open(path) as opened:
            pixels = 255 - np.asarray(opened)
        first = np.rint(255 * dialog.sheet.samples.images[0]).astype(np.uint8)
        np.testing.assert_array_equal(pixels[12 : 12 + 112 : 4, 12 : 12 + 112 : 4], first)
    else:
        assert path.read_text().count("<image") == 100

    dialog.close()


def test_the_sheet_is_copied(desk: Desk) -> None:
    dialog = shown(desk, "prior")
    dialog.copy_button.click()
    desk.settle()
    image = QGuiApplication.clipboard().image()
    assert image.width() == image.height() == 10 * (112 + 12) + 12
    dialog.close()


def test_the_sheet_follows_the_theme(desk: Desk) -> None:
    dialog = shown(desk, "prior")
    desk.appearance.choose("dark")
    corner = dialog.view.cell_rect(0).topLeft()
    desk.qtbot.waitUntil(
        lambda: dialog.view.grab().toImage().pixelColor(corner).name() == DARK.paper
    )
    dialog.close()


def test_labels_are_offered_by_name_where_the_model_has_any(desk: Desk) -> None:
    dialog = shown(desk, "prior")
    names = [dialog.labels.itemText(at) for at in range(dialog.labels.count())]
    assert names == ["All", *desk.session.label_names]
    assert [dialog.labels.itemData(at) for at in (0, 1, 4)] == [None, 0, 3]
    desk.controller.use_model("plain")
    desk.settle()
    assert (dialog.labels.count(), dialog.labels.currentText()) == (1, "No labels")
    assert not dialog.labels.isEnabled()
    dialog.close()
