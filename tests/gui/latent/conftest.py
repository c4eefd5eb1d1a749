"""An explorer on the fakes, whose jobs run when the test says so."""

from __future__ import annotations

from dataclasses import dataclass
from typing import cast

import numpy as np
import pytest
from fakes import FakeEngine, FakeSource, draw_digit, fake_model
from PySide6.QtWidgets import QApplication
from window_desk import HeldRunner

from desktop_cvae.core.results import NoiseSetting
from desktop_cvae.gui.controller import Controller
from desktop_cvae.gui.jobs import answer_question
from desktop_cvae.gui.latent.explorer import LatentExplorer
from desktop_cvae.gui.session import Question, Session
from desktop_cvae.workers.job_runner import JobRunner


@dataclass
class Room:
    """The explorer with what it needs, and hands to draw."""

    session: Session
    runner: HeldRunner
    source: FakeSource
    explorer: LatentExplorer

    def draw(self, digit: int, label: int | None = None) -> None:
        """Let the model in use answer for a drawing."""
        assert self.session.model is not None
        image = np.pad(draw_digit(digit, slant=0.3), 20)
        question = Question(image, None, NoiseSetting(), label)
        self.session.set_reply(answer_question(self.session.model, question, writes_digits=False))
        self.runner.run()


@pytest.fixture
def make_room(qapp: QApplication):
    """Rooms without a map, until somebody watches."""

    def make(engine: FakeEngine | None = None) -> Room:
        session, runner, source = Session(), HeldRunner(), FakeSource()
        controller = Controller(session, cast("JobRunner", runner), source)
        explorer = LatentExplorer(session, controller)
        session.set_model(fake_model(engine))
        runner.run()
        return Room(session, runner, source, explorer)

    return make


@pytest.fixture
def room(make_room):
    """Watched, with the map of a model with labels."""
    room = make_room()
    room.explorer.watch("test", True)
    room.runner.run()
    return room
