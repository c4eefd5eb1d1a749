"""A lesson as a value: steps with notes and questions, and the model that they are for.

A step is the content of a window; its notes are plain text, and nothing in it is executed.

Tested in tests/library/test_lesson_file.py.
"""

from __future__ import annotations

from dataclasses import dataclass, field, replace
from typing import Annotated, Any

from desktop_cvae.core.errors import InvalidData
from desktop_cvae.core.language import tr
from desktop_cvae.core.schemas import Field, from_json
from desktop_cvae.library.lesson_questions import LessonAnswers, LessonQuestion
from desktop_cvae.library.manifest import SHA256
from desktop_cvae.library.session_record import SessionRecord

MAX_STEPS = 200
MAX_TITLE = 100
MAX_NOTES = 10_000
"""Most characters of a note: three pages."""
Notes = Annotated[str, Field(max_length=MAX_NOTES)]
_LESSON_KEYS = {"title", "author", "notes", "steps"}
_STEP_KEYS = {"title", "notes", "window"}


def is_title(text: str) -> bool:
    """Return True for a printable line that is not too long; it may be empty."""
    return len(text) <= MAX_TITLE and text.isprintable()


def is_note(text: str) -> bool:
    """Return True for printable lines that are not too long."""
    return len(text) <= MAX_NOTES and text.replace("\n", "").isprintable()


@dataclass(frozen=True)
class LessonStep:
    """A step of a lesson.

    Attributes:
        title: one line, at most 100 letters; may be empty.
        notes: plain text, at most 10 000 letters.
        window: content of the window.
        question: None for a step without one.
    """

    title: str = ""
    notes: Notes = ""
    window: SessionRecord = field(default_factory=SessionRecord)
    question: LessonQuestion | None = None

    def __post_init__(self) -> None:
        if not is_title(self.title) or not is_note(self.notes):
            raise InvalidData(tr("A step's title or notes are too long or not plain text."))

    def to_json(self) -> dict[str, Any]:
        """Return the JSON object that :meth:`from_json` reads."""
        question = {"question": self.question.to_json()} if self.question is not None else {}
        step = {"title": self.title, "notes": self.notes, "window": self.window.to_json()}
        return step | question

    @classmethod
    def from_json(cls, data: Any) -> LessonStep:
        """Read untrusted data.

        Raises:
            InvalidData: an entry is unknown, missing, of another type or out of range.
        """
        if isinstance(data, dict) and not data.keys() >= _STEP_KEYS:
            raise InvalidData(tr("A step lacks an entry, or has an unknown one."))
        return from_json(cls, data, "step")


@dataclass(frozen=True)
class LessonModel:
    """The model that a lesson is for.

    Attributes:
        name: its name where the lesson was made.
        weights_sha256: SHA-256 of its weights: its identity.
        file: the whole ``.cvae`` file, if the lesson contains it; else None.
    """

    name: str
    weights_sha256: str
    file: bytes | None = field(default=None, repr=False)

    def __post_init__(self) -> None:
        if not self.name.strip() or not is_title(self.name):
            raise InvalidData(tr("A lesson's model has no printable name."))
        if not SHA256.fullmatch(self.weights_sha256):
            raise InvalidData(tr("The SHA-256 of a lesson's model is invalid."))


@dataclass(frozen=True)
class Provenance:
    """Time and program version of a file.

    Attributes:
        created: ISO 8601, UTC.
        program: the program's version.
    """

    created: str
    program: str

    def __post_init__(self) -> None:
        if not is_title(self.created) or not is_title(self.program):
            raise InvalidData(tr("A lesson's date or version is not plain text."))


@dataclass(frozen=True)
class Lesson:
    """A lesson.

    Attributes:
        title: one line, 1 to 100 letters.
        author: one line; may be empty.
        notes: introduction; may be empty.
        steps: at least one, at most 200.
        model: its model; None for any.
        written: None for a lesson that was not written yet.
        answers: what a student answered; None for a lesson that was not worked through.
    """

    title: str
    author: str = ""
    notes: Notes = ""
    steps: Annotated[tuple[LessonStep, ...], Field(max_length=MAX_STEPS)] = ()
    model: LessonModel | None = None
    written: Provenance | None = None
    answers: LessonAnswers | None = None

    def __post_init__(self) -> None:
        if not is_title(self.title) or not is_title(self.author):
            raise InvalidData(tr("A lesson's title or author is too long or not plain text."))
        if not self.title.strip() or not is_note(self.notes):
            raise InvalidData(tr("A lesson's title is empty, or its notes are too long."))
        if not 0 < len(self.steps) <= MAX_STEPS:
            raise InvalidData(tr("A lesson must have 1 to {most} steps.", most=MAX_STEPS))
        if self.answers is not None:
            if len(self.answers.answers) != len(self.steps):
                raise InvalidData(tr("A lesson must have as many answers as steps."))
            pairs = zip(self.questions, self.answers.answers, strict=True)
            if any(answer and not question for question, answer in pairs):
                raise InvalidData(tr("A step without a question has an answer."))

    @property
    def questions(self) -> tuple[LessonQuestion | None, ...]:
        """The question of each step, or None."""
        return tuple(step.question for step in self.steps)

    @property
    def has_questions(self) -> bool:
        """True if a step has a question."""
        return any(self.questions)

    def content_to_json(self) -> dict[str, Any]:
        """Return the author's content, which :meth:`from_json` reads."""
        steps = [step.to_json() for step in self.steps]
        return {"title": self.title, "author": self.author, "notes": self.notes, "steps": steps}

    @classmethod
    def from_json(cls, content: Any, model: LessonModel | None, written: Provenance) -> Lesson:
        """Read untrusted data.

        Args:
            content: the author's content.
            model: its model.
            written: time and program version.

        Raises:
            InvalidData: an entry is unknown, missing, of another type or out of range.
        """
        if not isinstance(content, dict) or set(content) != _LESSON_KEYS:
            raise InvalidData(tr("The lesson lacks an entry, or has an unknown one."))
        return replace(from_json(cls, content, "lesson"), model=model, written=written)
