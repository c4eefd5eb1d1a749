"""Kind and level of the noise on what the model reads."""

from __future__ import annotations

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QComboBox, QLabel, QSlider, QWidget

from desktop_cvae.core.results import NoiseSetting
from desktop_cvae.gui.theme import tabular_font
from desktop_cvae.gui.widgets.card import row
from desktop_cvae.gui.widgets.tool_button import ToolButton

STEPS = 100
KIND_NAMES = {
    "gaussian": "Gaussian",
    "salt and pepper": "Salt and pepper",
    "speckle": "Speckle",
    "occlusion": "Occlusion",
}
"""``pictures.noise.KINDS`` for people; a test holds the two together."""


class NoiseBar(QWidget):
    """A combo, a slider, a die; the slider's value is placed by the owner, in the heading.

    Signals:
        noise_chosen(str, float): kind and level in [0, 1].
        renewal_wanted: another seed.
    """

    noise_chosen = Signal(str, float)
    renewal_wanted = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.kind = QComboBox()
        self.kind.setObjectName("noise_kind")
        self.kind.setAccessibleName("Kind of noise")
        self.kind.setToolTip("Noise that is added to what the model reads")
        for kind, name in KIND_NAMES.items():
            self.kind.addItem(name, kind)
        self.slider = QSlider(Qt.Orientation.Horizontal)
        self.slider.setObjectName("noise_level")
        self.slider.setAccessibleName("Noise level in per cent")
        self.slider.setToolTip("How much noise: 0 is none")
        self.slider.setRange(0, STEPS)
        self.slider.setMinimumWidth(48)
        self.value = QLabel()
        self.value.setFont(tabular_font(self.font()))
        self.value.setAlignment(Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter)
        self.value.setFixedWidth(self.value.fontMetrics().horizontalAdvance("0.00") + 4)
        self.dice = ToolButton("dice", "New noise", "The same noise, thrown anew (Space)")
        self.setLayout(row(self.kind, self.slider, self.dice))
        self._show_value()
        self.kind.currentIndexChanged.connect(self._tell)
        self.slider.valueChanged.connect(self._tell)
        self.dice.clicked.connect(self.renewal_wanted)

    def set_noise(self, noise: NoiseSetting) -> None:
        """Show a setting without telling."""
        self.kind.blockSignals(True)
        self.slider.blockSignals(True)
        self.kind.setCurrentIndex(max(0, self.kind.findData(noise.kind)))
        self.slider.setValue(round(noise.level * STEPS))
        self.kind.blockSignals(False)
        self.slider.blockSignals(False)
        self._show_value()

    def _tell(self) -> None:
        self._show_value()
        self.noise_chosen.emit(self.kind.currentData(), self.slider.value() / STEPS)

    def _show_value(self) -> None:
        self.value.setText(f"{self.slider.value() / STEPS:.2f}")
        self.dice.setEnabled(self.slider.value() > 0)
