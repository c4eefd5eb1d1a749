"""Plays a lesson in the window, and afterwards restores what the user had there."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, replace
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, QTimer, Signal
from PySide6.QtWidgets import QWidget

from desktop_cvae.core.language import tr
from desktop_cvae.gui.controller import DEFAULT_MODEL, Controller
from desktop_cvae.gui.jobs import read_recorded_picture
from desktop_cvae.gui.lessons.answering import Answering
from desktop_cvae.gui.lessons.lesson_bar import LessonBar
from desktop_cvae.gui.lessons.sample_lessons import sample_lessons_dir
from desktop_cvae.gui.lessons.stroke_playback import StrokePlayback
from desktop_cvae.gui.picture import Picture
from desktop_cvae.gui.preferences import Preferences
from desktop_cvae.gui.session import NoticeAction, Session
from desktop_cvae.gui.session_restore import SessionRestorer, StashedSession
from desktop_cvae.library.lesson_content import Lesson, LessonStep
from desktop_cvae.library.lesson_copies import read_answers
from desktop_cvae.library.lesson_file import find_lesson_model, read_lesson
from desktop_cvae.library.lesson_questions import LessonAnswers
from desktop_cvae.library.model_library import ModelEntry
from desktop_cvae.library.session_record import PANELS

if TYPE_CHECKING:
    from desktop_cvae.gui.lessons.hand_in_dialog import HandInDialog
    from desktop_cvae.gui.lessons.recorder import LessonRecorder
    from desktop_cvae.inference.opened_model import OpenedModel

SLOT = "lesson"


@dataclass(frozen=True, eq=False)
class OpenedLesson:
    """A lesson as its file and the computer have it.

    Attributes:
        lesson: as read.
        entry: its model; None without one.
        copied: what the user answered the last time; None if nothing.
    """

    lesson: Lesson
    entry: ModelEntry | None = None
    copied: LessonAnswers | None = None


class LessonPlayer(QObject):
    """Connects a lesson's file, its bar and the window.

    Args:
        window: the parent of dialogs.
        restorer: shows steps in the window, and stashes the user's own session.
        session: the session state.
        controller: opens models and reports errors.
        preferences: the model that the user prefers.
        find_folder: returns the folder of the last opened file, where a lesson is saved first.

    Attributes:
        lesson: the lesson that is played; None without one.
        position: index of the step that is shown, from 0.
        bar: the lesson's bar, for the window to lay out.
        answering: asks the lesson's questions.

    Signals:
        opened(Path): the user opened a lesson's file (not one that comes with the program).
        started: a lesson's first step is about to be shown.
        ended: the lesson was left.
        answer_requested: the answer should be visible.
        explanation_requested(str): the card of that topic should be shown; "" closes the card.
    """

    opened = Signal(object)
    started = Signal()
    ended = Signal()
    answer_requested = Signal()
    explanation_requested = Signal(str)

    def __init__(
        self,
        window: QWidget,
        restorer: SessionRestorer,
        session: Session,
        controller: Controller,
        preferences: Preferences,
        find_folder: Callable[[], str],
    ) -> None:
        super().__init__(window)
        self._window, self._restorer, self._session = window, restorer, session
        self._controller, self._preferences = controller, preferences
        self._find_folder = find_folder
        self.lesson: Lesson | None = None
        self.position = 0
        self._playback: StrokePlayback | None = None
        self.bar = LessonBar()
        self.bar.hide()
        self.answering = Answering(self.bar.question, session, controller, restorer)
        self.answering.changed.connect(self._show_score)
        self.bar.hand_in.clicked.connect(self.hand_in)
        self.bar.step_requested.connect(self.show_step)
        self.bar.play_strokes.clicked.connect(self.play_strokes)
        self.bar.edit.clicked.connect(lambda: self.record(self.lesson))
        self.bar.leave.clicked.connect(self.leave)

    def open(self, path: Path) -> None:
        """Read a lesson's file and show its first step; keep what is shown if that fails."""
        done = partial(self._on_read, path)
        self._controller.runner.submit(SLOT, partial(_read, path), done, self._controller.tell)

    def record(self, lesson: Lesson | None = None) -> LessonRecorder:
        """Show the dialog that records lessons; open ``lesson`` in it, if given."""
        # Imported here: the window opens sooner without it, and playing a lesson does not need it.
        from desktop_cvae.gui.lessons.recorder import LessonRecorder

        dialogs = self._window.findChildren(LessonRecorder)
        # A closed dialog stays a child of the window until the event loop deletes it.
        recorder = next((each for each in dialogs if each.isVisible()), None)
        if recorder is None:
            runner, folder = self._controller.runner, self._find_folder()
            recorder = LessonRecorder(self._window, self._session, runner, self._restorer, folder)
            recorder.step_requested.connect(self._show)
            recorder.show()
        if lesson is not None:
            recorder.edit(lesson)
        recorder.raise_()
        recorder.activateWindow()
        return recorder

    def hand_in(self) -> HandInDialog:
        """Show the dialog that saves the answers for the teacher."""
        # Imported here: most lessons are played without it.
        from desktop_cvae.gui.lessons.hand_in_dialog import HandInDialog

        runner, folder = self._controller.runner, self._find_folder()
        dialog = HandInDialog(self._window, runner, self.answering, folder)
        dialog.show()
        return dialog

    def play(self, lesson: Lesson, copied: LessonAnswers | None = None) -> None:
        """Stash the user's session and show the first step with the model in use.

        Args:
            lesson: with answers, it is shown with these, for a teacher.
            copied: what the user answered the last time.
        """
        self._restorer.stash()
        self.lesson = lesson
        self.answering.begin(lesson, copied)
        self.bar.show_lesson(lesson)
        self._show_score()
        self.bar.show()
        self.started.emit()
        self.show_step(0)

    def show_step(self, position: int) -> None:
        assert self.lesson is not None
        self.position = position
        step = self.lesson.steps[position]
        answer = self.answering.answer_at(position)
        if self.answering.is_review and answer is not None and answer.window is not None:
            # What the student had in the window takes the place of what the step began with.
            step = replace(step, window=answer.window)
        self.bar.show_step(position, step)
        self.answering.show_step(position)
        self._show(step)

    def play_strokes(self) -> None:
        """Draw this step's strokes again, one after the other."""
        assert self.lesson is not None
        step = self.lesson.steps[self.position]
        blank = replace(step.window.drawing, strokes=())
        # A number is read once all of it is there.
        window = replace(step.window, drawing=blank, reads_number=False)
        self._show(LessonStep(window=window), then=partial(self._draw, step))

    def leave(self) -> None:
        """Close the lesson and restore the user's drawing, settings and model."""
        self._stop_playback()
        self.explanation_requested.emit("")
        self.lesson = None
        self.answering.end()
        self.bar.hide()
        self.ended.emit()
        stashed = self._restorer.unstash()
        if stashed is not None:
            self._restore_model(stashed)

    def _restore_model(self, stashed: StashedSession) -> None:
        model, settings = self._session.model, self._preferences.settings
        # No model was in use yet if the program was started with a lesson.
        name, engine = stashed.model or settings.wished_model, stashed.engine or settings.engine
        if model is None or model.entry.name != name:
            self._controller.load_model(name, engine, DEFAULT_MODEL)

    def _show_score(self) -> None:
        assert self.lesson is not None
        answering = self.answering
        student = answering.answers.student if answering.is_review else None
        self.bar.show_score(self.lesson.title, *answering.counts, student=student)

    def _on_read(self, path: Path, opened: OpenedLesson) -> None:
        lesson, entry = opened.lesson, opened.entry
        if path.parent != sample_lessons_dir():
            self.opened.emit(path)
        present = self._session.model
        if lesson.model is None or (entry is not None and _is_of(present, entry)):
            self.play(lesson, opened.copied)
        elif entry is None:
            self._report_missing_model(opened, lesson.model.name)
        else:
            self._restorer.stash()
            job = partial(self._controller.source.load, str(entry.path), "onnx")
            done, failed = partial(self._on_loaded, opened), partial(self._on_failed, opened)
            self._controller.runner.submit(
                "model", job, done, failed, status=tr("Opening the model")
            )

    def _on_loaded(self, opened: OpenedLesson, model: OpenedModel) -> None:
        self._session.set_model(model)
        self.play(opened.lesson, opened.copied)

    def _on_failed(self, opened: OpenedLesson, error: Exception) -> None:
        self._controller.tell(error)
        self.play(opened.lesson, opened.copied)

    def _report_missing_model(self, opened: OpenedLesson, name: str) -> None:
        sentence = tr(
            "“{title}” was made with the model “{name}”, which is not installed on this computer.",
            title=opened.lesson.title,
            name=name,
        )
        model = self._session.model
        present = model.entry.name if model else tr("another model")
        go_on = NoticeAction(
            tr("Continue with {name}", name=present),
            partial(self.play, opened.lesson, opened.copied),
            tr("Show the lesson with this model; the answers will differ from those of the author"),
        )
        later = NoticeAction(tr("Not now"), lambda: None, tr("Do not open the lesson"))
        self._session.raise_notice(sentence, actions=(go_on, later))

    def _show(self, step: LessonStep, then: partial[None] | None = None) -> None:
        self._stop_playback()
        self.explanation_requested.emit("")
        drawing = step.window.drawing
        show = partial(self._on_picture, step, then)
        if drawing.png is None:
            self._controller.runner.cancel("picture")
            show(None)
        else:
            job = partial(read_recorded_picture, drawing)
            self._controller.runner.submit(
                "picture", job, show, self._controller.tell, status=tr("Opening the picture")
            )

    def _on_picture(
        self, step: LessonStep, then: partial[None] | None, picture: Picture | None
    ) -> None:
        self._restorer.show(step.window, picture)
        if step.window.panel == PANELS[0]:
            # In a narrow window, the panel that every window starts with would hide the answer.
            self.answer_requested.emit()
        if then is not None:
            then()
        elif step.window.topic:
            # The pane with the answer may have to come to the front first.
            explain = partial(self.explanation_requested.emit, step.window.topic)
            QTimer.singleShot(0, self, explain)

    def _draw(self, step: LessonStep) -> None:
        self._playback = StrokePlayback(self._restorer.canvas, step.window.drawing.strokes)
        self._playback.ended.connect(partial(self._on_drawn, step))

    def _on_drawn(self, step: LessonStep) -> None:
        self._playback = None
        if step.window.reads_number:
            self._restorer.several.enter()

    def _stop_playback(self) -> None:
        if self._playback is not None:
            playback, self._playback = self._playback, None
            playback.stop()


def _read(path: Path) -> OpenedLesson:
    lesson = read_lesson(path)
    entry = find_lesson_model(lesson.model) if lesson.model else None
    copied = read_answers(lesson) if lesson.has_questions and lesson.answers is None else None
    return OpenedLesson(lesson, entry, copied)


def _is_of(model: OpenedModel | None, entry: ModelEntry) -> bool:
    return model is not None and (
        model.entry.manifest.weights_sha256 == entry.manifest.weights_sha256
    )
