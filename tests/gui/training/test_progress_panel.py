"""What is said while a training ends."""

from __future__ import annotations

import pytest

from desktop_cvae.core.command_events import Finishing
from desktop_cvae.gui.training.progress_panel import closing_text
from desktop_cvae.gui.training.training_status import TrainingStatus

ONE_STEP = Finishing("preview", 0, 1)


@pytest.mark.parametrize(
    ("finishing", "best", "words"),
    [
        (None, None, "ends with this batch; then the weights are saved."),
        (None, 3, "ends with this batch; then the weights of the best epoch, 3, are saved."),
        (ONE_STEP, None, "is done. Once the model is saved, it can be used"),
        (ONE_STEP, 3, "is done; the weights of the best epoch, 3, are kept."),
    ],
)
def test_it_says_what_is_kept_and_what_remains(
    finishing: Finishing | None, best: int | None, words: str
) -> None:
    text = closing_text(TrainingStatus(finishing=finishing, best_epoch=best))
    assert text.startswith(f"Training {words}")
    assert ("measure and calibrate" in text) == (finishing is not None)
