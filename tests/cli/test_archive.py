from __future__ import annotations

import csv
import json
from pathlib import Path

import numpy as np
import pytest
from archived_answers import some_entry
from PIL import Image

from desktop_cvae.cli.archive_arguments import end_moment, moment
from desktop_cvae.cli.main import main
from desktop_cvae.core import paths
from desktop_cvae.datasets.importing import load_npz
from desktop_cvae.gui.settings import Settings, write_settings
from desktop_cvae.library import reading_archive
from desktop_cvae.library.archive_entries import Query
from desktop_cvae.library.reading_archive import Archive

Captured = pytest.CaptureFixture[str]


@pytest.fixture
def archive(home: Path) -> Archive:
    with Archive(paths.archive_file()) as archive:
        for number in range(5):
            archive.add(some_entry(number, name=f"page {number}\n.png"))
        archive.set_star(2, True)
        archive.set_note(3, "=1+1")
        archive.set_given_label(4, "Ж")
        archive.set_given_label(5, "4")
    return archive


def told(capsys: Captured, *arguments: str, code: int = 0) -> tuple[str, str]:
    assert main(["archive", *arguments]) == code
    return capsys.readouterr()


def test_an_empty_archive_has_nothing_and_is_not_made(home: Path, capsys: Captured) -> None:
    assert told(capsys, "list") == ("", "No archive entry matches.\n")
    assert "no entry 7" in told(capsys, "show", "7", code=2)[1]
    assert "matches" in told(capsys, "export", "--format", "csv", "--output", "a.csv", code=2)[1]
    assert "No archive entry" in told(capsys, "remove", "1", code=2)[1]
    assert "No recently removed entry" in told(capsys, "restore", "1", code=2)[1]
    assert not home.exists()


def test_the_list_is_a_table_newest_first(archive: Archive, capsys: Captured) -> None:
    out, err = told(capsys, "list")
    heading, *rows = out.splitlines()
    assert heading.split()[:4] == ["number", "archived", "answer", "probability"]
    assert [row.split()[0] for row in rows] == ["5", "4", "3", "2", "1"]
    assert "Ж" in rows[1]
    assert "★" in rows[3]
    assert "page 1 / .png" in rows[3]
    assert err == ""
    out, err = told(capsys, "list", "--limit", "2")
    assert len(out.splitlines()) == 3
    assert err == "2 of 5 shown; use --limit to show more.\n"
    assert told(capsys, "list", "--limit", "5")[1] == ""


def test_a_row_has_every_column_and_long_texts_are_cut(archive: Archive, capsys: Captured) -> None:
    archive.remove([1, 2, 3, 4, 5])
    unread = {"verdict": "", "text": "", "probability": 0.0, "digit_probability": None}
    archive.add(some_entry(1, name="x" * 40, note="y" * 41, given_label="7", is_starred=True))
    archive.add(some_entry(2, name="", **unread))
    _, unsure, row = told(capsys, "list")[0].splitlines()
    when = some_entry(1).kept_at.astimezone().strftime("%Y-%m-%d %H:%M")
    cells = ["6", when, "1", "51.0%", "7", "★", "studio", "x" * 40, "y" * 39 + "…"]
    assert row.split() == " ".join(cells).split()
    assert unsure.split()[3:] == ["–", "studio"]
    rows = list(csv.DictReader(told(capsys, "list", "--format", "csv")[0].splitlines()))
    assert rows[1] == {
        "id": "6",
        "kept_at": "2026-03-01T12:01:00.000Z",
        "source": "drawing",
        "name": "x" * 40,
        "text": "1",
        "given_label": "7",
        "verdict": "digit",
        "probability": "0.51",
        "likeness": "0.9",
        "model": "studio",
        "is_starred": "True",
        "note": "y" * 41,
    }
    facts = dict(line.split("  ", 1) for line in told(capsys, "show", "6")[0].splitlines())
    facts = {name: value.strip() for name, value in facts.items()}
    assert facts["from"] == "a drawing"
    assert facts["archived"] == when
    assert (facts["probability"], facts["like a digit"]) == ("51.00%", "90.0%")
    assert (facts["your label"], facts["star"], facts["note"]) == ("7", "★", "y" * 41)
    assert (facts["model"], facts["program"]) == ("studio abababababab", "0.1.0")
    assert "probability" not in told(capsys, "show", "7")[0]


