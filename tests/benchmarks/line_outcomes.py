"""What the reading of a line is worth: digits, whole lines, doubts, and the trust it claims."""

from __future__ import annotations

import itertools
import time
from collections.abc import Iterable, Sequence
from dataclasses import dataclass

import numpy as np

from desktop_cvae.core.results import DIGIT
from desktop_cvae.inference.number_reading import PageReading

BINS = (0, 0.5, 0.7, 0.8, 0.9, 0.95, 0.99, 1.01)


@dataclass(frozen=True)
class Outcome:
    """One line as it was read.

    Attributes:
        wanted: what is written.
        read: what was read.
        marked: of every digit read, whether it was marked as unsure or as no digit.
        probability: that the whole of it is right, as the reader says.
        seconds: it took, by the clock and of all processors together.
    """

    wanted: str
    read: str
    marked: tuple[bool, ...]
    probability: float
    seconds: tuple[float, float]

    @property
    def is_right(self) -> bool:
        """True if every digit is right."""
        return self.read == self.wanted

    @property
    def share_right(self) -> float:
        """The fraction of digits read right; see :func:`share_right`."""
        return share_right(self.wanted, self.read)

    @property
    def confident_errors(self) -> int:
        """Digits wrong, too many or missing where nothing that was read there is marked."""
        marked = (*self.marked, False)
        found = edits(self.wanted, self.read.replace("\n", ""))
        return sum(not any(marked[index] for index in indices) for indices in found)


def clocks() -> np.ndarray:
    """Seconds by the clock and of this process's processors."""
    return np.array([time.perf_counter(), time.process_time()])


def outcome_of(
    wanted: str, page: PageReading, seconds: tuple[float, float], *, refusing: bool
) -> Outcome:
    """Of our reading.

    Args:
        wanted: what is written.
        page: what was read.
        seconds: it took, by the clock and of all processors together.
        refusing: False takes refused digits for what they would have been read as.
    """
    lines = ("".join(digit.label_name for digit in line.digits) for line in page.lines)
    marked = []
    for digit in page.digits:
        verdict = digit.recognition.verdict
        assert verdict is not None, "a model with labels"
        marked.append(verdict.kind != DIGIT or digit.is_bent)
    text = page.text if refusing else "\n".join(lines)
    return Outcome(wanted, text, tuple(marked), page.probability, seconds)


def share_right(wanted: str, read: str) -> float:
    """1 − edit distance over length, in [0, 1]."""
    return max(0.0, 1 - len(edits(wanted, read)) / len(wanted))


def edits(wanted: str, read: str) -> list[tuple[int, ...]]:
    """The fewest changes that make ``wanted`` of what was read (Levenshtein 1966).

    Returns:
        for each change the indices in ``read`` that it concerns: one of a digit that is wrong or
        too many, the two around one that is missing.
    """
    costs = np.zeros((len(wanted) + 1, len(read) + 1), int)
    costs[:, 0], costs[0] = np.arange(len(wanted) + 1), np.arange(len(read) + 1)
    for i, j in itertools.product(range(1, len(wanted) + 1), range(1, len(read) + 1)):
        differs = wanted[i - 1] != read[j - 1]
        costs[i, j] = min(costs[i - 1, j] + 1, costs[i, j - 1] + 1, costs[i - 1, j - 1] + differs)
    found: list[tuple[int, ...]] = []
    i, j = len(wanted), len(read)
    while i or j:
        differs = not (i and j and wanted[i - 1] == read[j - 1])
        if i and j and costs[i, j] == costs[i - 1, j - 1] + differs:
            found += [(j - 1,)] if differs else []
            i, j = i - 1, j - 1
        elif i and costs[i, j] == costs[i - 1, j] + 1:
            found.append(tuple(index for index in (j - 1, j) if index >= 0))
            i -= 1
        else:
            found.append((j - 1,))
            j -= 1
    return found


def calibration_error(outcomes: Sequence[Outcome], *, show: bool = False) -> float:
    """Expected calibration error of the lines' probabilities, in [0, 1]."""
    claimed = np.array([outcome.probability for outcome in outcomes])
    true = np.array([outcome.is_right for outcome in outcomes], float)
    error = 0.0
    for low, high in itertools.pairwise(BINS):
        chosen = (claimed >= low) & (claimed < high)
        if chosen.any():
            promised, kept = claimed[chosen].mean(), true[chosen].mean()
            error += float(chosen.mean() * abs(promised - kept))
            if show:
                print(f"  said {promised:.3f}, right {kept:.3f}, n = {chosen.sum()}")
    return error


def summary(outcomes: Sequence[Outcome]) -> str:
    """Shares, doubts, calibration and time in one line."""
    digits = sum(len(outcome.wanted) for outcome in outcomes)
    marked = [mark for outcome in outcomes for mark in outcome.marked]
    seconds = float(np.mean([outcome.seconds[0] for outcome in outcomes]))
    return (
        f"digits {_percent(outcome.share_right for outcome in outcomes)}, "
        f"lines {_percent(outcome.is_right for outcome in outcomes)}, confident errors in 1,000 "
        f"digits {1000 * sum(outcome.confident_errors for outcome in outcomes) / digits:.1f}, "
        f"marked {_percent(marked or [False])}, calibration error "
        f"{calibration_error(outcomes):.3f}, {seconds:.3f} s a line"
    )


def compared(ours: Sequence[Outcome], rivals: Sequence[Outcome]) -> str:
    """Both beside each other, and the ratios of their times in this run."""
    theirs, own = (np.sum([o.seconds for o in outcomes], axis=0) for outcomes in (rivals, ours))
    ratio, of_processors = theirs / own
    return (
        f"ours:  {summary(ours)}\nrival: {summary(rivals)}\n"
        f"the rival takes {ratio:.1f} times as long, "
        f"and {of_processors:.1f} times the processors' time"
    )


def _percent(values: Iterable[float]) -> str:
    return f"{100 * float(np.mean(list(values))):.2f} %"
