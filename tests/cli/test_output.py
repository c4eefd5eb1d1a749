"""The one line of progress."""

from __future__ import annotations

import io
import json
import logging
import sys
from functools import partial
from pathlib import Path

import pytest
from fakes import Terminal
from tqdm import tqdm

from desktop_cvae.cli.output import (
    MOST_CHARACTERS,
    complain,
    note,
    print_json,
    quantities,
    require_free,
    require_free_folder,
    run_task,
    shown_from,
    table,
)
from desktop_cvae.core.errors import UsageError
from desktop_cvae.core.tasks import Progress, Task


def task(closed: list[bool]) -> Task[str]:
    try:
        for what in ("studio", "dense", "small"):
            for done in (50, 100):
                yield Progress(done, 100, what)
        return "scored"
    finally:
        closed.append(True)


def test_people_see_one_line_that_goes_when_all_is_done(monkeypatch: pytest.MonkeyPatch) -> None:
    terminal = Terminal()
    monkeypatch.setattr(sys, "stderr", terminal)
    assert run_task(task([])) == "scored"
    told = terminal.getvalue()
    assert "studio" in told
    assert "100 images" in told or "/100" in told
    assert "\n" not in told
    assert told.endswith("\r")


def test_the_line_names_every_part_and_counts_it_anew(monkeypatch: pytest.MonkeyPatch) -> None:
    terminal = Terminal()
    monkeypatch.setattr(sys, "stderr", terminal)
    monkeypatch.setattr("tqdm.tqdm", partial(tqdm, mininterval=0))  # draws every step
    run_task(task([]))
    drawn = [line for line in terminal.getvalue().split("\r") if line.strip()]
    for what in ("studio", "dense", "small"):
        shares = [line.split("%")[0].split()[-1] for line in drawn if line.startswith(what)]
        assert shares == ["0", "50", "100"]


@pytest.mark.parametrize("stderr", [io.StringIO(), None])
def test_no_progress_goes_into_a_log(
    monkeypatch: pytest.MonkeyPatch, stderr: io.StringIO | None
) -> None:
    monkeypatch.setattr(sys, "stderr", stderr)
    assert run_task(task([])) == "scored"
    assert stderr is None or stderr.getvalue() == ""


def test_a_quiet_command_shows_errors_alone(monkeypatch: pytest.MonkeyPatch) -> None:
    terminal = Terminal()
    monkeypatch.setattr(sys, "stderr", terminal)
    with shown_from(logging.ERROR):
        run_task(task([]))
        note("noted")
        logging.getLogger("desktop_cvae.test").warning("warned")
        complain("wrong")
    assert terminal.getvalue() == "desktop-cvae: wrong\n"
    note("noted")
    assert terminal.getvalue().endswith("noted\n")


def test_a_verbose_command_shows_the_log_and_what_was_done(
    capsys: pytest.CaptureFixture[str],
) -> None:
    logger = logging.getLogger("desktop_cvae.test")
    with shown_from(logging.INFO):
        run_task(task([]))
        logger.info("logged %s", "a\x1bb")
    logger.info("logged later")
    first, second = capsys.readouterr().err.splitlines()
    assert first.startswith("300 images in ")
    assert second == "logged a\ufffdb"


def test_what_ends_it_closes_the_task(monkeypatch: pytest.MonkeyPatch) -> None:
    class Broken(Terminal):
        def write(self, text: str) -> int:
            if "studio" in text:
                raise KeyboardInterrupt
            return super().write(text)

    closed: list[bool] = []
    monkeypatch.setattr(sys, "stderr", Broken())
    with pytest.raises(KeyboardInterrupt, match="nothing was written"):
        run_task(task(closed))
    assert closed == [True]


def test_json_leaves_out_long_arrays_of_numbers(capsys: pytest.CaptureFixture[str]) -> None:
    names = [f"label {number}" for number in range(50)]
    facts = {"short": [1, 2.5], "long": [0.5] * 50, "names": names}
    print_json([facts | {"rows": [[1] * 50, "last"]}])
    shown = json.loads(capsys.readouterr().out)
    assert shown == [{"short": [1, 2.5], "names": names, "rows": ["last"]}]


def test_an_error_brings_no_escapes_to_the_terminal(capsys: pytest.CaptureFixture[str]) -> None:
    complain("In “\x1b]0;mine\x07”:\nno " + "x" * 5000)
    said = capsys.readouterr().err
    assert said.startswith("desktop-cvae: In “\ufffd]0;mine\ufffd”: no xxx")
    assert len(said) < MOST_CHARACTERS + 20


def test_neither_notes_nor_tables_bring_escapes_to_the_terminal(
    capsys: pytest.CaptureFixture[str],
) -> None:
    note("\x1b[31mone\ntwo\u202e")
    assert capsys.readouterr().err == "\ufffd[31mone\ntwo\ufffd\n"
    assert table([("\x9b31m", "a"), ("é", "b")]) == "\ufffd31m  a\né     b"


def test_columns_are_aligned_left_or_right_without_blanks_at_the_end() -> None:
    rows = [("a", "bb", ""), ("ccc", "d", "e")]
    assert table(rows) == "a    bb\nccc  d   e"
    assert table(rows, right=(0, 1)) == "  a  bb\nccc   d  e"
    facts = [("time", "12.5 s"), ("digits", "7 of 10")]
    assert quantities(facts) == "time    12.5 s\ndigits     7 of 10"


def test_an_output_is_free_or_may_be_replaced(tmp_path: Path) -> None:
    file, folder, empty = (tmp_path / name for name in ("file", "folder", "empty"))
    file.touch()
    empty.mkdir()
    folder.mkdir()
    (folder / "inner").touch()
    for free in (None, tmp_path / "new"):
        require_free(free, overwrite=False)
    require_free(file, overwrite=True)
    with pytest.raises(UsageError, match="exists; --overwrite"):
        require_free(file, overwrite=False)
    for overwrite in (False, True):
        with pytest.raises(UsageError, match="is a folder"):
            require_free(folder, overwrite=overwrite)
        with pytest.raises(UsageError, match="is a file"):
            require_free_folder(file, overwrite=overwrite)
        for free in (empty, tmp_path / "new"):
            require_free_folder(free, overwrite=overwrite)
    require_free_folder(folder, overwrite=True)
    with pytest.raises(UsageError, match="is not empty"):
        require_free_folder(folder, overwrite=False)
