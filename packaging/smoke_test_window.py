"""The smoke test of the window: draw with the mouse, train from the dialog, close."""

from __future__ import annotations

import sys
from contextlib import suppress
from pathlib import Path

from packaged_program import CONSOLE, WINDOW, Failure, PackagedProgram

sys.path.append(str(Path(__file__).resolve().parents[1] / "tests"))
from virtual_screen import RunningProgram, VirtualScreen, missing_tools, wait_for

DIALOG = "Train a model"
TRAINING_S = 300.0
DRAWINGS_S = (10.0, 20.0, 40.0)
CANVAS = (33, 106, 306)
"""Left, top and side of the canvas in a new user's window, in pixels, roughly."""
SEVEN = [(0.22, 0.25), (0.45, 0.24), (0.72, 0.25), (0.62, 0.45), (0.54, 0.62), (0.46, 0.82)]


def check_window(program: PackagedProgram, samples: list[Path], *, is_viewer: bool) -> None:
    """Draw, read the answer, train, use what was trained, close; open files by their names.

    Raises:
        Failure: an exit code is not 0, or Xvfb or xdotool are missing.
        AssertionError: the window did not answer in time.
    """
    if missing := missing_tools():
        raise Failure(f"the window cannot be tried without {' and '.join(missing)}")
    screen = VirtualScreen()
    try:
        # Before the training: from then on the window opens with the new model.
        check_files(screen, program, samples[-1])
        window = start(screen, program, WINDOW, "--model", "studio")
        wait_for("the model", lambda: window.title().endswith("desktop_cvae — studio"))
        # On a slow machine the window before this one has saved its picture, which is here again.
        window.key("Delete")
        wait_for("an empty canvas", lambda: window.title() == "desktop_cvae — studio")
        draw(window)
        window.key("ctrl+t")
        if is_viewer:
            check_that_no_dialog_comes(window)
        else:
            train(window)
        end(window)
    finally:
        screen.stop()
    logs = list(program.home.rglob("desktop-cvae.log"))
    if not logs:
        raise Failure("there is no log in the user's folders")


def draw(window: RunningProgram) -> None:
    """Draw a seven until it is read: a busy machine loses corners of a quick stroke."""
    left, top, side = CANVAS
    stroke = [(round(left + side * x), round(top + side * y)) for x, y in SEVEN]
    for patience_s in DRAWINGS_S:
        window.drag(stroke)
        with suppress(AssertionError):
            wait_for("“7” in the title bar", lambda: window.title().startswith("7 "), patience_s)
            return
        window.key("Delete")
    raise Failure(f"no seven was read; the title bar says “{window.title()}”")


def check_that_no_dialog_comes(window: RunningProgram) -> None:
    """Test that Ctrl+T opens nothing in a viewer, and that the window still answers."""
    window.key("Delete")
    # Keys are handled in order, so Ctrl+T has been handled before.
    wait_for("an empty canvas", lambda: window.title() == "desktop_cvae — studio")
    if window.window(DIALOG):
        raise Failure("a viewer offers to train")


def train(window: RunningProgram) -> None:
    """Train the small network for one epoch from the dialog, all with keys; its model answers."""
    wait_for("the dialog", lambda: window.window(DIALOG))
    # Tab twice: past the button above the form to its first field.
    window.key("Tab", "Tab", window=DIALOG)
    window.screen.xdotool("type", "--delay", 5, "dense_cvae")
    # Past name, data, digits, latent dimensions and labels to the epochs.
    window.key(*["Tab"] * 6, "ctrl+a", "1", window=DIALOG)
    window.key("Return", window=DIALOG)
    wait_for("the start", lambda: "my-dense_cvae" in window.title(DIALOG))
    wait_for("the trained model", lambda: "is ready" in window.title(DIALOG), TRAINING_S)
    window.key("Return", window=DIALOG)
    wait_for("its answer", lambda: window.title().endswith(" — my-dense_cvae"))


def check_files(screen: VirtualScreen, program: PackagedProgram, sample: Path) -> None:
    """Open a picture and a model as a file manager does."""
    picture = start(screen, program, CONSOLE, program.inside(sample))
    wait_for("its answer", lambda: picture.title().startswith(f"{sample.name[0]} "))
    end(picture)
    model = next(program.folder.glob("**/resources/models/dense_cvae.cvae"))
    file = start(screen, program, WINDOW, program.inside(model))
    wait_for("the model", lambda: file.title().endswith("desktop_cvae — dense_cvae"))
    end(file)


def start(
    screen: VirtualScreen, program: PackagedProgram, name: str, *arguments: str
) -> RunningProgram:
    """Start one of the executables on the screen."""
    digits = program.inside(program.scratch / "digits")
    return RunningProgram(
        screen,
        [*program.command(name), *arguments],
        {**program.variables, "DESKTOP_CVAE_MNIST": digits},
    )


def end(window: RunningProgram) -> None:
    """Close the window as a user does."""
    if (code := window.close()) != 0:
        raise Failure(f"the window ended with {code}")
