"""Pictures to try the program with; ``packaging/make_samples.py`` draws them."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path

from desktop_cvae.core.language import mark
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


CLEAR = SamplePicture(
    mark("A clear 7"), "samples/7-green-felt-pen.tiff", mark("Read without any doubt")
)
DOUBTFUL = SamplePicture(mark("A 4, or a 9?"), "puzzles/4-or-9.png", mark("Two labels explain it"))
LETTER = SamplePicture(mark("A letter"), "puzzles/letter-a.jpg", mark("Which is not a digit"))
NUMBER = SamplePicture(
    mark("A number"), "puzzles/number-2047.jpg", mark("Several digits, on cardboard")
)

SAMPLE_PICTURES = (
    CLEAR,
    SamplePicture(mark("A 7 in thin ballpoint"), "samples/7-thin-blue-pen.jpg", mark("With a bar")),
    SamplePicture(mark("A 2 in chalk"), "samples/2-chalk-on-board.jpg", mark("Light on dark")),
    SamplePicture(
        mark("A 5 on ruled paper"), "samples/5-on-ruled-paper.png", mark("The lines are taken out")
    ),
    SamplePicture(
        mark("A 4 in the shade"), "samples/4-in-the-shadow.jpg", mark("Half of it is dark")
    ),
    SamplePicture(
        mark("A 1 out of focus"), "samples/1-out-of-focus.webp", mark("A blurred photograph")
    ),
    None,
    DOUBTFUL,
    SamplePicture(
        mark("An 8 in noise"), "puzzles/8-in-noise.png", mark("It is read through the noise")
    ),
    LETTER,
    NUMBER,
)
"""In the order of the menu; None parts them."""
