"""The API's description, OpenAPI 3.1, for programs and those who write them: in English.

What a request may hold is read off the classes that check it, so that it is said once.
"""

from __future__ import annotations

import dataclasses
import typing
from typing import Any

from desktop_cvae import __version__
from desktop_cvae.core.calibration import LARGEST_REFUSAL
from desktop_cvae.core.preparations import PREPARATIONS
from desktop_cvae.web.wishes import (
    MOST_ENTRIES,
    MOST_SAMPLES,
    ArchiveWish,
    ExportWish,
    MapWish,
    NumberWish,
    PlaceWish,
    ReadWish,
    SamplesWish,
)

Schema = dict[str, Any]

_TEXT: Schema = {"type": "string"}
_WHOLE: Schema = {"type": "integer"}
_NUMBER: Schema = {"type": "number"}
_YES_OR_NO: Schema = {"type": "boolean"}
_SHARE: Schema = {"type": "number", "minimum": 0, "maximum": 1}
_TYPES = {str: _TEXT, int: _WHOLE, float: _NUMBER, bool: _YES_OR_NO}
_PICTURE: Schema = {
    "type": "string",
    "description": "28×28 grey pixels, white ink on black: data:image/png;base64,…",
}
_FOREIGN: Schema = {
    "type": "string",
    "description": "28×28 grey pixels, the probability that each is none of the digit's",
}
_BOX: Schema = {
    "type": "array",
    "items": _WHOLE,
    "minItems": 4,
    "maxItems": 4,
    "description": "x, y, width, height in the sent picture's pixels",
}
_FIELDS: dict[str, Schema] = {
    "model": {"description": "a model's name, as status lists them; the server's by default"},
    "noise": {"description": "kind:level, such as gaussian:0.3"},
    "seed": {"description": "the same seed gives the same", "minimum": 0},
    "label": {"description": "a label's name"},
    "refuse": {
        "description": "share of real digits that may be taken for none; 0 refuses nothing",
        "minimum": 0,
        "maximum": LARGEST_REFUSAL,
    },
    "keep": {"description": "let the archive keep the answer"},
    "entry": {"description": "of the archive, made by this page: the answer takes its place"},
    "preparation": {
        "description": "what the picture is to be taken for, whatever the evidence says",
        "enum": ["", *PREPARATIONS],
    },
    "rule": {"description": "length:N, postal:N, phone, card, date, amount or decimal"},
    "count": {
        "description": "0 with a hand and no label: every label once in that hand; else 10",
        "minimum": 0,
        "maximum": MOST_SAMPLES,
    },
    "temperature": {"description": "scales the prior's deviations", "minimum": 0, "maximum": 2},
    "hand": {"description": "what read gave as hand, as it was given"},
    "x": {"description": "in the map's coordinates"},
    "y": {"description": "in the map's coordinates"},
    "text": {"description": "words in name, reading, label, note or model"},
    "verdict": {"enum": ["", "digit", "unsure", "not a digit"]},
    "starred": {"description": "only those with a star"},
    "offset": {"minimum": 0},
    "limit": {"minimum": 1, "maximum": MOST_ENTRIES},
    "format": {"enum": ["csv", "jsonl"]},
}


def _object(**properties: Schema) -> Schema:
    return {"type": "object", "properties": properties, "required": list(properties)}


def _list(items: Schema) -> Schema:
    return {"type": "array", "items": items}


def _or_null(schema: Schema) -> Schema:
    return {"anyOf": [schema, {"type": "null"}]}


def _ref(name: str) -> Schema:
    return {"$ref": f"#/components/schemas/{name}"}


