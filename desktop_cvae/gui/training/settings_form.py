"""The form of a training: network, data and how to train, with what it will cost."""

from __future__ import annotations

import dataclasses
from collections.abc import Collection

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import (
    QComboBox,
    QFormLayout,
    QGridLayout,
    QLabel,
    QLineEdit,
    QPushButton,
    QWidget,
)

from desktop_cvae.core.errors import InvalidSpec
from desktop_cvae.core.presets import PRESETS, preset_named
from desktop_cvae.core.specs import TrainingConfig
from desktop_cvae.gui.theme import SPACING, Theme
from desktop_cvae.gui.training.data_choice import DataChoice
from desktop_cvae.gui.training.estimate import (
    estimate,
    expected_seconds_per_image,
    remembered_factor,
)
from desktop_cvae.gui.training.number_box import NumberBox
from desktop_cvae.gui.training.setting_ranges import LATENT, NUMBERS
from desktop_cvae.gui.training.state import duration_text
from desktop_cvae.gui.training.wish import MAX_NAME, TrainingWish, complaint_about, free_name
from desktop_cvae.gui.widgets.card import Card, row, text_label
from desktop_cvae.gui.widgets.segmented_choice import HEIGHT_PX, SegmentedChoice

SCHEDULES = (("constant", "Constant"), ("cosine", "Cosine"))
NAME_WIDTH = 112
LABELS = (("with", "With labels"), ("without", "Without"))


class SettingsForm(Card):
    """Shows a :class:`TrainingWish` and lets it be changed.

    Signals:
        changed: the wish is another one.

    Args:
        theme: the colours.
    """

    changed = Signal()

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._wish = TrainingWish.of_preset("studio")
        self._taken: set[str] = set()
        self._has_own_name = self._is_showing = False
        self.preset = _preset_box()
        self.summary = _wrapped_label()
        self.name = QLineEdit()
        self.data = DataChoice()
        self.latent_dim = NumberBox(LATENT)
        self.labels = SegmentedChoice(LABELS, theme, "Labels")
        self.schedule = SegmentedChoice(SCHEDULES, theme, "Schedule of the learning rate")
        self.boxes = {field: NumberBox(numbers) for field, numbers in NUMBERS.items()}
        self.reset = QPushButton("Reset to preset")
        self._describe()
        self._lay_out()
        self._connect()
        self.show_wish(self._wish)

    @property
    def wish(self) -> TrainingWish:
        """What the form says."""
        return self._wish

    @property
    def problem(self) -> str:
        """Why that cannot be started, or an empty text."""
        if sentence := complaint_about(self._wish.name, self._taken):
            return sentence
        try:
            self._wish.spec()
        except InvalidSpec as error:
            return error.sentence
        return self.data.problem

    def show_wish(self, wish: TrainingWish) -> None:
        """Show other settings; a name that the user gave stays."""
        name = self._wish.name if self._has_own_name else free_name(wish.preset, self._taken)
        self._wish = dataclasses.replace(wish, name=name)
        self._show()
        self.changed.emit()

    def set_taken_names(self, names: Collection[str]) -> None:
        """Say which names the library has."""
        self._taken = set(names)
        if not self._has_own_name or self._wish.name in self._taken:
            self._has_own_name = False
            self._replace(name=free_name(self._wish.preset, self._taken))
        self._show()
        self.changed.emit()

    def apply_cure(self, cure: dict[str, float | int | str | bool]) -> None:
        """Change settings as the doctor says; what does not fit is left out."""
        known = {field.name for field in dataclasses.fields(TrainingConfig)}
        for name, value in cure.items():
            if name in known:
                kind = type(getattr(self._wish.config, name))
                self._change_config(name, kind(value))
        self._show()

    def set_theme(self, theme: Theme) -> None:
        """Take other colours."""
        self.labels.set_theme(theme)
        self.schedule.set_theme(theme)

    def set_locked(self, is_locked: bool) -> None:
        """Show the settings of a run that goes on; they cannot be changed then."""
        inputs = (self.preset, self.name, self.data, self.latent_dim, self.reset)
        for widget in (*inputs, self.schedule, *self.boxes.values()):
            widget.setEnabled(not is_locked)
        self.labels.setEnabled(not is_locked and preset_named(self._wish.preset).spec.conditional)

    def _describe(self) -> None:
        self.name.setMaxLength(MAX_NAME)
        self.name.setAccessibleName("Name of the model")
        self.name.setToolTip("What the model will be called")
        self.labels.segment("with").setToolTip("Conditional: the model is told which label")
        self.labels.segment("without").setToolTip("The same network as a plain VAE")
        self.schedule.segment("constant").setToolTip("The same learning rate to the end")
        self.schedule.segment("cosine").setToolTip("Falls to zero over the training")
        self.reset.setToolTip("All settings as the preset has them")
        self.reset.setAccessibleName("Reset to preset")
        self.reset.setAutoDefault(False)

    def _lay_out(self) -> None:
        self.add_section("Model", self.reset)
        self.box.addLayout(
            _form(
                ("Preset", self.preset),
                ("", self.summary),
                ("Name", self.name),
                ("Data", self.data),
                ("Latent dimensions", row(self.latent_dim, None)),
                ("Labels", row(self.labels, None)),
            )
        )
        self.add_gap()
        self.add_section("Training")
        self.box.addLayout(self._training_grid())
        self.box.addStretch(1)

    def _training_grid(self) -> QGridLayout:
        """Two settings a row."""
        boxes, grid = self.boxes, QGridLayout()
        grid.setHorizontalSpacing(SPACING)
        grid.setVerticalSpacing(SPACING - 2)
        rows: tuple[tuple[str, str, QWidget], ...] = (
            ("epochs", "Batch size", boxes["batch_size"]),
            ("learning_rate", "", self.schedule),
            ("beta", "Warm-up", boxes["beta_warmup_epochs"]),
            ("augmentation", "Validation", boxes["validation_share"]),
            ("noise_share", "Level", boxes["noise_level"]),
            ("early_stopping_epochs", "Seed", boxes["seed"]),
        )
        for line, (field, name, other) in enumerate(rows):
            grid.addWidget(text_label(NUMBERS[field].name, "muted"), line, 0)
            grid.addWidget(boxes[field], line, 1)
            if name:
                grid.addWidget(text_label(name, "muted"), line, 2)
            grid.addWidget(other, line, 3 if name else 2, 1, 1 if name else 2)
        grid.setColumnMinimumWidth(0, NAME_WIDTH)
        grid.setColumnStretch(1, 1)
        grid.setColumnStretch(3, 1)
        return grid

    def _connect(self) -> None:
        self.preset.currentIndexChanged.connect(self._on_preset_chosen)
        self.name.textEdited.connect(self._on_name_edited)
        self.data.changed.connect(lambda: self._change(data=self.data.value))
        self.latent_dim.valueChanged.connect(lambda value: self._change(latent_dim=int(value)))
        self.labels.chosen.connect(lambda value: self._change(conditional=value == "with"))
        self.schedule.chosen.connect(lambda value: self._change_config("schedule", value))
        self.reset.clicked.connect(self._on_reset)
        for field, box in self.boxes.items():
            box.valueChanged.connect(lambda value, f=field: self._on_number(f, value))

    def _on_preset_chosen(self) -> None:
        if not self._is_showing:
            preset = self.preset.currentData()
            self.show_wish(TrainingWish.of_preset(preset, self._wish.data))

    def _on_reset(self) -> None:
        self.show_wish(TrainingWish.of_preset(self._wish.preset, self._wish.data))

    def _on_name_edited(self, text: str) -> None:
        self._has_own_name = bool(text)
        self._change(name=text)

    def _on_number(self, field: str, shown: float) -> None:
        kind = type(getattr(self._wish.config, field))
        self._change_config(field, kind(shown / NUMBERS[field].scale))

    def _change_config(self, field: str, value: object) -> None:
        try:
            config = dataclasses.replace(self._wish.config, **{field: value})  # type: ignore[arg-type]
        except InvalidSpec:
            return
        self._change(config=config)

    def _change(self, **changes: object) -> None:
        if not self._is_showing:
            self._replace(**changes)
            self.changed.emit()

    def _replace(self, **changes: object) -> None:
        self._wish = dataclasses.replace(self._wish, **changes)  # type: ignore[arg-type]

    def _show(self) -> None:
        wish, self._is_showing = self._wish, True
        self.preset.setCurrentIndex(self.preset.findData(wish.preset))
        self.summary.setText(f"{preset_named(wish.preset).summary}.")
        if self.name.text() != wish.name:
            self.name.setText(wish.name)
        self.data.set_value(wish.data)
        self.latent_dim.setValue(wish.latent_dim)
        self.labels.set_value("with" if wish.conditional else "without")
        self.labels.setEnabled(preset_named(wish.preset).spec.conditional)
        self.schedule.set_value(wish.config.schedule)
        for field, box in self.boxes.items():
            box.setValue(getattr(wish.config, field) * NUMBERS[field].scale)
        self._is_showing = False


