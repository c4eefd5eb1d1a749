"""Controls for generation: temperature, seed, and a die that picks a random seed."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import QRandomGenerator, Qt, Signal
from PySide6.QtWidgets import QSlider, QWidget

from desktop_cvae.core.language import mark, number, tr
from desktop_cvae.core.schemas import Field
from desktop_cvae.gui.controls import make_slider
from desktop_cvae.gui.icons import ToolButton
from desktop_cvae.gui.theme import SPACING
from desktop_cvae.gui.widgets.card import ValueLabel, row, text_label
from desktop_cvae.gui.widgets.explained_heading import ExplainedHeading
from desktop_cvae.gui.widgets.number_box import NumberBox

MAX_TEMPERATURE = 1.5
STEPS_PER_UNIT = 20
MAX_SEED = 999_999
USUAL_SEED = 1
SEED = Field(mark("Seed"), mark("the same seed gives the same digits"), 0, MAX_SEED)


def random_seed() -> int:
    """Return a seed from the system's random generator, 0–``MAX_SEED``."""
    return QRandomGenerator.system().bounded(MAX_SEED + 1)


def make_seed_box(new_seed: Callable[[], int] = random_seed) -> tuple[NumberBox, ToolButton]:
    """Return a box for a seed, and a die that puts a random seed into it."""
    box = NumberBox(SEED)
    box.setValue(USUAL_SEED)
    dice = ToolButton("dice", tr("New seed"), tr("Choose a new random seed"))
    dice.set_flat()
    dice.clicked.connect(lambda _=False: box.setValue(new_seed()))
    return box, dice


class GenerationControls(QWidget):
    """A slider for the temperature, a box for the seed, and a die for a random seed.

    Signals:
        changed: temperature or seed changed.

    Args:
        new_seed: returns a random seed.
    """

    changed = Signal()

    def __init__(
        self,
        new_seed: Callable[[], int] = random_seed,
    ) -> None:
        super().__init__()
        self.slider = _slider()
        self.seed_box, self.dice = make_seed_box(new_seed)
        self._value = ValueLabel("0.00")
        self._names = [
            ExplainedHeading(tr("Temperature"), "temperature", "muted"),
            text_label(tr("Seed"), "muted"),
        ]
        self._lay_out()
        self.slider.valueChanged.connect(self._on_temperature_changed)
        self.seed_box.valueChanged.connect(lambda _: self.changed.emit())
        # Enter gives the number keys back to the window.
        self.seed_box.lineEdit().returnPressed.connect(self.seed_box.clearFocus)
        self._show_temperature()

    @property
    def changed_values(self) -> str:
        """Values that are not the usual ones: "temperature 0.50, seed 7"; "" for none."""
        values = []
        if self.slider.value() != STEPS_PER_UNIT:
            values.append(tr("temperature {value}", value=number(self.temperature, ".2f")))
        if self.seed != USUAL_SEED:
            values.append(tr("seed {value}", value=str(self.seed)))
        return ", ".join(values)

    @property
    def temperature(self) -> float:
        """Factor on the prior's deviations, 0 to ``MAX_TEMPERATURE``; 1 is the prior."""
        return self.slider.value() / STEPS_PER_UNIT

    @property
    def seed(self) -> int:
        """Seed of the random latent vectors."""
        return int(self.seed_box.value())

    def explain(self, temperature: str, seed: str) -> None:
        self.slider.setToolTip(temperature)
        self.seed_box.setToolTip(seed)
        self.dice.setToolTip(tr("Choose a new random seed: {seed}", seed=seed))

    def _lay_out(self) -> None:
        temperature, seed = self._names
        items = (temperature, self.slider, self._value, SPACING, seed, self.seed_box, self.dice)
        self.setLayout(row(*items, fills=self.slider))

    def _on_temperature_changed(self) -> None:
        self._show_temperature()
        self.changed.emit()

    def _show_temperature(self) -> None:
        self._value.setText(number(self.temperature, ".2f"))


def _slider() -> QSlider:
    slider = make_slider(tr("Temperature"), high=round(MAX_TEMPERATURE * STEPS_PER_UNIT))
    slider.setValue(STEPS_PER_UNIT)
    slider.setPageStep(4)
    slider.setFocusPolicy(Qt.FocusPolicy.TabFocus)
    slider.setMinimumWidth(72)
    return slider
