"""``recognize`` over many pictures: lists, going on, other processes, interruptions."""

from __future__ import annotations

import csv
import json
import os
import signal
import subprocess
import sys
import time
from pathlib import Path
from typing import Any

import pytest
from fakes import Terminal

from desktop_cvae.bulk.executors import read_all
from desktop_cvae.bulk.output_files import hold_output, replacing_writer
from desktop_cvae.cli import recognize as recognize_command
from desktop_cvae.cli.main import main


def texts(path: Path) -> list[str]:
    return [json.loads(line)["text"] for line in path.read_text().splitlines()]


def test_a_list_names_pictures(
    pictures: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    listing = tmp_path / "list.txt"
    listing.write_bytes(f"{pictures / '2.png'}\r\n\n{pictures / '0.png'}\n".encode())
    assert main(["recognize", str(pictures / "1.png"), "--list", str(listing)]) == 0
    assert [line.split()[1] for line in capsys.readouterr().out.splitlines()] == ["1", "2", "0"]


def test_a_list_comes_through_standard_input(
    pictures: Path, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    with (pictures / "list").open("w+") as stream:
        stream.write(f"{pictures / '3.png'}\n{pictures / 'gone.png'}\n")
        stream.seek(0)
        monkeypatch.setattr("sys.stdin", stream)
        assert main(["recognize", "--list", "-", "--format", "csv"]) == 1
    out, err = capsys.readouterr()
    assert [line.split(",")[1] for line in out.splitlines()] == ["text", "3", ""]
    assert "gone.png" in err


def test_folders_in_folders(pictures: Path, capsys: pytest.CaptureFixture[str]) -> None:
    (pictures / "more").mkdir()
    (pictures / "3.png").rename(pictures / "more" / "3.png")
    assert main(["recognize", str(pictures)]) == 0
    assert len(capsys.readouterr().out.splitlines()) == 3
    assert main(["recognize", str(pictures), "--recursive"]) == 0
    assert len(capsys.readouterr().out.splitlines()) == 4


@pytest.mark.parametrize(
    ("arguments", "said"),
    [
        ([], "Name pictures"),
        (["--list", "-", "-"], "but not both"),
        (["--list", "empty"], "“empty” is empty"),
        (["a.png", "--skip-existing"], "needs --output"),
        (["a.png", "--skip-existing", "--output", "out"], "jsonl or csv"),
        (["a.png", "--skip-existing", "--output", "o", "--format", "csv", "--overwrite"], "choose"),
    ],
)
def test_what_makes_no_sense_is_said(
    arguments: list[str],
    said: str,
    tmp_path: Path,
    capsys: pytest.CaptureFixture[str],
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    monkeypatch.chdir(tmp_path)
    (tmp_path / "empty").write_text("\n\n")
    assert main(["recognize", *arguments]) == 2
    assert said in capsys.readouterr().err


def test_a_list_that_is_not_there(capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["recognize", "--list", "gone.txt"]) == 5
    assert "The list “gone.txt” cannot be read" in capsys.readouterr().err


@pytest.mark.parametrize("name", ["jsonl", "csv"])
def test_what_is_done_is_not_done_again(
    name: str, pictures: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    (pictures / "2.png").rename(pictures / '2,"two\nlines" ü.png')
    whole, output = tmp_path / "whole", tmp_path / "output"
    command = ["recognize", str(pictures), "--format", name, "--output"]
    assert main([*command, str(whole)]) == 0
    for size in range(0, len(whole.read_bytes()), 29):
        output.write_bytes(whole.read_bytes()[:size])
        assert main([*command, str(output), "--skip-existing"]) == 0
        assert output.read_bytes() == whole.read_bytes()
    capsys.readouterr()
    assert main([*command, str(output), "--skip-existing"]) == 0
    assert capsys.readouterr().err == "4 pictures are in the output already.\n"
    assert output.read_bytes() == whole.read_bytes()


@pytest.mark.skipif(os.name == "nt", reason="names that only some systems take")
def test_any_name_is_one_row_and_is_found_again(
    pictures: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    for digit, name in enumerate(("\r.png", "a\nb.png", "a\r\n,b.png", '"\r".png')):
        (pictures / f"{digit}.png").rename(pictures / name)
    output = tmp_path / "out.csv"
    command = ["recognize", str(pictures), "--format", "csv", "--output", str(output)]
    assert main(command) == 0
    with output.open(newline="") as file:
        rows = list(csv.DictReader(file, strict=True))
    assert {row["file"] for row in rows} == {str(path) for path in pictures.glob("*.png")}
    assert main([*command, "--skip-existing"]) == 0
    assert "4 pictures are in the output already" in capsys.readouterr().err


@pytest.mark.parametrize("name", ["jsonl", "csv"])
def test_nothing_is_added_to_another_file(name: str, pictures: Path, tmp_path: Path) -> None:
    output = tmp_path / "precious"
    output.write_text("dear diary\nnothing\nhappened today\n")
    command = ["recognize", str(pictures), "--format", name, "--output", str(output)]
    assert main([*command, "--skip-existing"]) == 2
    assert output.read_text().startswith("dear diary")


def test_results_come_in_order_unless_they_need_not(
    pictures: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    asked = []

    def spy(*arguments: Any, in_order: bool) -> Any:
        asked.append(in_order)
        return read_all(*arguments, in_order=in_order)

    monkeypatch.setattr(recognize_command, "read_all", spy)
    assert recognize(pictures, tmp_path / "a") == recognize(pictures, tmp_path / "b", "--unordered")
    assert asked == [True, False]


def recognize(pictures: Path, output: Path, *options: str) -> int:
    return main(
        ["recognize", str(pictures), "--format", "jsonl", "--output", str(output), *options]
    )


@pytest.mark.skipif(os.name == "nt", reason="a held file cannot be replaced there")
@pytest.mark.parametrize("option", ["--skip-existing", "--overwrite"])
def test_row_28_who_comes_second_is_refused_and_no_line_is_lost(
    pictures: Path, tmp_path: Path, option: str, capsys: pytest.CaptureFixture[str]
) -> None:
    output = tmp_path / "results" / "out.jsonl"
    with hold_output(output, adds=True, overwrite=False), replacing_writer(output) as first:
        first.write("a line\n")
        assert recognize(pictures, output, option) == 5
        assert "“out.jsonl” is being written by another process." in capsys.readouterr().err
    assert output.read_text() == "a line\n"
    assert list(output.parent.iterdir()) == [output]


def test_without_a_result_there_is_no_output(pictures: Path, tmp_path: Path) -> None:
    output = tmp_path / "out.jsonl"
    assert recognize(tmp_path / "gone", output) == 2
    assert not output.exists()
    assert recognize(pictures, output) == 0
    assert len(texts(output)) == 4
    assert recognize(pictures, output, "--overwrite") == 0
    assert len(texts(output)) == 4


@pytest.mark.parametrize("name", ["x" * 300, "a\nb", "\udcff\udc80"])
def test_row_33_one_bad_name_stops_no_other(
    pictures: Path, tmp_path: Path, name: str, capsys: pytest.CaptureFixture[str]
) -> None:
    listing = tmp_path / "list"
    listing.write_bytes(os.fsencode(f"{name}\n{pictures / '0.png'}\n"))
    wishes = [str(pictures / "1.png"), name, str(pictures / "2.png")]
    assert main(["recognize", *wishes, "--list", str(listing), "--format", "jsonl"]) == 1
    records = [json.loads(line) for line in capsys.readouterr().out.splitlines()]
    assert [r["text"] for r in records if r["error"] is None] == ["1", "2", "0"]


@pytest.mark.skipif(os.name == "nt", reason="devices and pipes")
@pytest.mark.parametrize("device", ["/dev/full", "/dev/zero", "/dev/null"])
def test_a_device_is_no_list(device: str, capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["recognize", "--list", device]) == 5
    assert "is not a file" in capsys.readouterr().err


def test_a_line_longer_than_any_name_is_a_bad_name_and_is_not_held(
    pictures: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    listing = tmp_path / "list"
    listing.write_bytes(b"w" * 250_000 + b"\n" + os.fsencode(pictures / "2.png"))
    assert main(["recognize", "--list", str(listing), "--format", "jsonl"]) == 1
    records = [json.loads(line) for line in capsys.readouterr().out.splitlines()]
    assert [record["text"] for record in records] == ["", "2"]
    assert records[0]["file"] == 300 * "w" + "…"


@pytest.mark.skipif(os.name == "nt", reason="pipes")
def test_a_list_comes_through_any_pipe(
    pictures: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    ends = os.pipe()
    os.write(ends[1], os.fsencode(pictures / "3.png"))
    os.close(ends[1])
    assert main(["recognize", "--list", f"/dev/fd/{ends[0]}"]) == 0
    os.close(ends[0])
    assert capsys.readouterr().out.split()[1] == "3"


def test_people_see_the_pictures_counted_and_every_failure(
    pictures: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    (pictures / "bad.png").write_bytes(b"damaged")
    terminal = Terminal()
    monkeypatch.setattr(sys, "stderr", terminal)
    assert recognize(pictures, tmp_path / "out.jsonl") == 1
    told = terminal.getvalue()
    assert "/5 [" in told
    assert " pictures/s" in told
    (failure,) = [line for line in told.split("\r") if "\n" in line]
    assert failure.startswith("desktop-cvae: bad.png: ")


def test_results_on_a_terminal_are_progress_enough(
    pictures: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    results, notes = Terminal(), Terminal()
    monkeypatch.setattr(sys, "stdout", results)
    monkeypatch.setattr(sys, "stderr", notes)
    assert main(["recognize", str(pictures)]) == 0
    assert results.getvalue().count("\n") == 4
    assert notes.getvalue() == ""


SHIPPED = [sys.executable, "-m", "desktop_cvae", "recognize"]


@pytest.fixture
def many(pictures: Path, tmp_path: Path) -> Path:
    """A list of 4,000 names."""
    listing = tmp_path / "many.txt"
    listing.write_text("".join(f"{pictures / f'{n % 4}.png'}\n" for n in range(4000)))
    return listing


@pytest.mark.skipif(os.name == "nt", reason="signals")
@pytest.mark.parametrize(
    ("number", "code", "after"), [(signal.SIGINT, 130, 800), (signal.SIGTERM, 143, 1)]
)
def test_interrupted_it_leaves_whole_lines(
    number: signal.Signals, code: int, after: int, many: Path, tmp_path: Path
) -> None:
    output = tmp_path / "out.jsonl"
    command = [*SHIPPED, "--list", str(many), "--format", "jsonl", "--output", str(output)]
    process = subprocess.Popen(command, start_new_session=True, stderr=subprocess.PIPE)
    deadline = time.monotonic() + 120
    while not (output.exists() and output.read_bytes().count(b"\n") >= after):
        assert process.poll() is None
        assert time.monotonic() < deadline
    os.killpg(process.pid, number)
    _, err = process.communicate(timeout=60)
    assert process.returncode == code
    lines = texts(output)
    kept = f"Interrupted; {output} has the results of {len(lines):,} pictures."
    advice = "The same command with --skip-existing reads the rest."
    assert err.decode() == (f"{kept} {advice}\n" if number == signal.SIGINT else "")
    assert after <= len(lines) < 4000
    assert output.read_bytes().endswith(b"\n")
