"""A comparison as one HTML page: texts escaped, pictures embedded, no scripts, nothing external.

Tested in tests/cli/test_comparison_report.py and tests/cli/test_compare.py.
"""

from __future__ import annotations

import base64
import re
from collections.abc import Sequence
from dataclasses import dataclass
from html import escape

from desktop_cvae.core.language import tr
from desktop_cvae.workers.language_selection import PSEUDO, spoken

_STYLE = """
:root { color-scheme: light dark; --ground: #f3f4f6; --card: #ffffff; --line: #dde1e6;
  --text: #1b2330; --muted: #5c6878; }
@media (prefers-color-scheme: dark) { :root { --ground: #14171c; --card: #1c2027;
  --line: #323843; --text: #e7eaef; --muted: #98a3b3; } }
body { margin: 0; padding: 32px 16px; background: var(--ground); color: var(--text);
  font: 15px/1.5 system-ui, sans-serif; }
main { max-width: 1080px; margin: 0 auto; }
h1 { font-size: 22px; margin: 0 0 4px; overflow-wrap: anywhere; }
h2 { font-size: 16px; margin: 0 0 4px; }
p { margin: 0 0 12px; color: var(--muted); }
section { background: var(--card); border: 1px solid var(--line); border-radius: 8px;
  padding: 16px 20px 20px; margin: 20px 0 0; overflow-x: auto; }
img { display: block; max-width: 100%; height: auto; }
table { border-collapse: collapse; font-variant-numeric: tabular-nums; }
th, td { text-align: left; vertical-align: top; padding: 5px 24px 5px 0;
  border-top: 1px solid var(--line); }
tr:first-child > th { border-top: none; color: var(--muted); font-weight: 500; }
table.numbers td, table.numbers tr:first-child > th + th { text-align: right; }
th { font-weight: 600; }
"""


@dataclass(frozen=True, eq=False)
class Section:
    """One card of the page.

    Attributes:
        title: its heading; also what the picture shows, for screen readers.
        text: a sentence under it; may be empty.
        table: rows of texts, the heading first, or None.
        pictures: the same PNG for light and for dark pages, or None.
    """

    title: str
    text: str
    table: Sequence[Sequence[str]] | None = None
    pictures: tuple[bytes, bytes] | None = None


def comparison_page(names: Sequence[str], data: str, sections: Sequence[Section]) -> str:
    """Return the whole page.

    Args:
        names: of the models; any characters.
        data: the held-out data's name.
        sections: from top to bottom.
    """
    title = escape(" · ".join(names))
    body = "\n".join(_section(section) for section in sections)
    return (
        f'<!doctype html>\n<html lang="{_spoken()}">\n<head>\n<meta charset="utf-8">\n'
        '<meta name="viewport" content="width=device-width, initial-scale=1">\n'
        f"<title>{title}</title>\n<style>{_STYLE}</style>\n</head>\n<body>\n<main>\n"
        f"<h1>{title}</h1>\n<p>{escape(tr('Compared on {data}.', data=tr(data)))}</p>\n"
        f"{body}\n</main>\n</body>\n</html>\n"
    )


def _spoken() -> str:
    language = spoken()
    return "en" if language == PSEUDO else language


def _section(section: Section) -> str:
    parts = [f"<h2>{escape(section.title)}</h2>"]
    if section.text:
        parts.append(f"<p>{escape(section.text)}</p>")
    if section.table is not None:
        parts.append(_table(section.table))
    if section.pictures is not None:
        light, dark = (_data_address(picture) for picture in section.pictures)
        parts.append(
            f'<picture><source srcset="{dark}" media="(prefers-color-scheme: dark)">'
            f'<img src="{light}" alt="{escape(section.title)}"></picture>'
        )
    return "<section>\n" + "\n".join(parts) + "\n</section>"


def _table(rows: Sequence[Sequence[str]]) -> str:
    heading, *body = rows
    lines = ["".join(f'<th scope="col">{escape(cell)}</th>' for cell in heading)]
    for first, *rest in body:
        cells = "".join(f"<td>{escape(cell) or '–'}</td>" for cell in rest)
        lines.append(f'<th scope="row">{escape(first)}</th>{cells}')
    kind = ' class="numbers"' if _is_numeric(body) else ""
    inner = "\n".join(f"<tr>{line}</tr>" for line in lines)
    return f"<table{kind}>\n{inner}\n</table>"


def _is_numeric(body: Sequence[Sequence[str]]) -> bool:
    cells = [cell for row in body for cell in row[1:] if cell]
    return bool(cells) and all(re.fullmatch(r"\d+([.,]\d+)?", cell) for cell in cells)


def _data_address(png: bytes) -> str:
    return "data:image/png;base64," + base64.b64encode(png).decode("ascii")
