"""Generated digits as files, for the command line and the window.

Sheets are for people and show ink on paper. All else is for programs: white ink on black, as
MNIST has it, and with the labels.
"""

from __future__ import annotations

import base64
import gzip
import html
import io
import re
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path

import numpy as np
import numpy.typing as npt

from desktop_cvae.core.atomic_files import write_atomically
from desktop_cvae.core.checked_json import printable
from desktop_cvae.core.errors import UsageError
from desktop_cvae.core.language import mark, tr
from desktop_cvae.core.results import FloatArray, Samples, WrittenNumber
from desktop_cvae.datasets.mnist import PREFIXES, pack_idx
from desktop_cvae.pictures.contact_sheets import encode_png, tile_images
from desktop_cvae.pictures.line_composition import compose_line, ink_pixels, outlines

SHEET_SCALE, SHEET_GAP_PX = 4, 12
FILM_SCALE, FILM_STEP_MS, FILM_END_MS = 8, 80, 600


@dataclass(frozen=True)
class ExportFormat:
    """A file format for samples.

    Attributes:
        title: for people.
        suffix: of its file; empty for a folder of files.
    """

    title: str
    suffix: str = ""


FORMATS = {
    "png": ExportFormat(mark("PNG sheet"), ".png"),
    "svg": ExportFormat(mark("SVG sheet"), ".svg"),
    "npz": ExportFormat(mark("NumPy arrays with labels"), ".npz"),
    "idx": ExportFormat(mark("Folder of MNIST's files, with labels")),
    "files": ExportFormat(mark("Folder of PNG files")),
}

LINE_FORMATS = {
    "png": ExportFormat(mark("PNG picture"), ".png"),
    "svg": ExportFormat(mark("SVG drawing of outlines"), ".svg"),
}
"""Formats of a number in one line."""


def format_by_suffix(path: Path) -> str | None:
    """Return the key in ``FORMATS`` for a file name; None if its suffix is unknown."""
    kinds = (kind for kind, known in FORMATS.items() if known.suffix)
    return next((kind for kind in kinds if FORMATS[kind].suffix == path.suffix.lower()), None)


def export_samples(
    path: Path, kind: str, samples: Samples, label_names: Sequence[str], columns: int
) -> None:
    """Write samples, every file whole or not at all.

    Args:
        path: the file, or the folder; what is there already is replaced.
        kind: a key of ``FORMATS``.
        samples: one at least.
        label_names: the labels' names by index.
        columns: digits in a row of a sheet, ≥ 1.

    Raises:
        UsageError: IDX of samples without labels.
        InputOutputError: the disk is full, the folder is read-only, …
    """
    if kind == "png":
        write_atomically(path, png_sheet(samples, columns))
    elif kind == "svg":
        write_atomically(path, _svg_sheet(samples, label_names, columns))
    elif kind == "npz":
        write_atomically(path, _arrays(samples, label_names))
    elif kind == "idx":
        _write_idx(path, samples)
    else:
        for number, pixels in enumerate(samples.pixels):
            # A label may be called “../7”.
            name = re.sub(r"\W", "_", _label_name(number, samples, label_names))
            file = path / (f"{number:05d}-{name}.png" if name else f"{number:05d}.png")
            write_atomically(file, encode_png(pixels))


def png_sheet(samples: Samples, columns: int) -> bytes:
    """Return a contact sheet of all digits, ink on paper, as PNG bytes."""
    tiles = tile_images(samples.images, columns, SHEET_SCALE, SHEET_GAP_PX)
    return encode_png(255 - np.pad(tiles, SHEET_GAP_PX))


def export_number(path: Path, kind: str, number: WrittenNumber) -> None:
    """Write a number in one line as a file, whole or not at all.

    Args:
        path: what is there already is replaced.
        kind: a key of ``LINE_FORMATS``.
        number: of one digit at least.

    Raises:
        InputOutputError: the disk is full, the folder is read-only, …
    """
    line = compose_line(number.samples.images, number.text)
    write_atomically(path, png_line(line) if kind == "png" else svg_line(line, number.text))


def png_line(line: FloatArray) -> bytes:
    """Return a line from ``line_composition.compose_line``, ink on paper, as PNG bytes."""
    return encode_png(255 - ink_pixels(line))


