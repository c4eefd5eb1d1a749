"""Lines composed of real MNIST digits of many writers: slanted, touching, ruled, photographed."""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np
from hands import Hand
from hard_layouts import sheared

from desktop_cvae.core.results import FloatArray
from desktop_cvae.datasets.dataset import DigitDataset
from desktop_cvae.inference.field_rules import passes_luhn
from desktop_cvae.pictures.background import resize

LENGTH, CARD_LENGTH = 10, 16
SPACINGS = {"apart": (4.0, 12.0), "tight": (0.5, 4.0), "touching": (-1.5, 1.5)}
"""Pixels between the ink of neighbours whose digits are 20 pixels high."""
NUMBER_SPACINGS = {**SPACINGS, "close": (-1.5, 1.0), "overlapping": (-3.0, 1.0)}
SCALES, SPREADS = (0.5, 3.2), (0.05, 0.07, 0.2)
"""Heights of digits over 20 pixels, and how they vary in one number (standard deviation)."""
PAPERS = ("white", "ruled", "photographed", "board")
MARGIN = 14


@dataclass(frozen=True, eq=False)
class Line:
    """A picture of a number: float32, (H, W), light is 1; and what is written.

    ``owners``, uint8, (H, W), tells whose ink a pixel is: 1 … 10, or 0 for paper.
    """

    picture: FloatArray
    text: str
    spacing: str
    paper: str
    owners: np.ndarray


