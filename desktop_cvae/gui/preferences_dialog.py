"""What the user prefers: every choice is in force at once, and kept."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import fields

from PySide6.QtCore import QEvent, QSize, Qt, Signal
from PySide6.QtWidgets import (
    QCheckBox,
    QComboBox,
    QGridLayout,
    QLabel,
    QPushButton,
    QSlider,
    QWidget,
)

from desktop_cvae.core.language import mark, number, tr
from desktop_cvae.gui.actions import ENGINES, THEMES
from desktop_cvae.gui.archive.archive_preferences import ArchivePreferences
from desktop_cvae.gui.preferences import Preferences
from desktop_cvae.gui.session import Session
from desktop_cvae.gui.settings import LARGEST_TEXT_SCALE, LEAST_TEXT_SCALE, Settings
from desktop_cvae.gui.theme import SPACING, tabular_font
from desktop_cvae.gui.widgets.card import Card, row, text_label
from desktop_cvae.gui.widgets.pen_bar import WIDTHS
from desktop_cvae.gui.widgets.segmented_choice import SegmentedChoice
from desktop_cvae.gui.widgets.work_dialog import WorkDialog
from desktop_cvae.workers.job_runner import JobRunner
from desktop_cvae.workers.linguist import LANGUAGES, spoken, system_language

SIZE = QSize(900, 440)
STEP_PERCENT = 10
LAST_USED, AS_SYSTEM = mark("The one used last"), mark("As the system")
OFFERED = (
    *("theme", "text_scale", "language", "pen", "start_model", "engine", "keeps_recent"),
    *("keeps_archive", "archive_limit"),
)
"""The fields of the settings that are asked for here; the others are remembered by themselves."""
KEPT_HERE = mark(
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
        runner: looks into the archive.

    Signals:
        tour_wanted: the user wants to be shown around.
        restart_wanted: the user wants the program to end and start again.
    """

    tour_wanted = Signal()
    restart_wanted = Signal()

    def __init__(
        self,
        parent: QWidget,
        preferences: Preferences,
        present: Callable[[], Settings],
        session: Session,
        runner: JobRunner,
    ) -> None:
        super().__init__(parent, "preferences", tr("Preferences"), runner)
        self._preferences, self._present, self._session = preferences, present, session
        self._make_controls()
        self._lay_out()
        self._connect()
        self._show()
        # Qt would give it to the first of the choices, chosen or not, and take the others from Tab.
        self.theme.segment(self.theme.value).setFocus()

    def changeEvent(self, event: QEvent) -> None:
        """Show what was changed by menus and keys meanwhile."""
        if event.type() is QEvent.Type.ActivationChange and self.isActiveWindow():
            self._show()
        super().changeEvent(event)

    def _make_controls(self) -> None:
        self.theme = SegmentedChoice(
            [(value, tr(text)) for value, text in {**THEMES, "system": AS_SYSTEM}.items()],
            tr("Light or dark"),
        )
        self.scale = QSlider(Qt.Orientation.Horizontal)
        self.scale.setObjectName("text_size")
        self.scale.setAccessibleName(tr("Text size in per cent"))
        self.scale.setToolTip(tr("Size of all texts in the window"))
        self.scale.setRange(_steps(LEAST_TEXT_SCALE), _steps(LARGEST_TEXT_SCALE))
        self.scale.setPageStep(1)
        self.percent = QLabel()
        self.percent.setFont(tabular_font(self.font()))
        self.percent.setMinimumWidth(self.percent.fontMetrics().horizontalAdvance("200 %") + 2)
        self.percent.setAlignment(Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter)
        self.language = _combo("language", tr("Language"), tr("Of all texts and numbers"))
        for name, text in {"": tr(AS_SYSTEM), **LANGUAGES}.items():
            self.language.addItem(text, name)
        self.later = text_label(tr("In force at the next start."), "muted")
        self.later.setWordWrap(True)
        self.restart = QPushButton(tr("Restart now"))
        self.restart.setObjectName("restart")
        self.restart_row = QWidget()
        self.restart.setToolTip(tr("End the program and start it again; your drawing is kept"))
        self.pen = SegmentedChoice([(name, tr(name)) for name in WIDTHS], tr("Width of the pen"))
        self.start = _combo(
            "start_model", tr("Model to start with"), tr("Opened when the window opens")
        )
        self.engine = _combo(
            "engine", tr("Engine"), tr("What runs the networks; both give one answer")
        )
        for kind, text in ENGINES.items():
            self.engine.addItem(tr(text), kind)
        self.archive = ArchivePreferences(self, self._preferences)
        self.recent = QCheckBox(tr("Remember opened files for the File menu"))
        self.recent.setObjectName("keeps_recent")
        self.recent.setToolTip(tr("Keep the names of the last ten files that were opened"))
        self.forget = QPushButton(tr("Forget them"))
        self.forget.setToolTip(tr("Clear the list of recent files now"))
        self.tour = QPushButton(tr("Show the tour"))
        self.tour.setToolTip(tr("Be shown around the window again"))
        self.reset = QPushButton(tr("Reset to defaults"))
        self.reset.setToolTip(tr("Give all of these the values of a first start"))
        self.close_button = QPushButton(tr("Close"))
        self.close_button.setToolTip(tr("Close; all is kept (Esc)"))

    def _lay_out(self) -> None:
        look = _section(
            tr("Appearance"),
            (tr("Theme"), self.theme),
            (tr("Text size"), self.scale),
            (tr("Language"), self.language),
        )
        grid = look.findChild(QGridLayout)
        assert grid is not None
        grid.addWidget(self.percent, 1, 2)
        beside = row(self.later, self.restart)
        beside.setStretch(0, 1)
        beside.setContentsMargins(0, 0, 0, 0)
        self.restart_row.setLayout(beside)
        grid.addWidget(self.restart_row, 3, 1, 1, 2)
        work = _section(
            tr("Work"),
            (tr("Pen"), self.pen),
            (tr("Start with"), self.start),
            (tr("Engine"), self.engine),
        )
        private = Card()
        private.add_section(tr("Privacy"))
        private.box.addLayout(row(self.recent, None, self.forget))
        told = text_label(tr(KEPT_HERE), "muted")
        told.setWordWrap(True)
        private.box.addWidget(told)
        # Two beside each other: a laptop's screen is low.
        body = QGridLayout()
        for at, card in enumerate((look, self.archive, work, private)):
            card.box.addStretch(1)
            body.addWidget(card, *divmod(at, 2))
        body.setRowStretch(2, 1)
        self.lay_out(body, row(self.reset, self.tour, None, self.close_button), SIZE)

    def _connect(self) -> None:
        wish = self._preferences.wish
        self.theme.chosen.connect(lambda value: wish("theme", value))
        self.scale.valueChanged.connect(self._on_scale_changed)
        self.language.activated.connect(lambda _: wish("language", self.language.currentData()))
        self.restart.clicked.connect(self.restart_wanted)
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
        controls = (self.scale, self.language, self.start, self.engine, self.recent)
        for widget in controls:
            widget.blockSignals(True)
        self.scale.setValue(_steps(settings.text_scale))
        self._show_models(settings.start_model)
        self.engine.setCurrentIndex(self.engine.findData(settings.engine))
        self.recent.setChecked(settings.keeps_recent)
        self.language.setCurrentIndex(self.language.findData(settings.language))
        for widget in controls:
            widget.blockSignals(False)
        self.archive.show_settings()
        # What the variable says is in force until the restart, which leaves it behind.
        self.restart_row.setVisible((settings.language or system_language()) != spoken())
        self.percent.setText(tr("{value} %", value=number(100 * settings.text_scale, ".0f")))
        self.forget.setEnabled(bool(settings.recent))

    def _show_models(self, chosen: str) -> None:
        names = [entry.name for entry in self._session.models]
        # One that is gone stays chosen until another is; it is only not found at the next start.
        names += [chosen] if chosen and chosen not in names else []
        self.start.clear()
        self.start.addItem(tr(LAST_USED), "")
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
