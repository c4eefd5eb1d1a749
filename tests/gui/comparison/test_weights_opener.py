"""Compared models and the epochs that they can go back to."""

from __future__ import annotations

from desktop_cvae.gui.comparison.weights_opener import ModelWithRun, shared_stops


def test_each_shows_its_nearest_epoch_at_or_before_the_stop() -> None:
    compared = [ModelWithRun(None, None, epochs) for epochs in ((2, 5), (3, 9), ())]  # type: ignore[arg-type]
    assert shared_stops(compared) == (2, 3, 5, 9)
    shown = {stop: [one.epoch_at(stop) for one in compared] for stop in (2, 3, 5, 9, None)}
    assert shown == {
        2: [2, 3, None],
        3: [2, 3, None],
        5: [5, 3, None],
        9: [5, 9, None],
        None: [None, None, None],
    }
