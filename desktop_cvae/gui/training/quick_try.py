"""The first choice of whoever has never trained: a small model, in about two minutes."""

from __future__ import annotations

import dataclasses
from collections.abc import Collection

from PySide6.QtWidgets import QPushButton, QWidget

from desktop_cvae.core.language import mark, number, tr
from desktop_cvae.gui.training.estimate import (
    USUAL_IMAGES,
    Speeds,
    estimate,
    expected_seconds_per_image,
)
from desktop_cvae.gui.training.state import duration_text
from desktop_cvae.gui.training.training_request import TrainingRequest, numbered_name
from desktop_cvae.gui.widgets.card import Card, text_label

PRESET = "dense_cvae"
SECONDS = 75.0
"""Of training; what follows takes the rest of two minutes."""
AFTER_S_PER_DIGIT = 0.002
"""About so long the prior, the measurement and the calibration take after the training."""
MOST_DIGITS = 20_000
"""More digits would be learned less often in that time, and take longer to calibrate on."""
LEAST_EPOCHS = 3
"""Fewer would show no curve; a slow machine trains on fewer digits instead."""
LEAST_DIGITS = 1000
NAME = "quick-try"


def quick_request(
    data: str, images: int | None, speeds: Speeds, taken: Collection[str]
) -> TrainingRequest:
    """The small preset, with what two minutes of this machine allow.

    Args:
        data: what to learn from.
        images: how many digits that has; None if it is not known.
        speeds: of former trainings.
        taken: names of the library.
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
    """What a quick try does and how long it takes, for people."""
    count = request.limit or images or USUAL_IMAGES
    seconds = _seconds(request, count, speeds) + AFTER_S_PER_DIGIT * count
    if request.data == "mnist":
        text = mark(
            "Trains a small model on {count} digits of MNIST, so that you see how learning goes. "
            "About {duration} on this computer, then it stops by itself."
        )
    else:
        text = mark(
            "Trains a small model on {count} digits of your data set, so that you see how learning "
            "goes. About {duration} on this computer, then it stops by itself."
        )
    return tr(text, count=number(count), duration=duration_text(seconds))


def _seconds(request: TrainingRequest, count: int, speeds: Speeds) -> float:
    spec = request.spec()
    pace = expected_seconds_per_image(spec, speeds.get(request.preset, 1.0))
    return estimate(spec, request.config, pace, count).seconds


class QuickTry(Card):
    """A heading, what it does, and the one button."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.add_section(tr("Quick try"))
        self.sentence = text_label("", "muted")
        self.sentence.setWordWrap(True)
        self.button = QPushButton(tr("Train a small model now"))
        self.button.setObjectName("training_quick")
        self.button.setProperty("role", "primary")
        self.button.setAccessibleName(tr("Quick try: train a small model now"))
        self.button.setToolTip(tr("Starts at once; it can be stopped whenever you like"))
        self.button.setAutoDefault(False)
        self.box.addWidget(self.sentence)
        self.box.addWidget(self.button)

    def show_request(self, request: TrainingRequest, images: int | None, speeds: Speeds) -> None:
        """Say what it would do."""
        self.sentence.setText(quick_text(request, images, speeds))
