"""Reading of batches: what is asked of every picture, and the reader that answers it."""

from __future__ import annotations

from collections.abc import Callable, Generator
from dataclasses import dataclass, replace
from enum import StrEnum
from pathlib import Path
from typing import TYPE_CHECKING

import numpy as np
import numpy.typing as npt

from desktop_cvae.bulk.batches import Batch
from desktop_cvae.bulk.picture_names import picture_source
from desktop_cvae.core.calibration import DEFAULT_FALSE_REJECTION_RATE
from desktop_cvae.core.errors import DesktopCvaeError, MissingLabels
from desktop_cvae.core.language import tr
from desktop_cvae.core.results import Candidate, FloatArray
from desktop_cvae.inference.picture_records import (
    FormRecord,
    NumberRecord,
    PictureRecord,
    number_record,
    picture_record,
)
from desktop_cvae.library.model_library import ModelEntry, find_model
from desktop_cvae.pictures.background import SMALL_SIDE, block_means
from desktop_cvae.pictures.bounded_files import shown_name
from desktop_cvae.pictures.hypotheses import Hypotheses, propose_hypotheses
from desktop_cvae.pictures.picture_files import ReadPicture, read_picture
from desktop_cvae.pictures.preparation import to_mnist_style

if TYPE_CHECKING:
    from desktop_cvae.inference.form_file import Form
    from desktop_cvae.inference.number_reading import PageReading
    from desktop_cvae.inference.opened_model import OpenedModel

THUMBNAIL_SIDE = 64
"""Longest side of a thumbnail in pixels: at most 4 KB a picture, so that 10,000 are no burden."""


class Content(StrEnum):
    """Content that every picture is read for."""

    DIGIT = "digit"
    NUMBERS = "numbers"
    AUTOMATIC = "automatic"
    """Numbers where there are any, else one digit."""


@dataclass(frozen=True)
class RecognitionRequest:
    """Settings by which every picture is read; sent to other processes.

    Attributes:
        model: name or file of a model with labels.
        engine: ``"onnx"`` or ``"keras"``.
        content: what a picture holds, unless there is a form.
        rule: what every line must be, as :func:`inference.field_rules.parse_rule` takes it.
        false_rejection_rate: fraction of real digits rejected, in [0, 0.05].
        preparation: key of the preparation to use for every digit; "" lets the model select one.
        form: form whose fields are read on every picture.
        archive_source: source of the archive entry that each record brings, one of
            ``library.archive_entries.SOURCES``; "" for no entries.
        with_thumbnails: True if each record brings a thumbnail of its picture.
        is_fast: True reads each digit in one pass, as the rules prepare it.
        thinking_steps: steps for which each digit is thought about; 0 for one pass.
    """

    model: str
    engine: str = "onnx"
    content: Content = Content.DIGIT
    rule: str | None = None
    false_rejection_rate: float = DEFAULT_FALSE_REJECTION_RATE
    preparation: str = ""
    form: Form | None = None
    archive_source: str = ""
    with_thumbnails: bool = False
    is_fast: bool = False
    thinking_steps: int = 0


Read = Callable[[Batch], Generator[int, None, list[PictureRecord]]]
"""Read a batch step by step: yield the index of each picture before it is read, and the number of
pictures before they are scored; return one record a picture, in their order."""


def open_reader(request: RecognitionRequest, entry: ModelEntry | None = None) -> BatchReader:
    """Open a request's model to read batches.

    Args:
        request: how pictures are read.
        entry: the model; None finds the one that the request names.

    Raises:
        UsageError: there is no such model, or it has no labels.
        ModelFileError: the model's file is damaged.
    """
    from desktop_cvae.inference.opened_model import open_model

    entry = entry or find_model(request.model)
    if not entry.manifest.spec.conditional:
        raise MissingLabels(entry.name)
    return BatchReader(open_model(entry, request.engine), request)


