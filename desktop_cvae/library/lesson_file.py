"""Lessons in one file (``name.cvae-lesson``): a zip of drawings and notes, never code.

Members: ``lesson.json`` (format, model, SHA-256 of the others), ``content.json`` (title, author,
notes, steps), if the lesson brings its model, ``model.cvae``, whole, and, if a student worked
through it, ``answers.json``. Read in the order of a model file, stopping at the first failure:
size → members → manifest → SHA-256 → content and answers, every entry typed and ranged → the
model, as strictly as if it lay beside. The format is described in ``docs/lesson_format.md``.
"""

from __future__ import annotations

import contextlib
import datetime
import hashlib
import json
import re
from collections.abc import Iterator
from dataclasses import dataclass, replace
from pathlib import Path
from typing import Any

from desktop_cvae import __version__
from desktop_cvae.core import paths
from desktop_cvae.core.atomic_files import write_atomically
from desktop_cvae.core.checked_json import parse_json
from desktop_cvae.core.errors import (
    DamagedLesson,
    InvalidData,
    ModelFileError,
    NewerLesson,
    NotALesson,
    NotAModelFile,
    UsageError,
)
from desktop_cvae.core.language import mark, tr
from desktop_cvae.core.schemas import from_json
from desktop_cvae.library.lesson_content import Lesson, LessonModel, Provenance
from desktop_cvae.library.lesson_questions import LessonAnswers
from desktop_cvae.library.manifest import SHA256, digests_of
from desktop_cvae.library.model_file import read_model_bytes
from desktop_cvae.library.model_library import ModelEntry, list_models, read_file
from desktop_cvae.library.model_zip import MAX_FILE_BYTES, MODEL, ZipRules, open_members
from desktop_cvae.library.stored_zip import stored_zip

SUFFIX = ".cvae-lesson"
FORMAT_VERSION, PLAIN_FORMAT_VERSION = "1.1", "1.0"
"""The format, and the one of lessons without questions, which older programs read too."""
MANIFEST, CONTENT, ANSWERS = "lesson.json", "content.json", "answers.json"
MAX_CONTENT_BYTES = 32_000_000
MAX_ITEMS = 1_500_000
"""Most numbers and texts in the content; JSON takes up to sixty times its size in memory."""
RULES = ZipRules(
    manifest=MANIFEST,
    needed=CONTENT,
    limits={
        MANIFEST: 100_000,
        CONTENT: MAX_CONTENT_BYTES,
        ANSWERS: MAX_CONTENT_BYTES,
        MODEL: MAX_FILE_BYTES,
    },
    max_file_bytes=MAX_FILE_BYTES + 2 * MAX_CONTENT_BYTES + 200_000,
    is_exact=True,
)
_VERSION = re.compile(r"(\d{1,4})\.(\d{1,4})", re.ASCII)


@dataclass(frozen=True)
class _Manifest:
    """``lesson.json``.

    Attributes:
        format_version: of the file, ``major.minor``.
        created, program: when it was written, and by which version.
        model: ``name`` and ``weights_sha256`` of its model; empty if any will do.
        members: SHA-256 of every other member of the file, by name.
    """

    format_version: str
    created: str
    program: str
    model: dict[str, str]
    members: dict[str, str]


def read_lesson(path: Path) -> Lesson:
    """Read and check a whole lesson, its model included.

    Raises:
        LessonFileError: it is no lesson, damaged, altered, too new or out of range.
        InputOutputError: it cannot be read.
    """
    with _as_lesson_errors(path.name), open_members(path, RULES) as archive:
        manifest = _manifest(parse_json(archive.read(MANIFEST), mark("manifest")), path.name)
        if set(manifest.members) != set(archive.namelist()) - {MANIFEST}:
            raise InvalidData(tr("Its manifest does not match its members."))
        members = {name: archive.read(name) for name in manifest.members}
        for name, digest in digests_of(members).items():
            if digest != manifest.members[name]:
                raise InvalidData(tr("“{name}” was altered (its SHA-256 differs).", name=name))
        parsed = _parsed(members[CONTENT], mark("content"))
        model = _model(manifest.model, members.get(MODEL), path.name)
        lesson = Lesson.from_json(parsed, model, Provenance(manifest.created, manifest.program))
        if ANSWERS not in members:
            return lesson
        given = _parsed(members[ANSWERS], mark("answers"))
        return replace(lesson, answers=LessonAnswers.from_json(given, len(lesson.steps)))


def write_lesson(path: Path, lesson: Lesson) -> None:
    """Write a lesson; an older file of that name stays until the new one is complete.

    Raises:
        UsageError: it is too large for a file.
        InputOutputError: it cannot be written.
    """
    write_atomically(path, lesson_bytes(lesson))


