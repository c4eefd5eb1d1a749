from __future__ import annotations

import dataclasses
import datetime
import io
from collections.abc import Iterator
from pathlib import Path

import numpy as np
import pytest
from archived_answers import NOON, some_entry
from PIL import Image

from desktop_cvae.core.errors import ArchiveProblem, UsageError
from desktop_cvae.library.archive_entries import (
    DRAWING,
    MAX_INPUT_BYTES,
    WEB,
    ArchiveEntry,
    Query,
    blank,
    file_input,
    pixels_of,
)
from desktop_cvae.library.reading_archive import Archive


@pytest.fixture
def archive(tmp_path: Path) -> Iterator[Archive]:
    with Archive(tmp_path / "folder" / "archive.sqlite") as archive:
        yield archive


def found(archive: Archive, **wishes: object) -> list[int]:
    query = Query(**wishes)  # type: ignore[arg-type]
    ids = [summary.id for summary in archive.search(query)]
    assert query.limit is not None or query.offset or archive.count(query) == len(ids)
    return ids


def assert_same(one: ArchiveEntry, other: ArchiveEntry) -> None:
    for field in dataclasses.fields(ArchiveEntry):
        mine, theirs = getattr(one, field.name), getattr(other, field.name)
        assert np.array_equal(mine, theirs), field.name


def test_all_of_an_entry_comes_back(archive: Archive) -> None:
    entry = some_entry(3, given_label="8", is_starred=True, note="ein „Ж“\n?", is_number=True)
    number = archive.add(entry)
    assert_same(archive.get(number), dataclasses.replace(entry, id=number))
    [summary] = archive.search()
    for field in dataclasses.fields(summary):
        expected = number if field.name == "id" else getattr(entry, field.name)
        assert np.array_equal(getattr(summary, field.name), expected), field.name


def test_what_is_not_there_stays_so(archive: Archive) -> None:
    entry = ArchiveEntry("taught", "", some_entry().image, given_label="Ж", kept_at=NOON)
    number = archive.add(entry)
    assert_same(archive.get(number), dataclasses.replace(entry, id=number))


def test_reading_makes_no_file(archive: Archive) -> None:
    assert archive.search() == []
    assert archive.count() == archive.purge() == archive.limit(0) == archive.size() == 0
    assert archive.choices() == ([], [])
    assert len(archive.examples().images) == archive.remove([1]) == archive.restore([1]) == 0
    for change in (lambda: archive.get(1), lambda: archive.set_note(1, "")):
        with pytest.raises(UsageError, match="no entry 1"):
            change()
    assert not archive.path.parent.exists()


def test_search(archive: Archive) -> None:
    for number in range(20):
        archive.add(some_entry(number))
    archive.set_star(5, True)
    archive.set_note(6, "Großmutters SIEBEN, ЇЖАК")
    archive.set_given_label(8, "1")
    archive.add(
        some_entry(20, model="quick", verdict="unsure", source="picture", name="a 100%.png")
    )
    everything = list(range(21, 0, -1))
    assert found(archive) == everything
    assert found(archive, order="oldest") == everything[::-1]
    assert found(archive, order="surest", limit=2) == [21, 20]
    assert found(archive, order="least sure", limit=2) == [1, 2]
    assert found(archive, limit=3, offset=2) == [19, 18, 17]
    # The eighth was read as 7, but the user says that it is a 1.
    assert found(archive, label="1") == [12, 8, 2]
    assert found(archive, label="7") == [18]
    assert found(archive, starred=True) == [5]
    assert found(archive, corrected=True) == [8]
    assert len(found(archive, corrected=False)) == len(found(archive, starred=False)) == 20
    assert found(archive, text="sieben großMUTTERS") == [6]
    assert found(archive, text="їжак") == [6]
    assert found(archive, text="100%") == found(archive, model="quick") == [21]
    assert found(archive, verdict="unsure") == found(archive, source="picture") == [21]
    archive.set_note(4, "[a*b?]")
    assert found(archive, text="[a*b?]") == found(archive, text="*") == [4]
    assert found(archive, text="a[*]b") == found(archive, text="]?") == []
    assert found(archive, text="_") == found(archive, text="'; DROP TABLE entries; --") == []
    assert found(archive, text="drawing quick") == []
    assert found(archive, least=0.65, most=0.66) == [17, 16]
    minute = datetime.timedelta(minutes=1)
    assert found(archive, since=NOON + 3 * minute, until=NOON + 5 * minute) == [5, 4]
    assert archive.choices() == (list("0123456789"), ["quick", "studio"])


