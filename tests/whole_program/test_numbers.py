"""The real program reads a phone number from a picture: boxes, a correction, the text copied."""

import os
import subprocess
import sys

import numpy as np
import pytest
from PIL import Image
from virtual_screen import wait_for

from desktop_cvae.core import paths
from desktop_cvae.pictures.picture_files import read_image
from desktop_cvae.pictures.preparation import to_mnist_style

pytestmark = pytest.mark.window

NUMBER = "0612345789"
TILE = 90
PASTE = """
from PySide6.QtGui import QGuiApplication
app = QGuiApplication([])
print(app.clipboard().text())
"""


@pytest.fixture
def phone(tmp_path):
    """The number in the hands of the shipped samples, dark on white, a tile each."""
    path = tmp_path / "phone.png"
    Image.fromarray(np.concatenate([tile(name) for name in NUMBER], axis=1)).save(path)
    return path


def tile(name):
    sample = min(paths.resources_dir().joinpath("samples").glob(f"{name}-*"))
    ink = np.rint(255 * to_mnist_style(read_image(sample)).image).astype(np.uint8)
    large = Image.fromarray(255 - ink).resize((84, 84), Image.Resampling.BICUBIC)
    paper = Image.new("L", (TILE, 120), 255)
    paper.paste(large, (3, 18))
    return np.asarray(paper)


def test_open_a_number_correct_a_digit_copy_the_text(start, screen, phone):
    program = start("--model", "studio", str(phone))
    wait_for("the number", lambda: number(program) == NUMBER)
    wait_for("the title bar", lambda: program.title().startswith(NUMBER))

    wait_for("the boxes", lambda: "page_picture" in program.last("shown")["places"])
    program.click("page_picture", x=(2 + 0.5) / len(NUMBER))
    wait_for("the third digit", lambda: program.last("answer")["label"] == 1)
    program.key("7")
    wait_for("the correction", lambda: number(program) == "0672345789")
    wait_for("its explanation", lambda: program.last("answer")["chosen"] == 7)
    program.key("Right", "Right")
    wait_for("the fifth digit", lambda: program.last("answer")["label"] == 3)

    program.key("ctrl+c")
    wait_for("the word that it is copied", lambda: program.last("notice"))
    assert clipboard(screen) == "0672345789"

    program.key("Escape", "Escape")
    wait_for("the canvas", lambda: number(program) == "")
    wait_for("its place", lambda: "canvas" in program.last("shown")["places"])
    program.drag_on("canvas", [(0.2, 0.8), (0.4, 0.8)])
    wait_for("an answer to the stroke", lambda: program.last("answer")["chosen"] is None)
    assert program.close() == 0


def number(program):
    """What is read last; None before the first."""
    return (program.last("number") or {"text": None})["text"]


def clipboard(screen):
    """Paste into another program."""
    environment = {**os.environ, "DISPLAY": screen.display, "QT_QPA_PLATFORM": "xcb"}
    done = subprocess.run(
        [sys.executable, "-c", PASTE], env=environment, capture_output=True, text=True, check=True
    )
    return done.stdout.strip()
