"""Bars and texts of the evidence."""

from __future__ import annotations

from dataclasses import replace
from itertools import pairwise

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st
from hypothesis.extra import numpy as npst
from pointer import leave, move_mouse
from PySide6.QtCore import QEvent, QPoint, QRect, Qt
from PySide6.QtGui import QFocusEvent, QHelpEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QToolTip
from pytestqt.qtbot import QtBot

from desktop_cvae.core.language import percent_text
from desktop_cvae.core.results import Recognition, Verdict
from desktop_cvae.core.specs import DIGIT_NAMES
from desktop_cvae.gui.theme import label_color
from desktop_cvae.gui.widgets.evidence_bars import EvidenceBars
from desktop_cvae.gui.widgets.evidence_scale import FLOOR, bar_lengths, nats_text
from desktop_cvae.gui.widgets.evidence_table import row_columns
from desktop_cvae.gui.widgets.explained_heading import TIP
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


@pytest.fixture
def bars(qtbot: QtBot) -> EvidenceBars:
    bars = EvidenceBars()
    qtbot.addWidget(bars)
    bars.resize(400, bars.sizeHint().height())
    bars.set_recognition(reading(), 0)
    return bars


def middle_of(bars: EvidenceBars, row: int) -> QPoint:
    return bars.row_rect(row).center()


def test_the_pointer_looks_at_rows_and_headings(
    bars: EvidenceBars, monkeypatch: pytest.MonkeyPatch
) -> None:
    looked_at: list[int | None] = []
    bars.label_looked_at.connect(looked_at.append)
    move_mouse(bars, middle_of(bars, 4))
    move_mouse(bars, middle_of(bars, 4) + QPoint(3, 1))
    assert bars.cursor().shape() is Qt.CursorShape.ArrowCursor
    move_mouse(bars, bars.headings()["evidence"].center())
    assert (bars.hovered, bars.hovered_heading) == (None, "evidence")
    assert bars.cursor().shape() is Qt.CursorShape.PointingHandCursor
    move_mouse(bars, middle_of(bars, 9))
    leave(bars)
    assert (looked_at, bars.hovered_heading) == ([4, None, 9, None], "")
    assert bars.cursor().shape() is Qt.CursorShape.ArrowCursor
    tips: list[str] = []
    monkeypatch.setattr(QToolTip, "showText", lambda _, text, *__: tips.append(text))
    bars.resize(260, bars.height())
    for place in (middle_of(bars, 3), bars.headings()["evidence"].center()):
        bars.event(QHelpEvent(QEvent.Type.ToolTip, place, place))
    bars.resize(900, bars.height())
    bars.event(QHelpEvent(QEvent.Type.ToolTip, middle_of(bars, 3), QPoint()))
    bars.set_recognition(None, None)
    bars.event(QHelpEvent(QEvent.Type.ToolTip, middle_of(bars, 3), QPoint()))
    # A row that shows both parts has nothing to add.
    nothing = "Draw a digit to see how well each label explains it."
    assert [tips[0].split(":")[0], *tips[1:]] == ["3", TIP, "", nothing]


def test_a_click_chooses_a_row_or_asks_about_a_heading(bars: EvidenceBars) -> None:
    chosen: list[int] = []
    asked: list[str] = []
    bars.label_chosen.connect(chosen.append)
    bars.heading_activated.connect(lambda topic, _: asked.append(topic))
    left, right = Qt.MouseButton.LeftButton, Qt.MouseButton.RightButton
    for row in (0, 9):
        QTest.mouseClick(bars, left, pos=middle_of(bars, row))
    QTest.mouseClick(bars, right, pos=middle_of(bars, 5))
    for topic, place in bars.headings().items():
        QTest.mouseClick(bars, left, pos=place.center())
        assert asked[-1] == topic
    assert chosen == [0, 9]
    assert set(asked) >= {"evidence", "probability"}
    bars.set_names(())
    assert "probability" not in bars.headings(), "one row has no others to compare with"
    assert bars.row_at(middle_of(bars, 0).y()) == 0
    assert bars.row_at(bars.row_rect(0).bottom() + 2) is None


