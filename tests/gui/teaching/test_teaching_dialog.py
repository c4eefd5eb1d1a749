"""Draw, label, teach, compare, use or undo: the dialog and what is kept of it."""

from __future__ import annotations

import json
import sys
from pathlib import Path

import numpy as np
import pytest
from fakes import STROKES, draw_digit
from PySide6.QtCore import QPoint, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QMessageBox, QPushButton
from window_desk import Desk

from desktop_cvae.core import paths
from desktop_cvae.gui.teaching.examples import (
    missing_examples_text,
    next_label,
    problem_of,
    read_examples,
)
from desktop_cvae.gui.teaching.outcome_pane import outcome_figures
from desktop_cvae.gui.teaching.teaching_command import TeachingCommand
from desktop_cvae.gui.teaching.teaching_dialog import TeachingDialog
from desktop_cvae.gui.teaching.teaching_status import DONE, RUNNING, TeachingStatus
from desktop_cvae.gui.widgets.evidence_scale import nats_text
from desktop_cvae.library.archive_entries import TAUGHT, ArchiveEntry, pixels_of
from desktop_cvae.library.reading_archive import Archive, Examples

DIGITS = tuple("0123456789")


def keep(*labels: str) -> None:
    """Examples that are in the archive already."""
    with Archive(paths.archive_file()) as archive:
        for label in labels:
            image = pixels_of(draw_digit(int(label) if label in DIGITS else 1))
            archive.add(ArchiveEntry(source=TAUGHT, text="", image=image, given_label=label))


@pytest.fixture
def dialog(desk: Desk) -> TeachingDialog:
    """The dialog over the window."""
    return opened(desk)


def opened(desk: Desk) -> TeachingDialog:
    desk.window.run("teach")
    desk.settle()
    (found,) = desk.window.findChildren(TeachingDialog)
    return found


def draw(dialog: TeachingDialog, digit: int) -> None:
    canvas = dialog.examples.draw.canvas
    for line in STROKES[digit]:
        places = [QPoint(round(20 + 210 * x), round(20 + 210 * y)) for x, y in line]
        QTest.mousePress(canvas, Qt.MouseButton.LeftButton, pos=places[0])
        for place in places[1:]:
            QTest.mouseMove(canvas, place)
        QTest.mouseRelease(canvas, Qt.MouseButton.LeftButton, pos=places[-1])


def test_what_is_drawn_is_kept_and_the_next_label_asked(desk: Desk, dialog: TeachingDialog) -> None:
    assert not dialog.teach.isEnabled()
    assert "No examples yet" in dialog.message.text()
    assert dialog.examples.draw.label == "0"
    draw(dialog, 0)
    QTest.keyClick(dialog.examples.draw, Qt.Key.Key_Return)
    desk.settle()
    assert dialog.examples.draw.message.text() == "Saved: 1 of “0”."
    assert dialog.examples.draw.label == "1"
    assert dialog.examples.draw.canvas.drawing.history.is_blank
    kept = read_examples()
    assert kept.labels == ("0",)
    away = [np.abs(kept.images[0] / 255 - draw_digit(digit)).mean() for digit in range(10)]
    assert np.argmin(away) == 0
    assert dialog.message.text().startswith("1 example. Twenty make a clear difference.")
    assert dialog.teach.isEnabled()
    with Archive(paths.archive_file()) as archive:
        entry = archive.get(kept.ids[0])
    assert (entry.source, entry.input_kind) == (TAUGHT, "drawing")


def test_nothing_is_kept_of_blank_paper(desk: Desk, dialog: TeachingDialog) -> None:
    dialog.examples.draw.save.click()
    desk.settle()
    assert dialog.examples.draw.message.text() == "Draw something first."
    assert read_examples().labels == ()


