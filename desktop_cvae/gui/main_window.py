"""The window: lays out, wires, computes nothing; its title bar says the answer."""

from __future__ import annotations

from dataclasses import replace
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

from desktop_cvae.core.language import mark, tr
from desktop_cvae.gui.actions import Actions
from desktop_cvae.gui.controller import Controller, SpreadAsker
from desktop_cvae.gui.dialogs import show_details
from desktop_cvae.gui.dropped_files import is_interesting
from desktop_cvae.gui.exporting.answer_export import offer_answer
from desktop_cvae.gui.latent.explorer import LatentExplorer
from desktop_cvae.gui.preferences import Preferences
from desktop_cvae.gui.session import NoticeAction, Picture, Session
from desktop_cvae.gui.settings import Settings
from desktop_cvae.gui.settings_undo import SettingsUndo
from desktop_cvae.gui.several_digits import SeveralDigits
from desktop_cvae.gui.teaching.corrections import Teaching
from desktop_cvae.gui.theme import Appearance
from desktop_cvae.gui.widgets.answer_column import AnswerColumn
from desktop_cvae.gui.widgets.explained_heading import ExplanationWanted
from desktop_cvae.gui.widgets.input_column import InputColumn
from desktop_cvae.gui.widgets.model_chooser import ModelChooser
from desktop_cvae.gui.widgets.notice_bar import NoticeBar
from desktop_cvae.gui.widgets.result_tabs import ResultTabs
from desktop_cvae.gui.widgets.status_strip import StatusStrip
from desktop_cvae.gui.widgets.verdict import short_verdict
from desktop_cvae.gui.widgets.window_panes import Panes
from desktop_cvae.gui.window_commands import Commands
from desktop_cvae.gui.work_watch import WorkWatch

if TYPE_CHECKING:
    from desktop_cvae.gui.explanations.explainer import Explainer
    from desktop_cvae.gui.explanations.tour import Tour
    from desktop_cvae.gui.lessons.lessons import Lessons
    from desktop_cvae.gui.numbers.numbers_mode import NumbersMode
    from desktop_cvae.gui.training.studio import TrainingStudio
    from desktop_cvae.gui.window_state import WindowState
    from desktop_cvae.library.run_library import RunEntry


TITLE = "desktop_cvae"


def window_title(session: Session, opened: str = "", program: str = TITLE) -> str:
    """Number or verdict, file, program, model: "7 · 99.8 % — a.png — desktop_cvae — studio"."""
    model = session.model
    parts = (_said(session), opened, program, model.entry.name if model else "")
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


PLAIN_PRESET = "dense_vae"
"""Without labels, and trained in minutes."""

LARGE_PX = 1620
"""The longer side of what is likely a photograph of more than its writing; a telephone's of eight
megapixels is 1632, once it is read."""
NOTHING_TO_CROP = mark("Open a picture first; then a part of it can be cut out and turned.")

LOOK_MS = 1000
"""The window is seen and answers first; then it looks for a training that broke off."""


