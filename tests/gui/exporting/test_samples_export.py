"""Exports of generated digits, written and read back."""

from __future__ import annotations

import io
from pathlib import Path

import numpy as np
from PIL import Image

from desktop_cvae.core.results import Samples
from desktop_cvae.datasets.generated_files import FORMATS
from desktop_cvae.gui.exporting.samples_export import samples_export

IMAGES = np.linspace(0, 1, 6 * 28 * 28, dtype=np.float32).reshape(6, 28, 28)
SAMPLES = Samples(IMAGES, np.arange(6), np.zeros((6, 2), np.float32))
NAMES = tuple("abcdef")


def test_the_clipboard_gets_the_sheet_that_is_saved(tmp_path: Path) -> None:
    export = samples_export("the digits", "my digits", SAMPLES, NAMES, 3)
    assert [kind.suffix for kind in export.kinds] == [".png", ".svg"]
    assert export.png is not None
    with Image.open(io.BytesIO(export.png())) as sheet:
        assert sheet.width > sheet.height, "three in a row, two rows"
    export.kinds[0].write(tmp_path / "sheet.png")
    assert (tmp_path / "sheet.png").read_bytes() == export.png()


def test_each_kind_writes_its_own_format(tmp_path: Path) -> None:
    export = samples_export("the digits", "digits", SAMPLES, NAMES, 3, ("npz", "svg"))
    assert [kind.suffix for kind in export.kinds] == [".npz", ".svg"]
    export.kinds[0].write(tmp_path / "digits.npz")
    with np.load(tmp_path / "digits.npz") as arrays:
        assert any(np.array_equal(arrays[name], SAMPLES.pixels) for name in arrays)
    export.kinds[1].write(tmp_path / "digits.svg")
    assert b"<svg" in (tmp_path / "digits.svg").read_bytes()


def test_no_formats_stand_for_all_of_them() -> None:
    export = samples_export("the digits", "digits", SAMPLES, NAMES, 3, ())
    assert [kind.suffix for kind in export.kinds] == [known.suffix for known in FORMATS.values()]