def lesson_bytes(lesson: Lesson) -> bytes:
    """Return a lesson as the bytes of its file.

    Raises:
        UsageError: it is too large for one.
    """
    members = {CONTENT: _json_bytes(lesson.content_to_json())}
    model = lesson.model
    if model is not None and model.file is not None:
        members[MODEL] = model.file
    if lesson.answers is not None:
        members[ANSWERS] = _json_bytes(lesson.answers.to_json())
    written = lesson.written or Provenance(
        datetime.datetime.now(datetime.UTC).isoformat(timespec="seconds"), __version__
    )
    manifest = {
        "format_version": FORMAT_VERSION if lesson.has_questions else PLAIN_FORMAT_VERSION,
        "created": written.created,
        "program": written.program,
        "model": {"name": model.name, "weights_sha256": model.weights_sha256} if model else {},
        "members": digests_of(members),
    }
    if any(len(data) > RULES.limits[name] for name, data in members.items()):
        raise UsageError(tr("The lesson is too large for a file; leave out some pictures."))
    return stored_zip({MANIFEST: _json_bytes(manifest)} | members)


def file_stem(title: str) -> str:
    """Return a file name without suffix that is close to a lesson's title."""
    kept = "".join(c if c.isalnum() or c in " -_" else "_" for c in title)
    return kept.strip()[:60] or "lesson"


def lesson_model(entry: ModelEntry, *, brings_file: bool) -> LessonModel:
    """Return a model's reference for a lesson, with its file if wanted.

    Raises:
        InputOutputError: its file cannot be read.
    """
    file = read_file(entry.path) if brings_file else None
    return LessonModel(entry.manifest.name, entry.manifest.weights_sha256, file)


def find_lesson_model(model: LessonModel) -> ModelEntry | None:
    """Return the library's model with those weights, or the lesson's own; None without either.

    The lesson's own model is written to the cache and opened from there; the library stays as it
    is.

    Raises:
        InputOutputError: a model cannot be read, or the cache cannot be written.
    """
    entries = [e for e in list_models() if e.manifest.weights_sha256 == model.weights_sha256]
    if model.file is None:
        return min(entries, key=lambda entry: entry.name != model.name, default=None)
    for entry in entries:
        if read_file(entry.path) == model.file:
            return entry
    digest = hashlib.sha256(model.file).hexdigest()
    name = re.sub(r"[^\w .()-]", "_", model.name).strip(" .") or "model"
    path = paths.cache_dir() / "lessons" / digest[:16] / f"{name}.cvae"
    # Always written again: the cached file may have been altered.
    write_atomically(path, model.file)
    return ModelEntry(
        name, path, builtin=False, manifest=read_model_bytes(model.file, name).manifest
    )


def _json_bytes(data: dict[str, Any]) -> bytes:
    return json.dumps(data, allow_nan=False, separators=(",", ":")).encode()


def _parsed(data: bytes, part: str) -> Any:
    if data.count(b",") > MAX_ITEMS or data.count(b"[") > MAX_ITEMS:
        raise InvalidData(tr("Its content is too large."))
    return parse_json(data, part, MAX_CONTENT_BYTES)


@contextlib.contextmanager
def _as_lesson_errors(name: str) -> Iterator[None]:
    """Turn errors of model files into errors of the lesson."""
    try:
        yield
    except NotAModelFile as error:
        raise NotALesson(name, error.details) from error
    except (InvalidData, ModelFileError) as error:
        raise DamagedLesson(name, error.details or error.sentence) from error


def _manifest(data: Any, name: str) -> _Manifest:
    version = data.get("format_version") if isinstance(data, dict) else None
    numbers = _VERSION.fullmatch(version) if isinstance(version, str) else None
    if numbers is None:
        raise InvalidData(tr("It does not state its format."))
    ours = tuple(map(int, FORMAT_VERSION.split(".")))
    if (int(numbers[1]), int(numbers[2])) > ours:
        raise NewerLesson(name, numbers[0])
    manifest = from_json(_Manifest, data, "lesson")
    if set(manifest.model) not in (set(), {"name", "weights_sha256"}):
        raise InvalidData(tr("The description of its model is incomplete."))
    if not all(map(SHA256.fullmatch, manifest.members.values())):
        raise InvalidData(tr("“members” has an invalid SHA-256."))
    return manifest


def _model(named: dict[str, str], file: bytes | None, lesson_name: str) -> LessonModel | None:
    if not named:
        if file is not None:
            raise InvalidData(tr("It contains a model that it does not name."))
        return None
    model = LessonModel(named["name"], named["weights_sha256"], file)
    if file is not None:
        read = read_model_bytes(file, f"{lesson_name}: {MODEL}")
        if read.manifest.weights_sha256 != model.weights_sha256:
            raise InvalidData(tr("It contains a different model than it names."))
    return model
