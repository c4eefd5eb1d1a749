"""What takes long on the worker is named, and after two seconds it can be given up."""

from __future__ import annotations

import threading
from collections.abc import Callable, Iterator
from functools import partial

import pytest
from window_desk import Desk

from desktop_cvae.gui.controller import MAP_GIVEN_UP
from desktop_cvae.gui.job_status import JobStatus


class Clock:
    """Goes when it is told to."""

    now = 100.0

    def __call__(self) -> float:
        return self.now


@pytest.fixture
def clock() -> Clock:
    return Clock()


@pytest.fixture
def gate(desk: Desk) -> Iterator[threading.Event]:
    """Holds back what is submitted with its ``wait``."""
    gate = threading.Event()
    yield gate
    gate.set()
    desk.settle()


@pytest.fixture
def watch(desk: Desk, clock: Clock) -> JobStatus:
    # The window's own goes by the real time.
    desk.window.status.findChild(JobStatus).setParent(None)
    return JobStatus(desk.session, desk.runner, desk.window.status, desk.window._give_up, clock)


Submit = Callable[..., None]


@pytest.fixture
def hold(desk: Desk, gate: threading.Event) -> Submit:
    def submit(slot: str, status: str = "") -> None:
        done = partial(told.append, slot)
        desk.runner.submit(slot, gate.wait, lambda _: done(), lambda _: None, status=status)

    told: list[str] = []
    submit.told = told  # type: ignore[attr-defined]
    return submit


def test_what_lasts_is_named_then_cancelled(
    desk: Desk, watch: JobStatus, clock: Clock, hold: Submit
) -> None:
    status = desk.window.status
    hold("map", "Mapping the test digits")
    for elapsed_s, words, can_cancel in (
        (0.0, "", False),
        (0.4, "", False),
        (0.6, "Mapping the test digits …", False),
        (2.5, "Mapping the test digits … 2 s", True),
    ):
        clock.now = 100.0 + elapsed_s
        watch.look()
        assert status._words == words
        assert status.cancel.isVisible() == can_cancel
    status.cancel.click()
    assert not status.cancel.isVisible()
    assert desk.session.latent_message == MAP_GIVEN_UP
    assert desk.runner.slots == ()


def test_when_all_is_done_it_says_so(
    desk: Desk, watch: JobStatus, clock: Clock, hold: Submit, gate: threading.Event
) -> None:
    hold("picture", "Opening the picture")
    clock.now += 5
    watch.look()
    clock.now += 5
    watch.look()
    assert desk.window.status.state.text().startswith("Opening the picture")
    gate.set()
    desk.settle()
    assert desk.window.status.state.text() == "Ready"
    assert not desk.window.status.cancel.isVisible()


def test_the_pens_answers_and_what_dialogs_show_are_not_named(
    desk: Desk, watch: JobStatus, clock: Clock, hold: Submit
) -> None:
    hold("answer")
    hold("scorecard 1")
    clock.now += 9
    watch.look()
    assert not desk.window.status.cancel.isVisible()


def test_a_model_that_is_given_up_leaves_the_old_one(
    desk: Desk, watch: JobStatus, clock: Clock, gate: threading.Event
) -> None:
    real = desk.source.load
    desk.source.load = lambda *wish: (gate.wait(), real(*wish))[1]  # type: ignore[method-assign]
    old = desk.session.model
    desk.controller.use_model("plain")
    watch.look()
    clock.now += 3
    watch.look()
    assert "Opening the model" in desk.window.status.state.text()
    desk.window.status.cancel.click()
    gate.set()
    desk.settle()
    assert desk.session.model is old
    assert desk.window.chooser.combo.currentText() == "studio"


def test_a_number_that_is_given_up_brings_the_canvas_back(
    desk: Desk, watch: JobStatus, clock: Clock
) -> None:
    desk.draw(3)
    desk.engine.gate.clear()
    desk.window.several.enter()
    watch.look()
    clock.now += 3
    watch.look()
    assert desk.window.several.is_active
    desk.window.status.cancel.click()
    desk.engine.gate.set()
    desk.settle()
    assert not desk.window.several.is_active
    assert desk.headline == "It is a 3"
