"""Entries of the archive, as values and as rows of its database, and queries.

A database is as untrusted as any other file: every value of a row is checked when it is read.

Tested in tests/library/test_reading_archive.py.
"""

from __future__ import annotations

import datetime
import io
import math
import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

import numpy as np
import numpy.typing as npt

from desktop_cvae.core.errors import DamagedEntry, DesktopCvaeError
from desktop_cvae.core.language import tr
from desktop_cvae.core.results import DIGIT, NO_DIGIT, UNSURE, FloatArray, NoiseSetting
from desktop_cvae.pictures.pages import is_pdf, split_page
from desktop_cvae.pictures.picture_files import read_image

DRAWING, PICTURE, TABLE, COMMAND, TAUGHT = "drawing", "picture", "table", "command line", "taught"
WEB = "web page"
SOURCES = (DRAWING, PICTURE, TABLE, COMMAND, TAUGHT, WEB)
"""Sources of an entry: the canvas, an opened picture, a table of many, a command, teaching, the
page of ``desktop-cvae serve``."""
VERDICTS = ("", DIGIT, UNSURE, NO_DIGIT)
INPUTS = ("", "drawing", "picture")
MAX_INPUT_BYTES = 4_000_000
"""Most bytes of a drawing's strokes or a picture's file; larger ones are left out."""
MOST_LETTERS, MOST_NAME_LETTERS, MOST_LABELS = 2000, 200, 1000
Pixels = npt.NDArray[np.uint8]
NO_NOISE = NoiseSetting()
SIDE = 28
_EPOCH = datetime.datetime(1970, 1, 1, tzinfo=datetime.UTC)
_LAST_MS = 253_402_300_799_999
ORDERS = {
    "newest": "kept_at DESC, entries.id DESC",
    "oldest": "kept_at, entries.id",
    "surest": "probability DESC, entries.id DESC",
    "least sure": "probability, entries.id",
}
"""Orders of a search, in SQL."""
ENTRY_COLUMNS = (
    *("kept_at", "source", "name", "text", "label", "given_label", "verdict", "probability"),
    *("likeness", "model", "is_starred", "note", "is_number", "words"),
)
"""Columns of the first table, which a search reads."""
PART_COLUMNS = (
    *("image", "noisy", "reconstruction", "noise_kind", "noise_level", "noise_seed"),
    "chosen_label",
    *("label_names", "evidence", "model_digest", "program", "input_kind", "input"),
)
"""Columns of the second table, which a search does not read."""


def now() -> datetime.datetime:
    """Return the current time, UTC, in whole milliseconds."""
    return from_milliseconds(to_milliseconds(datetime.datetime.now(datetime.UTC)))


def to_milliseconds(moment: datetime.datetime) -> int:
    """Return milliseconds since 1970; a time without a zone is local."""
    return (moment.astimezone(datetime.UTC) - _EPOCH) // datetime.timedelta(milliseconds=1)


def from_milliseconds(milliseconds: int) -> datetime.datetime:
    """Return the time, UTC."""
    return _EPOCH + datetime.timedelta(milliseconds=milliseconds)


def blank() -> Pixels:
    """Return an empty picture, uint8, (28, 28)."""
    return np.zeros((SIDE, SIDE), np.uint8)


def pixels_of(image: FloatArray) -> Pixels:
    """Return an image, float32, (28, 28), in [0, 1], as uint8."""
    return np.rint(255 * np.clip(image, 0, 1)).astype(np.uint8)


