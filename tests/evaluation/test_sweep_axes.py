from __future__ import annotations

from pathlib import Path

import pytest

from desktop_cvae.evaluation.sweep_axes import SweepAxis, sweep_axes
from desktop_cvae.library.sweep_file import Settings
from desktop_cvae.library.sweep_library import Sweep, SweepTraining


def axes_of(
    settings: list[Settings], metrics: list[dict[str, float]] | None = None
) -> dict[str, SweepAxis]:
    trainings = tuple(
        SweepTraining(number, one, Path("run"), Path("model.cvae"), metrics=measured)
        for number, (one, measured) in enumerate(
            zip(settings, metrics or [{}] * len(settings), strict=True), start=1
        )
    )
    sweep = Sweep("wide", Path(), Path("wide.toml"), "accuracy", trainings)
    return {axis.name: axis for axis in sweep_axes(sweep)}


def test_few_values_stand_evenly_apart_and_what_is_alike_has_no_axis() -> None:
    axes = axes_of(
        [
            {"beta": 3.0, "epochs": 2, "no_labels": True},
            {"beta": 0.1, "epochs": 2},
            {"beta": 1.0, "epochs": 2, "preset": "wide_vae"},
        ]
    )
    assert list(axes) == ["beta", "no_labels", "preset"]
    assert axes["beta"].ticks == ((0.0, "0.1"), (0.5, "1"), (1.0, "3"))
    assert axes["beta"].positions == (1.0, 0.0, 0.5)
    # What a training does not name stands below what others do.
    assert axes["preset"].ticks == ((0.0, "–"), (1.0, "wide_vae"))


def test_many_values_stand_on_a_scale_logarithmic_over_decades() -> None:
    rates = [10 ** (-4 + at / 5) for at in range(11)]
    axis = axes_of([{"learning_rate": rate, "batch_size": 16 + rate} for rate in rates])
    assert axis["learning_rate"].positions == pytest.approx([at / 10 for at in range(11)])
    assert [text for _, text in axis["learning_rate"].ticks] == ["0.0001", "0.001", "0.01"]
    assert axis["batch_size"].positions[5] == pytest.approx((rates[5] - rates[0]) / 0.0099)


def test_better_is_higher_on_every_metric() -> None:
    axes = axes_of(
        [{"beta": 1.0}, {"beta": 2.0}, {"beta": 3.0}],
        [{"accuracy": 0.9, "seconds": 30.0}, {"accuracy": 0.8, "seconds": 10.0}, {}],
    )
    assert axes["accuracy"].positions == (1.0, 0.0, None)
    assert axes["seconds"].positions == (0.0, 1.0, None)
    assert axes["seconds"].ticks == ((0.0, "30.0 s"), (0.5, "20.0 s"), (1.0, "10.0 s"))
    assert axes["seconds"].texts == ("30.0 s", "10.0 s", "–")
