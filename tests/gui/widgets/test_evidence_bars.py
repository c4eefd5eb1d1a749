"""Bars and texts of the evidence."""

from __future__ import annotations

from dataclasses import replace

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st
from hypothesis.extra import numpy as npst
from pytestqt.qtbot import QtBot

from desktop_cvae.core.results import Recognition, Verdict
from desktop_cvae.gui.widgets.evidence_bars import EvidenceBars
from desktop_cvae.gui.widgets.evidence_scale import FLOOR, bar_lengths, nats_text, percent_text
from desktop_cvae.gui.widgets.input_column import KIND_NAMES
from desktop_cvae.pictures.noise import KINDS

nats = npst.arrays(np.float32, st.integers(1, 62), elements=st.floats(-5000, 0, width=32))


@given(nats)
def test_lengths_follow_the_evidence(evidence: np.ndarray) -> None:
    lengths = bar_lengths(evidence)
    assert lengths.max() == 1
    assert lengths.min() >= FLOOR - 1e-6
    order = np.argsort(evidence)
    assert (np.diff(lengths[order]) >= 0).all()


def test_labels_that_explain_alike_have_bars_alike() -> None:
    assert bar_lengths(np.array([-90, -90.5], np.float32)).min() > 0.9


def test_the_second_best_is_not_flattered_by_worse_ones() -> None:
    alone = bar_lengths(np.array([-90, -102], np.float32))
    among = bar_lengths(np.array([-90, -102, -800], np.float32))
    assert alone[1] == among[1]
    assert among[1] < 0.7


def test_texts() -> None:
    assert nats_text(-85.25) == "−85.2"
    assert percent_text(0.9984) == "99.8 %"
    assert percent_text(1.0) == "> 99.9 %"
    assert percent_text(1e-9) == "< 0.1 %"


def reading() -> Recognition:
    evidence = -np.arange(80, 180, 10).astype(np.float32)
    shares = np.exp(evidence - evidence.max())
    return Recognition(
        label=0,
        probabilities=shares / shares.sum(),
        evidence_nats=evidence,
        reconstruction_nats=-evidence - 10,
        kl_nats=np.full(10, 10, np.float32),
        reconstructions=np.zeros((10, 28, 28), np.float32),
        latent_means=np.zeros((10, 2), np.float32),
    )


def test_rows_explain_themselves(qtbot: QtBot) -> None:
    bars = EvidenceBars()
    qtbot.addWidget(bars)
    bars.resize(400, bars.sizeHint().height())
    assert "Nothing" in bars.accessibleDescription() or not bars.accessibleDescription()
    bars.set_recognition(reading(), 0)
    assert "1: −90.0 nats" in bars.accessibleDescription()
    assert "KL 10.0" in bars.tip(3)
    assert bars.row_at(bars.height() - 3) == 9
    assert bars.row_at(3) is None


def test_the_layout_does_not_depend_on_the_values(qtbot: QtBot) -> None:
    bars = EvidenceBars()
    qtbot.addWidget(bars)
    empty = bars.sizeHint()
    bars.set_recognition(reading(), 0)
    assert bars.sizeHint() == empty


def test_the_axis_says_that_it_counts_from_the_best(qtbot: QtBot) -> None:
    """The column beside it is in nats too, but not behind anything."""
    bars = EvidenceBars()
    qtbot.addWidget(bars)
    for width, title in ((640, "nats behind the best"), (400, "behind best"), (230, "")):
        bars.resize(width, bars.sizeHint().height())
        assert bars.axis_title() == title, width


@pytest.mark.parametrize("kind", KINDS)
def test_every_kind_of_noise_has_a_name(kind: str) -> None:
    assert KIND_NAMES[kind]
    assert len(KIND_NAMES) == len(KINDS)


def test_the_rows_say_the_probability_of_the_verdict() -> None:
    """A digit whose number may be cut elsewhere stood with 60 % over a row with 97 %."""
    certain = reading()
    assert certain.shares is certain.probabilities
    doubted = replace(certain, verdict=Verdict("unsure", (0, 1), 0.6))
    assert doubted.shares[0] == pytest.approx(0.6)
    assert (doubted.shares <= certain.probabilities).all()
    rejected = replace(certain, verdict=Verdict("not a digit", (), 0.6))
    assert rejected.shares is rejected.probabilities
    bars = EvidenceBars()
    bars.set_recognition(doubted, 0)
    assert bars.told_parts()[0].text.endswith(percent_text(0.6))
