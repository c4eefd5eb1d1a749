"""The training dialog on small screens."""

from __future__ import annotations

from pathlib import Path

import numpy as np
import pytest
from PySide6.QtWidgets import QApplication, QWidget
from pytestqt.qtbot import QtBot

from desktop_cvae.core.command_events import Finishing
from desktop_cvae.gui.theme import LIGHT
from desktop_cvae.gui.training.picture_pairs import MAX_PAIRS, PicturePairs, read_pairs
from desktop_cvae.gui.training.training_dialog import TrainingDialog
from desktop_cvae.gui.training.training_status import PARTS, Phase, TrainingStatus


@pytest.fixture
def dialog(qtbot: QtBot) -> TrainingDialog:
    dialog = TrainingDialog()
    qtbot.addWidget(dialog)
    return dialog


def fit(dialog: TrainingDialog, width: int, height: int, qtbot: QtBot) -> None:
    dialog.resize(width, height)
    dialog.show()
    qtbot.waitExposed(dialog)


def left_of(widget: QWidget, dialog: TrainingDialog) -> int:
    return widget.mapTo(dialog, widget.rect().topLeft()).x()


@pytest.mark.parametrize(("width", "height"), [(1040, 730), (993, 621), (944, 560)])
def test_form_and_progress_stand_side_by_side(
    dialog: TrainingDialog, qtbot: QtBot, width: int, height: int
) -> None:
    fit(dialog, width, height, qtbot)
    assert not dialog.panes.is_stacked
    assert left_of(dialog.progress, dialog) > left_of(dialog.form, dialog) + 300
    assert dialog.panes.horizontalScrollBar().maximum() == 0
    assert dialog.panes.verticalScrollBar().maximum() == 0


def test_what_follows_a_training_fits_where_the_training_did(
    dialog: TrainingDialog, qtbot: QtBot
) -> None:
    fit(dialog, 944, 560, qtbot)
    state = TrainingStatus("a", 3, Phase.STOPPING, kl_per_dimension=(1.0,) * 16)
    state.finishing = Finishing("fitting", 4, 10, tuple(PARTS))
    dialog.show_state(state)
    QApplication.processEvents()
    assert dialog.progress.steps.isVisible()
    assert dialog.panes.verticalScrollBar().maximum() == 0


def test_on_a_narrow_screen_they_are_stacked_and_a_start_shows_the_progress(
    dialog: TrainingDialog, qtbot: QtBot
) -> None:
    fit(dialog, 827, 517, qtbot)
    panes = dialog.panes
    assert panes.is_stacked
    assert panes.horizontalScrollBar().maximum() == 0
    assert left_of(dialog.progress, dialog) == left_of(dialog.form, dialog)
    assert panes.verticalScrollBar().value() == 0
    dialog.show_state(TrainingStatus("a", 3, Phase.STARTING))
    assert panes.verticalScrollBar().value() == dialog.progress.y()
    fit(dialog, 1040, 730, qtbot)
    assert not panes.is_stacked
    assert panes.verticalScrollBar().maximum() == 0


def test_the_progress_keeps_its_room_when_pictures_come(
    dialog: TrainingDialog, qtbot: QtBot
) -> None:
    fit(dialog, 827, 300, qtbot)
    pictures = np.zeros((10, 28, 28), np.float32)
    dialog.progress.show_pairs("validation", (pictures, pictures))
    pairs = dialog.progress.pairs
    qtbot.waitUntil(lambda: pairs.height() >= pairs.minimumSizeHint().height())
    assert dialog.progress.height() >= dialog.progress.minimumSizeHint().height()


@pytest.mark.parametrize("width", [320, 496, 800])
def test_all_ten_validation_digits_have_room(qtbot: QtBot, tmp_path: Path, width: int) -> None:
    path = tmp_path / "pairs.npy"
    np.save(path, np.full((2, 10, 28, 28), 255, np.uint8))
    pairs = PicturePairs()
    qtbot.addWidget(pairs)
    pairs.set_pairs("validation", read_pairs(path))
    pairs.resize(width, pairs.sizeHint().height())
    drawn = pairs.grab().toImage()
    ink = [drawn.pixelColor(x, 24).name() == LIGHT.ink for x in range(width)]
    digits = sum(now and not before for before, now in zip([False, *ink], ink, strict=False))
    assert digits == MAX_PAIRS
    assert pairs.minimumSizeHint().width() <= width
