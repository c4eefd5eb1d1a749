"""The quick try, for users who have never trained: a small model in about two minutes."""

from __future__ import annotations

import dataclasses
from collections.abc import Collection

from PySide6.QtWidgets import QWidget

from desktop_cvae.core.language import mark, number, tr
from desktop_cvae.gui.controls import make_button
from desktop_cvae.gui.training.estimate import (
    USUAL_IMAGES,
    Speeds,
    estimate,
    expected_seconds_per_image,
)
from desktop_cvae.gui.training.training_request import TrainingRequest, numbered_name
from desktop_cvae.gui.training.training_status import duration_text
from desktop_cvae.gui.widgets.card import Card, text_label

PRESET = "dense_cvae"
SECONDS = 75.0
"""Training time; the steps that follow take the rest of two minutes."""
AFTER_S_PER_DIGIT = 0.002
"""Time per digit for prior, measurement and calibration after the training."""
MOST_DIGITS = 20_000
"""Largest number of digits; more would be seen less often, and take longer to calibrate on."""
LEAST_EPOCHS = 3
"""Least number of epochs, for a curve; a slow machine trains on fewer digits instead."""
LEAST_DIGITS = 1000
NAME = "quick-try"


def quick_request(
    data: str, images: int | None, speeds: Speeds, taken: Collection[str]
) -> TrainingRequest:
    """Return the request for the small preset that this machine can train in two minutes.

    Args:
        data: the data to train on.
        images: its number of digits; None if unknown.
        speeds: speeds of past trainings.
        taken: names in the library.
    """
    request = TrainingRequest.of_preset(PRESET, data, numbered_name(NAME, set(taken)))
    count = USUAL_IMAGES if images is None else images
    limit = min(count, MOST_DIGITS)
    for epochs in range(request.config.epochs, LEAST_EPOCHS - 1, -1):
        config = dataclasses.replace(request.config, epochs=epochs)
        if _seconds(dataclasses.replace(request, config=config), limit, speeds) <= SECONDS:
            break
    else:
        config = dataclasses.replace(request.config, epochs=LEAST_EPOCHS)
    request = dataclasses.replace(request, config=config)
    while limit > LEAST_DIGITS and _seconds(request, limit, speeds) > SECONDS:
        limit = max(LEAST_DIGITS, limit // 2)
    return dataclasses.replace(request, limit=limit if limit < count else 0)


def quick_text(request: TrainingRequest, images: int | None, speeds: Speeds) -> str:
    """Return what a quick try does and how long it takes."""
    count = request.limit or images or USUAL_IMAGES
    seconds = _seconds(request, count, speeds) + AFTER_S_PER_DIGIT * count
    if request.data == "mnist":
        text = mark(
            "Trains a small model on {count} digits of MNIST, so that you can watch it "
            "learn. It takes about {duration} on this computer and stops by itself."
        )
    else:
        text = mark(
            "Trains a small model on {count} digits of your data set, so that you can "
            "watch it learn. It takes about {duration} on this computer and stops by "
            "itself."
        )
    return tr(text, count=number(count), duration=duration_text(seconds))


def _seconds(request: TrainingRequest, count: int, speeds: Speeds) -> float:
    spec = request.spec()
    pace = expected_seconds_per_image(spec, speeds.get(request.preset, 1.0))
    return estimate(spec, request.config, pace, count).seconds


class QuickTry(Card):
    """A heading, a text, and the button that starts the quick try."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.add_section(tr("Quick try"))
        self.sentence = text_label("", "muted", wraps=True)
        self.button = make_button(
            tr("Train a small model now"),
            tr("Starts at once; you can stop it at any time"),
            "training_quick",
        )
        self.button.setAccessibleName(tr("Quick try: train a small model now"))
        self.button.setProperty("role", "primary")
        self.box.addWidget(self.sentence)
        self.box.addWidget(self.button)
