"""The attacks of this folder, short; each program alone goes on as long as it is told."""

from __future__ import annotations

import shutil
import subprocess
import sys
from pathlib import Path

import pytest

pytestmark = pytest.mark.skipif(sys.platform != "linux", reason="they look into /proc")


def attack(program: str, *arguments: str) -> str:
    """What the program found; it ends with 0 if that is nothing."""
    command = [sys.executable, str(Path(__file__).with_name(program)), *arguments]
    done = subprocess.run(command, capture_output=True, text=True, check=False)
    return "" if done.returncode == 0 else f"{done.stdout}\n{done.stderr}"


def test_no_file_brings_in_more_than_a_value_or_a_refusal() -> None:
    assert attack("mutated_files.py", "--quick", "--count", "40", "--seed", "1") == ""


def test_nobody_loses_a_line_and_nobody_meets_a_bug() -> None:
    assert attack("command_line.py", "--quick", "--count", "1", "--seed", "1") == ""


def test_one_visitor_does_not_stop_the_others_nor_the_end() -> None:
    assert attack("page.py", "--quick", "--seed", "1") == ""


@pytest.mark.skipif(not shutil.which("cc"), reason="the failing calls are built by a C compiler")
def test_no_failing_write_rename_flush_or_allocation_loses_what_was_there() -> None:
    assert attack("faults.py", "--count", "210", "--seed", "1") == ""


def test_whatever_a_user_does_the_window_neither_warns_nor_dies() -> None:
    assert attack("window.py", "--minutes", "0.2", "--rounds", "2", "--seed", "1") == ""
