"""A number box of a form: short text, plain digits, no buttons."""

from __future__ import annotations

from PySide6.QtCore import QLocale, QSize, Qt
from PySide6.QtGui import QWheelEvent
from PySide6.QtWidgets import QDoubleSpinBox

from desktop_cvae.core.language import tr
from desktop_cvae.core.schemas import Field
from desktop_cvae.gui.theme import tabular_font

MIN_WIDTH_PX = 76


class NumberBox(QDoubleSpinBox):
    """Shows a number without trailing zeros.

    Args:
        setting: name, range and unit.
    """

    def __init__(self, setting: Field) -> None:
        super().__init__()
        # Settings travel to command lines and reports: plain digits in every language.
        self.setLocale(QLocale())
        self.setDecimals(setting.decimals)
        self.setRange(setting.low * setting.scale, setting.high * setting.scale)
        self.setSuffix(setting.suffix)
        self.setSpecialValueText(tr(setting.zero))
        if setting.step:
            self.setSingleStep(setting.step)
        else:
            self.setStepType(QDoubleSpinBox.StepType.AdaptiveDecimalStepType)
        self.setToolTip(setting.tip)
        self.setAccessibleName(tr(setting.label))
        self.setFont(tabular_font(self.font()))
        self.setAlignment(Qt.AlignmentFlag.AlignRight)
        self.lineEdit().setTextMargins(0, 0, 4, 0)
        # Else the 1 on the way to 10 would be a value already.
        self.setKeyboardTracking(False)
        # Without the wheel, which Qt lets give the focus to a spin box.
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)

    def minimumSizeHint(self) -> QSize:
        return QSize(MIN_WIDTH_PX, super().minimumSizeHint().height())

    def sizeHint(self) -> QSize:
        return self.minimumSizeHint()

    def textFromValue(self, value: float) -> str:
        text = f"{value:.{self.decimals()}f}"
        short = text.rstrip("0").rstrip(".") if "." in text else text
        return short.replace(".", self.locale().decimalPoint())

    def wheelEvent(self, event: QWheelEvent) -> None:
        """Ignore the wheel: a form that is scrolled must not change."""
        # A wheel that scrolls the page must not change the number that comes under the pointer.
        if self.hasFocus():
            super().wheelEvent(event)
        else:
            event.ignore()
