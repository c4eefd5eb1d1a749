"""Arguments of ``desktop-cvae data``.

Tested in tests/cli/test_data.py and tests/cli/test_parser.py.
"""

from __future__ import annotations

from pathlib import Path

from desktop_cvae.cli.options import (
    CommandParser,
    add_actions,
    add_command,
    add_events,
    add_format,
    add_model_option,
    add_seed,
    whole_number,
)
from desktop_cvae.core.language import mark, tr

SUMMARY = mark("List, download, import, generate or remove data sets.")


def add_arguments(parser: CommandParser) -> None:
    """Add them to the command's parser."""
    actions = add_actions(parser)
    list_ = add_command(actions, "list", tr("List all data sets."))
    add_format(list_, "text", "json")
    download = add_command(actions, "download", tr("Download MNIST (12 MB) and check its SHA-256."))
    download.add_argument("dataset", choices=["mnist"])
    download.add_argument("--overwrite", action="store_true", help=tr("download it again"))
    add_events(download)
    import_ = add_command(actions, "import", tr("Check a data set and store it under a name."))
    import_.add_argument(
        "path", type=Path, metavar=tr("PATH"), help=tr("IDX, NPZ or CSV, or a folder of labels")
    )
    import_.add_argument(
        "--label-names",
        metavar="A,B,…",
        help=tr("the names of the labels in order; labels may start at 0 or 1"),
    )
    import_.add_argument(
        "--transpose", action="store_true", help=tr("swap rows and columns, as EMNIST's files need")
    )
    import_.add_argument(
        "--invert", action="store_true", help=tr("swap light and dark, for dark ink on white")
    )
    _add_name(import_)
    make = add_command(actions, "make", tr("Generate a data set with a model."))
    add_model_option(make)
    make.add_argument("--count", type=whole_number(20, 200_000), default=2000, metavar="N")
    add_seed(make)
    _add_name(make)
    remove = add_command(actions, "remove", tr("Delete one of your data sets."))
    remove.add_argument("name", metavar=tr("NAME"))


def _add_name(parser: CommandParser) -> None:
    parser.add_argument(
        "--name", metavar=tr("NAME"), required=True, help=tr("its name, also for --data")
    )
    parser.add_argument(
        "--overwrite", action="store_true", help=tr("replace a data set of that name")
    )
