"""How often a listed value is read rightly, silently wrong, or left to a person.

    DESKTOP_CVAE_MNIST=FOLDER python tests/benchmarks/listed_values.py [--lines 100] [--size 1000]

Numbers of ten test digits of MNIST, composed in a line. Ten values of each list differ from the
right number in a digit or two, the others are drawn by chance. In the last row the right number is
not in the list, so the line must be left to a person.
"""

from __future__ import annotations

import argparse
import time

import numpy as np
from composed_lines import Line, compose_line

from desktop_cvae.datasets.loading import load_dataset
from desktop_cvae.inference.field_rules import FieldRule, list_rule
from desktop_cvae.inference.number_reading import SURE
from desktop_cvae.inference.opened_model import OpenedModel, open_model

NEAR = 10
"""Values of a list that differ from the right one in a digit or two."""


def values_around(text: str, size: int, random: np.random.Generator) -> set[str]:
    """Return other numbers of that length, some of them near to it."""
    values: set[str] = set()
    while len(values) < size:
        digits = list(text)
        is_near = len(values) < NEAR
        for place in random.integers(len(text), size=random.integers(1, 3)):
            digits[place] = str(random.integers(10))
        value = digits if is_near else map(str, random.integers(0, 10, len(text)))
        values.add("".join(value))
        values.discard(text)
    return values


def measure(model: OpenedModel, lines: list[Line], rules: list[FieldRule | None]) -> str:
    """Return the shares of lines as a row of a table."""
    right = wrong = 0
    started = time.perf_counter()
    for line, rule in zip(lines, rules, strict=True):
        page = model.read_page(line.picture, rule)
        is_sure = len(page.lines) == 1 and page.probability >= SURE and not page.warning
        if rule is None:
            is_sure = is_sure and not any(d.recognition.verdict.labels[1:] for d in page.digits)
        right += is_sure and page.text == line.text
        wrong += is_sure and page.text != line.text
    count = len(lines)
    seconds = (time.perf_counter() - started) / count
    shares = [f"{100 * part / count:.1f} %" for part in (right, wrong, count - right - wrong)]
    return " | ".join([*shares, f"{seconds:.2f} s"])


def main() -> None:
    """Print a table."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--model", default="studio")
    parser.add_argument("--lines", type=int, default=100)
    parser.add_argument("--size", type=int, default=1000)
    options = parser.parse_args()
    digits, random = load_dataset("mnist", "test"), np.random.default_rng(0)
    lines = [compose_line(digits, random, number) for number in range(options.lines)]
    model = open_model(options.model)
    others = [values_around(line.text, options.size - 1, random) for line in lines]
    listed = [list_rule(sorted({*one, line.text})) for one, line in zip(others, lines, strict=True)]
    rows: dict[str, list[FieldRule | None]] = {
        "any number": [None] * len(lines),
        f"one of {options.size}": [*listed],
        "not in the list": [list_rule(sorted(one)) for one in others],
    }
    print("| list | accepted and right | accepted and wrong | left to a person | time |")
    print("|---|---|---|---|---|")
    for name, rules in rows.items():
        print(f"| {name} | {measure(model, lines, rules)} |")


if __name__ == "__main__":
    main()
