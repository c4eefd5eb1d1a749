"""A lesson while it is being made: every change is one step that can be taken back."""

from __future__ import annotations

from dataclasses import dataclass, field, replace
from typing import Any

from desktop_cvae.core.language import tr
from desktop_cvae.library.lesson import (
    MAX_NOTES,
    MAX_STEPS,
    MAX_TITLE,
    Lesson,
    LessonModel,
    LessonStep,
)

MOST_CHANGES = 200
"""That can be taken back."""


@dataclass(frozen=True)
class Content:
    """What its author has so far.

    Attributes:
        title, author, notes: of the lesson.
        steps: may be none yet.
    """

    title: str = ""
    author: str = ""
    notes: str = ""
    steps: tuple[LessonStep, ...] = ()


@dataclass
class Composition:
    """The content with its past.

    Attributes:
        content: as it is now.
        position: of the step that is looked at; -1 for none.
    """

    content: Content = field(default_factory=Content)
    position: int = -1
    _past: list[tuple[Content, int]] = field(default_factory=list)
    _typed: str = ""

    @property
    def step(self) -> LessonStep | None:
        """The step that is looked at."""
        return self.content.steps[self.position] if self.position >= 0 else None

    @property
    def can_undo(self) -> bool:
        """True if something was changed."""
        return bool(self._past)

    @property
    def is_full(self) -> bool:
        """True if no step can be added."""
        return len(self.content.steps) >= MAX_STEPS

    def write(self, name: str, text: str) -> None:
        """Set a text of the lesson: ``title``, ``author`` or ``notes``."""
        text = _allowed(text, has_lines=name == "notes")
        changed: dict[str, Any] = {name: text}
        self._change(replace(self.content, **changed), self.position, typed=name)

    def write_step(self, name: str, text: str) -> None:
        """Set a text of the step that is looked at: ``title`` or ``notes``."""
        if self.step is not None:
            text = _allowed(text, has_lines=name == "notes")
            changed: dict[str, Any] = {name: text}
            self._put(replace(self.step, **changed), typed=f"{self.position} {name}")

    def add(self, step: LessonStep) -> None:
        """Add a step after the one that is looked at."""
        at = self.position + 1
        steps = self.content.steps
        self._change(replace(self.content, steps=(*steps[:at], step, *steps[at:])), at)

    def show_anew(self, step: LessonStep) -> None:
        """Let the step that is looked at show something else; its texts stay."""
        if self.step is not None:
            self._put(replace(self.step, window=step.window))

    def move(self, by: int) -> None:
        """Move the step that is looked at up (-1) or down (1)."""
        steps, to = list(self.content.steps), self.position + by
        if self.step is not None and 0 <= to < len(steps):
            steps.insert(to, steps.pop(self.position))
            self._change(replace(self.content, steps=tuple(steps)), to)

    def delete(self) -> None:
        """Delete the step that is looked at."""
        steps, at = self.content.steps, self.position
        if at >= 0:
            left = (*steps[:at], *steps[at + 1 :])
            self._change(replace(self.content, steps=left), min(at, len(left) - 1))

    def begin(self, content: Content) -> None:
        """Go on with another lesson, or with none."""
        self._change(content, 0 if content.steps else -1)

    def look_at(self, position: int) -> None:
        """Look at another step."""
        self.position, self._typed = position, ""

    def undo(self) -> None:
        """Take the last change back."""
        if self._past:
            self.content, self.position = self._past.pop()
            self._typed = ""

    def forget_past(self) -> None:
        """What is here now is the beginning."""
        self._past, self._typed = [], ""

    def lesson(self, model: LessonModel | None) -> Lesson | None:
        """The lesson so far, under a title of ours if it has none; None without steps."""
        content = self.content
        if not content.steps:
            return None
        title = content.title.strip() or tr("Untitled")
        return Lesson(title, content.author, content.notes, content.steps, model)

    def _put(self, step: LessonStep, typed: str = "") -> None:
        steps, at = self.content.steps, self.position
        changed = (*steps[:at], step, *steps[at + 1 :])
        self._change(replace(self.content, steps=changed), at, typed=typed)

    def _change(self, content: Content, position: int, typed: str = "") -> None:
        """What is typed into one field without a pause elsewhere is one change."""
        if content == self.content:
            return
        if not typed or typed != self._typed:
            self._past = [*self._past[-MOST_CHANGES:], (self.content, self.position)]
        self.content, self.position, self._typed = content, position, typed


def content_of(lesson: Lesson) -> Content:
    """What can be changed of a lesson."""
    return Content(lesson.title, lesson.author, lesson.notes, lesson.steps)


def _allowed(text: str, *, has_lines: bool) -> str:
    """The text as a lesson can have it: printable, and not too long."""
    if not has_lines:
        return "".join(c for c in text if c.isprintable())[:MAX_TITLE]
    text = text.replace("\t", "    ")
    return "".join(c for c in text if c.isprintable() or c == "\n")[:MAX_NOTES]
