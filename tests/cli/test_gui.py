from __future__ import annotations

import ctypes
import os
import subprocess
import sys
from pathlib import Path
from types import ModuleType
from typing import Any

import pytest

from desktop_cvae.cli.main import main


@pytest.fixture
def calls(monkeypatch: pytest.MonkeyPatch) -> list[tuple[Any, ...]]:
    """What the window was started with; no window is opened."""
    calls: list[tuple[Any, ...]] = []
    app = ModuleType("desktop_cvae.app")

    def run_window(
        *arguments: Any, safe_mode: bool, many: tuple[Path, ...], preparation: str
    ) -> int:
        wished = [preparation] if preparation else []
        calls.append((*arguments, *(["safe"] if safe_mode else []), *many, *wished))
        return 0

    app.run_window = run_window  # type: ignore[attr-defined]
    monkeypatch.setitem(sys.modules, "desktop_cvae.app", app)
    monkeypatch.setenv("QT_QPA_PLATFORM", "offscreen")
    return calls


def test_the_window_opens_without_a_command(
    calls: list[tuple[Any, ...]], pictures: Path, tiny_model: Path
) -> None:
    picture = pictures / "0.png"
    for arguments in (
        [],
        ["gui"],
        [str(picture)],
        ["gui", str(picture), "--model", "plain", "--screenshot", "shot.png"],
        [str(tiny_model)],
        ["--model", "plain"],
        ["--safe-mode"],
        [str(picture), str(pictures)],
        [str(pictures), "--model", "plain"],
        ["gui", str(picture), "--preparation", "inverted"],
    ):
        assert main(arguments) == 0
    assert calls == [
        (None, None, None),
        (None, None, None),
        (picture, None, None),
        (picture, "plain", Path("shot.png")),
        (None, str(tiny_model), None),
        (None, "plain", None),
        (None, None, None, "safe"),
        (None, None, None, picture, pictures),
        (None, "plain", None, pictures),
        (picture, None, None, "inverted"),
    ]


def test_a_file_that_is_not_there_is_named(
    calls: list[tuple[Any, ...]], pictures: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    assert main([str(pictures / "0.png"), "gone.png"]) == 2
    assert "gone.png" in capsys.readouterr().err
    assert calls == []


def test_two_models_are_one_too_many(calls: list[tuple[Any, ...]], tiny_model: Path) -> None:
    assert main(["gui", str(tiny_model), "--model", "plain"]) == 2
    assert calls == []


@pytest.mark.skipif(not sys.platform.startswith("linux"), reason="X11")
def test_a_missing_library_is_named_before_qt_aborts(
    calls: list[tuple[Any, ...]],
    monkeypatch: pytest.MonkeyPatch,
    capsys: pytest.CaptureFixture[str],
) -> None:
    def missing(name: str) -> None:
        raise OSError(f"{name}: cannot open shared object file")

    monkeypatch.setattr(ctypes, "CDLL", missing)
    monkeypatch.delenv("WAYLAND_DISPLAY", raising=False)
    monkeypatch.setenv("DISPLAY", ":0")
    assert main([]) == 0, "offscreen needs no such library"
    monkeypatch.setenv("QT_QPA_PLATFORM", "xcb")
    assert main([]) == 3
    assert "libxcb-cursor0" in capsys.readouterr().err


def test_a_missing_qt_is_named(
    calls: list[tuple[Any, ...]],
    monkeypatch: pytest.MonkeyPatch,
    capsys: pytest.CaptureFixture[str],
) -> None:
    monkeypatch.setitem(sys.modules, "desktop_cvae.app", None)
    assert main(["gui"]) == 3
    assert "PySide6" in capsys.readouterr().err


@pytest.mark.skipif(not Path("/proc/self/task").exists(), reason="threads are counted by Linux")
@pytest.mark.skipif((os.cpu_count() or 1) < 2, reason="there is but one thread anyway")
def test_the_window_calculates_without_spinning_threads() -> None:
    code = (
        "import os, sys, types\n"
        "from desktop_cvae.cli.main import main\n"
        "def run_window(*given, **more):\n"
        "    import numpy as np\n"
        "    np.ones((300, 300)) @ np.ones((300, 300))\n"
        "    print(len(os.listdir('/proc/self/task')), os.environ.get('OPENBLAS_NUM_THREADS'))\n"
        "    return 0\n"
        "app = types.ModuleType('desktop_cvae.app')\n"
        "app.run_window = run_window\n"
        "sys.modules['desktop_cvae.app'] = app\n"
        "sys.exit(main(['gui']))\n"
    )
    environment = {k: v for k, v in os.environ.items() if k != "OPENBLAS_NUM_THREADS"}
    done = subprocess.run(
        [sys.executable, "-c", code],
        env=environment | {"QT_QPA_PLATFORM": "offscreen"},
        capture_output=True,
        text=True,
        check=True,
    )
    assert done.stdout.split() == ["1", "None"]
