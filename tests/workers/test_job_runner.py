"""The serial worker: latest wins, turns, order, errors, cancelling, shutdown."""

from __future__ import annotations

import gc
import sys
import threading
import weakref
from collections.abc import Callable, Generator, Iterator
from functools import partial
from typing import Any

import pytest
from PySide6.QtCore import QObject
from pytestqt.qtbot import QtBot
from shiboken6 import delete

from desktop_cvae.core.deadlines import check_deadline
from desktop_cvae.core.errors import ImageProblem
from desktop_cvae.workers.job_runner import SWITCH_S, JobRunner


@pytest.fixture
def runner(qtbot: QtBot) -> Iterator[JobRunner]:
    runner = JobRunner()
    yield runner
    runner.stop()


def fail(error: Exception) -> None:
    raise AssertionError from error


def test_work_is_done_elsewhere_and_delivered_here(qtbot: QtBot, runner: JobRunner) -> None:
    seen: list[tuple[int, int]] = []
    runner.submit(
        "a", threading.get_ident, lambda there: seen.append((there, threading.get_ident())), fail
    )
    qtbot.waitUntil(lambda: len(seen) == 1)
    there, here = seen[0]
    assert here == threading.get_ident() != there


def test_a_storm_costs_the_running_and_the_last_job(qtbot: QtBot, runner: JobRunner) -> None:
    gate, ran, delivered = threading.Event(), list[int](), list[int]()

    def job(number: int) -> int:
        gate.wait()
        ran.append(number)
        return number

    for number in range(1000):
        runner.submit("answer", lambda n=number: job(n), delivered.append, fail)
    gate.set()
    qtbot.waitUntil(lambda: not runner.is_busy)
    assert ran == [0, 999]
    assert delivered == [0, 999]


def test_slots_do_not_replace_each_other(qtbot: QtBot, runner: JobRunner) -> None:
    delivered: list[str] = []
    for slot in ("model", "answer", "samples"):
        runner.submit(slot, lambda s=slot: s, delivered.append, fail)
    qtbot.waitUntil(lambda: not runner.is_busy)
    assert delivered == ["model", "answer", "samples"]


def test_a_cancelled_result_is_dropped(qtbot: QtBot, runner: JobRunner) -> None:
    gate, delivered = threading.Event(), list[str]()

    def slow() -> str:
        gate.wait()
        return "old"

    runner.submit("answer", slow, delivered.append, fail)
    runner.cancel("answer")
    runner.submit("answer", lambda: "new", delivered.append, fail)
    gate.set()
    qtbot.waitUntil(lambda: not runner.is_busy)
    assert delivered == ["new"]


@pytest.mark.parametrize("error", [ImageProblem("No picture."), ZeroDivisionError("oops")])
def test_errors_are_delivered_and_the_thread_lives_on(
    qtbot: QtBot, runner: JobRunner, error: Exception
) -> None:
    errors, delivered = list[Exception](), list[int]()

    def job() -> int:
        raise error

    runner.submit("a", job, delivered.append, errors.append)
    runner.submit("b", lambda: 7, delivered.append, fail)
    qtbot.waitUntil(lambda: delivered == [7])
    assert errors == [error]


def test_busy_is_told_once_for_a_row_of_jobs(qtbot: QtBot, runner: JobRunner) -> None:
    told: list[bool] = []
    runner.busy_changed.connect(told.append)
    for slot in "abc":
        runner.submit(slot, lambda: None, lambda _: None, fail)
    qtbot.waitUntil(lambda: told == [True, False])


def test_what_can_wait_does_so_until_nothing_else_is_asked_for(
    qtbot: QtBot, runner: JobRunner
) -> None:
    ran, told = list[str](), list[bool]()
    runner.busy_changed.connect(told.append)

    def ask_more(_: None) -> None:
        ran.append("read")
        runner.submit("answer", lambda: None, lambda _: ran.append("answer"), fail)

    runner.submit("read", lambda: None, ask_more, fail)
    runner.submit("plots", lambda: None, lambda _: ran.append("plots"), fail, can_wait=True)
    assert runner.is_busy
    qtbot.waitUntil(lambda: told == [True, False])
    assert ran == ["read", "answer", "plots"]


