"""Fields of the training form, and their layout.

The numeric settings stand in a grid of two per row.

Tested in tests/gui/training/test_training_command.py.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from PySide6.QtCore import QSize, Qt
from PySide6.QtWidgets import (
    QComboBox,
    QFormLayout,
    QGridLayout,
    QLabel,
    QLayout,
    QLineEdit,
    QWidget,
)

from desktop_cvae.core.language import mark, tr
from desktop_cvae.core.network_presets import PRESETS
from desktop_cvae.core.schemas import Field
from desktop_cvae.core.specs import TRAINING_SETTINGS
from desktop_cvae.gui.controls import make_combo, make_line_edit
from desktop_cvae.gui.theme import SPACING
from desktop_cvae.gui.training.training_request import MAX_NAME
from desktop_cvae.gui.widgets.card import text_label
from desktop_cvae.gui.widgets.segmented_choice import HEIGHT_PX, SegmentedChoice

NEW_WEIGHTS = mark("New weights")
LABELS = (("with", mark("With labels")), ("without", mark("Without")))
SCHEDULES = {"constant": mark("Constant"), "cosine": mark("Cosine")}
LIMIT = Field(
    mark("Digits"),
    mark("number of digits to learn from, counted from the first"),
    0,
    10_000_000,
    step=1000,
    zero=mark("all"),
)
NAME_WIDTH = 112
ROW_GAP = SPACING // 2
"""Gap between rows, in pixels, small enough for a screen of 960×600."""
ROWS = (
    ("batch_size", "validation_share"),
    ("learning_rate", "schedule"),
    ("beta", "beta_warmup_epochs"),
    ("augmentation", "elastic"),
    ("pen", "crossed"),
    ("noise_share", "noise_level"),
    ("damage", "early_stopping_epochs"),
    ("contrast", "contrast_after_epochs"),
    ("contrast_temperature", "seed"),
)
"""The advanced settings, two per row, by their names in :class:`TrainingConfig`."""


def preset_box() -> QComboBox:
    """Return a combo of all presets, each with its summary as a tooltip."""
    box = make_combo(
        tr("Preset"), tr("The architecture, with settings that suit it"), "training_preset"
    )
    for name, preset in PRESETS.items():
        box.addItem(name, name)
        box.setItemData(box.count() - 1, tr(preset.summary), Qt.ItemDataRole.ToolTipRole)
    return box


def name_field() -> QLineEdit:
    """Return the field for the name of the new model."""
    field = make_line_edit(tr("Name of the model"), tr("Name of the new model"))
    field.setMaxLength(MAX_NAME)
    return field


def labels_choice() -> SegmentedChoice:
    """Return the choice between a model with labels and one without."""
    choice = SegmentedChoice(tuple((value, tr(text)) for value, text in LABELS), tr("Labels"))
    choice.segment("with").setToolTip(tr("Conditional: the model is given the label"))
    choice.segment("without").setToolTip(tr("The same network as a plain VAE"))
    return choice


def schedule_choice() -> SegmentedChoice:
    """Return the choice of the learning rate's schedule."""
    setting = TRAINING_SETTINGS["schedule"]
    names = tuple((value, tr(SCHEDULES.get(value, value))) for value, _ in setting.choices)
    choice = SegmentedChoice(names, tr("Schedule of the learning rate"))
    for value, tip in setting.choices:
        choice.segment(value).setToolTip(tr(tip))
    return choice


def show_starts(box: QComboBox, names: Sequence[str], chosen: str) -> None:
    """List the models to start from; the chosen one stays, even if it is gone."""
    box.clear()
    box.addItem(tr(NEW_WEIGHTS), "")
    for name in [*names, *([chosen] if chosen and chosen not in names else [])]:
        box.addItem(name, name)
    box.setCurrentIndex(box.findData(chosen))


class FieldName(QLabel):
    """The name of a field: as wide as the others, or wider if its text needs it."""

    def __init__(self, text: str, parent: QWidget | None = None) -> None:
        super().__init__(text, parent)
        self.setProperty("role", "muted")

    def sizeHint(self) -> QSize:
        return super().sizeHint().expandedTo(QSize(NAME_WIDTH, HEIGHT_PX if self.text() else 0))

    def minimumSizeHint(self) -> QSize:
        return self.sizeHint()


def named_rows(*rows: tuple[str, QWidget | QLayout]) -> QFormLayout:
    """Return names on the left and fields on the right; a row without a name is closer."""
    form = QFormLayout()
    form.setContentsMargins(0, 0, 0, 0)
    form.setHorizontalSpacing(SPACING)
    form.setVerticalSpacing(ROW_GAP)
    form.setFieldGrowthPolicy(QFormLayout.FieldGrowthPolicy.AllNonFixedFieldsGrow)
    for name, field in rows:
        form.addRow(FieldName(name), field)
    return form


def training_grid(boxes: Mapping[str, QWidget], schedule: QWidget) -> QGridLayout:
    """Return the grid of ``ROWS``; the schedule's choice names itself and needs no label."""
    grid = QGridLayout()
    grid.setHorizontalSpacing(SPACING)
    grid.setVerticalSpacing(ROW_GAP)
    for line, (left, right) in enumerate(ROWS):
        grid.addWidget(text_label(tr(TRAINING_SETTINGS[left].label), "muted"), line, 0)
        grid.addWidget(boxes[left], line, 1)
        if right == "schedule":
            grid.addWidget(schedule, line, 2, 1, 2)
        else:
            grid.addWidget(text_label(tr(TRAINING_SETTINGS[right].label), "muted"), line, 2)
            grid.addWidget(boxes[right], line, 3)
    grid.setColumnMinimumWidth(0, NAME_WIDTH)
    grid.setColumnStretch(1, 1)
    grid.setColumnStretch(3, 1)
    return grid
