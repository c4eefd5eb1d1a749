"""What no label explains is shown in a colour of its own: window, cards, what leaves the window."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path
from typing import Any

import numpy as np
import pytest
from exported_files import opened_png, pdf_text, saved
from PySide6.QtGui import QColor
from window_desk import Desk

from desktop_cvae.core.results import FloatArray, Recognition
from desktop_cvae.gui.exporting.answer_export import answer_export, view_export
from desktop_cvae.gui.qimage_arrays import difference_image, digit_image
from desktop_cvae.gui.theme import DARK, LIGHT, Theme
from desktop_cvae.gui.widgets.digit_view import DigitView
from desktop_cvae.gui.widgets.reason_line import ReasonLine
from desktop_cvae.inference.recogniser import Recogniser

LINE = np.zeros((28, 28), np.float32)
LINE[13:15] = 1.0


def find(monkeypatch: pytest.MonkeyPatch, foreign: FloatArray | None) -> None:
    """Let every model find the same in every picture."""
    read = Recogniser.read

    def read_with(model: Recogniser, *given: Any, **more: Any) -> list[Recognition]:
        return [replace(reading, foreign=foreign) for reading in read(model, *given, **more)]

    monkeypatch.setattr(Recogniser, "read", read_with)


@pytest.fixture
def lined(desk: Desk, monkeypatch: pytest.MonkeyPatch) -> Desk:
    """A window whose model takes two rows for a foreign line."""
    find(monkeypatch, LINE)
    return desk


def foreign_in(desk: Desk) -> dict[str, bool]:
    views = desk.window.answer.views
    return {name: view.shown.foreign is not None for name, view in views.items()}


def test_it_lies_over_what_the_model_read(lined: Desk) -> None:
    lined.draw(3)
    shown = {"Input": True, "Noisy": False, "Reconstruction": False, "Difference": True}
    assert foreign_in(lined) == shown
    lined.session.set_noise("gaussian", 0.2)
    lined.settle()
    assert foreign_in(lined) == shown | {"Input": False, "Noisy": True}
    reason = lined.window.answer.reason
    assert reason.foreign.isVisible()
    assert "does not count against" in reason.foreign.toolTip()
    assert reason.foreign.topic == "foreign"


def test_nothing_tells_of_it_where_there_is_none(
    desk: Desk, monkeypatch: pytest.MonkeyPatch
) -> None:
    find(monkeypatch, None)
    height = desk.window.answer.reason.sizeHint().height()
    desk.draw(3)
    assert not any(foreign_in(desk).values())
    assert not desk.window.answer.reason.foreign.isVisible()
    assert desk.window.answer.reason.sizeHint().height() == height


@pytest.mark.parametrize("theme", [LIGHT, DARK], ids=["light", "dark"])
def test_ink_takes_its_colour_and_paper_a_little(theme: Theme) -> None:
    ink = np.zeros((28, 28), np.float32)
    ink[:, 10] = 1.0
    image = digit_image(ink, theme, LINE)
    own = QColor(theme.foreign)
    on_ink, on_paper = image.pixelColor(10, 13), image.pixelColor(5, 13)
    assert distance(on_ink, own) < distance(on_ink, QColor(theme.ink))
    assert distance(on_paper, own) < distance(QColor(theme.paper), own)
    assert distance(on_paper, QColor(theme.paper)) < distance(on_ink, QColor(theme.paper))
    assert image.pixelColor(10, 5) == QColor(theme.ink)
    departs = difference_image(np.zeros_like(ink), ink, theme, LINE)
    assert departs.pixelColor(10, 13) == own
    assert departs.pixelColor(10, 5) == QColor(theme.too_little)


def distance(one: QColor, other: QColor) -> float:
    pairs = zip(one.getRgb(), other.getRgb(), strict=True)
    return float(np.hypot.reduce([a - b for a, b in pairs]))


def test_it_is_hatched_not_only_coloured(qtbot: Any) -> None:
    view = DigitView("Input", "")
    qtbot.addWidget(view)
    view.resize(8 * 28, 8 * 28 + 30)

    def colors(foreign: FloatArray | None) -> set[str]:
        view.set_image(np.ones((28, 28), np.float32), foreign=foreign)
        picture = view.grab().toImage()
        return {picture.pixelColor(100 + at, 13 * 8 + 4).name() for at in range(24)}

    assert colors(None) == {LIGHT.ink}
    assert LIGHT.paper in colors(LINE)
    assert LIGHT.ink not in colors(LINE)


def test_a_narrow_line_keeps_the_legend_and_shortens_the_gap(lined: Desk, qtbot: Any) -> None:
    lined.draw(3)
    line = ReasonLine()
    qtbot.addWidget(line)
    line.show_gap(lined.answer.recognition, 3, lined.session.label_names)
    line.resize(line.minimumSizeHint().width() + 40, line.sizeHint().height())
    line.show()
    assert line.words.shown.endswith("…")
    assert line.words.toolTip() == line.words.text() != ""
    line.resize(600, line.height())
    assert line.words.shown == line.words.text()
    assert "nat" in line.words.toolTip()


def test_what_leaves_the_window_shows_it(lined: Desk, tmp_path: Path) -> None:
    lined.draw(3)
    export = answer_export(lined.session)
    assert export is not None
    assert "foreign ink" in pdf_text(saved(export, ".pdf", tmp_path))
    picture = view_export(lined.window.answer.views["Input"])
    assert picture is not None
    pixels = opened_png(saved(picture, ".png", tmp_path, "PNG picture, 28 × 28")).astype(int)
    assert (np.ptp(pixels, axis=2) > 15).all(axis=1).tolist() == [bool(row.any()) for row in LINE]


def test_the_card_counts_its_pixels(lined: Desk) -> None:
    lined.draw(3)
    lined.window.explainer.explain("foreign", lined.window.answer.reason)
    lined.settle()
    card = lined.window.explainer.card
    assert card is not None
    assert "56 of 784" in card.view.text.text()
    assert card.view.graphic is not None
    assert card.view.graphic.isVisible()
