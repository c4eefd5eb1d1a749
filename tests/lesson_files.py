"""Lesson files taken apart, signed again, and refused."""

from __future__ import annotations

import hashlib
import json
import zipfile
from pathlib import Path
from typing import Any

import pytest

from desktop_cvae.core.errors import LessonFileError
from desktop_cvae.library.lesson_file import MANIFEST, read_lesson
from desktop_cvae.library.stored_zip import stored_zip


def members_of(path: Path) -> dict[str, bytes]:
    with zipfile.ZipFile(path) as archive:
        return {name: archive.read(name) for name in archive.namelist()}


def signed(members: dict[str, bytes], **entries: Any) -> bytes:
    """A lesson with other members, its manifest's digests following."""
    others = {name: data for name, data in members.items() if name != MANIFEST}
    digests = {name: hashlib.sha256(data).hexdigest() for name, data in others.items()}
    manifest = json.loads(members[MANIFEST]) | {"members": digests} | entries
    return stored_zip({MANIFEST: json.dumps(manifest).encode()} | others)


def refused(path: Path, data: bytes) -> LessonFileError:
    path.write_bytes(data)
    with pytest.raises(LessonFileError) as caught:
        read_lesson(path)
    assert path.name in caught.value.sentence
    return caught.value
