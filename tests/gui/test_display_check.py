"""Row 27: no display is one sentence, not an abort."""

from __future__ import annotations

import pytest

from desktop_cvae.core.errors import EnvironmentProblem
from desktop_cvae.gui import display_check
from desktop_cvae.gui.display_check import require_display


@pytest.fixture(autouse=True)
def on_linux(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(display_check.sys, "platform", "linux")
    monkeypatch.setattr(display_check, "_require_plugin", lambda: None)


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
    monkeypatch.setattr(display_check.sys, "platform", "linux")

    def fail(name: str) -> None:
        raise OSError("libxcb-icccm.so.4: cannot open shared object file")

    monkeypatch.setattr(display_check.ctypes, "CDLL", fail)
    with pytest.raises(EnvironmentProblem, match=r"libxcb-icccm\.so\.4"):
        require_display({"DISPLAY": ":0"})
