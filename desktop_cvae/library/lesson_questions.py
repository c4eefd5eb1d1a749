"""Questions of lessons that the program checks itself, and what a student answered.

Four kinds: ``choice`` and ``number`` are answered beside the window; ``drawing`` ("draw a 4 that is
read as a 9") and ``noise`` ("find the level at which it fails") in the window, by experiment.
"""

from __future__ import annotations

import math
from collections.abc import Sequence
from dataclasses import asdict, dataclass
from typing import Annotated, Any

from desktop_cvae.core.checked_json import printable
from desktop_cvae.core.errors import InvalidData
from desktop_cvae.core.language import tr
from desktop_cvae.core.schemas import Field, check_fields, from_json, one_of
from desktop_cvae.library.session_record import MAX_LABEL, SessionRecord

MIN_CHOICES, MAX_CHOICES = 2, 6
MAX_CHOICE = 60
"""Most characters of a choice; half a line of a small window."""
MAX_QUESTION = 400
MAX_EXPLANATION = 400
MAX_GIVEN = 100
"""Most characters of a given answer."""
MAX_STUDENT = 100
MAX_TRIES = 1000
KINDS = ("choice", "number", "drawing", "noise")


@dataclass(frozen=True)
class LessonQuestion:
    """A question of a step.

    Attributes:
        kind: ``choice``, ``number``, ``drawing`` or ``noise``.
        text: the question, 1 to 400 characters.
        choices: of a choice, 2 to 6 different ones.
        right: index of the right choice.
        value: the right number.
        tolerance: of a number, its largest error; of a noise level, how close the highest level
            that is read rightly and the lowest one that is misread must lie.
        label: of a drawing, the name of the label that must be drawn; of a noise, the right label.
        read_as: of a drawing, the name of the label that it must then be read as.
        change: of a drawing, the largest share of ink that may be added or taken away, in (0, 1].
        explanation: shown after the right answer; may be empty.
    """

    kind: Annotated[str, one_of(*KINDS)]
    text: Annotated[str, Field(max_length=MAX_QUESTION)]
    choices: Annotated[tuple[str, ...], Field(max_length=MAX_CHOICES)] = ()
    right: Annotated[int, Field(low=0, high=MAX_CHOICES - 1)] = 0
    value: Annotated[float, Field(low=-1e9, high=1e9)] = 0.0
    tolerance: Annotated[float, Field(low=0, high=1e9)] = 0.0
    label: Annotated[str, Field(max_length=MAX_LABEL)] = ""
    read_as: Annotated[str, Field(max_length=MAX_LABEL)] = ""
    change: Annotated[float, Field(low=0.01, high=1)] = 1.0
    explanation: Annotated[str, Field(max_length=MAX_EXPLANATION)] = ""

    def __post_init__(self) -> None:
        check_fields(self)
        texts = (self.text, self.label, self.read_as, self.explanation, *self.choices)
        if not self.text.strip() or not all(text.isprintable() for text in texts):
            raise InvalidData(tr("A question is empty or not plain text."))
        if self.kind == "choice":
            self._check_choices()
        elif self.choices or self.right:
            raise InvalidData(tr("Only a multiple-choice question has answers to choose from."))
        if self.kind == "drawing" and not (self.label and self.read_as != self.label):
            raise InvalidData(
                tr(
                    "A drawing question needs two different labels: what to draw, and what it must "
                    "be read as."
                )
            )
        if self.kind == "noise" and not (self.label and 0.01 <= self.tolerance <= 1):
            raise InvalidData(
                tr("A noise-level question needs a label, and a tolerance from 0.01 to 1.")
            )

    def _check_choices(self) -> None:
        count, used = len(self.choices), {choice.strip() for choice in self.choices}
        fits = all(choice.strip() and len(choice) <= MAX_CHOICE for choice in self.choices)
        if not MIN_CHOICES <= count <= MAX_CHOICES or len(used) < count or not fits:
            raise InvalidData(
                tr(
                    "A multiple-choice question needs {least} to {most} different answers of at "
                    "most {letters} characters.",
                    least=MIN_CHOICES,
                    most=MAX_CHOICES,
                    letters=MAX_CHOICE,
                )
            )
        if self.right >= count:
            raise InvalidData(tr("The right answer is not among the answers."))

    @property
    def is_live(self) -> bool:
        """True if it is answered in the window, by experiment."""
        return self.kind in ("drawing", "noise")

    def to_json(self) -> dict[str, Any]:
        """Return the JSON object that :meth:`from_json` reads, with the entries of its kind."""
        data = asdict(self) | {"choices": list(self.choices)}
        kept = {
            "choice": ("choices", "right"),
            "number": ("value", "tolerance"),
            "drawing": ("label", "read_as", "change"),
            "noise": ("label", "tolerance"),
        }[self.kind]
        return {name: data[name] for name in ("kind", "text", *kept, "explanation")}

    @classmethod
    def from_json(cls, data: Any) -> LessonQuestion:
        """Read untrusted data.

        Raises:
            InvalidData: an entry is unknown, missing, of another type or out of range.
        """
        question = from_json(cls, data, "question")
        if data.keys() != question.to_json().keys():
            raise InvalidData(tr("A question lacks an entry, or has one of another kind."))
        return question


