"""The real program in a real window: drawn in with the mouse, read from its title bar."""

import pytest
from virtual_screen import wait_for

from desktop_cvae.core import paths

pytestmark = pytest.mark.window

SEVEN = [
    (0.30, 0.28),
    (0.42, 0.27),
    (0.55, 0.27),
    (0.70, 0.27),
    (0.62, 0.42),
    (0.54, 0.58),
    (0.46, 0.80),
]
ONE = [(0.50, 0.20), (0.50, 0.35), (0.50, 0.50), (0.50, 0.65), (0.50, 0.80)]


def test_draw_a_seven_move_the_slider_choose_a_label_open_a_file(start):
    program = start("--model", "studio")
    wait_for("the model", lambda: program.last("model"))

    program.drag_on("canvas", SEVEN)
    wait_for("“7” in the title bar", lambda: program.title().startswith("7 "))
    # A slow machine answers parts of the stroke first.
    answer = wait_for("a 7", lambda: _answer(program, lambda a: a["label"] == 7))
    assert answer["probability"] > 0.5

    program.drag_on("noise_level", [(0.06, 0.5), (0.2, 0.5), (0.35, 0.5), (0.5, 0.5)])
    noisy = wait_for("noise", lambda: _answer(program, lambda a: a["noise_level"] > 0.2))
    assert noisy["noise_kind"] == "gaussian"
    program.drag_on("noise_level", [(0.5, 0.5), (0.3, 0.5), (0.1, 0.5), (0.0, 0.5)])
    wait_for("no noise", lambda: _answer(program, lambda a: a["noise_level"] == 0))

    program.click("label_3")
    wait_for("label 3", lambda: _answer(program, lambda a: a["chosen"] == 3))
    program.key("a")
    wait_for("auto", lambda: _answer(program, lambda a: a["chosen"] is None))

    program.key("Delete")
    wait_for("an empty canvas", lambda: program.title().startswith("desktop_cvae"))
    program.drag_on("canvas", ONE)
    wait_for("“1” in the title bar", lambda: program.title().startswith("1 "))

    sample = next(paths.resources_dir().joinpath("samples").glob("4*"))
    program.type_path("ctrl+o", "Open", sample)
    wait_for("“4” in the title bar", lambda: program.title().startswith("4 "))
    assert program.close() == 0


def test_a_file_from_the_command_line_is_answered(start):
    sample = next(paths.resources_dir().joinpath("samples").glob("2*"))
    program = start(str(sample))
    wait_for("“2” in the title bar", lambda: program.title().startswith("2 "))
    assert program.close() == 0


def _answer(program, fits):
    newest = program.last("answer")
    return newest if newest and fits(newest) else None
