"""What the comparison says of a drawing: as the main window says it."""

from __future__ import annotations

import pytest
from fake_calibration import fake_calibration
from fakes import draw_digit, fake_model
from pytestqt.qtbot import QtBot

from desktop_cvae.core.calibration import Calibration
from desktop_cvae.core.language import percent_text
from desktop_cvae.core.results import Box, NoiseSetting, PreparedDigit
from desktop_cvae.evaluation.comparison import compare_drawing
from desktop_cvae.gui.comparison.drawing_card import CALIBRATED, NOT_CALIBRATED, DrawingCard

UNSURE = fake_calibration(unsure_margin=1e4, temperature=500.0)


def shown(calibration: Calibration | None) -> tuple[str, str]:
    """The words and the tooltip for a drawn 4."""
    model = fake_model(calibration=calibration)
    card = DrawingCard([model], ["a"])
    digit = PreparedDigit(draw_digit(4), True, Box(0, 0, 28, 28), 1.0, (0.0, 0.0), False)
    card.show_answers(compare_drawing([model], digit, NoiseSetting()))
    return card.verdicts[0].text(), card.verdicts[0].toolTip()


@pytest.mark.parametrize(
    ("calibration", "words", "tip"),
    [
        (None, "4 · > 99.9 % · ", NOT_CALIBRATED),
        (fake_calibration(temperature=1e-3, unsure_margin=0.0), "4 · > 99.9 % · ", CALIBRATED),
        (fake_calibration(score=-5.0), "not a digit · ", CALIBRATED),
    ],
)
def test_a_drawing_is_judged(
    qtbot: QtBot, calibration: Calibration | None, words: str, tip: str
) -> None:
    text, shown_tip = shown(calibration)
    assert text.startswith(words)
    assert text.endswith(" nats")
    assert shown_tip == tip


def test_an_unsure_answer_names_its_labels_and_its_calibrated_probability(qtbot: QtBot) -> None:
    text, _ = shown(UNSURE)
    said, share, _ = text.split(" · ")
    assert said.startswith("4, ")
    assert " or " in said
    assert share != percent_text(1.0)
    assert float(share.removesuffix(" %")) < 50
