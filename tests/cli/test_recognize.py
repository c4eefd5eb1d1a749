from __future__ import annotations

import csv
import io
import json
import os
from pathlib import Path

import jsonschema
import pytest

from desktop_cvae import __version__
from desktop_cvae.bulk import batches
from desktop_cvae.bulk.record_formats import DIGIT_FORMATS, NUMBER_FORMATS, RecordFormats
from desktop_cvae.cli.main import main
from desktop_cvae.inference.picture_records import NumberRecord, record_schema


def json_lines(text: str) -> list[dict]:
    return [json.loads(line) for line in text.splitlines()]


def test_a_record_has_exactly_the_documented_entries(
    pictures: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    assert main(["recognize", str(pictures / "3.png"), "--format", "jsonl"]) == 0
    (record,) = json_lines(capsys.readouterr().out)
    jsonschema.validate(record, record_schema())
    assert record.keys() == record_schema()["properties"].keys() - {"fields", "fit"}
    assert record["file"] == str(pictures / "3.png")
    assert (record["text"], record["model"], record["error"]) == ("3", "studio", None)
    (digit,) = record["digits"]
    assert digit.keys() == record_schema()["$defs"]["Digit"]["properties"].keys()
    assert (digit["label"], digit["verdict"], digit["labels"]) == ("3", "digit", ["3"])
    assert 0.5 < digit["probability"] == record["probability"] <= 1
    assert len(digit["evidence_nats"]) == 10
    assert max(digit["evidence_nats"]) == digit["evidence_nats"][3]
    assert len(digit["box"]) == 4


def test_a_preparation_is_named_and_can_be_wished(
    pictures: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    asked = ["recognize", str(pictures / "3.png"), "--format", "jsonl"]
    said = []
    for wish in ((), ("--preparation", "inverted"), ("--preparation", "as_it_is")):
        assert main([*asked, *wish]) == 0
        said += json_lines(capsys.readouterr().out)
    assert [record["preparation"] for record in said] == ["ink", "inverted", "as_it_is"]
    evidence = [max(record["digits"][0]["evidence_nats"]) for record in said]
    assert evidence[1] < evidence[0] - 50
    assert main([*asked, "--preparation", "inverted", "--numbers"]) == 2
    assert "--preparation" in capsys.readouterr().err
    assert main([*asked, "--preparation", "upside_down"]) == 2


def test_quiet_leaves_results_and_errors_and_verbose_adds_versions_and_timings(
    pictures: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    command = ["recognize", str(pictures / "2.png"), str(pictures / "3.png"), "--workers", "1"]
    told = []
    for option in ("--quiet", "--verbose"):
        assert main([*command, option]) == 0
        told.append(capsys.readouterr())
    quiet, verbose = told
    assert quiet.out == verbose.out
    assert quiet.err == ""
    versions, timing, end = verbose.err.splitlines()
    assert versions.startswith(f"desktop-cvae {__version__}, Python 3.")
    assert timing.startswith("2 pictures in ")
    assert end.startswith("exit code 0 after ")
    assert main(["recognize", str(pictures / "none.png"), "--quiet"]) != 0
    assert capsys.readouterr().err.startswith("desktop-cvae: ")


def test_a_folder_is_read_in_order_of_names(
    pictures: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    assert main(["recognize", str(pictures)]) == 0
    out, err = capsys.readouterr()
    lines = out.splitlines()
    assert [line.split()[1] for line in lines] == ["0", "1", "2", "3"]
    assert all(line.endswith(" %") for line in lines)
    assert len({len(line) for line in lines}) == 1
    assert err == ""


@pytest.mark.parametrize("formats", [DIGIT_FORMATS, NUMBER_FORMATS])
def test_a_line_end_in_a_name_breaks_no_line(formats: RecordFormats) -> None:
    names = ["a\nb é.png", "c.png"]
    to_line = formats.text_formatter(names)
    lines = [to_line(NumberRecord(name, "", (), "studio")) for name in names]
    assert lines == ["a\\nb é.png  –  nothing found\n", "c.png       –  nothing found\n"]


def test_batches_change_nothing(
    pictures: Path, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    main(["recognize", str(pictures), "--format", "jsonl"])
    whole = capsys.readouterr().out
    monkeypatch.setattr(batches, "FIRST_BATCH", 3)
    main(["recognize", str(pictures), "--format", "jsonl"])
    assert capsys.readouterr().out == whole


def test_a_picture_that_cannot_be_read_is_named_and_the_others_go_on(
    pictures: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    files = [str(pictures / name) for name in ("0.png", "notes.txt", "gone.png", "2.png")]
    assert main(["recognize", *files, "--format", "jsonl"]) == 1
    out, err = capsys.readouterr()
    records = json_lines(out)
    assert [record["text"] for record in records] == ["0", "", "", "2"]
    assert [record["error"] is None for record in records] == [True, False, False, True]
    assert [line.split(":")[1].strip() for line in err.splitlines()] == ["notes.txt", "gone.png"]


def test_thinking_changes_the_evidence(pictures: Path, capsys: pytest.CaptureFixture[str]) -> None:
    found = []
    for options in ([], ["--think", "1"]):
        assert main(["recognize", str(pictures / "3.png"), "--format", "jsonl", *options]) == 0
        (record,) = json_lines(capsys.readouterr().out)
        found.append(record)
    assert [record["text"] for record in found] == ["3", "3"]
    nats = [record["digits"][0]["evidence_nats"] for record in found]
    assert nats[0] != nats[1]
    for other in ("--numbers", "--fast"):
        assert main(["recognize", str(pictures), "--think", "1", other]) == 2
        assert "--think cannot be combined" in capsys.readouterr().err


def test_nothing_to_read_is_wrong_usage(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    (tmp_path / "empty").mkdir()
    for wish in ("gone.png", "*.png", "empty"):
        assert main(["recognize", str(tmp_path / wish)]) == 2
        assert "No picture matches" in capsys.readouterr().err


def test_a_pattern_that_the_shell_left_is_expanded(
    pictures: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    assert main(["recognize", str(pictures / "[12].png")]) == 0
    assert len(capsys.readouterr().out.splitlines()) == 2


def test_an_empty_picture_is_a_value(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    import numpy as np

    from desktop_cvae.pictures.contact_sheets import encode_png

    path = tmp_path / "blank.png"
    path.write_bytes(encode_png(np.zeros((40, 40), np.uint8)))
    assert main(["recognize", str(path), "--format", "jsonl"]) == 0
    (record,) = json_lines(capsys.readouterr().out)
    assert (record["text"], record["digits"], record["error"]) == ("", [], None)
    assert main(["recognize", str(path)]) == 0
    assert "nothing found" in capsys.readouterr().out


@pytest.mark.skipif(os.name == "nt", reason="pipes and devices")
def test_what_is_no_plain_file_never_blocks(
    tmp_path: Path, pictures: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    os.mkfifo(tmp_path / "pipe.png")
    odd = pictures / "0.png"
    strange = odd.rename(tmp_path / "ünï 🙂 space.png")
    files = [str(tmp_path / "pipe.png"), "/dev/zero", str(strange)]
    assert main(["recognize", *files, "--format", "jsonl"]) == 1
    records = json_lines(capsys.readouterr().out)
    assert [record["text"] for record in records] == ["", "", "0"]
    assert [record["file"] for record in records] == files


def test_standard_input(
    pictures: Path, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    class Input:
        buffer = io.BytesIO((pictures / "1.png").read_bytes())

        def isatty(self) -> bool:
            return False

    monkeypatch.setattr("sys.stdin", Input())
    assert main(["recognize", "-", "--format", "jsonl"]) == 0
    (record,) = json_lines(capsys.readouterr().out)
    assert (record["file"], record["text"]) == ("-", "1")


def test_csv_has_a_heading_and_a_point(pictures: Path, capsys: pytest.CaptureFixture[str]) -> None:
    (pictures / "0.png").rename(pictures / 'a,"b".png')
    files = [str(pictures), str(pictures / "notes.txt")]
    assert main(["recognize", *files, "--format", "csv"]) == 1
    rows = list(csv.DictReader(io.StringIO(capsys.readouterr().out)))
    assert sorted(row["text"] for row in rows) == ["", "0", "1", "2", "3"]
    assert any(row["file"].endswith('a,"b".png') for row in rows)
    assert all(0 < float(row["probability"]) <= 1 for row in rows if row["text"])
    assert rows[-1]["error"]


def test_an_output_file_is_never_replaced_unasked(
    pictures: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    output = tmp_path / "out.jsonl"
    command = ["recognize", str(pictures), "--format", "jsonl", "--output", str(output)]
    assert main(command) == 0
    assert capsys.readouterr().out == ""
    assert [record["text"] for record in json_lines(output.read_text())] == ["0", "1", "2", "3"]
    output.write_text("precious")
    assert main(command) == 2
    assert "--overwrite" in capsys.readouterr().err
    assert output.read_text() == "precious"
    assert main([*command, "--overwrite"]) == 0
    assert len(output.read_text().splitlines()) == 4


def test_a_model_without_labels_cannot_read(
    pictures: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    assert main(["recognize", str(pictures), "--model", "plain"]) == 2
    assert "“plain” was trained without labels" in capsys.readouterr().err


def test_a_bad_model_file_is_exit_code_4(
    pictures: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    (tmp_path / "bad.cvae").write_text("no model")
    assert main(["recognize", str(pictures), "--model", str(tmp_path / "bad.cvae")]) == 4
    assert "“bad.cvae” is not a model file" in capsys.readouterr().err
