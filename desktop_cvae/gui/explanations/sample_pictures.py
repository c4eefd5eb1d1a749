"""Pictures to try the program with; ``packaging/make_samples.py`` draws them."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path

from desktop_cvae.core.paths import resources_dir


@dataclass(frozen=True)
class SamplePicture:
    """One of the menu.

    Attributes:
        title: what it shows.
        file: under ``resources``.
        tip: what there is to be seen in it.
    """

    title: str
    file: str
    tip: str

    @property
    def path(self) -> Path:
        """The file."""
        return resources_dir() / self.file


CLEAR = SamplePicture("A clear 7", "samples/7-green-felt-pen.tiff", "Read without any doubt")
DOUBTFUL = SamplePicture("A 4, or a 9?", "puzzles/4-or-9.png", "Two labels explain it")
LETTER = SamplePicture("A letter", "puzzles/letter-a.jpg", "Which is not a digit")
NUMBER = SamplePicture("A number", "puzzles/number-2047.jpg", "Several digits, on cardboard")

SAMPLE_PICTURES = (
    CLEAR,
    SamplePicture("A 7 in thin ballpoint", "samples/7-thin-blue-pen.jpg", "With a bar"),
    SamplePicture("A 2 in chalk", "samples/2-chalk-on-board.jpg", "Light on dark"),
    SamplePicture("A 5 on ruled paper", "samples/5-on-ruled-paper.png", "The lines are taken out"),
    SamplePicture("A 4 in the shade", "samples/4-in-the-shadow.jpg", "Half of it is dark"),
    SamplePicture("A 1 out of focus", "samples/1-out-of-focus.webp", "A blurred photograph"),
    None,
    DOUBTFUL,
    SamplePicture("An 8 in noise", "puzzles/8-in-noise.png", "It is read through the noise"),
    LETTER,
    NUMBER,
)
"""In the order of the menu; None parts them."""
