"""What the models say, as JSON: plain functions of an opened model and a wish.

They run on the engines' threads. Pictures are PNG files in ``data:`` addresses, labels are names,
probabilities and nats are rounded as the command line's records are.
"""

from __future__ import annotations

import base64
from collections.abc import Sequence
from dataclasses import dataclass, replace
from typing import Any

import numpy as np
import numpy.typing as npt

from desktop_cvae.core.errors import ImageProblem, MissingLabels
from desktop_cvae.core.language import tr
from desktop_cvae.core.latent_maps import LatentMap
from desktop_cvae.core.preparations import PREPARATIONS
from desktop_cvae.core.results import (
    Answer,
    Box,
    Candidate,
    FloatArray,
    Hand,
    NoiseSetting,
    Samples,
    Verdict,
)
from desktop_cvae.core.tasks import result_of
from desktop_cvae.inference.archiving import answer_entry, page_entry
from desktop_cvae.inference.field_rules import parse_rule
from desktop_cvae.inference.number_reading import LineReading
from desktop_cvae.inference.opened_model import OpenedModel
from desktop_cvae.inference.picture_records import number_record
from desktop_cvae.library.archive_entries import WEB, ArchiveEntry, pixels_of
from desktop_cvae.library.latent_map_cache import find_latent_map
from desktop_cvae.pictures.noise import parse_noise
from desktop_cvae.pictures.picture_files import ReadPicture, read_picture, supported_format
from desktop_cvae.pictures.preparation import to_mnist_style
from desktop_cvae.pictures.sheets import encode_png
from desktop_cvae.web.refusals import Refusal
from desktop_cvae.web.wishes import (
    NumberWish,
    PlaceWish,
    ReadWish,
    SamplesWish,
    pack_hand,
    require,
    unpack_hand,
)

MOST_DIGITS = 300
"""Of one picture of numbers: bounds the time of an answer."""
MOST_POINTS = 2000
"""Of the latent map."""
MOST_MAPS = 8
"""That are kept in memory."""
Json = dict[str, Any]


@dataclass(frozen=True, eq=False)
class Upload:
    """A picture that was sent.

    Attributes:
        data: the file's bytes.
        name: what the visitor's file was called, to be shown only; may be empty.
    """

    data: bytes
    name: str = ""


@dataclass(frozen=True, eq=False)
class Said:
    """An answer, and what the archive keeps of it; None if nothing is to be kept."""

    json: Json
    entry: ArchiveEntry | None = None


def data_url(image: FloatArray | npt.NDArray[np.uint8]) -> str:
    """A picture as an address that holds it.

    Args:
        image: float32 in [0, 1] or uint8, (H, W).
    """
    pixels = image if image.dtype == np.uint8 else pixels_of(np.asarray(image, np.float32))
    return "data:image/png;base64," + base64.b64encode(encode_png(np.asarray(pixels))).decode()


def _read(upload: Upload) -> ReadPicture:
    try:
        return read_picture(upload.data)
    except ImageProblem as problem:
        if upload.data and supported_format(upload.data) is None:
            raise Refusal(415, "not_a_picture", problem.sentence) from problem
        raise Refusal(422, "unreadable", problem.sentence) from problem


def label_of(model: OpenedModel, name: str) -> int | None:
    """A label's index; None for "".

    Raises:
        MissingLabels: the model has none.
        UsageError: it has others.
    """
    if not name:
        return None
    if not model.has_labels:
        raise MissingLabels(model.name, tr("take the label “{name}”", name=name[:40]))
    known = ", ".join(model.label_names)
    sentence = tr("There is no label “{name}”; there are {known}.", name=name[:40], known=known)
    require(name in model.label_names, sentence)
    return model.label_names.index(name)


