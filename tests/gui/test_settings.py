"""Settings: round trip, suspicion, and every way in which the file can be bad."""

from __future__ import annotations

import json
import os
import subprocess
import sys
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from desktop_cvae.core.errors import InputOutputError
from desktop_cvae.gui.settings import Settings, read_settings, write_settings

CHOSEN = Settings(
    *("dark", "mine", "keras", "Broad", "loss", "/tmp/ü", "AAAA"),
    text_scale=1.5,
    start_model="studio",
    keeps_recent=False,
    recent=("/tmp/ü/7.png", "/tmp/8.png"),
)
WITHOUT_MEMORY = """
import _testcapi, os, pathlib, sys
from desktop_cvae.gui.settings import Settings, write_settings
path, settings = pathlib.Path(sys.argv[1]), Settings()
write_settings(path, settings)
for number in range(1, 200):
    process = os.fork()
    if not process:
        code = 0
        try:
            _testcapi.set_nomemory(number, number + 1)
            write_settings(path, settings)
        except Exception:
            code = 1
        finally:
            os._exit(code)
    print(os.waitstatus_to_exitcode(os.waitpid(process, 0)[1]))
"""
"""Writes the settings 199 times, each time in a process whose n-th allocation fails; prints exit
codes. The import statement in the writer is among the first hundred."""


def test_round_trip(tmp_path: Path) -> None:
    path = tmp_path / "new" / "settings.json"
    write_settings(path, CHOSEN)
    assert read_settings(path) == (CHOSEN, "")


def test_no_file_is_no_complaint(tmp_path: Path) -> None:
    assert read_settings(tmp_path / "settings.json") == (Settings(), "")


def test_the_engine_of_earlier_versions_is_the_present_one(tmp_path: Path) -> None:
    path = tmp_path / "settings.json"
    path.write_text('{"theme": "dark", "engine": "litert"}')
    assert read_settings(path) == (Settings("dark"), "")


def test_a_file_of_an_earlier_version_lacks_what_is_new(tmp_path: Path) -> None:
    path = tmp_path / "settings.json"
    path.write_text('{"theme": "dark", "model": "mine", "pen": "Thin", "folder": "/tmp"}')
    expected = Settings("dark", "mine", pen="Thin", folder="/tmp")
    assert read_settings(path) == (expected, "")
    assert expected.wished_model == "mine"
    assert Settings(model="mine", start_model="studio").wished_model == "studio"


@pytest.mark.parametrize(
    "text",
    [
        "",
        "{",
        "[]",
        "null",
        '{"theme": "pink"}',
        '{"theme": 3}',
        '{"colour": "red"}',
        '{"model": null}',
        '{"text_scale": 0.7}',
        '{"text_scale": 2.1}',
        '{"text_scale": NaN}',
        '{"recent": [7]}',
        '{"recent": ["a","b","c","d","e","f","g","h","i","j","k"]}',
        "[" * 90_000,
        "\x00\x01",
    ],
)
def test_a_corrupt_file_is_set_aside(tmp_path: Path, text: str) -> None:
    path = tmp_path / "settings.json"
    path.write_text(text)
    settings, sentence = read_settings(path)
    assert settings == Settings()
    assert "settings.json.bad" in sentence
    assert not path.exists()
    assert (tmp_path / "settings.json.bad").read_text() == text


@given(st.binary(max_size=200))
def test_no_bytes_whatever_raise(data: bytes) -> None:
    import tempfile

    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder) / "settings.json"
        path.write_bytes(data)
        settings, sentence = read_settings(path)
        assert isinstance(settings, Settings)
        assert sentence


def test_what_would_not_be_believed_is_not_written(tmp_path: Path) -> None:
    path = tmp_path / "settings.json"
    write_settings(path, Settings("dark", folder="/deep" * 200))
    assert read_settings(path) == (Settings("dark"), "")


def test_a_folder_in_its_place_is_a_complaint(tmp_path: Path) -> None:
    path = tmp_path / "settings.json"
    path.mkdir()
    settings, sentence = read_settings(path)
    assert settings == Settings()
    assert "could not be read" in sentence


def test_what_cannot_be_written_is_our_error(tmp_path: Path) -> None:
    (tmp_path / "file").write_text("")
    with pytest.raises(InputOutputError):
        write_settings(tmp_path / "file" / "settings.json", Settings())


def test_the_file_is_plain_json_of_known_names(tmp_path: Path) -> None:
    path = tmp_path / "settings.json"
    write_settings(path, Settings())
    assert set(json.loads(path.read_text())) == set(Settings.__dataclass_fields__)


@pytest.mark.skipif(not hasattr(os, "mkfifo"), reason="pipes have no names here")
def test_a_pipe_in_its_place_makes_nobody_wait(tmp_path: Path) -> None:
    path = tmp_path / "settings.json"
    os.mkfifo(path)
    settings, complaint = read_settings(path)
    assert settings == Settings()
    assert "could not be read" in complaint


@pytest.mark.skipif(not hasattr(os, "fork"), reason="each attempt is a process of its own")
def test_a_failed_allocation_while_writing_is_an_exception_and_ends_no_process(
    tmp_path: Path,
) -> None:
    pytest.importorskip("_testcapi")
    command = [sys.executable, "-c", WITHOUT_MEMORY, tmp_path / "settings.json"]
    done = subprocess.run(command, capture_output=True, text=True, check=False)
    codes = done.stdout.split()
    assert codes.count("1") > 150, done.stderr
    assert set(codes) <= {"0", "1"}, done.stderr
