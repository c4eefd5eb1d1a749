"""The training command with the real process: killed, and with a loss that is no number."""

from __future__ import annotations

import os
import signal
from collections.abc import Callable, Iterator
from pathlib import Path

import numpy as np
import pytest
from fakes import draw_digit
from window_desk import Desk, MakeDesk

from desktop_cvae.gui.training.training_command import TrainingCommand
from desktop_cvae.gui.training.training_status import Phase
from desktop_cvae.workers.command_process import NICENESS

PATIENCE_MS = 120_000
COUNT = 400


@pytest.fixture
def data(tmp_path: Path) -> Path:
    """Some hundred digits as the fakes write them."""
    random = np.random.default_rng(0)
    labels = np.arange(COUNT) % 10
    slants = random.normal(0, 0.2, COUNT)
    images = [draw_digit(int(k), float(s)) for k, s in zip(labels, slants, strict=True)]
    path = tmp_path / "digits.npz"
    np.savez(path, x=np.round(255 * np.stack(images)).astype(np.uint8), y=labels)
    return path


@pytest.fixture
def studio(make_desk: MakeDesk, data: Path) -> Iterator[tuple[Desk, TrainingCommand]]:
    desk = make_desk()
    studio = desk.window.training
    studio.open()
    form = studio.dialog.form
    form.preset.setCurrentIndex(form.preset.findData("dense_cvae"))
    form.data._choose(str(data))
    yield desk, studio
    studio.shut_down()
    studio.dialog.close()


def until(desk: Desk, probe: Callable[[], bool]) -> None:
    desk.qtbot.waitUntil(probe, timeout=PATIENCE_MS)


def test_a_killed_training_is_resumed_by_the_notice(studio: tuple[Desk, TrainingCommand]) -> None:
    """Row 19."""
    desk, room = studio
    room.dialog.form.boxes["epochs"].setValue(10_000)
    room.start()
    until(desk, lambda: bool(room.state.records))
    assert os.getpriority(os.PRIO_PROCESS, room.process.process_id) == NICENESS
    # A pause keeps a checkpoint at once; else the first one comes after half a minute.
    room.process.send("pause")
    until(desk, lambda: room.state.checkpoint_epoch is not None)
    os.kill(room.process.process_id, signal.SIGKILL)
    until(desk, lambda: bool(desk.notices))
    assert room.state.phase is Phase.FAILED
    assert "Its last checkpoint is kept" in desk.notices[-1].sentence
    desk.draw(3)
    assert desk.headline == "It is a 3"

    done = len(room.state.records)
    desk.window.notice.actions_[0].click()
    until(desk, lambda: room.state.phase is Phase.RUNNING and len(room.state.records) > done)
    assert room.dialog.form.boxes["epochs"].value() == 10_000
    room.stop()
    until(desk, lambda: room.state.phase is Phase.SAVED)
    assert [action.text for action in desk.notices[-1].actions] == ["Use it", "Compare", "Epochs"]


def test_a_loss_that_is_no_number_is_cured(studio: tuple[Desk, TrainingCommand]) -> None:
    """Row 20."""
    desk, room = studio
    # Beyond what the form lets type.
    room.dialog.form.apply_cure({"learning_rate": 1.0, "epochs": 30, "batch_size": 16})
    room.start()
    until(desk, lambda: room.state.advice is not None or not room.process.is_running)
    assert room.state.advice is not None
    assert room.state.advice.code in ("nan", "learning_rate")
    assert room.dialog.advice.button.text() == "Start again with the suggested change"
    room.dialog.advice.button.click()
    until(desk, lambda: room.state.phase is Phase.RUNNING and room.state.advice is None)
    assert room.dialog.form.request.config.learning_rate == 0.25
