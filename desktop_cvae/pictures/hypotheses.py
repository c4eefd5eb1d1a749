"""Hypotheses about a picture's preparation, each with the digit that it gives.

:func:`preparation.to_mnist_style` decides by rules what is ink. Where the rules err, everything is
lost. Other preparations are therefore proposed beside the rules' own, and a model's
evidence decides (``inference.preparation_selection``): as it is or inverted, under even or uneven
light, with or without what looks like ruling, with parts on paper of the other colour, despeckled,
its largest piece alone, thickened, thinned, bridged where a stripe is missing.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass, replace

import numpy as np

from desktop_cvae.core.results import Box, FloatArray, PreparedDigit
from desktop_cvae.pictures.background import (
    SMALL_SIDE,
    block_means,
    border,
    percentile,
    resize,
    running,
    without_edge_lines,
)
from desktop_cvae.pictures.connected_components import Mask, find_components
from desktop_cvae.pictures.ink import FAINTEST, Ink, box_around, find_ink
from desktop_cvae.pictures.other_paper import find_parts, turned, two_coloured
from desktop_cvae.pictures.preparation import (
    SIDE,
    dilated,
    fit_ink,
    to_mnist_style,
)
from desktop_cvae.pictures.ruling_and_frames import without_ruling
from desktop_cvae.pictures.stripes import bridged, without_stripes

LOOK_SIDE = 120
"""Longer side, in pixels, of the picture from which hypotheses are made."""
WHOLE = 0.4
"""Fraction of the picture's side below which a digit is cut out first."""
EVEN = 0.06
"""Range of grey levels along the border of even paper."""
WINDOWS = (0.32, 0.55)
"""Windows over the picture's side that separate uneven light from ink."""
MOST = 0.65
"""Least fraction of the ink in a largest piece that may be the whole digit; an open 4 has two."""
THICK = 0.07
"""Least stroke width over the ink's longer side for strokes that may set the digit's frame."""
STRIPE = 0.11
"""Greatest thickness of a stripe as a fraction of the picture's, or the ink's, side."""
POLARITIES = ("as_it_is", "inverted")
"""Names of the hypotheses with light ink and with dark ink."""
ALIKE = 0.004
"""Mean difference of pixels below which two preparations are one."""
FINER = 4
"""Enlargement at which strokes are thickened and thinned."""
THICKER = (0.45, 0.9)
THINNER = (0.4, 0.8)
"""Pixels of the 28 × 28 picture added to or taken from each side of a stroke."""


