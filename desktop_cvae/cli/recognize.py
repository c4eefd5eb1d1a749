"""``desktop-cvae recognize``: read every picture."""

from __future__ import annotations

import contextlib
import sys
from argparse import Namespace
from collections.abc import Callable, Generator, Iterator
from dataclasses import dataclass, replace
from functools import partial
from itertools import chain, count, islice
from pathlib import Path
from typing import TYPE_CHECKING

from desktop_cvae.bulk.batch_reader import Content, Read, RecognitionRequest, open_reader
from desktop_cvae.bulk.batches import Batch, batches
from desktop_cvae.bulk.executors import read_all, schedule
from desktop_cvae.bulk.output_files import LineWriter, hold_output, replacing_writer
from desktop_cvae.bulk.picture_names import STANDARD_INPUT, PictureNames
from desktop_cvae.bulk.process_executor import process_executor
from desktop_cvae.bulk.record_archiving import archive_record
from desktop_cvae.bulk.record_formats import RecordFormats, formats_for, json_line
from desktop_cvae.bulk.resuming import DonePictures, find_done
from desktop_cvae.cli.option_checks import require_digits_alone, require_known_rule
from desktop_cvae.cli.options import archive_limit
from desktop_cvae.cli.output import (
    ProgressLine,
    complain,
    explaining_interruption,
    note,
    nothing_written,
    require_free,
)
from desktop_cvae.core import paths
from desktop_cvae.core.errors import ArchiveProblem, DamagedArchive, UsageError
from desktop_cvae.core.language import mark, tr, tr_n
from desktop_cvae.core.tasks import Progress
from desktop_cvae.inference.picture_records import PictureRecord
from desktop_cvae.library.archive_entries import COMMAND
from desktop_cvae.library.reading_archive import Archive
from desktop_cvae.model.tensorflow_setup import require_tensorflow
from desktop_cvae.workers.language_selection import speak, spoken

if TYPE_CHECKING:
    from desktop_cvae.inference.form_file import Form

PEEKED = 32
"""Batches whose names determine the width of the first column of text."""

Write = Callable[[str], object]


@dataclass(frozen=True)
class RecognizeCommand:
    """The checked command line of ``recognize``.

    Attributes:
        names: the pictures.
        recognition: how they are read.
        output: file of results; None writes to standard output.
        format: ``"text"``, ``"jsonl"`` or ``"csv"``.
        resumes: True leaves out the pictures that the output has, and adds the others.
        overwrite: True if the output may be replaced.
        in_order: True for the order of the pictures, False for the order of completion.
        workers: number of processes; None is one a core.
        cluster: address of a cluster that reads; None reads on this machine.
        certificates: folder of certificates for the cluster.
    """

    names: PictureNames
    recognition: RecognitionRequest
    output: Path | None
    format: str
    resumes: bool
    overwrite: bool
    in_order: bool
    workers: int | None
    cluster: str | None
    certificates: Path | None


def run(arguments: Namespace) -> int:
    """Read all pictures; those that cannot be read are named, and the others are read.

    Returns:
        0, or 1 if a picture could not be read.

    Raises:
        UsageError: nothing matches, the output exists, or the model has no labels.
        InputOutputError: the list cannot be read or the output not written.
    """
    _check(arguments)
    command = RecognizeCommand(
        PictureNames(arguments.images, arguments.list, arguments.recursive),
        recognition_request(arguments),
        arguments.output,
        arguments.format,
        arguments.skip_existing,
        arguments.overwrite,
        not arguments.unordered,
        arguments.workers,
        arguments.cluster,
        arguments.certificates,
    )
    if command.output is None:
        return _recognize(command)
    with hold_output(command.output, adds=command.resumes, overwrite=command.overwrite):
        return _recognize(command)