def test_undo_takes_back_a_stroke_then_an_example_then_a_deletion(desk: Desk) -> None:
    keep("7", "7")
    dialog = opened(desk)
    dialog.examples.draw.choose("7")
    assert dialog.examples.own.count == 2
    dialog.examples.delete.click()
    desk.settle()
    assert dialog.examples.own.count == 1
    dialog.examples.draw.choose("3")
    draw(dialog, 3)
    dialog.examples.draw.save.click()
    desk.settle()
    assert read_examples().counts == {"7": 1, "3": 1}
    draw(dialog, 1)
    dialog.examples.draw.undo.click()
    assert dialog.examples.draw.canvas.drawing.history.is_blank
    for expected in ({"7": 1}, {"7": 2}):
        dialog.examples.draw.undo.click()
        desk.settle()
        assert read_examples().counts == expected
    dialog.examples.draw.undo.click()
    assert dialog.examples.draw.message.text() == "There is nothing to undo."


def test_a_card_chooses_what_is_drawn(desk: Desk) -> None:
    keep("4", "4", "ж")
    dialog = opened(desk)
    assert dialog.examples.cards.count == 11
    dialog.examples.cards.digit_picked.emit(4)
    assert dialog.examples.draw.label == "4"
    assert dialog.examples.own_title.text() == "Examples of “4”"
    assert dialog.examples.own.count == 2
    # A new label's one example is too few.
    assert "“ж” is new and needs at least 5" in dialog.message.text()
    assert not dialog.teach.isEnabled()


def test_a_new_label_gets_a_card_and_stays_chosen(desk: Desk, dialog: TeachingDialog) -> None:
    dialog.examples.draw.new_label.setText("7")
    dialog.examples.draw.add.click()
    assert dialog.examples.draw.message.text() == "This label already exists."
    dialog.examples.draw.new_label.setText(" ✓ ")
    dialog.examples.draw.add.click()
    assert dialog.examples.draw.label == "✓"
    assert dialog.examples.cards.count == 11
    for _ in range(2):
        draw(dialog, 7)
        dialog.examples.draw.save.click()
        desk.settle()
        assert dialog.examples.draw.label == "✓"
    assert read_examples().labels == ("✓", "✓")


def test_a_model_without_labels_cannot_be_taught(desk: Desk) -> None:
    keep("4")
    dialog = opened(desk)
    desk.controller.load_model("plain")
    desk.settle()
    assert not dialog.teach.isEnabled()
    assert "has no labels" in dialog.message.text()


def player(tmp_path: Path, *events: dict[str, object]) -> list[str]:
    """A program that says these events, and writes the file that it was told to."""
    script = tmp_path / "player.py"
    lines = [json.dumps({"version": 1, **event}) for event in events]
    script.write_text(
        "import pathlib, sys\n"
        "words = sys.argv[1:]\n"
        f"for line in {lines!r}:\n    print(line, flush=True)\n"
        "if '--output' in words:\n"
        "    out = pathlib.Path(words[words.index('--output') + 1])\n"
        "    out.parent.mkdir(parents=True, exist_ok=True)\n"
        "    out.write_bytes(b'taught')\n"
    )
    return [sys.executable, str(script)]


def teach_with(desk: Desk, program: list[str]) -> TeachingCommand:
    """The window's command, whose process is the player."""
    command = desk.window.teaching
    command.process.program = program
    return command


SAVED = {
    "event": "saved",
    "file": "studio-taught.cvae",
    "model": "studio-taught",
    "metrics": {"own_accuracy_before": 0.5, "own_accuracy_after": 0.9, "own_held_out": 1.0},
}


def test_teaching_is_told_compared_used_and_undone(desk: Desk, tmp_path: Path) -> None:
    keep(*DIGITS)
    note = {"event": "advice", "code": "teaching", "sentence": "A note.", "cure": {}}
    learning = {"event": "finishing", "part": "learning", "done": 3, "total": 9, "parts": []}
    command = teach_with(desk, player(tmp_path, learning, note, SAVED))
    dialog, seen = opened(desk), []
    command.changed.connect(lambda: seen.append((command.status.part, dialog.bar.value())))
    desk.draw(3)
    dialog.teach.click()
    assert command.status.phase == RUNNING
    assert command.status.output == paths.models_dir() / "studio-taught.cvae"
    assert not dialog.teach.isVisible()
    desk.qtbot.waitUntil(lambda: not command.process.is_running)
    desk.settle()
    assert ("learning", 3) in seen
    assert command.status.phase == DONE
    assert command.status.notes == ("A note.",)
    assert dialog.pages.currentWidget() is dialog.outcome
    assert "is a taught copy of “studio”" in dialog.message.text()
    desk.source.add(command.status.output)
    dialog.use.click()
    desk.settle()
    assert desk.source.loads[-1][0] == str(command.status.output)
    assert (dialog.use.text(), dialog.use.isEnabled()) == ("In use", False)
    assert dialog.message.text().endswith("“studio-taught” is in use now.")
    output = command.status.output
    dialog.undo.click()
    desk.settle()
    assert desk.source.loads[-1][0] == "studio.cvae"
    assert "studio-taught" not in {entry.name for entry in desk.source.entries}
    assert command.status.phase == ""
    assert dialog.pages.currentIndex() == 0
    output.unlink()
    (again,) = desk.notices[-1].actions
    again.run()
    desk.settle()
    assert output.read_bytes() == b"taught"


