"""``desktop-cvae recognize``: what is written in every picture."""

from __future__ import annotations

import contextlib
import sys
from argparse import Namespace
from collections.abc import Callable, Generator, Iterator
from itertools import chain, count, islice
from pathlib import Path

from desktop_cvae.cli.batches import Batch, Read, batches, reader
from desktop_cvae.cli.bulk_reading import read_all, share_out
from desktop_cvae.cli.inputs import STANDARD_INPUT, NamedPictures
from desktop_cvae.cli.options import require_digits_alone, require_known_rule
from desktop_cvae.cli.output import ProgressLine, complain, note, require_free
from desktop_cvae.cli.record_files import (
    DonePictures,
    LineFile,
    find_done,
    hold_output,
    new_line_file,
)
from desktop_cvae.cli.records import (
    DIGIT_FORMATS,
    RecordFormats,
    form_formats,
    recognition_request,
    wanted_form,
)
from desktop_cvae.core.errors import UsageError
from desktop_cvae.core.language import mark, tr, tr_n
from desktop_cvae.core.tasks import Progress
from desktop_cvae.inference.picture_records import PictureRecord, json_line
from desktop_cvae.model.tensorflow_setup import require_tensorflow
from desktop_cvae.workers.cluster import connect, usable_cores

PEEKED = 32
"""The names of so many batches decide the width of the first column."""

Put = Callable[[str], object]


def run(arguments: Namespace) -> int:
    """Read all pictures; those that cannot be read are named, the others go on.

    Returns:
        0, or 1 if a picture could not be read.

    Raises:
        UsageError: nothing matches, the output exists, or the model has no labels.
        InputOutputError: the list cannot be read or the output not written.
    """
    _require_sense(arguments)
    path, adds = arguments.output, arguments.skip_existing
    if path is None:
        return _read_wanted(arguments)
    with hold_output(path, adds=adds, overwrite=arguments.overwrite):
        return _read_wanted(arguments)


def _read_wanted(arguments: Namespace) -> int:
    formats = _formats(arguments)
    header = formats.csv_header if arguments.format == "csv" else ""
    done = None
    if arguments.skip_existing:
        done = find_done(arguments.output, arguments.format, header)
    named = NamedPictures(arguments.images, arguments.list, arguments.recursive)
    total = 0 if named.come_once else _count(named, done)
    if arguments.engine == "keras":
        require_tensorflow()
    wanted = batches(named, done)
    to_line, wanted = _formatter(arguments.format, formats, wanted)
    with (
        contextlib.closing(_records(arguments, wanted)) as records,
        _output(arguments, done) as put,
    ):
        put("" if done and done.size else header)
        # Lines that scroll by on a terminal are progress enough.
        scrolls = arguments.output is None and sys.stdout.isatty()
        line = ProgressLine(mark("pictures"), is_shown=not scrolls)
        if not arguments.archive:
            return _write(records, to_line, put, line, total)
        from desktop_cvae.cli.archiving import RecordArchive

        with RecordArchive() as archive:
            kept = map(archive.keep, records)
            return _write(kept, to_line, put, line, total) or archive.exit_code


def _count(named: NamedPictures, done: DonePictures | None) -> int:
    """How many are to be read; twice through their names rather than all in memory."""
    places = count()
    names = (name for name, _ in zip(named, places, strict=False))
    left = sum(len(batch.pictures) - batch.done for batch in batches(names, done))
    every = next(places)
    if not every:
        raise UsageError(tr("“{name}” names no picture.", name=named.list_file))
    if skipped := every - left:
        note(
            tr_n(
                "{n} picture is in the output already.",
                "{n} pictures are in the output already.",
                skipped,
            )
        )
    return left


def _formatter(
    name: str, formats: RecordFormats, wanted: Iterator[Batch]
) -> tuple[Callable[[PictureRecord], str], Iterator[Batch]]:
    """What makes a record's line; for people it looks at the first names, and gives them back."""
    if name != "text":
        return {"jsonl": json_line, "csv": formats.csv_line}[name], wanted
    peeked = list(islice(wanted, PEEKED))
    pictures = [picture for batch in peeked for picture in batch.pictures]
    return formats.text_formatter(pictures), chain(peeked, wanted)


def _formats(arguments: Namespace) -> RecordFormats:
    if (form := wanted_form(arguments)) is not None:
        return form_formats(form)
    if not arguments.numbers:
        return DIGIT_FORMATS
    from desktop_cvae.cli.records import NUMBER_FORMATS

    return NUMBER_FORMATS


def _require_sense(arguments: Namespace) -> None:
    """Ask before the work starts, not after it."""
    require_known_rule(arguments)
    require_digits_alone(arguments)
    if not arguments.images and arguments.list is None:
        raise UsageError(tr("Name pictures, a folder, or --list FILE."))
    if arguments.list == STANDARD_INPUT and STANDARD_INPUT in arguments.images:
        raise UsageError(tr("Standard input is either a picture or the list, not both."))
    if arguments.cluster is not None and arguments.engine == "keras":
        raise UsageError(tr("A cluster reads with --engine onnx."))
    if not arguments.skip_existing:
        require_free(arguments.output, overwrite=arguments.overwrite)
        return
    if arguments.output is None or arguments.format == "text":
        raise UsageError(tr("--skip-existing needs --output and --format jsonl or csv."))
    if arguments.overwrite:
        raise UsageError(
            tr("--skip-existing adds to the output, --overwrite replaces it: choose one.")
        )
    require_free(arguments.output, overwrite=True)


def _records(arguments: Namespace, wanted: Iterator[Batch]) -> Generator[PictureRecord]:
    request = recognition_request(arguments)
    read = reader(request)
    if arguments.cluster is not None:
        return _read_on_cluster(arguments, read, wanted)
    # TensorFlow uses all cores by itself, and takes much memory in every process.
    workers = 1 if request.engine == "keras" else arguments.workers or usable_cores()
    return read_all(read, request, wanted, workers, in_order=not arguments.unordered)


def _read_on_cluster(
    arguments: Namespace, read: Read, wanted: Iterator[Batch]
) -> Generator[PictureRecord]:
    with connect(arguments.cluster, arguments.certificates, arguments.workers) as client:
        from desktop_cvae.cli.cluster_reading import ClusterReaders

        with ClusterReaders(client, recognition_request(arguments), read) as others:
            yield from share_out(others, read, wanted, in_order=not arguments.unordered)


@contextlib.contextmanager
def _output(arguments: Namespace, done: DonePictures | None) -> Iterator[Put]:
    if arguments.output is None:
        yield sys.stdout.write
        return
    path = arguments.output
    with LineFile(path, done.size) if done else new_line_file(path) as file:
        yield file.put


def _write(
    records: Iterator[PictureRecord],
    to_line: Callable[[PictureRecord], str],
    put: Put,
    progress: ProgressLine,
    total: int,
) -> int:
    failed = 0
    try:
        for done, record in enumerate(records, 1):
            put(to_line(record))
            if record.error is not None:
                failed += 1
                progress.clear()
                complain(f"{Path(record.file).name}: {record.error}")
            progress.show(Progress(done, total))
    finally:
        progress.close()
    return 1 if failed else 0