def test_what_can_wait_starts_also_after_a_callback_that_fails(
    qtbot: QtBot, runner: JobRunner
) -> None:
    ran: list[str] = []
    runner.submit("a", lambda: None, lambda _: fail(ValueError()), fail)
    runner.submit("b", lambda: None, lambda _: ran.append("b"), fail, can_wait=True)
    with qtbot.captureExceptions() as exceptions:
        qtbot.waitUntil(lambda: not runner.is_busy)
    assert [kind for kind, *_ in exceptions] == [AssertionError]
    assert ran == ["b"]


def test_stop_waits_for_the_running_job_and_delivers_nothing(qtbot: QtBot) -> None:
    runner = JobRunner()
    started, gate, ended, delivered = threading.Event(), threading.Event(), list[int](), list[int]()

    def slow() -> int:
        started.set()
        gate.wait()
        ended.append(1)
        return 1

    runner.submit("a", slow, delivered.append, fail)
    runner.submit("b", lambda: 2, delivered.append, fail)
    started.wait()
    threading.Timer(0.0, gate.set).start()
    runner.stop()
    assert ended == [1]
    qtbot.wait(0)
    runner.submit("c", lambda: 3, delivered.append, fail)
    assert not runner.is_busy
    assert delivered == []


class Counting:
    """A task of many steps that says what becomes of it."""

    def __init__(self, steps: int, at_end: Callable[[], object] = lambda: None) -> None:
        self.steps, self._at_end = steps, at_end
        self.made, self.closed_on = 0, list[int]()

    def __call__(self) -> Generator[int, None, str]:
        try:
            for step in range(self.steps):
                self.made += 1
                yield step
            return "all"
        finally:
            self.closed_on.append(threading.get_ident())
            self._at_end()


ENDLESS = 1_000_000


def test_a_generator_yields_its_progress_and_returns_its_result(
    qtbot: QtBot, runner: JobRunner
) -> None:
    told: list[object] = []
    task = Counting(3)
    runner.submit("a", task, told.append, fail, on_progress=told.append)
    qtbot.waitUntil(lambda: not runner.is_busy)
    assert told == [0, 1, 2, "all"]
    assert task.closed_on[0] != threading.get_ident()


def test_an_answer_waits_for_one_step_of_each_long_task(qtbot: QtBot, runner: JobRunner) -> None:
    one, other, waited = Counting(ENDLESS), Counting(ENDLESS), list[int]()
    for slot, task in (("scorecard", one), ("making", other)):
        runner.submit(slot, task, fail, fail)
    qtbot.waitUntil(lambda: other.made > 5)
    for _ in range(20):
        before = one.made + other.made
        answers: list[int] = []
        runner.submit("answer", lambda: one.made + other.made, answers.append, fail)
        qtbot.waitUntil(lambda answers=answers: bool(answers))
        waited.append(answers[0] - before)
    # The step that runs when it is asked for, and one of the other.
    assert max(waited) <= 3


def test_a_storm_of_answers_does_not_starve_a_long_task(qtbot: QtBot, runner: JobRunner) -> None:
    task, ended = Counting(50), list[str]()

    def ask_again(_: object) -> None:
        if not ended:
            runner.submit("answer", lambda: None, ask_again, fail)

    ask_again(None)
    runner.submit("scorecard", task, ended.append, fail)
    qtbot.waitUntil(lambda: ended == ["all"])


def test_long_tasks_take_turns(qtbot: QtBot, runner: JobRunner) -> None:
    order: list[str] = []
    for slot in "ab":
        told = partial(order.append, slot)
        runner.submit(slot, Counting(3), lambda _: None, fail, on_progress=lambda _, t=told: t())
    qtbot.waitUntil(lambda: not runner.is_busy)
    assert order == ["a", "b"] * 3


def test_a_long_task_that_can_wait_stands_back(qtbot: QtBot, runner: JobRunner) -> None:
    patient, order = Counting(3), list[str]()

    def ask(_: object) -> None:
        if patient.made == 1:
            runner.submit("answer", Counting(4), order.append, fail)

    runner.submit(
        "plots", patient, lambda _: order.append("plots"), fail, on_progress=ask, can_wait=True
    )
    qtbot.waitUntil(lambda: not runner.is_busy)
    assert order == ["all", "plots"]


