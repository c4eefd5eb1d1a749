"""What the user prefers: every choice is in force at once, and kept."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from dataclasses import fields

from PySide6.QtCore import QEvent, QSize, Qt, Signal
from PySide6.QtWidgets import (
    QCheckBox,
    QComboBox,
    QGridLayout,
    QLabel,
    QPushButton,
    QSlider,
    QVBoxLayout,
    QWidget,
)

from desktop_cvae.gui.actions import ENGINES, THEMES
from desktop_cvae.gui.preferences import Preferences
from desktop_cvae.gui.session import Session
from desktop_cvae.gui.settings import LARGEST_TEXT_SCALE, LEAST_TEXT_SCALE, Settings
from desktop_cvae.gui.theme import SPACING, tabular_font
from desktop_cvae.gui.widgets.card import Card, row, text_label
from desktop_cvae.gui.widgets.pen_bar import WIDTHS
from desktop_cvae.gui.widgets.segmented_choice import SegmentedChoice
from desktop_cvae.gui.widgets.work_dialog import WorkDialog

SIZE = QSize(600, 500)
STEP_PERCENT = 10
LAST_USED = "The one used last"
OFFERED = ("theme", "text_scale", "pen", "start_model", "engine", "keeps_recent")
"""The fields of the settings that are asked for here; the others are remembered by themselves."""
KEPT_HERE = (
    "Settings and recent files are kept on this computer only. Nothing is ever sent, and the "
    "program never looks for updates."
)


class PreferencesDialog(WorkDialog):
    """A line for each preference; follows what is changed elsewhere when it is come back to.

    Args:
        parent: the window.
        preferences: are shown and changed.
        present: the settings as the window is now.
        session: its models can be the first one.

    Signals:
        tour_wanted: the user wants to be shown around.
    """

    tour_wanted = Signal()

    def __init__(
        self,
        parent: QWidget,
        preferences: Preferences,
        present: Callable[[], Settings],
        session: Session,
    ) -> None:
        super().__init__(parent, "preferences", "Preferences")
        self._preferences, self._present, self._session = preferences, present, session
        self._make_controls()
        self._lay_out()
        self._connect()
        self._show()

    def changeEvent(self, event: QEvent) -> None:
        """Show what was changed by menus and keys meanwhile."""
        if event.type() is QEvent.Type.ActivationChange and self.isActiveWindow():
            self._show()
        super().changeEvent(event)

    def _make_controls(self) -> None:
        self.theme = SegmentedChoice(_shortly(THEMES), "Light or dark")
        self.scale = QSlider(Qt.Orientation.Horizontal)
        self.scale.setObjectName("text_size")
        self.scale.setAccessibleName("Text size in per cent")
        self.scale.setToolTip("Size of all texts in the window")
        self.scale.setRange(_steps(LEAST_TEXT_SCALE), _steps(LARGEST_TEXT_SCALE))
        self.scale.setPageStep(1)
        self.percent = QLabel()
        self.percent.setFont(tabular_font(self.font()))
        self.percent.setMinimumWidth(self.percent.fontMetrics().horizontalAdvance("200 %") + 2)
        self.percent.setAlignment(Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter)
        self.pen = SegmentedChoice([(name, name) for name in WIDTHS], "Width of the pen")
        self.start = _combo("start_model", "Model to start with", "Opened when the window opens")
        self.engine = _combo("engine", "Engine", "What runs the networks; both give one answer")
        for kind, text in ENGINES.items():
            self.engine.addItem(text, kind)
        self.recent = QCheckBox("Remember opened files for the File menu")
        self.recent.setObjectName("keeps_recent")
        self.recent.setToolTip("Keep the names of the last ten files that were opened")
        self.forget = QPushButton("Forget them")
        self.forget.setToolTip("Clear the list of recent files now")
        self.tour = QPushButton("Show the tour")
        self.tour.setToolTip("Be shown around the window again")
        self.reset = QPushButton("Reset to defaults")
        self.reset.setToolTip("Give all of these the values of a first start")
        self.close_button = QPushButton("Close")
        self.close_button.setToolTip("Close; all is kept (Esc)")

    def _lay_out(self) -> None:
        look = _section("Appearance", ("Theme", self.theme), ("Text size", self.scale))
        grid = look.findChild(QGridLayout)
        assert grid is not None
        grid.addWidget(self.percent, 1, 2)
        work = _section(
            "Work",
            ("Pen", self.pen),
            ("Start with", self.start),
            ("Engine", self.engine),
        )
        private = Card()
        private.add_section("Privacy")
        private.box.addLayout(row(self.recent, None, self.forget))
        told = text_label(KEPT_HERE, "muted")
        told.setWordWrap(True)
        private.box.addWidget(told)
        body = QVBoxLayout()
        for card in (look, work, private):
            body.addWidget(card)
        body.addStretch(1)
        self.lay_out(body, row(self.reset, self.tour, None, self.close_button), SIZE)

    def _connect(self) -> None:
        wish = self._preferences.wish
        self.theme.chosen.connect(lambda value: wish("theme", value))
        self.scale.valueChanged.connect(self._on_scale_changed)
        self.pen.chosen.connect(lambda value: wish("pen", value))
        self.start.activated.connect(lambda _: wish("start_model", self.start.currentData()))
        self.engine.activated.connect(lambda _: wish("engine", self.engine.currentData()))
        self.recent.clicked.connect(self._on_recent_clicked)
        self.forget.clicked.connect(lambda: self._preferences.change(recent=()))
        self.tour.clicked.connect(self._on_tour)
        self.reset.clicked.connect(self._on_reset)
        self.close_button.clicked.connect(self.close)
        self.follow(self._preferences.changed, self._show)
        self.follow(self._session.models_changed, self._show)

    def _show(self) -> None:
        settings = self._present()
        self.theme.set_value(settings.theme)
        self.pen.set_value(settings.pen)
        # Nothing is wished by what is only shown.
        for widget in (self.scale, self.start, self.engine, self.recent):
            widget.blockSignals(True)
        self.scale.setValue(_steps(settings.text_scale))
        self._show_models(settings.start_model)
        self.engine.setCurrentIndex(self.engine.findData(settings.engine))
        self.recent.setChecked(settings.keeps_recent)
        for widget in (self.scale, self.start, self.engine, self.recent):
            widget.blockSignals(False)
        self.percent.setText(f"{100 * settings.text_scale:.0f} %")
        self.forget.setEnabled(bool(settings.recent))

    def _show_models(self, chosen: str) -> None:
        names = [entry.name for entry in self._session.models]
        # One that is gone stays chosen until another is; it is only not found at the next start.
        names += [chosen] if chosen and chosen not in names else []
        self.start.clear()
        self.start.addItem(LAST_USED, "")
        for name in names:
            self.start.addItem(name, name)
        self.start.setCurrentIndex(self.start.findData(chosen))

    def _on_scale_changed(self, steps: int) -> None:
        self._preferences.wish("text_scale", steps * STEP_PERCENT / 100)

    def _on_recent_clicked(self, is_kept: bool) -> None:
        self._preferences.wish("keeps_recent", is_kept)
        if not is_kept:
            self._preferences.change(recent=())

    def _on_tour(self) -> None:
        # It points at the window, which this would cover.
        self.close()
        self.tour_wanted.emit()

    def _on_reset(self) -> None:
        present = self._present()
        for field in fields(Settings):
            if field.name in OFFERED and getattr(present, field.name) != field.default:
                self._preferences.wish(field.name, field.default)


def _steps(scale: float) -> int:
    return round(100 * scale / STEP_PERCENT)


def _shortly(themes: Mapping[str, str]) -> Sequence[tuple[str, str]]:
    return [
        (value, text.replace("Follow the system", "As the system"))
        for value, text in themes.items()
    ]


def _combo(name: str, title: str, tip: str) -> QComboBox:
    combo = QComboBox()
    combo.setObjectName(name)
    combo.setAccessibleName(title)
    combo.setToolTip(tip)
    return combo


def _section(title: str, *lines: tuple[str, QWidget]) -> Card:
    """A card of controls, their names in one column."""
    card = Card()
    card.add_section(title)
    grid = QGridLayout()
    grid.setHorizontalSpacing(2 * SPACING)
    grid.setVerticalSpacing(SPACING)
    grid.setColumnMinimumWidth(0, 80)
    grid.setColumnStretch(1, 1)
    for line, (name, widget) in enumerate(lines):
        label = text_label(name, "muted")
        label.setBuddy(widget)
        grid.addWidget(label, line, 0)
        is_choice = isinstance(widget, SegmentedChoice)
        at = Qt.AlignmentFlag.AlignLeft if is_choice else Qt.AlignmentFlag(0)
        grid.addWidget(widget, line, 1, at)
    card.box.addLayout(grid)
    return card
