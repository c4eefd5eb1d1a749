"""The real program trains a real network while one draws: from the dialog to the new answer."""

from __future__ import annotations

import gzip

import pytest
from virtual_screen import wait_for

from desktop_cvae.core import paths
from desktop_cvae.datasets.mnist import FILES, pack_idx, read_idx

pytestmark = [pytest.mark.window, pytest.mark.mnist]

DIALOG = "Train a model"
TRAINING_S = 900.0
"""For what takes seconds on two cores of its own, and minutes beside other programs."""

SEVEN = [(0.22, 0.25), (0.45, 0.24), (0.72, 0.25), (0.62, 0.45), (0.54, 0.62), (0.46, 0.82)]
ONE = [(0.50, 0.20), (0.50, 0.35), (0.50, 0.50), (0.50, 0.65), (0.50, 0.80)]


SHARE = 5


@pytest.fixture(scope="module")
def fewer_digits(mnist_dir, tmp_path_factory):
    """Every fifth digit of MNIST: an epoch takes seconds."""
    folder = tmp_path_factory.mktemp("mnist")
    for name in FILES:
        values = read_idx(mnist_dir / f"{name}.gz", 3 if "images" in name else 1)
        packed = gzip.compress(pack_idx(values[::SHARE]), compresslevel=1)
        (folder / f"{name}.gz").write_bytes(packed)
    return folder


@pytest.fixture(autouse=True)
def mnist(fewer_digits, monkeypatch):
    monkeypatch.setenv("DESKTOP_CVAE_MNIST", str(fewer_digits))


def test_train_pause_draw_resume_keep_and_use(start):
    program = start("--model", "studio")
    wait_for("the model", lambda: program.last("model"))
    begin(program, epochs=40)

    wait_for_title(program, "epoch 6 of 40")
    program.click("training_pause")
    wait_for_title(program, "is paused")

    program.bring_to_front("desktop_cvae")
    program.drag_on("canvas", SEVEN)
    wait_for("“7” in the title bar", lambda: program.title().startswith("7 "))

    program.bring_to_front(DIALOG)
    program.click("training_pause")
    wait_for_title(program, "— Training")
    program.click("training_stop")
    wait_for_title(program, "is ready")
    assert "is trained" in program.last("notice")["sentence"]
    assert (paths.models_dir() / "my-dense_cvae.cvae").is_file()

    program.click("training_use")
    wait_for("the new model", lambda: program.last("model")["name"] == "my-dense_cvae")
    wait_for("its answer", lambda: is_answer(program.title(), "7", "my-dense_cvae"))
    program.bring_to_front("desktop_cvae")
    program.key("Delete")
    program.drag_on("canvas", ONE)
    wait_for("its next answer", lambda: is_answer(program.title(), "1", "my-dense_cvae"))
    assert program.close() == 0


def test_a_window_that_is_closed_asks_and_resumes_later(start):
    program = start("--model", "studio")
    wait_for("the model", lambda: program.last("model"))
    begin(program, epochs=6)
    wait_for_title(program, "epoch 2 of 6")
    program.key("ctrl+q")
    wait_for("the question", lambda: program.window("Training is still running"))
    program.click("answer_end")
    assert program.wait() == 0

    program = start("--model", "studio")
    offer = wait_for("the offer", lambda: program.last("notice"))
    assert offer["sentence"].startswith("The training of “my-dense_cvae” was interrupted")
    program.click("notice_action_1")
    wait_for_title(program, "is ready")
    assert program.close() == 0


def begin(program, epochs):
    """Ctrl+T, the small network, so many epochs, Start."""
    program.key("ctrl+t")
    wait_for("the dialog", lambda: dialog_title(program))
    choose_preset(program, "dense_cvae")
    program.click("training_epochs")
    program.focus(DIALOG)
    program.screen.xdotool("key", "ctrl+a", *str(epochs), "Tab")
    program.click("training_start")
    wait_for("the start", lambda: " — " in dialog_title(program))


def choose_preset(program, name):
    """Type the name into the closed list."""
    program.click("training_preset")
    program.focus(DIALOG)
    program.screen.xdotool("type", "--delay", 5, name)
    program.screen.xdotool("key", "Return")


def wait_for_title(program, words):
    """The dialog's title bar says where the training stands."""
    wait_for(f"“{words}”", lambda: words in dialog_title(program), TRAINING_S)


def dialog_title(program):
    number = program.window(DIALOG)
    return program.screen.xdotool("getwindowname", number) if number else ""


def is_answer(title, digit, model):
    return title.startswith(f"{digit} ") and title.endswith(model)