@pytest.mark.parametrize(
    ("wish", "found"),
    [
        ("--text PAGE", [5, 4, 3, 2, 1]),
        ("--label Ж", [4]),
        ("--label 2 --model studio", [3]),
        ("--starred", [2]),
        ("--corrected --order oldest", [4, 5]),
        ("--verdict not-a-digit", []),
        ("--at-least 0.525 --order least-sure", [4, 5]),
        ("--at-most 0.505", [1]),
        ("--since 2026-03-01T12:03:00+00:00", [5, 4]),
        ("--until 2026-03-01T12:01:00+00:00", [1]),
        ("--source command-line", []),
    ],
)
def test_the_list_is_searched(
    archive: Archive, capsys: Captured, wish: str, found: list[int]
) -> None:
    out, _ = told(capsys, "list", "--format", "jsonl", *wish.split())
    assert [json.loads(line)["id"] for line in out.splitlines()] == found
    out, _ = told(capsys, "list", "--format", "json", *wish.split())
    assert [entry["id"] for entry in json.loads(out)] == found


def test_days_are_whole_and_nonsense_is_refused(archive: Archive, capsys: Captured) -> None:
    assert (end_moment("2026-03-01") - moment("2026-03-01")).days == 1
    assert end_moment("2026-03-01T05:00") == moment("2026-03-01T05:00")
    for wrong in ("yesterday", "2026-13-01", "0001-01-01T00:00+23:00"):
        main(["archive", "list", "--since", wrong])
    assert capsys.readouterr().err.count("is not a date") >= 2
    for wrong in (["show", "0"], ["show", "x"], ["remove", str(2**63)], ["list", "--limit", "0"]):
        assert main(["archive", *wrong]) == 2


def test_csv_is_safe_in_a_spreadsheet(archive: Archive, capsys: Captured) -> None:
    rows = list(csv.DictReader(told(capsys, "list", "--format", "csv")[0].splitlines()))
    assert next(row for row in rows if row["id"] == "3")["note"] == "'=1+1"


def test_one_entry_is_shown(archive: Archive, capsys: Captured) -> None:
    out, _ = told(capsys, "show", "4")
    facts = dict(line.split(None, 1) for line in out.splitlines() if not line.startswith("like"))
    assert facts["number"] == "4"
    assert facts["evidence"] == "0: -80.0 nats, 1: -81.0 nats, 2: -82.0 nats"
    assert facts["noise"] == "gaussian 0.25"
    assert facts["name"] == "page 3\\n.png"
    data = json.loads(told(capsys, "show", "4", "--format", "json")[0])
    assert (data["text"], data["given_label"]) == ("3", "Ж")
    assert data["evidence_nats"]["9"] == -89


def test_exports(archive: Archive, capsys: Captured, tmp_path: Path) -> None:
    table, lines, folder, data = (tmp_path / name for name in ("a.csv", "a.jsonl", "png", "a.npz"))
    book = tmp_path / "out" / "book.xlsx"
    kinds = {"csv": table, "xlsx": book, "jsonl": lines, "png": folder, "dataset": data}
    for kind, path in kinds.items():
        _, err = told(capsys, "export", "--format", kind, "--output", str(path))
        assert err == f"{2 if kind == 'dataset' else 5} entries are in “{path}”.\n"
        again = told(capsys, "export", "--format", kind, "--output", str(path), code=2)[1]
        assert "--overwrite" in again
    rows = list(csv.DictReader(table.read_text(encoding="utf-8").splitlines()))
    assert [row["id"] for row in rows] == ["1", "2", "3", "4", "5"]
    assert rows[0]["kept_at"] == "2026-03-01T12:00:00.000Z"
    assert rows[3]["given_label"] == "Ж"
    assert [json.loads(line)["id"] for line in lines.read_text().splitlines()] == [1, 2, 3, 4, 5]
    files = sorted(file.name for file in folder.iterdir())
    assert files[2:] == ["000003-2.png", "000004-Ж.png", "000005-4.png"]
    with Image.open(folder / files[0]) as picture:
        assert np.array_equal(np.asarray(picture), some_entry(0).image)
    dataset = load_npz(data, "train")
    assert dataset.label_names == ("4", "Ж")
    assert dataset.labels.tolist() == [1, 0]
    assert np.array_equal(dataset.images[0], some_entry(3).image)


