"""Whole numbers: lines composed of real MNIST test digits of many writers, read back.

Usage: ``python tests/benchmarks/number_lines.py [--model MODEL] [--lines N] [--seed S] [--cards]``

Prints the share of digits read right (1 − edit distance over length) and of whole lines read
right, by kind of spacing and paper: ten digits without a rule and with ``length:10``; with
``--cards`` sixteen digits without a rule and with ``card``.
"""

from __future__ import annotations

import argparse
import time
from collections import defaultdict

import numpy as np
from composed_lines import LENGTH, Line, compose_line

from desktop_cvae.datasets.loading import load_dataset
from desktop_cvae.inference.field_rules import parse_rule
from desktop_cvae.inference.opened_model import OpenedModel, open_model


def edit_distance(one: str, other: str) -> int:
    """Fewest insertions, deletions and replacements (Levenshtein 1966)."""
    row = list(range(len(other) + 1))
    for i, letter in enumerate(one, 1):
        before, row[0] = row[0], i
        for j, wanted in enumerate(other, 1):
            before, row[j] = row[j], min(row[j] + 1, row[j - 1] + 1, before + (letter != wanted))
    return row[-1]


def measure(model: OpenedModel, lines: list[Line], rule_name: str, show: bool) -> None:
    """Read all lines and print the shares by kind."""
    rule = parse_rule(rule_name) if rule_name else None
    kinds: dict[str, list[tuple[float, bool]]] = defaultdict(list)
    started = time.perf_counter()
    for number, line in enumerate(lines):
        read = model.read_page(line.picture, rule).text
        outcome = (max(0.0, 1 - edit_distance(line.text, read) / len(line.text)), read == line.text)
        for kind in ("all", line.spacing, line.paper):
            kinds[kind].append(outcome)
        if show and read != line.text:
            print(f"  {number:4d} {line.spacing:9s} {line.paper:13s} {line.text} {read!r}")
    seconds = (time.perf_counter() - started) / len(lines)
    print(
        f"{rule_name or 'no rule':10s} digits right   lines right   ({1000 * seconds:.0f} ms each)"
    )
    for kind, outcomes in kinds.items():
        digits, whole = (100 * float(np.mean(values)) for values in zip(*outcomes, strict=True))
        print(f"  {kind:13s} {digits:6.2f} %     {whole:6.1f} %      n = {len(outcomes)}")


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
    parser.add_argument("--show", action="store_true", help="name every line read wrongly")
    wish = parser.parse_args()
    digits = load_dataset("mnist", wish.part)
    random = np.random.default_rng(wish.seed)
    lines = [compose_line(digits, random, number, card=wish.cards) for number in range(wish.lines)]
    model = open_model(wish.model)
    for rule in ("", "card" if wish.cards else f"length:{LENGTH}"):
        measure(model, lines, rule, wish.show)


if __name__ == "__main__":
    main()
