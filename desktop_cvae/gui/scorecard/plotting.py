"""The scorecard's plots as the worker draws them; matplotlib is imported there."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING

from desktop_cvae.gui.comparison.plotting import Draw
from desktop_cvae.inference.reliability import Reliability
from desktop_cvae.inference.sweeps import Sweep, SweepPoint

if TYPE_CHECKING:
    from matplotlib.figure import Figure

    from desktop_cvae.figures.plot_style import PlotStyle
    from desktop_cvae.inference.refusals import Refusals


def sweep_plot(sweep: Sweep, curves: Sequence[tuple[int, str, Sequence[SweepPoint]]]) -> Draw:
    """Accuracy over a sweep's levels, a curve a model."""

    def draw(figure: Figure, style: PlotStyle) -> None:
        from desktop_cvae.figures.sweep_figure import draw_sweep

        draw_sweep(figure, sweep, curves, style)

    return draw


def reliability_plot(diagrams: Sequence[tuple[int, str, Reliability]]) -> Draw:
    """Reliability diagrams over each other."""

    def draw(figure: Figure, style: PlotStyle) -> None:
        from desktop_cvae.figures.reliability_figure import draw_reliability

        draw_reliability(figure, diagrams, style)

    return draw


def refusal_plot(models: Sequence[tuple[int, str, Refusals, float]], refuse: float) -> Draw:
    """Shares refused over the threshold, each model's own marked; see ``RefusalCurves``."""

    def draw(figure: Figure, style: PlotStyle) -> None:
        from desktop_cvae.figures.refusal_figure import RefusalCurves, draw_refusals

        draw_refusals(figure, [RefusalCurves(*one) for one in models], refuse, style)

    return draw


def elbo_plot(bars: Sequence[tuple[int, str, float, float]]) -> Draw:
    """−ELBO in its parts, a bar a model."""

    def draw(figure: Figure, style: PlotStyle) -> None:
        from desktop_cvae.figures.elbo_figure import draw_elbo

        draw_elbo(figure, bars, style)

    return draw
