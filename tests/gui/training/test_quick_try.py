"""A quick try takes two minutes on this machine."""

from __future__ import annotations

from desktop_cvae.gui.training.estimate import (
    estimate,
    expected_seconds_per_image,
)
from desktop_cvae.gui.training.quick_try import LEAST_EPOCHS, MOST_DIGITS, SECONDS, quick_request
from desktop_cvae.gui.training.training_request import (
    TrainingRequest,
)


def test_a_quick_try_takes_what_two_minutes_of_this_machine_allow() -> None:
    def seconds(request: TrainingRequest, images: int, factor: float) -> float:
        pace = expected_seconds_per_image(request.spec(), factor)
        return estimate(request.spec(), request.config, pace, images).seconds

    for factor in (0.1, 1.0, 3.0):
        request = quick_request("mnist", 60_000, {"dense_cvae": factor}, set())
        assert request.limit == MOST_DIGITS
        assert seconds(request, request.limit, factor) <= SECONDS
    fast, slow = (quick_request("m", 60_000, {"dense_cvae": f}, set()) for f in (1.0, 9.0))
    assert fast.config.epochs > slow.config.epochs >= LEAST_EPOCHS
    crawling = quick_request("m", 60_000, {"dense_cvae": 20.0}, {"Quick-try"})
    assert crawling.name == "quick-try-2"
    assert crawling.config.epochs == LEAST_EPOCHS
    assert 1000 <= crawling.limit < MOST_DIGITS
    assert quick_request("m", 9_000, {}, set()).limit == 0
    assert seconds(crawling, crawling.limit, 20.0) <= SECONDS