def _check(arguments: Namespace) -> None:
    """Check options that contradict each other before the work starts."""
    require_known_rule(arguments)
    require_digits_alone(arguments)
    if arguments.form is not None and (arguments.numbers or arguments.archive):
        raise UsageError(tr("--form cannot be combined with --numbers or --archive."))
    if not arguments.images and arguments.list is None:
        raise UsageError(tr("Name pictures, a folder, or --list FILE."))
    if arguments.list == STANDARD_INPUT and STANDARD_INPUT in arguments.images:
        raise UsageError(tr("Standard input can be a picture or the list, but not both."))
    if arguments.cluster is not None and arguments.engine == "keras":
        raise UsageError(tr("A cluster needs --engine onnx."))
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


def recognition_request(arguments: Namespace) -> RecognitionRequest:
    """Return how the command line asks for pictures to be read.

    Raises:
        FormFileError: the form cannot be used.
        InvalidData: a file with values cannot be used.
        UsageError: values are meant for no field of it.
    """
    form = None
    if arguments.form is not None:
        from desktop_cvae.inference.form_file import read_form

        form = read_form(arguments.form)
        for notation in arguments.values:
            form = with_values(form, notation)
    elif arguments.values:
        raise UsageError(tr("--values needs --form."))
    return RecognitionRequest(
        arguments.model,
        arguments.engine,
        Content.NUMBERS if arguments.numbers else Content.DIGIT,
        arguments.rule,
        arguments.refuse,
        arguments.preparation,
        form,
        COMMAND if arguments.archive else "",
        is_fast=arguments.fast,
        thinking_steps=arguments.think,
    )


def with_values(form: Form, notation: str) -> Form:
    """Return a form of which one field takes its values from a CSV file.

    Args:
        form: the form.
        notation: ``FIELD=FILE.csv`` or ``FIELD=FILE.csv:COLUMN``.

    Raises:
        InputOutputError: the file cannot be read.
        InvalidData: it holds no such values.
        UsageError: the form has no such field, or the file no such column.
    """
    from desktop_cvae.inference.form_file import LISTED
    from desktop_cvae.inference.value_columns import read_value_column

    name, _, place = notation.partition("=")
    if name not in [field.name for field in form.fields]:
        raise UsageError(tr("The form has no field “{name}”.", name=name))
    # The file's own name may have colons.
    path, colon, column = place.rpartition(":")
    if not colon or Path(place).is_file():
        path, column = place, ""
    values = read_value_column(Path(path), column)
    fields = (
        replace(field, kind=LISTED, rule="", values=values) if field.name == name else field
        for field in form.fields
    )
    return replace(form, fields=tuple(fields))


def _recognize(command: RecognizeCommand) -> int:
    formats = formats_for(command.recognition)
    header = formats.csv_header if command.format == "csv" else ""
    done = None
    if command.resumes and command.output is not None:
        done = find_done(command.output, command.format, header)
    total = _count(command.names, done) if command.names.can_be_counted else 0
    if command.recognition.engine == "keras":
        require_tensorflow()
    to_line, wanted = _formatter(command.format, formats, batches(command.names, done))
    with (
        contextlib.closing(_records(command, wanted)) as lists,
        _output(command.output, done) as write,
    ):
        records = chain.from_iterable(lists)
        write("" if done and done.size else header)
        # Lines that scroll by on a terminal are progress enough.
        scrolls = command.output is None and sys.stdout.isatty()
        line = ProgressLine(mark("pictures"), is_shown=not scrolls)
        if not command.recognition.archive_source:
            return _write(command, records, to_line, write, line, total)
        with Archive(paths.archive_file(), archive_limit()) as archive:
            keeper = _Archiver(archive)
            kept = map(keeper.keep, records)
            return _write(command, kept, to_line, write, line, total) or keeper.exit_code


def _count(names: PictureNames, done: DonePictures | None) -> int:
    """Count the pictures to be read; names are found twice rather than all kept in memory."""
    indices = count()
    found = (name for name, _ in zip(names, indices, strict=False))
    left = sum(len(batch.pictures) - batch.done for batch in batches(found, done))
    every = next(indices)
    if not every:
        raise UsageError(tr("The list “{name}” is empty.", name=names.list_file))
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
    """Return what formats a record, and the batches; text depends on the width of the names."""
    if name != "text":
        return {"jsonl": json_line, "csv": formats.csv_line}[name], wanted
    peeked = list(islice(wanted, PEEKED))
    pictures = [picture for batch in peeked for picture in batch.pictures]
    return formats.text_formatter(pictures), chain(peeked, wanted)


