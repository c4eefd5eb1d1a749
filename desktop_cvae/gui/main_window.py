"""The window: lays out, wires, computes nothing; its title bar says the answer."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QByteArray, QEvent, QSize, Qt, QTimer, Signal
from PySide6.QtGui import (
    QCloseEvent,
    QDragEnterEvent,
    QDropEvent,
    QKeyEvent,
    QShowEvent,
)
from PySide6.QtWidgets import (
    QAbstractButton,
    QApplication,
    QComboBox,
    QMainWindow,
    QVBoxLayout,
    QWidget,
)

from desktop_cvae.gui.actions import Actions, Commands, is_interesting
from desktop_cvae.gui.controller import Controller, SpreadAsker
from desktop_cvae.gui.dialogs import show_details
from desktop_cvae.gui.session import Session
from desktop_cvae.gui.settings import Settings
from desktop_cvae.gui.several_digits import SeveralDigits
from desktop_cvae.gui.theme import Appearance
from desktop_cvae.gui.training_entrance import TrainingEntrance
from desktop_cvae.gui.widgets.answer_column import AnswerColumn
from desktop_cvae.gui.widgets.columns import Columns
from desktop_cvae.gui.widgets.input_column import InputColumn
from desktop_cvae.gui.widgets.model_chooser import ModelChooser
from desktop_cvae.gui.widgets.notice_bar import NoticeBar
from desktop_cvae.gui.widgets.result_tabs import ResultTabs
from desktop_cvae.gui.widgets.status_strip import StatusStrip
from desktop_cvae.gui.widgets.verdict import short_verdict

if TYPE_CHECKING:
    from desktop_cvae.gui.numbers.numbers_mode import NumbersMode
    from desktop_cvae.gui.training.studio import TrainingStudio


TITLE = "desktop_cvae"


def window_title(session: Session) -> str:
    """Number or verdict, program and model: "7 · 99.8 % — desktop_cvae — studio"."""
    model = session.model
    parts = (_said(session), TITLE, model.entry.name if model else "")
    return " — ".join(part for part in parts if part)


def _said(session: Session) -> str:
    if session.number:
        first, more, _ = session.number.partition("\n")
        return f"{first} …" if more else first
    return short_verdict(session.reply, session.label_names) if session.reply else ""


SIZE = QSize(1240, 740)
"""With a desktop's panel and title bar whole on a screen of 1280×800."""
SCREEN_SHARE = 0.97
"""Of a smaller one."""


