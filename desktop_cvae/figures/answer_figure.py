"""An answer on paper: the pictures, the verdict, every label's explanation as in the window.

As a figure for a text, or as a page that explains itself.

Tested in tests/gui/exporting/test_answer_export.py.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace
from typing import Any

import numpy as np
import numpy.typing as npt
from matplotlib.colors import to_rgb
from matplotlib.figure import Figure
from matplotlib.patches import Rectangle

from desktop_cvae.core.language import mark, tr
from desktop_cvae.core.results import FloatArray
from desktop_cvae.figures.comparison_figures import canvas_axes, draw_digit, ink_colors, short_name
from desktop_cvae.figures.palette import difference_colors, digit_colors, label_color, marked_pixels
from desktop_cvae.figures.plot_style import (
    Area,
    PlotStyle,
    Point,
    add_text,
    figure_size,
    text_width,
    wrapped,
)

WIDTH_PX, MARGIN_PX = 640.0, 24.0
ROW_PX, HEADER_PX = 30.0, 26.0
PICTURE_PX, CAPTION_PX = 112.0, 22.0
VERDICT_PX, SOURCE_PX = 64.0, 26.0
FADED, BAR_PX = 0.55, 10.0
HEADINGS = (mark("recon."), "KL", mark("nats"), mark("prob."))
NUMBER_PX = (66.0, 54.0, 66.0, 72.0)
A4_PX = (595.28, 841.89)
"""Width and height of an A4 page, in points (72 to the inch)."""
PAGE_MARGIN_PX, PAGE_FOOT_PX = 46.0, 28.0
DRAWING_PX = 164.0
PAGE_ROW_PX = 22.5
PAGE_ROWS = 12
"""Labels that a page has room for; of more, the best are shown."""
PAGE_PICTURE_PX = 84.0
FACT_PX, FACT_NAME_PX = 14.0, 76.0
TITLE = mark("How the model reads this drawing")


@dataclass(frozen=True, eq=False)
class ReportPicture:
    """A digit with its caption.

    Attributes:
        caption: under it.
        image: float32, (28, 28), in [0, 1].
        original: the same, if it is shown how ``image`` differs from it.
        foreign: float32, (28, 28), in [0, 1], what is not the digit's; None for nothing.
    """

    caption: str
    image: FloatArray
    original: FloatArray | None = None
    foreign: FloatArray | None = None


@dataclass(frozen=True, eq=False)
class ReportRow:
    """One label's explanation; the numbers are texts as in the window.

    Attributes:
        index: of the label, which chooses the colour.
        name: of the label; empty for a model without labels.
        image: float32, (28, 28), what the label makes of the picture.
        length: of the bar, in [0, 1].
        numbers: reconstruction, KL and evidence in nats, and the probability.
        is_best: True for the label that was read.
    """

    index: int
    name: str
    image: FloatArray
    length: float
    numbers: tuple[str, str, str, str]
    is_best: bool


@dataclass(frozen=True, eq=False)
class AnswerReport:
    """Everything that a figure or a page says about an answer.

    Attributes:
        headline: the verdict.
        line: how probable it is.
        pictures: what the model saw and rebuilt.
        rows: a label each, in the window's order.
        ticks: of the bars' axis: texts, and positions in [0, 1].
        source: which program and model said it, in a line.
        drawing: float32, (H, W), in [0, 1], 1 is paper: what was drawn or opened; for a page.
        words: paragraphs in plain words; for a page.
        note: what the pictures' colours mean; for a page.
        facts: settings by name; for a page.
    """

    headline: str
    line: str
    pictures: Sequence[ReportPicture]
    rows: Sequence[ReportRow]
    ticks: Sequence[tuple[str, float]]
    source: str
    drawing: FloatArray
    words: Sequence[str]
    note: str
    facts: Sequence[tuple[str, str]]


def answer_size(report: AnswerReport) -> tuple[float, float]:
    """Return width and height in logical pixels that :func:`draw_answer` needs."""
    table = HEADER_PX + ROW_PX * len(report.rows)
    height = VERDICT_PX + PICTURE_PX + CAPTION_PX + 12 + table + SOURCE_PX
    return WIDTH_PX, height + 2 * MARGIN_PX


def draw_answer(figure: Figure, report: AnswerReport, style: PlotStyle) -> None:
    """Draw verdict, pictures with captions, and a row for each label.

    Args:
        figure: empty; see :func:`answer_size`.
        report: what is drawn.
        style: colours and type.
    """
    figure.set_facecolor(style.theme.surface)
    axes = canvas_axes(figure)
    width, height = figure_size(figure)
    inner = width - 2 * MARGIN_PX
    top = MARGIN_PX
    _write(figure, (MARGIN_PX, top + 22), report.headline, style, 22, "bold")
    _write(figure, (MARGIN_PX, top + 44), report.line, style, 12.5, muted=True)
    top += VERDICT_PX
    _draw_pictures(figure, axes, report.pictures, Area(MARGIN_PX, top, inner, PICTURE_PX), style)
    top += PICTURE_PX + CAPTION_PX + 12
    rows = HEADER_PX + ROW_PX * len(report.rows)
    _draw_rows(figure, axes, report, report.rows, Area(MARGIN_PX, top, inner, rows), style)
    _write(figure, (MARGIN_PX, height - MARGIN_PX + 4), report.source, style, 9.5, muted=True)


def draw_page(figure: Figure, report: AnswerReport, style: PlotStyle) -> None:
    """Draw the whole explanation on a page.

    Args:
        figure: empty, of ``A4_PX``.
        report: what is drawn.
        style: colours and type.
    """
    figure.set_facecolor(style.theme.surface)
    axes = canvas_axes(figure)
    width, height = figure_size(figure)
    left, inner = PAGE_MARGIN_PX, width - 2 * PAGE_MARGIN_PX
    _write(figure, (left, 58), tr(TITLE), style, 17, "bold")
    _write(figure, (left, 76), report.source, style, 9.5, muted=True)
    _draw_rule(axes, left, 88, inner, style)
    top = 104.0
    _draw_drawing(axes, report.drawing, Area(left, top, DRAWING_PX, DRAWING_PX), style)
    _draw_words(
        figure, report, Area(left + DRAWING_PX + 22, top, inner - DRAWING_PX - 22, 0), style
    )
    top += DRAWING_PX + 28
    _write(figure, (left, top), tr("What the model sees"), style, 11.5, "bold")
    row = Area(left, top + 10, inner, PAGE_PICTURE_PX)
    _draw_pictures(figure, axes, report.pictures, row, style)
    top += 10 + PAGE_PICTURE_PX + CAPTION_PX
    notes = wrapped(report.note, style.font(8.5), inner)
    for line, text in enumerate(notes):
        _write(figure, (left, top + 12 + 11 * line), text, style, 8.5, muted=True)
    top += 12 + 11 * max(2, len(notes))
    best = sorted(report.rows, key=lambda row: -row.length)[:PAGE_ROWS]
    shown = [row for row in report.rows if row in best]
    rows = HEADER_PX + PAGE_ROW_PX * len(shown)
    _draw_rows(figure, axes, report, shown, Area(left, top, inner, rows), style)
    top += rows + 8
    if len(shown) < len(report.rows):
        more = tr(
            "The {shown} best of {all} labels; the CSV table has all.",
            shown=len(shown),
            all=len(report.rows),
        )
        _write(figure, (left, top + 10), more, style, 9.5, muted=True)
        top += 16
    facts_top = height - PAGE_FOOT_PX - FACT_PX * -(-len(report.facts) // 2)
    _draw_rule(axes, left, facts_top - 16, inner, style)
    _draw_facts(figure, report.facts, Area(left, facts_top, inner, 0), style)


def _write(
    figure: Figure,
    point: tuple[float, float],
    text: str,
    style: PlotStyle,
    size_px: float,
    weight: str = "normal",
    *,
    muted: bool = False,
    **look: Any,
) -> None:
    color = style.theme.muted if muted else style.theme.text
    add_text(figure, point, text, style.font(size_px, weight), **{"color": color} | look)


def _draw_rule(axes: Any, left: float, top: float, width: float, style: PlotStyle) -> None:
    axes.plot([left, left + width], [top, top], color=style.theme.border, linewidth=0.8)


def _draw_frame(axes: Any, area: Area, style: PlotStyle) -> None:
    corner = (area.left, area.top)
    color = style.theme.border
    axes.add_patch(
        Rectangle(corner, area.width, area.height, fill=False, edgecolor=color, linewidth=0.8)
    )


def _draw_pictures(
    figure: Figure, axes: Any, pictures: Sequence[ReportPicture], row: Area, style: PlotStyle
) -> None:
    """Draw pictures side by side, the first and the last flush with the row's ends."""
    side = min(row.height, (row.width - 10 * (len(pictures) - 1)) / max(1, len(pictures)))
    step = (row.width - side) / max(1, len(pictures) - 1)
    colors = ink_colors(style)
    for index, picture in enumerate(pictures):
        area = Area(row.left + index * step, row.top, side, side)
        draw_digit(axes, _shades(picture, style), area, colors)
        _mark(axes, picture, area, style)
        _draw_frame(axes, area, style)
        below = (area.left + side / 2, area.top + side + 15)
        _write(figure, below, picture.caption, style, 10.5, muted=True, ha="center")


