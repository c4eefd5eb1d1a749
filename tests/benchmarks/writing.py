"""How well models write: samples before one judge, beside as many real digits.

Usage: ``python tests/benchmarks/writing.py [MODEL …] [--samples 10000] [--seed 0]``, by default
every shipped model. The judge learns from MNIST's training digits and is kept in the user's cache;
another seed is another judge.
"""

from __future__ import annotations

import argparse

from desktop_cvae.cli.generation_report import judge_models
from desktop_cvae.datasets.loading import load_dataset
from desktop_cvae.inference.opened_model import open_model

SHIPPED = ("studio", "conv_cvae", "dense_cvae")


def main() -> None:
    """Print the table."""
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("models", nargs="*", default=SHIPPED, metavar="MODEL")
    parser.add_argument("--samples", type=int, default=10_000)
    parser.add_argument("--seed", type=int, default=0)
    arguments = parser.parse_args()
    models = [open_model(name) for name in arguments.models]
    test = load_dataset("mnist", "test")
    print(judge_models(models, "mnist", test, arguments.samples, arguments.seed).text())


if __name__ == "__main__":
    main()
