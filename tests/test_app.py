"""Row 27: no display is one sentence, not an abort.

The window as a process of its own, without a screen.
"""

from __future__ import annotations

import json
import os
import signal
import subprocess
import sys
from pathlib import Path

import pytest
from fakes import STROKES

from desktop_cvae import app
from desktop_cvae.app import require_display
from desktop_cvae.core import paths
from desktop_cvae.core.drawing_record import DrawingRecord, StrokeRecord
from desktop_cvae.core.errors import EnvironmentProblem
from desktop_cvae.library.lesson_content import Lesson, LessonStep
from desktop_cvae.library.lesson_file import write_lesson
from desktop_cvae.library.reading_archive import Archive
from desktop_cvae.library.session_record import SessionRecord


@pytest.fixture(autouse=True)
def on_linux(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(app.sys, "platform", "linux")
    monkeypatch.setattr(app, "_require_plugin", lambda: None)


def test_no_display_names_the_cure() -> None:
    with pytest.raises(EnvironmentProblem, match="set DISPLAY") as caught:
        require_display({})
    assert caught.value.exit_code == 3


def test_a_display_that_does_not_answer() -> None:
    with pytest.raises(EnvironmentProblem, match=":4711"):
        require_display({"DISPLAY": ":4711"})


@pytest.mark.parametrize(
    "environment",
    [
        {"QT_QPA_PLATFORM": "offscreen"},
        {"WAYLAND_DISPLAY": "wayland-0"},
        {"DISPLAY": "far.example:10.0"},
    ],
)
def test_what_may_work_is_let_through(environment: dict[str, str]) -> None:
    require_display(environment)


def test_a_missing_library_is_named(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.undo()
    monkeypatch.setattr(app.sys, "platform", "linux")

    def fail(name: str) -> None:
        raise OSError("libxcb-icccm.so.4: cannot open shared object file")

    monkeypatch.setattr(app.ctypes, "CDLL", fail)
    with pytest.raises(EnvironmentProblem, match=r"libxcb-icccm\.so\.4"):
        require_display({"DISPLAY": ":0"})


PROGRAM = """
import sys
from pathlib import Path
import fakes
import traced_program
import desktop_cvae.app as app
app.LibrarySource = fakes.FakeSource
traced_program.trace_to(Path(sys.argv[1]))
image, screenshot = (Path(a) if a != "-" else None for a in sys.argv[2:4])
sys.exit(app.run_window(image, None, screenshot, safe_mode="--safe-mode" in sys.argv))
"""


@pytest.fixture
def environment(home: Path) -> dict[str, str]:
    tests = str(Path(__file__).parent)
    return {
        **os.environ,
        "QT_QPA_PLATFORM": "offscreen",
        "PYTHONPATH": tests,
        "DESKTOP_CVAE_HOME": str(home),
    }


@pytest.fixture
def trace(tmp_path: Path) -> Path:
    return tmp_path / "trace.jsonl"


def run(environment: dict[str, str], *arguments: object) -> subprocess.CompletedProcess[str]:
    return subprocess.run(
        [sys.executable, "-c", PROGRAM, *map(str, arguments)],
        env=environment,
        capture_output=True,
        text=True,
        timeout=60,
        check=False,
    )


def events(trace: Path) -> list[dict[str, object]]:
    return [json.loads(line) for line in trace.read_text().splitlines()]


def three() -> DrawingRecord:
    """A three as the fakes write it."""
    lines = (tuple(line) for line in STROKES[3])
    return DrawingRecord(tuple(StrokeRecord(0.07, False, line) for line in lines))


def save_digit(path: Path) -> Path:
    from fakes import draw_digit

    from desktop_cvae.pictures.contact_sheets import write_png

    grey = (255 * draw_digit(3)).astype("uint8")
    write_png(path, grey.repeat(10, 0).repeat(10, 1))
    return path


def test_a_lesson_of_the_command_line_is_played(
    environment: dict[str, str], tmp_path: Path, trace: Path
) -> None:
    """As its file was made elsewhere: this home is empty."""
    lesson, shot = tmp_path / "three.cvae-lesson", tmp_path / "shot.png"
    step = LessonStep("A three", "Look.", SessionRecord(three()))
    write_lesson(lesson, Lesson("Three", steps=(step,)))
    done = run(environment, trace, lesson, shot)
    assert done.returncode == 0, done.stderr
    assert [event["label"] for event in events(trace) if event["event"] == "answer"][-1] == 3
    assert shot.is_file()


def test_screenshot_of_an_answer(environment: dict[str, str], tmp_path: Path, trace: Path) -> None:
    picture, shot = save_digit(tmp_path / "3.png"), tmp_path / "new" / "shot.png"
    shot.parent.mkdir()
    done = run(environment, trace, picture, shot)
    assert (done.returncode, done.stderr) == (0, "")
    assert shot.read_bytes().startswith(b"\x89PNG")
    answers = [line for line in events(trace) if line["event"] == "answer"]
    assert answers[-1]["label_name"] == "3"
    assert answers[-1]["chosen"] is None


def test_screenshot_of_a_bad_picture_fails_in_one_line(
    environment: dict[str, str], tmp_path: Path, trace: Path
) -> None:
    bad = tmp_path / "bad.png"
    bad.write_bytes(b"nothing")
    done = run(environment, trace, bad, tmp_path / "shot.png")
    assert done.returncode == 5
    assert done.stderr.count("\n") == 1
    assert "Traceback" not in done.stderr


@pytest.mark.skipif(sys.platform == "win32", reason="Windows has no such signals")
def test_the_first_start_answers_an_example_and_keeps_nothing_of_it(
    environment: dict[str, str], home: Path
) -> None:
    process = subprocess.Popen(
        [sys.executable, "-c", PROGRAM, "/dev/stdout", "-", "-"],
        env=environment,
        stdout=subprocess.PIPE,
        text=True,
    )
    assert process.stdout is not None
    seen = []
    for line in iter(process.stdout.readline, ""):
        seen.append(json.loads(line)["event"])
        if seen[-1] == "answer":
            break
    # The window is on the screen before the example is read.
    assert seen.index("shown") < seen.index("answer")
    process.send_signal(signal.SIGTERM)
    process.communicate(timeout=30)
    assert not list((home / "canvas").glob("*.json"))
    with Archive(home / "archive.sqlite") as archive:
        assert archive.search() == []


@pytest.mark.parametrize("safe", [[], ["--safe-mode"]])
def test_a_screenshot_shows_no_example(
    environment: dict[str, str], tmp_path: Path, trace: Path, safe: list[str]
) -> None:
    assert run(environment, trace, "-", tmp_path / "shot.png", *safe).returncode == 0
    assert "answer" not in [line["event"] for line in events(trace)]


def test_corrupt_settings_start_with_defaults_and_a_notice(
    environment: dict[str, str], home: Path, tmp_path: Path, trace: Path
) -> None:
    """Row 14."""
    home.mkdir()
    (home / "settings.json").write_text("{oops")
    assert run(environment, trace, "-", tmp_path / "shot.png").returncode == 0
    assert (home / "settings.json.bad").read_text() == "{oops"
    assert any("settings" in str(line.get("sentence")) for line in events(trace))


def test_a_home_that_cannot_be_made_is_no_obstacle(
    environment: dict[str, str], tmp_path: Path, trace: Path
) -> None:
    """Row 14."""
    (tmp_path / "file").write_text("")
    environment["DESKTOP_CVAE_HOME"] = str(tmp_path / "file" / "home")
    done = run(environment, trace, "-", tmp_path / "shot.png")
    assert done.returncode == 0
    assert "Traceback" not in done.stderr


@pytest.mark.skipif(sys.platform == "win32", reason="Windows has no such signals")
@pytest.mark.parametrize(("number", "code"), [(signal.SIGINT, 130), (signal.SIGTERM, 143)])
def test_signals_close_the_window(
    environment: dict[str, str], home: Path, number: signal.Signals, code: int
) -> None:
    """Rows 17 and 25."""
    process = subprocess.Popen(
        [sys.executable, "-c", PROGRAM, "/dev/stdout", "-", "-"],
        env=environment,
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
        text=True,
    )
    assert process.stdout is not None
    # The tour is offered until it is started or refused.
    assert any("New here?" in line for line in iter(process.stdout.readline, ""))
    process.send_signal(number)
    _, complaints = process.communicate(timeout=30)
    assert (process.returncode, complaints) == (code, "")
    assert json.loads((home / "settings.json").read_text())["tour_seen"] is False


@pytest.mark.skipif(sys.platform == "win32", reason="Windows has no such signals")
@pytest.mark.parametrize("is_safe", [True, False])
def test_what_was_answered_last_is_archived_at_the_end(
    environment: dict[str, str], home: Path, tmp_path: Path, is_safe: bool
) -> None:
    picture = save_digit(tmp_path / "3.png")
    arguments = ["/dev/stdout", str(picture), "-", *(["--safe-mode"] if is_safe else [])]
    process = subprocess.Popen(
        [sys.executable, "-c", PROGRAM, *arguments],
        env=environment,
        stdout=subprocess.PIPE,
        text=True,
    )
    assert process.stdout is not None
    assert any('"answer"' in line for line in iter(process.stdout.readline, ""))
    process.send_signal(signal.SIGTERM)
    process.communicate(timeout=30)
    with Archive(home / "archive.sqlite") as archive:
        assert [entry.text for entry in archive.search()] == ([] if is_safe else ["3"])


@pytest.mark.skipif(sys.platform == "win32", reason="Windows has no such signals")
@pytest.mark.parametrize("is_safe", [True, False])
def test_safe_mode_leaves_the_settings_and_a_crash_is_told_of(
    environment: dict[str, str], home: Path, is_safe: bool
) -> None:
    (home / "logs").mkdir(parents=True)
    (home / "logs" / "desktop-cvae-crash.log").write_text("Fatal Python error")
    kept = json.dumps({"theme": "dark", "model": "plain", "recent": ["/a.png"]})
    (home / "settings.json").write_text(kept)
    drawing = home / "canvas" / "1.json"
    drawing.parent.mkdir()
    drawn = json.dumps({"is_ended": False, "window": SessionRecord(three()).to_json()})
    drawing.write_text(drawn)
    arguments = ["/dev/stdout", "-", "-", *(["--safe-mode"] if is_safe else [])]
    process = subprocess.Popen(
        [sys.executable, "-c", PROGRAM, *arguments],
        env=environment,
        stdout=subprocess.PIPE,
        text=True,
    )
    assert process.stdout is not None
    seen: list[dict[str, object]] = []
    awaited = {"model", "notice"} if is_safe else {"model", "notice", "answer"}
    while not awaited <= {line["event"] for line in seen}:
        seen.append(json.loads(process.stdout.readline()))
    process.send_signal(signal.SIGTERM)
    rest, _ = process.communicate(timeout=30)
    seen += map(json.loads, rest.splitlines())
    told = " ".join(str(line.get("sentence")) for line in seen)
    assert "crashed last time" in told
    assert ("Safe mode" in told) == is_safe
    opened = next(line["name"] for line in seen if line["event"] == "model")
    assert opened == ("studio" if is_safe else "plain")
    assert ((home / "settings.json").read_text() == kept) == is_safe
    # The drawing of before is there again, or left alone.
    assert (drawing.read_text() == drawn) == is_safe
    assert "your drawing is back" not in told


def test_the_program_starts_again_without_what_named_its_language(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    started: list[tuple[list[str], dict[str, str]]] = []
    monkeypatch.setenv("DESKTOP_CVAE_LANGUAGE", "en")
    monkeypatch.setattr(
        subprocess, "Popen", lambda command, env, **_: started.append((command, env))
    )
    app.start_again()
    [(command, environment)] = started
    assert command == paths.program_command()
    assert "DESKTOP_CVAE_LANGUAGE" not in environment
    assert "PATH" in environment
