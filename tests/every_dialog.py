"""Every dialog of the window, opened on the fakes as a user would open it."""

from __future__ import annotations

from collections.abc import Callable
from contextlib import nullcontext
from dataclasses import replace
from pathlib import Path
from typing import Any

import numpy as np
import printed_forms
from archived_answers import some_entry
from fake_runs import MakeRun
from fake_sweeps import make_sweep
from fakes import draw_digit
from paged_files import write_pages
from PySide6.QtWidgets import QDialog, QTabWidget
from window_desk import Desk

from desktop_cvae.core import paths
from desktop_cvae.core.command_events import SearchEnded
from desktop_cvae.core.language import tr
from desktop_cvae.gui.comparison.sweep_dialog import SweepDialog
from desktop_cvae.gui.picture import Picture
from desktop_cvae.gui.session import Notice
from desktop_cvae.library.lesson_content import Lesson, LessonStep
from desktop_cvae.library.lesson_questions import LessonQuestion
from desktop_cvae.library.reading_archive import Archive

Opener = Callable[[Desk, MakeRun], None]
TAUGHT = {
    "own_held_out": 1.0,
    "own_accuracy_before": 0.85,
    "own_accuracy_after": 1.0,
    "own_evidence_before": -136.5,
    "own_evidence_after": -124.5,
    "test_accuracy_before": 0.9937,
    "test_accuracy_after": 0.9931,
    "test_evidence_before": -102.4,
    "test_evidence_after": -102.6,
}
"""What teaching has brought."""


def _library(desk: Desk, make_run: MakeRun, page: int = 0) -> None:
    make_run("mine", losses=[9, 8, 7])
    desk.window.run("library")
    tabs = _newest(desk).findChild(QTabWidget)
    assert tabs is not None
    tabs.setCurrentIndex(page)


def _epoch_history(desk: Desk, make_run: MakeRun) -> None:
    from desktop_cvae.gui.library.epoch_history_dialog import find_epoch_history

    find_epoch_history(desk.window, make_run("mine", losses=[9, 8, 7]).id)


def _comparison(desk: Desk, make_run: MakeRun) -> None:
    from desktop_cvae.gui.comparison.comparison_dialog import compare_models

    models = tuple(desk.source.load(name, "onnx") for name in ("studio", "plain"))
    compare_models(desk.window, models)


def _new_sweep(desk: Desk, _: MakeRun) -> None:
    desk.window.run("sweeps")
    (dialog,) = desk.window.findChildren(SweepDialog)
    dialog.open_form()


def _sweeps(desk: Desk, make_run: MakeRun) -> None:
    folder = paths.data_dir()
    folder.mkdir(parents=True, exist_ok=True)
    make_sweep(make_run.spec, folder / "wide.toml")
    desk.window.run("sweeps")


def _data(desk: Desk, page: str) -> None:
    desk.window.run("data_sets")
    if page:
        getattr(_newest(desk), page)()


def _training(desk: Desk, *, is_unfolded: bool = False) -> None:
    desk.window.training.open()
    desk.window.training.dialog.form.disclosure.setChecked(is_unfolded)


def _lesson(desk: Desk) -> None:
    recorder = desk.window.lessons.record()
    desk.settle()
    recorder.add.click()


def _lesson_question(desk: Desk) -> None:
    _lesson(desk)
    desk.settle()
    recorder = _newest(desk)
    recorder.question.click()
    dialog = _newest(desk)
    dialog.kind.setCurrentIndex(dialog.kind.findData("choice"))
    dialog.choices.setPlainText("3\n8")
    # It says what is missing.
    dialog.use.click()


def _handing_in(desk: Desk) -> None:
    question = LessonQuestion("number", "28 × 28 = 784; " * 6 + "28 + 28 = ?", value=56.0)
    desk.window.lessons.play(Lesson("784", steps=(LessonStep(question=question),) * 12))
    desk.window.lessons.hand_in()


def _archive(desk: Desk, count: int) -> None:
    with Archive(paths.archive_file()) as archive, archive.together() if count else nullcontext():
        for number in range(count):
            archive.add(some_entry(number))
    desk.window.run("archive")


def _rereading(desk: Desk) -> None:
    _archive(desk, 3)
    desk.settle()
    _newest(desk).actions_.read_again()


def _crop(desk: Desk) -> None:
    photograph = np.full((900, 1400), 0.8, np.float32)
    desk.session.picture_opened.emit(Picture(photograph, "photograph.png"))
    desk.window.run("crop")


def _form(desk: Desk, *, has_values: bool = False) -> None:
    path = paths.data_dir().parent / "card.png"
    printed_forms.blank().save(path)
    desk.window.run("form_editor")
    dialog = _newest(desk)
    dialog.open_sample(path)
    desk.settle()
    fields = printed_forms.form({"meter": "length:6"}).fields
    values = ("42072", "42073") if has_values else ()
    dialog.draft.begin(
        [replace(fields[0], kind="list", values=values) if values else fields[0], *fields[1:]]
    )
    if has_values:
        dialog.fields.offer({"№": values, "§": ("1",)})


