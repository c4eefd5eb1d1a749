"""What ``evaluate`` prints: for people, for programs."""

from __future__ import annotations

import dataclasses
import json
from argparse import Namespace
from collections.abc import Mapping, Sequence
from typing import Any

from desktop_cvae.cli.evaluation_refusals import EvaluatedRefusals
from desktop_cvae.cli.messages import quantities, table
from desktop_cvae.core.results import Scorecard
from desktop_cvae.inference.sweeps import SWEEPS, SweepPoint

SCALE = "grey-pixel BCE"
Sweeps = Mapping[str, Sequence[SweepPoint]]
"""Points by the sweep's name."""


def card_json(
    card: Scorecard,
    model: str,
    data: str,
    arguments: Namespace,
    sweeps: Sweeps,
    refused: EvaluatedRefusals | None,
) -> str:
    """The scorecard as one JSON object."""
    entries: dict[str, Any] = dataclasses.asdict(card) | {
        "confusion": None if card.confusion is None else card.confusion.tolist(),
        "scale": SCALE,
        "model": model,
        "data": data,
        "noise": arguments.noise,
        "shift_px": arguments.shift,
        "prepare": arguments.prepare,
        "refuse": arguments.refuse,
        "seed": arguments.seed,
    }
    if refused is not None:
        entries["refusals"] = refused.to_json()
    for name, points in sweeps.items():
        told = [dataclasses.asdict(point) | {"accuracy": point.accuracy} for point in points]
        entries.setdefault("sweeps", {})[name] = told
    return json.dumps(entries, allow_nan=False)


def card_text(
    card: Scorecard,
    model: str,
    data: str,
    label_names: Sequence[str],
    sweeps: Sweeps,
    refused: EvaluatedRefusals | None,
) -> str:
    """The scorecard for people."""
    facts = [
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
    parts = [
        f"{model} on {data}, {card.n:,} images; {SCALE}, true label, one posterior sample",
        quantities(facts),
    ]
    if card.confusion is not None:
        heading = ("true ↓ read →", *label_names)
        lines = zip(label_names, card.confusion, strict=True)
        body = [(name, *(str(count) if count else "·" for count in line)) for name, line in lines]
        parts.append(table([heading, *body], right=range(1, len(heading))))
    if refused is not None:
        parts.append(refused.text())
    parts += [_sweep_text(name, points) for name, points in sweeps.items()]
    return "\n\n".join(parts)


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
