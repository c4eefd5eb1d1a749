"""A lesson as a value: steps that somebody wrote notes to, and the model that they are for.

Each step is what a window shows; its notes are plain text, and nothing in it is ever run.
"""

from __future__ import annotations

import re
from dataclasses import dataclass, field
from typing import Any

from desktop_cvae.core.errors import InvalidSpec
from desktop_cvae.core.language import tr
from desktop_cvae.library.window_record import WindowRecord

MAX_STEPS = 200
MAX_TITLE = 100
MAX_NOTES = 10_000
"""Letters of a note: three pages."""
_SHA256 = re.compile(r"[0-9a-f]{64}", re.ASCII)
_STEP_KEYS = {"title", "notes", "window"}
_LESSON_KEYS = {"title", "author", "notes", "steps"}


def is_title(text: str) -> bool:
    """True for one printable line that is not too long; it may be empty."""
    return len(text) <= MAX_TITLE and text.isprintable()


def is_note(text: str) -> bool:
    """True for printable lines that are not too long."""
    return len(text) <= MAX_NOTES and text.replace("\n", "").isprintable()


@dataclass(frozen=True)
class LessonStep:
    """One step.

    Attributes:
        title: one line, at most 100 letters; may be empty.
        notes: plain text, at most 10 000 letters.
        window: what is shown.
    """

    title: str = ""
    notes: str = ""
    window: WindowRecord = field(default_factory=WindowRecord)

    def __post_init__(self) -> None:
        if not is_title(self.title) or not is_note(self.notes):
            raise InvalidSpec(tr("A step's title or notes are too long, or no plain text."))

    def to_json(self) -> dict[str, Any]:
        """As :meth:`from_json` reads it."""
        return {"title": self.title, "notes": self.notes, "window": self.window.to_json()}

    @classmethod
    def from_json(cls, data: Any) -> LessonStep:
        """Read what nobody vouches for.

        Raises:
            InvalidSpec: an entry is unknown, missing, of another type or out of range.
        """
        if not isinstance(data, dict) or set(data) != _STEP_KEYS:
            raise InvalidSpec(tr("A step lacks an entry, or has an unknown one."))
        title, notes = data["title"], data["notes"]
        if not isinstance(title, str) or not isinstance(notes, str):
            raise InvalidSpec(tr("A step's title and notes should be texts."))
        return cls(title, notes, WindowRecord.from_json(data["window"]))


@dataclass(frozen=True)
class LessonModel:
    """The model that a lesson is for.

    Attributes:
        name: what it is called where the lesson was made.
        weights_sha256: its identity, as its own manifest says it.
        file: the whole ``.cvae`` file, if the lesson brings it; else None.
    """

    name: str
    weights_sha256: str
    file: bytes | None = field(default=None, repr=False)

    def __post_init__(self) -> None:
        if not self.name.strip() or not is_title(self.name):
            raise InvalidSpec(tr("A lesson's model has no name that can be shown."))
        if not _SHA256.fullmatch(self.weights_sha256):
            raise InvalidSpec(tr("What should be the SHA-256 of a lesson's model is none."))


@dataclass(frozen=True)
class Written:
    """When and by whom a file was written.

    Attributes:
        created: ISO 8601, UTC.
        program: the program's version.
    """

    created: str
    program: str

    def __post_init__(self) -> None:
        if not is_title(self.created) or not is_title(self.program):
            raise InvalidSpec(tr("When a lesson was written is no plain text."))


@dataclass(frozen=True)
class Lesson:
    """A lesson.

    Attributes:
        title: one line, 1 to 100 letters.
        author: one line; may be empty.
        notes: what it is about; may be empty.
        steps: at least one, at most 200.
        model: None if any will do.
        written: None for one that was not written yet.
    """

    title: str
    author: str = ""
    notes: str = ""
    steps: tuple[LessonStep, ...] = ()
    model: LessonModel | None = None
    written: Written | None = None

    def __post_init__(self) -> None:
        if not is_title(self.title) or not is_title(self.author):
            raise InvalidSpec(tr("A lesson's title or author is too long, or no plain text."))
        if not self.title.strip() or not is_note(self.notes):
            raise InvalidSpec(tr("A lesson's title is empty, or its notes are too long."))
        if not 0 < len(self.steps) <= MAX_STEPS:
            raise InvalidSpec(tr("A lesson has 1 to {most} steps.", most=MAX_STEPS))

    def content_to_json(self) -> dict[str, Any]:
        """What its author wrote, as :meth:`from_json` reads it."""
        steps = [step.to_json() for step in self.steps]
        return {"title": self.title, "author": self.author, "notes": self.notes, "steps": steps}

    @classmethod
    def from_json(cls, content: Any, model: LessonModel | None, written: Written) -> Lesson:
        """Read what nobody vouches for.

        Args:
            content: what its author wrote.
            model: that it is for.
            written: when, and by which version.

        Raises:
            InvalidSpec: an entry is unknown, missing, of another type or out of range.
        """
        if not isinstance(content, dict) or set(content) != _LESSON_KEYS:
            raise InvalidSpec(tr("The lesson lacks an entry, or has an unknown one."))
        texts = {name: content[name] for name in ("title", "author", "notes")}
        if not all(isinstance(text, str) for text in texts.values()):
            raise InvalidSpec(tr("A lesson's title, author and notes should be texts."))
        steps = content["steps"]
        if not isinstance(steps, list) or len(steps) > MAX_STEPS:
            raise InvalidSpec(tr("A lesson has 1 to {most} steps.", most=MAX_STEPS))
        read = tuple(map(LessonStep.from_json, steps))
        return cls(**texts, steps=read, model=model, written=written)
