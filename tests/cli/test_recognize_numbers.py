from __future__ import annotations

import csv
import io
import json
from pathlib import Path

import numpy as np
import pytest
from written_lines import ReadingEngine, on_paper, write_page

from desktop_cvae.cli.main import main
from desktop_cvae.inference import opened_model
from desktop_cvae.library.model_library import ModelEntry
from desktop_cvae.pictures.contact_sheets import encode_png


@pytest.fixture(autouse=True)
def reading_engine(models: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def open_engines(entry: ModelEntry, kind: str = "onnx") -> tuple[ReadingEngine, None]:
        return ReadingEngine(entry.manifest.spec), None

    monkeypatch.setattr(opened_model, "open_engines", open_engines)


@pytest.fixture
def page(tmp_path: Path) -> Path:
    path = tmp_path / "page.png"
    seen = np.rint(255 * on_paper(write_page(["314", "1592"]))).astype(np.uint8)
    path.write_bytes(encode_png(seen))
    return path


def test_the_text_has_every_line(page: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["recognize", "--numbers", str(page)]) == 0
    first, second = capsys.readouterr().out.splitlines()
    assert first.split()[1] == "314"
    assert second.split() == ["1592"]


def test_a_record_has_text_boxes_probabilities_and_a_warning(
    page: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    options = ["--numbers", "--rule", "length:9", "--format", "jsonl"]
    assert main(["recognize", *options, str(page)]) == 0
    (line,) = capsys.readouterr().out.splitlines()
    record = json.loads(line)
    assert record["text"] == "314\n1592"
    assert "".join(digit["label"] for digit in record["digits"]) == "3141592"
    assert [digit["line"] for digit in record["digits"]] == [0] * 3 + [1] * 4
    assert all(0 <= digit["probability"] <= 1 for digit in record["digits"])
    assert all(len(digit["box"]) == 4 for digit in record["digits"])
    assert record["warning"].count("9 digits") == 2
    assert record["error"] is None


def test_csv_has_one_row_a_picture(page: Path, capsys: pytest.CaptureFixture[str]) -> None:
    gone = page.with_name("gone.png")
    assert main(["recognize", "--numbers", "--format", "csv", str(page), str(gone)]) == 1
    header, row, missing = csv.reader(io.StringIO(capsys.readouterr().out))
    assert dict(zip(header, row, strict=True))["text"] == "314\n1592"
    assert dict(zip(header, missing, strict=True))["error"]


@pytest.mark.parametrize(
    "options", [["--rule", "card"], ["--numbers", "--rule", "cord"], ["--numbers", "--rule", ""]]
)
def test_a_rule_that_makes_no_sense_is_wrong_usage(
    options: list[str], page: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    assert main(["recognize", *options, str(page)]) == 2
    assert capsys.readouterr().err.count("\n") == 1
