"""One record for every picture of a batch, whatever it holds."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import numpy as np
import pytest
from fake_library import draw_png
from fakes import FakeSource, draw_digit

from desktop_cvae.bulk.batch_reader import (
    THUMBNAIL_SIDE,
    BatchReader,
    Content,
    RecognitionRequest,
    open_reader,
    thumbnail_of,
)
from desktop_cvae.bulk.batches import Batch
from desktop_cvae.core.deadlines import check_deadline
from desktop_cvae.core.errors import MissingLabels, UsageError
from desktop_cvae.core.results import FloatArray
from desktop_cvae.core.tasks import result_of
from desktop_cvae.inference import number_reading, opened_model
from desktop_cvae.inference.number_reading import PageReading
from desktop_cvae.inference.opened_model import OpenedModel
from desktop_cvae.inference.picture_records import NumberRecord, PictureRecord
from desktop_cvae.pictures.contact_sheets import encode_png


@pytest.fixture
def number(tmp_path: Path) -> Path:
    """A picture of 306, large enough to be a number."""
    blank = np.zeros((28, 4), np.float32)
    parts = [part for label in (3, 0, 6) for part in (blank, draw_digit(label), blank)]
    picture = np.pad(np.hstack(parts), 4).repeat(6, 0).repeat(6, 1)
    path = tmp_path / "number.png"
    path.write_bytes(encode_png(np.rint(255 * (1 - picture)).astype(np.uint8)))
    return path


def read(batch: Batch, **wishes: object) -> list[PictureRecord]:
    request = RecognitionRequest("studio", **wishes)  # type: ignore[arg-type]
    return result_of(BatchReader(FakeSource().load("studio", "onnx"), request)(batch))


def test_each_picture_is_a_step_and_scoring_is_the_last(pictures: Path) -> None:
    names = tuple(str(pictures / f"{label}.png") for label in range(3))
    steps = open_reader(RecognitionRequest("studio"))(Batch(0, names))
    assert [next(steps) for _ in range(4)] == [0, 1, 2, 3]
    with pytest.raises(StopIteration) as ended:
        next(steps)
    assert [record.text for record in ended.value.value] == ["0", "1", "2"]


def test_a_picture_that_needs_too_much_memory_spoils_no_other(
    pictures: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    names = tuple(str(pictures / f"{label}.png") for label in range(3))
    first = [record.text for record in read(Batch(0, names))]
    whole = OpenedModel.prepare_all

    def starve(model: OpenedModel, pictures: Any, *rest: Any) -> Any:
        if pictures[0] is not pictures[-1] or starve_next.pop():
            raise MemoryError
        return whole(model, pictures, *rest)

    starve_next = [False, True, False]
    monkeypatch.setattr(OpenedModel, "prepare_all", starve)
    records = read(Batch(0, names))
    assert [record.text for record in records] == [first[0], "", first[2]]
    assert "more memory than there is" in (records[1].error or "")
    monkeypatch.setattr("desktop_cvae.bulk.batch_reader.propose_hypotheses", _starve)
    assert all("more memory" in (record.error or "") for record in read(Batch(0, names)))


def test_a_page_that_takes_too_long_spoils_no_other(
    pictures: Path, number: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def endless(*_: Any) -> None:
        check_deadline()
        pytest.fail("it is read on")

    monkeypatch.setattr(opened_model, "READING_S", -1)
    monkeypatch.setattr(number_reading, "read_page", endless)
    batch = Batch(0, (str(number), str(pictures / "3.png")))
    page, digit = read(batch, content=Content.AUTOMATIC)
    assert "too much to be read in time" in (page.error or "")
    assert (digit.text, digit.error) == ("3", None)


def _starve(picture: FloatArray) -> None:
    raise MemoryError


def test_unreadable_and_fatal_pictures_say_why(pictures: Path) -> None:
    names = (str(pictures / "gone.png"), str(pictures / "1.png"), str(pictures / "2.png"))
    gone, fatal, two = read(Batch(0, names, fatal=frozenset({1})))
    assert "There is no file" in (gone.error or "")
    assert "every attempt crashed" in (fatal.error or "")
    assert (two.text, two.error) == ("2", None)
    (failure,) = read(Batch(0, names[:1]), content=Content.NUMBERS)
    assert isinstance(failure, NumberRecord)


def test_the_content_decides_what_is_read(pictures: Path, number: Path) -> None:
    batch = Batch(0, (str(number), str(pictures / "3.png")))
    digits = read(batch)
    assert not any(isinstance(record, NumberRecord) for record in digits)
    automatic = read(batch, content=Content.AUTOMATIC)
    assert [type(record) for record in automatic] == [NumberRecord, PictureRecord]
    assert [record.text for record in automatic] == ["306", "3"]
    numbers = read(batch, content=Content.NUMBERS)
    assert [type(record) for record in numbers] == [NumberRecord, NumberRecord]


def test_a_small_picture_is_one_digit_without_a_search_for_numbers(
    pictures: Path, number: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    searched: list[int] = []
    real = OpenedModel.read_page

    def read_page(self: OpenedModel, picture: FloatArray, *more: Any) -> PageReading:
        searched.append(max(picture.shape))
        return real(self, picture, *more)

    monkeypatch.setattr(OpenedModel, "read_page", read_page)
    batch = Batch(0, (str(number), str(pictures / "3.png")))
    read(batch, content=Content.AUTOMATIC)
    assert len(searched) == 1
    assert searched[0] > 64


def test_a_rule_is_for_every_line(number: Path) -> None:
    (record,) = read(Batch(0, (str(number),)), content=Content.NUMBERS, rule="length:4")
    assert isinstance(record, NumberRecord)
    assert record.warning or len(record.text) == 4
    with pytest.raises(UsageError):
        read(Batch(0, ()), rule="nonsense")


def test_names_may_stand_for_other_files(pictures: Path) -> None:
    (record,) = read(Batch(0, ("there.png",), files={"there.png": str(pictures / "3.png")}))
    assert (record.file, record.text) == ("there.png", "3")


def test_entries_and_thumbnails_come_when_they_are_requested(pictures: Path, number: Path) -> None:
    batch = Batch(0, (str(pictures / "3.png"), str(number), str(pictures / "gone.png")))
    wishes = {"content": Content.AUTOMATIC, "archive_source": "table", "with_thumbnails": True}
    digit, several, gone = read(batch, **wishes)
    assert digit.entry is not None
    assert (digit.entry.source, digit.entry.text, digit.entry.is_number) == ("table", "3", False)
    assert several.entry is not None
    assert (several.entry.text, several.entry.is_number) == ("306", True)
    assert digit.thumbnail is not None
    assert digit.thumbnail.shape == (28, 28)
    assert gone.entry is None
    assert gone.thumbnail is None
    assert all(record.entry is record.thumbnail is None for record in read(batch))


def test_a_model_needs_labels() -> None:
    with pytest.raises(MissingLabels):
        open_reader(RecognitionRequest("plain"))
    with pytest.raises(UsageError):
        open_reader(RecognitionRequest("no such model"))


def test_thumbnails_are_small() -> None:
    small = thumbnail_of(np.ones((3000, 20), np.float32))
    assert small.dtype == np.uint8
    assert max(small.shape) <= THUMBNAIL_SIDE
    assert small.min() == 255


def test_an_empty_picture_has_a_record_without_digits(tmp_path: Path) -> None:
    blank = draw_png(tmp_path / "blank.png", 0)
    blank.write_bytes(encode_png(np.zeros((40, 40), np.uint8)))
    (record,) = read(Batch(0, (str(blank),)))
    assert (record.text, record.digits, record.error) == ("", (), None)


def test_a_preparation_that_is_asked_for_is_the_only_one_made(
    pictures: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    names = tuple(str(pictures / f"{label}.png") for label in range(3))
    monkeypatch.setattr(OpenedModel, "prepare_all", None)
    records = read(Batch(0, names), preparation="as_it_is")
    assert [record.text for record in records] == ["0", "1", "2"]
    assert {record.preparation for record in records} == {"as_it_is"}


def test_fast_reading_makes_no_hypotheses(pictures: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    names = tuple(str(pictures / f"{label}.png") for label in range(3))
    monkeypatch.setattr(OpenedModel, "prepare_all", None)
    monkeypatch.setattr("desktop_cvae.bulk.batch_reader.propose_hypotheses", None)
    blank = pictures / "blank.png"
    blank.write_bytes(encode_png(np.full((60, 60), 255, np.uint8)))
    records = read(Batch(0, (*names, str(blank))), is_fast=True)
    assert [record.text for record in records] == ["0", "1", "2", ""]
