"""Lessons are recorded, handed out and played; what was there before comes back."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

import numpy as np
import pytest
from fakes import STROKES, draw_digit
from PySide6.QtCore import QMimeData, Qt, QUrl
from PySide6.QtGui import QAction
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QMenu
from window_desk import Desk, MakeDesk

from desktop_cvae.core.drawing_record import DrawingRecord, StrokeRecord
from desktop_cvae.core.results import NoiseSetting
from desktop_cvae.gui.lessons.recorder import LessonRecorder
from desktop_cvae.gui.lessons.sample_lessons import SAMPLE_LESSONS
from desktop_cvae.gui.picture import Picture
from desktop_cvae.gui.qimage_arrays import grey_image, png_bytes
from desktop_cvae.library.lesson_content import Lesson, LessonModel, LessonStep
from desktop_cvae.library.lesson_file import read_lesson, write_lesson
from desktop_cvae.library.session_record import SessionRecord


def drawn(digit: int) -> DrawingRecord:
    """A digit as the fakes write it."""
    places = [[(0.1 + 0.8 * x, 0.1 + 0.8 * y) for x, y in line] for line in STROKES[digit]]
    return DrawingRecord(tuple(StrokeRecord(0.07, False, tuple(line)) for line in places))


@pytest.fixture(scope="module")
def lesson(qapp: QApplication) -> Lesson:
    """A six; a three under noise, read as an eight, at the loss; a picture."""
    pixels = 1 - draw_digit(0).repeat(9, 0).repeat(9, 1)
    picture = DrawingRecord(name="0.png", png=png_bytes(grey_image(pixels)))
    noisy = SessionRecord(drawn(3), NoiseSetting("speckle", 0.3), "8", panel="loss")
    steps = (
        LessonStep("A six", "Why no one?", SessionRecord(drawn(6))),
        LessonStep("Noise", window=noisy),
        LessonStep(window=SessionRecord(picture)),
    )
    return Lesson("Evidence", "A. Teacher", "First week", steps)


@pytest.fixture
def path(tmp_path: Path, lesson: Lesson) -> Path:
    path = tmp_path / "evidence.cvae-lesson"
    write_lesson(path, lesson)
    return path


def opened(desk: Desk, path: Path) -> None:
    desk.window.opening.open_file(path)
    desk.settle()


def sentences(desk: Desk) -> list[str]:
    return [notice.sentence for notice in desk.notices]


def recorder_of(desk: Desk) -> LessonRecorder:
    recorder = desk.window.lessons.record()
    desk.settle()
    return recorder


def test_a_lesson_is_played_step_by_step(desk: Desk, path: Path) -> None:
    opened(desk, path)
    bar = desk.window.lessons.bar
    assert bar.isVisible()
    assert (bar.title.text(), bar.notes.toPlainText()) == ("Evidence", "Why no one?")
    assert desk.answer.label == 6
    assert not bar.back.isEnabled()
    bar.next.click()
    desk.settle()
    assert desk.session.noise == NoiseSetting("speckle", 0.3)
    assert (desk.answer.label, desk.window.results.panel) == (8, "loss")
    assert not bar.notes.isVisible()
    QTest.keyClick(desk.window, Qt.Key.Key_Right, Qt.KeyboardModifier.AltModifier)
    # Its button is seen being pressed first.
    desk.qtbot.waitUntil(lambda: desk.window.input.canvas.drawing.picture is not None)
    desk.settle()
    assert desk.answer.label == 0
    assert not bar.next.isEnabled()
    bar.choice.activated.emit(0)
    desk.settle()
    assert desk.answer.label == 6
    assert sentences(desk) == []


def test_leaving_gives_back_what_was_there(desk: Desk, path: Path) -> None:
    desk.draw(4)
    desk.session.set_noise("gaussian", 0.2)
    desk.settle()
    before = desk.answer
    opened(desk, path)
    desk.window.lessons.bar.next.click()
    desk.settle()
    desk.window.lessons.bar.leave.click()
    desk.settle()
    assert not desk.window.lessons.bar.isVisible()
    np.testing.assert_array_equal(desk.answer.noisy, before.noisy)
    assert desk.session.noise == NoiseSetting("gaussian", 0.2)
    assert desk.session.label is None
    assert desk.window.results.panel == "generated"


def test_a_picture_that_was_there_comes_back(desk: Desk, path: Path) -> None:
    picture = Picture(1 - draw_digit(2), "2.png")
    desk.session.picture_opened.emit(picture)
    opened(desk, path)
    desk.window.lessons.leave()
    assert desk.window.input.canvas.drawing.picture is picture


def test_what_the_user_drew_is_kept_while_a_lesson_is_played(desk: Desk, path: Path) -> None:
    desk.draw(4)
    own = desk.window.restorer.snapshot().record()
    model = desk.window.remembered().model
    opened(desk, path)
    assert desk.window.restorer.own.record() == own
    opened(desk, path)
    assert desk.window.restorer.own.record() == own
    assert desk.window.remembered().model == model


def test_strokes_are_written_again(desk: Desk, path: Path, lesson: Lesson) -> None:
    opened(desk, path)
    drawn = desk.session.image
    lessons = desk.window.lessons
    lessons.bar.play_strokes.click()
    assert desk.session.image is None
    assert lessons._playback is not None
    desk.qtbot.waitSignal(lessons._playback.ended).wait()
    np.testing.assert_array_equal(desk.session.image, drawn)
    desk.settle()
    assert desk.answer.label == 6
    # A hand on the canvas has the rest at once.
    lessons.bar.play_strokes.click()
    desk.stroke([(0.1, 0.1), (0.1, 0.2)])
    strokes = desk.window.input.canvas.drawing.record().strokes
    assert strokes[:-1] == lesson.steps[0].window.drawing.strokes
    assert len(strokes) == 2


def test_another_step_ends_the_writing(desk: Desk, path: Path) -> None:
    opened(desk, path)
    lessons = desk.window.lessons
    lessons.bar.play_strokes.click()
    lessons.bar.next.click()
    desk.settle()
    assert desk.answer.label == 8
    lessons.bar.back.click()
    lessons.bar.play_strokes.click()
    lessons.leave()
    desk.settle()
    assert desk.session.image is None


def test_a_card_is_opened_with_its_step(desk: Desk, tmp_path: Path, lesson: Lesson) -> None:
    first, second = lesson.steps[:2]
    with_card = replace(first, window=replace(first.window, topic="evidence"))
    unknown = replace(second, window=replace(second.window, topic="no_such_card"))
    path = tmp_path / "cards.cvae-lesson"
    write_lesson(path, Lesson("Cards", steps=(with_card, unknown)))
    opened(desk, path)
    desk.qtbot.waitUntil(lambda: desk.window.open_topic == "evidence")
    # What is recorded has the card too.
    assert desk.window.restorer.snapshot().topic == "evidence"
    desk.window.lessons.bar.next.click()
    desk.settle()
    assert desk.window.open_topic == ""


def test_a_model_that_is_not_there_is_told_and_done_without(
    desk: Desk, path: Path, lesson: Lesson
) -> None:
    write_lesson(path, replace(lesson, model=LessonModel("teachers", "1" * 64)))
    opened(desk, path)
    assert "the model “teachers”, which is not installed on this computer" in sentences(desk)[0]
    assert desk.session.image is None
    go_on, later = desk.notices[0].actions
    later.run()
    assert desk.window.restorer.stashed is None
    go_on.run()
    desk.settle()
    assert desk.answer.label == 6


def test_the_lessons_model_is_taken_and_given_back(
    desk: Desk, path: Path, lesson: Lesson, monkeypatch: pytest.MonkeyPatch
) -> None:
    from fakes import fake_entry

    other = fake_entry("taught")
    digest = "2" * 64
    manifest = replace(other.manifest, members={"weights.safetensors": digest})
    other = replace(other, manifest=manifest)
    monkeypatch.setattr("desktop_cvae.gui.lessons.lesson_player.find_lesson_model", lambda _: other)
    write_lesson(path, replace(lesson, model=LessonModel("taught", digest)))
    loaded: list[str] = []
    load = desk.source.load

    def watched(name: str, kind: str) -> object:
        loaded.append(name)
        return load(name, kind)

    monkeypatch.setattr(desk.source, "load", watched)
    opened(desk, path)
    assert loaded == ["taught.cvae"]
    assert desk.answer.label == 6
    assert desk.window.remembered().model == "studio"
    desk.window.lessons.leave()
    desk.settle()
    assert desk.session.model is not None


def test_a_damaged_lesson_is_one_sentence(desk: Desk, path: Path) -> None:
    desk.draw(4)
    data = bytearray(path.read_bytes())
    data[-300] ^= 4
    path.write_bytes(bytes(data))
    opened(desk, path)
    assert sentences(desk) == [
        "The lesson “evidence.cvae-lesson” is damaged or was altered and cannot be opened."
    ]
    assert desk.answer.label == 4


def test_a_dropped_lesson_is_played_and_remembered(desk: Desk, path: Path) -> None:
    mime = QMimeData()
    mime.setUrls([QUrl.fromLocalFile(str(path))])
    desk.window.opening.take(mime)
    desk.settle()
    assert desk.window.lessons.bar.isVisible()
    assert str(path) in desk.window.preferences.settings.recent


def test_what_is_shown_becomes_a_step(desk: Desk, tmp_path: Path) -> None:
    recorder = recorder_of(desk)
    assert not recorder.save.isEnabled()
    desk.draw(6)
    recorder.add.click()
    desk.settle()
    recorder.step_title.setText("Six")
    recorder.step_title.textEdited.emit("Six")
    recorder.notes.setPlainText("Look.\nThink.")
    desk.session.set_noise("gaussian", 0.2)
    recorder.add.click()
    desk.settle()
    recorder.lesson_title.textEdited.emit("First")
    recorder.author.textEdited.emit("Me")
    assert (recorder.up.isEnabled(), recorder.down.isEnabled()) == (True, False)
    recorder.up.click()
    assert (recorder.up.isEnabled(), recorder.down.isEnabled()) == (False, True)
    path = tmp_path / "first.cvae-lesson"
    recorder.save_to(str(path))
    desk.settle()
    assert "is saved" in recorder.message.text()
    saved = read_lesson(path)
    assert (saved.title, saved.author) == ("First", "Me")
    assert [step.title for step in saved.steps] == ["", "Six"]
    assert saved.steps[1].notes == "Look.\nThink."
    assert saved.steps[0].window.noise.level == 0.2
    model = desk.session.model
    assert model is not None
    digest = model.entry.manifest.weights_sha256
    assert saved.model == LessonModel("studio", digest)


def test_steps_are_shown_replaced_and_taken_back(desk: Desk) -> None:
    desk.draw(6)
    recorder = recorder_of(desk)
    recorder.add.click()
    desk.settle()
    desk.window.input.canvas.clear()
    desk.draw(1)
    recorder.show_step.click()
    desk.settle()
    assert desk.answer.label == 6
    desk.window.input.canvas.undo()
    desk.settle()
    recorder.replace.click()
    desk.settle()
    recorder.show_step.click()
    desk.settle()
    assert desk.answer.label == 1
    recorder.delete.click()
    assert recorder.steps.count == 0
    assert not recorder.notes.isEnabled()
    recorder.undo.click()
    assert recorder.steps.count == 1
    recorder.undo.click()
    recorder.show_step.click()
    desk.settle()
    assert desk.answer.label == 6


def test_a_closed_dialog_goes_on_where_it_was(desk: Desk) -> None:
    desk.draw(6)
    recorder = recorder_of(desk)
    recorder.add.click()
    desk.settle()
    recorder.lesson_title.textEdited.emit("Draft")
    recorder.close()
    desk.settle()
    again = recorder_of(desk)
    assert again is not recorder
    assert again.lesson_title.text() == "Draft"
    assert again.steps.count == 1
    assert not again.undo.isEnabled()
    again.new.click()
    again.close()
    desk.settle()
    assert recorder_of(desk).steps.count == 0


def test_a_lesson_that_is_played_can_be_changed(desk: Desk, path: Path, lesson: Lesson) -> None:
    opened(desk, path)
    desk.window.lessons.bar.edit.click()
    desk.settle()
    recorder = desk.window.findChildren(LessonRecorder)[-1]
    assert recorder.steps.count == len(lesson.steps)
    assert recorder.about.toPlainText() == "First week"
    recorder.steps.setCurrentIndex(recorder.steps.model().index(0, 0))
    assert recorder.notes.toPlainText() == "Why no one?"


def test_what_cannot_be_saved_is_said_and_nothing_is_lost(desk: Desk, tmp_path: Path) -> None:
    desk.draw(6)
    recorder = recorder_of(desk)
    recorder.add.click()
    desk.settle()
    recorder.save_to(str(tmp_path))
    desk.settle()
    assert "could not be written" in recorder.message.text()
    assert recorder.steps.count == 1


def test_two_windows_do_not_write_one_draft(make_desk: MakeDesk) -> None:
    first, second = make_desk(), make_desk()
    recorder_of(first)
    other = recorder_of(second)
    assert "is not saved" in other.message.text()


def test_an_empty_window_is_a_step_too(desk: Desk) -> None:
    recorder = recorder_of(desk)
    recorder.add.click()
    desk.settle()
    lesson = recorder._made.lesson(None)
    assert lesson is not None
    assert lesson.steps[0].window == SessionRecord()


def test_the_programs_own_lessons_are_in_the_menu(desk: Desk) -> None:
    opener = desk.window.findChild(QAction, "action_record_a_lesson")
    assert opener is not None
    menu = next(each for each in opener.associatedObjects() if isinstance(each, QMenu))
    menu.aboutToShow.emit()
    menu.aboutToShow.emit()
    titles = [action.text() for action in menu.actions() if not action.isSeparator()]
    assert titles[2:] == list(SAMPLE_LESSONS.values())
    opened = next(each for each in menu.actions() if each.text() == "When the model is unsure")
    opened.trigger()
    desk.settle()
    assert desk.window.lessons.bar.title.text() == "When the model is unsure"
    assert desk.window.preferences.settings.recent == ()


def test_who_begins_with_a_lesson_keeps_a_model_of_his_own(desk: Desk, path: Path) -> None:
    """As at a start with a lesson's file, when no model is there yet."""
    desk.window.preferences.change(model="plain")
    desk.session.model = None
    opened(desk, path)
    assert desk.window.remembered().model == "plain"
    desk.window.lessons.leave()
    desk.settle()
    assert desk.session.model is not None
    assert desk.session.model.entry.name == "plain"
