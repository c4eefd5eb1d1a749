"""The slider of epochs: its stops and the names under them."""

from __future__ import annotations

import itertools

from pytestqt.qtbot import QtBot

from desktop_cvae.gui.comparison.checkpoint_bar import CheckpointBar, StopLabels


def test_the_last_stop_is_the_saved_weights(qtbot: QtBot) -> None:
    bar = CheckpointBar([2, 5])
    qtbot.addWidget(bar)
    chosen: list[int | None] = []
    bar.stop_chosen.connect(chosen.append)
    assert bar.stop is None
    for value in (0, 1, 2):
        bar.slider.setValue(value)
    assert chosen == [2, 5, None]
    assert bar.labels.chosen == 2


def test_stops_without_room_go_unnamed_but_never_the_chosen_one(qtbot: QtBot) -> None:
    labels = StopLabels([*map(str, range(1, 60)), "saved"])
    qtbot.addWidget(labels)
    labels.resize(300, 18)
    labels.set_chosen(30)
    drawn = labels.drawn()
    assert {0, 30, 59} <= {index for _, index in drawn}
    boxes = sorted((box.left(), box.right()) for box, _ in drawn)
    assert all(one[1] < other[0] for one, other in itertools.pairwise(boxes))
    assert boxes[0][0] >= 0
    assert boxes[-1][1] <= 300
