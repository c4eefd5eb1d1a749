from __future__ import annotations

from pathlib import Path

import pytest

from desktop_cvae.cli import self_test
from desktop_cvae.cli.main import main
from desktop_cvae.core import paths
from desktop_cvae.core.errors import EnvironmentProblem


@pytest.fixture
def light(monkeypatch: pytest.MonkeyPatch) -> None:
    """Without the seconds that TensorFlow takes."""
    monkeypatch.setattr(self_test, "_tensorflow", lambda: "2.x")
    monkeypatch.setattr(self_test, "_training", lambda: "one step")


@pytest.mark.usefixtures("light")
def test_everything_is_tried_and_named(
    capsys: pytest.CaptureFixture[str], pictures: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    pictures.rename(pictures.with_name("samples"))
    monkeypatch.setattr(paths, "resources_dir", lambda: pictures.parent)
    assert main(["self-test"]) == 0
    lines = capsys.readouterr().out.splitlines()
    assert [line.split()[:2] for line in lines] == [
        ["ok", name]
        for name in (
            "NumPy",
            "onnxruntime",
            "models",
            "recognition",
            "TensorFlow",
            "training",
            "archive",
            "figures",
            "window",
        )
    ]
    assert "a sample is read as 0" in lines[3]


@pytest.mark.usefixtures("light")
def test_what_is_missing_is_named_and_the_others_are_tried(
    models: Path, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    def missing() -> str:
        raise EnvironmentProblem("It is missing.")

    def broken() -> str:
        raise RuntimeError("half\ninstalled")

    monkeypatch.setattr(self_test, "_onnxruntime", missing)
    monkeypatch.setattr(self_test, "_window", broken)
    (models / "studio.cvae").write_bytes(b"PK\x03\x04")
    assert main(["self-test"]) == 3
    lines = capsys.readouterr().out.splitlines()
    marks = {line.split()[1]: line.split()[0] for line in lines}
    assert [name for name, mark in marks.items() if mark == "FAILED"] == [
        "onnxruntime",
        "recognition",
        "window",
    ]
    assert "RuntimeError: half installed" in lines[-1]


def test_one_step_is_really_trained() -> None:
    assert self_test._training().startswith("one step, loss ")
