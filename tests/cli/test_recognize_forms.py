"""``recognize --form``: one record a page, a column a field."""

from __future__ import annotations

import csv
import json
from pathlib import Path

import numpy as np
import pytest
from fakes import draw_digit
from PIL import Image
from printed_forms import Laid, blank, box_of, form, other, scanned
from printed_forms import written as write_on
from written_lines import ReadingEngine

from desktop_cvae.cli.main import main
from desktop_cvae.inference import opened_model
from desktop_cvae.inference.form_file import write_form
from desktop_cvae.library.model_library import ModelEntry

TEXTS = {"customer": "31415926", "meter": "281828", "phone": "533215664"}
LAID = Laid(2, 0.98, 12, -8)


@pytest.fixture(autouse=True)
def reading_engine(models: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def open_engines(entry: ModelEntry, kind: str = "onnx") -> tuple[ReadingEngine, None]:
        return ReadingEngine(entry.manifest.spec), None

    monkeypatch.setattr(opened_model, "open_engines", open_engines)


@pytest.fixture
def scans(tmp_path: Path) -> Path:
    """A PDF of two pages: one of the form, one of another; and the form."""
    pages = [write_on(blank(), TEXTS, draw_digit), other()]
    seen = [Image.fromarray(np.uint8(255 * scanned(page, LAID))) for page in pages]
    seen[0].save(tmp_path / "scans.pdf", save_all=True, append_images=seen[1:], resolution=150)
    write_form(tmp_path / "form.json", form({"customer": "length:8", "meter": "length:5"}))
    return tmp_path / "scans.pdf"


def test_every_page_is_a_record_and_every_field_a_column(
    scans: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    output, options = scans.with_name("read.jsonl"), ["--form", str(scans.with_name("form.json"))]
    command = ["recognize", str(scans), *options, "--output"]
    assert main([*command, str(output), "--format", "jsonl"]) == 1
    read, refused = (json.loads(line) for line in output.read_text().splitlines())
    assert {name: one["text"] for name, one in read["fields"].items()} == TEXTS | {"reading": ""}
    assert read["file"] == f"{scans}#1"
    assert read["fit"] > 0.7
    assert "5 digits" in read["fields"]["meter"]["warning"]
    across, down, *size = read["fields"]["phone"]["digits"][0]["box"]
    scale = 150 / 72 * (4_000_000 / (595.2 * 841.9)) ** -0.5  # drawn at some 200 dpi
    middle = scale * np.array([across + size[0] / 2, down + size[1] / 2])
    x, y, *_ = box_of("phone")
    assert middle == pytest.approx(LAID.matrix @ (x + 30, y + 36, 1), abs=12)
    assert refused["error"] == "This page does not show the form “Meter reading card”."
    assert refused["fields"] == {}

    table = scans.with_name("read.csv")
    assert main([*command, str(table), "--format", "csv"]) == 1
    rows = list(csv.DictReader(table.read_text().splitlines()))
    assert {name: rows[0][name] for name in TEXTS} == TEXTS
    assert rows[0]["to_check"] == "meter"
    assert rows[1]["customer"] == ""
    assert rows[1]["error"]
    whole = table.read_bytes()
    # Killed after its first record, it goes on to the same bytes.
    table.write_bytes(b"".join(whole.splitlines(keepends=True)[:2]))
    assert main([*command, str(table), "--format", "csv", "--skip-existing"]) == 1
    assert table.read_bytes() == whole
    capsys.readouterr()
    assert main(["recognize", f"{scans}#1", *options]) == 0
    assert "meter     281828" in capsys.readouterr().out


def test_what_does_not_go_together_is_wrong_usage(
    scans: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    one = ["--form", str(scans.with_name("form.json"))]
    assert main(["recognize", str(scans), *one, "--numbers"]) == 2
    assert "--form cannot be combined with" in capsys.readouterr().err
    scans.with_name("form.json").write_text("{}")
    assert main(["recognize", str(scans), *one]) == 4
    assert "“form.json” cannot be used" in capsys.readouterr().err


def test_a_field_is_one_of_the_values_of_a_column(
    scans: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    listed = scans.with_name("customers.csv")
    listed.write_text("number;meter\n31415926;281828\n31415927;281820\n11111111;\n")
    form_path, output = str(scans.with_name("form.json")), scans.with_name("read.csv")
    command = ["recognize", f"{scans}#1", "--form", form_path]
    values = ["--values", f"customer={listed}:number", "--values", f"meter={listed}:meter"]
    assert main([*command, *values, "--output", str(output), "--format", "csv"]) == 0
    (row,) = csv.DictReader(output.read_text().splitlines())
    assert (row["customer"], row["customer_second"]) == ("31415926", "31415927")
    assert float(row["customer_nats"]) > 3
    # What broke the form's own rule is in the list.
    assert (row["meter"], row["to_check"]) == ("281828", "")
    listed.write_text("number\n99999999\n")
    assert main([*command, "--values", f"customer={listed}", "--format", "jsonl"]) == 0
    read = json.loads(capsys.readouterr().out)["fields"]["customer"]
    assert (read["text"], read["warning"]) == ("31415926", "This is none of the listed values.")
    for wrong, told in (
        (f"nobody={listed}", "The form has no field “nobody”."),
        (f"customer={listed}:name", "has no column “name”"),
        ("customer=nowhere.csv", "There is no file “nowhere.csv”."),
    ):
        assert main([*command, "--values", wrong]) != 0
        assert told in capsys.readouterr().err
    assert main(["recognize", f"{scans}#1", "--values", f"customer={listed}"]) == 2
    assert "--values needs --form." in capsys.readouterr().err
