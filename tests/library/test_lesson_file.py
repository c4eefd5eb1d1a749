"""A lesson in one file: read as it was written, on any machine; refused if a bit of it differs."""

from __future__ import annotations

import io
import json
import random
import shutil
import tracemalloc
import zipfile
from collections.abc import Callable
from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest
from lesson_files import members_of, refused, signed

from desktop_cvae.core import paths
from desktop_cvae.core.drawing_record import DrawingRecord, StrokeRecord
from desktop_cvae.core.errors import (
    InputOutputError,
    InvalidData,
    LessonFileError,
    NewerLesson,
    NotALesson,
    UsageError,
)
from desktop_cvae.core.results import NoiseSetting
from desktop_cvae.library import lesson_file
from desktop_cvae.library.lesson_content import (
    MAX_NOTES,
    MAX_STEPS,
    Lesson,
    LessonModel,
    LessonStep,
)
from desktop_cvae.library.lesson_file import (
    CONTENT,
    MANIFEST,
    find_lesson_model,
    lesson_model,
    read_lesson,
    write_lesson,
)
from desktop_cvae.library.model_file import read_model_file, rewrite_model_file
from desktop_cvae.library.model_library import find_model, import_model
from desktop_cvae.library.model_zip import MODEL
from desktop_cvae.library.session_record import SessionRecord
from desktop_cvae.library.stored_zip import stored_zip

LINE = DrawingRecord((StrokeRecord(0.07, False, ((0.25, 0.5), (0.5, 0.75)), (0.5, 1.0)),))
STEPS = (
    LessonStep("A seven", "Why is it no one?\nLook at the evidence.", SessionRecord(LINE)),
    LessonStep("Шум", "", SessionRecord(LINE, NoiseSetting("speckle", 0.4, 3), "7", "1", "latent")),
)
LESSON = Lesson("Evidence", "A. Teacher", "For the first week.", STEPS)
MUTATIONS = 1000


@pytest.fixture
def path(tmp_path: Path) -> Path:
    path = tmp_path / "evidence.cvae-lesson"
    write_lesson(path, LESSON)
    return path


def test_it_is_read_as_it_was_written(path: Path) -> None:
    read = read_lesson(path)
    assert replace(read, written=None) == LESSON
    assert read.written is not None
    write_lesson(path.with_name("again.cvae-lesson"), read)
    assert path.with_name("again.cvae-lesson").read_bytes() == path.read_bytes()


def test_other_programs_open_the_zip(path: Path) -> None:
    with zipfile.ZipFile(path) as archive:
        assert archive.testzip() is None
        assert archive.namelist() == [MANIFEST, CONTENT]
        assert json.loads(archive.read(CONTENT))["title"] == "Evidence"


