"""A virtual screen and a real program on it, driven with mouse and keys by xdotool."""

from __future__ import annotations

import contextlib
import json
import os
import shutil
import subprocess
import sys
import time
from collections.abc import Callable, Iterable, Mapping, Sequence
from pathlib import Path
from types import MappingProxyType
from typing import Any

SIZE = (1280, 800)
PATIENCE_S = 60.0
"""Generous, because a test machine may be busy; every wait ends as soon as it can."""
ATTEMPTS = 5
TRACED = str(Path(__file__).with_name("traced_program.py"))


def missing_tools() -> list[str]:
    """Which of the two system programs are not installed."""
    return [tool for tool in ("Xvfb", "xdotool") if shutil.which(tool) is None]


def wait_for(what: str, probe: Callable[[], Any], patience_s: float = PATIENCE_S) -> Any:
    """Ask ``probe`` until it answers something true."""
    deadline = time.monotonic() + patience_s
    while time.monotonic() < deadline:
        found = probe()
        if found:
            return found
        time.sleep(0.02)
    raise AssertionError(f"waited {patience_s:.0f} s in vain for {what}")


class VirtualScreen:
    """Xvfb on a display number of its own choice."""

    def __init__(self) -> None:
        read_end, write_end = os.pipe()
        geometry = f"{SIZE[0]}x{SIZE[1]}x24"
        self._process = subprocess.Popen(
            [
                "Xvfb",
                "-displayfd",
                str(write_end),
                "-screen",
                "0",
                geometry,
                "-nolisten",
                "tcp",
                "-noreset",
            ],
            pass_fds=[write_end],
            stderr=subprocess.DEVNULL,
        )
        os.close(write_end)
        with os.fdopen(read_end) as pipe:
            self.display = f":{pipe.readline().strip()}"

    def xdotool(self, *arguments: object) -> str:
        """Run one xdotool command on this display."""
        done = subprocess.run(
            ["xdotool", *map(str, arguments)],
            env={**os.environ, "DISPLAY": self.display},
            capture_output=True,
            text=True,
            check=False,
        )
        return done.stdout.strip()

    def stop(self) -> None:
        """End Xvfb."""
        self._process.terminate()
        self._process.wait()


class RunningProgram:
    """``desktop-cvae`` in a real window of a virtual screen, as anybody sees it from outside.

    Args:
        screen: where its windows are.
        command: starts it.
        variables: put over this process's environment.
    """

    def __init__(
        self,
        screen: VirtualScreen,
        command: Sequence[str],
        variables: Mapping[str, str] = MappingProxyType({}),
    ) -> None:
        self.screen = screen
        environment = {
            **os.environ,
            "DISPLAY": screen.display,
            "QT_QPA_PLATFORM": "xcb",
            **variables,
        }
        self.process = subprocess.Popen(command, env=environment)

    def window(self, name: str) -> str:
        """The number of the window whose title bar has ``name`` in it; empty if there is none."""
        found = self.screen.xdotool(
            "search", "--onlyvisible", "--all", "--pid", self.process.pid, "--name", name
        )
        return found.split()[-1] if found else ""

    def title(self, name: str = "desktop_cvae") -> str:
        """What a window's title bar says; empty if there is none."""
        number = self.window(name)
        return self.screen.xdotool("getwindowname", number) if number else ""

    def drag(self, points: Iterable[tuple[int, int]]) -> None:
        """Press at the first of the screen's pixels, move along the others, release.

        No quicker than a hand: of a stroke of 50 ms a busy machine has lost the corners.
        """
        first, *rest = points
        steps: list[object] = ["mousemove", *first, "sleep", 0.04, "mousedown", 1, "sleep", 0.04]
        for point in rest:
            steps += ["mousemove", *point, "sleep", 0.04]
        self.screen.xdotool(*steps, "mouseup", 1)

    def key(self, *names: str, window: str = "desktop_cvae") -> None:
        """Press keys, one after the other, in xdotool's names."""
        self.focus(window)
        self.screen.xdotool("key", *names)

    def type_path(self, keys: str, title: str, path: Path) -> None:
        """Keys that open Qt's own dialog, the path in it, Enter."""
        self.key(keys)
        for _ in range(ATTEMPTS):
            self.focus(title)
            # On a busy machine the first letters come too early, or the list takes the Enter.
            self.screen.xdotool("key", "ctrl+a")
            self.screen.xdotool("type", "--delay", 5, str(path))
            self.screen.xdotool("key", "Return")
            with contextlib.suppress(AssertionError):
                wait_for("the dialog to close", lambda: not self.window(title), 10)
                return
        raise AssertionError(f"the dialog “{title}” takes no path")

    def focus(self, window: str = "desktop_cvae") -> None:
        """Give a window the keyboard: there is no window manager that would."""
        number = wait_for(f"the window “{window}”", lambda: self.window(window))
        self.screen.xdotool("windowfocus", "--sync", number)

    def bring_to_front(self, window: str) -> None:
        """Put a window over the program's others."""
        self.screen.xdotool("windowraise", self.window(window))

    def close(self) -> int:
        """Close the window as a user does and give the exit code."""
        self.key("ctrl+q")
        return self.wait()

    def wait(self) -> int:
        """Wait until the program has ended by itself and give the exit code."""
        try:
            return self.process.wait(PATIENCE_S)
        finally:
            self.process.kill()


def _take_the_tour_for_seen() -> None:
    """So that no offer lies over what is looked at; settings that are there already stay."""
    home = os.environ.get("DESKTOP_CVAE_HOME")
    settings = Path(home, "settings.json") if home else None
    if settings is not None and not settings.exists():
        settings.parent.mkdir(parents=True, exist_ok=True)
        settings.write_text('{"tour_seen": true}', encoding="utf-8")


class TracedProgram(RunningProgram):
    """One that also tells where its parts are and what its window shows, see ``traced_program``."""

    def __init__(self, screen: VirtualScreen, folder: Path, *arguments: str) -> None:
        self.trace = folder / "trace.jsonl"
        _take_the_tour_for_seen()
        super().__init__(screen, [sys.executable, TRACED, str(self.trace), *arguments])
        wait_for("the window", lambda: self.last("shown"))

    def events(self, kind: str) -> list[dict[str, Any]]:
        """All trace lines of one kind so far."""
        if not self.trace.exists():
            return []
        # What comes after the last newline is still being written.
        lines = self.trace.read_text(encoding="utf-8").split("\n")[:-1]
        return [event for line in lines if (event := json.loads(line))["event"] == kind]

    def last(self, kind: str) -> dict[str, Any] | None:
        """The newest trace line of one kind."""
        return (self.events(kind) or [None])[-1]

    def place(self, name: str, x: float = 0.5, y: float = 0.5) -> tuple[int, int]:
        """A point of a named part on the screen; x and y are shares of its size."""
        left, top, width, height = wait_for(f"the part “{name}”", lambda: self._area(name))
        return round(left + x * width), round(top + y * height)

    def _area(self, name: str) -> list[float] | None:
        """Where a part is, in the window that has shown it last."""
        newest = {event["window"]: event["places"] for event in self.events("shown")}
        return next((places[name] for places in newest.values() if name in places), None)

    def click(self, name: str, x: float = 0.5, y: float = 0.5) -> None:
        """Press and release the left button on a part."""
        self.screen.xdotool("mousemove", *self.place(name, x, y), "click", 1)

    def drag_on(self, name: str, points: Iterable[tuple[float, float]]) -> None:
        """Drag along points of a part, given as shares of its size."""
        self.drag([self.place(name, x, y) for x, y in points])
