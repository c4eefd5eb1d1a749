"""``desktop-cvae recognize``: what is written in every picture."""

from __future__ import annotations

import sys
from argparse import Namespace
from collections.abc import Callable, Iterator
from pathlib import Path

from desktop_cvae.cli.messages import complain
from desktop_cvae.cli.outputs import require_free
from desktop_cvae.cli.picture_reader import PictureReader
from desktop_cvae.cli.pictures import find_pictures
from desktop_cvae.cli.recognition_request import recognition_request
from desktop_cvae.cli.records import (
    CSV_HEADER,
    PictureRecord,
    csv_line,
    json_line,
    text_formatter,
)
from desktop_cvae.cli.tensorflow_setup import require_tensorflow
from desktop_cvae.library.atomic_writing import write_atomically

BATCH = 64


def run(arguments: Namespace) -> int:
    """Read all pictures; those that cannot be read are named, the others go on.

    Returns:
        0, or 1 if a picture could not be read.

    Raises:
        UsageError: nothing matches, the output exists, or the model has no labels.
    """
    pictures = find_pictures(arguments.images)
    require_free(arguments.output, overwrite=arguments.overwrite)
    if arguments.engine == "keras":
        require_tensorflow()
    records = _records(PictureReader(recognition_request(arguments)), pictures)
    return _write(records, _formatter(arguments.format, pictures), arguments)


def _records(reader: PictureReader, pictures: list[str]) -> Iterator[PictureRecord]:
    for start in range(0, len(pictures), BATCH):
        yield from reader.read(pictures[start : start + BATCH])


def _formatter(name: str, pictures: list[str]) -> Callable[[PictureRecord], str]:
    return {"jsonl": json_line, "csv": csv_line}.get(name) or text_formatter(pictures)


def _write(
    records: Iterator[PictureRecord],
    to_line: Callable[[PictureRecord], str],
    arguments: Namespace,
) -> int:
    code = 0
    lines: list[str] = []
    put = sys.stdout.write if arguments.output is None else lines.append
    put(CSV_HEADER if arguments.format == "csv" else "")
    for record in records:
        put(to_line(record))
        if record.error is not None:
            complain(f"{Path(record.file).name}: {record.error}")
            code = 1
    if arguments.output is not None:
        text = "".join(lines).encode("utf-8", errors="backslashreplace")
        write_atomically(arguments.output, text)
    return code