def test_what_goes_wrong_is_said_where_one_looks(desk: Desk, tmp_path: Path) -> None:
    keep("4")
    command = teach_with(
        desk,
        player(tmp_path, {"event": "failed", "sentence": "It cannot be done.", "exit_code": 2}),
    )
    dialog = opened(desk)
    dialog.teach.click()
    desk.qtbot.waitUntil(lambda: not command.process.is_running)
    assert dialog.message.text() == "It cannot be done."
    assert dialog.teach.isVisible()


def test_the_end_is_told_where_the_dialog_is_closed(desk: Desk, tmp_path: Path) -> None:
    keep("4")
    command = teach_with(desk, player(tmp_path, SAVED))
    command.start()
    desk.qtbot.waitUntil(lambda: not command.process.is_running)
    desk.settle()
    assert desk.notices[-1].sentence == "The taught model “studio-taught” is ready."
    assert [action.text for action in desk.notices[-1].actions] == ["Show", "Use it"]


def test_the_drawing_is_asked_of_both_models(desk: Desk, tmp_path: Path) -> None:
    keep("4")
    command = teach_with(desk, player(tmp_path, SAVED))
    dialog = opened(desk)
    desk.source.add(Path("studio.cvae"))
    dialog.teach.click()
    desk.qtbot.waitUntil(lambda: command.status.phase == DONE)
    desk.source.add(command.status.output)
    desk.draw(7)
    for bars in dialog.outcome.bars:
        assert bars.isVisible()
        assert bars.recognition is not None
        nats = nats_text(float(bars.recognition.evidence_nats[0]))
        assert nats in bars.accessibleDescription()
    desk.window.input.canvas.clear()
    desk.settle()
    assert not dialog.outcome.bars[0].isVisible()
    desk.qtbot.waitUntil(lambda: not command.process.is_running)


def test_sentences_and_names() -> None:
    counts = Examples(np.zeros((3, 28, 28), np.uint8), ("0", "0", "ж"), (1, 2, 3)).counts
    assert next_label("9", DIGITS, counts) == "1"
    assert next_label("0", DIGITS, counts) == "1"
    assert next_label("ж", DIGITS, counts) == "ж"
    assert "No examples yet of: 1, 2, 3" in missing_examples_text(DIGITS, counts)
    assert problem_of("\n", DIGITS)
    assert problem_of("x" * 41, DIGITS)
    assert problem_of("x", DIGITS) == ""
    figures = outcome_figures({"own_accuracy_after": 1.0, "test_accuracy_before": 0.99})
    assert [read for _, read, _ in figures] == ["100.0 %", "99.00 %"]


def test_closing_the_window_asks_while_it_teaches(
    desk: Desk, monkeypatch: pytest.MonkeyPatch
) -> None:
    command, window = desk.window.teaching, desk.window
    command.status = TeachingStatus(RUNNING, parent_name="studio")
    ended: list[str] = []
    monkeypatch.setattr(command.process, "stop", ended.append)
    window.close()
    (question,) = window.findChildren(QMessageBox)
    assert window.isVisible()
    assert "studio" in question.text()
    question.reject()
    assert not ended
    assert command.status.phase == RUNNING
    window.close()
    with desk.qtbot.waitSignal(window.closed):
        assert command.question is not None
        button = command.question.findChild(QPushButton, "answer_end")
        assert button is not None
        button.click()
    assert ended == ["cancel"]
