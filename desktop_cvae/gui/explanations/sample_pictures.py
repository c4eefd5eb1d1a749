"""Sample pictures that come with the program; ``packaging/make_samples.py`` draws them."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path

from desktop_cvae.core.language import mark
from desktop_cvae.core.paths import resources_dir


@dataclass(frozen=True)
class SamplePicture:
    """A sample picture in the menu.

    Attributes:
        title: what it shows.
        file: path under ``resources``.
        tip: what to notice about it.
    """

    title: str
    file: str
    tip: str

    @property
    def path(self) -> Path:
        return resources_dir() / self.file


CLEAR = SamplePicture(
    mark("A clear 7"), "samples/7-green-felt-pen.tiff", mark("Read with certainty")
)
DOUBTFUL = SamplePicture(mark("A 4, or a 9?"), "puzzles/4-or-9.png", mark("Two labels fit well"))
LETTER = SamplePicture(mark("A letter"), "puzzles/letter-a.jpg", mark("It is not a digit"))
NUMBER = SamplePicture(
    mark("A number"), "puzzles/number-2047.jpg", mark("Several digits on cardboard")
)

SAMPLE_PICTURES = (
    CLEAR,
    SamplePicture(
        mark("A 7 in thin ballpoint"), "samples/7-thin-blue-pen.jpg", mark("With a crossbar")
    ),
    SamplePicture(mark("A 2 in chalk"), "samples/2-chalk-on-board.jpg", mark("Light on dark")),
    SamplePicture(
        mark("A 5 on ruled paper"), "samples/5-on-ruled-paper.png", mark("The lines are removed")
    ),
    SamplePicture(
        mark("A 4 in shadow"), "samples/4-in-the-shadow.jpg", mark("Half of it lies in shadow")
    ),
    SamplePicture(
        mark("A 1 out of focus"), "samples/1-out-of-focus.webp", mark("A blurred photograph")
    ),
    None,
    DOUBTFUL,
    SamplePicture(mark("A noisy 8"), "puzzles/8-in-noise.png", mark("Read in spite of the noise")),
    LETTER,
    NUMBER,
)
"""Pictures in the order of the menu; None is a separator."""
