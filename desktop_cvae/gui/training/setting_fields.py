"""The fields of a training's form, each with its name and tooltip, and how they are laid out.

The numbers of the training stand in a grid with two settings a row.
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
    QPushButton,
    QToolButton,
    QWidget,
)

from desktop_cvae.core.language import mark, tr
from desktop_cvae.core.presets import PRESETS
from desktop_cvae.core.specs import TRAINING_SETTINGS, Setting
from desktop_cvae.gui.theme import SPACING
from desktop_cvae.gui.training.training_request import MAX_NAME
from desktop_cvae.gui.widgets.card import text_label
from desktop_cvae.gui.widgets.segmented_choice import HEIGHT_PX, SegmentedChoice

NEW_WEIGHTS = mark("New weights")
LABELS = (("with", mark("With labels")), ("without", mark("Without")))


def preset_box() -> QComboBox:
    """All presets, each with its summary as a tooltip."""
    box = QComboBox()
    box.setObjectName("training_preset")
    box.setAccessibleName(tr("Preset"))
    box.setToolTip(tr("The architecture, with the training that suits it"))
    for name, preset in PRESETS.items():
        box.addItem(name, name)
        box.setItemData(box.count() - 1, tr(preset.summary), Qt.ItemDataRole.ToolTipRole)
    return box


def name_field() -> QLineEdit:
    """The name of the model to be."""
    field = QLineEdit()
    field.setMaxLength(MAX_NAME)
    field.setAccessibleName(tr("Name of the model"))
    field.setToolTip(tr("What the model will be called"))
    return field


def labels_choice() -> SegmentedChoice:
    """With labels or without."""
    choice = SegmentedChoice(tuple((value, tr(text)) for value, text in LABELS), tr("Labels"))
    choice.segment("with").setToolTip(tr("Conditional: the model is told which label"))
    choice.segment("without").setToolTip(tr("The same network as a plain VAE"))
    return choice


SCHEDULES = {"constant": mark("Constant"), "cosine": mark("Cosine")}


def schedule_choice() -> SegmentedChoice:
    """How the learning rate goes on."""
    setting = TRAINING_SETTINGS["schedule"]
    names = tuple((value, tr(SCHEDULES.get(value, value))) for value, _ in setting.choices)
    choice = SegmentedChoice(names, tr("Schedule of the learning rate"))
    for value, tip in setting.choices:
        choice.segment(value).setToolTip(tr(tip))
    return choice


def reset_button() -> QPushButton:
    """Back to the preset."""
    button = QPushButton(tr("Reset to preset"))
    button.setToolTip(tr("All settings as the preset has them"))
    button.setAccessibleName(tr("Reset to preset"))
    button.setAutoDefault(False)
    return button


def start_box() -> QComboBox:
    """New weights, or a model's."""
    box = QComboBox()
    box.setObjectName("training_start_from")
    box.setAccessibleName(tr("Start from"))
    box.setToolTip(tr("New weights, or a model that has learned before and goes on from there"))
    box.setSizeAdjustPolicy(QComboBox.SizeAdjustPolicy.AdjustToMinimumContentsLengthWithIcon)
    box.setMinimumContentsLength(12)
    return box


def show_starts(box: QComboBox, names: Sequence[str], chosen: str) -> None:
    """List the models that one can start from; the chosen one stays, even if it is gone."""
    box.blockSignals(True)
    box.clear()
    box.addItem(tr(NEW_WEIGHTS), "")
    for name in [*names, *([chosen] if chosen and chosen not in names else [])]:
        box.addItem(name, name)
    box.setCurrentIndex(box.findData(chosen))
    box.blockSignals(False)


class Disclosure(QToolButton):
    """A heading that folds what stands under it, and unfolds it again.

    Args:
        text: of the heading.
        content: is hidden while folded; folded at first.
    """

    def __init__(self, text: str, content: QWidget, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._content = content
        self.setObjectName("disclosure")
        self.setText(text)
        self.setAccessibleName(text)
        self.setToolTip(tr("Show or hide"))
        self.setCheckable(True)
        self.setProperty("flat", True)
        self.setToolButtonStyle(Qt.ToolButtonStyle.ToolButtonTextBesideIcon)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.toggled.connect(self._on_toggled)
        self._on_toggled(False)

    def _on_toggled(self, is_open: bool) -> None:
        self.setArrowType(Qt.ArrowType.DownArrow if is_open else Qt.ArrowType.RightArrow)
        self.setAccessibleDescription(tr("unfolded") if is_open else tr("folded"))
        self._content.setVisible(is_open)


def wrapped_label() -> QLabel:
    """A muted text of several lines."""
    label = text_label("", "muted")
    label.setWordWrap(True)
    label.setTextFormat(Qt.TextFormat.PlainText)
    return label


LIMIT = Setting(
    mark("Digits"),
    mark("learn from so many, the first ones"),
    0,
    10_000_000,
    step=1000,
    zero=mark("all"),
)


NAME_WIDTH = 112
ROW_GAP = SPACING // 2
"""So that the form is seen on a screen of 960×600."""


class FieldName(QLabel):
    """As wide in every row, or as wide as its own text needs."""

    def __init__(self, text: str, parent: QWidget | None = None) -> None:
        super().__init__(text, parent)
        self.setProperty("role", "muted")

    def sizeHint(self) -> QSize:
        """The text's, but not less than a name's."""
        return super().sizeHint().expandedTo(QSize(NAME_WIDTH, HEIGHT_PX if self.text() else 0))

    def minimumSizeHint(self) -> QSize:
        """The same: a name is never cut."""
        return self.sizeHint()


def named_rows(*rows: tuple[str, QWidget | QLayout]) -> QFormLayout:
    """Names at the left, fields at the right; a row without a name stands closer."""
    form = QFormLayout()
    form.setContentsMargins(0, 0, 0, 0)
    form.setHorizontalSpacing(SPACING)
    form.setVerticalSpacing(ROW_GAP)
    form.setFieldGrowthPolicy(QFormLayout.FieldGrowthPolicy.AllNonFixedFieldsGrow)
    for name, field in rows:
        form.addRow(FieldName(name), field)
    return form


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


def training_grid(boxes: Mapping[str, QWidget], schedule: QWidget) -> QGridLayout:
    """Two settings a row, by their names in :class:`TrainingConfig`."""
    grid = QGridLayout()
    grid.setHorizontalSpacing(SPACING)
    grid.setVerticalSpacing(ROW_GAP)
    for line, (left, right) in enumerate(ROWS):
        grid.addWidget(text_label(tr(TRAINING_SETTINGS[left].label), "muted"), line, 0)
        grid.addWidget(boxes[left], line, 1)
        if right == "schedule":
            grid.addWidget(schedule, line, 2, 1, 2)
        elif right:
            grid.addWidget(text_label(tr(TRAINING_SETTINGS[right].label), "muted"), line, 2)
            grid.addWidget(boxes[right], line, 3)
    grid.setColumnMinimumWidth(0, NAME_WIDTH)
    grid.setColumnStretch(1, 1)
    grid.setColumnStretch(3, 1)
    return grid
