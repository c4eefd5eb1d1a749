"""The lesson that is being recorded; every change can be undone."""

from __future__ import annotations

from dataclasses import dataclass, field, replace
from typing import Any

from desktop_cvae.core.language import tr
from desktop_cvae.library.lesson_content import (
    MAX_NOTES,
    MAX_STEPS,
    MAX_TITLE,
    Lesson,
    LessonModel,
    LessonStep,
)
from desktop_cvae.library.lesson_questions import LessonQuestion

MOST_CHANGES = 200
"""Number of changes that can be undone."""


@dataclass(frozen=True)
class LessonContent:
    """Content of the lesson so far.

    Attributes:
        title, author, notes: of the lesson.
        steps: may be empty.
    """

    title: str = ""
    author: str = ""
    notes: str = ""
    steps: tuple[LessonStep, ...] = ()


@dataclass
class Composition:
    """The content and its undo history.

    Attributes:
        content: the present content.
        position: index of the current step; -1 for none.
    """

    content: LessonContent = field(default_factory=LessonContent)
    position: int = -1
    _past: list[tuple[LessonContent, int]] = field(default_factory=list)
    _typed: str = ""

    @property
    def step(self) -> LessonStep | None:
        """The current step; None without one."""
        return self.content.steps[self.position] if self.position >= 0 else None

    @property
    def can_undo(self) -> bool:
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
        """Set a text of the current step: ``title`` or ``notes``."""
        if self.step is not None:
            text = _allowed(text, has_lines=name == "notes")
            changed: dict[str, Any] = {name: text}
            self._replace_step(replace(self.step, **changed), typed=f"{self.position} {name}")

    def add(self, step: LessonStep) -> None:
        """Add a step after the current one."""
        at = self.position + 1
        steps = self.content.steps
        self._change(replace(self.content, steps=(*steps[:at], step, *steps[at:])), at)

    def ask(self, question: LessonQuestion | None) -> None:
        """Give the current step a question, or none."""
        if self.step is not None:
            self._replace_step(replace(self.step, question=question))

    def replace_window(self, step: LessonStep) -> None:
        """Replace what the current step shows; keep its texts and question."""
        if self.step is not None:
            self._replace_step(replace(self.step, window=step.window))

    def move(self, by: int) -> None:
        """Move the current step up (-1) or down (1)."""
        steps, to = list(self.content.steps), self.position + by
        if self.step is not None and 0 <= to < len(steps):
            steps.insert(to, steps.pop(self.position))
            self._change(replace(self.content, steps=tuple(steps)), to)

    def delete(self) -> None:
        steps, at = self.content.steps, self.position
        if at >= 0:
            left = (*steps[:at], *steps[at + 1 :])
            self._change(replace(self.content, steps=left), min(at, len(left) - 1))

    def begin(self, content: LessonContent) -> None:
        self._change(content, 0 if content.steps else -1)

    def select(self, position: int) -> None:
        self.position, self._typed = position, ""

    def undo(self) -> None:
        if self._past:
            self.content, self.position = self._past.pop()
            self._typed = ""

    def forget_past(self) -> None:
        """Clear the undo history."""
        self._past, self._typed = [], ""

    def lesson(self, model: LessonModel | None) -> Lesson | None:
        """Return the lesson, titled “Untitled” if it has no title; None without steps."""
        content = self.content
        if not content.steps:
            return None
        title = content.title.strip() or tr("Untitled")
        return Lesson(title, content.author, content.notes, content.steps, model)

    def _replace_step(self, step: LessonStep, typed: str = "") -> None:
        steps, at = self.content.steps, self.position
        changed = (*steps[:at], step, *steps[at + 1 :])
        self._change(replace(self.content, steps=changed), at, typed=typed)

    def _change(self, content: LessonContent, position: int, typed: str = "") -> None:
        """Change the content; consecutive typing in one field counts as one change."""
        if content == self.content:
            return
        if not typed or typed != self._typed:
            self._past = [*self._past[-MOST_CHANGES:], (self.content, self.position)]
        self.content, self.position, self._typed = content, position, typed


def content_of(lesson: Lesson) -> LessonContent:
    """Return the content of a lesson."""
    return LessonContent(lesson.title, lesson.author, lesson.notes, lesson.steps)


def _allowed(text: str, *, has_lines: bool) -> str:
    """Return the text without unprintable characters, cut to the allowed length."""
    if not has_lines:
        return "".join(c for c in text if c.isprintable())[:MAX_TITLE]
    text = text.replace("\t", "    ")
    return "".join(c for c in text if c.isprintable() or c == "\n")[:MAX_NOTES]
