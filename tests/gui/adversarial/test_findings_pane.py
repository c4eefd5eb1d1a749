"""The result of a search in words."""

from __future__ import annotations

import numpy as np
from fake_calibration import fake_calibration
from fakes import FakeEngine, draw_digit, fake_model

from desktop_cvae.gui.adversarial.findings_pane import (
    AdversarialPair,
    headline,
    notice,
    size_of_change,
)

NAMES = tuple("0123456789")


def _fooled(share: float, **calibration: float) -> AdversarialPair:
    before = draw_digit(7)
    after = ((1 - share) * before + share * draw_digit(1)).astype(np.float32)
    model = fake_model(FakeEngine(), fake_calibration(**calibration))
    return AdversarialPair(before, after, model.read(np.stack([before, after]), 0.01))


def test_it_says_who_would_notice() -> None:
    certain, unsure = _fooled(0.9), _fooled(0.55, unsure_margin=40.0)
    rejected, saved_by_views = _fooled(0.9, score=-5.0), _fooled(0.2)
    assert headline(certain, NAMES) == "A 7 is now read as a 1"
    assert notice(certain, NAMES).startswith(
        "The program would not notice: it gives the wrong answer a probability of "
        "> 99.9\N{NO-BREAK SPACE}%"
    )
    assert "Like a digit: 99.3\N{NO-BREAK SPACE}% before, 99.3\N{NO-BREAK SPACE}% after." in notice(
        certain, NAMES
    )
    assert "unsure (1 or 7)" in notice(unsure, NAMES)
    assert "not a digit" in notice(rejected, NAMES)
    assert headline(saved_by_views, NAMES) == "The model still reads a 7"
    assert size_of_change(certain).startswith("L2 ")