class BatchReader:
    """Reads batches with one model; called as :data:`Read`.

    Args:
        model: with labels.
        request: how pictures are read.
    """

    def __init__(self, model: OpenedModel, request: RecognitionRequest) -> None:
        from desktop_cvae.inference.field_rules import parse_rule

        self._model, self._request = model, request
        self._rule = parse_rule(request.rule) if request.rule else None

    def __call__(self, batch: Batch) -> Generator[int, None, list[PictureRecord]]:
        """Read a batch; the records of unreadable pictures say why."""
        outcomes: list[tuple[str, Hypotheses | PictureRecord]] = []
        thumbnails: list[npt.NDArray[np.uint8] | None] = []
        for index, name in enumerate(batch.pictures):
            yield index
            outcome, thumbnail = self._outcome(batch, index)
            outcomes.append((name, outcome))
            thumbnails.append(thumbnail)
        yield len(batch.pictures)
        digits = [one for _, one in outcomes if not isinstance(one, PictureRecord)]
        prepared = iter(self._thought(self._prepared(digits)))
        records = (
            one if isinstance(one, PictureRecord) else self._digit_record(name, next(prepared))
            for name, one in outcomes
        )
        if not self._request.with_thumbnails:
            return list(records)
        return [replace(one, thumbnail=t) for one, t in zip(records, thumbnails, strict=True)]

    def _outcome(
        self, batch: Batch, index: int
    ) -> tuple[Hypotheses | PictureRecord, npt.NDArray[np.uint8] | None]:
        """Return a picture's record, or its hypotheses to be scored with others; its thumbnail."""
        name = batch.pictures[index]
        if index in batch.fatal:
            return self._failure(name, _fatal_sentence(name)), None
        thumbnail = None
        try:
            picture = read_picture(picture_source(batch.files.get(name, name)))
            if self._request.with_thumbnails:
                thumbnail = thumbnail_of(picture.image)
            return self._read(name, picture), thumbnail
        except DesktopCvaeError as error:
            return self._failure(name, error.sentence), thumbnail
        except MemoryError:
            return self._failure(name, _too_big_sentence(name)), thumbnail

    def _thought(self, digits: list[Candidate | None]) -> list[Candidate | None]:
        """Think about digits if that was asked for."""
        steps, rate = self._request.thinking_steps, self._request.false_rejection_rate
        if not steps:
            return digits
        from desktop_cvae.inference.thinking import with_thought

        recogniser = self._model.recogniser
        return [each and with_thought(recogniser, each, steps, rate) for each in digits]

    def _prepared(self, digits: list[Hypotheses]) -> list[Candidate | None]:
        """Select preparations; None for a picture that needs too much memory."""
        rate, preparation = self._request.false_rejection_rate, self._request.preparation
        if not digits:
            return []
        try:
            if self._request.is_fast:
                return [*self._model.read_once(digits, rate)]
            if preparation:
                return [*self._model.prepare_one_way(digits, rate, preparation)]
            return [candidates[0] for candidates in self._model.prepare_all(digits, rate)]
        except MemoryError:
            if len(digits) == 1:
                return [None]
        # One of them: the others are read without it.
        return [found for digit in digits for found in self._prepared([digit])]

    def _read(self, name: str, picture: ReadPicture) -> Hypotheses | PictureRecord:
        request = self._request
        if request.form is not None:
            from desktop_cvae.inference.form_reading import read_form_page

            return read_form_page(
                self._model, name, picture, request.form, request.false_rejection_rate
            )
        page = self._page(picture.image)
        if page is None and request.is_fast:
            return Hypotheses(to_mnist_style(picture.image), np.zeros((1, 1), np.float32))
        if page is None:
            return propose_hypotheses(picture.image)
        return self._number_record(name, picture, page)

    def _page(self, image: FloatArray) -> PageReading | None:
        """Read a picture's numbers; return None if it is one digit."""
        request = self._request
        is_automatic = request.content is Content.AUTOMATIC
        # As in the window: so small a picture holds one digit.
        is_small = is_automatic and max(image.shape) <= SMALL_SIDE
        if request.content is Content.DIGIT or is_small:
            return None
        page = self._model.read_page(image, self._rule, request.false_rejection_rate)
        if not is_automatic:
            return page
        from desktop_cvae.inference.number_reading import holds_a_number

        return page if holds_a_number(page) else None

    def _number_record(self, name: str, picture: ReadPicture, page: PageReading) -> PictureRecord:
        model, source = self._model, self._request.archive_source
        record = number_record(name, page, model.name, model.label_names, picture.reduction)
        if not source or not page.lines:
            return record
        from desktop_cvae.inference.archiving import page_entry

        preview = to_mnist_style(picture.image).image
        return replace(record, entry=page_entry(model, page, preview, source, name))

    def _digit_record(self, name: str, candidate: Candidate | None) -> PictureRecord:
        if candidate is None:
            return self._failure(name, _too_big_sentence(name))
        model, source = self._model, self._request.archive_source
        prepared, reading = candidate.prepared, candidate.recognition
        if reading is None:
            return PictureRecord(name, "", (), model.name)
        record = picture_record(name, prepared, reading, model)
        if not source:
            return record
        from desktop_cvae.inference.archiving import reading_entry

        return replace(record, entry=reading_entry(model, prepared.image, reading, source, name))

    def _failure(self, name: str, sentence: str) -> PictureRecord:
        """Return a record of the request's kind for a picture that could not be read."""
        # A file of results has the same fields in every line, errors included.
        kind = PictureRecord
        if self._request.form is not None:
            kind = FormRecord
        elif self._request.content is Content.NUMBERS:
            kind = NumberRecord
        return kind(name, "", (), self._model.name, sentence)


def _too_big_sentence(name: str) -> str:
    return tr("“{name}” needs more memory than there is.", name=shown_name(Path(name)))


def _fatal_sentence(name: str) -> str:
    return tr(
        "“{name}” cannot be read: every attempt crashed, perhaps for lack of memory.",
        name=shown_name(Path(name)),
    )


def thumbnail_of(image: FloatArray) -> npt.NDArray[np.uint8]:
    """Return a small version of a picture.

    Args:
        image: float32, (H, W), in [0, 1].

    Returns:
        uint8, (h, w), light is 255, no side longer than :data:`THUMBNAIL_SIDE`.
    """
    factor = -(-max(image.shape) // THUMBNAIL_SIDE)
    return np.rint(255 * np.clip(block_means(image, factor), 0, 1)).astype(np.uint8)
