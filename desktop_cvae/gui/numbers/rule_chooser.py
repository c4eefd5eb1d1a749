"""What the number must be: nothing, so many digits, a postal code, a phone or a card number."""

from __future__ import annotations

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QComboBox, QHBoxLayout, QSpinBox, QWidget

from desktop_cvae.gui.theme import SPACING

RULES = {
    "": "Any number",
    "length": "Fixed length",
    "postal": "Postal code",
    "phone": "Phone number",
    "card": "Card number",
}
COUNTS = {"length": (1, 40, 10), "postal": (3, 10, 5)}
"""Least, most and usual count of digits, for the rules that have one."""


class RuleChooser(QWidget):
    """A list of rules, and a count beside it for those that need one.

    Signals:
        rule_chosen(str): as ``inference.field_rules.parse_rule`` takes it; "" for none.
    """

    rule_chosen = Signal(str)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.kinds = QComboBox()
        self.kinds.setObjectName("number_rule")
        self.kinds.setAccessibleName("What the number must be")
        self.kinds.setToolTip("Among the likely readings, take one that keeps this rule")
        for kind, text in RULES.items():
            self.kinds.addItem(text, kind)
        self.count = QSpinBox()
        self.count.setObjectName("number_rule_count")
        self.count.setAccessibleName("Count of digits")
        self.count.setToolTip("How many digits the number has")
        self.count.setSuffix(" digits")
        self.count.setButtonSymbols(QSpinBox.ButtonSymbols.NoButtons)
        self.count.hide()
        layout = QHBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(SPACING)
        layout.addWidget(self.kinds)
        layout.addWidget(self.count)
        self.kinds.currentIndexChanged.connect(self._on_kind_chosen)
        self.count.valueChanged.connect(self._tell)

    @property
    def rule(self) -> str:
        """The rule as it is written, e.g. ``"length:10"``, or ""."""
        kind = str(self.kinds.currentData())
        return f"{kind}:{self.count.value()}" if kind in COUNTS else kind

    def _on_kind_chosen(self) -> None:
        kind = str(self.kinds.currentData())
        self.count.setVisible(kind in COUNTS)
        if kind in COUNTS:
            least, most, usual = COUNTS[kind]
            self.count.blockSignals(True)
            self.count.setRange(least, most)
            self.count.setValue(usual)
            self.count.blockSignals(False)
        self._tell()

    def _tell(self) -> None:
        self.rule_chosen.emit(self.rule)
