"""A box for one number of the form: short text, plain digits, no buttons."""

from __future__ import annotations

from dataclasses import dataclass

from PySide6.QtCore import QLocale, QSize, Qt
from PySide6.QtGui import QWheelEvent
from PySide6.QtWidgets import QDoubleSpinBox, QWidget

from desktop_cvae.gui.theme import tabular_font

MIN_WIDTH_PX = 76


@dataclass(frozen=True)
class NumberRange:
    """A setting that is a number.

    Attributes:
        name: for people.
        tip: what it does.
        low: the least sensible value.
        high: the largest.
        decimals: 0 for whole numbers.
        step: of the arrow keys; 0 goes with the number's own size.
        scale: shown value by real value (100 for per cent).
        suffix: after the number.
        zero: what stands for 0 instead of the number.
    """

    name: str
    tip: str
    low: float
    high: float
    decimals: int = 0
    step: float = 1.0
    scale: float = 1.0
    suffix: str = ""
    zero: str = ""


class NumberBox(QDoubleSpinBox):
    """Shows a number without trailing zeros.

    Args:
        numbers: name, range and unit.
    """

    def __init__(self, numbers: NumberRange, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        # Settings travel to command lines and reports: plain digits in every language.
        self.setLocale(QLocale.c())
        self.setDecimals(numbers.decimals)
        self.setRange(numbers.low, numbers.high)
        self.setSuffix(numbers.suffix)
        self.setSpecialValueText(numbers.zero)
        if numbers.step:
            self.setSingleStep(numbers.step)
        else:
            self.setStepType(QDoubleSpinBox.StepType.AdaptiveDecimalStepType)
        self.setToolTip(f"{numbers.tip} ({numbers.low:g} – {numbers.high:g}{numbers.suffix})")
        self.setAccessibleName(numbers.name)
        self.setFont(tabular_font(self.font()))
        self.setAlignment(Qt.AlignmentFlag.AlignRight)
        self.setStyleSheet(
            "QDoubleSpinBox::up-button, QDoubleSpinBox::down-button { width: 0; border: none; }"
        )
        self.lineEdit().setTextMargins(0, 0, 4, 0)
        self.setKeyboardTracking(False)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)

    def minimumSizeHint(self) -> QSize:
        """Room for seven digits; a longer number scrolls."""
        return QSize(MIN_WIDTH_PX, super().minimumSizeHint().height())

    def sizeHint(self) -> QSize:
        """The same."""
        return self.minimumSizeHint()

    def textFromValue(self, value: float) -> str:
        """The number, as short as it can be told."""
        text = f"{value:.{self.decimals()}f}"
        return text.rstrip("0").rstrip(".") if "." in text else text

    def wheelEvent(self, event: QWheelEvent) -> None:
        """A form that is scrolled must not change under the wheel."""
        if self.hasFocus():
            super().wheelEvent(event)
        else:
            event.ignore()
