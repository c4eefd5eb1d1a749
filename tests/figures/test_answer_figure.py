"""An answer as a figure and as a page: every text has its place, bars are as long as they say."""

from __future__ import annotations

from dataclasses import replace

import numpy as np
import pytest
from fakes import draw_digit
from figure_faults import figure_faults
from matplotlib.colors import to_rgba
from matplotlib.figure import Figure
from matplotlib.patches import Rectangle

from desktop_cvae.figures.answer_figure import (
    A4_PX,
    FADED,
    PAGE_ROWS,
    AnswerReport,
    ReportPicture,
    ReportRow,
    answer_size,
    draw_answer,
    draw_page,
)
from desktop_cvae.figures.comparison_figures import new_figure
from desktop_cvae.figures.palette import label_color
from desktop_cvae.figures.plot_style import page_style

STYLE = page_style()
FOREIGN = np.zeros((28, 28), np.float32)
FOREIGN[0, :6] = 1


def some_report(labels: int = 10, best: int = 7) -> AnswerReport:
    image = draw_digit(7)
    rows = tuple(
        ReportRow(
            at,
            str(at),
            draw_digit(at % 10),
            1.0 if at == best else 0.8 - 0.02 * at,
            (f"r{at}", f"k{at}", f"n{at}", f"p{at}"),
            at == best,
        )
        for at in range(labels)
    )
    return AnswerReport(
        headline="It is a 7",
        line="99.8 % probable",
        pictures=(
            ReportPicture("input", image),
            ReportPicture("reconstruction", image),
            ReportPicture("difference", image, draw_digit(1)),
            ReportPicture("foreign", image, foreign=FOREIGN),
        ),
        rows=rows,
        ticks=(("−10", 0.4), ("best", 1.0)),
        source="by a program",
        drawing=np.ones((40, 80), np.float32),
        words=("The model redraws the digit from each label. " * 4, "And so on."),
        note="What the colours mean.",
        facts=tuple((f"fact {at}", f"value {at}") for at in range(5)),
    )


def place_of(figure: Figure, words: str) -> tuple[float, float]:
    """Where a text stands, in logical pixels from the top left."""
    (text,) = (text for text in figure.texts if text.get_text() == words)
    width, height = figure.get_size_inches() * 72
    x, y = text.get_position()
    return float(x * width), float((1 - y) * height)


def bars_of(figure: Figure) -> dict[tuple[float, ...], Rectangle]:
    """The bars by their colour and opacity."""
    patches = [patch for patch in figure.axes[0].patches if isinstance(patch, Rectangle)]
    bars = [patch for patch in patches if patch.get_zorder() == 2]
    return {tuple(bar.get_facecolor()): bar for bar in bars}


@pytest.mark.parametrize("labels", [1, 10, 26])
def test_a_figure_has_room_for_all_of_its_texts(labels: int) -> None:
    report = some_report(labels, best=min(7, labels - 1))
    width, height = answer_size(report)
    assert height - answer_size(replace(report, rows=report.rows[1:]))[1] == 30
    figure = new_figure(width, height)
    draw_answer(figure, report, STYLE)
    assert figure_faults(figure) == []
    texts = {text.get_text() for text in figure.texts}
    assert texts >= {"It is a 7", "99.8 % probable", "by a program", "input", "difference"}
    assert texts >= {f"{kind}{labels - 1}" for kind in "rknp"}
    assert (
        place_of(figure, "input")[1] < place_of(figure, "Evidence")[1] < place_of(figure, "r0")[1]
    )
    assert place_of(figure, "r0")[1] < place_of(figure, "by a program")[1] < height - 10