@dataclass(frozen=True, eq=False)
class Hypotheses:
    """Hypotheses about a picture's preparation.

    Attributes:
        first: the rules' own preparation.
        view: float32, (H, W), in [0, 1], the picture or the digit's surroundings, reduced; kept
            for the others, which are made only where the first leaves a doubt.
        factor: pixels of the picture that one pixel of the view is.
        corner: (x, y) of the view in the picture.
    """

    first: PreparedDigit
    view: FloatArray
    factor: int = 1
    corner: tuple[int, int] = (0, 0)

    @property
    def is_scan(self) -> bool:
        """True if the picture is about as small as the digit's own 28 × 28 pixels."""
        return bool(max(self.view.shape) <= SMALL_SIDE)

    @property
    def paper(self) -> float | None:
        """Grey of the paper in [0, 1], if it is even all around the picture; else None."""
        around = border(self.view)
        low, middle, high = (float(percentile(around, percent)) for percent in (2, 50, 98))
        return middle if high - low < EVEN else None

    @property
    def surroundings(self) -> int:
        """0 for a scan on even paper, 1 for one on other paper; 2 and 3 for a larger picture."""
        return 2 * (not self.is_scan) + (self.paper is None)

    def every(self, required: str = "") -> list[PreparedDigit]:
        """Return the digit under each hypothesis, its ``preparation``; the rules' own first.

        No two candidates are nearly identical.

        Args:
            required: name of a hypothesis that is made even if the paper is evidence against it.
        """
        return _different(self._candidates(required))

    def named(self, name: str) -> list[PreparedDigit]:
        """Return the digit under one hypothesis, in its variants; empty if it does not apply."""
        made = self._candidates(name, only=name)
        return _different(one for one in made if one.preparation == name)

    def _candidates(self, required: str, only: str = "") -> Iterator[PreparedDigit]:
        """Yield the rules' own digit, then the others.

        Args:
            required: as for :meth:`every`.
            only: name of a hypothesis; the work for others is left out where it can be.
        """
        rules = find_ink(self.view) if min(self.view.shape) >= 3 else None
        yield self.first
        if rules is None or only == self.first.preparation:
            return
        flat = two_coloured(self.view)
        polarities = self._polarities(required)
        sections: tuple[tuple[tuple[str, ...], Callable[[], Iterator[PreparedDigit]]], ...] = (
            (POLARITIES, lambda: self._as_they_are(rules, flat, polarities)),
            (("other_paper",), lambda: self._other_paper(flat)),
            (("uneven_light",), lambda: self._uneven(polarities)),
            (("main_piece", "foreign_ink", "without_lines"), lambda: self._pieces(rules)),
            (("with_lines", "without_lines", "bridged"), lambda: self._lines(rules)),
            (("despeckled",), lambda: self._despeckled(flat)),
            (("thickened", "thinned"), self._other_pens),
        )
        for names, make in sections:
            if not only or only in names:
                yield from make()

    def _as_they_are(
        self, rules: Ink, flat: FloatArray, polarities: list[bool]
    ) -> Iterator[PreparedDigit]:
        for dark in polarities:
            name = POLARITIES[dark]
            yield self._whole(name, 1 - flat if dark else flat, dark=dark)
            opposite = find_ink(self.view, dark) if dark != rules.dark else None
            if opposite is not None:
                yield self._fitted(name, opposite)

    def _polarities(self, required: str) -> list[bool]:
        """Return whether the ink may be light, dark or both: grey that is even all around is paper.

        Args:
            required: as for :meth:`every`.
        """
        paper, both = self.paper, (False, True)
        if paper is None:
            return [*both]
        is_dark = paper > self.view.mean()
        return [dark for dark in both if dark == is_dark or POLARITIES[dark] == required]

    def _whole(self, name: str, white: FloatArray, *, dark: bool) -> PreparedDigit:
        """Return the whole view as the digit's 28 × 28 pixels, margins included."""
        height, width = white.shape
        side = max(height, width)
        if height != width:
            square = np.zeros((side, side), np.float32)
            top, left = (side - height) // 2, (side - width) // 2
            square[top : top + height, left : left + width] = white
        else:
            square, top, left = white, 0, 0
        image = square if side == SIDE else np.clip(resize(square, SIDE, SIDE), 0, 1)
        scale = SIDE / side
        inked = white > 0.5
        box = box_around(inked) if inked.any() else Box(0, 0, width, height)
        offset = (scale * (left + box.x), scale * (top + box.y))
        return PreparedDigit(
            np.asarray(image, np.float32),
            True,
            box.scaled(self.factor).moved(*self.corner),
            scale / self.factor,
            offset,
            dark,
            name,
        )

    def _fitted(self, name: str, ink: Ink) -> PreparedDigit:
        """Return the ink fitted into 20 × 20 pixels."""
        return replace(fit_ink(ink, self.factor, self.corner), preparation=name)

    def _framed(self, name: str, frame: Ink, white: FloatArray) -> PreparedDigit:
        """Return the white picture, placed as the ink of the frame would be fitted."""
        fitted = fit_ink(frame, 1, (0, 0))
        # Where the 28 × 28 picture lies in the view, a margin around it.
        left = fitted.box.x - fitted.offset[0] / fitted.scale
        top = fitted.box.y - fitted.offset[1] / fitted.scale
        side = SIDE / fitted.scale
        margin = int(np.ceil(side))
        frame_box = (left + margin, top + margin, left + margin + side, top + margin + side)
        image = np.clip(resize(np.pad(white, margin), SIDE, SIDE, frame_box), 0, 1)
        return replace(
            fitted,
            image=image,
            box=fitted.box.scaled(self.factor).moved(*self.corner),
            scale=fitted.scale / self.factor,
            inverted=frame.dark,
            preparation=name,
        )

    def _other_paper(self, flat: FloatArray) -> Iterator[PreparedDigit]:
        for mask in find_parts(self.view):
            white = turned(flat, mask)
            yield self._whole("other_paper", white, dark=False)
            ink = find_ink(white, is_dark=False)
            if ink is not None:
                yield self._fitted("other_paper", ink)

    def _uneven(self, polarities: list[bool]) -> Iterator[PreparedDigit]:
        for dark in polarities:
            for fraction in WINDOWS:
                white, light = _evened(self.view, fraction, dark)
                # Even light: the hypotheses above say the same.
                if float(np.ptp(light)) < 0.08:
                    continue
                yield self._whole("uneven_light", white, dark=dark)
                # The ink is light by now, whatever it was in the picture, which the result still
                # tells.
                ink = find_ink(white, is_dark=False)
                if ink is not None:
                    yield self._fitted("uneven_light", replace(ink, dark=dark))

    def _pieces(self, rules: Ink) -> Iterator[PreparedDigit]:
        """Yield the largest piece alone, and everything in the frame of the thick strokes."""
        largest = _largest_piece(rules.values)
        if largest is not None:
            ink = Ink(largest, box_around(largest > FAINTEST), rules.dark)
            yield self._fitted("main_piece", ink)
            yield self._framed("foreign_ink", ink, rules.values)
        if self.is_scan:
            return
        window = max(3, round(THICK * max(rules.box[2:]))) | 1
        thick = running(running(rules.values, window, np.minimum), window, np.maximum)
        core = _largest_piece(thick)
        core = thick if core is None else core
        if core.max() > 0.3:
            ink = Ink(core, box_around(core > FAINTEST), rules.dark)
            yield self._framed("foreign_ink", ink, rules.values)
            yield self._fitted("without_lines", ink)

    def _lines(self, rules: Ink) -> Iterator[PreparedDigit]:
        if not self.is_scan:
            lined = find_ink(self.view, keeps_lines=True)
            if lined is not None:
                yield self._fitted("with_lines", lined)
            mask = rules.values > 0.3
            rest = without_ruling(mask, rules.values > 0.7)
            if rest is not mask and rest.any():
                values = np.where(_grown(rest) & rest, rules.values, np.float32(0))
                ink = Ink(values, box_around(values > FAINTEST), rules.dark)
                yield self._fitted("without_lines", ink)
        flat = two_coloured(self.view)
        white = 1 - flat if rules.dark else flat
        for name, drawn_anew in (("without_lines", without_stripes), ("bridged", bridged)):
            made = self._drawn_anew(white, rules.box, drawn_anew)
            if made is None:
                continue
            if self.is_scan:
                yield self._whole(name, made, dark=rules.dark)
            drawn = find_ink(made, is_dark=False)
            if drawn is not None:
                yield self._fitted(name, replace(drawn, dark=rules.dark))

    def _drawn_anew(
        self, white: FloatArray, box: Box, draw: Callable[[FloatArray, int], FloatArray | None]
    ) -> FloatArray | None:
        """Redraw stripes: of a scan from side to side, otherwise of the ink's box."""
        window = (slice(None), slice(None)) if self.is_scan else box.window
        thickest = round(STRIPE * max(white[window].shape))
        made = draw(white[window], thickest)
        if made is None:
            return None
        whole = white.copy()
        whole[window] = made
        return whole

    def _despeckled(self, flat: FloatArray) -> Iterator[PreparedDigit]:
        from PIL import Image, ImageFilter

        smooth = Image.fromarray(flat).filter(ImageFilter.MedianFilter(3))
        ink = find_ink(np.asarray(smooth, np.float32))
        if ink is not None:
            yield self._fitted("despeckled", ink)

    def _other_pens(self) -> Iterator[PreparedDigit]:
        """Yield the rules' digit with a thicker and with a thinner pen."""
        first = self.first
        fine = np.clip(resize(first.image, FINER * SIDE, FINER * SIDE), 0, 1)
        peak = float(fine.max())
        for name, steps in (("thickened", THICKER), ("thinned", THINNER)):
            for step in steps:
                radius = step * FINER
                full = fine / np.float32(max(peak, 0.1))
                made = (
                    dilated(full, radius) if name == "thickened" else 1 - dilated(1 - full, radius)
                )
                margin = (made.shape[0] - fine.shape[0]) // 2
                made = made[margin : margin + len(fine), margin : margin + len(fine)]
                image = block_means(np.ascontiguousarray(made, np.float32), FINER)
                top = float(image.max())
                if top < 0.2:
                    continue
                image = np.minimum(image / np.float32(top), 1).astype(np.float32)
                yield replace(first, image=image, preparation=name)


