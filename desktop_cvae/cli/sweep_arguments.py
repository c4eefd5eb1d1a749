"""Arguments of ``desktop-cvae sweep``.

Tested in tests/cli/test_sweep.py and tests/cli/test_parser.py.
"""

from __future__ import annotations

from pathlib import Path

from desktop_cvae.cli.options import (
    CommandParser,
    add_cluster,
    add_events,
    add_format,
    whole_number,
)
from desktop_cvae.core.language import mark, tr

SUMMARY = mark("Train many models from one file: a grid, a random sample or a list of settings.")


def add_arguments(parser: CommandParser) -> None:
    """Add them to the command's parser."""
    parser.add_argument(
        "file",
        type=Path,
        metavar=tr("FILE.toml"),
        help=tr("the trainings; see docs/sweep_format.md"),
    )
    parser.add_argument(
        "--jobs",
        type=whole_number(1, 256),
        metavar="N",
        help=tr("trainings at once (default: as many as cores and memory allow)"),
    )
    add_cluster(parser, tr("train on the workers of a Dask cluster that have --resources TRAIN=1"))
    parser.add_argument(
        "--table", action="store_true", help=tr("only show the progress, and train nothing")
    )
    add_format(parser, "text", "json", "csv")
    parser.add_argument(
        "--install",
        metavar="N",
        help=tr("at the end, add the model of training N, or of the “best”, to your models"),
    )
    parser.add_argument("--retry-failed", action="store_true", help=tr("restart failed trainings"))
    add_events(parser)