def test_numbers_and_summaries_are_those_of_a_search(archive: Archive, tmp_path: Path) -> None:
    for number in range(6):
        archive.add(some_entry(number))
    archive.remove([3])
    for query in (Query(), Query(order="oldest", limit=2, offset=1), Query(label="4")):
        assert list(archive.ids(query)) == [one.id for one in archive.search(query)]
    assert archive.ids(Query(limit=2, offset=1)) == (5, 4)
    given = archive.summaries([5, 3, 99, 2])
    assert [(one.id, one.text, one.label) for one in given] == [(5, "4", "4"), (2, "1", "1")]
    archive.set_given_label(2, "Ж")
    assert [one.label for one in archive.summaries([2])] == ["Ж"]
    assert archive.erase([1, 3, 99]) == 2
    assert archive.ids() == (6, 5, 4, 2)
    assert archive.restore([3]) == archive.erase([1]) == 0


def test_the_latest_entry_with_the_same_input_is_found(archive: Archive) -> None:
    for number, data in enumerate((b"one", b"two", b"one")):
        archive.add(some_entry(number, input=data))
    assert archive.find_input(b"one") == 3
    assert archive.find_input(b"two") == 2
    assert archive.find_input(b"ones") is archive.find_input(b"") is None
    archive.remove([3])
    assert archive.find_input(b"one") == 3


def test_a_file_is_kept_as_it_is_and_a_page_as_a_picture(tmp_path: Path) -> None:
    picture, pages, large = (tmp_path / name for name in ("a.png", "b.tiff", "c.png"))
    Image.new("L", (9, 7), 200).save(picture)
    first, second = Image.new("L", (5, 4), 255), Image.new("L", (6, 3), 30)
    first.save(pages, save_all=True, append_images=[second])
    assert file_input(picture) == picture.read_bytes()
    with Image.open(io.BytesIO(file_input(tmp_path / "b.tiff#2"))) as page:
        assert (page.format, page.size, page.getpixel((1, 1))) == ("PNG", (6, 3), 30)
    large.write_bytes(bytes(MAX_INPUT_BYTES))
    assert len(file_input(large)) == MAX_INPUT_BYTES
    large.write_bytes(bytes(MAX_INPUT_BYTES + 1))
    for path in (large, tmp_path, tmp_path / "none.png", tmp_path / "b.tiff#3"):
        assert file_input(path) == b""


def test_pixels_are_rounded_and_bounded() -> None:
    image = np.array([-1, 0, 0.5, 1, 2], np.float32)
    assert pixels_of(image).tolist() == [0, 0, 128, 255, 255]
    assert not blank().any()


def test_a_given_label_can_be_taken_back(archive: Archive) -> None:
    number = archive.add(some_entry(7))
    archive.set_given_label(number, "9")
    assert archive.get(number).label == "9"
    assert found(archive, label="9") == found(archive, text="9") == [number]
    archive.set_given_label(number, None)
    assert archive.get(number).label == "7"
    assert found(archive, label="9") == found(archive, text="9") == []


def test_a_growing_drawing_is_one_entry_and_keeps_what_the_user_said(archive: Archive) -> None:
    number = archive.add(some_entry(1))
    archive.set_star(number, True)
    archive.set_note(number, "mine")
    archive.set_given_label(number, "4")
    newer = some_entry(2)
    assert archive.update(number, newer)
    kept = {"id": number, "is_starred": True, "note": "mine", "given_label": "4"}
    assert_same(archive.get(number), dataclasses.replace(newer, **kept))
    assert found(archive, label="4") == found(archive, text="mine") == [number]
    archive.remove([number])
    assert not archive.update(number, newer)
    assert found(archive) == []


