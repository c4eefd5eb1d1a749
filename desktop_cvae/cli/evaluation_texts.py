"""What ``evaluate`` prints: for people, for programs."""

from __future__ import annotations

import dataclasses
import json
from collections.abc import Sequence
from typing import Any

from desktop_cvae.cli.evaluation import Evaluation
from desktop_cvae.cli.messages import quantities, table
from desktop_cvae.core.results import IntArray, Scorecard
from desktop_cvae.inference.sweeps import SWEEPS, SweepPoint

SCALE = "grey-pixel BCE"


def evaluation_json(evaluation: Evaluation) -> str:
    """The scorecard as one JSON object."""
    card, arguments = evaluation.card, evaluation.arguments
    entries: dict[str, Any] = dataclasses.asdict(card) | {
        "confusion": None if card.confusion is None else card.confusion.tolist(),
        "scale": SCALE,
        "model": evaluation.model,
        "data": evaluation.data,
        "noise": arguments.noise,
        "shift_px": arguments.shift,
        "prepare": arguments.prepare,
        "refuse": arguments.refuse,
        "seed": arguments.seed,
    }
    if evaluation.refused is not None:
        entries["refusals"] = evaluation.refused.to_json()
    for name, points in evaluation.sweeps.items():
        told = [dataclasses.asdict(point) | {"accuracy": point.accuracy} for point in points]
        entries.setdefault("sweeps", {})[name] = told
    return json.dumps(entries, allow_nan=False)


def evaluation_text(evaluation: Evaluation) -> str:
    """The scorecard for people."""
    card = evaluation.card
    parts = [
        f"{evaluation.model} on {evaluation.data}, {card.n:,} images; {SCALE}, true label, "
        "one posterior sample",
        quantities(_facts(card)),
    ]
    if card.confusion is not None:
        parts.append(_confusion_text(card.confusion, evaluation.label_names))
    if evaluation.refused is not None:
        parts.append(evaluation.refused.text())
    parts += [_sweep_text(name, points) for name, points in evaluation.sweeps.items()]
    return "\n\n".join(parts)


def _facts(card: Scorecard) -> list[tuple[str, str]]:
    return [
        ("read by evidence", _per_cent(card.accuracy)),
        ("−ELBO", f"{card.neg_elbo_nats:.2f} nats"),
        ("  reconstruction", f"{card.reconstruction_nats:.2f} nats"),
        ("  KL divergence", f"{card.kl_nats:.2f} nats"),
        ("−ELBO at the mean", f"{card.neg_elbo_at_mean_nats:.2f} nats"),
        ("calibration error", _per_cent(card.expected_calibration_error)),
        *_before_calibration(card),
        ("refused", _per_cent(card.refused_fraction)),
        ("speed", f"{card.images_per_second:,.0f} images/s"),
    ]


def _confusion_text(confusion: IntArray, label_names: Sequence[str]) -> str:
    heading = ("true ↓ read →", *label_names)
    lines = zip(label_names, confusion, strict=True)
    body = [(name, *(str(count) if count else "·" for count in line)) for name, line in lines]
    return table([heading, *body], right=range(1, len(heading)))


def _sweep_text(name: str, points: Sequence[SweepPoint]) -> str:
    sweep = SWEEPS[name]
    rows = [(sweep.title, *(f"{point.level:g}" for point in points))]
    rows.append(("read right, %", *(f"{100 * point.accuracy:.2f}" for point in points)))
    for reference in sweep.references:
        shares = [reference.at(point.level) for point in points]
        texts = ("·" if share is None else f"{100 * share:.2f}" for share in shares)
        rows.append((reference.name, *texts))
    sources = "\n".join(one.source for one in sweep.references)
    return f"{table(rows, right=range(1, len(points) + 1))}\n{sources}"


def _before_calibration(card: Scorecard) -> list[tuple[str, str]]:
    if card.uncalibrated_error is None:
        return []
    return [("  before calibration", _per_cent(card.uncalibrated_error))]


def _per_cent(share: float | None) -> str:
    return "– (no labels)" if share is None else f"{100 * share:.2f} %"
