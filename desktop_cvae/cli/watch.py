"""``desktop-cvae watch``: read what arrives in a folder."""

from __future__ import annotations

import time
from argparse import Namespace
from collections.abc import Iterable
from functools import partial

from desktop_cvae.bulk.batch_reader import open_reader
from desktop_cvae.bulk.batches import batches
from desktop_cvae.bulk.executors import read_all
from desktop_cvae.bulk.folder_watch import FolderWatch, arriving
from desktop_cvae.bulk.output_files import LineWriter, hold_output
from desktop_cvae.bulk.process_executor import process_executor
from desktop_cvae.bulk.record_formats import RecordFormats, formats_for, json_line
from desktop_cvae.bulk.resuming import DonePictures, find_done
from desktop_cvae.cli.option_checks import require_digits_alone, require_known_rule
from desktop_cvae.cli.output import complain, explaining_interruption, note
from desktop_cvae.cli.recognize import recognition_request
from desktop_cvae.core.errors import UsageError
from desktop_cvae.core.language import tr, tr_n
from desktop_cvae.inference.picture_records import PictureRecord
from desktop_cvae.model.tensorflow_setup import require_tensorflow
from desktop_cvae.workers.language_selection import speak, spoken


def run(arguments: Namespace) -> int:
    """Read every picture that arrives, until the command is interrupted.

    The output is resumed: pictures that it has are not read again. An interruption says what was
    read.

    Raises:
        UsageError: there is no such folder, the output is another command's, …
        InputOutputError: the output cannot be written.
    """
    require_known_rule(arguments)
    require_digits_alone(arguments)
    if arguments.form is not None and arguments.numbers:
        raise UsageError(tr("--form cannot be combined with --numbers."))
    watch = FolderWatch(arguments.folder, recursive=arguments.recursive)
    recognition = recognition_request(arguments)
    if recognition.engine == "keras":
        require_tensorflow()
    formats, output = formats_for(recognition), arguments.output
    is_csv = output.suffix.lower() == ".csv"
    header = formats.csv_header if is_csv else ""
    wait = partial(time.sleep, arguments.interval)
    with (
        hold_output(output, adds=True, overwrite=False),
        explaining_interruption(lambda: tr("The same command continues where this one stopped.")),
    ):
        done = find_done(output, "csv" if is_csv else "jsonl", header)
        read = open_reader(recognition)
        executor = process_executor(recognition, arguments.workers, partial(speak, spoken()))
        with LineWriter(output, done.size) as writer:
            journal = _Journal(writer, formats, is_csv=is_csv)
            if is_csv and not done.size:
                writer.write(header)
            _say_start(arguments.folder, done)
            try:
                for names in arriving(watch, done, wait):
                    for records in read_all(read, batches(names), executor):
                        journal.add(names, records)
                    writer.flush()
            finally:
                journal.say_end()
    return 0


def _say_start(folder: str, done: DonePictures) -> None:
    note(tr("Watching {folder}; press Ctrl+C to stop.", folder=folder))
    if done.count:
        note(
            tr_n(
                "{n} picture is in the output already.",
                "{n} pictures are in the output already.",
                done.count,
            )
        )


class _Journal:
    """Writes records, shows them, and counts them."""

    def __init__(self, writer: LineWriter, formats: RecordFormats, *, is_csv: bool) -> None:
        self._writer, self._formats = writer, formats
        self._to_line = formats.csv_line if is_csv else json_line
        self._read = self._failed = 0

    def add(self, names: list[str], records: Iterable[PictureRecord]) -> None:
        """Write the records of some of the pictures that arrived together."""
        show = self._formats.text_formatter(names)
        for record in records:
            self._writer.write(self._to_line(record))
            if record.error is None:
                self._read += 1
                print(show(record), end="", flush=True)
            else:
                self._failed += 1
                complain(f"{record.file}: {record.error}")

    def say_end(self) -> None:
        """Say how many pictures were read."""
        text = tr_n("{n} picture was read.", "{n} pictures were read.", self._read)
        if self._failed:
            failed = tr_n("{n} could not be read.", "{n} could not be read.", self._failed)
            text = f"{text} {failed}"
        note(text)
