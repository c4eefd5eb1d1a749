"""The film moves the slider to its end and stops, or back and forth."""

from __future__ import annotations

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QSlider
from pytestqt.qtbot import QtBot

from desktop_cvae.gui.writing.film_player import FilmPlayer


@pytest.fixture
def slider(qtbot: QtBot) -> QSlider:
    slider = QSlider(Qt.Orientation.Horizontal)
    slider.setRange(0, 2)
    qtbot.addWidget(slider)
    return slider


def positions(player: FilmPlayer, slider: QSlider, ticks: int) -> list[int]:
    found = []
    for _ in range(ticks):
        player.timeout.emit()
        found.append(slider.value())
    return found


def test_a_film_stops_at_the_last_position_and_starts_over(qtbot: QtBot, slider: QSlider) -> None:
    player = FilmPlayer(slider, 10_000, "Play", bounces=False)
    qtbot.addWidget(player.button)
    player.button.click()
    assert (player.isActive(), player.button.text()) == (True, "Stop")
    assert positions(player, slider, 2) == [1, 2]
    assert (player.isActive(), player.button.text()) == (False, "Play")
    player.button.click()
    assert slider.value() == 0
    player.button.click()
    assert not player.isActive()


def test_a_walk_goes_back_and_forth(qtbot: QtBot, slider: QSlider) -> None:
    player = FilmPlayer(slider, 10_000, "Play", bounces=True)
    qtbot.addWidget(player.button)
    player.button.click()
    assert positions(player, slider, 6) == [1, 2, 1, 0, 1, 2]
    assert player.isActive()
    player.end()
    assert player.button.text() == "Play"