def compose_line(
    digits: DigitDataset, random: np.random.Generator, number: int, *, card: bool = False
) -> Line:
    """Write ten digits side by side, or the sixteen of a card with its check digit.

    Spacing and paper go round with ``number``.
    """
    spacing = list(SPACINGS)[number % len(SPACINGS)]
    paper = PAPERS[number // len(SPACINGS) % len(PAPERS)]
    scale = random.uniform(1.0, 3.0)
    chosen = random.integers(len(digits.labels), size=CARD_LENGTH if card else LENGTH)
    if card:
        chosen[-1] = _check_digit(digits, chosen[:-1], random)
    slant, slope = random.normal(0, 0.12), random.normal(0, 0.025)
    cut = [_written(digits.images[i], scale * random.uniform(0.85, 1.15), slant) for i in chosen]
    ink, owners = _side_by_side(cut, SPACINGS[spacing], scale, slope, random)
    text = "".join(digits.label_names[digits.labels[i]] for i in chosen)
    return Line(_on_paper(ink, paper, scale, random), text, spacing, paper, owners)


def compose_number(hands: list[Hand], random: np.random.Generator) -> Line:
    """A number of 4 to 11 digits of one hand: more sizes, slants and overlaps than a line's.

    The first hand, MNIST's, writes twice as many as each other one.
    """
    hand = [hands[0], *hands][int(random.integers(len(hands) + 1))]
    scale = float(np.exp(random.uniform(*np.log(SCALES))))
    slant, pen = random.normal(0, 0.18), random.uniform(0.05, 0.16)
    spread = random.choice(SPREADS)
    written = [
        hand.write(random, 20 * scale * float(np.clip(random.normal(1, spread), 0.6, 1.5)), pen)
        for _ in range(random.integers(4, 12))
    ]
    spacing, gaps = list(NUMBER_SPACINGS.items())[int(random.integers(len(NUMBER_SPACINGS)))]
    cut = [sheared(ink, slant) for ink, _ in written]
    ink, owners = _side_by_side(cut, gaps, scale, random.normal(0, 0.03), random)
    paper = str(random.choice(PAPERS))
    text = "".join(name for _, name in written)
    return Line(_on_paper(ink, paper, scale, random), text, spacing, paper, owners)


def _check_digit(digits: DigitDataset, others: np.ndarray, random: np.random.Generator) -> int:
    """The number of a picture of the digit that makes a card's number pass."""
    payload = "".join(digits.label_names[digits.labels[i]] for i in others)
    check = next(k for k in range(10) if passes_luhn(f"{payload}{k}"))
    return int(random.choice(np.flatnonzero(digits.labels == check)))


def _written(image: np.ndarray, scale: float, slant: float) -> FloatArray:
    """One digit's ink in its own box, scaled and sheared."""
    ink = np.pad(image.astype(np.float32) / 255, ((0, 0), (8, 8)))
    sheared = np.zeros_like(ink)
    columns = np.arange(ink.shape[1])
    for row in range(ink.shape[0]):
        sheared[row] = np.interp(columns - slant * (14 - row), columns, ink[row], 0, 0)
    height, width = (max(4, round(n * scale)) for n in sheared.shape)
    large = np.clip(resize(sheared, width, height), 0, 1)
    rows, filled = (np.flatnonzero((large > 0.15).any(axis)) for axis in (1, 0))
    return large[rows[0] : rows[-1] + 1, filled[0] : filled[-1] + 1]


def _side_by_side(
    cut: list[FloatArray],
    gaps: tuple[float, float],
    scale: float,
    slope: float,
    random: np.random.Generator,
) -> tuple[FloatArray, np.ndarray]:
    """Digits on a sloping baseline, and whose ink is where.

    The gap is the smallest distance of a row's ink.
    """
    margin = round(MARGIN * scale)
    height = max(len(digit) for digit in cut) + 2 * margin + round(12 * scale)
    width = sum(digit.shape[1] for digit in cut) + round(16 * scale * len(cut)) + 2 * margin
    page = np.zeros((height, width), np.float32)
    owners, x = np.zeros(page.shape, np.uint8), margin
    for number, digit in enumerate(cut, 1):
        baseline = height - margin - 6 * scale + slope * (x - width / 2) + random.normal(0, scale)
        top = int(np.clip(baseline - len(digit), 0, height - len(digit)))
        band = page[top : top + len(digit)]
        if page.any():
            x = _place(band, digit, round(scale * random.uniform(*gaps)))
        space = band[:, x : x + digit.shape[1]]
        owners[top : top + len(digit), x : x + digit.shape[1]][digit > np.maximum(space, 0.3)] = (
            number
        )
        np.maximum(space, digit, out=space)
    end = int(np.flatnonzero(page.any(0))[-1]) + 1 + margin
    return page[:, :end], owners[:, :end]


def _place(band: FloatArray, digit: FloatArray, gap: int) -> int:
    """Where the digit's left edge goes so that it stands ``gap`` off the ink before it."""
    before, after = band > 0.3, digit > 0.3
    ends = band.shape[1] - np.argmax(before[:, ::-1], axis=1)
    ends = np.where(before.any(1), ends, 0)
    starts = np.where(after.any(1), np.argmax(after, axis=1), band.shape[1])
    # Ink a few rows off counts too: pens do not pass each other within a hair.
    reach = max(1, len(digit) // 10)
    grown = np.max([np.roll(ends, step) for step in range(-reach, reach + 1)], axis=0)
    edge = int(np.flatnonzero(before.any(0))[-1]) + 1 if before.any() else 0
    return max(int((grown - starts).max()) + gap, edge - digit.shape[1] // 2, 0)


def _on_paper(ink: FloatArray, paper: str, scale: float, random: np.random.Generator) -> FloatArray:
    height, width = ink.shape
    darkness = np.float32(random.uniform(0.55, 0.95))
    if paper == "board":  # light chalk on a dark ground
        return np.clip(0.1 + ink * darkness + random.normal(0, 0.02, ink.shape), 0, 1).astype(
            np.float32
        )
    ground = np.ones_like(ink)
    if paper == "ruled":
        thick, step = max(1, round(0.7 * scale)), round(random.uniform(26, 34) * scale)
        for top in range(int(random.integers(step)), height, step):
            ground[top : top + thick] = random.uniform(0.55, 0.8)
    light = np.ones_like(ink)
    if paper == "photographed":
        across, down = np.linspace(-1, 1, width), np.linspace(-1, 1, height)[:, np.newaxis]
        edge = (
            across * random.uniform(0.5, 2) + down * random.uniform(-1, 1) + random.uniform(-1, 1)
        )
        light = 0.55 + 0.3 / (1 + np.exp(-edge * random.uniform(3, 25)))
    seen = light * ground * (1 - ink * darkness)
    noise = random.normal(0, 0.02 if paper == "photographed" else 0.005, ink.shape)
    return np.clip(seen + noise, 0, 1).astype(np.float32)