class MainWindow(QMainWindow):
    """Three columns between the model's strip and the status line.

    Args:
        session: the state that everything shows.
        controller: does what takes long.
        appearance: light or dark.
        settings: what was remembered.

    Signals:
        closed: the user closed the window.
    """

    closed = Signal()

    def __init__(
        self,
        session: Session,
        controller: Controller,
        appearance: Appearance,
        settings: Settings,
    ) -> None:
        super().__init__()
        self.setObjectName("main_window")
        self._session, self._controller = session, controller
        self.commands = Commands(self, session, controller, appearance, settings.folder)
        self.chooser = ModelChooser()
        self.input = InputColumn(session)
        self.answer = AnswerColumn(session)
        self._spreads = SpreadAsker(session, controller.runner, self)
        self.results = ResultTabs(session, controller)
        self._several = SeveralDigits(session, controller, self)
        self._columns = Columns(self.input, self.answer, self.results)
        self.status = StatusStrip()
        self.notice = NoticeBar(self._lay_out())
        self._entrance = TrainingEntrance(self, session, controller, self.status.chip)
        self.actions_ = Actions(self, session, self.commands, self.input, self._several)
        self._connect(session)
        self._restore(settings)
        self.setAcceptDrops(True)
        self._set_title()

    @property
    def numbers(self) -> NumbersMode:
        """The mode for several digits, built when it is first wanted."""
        return self._several.mode

    @property
    def training(self) -> TrainingStudio:
        """The training studio, built when it is first wanted."""
        return self._entrance.studio

    def shut_down(self) -> None:
        """End a training without a question; its last checkpoint stays."""
        self._entrance.shut_down()

    def remembered(self) -> Settings:
        """What to remember of the window as it is."""
        model = self._session.model
        defaults = Settings()
        return Settings(
            theme=self.commands.appearance.choice,
            model=model.entry.name if model else defaults.model,
            engine=model.engine.name if model else defaults.engine,
            pen=self.input.pen_bar.width_name,
            panel=self._session.panel,
            folder=self.commands.folder,
            geometry=bytes(self.saveGeometry().toBase64().data()).decode("ascii"),
        )

    def showEvent(self, event: QShowEvent) -> None:
        """Nothing has the focus at first, so that the keys belong to the window."""
        super().showEvent(event)
        self.input.canvas.setFocus()

    def closeEvent(self, event: QCloseEvent) -> None:
        """Tell; the composition root shuts down. A training is asked about first."""
        if self._entrance.may_close():
            super().closeEvent(event)
            self.closed.emit()
        else:
            event.ignore()

    def dragEnterEvent(self, event: QDragEnterEvent) -> None:
        """Take what may be a picture."""
        if is_interesting(event.mimeData()):
            event.acceptProposedAction()

    def dropEvent(self, event: QDropEvent) -> None:
        """Open it."""
        event.acceptProposedAction()
        self.commands.take(event.mimeData())

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Escape closes the notice, else the number."""
        if event.key() == Qt.Key.Key_Escape:
            if self.notice.isVisible():
                self.notice.hide()
            else:
                self._several.leave()
        else:
            super().keyPressEvent(event)

    def event(self, event: QEvent) -> bool:
        """Leave Space to a button that was reached with the Tab key.

        A click gives no button the focus here, so whoever has it wants to press it.
        """
        if event.type() is QEvent.Type.ShortcutOverride and isinstance(event, QKeyEvent):
            focus = QApplication.focusWidget()
            if event.key() == Qt.Key.Key_Space and isinstance(focus, QAbstractButton | QComboBox):
                event.accept()
        return super().event(event)

    def _lay_out(self) -> QWidget:
        central = QWidget()
        down = QVBoxLayout(central)
        down.setContentsMargins(0, 0, 0, 0)
        down.setSpacing(0)
        down.addWidget(self.chooser)
        down.addWidget(self._columns, 1)
        down.addWidget(self.status)
        self.setCentralWidget(central)
        return central

    def _connect(self, session: Session) -> None:
        self.input.open_wanted.connect(self.commands.open_picture)
        self.input.paste_wanted.connect(self.commands.paste)
        self.input.number_wanted.connect(self._several.enter)
        self._several.built.connect(self._on_numbers_built)
        self._several.entered.connect(self._on_numbers_toggled)
        self._several.left.connect(self._on_numbers_toggled)
        session.number_changed.connect(self._set_title)
        self.commands.training_wanted.connect(self._entrance.open)
        self.commands.resume_wanted.connect(self._entrance.resume)
        self._entrance.built.connect(self._on_training_built)
        self.chooser.model_chosen.connect(self.commands.use_model)
        self.chooser.help_wanted.connect(self.commands.show_shortcuts)
        self.chooser.theme_toggled.connect(self.commands.appearance.toggle)
        self.notice.details.clicked.connect(self._on_details_wanted)
        session.notice_raised.connect(self.notice.show_notice)
        session.notice_withdrawn.connect(self.notice.withdraw)
        session.models_changed.connect(self._on_models_changed)
        session.model_changed.connect(self._on_models_changed)
        session.reply_changed.connect(self._on_reply_changed)
        session.working_changed.connect(self.status.set_working)

    def _restore(self, settings: Settings) -> None:
        self.resize(SIZE.boundedTo(self.screen().availableSize() * SCREEN_SHARE))
        if settings.geometry:
            self.restoreGeometry(QByteArray.fromBase64(settings.geometry.encode("ascii")))
        self.input.pen_bar.set_width(settings.pen)
        if settings.panel != "generated":
            # A plot costs time; the window is seen first.
            QTimer.singleShot(0, self, lambda: self.results.show_panel(settings.panel))
        self._controller.want_samples(self.results.generated.request())

    def _set_title(self) -> None:
        title = window_title(self._session)
        self.setWindowTitle(title)
        self.setAccessibleName(title)

    def _on_models_changed(self) -> None:
        self._set_title()
        self.chooser.set_models(self._session.models, self._session.model)
        if self._session.model is not None:
            self.status.set_model(self._session.model)

    def _on_reply_changed(self) -> None:
        self._set_title()
        reply = self._session.reply
        self.status.set_elapsed(reply.answer.elapsed_ms if reply else None)

    def _on_numbers_built(self, numbers: NumbersMode) -> None:
        self._columns.add_number(numbers.view)

    def _on_numbers_toggled(self) -> None:
        is_active = self._several.is_active
        self._columns.show_number(is_shown=is_active)
        (self.numbers.card.picture if is_active else self.input.canvas).setFocus()

    def _on_training_built(self, studio: TrainingStudio) -> None:
        studio.process.finished.connect(self.commands.runs_changed)
        studio.outcome.comparison_wanted.connect(self.commands.show_comparison)

    def _on_details_wanted(self) -> None:
        if self.notice.notice is not None:
            show_details(self, self.notice.notice)
