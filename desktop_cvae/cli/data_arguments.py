"""Arguments of ``desktop-cvae data``."""

from __future__ import annotations

from argparse import ArgumentParser
from collections.abc import Callable
from pathlib import Path
from typing import Any

from desktop_cvae.cli.argument_types import SEED, whole_number
from desktop_cvae.cli.option_groups import add_model

Add = Callable[[Any, str, str, str], ArgumentParser]


def add_data_actions(actions: Any, add: Add) -> None:
    """Add the actions.

    Args:
        actions: the subparsers of ``data``.
        add: makes the parser of one action from its name, summary and module.
    """
    list_ = add(actions, "list", "All data sets at hand.", "data")
    list_.add_argument("--format", choices=["text", "json"], default="text")
    download = add(actions, "download", "Fetch MNIST (12 MB), checked by its SHA-256.", "data")
    download.add_argument("dataset", choices=["mnist"])
    download.add_argument("--overwrite", action="store_true", help="fetch it anew")
    download.add_argument("--events", choices=["jsonl"], help="progress as one JSON object a line")
    import_ = add(actions, "import", "Check a data set and keep it under a name.", "data")
    import_.add_argument(
        "path", type=Path, metavar="PATH", help="IDX, NPZ or CSV, or a folder of labels"
    )
    import_.add_argument(
        "--label-names",
        metavar="A,B,…",
        help="the labels' names in order; labels may count from 0 or from 1",
    )
    import_.add_argument(
        "--transpose", action="store_true", help="swap rows and columns, as EMNIST's files need"
    )
    import_.add_argument(
        "--invert", action="store_true", help="swap light and dark, for dark ink on white"
    )
    _add_name(import_)
    make = add(actions, "make", "Let a model write a data set.", "data")
    add_model(make)
    make.add_argument("--count", type=whole_number(20, 200_000), default=2000, metavar="N")
    make.add_argument("--seed", type=SEED, default=0, metavar="N", help="(default: 0)")
    _add_name(make)
    remove = add(actions, "remove", "Delete one of your data sets.", "data")
    remove.add_argument("name", metavar="NAME")


def _add_name(parser: ArgumentParser) -> None:
    parser.add_argument("--name", required=True, help="what to call it, also for --data")
    parser.add_argument("--overwrite", action="store_true", help="replace one of that name")
