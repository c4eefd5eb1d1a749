"""Export of the archive's entries: tables, pictures, a data set.

Tested in tests/cli/test_archive.py.
"""

from __future__ import annotations

import base64
import io
import json
import re
from collections.abc import Sequence
from dataclasses import replace
from decimal import Decimal
from pathlib import Path
from typing import Annotated, TypedDict

import numpy as np

from desktop_cvae.core.atomic_files import write_atomically
from desktop_cvae.core.checked_json import printable
from desktop_cvae.core.csv_tables import Table, csv_bytes
from desktop_cvae.core.errors import DamagedEntry, DatasetProblem, UsageError
from desktop_cvae.core.language import mark, tr
from desktop_cvae.core.results import DIGIT
from desktop_cvae.core.schemas import Field, one_of
from desktop_cvae.core.tasks import Progress, Task
from desktop_cvae.core.xlsx_tables import xlsx_bytes
from desktop_cvae.datasets.dataset import MAX_NAME_LENGTH, check_names
from desktop_cvae.library.archive_entries import (
    INPUTS,
    SOURCES,
    VERDICTS,
    ArchiveEntry,
    Pixels,
)
from desktop_cvae.library.reading_archive import Archive
from desktop_cvae.pictures.contact_sheets import encode_png

FORMATS = {
    "csv": (mark("Table for a spreadsheet (CSV)"), ".csv"),
    "xlsx": (mark("Excel workbook"), ".xlsx"),
    "jsonl": (mark("JSON lines, with the pictures"), ".jsonl"),
    "dataset": (mark("Data set to train with (NumPy arrays)"), ".npz"),
    "png": (mark("Folder of PNG pictures"), ""),
}
"""Titles, for :func:`core.language.tr`, and suffixes; the last one is a folder."""

CSV_HEADER = (
    *("id", "kept_at", "source", "name", "text", "given_label", "verdict", "probability"),
    *("likeness", "model", "model_digest", "is_starred", "note"),
)
Entries = Sequence[ArchiveEntry]
_Probability = Annotated[float, Field(low=0, high=1)]


class NoiseFields(TypedDict):
    """The noise that was added to a picture."""

    kind: str
    level: Annotated[float, Field(low=0, high=1)]
    seed: int


class EntryFields(TypedDict):
    """An entry of the archive, without its pictures."""

    id: Annotated[int, Field(help="its number in the archive")]
    kept_at: Annotated[str, Field(help="ISO 8601, UTC")]
    source: Annotated[str, one_of(*SOURCES)]
    name: Annotated[str, Field(help="what the user calls it, a file's name; may be empty")]
    text: Annotated[str, Field(help="what was read; a number's lines are joined by line ends")]
    given_label: Annotated[str | None, Field(help="the label or number that the user gave")]
    verdict: Annotated[str, one_of(*VERDICTS)]
    probability: Annotated[float, Field(help="of the reading", low=0, high=1)]
    likeness: Annotated[
        _Probability | None, Field(help="of being a digit; null if the model cannot tell")
    ]
    evidence_nats: Annotated[dict[str, float], Field(help="the ELBO under each label, by its name")]
    chosen_label: Annotated[
        str | None, Field(help="the label that the user chose for the reconstruction")
    ]
    is_number: Annotated[bool, Field(help="true for numbers of several digits")]
    noise: NoiseFields
    model: str
    model_digest: Annotated[str, Field(help="SHA-256 of the model's weights")]
    program: Annotated[str, Field(help="version of the program")]
    is_starred: bool
    note: Annotated[str, Field(help="the user's")]
    input_kind: Annotated[str, one_of(*INPUTS)]


class EntryRecord(EntryFields):
    """An entry of the archive with its pictures: PNG in Base64."""

    image: str
    noisy: str | None
    reconstruction: str | None


def export_entries(
    archive: Archive,
    numbers: Sequence[int],
    kind: str,
    path: Path,
    *,
    trusts_readings: bool = False,
) -> Task[int]:
    """Write entries to a file or a folder, every file whole or not at all.

    Args:
        archive: has them; what is gone or damaged is left out.
        numbers: of the entries, in this order.
        kind: a key of ``FORMATS``.
        path: the file, or the folder; what is there already is replaced.
        trusts_readings: in a data set, take what was read as a digit for its label, where the
            user gave none.

    Returns:
        how many were written.

    Raises:
        DatasetProblem: for a data set, too few labels.
        ArchiveProblem: the archive cannot be read.
        InputOutputError: the disk is full, the folder is read-only, …
    """
    found = yield from _found(archive, numbers)
    if kind == "png":
        return (yield from _write_pictures(found, path))
    if kind == "dataset":
        found = [entry for entry in found if _label(entry, trusts_readings)]
        write_atomically(path, _arrays(found, path.name, trusts_readings))
        return len(found)
    write_atomically(path, _table(found, kind))
    return len(found)