@dataclass(frozen=True, eq=False)
class ArchiveEntry:
    """A drawing or picture with its answer; longer texts are cut.

    Attributes:
        source: one of ``SOURCES``.
        name: what the user calls it, a file's name; may be empty.
        text: what was read: a label, or a number's lines joined by line ends; may be empty.
        verdict: one of ``VERDICTS``; "" where nothing was judged.
        probability: of the reading, in [0, 1].
        digit_probability: in [0, 1]; None where the model cannot tell. Column ``likeness``.
        image: uint8, (28, 28), prepared, white ink on black; of numbers a preview.
        noisy: uint8, (28, 28), what the model read; None if that is ``image``.
        reconstruction: uint8, (28, 28); None without one.
        noise: that was added.
        chosen_label: the label that the user chose for the reconstruction; None for none.
        label_names: of the model's labels.
        evidence_nats: the ELBO under each label; none or as many as labels.
        model: its name.
        model_digest: SHA-256 of its weights.
        program: version of the program.
        input: what was read, to open it again: a drawing's record or a picture's file; may be
            empty.
        input_kind: one of ``INPUTS``: how to read ``input``.
        is_number: True for numbers of several digits, whose ``image`` teaches nothing.
        given_label: the label that the user gave; None without one.
        is_starred: True if the user wants to find it again.
        note: the user's.
        kept_at: UTC.
        id: its number in the archive; 0 before it is there.
    """

    source: str
    text: str
    image: Pixels
    name: str = ""
    verdict: str = ""
    probability: float = 0.0
    digit_probability: float | None = None
    noisy: Pixels | None = None
    reconstruction: Pixels | None = None
    noise: NoiseSetting = NO_NOISE
    chosen_label: str | None = None
    label_names: tuple[str, ...] = ()
    evidence_nats: tuple[float, ...] = ()
    model: str = ""
    model_digest: str = ""
    program: str = ""
    input: bytes = b""
    input_kind: str = ""
    is_number: bool = False
    given_label: str | None = None
    is_starred: bool = False
    note: str = ""
    kept_at: datetime.datetime = field(default_factory=now)
    id: int = 0

    def __post_init__(self) -> None:
        for name in ("name", "model", "model_digest", "program", "chosen_label", "given_label"):
            self._cut(name, MOST_NAME_LETTERS)
        for name in ("text", "note"):
            self._cut(name, MOST_LETTERS)
        names = tuple(storable(label, MOST_NAME_LETTERS) for label in self.label_names)
        object.__setattr__(self, "label_names", tuple(n.replace("\n", " ") for n in names))
        if not 0 < len(self.input) <= MAX_INPUT_BYTES or not self.input_kind:
            object.__setattr__(self, "input", b"")
            object.__setattr__(self, "input_kind", "")
        self._check()

    @property
    def label(self) -> str:
        """The label that the user gave, else the text that was read."""
        return self.text if self.given_label is None else self.given_label

    @property
    def words(self) -> str:
        """Texts that a search looks through."""
        parts = (self.name, self.text, self.given_label or "", self.note, self.model)
        return "\n".join(parts).casefold()

    def _cut(self, name: str, most: int) -> None:
        text = getattr(self, name)
        if text is not None:
            object.__setattr__(self, name, storable(text, most))

    def _check(self) -> None:
        choices = ((self.source, SOURCES), (self.verdict, VERDICTS), (self.input_kind, INPUTS))
        fractions = (self.probability, self.digit_probability or 0.0, self.noise.level)
        images = (self.image, self.noisy, self.reconstruction)
        fits = (
            all(value in known for value, known in choices)
            and all(0 <= fraction <= 1 for fraction in fractions)
            and all(image is None or _is_picture(image) for image in images)
            and len(self.evidence_nats) in (0, len(self.label_names))
            and len(self.label_names) <= MOST_LABELS
            and all(map(math.isfinite, self.evidence_nats))
            and 0 <= to_milliseconds(self.kept_at) <= _LAST_MS
            and 0 <= self.noise.seed < 2**63
        )
        if not fits:
            raise DamagedEntry(tr("An entry of the archive is inconsistent."), repr(self)[:2000])


def file_input(path: Path) -> bytes:
    """Return a picture's file as an entry's ``input``; empty if it is too large or unreadable.

    Of a page it is the page as drawn, PNG: the file may have thousands.
    """
    if split_page(str(path))[1] or is_pdf(path):
        return _page_input(path)
    try:
        if not path.is_file():
            return b""
        with path.open("rb") as file:
            data = file.read(MAX_INPUT_BYTES + 1)
    except (OSError, ValueError):
        return b""
    return data if len(data) <= MAX_INPUT_BYTES else b""


def _page_input(path: Path) -> bytes:
    from PIL import Image

    try:
        grey = np.rint(255 * read_image(path)).astype(np.uint8)
    except DesktopCvaeError:
        return b""
    png = io.BytesIO()
    Image.fromarray(grey).save(png, "PNG")
    return png.getvalue() if png.tell() <= MAX_INPUT_BYTES else b""