def test_a_data_set_may_trust_what_was_read(
    archive: Archive, capsys: Captured, tmp_path: Path
) -> None:
    path = str(tmp_path / "a.npz")
    wish = ("export", "--format", "dataset", "--output", path)
    assert "at least two labels" in told(capsys, *wish, "--label", "4", code=5)[1]
    assert "5 entries" in told(capsys, *wish, "--trust-readings")[1]
    assert load_npz(Path(path), "train").label_names == ("0", "1", "2", "4", "Ж")
    csv_wish = ("export", "--format", "csv", "--output", path, "--trust-readings")
    assert "--trust-readings needs" in told(capsys, *csv_wish, code=2)[1]


def test_removing_and_bringing_back(archive: Archive, capsys: Captured) -> None:
    assert "2 entries are removed" in told(capsys, "remove", "1", "2", "1")[1]
    assert "1 entry is restored" in told(capsys, "restore", "2")[1]
    assert "1 entry is permanently deleted" in told(capsys, "remove", "--forever", "3")[1]
    assert "No recently" in told(capsys, "restore", "3", code=2)[1]
    assert [summary.id for summary in archive.search()] == [5, 4, 2]


def test_a_damaged_archive_is_said_and_set_aside(archive: Archive, capsys: Captured) -> None:
    archive.close()
    archive.path.write_bytes(b"something else" * 1000)
    assert "is kept as “archive.bad.sqlite”" in told(capsys, "list", code=5)[1]
    assert told(capsys, "list")[1] == "No archive entry matches.\n"


def test_recognize_archives_what_it_reads(pictures: Path, capsys: Captured) -> None:
    assert main(["recognize", str(pictures), "--format", "jsonl"]) == 0
    plain = capsys.readouterr().out
    assert not paths.archive_file().exists()
    files = [str(pictures), str(pictures / "notes.txt")]
    assert main(["recognize", *files, "--format", "jsonl", "--archive"]) == 1
    out = capsys.readouterr().out
    assert out.splitlines()[:4] == plain.splitlines()
    with Archive(paths.archive_file()) as archive:
        found = archive.search(Query(order="oldest"))
        assert [(entry.name, entry.text) for entry in found] == [
            (f"{digit}.png", str(digit)) for digit in range(4)
        ]
        entry = archive.get(3)
    assert (entry.source, entry.model, entry.input_kind) == ("command line", "studio", "picture")
    assert entry.input == (pictures / "2.png").read_bytes()
    assert len(entry.model_digest) == 64
    assert entry.evidence_nats.index(max(entry.evidence_nats)) == 2
    assert entry.image.max() > 200


def test_numbers_are_archived_too(pictures: Path, capsys: Captured) -> None:
    assert main(["recognize", str(pictures / "2.png"), "--numbers", "--archive"]) == 0
    with Archive(paths.archive_file()) as archive:
        [entry] = archive.search()
    assert entry.is_number
    assert entry.text in capsys.readouterr().out


def test_recognize_reads_on_without_its_archive(pictures: Path, capsys: Captured) -> None:
    paths.archive_file().mkdir(parents=True)
    assert main(["recognize", str(pictures), "--archive"]) == 5
    out, err = capsys.readouterr()
    assert len(out.splitlines()) == 4
    assert err.splitlines() == [
        "desktop-cvae: The archive “archive.sqlite” is not a file. The pictures are still read, "
        "but not archived."
    ]


def test_recognize_begins_a_new_archive_after_a_damaged_one(
    pictures: Path, capsys: Captured
) -> None:
    paths.archive_file().parent.mkdir(parents=True)
    paths.archive_file().write_bytes(b"something else" * 1000)
    assert main(["recognize", str(pictures), "--archive"]) == 0
    assert capsys.readouterr().err.count("is kept as") == 1
    with Archive(paths.archive_file()) as archive:
        assert archive.count() == 4


def test_recognize_keeps_the_limit_that_is_set_in_the_window(
    pictures: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    write_settings(paths.settings_file(), Settings(archive_limit=100))
    with Archive(paths.archive_file()) as archive:
        for number in range(110):
            archive.add(some_entry(number))
    monkeypatch.setattr(reading_archive, "_LIMITED_EACH", 1)
    assert main(["recognize", str(pictures), "--archive"]) == 0
    with Archive(paths.archive_file()) as archive:
        assert archive.count() == 100
        assert max(archive.ids()) == 114
