"""The API's description, OpenAPI 3.1, for programs and those who write them."""

from __future__ import annotations

from typing import Any

from desktop_cvae import __version__


def describe_api() -> dict[str, Any]:
    """The whole description."""
    return {
        "openapi": "3.1.0",
        "info": {"title": "desktop_cvae", "version": __version__},
        "paths": {},
    }