def storable(text: str, most: int) -> str:
    """Return a text that the database takes: limited, without lone surrogates and NUL."""
    return text[:most].encode("utf-8", "replace").decode().replace("\0", " ")


def _is_picture(image: Pixels) -> bool:
    return image.dtype == np.uint8 and image.shape == (SIDE, SIDE)


@dataclass(frozen=True, eq=False)
class ArchiveSummary:
    """Summary of an entry for a list; see :class:`ArchiveEntry`."""

    id: int
    kept_at: datetime.datetime
    source: str
    name: str
    text: str
    verdict: str
    probability: float
    digit_probability: float | None
    model: str
    given_label: str | None
    is_starred: bool
    note: str
    is_number: bool
    image: Pixels

    @property
    def label(self) -> str:
        """The label that the user gave, else the text that was read."""
        return self.text if self.given_label is None else self.given_label


@dataclass(frozen=True)
class Query:
    """Search for entries; fields that are None or empty match everything.

    Attributes:
        text: words that name, reading, label, note or model have, each of them.
        label: the given label, or else the reading, exactly.
        verdict: one of ``VERDICTS``.
        source: one of ``SOURCES``.
        model: the model's name.
        since: kept then or later.
        until: kept before that.
        least: smallest probability, in [0, 1].
        most: largest probability, in [0, 1].
        starred: only those with a star, or only those without.
        corrected: only those whose label the user gave, or only the others.
        order: a key of ``ORDERS``.
        limit: largest number of entries; None for all.
        offset: number of entries that are skipped first.
    """

    text: str = ""
    label: str | None = None
    verdict: str | None = None
    source: str | None = None
    model: str | None = None
    since: datetime.datetime | None = None
    until: datetime.datetime | None = None
    least: float | None = None
    most: float | None = None
    starred: bool | None = None
    corrected: bool | None = None
    order: str = "newest"
    limit: int | None = None
    offset: int = 0

    def conditions(self) -> tuple[str, dict[str, Any]]:
        """Return the condition in SQL, of constant parts, and the values of its parameters."""
        found = {
            "label = :label": ("label", self.label),
            "verdict = :verdict": ("verdict", self.verdict),
            "source = :source": ("source", self.source),
            "model = :model": ("model", self.model),
            "kept_at >= :since": ("since", self.since and to_milliseconds(self.since)),
            "kept_at < :until": ("until", self.until and to_milliseconds(self.until)),
            "probability >= :least": ("least", self.least),
            "probability <= :most": ("most", self.most),
            "is_starred = :starred": ("starred", self.starred),
            "(given_label IS NOT NULL) = :corrected": ("corrected", self.corrected),
        }
        wanted = {sql: pair for sql, pair in found.items() if pair[1] is not None}
        values: dict[str, Any] = {
            name: storable(value, MOST_NAME_LETTERS) if isinstance(value, str) else value
            for name, value in wanted.values()
        }
        # The unary plus keeps SQLite from using an index on this column, which is NULL in nearly
        # all entries (https://www.sqlite.org/optoverview.html).
        parts = ["+removed_at IS NULL", *wanted]
        for number, word in enumerate(self.text.casefold().split()[:20]):
            # Twice as fast as “instr”; a sign in brackets stands for itself.
            parts.append(f"words GLOB :word{number}")
            plain = re.sub(r"[*?[]", r"[\g<0>]", storable(word, MOST_NAME_LETTERS))
            values[f"word{number}"] = f"*{plain}*"
        return " AND ".join(parts), values


def entry_values(entry: ArchiveEntry) -> dict[str, Any]:
    """Return the values of both tables' columns by name."""
    noisy, reconstruction = entry.noisy, entry.reconstruction
    return {
        "kept_at": to_milliseconds(entry.kept_at),
        "source": entry.source,
        "name": entry.name,
        "text": entry.text,
        "label": entry.label,
        "given_label": entry.given_label,
        "verdict": entry.verdict,
        "probability": float(entry.probability),
        "likeness": entry.digit_probability,
        "model": entry.model,
        "is_starred": int(entry.is_starred),
        "note": entry.note,
        "is_number": int(entry.is_number),
        "words": entry.words,
        "image": entry.image.tobytes(),
        "noisy": None if noisy is None else noisy.tobytes(),
        "reconstruction": None if reconstruction is None else reconstruction.tobytes(),
        "noise_kind": entry.noise.kind,
        "noise_level": float(entry.noise.level),
        "noise_seed": entry.noise.seed,
        "chosen_label": entry.chosen_label,
        "label_names": "\n".join(entry.label_names),
        "evidence": np.array(entry.evidence_nats, "<f8").tobytes(),
        "model_digest": entry.model_digest,
        "program": entry.program,
        "input_kind": entry.input_kind,
        "input": entry.input,
    }


