"""What was drawn is found in the archive by the next start, and drawn on from there."""

import pytest
from virtual_screen import wait_for

from desktop_cvae.core import paths
from desktop_cvae.library.reading_archive import Archive

pytestmark = pytest.mark.window
SEVEN = [(0.25, 0.2), (0.5, 0.2), (0.75, 0.2), (0.6, 0.5), (0.45, 0.85)]


def test_a_drawing_is_opened_again_from_the_archive_after_a_restart(start):
    program = start("--model", "studio")
    wait_for("the model", lambda: program.last("model"))
    program.drag_on("canvas", SEVEN)
    wait_for("a seven", lambda: (program.last("answer") or {}).get("label") == 7)
    assert program.close() == 0
    with Archive(paths.archive_file()) as archive:
        (kept,) = archive.search()
        assert (kept.text, kept.source) == ("7", "drawing")

    program.trace.unlink()
    program = start("--model", "studio")
    # The last drawing lies on the canvas again: it makes room.
    wait_for("the old drawing", lambda: program.last("answer"))
    program.key("Delete")
    cleared = wait_for("blank paper", lambda: program.title() == "desktop_cvae — studio")
    assert cleared
    told = len(program.events("answer"))
    program.key("ctrl+h")
    wait_for("the archive", lambda: program.window("Archive"))
    program.focus("Archive")
    wait_for("its search", lambda: focus(program) == "archive_search")
    program.key("Return", window="Archive")
    wait_for("its list", lambda: focus(program) == "archive_list")
    program.key("Return", window="Archive")
    wait_for("the answer", lambda: len(program.events("answer")) > told)
    assert program.last("answer")["label"] == 7
    program.bring_to_front("desktop_cvae")
    assert program.close() == 0
    with Archive(paths.archive_file()) as archive:
        assert archive.count() == 1  # it is the same drawing


def focus(program):
    return (program.last("focus") or {}).get("name")
