"""How the form's fields stand: a column of named rows, and a grid with two settings a row."""

from __future__ import annotations

from collections.abc import Mapping

from PySide6.QtWidgets import QFormLayout, QGridLayout, QLayout, QWidget

from desktop_cvae.gui.theme import SPACING
from desktop_cvae.gui.training.setting_ranges import NUMBERS
from desktop_cvae.gui.widgets.card import text_label
from desktop_cvae.gui.widgets.segmented_choice import HEIGHT_PX

NAME_WIDTH = 112
ROW_GAP = SPACING // 2
"""So that the whole form is seen on a screen of 1280×800."""


def named_rows(*rows: tuple[str, QWidget | QLayout]) -> QFormLayout:
    """Names at the left, fields at the right; a row without a name stands closer."""
    form = QFormLayout()
    form.setContentsMargins(0, 0, 0, 0)
    form.setHorizontalSpacing(SPACING)
    form.setVerticalSpacing(ROW_GAP)
    form.setFieldGrowthPolicy(QFormLayout.FieldGrowthPolicy.AllNonFixedFieldsGrow)
    for name, field in rows:
        label = text_label(name, "muted")
        label.setMinimumSize(NAME_WIDTH, HEIGHT_PX if name else 0)
        form.addRow(label, field)
    return form


def training_grid(boxes: Mapping[str, QWidget], schedule: QWidget) -> QGridLayout:
    """The numbers of a training, by the names of ``NUMBERS``, and the schedule."""
    grid = QGridLayout()
    grid.setHorizontalSpacing(SPACING)
    grid.setVerticalSpacing(ROW_GAP)
    rows = (
        ("epochs", "Batch size", boxes["batch_size"]),
        ("learning_rate", "", schedule),
        ("beta", "Warm-up", boxes["beta_warmup_epochs"]),
        ("augmentation", "Bending", boxes["elastic"]),
        ("pen", "", None),
        ("noise_share", "Level", boxes["noise_level"]),
        ("contrast", "After", boxes["contrast_after_epochs"]),
        ("contrast_temperature", "Validation", boxes["validation_share"]),
        ("early_stopping_epochs", "Seed", boxes["seed"]),
    )
    for line, (field, name, other) in enumerate(rows):
        grid.addWidget(text_label(NUMBERS[field].name, "muted"), line, 0)
        grid.addWidget(boxes[field], line, 1)
        if name:
            grid.addWidget(text_label(name, "muted"), line, 2)
        if other is not None:
            grid.addWidget(other, line, 3 if name else 2, 1, 1 if name else 2)
    grid.setColumnMinimumWidth(0, NAME_WIDTH)
    grid.setColumnStretch(1, 1)
    grid.setColumnStretch(3, 1)
    return grid
