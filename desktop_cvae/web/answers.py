"""Answers of the API: plain functions of a request and an opened model.

They run on the engines' threads. Probabilities and nats are rounded as in the command line's
records.

Tested in tests/web/test_api.py.
"""

from __future__ import annotations

import contextlib
import io
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from typing import Any

import numpy as np
from PIL import Image

from desktop_cvae.core.errors import ImageProblem, MissingLabels
from desktop_cvae.core.language import tr
from desktop_cvae.core.latent_maps import LatentMap
from desktop_cvae.core.preparation_names import PREPARATIONS
from desktop_cvae.core.results import (
    Answer,
    Box,
    Candidate,
    NoiseSetting,
    Samples,
    Style,
    Verdict,
)
from desktop_cvae.core.tasks import result_of
from desktop_cvae.inference.archiving import answer_entry, page_entry
from desktop_cvae.inference.field_rules import parse_rule
from desktop_cvae.inference.opened_model import OpenedModel
from desktop_cvae.inference.picture_records import (
    PictureRecord,
    RecordFields,
    number_record,
    picture_record,
    record_fields,
)
from desktop_cvae.library.archive_entries import WEB, ArchiveEntry
from desktop_cvae.library.latent_map_cache import find_latent_map
from desktop_cvae.pictures.contact_sheets import data_url
from desktop_cvae.pictures.file_formats import supported_format
from desktop_cvae.pictures.noise import parse_noise
from desktop_cvae.pictures.picture_files import ReadPicture, read_picture
from desktop_cvae.pictures.preparation import to_mnist_style
from desktop_cvae.web.api_errors import ApiError
from desktop_cvae.web.api_requests import (
    DecodeRequest,
    NumberRequest,
    ReadRequest,
    SamplesRequest,
    pack_style,
    unpack_style,
)
from desktop_cvae.web.api_responses import (
    CandidateDetail,
    DecodedResponse,
    MapPoint,
    MapResponse,
    NumberResponse,
    PixelBox,
    ReadingResponse,
    SampleDetail,
    SamplesResponse,
    VerdictDetail,
)
from desktop_cvae.web.limits import MAX_DIGITS, MAX_MAPS, MAX_POINTS

_maps: dict[str, LatentMap] = {}
"""Latent maps by their weights' digest; each reading needs one, and loading it takes long."""
Json = Mapping[str, Any]


@dataclass(frozen=True, eq=False)
class Upload:
    """A picture that was sent.

    Attributes:
        data: the file's bytes.
        name: name of the visitor's file, for display only; may be empty.
    """

    data: bytes
    name: str = ""


@dataclass(frozen=True, eq=False)
class ApiReply:
    """Body of a response, and the entry to archive, if the visitor asked for that."""

    json: Json
    entry: ArchiveEntry | None = None


def _read(upload: Upload) -> ReadPicture:
    try:
        return read_picture(upload.data)
    except ImageProblem as problem:
        if upload.data and supported_format(upload.data) is None:
            raise ApiError(415, "not_a_picture", problem.sentence) from problem
        raise ApiError(422, "unreadable", problem.sentence) from problem


def label_of(model: OpenedModel, name: str) -> int | None:
    """Return a label's index; None for "".

    Raises:
        MissingLabels: the model has no labels.
        UsageError: the model does not have this label.
    """
    if not name:
        return None
    return model.label_index(name)


def read_digit(upload: Upload, request: ReadRequest, model: OpenedModel) -> ApiReply:
    """Read one digit.

    Raises:
        ApiError: the picture cannot be read.
        UsageError: there is no such label or noise.
    """
    noise = parse_noise(request.noise, request.seed) if request.noise else NoiseSetting()
    label = label_of(model, request.label)
    picture = _read(upload)
    answer = model.answer_picture(picture.image, noise, label, request.refuse, request.preparation)
    response = _reading(model, answer, picture, upload.name)
    if not request.pictures:
        _leave_out_pictures(response)
    if not request.keep or not answer.prepared.found:
        return ApiReply(response)
    entry = answer_entry(model, answer, noise, WEB, upload.name)
    return ApiReply(response, with_input(entry, upload))


def with_input(entry: ArchiveEntry, upload: Upload) -> ArchiveEntry:
    """Return an entry with the picture's file, so that the window can reopen it."""
    return replace(entry, input=upload.data, input_kind="picture")


