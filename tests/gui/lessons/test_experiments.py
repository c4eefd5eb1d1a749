"""Questions that are answered in the window: what counts as an answer, and what does not."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any

import numpy as np
import pytest

from desktop_cvae.core.results import FloatArray, NoiseSetting, Verdict
from desktop_cvae.gui.lessons.experiments import changed_share, experiment_of
from desktop_cvae.library.lesson_questions import LessonQuestion

NAMES = tuple("0123456789")
DRAWING = LessonQuestion("drawing", "Draw.", label="4", read_as="9", change=0.25)
NOISE = LessonQuestion("noise", "Find.", label="7", tolerance=0.05)


@dataclass
class FakePart:
    """Has what an experiment looks at."""

    image: Any = None
    noise: Any = None
    recognition: Any = None
    label: int = 0
    verdict: Any = None


@dataclass
class FakeReply:
    question: FakePart
    answer: FakePart


def reply(
    image: FloatArray, label: int, level: float = 0.0, *, kind: str = "digit", seed: int = 0
) -> Any:
    verdict = Verdict(kind, (label,), 0.9)
    recognition = FakePart(label=label, verdict=verdict)
    question = FakePart(image=image, noise=NoiseSetting("gaussian", level, seed))
    return FakeReply(question, FakePart(recognition=recognition))


def drawing(pixels: int) -> FloatArray:
    image = np.zeros((20, 20), np.float32)
    image.reshape(-1)[:pixels] = 1
    return image


def test_ink_is_counted_on_either_paper() -> None:
    assert changed_share(drawing(100), drawing(120)) == pytest.approx(0.2)
    assert changed_share(1 - drawing(100), 1 - drawing(80)) == pytest.approx(0.2)


def test_a_small_change_from_a_4_to_a_9_answers() -> None:
    experiment = experiment_of(DRAWING)
    experiment.follow(reply(drawing(100), 4), NAMES)
    assert not experiment.given
    experiment.follow(reply(drawing(120), 9), NAMES)
    assert experiment.given == "9"


@pytest.mark.parametrize(
    ("steps", "state"),
    [
        ([(100, 9, "digit")], "not read as 4 yet"),
        ([(100, 4, "unsure"), (110, 9, "digit")], "not read as 4 yet"),
        ([(100, 4, "digit"), (110, 9, "unsure")], "not read as 9 yet"),
        ([(100, 4, "digit"), (110, 9, "not a digit")], "not read as 9 yet"),
        ([(100, 4, "digit"), (140, 9, "digit")], "40% of the ink changed"),
        ([(100, 4, "digit"), (200, 4, "digit"), (100, 9, "digit")], "50% of the ink changed"),
    ],
)
def test_other_drawings_do_not(steps: list[tuple[int, int, str]], state: str) -> None:
    experiment = experiment_of(DRAWING)
    for pixels, label, kind in steps:
        experiment.follow(reply(drawing(pixels), label, kind=kind), NAMES)
    assert not experiment.given
    assert state in experiment.state


def test_noise_does_not_stand_in_for_a_change() -> None:
    experiment = experiment_of(DRAWING)
    experiment.follow(reply(drawing(100), 4), NAMES)
    experiment.follow(reply(drawing(110), 9, 0.3), NAMES)
    assert not experiment.given
    assert "noise" in experiment.state


def test_the_level_lies_between_right_and_misread() -> None:
    experiment, image = experiment_of(NOISE), drawing(100)
    for level, label in ((0.0, 7), (0.9, 1), (0.4, 7), (0.6, 1)):
        experiment.follow(reply(image, label, level), NAMES)
        assert not experiment.given
    assert experiment.state.startswith("Read correctly at 0.40, misread at 0.60.")
    experiment.follow(reply(image, 7, 0.55), NAMES)
    assert experiment.given == "0.60"


def test_a_right_reading_at_more_noise_does_not_count() -> None:
    experiment, image = experiment_of(NOISE), drawing(100)
    for label, level in ((7, 0.5), (1, 0.3), (7, 0.1), (7, 0.31)):
        experiment.follow(reply(image, label, level), NAMES)
    assert experiment.state.startswith("Read correctly at 0.10, misread at 0.30.")
    assert not experiment.given
    experiment.follow(reply(image, 7, 0.25), NAMES)
    assert experiment.given == "0.30"


@pytest.mark.parametrize("other", ["image", "seed"])
def test_levels_of_another_drawing_or_noise_do_not_count(other: str) -> None:
    experiment, image = experiment_of(NOISE), drawing(100)
    experiment.follow(reply(image, 7, 0.5), NAMES)
    if other == "image":
        experiment.follow(reply(drawing(100), 1, 0.55), NAMES)
    else:
        experiment.follow(reply(image, 1, 0.55, seed=1), NAMES)
    assert not experiment.given
    assert experiment.state.startswith("Misread at 0.55")
