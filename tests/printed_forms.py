"""Printed forms, drawn blank, written on, and scanned askew."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass

import numpy as np
from PIL import Image, ImageDraw, ImageFilter

from desktop_cvae.core.results import FloatArray
from desktop_cvae.inference.form_file import Form, FormField
from desktop_cvae.pictures.registration import reference_of

WIDTH, HEIGHT = 1240, 1754
"""A4 at 150 dpi."""
CELL_PX, CELL_HEIGHT_PX = 60, 72
LEFT, TOP, STEP = 400, 260, 150
FIELDS = {"customer": (8, True), "meter": (6, True), "reading": (5, False), "phone": (9, False)}
"""How many digits each has, and whether a box for each."""
PenDigit = Callable[[int], FloatArray]


def box_of(name: str) -> tuple[float, float, float, float]:
    """A field's printed frame, in pixels."""
    at = list(FIELDS).index(name)
    return LEFT, TOP + STEP * at, CELL_PX * FIELDS[name][0], CELL_HEIGHT_PX


def blank(title: str = "Meter reading card") -> Image.Image:
    """The form as it is printed."""
    page = Image.new("L", (WIDTH, HEIGHT), 255)
    pen = ImageDraw.Draw(page)
    pen.text((90, 80), title, fill=30, font_size=48)
    pen.text((90, 150), "One digit in each box, please.", fill=60, font_size=24)
    for name, (count, is_comb) in FIELDS.items():
        x, y, width, height = box_of(name)
        pen.text((90, y + 18), name.title(), fill=30, font_size=30)
        for cell in range(count if is_comb else 1):
            across = CELL_PX if is_comb else width
            pen.rectangle((x + cell * across, y, x + (cell + 1) * across, y + height), None, 0, 3)
    for line in range(8):
        pen.text((90, 1200 + 40 * line), "By signing you confirm the above.", fill=60, font_size=22)
    return page


def other() -> Image.Image:
    """Another form."""
    page = Image.new("L", (WIDTH, HEIGHT), 255)
    pen = ImageDraw.Draw(page)
    pen.rectangle((60, 60, WIDTH - 60, HEIGHT - 60), None, 0, 4)
    for line in range(9):
        pen.line((60, 300 + 140 * line, WIDTH - 60, 300 + 140 * line), 0, 3)
    return page


def written(page: Image.Image, texts: Mapping[str, str], pen_digit: PenDigit) -> Image.Image:
    """The form with digits in its fields; a pen draws float32, (28, 28), ink = 1."""
    grey = np.asarray(page, np.float32).copy()
    for name, text in texts.items():
        x, y, _, height = box_of(name)
        for place, letter in enumerate(text):
            digit = Image.fromarray(pen_digit(int(letter))).resize((62, 62), 3)
            left, top = int(x + CELL_PX * place - 1), int(y + (height - 62) // 2)
            part = grey[top : top + 62, left : left + 62]
            np.minimum(part, 255 - 215 * np.clip(np.asarray(digit), 0, 1), out=part)
    return Image.fromarray(np.rint(grey).astype(np.uint8))


@dataclass(frozen=True)
class Laid:
    """How a page lies on the scanner: degrees, scale, shift in pixels."""

    degrees: float = 0.0
    scale: float = 1.0
    x: float = 0.0
    y: float = 0.0

    @property
    def matrix(self) -> np.ndarray:
        """From the page's pixels to the scan's, (2, 3)."""
        angle = np.radians(self.degrees)
        cosine, sine = self.scale * np.cos(angle), self.scale * np.sin(angle)
        turn, middle = np.array([[cosine, -sine], [sine, cosine]]), np.array([WIDTH, HEIGHT]) / 2
        return np.column_stack([turn, middle + np.array([self.x, self.y]) - turn @ middle])


def scanned(page: Image.Image, laid: Laid, seed: int = 0) -> FloatArray:
    """What a scanner makes of it: askew, soft, noisy, unevenly lit; float32, in [0, 1]."""
    random = np.random.default_rng(seed)
    back = np.linalg.inv(np.vstack([laid.matrix, [0, 0, 1]]))[:2]
    data = tuple(map(float, back.ravel()))
    moved = page.transform(page.size, Image.Transform.AFFINE, data, 3, fillcolor=250)
    grey = np.asarray(moved.filter(ImageFilter.GaussianBlur(0.7)), np.float32) / 255
    grey = 0.9 * grey + random.normal(0, 0.02, grey.shape) + np.linspace(-0.04, 0.04, WIDTH)
    return np.clip(grey, 0, 1).astype(np.float32)


def form(rules: Mapping[str, str] = {}, page: Image.Image | None = None) -> Form:
    """The form with its fields as a user draws them."""
    fields = []
    for name in FIELDS:
        x, y, width, height = box_of(name)
        box = (x / WIDTH, y / HEIGHT, width / WIDTH, height / HEIGHT)
        fields.append(FormField(name, box, rules.get(name, "")))
    sample = np.asarray(page or blank(), np.float32) / 255
    return Form("Meter reading card", tuple(fields), reference_of(sample))


def misplaced_px(found: np.ndarray, laid: Laid, name: str) -> float:
    """How far a field's corners (4, 2) are from where they are."""
    x, y, width, height = box_of(name)
    places = np.array([(x, y), (x + width, y), (x + width, y + height), (x, y + height)])
    right = places @ laid.matrix[:, :2].T + laid.matrix[:, 2]
    return float(np.abs(found - right).max())
