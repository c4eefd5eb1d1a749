"""``teach``: what it asks for, what it says to people and to programs."""

from __future__ import annotations

import json
from pathlib import Path

import numpy as np
import pytest
from fakes import draw_digit
from PIL import Image

from desktop_cvae.cli.main import main
from desktop_cvae.cli.parser import parse
from desktop_cvae.core import paths
from desktop_cvae.core.errors import UsageError
from desktop_cvae.library.archive_entries import TAUGHT, ArchiveEntry
from desktop_cvae.library.model_file import read_model_file
from desktop_cvae.library.reading_archive import Archive
from desktop_cvae.training import rehearsal, teaching_run
from desktop_cvae.training.teaching import TeachingPlan


@pytest.fixture(autouse=True)
def brief(monkeypatch: pytest.MonkeyPatch) -> None:
    """Teachings of two steps."""
    monkeypatch.setattr(
        teaching_run, "READER_PLAN", TeachingPlan(steps=2, step_size=1e-4, contrast=1.0)
    )
    monkeypatch.setattr(rehearsal, "WRITTEN_EACH", 4)


def folder_of(home: Path, label: str, count: int) -> Path:
    """Pictures of a 3 under a label of any name."""
    folder = home / "examples"
    (folder / label).mkdir(parents=True)
    for number in range(count):
        ink = np.rint(255 * draw_digit(3, slant=0.02 * number)).astype(np.uint8)
        Image.fromarray(ink).save(folder / label / f"{number}.png")
    return folder


def test_a_single_new_label_is_taught(
    tiny_model: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    output, shown = tmp_path / "mine.cvae", folder_of(tmp_path, "ж", 8)
    assert main(["teach", str(tiny_model), "--examples", str(shown), "--output", str(output)]) == 0
    out, err = capsys.readouterr()
    assert "your examples, after" in out
    assert "nats of evidence" in out
    assert "MNIST is not on this computer" in err
    assert err.splitlines()[-1].startswith("saved ")
    manifest = read_model_file(output).manifest
    assert manifest.spec.label_names[-1] == "ж"
    assert manifest.name == "mine"
    assert str(tmp_path) not in manifest.command


def test_programs_get_events(
    tiny_model: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    output, shown = tmp_path / "mine.cvae", folder_of(tmp_path, "ж", 8)
    words = ["teach", str(tiny_model), "--examples", str(shown), "--output", str(output)]
    assert main([*words, "--events", "jsonl"]) == 0
    events = [json.loads(line) for line in capsys.readouterr().out.splitlines()]
    assert {event["event"] for event in events} == {"finishing", "advice", "saved"}
    learning = [(e["done"], e["total"]) for e in events if e.get("part") == "learning"]
    assert learning == [(1, 2), (2, 2)]
    assert events[0]["parts"][:2] == ["asking", "learning"]
    assert events[-1]["metrics"]["own_examples"] == 6
    assert events[-1]["file"] == str(output)


def test_what_was_labelled_in_the_archive_is_taught(tiny_model: Path, tmp_path: Path) -> None:
    image = np.rint(255 * draw_digit(7)).astype(np.uint8)
    with Archive(paths.archive_file()) as archive:
        for _ in range(6):
            archive.add(ArchiveEntry(source=TAUGHT, text="", image=image, given_label="seven"))
    output = tmp_path / "mine.cvae"
    assert main(["teach", str(tiny_model), "--archive", "--output", str(output)]) == 0
    taught = read_model_file(output).manifest.taught
    assert taught is not None
    assert (taught.examples, taught.new_labels) == (6, ("seven",))


@pytest.mark.parametrize(
    ("count", "more", "complaint"),
    [
        (8, ["--output", "tiny.cvae"], "“tiny.cvae” exists"),
        (8, ["--output", "tiny.cvae", "--overwrite"], "choose a file other than the model’s own"),
        (3, ["--output", "mine.cvae"], "too few examples of “ж”"),
    ],
)
def test_what_cannot_be_taught_is_said_at_once(
    tiny_model: Path,
    tmp_path: Path,
    monkeypatch: pytest.MonkeyPatch,
    capsys: pytest.CaptureFixture[str],
    count: int,
    more: list[str],
    complaint: str,
) -> None:
    monkeypatch.chdir(tmp_path)
    before, shown = tiny_model.read_bytes(), folder_of(tmp_path, "ж", count)
    assert main(["teach", str(tiny_model), "--examples", str(shown), *more]) == 2
    assert complaint in capsys.readouterr().err
    assert tiny_model.read_bytes() == before
    assert not (tmp_path / "mine.cvae").exists()


def test_an_empty_archive_teaches_nothing(
    tiny_model: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    words = ["teach", str(tiny_model), "--archive", "--output", str(tmp_path / "mine.cvae")]
    assert main([*words, "--events", "jsonl"]) == 2
    out, err = capsys.readouterr()
    assert json.loads(out)["event"] == "failed"
    assert "The archive has no examples yet" in err


@pytest.mark.parametrize("sources", [[], ["--examples", "folder", "--archive"]])
def test_exactly_one_source_of_examples_is_named(sources: list[str]) -> None:
    with pytest.raises(UsageError, match=r"--examples.*--archive|--archive.*--examples"):
        parse(["teach", "studio", "--output", "mine.cvae", *sources])