_VERDICT = _object(
    kind={"enum": ["digit", "unsure", "not a digit"]},
    probability=_SHARE,
    likeness=_or_null(_SHARE),
    labels=_list(_TEXT),
)
_MODEL = _object(
    name=_TEXT,
    labels=_or_null(_list(_TEXT)),
    is_default=_YES_OR_NO,
    reads=_YES_OR_NO,
    writes=_YES_OR_NO,
    description=_TEXT,
)
_ENTRY = _object(
    id=_WHOLE,
    kept_at={"type": "string", "format": "date-time"},
    text=_TEXT,
    given_label=_or_null(_TEXT),
    verdict=_TEXT,
    probability=_SHARE,
    model=_TEXT,
    source=_TEXT,
    name=_TEXT,
    note=_TEXT,
    is_starred=_YES_OR_NO,
    is_number=_YES_OR_NO,
    image=_PICTURE,
)
_SCHEMAS: dict[str, Schema] = {
    "Error": _object(error=_object(kind=_TEXT, message=_TEXT)),
    "Models": _object(models=_list(_MODEL)),
    "Status": _object(
        version=_TEXT,
        models=_list(_MODEL),
        noise=_list(_object(kind=_TEXT, title=_TEXT, least=_NUMBER, most=_NUMBER, default=_NUMBER)),
        kinds=_list(_TEXT),
        limits=_object(bytes=_WHOLE, pixels=_WHOLE, pictures=_WHOLE),
        has_archive=_YES_OR_NO,
        csrf={"type": "string", "description": "a browser sends it back as X-CSRF-Token"},
    ),
    "Texts": _object(
        language=_TEXT, texts={"type": "object", "additionalProperties": {"type": "string"}}
    ),
    "Reading": _object(
        model=_TEXT,
        found=_YES_OR_NO,
        text=_TEXT,
        verdict=_or_null(_VERDICT),
        label=_or_null(_TEXT),
        chosen_label=_or_null(_TEXT),
        labels=_list(
            _object(
                label=_TEXT,
                probability=_SHARE,
                evidence_nats=_NUMBER,
                reconstruction_nats=_NUMBER,
                kl_nats=_NUMBER,
                picture=_PICTURE,
            )
        ),
        box=_BOX,
        prepared=_PICTURE,
        preparation=_TEXT,
        candidates=_list(
            _object(
                preparation=_TEXT,
                title=_TEXT,
                share=_SHARE,
                label=_or_null(_TEXT),
                picture=_PICTURE,
            )
        ),
        noisy=_PICTURE,
        foreign=_or_null(_FOREIGN),
        reconstruction=_or_null(_PICTURE),
        difference=_or_null(_PICTURE),
        hand=_or_null({"type": "string", "description": "for samples; opaque"}),
        place=_or_null(_object(x=_NUMBER, y=_NUMBER)),
        elapsed_ms=_NUMBER,
    ),
    "Number": _object(
        model=_TEXT,
        found=_YES_OR_NO,
        text=_TEXT,
        probability=_SHARE,
        warning=_TEXT,
        lines=_list(_object(text=_TEXT, probability=_SHARE, warning=_TEXT)),
        digits=_list(
            _object(
                label=_TEXT,
                probability=_SHARE,
                verdict=_TEXT,
                labels=_list(_TEXT),
                box=_BOX,
                line=_WHOLE,
            )
        ),
        width=_WHOLE,
        height=_WHOLE,
    ),
    "Samples": _object(
        model=_TEXT, samples=_list(_object(label=_or_null(_TEXT), picture=_PICTURE))
    ),
    "Map": _object(
        model=_TEXT,
        dimensions=_or_null(_list(_WHOLE)),
        explained=_SHARE,
        points=_list(_object(label=_TEXT, x=_NUMBER, y=_NUMBER)),
        x_range=_list(_NUMBER),
        y_range=_list(_NUMBER),
    ),
    "Place": _object(label=_or_null(_TEXT), x=_NUMBER, y=_NUMBER, picture=_PICTURE),
    "Entries": _object(total=_WHOLE, entries=_list(_ENTRY)),
    "Entry": {
        "type": "object",
        "description": "all of one entry, as archive export writes it",
        "properties": {"id": _WHOLE, "text": _TEXT, "image": _PICTURE},
    },
    "Removed": _object(removed=_WHOLE),
}


_KEPT: Schema = {
    "entry": {**_or_null(_WHOLE), "description": "of the archive, if it was to be kept"},
    "archive_warning": {**_or_null(_TEXT), "description": "why it was not kept"},
}
for _name in ("Reading", "Number"):
    _SCHEMAS[_name]["properties"].update(_KEPT)


