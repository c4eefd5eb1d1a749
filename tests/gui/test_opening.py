"""Pictures come in by file, drop and clipboard; what is none leaves the canvas as it is."""

from __future__ import annotations

from pathlib import Path

import numpy as np
import pytest
from fakes import draw_digit
from PySide6.QtCore import QMimeData, QPoint, Qt, QUrl
from PySide6.QtGui import QColor, QDragEnterEvent, QDropEvent, QImage
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot
from window_desk import Desk

from desktop_cvae.gui.batch.batch_dialog import BatchDialog
from desktop_cvae.gui.opening import offer_of
from desktop_cvae.gui.qimage_arrays import grey_image


@pytest.fixture
def png(tmp_path: Path) -> Path:
    """A 3 in dark ink on white paper."""
    path = tmp_path / "three.png"
    assert grey_image(1 - draw_digit(3)).scaled(280, 280).save(str(path))
    return path


def drop(desk: Desk, mime: QMimeData) -> None:
    for kind in (QDragEnterEvent, QDropEvent):
        event = kind(
            QPoint(50, 50),
            Qt.DropAction.CopyAction,
            mime,
            Qt.MouseButton.LeftButton,
            Qt.KeyboardModifier.NoModifier,
        )
        QApplication.sendEvent(desk.window, event)
        assert event.isAccepted()
    desk.settle()


def urls(*paths: Path | str) -> QMimeData:
    mime = QMimeData()
    mime.setUrls([QUrl.fromLocalFile(str(p)) if isinstance(p, Path) else QUrl(p) for p in paths])
    return mime


def test_an_opened_picture_is_shown_and_read(desk: Desk, png: Path) -> None:
    desk.window.opening.open_file(png)
    desk.settle()
    assert desk.headline == "It is a 3"
    assert desk.window.input.canvas.drawing.picture is not None
    assert not desk.notices
    desk.key(Qt.Key.Key_Z, Qt.KeyboardModifier.ControlModifier)
    assert desk.session.image is None


def test_a_clicked_sample_becomes_the_input(desk: Desk, png: Path, qtbot: QtBot) -> None:
    desk.window.opening.open_file(png)
    desk.settle()
    drawn, grid = desk.session.image, desk.window.results.generated.grid
    samples = desk.session.samples
    assert samples is not None
    place = grid.grid_layout().cell_rect(2).center()
    qtbot.mouseClick(grid.viewport(), Qt.MouseButton.LeftButton, pos=place)
    desk.settle()
    opened = desk.window.input.canvas.drawing.picture
    assert opened is not None
    np.testing.assert_array_equal(opened.image, samples.images[2])
    desk.key(Qt.Key.Key_Z, Qt.KeyboardModifier.ControlModifier)
    np.testing.assert_array_equal(desk.session.image, drawn)


def test_a_stroke_on_a_picture_is_part_of_it(desk: Desk, png: Path) -> None:
    desk.window.opening.open_file(png)
    desk.settle()
    before = desk.session.image
    assert before is not None
    desk.stroke([(0.1, 0.5), (0.9, 0.5)])
    after = desk.session.image
    assert after is not None
    assert after[140, 30] < 0.2 < before[140, 30]
    assert after.shape == before.shape


@pytest.mark.parametrize("content", [b"", b"no picture", b"\x89PNG\r\n\x1a\n"])
def test_a_bad_picture_leaves_the_canvas(desk: Desk, tmp_path: Path, content: bytes) -> None:
    """Row 8."""
    desk.draw(0)
    image = desk.session.image
    bad = tmp_path / "bad.png"
    bad.write_bytes(content)
    desk.window.opening.open_file(bad)
    desk.settle()
    assert desk.session.image is image
    assert desk.headline == "It is a 0"
    assert desk.window.notice.isVisible()


def test_a_picture_cut_anywhere_leaves_the_canvas(desk: Desk, png: Path) -> None:
    """Row 8."""
    data = png.read_bytes()
    desk.draw(0)
    image = desk.session.image
    for size in range(20, len(data) - 20, max(1, len(data) // 12)):
        png.write_bytes(data[:size])
        desk.window.opening.open_file(png)
        desk.settle()
    assert desk.session.image is image
    assert len(desk.notices) >= 12


def test_several_dropped_files_are_read_into_a_table(desk: Desk, png: Path) -> None:
    """Row 22."""
    drop(desk, urls(png, *(png.with_name(f"{n}.png") for n in range(49))))
    dialog = desk.window.findChild(BatchDialog)
    assert dialog is not None
    desk.qtbot.waitUntil(lambda: len(dialog.table.rows) == 50 and not dialog.reader.is_busy)
    assert "50 of 50 read · 49 to check" in dialog.state.text()
    assert desk.session.image is None
    dialog.close()
    dialog.reader.runner.stop()


def test_a_dropped_folder_is_read_into_a_table(desk: Desk, png: Path) -> None:
    drop(desk, urls(png.parent))
    dialog = desk.window.findChild(BatchDialog)
    assert dialog is not None
    desk.qtbot.waitUntil(lambda: len(dialog.table.rows) == 1 and not dialog.reader.is_busy)
    dialog.close()
    dialog.reader.runner.stop()


def test_models_among_pictures_are_left_out(tmp_path: Path) -> None:
    model, picture = tmp_path / "a.cvae", tmp_path / "b.png"
    mixed = offer_of(urls(model, picture, tmp_path))
    assert mixed.many == (picture, tmp_path)
    assert "left out" in mixed.sentence
    assert offer_of(urls(model, model)).source == model
    assert offer_of(urls(picture)).source == picture


def test_a_dropped_address_is_not_fetched(desk: Desk) -> None:
    """Row 22."""
    drop(desk, urls("http://localhost:9/three.png"))
    assert "nothing was downloaded" in desk.notices[0].sentence
    assert desk.session.image is None


def test_a_clipboard_without_a_picture_is_told(desk: Desk) -> None:
    """Row 22."""
    mime = QMimeData()
    mime.setText("three")
    desk.window.opening.take(mime)
    assert "no picture on the clipboard" in desk.notices[0].sentence


def test_a_copied_picture_is_pasted_with_its_transparency(desk: Desk) -> None:
    """Row 9: transparent black ink."""
    ink = draw_digit(3).repeat(10, 0).repeat(10, 1)
    image = QImage(280, 280, QImage.Format.Format_ARGB32)
    image.fill(QColor(0, 0, 0, 0))
    for y, x in np.argwhere(ink > 0.5):
        image.setPixelColor(int(x), int(y), QColor(0, 0, 0, 255))
    mime = QMimeData()
    mime.setImageData(image)
    desk.window.opening.take(mime)
    desk.settle()
    assert desk.headline == "It is a 3"


def test_a_dropped_model_file_is_taken_into_the_library(desk: Desk, tmp_path: Path) -> None:
    drop(desk, urls(tmp_path / "mine.cvae"))
    assert desk.session.model is not None
    assert desk.session.model.entry.name == "mine"
