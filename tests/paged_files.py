"""Files of several pages, each with a black square in a place of its own."""

from __future__ import annotations

from pathlib import Path

from PIL import Image

WIDTH, HEIGHT, SIDE = 240, 340, 40


def page(number: int) -> Image.Image:
    """White paper with the square of a page, from 1, further down on each."""
    picture = Image.new("L", (WIDTH, HEIGHT), 255)
    picture.paste(0, (20, SIDE * (number - 1), 20 + SIDE, SIDE * number))
    return picture


def write_pages(path: Path, count: int) -> Path:
    """Write a PDF or TIFF file of so many pages, at most 8; its own path."""
    first, *others = [page(number) for number in range(1, count + 1)]
    first.save(path, save_all=True, append_images=others)
    return path
