"""``desktop-cvae recognize``: what is written in every picture."""

from __future__ import annotations

import sys
from argparse import Namespace
from collections.abc import Callable, Iterator
from pathlib import Path

import numpy as np

from desktop_cvae.cli.messages import complain
from desktop_cvae.cli.outputs import require_free
from desktop_cvae.cli.pictures import find_pictures, read_prepared
from desktop_cvae.cli.records import (
    CSV_HEADER,
    PictureRecord,
    csv_line,
    json_line,
    picture_record,
    text_formatter,
)
from desktop_cvae.cli.tensorflow_setup import require_tensorflow
from desktop_cvae.core.errors import DesktopCvaeError, MissingLabels
from desktop_cvae.core.ports import Engine
from desktop_cvae.core.results import PreparedDigit
from desktop_cvae.library.atomic_writing import write_atomically
from desktop_cvae.library.model_library import find_model

BATCH = 64


def run(arguments: Namespace) -> int:
    """Read all pictures; those that cannot be read are named, the others go on.

    Returns:
        0, or 1 if a picture could not be read.

    Raises:
        UsageError: nothing matches, the output exists, or the model has no labels.
    """
    from desktop_cvae.inference.engines import open_engine

    pictures = find_pictures(arguments.images)
    require_free(arguments.output, overwrite=arguments.overwrite)
    entry = find_model(arguments.model)
    if not entry.manifest.spec.conditional:
        raise MissingLabels(entry.name)
    if arguments.engine == "keras":
        require_tensorflow()
    records = _records(open_engine(entry, arguments.engine), pictures, entry.name)
    return _write(records, _formatter(arguments.format, pictures), arguments)


def _records(engine: Engine, pictures: list[str], model: str) -> Iterator[PictureRecord]:
    for start in range(0, len(pictures), BATCH):
        yield from _read_batch(engine, pictures[start : start + BATCH], model)


def _read_batch(engine: Engine, pictures: list[str], model: str) -> list[PictureRecord]:
    from desktop_cvae.inference.recognition import recognize

    outcomes = [_prepare(picture) for picture in pictures]
    found = [o for o in outcomes if isinstance(o, PreparedDigit) and o.found]
    readings = iter(recognize(engine, np.stack([o.image for o in found])) if found else [])
    return [
        PictureRecord(picture, "", (), model, outcome)
        if isinstance(outcome, str)
        else picture_record(
            picture, outcome, next(readings) if outcome.found else None, engine.spec, model
        )
        for picture, outcome in zip(pictures, outcomes, strict=True)
    ]


def _prepare(picture: str) -> PreparedDigit | str:
    """The picture, or the sentence that says why it cannot be read."""
    try:
        return read_prepared(picture)
    except DesktopCvaeError as error:
        return error.sentence


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
