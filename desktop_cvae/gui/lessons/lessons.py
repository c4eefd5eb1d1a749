"""Plays a lesson in the window, and gives back what was there before."""

from __future__ import annotations

from dataclasses import replace
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, QTimer, Signal

from desktop_cvae.core.language import tr
from desktop_cvae.gui.controller import DEFAULT_MODEL, Controller
from desktop_cvae.gui.jobs import read_recorded_picture
from desktop_cvae.gui.lessons.lesson_bar import LessonBar
from desktop_cvae.gui.lessons.sample_lessons import sample_lessons_dir
from desktop_cvae.gui.lessons.stroke_replay import StrokeReplay
from desktop_cvae.gui.session import NoticeAction, Picture, Session
from desktop_cvae.gui.window_state import Aside
from desktop_cvae.library.lesson import Lesson, LessonStep
from desktop_cvae.library.lesson_file import find_lesson_model, read_lesson
from desktop_cvae.library.model_library import ModelEntry

if TYPE_CHECKING:
    from desktop_cvae.gui.lessons.recorder import LessonRecorder
    from desktop_cvae.gui.main_window import MainWindow
    from desktop_cvae.inference.opened_model import OpenedModel

SLOT = "lesson"
ROOMY_PX = 800
"""High enough for the bar beside all else."""
Opened = tuple[Lesson, "ModelEntry | None"]