def _pages(desk: Desk) -> None:
    desk.window.opening.open_file(write_pages(paths.data_dir().parent / "scan.pdf", 6))
    desk.settle()


def _details(desk: Desk) -> None:
    from desktop_cvae.gui.dialogs import show_details

    show_details(desk.window, Notice("Something went wrong.", "A line.\n" * 80))


def _guide(desk: Desk, chapter: str) -> None:
    desk.window.explainer.show_guide(chapter)


def _teaching(desk: Desk, *, is_taught: bool = False) -> None:
    from desktop_cvae.gui.teaching.teaching_status import DONE, TeachingStatus

    command = desk.window.teaching
    if is_taught:
        command.status = TeachingStatus(
            DONE,
            "studio.cvae",
            "studio",
            Path("studio.cvae"),
            metrics=TAUGHT,
            notes=(
                tr(
                    "{share} of what was learned is kept; all of it would have cost too many "
                    "other digits.",
                    share="60 %",
                ),
            ),
        )
    command.open()


def _sharing(desk: Desk) -> None:
    from desktop_cvae.gui.sharing.sharing_status import SERVING, SharingStatus

    link = "http://192.168.1.20:8470/?token=Qm9zc2FzZWNyZXRvZmxpbms"
    desk.window.sharing.status = SharingStatus(SERVING, link, True, 2, 41)
    desk.window.run("share")


def _fooling(desk: Desk) -> None:
    desk.window.run("fool")
    dialog = _newest(desk)
    if desk.session.reply is not None:
        pixels = tuple(draw_digit(8).reshape(-1).tolist())
        dialog.process.event_received.emit(SearchEnded(True, pixels))


DIALOGS: dict[str, Opener] = {
    "training": lambda desk, _: _training(desk),
    "training, advanced": lambda desk, _: _training(desk, is_unfolded=True),
    "teaching": lambda desk, _: _teaching(desk),
    "teaching, before and after": lambda desk, _: _teaching(desk, is_taught=True),
    "library, models": _library,
    "library, runs": lambda desk, make_run: _library(desk, make_run, 1),
    "replay": _epoch_history,
    "comparison": _comparison,
    "sweeps": _sweeps,
    "sweeps, none": lambda desk, _: desk.window.run("sweeps"),
    "new sweep": _new_sweep,
    "scorecard": lambda desk, _: desk.window.run("scorecard"),
    "data sets": lambda desk, _: _data(desk, ""),
    "data sets, import": lambda desk, _: _data(desk, "show_import"),
    "data sets, make": lambda desk, _: _data(desk, "show_make"),
    "sheets": lambda desk, _: desk.window.run("sheet_uniform"),
    "fooling": lambda desk, _: desk.window.run("fool"),
    "fooling, fooled": lambda desk, _: _fooling(desk),
    "completion": lambda desk, _: desk.window.run("complete"),
    "walk": lambda desk, _: desk.window.run("walk"),
    "latent space": lambda desk, _: desk.window.run("latent_space"),
    "many pictures": lambda desk, _: desk.window.run("read_many"),
    "lesson": lambda desk, _: _lesson(desk),
    "lesson, question": lambda desk, _: _lesson_question(desk),
    "lesson, handed in": lambda desk, _: _handing_in(desk),
    "sharing": lambda desk, _: desk.window.run("share"),
    "sharing, shared": lambda desk, _: _sharing(desk),
    "archive": lambda desk, _: _archive(desk, 40),
    "archive, empty": lambda desk, _: _archive(desk, 0),
    "archive, read again": lambda desk, _: _rereading(desk),
    "crop": lambda desk, _: _crop(desk),
    "form": lambda desk, _: desk.window.run("form_editor"),
    "form, drawn": lambda desk, _: _form(desk),
    "form, one of a list": lambda desk, _: _form(desk, has_values=True),
    "pages": lambda desk, _: _pages(desk),
    "preferences": lambda desk, _: desk.window.run("preferences"),
    "about": lambda desk, _: desk.window.run("about"),
    "guide": lambda desk, _: _guide(desk, "evidence"),
    "guide, CVAE": lambda desk, _: _guide(desk, "cvae"),
    "guide, training": lambda desk, _: _guide(desk, "training"),
    "keys": lambda desk, _: desk.window.run("keys"),
    "details": lambda desk, _: _details(desk),
}
"""By what the lists call it."""


def open_dialog(desk: Desk, make_run: MakeRun, name: str) -> QDialog:
    """Open one, and wait until it shows what it has to show."""
    DIALOGS[name](desk, make_run)
    desk.settle()
    dialog: QDialog = _newest(desk)
    desk.qtbot.waitUntil(dialog.isVisible)
    desk.settle()
    return dialog


def _newest(desk: Desk) -> Any:
    """The dialog that was opened last; each has its own parts."""
    return desk.window.findChildren(QDialog)[-1]
