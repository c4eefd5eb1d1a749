"""Pictures in rows with what they are and what was read: to look at failures."""

from __future__ import annotations

from collections.abc import Mapping
from pathlib import Path

import numpy as np
from PIL import Image, ImageDraw
from reading_report import Outcome

CELL, TEXT, COLUMNS = 84, 14, 14


def save_failures(outcomes: Mapping[str, Outcome], path: Path) -> None:
    """All that was read wrongly or refused at the default, by kind: “true>read”, R if refused."""
    cells: list[tuple[str, np.ndarray | None]] = []
    for name, outcome in outcomes.items():
        rows = zip(
            outcome.images,
            outcome.labels,
            outcome.read,
            outcome.refused,
            outcome.unsure,
            strict=True,
        )
        bad = [
            (f"#{n} {label}>{read if read >= 0 else '?'}{'R' * refused[0]}{'u' * unsure}", image)
            for n, (image, label, read, refused, unsure) in enumerate(rows)
            if read != label or refused[0]
        ]
        if bad:
            cells += [(f"{name}: {len(bad)}", None), *bad]
    save_sheet(cells, path)


def save_sheet(cells: list[tuple[str, np.ndarray | None]], path: Path) -> None:
    """A cell with a picture, (H, W) in [0, 1], or the heading of a new row."""
    places, row, column = [], 0, 0
    for _, image in cells:
        if image is None or column == COLUMNS:
            row, column = row + (column > 0), 0
        places.append((row, column))
        row, column = (row + 1, 0) if image is None else (row, column + 1)
    sheet = Image.new("L", (COLUMNS * CELL, (row + 1) * (CELL + TEXT)), 255)
    pen = ImageDraw.Draw(sheet)
    for (text, image), (down, across) in zip(cells, places, strict=True):
        x, y = across * CELL, down * (CELL + TEXT)
        if image is None:
            pen.text((4, y + CELL), text, fill=0)
            continue
        grey = Image.fromarray(np.rint(255 * np.clip(image, 0, 1)).astype(np.uint8))
        grey.thumbnail((CELL - 4, CELL - 4))
        if max(grey.size) < CELL // 2:
            grey = grey.resize((CELL - 4, CELL - 4), Image.Resampling.NEAREST)
        sheet.paste(grey, (x + 2, y + 2))
        pen.text((x + 2, y + CELL - 1), text, fill=0)
    sheet.save(path)