def _records(command: RecognizeCommand, wanted: Iterator[Batch]) -> Generator[list[PictureRecord]]:
    recognition, initializer = command.recognition, partial(speak, spoken())
    # Also with a cluster, so that a missing or damaged model is reported before anything starts.
    read = open_reader(recognition)
    if command.cluster is not None:
        return _read_on_cluster(command, read, wanted)
    executor = process_executor(recognition, command.workers, initializer)
    return read_all(read, wanted, executor, in_order=command.in_order)


def _read_on_cluster(
    command: RecognizeCommand, read: Read, wanted: Iterator[Batch]
) -> Generator[list[PictureRecord]]:
    from desktop_cvae.bulk.cluster_connection import connect
    from desktop_cvae.bulk.cluster_executor import ClusterExecutor

    assert command.cluster is not None, "asked before"
    with connect(command.cluster, command.certificates, command.workers) as client:
        if not client.nthreads():
            note(tr("The cluster has no workers yet; waiting for the first one."))
        initializer = partial(speak, spoken())
        with ClusterExecutor(client, command.recognition, read, initializer) as executor:
            yield from schedule(executor, read, wanted, in_order=command.in_order)


@contextlib.contextmanager
def _output(path: Path | None, done: DonePictures | None) -> Iterator[Write]:
    if path is None:
        yield sys.stdout.write
        return
    with LineWriter(path, done.size) if done else replacing_writer(path) as writer:
        yield writer.write


def _write(
    command: RecognizeCommand,
    records: Iterator[PictureRecord],
    to_line: Callable[[PictureRecord], str],
    write: Write,
    progress: ProgressLine,
    total: int,
) -> int:
    done = failed = 0
    with explaining_interruption(lambda: _kept(command, done)):
        try:
            for record in records:
                write(to_line(record))
                done += 1
                if record.error is not None:
                    failed += 1
                    progress.clear()
                    complain(f"{Path(record.file).name}: {record.error}")
                progress.show(Progress(done, total))
        finally:
            progress.close()
    progress.log()
    return 1 if failed else 0


def _kept(command: RecognizeCommand, done: int) -> str:
    """Return what an interruption leaves after some pictures, and how to go on."""
    if not done:
        return nothing_written()
    if command.output is None:
        return tr_n("Interrupted after {n} picture.", "Interrupted after {n} pictures.", done)
    text = tr_n(
        "Interrupted; {output} has the result of {n} picture.",
        "Interrupted; {output} has the results of {n} pictures.",
        done,
        output=command.output,
    )
    if command.format == "text":
        return text
    if command.resumes:
        return f"{text} {tr('The same command reads the rest.')}"
    if command.overwrite:
        advice = tr("The same command with --skip-existing instead of --overwrite reads the rest.")
        return f"{text} {advice}"
    return f"{text} {tr('The same command with --skip-existing reads the rest.')}"


class _Archiver:
    """Keeps records; after a failure they are read all the same, but no longer kept.

    Attributes:
        exit_code: 0, or that of the error that stopped the archiving.
    """

    def __init__(self, archive: Archive) -> None:
        self._archive = archive
        self.exit_code = 0

    def keep(self, record: PictureRecord) -> PictureRecord:
        """Keep a record, and return it."""
        if not self.exit_code:
            try:
                self._keep(record)
            except ArchiveProblem as problem:
                self.exit_code = problem.exit_code
                complain(
                    tr(
                        "{sentence} The pictures are still read, but not archived.",
                        sentence=problem.sentence,
                    )
                )
        return record

    def _keep(self, record: PictureRecord) -> None:
        try:
            archive_record(self._archive, record)
        except DamagedArchive as damage:
            # The damaged archive has been set aside; a new one takes the record.
            complain(damage.sentence)
            archive_record(self._archive, record)
