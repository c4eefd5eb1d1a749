"""Archive entries of answers, for the window, the web page and the command line."""

from __future__ import annotations

import dataclasses
from typing import TYPE_CHECKING, Any

from desktop_cvae import __version__
from desktop_cvae.core.results import (
    DIGIT,
    NO_DIGIT,
    UNSURE,
    Answer,
    FloatArray,
    NoiseSetting,
    Recognition,
)
from desktop_cvae.library.archive_entries import NO_NOISE, ArchiveEntry, blank, pixels_of

if TYPE_CHECKING:
    from desktop_cvae.inference.number_reading import PageReading
    from desktop_cvae.inference.opened_model import OpenedModel


def answer_entry(
    model: OpenedModel, answer: Answer, noise: NoiseSetting, source: str, name: str = ""
) -> ArchiveEntry:
    """Return the entry of an answer to one picture.

    Args:
        model: the model that answered.
        answer: its answer to a picture that is not empty.
        noise: the noise that was added to the picture.
        source: one of ``library.archive_entries.SOURCES``.
        name: name of the picture.
    """
    entry = reading_entry(model, answer.prepared.image, answer.recognition, source, name)
    image, noisy = pixels_of(answer.prepared.image), pixels_of(answer.noisy)
    reading, names = answer.recognition, model.label_names
    is_chosen = answer.label is not None and reading is not None and answer.label != reading.label
    reconstruction = answer.reconstruction
    return dataclasses.replace(
        entry,
        noise=noise if noise.level else NO_NOISE,
        noisy=None if (noisy == image).all() else noisy,
        reconstruction=None if reconstruction is None else pixels_of(reconstruction),
        chosen_label=names[answer.label] if is_chosen and answer.label is not None else None,
    )


def reading_entry(
    model: OpenedModel,
    image: FloatArray,
    reading: Recognition | None,
    source: str,
    name: str = "",
) -> ArchiveEntry:
    """Return the entry of a picture that was read.

    Args:
        model: the model that read it.
        image: float32, (28, 28), in [0, 1], as the model read it.
        reading: None if nothing was read.
        source: one of ``library.archive_entries.SOURCES``.
        name: name of the picture.
    """
    answer: dict[str, Any] = {}
    if reading is not None:
        answer["reconstruction"] = pixels_of(reading.reconstructions[reading.label or 0])
        if reading.label is not None:
            answer["label_names"] = model.label_names
            answer["evidence_nats"] = tuple(map(float, reading.evidence_nats))
            # Sums of float32 may round to a little over 1, which an entry refuses.
            answer["probability"] = min(1.0, reading.probability)
            answer["text"] = model.label_names[reading.label]
        if (verdict := reading.verdict) is not None:
            answer |= {"verdict": verdict.kind, "digit_probability": verdict.digit_probability}
            answer["probability"] = min(1.0, verdict.probability)
            answer["text"] = answer["text"] if verdict.is_digit else ""
    return ArchiveEntry(
        **{"source": source, "text": "", "image": pixels_of(image), "name": name}
        | _by(model)
        | answer
    )


def page_entry(
    model: OpenedModel, page: PageReading, image: FloatArray | None, source: str, name: str = ""
) -> ArchiveEntry:
    """Return the entry of a picture of numbers.

    Args:
        model: the model that read it.
        page: the numbers.
        image: preview, float32, (28, 28), in [0, 1]; None for a blank one.
        source: one of ``library.archive_entries.SOURCES``.
        name: name of the picture.
    """
    verdicts = [digit.recognition.verdict for digit in page.digits]
    kinds = {verdict.kind for verdict in verdicts if verdict is not None}
    # The verdict of the least certain digit, because people search for doubtful entries.
    verdict = next((kind for kind in (NO_DIGIT, UNSURE, DIGIT) if kind in kinds), "")
    return ArchiveEntry(
        source,
        page.text,
        blank() if image is None else pixels_of(image),
        name,
        verdict,
        min(1.0, page.probability),
        is_number=True,
        **_by(model),
    )


def _by(model: OpenedModel) -> dict[str, Any]:
    digest = model.manifest.weights_sha256
    return {"model": model.name, "model_digest": digest, "program": __version__}