def test_removing_is_undone_until_it_is_purged(archive: Archive) -> None:
    for number in range(4):
        archive.add(some_entry(number))
    assert archive.remove([2, 3, 3, 99, -1, 2**70]) == 2
    assert found(archive) == [4, 1]
    with pytest.raises(UsageError):
        archive.get(2)
    assert archive.restore([3, 4]) == 1
    assert archive.purge(NOON) == 0
    assert archive.purge() == 1
    assert archive.restore([2]) == 0
    assert found(archive) == [4, 3, 1]
    assert archive.add(some_entry()) == 5, "no number is given twice"


def test_what_was_purged_is_in_the_file_no_more(archive: Archive) -> None:
    number = archive.add(some_entry(note="a secret note", input=b"a secret drawing"))
    archive.remove([number])
    archive.purge()
    archive.close()
    data = b"".join(path.read_bytes() for path in archive.path.parent.iterdir())
    assert b"secret" not in data


def test_limits_spare_what_the_user_chose(archive: Archive) -> None:
    for number in range(12):
        archive.add(some_entry(number))
    archive.set_star(2, True)
    archive.set_given_label(3, "2")
    assert archive.limit(20) == 0
    assert archive.limit(5) == 7
    assert found(archive) == [12, 11, 10, 3, 2]
    assert archive.limit(0) == 3
    assert found(archive) == [3, 2]


def test_visitors_entries_go_before_the_owners(archive: Archive) -> None:
    for number in range(6):
        archive.add(some_entry(number, source=WEB if number % 2 else DRAWING))
    assert archive.limit(4) == 2
    assert found(archive) == [6, 5, 3, 1]
    assert archive.limit(2) == 2
    assert found(archive) == [5, 3]


def test_a_limit_of_size_shrinks_the_file(archive: Archive) -> None:
    for number in range(120):
        archive.add(some_entry(number, input=bytes(20_000)))
    before = archive.size()
    archive.limit(1000, before // 2)
    assert archive.size() <= before // 2
    assert 20 < archive.count() < 70
    archive.close()
    assert archive.path.stat().st_size < 0.6 * before


def test_examples_are_what_the_user_labelled(archive: Archive) -> None:
    for number in range(6):
        archive.add(some_entry(number))
    archive.set_given_label(2, "Ж")
    archive.set_given_label(4, "4")
    archive.set_given_label(5, "5")
    archive.remove([5])
    archive.add(some_entry(9, given_label="12", is_number=True))
    examples = archive.examples()
    assert examples.labels == ("Ж", "4")
    assert examples.ids == (2, 4)
    assert np.array_equal(examples.images[1], some_entry(3).image)


def test_an_entry_is_cut_to_what_the_archive_keeps(archive: Archive) -> None:
    entry = some_entry(
        name="\udcff\0" + "x" * 900, note="y" * 9000, input=bytes(MAX_INPUT_BYTES + 1)
    )
    read = archive.get(archive.add(entry))
    assert (read.input, read.input_kind) == (b"", "")
    assert read.name.startswith("? x")
    assert len(read.name) == 200
    assert len(read.note) == 2000


@pytest.mark.parametrize(
    "changes",
    [
        {"source": "elsewhere"},
        {"verdict": "perhaps"},
        {"probability": 1.5},
        {"probability": float("nan")},
        {"digit_probability": -0.1},
        {"image": np.zeros((28, 27), np.uint8)},
        {"noisy": np.zeros((28, 28), np.float32)},
        {"evidence_nats": (1.0,)},
        {"evidence_nats": (float("inf"),) * 10},
        {"kept_at": datetime.datetime(1900, 1, 1, tzinfo=datetime.UTC)},
    ],
)
def test_an_entry_that_makes_no_sense_is_refused(changes: dict[str, object]) -> None:
    with pytest.raises(ArchiveProblem, match="is inconsistent"):
        some_entry(**changes)


def test_an_archive_with_a_limit_of_its_own_keeps_it(tmp_path: Path) -> None:
    with Archive(tmp_path / "small.sqlite", 5) as archive:
        for number in range(120):
            archive.add(some_entry(number))
        assert archive.count() < 60
        assert max(found(archive)) == 120
