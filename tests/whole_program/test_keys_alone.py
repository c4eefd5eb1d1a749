"""The main job without a mouse: open, look, choose, write, save, quit."""

import pytest
from PIL import Image
from virtual_screen import wait_for

from desktop_cvae.core import paths

pytestmark = pytest.mark.window
MOST_STEPS = 80
"""Of the Tab key around the whole window."""


def test_a_picture_is_opened_read_rewritten_and_saved_by_keys(start, tmp_path):
    program = start("--model", "studio")
    wait_for("the model", lambda: program.last("model"))

    sample = next(paths.resources_dir().joinpath("samples").glob("4*"))
    program.type_path("ctrl+o", "Open", sample)
    # The example that the window starts with has an answer, too.
    wait_for("the answer", lambda: (program.last("answer") or {}).get("label") == 4)

    tab_to(program, "evidence")
    wait_for("its row", lambda: marked(program) == 4)
    program.key("Down")
    wait_for("the next row", lambda: marked(program) == 5)
    program.key("Return")
    wait_for("its label", lambda: program.last("answer")["chosen"] == 5)
    program.key("a")
    wait_for("no label", lambda: program.last("answer")["chosen"] is None)

    tab_to(program, "Write a number")
    program.key("ctrl+a", "4", "2")
    wait_for("the number in this hand", lambda: (program.last("line") or {}).get("text") == "42")

    saved = tmp_path / "answer.png"
    program.type_path("ctrl+s", "Save", saved)
    wait_for("the file", saved.is_file)
    wait_for(
        "the word of it", lambda: "answer.png" in (program.last("notice") or {}).get("sentence", "")
    )
    with Image.open(saved) as picture:
        picture.load()
        assert picture.width > 100
    assert program.close() == 0


def marked(program):
    return (program.last("mark") or {}).get("label")


def tab_to(program, name):
    """Press Tab until a part of the window has the keyboard."""
    for _ in range(MOST_STEPS):
        told = len(program.events("focus"))
        program.key("Tab")
        wait_for("the focus", lambda told=told: len(program.events("focus")) > told)
        if program.last("focus")["name"] == name:
            return
    raise AssertionError(f"Tab does not reach “{name}”")
