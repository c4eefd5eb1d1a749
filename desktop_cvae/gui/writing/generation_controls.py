"""How digits are written: the temperature, and the seed with its die."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import QRandomGenerator, Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QSlider, QWidget

from desktop_cvae.core.language import mark, number, tr
from desktop_cvae.core.specs import Setting
from desktop_cvae.gui.icons import ToolButton
from desktop_cvae.gui.theme import SPACING
from desktop_cvae.gui.widgets.card import ValueLabel, text_label
from desktop_cvae.gui.widgets.explained_heading import ExplainedHeading
from desktop_cvae.gui.widgets.number_box import NumberBox

MAX_TEMPERATURE = 1.5
STEPS_PER_UNIT = 20
MAX_SEED = 999_999
SEED = Setting(mark("Seed"), mark("the same seed writes the same digits"), 0, MAX_SEED)


def random_seed() -> int:
    """A seed from the system's generator, 0–``MAX_SEED``."""
    return QRandomGenerator.system().bounded(MAX_SEED + 1)


class GenerationControls(QWidget):
    """A slider for the temperature, a box for the seed and a die that throws a new one.

    Signals:
        changed: temperature or seed is another one.

    Args:
        new_seed: what the die throws.
    """

    changed = Signal()

    def __init__(
        self,
        parent: QWidget | None = None,
        new_seed: Callable[[], int] = random_seed,
    ) -> None:
        super().__init__(parent)
        self._new_seed = new_seed
        self.slider = _slider()
        self.seed_box = NumberBox(SEED)
        self.seed_box.setValue(1)
        self.dice = ToolButton("dice", tr("New seed"), tr("Throw a new seed"))
        self.dice.set_flat()
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
        self.dice.clicked.connect(self._on_dice_clicked)
        self._show_temperature()

    @property
    def temperature(self) -> float:
        """Scales the prior's deviations, 0 to ``MAX_TEMPERATURE``; 1 is the prior."""
        return self.slider.value() / STEPS_PER_UNIT

    @property
    def seed(self) -> int:
        """Of the random latent vectors."""
        return int(self.seed_box.value())

    def explain(self, temperature: str, seed: str) -> None:
        """Say what the temperature and the seed decide, as tooltips."""
        self.slider.setToolTip(temperature)
        self.seed_box.setToolTip(seed)
        self.dice.setToolTip(tr("Throw a new seed: {seed}", seed=seed))

    def _lay_out(self) -> None:
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(SPACING)
        row.addWidget(self._names[0])
        row.addWidget(self.slider, 1)
        row.addWidget(self._value)
        row.addSpacing(SPACING)
        row.addWidget(self._names[1])
        row.addWidget(self.seed_box)
        row.addWidget(self.dice)

    def _on_temperature_changed(self) -> None:
        self._show_temperature()
        self.changed.emit()

    def _show_temperature(self) -> None:
        self._value.setText(number(self.temperature, ".2f"))

    def _on_dice_clicked(self) -> None:
        self.seed_box.setValue(self._new_seed())


def _slider() -> QSlider:
    slider = QSlider(Qt.Orientation.Horizontal)
    slider.setRange(0, round(MAX_TEMPERATURE * STEPS_PER_UNIT))
    slider.setValue(STEPS_PER_UNIT)
    slider.setPageStep(4)
    slider.setFocusPolicy(Qt.FocusPolicy.TabFocus)
    slider.setAccessibleName(tr("Temperature"))
    slider.setMinimumWidth(72)
    return slider
