"""How the digits are to be written: temperature and seed."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import QLocale, QRandomGenerator, Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QLabel, QSlider, QSpinBox, QWidget

from desktop_cvae.gui.theme import SPACING, Theme, tabular_font
from desktop_cvae.gui.widgets.card import text_label
from desktop_cvae.gui.widgets.tool_button import ToolButton

MAX_TEMPERATURE = 1.5
STEPS_PER_UNIT = 20
MAX_SEED = 999_999


def random_seed() -> int:
    """A seed from the system's generator, 0–``MAX_SEED``."""
    return QRandomGenerator.system().bounded(MAX_SEED + 1)


class GenerationControls(QWidget):
    """A slider for the temperature, a box for the seed and a die that throws a new one.

    Signals:
        changed: temperature or seed is another one.

    Args:
        theme: the colours.
        new_seed: what the die throws.
    """

    changed = Signal()

    def __init__(
        self,
        theme: Theme,
        parent: QWidget | None = None,
        new_seed: Callable[[], int] = random_seed,
    ) -> None:
        super().__init__(parent)
        self._new_seed = new_seed
        self.slider = _slider()
        self.seed_box = _seed_box()
        self.dice = ToolButton("dice", "New seed", "Throw a new seed", theme)
        self.dice.set_flat()
        self._value = QLabel()
        self._names = [text_label("Temperature", "muted"), text_label("Seed", "muted")]
        self._lay_out()
        self.slider.valueChanged.connect(self._on_temperature_changed)
        self.seed_box.valueChanged.connect(lambda _: self.changed.emit())
        # Enter gives the number keys back to the window.
        self.seed_box.lineEdit().returnPressed.connect(self.seed_box.clearFocus)
        self.dice.clicked.connect(self._on_dice_clicked)
        self._show_temperature()

    @property
    def temperature(self) -> float:
        """Standard deviation of the latent vectors, 0 to ``MAX_TEMPERATURE``; 1 is the prior."""
        return self.slider.value() / STEPS_PER_UNIT

    @property
    def seed(self) -> int:
        """Of the random latent vectors."""
        return self.seed_box.value()

    def set_theme(self, theme: Theme) -> None:
        """Take other colours."""
        self.dice.set_theme(theme)

    def explain_disabled(self, reason: str) -> None:
        """Disable all, with the reason as tooltip, or enable all if the reason is empty."""
        self.setEnabled(not reason)
        self.setToolTip(reason)
        temperature = "0 writes the mean digit, 1 samples the prior, above 1 gets wild"
        self.slider.setToolTip(reason or temperature)
        self.seed_box.setToolTip(reason or "The same seed writes the same digits")
        self.dice.setToolTip(reason or "Throw a new seed")

    def _lay_out(self) -> None:
        self._value.setFont(tabular_font(self.font()))
        self._value.setAlignment(Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter)
        self._value.setFixedWidth(self._value.fontMetrics().horizontalAdvance("0.00") + 2)
        for label, control in zip(self._names, (self.slider, self.seed_box), strict=True):
            label.setBuddy(control)
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
        self._value.setText(f"{self.temperature:.2f}")

    def _on_dice_clicked(self) -> None:
        self.seed_box.setValue(self._new_seed())


def _slider() -> QSlider:
    slider = QSlider(Qt.Orientation.Horizontal)
    slider.setRange(0, round(MAX_TEMPERATURE * STEPS_PER_UNIT))
    slider.setValue(STEPS_PER_UNIT)
    slider.setPageStep(4)
    slider.setFocusPolicy(Qt.FocusPolicy.TabFocus)
    slider.setAccessibleName("Temperature")
    slider.setMinimumWidth(72)
    return slider


def _seed_box() -> QSpinBox:
    box = QSpinBox()
    box.setRange(0, MAX_SEED)
    box.setValue(1)
    # NoButtons would do, but under a stylesheet it leaves the text one pixel (Qt 6.12).
    box.setStyleSheet("QSpinBox::up-button, QSpinBox::down-button { width: 0; border: none; }")
    box.setAlignment(Qt.AlignmentFlag.AlignRight)
    # The seed goes into scripts and reports: plain digits in every language.
    box.setLocale(QLocale.c())
    box.setFont(tabular_font(box.font()))
    box.setKeyboardTracking(False)
    box.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
    box.setAccessibleName("Seed")
    box.lineEdit().setTextMargins(0, 0, 4, 0)
    box.setFixedWidth(box.fontMetrics().horizontalAdvance("000000") + 26)
    return box