def table_bytes(archive: Archive, numbers: Sequence[int], kind: str) -> Task[bytes]:
    """Return entries as a file's bytes; arguments and errors as :func:`export_entries`.

    Args:
        archive: has them.
        numbers: of the entries, in this order.
        kind: ``"csv"``, ``"xlsx"`` or ``"jsonl"``.
    """
    return _table((yield from _found(archive, numbers)), kind)


def _found(archive: Archive, numbers: Sequence[int]) -> Task[list[ArchiveEntry]]:
    found: list[ArchiveEntry] = []
    for done, number in enumerate(numbers):
        yield Progress(done, len(numbers))
        try:
            # Without what was read, which may be large and is not exported.
            found.append(replace(archive.get(number), input=b""))
        except (UsageError, DamagedEntry):
            continue
    return found


def _table(entries: Entries, kind: str) -> bytes:
    if kind == "jsonl":
        return _json_lines(entries)
    return csv_bytes(_rows(entries)) if kind == "csv" else xlsx_bytes(_rows(entries))


def _write_pictures(entries: Entries, folder: Path) -> Task[int]:
    for done, entry in enumerate(entries):
        yield Progress(done, len(entries))
        # A label may be called “../7”, a number have many lines.
        label = re.sub(r"\W", "_", entry.label)[:40]
        file = folder / (f"{entry.id:06d}-{label}.png" if label else f"{entry.id:06d}.png")
        write_atomically(file, encode_png(entry.image))
    return len(entries)


def _rows(entries: Entries) -> Table:
    rows: list[Sequence[object]] = [CSV_HEADER]
    for entry in entries:
        digit_probability = (
            "" if entry.digit_probability is None else Decimal(f"{entry.digit_probability:.6f}")
        )
        given = "" if entry.given_label is None else entry.given_label
        rows.append(
            (
                *(entry.id, _moment(entry), entry.source, entry.name, entry.text, given),
                *(entry.verdict, Decimal(f"{entry.probability:.6f}"), digit_probability),
                entry.model,
                *(entry.model_digest, str(entry.is_starred).lower(), entry.note),
            )
        )
    return rows


def _json_lines(entries: Entries) -> bytes:
    return "".join(
        json.dumps(entry_json(entry), allow_nan=False) + "\n" for entry in entries
    ).encode()


def entry_json(entry: ArchiveEntry) -> EntryRecord:
    """Return an entry as a JSON object; pictures are PNG in Base64, white ink on black."""
    return {
        **entry_fields(entry),
        "image": _base64(entry.image),
        "noisy": None if entry.noisy is None else _base64(entry.noisy),
        "reconstruction": None if entry.reconstruction is None else _base64(entry.reconstruction),
    }


def entry_fields(entry: ArchiveEntry) -> EntryFields:
    """Return an entry as a JSON object, without its pictures."""
    noise = entry.noise
    return {
        "id": entry.id,
        "kept_at": _moment(entry),
        "source": entry.source,
        "name": entry.name,
        "text": entry.text,
        "given_label": entry.given_label,
        "verdict": entry.verdict,
        "probability": entry.probability,
        "likeness": entry.digit_probability,
        "evidence_nats": dict(zip(entry.label_names, entry.evidence_nats, strict=False)),
        "chosen_label": entry.chosen_label,
        "is_number": entry.is_number,
        "noise": {"kind": noise.kind, "level": noise.level, "seed": noise.seed},
        "model": entry.model,
        "model_digest": entry.model_digest,
        "program": entry.program,
        "is_starred": entry.is_starred,
        "note": entry.note,
        "input_kind": entry.input_kind,
    }


def _base64(pixels: Pixels) -> str:
    return base64.b64encode(encode_png(pixels)).decode()


def _moment(entry: ArchiveEntry) -> str:
    return entry.kept_at.isoformat(timespec="milliseconds").replace("+00:00", "Z")


def _label(entry: ArchiveEntry, trusts_readings: bool) -> str:
    if entry.is_number:
        return ""
    if entry.given_label is not None:
        return entry.given_label
    return entry.text if trusts_readings and entry.verdict == DIGIT else ""


def _arrays(entries: Entries, name: str, trusts_readings: bool) -> bytes:
    """Return ``x``, ``y`` and ``names`` as an NPZ file, which ``datasets.importing`` reads."""
    labels = [printable(_label(entry, trusts_readings), MAX_NAME_LENGTH) for entry in entries]
    names = sorted(set(labels))
    if len(names) < 2:
        raise DatasetProblem(
            tr(
                "A data set needs pictures of at least two labels, but these have {count}; "
                "give some of them a label.",
                count=len(names),
            )
        )
    check_names(names, name)
    buffer = io.BytesIO()
    np.savez_compressed(
        buffer,
        x=np.stack([entry.image for entry in entries]),
        y=np.array([names.index(label) for label in labels], np.int64),
        names=np.array(names),
    )
    return buffer.getvalue()