def read_digit(upload: Upload, wish: ReadWish, model: OpenedModel) -> Said:
    """One digit: what it is, what each label makes of it, and all that the page shows of it.

    Raises:
        Refusal: the picture cannot be read.
        UsageError: there is no such label or noise.
    """
    noise = parse_noise(wish.noise, wish.seed) if wish.noise else NoiseSetting()
    label = label_of(model, wish.label)
    picture = _read(upload)
    answer = model.answer_picture(picture.image, noise, label, wish.refuse, wish.preparation)
    said = _answer_json(model, answer, picture)
    if not wish.keep or not answer.prepared.found:
        return Said(said)
    entry = answer_entry(model, answer, noise, WEB, upload.name)
    return Said(said, with_input(entry, upload))


def with_input(entry: ArchiveEntry, upload: Upload) -> ArchiveEntry:
    """An entry with the picture's file, so that the window can open it again."""
    return replace(entry, input=upload.data, input_kind="picture")


def _answer_json(model: OpenedModel, answer: Answer, picture: ReadPicture) -> Json:
    reading, names = answer.recognition, model.label_names
    prepared, drawn = answer.prepared, answer.reconstruction
    said: Json = {
        "model": model.name,
        "found": prepared.found,
        "text": "",
        "verdict": None,
        "label": None,
        "chosen_label": None,
        "labels": [],
        "box": _box(prepared.box.scaled(picture.reduction)),
        "prepared": data_url(prepared.image),
        "preparation": prepared.preparation if prepared.found else "",
        "candidates": [_candidate_json(one, names) for one in answer.candidates],
        "noisy": data_url(answer.noisy),
        "foreign": None,
        "reconstruction": None,
        "difference": None,
        "hand": None,
        "place": None,
        "elapsed_ms": round(answer.elapsed_ms, 1),
    }
    if reading is None or drawn is None or answer.hand is None:
        return said
    if reading.foreign is not None:
        said["foreign"] = data_url(reading.foreign)
    said["reconstruction"] = data_url(drawn)
    said["difference"] = data_url(np.abs(drawn - answer.noisy))
    said["hand"] = pack_hand(answer.hand, model.writer_manifest.weights_sha256)
    said["place"] = _place(model, answer.hand)
    if reading.label is not None and reading.verdict is not None:
        is_digit = reading.verdict.is_digit
        said["label"] = names[reading.label]
        said["text"] = names[reading.label] if is_digit else ""
        said["chosen_label"] = None if answer.label is None else names[answer.label]
        said["verdict"] = _verdict(reading.verdict, names)
        said["labels"] = [
            {
                "label": name,
                "probability": round(float(reading.probabilities[at]), 6),
                "evidence_nats": round(float(reading.evidence_nats[at]), 3),
                "reconstruction_nats": round(float(reading.reconstruction_nats[at]), 3),
                "kl_nats": round(float(reading.kl_nats[at]), 3),
                "picture": data_url(answer.explanations[at])
                if answer.explanations is not None
                else None,
            }
            for at, name in enumerate(names)
        ]
    return said


def _candidate_json(candidate: Candidate, names: Sequence[str]) -> Json:
    reading = candidate.recognition
    label = None if reading is None else reading.label
    return {
        "preparation": candidate.name,
        "title": tr(PREPARATIONS[candidate.name]),
        "share": round(candidate.share, 6),
        "label": None if label is None else names[label],
        "picture": data_url(candidate.prepared.image),
    }


def _verdict(verdict: Verdict, names: Sequence[str]) -> Json:
    likeness = verdict.likeness
    return {
        "kind": verdict.kind,
        "probability": round(verdict.probability, 6),
        "likeness": None if likeness is None else round(likeness, 6),
        "labels": [names[label] for label in verdict.labels],
    }


def _box(box: Box) -> list[int]:
    return [int(side) for side in box]


