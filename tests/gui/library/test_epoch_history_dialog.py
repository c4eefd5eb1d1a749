from __future__ import annotations

import numpy as np
import pytest
from fake_runs import MakeRun
from PySide6.QtGui import QColor
from window_desk import Desk

from desktop_cvae.core.errors import InputOutputError
from desktop_cvae.gui.library.epoch_history_dialog import (
    NO_DRAWING,
    NO_MAP,
    EpochHistoryDialog,
    find_epoch_history,
)
from desktop_cvae.gui.library.library_dialog import LibraryDialog
from desktop_cvae.gui.picture import Picture
from desktop_cvae.gui.theme import LIGHT, label_color
from desktop_cvae.inference.opened_model import OpenedModel
from desktop_cvae.library.model_library import ModelEntry
from desktop_cvae.library.run_library import RunEntry
from desktop_cvae.library.run_models import checkpoint_model


@pytest.fixture
def run(make_run: MakeRun) -> RunEntry:
    """Four epochs, all kept."""
    return make_run("mine", losses=[9, 8, 7, 6])


def shown(desk: Desk, run: RunEntry) -> EpochHistoryDialog:
    find_epoch_history(desk.window, run.id)
    desk.settle()
    dialog = desk.window.findChild(EpochHistoryDialog)
    assert dialog is not None
    desk.settle()
    return dialog


def test_the_slider_goes_through_the_epochs(desk: Desk, run: RunEntry) -> None:
    dialog = shown(desk, run)
    assert [one.epoch for one in dialog.epochs] == [1, 2, 3, 4]
    assert dialog.caption.text().startswith("Epoch 4 of 4 · validation −ELBO: 6.00 nats")
    seen = []
    for step in range(4):
        dialog.slider.setValue(step)
        assert dialog.map.points is dialog.epochs[step].positions
        seen.append(dialog.samples.grab().toImage())
    assert dialog.samples.count == 100
    assert seen[0] != seen[3]
    desk.settle()
    dialog.close()


def test_the_drawing_is_rebuilt_by_the_epoch_that_is_shown(desk: Desk, run: RunEntry) -> None:
    dialog = shown(desk, run)
    assert dialog.reading.text() == NO_DRAWING
    assert dialog.map.mark is None
    desk.draw(3)
    desk.settle()
    assert dialog.reading.text().startswith("Read as")
    last = dialog.rebuilt.image, dialog.map.mark
    assert dialog.map.mark is not None
    dialog.slider.setValue(0)
    desk.settle()
    assert dialog.rebuilt.image != last[0]
    assert not np.array_equal(dialog.map.mark, last[1])
    desk.window.input.canvas.clear()
    desk.settle()
    assert dialog.rebuilt.image is None
    assert dialog.map.mark is None
    dialog.close()


def test_the_map_is_dots_in_the_labels_colours(desk: Desk, run: RunEntry) -> None:
    dialog = shown(desk, run)
    places = np.zeros((120, 2), np.float32)
    places[dialog.map.labels == 7] = (0.5 * dialog.map.reach, 0)
    dialog.map.set_points(places)
    picture = dialog.map.grab().toImage()
    scale = picture.width() / dialog.map.width()
    side = 0.46 * min(dialog.map.width(), dialog.map.height())
    x, y = dialog.map.width() / 2 + 0.5 * side, dialog.map.height() / 2
    at = picture.pixelColor(round(scale * x), round(scale * y))
    assert QColor(at).name() == label_color(7).name()
    dialog.legend.set_hidden(frozenset({7}))
    dialog.legend.changed.emit()
    picture = dialog.map.grab().toImage()
    hidden = picture.pixelColor(round(scale * x), round(scale * y))
    assert QColor(hidden).name() == LIGHT.paper
    dialog.close()


