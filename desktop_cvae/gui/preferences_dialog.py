"""The preferences: each choice takes effect at once and is saved."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import fields

from PySide6.QtCore import QEvent, QSignalBlocker, QSize, Qt
from PySide6.QtWidgets import (
    QGridLayout,
    QLabel,
    QWidget,
)

from desktop_cvae.core.language import mark, number, tr
from desktop_cvae.core.thought import MOST_THINKING_STEPS
from desktop_cvae.gui.app_window import AppWindow
from desktop_cvae.gui.archive.archive_preferences import ArchivePreferences
from desktop_cvae.gui.commands import ENGINES, THEMES
from desktop_cvae.gui.controls import (
    make_button,
    make_check_box,
    make_combo,
    make_slider,
    make_spin_box,
)
from desktop_cvae.gui.preferences import Preferences
from desktop_cvae.gui.session import Session
from desktop_cvae.gui.settings import MAX_TEXT_SCALE, MIN_TEXT_SCALE, Settings
from desktop_cvae.gui.theme import SPACING, tabular_font
from desktop_cvae.gui.widgets.card import Card, row, text_label
from desktop_cvae.gui.widgets.pen_bar import WIDTHS
from desktop_cvae.gui.widgets.segmented_choice import SegmentedChoice
from desktop_cvae.gui.widgets.work_dialog import WorkDialog
from desktop_cvae.workers.job_runner import JobRunner
from desktop_cvae.workers.language_selection import LANGUAGES, spoken, system_language

SIZE = QSize(900, 500)
STEP_PERCENT = 10
LAST_USED, AS_SYSTEM = mark("Last used model"), mark("Same as the system")
OFFERED = (
    *("theme", "text_scale", "language", "pen", "start_model", "engine", "thinking_steps"),
    "keeps_recent",
    *("keeps_archive", "archive_limit"),
)
"""Settings that the dialog shows; the others are remembered without it."""
KEPT_HERE = mark(
    "Settings and recent files are kept on this computer only. The program never sends anything "
    "and never looks for updates."
)


class PreferencesDialog(WorkDialog):
    """One line for each preference; follows changes made elsewhere.

    Args:
        parent: the window.
        preferences: are shown and changed.
        present: the settings as the window is now.
        session: its models can be the first one.
        runner: looks into the archive.

    Attributes:
        restart: the button that ends the program and starts it again.
        tour: the button that closes the dialog and shows the user around.
    """

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
        # Qt would focus the first segment even if another is chosen; Tab would then skip the rest.
        self.theme.segment(self.theme.value).setFocus()

    def changeEvent(self, event: QEvent) -> None:
        if event.type() is QEvent.Type.ActivationChange and self.isActiveWindow():
            self._show()
        super().changeEvent(event)

    def _make_controls(self) -> None:
        self.theme = SegmentedChoice(
            [(value, tr(text)) for value, text in {**THEMES, "system": AS_SYSTEM}.items()],
            tr("Light or dark"),
        )
        self.scale = make_slider(
            tr("Text size in per cent"),
            tr("Size of all texts in the window"),
            "text_size",
            low=_steps(MIN_TEXT_SCALE),
            high=_steps(MAX_TEXT_SCALE),
        )
        self.scale.setPageStep(1)
        self.percent = QLabel()
        self.percent.setFont(tabular_font(self.font()))
        self.percent.setMinimumWidth(self.percent.fontMetrics().horizontalAdvance("200 %") + 2)
        self.percent.setAlignment(Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter)
        self.language = make_combo(
            tr("Language"),
            tr("Language of all texts and numbers"),
            "language",
            items=[(text, name) for name, text in {"": tr(AS_SYSTEM), **LANGUAGES}.items()],
        )
        self.later = text_label(tr("Takes effect at the next start."), "muted", wraps=True)
        self.restart = make_button(tr("Restart now"), name="restart")
        self.restart_row = QWidget()
        self.restart.setToolTip(tr("Restart the program; your drawing is kept"))
        self.pen = SegmentedChoice([(name, tr(name)) for name in WIDTHS], tr("Width of the pen"))
        self.start = make_combo(
            tr("Model to start with"), tr("The model that is opened at the start"), "start_model"
        )
        self.engine = make_combo(
            tr("Engine"),
            tr("The engine that runs the networks; both give the same answer"),
            "engine",
            items=[(tr(text), kind) for kind, text in ENGINES.items()],
        )
        self.thinking = make_spin_box(
            tr("Thinking steps"),
            tr("Upper limit for Model ▸ Think longer; eight steps are enough for most digits"),
            "thinking_steps",
            low=1,
            high=MOST_THINKING_STEPS,
        )
        self.archive = ArchivePreferences(self, self._preferences)
        self.recent = make_check_box(
            tr("Remember opened files for the File menu"),
            tr("Keep the names of the last ten files that were opened"),
            "keeps_recent",
        )
        self.forget = make_button(tr("Clear the list"), tr("Clear the list of recent files now"))
        self.tour = make_button(tr("Show the tour"), tr("Take the tour of the window again"))
        self.reset = make_button(
            tr("Reset to defaults"), tr("Reset all preferences to their defaults")
        )
        self.close_button = make_button(tr("Close"), tr("Close; changes are saved (Esc)"))

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
        self.restart_row.setLayout(row(self.later, self.restart, fills=self.later))
        grid.addWidget(self.restart_row, 3, 1, 1, 2)
        work = _section(
            tr("Drawing and reading"),
            (tr("Pen"), self.pen),
            (tr("Start with"), self.start),
            (tr("Engine"), self.engine),
            (tr("Thinking steps"), self.thinking),
        )
        private = Card()
        private.add_section(tr("Privacy"))
        private.box.addLayout(row(self.recent, None, self.forget))
        private.box.addWidget(text_label(tr(KEPT_HERE), "muted", wraps=True))
        # Two cards side by side: the screen of a laptop is low.
        body = QGridLayout()
        for at, card in enumerate((look, self.archive, work, private)):
            card.box.addStretch(1)
            body.addWidget(card, *divmod(at, 2))
        body.setRowStretch(2, 1)
        self.lay_out(body, row(self.reset, self.tour, None, self.close_button), SIZE)

    def _connect(self) -> None:
        request = self._preferences.request
        self.theme.chosen.connect(lambda value: request("theme", value))
        self.scale.valueChanged.connect(self._on_scale_changed)
        self.language.activated.connect(lambda _: request("language", self.language.currentData()))
        self.pen.chosen.connect(lambda value: request("pen", value))
        self.start.activated.connect(lambda _: request("start_model", self.start.currentData()))
        self.engine.activated.connect(lambda _: request("engine", self.engine.currentData()))
        self.thinking.valueChanged.connect(lambda steps: request("thinking_steps", steps))
        self.recent.clicked.connect(self._on_recent_clicked)
        self.forget.clicked.connect(lambda: self._preferences.change(recent=()))
        # The tour points at the window, which the dialog would cover.
        self.tour.clicked.connect(self.close)
        self.reset.clicked.connect(self._on_reset)
        self.close_button.clicked.connect(self.close)
        self.follow(self._preferences.changed, self._show)
        self.follow(self._session.models_changed, self._show)

    def _show(self) -> None:
        settings = self._present()
        self.theme.set_value(settings.theme)
        self.pen.set_value(settings.pen)
        # What is only shown must not be taken for a request.
        controls = (
            *(self.scale, self.language, self.start, self.engine, self.thinking),
            self.recent,
        )
        # Kept in a list, because a blocker ends as soon as it is deleted.
        blockers = [QSignalBlocker(control) for control in controls]
        self.scale.setValue(_steps(settings.text_scale))
        self._show_models(settings.start_model)
        self.engine.setCurrentIndex(self.engine.findData(settings.engine))
        self.thinking.setValue(settings.thinking_steps)
        self.recent.setChecked(settings.keeps_recent)
        self.language.setCurrentIndex(self.language.findData(settings.language))
        for blocker in blockers:
            blocker.unblock()
        self.archive.show_settings()
        # The environment variable holds until the restart, which drops it.
        self.restart_row.setVisible((settings.language or system_language()) != spoken())
        self.percent.setText(tr("{value} %", value=number(100 * settings.text_scale, ".0f")))
        self.forget.setEnabled(bool(settings.recent))

    def _show_models(self, chosen: str) -> None:
        names = [entry.name for entry in self._session.models]
        # A model that was deleted stays chosen until another one is; the next start falls back.
        names += [chosen] if chosen and chosen not in names else []
        self.start.clear()
        self.start.addItem(tr(LAST_USED), "")
        for name in names:
            self.start.addItem(name, name)
        self.start.setCurrentIndex(self.start.findData(chosen))

    def _on_scale_changed(self, steps: int) -> None:
        self._preferences.request("text_scale", steps * STEP_PERCENT / 100)

    def _on_recent_clicked(self, is_kept: bool) -> None:
        self._preferences.request("keeps_recent", is_kept)
        if not is_kept:
            self._preferences.change(recent=())

    def _on_reset(self) -> None:
        present = self._present()
        for field in fields(Settings):
            if field.name in OFFERED and getattr(present, field.name) != field.default:
                self._preferences.request(field.name, field.default)


def build_dialog(window: AppWindow) -> PreferencesDialog:
    """Return the preferences."""
    dialog = PreferencesDialog(
        window,
        window.preferences,
        window.remembered,
        window.session,
        window.controller.runner,
    )
    dialog.tour.clicked.connect(window.start_tour)
    dialog.restart.clicked.connect(window.restart_requested)
    return dialog


def _steps(scale: float) -> int:
    return round(100 * scale / STEP_PERCENT)


def _section(title: str, *lines: tuple[str, QWidget]) -> Card:
    """Return a card of controls with their names in one column."""
    card = Card()
    card.add_section(title)
    grid = QGridLayout()
    grid.setHorizontalSpacing(2 * SPACING)
    grid.setVerticalSpacing(SPACING)
    grid.setColumnMinimumWidth(0, 80)
    grid.setColumnStretch(1, 1)
    for line, (name, widget) in enumerate(lines):
        grid.addWidget(text_label(name, "muted", buddy=widget), line, 0)
        is_choice = isinstance(widget, SegmentedChoice)
        at = Qt.AlignmentFlag.AlignLeft if is_choice else Qt.AlignmentFlag(0)
        grid.addWidget(widget, line, 1, at)
    card.box.addLayout(grid)
    return card