def parse_number(text: str) -> float | None:
    """Return a number as people type it, with a point or a comma; None for anything else."""
    text = text.strip().replace("\N{MINUS SIGN}", "-").replace(",", ".")
    try:
        value = float(text)
    except ValueError:
        return None
    return value if math.isfinite(value) else None


@dataclass(frozen=True)
class LessonAnswer:
    """A student's answer to the question of a step.

    Attributes:
        given: the choice, the number as typed, the label that the drawing was read as, or the level
            at which the reading failed.
        tries: how many answers were given, this one included, 1 to 1000.
        window: of a drawing or a noise level, what the window showed then; else None.
    """

    given: Annotated[str, Field(max_length=MAX_GIVEN)]
    tries: Annotated[int, Field(low=1, high=MAX_TRIES)] = 1
    window: SessionRecord | None = None

    def __post_init__(self) -> None:
        check_fields(self)
        if self.given != printable(self.given, MAX_GIVEN):
            raise InvalidData(tr("A given answer is not plain text."))

    def is_right(self, question: LessonQuestion) -> bool:
        """Return True if it answers the question rightly.

        What happened in the window was checked there; its record is kept for the teacher.
        """
        if question.kind == "choice":
            return self.given == question.choices[question.right]
        if question.kind == "drawing":
            return self.given == question.read_as
        value = parse_number(self.given)
        if value is None:
            return False
        if question.kind == "noise":
            return 0 < value <= 1
        # Tolerances such as 0.1 are not exact in binary.
        return abs(value - question.value) <= question.tolerance + 1e-9

    def to_json(self) -> dict[str, Any]:
        """Return the JSON object that :meth:`from_json` reads."""
        window = {"window": self.window.to_json()} if self.window is not None else {}
        return {"given": self.given, "tries": self.tries} | window

    @classmethod
    def from_json(cls, data: Any) -> LessonAnswer:
        """Read untrusted data.

        Raises:
            InvalidData: an entry is unknown, missing, of another type or out of range.
        """
        return from_json(cls, data, "answer")


@dataclass(frozen=True)
class LessonAnswers:
    """The answers of one student.

    Attributes:
        student: name; may be empty.
        answers: one for each step; None where nothing was answered.
    """

    student: str
    answers: tuple[LessonAnswer | None, ...]

    def __post_init__(self) -> None:
        if self.student != printable(self.student, MAX_STUDENT):
            raise InvalidData(tr("A student's name is too long or not plain text."))

    def count_right(self, questions: Sequence[LessonQuestion | None]) -> int:
        """Return how many of the questions, one for each step or None, are answered rightly."""
        pairs = zip(questions, self.answers, strict=True)
        return sum(1 for asked, given in pairs if asked and given and given.is_right(asked))

    def to_json(self) -> dict[str, Any]:
        """Return the JSON object that :meth:`from_json` reads."""
        given = {
            str(position): answer.to_json()
            for position, answer in enumerate(self.answers)
            if answer is not None
        }
        return {"student": self.student, "answers": given}

    @classmethod
    def from_json(cls, data: Any, steps: int) -> LessonAnswers:
        """Read untrusted data about a lesson of that many steps.

        Raises:
            InvalidData: an entry is unknown, missing, of another type or out of range.
        """
        read = from_json(_AnswersData, data, "answers", is_complete=True)
        places = {str(position): position for position in range(steps)}
        if not set(read.answers) <= set(places):
            raise InvalidData(tr("An answer belongs to no step."))
        return cls(read.student, tuple(read.answers.get(place) for place in places))


@dataclass(frozen=True)
class _AnswersData:
    student: str
    answers: dict[str, LessonAnswer]
