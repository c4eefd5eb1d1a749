"""Batches of pictures → records: opened once, asked again and again."""

from __future__ import annotations

from collections.abc import Sequence

import numpy as np

from desktop_cvae.cli.pictures import read_prepared
from desktop_cvae.cli.recognition_request import RecognitionRequest
from desktop_cvae.cli.records import PictureRecord, picture_record
from desktop_cvae.core.errors import DesktopCvaeError, MissingLabels
from desktop_cvae.core.results import PreparedDigit, Recognition
from desktop_cvae.library.model_library import find_model


class PictureReader:
    """Reads pictures by one request with one engine.

    Args:
        request: how they are read.

    Raises:
        UsageError: there is no such model, or it has no labels.
        ModelFileError: the model's file is damaged.
    """

    def __init__(self, request: RecognitionRequest) -> None:
        from desktop_cvae.inference.engines import open_engine

        entry = find_model(request.model)
        if not entry.manifest.spec.conditional:
            raise MissingLabels(entry.name)
        self._request, self._entry = request, entry
        self._engine = open_engine(entry, request.engine)

    def read(self, pictures: Sequence[str]) -> list[PictureRecord]:
        """One record a picture, in their order; those that cannot be read say why.

        Args:
            pictures: names of files, or ``-``; all are scored in one call.
        """
        if self._request.numbers:
            from desktop_cvae.cli.number_records import read_numbers

            return read_numbers(self._engine, pictures, self._request, self._entry)
        from desktop_cvae.inference.close_calls import recognize_carefully

        engine, model = self._engine, self._entry.name
        outcomes = [_prepare(picture) for picture in pictures]
        found = [o for o in outcomes if isinstance(o, PreparedDigit) and o.found]
        images = [prepared.image for prepared in found]
        readings = iter(recognize_carefully(engine, np.stack(images)) if found else [])
        return [
            PictureRecord(picture, "", (), model, outcome)
            if isinstance(outcome, str)
            else self._record(picture, outcome, next(readings) if outcome.found else None)
            for picture, outcome in zip(pictures, outcomes, strict=True)
        ]

    def _record(
        self, picture: str, prepared: PreparedDigit, reading: Recognition | None
    ) -> PictureRecord:
        from desktop_cvae.inference.verdicts import judge

        spec, model = self._engine.spec, self._entry.name
        if reading is None:
            return PictureRecord(picture, "", (), model)
        calibration = self._entry.manifest.calibration
        verdict = judge(reading, prepared.image, calibration, self._request.refuse)
        return picture_record(picture, prepared, reading, verdict, spec, model)


def _prepare(picture: str) -> PreparedDigit | str:
    """The picture, or the sentence that says why it cannot be read."""
    try:
        return read_prepared(picture)
    except DesktopCvaeError as error:
        return error.sentence
