"""Description of the API as OpenAPI 3.1, in English, made from the types of its messages.

Tested in tests/web/test_api.py.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any

from desktop_cvae import __version__
from desktop_cvae.core.schemas import Schema, json_schema
from desktop_cvae.web import api_responses as responses
from desktop_cvae.web.api_requests import (
    ArchiveRequest,
    DecodeRequest,
    ExportRequest,
    MapRequest,
    NumberRequest,
    ReadRequest,
    SamplesRequest,
)

PREFIX = "/api/v1"
"""Beginning of every address of the API; the page's ``api.js`` has it, too."""


@dataclass(frozen=True)
class Operation:
    """An operation of the API.

    Attributes:
        method: HTTP method, in lower case.
        path: path below the prefix.
        summary: what it does, in one line.
        response: type of the response; None for a file.
        request: type of the request; None if there is nothing to say.
        body: where the request's fields are: ``"query"``, ``"form"`` with a picture, ``"json"``.
    """

    method: str
    path: str
    summary: str
    response: type | None
    request: type | None = None
    body: str = "query"


OPERATIONS = (
    Operation(
        "get", "/status", "Get models, noise, limits; open a session.", responses.StatusResponse
    ),
    Operation("get", "/models", "List the models.", responses.ModelsResponse),
    Operation(
        "get", "/texts", "Get the page's texts in the visitor's language.", responses.TextsResponse
    ),
    Operation("get", "/openapi.json", "Get this description.", None),
    Operation("post", "/read", "Read one digit.", responses.ReadingResponse, ReadRequest, "form"),
    Operation(
        "post",
        "/number",
        "Read lines and pages of digits.",
        responses.NumberResponse,
        NumberRequest,
        "form",
    ),
    Operation(
        "post", "/samples", "Generate digits.", responses.SamplesResponse, SamplesRequest, "json"
    ),
    Operation("get", "/map", "Get the latent map.", responses.MapResponse, MapRequest),
    Operation(
        "post",
        "/decode",
        "Decode a point of the map.",
        responses.DecodedResponse,
        DecodeRequest,
        "json",
    ),
    Operation("get", "/archive", "Search the archive.", responses.EntriesResponse, ArchiveRequest),
    Operation("get", "/archive/export", "Download what a search finds.", None, ExportRequest),
    Operation("get", "/archive/{number}", "Get all of one entry.", responses.EntryResponse),
    Operation("delete", "/archive/{number}", "Remove an entry.", responses.RemovedResponse),
)


def describe_api() -> dict[str, Any]:
    """Return the whole description."""
    paths: dict[str, Schema] = {}
    for operation in OPERATIONS:
        paths.setdefault(PREFIX + operation.path, {})[operation.method] = _described(operation)
    bodies = [responses.ErrorResponse, *(one.response for one in OPERATIONS if one.response)]
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
            "schemas": {_name(body): json_schema(body) for body in bodies},
            "securitySchemes": {
                "link": {
                    "type": "http",
                    "scheme": "bearer",
                    "description": "the token of the link, where the server has one",
                }
            },
        },
    }


def _name(response: type) -> str:
    return response.__name__.removesuffix("Response")


def _content(response: type) -> Schema:
    reference = f"#/components/schemas/{_name(response)}"
    return {"application/json": {"schema": {"$ref": reference}}}


def _described(operation: Operation) -> Schema:
    content = _content(operation.response) if operation.response else {"*/*": {}}
    described: Schema = {
        "summary": operation.summary,
        "operationId": f"{operation.method}{operation.path.replace('/', '_').strip('{}')}",
        "responses": {
            "200": {"description": "success", "content": content},
            "default": {
                "description": "an error, in one sentence; with 429, Retry-After says when to ask "
                "again",
                "content": _content(responses.ErrorResponse),
            },
        },
    }
    parameters: list[Schema] = []
    if "{number}" in operation.path:
        number = {"name": "number", "in": "path", "required": True, "schema": {"type": "integer"}}
        parameters.append(number)
    if operation.request is not None:
        schema = json_schema(operation.request)
        if operation.body == "query":
            properties = schema["properties"].items()
            parameters += [{"name": name, "in": "query", "schema": one} for name, one in properties]
        else:
            described["requestBody"] = _request_body(schema, operation.body)
    return described | ({"parameters": parameters} if parameters else {})


def _request_body(schema: Schema, body: str) -> Schema:
    kind = "application/json"
    if body == "form":
        picture = {"type": "string", "format": "binary", "description": "a picture file"}
        properties = {"picture": picture, **schema["properties"]}
        schema = {**schema, "properties": properties, "required": ["picture"]}
        kind = "multipart/form-data"
    return {"required": True, "content": {kind: {"schema": schema}}}