def _shades(picture: ReportPicture, style: PlotStyle) -> FloatArray:
    """Return a picture as :func:`draw_digit` takes it: its ink, or its colours."""
    image, original, foreign = picture.image, picture.original, picture.foreign

    def color(name: str) -> FloatArray:
        return np.array(to_rgb(getattr(style.theme, name)), np.float32)

    if original is not None:
        return difference_colors(image, original, foreign, color)
    return image if foreign is None else digit_colors(image, foreign, color)


def _mark(axes: Any, picture: ReportPicture, area: Area, style: PlotStyle) -> None:
    """Mark missing ink with dots and foreign ink with crosses."""
    is_missing, is_foreign = marked_pixels(picture.image, picture.original, picture.foreign)
    if picture.original is not None:
        _scatter(axes, is_missing, "o", area, style.theme.text)
    _scatter(axes, is_foreign, "x", area, style.theme.paper)


def _scatter(axes: Any, chosen: npt.NDArray[np.bool_], marker: str, area: Area, color: str) -> None:
    rows, columns = np.nonzero(chosen)
    pitch = area.width / chosen.shape[1]
    x, y = area.left + (columns + 0.5) * pitch, area.top + (rows + 0.5) * pitch
    size, line = (0.45 * pitch, 0.18 * pitch) if marker == "x" else (0.3 * pitch, 0)
    axes.scatter(x, y, s=size**2, marker=marker, color=color, linewidths=line, zorder=3)


