"""The form of a training: network, data and how to train, with what it will cost.

The model's fields stand in a column of named rows; the numbers of the training follow in a grid
with two settings a row.
"""

from __future__ import annotations

import dataclasses
from collections.abc import Collection, Mapping

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import (
    QComboBox,
    QFormLayout,
    QGridLayout,
    QLabel,
    QLayout,
    QLineEdit,
    QPushButton,
    QWidget,
)

from desktop_cvae.core.errors import InvalidSpec
from desktop_cvae.core.presets import PRESETS, preset_named
from desktop_cvae.core.specs import LATENT_DIM, TRAINING_SETTINGS, Setting, TrainingConfig
from desktop_cvae.gui.theme import SPACING
from desktop_cvae.gui.training.data_choice import DataChoice
from desktop_cvae.gui.training.estimate import Speeds, cost_text
from desktop_cvae.gui.training.training_request import (
    MAX_NAME,
    TrainingRequest,
    complaint_about,
    free_name,
)
from desktop_cvae.gui.widgets.card import Card, row, text_label
from desktop_cvae.gui.widgets.number_box import NumberBox
from desktop_cvae.gui.widgets.segmented_choice import HEIGHT_PX, SegmentedChoice

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


def labels_choice() -> SegmentedChoice:
    """With labels or without."""
    choice = SegmentedChoice(LABELS, "Labels")
    choice.segment("with").setToolTip("Conditional: the model is told which label")
    choice.segment("without").setToolTip("The same network as a plain VAE")
    return choice


def schedule_choice() -> SegmentedChoice:
    """How the learning rate goes on."""
    setting = TRAINING_SETTINGS["schedule"]
    names = tuple((value, value.capitalize()) for value, _ in setting.choices)
    choice = SegmentedChoice(names, "Schedule of the learning rate")
    for value, tip in setting.choices:
        choice.segment(value).setToolTip(tip)
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


LIMIT = Setting(
    "Digits", "learn from so many, the first ones", 0, 10_000_000, step=1000, zero="all"
)


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


ROWS = (
    ("epochs", "batch_size"),
    ("learning_rate", "schedule"),
    ("beta", "beta_warmup_epochs"),
    ("augmentation", "elastic"),
    ("pen", ""),
    ("noise_share", "noise_level"),
    ("contrast", "contrast_after_epochs"),
    ("contrast_temperature", "validation_share"),
    ("early_stopping_epochs", "seed"),
)


def training_grid(boxes: Mapping[str, QWidget], schedule: QWidget) -> QGridLayout:
    """Two settings a row, by their names in :class:`TrainingConfig`."""
    grid = QGridLayout()
    grid.setHorizontalSpacing(SPACING)
    grid.setVerticalSpacing(ROW_GAP)
    for line, (left, right) in enumerate(ROWS):
        grid.addWidget(text_label(TRAINING_SETTINGS[left].label, "muted"), line, 0)
        grid.addWidget(boxes[left], line, 1)
        if right == "schedule":
            grid.addWidget(schedule, line, 2, 1, 2)
        elif right:
            grid.addWidget(text_label(TRAINING_SETTINGS[right].label, "muted"), line, 2)
            grid.addWidget(boxes[right], line, 3)
    grid.setColumnMinimumWidth(0, NAME_WIDTH)
    grid.setColumnStretch(1, 1)
    grid.setColumnStretch(3, 1)
    return grid


