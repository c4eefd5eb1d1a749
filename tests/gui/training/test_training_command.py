"""The training command with a played process: arguments, what is seen of events, closing."""

from __future__ import annotations

import dataclasses
import os
import signal
import sys
from collections.abc import Callable, Iterator
from pathlib import Path
from types import SimpleNamespace
from typing import TYPE_CHECKING, cast

import numpy as np
import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from window_desk import Desk, MakeDesk

from desktop_cvae.core.command_events import CanvasReconstructed, DigitsReconstructed, Finishing
from desktop_cvae.core.network_presets import PRESETS
from desktop_cvae.core.paths import data_dir
from desktop_cvae.gui.training.picture_pairs import read_pairs
from desktop_cvae.gui.training.training_command import TrainingCommand
from desktop_cvae.gui.training.training_dialog import TrainingDialog
from desktop_cvae.gui.training.training_status import Phase
from desktop_cvae.library.run_library import create_run
from desktop_cvae.workers.command_process import CommandProcess

if TYPE_CHECKING:
    from desktop_cvae.inference.opened_model import OpenedModel
    from desktop_cvae.library.run_library import RunEntry

PLAYER = Path(__file__).parents[2] / "workers" / "events_player.py"
PATIENCE_MS = 20_000


class Lab:
    """A window whose training process plays a script."""

    def __init__(self, desk: Desk, script: str) -> None:
        self.desk = desk
        self.command: TrainingCommand = desk.window.training
        process = self.command.process
        process.program = [sys.executable, str(PLAYER), script]
        self.arguments: list[str] = []
        start = process.start

        def note_and_start(arguments: list[str]) -> None:
            self.arguments = list(arguments)
            start(arguments)

        process.start = note_and_start  # type: ignore[method-assign]
        desk.key(Qt.Key.Key_T, Qt.KeyboardModifier.ControlModifier)

    @property
    def process(self) -> CommandProcess:
        return self.command.process

    @property
    def dialog(self) -> TrainingDialog:
        return self.command.dialog

    @property
    def phase(self) -> Phase:
        return self.command.state.phase

    def begin(self) -> None:
        """Press Start and wait for the first epoch."""
        self.dialog.start.click()
        self.until(lambda: bool(self.command.state.records))

    def until(self, probe: Callable[[], bool]) -> None:
        self.desk.qtbot.waitUntil(probe, timeout=PATIENCE_MS)

    def visible_buttons(self) -> list[str]:
        buttons = ("cancel", "pause", "stop", "epochs", "use", "start")
        return [name for name in buttons if getattr(self.dialog, name).isVisible()]


MakeLab = Callable[[str], Lab]


