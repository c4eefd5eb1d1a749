"""The serial worker: latest wins, order, errors, cancelling, shutdown."""

from __future__ import annotations

import sys
import threading
from collections.abc import Iterator

import pytest
from pytestqt.qtbot import QtBot

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


def test_the_worker_gives_way_soon_while_it_lives() -> None:
    usual = sys.getswitchinterval()
    runner = JobRunner()
    assert sys.getswitchinterval() == pytest.approx(SWITCH_S, rel=0.01)
    runner.stop()
    assert sys.getswitchinterval() == usual