def test_keys_mark_and_choose_a_row(bars: EvidenceBars) -> None:
    chosen: list[int] = []
    asked: list[str] = []
    bars.label_chosen.connect(chosen.append)
    bars.heading_activated.connect(lambda topic, _: asked.append(topic))
    QTest.keyClick(bars, Qt.Key.Key_Return)
    marked = []
    for key in (Qt.Key.Key_Down, Qt.Key.Key_Down, Qt.Key.Key_Up, Qt.Key.Key_Up):
        QTest.keyClick(bars, key)
        marked.append(bars.hovered)
    assert marked == [0, 1, 0, 0]
    for _ in range(12):
        QTest.keyClick(bars, Qt.Key.Key_Down)
    assert [part.is_current for part in bars.told_parts()] == [False] * 9 + [True]
    QTest.keyClick(bars, Qt.Key.Key_Enter)
    QTest.keyClick(bars, Qt.Key.Key_F1, Qt.KeyboardModifier.ShiftModifier)
    assert (chosen, asked) == ([9], ["evidence"])
    # The Tab key marks the chosen row; a click marks none by itself.
    for reason, row in (
        (Qt.FocusReason.TabFocusReason, 6),
        (Qt.FocusReason.MouseFocusReason, None),
    ):
        bars.set_recognition(reading(), 6)
        bars.focusOutEvent(QFocusEvent(QEvent.Type.FocusOut))
        bars.focusInEvent(QFocusEvent(QEvent.Type.FocusIn, reason))
        assert bars.hovered == row


@pytest.mark.parametrize("width", [230, 300, 400, 640])
def test_columns_stand_in_order_and_are_mirrored(bars: EvidenceBars, width: int) -> None:
    area = QRect(0, 30, width, 20)
    columns = row_columns(bars, area, DIGIT_NAMES, 18)
    parts = ["reconstruction", "kl"] if width >= 400 else []
    if width > 230:
        assert all(area.contains(column) for column in columns.values())
    assert [*columns] == ["name", "thumb", "bar", *parts, "nats", "share"]
    assert all(one.right() < other.left() for one, other in pairwise(columns.values()))
    assert columns["thumb"].width() == 18
    assert columns["bar"].width() >= 20
    metrics = bars.fontMetrics()
    assert columns["nats"].width() >= metrics.horizontalAdvance("−8888.8")
    bars.setLayoutDirection(Qt.LayoutDirection.RightToLeft)
    for name, column in row_columns(bars, area, DIGIT_NAMES, 18).items():
        assert column.width() == columns[name].width()
        assert column.left() - area.left() == area.right() - columns[name].right()


def test_bars_are_as_long_as_their_evidence_and_the_best_is_not_faded(bars: EvidenceBars) -> None:
    image = bars.grab().toImage()
    column = bars._across()["bar"]
    track = image.pixelColor(column.right() - 3, middle_of(bars, 9).y() + 1)
    best = label_color(0)
    filled = []
    for row in range(10):
        line = middle_of(bars, row).y() + 1
        seen = [image.pixelColor(x, line) for x in range(column.left(), column.right() - 3)]
        filled.append(sum(color.rgb() != track.rgb() for color in seen) / len(seen))
    assert filled[0] == pytest.approx(1, abs=0.05)
    lengths = bar_lengths(reading().evidence_nats)
    np.testing.assert_allclose(filled[1:6], lengths[1:6], atol=0.06)
    line = middle_of(bars, 0).y() + 1
    assert image.pixelColor(column.center().x(), line).rgb() == best.rgb()
    second = image.pixelColor(column.left() + 8, middle_of(bars, 1).y() + 1)
    assert second.rgb() != label_color(1).rgb(), "all but the best are faded"
