"""Asks the questions of the lesson that is played, checks the answers and keeps them."""

from __future__ import annotations

from dataclasses import replace
from functools import partial

from PySide6.QtCore import QObject, Signal

from desktop_cvae.gui.controller import Controller
from desktop_cvae.gui.lessons.experiments import Experiment, experiment_of
from desktop_cvae.gui.lessons.question_view import QuestionView
from desktop_cvae.gui.session import Session
from desktop_cvae.gui.session_restore import SessionRestorer, SessionSnapshot
from desktop_cvae.library.lesson_content import Lesson
from desktop_cvae.library.lesson_copies import with_answers, write_answers
from desktop_cvae.library.lesson_questions import (
    MAX_GIVEN,
    MAX_TRIES,
    LessonAnswer,
    LessonAnswers,
)

SLOT = "lesson answers"


class Answering(QObject):
    """Connects the question in the bar, the window and the lesson's copy.

    Args:
        view: shows the question.
        session: its replies answer questions by experiment.
        controller: has the worker that writes the copy.
        restorer: captures what the window shows.

    Attributes:
        answers: of the lesson; as many as its steps.
        is_review: True while a teacher looks at a student's answers.

    Signals:
        changed: another answer was given.
    """

    changed = Signal()

    def __init__(
        self,
        view: QuestionView,
        session: Session,
        controller: Controller,
        restorer: SessionRestorer,
    ) -> None:
        super().__init__(view)
        self._view, self._session = view, session
        self._controller, self._restorer = controller, restorer
        self._lesson: Lesson | None = None
        self.answers = LessonAnswers("", ())
        self.is_review = False
        self._position = 0
        self._experiment: Experiment | None = None
        view.given.connect(self._on_given)
        session.reply_changed.connect(self._on_reply_changed)

    @property
    def handed_in(self) -> Lesson:
        """The lesson with the answers, as a student hands it in."""
        assert self._lesson is not None
        return with_answers(self._lesson, self.answers)

    @property
    def counts(self) -> tuple[int, int]:
        """Number of questions that are answered rightly, and of all questions."""
        assert self._lesson is not None
        questions = self._lesson.questions
        asked = sum(1 for question in questions if question is not None)
        return self.answers.count_right(questions), asked

    def begin(self, lesson: Lesson, copied: LessonAnswers | None) -> None:
        """Take a lesson.

        Args:
            lesson: with answers if it was handed in, for review.
            copied: what the user answered the last time.
        """
        self._lesson, self.is_review = lesson, lesson.answers is not None
        empty = LessonAnswers("", (None,) * len(lesson.steps))
        self.answers = lesson.answers or copied or empty

    def end(self) -> None:
        """Ask nothing any more."""
        self._lesson = self._experiment = None
        self._view.ask(None)

    def answer_at(self, position: int) -> LessonAnswer | None:
        """Return the answer of a step."""
        return self.answers.answers[position]

    def show_step(self, position: int) -> None:
        """Ask the question of a step, or show how it was answered."""
        assert self._lesson is not None
        self._position, self._experiment = position, None
        question, answer = self._lesson.questions[position], self.answer_at(position)
        self._view.ask(question)
        if question is None:
            return
        if self.is_review:
            if answer is None:
                self._view.show_unanswered()
            else:
                self._view.show_answer(answer, student=self.answers.student)
        elif answer is not None:
            self._view.show_answer(answer)
        if question.is_live and not self.is_review and not (answer and answer.is_right(question)):
            self._experiment = experiment_of(question)
            self._view.say(self._experiment.state)

    def set_student(self, name: str) -> None:
        """Remember the name under which the answers are handed in."""
        if name != self.answers.student:
            self.answers = replace(self.answers, student=name)
            self._write()

    def _on_reply_changed(self) -> None:
        reply, names = self._session.reply, self._session.label_names
        experiment = self._experiment
        # While the pen is down the drawing is not finished, and a number's digits are not it.
        is_busy = self._restorer.canvas.is_drawing or self._restorer.several.is_active
        if experiment is None or reply is None or not names or is_busy:
            return
        if reply.question.image is not self._session.image:
            return
        experiment.follow(reply, names)
        if experiment.given:
            snapshot = self._restorer.snapshot()
            self._experiment = None
            self._give(experiment.given, snapshot)
        else:
            self._view.say(experiment.state)

    def _on_given(self, given: str) -> None:
        self._give(given[:MAX_GIVEN], None)

    def _give(self, given: str, snapshot: SessionSnapshot | None) -> None:
        before = self.answer_at(self._position)
        tries = min((before.tries if before else 0) + 1, MAX_TRIES)
        # Encoding a large picture takes a moment; drawings of lessons are strokes.
        window = snapshot.record() if snapshot is not None else None
        answer = LessonAnswer(given, tries, window)
        answers = list(self.answers.answers)
        answers[self._position] = answer
        self.answers = replace(self.answers, answers=tuple(answers))
        self._view.show_answer(answer)
        self._write()
        self.changed.emit()

    def _write(self) -> None:
        assert self._lesson is not None
        job = partial(write_answers, self._lesson, self.answers)
        self._controller.runner.submit(
            SLOT, job, lambda _: None, self._controller.tell, can_wait=True
        )