@pytest.fixture
def make_lab(
    make_desk: MakeDesk, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> Iterator[MakeLab]:
    (tmp_path / "train-images-idx3-ubyte.gz").touch()
    monkeypatch.setenv("DESKTOP_CVAE_MNIST", str(tmp_path))
    labs: list[Lab] = []

    def make(script: str = "obedient") -> Lab:
        labs.append(Lab(make_desk(), script))
        return labs[-1]

    yield make
    for lab in labs:
        lab.command.shut_down()
        if lab.command.question is not None:
            lab.command.question.close()
        lab.dialog.close()


def test_the_menus_key_opens_the_dialog_and_the_window_stays_usable(make_lab: MakeLab) -> None:
    lab = make_lab("obedient")
    assert lab.dialog.isVisible()
    assert not lab.dialog.isModal()
    lab.desk.draw(3)
    assert lab.desk.headline == "It is a 3"


def test_what_the_form_says_is_started(make_lab: MakeLab) -> None:
    lab = make_lab("obedient")
    form = lab.dialog.form
    form.preset.setCurrentIndex(form.preset.findData("dense_cvae"))
    assert form.name.text() == "my-dense_cvae"
    form.boxes["epochs"].setValue(2)
    form.boxes["validation_share"].setValue(10)
    form.latent_dim.setValue(5)
    form.labels.segment("without").click()
    lab.begin()
    words = " ".join(lab.arguments)
    assert words.startswith("train --preset dense_cvae --data mnist --name my-dense_cvae")
    for option in ("--epochs 2", "--validation-share 0.1", "--latent-dim 5", "--no-labels"):
        assert option in words
    assert "--beta" not in words
    assert not form.boxes["epochs"].isEnabled()


def test_reset_brings_the_preset_back_and_keeps_the_given_name(make_lab: MakeLab) -> None:
    form = make_lab("obedient").dialog.form
    form.name.setText("mine")
    form.name.textEdited.emit("mine")
    form.boxes["epochs"].setValue(2)
    assert form.request.config.epochs == 2
    form.reset.click()
    assert form.request.config == PRESETS["studio"].training
    assert form.request.name == "mine"
    assert form.boxes["epochs"].value() == PRESETS["studio"].training.epochs


def test_a_quick_try_needs_one_button(make_lab: MakeLab) -> None:
    lab = make_lab("obedient")
    lab.dialog.form.set_images("mnist", 60_000)
    assert "20,000 digits of MNIST" in lab.dialog.quick.sentence.text()
    assert "about 1 min on this computer" in lab.dialog.quick.sentence.text()
    lab.dialog.quick.button.click()
    lab.until(lambda: bool(lab.command.state.records))
    words = " ".join(lab.arguments)
    assert words.startswith("train --preset dense_cvae --data mnist --name quick-try")
    assert lab.dialog.form.name.text() == "quick-try"
    assert not lab.dialog.quick.isVisible()
    # This machine is slower than was expected: what there is after two minutes is kept.
    assert lab.command.time_up.isActive()
    lab.command.time_up.timeout.emit()
    lab.until(lambda: lab.phase is Phase.SAVED and not lab.process.is_running)
    assert not lab.command.time_up.isActive()


def test_most_settings_are_folded_and_stay_unfolded(make_lab: MakeLab) -> None:
    lab = make_lab("obedient")
    form = lab.dialog.form
    lab.until(lab.dialog.isActiveWindow)
    assert form.boxes["epochs"].isVisible()
    assert not form.boxes["beta"].isVisible()
    form.disclosure.setFocus()
    QTest.keyClick(form.disclosure, Qt.Key.Key_Space)
    assert form.boxes["beta"].isVisible()
    form.window().close()
    form.window().show()
    assert form.boxes["beta"].isVisible()


def test_a_training_starts_from_a_model(make_lab: MakeLab) -> None:
    lab = make_lab("obedient")
    form = lab.dialog.form
    names = [form.start_from.itemText(i) for i in range(form.start_from.count())]
    assert names == ["New weights", "studio", "plain"]
    form.start_from.setCurrentIndex(2)
    form.start_from.activated.emit(2)
    assert (form.preset.currentData(), form.latent_dim.value()) == ("conv_vae", 2)
    assert not form.latent_dim.isEnabled()
    lab.begin()
    assert "--start-from plain" in " ".join(lab.arguments)
    assert "--latent-dim" not in lab.arguments
    assert "--no-labels" not in lab.arguments
    lab.dialog.cancel.click()
    lab.until(lambda: not lab.process.is_running)
    form.start_from.setCurrentIndex(0)
    form.start_from.activated.emit(0)
    assert form.latent_dim.isEnabled()
    assert form.request.start_from == ""


def test_a_taken_name_cannot_be_started(make_lab: MakeLab) -> None:
    lab = make_lab("obedient")
    lab.dialog.form.name.setText("studio")
    lab.dialog.form.name.textEdited.emit("studio")
    assert not lab.dialog.start.isEnabled()
    assert "already" in lab.dialog.verdict.text()
    lab.dialog.form.name.textEdited.emit("studio 2")
    assert lab.dialog.start.isEnabled()
    assert lab.dialog.verdict.text().startswith("Estimate")


def test_a_run_from_start_to_use(make_lab: MakeLab) -> None:
    lab = make_lab("obedient")
    assert lab.visible_buttons() == ["start"]
    lab.begin()
    progress, chip = lab.dialog.progress, lab.command.chip
    assert lab.visible_buttons() == ["cancel", "pause", "stop"]
    assert progress.position.text() == "epoch 1 of 3 · batch 10 of 10"
    assert progress.speed.text() == "500 images/s"
    assert progress.left.text() == "4 s left"
    assert "validation 141.0" in progress.readout.text()
    assert "best epoch 1" in progress.readout.text()
    assert progress.chart.curves.validation.values.tolist() == [141.0]
    assert progress.chart.curves.train.epochs.tolist() == [0.25, 0.75]
    assert progress.latents.values == (5.0, 4.0, 3.0, 2.0)
    assert progress.active.text() == "4 of 4 active"
    assert chip.text() == "Training my-studio · epoch 1/3 · ETA 4 s"
    lab.dialog.pause.click()
    lab.until(lambda: lab.phase is Phase.PAUSED)
    assert lab.dialog.pause.text() == "Resume"
    assert chip.text().startswith("Paused")
    lab.dialog.pause.click()
    lab.until(lambda: lab.phase is Phase.RUNNING)
    told: list[str] = []
    lab.process.event_received.connect(lambda _: told.append(progress.left.text()))
    steps: list[str] = []
    lab.process.event_received.connect(lambda _: steps.append(progress.steps.text()))
    fractions: list[float] = []
    lab.process.event_received.connect(lambda _: fractions.append(lab.command.state.done_fraction))
    lab.dialog.stop.click()
    assert lab.phase is Phase.STOPPING
    assert not lab.dialog.pause.isEnabled()
    lab.until(lambda: lab.phase is Phase.SAVED and not lab.process.is_running)
    assert "measuring 256 of 1,000" in told
    # One part of three is behind, a quarter of the second is done.
    assert pytest.approx((1 + 0.256) / 3) in fractions
    lines = steps[told.index("measuring 256 of 1,000")].splitlines()
    assert lines[0].startswith("Training is done; the weights of the best epoch, 1, are kept.")
    assert [line.rsplit(" ", 1)[-1] for line in lines[1:]] == ["done", "1,000", "come"]
    assert progress.steps.isHidden()
    assert "is trained" in lab.desk.notices[-1].sentence
    assert lab.visible_buttons() == ["epochs", "use", "start"]
    actions = [action.text for action in lab.desk.notices[-1].actions]
    assert actions == ["Use it", "Compare", "Epochs"]
    lab.desk.source.add(Path("my-cvae.cvae"))
    assert (lab.dialog.use.text(), lab.dialog.use.isEnabled()) == ("Use my-cvae", True)
    chip.click()
    lab.desk.settle()
    assert lab.desk.source.loads[-1][0] == "my-cvae"
    assert not chip.isVisible()


def test_use_says_that_the_model_is_in_use(make_lab: MakeLab) -> None:
    lab = make_lab("obedient")
    lab.begin()
    lab.dialog.stop.click()
    lab.until(lambda: lab.phase is Phase.SAVED and not lab.process.is_running)
    lab.desk.source.add(Path("my-cvae.cvae"))
    lab.dialog.use.setFocus()
    lab.dialog.use.click()
    lab.desk.settle()
    assert (lab.dialog.use.text(), lab.dialog.use.isEnabled()) == ("In use", False)
    assert lab.dialog.verdict.text() == "“my-cvae” is in use now."
    assert not lab.dialog.start.hasFocus()
    lab.desk.controller.load_model("studio")
    lab.desk.settle()
    assert (lab.dialog.use.text(), lab.dialog.use.isEnabled()) == ("Use my-cvae", True)
    assert "in use" not in lab.dialog.verdict.text()


def test_the_terms_have_curves_of_their_own(make_lab: MakeLab) -> None:
    lab = make_lab("obedient")
    lab.begin()
    lab.dialog.progress.terms.segment("kl").click()
    assert lab.dialog.progress.chart.curves.validation.values[0] == 20.0


def test_the_canvas_goes_to_the_training_and_comes_back(make_lab: MakeLab) -> None:
    lab = make_lab("obedient")
    lab.desk.draw(3)
    sent: list[Path] = []
    send = lab.command.send_canvas
    lab.command._canvas._send = lambda path: (sent.append(path), send(path))[1]
    lab.begin()
    lab.until(lambda: len(sent) == 1)
    pixels = np.load(sent[0], allow_pickle=False)
    assert (pixels.dtype, pixels.shape) == (np.uint8, (28, 28))
    assert pixels.max() > 200
    lab.desk.session.set_label(8)
    lab.until(lambda: len(sent) == 2)


def test_a_crash_leaves_a_sentence_and_the_window(make_lab: MakeLab) -> None:
    """Row 19."""
    lab = make_lab("late_crash")
    lab.dialog.start.click()
    lab.until(lambda: lab.command.state.checkpoint_epoch == 1)
    os.kill(lab.process.process_id, signal.SIGKILL)
    lab.until(lambda: lab.phase is Phase.FAILED)
    assert "last checkpoint is kept" in lab.dialog.advice.sentence.text()
    lab.until(lambda: bool(lab.desk.notices))
    assert lab.desk.notices[-1].is_warning
    assert not lab.desk.notices[-1].actions
    assert "start" in lab.visible_buttons()
    lab.desk.draw(3)
    assert lab.desk.headline == "It is a 3"


def test_missing_tensorflow_is_a_sentence(make_lab: MakeLab) -> None:
    """Row 18."""
    lab = make_lab("complain")
    lab.dialog.start.click()
    lab.until(lambda: lab.phase is Phase.FAILED)
    assert lab.dialog.advice.sentence.text() == "TensorFlow is missing."
    assert not lab.dialog.advice.button.isVisible()


def test_the_cure_is_applied_and_the_training_begins_again(make_lab: MakeLab) -> None:
    lab = make_lab("advise")
    lab.dialog.start.click()
    lab.until(lambda: lab.command.state.advice is not None)
    assert lab.dialog.advice.sentence.text() == "Warm β up."
    assert "β warm-up 10 epochs" in lab.dialog.advice.button.toolTip()
    lab.arguments = []
    lab.dialog.advice.button.click()
    lab.until(lambda: bool(lab.arguments))
    assert "--beta-warmup 10.0" in " ".join(lab.arguments)
    assert lab.dialog.form.boxes["beta_warmup_epochs"].value() == 10
    assert lab.phase is not Phase.CANCELLED
    assert not lab.desk.notices


def test_advice_for_who_has_closed_the_dialog_is_a_notice(make_lab: MakeLab) -> None:
    lab = make_lab("advise")
    lab.dialog.close()
    lab.command.start()
    lab.until(lambda: bool(lab.desk.notices))
    notice = lab.desk.notices[-1]
    assert [action.text for action in notice.actions] == [
        "Start again with the suggested change",
        "Show",
    ]
    notice.actions[1].run()
    assert lab.dialog.isVisible()
    assert lab.dialog.advice.isVisible()


@pytest.mark.parametrize(
    ("answer", "ending"),
    [("Stop and keep the best", Phase.SAVED), ("Quit, resume later", Phase.CANCELLED)],
)
def test_closing_while_training_asks_and_then_closes(
    make_lab: MakeLab, answer: str, ending: Phase
) -> None:
    """Row 17."""
    lab = make_lab("obedient")
    lab.begin()
    lab.until(lambda: lab.command.state.has_checkpoint)
    lab.desk.window.close()
    assert lab.desk.window.isVisible()
    _answer(lab, answer)
    lab.until(lambda: not lab.desk.window.isVisible())
    assert lab.phase is ending
    assert not lab.process.is_running


def test_going_on_keeps_window_and_training(make_lab: MakeLab) -> None:
    lab = make_lab("obedient")
    lab.begin()
    lab.desk.window.close()
    lab.desk.window.close()
    _answer(lab, "Continue training")
    assert lab.desk.window.isVisible()
    assert lab.process.is_running
    assert lab.command.question is None


def test_before_an_epoch_it_can_only_be_resumed(make_lab: MakeLab) -> None:
    lab = make_lab("crash")
    lab.dialog.start.click()
    lab.until(lambda: lab.phase is Phase.RUNNING)
    assert not lab.dialog.stop.isEnabled()
    lab.desk.window.close()
    assert lab.command.question is not None
    texts = [button.text() for button in lab.command.question.buttons()]
    assert sorted(texts) == ["Continue training", "Quit, resume later"]
    assert "at the next start" in lab.command.question.informativeText()


def test_before_the_run_exists_there_is_nothing_to_keep(make_lab: MakeLab) -> None:
    lab = make_lab("obedient")
    lab.dialog.start.click()
    assert lab.phase is Phase.STARTING
    lab.desk.window.close()
    assert lab.command.question is not None
    texts = [button.text() for button in lab.command.question.buttons()]
    assert sorted(texts) == ["Cancel the training", "Continue training"]
    assert not lab.command.question.informativeText()


def test_a_hidden_dialog_catches_up_and_takes_the_theme(make_lab: MakeLab) -> None:
    lab = make_lab("obedient")
    lab.dialog.close()
    lab.command.start()
    lab.until(lambda: bool(lab.command.state.records))
    assert lab.dialog.progress.position.text() == ""
    lab.command.chip.click()
    assert lab.dialog.progress.position.text().startswith("epoch 1 of 3")
    lab.desk.appearance.choose("dark")
    panel = lab.dialog.progress

    def is_dark() -> bool:
        return panel.grab().toImage().pixelColor(panel.width() // 2, 20).lightness() < 80

    lab.until(is_dark)


def test_nothing_of_the_dialog_is_cut(make_lab: MakeLab) -> None:
    lab = make_lab("obedient")
    lab.begin()
    for widget in (
        lab.dialog.progress.chart,
        *lab.dialog.form.boxes.values(),
    ):
        least = widget.minimumSizeHint().boundedTo(widget.maximumSize())
        assert widget.width() >= least.width(), widget
        assert widget.height() >= least.height(), widget


def test_pictures_of_an_epoch_are_shown(make_lab: MakeLab, tmp_path: Path) -> None:
    lab = make_lab("obedient")
    lab.begin()
    pairs = lab.dialog.progress.pairs
    assert not pairs.isVisible()
    path = tmp_path / "pairs.npy"
    np.save(path, np.full((2, 8, 28, 28), 200, np.uint8))
    lab.command.process.event_received.emit(DigitsReconstructed(1, path))
    lab.desk.settle()
    assert pairs.isVisible()
    assert pairs.pair_count("validation") == 8
    np.save(path, np.full((2, 28, 28), 200, np.uint8))
    lab.command.process.event_received.emit(CanvasReconstructed(1, path))
    lab.desk.settle()
    assert pairs.pair_count("canvas") == 1
    pairs.grab()


def test_pictures_are_read_with_suspicion(tmp_path: Path) -> None:
    path = tmp_path / "pairs.npy"
    np.save(path, np.full((2, 3, 28, 28), 255, np.uint8))
    pairs = read_pairs(path)
    assert pairs is not None
    assert pairs[0].shape == (3, 28, 28)
    assert pairs[1].max() == 1.0
    np.save(path, np.zeros((2, 28, 28), np.uint8))
    assert read_pairs(path) is not None
    for bad in (np.zeros((3, 28, 28), np.uint8), np.zeros((2, 28, 28)), np.zeros(2, np.uint8)):
        np.save(path, bad)
        assert read_pairs(path) is None
    path.write_bytes(b"\x93NUMPY rubbish")
    assert read_pairs(path) is None
    assert read_pairs(tmp_path / "none.npy") is None


def _answer(lab: Lab, text: str) -> None:
    assert lab.command.question is not None
    next(b for b in lab.command.question.buttons() if b.text() == text).click()


def test_a_training_that_broke_off_is_offered_and_resumed(make_lab: MakeLab) -> None:
    preset = PRESETS["dense_cvae"]
    folder = data_dir() / "runs" / "r1"
    create_run(
        folder,
        name="broken",
        spec=dataclasses.replace(preset.spec, latent_dim=5),
        training=dataclasses.replace(preset.training, beta=3.0),
        dataset_name="mnist",
        dataset_digest="",
        request={"data": "mnist", "limit": 700},
    )
    lab = make_lab("obedient")
    lab.command.notices.look_for_interrupted()
    lab.until(lambda: bool(lab.desk.notices))
    assert "“broken” was interrupted after epoch 0 of 20" in lab.desk.notices[-1].sentence
    assert lab.command.chip.text() == "Resume broken …"
    assert lab.dialog.advice.button.text() == "Resume"
    lab.dialog.advice.button.click()
    lab.until(lambda: bool(lab.command.state.records))
    assert lab.arguments == ["train", "--resume", "r1"]
    assert not lab.dialog.advice.isVisible()
    assert lab.command.chip.text().startswith("Training broken")
    form = lab.dialog.form
    assert (form.name.text(), form.latent_dim.value(), form.limit.value()) == ("broken", 5, 700)
    assert form.boxes["beta"].value() == 3
    assert not form.boxes["beta"].isEnabled()


def test_a_crashed_run_is_resumed_from_the_notice(make_lab: MakeLab) -> None:
    preset = PRESETS["dense_cvae"]
    folder = data_dir() / "runs" / "r1"
    create_run(
        folder,
        name="killed",
        spec=preset.spec,
        training=preset.training,
        dataset_name="mnist",
        dataset_digest="",
        request={},
    )
    lab = make_lab("late_crash")
    lab.dialog.start.click()
    lab.until(lambda: lab.command.state.checkpoint_epoch == 1)
    os.kill(lab.process.process_id, signal.SIGKILL)
    lab.until(lambda: any(notice.actions for notice in lab.desk.notices))
    assert "last checkpoint is kept" in lab.desk.notices[-1].sentence
    assert lab.dialog.advice.button.text() == "Resume"
    lab.process.program[-1] = "obedient"
    lab.desk.window.notice.actions_[0].click()
    lab.until(lambda: bool(lab.command.state.records))
    assert lab.arguments == ["train", "--resume", "r1"]
    assert not lab.desk.window.notice.isVisible()


def test_nothing_old_is_offered_to_whoever_trains_already(make_lab: MakeLab) -> None:
    lab = make_lab("obedient")
    lab.begin()
    preset = PRESETS["dense_cvae"]
    create_run(
        data_dir() / "runs" / "old",
        name="old",
        spec=preset.spec,
        training=preset.training,
        dataset_name="mnist",
        dataset_digest="",
        request={},
    )
    lab.command.notices.look_for_interrupted()
    lab.desk.settle()
    assert not lab.desk.notices
    assert not lab.dialog.advice.isVisible()


def test_a_second_training_is_told_to_wait(make_lab: MakeLab) -> None:
    lab = make_lab("obedient")
    lab.begin()
    run = cast("RunEntry", SimpleNamespace(name="other"))
    lab.desk.window.training.resume(run)
    assert "only one training can run" in lab.desk.notices[-1].sentence
    assert lab.command.state.name == "my-studio"


def test_runs_that_cannot_be_looked_at_are_told(
    make_lab: MakeLab, monkeypatch: pytest.MonkeyPatch
) -> None:
    lab = make_lab("obedient")

    def refuse() -> None:
        raise PermissionError("no entry")

    monkeypatch.setattr("desktop_cvae.gui.training.training_notices.find_interrupted", refuse)
    lab.command.notices.look_for_interrupted()
    lab.until(lambda: bool(lab.desk.notices))
    assert "could not check for interrupted" in lab.desk.notices[-1].sentence
    assert lab.desk.notices[-1].details == "no entry"


def test_a_loss_that_is_no_number_is_cured(make_lab: MakeLab) -> None:
    """Row 20."""
    lab = make_lab("diverge")
    lab.dialog.start.click()
    lab.until(lambda: bool(lab.desk.notices))
    assert lab.phase is Phase.FAILED
    assert lab.desk.notices[-1].actions[0].text == "Start again with the suggested change"
    lab.desk.window.notice.actions_[0].click()
    assert "--learning-rate 0.00025" in " ".join(lab.arguments)


def test_the_model_is_compared_with_the_one_in_use(make_lab: MakeLab) -> None:
    lab = make_lab("obedient")
    lab.begin()
    lab.dialog.stop.click()
    lab.until(lambda: lab.phase is Phase.SAVED)
    wanted: list[tuple[OpenedModel, ...]] = []
    outcome = lab.command.notices
    outcome.comparison_requested.disconnect()
    outcome.comparison_requested.connect(wanted.append)
    lab.desk.source.add(Path("my-cvae.cvae"))
    lab.desk.notices[-1].actions[1].run()
    lab.until(lambda: bool(wanted))
    assert [model.entry.name for model in wanted[0]] == ["studio", "my-cvae"]


def test_its_epochs_can_be_replayed(make_lab: MakeLab) -> None:
    lab = make_lab("obedient")
    lab.begin()
    lab.dialog.stop.click()
    lab.until(lambda: lab.phase is Phase.SAVED)
    wanted: list[str] = []
    outcome = lab.command.notices
    outcome.epoch_history_requested.disconnect()
    outcome.epoch_history_requested.connect(wanted.append)
    lab.dialog.epochs.click()
    lab.desk.notices[-1].actions[2].run()
    assert wanted == [lab.command.state.run] * 2
    assert wanted[0]


def test_a_saved_model_is_listed_before_it_is_measured(desk: Desk) -> None:
    command, listed = desk.window.training, list[None]()
    desk.controller.list_models = lambda: listed.append(None)  # type: ignore[method-assign]
    counts = []
    for part, done in (("saving", 0), ("encoding", 0), ("encoding", 500), ("fitting", 0)):
        command.on_event(Finishing(part, done, 1000))
        counts.append(len(listed))
    assert counts == [0, 1, 1, 1]