def _reading(
    model: OpenedModel, answer: Answer, picture: ReadPicture, name: str
) -> ReadingResponse:
    reading, names = answer.recognition, model.label_names
    prepared, drawn = answer.prepared, answer.reconstruction
    response: ReadingResponse = {
        "model": model.name,
        "found": prepared.found,
        "text": "",
        "verdict": None,
        "label": None,
        "chosen_label": None,
        "record": _record(model, answer, picture, name),
        "labels": [],
        "box": _pixel_box(prepared.box.scaled(picture.reduction)),
        "prepared": data_url(prepared.image),
        "preparation": prepared.preparation if prepared.found else "",
        "candidates": [_candidate(one, names) for one in answer.candidates],
        "noisy": data_url(answer.noisy),
        "foreign": None,
        "reconstruction": None,
        "difference": None,
        "hand": None,
        "place": None,
        "elapsed_ms": round(answer.elapsed_ms, 1),
    }
    if reading is None or drawn is None or answer.style is None:
        return response
    if reading.foreign is not None:
        response["foreign"] = data_url(reading.foreign)
    response["reconstruction"] = data_url(drawn)
    response["difference"] = data_url(np.abs(drawn - answer.noisy))
    response["hand"] = pack_style(answer.style, model.generator_manifest.weights_sha256)
    place = answer.style
    if answer.label is not None and answer.label != place.label:
        place = model.style_of(answer.noisy, answer.label)
    response["place"] = _map_point(model, place)
    if reading.label is not None and reading.verdict is not None:
        is_digit = reading.verdict.is_digit
        response["label"] = names[reading.label]
        response["text"] = names[reading.label] if is_digit else ""
        response["chosen_label"] = None if answer.label is None else names[answer.label]
        response["verdict"] = _verdict(reading.verdict, names)
        response["labels"] = [
            {
                "label": name,
                "probability": round(float(reading.shares[at]), 6),
                "evidence_nats": round(float(reading.evidence_nats[at]), 3),
                "reconstruction_nats": round(float(reading.reconstruction_nats[at]), 3),
                "kl_nats": round(float(reading.kl_nats[at]), 3),
                "picture": data_url(answer.explanations[at])
                if answer.explanations is not None
                else None,
            }
            for at, name in enumerate(names)
        ]
    return response


def _record(
    model: OpenedModel, answer: Answer, picture: ReadPicture, name: str
) -> RecordFields | None:
    if not model.has_labels:
        return None
    if answer.recognition is None:
        return record_fields(PictureRecord(name, "", (), model.name))
    box = answer.prepared.box.scaled(picture.reduction)
    prepared = replace(answer.prepared, box=box)
    return record_fields(picture_record(name, prepared, answer.recognition, model))


def _leave_out_pictures(response: ReadingResponse) -> None:
    response["prepared"] = response["noisy"] = response["foreign"] = None
    response["reconstruction"] = response["difference"] = None
    for label in response["labels"]:
        label["picture"] = None
    for candidate in response["candidates"]:
        candidate["picture"] = None


def _candidate(candidate: Candidate, names: Sequence[str]) -> CandidateDetail:
    reading = candidate.recognition
    label = None if reading is None else reading.label
    return {
        "preparation": candidate.name,
        "title": tr(PREPARATIONS[candidate.name]),
        "share": round(candidate.share, 6),
        "label": None if label is None else names[label],
        "picture": data_url(candidate.prepared.image),
    }


def _verdict(verdict: Verdict, names: Sequence[str]) -> VerdictDetail:
    digit_probability = verdict.digit_probability
    return {
        "kind": verdict.kind,
        "probability": round(verdict.probability, 6),
        "likeness": None if digit_probability is None else round(digit_probability, 6),
        "labels": [names[label] for label in verdict.labels],
    }


def _pixel_box(box: Box) -> PixelBox:
    return int(box.x), int(box.y), int(box.width), int(box.height)


def read_number(upload: Upload, request: NumberRequest, model: OpenedModel) -> ApiReply:
    """Read all numbers of a picture.

    Raises:
        ApiError: the picture cannot be read.
        UsageError: there is no such rule, or the model has no labels.
    """
    rule = parse_rule(request.rule) if request.rule else None
    if not model.has_labels:
        raise MissingLabels(model.name)
    picture = _read(upload)
    page = model.read_page(picture.image, rule, request.refuse, MAX_DIGITS)
    # The same record as the command line's.
    record = number_record(upload.name, page, model.name, model.label_names, picture.reduction)
    height, width = (side * picture.reduction for side in picture.image.shape)
    response: NumberResponse = {
        "model": model.name,
        "found": bool(page.lines),
        "record": record_fields(record),
        "lines": [
            {"text": line.text, "probability": round(line.probability, 6), "warning": line.warning}
            for line in page.lines
        ],
        "width": width,
        "height": height,
    }
    if not request.keep or not page.lines:
        return ApiReply(response)
    preview = to_mnist_style(picture.image).image
    return ApiReply(
        response, with_input(page_entry(model, page, preview, WEB, upload.name), upload)
    )