def _draw_rows(
    figure: Figure,
    axes: Any,
    report: AnswerReport,
    rows: Sequence[ReportRow],
    area: Area,
    style: PlotStyle,
) -> None:
    pitch = (area.height - HEADER_PX) / max(1, len(rows))
    ends = [area.left + area.width - sum(NUMBER_PX[at + 1 :]) for at in range(len(NUMBER_PX))]
    has_labels = any(row.name for row in rows)
    base = area.top + 14
    _write(figure, (area.left, base), tr("Evidence"), style, 11.5, "bold")
    for end, heading in zip(ends, HEADINGS, strict=True):
        if has_labels or heading != HEADINGS[-1]:
            _write(figure, (end, base), tr(heading), style, 10.5, muted=True, ha="right")
    names = max((len(short_name(row.name, 12)) for row in rows), default=0)
    left, thumb = area.left + max(22.0, 8.0 * names + 6), pitch - 3
    bars = Area(left + thumb + 14, area.top + HEADER_PX, 0, pitch * len(rows))
    bars = replace(bars, width=ends[0] - NUMBER_PX[0] - 8 - bars.left)
    for number, row in enumerate(rows):
        top = area.top + HEADER_PX + number * pitch
        frame = Area(left, top + 1.5, thumb, thumb)
        draw_digit(axes, row.image, frame, ink_colors(style))
        _draw_frame(axes, frame, style)
        _draw_bar(axes, row, replace(bars, top=top, height=pitch), style)
        _write_row(figure, row, (area.left + 4, top + pitch / 2), ends, style)
    _draw_ticks(figure, axes, report.ticks, bars, style)


