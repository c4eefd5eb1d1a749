"""Pictures of numbers, read by a reader that knows where their digits are."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest
from fake_numbers import find_tiles, number_picture
from window_desk import Desk

from desktop_cvae.gui.qimage_arrays import grey_image
from desktop_cvae.inference import evidence, number_reading

WritePicture = Callable[..., Path]


@pytest.fixture(autouse=True)
def tiles(monkeypatch: pytest.MonkeyPatch) -> None:
    """Pictures of these tests are cut where their digits are."""
    monkeypatch.setattr(number_reading, "find_fields", find_tiles)
    # The fakes' distances are no nats: moved a little, what is half a 3 and half an 8 is clear.
    monkeypatch.setattr(evidence, "CLOSE_NATS", 0.0)


@pytest.fixture
def write_picture(tmp_path: Path) -> WritePicture:
    """Write the picture of a number into a file."""

    def write(*lines: str) -> Path:
        path = tmp_path / f"{'_'.join(lines).replace('?', 'x')}.png"
        assert grey_image(number_picture(*lines)).save(str(path))
        return path

    return write


@pytest.fixture
def open_number(desk: Desk, write_picture: WritePicture) -> Callable[..., Desk]:
    """Open the picture of a number in the window."""

    def open_it(*lines: str) -> Desk:
        desk.window.resize(1240, 740)
        desk.window.opening.open_file(write_picture(*lines))
        desk.settle()
        return desk

    return open_it
