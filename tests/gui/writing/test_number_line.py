"""A number is typed, shown in a line, saved, copied and dragged out."""

from __future__ import annotations

import io
from pathlib import Path

import numpy as np
import pytest
from fakes import FakeEngine
from PIL import Image
from pointer import move_mouse
from PySide6.QtCore import QPoint, Qt
from PySide6.QtGui import QColor, QDrag, QGuiApplication, QImage, QPainter
from PySide6.QtSvg import QSvgRenderer
from PySide6.QtWidgets import QFileDialog, QWidget
from pytestqt.qtbot import QtBot
from window_desk import Office

from desktop_cvae.core.results import MAX_CHARACTERS, WrittenNumber
from desktop_cvae.gui.session import WrittenLine
from desktop_cvae.gui.theme import DARK, LIGHT
from desktop_cvae.gui.writing.number_line import EXAMPLE, HINT, NumberLine
from desktop_cvae.inference.generation import write_number
from desktop_cvae.pictures.line_composition import compose_line, ink_pixels


def number(text: str = "01 7") -> WrittenNumber:
    engine = FakeEngine()
    codes = np.zeros((10, engine.spec.latent_dim), np.float32)
    return write_number(engine, codes, text, 1.0, 3)


def line(text: str = "01 7") -> WrittenLine:
    written = number(text)
    return WrittenLine(written, ink_pixels(compose_line(written.samples.images, text)))


@pytest.fixture
def panel(qtbot: QtBot) -> NumberLine:
    widget = NumberLine()
    qtbot.addWidget(widget)
    widget.resize(420, 200)
    widget.grab()
    return widget


def test_only_what_can_be_written_is_typed(qtbot: QtBot, panel: NumberLine) -> None:
    assert panel.text == EXAMPLE
    panel.edit.clear()
    with qtbot.waitSignal(panel.text_changed):
        qtbot.keyClicks(panel.edit, "4 2")
    assert panel.hint.text() == HINT
    qtbot.keyClicks(panel.edit, "x")
    assert panel.text == "4 2"
    assert "digits and spaces" in panel.hint.text()
    assert panel.hint.property("role") == "warning"
    qtbot.keyClicks(panel.edit, "7")
    assert (panel.text, panel.hint.text()) == ("4 27", HINT)
    qtbot.keyClicks(panel.edit, "1" * 50)
    assert len(panel.text) == MAX_CHARACTERS
    assert str(MAX_CHARACTERS) in panel.hint.text()


def test_another_alphabet_keeps_what_it_has(qtbot: QtBot, panel: NumberLine) -> None:
    panel.set_alphabet("017ab")
    assert panel.text == "0171 "
    qtbot.keyClicks(panel.edit, "b2")
    assert panel.text == "0171 b"
    assert "017ab" in panel.hint.text()


def test_enter_gives_the_number_keys_back(qtbot: QtBot, panel: NumberLine) -> None:
    panel.show()
    panel.edit.setFocus()
    qtbot.keyClick(panel.edit, Qt.Key.Key_Return)
    assert not panel.edit.hasFocus()


def test_a_line_is_ink_on_paper_in_both_themes(panel: NumberLine, use_theme) -> None:
    panel.set_line(line())
    for theme in (LIGHT, DARK):
        use_theme(theme)
        shown = panel.view.grab().toImage()
        colors = {shown.pixel(x, y) for x in range(shown.width()) for y in (30, 40, 50)}
        assert QColor(theme.ink).rgb() in colors
        assert QColor(theme.paper).rgb() in colors


