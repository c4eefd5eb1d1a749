"""The form's fields that are no numbers, with their names and tooltips."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QComboBox, QLabel, QLineEdit, QPushButton

from desktop_cvae.core.presets import PRESETS
from desktop_cvae.gui.theme import Theme
from desktop_cvae.gui.training.wish import MAX_NAME
from desktop_cvae.gui.widgets.card import text_label
from desktop_cvae.gui.widgets.segmented_choice import SegmentedChoice

SCHEDULES = (("constant", "Constant"), ("cosine", "Cosine"))
LABELS = (("with", "With labels"), ("without", "Without"))


def preset_box() -> QComboBox:
    """All presets, each with its summary as a tooltip."""
    box = QComboBox()
    box.setObjectName("training_preset")
    box.setAccessibleName("Preset")
    box.setToolTip("The architecture, with the training that suits it")
    for name, preset in PRESETS.items():
        box.addItem(name, name)
        box.setItemData(box.count() - 1, preset.summary, Qt.ItemDataRole.ToolTipRole)
    return box


def name_field() -> QLineEdit:
    """The name of the model to be."""
    field = QLineEdit()
    field.setMaxLength(MAX_NAME)
    field.setAccessibleName("Name of the model")
    field.setToolTip("What the model will be called")
    return field


def labels_choice(theme: Theme) -> SegmentedChoice:
    """With labels or without."""
    choice = SegmentedChoice(LABELS, theme, "Labels")
    choice.segment("with").setToolTip("Conditional: the model is told which label")
    choice.segment("without").setToolTip("The same network as a plain VAE")
    return choice


def schedule_choice(theme: Theme) -> SegmentedChoice:
    """How the learning rate goes on."""
    choice = SegmentedChoice(SCHEDULES, theme, "Schedule of the learning rate")
    choice.segment("constant").setToolTip("The same learning rate to the end")
    choice.segment("cosine").setToolTip("Falls to zero over the training")
    return choice


def reset_button() -> QPushButton:
    """Back to the preset."""
    button = QPushButton("Reset to preset")
    button.setToolTip("All settings as the preset has them")
    button.setAccessibleName("Reset to preset")
    button.setAutoDefault(False)
    return button


def wrapped_label() -> QLabel:
    """A muted text of several lines."""
    label = text_label("", "muted")
    label.setWordWrap(True)
    label.setTextFormat(Qt.TextFormat.PlainText)
    return label
