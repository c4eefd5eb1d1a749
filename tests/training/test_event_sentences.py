"""What people are told of a training's events."""

from __future__ import annotations

from pathlib import Path

import pytest

from desktop_cvae.core.command_events import (
    Advised,
    CheckpointKept,
    Event,
    Saved,
    Started,
    TrainingProgress,
)
from desktop_cvae.core.results import EpochRecord, LossTerms
from desktop_cvae.training.event_sentences import sentence_of

RECORD = EpochRecord(7, LossTerms(103.456, 80.0, 23.456), LossTerms(104.5, 81.25, 23.25), 12.34)
METRICS = {"accuracy": 0.98765, "neg_elbo_nats": 101.239}


@pytest.mark.parametrize(
    ("event", "sentence"),
    [
        (
            Started("r1", Path("/r"), 120, 1200, 1000, "studio", {}, {"seed": 7}),
            "training studio on 1,200 images, 1,000 held out; seed 7; run r1",
        ),
        (
            Started("r1", Path("/r"), 1, 1, 1, "studio", {}, {}),
            "training studio on 1 image, 1 held out; seed 0; run r1",
        ),
        (
            TrainingProgress(7, 120, 9, 9, RECORD.train, 12345.6, RECORD),
            "epoch   7/120  loss  103.46  validation  104.50"
            "  (reconstruction  81.25, KL 23.25)  12,346 images/s   12.3 s",
        ),
        (TrainingProgress(7, 120, 3, 9, RECORD.train, 12345.6), ""),
        (Advised("collapse", "Warm β up.", {}), "Warm β up."),
        (Saved(Path("a.cvae"), "a", METRICS), "saved a.cvae: 98.77 % read, −ELBO 101.24 nats"),
        (Saved(Path("a.cvae"), "a", {"neg_elbo_nats": 9.0}), "saved a.cvae: −ELBO 9.00 nats"),
        (Saved(Path("a.cvae"), "a", {}), "saved a.cvae"),
        (CheckpointKept(3), ""),
    ],
)
def test_an_event_is_a_sentence_where_people_want_one(event: Event, sentence: str) -> None:
    assert sentence_of(event) == sentence
