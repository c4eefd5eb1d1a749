"""A 12-megapixel picture of one digit, and a page of digits as scanned: time and memory.

Usage: ``python tests/benchmarks/big_picture.py [--megapixels 12]``

One digit is photographed at that size and kept as JPEG, PNG, WebP and TIFF; each is read, prepared
and answered, beside Pillow decoding the same file to grey in the same run. Then a page of A4 at
300 dpi with 20 lines of digits 4 to 6 mm high, apart and so near that lines touch, is read as a
number. The peak of memory is that of a process of its own, less what it held before.
"""

from __future__ import annotations

import argparse
import io
import statistics
import subprocess
import sys
import tempfile
import time
from collections.abc import Callable
from pathlib import Path

import numpy as np
from hands import Hand, all_hands
from hard_layouts import LAYOUTS, write_number
from line_outcomes import share_right
from papers import on_paper
from PIL import Image
from process_memory import memory_mb

from desktop_cvae.core.results import FloatArray
from desktop_cvae.inference.opened_model import OpenedModel, open_model
from desktop_cvae.pictures.grey_values import grey_values
from desktop_cvae.pictures.picture_files import read_image
from desktop_cvae.pictures.preparation import to_mnist_style

REPEATS = 5
A4 = (3508, 2480)
"""Pixels at 300 dpi."""
PAGE_LINES, DIGIT_PX = 20, (48, 71)
FORMATS = ("JPEG", "PNG", "WEBP", "TIFF")


def photograph(hand: Hand, megapixels: float, random: np.random.Generator) -> Image.Image:
    """One digit on a shadowed sheet of paper, at the size of a telephone's camera."""
    height = round((megapixels * 1e6 * 3 / 4) ** 0.5)
    ink, _ = write_number(hand, LAYOUTS["apart"], random, 300, 1)
    page = np.zeros((1000, 1333), np.float32)
    page[200 : 200 + len(ink), 300 : 300 + ink.shape[1]] = ink[:800, :1000]
    small = Image.fromarray(on_paper("shadow", page, 300, random))
    large = small.resize((round(height * 4 / 3), height), Image.Resampling.BICUBIC)
    grain = random.normal(0, 4, (height, large.width, 1)).astype(np.float32)
    return Image.fromarray(np.clip(np.asarray(large) + grain, 0, 255).astype(np.uint8))


def page(hand: Hand, random: np.random.Generator, leading: float) -> tuple[Image.Image, list[str]]:
    """A page as scanned; ``leading`` is the distance of the lines over the digits' height."""
    ink, lines, top = np.zeros(A4, np.float32), [], 150
    for _ in range(PAGE_LINES):
        height = random.uniform(*DIGIT_PX)
        line, text = write_number(hand, LAYOUTS["apart"], random, height, 10)
        room = round(0.7 * height)
        line = line[room:-room, room:-room][:, : A4[1] - 300]
        top += round(leading * height)
        space = ink[top : top + len(line), 200 : 200 + line.shape[1]]
        np.maximum(space, line[: len(space)], out=space)
        lines.append(text)
    return Image.fromarray(on_paper("white", ink, 60, random)), lines


def timed(work: Callable[[], object]) -> float:
    """Median seconds of some calls."""
    seconds = []
    for _ in range(REPEATS):
        started = time.perf_counter()
        work()
        seconds.append(time.perf_counter() - started)
    return statistics.median(seconds)


def decode(data: bytes) -> FloatArray:
    """What Pillow does at least: decode all, and make it grey numbers."""
    picture = Image.open(io.BytesIO(data))
    return np.asarray(picture.convert("L"), np.float32) / 255


def answer(model: OpenedModel, data: bytes) -> None:
    """What the program does until it knows the digit."""
    model.read(to_mnist_style(read_image(data)).image[np.newaxis])


def peak_mb(file: Path, *, whole: bool) -> float:
    """Peak of a process that answers this file, less its size before, MB."""
    words = [sys.executable, __file__, "--peak-of", str(file), *(["--whole"] if whole else [])]
    return float(subprocess.run(words, capture_output=True, text=True, check=True).stdout)


def print_peak(file: Path, *, whole: bool) -> None:
    """In the process of its own."""
    model = open_model("studio")
    small = io.BytesIO()
    Image.new("L", (100, 100), 255).save(small, "PNG")
    model.read_page(read_image(small.getvalue()))
    answer(model, small.getvalue())
    data = file.read_bytes()
    # Linux: the peak begins anew at what is held now.
    Path("/proc/self/clear_refs").write_text("5")
    before = memory_mb("VmRSS")
    if whole:
        model.read_page(read_image(data))
    else:
        answer(model, data)
    print(memory_mb("VmHWM") - before)


def show_digits(model: OpenedModel, hand: Hand, megapixels: float, folder: Path) -> None:
    """Time and memory of one digit in every format."""
    photo = photograph(hand, megapixels, np.random.default_rng(3))
    print(f"one digit, {photo.width} × {photo.height} pixels")
    for kind in FORMATS:
        file = folder / f"digit.{kind.lower()}"
        photo.save(file, kind)
        data = file.read_bytes()
        ours, pillow = timed(lambda d=data: answer(model, d)), timed(lambda d=data: decode(d))
        size, ratio, memory = len(data) / 1e6, ours / pillow, peak_mb(file, whole=False)
        print(
            f"  {kind:5s} {size:5.1f} MB: answered in {1000 * ours:4.0f} ms, Pillow decodes in "
            f"{1000 * pillow:4.0f} ms ({ratio:.2f} ×), {memory:.0f} MB more at the peak"
        )


def show_pages(model: OpenedModel, hand: Hand, folder: Path) -> None:
    """Time, memory and what is read of pages."""
    for name, leading in (("apart", 1.6), ("near", 1.25), ("touching", 1.1)):
        picture, lines = page(hand, np.random.default_rng(4), leading)
        file = folder / f"{name}.png"
        picture.save(file)
        data = file.read_bytes()
        seconds = timed(lambda d=data: model.read_page(read_image(d)))
        read = model.read_page(grey_values(picture)).text.split("\n")
        digits = share_right("\n".join(lines), "\n".join(read))
        whole = sum(line in read for line in lines)
        print(
            f"A4 page, lines {name}: {seconds:.2f} s, {peak_mb(file, whole=True):.0f} MB more; "
            f"{100 * digits:.1f} % of digits, {whole} of {len(lines)} lines right"
        )


def main() -> None:
    """Make, measure, print."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--megapixels", type=float, default=12)
    parser.add_argument("--peak-of", type=Path, help=argparse.SUPPRESS)
    parser.add_argument("--whole", action="store_true", help=argparse.SUPPRESS)
    options = parser.parse_args()
    if options.peak_of:
        print_peak(options.peak_of, whole=options.whole)
        return
    model, hand = open_model("studio"), all_hands("test", None)[0]
    with tempfile.TemporaryDirectory() as folder:
        show_digits(model, hand, options.megapixels, Path(folder))
        show_pages(model, hand, Path(folder))


if __name__ == "__main__":
    main()