def read_summary(row: Mapping[str, Any]) -> ArchiveSummary:
    """Return the summary in a row of the database.

    Raises:
        DamagedEntry: a value does not fit.
    """
    return ArchiveSummary(
        id=_typed(row["id"], int),
        kept_at=_moment(row["kept_at"]),
        source=_typed(row["source"], str),
        name=_text(row["name"], MOST_NAME_LETTERS),
        text=_text(row["text"], MOST_LETTERS),
        verdict=_one_of(row["verdict"], VERDICTS),
        probability=_fraction(row["probability"]),
        digit_probability=None if row["likeness"] is None else _fraction(row["likeness"]),
        model=_text(row["model"], MOST_NAME_LETTERS),
        given_label=_text_or_none(row["given_label"]),
        is_starred=bool(_typed(row["is_starred"], int)),
        note=_text(row["note"], MOST_LETTERS),
        is_number=bool(_typed(row["is_number"], int)),
        image=_picture(row["image"]),
    )


def read_entry(row: Mapping[str, Any]) -> ArchiveEntry:
    """Return the entry in a row of both tables.

    Raises:
        DamagedEntry: a value does not fit.
    """
    summary = read_summary(row)
    shared = {name: getattr(summary, name) for name in summary.__dataclass_fields__}
    names = _text(row["label_names"], MOST_LABELS * MOST_NAME_LETTERS)
    evidence = _typed(row["evidence"], bytes)
    if len(evidence) % 8 or len(evidence) > 8 * MOST_LABELS:
        raise _unfit("evidence")
    noise = NoiseSetting(
        _text(row["noise_kind"], 40), _fraction(row["noise_level"]), _typed(row["noise_seed"], int)
    )
    return ArchiveEntry(
        **shared,
        noisy=None if row["noisy"] is None else _picture(row["noisy"]),
        reconstruction=None if row["reconstruction"] is None else _picture(row["reconstruction"]),
        noise=noise,
        chosen_label=_text_or_none(row["chosen_label"]),
        label_names=tuple(names.split("\n")) if names else (),
        evidence_nats=tuple(np.frombuffer(evidence, "<f8").tolist()),
        model_digest=_text(row["model_digest"], MOST_NAME_LETTERS),
        program=_text(row["program"], MOST_NAME_LETTERS),
        input=_typed(row["input"], bytes),
        input_kind=_one_of(row["input_kind"], INPUTS),
    )


def _unfit(value: object) -> DamagedEntry:
    return DamagedEntry(tr("An entry of the archive is damaged."), f"{value!r:.200}")


def _typed(value: Any, kind: type) -> Any:
    if type(value) is not kind:
        raise _unfit(value)
    return value


def _text(value: Any, most: int) -> str:
    text: str = _typed(value, str)
    if len(text) > most:
        raise _unfit(text)
    return text


def _text_or_none(value: Any) -> str | None:
    return None if value is None else _text(value, MOST_NAME_LETTERS)


def _one_of(value: Any, known: Sequence[str]) -> str:
    if value not in known:
        raise _unfit(value)
    return str(value)


def _fraction(value: Any) -> float:
    if not isinstance(value, float | int) or not 0 <= value <= 1:
        raise _unfit(value)
    return float(value)


def _moment(value: Any) -> datetime.datetime:
    if not 0 <= _typed(value, int) <= _LAST_MS:
        raise _unfit(value)
    return from_milliseconds(value)


def _picture(value: Any) -> Pixels:
    if len(_typed(value, bytes)) != SIDE * SIDE:
        raise _unfit(value)
    return np.frombuffer(value, np.uint8).reshape(SIDE, SIDE)