def test_bars_are_as_long_as_they_say_and_the_best_is_not_faded() -> None:
    report = some_report()
    figure = new_figure(*answer_size(report))
    draw_answer(figure, report, STYLE)
    bars = bars_of(figure)
    best = bars[to_rgba(label_color(7), 1.0)]
    (ground,) = {
        patch.get_width()
        for patch in figure.axes[0].patches
        if to_rgba(STYLE.theme.raised) == tuple(patch.get_facecolor())
    }
    assert best.get_width() == pytest.approx(ground)
    for at in (0, 1, 9):
        bar = bars[to_rgba(label_color(at), FADED)]
        assert bar.get_width() == pytest.approx(ground * report.rows[at].length)
        assert bar.get_x() == best.get_x()
        middle = bar.get_y() + bar.get_height() / 2
        assert middle == pytest.approx(place_of(figure, f"n{at}")[1], abs=0.1)
    # The axis' numbers stand over their places on the bars.
    for text, share in report.ticks:
        assert place_of(figure, text)[0] == pytest.approx(best.get_x() + share * ground)
    heads = [place_of(figure, words) for words in ("recon.", "KL", "nats", "prob.")]
    columns = [place_of(figure, f"{kind}0") for kind in "rknp"]
    assert [x for x, _ in heads] == [x for x, _ in columns]
    assert best.get_x() + ground < columns[0][0] - 40
    weights = {text.get_text(): text.get_weight() for text in figure.texts}
    assert [weights[words] for words in ("7", "n7", "p7", "r7", "6", "n6")] == [
        *("bold", "bold", "bold", "normal", "normal", "normal"),
    ]


def test_a_model_without_labels_has_no_column_of_probabilities() -> None:
    report = some_report(1, best=0)
    bare = replace(report, rows=(replace(report.rows[0], name=""),))
    for each, count in ((report, 1), (bare, 0)):
        figure = new_figure(*answer_size(each))
        draw_answer(figure, each, STYLE)
        assert [text.get_text() for text in figure.texts].count("prob.") == count


def test_pictures_fill_the_row_and_are_marked() -> None:
    report = some_report()
    figure = new_figure(*answer_size(report))
    draw_answer(figure, report, STYLE)
    frames = [
        patch
        for patch in figure.axes[0].patches
        if isinstance(patch, Rectangle) and patch.get_width() == patch.get_height() == 112
    ]
    lefts = [frame.get_x() for frame in frames]
    assert lefts[0] == 24
    assert lefts[-1] + 112 == pytest.approx(640 - 24)
    np.testing.assert_allclose(np.diff(lefts), lefts[1] - lefts[0])
    for frame, caption in zip(frames, ("input", "reconstruction", "difference"), strict=False):
        x, y = place_of(figure, caption)
        assert x == frame.get_x() + 56
        assert y > frame.get_y() + 112
    dots = [marks.get_offsets() for marks in figure.axes[0].collections if len(marks.get_offsets())]
    missing, foreign = dots
    assert len(foreign) == 6
    pitch = 112 / 28
    corner = (lefts[3] + pitch / 2, frames[3].get_y() + pitch / 2)
    assert foreign[0].tolist() == pytest.approx(corner)
    np.testing.assert_allclose(np.diff(foreign[:, 0]), pitch)
    assert (missing[:, 0] > lefts[2]).all()
    assert (missing[:, 0] < lefts[2] + 112).all()


@pytest.mark.parametrize("labels", [10, 26])
def test_a_page_has_room_for_all_and_names_what_it_leaves_out(labels: int) -> None:
    report = some_report(labels, best=labels - 1)
    figure = new_figure(*A4_PX)
    draw_page(figure, report, STYLE)
    assert figure_faults(figure) == []
    texts = [text.get_text() for text in figure.texts]
    shown = [at for at in range(labels) if f"n{at}" in texts]
    left_out = "The 12 best of 26 labels; the CSV table has all."
    if labels > PAGE_ROWS:
        # The best, in the window's order.
        assert shown == [*range(PAGE_ROWS - 1), labels - 1]
        assert place_of(figure, left_out)[1] > place_of(figure, f"n{labels - 1}")[1]
    else:
        assert shown == list(range(labels))
        assert left_out not in texts
    words = [text for text in texts if text.startswith(("The model", "redraws", "And"))]
    assert len(words) >= 2
    # Facts in two columns, the first half on the left.
    places = [place_of(figure, f"fact {at}") for at in range(5)]
    assert [x for x, _ in places] == [46, 46, 46, *[places[3][0]] * 2]
    assert places[3][0] > 250
    assert [y for _, y in places[:2]] == [y for _, y in places[3:]]
    assert place_of(figure, "value 4")[0] - places[4][0] == pytest.approx(76, abs=1)
    assert place_of(figure, "What the colours mean.")[1] < place_of(figure, "Evidence")[1]
