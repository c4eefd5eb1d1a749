"""The sentence that offers to resume a run."""

from __future__ import annotations

import dataclasses

from fake_runs import MakeRun

from desktop_cvae.gui.training.training_notices import offer_text


def test_it_says_how_far_the_run_came_and_why_it_ended(make_run: MakeRun) -> None:
    run = make_run("night", losses=(9.0, 8.0))
    sentence = "The training of “night” was interrupted after epoch 2 of 5."
    assert offer_text(run) == sentence
    full = dataclasses.replace(run, reason="The disk is full.")
    assert offer_text(full) == f"{sentence} The disk is full."
