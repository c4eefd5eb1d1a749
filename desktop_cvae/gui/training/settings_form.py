"""The training form: a few settings that everybody understands, the others folded.

Tested in tests/gui/training/test_training_command.py.
"""

from __future__ import annotations

import dataclasses
from collections.abc import Sequence

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from desktop_cvae.core.errors import InvalidData
from desktop_cvae.core.language import number, tr
from desktop_cvae.core.network_presets import preset_named
from desktop_cvae.core.specs import LATENT_DIM, TRAINING_SETTINGS, ModelSpec, TrainingConfig
from desktop_cvae.gui.controls import make_button, make_combo
from desktop_cvae.gui.training.data_choice import DataChoice
from desktop_cvae.gui.training.estimate import Speeds, cost_text
from desktop_cvae.gui.training.quick_try import quick_request, quick_text
from desktop_cvae.gui.training.setting_fields import (
    LIMIT,
    ROW_GAP,
    labels_choice,
    name_field,
    named_rows,
    preset_box,
    schedule_choice,
    show_starts,
    training_grid,
)
from desktop_cvae.gui.training.training_request import (
    TrainingRequest,
    begins_with,
    complaint_about,
    free_name,
    is_as_preset,
)
from desktop_cvae.gui.widgets.card import Card, row, text_label
from desktop_cvae.gui.widgets.disclosure import Disclosure
from desktop_cvae.gui.widgets.number_box import NumberBox
from desktop_cvae.library.model_library import ModelEntry