def test_a_sample_becomes_the_input(desk: Desk, run: RunEntry) -> None:
    dialog = shown(desk, run)
    pictures: list[Picture] = []
    desk.session.picture_opened.connect(pictures.append)
    dialog.samples.digit_picked.emit(12)
    np.testing.assert_array_equal(pictures[0].image, dialog.epochs[-1].samples.images[12])
    desk.settle()
    dialog.close()


def test_playing_ends_at_the_last_epoch(desk: Desk, run: RunEntry) -> None:
    dialog = shown(desk, run)
    seen: list[int] = []
    dialog.slider.valueChanged.connect(seen.append)
    dialog._film.setInterval(1)
    dialog.play_button.click()
    desk.qtbot.waitUntil(lambda: dialog.play_button.text() == "Play")
    assert seen == [0, 1, 2, 3]
    desk.settle()
    dialog.close()


def test_without_test_digits_all_but_the_map_is_shown(
    desk: Desk, run: RunEntry, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(desk.source, "test_digits", lambda: None)
    dialog = shown(desk, run)
    assert dialog.map.accessibleDescription() == NO_MAP
    assert dialog.map.points is None
    assert dialog.samples.count == 100
    desk.draw(3)
    desk.settle()
    assert dialog.map.mark is None
    dialog.close()


def test_a_run_that_kept_nothing_says_so(desk: Desk, make_run: MakeRun) -> None:
    dialog = shown(desk, make_run("empty"))
    assert dialog.caption.text() == "No epochs of “empty” were kept."
    assert not dialog.slider.isEnabled()
    dialog.close()


@pytest.mark.parametrize("unreadable", [4, 2])
def test_an_epoch_that_cannot_be_read_is_named_and_the_others_stay(
    desk: Desk, run: RunEntry, monkeypatch: pytest.MonkeyPatch, unreadable: int
) -> None:
    def read(run: RunEntry, epoch: int) -> ModelEntry:
        if epoch == unreadable:
            raise InputOutputError("The disk is full.")
        return checkpoint_model(run, epoch)

    monkeypatch.setattr("desktop_cvae.inference.epoch_history.checkpoint_model", read)
    dialog = shown(desk, run)
    assert dialog.caption.text() == "The disk is full."
    # The last epoch is opened first.
    assert [one.epoch for one in dialog.epochs] == ([] if unreadable == 4 else [1, 4])
    assert dialog.samples.count == (0 if unreadable == 4 else 100)
    assert (dialog.samples._message == "The disk is full.") == (unreadable == 4)
    assert dialog.slider.isEnabled() == (unreadable == 2)
    dialog.close()


def test_a_drawing_that_cannot_be_rebuilt_says_why(
    desk: Desk, run: RunEntry, monkeypatch: pytest.MonkeyPatch
) -> None:
    dialog = shown(desk, run)
    desk.draw(3)
    desk.settle()
    asked: list[object] = []

    def fail(*question: object) -> None:
        asked.append(question)
        raise InputOutputError("The disk is full.")

    monkeypatch.setattr(OpenedModel, "answer", fail)
    dialog.slider.setValue(0)
    desk.settle()
    assert dialog.reading.text() == "The disk is full."
    assert dialog.rebuilt.image is None
    assert dialog.caption.text().startswith("Epoch 1 of 4")
    assert len(asked) == 1
    dialog.close()


def test_the_runs_page_opens_it(desk: Desk, run: RunEntry, make_run: MakeRun) -> None:
    make_run("untouched")
    desk.window.run("library")
    library = desk.window.findChild(LibraryDialog)
    library.tabs.setCurrentWidget(library.runs)
    library.refresh_runs()
    desk.settle()
    key = {entry.name: entry.id for entry in library.runs._runs.values()}
    library.runs.table.choose([key["untouched"]])
    assert not library.runs.epochs.isEnabled()
    library.runs.table.choose([run.id])
    library.runs.epochs.click()
    desk.settle()
    dialog = desk.window.findChild(EpochHistoryDialog)
    assert dialog.windowTitle() == "Epochs of mine"
    dialog.close()
    library.close()