@dataclasses.dataclass(frozen=True)
class Operation:
    """One thing that can be asked.

    Attributes:
        method: of HTTP, in small letters.
        path: below the prefix.
        summary: what it is, in one line.
        answer: a key of the schemas; "" for a file.
        wish: what it may be told.
        body: how it is told: ``"query"``, ``"form"`` with a picture, or ``"json"``.
    """

    method: str
    path: str
    summary: str
    answer: str
    wish: type | None = None
    body: str = "query"


OPERATIONS = (
    Operation("get", "/status", "Models, noise, limits; opens a browser's session.", "Status"),
    Operation("get", "/models", "The models.", "Models"),
    Operation("get", "/texts", "The page's texts in the visitor's language.", "Texts"),
    Operation("get", "/openapi.json", "This description.", ""),
    Operation("post", "/read", "Read one digit.", "Reading", ReadWish, "form"),
    Operation("post", "/number", "Read lines and pages of digits.", "Number", NumberWish, "form"),
    Operation("post", "/samples", "Write digits.", "Samples", SamplesWish, "json"),
    Operation("get", "/map", "The latent map.", "Map", MapWish),
    Operation("post", "/decode", "Decode a place of the map.", "Place", PlaceWish, "json"),
    Operation("get", "/archive", "Search the archive.", "Entries", ArchiveWish),
    Operation("get", "/archive/export", "Download what a search finds.", "", ExportWish),
    Operation("get", "/archive/{number}", "All of one entry.", "Entry"),
    Operation("delete", "/archive/{number}", "Remove an entry.", "Removed"),
)


def describe_api(prefix: str = "/api/v1") -> dict[str, Any]:
    """The whole description."""
    paths: dict[str, Schema] = {}
    for operation in OPERATIONS:
        paths.setdefault(prefix + operation.path, {})[operation.method] = _described(operation)
    return {
        "openapi": "3.1.0",
        "info": {
            "title": "desktop_cvae",
            "version": __version__,
            "summary": "Reads and writes digits with a conditional variational autoencoder.",
            "license": {"name": "Apache-2.0", "identifier": "Apache-2.0"},
        },
        "servers": [{"url": "/"}],
        "security": [{}, {"link": []}],
        "paths": paths,
        "components": {
            "schemas": _SCHEMAS,
            "securitySchemes": {
                "link": {
                    "type": "http",
                    "scheme": "bearer",
                    "description": "the token of the link, where the server has one",
                }
            },
        },
    }


def _described(operation: Operation) -> Schema:
    content: Schema = {"application/json": {"schema": _ref(operation.answer)}}
    if not operation.answer:
        content = {"*/*": {}}
    said: Schema = {
        "summary": operation.summary,
        "operationId": f"{operation.method}{operation.path.replace('/', '_').strip('{}')}",
        "responses": {
            "200": {"description": "done", "content": content},
            "default": {
                "description": "refused, in one sentence; 429 says with Retry-After when to ask "
                "again",
                "content": {"application/json": {"schema": _ref("Error")}},
            },
        },
    }
    parameters: list[Schema] = []
    if "{number}" in operation.path:
        parameters.append({"name": "number", "in": "path", "required": True, "schema": _WHOLE})
    if operation.wish is not None and operation.body == "query":
        parameters += [
            {"name": name, "in": "query", "schema": schema}
            for name, schema in _properties(operation.wish).items()
        ]
    elif operation.wish is not None:
        said["requestBody"] = _request_body(operation.wish, operation.body)
    return said | ({"parameters": parameters} if parameters else {})


def _request_body(wish: type, body: str) -> Schema:
    properties = _properties(wish)
    required = [
        field.name for field in dataclasses.fields(wish) if field.default is dataclasses.MISSING
    ]
    kind = "application/json"
    if body == "form":
        picture = {"type": "string", "format": "binary", "description": "a picture's file"}
        properties, required = {"picture": picture, **properties}, ["picture"]
        kind = "multipart/form-data"
    schema = {"type": "object", "properties": properties, "required": required}
    return {
        "required": True,
        "content": {kind: {"schema": {**schema, "additionalProperties": False}}},
    }


def _properties(wish: type) -> dict[str, Schema]:
    hints = typing.get_type_hints(wish)
    return {
        field.name: {
            **_TYPES[hints[field.name]],
            **_FIELDS[field.name],
            **({} if field.default is dataclasses.MISSING else {"default": field.default}),
        }
        for field in dataclasses.fields(wish)
    }