def cost_text(wish: TrainingWish) -> str:
    """The estimate in words; empty for a network that cannot be."""
    try:
        spec = wish.spec()
    except InvalidSpec:
        return ""
    pace = expected_seconds_per_image(spec, remembered_factor(wish.preset))
    cost = estimate(spec, wish.config, pace)
    memory = f"{cost.megabytes / 1000:.1f} GB"
    return (
        f"Estimate: about {duration_text(cost.seconds)} and {memory} of memory "
        f"with MNIST's 60,000 digits; {cost.parameters:,} weights."
    )


def _preset_box() -> QComboBox:
    box = QComboBox()
    box.setAccessibleName("Preset")
    box.setToolTip("The architecture, with the training that suits it")
    for name, preset in PRESETS.items():
        box.addItem(name, name)
        box.setItemData(box.count() - 1, preset.summary, Qt.ItemDataRole.ToolTipRole)
    return box


def _wrapped_label() -> QLabel:
    label = text_label("", "muted")
    label.setWordWrap(True)
    label.setTextFormat(Qt.TextFormat.PlainText)
    return label


def _form(*rows: tuple[str, object]) -> QFormLayout:
    form = QFormLayout()
    form.setContentsMargins(0, 0, 0, 0)
    form.setHorizontalSpacing(SPACING)
    form.setVerticalSpacing(SPACING - 2)
    form.setFieldGrowthPolicy(QFormLayout.FieldGrowthPolicy.AllNonFixedFieldsGrow)
    for name, field in rows:
        label = text_label(name, "muted")
        label.setMinimumSize(NAME_WIDTH, HEIGHT_PX if name else 0)
        form.addRow(label, field)  # type: ignore[call-overload]
    return form