def _write_row(
    figure: Figure, row: ReportRow, point: Point, ends: Sequence[float], style: PlotStyle
) -> None:
    weight, name = "bold" if row.is_best else "normal", short_name(row.name, 12)
    _write(figure, point, name, style, 11.5, weight, va="center_baseline")
    for column, (end, text) in enumerate(zip(ends, row.numbers, strict=True)):
        is_part = column < 2
        look: dict[str, Any] = {
            "va": "center_baseline",
            "ha": "right",
            "muted": is_part or not row.is_best,
        }
        _write(figure, (end, point[1]), text, style, 11, "normal" if is_part else weight, **look)


def _draw_bar(axes: Any, row: ReportRow, area: Area, style: PlotStyle) -> None:
    corner = (area.left, area.top + area.height / 2 - BAR_PX / 2)
    ground: dict[str, Any] = {"color": style.theme.raised, "linewidth": 0}
    axes.add_patch(Rectangle(corner, area.width, BAR_PX, **ground))
    look: dict[str, Any] = {
        "facecolor": label_color(row.index),
        "alpha": 1.0 if row.is_best else FADED,
        "linewidth": 0,
    }
    axes.add_patch(Rectangle(corner, area.width * row.length, BAR_PX, zorder=2, **look))


def _draw_ticks(
    figure: Figure, axes: Any, ticks: Sequence[tuple[str, float]], bars: Area, style: PlotStyle
) -> None:
    """Draw hair lines through all bars with their numbers above."""
    for text, position in ticks:
        x = bars.left + position * bars.width
        ends = [bars.top, bars.top + bars.height]
        axes.plot([x, x], ends, color=style.theme.border, linewidth=0.8, zorder=1.5)
        _write(figure, (x, bars.top - 12), text, style, 8.5, muted=True, ha="center")


def _draw_drawing(axes: Any, drawing: FloatArray, area: Area, style: PlotStyle) -> None:
    height, width = drawing.shape
    scale = min(area.width / width, area.height / height)
    left = area.left + (area.width - scale * width) / 2
    top = area.top + (area.height - scale * height) / 2
    paper = Area(left, top, scale * width, scale * height)
    # On paper as white as the page's digits have it.
    draw_digit(axes, 1.0 - drawing, paper, ink_colors(style))
    _draw_frame(axes, area, style)


def _draw_words(figure: Figure, report: AnswerReport, area: Area, style: PlotStyle) -> None:
    _write(figure, (area.left, area.top + 18), report.headline, style, 20, "bold")
    _write(figure, (area.left, area.top + 36), report.line, style, 10.5, muted=True)
    top, size_px = area.top + 58, 9.5
    for paragraph in report.words:
        for text in wrapped(paragraph, style.font(size_px), area.width):
            _write(figure, (area.left, top), text, style, size_px)
            top += 1.4 * size_px
        top += 0.5 * size_px


def _draw_facts(
    figure: Figure, facts: Sequence[tuple[str, str]], area: Area, style: PlotStyle
) -> None:
    half = -(-len(facts) // 2)
    names = max((text_width(name, style.font(9)) for name, _ in facts), default=0.0)
    beside = max(FACT_NAME_PX, names + 8)
    for index, (name, value) in enumerate(facts):
        column, row = divmod(index, half)
        left, top = area.left + column * area.width / 2, area.top + row * FACT_PX
        _write(figure, (left, top), name, style, 9, muted=True)
        _write(figure, (left + beside, top), short_name(value, 34), style, 9)
