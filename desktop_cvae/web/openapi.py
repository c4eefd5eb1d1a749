"""Description of the API as OpenAPI 3.1, in English, made from the types of its messages.

Tested in tests/web/test_api.py.
"""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Any

from desktop_cvae import __version__
from desktop_cvae.core.schemas import Schema, json_schema, named_schemas, schema_name
from desktop_cvae.web import api_responses as responses
from desktop_cvae.web.api_requests import (
    ArchiveRequest,
    BatchRequest,
    DecodeRequest,
    ExportRequest,
    MapRequest,
    NumberRequest,
    ReadRequest,
    SamplesRequest,
)
from desktop_cvae.web.limits import MAX_BATCH

PREFIX = "/api/v1"
"""Beginning of every address of the API; the page's ``api.js`` has it, too."""
_TAGS = {
    "server": "What the server has and can do.",
    "reading": "Read digits and numbers.",
    "writing": "Generate digits.",
    "archive": "The archive of readings.",
}
JSON = ("application/json",)
"""Media types of any JSON."""
_SCHEMAS = "#/components/schemas/"
_ERROR_EXAMPLE = {"error": {"kind": "bad_field", "message": "There is no field “lable”."}}


@dataclass(frozen=True)
class Operation:
    """An operation of the API.

    Attributes:
        method: HTTP method, in lower case.
        path: path below the prefix.
        summary: what it does, in one line.
        response: type of the response; of a file its media types.
        request: type of the request; None if there is nothing to say.
        body: where the request's fields are: ``"query"``, ``"form"`` with a picture, ``"forms"``
            with pictures, ``"json"``.
        tag: the group it belongs to.
        example: fields of a request, which a test sends.
    """

    method: str
    path: str
    summary: str
    response: type | tuple[str, ...]
    request: type | None = None
    body: str = "query"
    tag: str = ""
    example: Mapping[str, Any] = field(default_factory=dict)


OPERATIONS = (
    Operation(
        "get",
        "/status",
        "Get models, noise, limits; open a session.",
        responses.StatusResponse,
        tag="server",
    ),
    Operation("get", "/models", "List the models.", responses.ModelsResponse, tag="server"),
    Operation(
        "get",
        "/texts",
        "Get the page's texts in the visitor's language.",
        responses.TextsResponse,
        tag="server",
    ),
    Operation("get", "/openapi.json", "Get this description.", JSON, tag="server"),
    Operation(
        "post",
        "/read",
        "Read one digit.",
        responses.ReadingResponse,
        ReadRequest,
        "form",
        "reading",
        {"noise": "gaussian:0.3", "seed": 1, "pictures": False},
    ),
    Operation(
        "post",
        "/read/batch",
        f"Read up to {MAX_BATCH} pictures of one digit each.",
        responses.BatchResponse,
        BatchRequest,
        "forms",
        "reading",
        {"preparation": "ink"},
    ),
    Operation(
        "post",
        "/number",
        "Read lines and pages of digits.",
        responses.NumberResponse,
        NumberRequest,
        "form",
        "reading",
        {"rule": "length:5"},
    ),
    Operation(
        "post",
        "/samples",
        "Generate digits.",
        responses.SamplesResponse,
        SamplesRequest,
        "json",
        "writing",
        {"label": "7", "count": 3, "seed": 1},
    ),
    Operation(
        "get", "/map", "Get the latent map.", responses.MapResponse, MapRequest, tag="writing"
    ),
    Operation(
        "post",
        "/decode",
        "Decode a point of the map.",
        responses.DecodedResponse,
        DecodeRequest,
        "json",
        "writing",
        {"label": "4", "x": 0.5, "y": -1},
    ),
    Operation(
        "get",
        "/archive",
        "Search the archive.",
        responses.EntriesResponse,
        ArchiveRequest,
        tag="archive",
        example={"text": "postal code", "verdict": "unsure"},
    ),
    Operation(
        "get",
        "/archive/export",
        "Download what a search finds.",
        ("text/csv", "application/jsonl"),
        ExportRequest,
        tag="archive",
        example={"format": "jsonl"},
    ),
    Operation(
        "get",
        "/archive/{number}",
        "Get all of one entry.",
        responses.EntryResponse,
        tag="archive",
        example={"number": 12},
    ),
    Operation(
        "delete",
        "/archive/{number}",
        "Remove an entry.",
        responses.RemovedResponse,
        tag="archive",
        example={"number": 12},
    ),
)


def describe_api() -> dict[str, Any]:
    """Return the whole description."""
    paths: dict[str, Schema] = {}
    for operation in OPERATIONS:
        paths.setdefault(PREFIX + operation.path, {})[operation.method] = _described(operation)
    answers = [one.response for one in OPERATIONS if isinstance(one.response, type)]
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
        "tags": [{"name": name, "description": text} for name, text in _TAGS.items()],
        "paths": paths,
        "components": {
            "schemas": named_schemas([responses.ErrorResponse, *answers], _SCHEMAS),
            "securitySchemes": {
                "link": {
                    "type": "http",
                    "scheme": "bearer",
                    "description": "the token of the link, where the server has one",
                }
            },
        },
    }


def _content(response: type | tuple[str, ...]) -> Schema:
    if isinstance(response, tuple):
        is_json = response == JSON
        return {kind: {"schema": {"type": "object" if is_json else "string"}} for kind in response}
    return {"application/json": {"schema": {"$ref": _SCHEMAS + schema_name(response)}}}


def _described(operation: Operation) -> Schema:
    described: Schema = {
        "summary": operation.summary,
        # Generators make function names of it: get_archive_number.
        "operationId": re.sub(r"\W+", "_", operation.method + operation.path).strip("_"),
        "tags": [operation.tag],
        "responses": {
            "200": {"description": "success", "content": _content(operation.response)},
            "default": {
                "description": "an error, in one sentence; with 429, Retry-After says when to ask "
                "again",
                "content": {
                    "application/json": {
                        **_content(responses.ErrorResponse)["application/json"],
                        "example": _ERROR_EXAMPLE,
                    }
                },
            },
        },
    }
    parameters: list[Schema] = []
    if "{number}" in operation.path:
        number = {"name": "number", "in": "path", "required": True, "schema": {"type": "integer"}}
        parameters.append(_with_example(number, operation))
    if operation.request is not None:
        schema = json_schema(operation.request)
        if operation.body == "query":
            properties = schema["properties"].items()
            parameters += [
                _with_example({"name": name, "in": "query", "schema": one}, operation)
                for name, one in properties
            ]
        else:
            described["requestBody"] = _request_body(schema, operation)
    return described | ({"parameters": parameters} if parameters else {})


def _with_example(parameter: Schema, operation: Operation) -> Schema:
    name = parameter["name"]
    if name in operation.example:
        return parameter | {"example": operation.example[name]}
    return parameter


def _request_body(schema: Schema, operation: Operation) -> Schema:
    kind = "application/json"
    if operation.body in ("form", "forms"):
        picture: Schema = {"type": "string", "format": "binary", "description": "a picture file"}
        if operation.body == "forms":
            picture = {"type": "array", "items": picture, "minItems": 1, "maxItems": MAX_BATCH}
        properties = {"picture": picture, **schema["properties"]}
        schema = {**schema, "properties": properties, "required": ["picture"]}
        kind = "multipart/form-data"
    content: Schema = {"schema": schema}
    if kind == "application/json":
        content["example"] = dict(operation.example)
    else:
        # The picture of a whole form's example would have to stand in it.
        for name, value in operation.example.items():
            schema["properties"][name] = {**schema["properties"][name], "examples": [value]}
    return {"required": True, "content": {kind: content}}