def test_a_long_line_is_whole(panel: NumberLine) -> None:
    panel.set_line(line("1" + "0" * 30 + "1"))
    shown = panel.view.grab().toImage()
    for x in (3, shown.width() - 4):
        assert shown.pixelColor(x, shown.height() // 2) == QColor(LIGHT.paper)
    assert "in this hand" in panel.view.accessibleDescription()


def test_without_a_line_nothing_can_be_taken(panel: NumberLine) -> None:
    for empty in (None, line("  ")):
        panel.set_line(empty)
        assert not panel.save_button.isEnabled()
        assert not panel.copy_button.isEnabled()
    panel.set_line(line())
    assert panel.save_button.isEnabled()


def test_the_picture_is_copied(office: Office, panel: NumberLine) -> None:
    office.exporter.serve(panel.export, panel.save_button, panel.copy_button)
    panel.set_line(line())
    panel.copy_button.click()
    assert "clipboard" in office.settle().sentence
    copied = QGuiApplication.clipboard().image()
    assert copied == QImage.fromData(png_of(panel)).convertedTo(copied.format())


def png_of(panel: NumberLine) -> bytes:
    export = panel.export()
    assert export is not None
    assert export.png is not None
    return export.png()


@pytest.mark.parametrize("suffix", [".png", ".svg"])
def test_it_is_saved_and_read_back(
    office: Office, panel: NumberLine, tmp_path: Path, suffix: str
) -> None:
    office.exporter.serve(panel.export, panel.save_button, panel.copy_button)
    panel.set_line(line())
    panel.save_button.click()
    dialog = panel.window().findChildren(QFileDialog)[-1]
    (wished,) = [name for name in dialog.nameFilters() if suffix in name]
    dialog.selectNameFilter(wished)
    dialog.filterSelected.emit(wished)
    assert Path(dialog.selectedFiles()[0]).name == f"01 7{suffix}"
    path = tmp_path / f"mine{suffix}"
    dialog.fileSelected.emit(str(path))
    assert path.name in office.settle().sentence
    dialog.close()
    expected = ink_pixels(compose_line(number().samples.images, "01 7"))
    if suffix == ".png":
        with Image.open(path) as picture:
            np.testing.assert_array_equal(255 - np.asarray(picture), expected)
        return
    height, width = expected.shape
    drawn = QImage(width, height, QImage.Format.Format_Grayscale8)
    drawn.fill(Qt.GlobalColor.white)
    painter = QPainter(drawn)
    QSvgRenderer(str(path)).render(painter)
    painter.end()
    grey = np.frombuffer(drawn.constBits(), np.uint8).reshape(height, -1)[:, :width]
    assert ((grey < 128) != (expected > 127)).mean() < 0.003


def pull(qtbot: QtBot, widget: QWidget, way: int) -> None:
    qtbot.mousePress(widget, Qt.MouseButton.LeftButton, pos=QPoint(50, 30))
    move_mouse(widget, QPoint(50 + way, 30), Qt.MouseButton.LeftButton)
    qtbot.mouseRelease(widget, Qt.MouseButton.LeftButton, pos=QPoint(50, 30))


def test_it_is_dragged_out_as_picture_and_file(
    qtbot: QtBot, office: Office, panel: NumberLine, monkeypatch: pytest.MonkeyPatch
) -> None:
    dragged = []
    office.exporter.offer(panel.view, panel.export, drags=True)
    held = Qt.MouseButton.LeftButton
    monkeypatch.setattr(QGuiApplication, "mouseButtons", staticmethod(lambda: held))

    def take(drag: QDrag, actions: Qt.DropAction) -> Qt.DropAction:
        mime = drag.mimeData()
        path = Path(mime.urls()[0].toLocalFile())
        dragged.append((path.name, path.read_bytes(), mime.imageData().size(), actions))
        return actions

    monkeypatch.setattr(QDrag, "exec", take)
    panel.set_line(None)
    pull(qtbot, panel.view, 40)
    panel.set_line(line())
    pull(qtbot, panel.view, 1)
    assert dragged == []
    pull(qtbot, panel.view, 40)
    qtbot.waitUntil(lambda: bool(dragged))
    ((name, png, size, actions),) = dragged
    assert (name, png, actions) == ("01 7.png", png_of(panel), Qt.DropAction.CopyAction)
    with Image.open(io.BytesIO(png)) as picture:
        assert picture.size == size.toTuple()
