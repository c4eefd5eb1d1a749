"""Reading of a form: its position on a page, and the content of each field.

Tested in tests/cli/test_recognize_forms.py.
"""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING

import numpy as np

from desktop_cvae.core.calibration import DEFAULT_FALSE_REJECTION_RATE
from desktop_cvae.core.language import tr
from desktop_cvae.core.results import Box, FloatArray, Recognition
from desktop_cvae.inference.form_file import LISTED, ONE_DIGIT, Form, FormField
from desktop_cvae.inference.picture_records import (
    FieldRecord,
    FormRecord,
    FoundDigit,
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
    false_rejection_rate: float = DEFAULT_FALSE_REJECTION_RATE,
) -> FormRecord:
    """Read every field of a form on a page.

    Args:
        model: with labels.
        file: the page's name.
        page: the page's picture.
        form: form that the page shows.
        false_rejection_rate: fraction of real digits rejected, in [0, 0.05].
    """
    found = register(form.reference, page.image)
    fit = round(max(found.fit, 0.0), 3)
    if not found.is_found:
        sentence = tr("This page does not show the form “{title}”.", title=form.title)
        return FormRecord(file, "", (), model.name, sentence, fit=fit)
    fields = tuple(
        _read_field(model, page, form, found, one, false_rejection_rate) for one in form.fields
    )
    text = "\n".join(one.text for one in fields)
    return FormRecord(file, text, (), model.name, fit=fit, fields=fields)


def _read_field(
    model: OpenedModel,
    page: ReadPicture,
    form: Form,
    found: Registration,
    field: FormField,
    false_rejection_rate: float,
) -> FieldRecord:
    part = cut_field(form.reference, page.image, found, field.share_box)

    def digit_at(box: Box, reading: Recognition, label: int, line: int = 0) -> FoundDigit:
        on_page = _on_page(box, part, found, field).scaled(page.reduction)
        return found_digit(reading, label, on_page, model.label_names, line)

    if field.kind == ONE_DIGIT:
        selected = model.prepare(part, false_rejection_rate)[0]
        prepared, reading = selected.prepared, selected.recognition
        if reading is None:
            return FieldRecord(field.name, "")
        assert reading.label is not None, "a model with labels"
        digit = digit_at(prepared.box, reading, reading.label)
        return FieldRecord(field.name, digit.label or "", digit.probability or 0.0, "", (digit,))
    if field.kind == LISTED:
        return _read_value(model, field, part, digit_at, false_rejection_rate)
    read = model.read_page(part, field.parsed_rule, false_rejection_rate)
    digits = tuple(
        digit_at(one.box, one.recognition, one.label, at)
        for at, line in enumerate(read.lines)
        for one in line.digits
    )
    text = " ".join(line.text for line in read.lines)
    return FieldRecord(field.name, text, round(read.probability, 6), read.warning, digits)


def _read_value(
    model: OpenedModel,
    field: FormField,
    part: FloatArray,
    digit_at: Callable[[Box, Recognition, int], FoundDigit],
    false_rejection_rate: float,
) -> FieldRecord:
    """Read a field that holds one of its values: the line with most digits decides."""
    lines = model.read_page(part, field.parsed_rule, false_rejection_rate).lines
    if not lines:
        return FieldRecord(field.name, "")
    line = max(lines, key=lambda one: len(one.digits))
    warning = line.warning
    if len(lines) > 1:
        warning = warning or tr("There is more than one line in this field.")
    digits = tuple(digit_at(one.box, one.recognition, one.label) for one in line.digits)
    probability = round(line.probability, 6)
    return FieldRecord(field.name, line.text, probability, warning, digits, line.listed)


def _on_page(box: Box, part: FloatArray, found: Registration, field: FormField) -> Box:
    """Return the upright bounding box, in the page's pixels, of a box in a field's picture."""
    x, y, width, height = field.share_box
    across, down = width / part.shape[1], height / part.shape[0]
    corners = found.corners(
        (x + box.x * across, y + box.y * down, box.width * across, box.height * down)
    )
    left, top = np.floor(corners.min(0)).astype(int)
    right, bottom = np.ceil(corners.max(0)).astype(int)
    return Box(int(left), int(top), int(right - left), int(bottom - top))
