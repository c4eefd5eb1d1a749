"""An opened picture, as the window hands it on."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path

import numpy as np

from desktop_cvae.core.results import FloatArray, NoiseSetting
from desktop_cvae.core.specs import IMAGE_SHAPE

DARK = 0.25
"""Value below which the paper of ink on paper lies."""


@dataclass(frozen=True, eq=False)
class NoisyInput:
    """The input of a denoised picture.

    Attributes:
        image: float32, (28, 28), in [0, 1], as the model read it.
        noise: the noise added to it.
    """

    image: FloatArray
    noise: NoiseSetting


@dataclass(frozen=True, eq=False)
class Picture:
    """An opened picture.

    Attributes:
        image: float32, (H, W), in [0, 1], light = 1, as seen.
        name: what the user calls it, usually the file's name.
        before: its input, if it has been denoised.
        path: the file it was read from; None for others.
    """

    image: FloatArray
    name: str
    before: NoisyInput | None = None
    path: Path | None = None

    @property
    def is_ink(self) -> bool:
        """True for ink of the program's own, such as a digit that the model wrote.

        Its values are ink on paper, not light, so that it is shown in the theme's colours.
        """
        is_own = self.path is None and self.image.shape == IMAGE_SHAPE[:2]
        return is_own and float(np.median(self.image)) < DARK
