"""Pictures → records, batch by batch: which pictures make a batch, and how it is read.

A record's last decimals may depend on the company in which a picture is scored. So a batch is
cut by the pictures' places among all that were named, never by chance, time or the number of
processes: however often a reading is interrupted, and whoever goes on with it, each picture is
scored in the same company.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import dataclass, field, replace
from functools import partial
from itertools import chain, count, islice
from pathlib import Path
from typing import TYPE_CHECKING

from desktop_cvae.cli.inputs import read_hypotheses
from desktop_cvae.cli.record_files import DonePictures
from desktop_cvae.cli.records import RecognitionRequest, read_by_form, read_number
from desktop_cvae.core.errors import DesktopCvaeError, MissingLabels
from desktop_cvae.core.language import tr
from desktop_cvae.core.results import Candidate
from desktop_cvae.inference.picture_records import (
    FormRecord,
    NumberRecord,
    PictureRecord,
    picture_record,
)
from desktop_cvae.library.model_library import ModelEntry, find_model
from desktop_cvae.pictures.picture_files import shown_name

if TYPE_CHECKING:
    from desktop_cvae.inference.opened_model import OpenedModel
    from desktop_cvae.pictures.hypotheses import Hypotheses

BATCH = 32
"""Pictures that are scored in one call; more would be no faster, but come later."""
FIRST_BATCH = 8
"""So many of the first :data:`BATCH` pictures make a batch, that somebody sees something."""


@dataclass(frozen=True)
class Batch:
    """Pictures that are scored in one call.

    Attributes:
        number: its place among the batches.
        pictures: names of files, or ``-``.
        done: so many, the first, have their records already; they are company for the others.
        fatal: those, by their places here, that end every process that reads them.
        places: the files of names that mean something else where the batch is read.
    """

    number: int
    pictures: tuple[str, ...]
    done: int = 0
    fatal: frozenset[int] = frozenset()
    places: Mapping[str, str] = field(default_factory=dict, hash=False)


def batches(names: Iterable[str], done: DonePictures | None = None) -> Iterator[Batch]:
    """Cut names into batches; they are taken one batch ahead at most.

    Args:
        names: of all pictures, also of those that are done.
        done: what is left out: the names that the output begins with, as often as it has them;
            if it has others too, every name that it has.
    """
    names = iter(names)
    place, company = 0, list[str]()
    if done is not None:
        for name in names:
            if not done.is_at(place, name):
                names = chain([name], names)
                break
            company.append(name)
            place += 1
            if len(company) == _size_at(place - len(company)):
                company = []
        if place < done.count:
            names, company = done.without(names), []
    for number in count():
        fresh = list(islice(names, _size_at(place - len(company)) - len(company)))
        if not fresh:
            return
        yield Batch(number, (*company, *fresh), len(company))
        place, company = place + len(fresh), []


def _size_at(place: int) -> int:
    return FIRST_BATCH if place < BATCH else BATCH


Read = Callable[[Batch], list[PictureRecord]]


def reader(
    request: RecognitionRequest,
    entry: ModelEntry | None = None,
    begin: Callable[[int], object] = id,
) -> Read:
    """Open a model, to read batches of pictures by one request.

    Args:
        request: how they are read.
        entry: the model; None is the one that the request names.
        begin: is told the place in its batch of each picture before it is read, and in the end,
            before they are scored, how many there are.

    Raises:
        UsageError: there is no such model, or it has no labels.
        ModelFileError: the model's file is damaged.
    """
    from desktop_cvae.inference.opened_model import open_model

    entry = entry or find_model(request.model)
    if not entry.manifest.spec.conditional:
        raise MissingLabels(entry.name)
    return partial(_read, open_model(entry, request.engine), request, begin)


def _read(
    model: OpenedModel,
    request: RecognitionRequest,
    begin: Callable[[int], object],
    batch: Batch,
) -> list[PictureRecord]:
    """One record a picture, in their order; those that cannot be read say why."""
    outcomes: list[Hypotheses | PictureRecord] = []
    for index in range(len(batch.pictures)):
        begin(index)
        outcomes.append(_outcome(model, request, batch, index))
    begin(len(batch.pictures))
    looked_at = [one for one in outcomes if not isinstance(one, PictureRecord)]
    believed = iter(model.prepare_all(looked_at, request.refuse, request.preparation))
    return [
        outcome
        if isinstance(outcome, PictureRecord)
        else _record(model, picture, next(believed)[0], request)
        for picture, outcome in zip(batch.pictures, outcomes, strict=True)
    ]


def _outcome(
    model: OpenedModel, request: RecognitionRequest, batch: Batch, index: int
) -> Hypotheses | PictureRecord:
    """One picture looked at for scoring, or its record if there is nothing more to do."""
    picture = batch.pictures[index]
    place = batch.places.get(picture, picture)
    kind = FormRecord if request.form else NumberRecord if request.numbers else PictureRecord
    if index in batch.fatal:
        return kind(picture, "", (), model.name, _fatal_sentence(picture))
    try:
        if request.form is not None:
            return read_by_form(model, picture, place, request)
        if request.numbers:
            return read_number(model, picture, place, request)
        return read_hypotheses(place)
    except DesktopCvaeError as error:
        return kind(picture, "", (), model.name, error.sentence)


def _fatal_sentence(picture: str) -> str:
    return tr(
        "“{name}” ended every process that read it, perhaps for want of memory.",
        name=shown_name(Path(picture)),
    )


def _record(
    model: OpenedModel,
    picture: str,
    believed: Candidate,
    request: RecognitionRequest,
) -> PictureRecord:
    prepared, reading = believed.prepared, believed.recognition
    if reading is None:
        return PictureRecord(picture, "", (), model.name)
    record = picture_record(picture, prepared, reading, model)
    if not request.is_archived:
        return record
    from desktop_cvae.inference.archiving import reading_entry

    entry = reading_entry(model, prepared.image, reading, "command line", picture)
    return replace(record, entry=entry)
