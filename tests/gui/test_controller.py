"""The controller: changes of the session become jobs, results become changes of the session."""

from __future__ import annotations

import gc
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

import numpy as np
import pytest
from fakes import FakeSource, draw_digit
from pytestqt.qtbot import QtBot

from desktop_cvae.core.errors import UsageError
from desktop_cvae.gui import jobs
from desktop_cvae.gui.controller import MAP_GIVEN_UP, Controller
from desktop_cvae.gui.session import Notice, Session
from desktop_cvae.workers.job_runner import JobRunner


@dataclass
class Bench:
    """A controller without any window."""

    session: Session
    runner: JobRunner
    source: FakeSource
    controller: Controller
    notices: list[Notice]
    qtbot: QtBot

    def settle(self) -> None:
        self.qtbot.waitUntil(lambda: not self.runner.is_busy)

    def load(self, name: str = "studio") -> None:
        self.controller.load_model(name)
        self.settle()


@pytest.fixture
def bench(qtbot: QtBot) -> Iterator[Bench]:
    session, runner, source = Session(), JobRunner(), FakeSource()
    controller = Controller(session, runner, source)
    notices: list[Notice] = []
    session.notice_raised.connect(notices.append)
    yield Bench(session, runner, source, controller, notices, qtbot)
    runner.stop()
    controller.deleteLater()
    session.deleteLater()


def test_an_image_is_answered_once_there_is_a_model(bench: Bench) -> None:
    bench.session.set_image(draw_digit(3))
    bench.settle()
    assert bench.session.reply is None
    bench.load()
    assert bench.session.reply is not None
    assert bench.session.reply.answer.label == 3


def test_an_empty_canvas_has_no_answer(bench: Bench) -> None:
    bench.load()
    bench.session.set_image(draw_digit(3))
    bench.settle()
    bench.session.set_image(None)
    bench.settle()
    assert bench.session.reply is None


def test_noise_label_and_threshold_ask_again(bench: Bench) -> None:
    bench.load()
    bench.session.set_image(draw_digit(3))
    bench.settle()
    for change in (
        lambda: bench.session.set_noise("gaussian", 0.2),
        lambda: bench.session.set_label(5),
        lambda: bench.session.set_false_rejection_rate(0.02),
    ):
        before = bench.session.reply
        change()
        bench.settle()
        after = bench.session.reply
        assert after is not None
        assert after is not before
    assert after.question.noise.level == 0.2
    assert (after.question.label, after.question.false_rejection_rate) == (5, 0.02)


def test_another_answer_of_the_same_picture_keeps_its_preparation(bench: Bench) -> None:
    bench.load()
    bench.session.set_image(draw_digit(3))
    bench.settle()
    first = bench.session.reply
    bench.session.set_noise("gaussian", 0.2)
    bench.settle()
    second = bench.session.reply
    assert first is not None
    assert second is not None
    assert second.question.prepared is first.answer.prepared


def test_the_current_model_stays_until_another_is_loaded(bench: Bench) -> None:
    bench.load()
    bench.controller.use_model("nowhere")
    bench.settle()
    assert bench.session.model is not None
    assert bench.session.model.entry.name == "studio"
    assert bench.notices
    bench.controller.use_model("plain")
    bench.settle()
    assert bench.session.model.entry.name == "plain"


def test_a_fallback_is_loaded_when_the_first_model_fails(bench: Bench) -> None:
    bench.controller.load_model("nowhere", fallback="studio")
    bench.qtbot.waitUntil(lambda: bench.session.model is not None)
    bench.settle()
    assert len(bench.notices) == 1


def test_without_any_model_that_is_said(bench: Bench) -> None:
    with bench.qtbot.waitSignal(bench.session.model_failed):
        bench.controller.load_model("nowhere")
    bench.settle()


def test_the_engine_in_use_is_not_loaded_again(bench: Bench) -> None:
    bench.load()
    model = bench.session.model
    assert model is not None
    bench.controller.use_engine(model.engine.name)
    assert not bench.runner.is_busy
    assert bench.session.model is model


def test_a_picture_that_cannot_be_read_is_told(bench: Bench, tmp_path: Path) -> None:
    (tmp_path / "no.png").write_bytes(b"not a picture")
    opened: list[object] = []
    bench.session.picture_opened.connect(opened.append)
    bench.controller.open_picture(tmp_path / "no.png", "no.png")
    bench.settle()
    assert not opened
    assert "no.png" in bench.notices[-1].sentence or bench.notices[-1].sentence


def test_errors_become_notices(bench: Bench) -> None:
    bench.controller.tell(UsageError("This cannot be."))
    assert bench.notices[-1].sentence == "This cannot be."
    bench.controller.tell(ValueError("inner"))
    assert "ValueError: inner" in bench.notices[-1].details
    assert "inner" not in bench.notices[-1].sentence


def test_a_cancelled_map_leaves_a_message(bench: Bench) -> None:
    bench.load()
    bench.controller.find_map()
    bench.controller.give_up("map")
    bench.settle()
    assert bench.session.latent_map is None
    assert bench.session.latent_message == MAP_GIVEN_UP


def test_the_image_reaches_the_model_as_it_is(bench: Bench) -> None:
    bench.load()
    image = draw_digit(7)
    bench.session.set_image(image)
    bench.settle()
    assert bench.session.reply is not None
    np.testing.assert_array_equal(bench.session.reply.question.image, image)


def test_loaded_modules_are_not_searched_for_garbage_again() -> None:
    gc.unfreeze()
    jobs.load_plotting()
    assert gc.get_freeze_count() > 1000
    gc.unfreeze()
