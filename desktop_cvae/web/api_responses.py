"""Responses of the API, as types: the code that makes them is checked, OpenAPI describes them.

Pictures are PNG files in ``data:`` addresses, labels are names, boxes are in the pixels of the
picture that was sent.

Tested in tests/web/test_api.py.
"""

from __future__ import annotations

from typing import Annotated, NotRequired, TypedDict

from desktop_cvae.core.schemas import Field, one_of
from desktop_cvae.inference.picture_records import RecordFields
from desktop_cvae.library.archive_export import EntryFields
from desktop_cvae.web.api_errors import ErrorKind

Picture = Annotated[
    str, Field(help="28×28 grey pixels, white ink on black: data:image/png;base64,…")
]
Probability = Annotated[float, Field(low=0, high=1)]
PixelBox = Annotated[
    tuple[int, int, int, int], Field(help="x, y, width, height in the sent picture's pixels")
]
VerdictKind = Annotated[str, one_of("digit", "unsure", "not a digit")]


class ErrorDetail(TypedDict):
    """Reason for which a request failed."""

    kind: ErrorKind
    message: str


class ErrorResponse(TypedDict):
    """Body of every response with a status of 400 or more."""

    error: ErrorDetail


class ModelDetail(TypedDict):
    """A model of the library."""

    name: str
    labels: list[str] | None
    is_default: bool
    reads: bool
    writes: bool
    description: str


class ModelsResponse(TypedDict):
    """All models."""

    models: list[ModelDetail]


class NoiseDetail(TypedDict):
    """A kind of noise, and its range."""

    kind: str
    title: str
    least: float
    most: float
    default: float


class UploadLimits(TypedDict):
    """Most bytes, pixels and pictures of a request."""

    bytes: int
    pixels: int
    pictures: int


class StatusResponse(TypedDict):
    """Models, noise and limits."""

    version: str
    models: list[ModelDetail]
    noise: list[NoiseDetail]
    kinds: list[str]
    limits: UploadLimits
    has_archive: bool
    csrf: Annotated[str, Field(help="a browser sends it back as X-CSRF-Token")]


class TextsResponse(TypedDict):
    """The page's texts by their English."""

    language: str
    texts: dict[str, str]


class VerdictDetail(TypedDict):
    """The verdict on a digit."""

    kind: VerdictKind
    probability: Probability
    likeness: Probability | None
    labels: list[str]


class LabelDetail(TypedDict):
    """Evidence of a picture under one label."""

    label: str
    probability: Probability
    evidence_nats: float
    reconstruction_nats: float
    kl_nats: float
    picture: Picture | None


class CandidateDetail(TypedDict):
    """A hypothesis about the preparation of a picture."""

    preparation: str
    title: str
    share: Probability
    label: str | None
    picture: Picture | None


class MapPoint(TypedDict):
    """A point of the latent map."""

    x: float
    y: float


class KeptResponse(TypedDict):
    """Outcome of archiving, if the request asked for it."""

    entry: NotRequired[
        Annotated[int | None, Field(help="number of the archive's entry, if it was kept")]
    ]
    archive_warning: NotRequired[Annotated[str | None, Field(help="why it was not kept")]]


class ReadingResponse(KeptResponse):
    """The reading of one digit; its pictures are null if the request wants none."""

    model: str
    found: bool
    text: str
    verdict: VerdictDetail | None
    label: str | None
    chosen_label: str | None
    record: Annotated[
        RecordFields | None, Field(help="as the command line writes it; null without labels")
    ]
    labels: list[LabelDetail]
    box: PixelBox
    prepared: Picture | None
    preparation: str
    candidates: list[CandidateDetail]
    noisy: Picture | None
    foreign: Annotated[
        str | None, Field(help="28×28 grey pixels, the probability of each to be foreign ink")
    ]
    reconstruction: Picture | None
    difference: Picture | None
    hand: Annotated[str | None, Field(help="style of the drawing for samples; opaque")]
    place: MapPoint | None
    elapsed_ms: float


class BatchItem(TypedDict):
    """The reading of one of several pictures, or why there is none."""

    name: str
    reading: ReadingResponse | None
    error: ErrorDetail | None


class BatchResponse(TypedDict):
    """The readings of several pictures, in the order of the request."""

    readings: list[BatchItem]


class LineDetail(TypedDict):
    """A line of digits."""

    text: str
    probability: Probability
    warning: str


class NumberResponse(KeptResponse):
    """The numbers of a picture."""

    model: str
    found: bool
    record: RecordFields
    lines: list[LineDetail]
    width: int
    height: int


class SampleDetail(TypedDict):
    """A generated digit."""

    label: str | None
    picture: Picture


class SamplesResponse(TypedDict):
    """Generated digits."""

    model: str
    samples: list[SampleDetail]


class LabelledPoint(MapPoint):
    """A test digit in the latent map."""

    label: str


class MapResponse(TypedDict):
    """A latent map."""

    model: str
    dimensions: list[int] | None
    explained: Probability
    points: list[LabelledPoint]
    x_range: list[float]
    y_range: list[float]


class DecodedResponse(MapPoint):
    """A decoded point of the latent map."""

    label: str | None
    picture: Picture


class EntrySummary(TypedDict):
    """An entry of the archive in a list."""

    id: int
    kept_at: Annotated[str, Field(help="ISO 8601, UTC")]
    text: str
    given_label: str | None
    verdict: str
    probability: Probability
    model: str
    source: str
    name: str
    note: str
    is_starred: bool
    is_number: bool
    image: Picture


class EntriesResponse(TypedDict):
    """A page of the archive."""

    total: int
    entries: list[EntrySummary]


class EntryResponse(EntryFields):
    """All of one entry of the archive, with its pictures."""

    image: Picture
    noisy: Picture | None
    reconstruction: Picture | None


class RemovedResponse(TypedDict):
    """An entry that was removed."""

    removed: int