def test_a_task_cancelled_in_the_middle_is_closed_on_the_worker(
    qtbot: QtBot, runner: JobRunner
) -> None:
    task, delivered = Counting(ENDLESS), list[object]()

    def cancel(step: int) -> None:
        delivered.append(step)
        if step == 2:
            runner.cancel("a")

    runner.submit("a", task, fail, fail, on_progress=cancel)
    qtbot.waitUntil(lambda: bool(task.closed_on))
    qtbot.waitUntil(lambda: not runner.is_busy)
    assert delivered == [0, 1, 2]
    assert task.closed_on[0] != threading.get_ident()


def test_a_cancelled_task_that_never_began_is_not_made(qtbot: QtBot, runner: JobRunner) -> None:
    gate, task, ended = threading.Event(), Counting(1), list[bool]()
    runner.submit("a", gate.wait, ended.append, fail)
    runner.submit("b", task, fail, fail)
    runner.cancel("b")
    gate.set()
    qtbot.waitUntil(lambda: not runner.is_busy)
    assert ended == [True]
    assert task.made == 0


@pytest.mark.parametrize("steps", [0, 2])
@pytest.mark.parametrize("ending", ["cancel", "stop", "retire"])
def test_a_step_without_end_ends_when_it_is_cancelled(
    qtbot: QtBot, ending: str, steps: int
) -> None:
    runner, begun, ended = JobRunner(), threading.Event(), list[bool]()

    def never_ends() -> None:
        begun.set()
        while True:
            check_deadline()

    def ends_never_after_some_steps() -> Generator[int, None, None]:
        yield from range(steps)
        never_ends()

    task = ends_never_after_some_steps if steps else never_ends
    runner.submit("a", task, fail, fail)
    qtbot.waitUntil(begun.is_set)
    if ending == "cancel":
        runner.cancel("a")
        runner.submit("b", lambda: check_deadline() is None, ended.append, fail)
        qtbot.waitUntil(lambda: ended == [True])
        runner.stop()
    elif ending == "stop":
        runner.stop()
    else:
        thread = weakref.ref(runner._thread)
        runner.retire()
        del runner
        qtbot.waitUntil(lambda: thread() is None)


def test_a_newer_task_of_the_slot_closes_the_older(qtbot: QtBot, runner: JobRunner) -> None:
    old, ended, told = Counting(ENDLESS), list[str](), list[int]()

    def replace(step: int) -> None:
        told.append(step)
        if step == 1:
            runner.submit("a", Counting(2), ended.append, fail)

    runner.submit("a", old, fail, fail, on_progress=replace)
    qtbot.waitUntil(lambda: not runner.is_busy)
    assert ended == ["all"]
    assert told == [0, 1]
    assert old.made <= 3
    assert len(old.closed_on) == 1


def test_a_replaced_task_that_just_ends_delivers_nothing(qtbot: QtBot, runner: JobRunner) -> None:
    gate, reached, delivered = threading.Event(), threading.Event(), list[str]()

    def old() -> Generator[int, None, str]:
        yield 0
        reached.set()
        gate.wait()
        return "old"

    runner.submit("a", old, delivered.append, fail)
    qtbot.waitUntil(reached.is_set)
    runner.submit("a", lambda: "new", delivered.append, fail)
    gate.set()
    qtbot.waitUntil(lambda: not runner.is_busy)
    assert delivered == ["new"]


def test_an_exception_after_some_steps_is_delivered(qtbot: QtBot, runner: JobRunner) -> None:
    errors, told, error = list[Exception](), list[int](), ImageProblem("No picture.")

    def task() -> Generator[int, None, str]:
        yield 0
        raise error

    runner.submit("a", task, fail, errors.append, on_progress=told.append)
    qtbot.waitUntil(lambda: not runner.is_busy)
    assert (told, errors) == ([0], [error])


def test_an_exception_while_a_task_is_closed_does_not_end_the_thread(
    qtbot: QtBot, runner: JobRunner
) -> None:
    task, delivered = Counting(ENDLESS, at_end=lambda: 1 / 0), list[int]()
    runner.submit("a", task, fail, fail, on_progress=lambda _: runner.cancel("a"))
    qtbot.waitUntil(lambda: bool(task.closed_on))
    runner.submit("b", lambda: 7, delivered.append, fail)
    qtbot.waitUntil(lambda: delivered == [7])


