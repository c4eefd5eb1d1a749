"""Numbers written in many ways: apart, touching, slanted, climbing, uneven, grouped, in boxes."""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np
from hands import Hand, tight

from desktop_cvae.core.results import FloatArray

Random = np.random.Generator


@dataclass(frozen=True)
class Layout:
    """How a number is written; lengths as shares of the digits' height.

    Attributes:
        gap: range of the white between neighbours' ink; negative overlaps.
        slant: standard deviation of the line's slant.
        slope: standard deviation of the base line's slope.
        jitter: of a digit's height.
        bounce: of its base line.
        groups: True for wider spaces, dashes and dots between groups.
        boxes: True for a box around every digit.
    """

    gap: tuple[float, float]
    slant: float = 0.1
    slope: float = 0.015
    jitter: float = 0.07
    bounce: float = 0.04
    groups: bool = False
    boxes: bool = False


LAYOUTS = {
    "apart": Layout((0.2, 0.6)),
    "tight": Layout((0.03, 0.2)),
    "touching": Layout((-0.08, 0.06)),
    "slanted": Layout((0.02, 0.3), slant=0.35),
    "climbing": Layout((0.1, 0.4), slope=0.07),
    "uneven": Layout((0.05, 0.4), jitter=0.2, bounce=0.15),
    "grouped": Layout((0.08, 0.3), groups=True),
    "boxed": Layout((0.3, 0.5), slant=0.05, slope=0.0, boxes=True),
}


def write_number(
    hand: Hand, layout: Layout, random: Random, height: float, count: int
) -> tuple[FloatArray, str]:
    """A line of ``count`` digits and its text.

    Returns:
        ink, float32, (H, W), in [0, 1], with room around.
    """
    slant, slope = random.normal(0, layout.slant), random.normal(0, layout.slope)
    pen = random.uniform(0.06, 0.16)
    written = []
    for _ in range(count):
        own = height * float(np.clip(random.normal(1, layout.jitter), 0.6, 1.5))
        ink, name = hand.write(random, own, pen)
        written.append((sheared(ink, slant), name))
    text = "".join(name for _, name in written)
    if layout.boxes:
        return _in_boxes([ink for ink, _ in written], height, random), text
    place = _Placed(written[0][0], height, slope)
    for ink, _ in written:
        wide = layout.groups and random.random() < 0.3
        gap = height * (random.uniform(*layout.gap) + (random.uniform(0.5, 0.9) if wide else 0))
        if wide and place.ink is not None and random.random() < 0.6:
            place.mark(height * pen, dash=random.random() < 0.5)
        place.put(ink, gap, random.normal(0, layout.bounce) * height)
    return place.finished(), text


def sheared(ink: FloatArray, slant: float) -> FloatArray:
    """Lean to the right by ``slant`` columns a row."""
    reach = int(np.ceil(abs(slant) * len(ink))) + 1
    padded = np.pad(ink, ((0, 0), (reach, reach)))
    columns = np.arange(padded.shape[1])
    rows = [
        np.interp(columns - slant * (len(ink) / 2 - row), columns, line, 0, 0)
        for row, line in enumerate(padded)
    ]
    return tight(np.stack(rows).astype(np.float32))


class _Placed:
    """Digits side by side on a sloping base line."""

    def __init__(self, first: FloatArray, height: float, slope: float) -> None:
        self.ink: FloatArray | None = None
        self._height, self._slope = height, slope
        self._room = round(4 * height)

    def put(self, digit: FloatArray, gap: float, bounce: float) -> None:
        """Right of what is there; the gap is the smallest distance of the rows' ink."""
        base = round(self._room / 2 + bounce)
        if self.ink is None:
            self.ink = np.zeros((self._room, round(self._height)), np.float32)
        base += round(self._slope * self.ink.shape[1])
        top = int(np.clip(base - len(digit), 0, self._room - len(digit)))
        left = self._left(digit, top, gap)
        width = max(self.ink.shape[1], left + digit.shape[1])
        self.ink = np.pad(self.ink, ((0, 0), (0, width - self.ink.shape[1])))
        space = self.ink[top : top + len(digit), left : left + digit.shape[1]]
        np.maximum(space, digit, out=space)

    def mark(self, thick: float, *, dash: bool) -> None:
        """A dash or a dot after the last digit, with its own room."""
        side = max(2, round(1.3 * thick))
        width = round(0.35 * self._height) if dash else side
        blob = np.ones((max(2, round(thick)) if dash else side, width), np.float32)
        self.put(blob, 0.25 * self._height, -0.4 * self._height if dash else 0.0)

    def finished(self) -> FloatArray:
        """With room around."""
        assert self.ink is not None
        rows = np.flatnonzero(self.ink.max(1) > 0.15)
        cut = self.ink[rows[0] : rows[-1] + 1]
        columns = np.flatnonzero(cut.max(0) > 0.15)
        room = round(0.7 * self._height)
        return np.pad(cut[:, columns[0] : columns[-1] + 1], room)

    def _left(self, digit: FloatArray, top: int, gap: float) -> int:
        assert self.ink is not None
        before, after = self.ink[top : top + len(digit)] > 0.3, digit > 0.3
        if not self.ink.any():
            return self.ink.shape[1]
        ends = np.where(before.any(1), before.shape[1] - before[:, ::-1].argmax(1), -(10**6))
        starts = np.where(after.any(1), after.argmax(1), 10**6)
        reach = max(1, len(digit) // 10)
        near = np.max([np.roll(ends, step) for step in range(-reach, reach + 1)], axis=0)
        edge = int(np.flatnonzero((self.ink > 0.3).any(0))[-1]) + 1
        return max(int((near - starts).max()) + round(gap), edge - digit.shape[1] // 2, 0)


def _in_boxes(digits: list[FloatArray], height: float, random: Random) -> FloatArray:
    """A comb of boxes as on forms, a digit in each; the frame is ink too."""
    side = round(height * random.uniform(1.35, 1.7))
    wide = max(round(height * random.uniform(1.0, 1.4)), max(d.shape[1] for d in digits) + 6)
    thick = max(1, round(0.03 * height))
    ink = np.zeros((side, wide * len(digits) + thick), np.float32)
    dark = random.uniform(0.4, 0.9)
    ink[:thick] = ink[-thick:] = dark
    for number in range(len(digits) + 1):
        ink[:, number * wide : number * wide + thick] = dark
    for number, digit in enumerate(digits):
        digit = digit[: side - 2 * thick - 2]
        top = (side - len(digit)) // 2 + round(random.normal(0, 0.03) * height)
        left = number * wide + (wide - digit.shape[1]) // 2 + round(random.normal(0, 0.04) * height)
        top, left = max(top, thick + 1), max(left, 0)
        space = ink[top : top + len(digit), left : left + digit.shape[1]]
        np.maximum(space, digit[: len(space), : space.shape[1]], out=space)
    return np.pad(ink, round(0.7 * height))
