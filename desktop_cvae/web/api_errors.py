"""Errors of the API as HTTP responses: a status, a kind for programs, one sentence for people."""

from __future__ import annotations

from typing import Any, Literal

from desktop_cvae.core.errors import (
    ArchiveProblem,
    DesktopCvaeError,
    EnvironmentProblem,
    InputOutputError,
    ModelFileError,
)

ErrorKind = Literal[
    "archive",
    "bad_field",
    "bad_request",
    "csrf",
    "environment",
    "full",
    "host",
    "input_output",
    "internal",
    "method",
    "model",
    "no_archive",
    "no_entry",
    "no_map",
    "not_a_picture",
    "not_found",
    "not_json",
    "origin",
    "token",
    "too_large",
    "too_slow",
    "unreadable",
]
"""Kinds of errors, for programs. A new kind gets a new value; the old ones keep their meaning."""


class ApiError(Exception):
    """A request that fails.

    Args:
        status: HTTP status, 4xx or 5xx.
        kind: what it is, for programs.
        message: one sentence, for people.
        headers: headers of the response.
    """

    def __init__(
        self, status: int, kind: ErrorKind, message: str, headers: dict[str, str] | None = None
    ) -> None:
        super().__init__(message)
        self.status, self.kind, self.message = status, kind, message
        self.headers = headers or {}

    def to_json(self) -> dict[str, Any]:
        """Return the body of the response."""
        return {"error": {"kind": self.kind, "message": self.message}}


_SERVER_ERRORS: tuple[tuple[type[DesktopCvaeError], ErrorKind], ...] = (
    (ArchiveProblem, "archive"),
    (EnvironmentProblem, "environment"),
    (ModelFileError, "model"),
    (InputOutputError, "input_output"),
)
"""Errors of the server's machine (503); all others are the request's (400)."""


def api_error_of(error: DesktopCvaeError) -> ApiError:
    """Return one of the program's own errors as an API error: its sentence, never its details."""
    for kind, name in _SERVER_ERRORS:
        if isinstance(error, kind):
            return ApiError(503, name, error.sentence)
    return ApiError(400, "bad_field", error.sentence)
