"""What visitors send: forms with a picture."""

from __future__ import annotations

import io
from typing import Any

from fakes import draw_digit

from desktop_cvae.pictures.contact_sheets import encode_png


def digit_png(label: int = 3) -> bytes:
    """A digit as a PNG file."""
    return encode_png((255 * draw_digit(label)).astype("uint8"))


THREE = digit_png()


def form(data: bytes = THREE, name: str = "three.png", **fields: str | list[str]) -> dict[str, Any]:
    """A form with a picture; used up by one request."""
    return {"picture": (io.BytesIO(data), name), **fields}
