"""The window looks as it did when its pictures were renewed last: nothing moved, cut or lost."""

from __future__ import annotations

import os
from collections.abc import Iterator

import numpy as np
import pytest
from golden_pictures import (
    KEPT,
    RENEWS,
    SIZES,
    STATES,
    THEMES,
    arrange,
    differing_blocks,
    kept_file,
    one_font,
    picture,
    read_kept,
)
from PIL import Image
from PySide6.QtWidgets import QApplication
from window_desk import MakeDesk

RENEWS_NOW = bool(os.environ.get(RENEWS))
MOST = 0.01
"""Share of a picture that may differ."""


@pytest.fixture(autouse=True)
def letters(qapp: QApplication) -> Iterator[None]:
    """One font everywhere."""
    with one_font(qapp):
        yield


@pytest.mark.parametrize("theme", THEMES)
@pytest.mark.parametrize("state", STATES)
def test_the_window_looks_as_it_did(make_desk: MakeDesk, state: str, theme: str) -> None:
    desk = make_desk()
    desk.appearance.choose(theme)
    arrange(desk, state)
    moved = []
    for size in SIZES:
        found, path = picture(desk, state, *size), kept_file(state, size, theme)
        share = differing_blocks(found, read_kept(path)) if path.exists() else 1.0
        if share > MOST:
            moved.append(f"{path.name}: {100 * share:.1f} % differ")
            if RENEWS_NOW:
                KEPT.mkdir(parents=True, exist_ok=True)
                Image.fromarray(found).save(path, optimize=True)
    desk.appearance.choose("light")
    if RENEWS_NOW:
        print("\n".join(moved))
    else:
        assert not moved, f"{moved}; renew with: python tests/golden_pictures.py"


def test_what_moves_is_seen() -> None:
    kept = np.full((240, 320), 250, np.uint8)
    kept[40:160, 40:240] = 40
    moved = np.roll(kept, 6, axis=1)
    assert differing_blocks(kept, kept) == 0
    assert differing_blocks(moved, kept) > MOST
    assert differing_blocks(kept[:-9], kept) == 1
