"""What the Tab key offers, asked of a real shell."""

from __future__ import annotations

import shutil
import subprocess
from pathlib import Path

import pytest

from desktop_cvae.cli.main import main
from desktop_cvae.cli.parser import COMMANDS
from desktop_cvae.cli.shell_completion_arguments import SHELLS

ASK = """
source "$1"
shift
COMP_WORDS=("$@")
COMP_CWORD=$(($# - 1))
$(complete -p desktop-cvae | sed 's/.*-F \\([^ ]*\\).*/\\1/')
printf '%s\\n' "${COMPREPLY[@]}"
"""


@pytest.fixture
def script(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> Path:
    if not shutil.which("bash"):
        pytest.skip("there is no bash")
    assert main(["shell-completion", "bash"]) == 0
    path = tmp_path / "completion.bash"
    path.write_text(capsys.readouterr().out)
    return path


def offered(script: Path, *words: str) -> list[str]:
    asked = ["bash", "-c", ASK, "bash", str(script), "desktop-cvae", *words]
    done = subprocess.run(asked, capture_output=True, text=True, check=True, cwd=script.parent)
    return done.stdout.split()


def test_commands_options_and_choices_are_offered(script: Path) -> None:
    assert offered(script, "rec") == ["recognize", "reconstruct"]
    assert set(COMMANDS) <= set(offered(script, ""))
    assert offered(script, "models", "exp") == ["export"]
    assert offered(script, "recognize", "--format", "js") == ["jsonl"]
    assert offered(script, "train", "--preset", "conv_c") == ["conv_cvae"]


def test_files_are_offered_where_a_file_is_named(script: Path) -> None:
    (script.parent / "seven.jpg").touch()
    assert offered(script, "recognize", "sev") == ["seven.jpg"]
    assert offered(script, "recognize", "--output", "sev") == ["seven.jpg"]
    assert offered(script, "generate", "--count", "sev") == []


@pytest.mark.parametrize("shell", SHELLS)
def test_every_shell_has_a_script(shell: str, capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["shell-completion", shell]) == 0
    assert "recognize" in capsys.readouterr().out