def svg_line(line: FloatArray, text: str) -> bytes:
    """Return the line as outlines without background, titled with its text."""
    height, width = line.shape
    paths = (
        "M" + "L".join(f"{x:.1f} {y:.1f}" for x, y in outline[:-1]) + "Z"
        for outline in outlines(line)
    )
    return (
        f'<svg xmlns="http://www.w3.org/2000/svg" width="{width}" height="{height}" '
        f'viewBox="0 0 {width} {height}">\n<title>{html.escape(printable(text))}</title>\n'
        f'<path fill-rule="evenodd" d="{" ".join(paths)}"/>\n</svg>\n'
    ).encode()


def gif_film(samples: Samples) -> bytes:
    """Return a GIF that loops through the digits and back."""
    from PIL import Image

    count = len(samples.images)
    large = 255 - samples.pixels.repeat(FILM_SCALE, axis=1).repeat(FILM_SCALE, axis=2)
    order = [*range(count), *range(count - 2, 0, -1)]
    first, *others = (Image.fromarray(large[index]) for index in order)
    times = [FILM_END_MS if index in (0, count - 1) else FILM_STEP_MS for index in order]
    buffer = io.BytesIO()
    first.save(buffer, "GIF", save_all=True, append_images=others, duration=times, loop=0)
    return buffer.getvalue()


def export_walk(path: Path, samples: Samples) -> None:
    """Write the pictures of a walk: an animation for ``.gif``, else a PNG sheet of one row.

    Raises:
        InputOutputError: the disk is full, the folder is read-only, …
    """
    is_film = path.suffix.lower() == ".gif"
    write_atomically(
        path, gif_film(samples) if is_film else png_sheet(samples, len(samples.images))
    )


def _svg_sheet(samples: Samples, label_names: Sequence[str], columns: int) -> bytes:
    """Return the sheet with PNG pictures, which every program shows, each titled by its label."""
    count, side = len(samples.images), samples.images.shape[1] * SHEET_SCALE
    columns = min(columns, count)
    width, height = (
        n * (side + SHEET_GAP_PX) + SHEET_GAP_PX for n in (columns, -(-count // columns))
    )
    # “xlink:href” of SVG 1.1, because older programs do not know “href” of SVG 2.
    lines = [
        '<svg xmlns="http://www.w3.org/2000/svg" xmlns:xlink="http://www.w3.org/1999/xlink" '
        f'width="{width}" height="{height}" viewBox="0 0 {width} {height}">',
        f'<rect width="{width}" height="{height}" fill="#fff"/>',
    ]
    for number, pixels in enumerate(samples.pixels):
        row, column = divmod(number, columns)
        left, top = (SHEET_GAP_PX + n * (side + SHEET_GAP_PX) for n in (column, row))
        data = base64.b64encode(encode_png(255 - pixels)).decode()
        title = html.escape(printable(_label_name(number, samples, label_names)))
        lines.append(
            f'<image x="{left}" y="{top}" width="{side}" height="{side}" '
            f'xlink:href="data:image/png;base64,{data}"><title>{title}</title></image>'
        )
    return "\n".join([*lines, "</svg>", ""]).encode()


def _arrays(samples: Samples, label_names: Sequence[str]) -> bytes:
    """Return an NPZ data set: ``x``, uint8, ``latents`` and, with labels, ``y`` and ``names``."""
    arrays: dict[str, npt.NDArray[np.generic]] = {"x": samples.pixels, "latents": samples.latents}
    if samples.labels is not None:
        arrays |= {"y": samples.labels, "names": np.array(label_names)}
    buffer = io.BytesIO()
    np.savez_compressed(buffer, **arrays)  # type: ignore[arg-type]
    return buffer.getvalue()


def _write_idx(folder: Path, samples: Samples) -> None:
    if samples.labels is None:
        raise UsageError(tr("IDX files need a label for every picture; these pictures have none."))
    # The pictures come last: without them a folder is no data set, so none is half written.
    for part, values in (("labels-idx1", samples.labels), ("images-idx3", samples.pixels)):
        data = gzip.compress(pack_idx(values.astype(np.uint8)), mtime=0)
        write_atomically(folder / f"{PREFIXES['train']}-{part}-ubyte.gz", data)


def _label_name(number: int, samples: Samples, label_names: Sequence[str]) -> str:
    return "" if samples.labels is None else label_names[samples.labels[number]]
