"""The choice of a number's rule, with a count of digits where the rule needs one."""

from __future__ import annotations

from PySide6.QtCore import QSignalBlocker, Signal
from PySide6.QtWidgets import QWidget

from desktop_cvae.core.language import mark, tr
from desktop_cvae.gui.controls import make_combo, make_spin_box
from desktop_cvae.gui.widgets.card import row
from desktop_cvae.inference.field_rules import COUNTS

RULES = {
    "": mark("Any number"),
    "length": mark("Fixed length"),
    "postal": mark("Postal code"),
    "phone": mark("Phone number"),
    "card": mark("Card number"),
    "date": mark("Date"),
    "amount": mark("Amount of money"),
    "decimal": mark("Decimal number"),
}
LEAST_RULE_PX = 96


class RuleChooser(QWidget):
    """A list of rules, and a count beside it for those that need one.

    Signals:
        rule_chosen(str): as ``inference.field_rules.parse_rule`` takes it; "" for none.
    """

    rule_chosen = Signal(str)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.kinds = make_combo(
            tr("Format of the number"),
            tr("Among the likely readings, choose one that follows this rule"),
            "number_rule",
            items=[(tr(text), kind) for kind, text in RULES.items()],
        )
        # In a narrow column the current rule is cut off; the list shows it whole.
        self.kinds.setMinimumWidth(LEAST_RULE_PX)
        self.count = make_spin_box(
            tr("Number of digits"), tr("Number of digits that the number has"), "number_rule_count"
        )
        self.count.setSuffix(" " + tr("digits"))
        self.count.hide()
        self.setLayout(row(self.kinds, self.count))
        self.kinds.currentIndexChanged.connect(self._on_kind_chosen)
        self.count.valueChanged.connect(self._emit_rule)

    @property
    def rule(self) -> str:
        """The rule in its written form, such as ``"length:10"``, or ""."""
        kind = str(self.kinds.currentData())
        return f"{kind}:{self.count.value()}" if kind in COUNTS else kind

    def reset(self) -> None:
        """Choose any number."""
        self.kinds.setCurrentIndex(0)

    def show_rule(self, rule: str) -> None:
        """Show a rule in its written form, without a signal."""
        kind, _, count = rule.partition(":")
        with QSignalBlocker(self):
            self.kinds.setCurrentIndex(max(self.kinds.findData(kind), 0))
            if count:
                self.count.setValue(int(count))

    def _on_kind_chosen(self) -> None:
        kind = str(self.kinds.currentData())
        self.count.setVisible(kind in COUNTS)
        if kind in COUNTS:
            counts = COUNTS[kind]
            with QSignalBlocker(self.count):
                self.count.setRange(counts.least, counts.most)
                self.count.setValue(counts.usual)
        self._emit_rule()

    def _emit_rule(self) -> None:
        self.rule_chosen.emit(self.rule)