def test_a_thousand_mutations_are_refused(path: Path) -> None:
    """Bytes changed, cut out, doubled, exchanged, anywhere in the file, with little memory."""
    whole, chance = path.read_bytes(), random.Random(7)
    places = list(range(len(whole))) * (MUTATIONS // len(whole) + 1)
    chance.shuffle(places)
    tracemalloc.start()
    for count, place in enumerate(places[:MUTATIONS]):
        end = place + chance.randint(1, 40)
        kind = count % 5
        changed = bytearray(whole)
        if kind < 2:
            changed[place] ^= 1 << chance.randrange(8)
        elif kind == 2:
            del changed[place:end]
        elif kind == 3:
            changed[place:place] = whole[place:end]
        else:
            changed[place:end] = bytes(chance.randrange(256) for _ in range(end - place))
        if changed != whole:
            refused(path, bytes(changed))
    peak = tracemalloc.get_traced_memory()[1]
    tracemalloc.stop()
    assert peak < 20e6


def test_every_byte_of_the_structure_counts(path: Path) -> None:
    """Also those that zip readers skip: dates, versions, attributes."""
    whole = path.read_bytes()
    inside = [(whole.index(data), len(data)) for data in members_of(path).values()]
    for place in range(len(whole)):
        if not any(start <= place < start + size for start, size in inside):
            changed = bytearray(whole)
            changed[place] ^= 1
            refused(path, bytes(changed))


@pytest.mark.parametrize("data", [b"", b"PK", b"\x89PNG\r\n\x1a\n" * 9, b"PK\x03\x04" + bytes(90)])
def test_other_files_are_no_lessons(path: Path, data: bytes) -> None:
    refused(path, data)


def test_a_model_file_is_no_lesson(path: Path, tiny_model: Path) -> None:
    assert isinstance(refused(path, tiny_model.read_bytes()), NotALesson)


def test_a_folder_is_no_lesson(tmp_path: Path) -> None:
    with pytest.raises(NotALesson):
        read_lesson(tmp_path)
    with pytest.raises(InputOutputError):
        read_lesson(tmp_path / "none.cvae-lesson")


def test_a_compressed_member_is_refused(path: Path) -> None:
    buffer = io.BytesIO()
    with zipfile.ZipFile(buffer, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, data in members_of(path).items():
            archive.writestr(name, data)
    refused(path, buffer.getvalue())


def test_foreign_members_are_refused(path: Path) -> None:
    for name in ("code.py", "../up.json", "preview.png"):
        refused(path, signed(members_of(path) | {name: b"x"}))


def test_an_altered_member_is_refused_though_the_zip_is_whole(path: Path) -> None:
    members = members_of(path)
    members[CONTENT] = members[CONTENT].replace(b"Evidence", b"Eviction")
    assert "SHA-256" in refused(path, stored_zip(members)).details


def changed_step(**entries: Any) -> Callable[[dict[str, Any]], object]:
    return lambda content: content["steps"][0].update(entries)


@pytest.mark.parametrize(
    "change",
    [
        lambda content: content.update(more=1),
        lambda content: content.pop("author"),
        lambda content: content.update(title=""),
        lambda content: content.update(title="a\nb"),
        lambda content: content.update(author="\x1b[31m"),
        lambda content: content.update(notes=7),
        lambda content: content.update(notes="x" * (MAX_NOTES + 1)),
        lambda content: content.update(steps=[]),
        lambda content: content.update(steps={}),
        lambda content: content.update(steps=content["steps"] * MAX_STEPS),
        changed_step(title=None),
        changed_step(notes="\0"),
        changed_step(window=[]),
        changed_step(code="import os"),
    ],
)
def test_content_out_of_range_is_refused(
    path: Path, change: Callable[[dict[str, Any]], object]
) -> None:
    members = members_of(path)
    content = json.loads(members[CONTENT])
    change(content)
    refused(path, signed(members | {CONTENT: json.dumps(content).encode()}))


def test_content_of_very_many_numbers_is_refused_before_it_is_parsed(path: Path) -> None:
    members = members_of(path)
    data = b"[" + b"[0]," * 2_000_000 + b"0]"
    members[CONTENT] = data
    path.write_bytes(signed(members))
    tracemalloc.start()
    with pytest.raises(LessonFileError):
        read_lesson(path)
    assert tracemalloc.get_traced_memory()[1] < 30e6
    tracemalloc.stop()


@pytest.mark.parametrize(
    "entries",
    [
        {"format_version": "one"},
        {"format_version": None},
        {"created": 3},
        {"program": "a\nb"},
        {"model": {"name": "studio"}},
        {"model": {"name": "studio", "weights_sha256": "xyz"}},
        {"model": {"name": "", "weights_sha256": "0" * 64}},
        {"more": 1},
    ],
)
def test_a_manifest_out_of_range_is_refused(path: Path, entries: dict[str, Any]) -> None:
    refused(path, signed(members_of(path), **entries))


def test_a_later_format_asks_for_an_update(path: Path) -> None:
    error = refused(path, signed(members_of(path), format_version="2.0"))
    assert isinstance(error, NewerLesson)
    assert "update" in error.sentence


def test_a_lesson_too_large_for_a_file_is_not_written(
    path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    before = path.read_bytes()
    rules = replace(lesson_file.RULES, limits={MANIFEST: 100_000, CONTENT: 100})
    monkeypatch.setattr(lesson_file, "RULES", rules)
    with pytest.raises(UsageError, match="too large"):
        write_lesson(path, LESSON)
    assert path.read_bytes() == before


# -- the model ------------------------------------------------------------


def test_a_lesson_brings_its_model_to_an_empty_home(
    path: Path, tiny_model: Path, monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    entry = import_model(tiny_model)
    write_lesson(path, replace(LESSON, model=lesson_model(entry, brings_file=True)))
    monkeypatch.setenv("DESKTOP_CVAE_HOME", str(tmp_path / "empty"))
    lesson = read_lesson(path)
    assert lesson.model is not None
    found = find_lesson_model(lesson.model)
    assert found is not None
    assert found.path.read_bytes() == tiny_model.read_bytes()
    assert found.manifest == entry.manifest
    # The library of that home is nobody's but its user's.
    assert not paths.models_dir().exists()
    assert find_model(str(found.path)).manifest == entry.manifest


def test_a_model_that_is_there_is_not_copied(path: Path, tiny_model: Path) -> None:
    entry = import_model(tiny_model)
    model = lesson_model(entry, brings_file=True)
    assert find_lesson_model(model) == entry
    assert find_lesson_model(replace(model, file=None)) == entry


def test_a_model_of_the_same_weights_is_not_taken_for_the_lessons_file(tiny_model: Path) -> None:
    entry = import_model(tiny_model)
    plain = lesson_model(entry, brings_file=True)
    rewrite_model_file(tiny_model, read_model_file(tiny_model).prior, None, {"accuracy": 0.75})
    measured = replace(plain, file=tiny_model.read_bytes())
    for ours, theirs in ((plain, measured), (measured, plain)):
        assert ours.file is not None
        entry.path.write_bytes(ours.file)
        found = find_lesson_model(theirs)
        assert found is not None
        assert found.path.read_bytes() == theirs.file


def test_a_model_is_known_by_its_weights_whatever_it_is_called(tiny_model: Path) -> None:
    entry = import_model(tiny_model)
    shutil.copy(entry.path, entry.path.with_name("another.cvae"))
    model = lesson_model(entry, brings_file=False)
    assert find_lesson_model(replace(model, name="gone")) is not None
    named = find_lesson_model(replace(model, name="another"))
    assert named is not None
    assert named.name == "another"
    assert find_lesson_model(replace(model, weights_sha256="0" * 64)) is None


def test_a_damaged_or_exchanged_model_inside_is_refused(path: Path, tiny_model: Path) -> None:
    entry = import_model(tiny_model)
    write_lesson(path, replace(LESSON, model=lesson_model(entry, brings_file=True)))
    members = members_of(path)
    whole = members[MODEL]
    for place in (0, len(whole) // 2, len(whole) - 5):
        changed = whole[:place] + bytes([whole[place] ^ 1]) + whole[place + 1 :]
        refused(path, signed(members | {MODEL: changed}))
    other = {"name": "tiny", "weights_sha256": "0" * 64}
    assert "different model" in refused(path, signed(members, model=other)).details
    refused(path, signed(members, model={}))


def test_a_model_of_no_name_or_digest_is_none() -> None:
    for name, digest in (("", "0" * 64), ("a\nb", "0" * 64), ("a", "0" * 63), ("a", "G" * 64)):
        with pytest.raises(InvalidData):
            LessonModel(name, digest)
