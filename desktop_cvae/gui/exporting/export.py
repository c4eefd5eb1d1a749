"""Exports: everything that can leave the window as a file, a picture, a table or text.

An export holds frozen values and functions of them for the worker: what is saved is what was shown
when it was asked for, whatever is drawn meanwhile.

Tested in tests/gui/exporting/test_plot_exports.py.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, replace
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING, Protocol

from PySide6.QtCore import QLocale

from desktop_cvae.core.atomic_files import write_atomically
from desktop_cvae.core.csv_tables import Table, csv_bytes, excel_csv_bytes, tab_separated
from desktop_cvae.core.language import mark, tr
from desktop_cvae.core.xlsx_tables import xlsx_bytes

if TYPE_CHECKING:
    from matplotlib.figure import Figure

    from desktop_cvae.figures.plot_style import PlotStyle
PLOT_KINDS = {".png": mark("PNG picture"), ".svg": mark("SVG drawing"), ".pdf": mark("PDF page")}
PLOT_PX = (760.0, 460.0)


class DrawFigure(Protocol):
    """Fills an empty figure of its final size; most are ``partial`` of a function in figures."""

    def __call__(self, figure: Figure, *, style: PlotStyle) -> object: ...


@dataclass(frozen=True, eq=False)
class ExportKind:
    """A format of a file.

    Attributes:
        title: what people call it.
        suffix: of the file; empty for a folder of files.
        write: writes it, whole or not at all; for the worker.
    """

    title: str
    suffix: str
    write: Callable[[Path], None]


@dataclass(frozen=True, eq=False)
class Export:
    """Something that can be saved, copied, printed or dragged out.

    Attributes:
        title: what it is, as it stands after “Save”: ``"the answer"``.
        stem: the file's name that is offered, without suffix.
        kinds: the formats, the usual one first; one at least.
        png: makes the picture for the clipboard and for a drag; None if it is no picture.
        page: makes the picture that is printed; None prints ``png``, if anything.
        text: makes the text for the clipboard; None if it has none.
    """

    title: str
    stem: str
    kinds: tuple[ExportKind, ...]
    png: Callable[[], bytes] | None = None
    page: Callable[[], bytes] | None = None
    text: Callable[[], str] | None = None

    @property
    def printed(self) -> Callable[[], bytes] | None:
        """Function that makes the printed picture, or None."""
        return self.page or self.png

    def kind_for(self, path: Path, chosen: ExportKind) -> tuple[ExportKind, Path]:
        """Return the format that a file's name asks for, and the file with a suffix.

        Args:
            path: as it was typed.
            chosen: the format that was chosen beside it.
        """
        suffix = path.suffix.lower()
        if suffix == chosen.suffix:
            return chosen, path
        named = next((kind for kind in self.kinds if kind.suffix and kind.suffix == suffix), None)
        return (named, path) if named else (chosen, path.with_name(path.name + chosen.suffix))


def bytes_kind(title: str, suffix: str, make: Callable[[], bytes]) -> ExportKind:
    """Return a format whose file is made in memory."""
    return ExportKind(title, suffix, lambda path: write_atomically(path, make()))


def table_kinds(table: Callable[[], Table]) -> tuple[ExportKind, ...]:
    """Return the formats of a table: plain CSV, CSV that Excel changes nothing in, a workbook."""
    # Excel follows the system's notation, not the language of the window.
    point = QLocale.system().decimalPoint()
    return (
        bytes_kind(tr("CSV table"), ".csv", lambda: csv_bytes(table())),
        bytes_kind(tr("CSV for Excel"), ".csv", lambda: excel_csv_bytes(table(), point)),
        bytes_kind(tr("Excel workbook"), ".xlsx", lambda: xlsx_bytes(table())),
    )


def table_export(title: str, stem: str, table: Callable[[], Table]) -> Export:
    """Return the export of a table without a picture."""
    return Export(title, stem, table_kinds(table), text=lambda: tab_separated(table()))


def plot_export(
    title: str,
    stem: str,
    draw: DrawFigure,
    size_px: tuple[float, float] = PLOT_PX,
    table: Callable[[], Table] | None = None,
) -> Export:
    """Return the export of a plot, light as paper, and of its numbers.

    Args:
        title: what it is.
        stem: of its file.
        draw: draws it.
        size_px: width and height in logical pixels.
        table: the numbers, if they are known.
    """
    kinds = [
        bytes_kind(tr(name), suffix, partial(plot_bytes, draw, size_px, suffix))
        for suffix, name in PLOT_KINDS.items()
    ]
    png = partial(plot_bytes, draw, size_px, ".png")
    export = Export(title, stem, tuple(kinds), png)
    if table is None:
        return export
    numbers = table_export(title, stem, table)
    return replace(export, kinds=(*export.kinds, *numbers.kinds), text=numbers.text)


def plot_bytes(draw: DrawFigure, size_px: tuple[float, float], suffix: str) -> bytes:
    """Draw a plot in the colours of paper and return the file's bytes; for the worker."""
    from desktop_cvae.figures.comparison_figures import new_figure
    from desktop_cvae.figures.plot_style import figure_bytes, page_style

    figure = new_figure(*size_px)
    draw(figure, style=page_style())
    return figure_bytes(figure, suffix)


def file_name(*parts: str) -> str:
    """Join words into a file name; characters that a file system may refuse become hyphens."""
    allowed = ("".join(c if c.isalnum() or c in "-_." else "-" for c in part) for part in parts)
    return "-".join(part.strip("-.") for part in allowed if part.strip("-."))[:80] or "export"
