"""Exports of generated digits: contact sheets, data, lines and films."""

from __future__ import annotations

from collections.abc import Sequence
from functools import partial

from desktop_cvae.core.language import tr
from desktop_cvae.core.results import Samples, WrittenNumber
from desktop_cvae.gui.exporting.export import Export, ExportKind, bytes_kind, file_name

PICTURES = ("png", "svg")


def samples_export(
    title: str,
    stem: str,
    samples: Samples,
    label_names: Sequence[str],
    columns: int,
    formats: Sequence[str] = PICTURES,
) -> Export:
    """Return digits in rows as an export.

    Args:
        title: what they are, as it stands after “Save”.
        stem: of the file.
        samples: one at least.
        label_names: the labels' names by index.
        columns: digits in a row of a sheet.
        formats: keys of ``datasets.generated_files.FORMATS``; none stands for all.
    """
    # Not at start-up: only who saves pays for it.
    from desktop_cvae.datasets.generated_files import FORMATS, export_samples, png_sheet

    def kind(name: str) -> ExportKind:
        known = FORMATS[name]
        return ExportKind(
            tr(known.title),
            known.suffix,
            lambda path: export_samples(path, name, samples, label_names, columns),
        )

    kinds = tuple(kind(name) for name in formats or FORMATS)
    return Export(title, file_name(stem), kinds, png=partial(png_sheet, samples, columns))


def line_export(number: WrittenNumber) -> Export:
    """Return a number in one line as an export."""
    from desktop_cvae.datasets.generated_files import LINE_FORMATS, export_number, png_line
    from desktop_cvae.pictures.line_composition import compose_line

    def kind(name: str) -> ExportKind:
        known = LINE_FORMATS[name]
        return ExportKind(
            tr(known.title), known.suffix, lambda path: export_number(path, name, number)
        )

    return Export(
        tr("the number"),
        number.text.strip(),
        tuple(map(kind, LINE_FORMATS)),
        png=lambda: png_line(compose_line(number.samples.images, number.text)),
    )


def walk_export(samples: Samples) -> Export:
    """Return the pictures of a walk as a film or a strip."""
    from desktop_cvae.datasets.generated_files import gif_film, png_sheet

    strip = partial(png_sheet, samples, len(samples.images))
    film = bytes_kind(tr("GIF animation"), ".gif", partial(gif_film, samples))
    return Export(
        tr("the walk"), "walk", (film, bytes_kind(tr("PNG strip"), ".png", strip)), png=strip
    )