class Lessons(QObject):
    """Between a lesson's file, its bar and the window.

    Args:
        window: gets the bar over its panes.
        session: what is shown.
        controller: opens models, tells of errors.

    Attributes:
        lesson: the one that is played; None without one.
        position: of the step that is shown, from 0.

    Signals:
        opened(Path): a lesson of the user's was opened from that file.
    """

    opened = Signal(object)

    def __init__(self, window: MainWindow, session: Session, controller: Controller) -> None:
        super().__init__(window)
        self._window, self._session, self._controller = window, session, controller
        self.lesson: Lesson | None = None
        self.position = 0
        self._replay: StrokeReplay | None = None
        self.bar = LessonBar()
        self.bar.hide()
        window.add_bar(self.bar)
        self.bar.step_wanted.connect(self.show_step)
        self.bar.replay_wanted.connect(self.replay)
        self.bar.edit_wanted.connect(lambda: self.record(self.lesson))
        self.bar.leaving_wanted.connect(self.leave)

    def open(self, path: Path) -> None:
        """Read a lesson's file and show its first step; what is shown stays if that fails."""
        done = partial(self._on_read, path)
        self._controller.runner.submit(SLOT, partial(_read, path), done, self._controller.tell)

    def record(self, lesson: Lesson | None = None) -> LessonRecorder:
        """Show the dialog in which lessons are made; with a lesson, to change that."""
        # Here: who plays a lesson needs none of it.
        from desktop_cvae.gui.lessons.recorder import LessonRecorder

        dialogs = [each for each in self._window.findChildren(LessonRecorder) if each.isVisible()]
        if not dialogs:
            dialogs = [LessonRecorder(self._window, self._session, self._controller)]
            dialogs[0].step_wanted.connect(self._show)
            dialogs[0].show()
        recorder = dialogs[0]
        if lesson is not None:
            recorder.take(lesson)
        recorder.raise_()
        recorder.activateWindow()
        return recorder

    def play(self, lesson: Lesson) -> None:
        """Show the first step, with the model in use; what is there is set aside."""
        if self._window.state.aside is None:
            self._window.state.set_aside()
        self.lesson = lesson
        self.bar.show_lesson(lesson)
        self.bar.show()
        # The lesson has chosen its model; its strip's room is needed more elsewhere.
        self._window.chooser.setVisible(self._window.height() >= ROOMY_PX)
        self.show_step(0)

    def show_step(self, position: int) -> None:
        """Show one of the lesson's steps."""
        assert self.lesson is not None
        self.position = position
        step = self.lesson.steps[position]
        self.bar.show_step(position, step)
        self._show(step)

    def replay(self) -> None:
        """Write this step's strokes again, one after the other."""
        assert self.lesson is not None
        step = self.lesson.steps[self.position]
        blank = replace(step.window.drawing, strokes=())
        # A number is read when it is there.
        window = replace(step.window, drawing=blank, reads_number=False)
        self._show(LessonStep(window=window), then=partial(self._write, step))

    def leave(self) -> None:
        """Close the lesson; drawing, settings and model are those from before."""
        self._stop_replay()
        self._close_card()
        self.lesson = None
        self.bar.hide()
        self._window.chooser.show()
        aside = self._window.state.take_back()
        if aside is not None:
            self._give_model_back(aside)

    def _give_model_back(self, aside: Aside) -> None:
        model, settings = self._session.model, self._window.preferences.settings
        # Who began with a lesson had none in use yet.
        name, engine = aside.model or settings.wished_model, aside.engine or settings.engine
        if model is None or model.entry.name != name:
            self._controller.load_model(name, engine, DEFAULT_MODEL)

    def _on_read(self, path: Path, opened: Opened) -> None:
        lesson, entry = opened
        if path.parent != sample_lessons_dir():
            self.opened.emit(path)
        present = self._session.model
        if lesson.model is None or (entry is not None and _is_of(present, entry)):
            self.play(lesson)
        elif entry is None:
            self._tell_of_missing_model(lesson, lesson.model.name)
        else:
            if self._window.state.aside is None:
                self._window.state.set_aside()
            job = partial(self._controller.source.load, str(entry.path), "onnx")
            done, failed = partial(self._on_loaded, lesson), partial(self._on_failed, lesson)
            self._controller.runner.submit("model", job, done, failed)

    def _on_loaded(self, lesson: Lesson, model: OpenedModel) -> None:
        self._session.set_model(model)
        self.play(lesson)

    def _on_failed(self, lesson: Lesson, error: Exception) -> None:
        self._controller.tell(error)
        self.play(lesson)

    def _tell_of_missing_model(self, lesson: Lesson, name: str) -> None:
        sentence = tr(
            "“{title}” was made with the model “{name}”, which is not on this computer.",
            title=lesson.title,
            name=name,
        )
        model = self._session.model
        present = model.entry.name if model else tr("another model")
        go_on = NoticeAction(
            tr("Go on with {name}", name=present),
            partial(self.play, lesson),
            tr("Show the lesson; its answers will differ from those it was made with"),
        )
        later = NoticeAction(tr("Not now"), lambda: None, tr("Leave everything as it is"))
        self._session.raise_notice(sentence, actions=(go_on, later))

    def _show(self, step: LessonStep, then: partial[None] | None = None) -> None:
        self._stop_replay()
        self._close_card()
        drawing = step.window.drawing
        show = partial(self._on_picture, step, then)
        if drawing.png is None:
            self._controller.runner.cancel("picture")
            show(None)
        else:
            job = partial(read_recorded_picture, drawing)
            self._controller.runner.submit("picture", job, show, self._controller.tell)

    def _on_picture(
        self, step: LessonStep, then: partial[None] | None, picture: Picture | None
    ) -> None:
        self._window.state.show(step.window, picture)
        if then is not None:
            then()
        elif step.window.topic:
            # The answer's pane may have to come to the front first.
            QTimer.singleShot(0, self, partial(self._window.explain, step.window.topic))

    def _write(self, step: LessonStep) -> None:
        strokes = step.window.drawing.strokes
        self._replay = StrokeReplay(self._window.input.canvas, strokes)
        self._replay.ended.connect(partial(self._on_written, step))

    def _on_written(self, step: LessonStep) -> None:
        self._replay = None
        if step.window.reads_number:
            self._window.several.enter()

    def _stop_replay(self) -> None:
        if self._replay is not None:
            replay, self._replay = self._replay, None
            replay.stop()

    def _close_card(self) -> None:
        self._window.close_explanation()


def _read(path: Path) -> Opened:
    lesson = read_lesson(path)
    return lesson, find_lesson_model(lesson.model) if lesson.model else None


def _is_of(model: OpenedModel | None, entry: ModelEntry) -> bool:
    return model is not None and (
        model.entry.manifest.weights_sha256 == entry.manifest.weights_sha256
    )