class SettingsForm(Card):
    """Shows a :class:`TrainingRequest` and lets it be changed.

    Signals:
        changed: the request is another one.
    """

    changed = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._request = TrainingRequest.of_preset("studio")
        self._taken: set[str] = set()
        self._images: dict[str, int | None] = {}
        self._speeds: Speeds = {}
        self._has_own_name = self._is_showing = False
        self.preset = preset_box()
        self.summary = wrapped_label()
        self.name = name_field()
        self.data = DataChoice()
        self.limit = NumberBox(LIMIT)
        self.of_all = text_label("", "muted")
        self.latent_dim = NumberBox(LATENT_DIM)
        self.labels = labels_choice()
        self.schedule = schedule_choice()
        self.boxes = {
            name: NumberBox(setting)
            for name, setting in TRAINING_SETTINGS.items()
            if not setting.choices
        }
        for field, box in self.boxes.items():
            box.setObjectName(f"training_{field}")
        self.reset = reset_button()
        self._lay_out()
        self._connect()
        self.show_request(self._request)

    @property
    def request(self) -> TrainingRequest:
        """What the form says."""
        return self._request

    @property
    def problem(self) -> str:
        """Why that cannot be started, or an empty text."""
        if sentence := complaint_about(self._request.name, self._taken):
            return sentence
        if self._request.limit == 1:
            return "Train with two digits at least."
        try:
            self._request.spec()
        except InvalidSpec as error:
            return error.sentence
        return self.data.problem

    @property
    def cost(self) -> str:
        """What that will cost, in words."""
        images = self._images.get(self._request.data)
        return cost_text(self._request, images, self._speeds.get(self._request.preset, 1.0))

    def show_request(self, request: TrainingRequest) -> None:
        """Show other settings; a name that the user gave stays."""
        name = self._request.name if self._has_own_name else free_name(request.preset, self._taken)
        self._request = dataclasses.replace(request, name=name)
        self._show()
        self.changed.emit()

    def show_run(self, request: TrainingRequest) -> None:
        """Show a run's own settings, its name included."""
        self._request, self._has_own_name = request, True
        self._show()
        self.changed.emit()

    def set_images(self, data: str, images: int | None) -> None:
        """Say how many pictures a data set has to train with; None if that is not known."""
        self._images[data] = images
        self._show_size()
        self.changed.emit()

    def set_speeds(self, speeds: Speeds) -> None:
        """Say how fast this machine trained before."""
        self._speeds = speeds
        self.changed.emit()

    def set_taken_names(self, names: Collection[str]) -> None:
        """Say which names the library has."""
        self._taken = set(names)
        if not self._has_own_name or self._request.name in self._taken:
            self._has_own_name = False
            self._replace(name=free_name(self._request.preset, self._taken))
        self._show()
        self.changed.emit()

    def apply_cure(self, cure: dict[str, float | int | str | bool]) -> None:
        """Change settings as an advice says; what does not fit is left out."""
        known = {field.name for field in dataclasses.fields(TrainingConfig)}
        for name, value in cure.items():
            if name in known:
                kind = type(getattr(self._request.config, name))
                self._change_config(name, kind(value))
        self._show()

    def set_locked(self, is_locked: bool) -> None:
        """Show the settings of a run that goes on; they cannot be changed then."""
        inputs = (self.preset, self.name, self.data, self.limit, self.latent_dim, self.reset)
        for widget in (*inputs, self.schedule, *self.boxes.values()):
            widget.setEnabled(not is_locked)
        self.labels.setEnabled(
            not is_locked and preset_named(self._request.preset).spec.conditional
        )

    def _lay_out(self) -> None:
        self.add_section("Model", self.reset)
        self.box.addLayout(
            named_rows(
                ("Preset", self.preset),
                ("", self.summary),
                ("Name", self.name),
                ("Data", self.data),
                ("Digits", row(self.limit, self.of_all, None)),
                ("Latent dimensions", row(self.latent_dim, self.labels, None)),
            )
        )
        self.add_gap()
        self.add_section("Training")
        self.box.addLayout(training_grid(self.boxes, self.schedule))
        self.box.addStretch(1)

    def _show_size(self) -> None:
        images = self._images.get(self._request.data)
        self.of_all.setText("" if images is None else f"of {images:,}")

    def _connect(self) -> None:
        self.preset.currentIndexChanged.connect(self._on_preset_chosen)
        self.name.textEdited.connect(self._on_name_edited)
        self.data.changed.connect(lambda: self._change(data=self.data.value))
        self.limit.valueChanged.connect(lambda value: self._change(limit=int(value)))
        self.latent_dim.valueChanged.connect(lambda value: self._change(latent_dim=int(value)))
        self.labels.chosen.connect(lambda value: self._change(conditional=value == "with"))
        self.schedule.chosen.connect(lambda value: self._change_config("schedule", value))
        self.reset.clicked.connect(self._on_reset)
        for field, box in self.boxes.items():
            box.valueChanged.connect(lambda value, f=field: self._on_number(f, value))

    def _on_preset_chosen(self) -> None:
        if not self._is_showing:
            preset = self.preset.currentData()
            self._show_preset(preset)

    def _on_reset(self) -> None:
        self._show_preset(self._request.preset)

    def _show_preset(self, preset: str) -> None:
        request = TrainingRequest.of_preset(preset, self._request.data)
        self.show_request(dataclasses.replace(request, limit=self._request.limit))

    def _on_name_edited(self, text: str) -> None:
        self._has_own_name = bool(text)
        self._change(name=text)

    def _on_number(self, field: str, shown: float) -> None:
        kind = type(getattr(self._request.config, field))
        self._change_config(field, kind(shown / TRAINING_SETTINGS[field].scale))

    def _change_config(self, field: str, value: object) -> None:
        try:
            config = dataclasses.replace(self._request.config, **{field: value})  # type: ignore[arg-type]
        except InvalidSpec:
            return
        self._change(config=config)

    def _change(self, **changes: object) -> None:
        if not self._is_showing:
            self._replace(**changes)
            self.changed.emit()

    def _replace(self, **changes: object) -> None:
        self._request = dataclasses.replace(self._request, **changes)  # type: ignore[arg-type]

    def _show(self) -> None:
        request, self._is_showing = self._request, True
        self.preset.setCurrentIndex(self.preset.findData(request.preset))
        self.summary.setText(f"{preset_named(request.preset).summary}.")
        if self.name.text() != request.name:
            self.name.setText(request.name)
        self.data.set_value(request.data)
        self.limit.setValue(request.limit)
        self._show_size()
        self.latent_dim.setValue(request.latent_dim)
        self.labels.set_value("with" if request.conditional else "without")
        self.labels.setEnabled(preset_named(request.preset).spec.conditional)
        self.schedule.set_value(request.config.schedule)
        for field, box in self.boxes.items():
            box.setValue(getattr(request.config, field) * TRAINING_SETTINGS[field].scale)
        self._is_showing = False
