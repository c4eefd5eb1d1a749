"""What a crash leaves behind."""

import subprocess
import sys

import pytest

from desktop_cvae.gui import log_file

CRASH = """
import os, signal, sys
from pathlib import Path
from desktop_cvae.gui.log_file import crash_report
def fall():
    os.kill(os.getpid(), signal.SIGSEGV)
with crash_report(Path(sys.argv[1])):
    fall()
"""


def program(folder, code=CRASH):
    return subprocess.run([sys.executable, "-c", code, str(folder)], check=False).returncode


@pytest.mark.skipif(sys.platform == "win32", reason="signals")
def test_a_crash_says_where_it_was(tmp_path):
    folder = tmp_path / "new" / "logs"
    assert program(folder) < 0
    text = (folder / log_file.CRASH_NAME).read_text("utf-8")
    assert "Segmentation fault" in text
    assert "in fall" in text


@pytest.mark.skipif(sys.platform == "win32", reason="signals")
def test_a_report_that_grew_long_begins_anew(tmp_path):
    (tmp_path / log_file.CRASH_NAME).write_text("x" * (log_file.MAX_CRASH_BYTES + 1))
    program(tmp_path)
    assert "x" * 100 not in (tmp_path / log_file.CRASH_NAME).read_text("utf-8")


def test_without_a_crash_nothing_is_written(tmp_path):
    assert program(tmp_path, CRASH.replace("os.kill(os.getpid(), signal.SIGSEGV)", "pass")) == 0
    assert (tmp_path / log_file.CRASH_NAME).read_text("utf-8") == ""


def test_a_folder_that_cannot_be_made_stops_nothing(tmp_path):
    (tmp_path / "file").touch()
    code = CRASH.replace("os.kill(os.getpid(), signal.SIGSEGV)", "raise SystemExit(7)")
    assert program(tmp_path / "file" / "logs", code) == 7