def propose_hypotheses(picture: FloatArray) -> Hypotheses:
    """Prepare a picture by the rules, and keep what other hypotheses need.

    Args:
        picture: float32, (H, W), in [0, 1], light is 1, either polarity, any size.
    """
    first = to_mnist_style(picture)
    if not first.found:
        return Hypotheses(first, np.zeros((1, 1), np.float32))
    picture = without_edge_lines(np.clip(np.nan_to_num(np.asarray(picture, np.float32)), 0, 1))
    box, corner = first.box, (0, 0)
    if max(picture.shape) > SMALL_SIDE and max(box[2:]) < WHOLE * max(picture.shape):
        margin = max(box[2:]) // 2
        wide = box.moved(-margin, -margin)
        cut = Box(wide.x, wide.y, box.width + 2 * margin, box.height + 2 * margin)
        cut = cut.within(picture.shape[1], picture.shape[0])
        picture, corner = picture[cut.window], (cut.x, cut.y)
    factor = -(-max(picture.shape) // LOOK_SIDE)
    view = block_means(picture, factor)
    # A copy: a view of a large picture would keep all of it.
    return Hypotheses(first, view.copy() if view.base is not None else view, factor, corner)


def _different(candidates: Iterable[PreparedDigit]) -> list[PreparedDigit]:
    """Return those that show ink and that no earlier one nearly equals."""
    kept: list[PreparedDigit] = []
    for one in candidates:
        if one.image.max() > FAINTEST and not any(_alike(one.image, k.image) for k in kept):
            kept.append(one)
    return kept


def _alike(one: FloatArray, other: FloatArray) -> bool:
    return float(np.abs(one - other).mean()) < ALIKE


def _largest_piece(values: FloatArray) -> FloatArray | None:
    """Return the largest component's ink; None if no component is most of the ink."""
    components = find_components(values > 0.3)
    if components.count < 2 or components.areas().max() < MOST * components.areas().sum():
        return None
    largest = np.zeros(components.count, np.bool_)
    largest[int(components.areas().argmax())] = True
    return np.where(_grown(components.mask(largest)), values, np.float32(0))


def _grown(mask: Mask) -> Mask:
    grown: Mask = running(mask, 3, np.maximum)
    return grown


def _evened(view: FloatArray, fraction: float, dark: bool) -> tuple[FloatArray, FloatArray]:
    """Return the ink above a slowly changing background, from 0 to 1, and that background."""
    white = 1 - view if dark else view
    factor = -(-max(view.shape) // 56)
    coarse = block_means(white, factor)
    window = max(3, round(fraction * max(coarse.shape))) | 1
    opened = running(running(coarse, window, np.minimum), window, np.maximum)
    padded = np.pad(opened, window // 4, mode="edge")
    smooth = padded
    reach = window // 4
    if reach:
        kernel = np.ones(2 * reach + 1, np.float32) / (2 * reach + 1)
        smooth = np.apply_along_axis(np.convolve, 0, padded, kernel, "valid")
        smooth = np.apply_along_axis(np.convolve, 1, smooth, kernel, "valid").astype(np.float32)
    light = resize(smooth, view.shape[1], view.shape[0]) if factor > 1 else smooth
    room = np.maximum(1 - light, 0.15) if dark else np.float32(1)
    ink = np.maximum(white - light, 0) / room
    high = float(percentile(ink, 98))
    return np.clip(ink / np.float32(max(high, 0.05)), 0, 1).astype(np.float32), light