class MainWindow(QMainWindow):
    """Three columns between the model's strip and the status line.

    Args:
        session: the state that everything shows.
        controller: does what takes long.
        appearance: light or dark.
        settings: what was remembered.
        safe_mode: nothing is looked up of what was done before.

    Signals:
        closed: the user closed the window.
        restart_wanted: the program is to end, and to start again.
    """

    closed = Signal()
    restart_wanted = Signal()

    def __init__(
        self,
        session: Session,
        controller: Controller,
        appearance: Appearance,
        settings: Settings,
        *,
        safe_mode: bool = False,
    ) -> None:
        super().__init__()
        self.setObjectName("main_window")
        self._program = tr("{program} (safe mode)", program=TITLE) if safe_mode else TITLE
        self._session, self._controller = session, controller
        self.preferences = Preferences(settings, self)
        self.latent = LatentExplorer(session, controller, self)
        self.commands = Commands(
            self, session, controller, appearance, self.latent, settings.folder
        )
        self.chooser = ModelChooser()
        self.input = InputColumn(session)
        SettingsUndo(session, self.input.canvas, self)
        self.answer = AnswerColumn(session)
        canvas = self.input.canvas
        self.teaching = Teaching(self.commands, self.answer.correct, session, controller, canvas)
        self._spreads = SpreadAsker(session, controller.runner, self)
        self.results = ResultTabs(session, controller, self.latent)
        self._state: WindowState | None = None
        offer_answer(controller.exporter, session, self.answer, self.input.canvas)
        self._several = SeveralDigits(session, controller, self)
        self.panes = Panes(self.input, self.answer, self.results)
        self.status = StatusStrip()
        self.notice = NoticeBar(self._lay_out())
        self._studio: TrainingStudio | None = None
        self._explainer: Explainer | None = None
        self._lessons: Lessons | None = None
        self.commands.find_number = self._several.export
        self.commands.keeps_archive = lambda: self.preferences.settings.keeps_archive
        self.actions_ = Actions(self, session, self.commands, self.input, self._several, self.panes)
        self.actions_.add_preferences(self.preferences, controller.runner, self.show_preferences)
        self.actions_.add_cropping(self.show_cropping)
        self._connect(session)
        self._restore(settings)
        self.setAcceptDrops(True)
        self._set_title()
        if not safe_mode:
            QTimer.singleShot(LOOK_MS, self, self._look_for_interrupted)

    @property
    def numbers(self) -> NumbersMode:
        """The mode for several digits, built when it is first wanted."""
        return self._several.mode

    @property
    def training(self) -> TrainingStudio:
        """The training studio, built when it is first wanted."""
        if self._studio is None:
            # Imported when wanted: the window opens sooner without it.
            from desktop_cvae.gui.training.studio import TrainingStudio

            chip = self.status.chip
            self._studio = TrainingStudio(self, self._session, self._controller, chip)
            self._studio.process.finished.connect(self.commands.runs_changed)
            self._studio.outcome.replay_wanted.connect(self.commands.show_replay_of)
            self._studio.outcome.comparison_wanted.connect(self.commands.show_comparison)
        return self._studio

    @property
    def explainer(self) -> Explainer:
        """What opens the cards, built when one is first wanted."""
        if self._explainer is None:
            from desktop_cvae.gui.explanations.chapters import GuideTools
            from desktop_cvae.gui.explanations.explainer import Explainer

            session, toggle = self._session, self._several.toggle
            tools = GuideTools(session, self.commands, self.results, toggle)
            self._explainer = Explainer(self._controller.runner, self.latent, tools, self)
        return self._explainer

    @property
    def state(self) -> WindowState:
        """What the window shows, to be kept and shown again."""
        if self._state is None:
            from desktop_cvae.gui.window_state import WindowState

            self._state = WindowState(self, self._session)
        return self._state

    @property
    def lessons(self) -> Lessons:
        """What plays and records lessons, built when it is first wanted."""
        if self._lessons is None:
            from desktop_cvae.gui.lessons.lessons import Lessons

            self._lessons = Lessons(self, self._session, self._controller)
            self._lessons.opened.connect(self.actions_.recent.add)
        return self._lessons

    @property
    def several(self) -> SeveralDigits:
        """The way into that mode."""
        return self._several

    @property
    def open_topic(self) -> str:
        """The topic of the card that is open; empty without one."""
        card = self._explainer.card if self._explainer else None
        return card.topic.key if card else ""

    def explain(self, topic: str) -> None:
        """Open the card of a topic, if there is one of that name."""
        from desktop_cvae.gui.explanations.topics import TOPICS

        if topic in TOPICS:
            self.explainer.explain(topic, self.answer.bars)

    def close_explanation(self) -> None:
        """Close the card that is open, if one is."""
        if self._explainer is not None and self._explainer.card is not None:
            self._explainer.card.close_card()

    def add_bar(self, bar: QWidget) -> None:
        """Put a bar between the model's strip and the panes."""
        self._down.insertWidget(1, bar)

    def start_tour(self) -> Tour:
        """Show bubbles that point at what is where."""
        from desktop_cvae.gui.explanations.tour import Tour

        for tour in self.findChildren(Tour):
            tour.end()
        parts = {
            "canvas": self.input.canvas,
            "verdict": self.answer.verdict,
            "evidence": self.answer.bars,
            "noise": self.input.noise_bar,
            "results": self.results.tabs.tabBar(),
            "help": self.chooser.help,
        }
        return Tour(self, parts, self.panes.bring)

    def offer_tour(self) -> None:
        """Ask whether somebody wants to be shown around; once for all starts."""
        self.preferences.change(tour_seen=True)
        tip = tr("Six bubbles, one after the other; Help ▸ Tour shows them at any time")
        self._session.raise_notice(
            tr("New here? A short tour shows what is where."),
            is_warning=False,
            actions=(
                NoticeAction(tr("Show me around"), self.commands.tour_wanted.emit, tip),
                NoticeAction(
                    tr("No, thanks"), lambda: None, tr("Help ▸ Tour shows it at any time")
                ),
            ),
        )

    def shut_down(self) -> None:
        """End a training without a question; its last checkpoint stays."""
        self.commands.discard()
        if self._studio is not None:
            self._studio.shut_down()
        self.teaching.shut_down()

    def remembered(self) -> Settings:
        """What to remember of the window as it is."""
        name, engine = self.state.own_model
        # Who began with a lesson has a model of his own all the same.
        defaults = self.preferences.settings if self.state.aside else Settings()
        return replace(
            self.preferences.settings,
            theme=self.commands.appearance.choice,
            model=name or defaults.model,
            engine=engine or defaults.engine,
            pen=self.input.pen_bar.width_name,
            panel=self.results.panel,
            folder=self.commands.folder,
            panes=self.panes.sizes,
            refuse=self._session.refuse,
            geometry=bytes(self.saveGeometry().toBase64().data()).decode("ascii"),
        )

    def showEvent(self, event: QShowEvent) -> None:
        """Nothing has the focus at first, so that the keys belong to the window."""
        super().showEvent(event)
        self.input.canvas.setFocus()

    def closeEvent(self, event: QCloseEvent) -> None:
        """Tell; the composition root shuts down. Trainings are asked about first."""
        may_close = self.commands.may_close() and self.teaching.may_close()
        if may_close and (self._studio is None or self._studio.may_close()):
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
        elif isinstance(event, ExplanationWanted):
            event.accept()
            self.explainer.explain(event.topic, event.anchor, event.place)
        return super().event(event)

    def _lay_out(self) -> QWidget:
        central = QWidget()
        self._down = down = QVBoxLayout(central)
        down.setContentsMargins(0, 0, 0, 0)
        down.setSpacing(0)
        down.addWidget(self.chooser)
        down.addWidget(self.panes, 1)
        down.addWidget(self.status)
        self.setCentralWidget(central)
        return central

    def _connect(self, session: Session) -> None:
        appearance, preferences = self.commands.appearance, self.preferences
        appearance.text_scaled.connect(lambda scale: preferences.change(text_scale=scale))
        preferences.changed.connect(
            lambda: appearance.set_text_scale(preferences.settings.text_scale)
        )
        self.input.open_wanted.connect(self.commands.open_picture)
        self.input.paste_wanted.connect(self.commands.paste)
        self.input.number_wanted.connect(self._several.enter)
        self.input.sheet_changed.connect(self.panes.set_sheet)
        self._several.built.connect(self._on_numbers_built)
        self._several.entered.connect(self._on_numbers_toggled)
        self._several.left.connect(self._on_numbers_toggled)
        self.results.latent_space_wanted.connect(self.commands.show_latent_space)
        self.latent.walk_wanted.connect(self.commands.show_curve)
        self.latent.training_wanted.connect(self._on_plain_training_wanted)
        session.number_changed.connect(self._set_title)
        session.picture_opened.connect(self._on_picture_opened)
        self.preferences.wished.connect(self._on_wished)
        self.input.canvas.history_changed.connect(self._set_title)
        self.commands.lesson_wanted.connect(lambda path: self.lessons.open(path))
        self.commands.recording_wanted.connect(lambda: self.lessons.record())
        self.commands.training_wanted.connect(self._on_training_wanted)
        self.commands.explanation_wanted.connect(self.explain)
        self.commands.guide_wanted.connect(lambda: self.explainer.show_guide())
        self.commands.tour_wanted.connect(self.start_tour)
        self.commands.preferences_wanted.connect(self.show_preferences)
        self.commands.resume_wanted.connect(self._on_resume_wanted)
        self.chooser.model_chosen.connect(self.commands.use_model)
        self.chooser.help_wanted.connect(self.commands.guide_wanted)
        self.chooser.theme_toggled.connect(self.commands.appearance.toggle)
        self.commands.shared.connect(self.status.show_sharing)
        self.status.sharing.clicked.connect(self.commands.show_sharing)
        self.notice.details.clicked.connect(self._on_details_wanted)
        session.notice_raised.connect(self.notice.show_notice)
        session.notice_withdrawn.connect(self.notice.withdraw)
        session.models_changed.connect(self._on_models_changed)
        session.model_changed.connect(self._on_models_changed)
        session.reply_changed.connect(self._on_reply_changed)
        session.working_changed.connect(self.status.set_working)
        WorkWatch(session, self._controller.runner, self.status, self._give_up)

    def _restore(self, settings: Settings) -> None:
        self.resize(SIZE.boundedTo(self.screen().availableSize() * SCREEN_SHARE))
        if settings.geometry:
            self.restoreGeometry(QByteArray.fromBase64(settings.geometry.encode("ascii")))
        self.input.pen_bar.set_width(settings.pen)
        self.panes.restore_sizes(settings.panes)
        self._session.set_refusal(settings.refuse)
        if settings.panel != "generated":
            # A plot costs time; the window is seen first.
            QTimer.singleShot(0, self, lambda: self.results.show_panel(settings.panel))
        self._controller.want_samples(self.results.generated.request())

    def _set_title(self) -> None:
        title = window_title(self._session, self.input.opened_name, self._program)
        self.setWindowTitle(title)
        self.setAccessibleName(title)

    def show_preferences(self) -> None:
        """Show what the user prefers; one dialog at a time."""
        from desktop_cvae.gui.preferences_dialog import PreferencesDialog

        if not self.commands.is_raised(PreferencesDialog):
            runner = self._controller.runner
            dialog = PreferencesDialog(
                self, self.preferences, self.remembered, self._session, runner
            )
            dialog.tour_wanted.connect(self.commands.tour_wanted)
            dialog.restart_wanted.connect(self.restart_wanted)
            dialog.show()

    def _give_up(self, slot: str) -> None:
        self._controller.give_up(slot)
        if slot == "number":
            self._several.leave()

    def show_cropping(self) -> None:
        """Show the picture on the canvas, to cut a part out of it and turn it."""
        from desktop_cvae.gui.cropping.crop_dialog import CropDialog

        drawing = self.input.canvas.drawing
        image, picture = drawing.image(), drawing.picture
        if picture is None or image is None:
            self._session.raise_notice(tr(NOTHING_TO_CROP), is_warning=False)
        elif not self.commands.is_raised(CropDialog):
            CropDialog(self, self._session, self._controller.runner, picture, image).show()

    def _on_wished(self, field: str, value: object) -> None:
        acts = {
            "theme": self.actions_.choose_theme,
            "pen": self.input.pen_bar.set_width,
            "engine": self.commands.use_engine,
        }
        if field in acts:
            acts[field](str(value))

    def _on_picture_opened(self, picture: Picture) -> None:
        if picture.path is None:
            return
        self.actions_.recent.add(picture.path)
        if picture.name == picture.path.name and max(picture.image.shape) >= LARGE_PX:
            crop = NoticeAction(
                tr("Crop and turn…"), self.show_cropping, tr("Choose the part to read")
            )
            sentence = tr(
                "“{name}” is large; the part with the writing can be cut out.", name=picture.name
            )
            self._session.raise_notice(sentence, is_warning=False, actions=(crop,))

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
        self.panes.add_number(numbers.view)

    def _on_numbers_toggled(self) -> None:
        is_active = self._several.is_active
        self.panes.show_number(is_shown=is_active)
        (self.numbers.card.picture if is_active else self.input.canvas).setFocus()

    def _on_training_wanted(self) -> None:
        self.training.open()

    def _on_plain_training_wanted(self) -> None:
        self.training.open(PLAIN_PRESET)

    def _on_resume_wanted(self, run: RunEntry) -> None:
        self.training.resume(run)

    def _look_for_interrupted(self) -> None:
        self.actions_.recent.look()
        self.training.outcome.look_for_interrupted()

    def _on_details_wanted(self) -> None:
        if self.notice.notice is not None:
            show_details(self, self.notice.notice)
