"""How kinds of pictures are read: right, unsure, refused, wrong without a word of doubt."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field

import numpy as np

from desktop_cvae.core.results import UNSURE, FloatArray, Verdict
from desktop_cvae.inference.opened_model import OpenedModel
from desktop_cvae.pictures.hypotheses import Hypotheses, propose_hypotheses

BATCH = 100
SHARES = (0.005, 0.01)
HEADING = ("", "n", "read right", "not found", *(f"refused, {100 * s:g} %" for s in SHARES))
HEADING = (*HEADING, "unsure", "wrong, unmarked")
"""“Unsure” and “wrong, unmarked” are those at the first share, the program's default."""


@dataclass
class Outcome:
    """What became of one kind of pictures.

    Attributes:
        right: one a picture; a digit that was not found is not right.
        found: one a picture.
        refused: one row a picture, one column a share of ``SHARES``.
        unsure: one a picture.
        labels: the true ones.
        read: what was read; −1 if nothing was found.
        images: what the model read, 28×28.
    """

    right: list[bool] = field(default_factory=list)
    found: list[bool] = field(default_factory=list)
    refused: list[list[bool]] = field(default_factory=list)
    unsure: list[bool] = field(default_factory=list)
    labels: list[int] = field(default_factory=list)
    read: list[int] = field(default_factory=list)
    images: list[FloatArray] = field(default_factory=list)

    def row(self, name: str) -> tuple[str, ...]:
        """A row of the table."""
        unmarked = ~(np.array(self.right) | np.array(self.refused)[:, 0] | np.array(self.unsure))
        shares = (self.right, ~np.array(self.found), *np.array(self.refused).T, self.unsure)
        texts = (f"{100 * float(np.mean(share)):.2f} %" for share in (*shares, unmarked))
        return (name, str(len(self.right)), *texts)


def read_pictures(
    model: OpenedModel,
    pictures: Iterable[FloatArray],
    labels: Sequence[int],
) -> Outcome:
    """Prepare, read and judge as ``recognize`` does, what is in doubt looked at again.

    Args:
        model: with labels.
        pictures: float32, (H, W), light is 1.
        labels: what they are.
    """
    outcome, batch = Outcome(), []
    for picture in pictures:
        batch.append(propose_hypotheses(picture))
        if len(batch) == BATCH:
            _read(model, batch, outcome)
            batch = []
    if batch:
        _read(model, batch, outcome)
    outcome.labels = [int(label) for label in labels]
    pairs = zip(outcome.read, outcome.labels, strict=True)
    outcome.right = [read == label for read, label in pairs]
    return outcome


def _read(model: OpenedModel, batch: list[Hypotheses], to: Outcome) -> None:
    for believed, *_ in model.prepare_all(batch, SHARES[0]):
        reading = believed.recognition
        to.found.append(reading is not None)
        to.images.append(believed.prepared.image)
        to.read.append(-1 if reading is None or reading.label is None else reading.label)
        verdict = None if reading is None else reading.verdict
        to.refused.append([_is_refused(model, verdict, share) for share in SHARES])
        to.unsure.append(verdict is not None and verdict.kind == UNSURE)


def _is_refused(model: OpenedModel, verdict: Verdict | None, share: float) -> bool:
    if verdict is None:
        return True  # nothing was found
    odds, calibration = verdict.digit_log_odds, model.calibration
    return (
        odds is not None
        and calibration is not None
        and odds < calibration.rejection_threshold(share)
    )


def print_table(rows: Sequence[Sequence[str]]) -> None:
    """Aligned, the first column to the left."""
    widths = [max(len(row[column]) for row in rows) for column in range(len(rows[0]))]
    for row in rows:
        cells = (text.rjust(width) for text, width in zip(row[1:], widths[1:], strict=True))
        print("  ".join((row[0].ljust(widths[0]), *cells)), flush=True)
