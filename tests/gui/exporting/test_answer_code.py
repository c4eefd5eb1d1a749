"""What is copied reads the same picture in the same way."""

from __future__ import annotations

import ast
import shlex
from pathlib import Path

import pytest
from fake_library import draw_png
from PySide6.QtGui import QGuiApplication
from window_desk import Desk

from desktop_cvae.cli.parser import parse
from desktop_cvae.gui.exporting.answer_code import DRAWING_FILE, ShownReading
from desktop_cvae.public_library import Model


def copied(desk: Desk, command: str) -> str:
    desk.window.run(command)
    return QGuiApplication.clipboard().text()


def opened(desk: Desk, path: Path) -> str:
    desk.controller.open_picture(draw_png(path, 3), path.name)
    desk.settle()
    return str(path)


def test_there_is_nothing_to_copy_before_the_first_drawing(desk: Desk) -> None:
    QGuiApplication.clipboard().setText("before")
    for command in ("copy_python", "copy_command"):
        assert copied(desk, command) == "before"
        assert "no answer yet" in desk.notices[-1].sentence


def test_an_opened_picture_is_read_from_its_file(desk: Desk, tmp_path: Path) -> None:
    path = opened(desk, tmp_path / "it's 3.png")
    assert desk.session.model is not None
    model = desk.session.model.entry
    line = copied(desk, "copy_command")
    program, *words = shlex.split(line)
    assert program == "desktop-cvae"
    arguments = parse(words)
    assert (arguments.images, arguments.model) == ([path], str(model.path))
    assert (arguments.refuse, arguments.preparation, arguments.numbers) == (0.005, "", False)
    assert desk.notices[-1].sentence == "The command is on the clipboard."
    code = copied(desk, "copy_python")
    assert f"dc.load({str(model.path)!r})" in code
    assert f"model.read({path!r})" in code
    assert desk.notices[-1].sentence == "The Python code is on the clipboard."


def test_every_setting_is_in_it(desk: Desk, tmp_path: Path) -> None:
    path = opened(desk, tmp_path / "three.png")
    desk.session.set_false_rejection_rate(0.02)
    desk.session.set_preparation("as_it_is")
    desk.session.set_thinking_steps(2)
    desk.session.set_label(7)
    desk.session.set_noise("gaussian", 0.3)
    desk.settle()
    arguments = parse(shlex.split(copied(desk, "copy_command"))[1:])
    assert (arguments.refuse, arguments.preparation) == (0.02, "as_it_is")
    assert arguments.think == 2
    assert "without the noise" in desk.notices[-1].sentence
    code = copied(desk, "copy_python")
    asked = "preparation='as_it_is', false_rejection_rate=0.02, thinking_steps=2"
    assert f"read({path!r}, {asked})" in code
    assert f"reconstruct({path!r}, '7')" in code


def test_a_drawing_is_to_be_saved_first(desk: Desk) -> None:
    desk.draw(3)
    assert repr(DRAWING_FILE) in copied(desk, "copy_python")
    assert "Save the drawing" in desk.notices[-1].sentence


def test_a_picture_that_was_drawn_on_is_not_its_file(desk: Desk, tmp_path: Path) -> None:
    opened(desk, tmp_path / "three.png")
    desk.stroke([(0.2, 0.2), (0.8, 0.2)])
    desk.settle()
    assert repr(DRAWING_FILE) in copied(desk, "copy_python")


@pytest.mark.parametrize(
    "shown",
    [
        ShownReading("studio", "scan.pdf#2", numbers=True, rule="length:5"),
        ShownReading("studio", "-3.png", false_rejection_rate=0.0, preparation="inverted"),
        ShownReading("my model", "C:\\new\\3.png", label="7", thinking_steps=5),
    ],
)
def test_code_and_command_are_well_formed(shown: ShownReading) -> None:
    arguments = parse(shlex.split(shown.command())[1:])
    assert (arguments.numbers, arguments.rule or "") == (shown.numbers, shown.rule)
    assert arguments.refuse == shown.false_rejection_rate
    assert Path(arguments.images[0]) == Path(shown.picture)
    names: set[str] = set()
    for call in (n for n in ast.walk(ast.parse(shown.python())) if isinstance(n, ast.Call)):
        if isinstance(call.func, ast.Attribute) and hasattr(Model, call.func.attr):
            names.add(call.func.attr)
            assert ast.literal_eval(call.args[0]) == shown.picture
            assert {keyword.arg for keyword in call.keywords} <= {
                *("rule", "preparation", "false_rejection_rate", "thinking_steps"),
            }
    expected = {"read_number"} if shown.numbers else {"read"}
    assert names == expected | ({"reconstruct"} if shown.label else set())
