"""The queue before the engines: bounded, and never stuck."""

from __future__ import annotations

import threading
from concurrent.futures import Future, ThreadPoolExecutor

import pytest
from fakes import FakeEngine, fake_entry, fake_model

from desktop_cvae.core.deadlines import check_deadline
from desktop_cvae.core.errors import UsageError
from desktop_cvae.core.language import Speech, speak_here, tr
from desktop_cvae.inference.opened_model import OpenedModel
from desktop_cvae.web.api_errors import ApiError
from desktop_cvae.web.engine_pool import EnginePool, Visitor
from desktop_cvae.web.limits import MAX_OPENED


@pytest.fixture
def pool():
    pool = EnginePool(1, 2, 60, lambda entry: fake_model(FakeEngine(), name=entry.name))
    yield pool
    pool.close()


def name_of(model: OpenedModel) -> str:
    return model.name


def test_who_comes_when_the_queue_is_full_is_sent_away_at_once(pool: EnginePool) -> None:
    begun, gate = threading.Event(), threading.Event()

    def wait(model: OpenedModel) -> str:
        begun.set()
        assert gate.wait(60)
        return model.name

    with ThreadPoolExecutor(3) as visitors:
        first = visitors.submit(pool.ask, fake_entry(), wait)
        assert begun.wait(60)
        # Two more may wait; they are asked from here, so that they wait for certain.
        waiting = [visitors.submit(pool.ask, fake_entry(), name_of) for _ in range(2)]
        while len(pool._waiting) < 2:
            pass
        with pytest.raises(ApiError) as full:
            pool.ask(fake_entry(), name_of)
        with pytest.raises(ApiError):
            pool.require_room()
        gate.set()
        assert [answer.result(60) for answer in (first, *waiting)] == ["studio"] * 3
    assert (full.value.status, full.value.headers) == (429, {"Retry-After": "2"})


def test_an_answer_that_takes_too_long_is_given_up_and_never_begun() -> None:
    gate, done = threading.Event(), []

    def hold(model: OpenedModel) -> None:
        assert gate.wait(60)

    pool = EnginePool(1, 2, 0.01, lambda _: fake_model(FakeEngine()))
    for job in (hold, done.append):
        with pytest.raises(ApiError) as slow:
            pool.ask(fake_entry(), job)
        assert slow.value.status == 503
    gate.set()
    pool.close()
    assert not done


def test_visitors_take_turns_and_a_newcomer_displaces_whoever_fills_the_queue() -> None:
    begun, gate, order = threading.Event(), threading.Event(), []

    def hold(model: OpenedModel) -> None:
        begun.set()
        assert gate.wait(60)

    pool = EnginePool(1, 3, 60, lambda _: fake_model(FakeEngine()))
    greedy, modest = Visitor("10.0.0.1"), Visitor("10.0.0.2")
    with ThreadPoolExecutor(6) as visitors:

        def ask(visitor: Visitor, name: str, waiting: int) -> Future[None]:
            job = visitors.submit(pool.ask, fake_entry(), lambda _: order.append(name), visitor)
            while len(pool._waiting) < waiting:
                pass
            return job

        visitors.submit(pool.ask, fake_entry(), hold, greedy)
        assert begun.wait(60)
        jobs = [ask(greedy, f"greedy {number}", number) for number in (1, 2, 3)]
        with pytest.raises(ApiError):
            pool.require_room(greedy)
        pool.require_room(modest)
        late = ask(modest, "modest", 3)
        with pytest.raises(ApiError) as displaced:
            jobs[2].result(60)
        gate.set()
        late.result(60)
        [job.result(60) for job in jobs[:2]]
    pool.close()
    assert order == ["modest", "greedy 1", "greedy 2"]
    assert displaced.value.status == 429


def test_who_would_then_fill_the_queue_no_less_displaces_nobody() -> None:
    pool = EnginePool(1, 3, 60, lambda _: fake_model(FakeEngine()))
    begun, gate = threading.Event(), threading.Event()

    def hold(model: OpenedModel) -> None:
        begun.set()
        assert gate.wait(60)

    first, second = Visitor("10.0.0.1"), Visitor("10.0.0.2")
    with ThreadPoolExecutor(4) as visitors:
        visitors.submit(pool.ask, fake_entry(), hold)
        assert begun.wait(60)
        for visitor in (first, first, second):
            visitors.submit(pool.ask, fake_entry(), name_of, visitor)
        while len(pool._waiting) < 3:
            pass
        with pytest.raises(ApiError):
            pool.require_room(second)
        pool.require_room(Visitor("10.0.0.3"))
        gate.set()
    pool.close()


def test_sessions_of_one_address_take_turns_too() -> None:
    pool = EnginePool(1, 2, 60, lambda _: fake_model(FakeEngine()))
    begun, gate = threading.Event(), threading.Event()

    def hold(model: OpenedModel) -> None:
        begun.set()
        assert gate.wait(60)

    with ThreadPoolExecutor(3) as visitors:
        visitors.submit(pool.ask, fake_entry(), hold)
        assert begun.wait(60)
        for _ in range(2):
            visitors.submit(pool.ask, fake_entry(), name_of)
        while len(pool._waiting) < 2:
            pass
        pool.require_room(Visitor("", "a"))
        with pytest.raises(ApiError):
            pool.require_room()
        gate.set()
    pool.close()


@pytest.mark.parametrize("patience_s", [0.01, 3600])
def test_a_job_without_end_ends_at_its_deadline_or_with_the_pool(patience_s: float) -> None:
    begun, ended = threading.Event(), threading.Event()

    def never_ends(model: OpenedModel) -> None:
        begun.set()
        try:
            while True:
                check_deadline()
        finally:
            ended.set()

    pool = EnginePool(1, 2, patience_s, lambda _: fake_model(FakeEngine()))
    with ThreadPoolExecutor(2) as visitors:
        asked = visitors.submit(pool.ask, fake_entry(), never_ends)
        assert begun.wait(60)
        waiting = visitors.submit(pool.ask, fake_entry(), name_of)
        if patience_s > 60:
            while not pool._waiting:
                pass
            pool.close()
            with pytest.raises(ApiError):
                waiting.result(60)
        with pytest.raises(ApiError) as slow:
            asked.result(60)
    assert ended.wait(60)
    pool.close()
    assert slow.value.status == 503


def test_what_goes_wrong_reaches_who_asked_and_the_thread_goes_on(pool: EnginePool) -> None:
    def refuse(model: OpenedModel) -> None:
        raise UsageError("no")

    with pytest.raises(UsageError, match="no"):
        pool.ask(fake_entry(), refuse)
    assert pool.ask(fake_entry(), name_of) == "studio"


def test_a_worker_keeps_few_models_open() -> None:
    opened: list[str] = []

    def open_(entry: object) -> OpenedModel:
        opened.append(entry.path.name)
        return fake_model(FakeEngine())

    pool = EnginePool(1, 2, 60, open_)
    names = [f"model {number}" for number in range(MAX_OPENED + 1)]
    for name in (*names[:-1], names[0], names[-1], names[0], names[1]):
        pool.ask(fake_entry(name), name_of)
    pool.close()
    assert opened == [f"{name}.cvae" for name in (*names, names[1])]


def test_an_answer_is_in_the_language_of_who_asked(pool: EnginePool) -> None:
    speak_here(Speech(lambda text, _: text.upper()))
    try:
        assert pool.ask(fake_entry(), lambda _: tr("unsure")) == "UNSURE"
    finally:
        speak_here(None)
    assert pool.ask(fake_entry(), lambda _: tr("unsure")) == "unsure"