def test_stop_closes_live_tasks(qtbot: QtBot) -> None:
    runner = JobRunner()
    tasks = [Counting(ENDLESS) for _ in range(3)]
    for number, task in enumerate(tasks):
        runner.submit(str(number), task, fail, fail, can_wait=number == 2)
    qtbot.waitUntil(lambda: tasks[1].made > 2)
    runner.stop()
    assert [len(task.closed_on) for task in tasks] == [1, 1, 0]
    assert tasks[2].made == 0


class Receiver(QObject):
    """What is deleted while a task runs."""

    def __init__(self) -> None:
        super().__init__()
        self.got: list[object] = []

    def take(self, *given: Any) -> None:
        self.got.append(given)


def test_nothing_is_delivered_to_a_receiver_that_is_gone(qtbot: QtBot, runner: JobRunner) -> None:
    receiver, task = Receiver(), Counting(ENDLESS)
    gate, ended = threading.Event(), list[int]()
    runner.submit("a", task, partial(receiver.take, 1), fail, on_progress=receiver.take)
    qtbot.waitUntil(lambda: task.made > 2)
    runner.submit("b", gate.wait, partial(receiver.take, 2), fail)
    delete(receiver)
    got = len(receiver.got)
    gate.set()
    runner.submit("c", lambda: 3, ended.append, fail)
    qtbot.waitUntil(lambda: not runner.is_busy)
    assert ended == [3]
    assert len(task.closed_on) == 1
    assert len(receiver.got) == got


def test_the_worker_gives_way_soon_while_it_lives() -> None:
    usual = sys.getswitchinterval()
    runner = JobRunner()
    assert sys.getswitchinterval() == pytest.approx(SWITCH_S, rel=0.01)
    runner.stop()
    assert sys.getswitchinterval() == usual


def test_its_slots_are_those_that_somebody_waits_for(qtbot: QtBot, runner: JobRunner) -> None:
    gate, done = threading.Event(), list[str]()
    for slot in ("a", "b", "c", "b"):
        runner.submit(slot, lambda s=slot: gate.wait() and s, done.append, fail)
    assert runner.slots == ("a", "b", "c")
    runner.cancel("a")
    runner.cancel("c")
    assert runner.slots == ("b",)
    gate.set()
    qtbot.waitUntil(lambda: done == ["b"])
    assert runner.slots == ()


@pytest.mark.parametrize("ending", ["retired", "forgotten"])
def test_the_thread_outlives_a_runner_that_goes_with_its_window(
    qtbot: QtBot, monkeypatch: pytest.MonkeyPatch, ending: str
) -> None:
    """Qt aborts the program when a running thread is destroyed."""
    raised: list[object] = []
    monkeypatch.setattr(sys, "unraisablehook", raised.append)
    monkeypatch.setattr(threading, "excepthook", raised.append)
    window = QObject()
    runner, goes_on, began = JobRunner(window), threading.Event(), threading.Event()

    def task() -> None:
        began.set()
        goes_on.wait(10)

    thread = weakref.ref(runner._thread)
    runner.submit("a", task, print, print)
    assert began.wait(10)
    if ending == "retired":
        runner.retire()
    delete(window)
    del runner
    gc.collect()
    assert thread() is not None
    goes_on.set()
    qtbot.waitUntil(lambda: thread() is None)
    assert not raised


def test_callbacks_die_in_the_gui_thread(qtbot: QtBot, runner: JobRunner) -> None:
    """They may hold the last reference to a controller with timers."""
    died: list[int] = []
    receiver, goes_on, began = Receiver(), threading.Event(), threading.Event()

    def task() -> None:
        began.set()
        goes_on.wait(10)

    weakref.finalize(receiver, lambda: died.append(threading.get_ident()))
    runner.submit("a", task, receiver.take, receiver.take)
    assert began.wait(10)
    del receiver
    runner.retire()
    # The step still runs.
    assert died == [threading.get_ident()]
    goes_on.set()
