from __future__ import annotations

import csv
import re
from html.parser import HTMLParser
from pathlib import Path

import numpy as np
import pytest
from fake_runs import MakeRun
from fakes import draw_digit

from desktop_cvae.cli.comparison_page import Section, comparison_page
from desktop_cvae.cli.main import main

FILES = {
    "loss.png",
    "latent.png",
    "reconstructions.png",
    "metrics.csv",
    "settings.csv",
    "index.html",
}


@pytest.fixture
def data(tmp_path: Path) -> str:
    """A data set of every drawn digit, three times."""
    images = np.stack([np.rint(255 * draw_digit(n % 10)).astype(np.uint8) for n in range(30)])
    np.savez(tmp_path / "digits.npz", x=images, y=np.arange(30) % 10)
    return str(tmp_path / "digits.npz")


@pytest.fixture
def report(tmp_path: Path, data: str) -> Path:
    folder = tmp_path / "report"
    command = ["compare", "studio", "plain", "--data", data, "--output", str(folder)]
    assert main(command) == 0
    return folder


def read_csv(path: Path) -> list[list[str]]:
    with path.open(encoding="utf-8", newline="") as file:
        return list(csv.reader(file))


class Balance(HTMLParser):
    """Complains of an element that is never closed."""

    def __init__(self) -> None:
        super().__init__()
        self.open: list[str] = []
        self.seen: list[tuple[str, dict[str, str | None]]] = []

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.seen.append((tag, dict(attrs)))
        if tag not in ("meta", "img", "source"):
            self.open.append(tag)

    def handle_endtag(self, tag: str) -> None:
        assert self.open.pop() == tag


def test_the_folder_holds_pictures_tables_and_a_page(
    report: Path, data: str, capsys: pytest.CaptureFixture[str]
) -> None:
    command = ["compare", "studio", "plain", "--data", data, "--output", str(report)]
    assert main([*command, "--overwrite"]) == 0
    assert {path.name for path in report.iterdir()} == FILES
    assert {Path(line).name for line in capsys.readouterr().out.splitlines()} == FILES
    for path in report.glob("*.png"):
        assert path.read_bytes().startswith(b"\x89PNG")


def test_metrics_are_numbers_with_a_point(report: Path) -> None:
    heading, studio, plain = read_csv(report / "metrics.csv")
    card = dict(zip(heading, studio, strict=True))
    assert (card["model"], card["n"], card["accuracy"]) == ("studio", "30", "1.0000")
    assert re.fullmatch(r"\d+\.\d{3}", card["neg_elbo_nats"])
    assert dict(zip(heading, plain, strict=True))["accuracy"] == ""


def test_settings_list_only_what_differs(report: Path) -> None:
    heading, *rows = read_csv(report / "settings.csv")
    assert heading == ["part", "setting", "studio", "plain"]
    assert ["model", "conditional", "yes", "no"] in rows
    assert "latent_dim" not in {row[1] for row in rows}


def test_the_page_is_whole_and_needs_nothing_from_outside(report: Path) -> None:
    text = (report / "index.html").read_text(encoding="utf-8")
    balance = Balance()
    balance.feed(text)
    assert balance.open == []
    for tag, attributes in balance.seen:
        assert tag not in ("script", "link", "iframe")
        for name in ("src", "srcset", "href"):
            assert (attributes.get(name) or "data:").startswith("data:")
    assert "prefers-color-scheme: dark" in text


def test_names_and_settings_are_escaped() -> None:
    nasty = '<script>alert("1")</script>&'
    section = Section(nasty, nasty, table=[[nasty, nasty], [nasty, nasty]], pictures=(b"", b""))
    page = comparison_page([nasty, nasty], nasty, [section])
    assert "<script" not in page
    assert page.count("&lt;script&gt;") == 12


def test_a_full_folder_is_left_alone_until_told(report: Path, data: str) -> None:
    command = ["compare", "plain", "studio", "--data", data, "--output", str(report)]
    assert main(command) == 2
    assert read_csv(report / "metrics.csv")[1][0] == "studio"
    assert main([*command, "--overwrite", "--limit", "20"]) == 0
    assert read_csv(report / "metrics.csv")[1][:2] == ["plain", "20"]


def test_runs_are_compared_by_name_and_id(make_run: MakeRun, tmp_path: Path, data: str) -> None:
    night, other = make_run("night", losses=(7.0, 9.0)), make_run("night", losses=(6.0,))
    folder = tmp_path / "runs compared"
    rest = ["--data", data, "--output", str(folder)]
    assert main(["compare", night.id, "studio", other.id, *rest]) == 0
    rows = read_csv(folder / "metrics.csv")
    assert [row[0] for row in rows] == ["model", "night", "studio", "night (2)"]
    text = (folder / "index.html").read_text(encoding="utf-8")
    assert "night (2)" in text
    assert "None of the models has a training history" not in text


def test_a_run_is_named_once(
    make_run: MakeRun, tmp_path: Path, data: str, capsys: pytest.CaptureFixture[str]
) -> None:
    run = make_run("night", losses=(7.0, 9.0))
    command = ["compare", run.name, run.id, "--data", data, "--output", str(tmp_path / "none")]
    assert main(command) == 2
    assert "named twice" in capsys.readouterr().err


@pytest.mark.parametrize(
    ("models", "code", "sentence"),
    [
        (["studio"], 2, "2 to 8 models"),
        (["studio"] * 9, 2, "2 to 8 models"),
        (["studio", "studio"], 2, "named twice"),
        (["studio", "none"], 2, "no model and no run “none”"),
    ],
)
def test_what_cannot_be_compared_is_said(
    models: list[str],
    code: int,
    sentence: str,
    data: str,
    tmp_path: Path,
    capsys: pytest.CaptureFixture[str],
) -> None:
    folder = tmp_path / "none"
    assert main(["compare", *models, "--data", data, "--output", str(folder)]) == code
    complaint = capsys.readouterr().err
    assert sentence in complaint
    assert complaint.count("\n") == 1
    assert not folder.exists()
