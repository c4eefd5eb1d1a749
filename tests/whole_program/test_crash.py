"""The real program is killed while a drawing is on its canvas; the next start has it again."""

import json

import pytest
from virtual_screen import TracedProgram, wait_for

from desktop_cvae.core import paths

pytestmark = pytest.mark.window

SEVEN = [(0.30, 0.28), (0.55, 0.27), (0.70, 0.27), (0.62, 0.42), (0.54, 0.58), (0.46, 0.80)]


@pytest.fixture
def begin(screen, tmp_path):
    programs = []

    def run(name):
        folder = tmp_path / name
        folder.mkdir()
        programs.append(TracedProgram(screen, folder, "--model", "studio"))
        wait_for("the model", lambda: programs[-1].last("model"))
        return programs[-1]

    yield run
    for program in programs:
        program.process.kill()
        program.process.wait()


def test_a_killed_program_has_its_drawing_and_answer_again(begin):
    kept = paths.data_dir() / "canvas" / "1.json"
    first = begin("first")
    first.drag_on("canvas", SEVEN)
    wait_for("“7” in the title bar", lambda: first.title().startswith("7 "))
    # Asked once more, so that the answer is that of the whole stroke.
    first.key("3")
    wait_for("the label 3", lambda: first.last("answer")["chosen"] == 3)
    first.key("a")
    wait_for("no label", lambda: first.last("answer")["chosen"] is None)
    answer = first.last("answer")
    wait_for("the drawing on the disk", lambda: is_kept(kept))
    first.process.kill()
    first.process.wait()

    again = begin("again")
    wait_for("“7” in the title bar", lambda: again.title().startswith("7 "))
    assert again.last("answer")["probability"] == answer["probability"]
    assert "unexpectedly" in again.last("notice")["sentence"]
    again.key("Delete")
    wait_for("an empty canvas", lambda: again.title().startswith("desktop_cvae"))
    assert again.close() == 0
    assert not kept.exists()


def is_kept(path):
    """True if a drawing is there under no label, as it is left."""
    if not path.exists():
        return False
    window = json.loads(path.read_text())["window"]
    return window["drawing"]["strokes"] and not window["label"]
