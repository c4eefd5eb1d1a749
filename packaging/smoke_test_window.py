"""The smoke test's window: drawn in with the mouse, trained from its dialog, closed."""

from __future__ import annotations

import sys
from contextlib import suppress
from pathlib import Path

from packaged_program import CONSOLE, VIEWER_WORDS, WINDOW, Failure, PackagedProgram

sys.path.append(str(Path(__file__).resolve().parents[1] / "tests"))
from virtual_screen import RunningProgram, VirtualScreen, missing_tools, wait_for

DIALOG = "Train a model"
TRAINING_S = 300.0
DRAWINGS_S = (10.0, 20.0, 40.0)
SEVEN = [(0.22, 0.25), (0.45, 0.24), (0.72, 0.25), (0.62, 0.45), (0.54, 0.62), (0.46, 0.82)]


def check_window(program: PackagedProgram, samples: list[Path], *, is_viewer: bool) -> None:
    """Draw, read the answer, train, use what was trained, close; open files by their names.

    Raises:
        Failure: an exit code is not 0, or Xvfb or xdotool are missing.
        AssertionError: something did not come in time.
    """
    if missing := missing_tools():
        raise Failure(f"the window cannot be tried without {' and '.join(missing)}")
    screen = VirtualScreen()
    try:
        # Before the training, whose model is used from then on.
        check_files(screen, program, samples[-1])
        window = start(screen, program, WINDOW, "--model", "studio")
        wait_for("the model", lambda: window.last("model"))
        draw(window)
        window.key("ctrl+t")
        if is_viewer:
            wait_for("the way to the full program", lambda: is_told_of_the_viewer(window))
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
    for patience_s in DRAWINGS_S:
        window.drag("canvas", SEVEN)
        with suppress(AssertionError):
            wait_for("“7” in the title bar", lambda: window.title().startswith("7 "), patience_s)
            return
        window.key("Delete")
    raise Failure(f"no seven was read; the title bar says “{window.title()}”")


def is_told_of_the_viewer(window: RunningProgram) -> bool:
    """True once the window says that it does not train."""
    return (window.last("notice") or {"sentence": ""})["sentence"].startswith(VIEWER_WORDS)


def train(window: RunningProgram) -> None:
    """The dialog: the small network, one epoch, Start; then its model draws the next answer."""
    wait_for("the dialog", lambda: window.window(DIALOG))
    window.click("training_preset")
    window.focus(DIALOG)
    window.screen.xdotool("type", "--delay", 5, "dense_cvae")
    window.screen.xdotool("key", "Return")
    window.click("training_epochs")
    window.focus(DIALOG)
    window.screen.xdotool("key", "ctrl+a", "1", "Tab")
    window.click("training_start")
    wait_for("the trained model", lambda: "is ready" in dialog_title(window), TRAINING_S)
    window.click("training_use")
    wait_for("the new model", lambda: window.last("model")["name"] == "my-dense_cvae")
    wait_for("its answer", lambda: window.title().endswith("my-dense_cvae"))


def check_files(screen: VirtualScreen, program: PackagedProgram, sample: Path) -> None:
    """What a file manager does with a picture and with a model."""
    picture = start(screen, program, CONSOLE, program.inside(sample))
    wait_for("its answer", lambda: picture.title().startswith(f"{sample.name[0]} "))
    end(picture)
    model = next(program.folder.glob("**/resources/models/dense_cvae.cvae"))
    file = start(screen, program, WINDOW, program.inside(model))
    wait_for("the model", lambda: (file.last("model") or {"name": ""})["name"] == "dense_cvae")
    end(file)


def start(
    screen: VirtualScreen, program: PackagedProgram, name: str, *arguments: str
) -> RunningProgram:
    """Start one of the executables on the screen."""
    folder = program.scratch / "trace"
    folder.mkdir(exist_ok=True)
    folder.chmod(0o777)
    trace = folder / "trace.jsonl"
    trace.unlink(missing_ok=True)
    variables = {
        "DESKTOP_CVAE_TRACE": program.inside(trace),
        "DESKTOP_CVAE_MNIST": program.inside(program.scratch / "digits"),
    }
    return RunningProgram(
        screen,
        folder,
        *arguments,
        command=program.command(name),
        variables={**program.variables, **variables},
    )


def end(window: RunningProgram) -> None:
    """Close it as a user does."""
    if (code := window.close()) != 0:
        raise Failure(f"the window ended with {code}")


def dialog_title(window: RunningProgram) -> str:
    """What the dialog's title bar says."""
    number = window.window(DIALOG)
    return window.screen.xdotool("getwindowname", number) if number else ""
