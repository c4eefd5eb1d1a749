"""The lean installation of docs/installation.md: neither TensorFlow nor Qt nor matplotlib."""

from __future__ import annotations

import os
import subprocess
import sys
import tomllib
from pathlib import Path

import numpy as np
import pytest
from fakes import draw_digit
from PIL import Image

ROOT = Path(__file__).resolve().parents[2]
LEFT_OUT = {"PySide6-Essentials", "tensorflow", "tensorflow-cpu", "keras", "matplotlib"}
WITHOUT = """
import sys
for name in ("PySide6", "shiboken6", "tensorflow", "keras", "matplotlib"):
    sys.modules[name] = None
from desktop_cvae.cli.main import main
sys.exit(main(sys.argv[1:]))
"""


def name_of(requirement: str) -> str:
    return requirement.partition(">")[0]


def test_the_lean_requirements_are_the_programs_own() -> None:
    lean = (ROOT / "packaging/requirements-lean.txt").read_text(encoding="utf-8").splitlines()
    lines = [line for line in lean if not line.startswith("#")]
    project = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))["project"]
    whole = [*project["dependencies"], *project["optional-dependencies"]["web"]]
    assert lines == [line for line in whole if name_of(line) not in LEFT_OUT]


@pytest.fixture
def lean(tmp_path: Path):
    def run(*arguments: str, language: str = "en") -> subprocess.CompletedProcess[str]:
        return subprocess.run(
            [sys.executable, "-c", WITHOUT, *arguments],
            env={
                **os.environ,
                "PYTHONPATH": str(ROOT),
                "DESKTOP_CVAE_HOME": str(tmp_path / "home"),
                "DESKTOP_CVAE_LANGUAGE": language,
            },
            capture_output=True,
            text=True,
            check=False,
            cwd=tmp_path,
        )

    return run


def test_pictures_are_read_written_and_archived(lean, tmp_path: Path) -> None:
    Image.fromarray((255 * draw_digit(3)).astype("uint8")).save(tmp_path / "3.png")
    done = lean("recognize", "3.png", "--archive", language="uk")
    assert done.returncode == 0, done.stderr
    assert done.stdout.startswith("3.png")
    assert done.stderr == "The translations need PySide6\n"
    done = lean("generate", "--style", "3.png", "--text", "17", "--output", "number.svg")
    assert done.returncode == 0, done.stderr
    assert "<path" in (tmp_path / "number.svg").read_text(encoding="utf-8")


def test_what_is_missing_is_named(lean, tmp_path: Path) -> None:
    pixels = np.zeros((20, 28, 28), np.uint8)
    np.savez(tmp_path / "digits.npz", x=pixels, y=np.arange(20) % 10)
    for arguments, package in (
        (["gui"], "PySide6"),
        (["train", "--output", "a.cvae", "--data", "digits.npz"], "TensorFlow"),
        (["evaluate", "studio", "--data", "digits.npz"], "matplotlib"),
    ):
        done = lean(*arguments)
        assert done.returncode == 3, done.stderr
        assert package in done.stderr
        last = done.stderr.splitlines()[-1]
        assert done.stderr.count("desktop-cvae:") == 1, done.stderr
        assert last.startswith("desktop-cvae:"), done.stderr
