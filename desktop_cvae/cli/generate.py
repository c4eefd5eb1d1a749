"""``desktop-cvae generate``: write new digits as a contact sheet, arrays or files."""

from __future__ import annotations

import json
import math
from argparse import Namespace
from dataclasses import replace
from pathlib import Path

import numpy as np

from desktop_cvae.cli.generation_report import judge_written
from desktop_cvae.cli.inputs import read_style
from desktop_cvae.cli.option_checks import label_index
from desktop_cvae.cli.output import (
    digits_written,
    explaining_interruption,
    note,
    note_saved,
    require_free,
    require_free_folder,
    run_task,
)
from desktop_cvae.core.atomic_files import write_atomically
from desktop_cvae.core.errors import MissingLabels, UsageError
from desktop_cvae.core.language import tr
from desktop_cvae.core.results import Samples, Style
from desktop_cvae.core.specs import ModelSpec
from desktop_cvae.datasets.generated_files import (
    FORMATS,
    LINE_FORMATS,
    export_number,
    export_samples,
    format_by_suffix,
)
from desktop_cvae.inference.opened_model import OpenedModel, open_model
from desktop_cvae.pictures.contact_sheets import write_png

DEFAULT_COUNT = 100
SHEET_COLUMNS = 10


def run(arguments: Namespace) -> int:
    """Write new digits, or a number in one handwriting.

    Raises:
        UsageError: the output exists or is of no known kind, the options contradict, or digits
            of the least probability cannot be had.
        MissingLabels: a label or a hand's digits were asked of a model without labels.
    """
    kind = _check_options(arguments)
    model = open_model(arguments.model)
    style = None if arguments.style is None else read_style(model, arguments.style)
    if arguments.text is not None and style is not None:
        number = model.write_number(style, arguments.text, _temperature(arguments), arguments.seed)
        export_number(arguments.output, kind, number)
        note(tr("“{text}” written to {output}", text=arguments.text, output=arguments.output))
        return 0
    samples = _samples(model, arguments, style)
    count = len(samples.images)
    columns = _columns(count, model.spec)
    export_samples(arguments.output, kind, samples, model.label_names, columns)
    is_checked = samples.redrawn or arguments.min_probability is not None
    again = tr(", {count} redrawn", count=samples.redrawn) if is_checked else ""
    note(f"{digits_written(count, arguments.output)}{again}")
    if arguments.report is not None:
        with explaining_interruption(lambda: tr("Interrupted; the report is not complete.")):
            _report(model, samples, arguments)
    return 0


def _report(model: OpenedModel, samples: Samples, arguments: Namespace) -> None:
    """Write ``report.json`` and ``nearest.png``, and print the table."""
    # As the files hold them.
    kept = replace(samples, images=(samples.pixels / 255).astype(np.float32))
    report, sheet = judge_written(model, kept, arguments.data, arguments.seed)
    write_atomically(arguments.report / "report.json", json.dumps(report.to_json()).encode())
    write_png(arguments.report / "nearest.png", sheet)
    note_saved(arguments.report)
    print(report.text())


def _check_options(arguments: Namespace) -> str:
    """Check the options before the work starts, and return the format."""
    output: Path = arguments.output
    if arguments.report is not None:
        require_free_folder(arguments.report, overwrite=arguments.overwrite)
    is_line = arguments.text is not None
    if is_line:
        _check_text(arguments)
    formats = LINE_FORMATS if is_line else FORMATS
    suffixes = tr(" or ").join(known.suffix for known in formats.values() if known.suffix)
    kind: str | None = arguments.format or format_by_suffix(output)
    is_folder = kind is None and (output.is_dir() or not output.suffix)
    if is_line and kind not in LINE_FORMATS:
        raise UsageError(
            tr("“{name}” must end in {suffixes} for a line.", name=output.name, suffixes=suffixes)
        )
    if kind is None and not is_folder:
        raise UsageError(
            tr(
                "“{name}” must end in {suffixes}, or be a folder.",
                name=output.name,
                suffixes=suffixes,
            )
        )
    kind = kind or "files"
    if not FORMATS[kind].suffix:
        require_free_folder(output, overwrite=arguments.overwrite)
    elif format_by_suffix(output) == kind:
        require_free(output, overwrite=arguments.overwrite)
    else:
        raise UsageError(
            tr("“{name}” must end in {suffix}.", name=output.name, suffix=FORMATS[kind].suffix)
        )
    return kind


def _check_text(arguments: Namespace) -> None:
    if arguments.style is None:
        raise UsageError(tr("--text needs --style IMAGE, the handwriting to write in."))
    others = (arguments.count, arguments.per_label, arguments.min_probability, arguments.report)
    if any(value is not None for value in others):
        raise UsageError(
            tr(
                "--text cannot be combined with --count, --per-label, --min-probability or "
                "--report."
            )
        )
    if not arguments.text.strip():
        raise UsageError(tr("--text is empty."))


def _temperature(arguments: Namespace) -> float:
    return 1.0 if arguments.temperature is None else float(arguments.temperature)


def _samples(model: OpenedModel, arguments: Namespace, style: Style | None) -> Samples:
    label = label_index(arguments.label, "all", model.spec, model.name)
    chances = (arguments.count, arguments.per_label, arguments.temperature)
    # In a style alone nothing is left to chance: each label can be written in one way only.
    if style is not None and {*chances, arguments.min_probability} == {None}:
        every = model.generate_in_style(style)
        return every if label is None else every.only([label])
    count = arguments.count or DEFAULT_COUNT
    if arguments.per_label is not None:
        if not model.has_labels:
            raise MissingLabels(model.name, tr("write digits of every label"))
        count = arguments.per_label * (model.spec.label_count if label is None else 1)
    least, temperature = arguments.min_probability, _temperature(arguments)
    checks = not arguments.unchecked
    return run_task(
        model.generate(label, count, temperature, arguments.seed, least, style, checks=checks)
    )


def _columns(count: int, spec: ModelSpec) -> int:
    """Return the columns of a contact sheet that aligns the labels and is not a long strip."""
    turn = spec.label_count if spec.conditional else SHEET_COLUMNS
    return turn * max(1, round(math.sqrt(count) / turn))
