"""Fool it: the search, what came of it, and where there is nothing to search with."""

from __future__ import annotations

import sys
from pathlib import Path

import numpy as np
import pytest
from exported_files import opened_png, saved
from fake_calibration import fake_calibration
from fakes import FakeEngine, draw_digit, fake_model
from window_desk import Desk

from desktop_cvae.gui.adversarial import adversarial_dialog
from desktop_cvae.gui.adversarial.adversarial_dialog import (
    NOTHING_DRAWN,
    READY,
    SEARCHING,
    WITHSTOOD,
    AdversarialDialog,
)
from desktop_cvae.gui.adversarial.findings_pane import AdversarialPair

PLAYER = Path(__file__).parents[2] / "workers" / "adversarial_player.py"
NAMES = tuple("0123456789")


@pytest.fixture(autouse=True)
def library(monkeypatch: pytest.MonkeyPatch) -> None:
    """Foolbox is here, wherever the test runs."""
    monkeypatch.setattr(adversarial_dialog, "obstacle", lambda: "")


def opened(desk: Desk, mood: str = "well") -> AdversarialDialog:
    desk.window.run("fool")
    dialog = desk.window.findChildren(AdversarialDialog)[-1]
    dialog.process.program = [sys.executable, str(PLAYER), mood]
    return dialog


def ended(desk: Desk, dialog: AdversarialDialog) -> None:
    desk.qtbot.waitUntil(lambda: not dialog.process.is_running, timeout=20_000)
    desk.settle()


def test_the_search_shows_both_pictures_and_their_nats(desk: Desk, tmp_path: Path) -> None:
    desk.draw(7)
    dialog = opened(desk)
    dialog.start_button.click()
    assert dialog.cancel_button.isVisibleTo(dialog)
    assert dialog.message.text() == SEARCHING
    ended(desk, dialog)
    fooled = dialog.fooled
    assert fooled is not None
    assert np.array_equal(fooled.after, desk.answer.noisy[::-1])
    assert [view.image is not None for view in dialog.views] == [True] * 3
    assert dialog.findings.isVisibleTo(dialog)
    label = fooled.labels[0]
    expected = f"{fooled.readings[0].evidence_nats[label]:.1f}".replace("-", "−")
    assert dialog.findings.cells[1][1].text() == expected
    assert not dialog.message.isVisibleTo(dialog)
    export = dialog.export()
    assert export is not None
    height, width = opened_png(saved(export, ".png", tmp_path)).shape[:2]
    assert width > 1.9 * height
    dialog.close()


def test_wishes_become_options(desk: Desk, monkeypatch: pytest.MonkeyPatch) -> None:
    desk.draw(7)
    dialog = opened(desk)
    asked: list[list[str]] = []
    monkeypatch.setattr(dialog.process, "start", asked.append)
    dialog.labels.setCurrentIndex(2)
    dialog.norms.segment("l0").click()
    dialog.until.segment("sure").click()
    dialog.start_button.click()
    wish = ["--norm", "l0", "--until", "sure", "--into", "1", "--model", "studio.cvae"]
    ((command, _, *options),) = asked
    assert (command, options) == ("fool", wish)
    dialog.close()


def test_what_withstood_is_said_and_a_new_drawing_begins_anew(desk: Desk) -> None:
    dialog = opened(desk, "withstood")
    assert dialog.message.text() == NOTHING_DRAWN
    assert not dialog.start_button.isEnabled()
    desk.draw(7)
    assert dialog.start_button.isEnabled()
    dialog.start_button.click()
    ended(desk, dialog)
    assert dialog.message.text() == WITHSTOOD
    assert not dialog.save_button.isEnabled()
    dialog.close()


def test_a_cancelled_search_leaves_nothing_behind(desk: Desk) -> None:
    desk.draw(7)
    dialog = opened(desk, "slow")
    dialog.start_button.click()
    desk.qtbot.waitUntil(lambda: dialog.bar.value() == 40, timeout=20_000)
    dialog.cancel_button.click()
    ended(desk, dialog)
    assert dialog.fooled is None
    assert dialog.start_button.isVisibleTo(dialog)
    assert dialog.message.text() == READY
    dialog.start_button.click()
    process = dialog.process
    with desk.qtbot.waitSignal(process.destroyed, timeout=20_000):
        dialog.close()


def test_without_the_library_the_place_says_so(desk: Desk, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.undo()
    monkeypatch.setattr(adversarial_dialog.importlib.util, "find_spec", lambda name: None)
    desk.draw(7)
    dialog = opened(desk)
    assert "pip install '.[attack]'" in dialog.message.text()
    assert not dialog.start_button.isEnabled()
    dialog.close()


def _fooled(share: float, **calibration: float) -> AdversarialPair:
    before = draw_digit(7)
    after = ((1 - share) * before + share * draw_digit(1)).astype(np.float32)
    model = fake_model(FakeEngine(), fake_calibration(**calibration))
    return AdversarialPair(before, after, model.read(np.stack([before, after]), 0.01))


def test_a_small_change_is_shown_stronger(desk: Desk) -> None:
    desk.draw(7)
    dialog = opened(desk)
    assert dialog.message.text() == READY
    fooled = _fooled(0.05)
    change = fooled.after - fooled.before
    assert fooled.strength == int(1 / np.abs(change).max())
    dialog._show(fooled)
    view = dialog.views[2]
    assert view.caption == f"The change, {fooled.strength} ×"
    assert view.shown.image is not None
    assert np.allclose(view.shown.image - fooled.before, fooled.strength * change, atol=1e-6)
    dialog._show(_fooled(1.0))
    assert view.caption == "The change"
    dialog.close()
