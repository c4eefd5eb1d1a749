"""Experiments in the window that answer a question: a misread drawing, a failing noise level.

They follow the replies as they come; nothing more is asked of the model.
"""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import Protocol

import numpy as np

from desktop_cvae.core.language import number, tr
from desktop_cvae.core.results import FloatArray
from desktop_cvae.gui.session import Reply
from desktop_cvae.library.lesson_questions import LessonQuestion


class Experiment(Protocol):
    """A question that is answered in the window.

    Attributes:
        state: a sentence about how far it is.
        given: the answer, as ``LessonAnswer.given``; "" before there is one.
    """

    state: str
    given: str

    def follow(self, reply: Reply, names: tuple[str, ...]) -> None:
        """Take the window's reply into account; ``names`` are the model's labels."""


def experiment_of(question: LessonQuestion) -> Experiment:
    """Return the experiment of a live question, before its first reply."""
    return DrawingExperiment(question) if question.kind == "drawing" else NoiseExperiment(question)


def label_read(reply: Reply, names: tuple[str, ...]) -> str:
    """Return the name of the label that a reply recognises, whatever is chosen; "" for none."""
    recognition = reply.answer.recognition
    if recognition is None or recognition.label is None:
        return ""
    return names[recognition.label]


def label_of_verdict(reply: Reply, names: tuple[str, ...]) -> str:
    """Return the name of the digit that the verdict is sure of; "" if it is unsure or rejects."""
    recognition = reply.answer.recognition
    verdict = recognition.verdict if recognition is not None else None
    if verdict is None:
        return label_read(reply, names)
    return names[verdict.labels[0]] if verdict.kind == "digit" else ""


def changed_share(before: FloatArray, after: FloatArray) -> float:
    """Return the ink that came or went, as a share of the ink before.

    Args:
        before: float32, (H, W), in [0, 1], dark on light or light on dark.
        after: of the same shape.
    """
    ink = before if before.mean() < 0.5 else 1 - before
    return float(np.abs(after - before).sum() / max(float(ink.sum()), 1.0))


@dataclass
class DrawingExperiment:
    """A drawing that is read as one label first, and then, after a small change, as another."""

    question: LessonQuestion
    state: str = ""
    given: str = ""
    _first: FloatArray | None = None

    def __post_init__(self) -> None:
        self.state = tr("Draw a {label} first.", label=self.question.label)

    def follow(self, reply: Reply, names: tuple[str, ...]) -> None:
        """Remember the last drawing of the first label; compare those of the second with it."""
        question, image = self.question, reply.question.image
        if reply.question.noise.level:
            self.state = tr("Set the noise to 0: only changes to the drawing count.")
            return
        read = label_of_verdict(reply, names)
        if read == question.label:
            self._first = image
            self.state = tr(
                "This is read as {label}. Change it until it is read as {other}.",
                label=question.label,
                other=question.read_as,
            )
        elif self._first is None or self._first.shape != image.shape:
            self.state = tr("This is not read as {label} yet.", label=question.label)
        elif read != question.read_as:
            self.state = tr("This is not read as {label} yet.", label=question.read_as)
        else:
            self._compare(changed_share(self._first, image))

    def _compare(self, share: float) -> None:
        question = self.question
        if share <= question.change:
            self.given = question.read_as
            self.state = tr("{share} of the ink changed.", share=number(share, ".0%"))
        else:
            self.state = tr(
                "Read as {label}, but {share} of the ink changed; at most {most} may.",
                label=question.read_as,
                share=number(share, ".0%"),
                most=number(question.change, ".0%"),
            )


@dataclass
class NoiseExperiment:
    """The noise level at which the reading fails, found by trying levels above and below."""

    question: LessonQuestion
    state: str = ""
    given: str = ""
    _image: FloatArray | None = None
    _noise: tuple[str, int] = ("", 0)
    _is_right: dict[float, bool] = field(default_factory=dict)

    def __post_init__(self) -> None:
        self.state = tr("Move the noise slider.")

    def follow(self, reply: Reply, names: tuple[str, ...]) -> None:
        """Remember whether this level is read rightly; another drawing or noise begins anew."""
        question, noise = self.question, reply.question.noise
        image, kind = reply.question.image, (noise.kind, noise.seed)
        if image is not self._image or kind != self._noise:
            self._image, self._noise, self._is_right = image, kind, {}
        self._is_right[noise.level] = label_read(reply, names) == question.label
        wrong = min((level for level, right in self._is_right.items() if not right), default=None)
        rights = [level for level, right in self._is_right.items() if right]
        if wrong is None:
            best = number(max(rights), ".2f")
            self.state = tr(
                "Read correctly up to {level}; from which level is it misread?", level=best
            )
            return
        below = max((level for level in rights if level < wrong), default=None)
        if below is None:
            worst = number(wrong, ".2f")
            self.state = tr(
                "Misread at {level}; up to which level is it read correctly?", level=worst
            )
            return
        self.state = tr(
            "Read correctly at {low}, misread at {high}.",
            low=number(below, ".2f"),
            high=number(wrong, ".2f"),
        )
        # Levels such as 0.05 are not exact in binary.
        if wrong - below <= question.tolerance + 1e-9:
            self.given = f"{wrong:.2f}"
        else:
            near = number(question.tolerance, ".2f")
            self.state += " " + tr(
                "Continue until the two levels are at most {distance} apart.", distance=near
            )