def warm_up(model: OpenedModel) -> None:
    """Read a stroke, so that no visitor waits until networks and map are loaded."""
    stroke = np.zeros((56, 56), np.uint8)
    stroke[10:46, 26:31] = 255
    file = io.BytesIO()
    Image.fromarray(stroke).save(file, "PNG")
    upload = Upload(file.getvalue())
    read_digit(upload, ReadRequest(), model)
    with contextlib.suppress(MissingLabels):
        read_number(upload, NumberRequest(), model)


def generate_samples(request: SamplesRequest, model: OpenedModel) -> SamplesResponse:
    """Generate digits, of one label or of all, in any style or a given one.

    Raises:
        UsageError: there is no such label, or the style is of another model.
    """
    label, style = label_of(model, request.label), _style(model, request.hand)
    if style is not None and label is None and request.count == 0:
        return {"model": model.name, "samples": _samples(model, model.generate_in_style(style))}
    count = request.count or 10
    task = model.generate(label, count, request.temperature, request.seed, style=style)
    return {"model": model.name, "samples": _samples(model, result_of(task))}


def _style(model: OpenedModel, text: str) -> Style | None:
    if not text:
        return None
    return unpack_style(text, model.generator_manifest.weights_sha256, model.generator.spec)


def _samples(model: OpenedModel, samples: Samples) -> list[SampleDetail]:
    labels = [None] * len(samples.images) if samples.labels is None else samples.labels.tolist()
    return [
        {
            "label": None if label is None else model.label_names[label],
            "picture": data_url(image),
        }
        for label, image in zip(labels, samples.images, strict=True)
    ]


def _map_of(model: OpenedModel) -> LatentMap | None:
    digest = model.generator_manifest.weights_sha256
    if digest not in _maps:
        found = find_latent_map(digest)
        if found is None:
            return None
        if len(_maps) >= MAX_MAPS:
            _maps.clear()
        _maps[digest] = found
    return _maps[digest]


def _map_point(model: OpenedModel, style: Style) -> MapPoint | None:
    found = _map_of(model)
    if found is None:
        return None
    x, y = found.plane.project(style.latent[np.newaxis])[0].tolist()
    return {"x": x, "y": y}


def latent_map(model: OpenedModel) -> MapResponse:
    """Return the latent map, evenly thinned.

    Raises:
        ApiError: this machine has no map of the model.
    """
    found = _require_map(model)
    thinned = slice(None, None, -(-len(found.labels) // MAX_POINTS) or 1)
    names = model.label_names
    points = np.round(found.points[thinned], 4).tolist()
    plane, labels = found.plane, found.labels[thinned].tolist()
    low, high = found.points.min(axis=0).tolist(), found.points.max(axis=0).tolist()
    return {
        "model": model.name,
        "dimensions": plane.dimensions and list(plane.dimensions),
        "explained": round(float(plane.explained), 4),
        "points": [
            {"label": names[k] if k < len(names) else str(k), "x": x, "y": y}
            for k, (x, y) in zip(labels, points, strict=True)
        ],
        "x_range": [low[0], high[0]],
        "y_range": [low[1], high[1]],
    }


def _require_map(model: OpenedModel) -> LatentMap:
    found = _map_of(model)
    if found is None:
        sentence = tr(
            "There is no latent map of “{model}” yet; open the model in the window to make one.",
            model=model.name,
        )
        raise ApiError(404, "no_map", sentence)
    return found


def decode_point(request: DecodeRequest, model: OpenedModel) -> DecodedResponse:
    """Decode a point of the latent map.

    Raises:
        ApiError: there is no map.
        UsageError: there is no such label.
    """
    label, plane = label_of(model, request.label), _require_map(model).plane
    points = np.array([[request.x, request.y]], np.float32)
    (image,) = model.decode_positions(plane, points, label)
    return {
        "label": request.label or None,
        "x": request.x,
        "y": request.y,
        "picture": data_url(image),
    }
