"""What a file of results answers already."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from desktop_cvae.bulk.record_formats import DIGIT_FORMATS
from desktop_cvae.bulk.resuming import DonePictures, find_done
from desktop_cvae.core.csv_tables import csv_row
from desktop_cvae.core.errors import InputOutputError, UsageError

HEADER = DIGIT_FORMATS.csv_header


def test_a_broken_line_in_the_middle_is_no_broken_end(tmp_path: Path) -> None:
    path = tmp_path / "out.csv"
    line = "a.png,1,digit,1,0.9,,ink,0,0,1,1,studio,\n"
    path.write_text(HEADER + "odd\n" + line)
    with pytest.raises(UsageError, match="line 2"):
        find_done(path, "csv", HEADER)
    path.write_text(HEADER + line + "odd\n")
    done = find_done(path, "csv", HEADER)
    assert list(done.without(["a.png", "odd"])) == ["odd"]
    assert done.size == len(HEADER + line)


def test_names_are_found_where_they_stand_and_anywhere(tmp_path: Path) -> None:
    path = tmp_path / "out.jsonl"
    names = ["a.png", "b,ü.png", "a.png"]
    lines = [json.dumps({"version": 1, "file": name}) + "\n" for name in names]
    path.write_text("".join(lines) + '{"file": "c.p')
    done = find_done(path, "jsonl", "")
    assert (done.count, done.size) == (3, sum(map(len, lines)))
    assert [done.is_at(index, name) for index, name in enumerate(names)] == [True] * 3
    assert not done.is_at(3, "c.png")
    assert list(done.without(["c.png", "b,ü.png", "d.png"])) == ["c.png", "d.png"]


@pytest.mark.parametrize("version", ["", '"version": 2, '])
def test_records_of_another_version_are_not_continued(version: str, tmp_path: Path) -> None:
    path = tmp_path / "out.jsonl"
    path.write_text(f'{{{version}"file": "a.png"}}\n')
    with pytest.raises(UsageError, match="line 1"):
        find_done(path, "jsonl", "")


def test_a_missing_file_answers_nothing_and_a_folder_is_an_error(tmp_path: Path) -> None:
    assert find_done(tmp_path / "gone", "csv", HEADER).count == 0
    with pytest.raises(InputOutputError, match="could not be read"):
        find_done(tmp_path, "csv", HEADER)


@pytest.mark.parametrize(
    "text", ["[]\n{}\n", '{"file": 3}\n{"file": "a"}\n', "[" * 100_000 + "\n\n"]
)
def test_other_json_is_no_result(text: str, tmp_path: Path) -> None:
    path = tmp_path / "out.jsonl"
    path.write_text(text)
    with pytest.raises(UsageError, match="line 1"):
        find_done(path, "jsonl", "")


def test_names_that_are_no_text_are_told_apart() -> None:
    done = DonePictures()
    done.add("\udcff.png", 10)
    assert done.is_at(0, "\udcff.png")
    assert list(done.without(["\udcfe.png"])) == ["\udcfe.png"]


@pytest.mark.parametrize("name", ["=1+1.png", "-7.png", "@a.png", "'=b.png", "'c.png", "+3"])
def test_a_name_is_no_formula_in_a_table_and_is_found_again(name: str, tmp_path: Path) -> None:
    path = tmp_path / "out.csv"
    line = csv_row([name, "1", "digit", "1", "0.9", "", "ink", 0, 0, 1, 1, "studio", ""])
    assert line[0] not in "=-@"
    path.write_text(HEADER + line)
    assert list(find_done(path, "csv", HEADER).without([name, "other"])) == ["other"]