class SettingsForm(Card):
    """Edits a :class:`TrainingRequest`.

    Signals:
        changed: the request has changed.
    """

    changed = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._request = TrainingRequest.of_preset("studio")
        self._taken: set[str] = set()
        self._starts: dict[str, ModelSpec] = {}
        self._images: dict[str, int | None] = {}
        self._speeds: Speeds = {}
        self._has_own_name = self._is_showing = self._is_locked = False
        self.preset = preset_box()
        self.summary = text_label("", "muted", wraps=True)
        self.name = name_field()
        self.data = DataChoice()
        self.start_from = make_combo(
            tr("Start from"),
            tr("Start from new weights, or continue to train a model"),
            "training_start_from",
            least_letters=12,
        )
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
        self.reset = make_button(
            tr("Reset to preset"),
            tr("Reset all settings to those of the preset"),
            on_click=lambda: self._show_preset(self._request.preset),
        )
        self.advanced = QWidget()
        self.disclosure = Disclosure(tr("Advanced settings"), self.advanced)
        self._lay_out()
        self._connect()
        self.show_request(self._request)

    @property
    def request(self) -> TrainingRequest:
        return self._request

    @property
    def problem(self) -> str:
        """Reason for which the request cannot be started; "" for none."""
        if sentence := complaint_about(self._request.name, self._taken):
            return sentence
        if self._request.limit == 1:
            return tr("Train on at least two digits.")
        try:
            self._request.spec()
        except InvalidData as error:
            return error.sentence
        return self.data.problem

    @property
    def cost(self) -> str:
        """The estimated cost in words."""
        images = self._images.get(self._request.data)
        return cost_text(self._request, images, self._speeds.get(self._request.preset, 1.0))

    def show_request(self, request: TrainingRequest) -> None:
        """Show other settings; a name that the user typed stays."""
        name = self._request.name if self._has_own_name else free_name(request.preset, self._taken)
        self._request = dataclasses.replace(request, name=name)
        self._show()

    def show_run(self, request: TrainingRequest) -> None:
        """Show the settings of a run, including its name."""
        self._request, self._has_own_name = request, True
        self._show()

    def set_images(self, data: str, images: int | None) -> None:
        """Set the number of training images of a data set; None if unknown."""
        self._images[data] = images
        self._show_size()
        self.changed.emit()

    def set_speeds(self, speeds: Speeds) -> None:
        """Set the speeds of past trainings on this machine."""
        self._speeds = speeds
        self.changed.emit()

    @property
    def quick_request(self) -> TrainingRequest:
        """The request of a quick try with the chosen data."""
        data = self._request.data
        return quick_request(data, self._images.get(data), self._speeds, self._taken)

    @property
    def quick_text(self) -> str:
        """Description of a quick try with the chosen data."""
        return quick_text(self.quick_request, self._images.get(self._request.data), self._speeds)

    def set_models(self, entries: Sequence[ModelEntry]) -> None:
        """Set the models of the library: some can be started from, and none is overwritten."""
        specs = {entry.name: entry.manifest.spec for entry in entries}
        self._starts = {name: spec for name, spec in specs.items() if is_as_preset(spec)}
        self._taken = set(specs)
        if not self._has_own_name or self._request.name in self._taken:
            self._has_own_name = False
            self._replace(name=free_name(self._request.preset, self._taken))
        self._show()

    def apply_cure(self, cure: dict[str, float | int | str | bool]) -> None:
        """Change settings as an advice says; unknown settings are left out."""
        known = {field.name for field in dataclasses.fields(TrainingConfig)}
        for name, value in cure.items():
            if name in known:
                self._change_config(name, value)
        self._show()

    def set_locked(self, is_locked: bool) -> None:
        """Lock the settings while a run uses them."""
        inputs = (self.preset, self.name, self.data, self.start_from, self.limit, self.reset)
        for widget in (*inputs, self.schedule, *self.boxes.values()):
            widget.setEnabled(not is_locked)
        # A model to start from brings its own network.
        is_free = not is_locked and not self._request.start_from
        self.latent_dim.setEnabled(is_free)
        conditional = preset_named(self._request.preset).spec.conditional
        self.labels.setEnabled(is_free and conditional)
        self._is_locked = is_locked

    def _lay_out(self) -> None:
        self.add_section(tr("Your own training"))
        epochs = row(self.boxes["epochs"], text_label(tr("passes over the digits"), "muted"), None)
        self.box.addLayout(
            named_rows(
                (tr("Preset"), self.preset),
                ("", self.summary),
                (tr("Name"), self.name),
                (tr("Data"), self.data),
                (tr("Start from"), self.start_from),
                (tr("Epochs"), epochs),
            )
        )
        self.box.addLayout(row(self.disclosure, None))
        folded = QVBoxLayout(self.advanced)
        folded.setContentsMargins(0, 0, 0, 0)
        folded.setSpacing(ROW_GAP)
        folded.addLayout(
            named_rows(
                (tr("Digits"), row(self.limit, self.of_all, None)),
                (tr("Latent dimensions"), row(self.latent_dim, self.labels, None)),
            )
        )
        folded.addLayout(training_grid(self.boxes, self.schedule))
        folded.addLayout(row(None, self.reset))
        self.box.addWidget(self.advanced)
        self.box.addStretch(1)

    def _show_size(self) -> None:
        images = self._images.get(self._request.data)
        self.of_all.setText("" if images is None else tr("of {images}", images=number(images)))

    def _connect(self) -> None:
        self.preset.currentIndexChanged.connect(self._on_preset_chosen)
        self.name.textEdited.connect(self._on_name_edited)
        self.data.changed.connect(lambda: self._change(data=self.data.value))
        self.limit.valueChanged.connect(lambda value: self._change(limit=int(value)))
        self.latent_dim.valueChanged.connect(lambda value: self._change(latent_dim=int(value)))
        self.start_from.activated.connect(self._on_start_chosen)
        self.labels.chosen.connect(lambda value: self._change(conditional=value == "with"))
        self.schedule.chosen.connect(lambda value: self._change_config("schedule", value))
        for field, box in self.boxes.items():
            scale = TRAINING_SETTINGS[field].scale
            box.valueChanged.connect(lambda n, f=field, s=scale: self._change_config(f, n / s))

    def _on_preset_chosen(self) -> None:
        if not self._is_showing:
            self._show_preset(self.preset.currentData())

    def _show_preset(self, preset: str) -> None:
        request = TrainingRequest.of_preset(preset, self._request.data)
        self.show_request(dataclasses.replace(request, limit=self._request.limit))

    def _on_start_chosen(self) -> None:
        name = self.start_from.currentData()
        if name == self._request.start_from:
            return
        if name:
            self.show_request(begins_with(self._request, name, self._starts[name]))
        else:
            self._show_preset(self._request.preset)

    def _on_name_edited(self, text: str) -> None:
        self._has_own_name = bool(text)
        self._change(name=text)

    def _change_config(self, field: str, value: float | str) -> None:
        """Change a setting of the training; a value that it refuses changes nothing."""
        # The number boxes give floats and an advice may give text: convert to the setting's type.
        kind = type(getattr(self._request.config, field))
        try:
            config = dataclasses.replace(self._request.config, **{field: kind(value)})
        except InvalidData:
            return
        self._change(config=config)

    def _change(self, **changes: object) -> None:
        if not self._is_showing:
            self._replace(**changes)
            self.changed.emit()

    def _replace(self, **changes: object) -> None:
        self._request = dataclasses.replace(self._request, **changes)  # type: ignore[arg-type]

    def _show(self) -> None:
        """Show the request in the fields; they do not change it meanwhile."""
        request, self._is_showing = self._request, True
        self.preset.setCurrentIndex(self.preset.findData(request.preset))
        self.summary.setText(f"{tr(preset_named(request.preset).summary)}.")
        if self.name.text() != request.name:
            self.name.setText(request.name)
        self.data.set_value(request.data)
        self.limit.setValue(request.limit)
        self._show_size()
        self.latent_dim.setValue(request.latent_dim)
        self.labels.set_value("with" if request.conditional else "without")
        show_starts(self.start_from, list(self._starts), request.start_from)
        self.schedule.set_value(request.config.schedule)
        for field, box in self.boxes.items():
            box.setValue(getattr(request.config, field) * TRAINING_SETTINGS[field].scale)
        self._is_showing = False
        self.set_locked(self._is_locked)
        self.changed.emit()
