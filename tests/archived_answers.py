"""Entries of an archive for tests."""

from __future__ import annotations

import datetime
from typing import Any

import numpy as np

from desktop_cvae.core.results import NoiseSetting
from desktop_cvae.library.archive_entries import ArchiveEntry

NOON = datetime.datetime(2026, 3, 1, 12, tzinfo=datetime.UTC)


def some_entry(number: int = 0, **changes: Any) -> ArchiveEntry:
    """An entry with everything in it, kept ``number`` minutes after noon; digits take turns."""
    random = np.random.default_rng(number)
    images = random.integers(0, 256, (3, 28, 28), dtype=np.uint8)
    given: dict[str, Any] = {
        "source": "drawing",
        "text": str(number % 10),
        "image": images[0],
        "name": f"drawing {number}",
        "verdict": "digit",
        "probability": 0.5 + number % 50 / 100,
        "digit_probability": 0.9,
        "noisy": images[1],
        "reconstruction": images[2],
        "noise": NoiseSetting("gaussian", 0.25, 7),
        "chosen_label": "3",
        "label_names": tuple("0123456789"),
        "evidence_nats": tuple(-80.0 - label for label in range(10)),
        "model": "studio",
        "model_digest": "ab" * 32,
        "program": "0.1.0",
        "input": b"{}",
        "input_kind": "drawing",
        "kept_at": NOON + datetime.timedelta(minutes=number),
    }
    return ArchiveEntry(**(given | changes))
