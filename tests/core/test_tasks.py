"""Tasks: run to their end, or as a part of a larger one."""

from __future__ import annotations

from dataclasses import replace
from functools import partial

from desktop_cvae.core.tasks import Progress, Task, relayed, result_of


def count(total: int, closed: list[bool]) -> Task[str]:
    try:
        for done in range(1, total + 1):
            yield Progress(done, total)
        return "counted"
    finally:
        closed.append(True)


def test_a_task_is_run_to_its_result() -> None:
    assert result_of(count(3, [])) == "counted"
    assert result_of(count(0, [])) == "counted"


def test_a_part_tells_its_progress_in_the_words_of_the_whole() -> None:
    def whole() -> Task[str]:
        for name in "ab":
            naming = partial(replace, what=name)
            result = yield from relayed(count(2, []), naming)
        return f"{result} twice"

    told: list[Progress] = []

    def listening() -> Task[str]:
        return (yield from relayed(whole(), lambda step: told.append(step) or step))

    assert result_of(listening()) == "counted twice"
    assert told == [Progress(done, 2, name) for name in "ab" for done in (1, 2)]


def test_closing_the_whole_closes_the_part() -> None:
    closed: list[bool] = []
    task = relayed(count(5, closed), lambda step: step)
    next(task)
    task.close()
    assert closed == [True]
