"""The fields of a form, read on a page: where it lies on it, and what stands in each."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from pathlib import Path
from typing import TYPE_CHECKING

import numpy as np

from desktop_cvae.core.calibration import DEFAULT_REFUSAL
from desktop_cvae.core.language import number, tr
from desktop_cvae.core.results import Box, FloatArray
from desktop_cvae.inference.form_file import ONE_DIGIT, Form, FormField
from desktop_cvae.inference.picture_records import (
    FieldRecord,
    FormRecord,
    FoundDigit,
    PictureRecord,
    csv_row,
    found_digit,
)
from desktop_cvae.pictures.picture_files import ReadPicture
from desktop_cvae.pictures.registration import Registration, cut_field, register

if TYPE_CHECKING:
    from desktop_cvae.inference.opened_model import OpenedModel


def read_form_page(
    model: OpenedModel,
    file: str,
    page: ReadPicture,
    form: Form,
    refuse: float = DEFAULT_REFUSAL,
) -> FormRecord:
    """Read every field of a form on a page.

    Args:
        model: with labels.
        file: the page's name.
        page: as it was read.
        form: what is looked for.
        refuse: share of real digits that may be taken for none, in [0, 0.05].
    """
    found = register(form.reference, page.image)
    fit = round(max(found.fit, 0.0), 3)
    if not found.is_found:
        sentence = tr("This page does not show the form “{title}”.", title=form.title)
        return FormRecord(file, "", (), model.name, sentence, fit=fit)
    fields = tuple(_read_field(model, page, form, found, one, refuse) for one in form.fields)
    text = "\n".join(one.text for one in fields)
    return FormRecord(file, text, (), model.name, fit=fit, fields=fields)


def _read_field(
    model: OpenedModel,
    page: ReadPicture,
    form: Form,
    found: Registration,
    field: FormField,
    refuse: float,
) -> FieldRecord:
    part = cut_field(form.reference, page.image, found, field.share_box)

    def placed(digit: FoundDigit) -> FoundDigit:
        box = _on_page(digit.box, part, found, field).scaled(page.reduction)
        return FoundDigit(**{**vars(digit), "box": box})

    if field.kind == ONE_DIGIT:
        believed = model.prepare(part, refuse)[0]
        prepared, reading = believed.prepared, believed.recognition
        if reading is None:
            return FieldRecord(field.name, "")
        assert reading.label is not None, "a model with labels"
        digit = placed(found_digit(reading, reading.label, prepared.box, model.label_names))
        text = model.label_names[reading.label] if digit.is_digit else ""
        return FieldRecord(field.name, text, digit.probability, "", (digit,))
    lines = model.read_page(part, field.parsed_rule, refuse).lines
    digits = tuple(
        placed(found_digit(one.recognition, one.label, one.box, model.label_names))
        for line in lines
        for one in line.digits
    )
    probability = float(np.prod([line.probability for line in lines])) if lines else 0.0
    warning = " ".join(line.warning for line in lines if line.warning)
    text = " ".join(line.text for line in lines)
    return FieldRecord(field.name, text, round(probability, 6), warning, digits)


def _on_page(box: Box, part: FloatArray, found: Registration, field: FormField) -> Box:
    """A box of a field's picture in the pixels of the page, upright around it."""
    x, y, width, height = field.share_box
    across, down = width / part.shape[1], height / part.shape[0]
    corners = found.corners(
        (x + box.x * across, y + box.y * down, box.width * across, box.height * down)
    )
    left, top = np.floor(corners.min(0)).astype(int)
    right, bottom = np.ceil(corners.max(0)).astype(int)
    return Box(int(left), int(top), int(right - left), int(bottom - top))


def csv_header(form: Form) -> str:
    """The first line of a table: one column a field."""
    names = [one.name for one in form.fields]
    return csv_row(["file", *names, "to_check", "fit", "model", "error"])


def csv_line_of(form: Form) -> Callable[[PictureRecord], str]:
    """What writes a record's line of that table."""

    def line(record: PictureRecord) -> str:
        fields = record.fields if isinstance(record, FormRecord) else ()
        texts = [one.text for one in fields] or [""] * len(form.fields)
        doubtful = " ".join(one.name for one in fields if one.is_to_check)
        fit = f"{record.fit:.3f}" if isinstance(record, FormRecord) and not record.error else ""
        return csv_row([record.file, *texts, doubtful, fit, record.model, record.error or ""])

    return line


def text_formatter(_pictures: Sequence[str]) -> Callable[[PictureRecord], str]:
    """A formatter for people: the page's name, and a line a field."""

    def text_of(record: PictureRecord) -> str:
        if record.error is not None or not isinstance(record, FormRecord):
            return ""
        width = max((len(one.name) for one in record.fields), default=0)
        rows = [f"{Path(record.file).name}\n"]
        for one in record.fields:
            if not one.digits:
                rows.append(f"  {one.name:<{width}}  –\n")
                continue
            probability = number(100 * one.probability, ".2f")
            doubt = f"  {one.warning or tr('to check')}" if one.is_to_check else ""
            rows.append(f"  {one.name:<{width}}  {one.text}  {probability} %{doubt}\n")
        return "".join(rows)

    return text_of
