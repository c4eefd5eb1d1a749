"""Why a request is not answered, as HTTP says it: a status, a kind, one sentence for people."""

from __future__ import annotations

from typing import Any

from desktop_cvae.core.errors import (
    ArchiveProblem,
    DesktopCvaeError,
    EnvironmentProblem,
    InputOutputError,
    ModelFileError,
)


class Refusal(Exception):
    """A request that is not answered.

    Args:
        status: of HTTP, 4xx or 5xx.
        kind: one word or two, for programs.
        message: one sentence, for people.
        headers: that go with it.
    """

    def __init__(
        self, status: int, kind: str, message: str, headers: dict[str, str] | None = None
    ) -> None:
        super().__init__(message)
        self.status, self.kind, self.message = status, kind, message
        self.headers = headers or {}


def error_json(kind: str, message: str) -> dict[str, Any]:
    """The body of every answer that is a refusal."""
    return {"error": {"kind": kind, "message": message}}


_STATUSES: tuple[tuple[type[DesktopCvaeError], int, str], ...] = (
    (ArchiveProblem, 503, "archive"),
    (EnvironmentProblem, 503, "environment"),
    (ModelFileError, 503, "model"),
    (InputOutputError, 503, "input_output"),
)
"""Whose fault it is: the machine's. What else the program refuses was asked wrongly."""


def refusal_of(error: DesktopCvaeError) -> Refusal:
    """One of the program's own errors as a refusal; its sentence, never its details."""
    for kind, status, name in _STATUSES:
        if isinstance(error, kind):
            return Refusal(status, name, error.sentence)
    return Refusal(400, "bad_field", error.sentence)
