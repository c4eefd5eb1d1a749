"""What the session takes and forgets, and which jobs outlive a change of the model."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any, cast

import numpy as np
import pytest
from fakes import FakeEngine, FakeSource, draw_digit, fake_map, fake_model
from PySide6.QtCore import QObject, Signal
from PySide6.QtWidgets import QApplication

from desktop_cvae.core.presets import CONV_VAE
from desktop_cvae.gui.controller import Controller
from desktop_cvae.gui.session import DecodedPlace, Session
from desktop_cvae.workers.job_runner import JobRunner

PLACE = DecodedPlace((0.0, 0.0), np.zeros((28, 28), np.float32))


class HeldRunner(QObject):
    """Keeps every job until it is told to run them."""

    busy_changed = Signal(bool)

    def __init__(self) -> None:
        super().__init__()
        self.jobs: dict[str, tuple[Callable[[], Any], Callable[[Any], object]]] = {}

    def submit(
        self,
        slot: str,
        task: Callable[[], Any],
        on_done: Callable[[Any], object],
        *_: Any,
        **__: Any,
    ) -> None:
        self.jobs[slot] = task, on_done

    def cancel(self, slot: str) -> None:
        self.jobs.pop(slot, None)

    def run(self) -> None:
        while self.jobs:
            task, on_done = self.jobs.pop(next(iter(self.jobs)))
            on_done(task())


@pytest.fixture
def session(qapp: QApplication) -> Session:
    session = Session()
    session.set_model(fake_model())
    return session


@pytest.mark.parametrize(("label", "taken"), [(0, 0), (9, 9), (10, None), (None, None)])
def test_a_label_is_taken_if_the_model_has_it(
    session: Session, label: int | None, taken: int | None
) -> None:
    session.set_label(label)
    assert session.label == taken


def test_another_model_forgets_what_the_old_one_said(session: Session) -> None:
    (known,) = fake_model().read(draw_digit(3)[None])
    session.set_image(draw_digit(3), None, known)
    session.set_label(3)
    session.look_at(4)
    session.set_decoded(PLACE)
    session.set_latent_map(fake_map(FakeEngine()), "")
    session.set_model(fake_model())
    held = (session.known, session.label, session.looked_at, session.decoded, session.latent_map)
    assert held == (None,) * 5


def test_no_job_of_the_old_model_answers_for_the_new_one(session: Session) -> None:
    runner = HeldRunner()
    controller = Controller(session, cast("JobRunner", runner), FakeSource())
    session.set_image(draw_digit(4))
    session.set_latent_map(fake_map(FakeEngine()), "")
    controller.pick_place(0.5, 0.5)
    assert set(runner.jobs) == {"answer", "place"}
    session.set_model(fake_model(FakeEngine(CONV_VAE), name="plain"))
    runner.run()
    assert session.decoded is None
    assert session.reply is not None
    recognition = session.reply.answer.recognition
    assert recognition is not None
    assert recognition.label is None
