"""All texts of the page, by the keys that its scripts know; translated as every other text."""

from __future__ import annotations

from desktop_cvae.core.language import mark, tr

TEXTS = {
    "title": mark("Read a digit"),
    "read": mark("Read"),
}


def page_texts() -> dict[str, str]:
    """The texts in the visitor's language."""
    return {key: tr(text) for key, text in TEXTS.items()}