def read_number(upload: Upload, wish: NumberWish, model: OpenedModel) -> Said:
    """All numbers of a picture; boxes are in the sent picture's pixels.

    Raises:
        Refusal: the picture cannot be read.
        UsageError: there is no such rule, or the model has no labels.
    """
    rule = parse_rule(wish.rule) if wish.rule else None
    if not model.has_labels:
        raise MissingLabels(model.name)
    picture = _read(upload)
    page = model.read_page(picture.image, rule, wish.refuse, MOST_DIGITS)
    # The record says it as the command line does.
    record = number_record("", page, model.name, model.label_names, picture.reduction)
    lines = [number for number, line in enumerate(page.lines) for _ in line.digits]
    height, width = (side * picture.reduction for side in picture.image.shape)
    said: Json = {
        "model": model.name,
        "found": bool(page.lines),
        "text": page.text,
        "probability": record.probability,
        "warning": record.warning,
        "lines": [_line_json(line) for line in page.lines],
        "digits": [
            {
                "label": str(digit.label),
                "probability": digit.probability,
                "verdict": digit.verdict,
                "labels": [str(label) for label in digit.labels],
                "box": _box(digit.box),
                "line": line,
            }
            for digit, line in zip(record.digits, lines, strict=True)
        ],
        "width": width,
        "height": height,
    }
    if not wish.keep or not page.lines:
        return Said(said)
    preview = to_mnist_style(picture.image).image
    return Said(said, with_input(page_entry(model, page, preview, WEB, upload.name), upload))


def _line_json(line: LineReading) -> Json:
    return {
        "text": line.text,
        "probability": round(line.probability, 6),
        "warning": line.warning,
    }


def write_samples(wish: SamplesWish, model: OpenedModel) -> Json:
    """New digits, under a label or all, in all hands or one.

    Raises:
        UsageError: there is no such label, or the hand is of another model.
    """
    label, hand = label_of(model, wish.label), _hand(model, wish.hand)
    if hand is not None and label is None and wish.count == 0:
        return {"model": model.name, "samples": _samples(model, model.generate_in_style(hand))}
    count = wish.count or 10
    task = model.generate(label, count, wish.temperature, wish.seed, hand=hand)
    return {"model": model.name, "samples": _samples(model, result_of(task))}


def _hand(model: OpenedModel, text: str) -> Hand | None:
    if not text:
        return None
    return unpack_hand(text, model.writer_manifest.weights_sha256, model.writer.spec)


def _samples(model: OpenedModel, samples: Samples) -> list[Json]:
    labels = [None] * len(samples.images) if samples.labels is None else samples.labels.tolist()
    return [
        {
            "label": None if label is None else model.label_names[label],
            "picture": data_url(image),
        }
        for label, image in zip(labels, samples.images, strict=True)
    ]


_maps: dict[str, LatentMap] = {}
"""By their weights: every reading asks for its place, and a file holds thousands of codes."""


def _map_of(model: OpenedModel) -> LatentMap | None:
    digest = model.writer_manifest.weights_sha256
    if digest not in _maps:
        found = find_latent_map(digest)
        if found is None:
            return None
        if len(_maps) >= MOST_MAPS:
            _maps.clear()
        _maps[digest] = found
    return _maps[digest]


def _place(model: OpenedModel, hand: Hand) -> Json | None:
    found = _map_of(model)
    if found is None:
        return None
    x, y = found.plane.project(hand.latent[np.newaxis])[0].tolist()
    return {"x": x, "y": y}


def show_map(model: OpenedModel) -> Json:
    """The latent map, evenly thinned.

    Raises:
        Refusal: this machine has none of that model.
    """
    found = _require_map(model)
    thinned = slice(None, None, -(-len(found.labels) // MOST_POINTS) or 1)
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
            "There is no latent map of “{model}” yet; the window makes one.", model=model.name
        )
        raise Refusal(404, "no_map", sentence)
    return found


def decode_place(wish: PlaceWish, model: OpenedModel) -> Json:
    """What the model would write at a place of its map.

    Raises:
        Refusal: there is no map.
        UsageError: there is no such label.
    """
    label, plane = label_of(model, wish.label), _require_map(model).plane
    places = np.array([[wish.x, wish.y]], np.float32)
    (image,) = model.decode_places(plane, places, label)
    return {"label": wish.label or None, "x": wish.x, "y": wish.y, "picture": data_url(image)}
