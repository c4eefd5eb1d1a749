"""The main window: lays out and connects its parts; the title bar shows the answer."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from pathlib import Path
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
    QWidget,
)

from desktop_cvae.core.language import tr
from desktop_cvae.core.paths import runs_dir
from desktop_cvae.gui.controller import Controller, SpreadAsker
from desktop_cvae.gui.dialogs import open_dialog, show_details, unsaved_dialogs
from desktop_cvae.gui.drawing import EXAMPLE
from desktop_cvae.gui.exporting.answer_export import offer_answer
from desktop_cvae.gui.job_status import JobStatus
from desktop_cvae.gui.latent.explorer import LatentExplorer
from desktop_cvae.gui.lazy_parts import LazyParts
from desktop_cvae.gui.menus import Menus
from desktop_cvae.gui.opening import Opening, is_interesting
from desktop_cvae.gui.picture import Picture
from desktop_cvae.gui.preferences import Preferences
from desktop_cvae.gui.session import Notice, NoticeAction, Session
from desktop_cvae.gui.settings import Settings
from desktop_cvae.gui.settings_undo import SettingsUndo
from desktop_cvae.gui.several_digits import SeveralDigits
from desktop_cvae.gui.teaching.corrections import Corrections
from desktop_cvae.gui.theme import Appearance
from desktop_cvae.gui.thinker import Thinker
from desktop_cvae.gui.widgets.answer_column import AnswerColumn
from desktop_cvae.gui.widgets.card import column
from desktop_cvae.gui.widgets.disclosure import Disclosure
from desktop_cvae.gui.widgets.explained_heading import ExplanationRequested
from desktop_cvae.gui.widgets.input_column import InputColumn
from desktop_cvae.gui.widgets.model_chooser import ModelChooser
from desktop_cvae.gui.widgets.notice_bar import NoticeBar
from desktop_cvae.gui.widgets.result_tabs import ResultTabs
from desktop_cvae.gui.widgets.status_strip import StatusStrip
from desktop_cvae.gui.widgets.verdict import short_verdict
from desktop_cvae.gui.widgets.window_panes import Panes
from desktop_cvae.gui.widgets.work_dialog import open_at

if TYPE_CHECKING:
    from desktop_cvae.core.latent_maps import Plane
    from desktop_cvae.core.results import FloatArray
    from desktop_cvae.gui.background_command import BackgroundCommand
    from desktop_cvae.gui.numbers.numbers_mode import NumbersMode


TITLE = "desktop_cvae"
SIZE = QSize(1240, 740)
"""Usual size: with panel and title bar it fits a screen of 1280×800."""
"""Largest fraction of a smaller screen that the window takes."""
PLAIN_PRESET = "dense_vae"
"""Preset of a model without labels, trained in minutes."""
LARGE_PX = 1620
"""Longer side, in pixels, of a picture that likely shows more than the writing; a photograph of
eight megapixels has 1632 once it is read."""
LOOK_MS = 1000
"""Delay before looking for an interrupted training, so that the first answer comes first."""


def window_title(session: Session, opened: str = "", program: str = TITLE) -> str:
    """Return the title: "7 · 99.8 % — a.png — desktop_cvae — studio"."""
    model = session.model
    parts = (_short_answer(session), opened, program, model.entry.name if model else "")
    return " — ".join(part for part in parts if part)


def _short_answer(session: Session) -> str:
    if session.number:
        first, more, _ = session.number.partition("\n")
        return f"{first} …" if more else first
    return short_verdict(session.reply, session.label_names) if session.reply else ""


class MainWindow(LazyParts):
    """Three columns between the model's strip and the status line.

    Args:
        session: the state that everything shows.
        controller: does what takes long.
        appearance: light or dark.
        settings: what was remembered.
        safe_mode: nothing is looked up of what was done before.

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
        *,
        safe_mode: bool = False,
    ) -> None:
        super().__init__()
        self.setObjectName("main_window")
        self._program = tr("{program} (safe mode)", program=TITLE) if safe_mode else TITLE
        self.session, self.controller, self.appearance = session, controller, appearance
        self.preferences = Preferences(settings, self)
        self.latent = LatentExplorer(session, controller, self)
        self.opening = Opening(
            self,
            session,
            controller,
            read_many=self.read_many,
            play_lesson=lambda path: self.lessons.open(path),
            folder=settings.folder,
        )
        self.chooser = ModelChooser()
        self.input = InputColumn(session)
        canvas = self.input.canvas
        SettingsUndo(session, canvas, self)
        self.answer = AnswerColumn(session)
        self.corrections = Corrections(self.answer.correct, session, controller, canvas)
        self._spreads = SpreadAsker(session, controller.runner, self)
        self._thinker = Thinker(session, controller.runner, self)
        self.results = ResultTabs(session, controller, self.latent)
        offer_answer(controller.exporter, session, self.answer, canvas)
        self.several = SeveralDigits(session, controller, self)
        self.panes = Panes(self.input, self.answer, self.results)
        self.status = StatusStrip()
        head = self.chooser.disclosure, self.chooser.help
        self.notice = NoticeBar(self._lay_out(), between=head)
        self.menus = Menus(self)
        self._tour_offer: Notice | None = None
        self._connect()
        self._restore(settings)
        self.setAcceptDrops(True)
        self._set_title()
        if not safe_mode:
            # With the window as its context: a window that is gone by then is not called.
            QTimer.singleShot(LOOK_MS, self, self._look_for_interrupted)

    @property
    def numbers(self) -> NumbersMode:
        """The mode for several digits, built when first needed."""
        return self.several.mode

    def run(self, command_id: str) -> None:
        self.menus.run(command_id)

    def read_many(self, paths: Sequence[Path]) -> None:
        open_dialog(self, "batch.batch_dialog").read([str(path) for path in paths])

    def show_example(self) -> None:
        """Show the example digit, unless there is something on the canvas, or a lesson."""
        if self.restorer.stashed is None and self.input.canvas.drawing.aspect == 1:
            self.input.canvas.show_example(EXAMPLE)

    def offer_tour(self) -> None:
        """Offer the tour; it is offered at each start until it is started or refused."""
        tip = tr("Six short hints, one after the other; Help ▸ Tour shows them at any time")
        self._tour_offer = self.session.raise_notice(
            tr("New here? Take a short tour of the window."),
            is_warning=False,
            actions=(
                NoticeAction(tr("Show me around"), self.start_tour, tip),
                NoticeAction(
                    tr("How a CVAE works"),
                    lambda: self.explainer.show_guide("cvae"),
                    tr("A live picture of the network, with a digit running through it"),
                ),
                NoticeAction(
                    tr("No, thanks"),
                    self._on_tour_refused,
                    tr("Help ▸ Tour shows it at any time"),
                ),
            ),
        )

    def shut_down(self) -> None:
        """End everything without a question; the last checkpoint of a training stays."""
        for dialog in unsaved_dialogs(self):
            dialog.discard()
        for command in self._background_commands():
            command.shut_down()

    def remembered(self) -> Settings:
        name, engine = self.restorer.own_model
        # A program that was started with a lesson still remembers the user's own model.
        defaults = self.preferences.settings if self.restorer.stashed else Settings()
        return replace(
            self.preferences.settings,
            theme=self.appearance.choice,
            model=name or defaults.model,
            engine=engine or defaults.engine,
            pen=self.input.pen_bar.width_name,
            panel=self.results.panel,
            folder=self.opening.folder,
            panes=self.panes.sizes,
            refuse=self.session.false_rejection_rate,
            thinks=self.session.thinking_steps > 0,
            unfolded=tuple(name for name, one in self.disclosures.items() if one.isChecked()),
            geometry=bytes(self.saveGeometry().toBase64().data()).decode("ascii"),
        )

    @property
    def disclosures(self) -> dict[str, Disclosure]:
        """The folding parts of the window, by their names in the settings."""
        return {
            "model": self.chooser.disclosure,
            "rejection": self.answer.rejection.disclosure,
            "variation": self.results.generated.disclosure,
        }

    def showEvent(self, event: QShowEvent) -> None:
        """Give the focus to the canvas, so that the keys belong to the window."""
        super().showEvent(event)
        self.input.canvas.setFocus()

    def closeEvent(self, event: QCloseEvent) -> None:
        closes = all(dialog.close() for dialog in unsaved_dialogs(self))
        if closes and all(one.may_close() for one in self._background_commands()):
            super().closeEvent(event)
            self.closed.emit()
        else:
            event.ignore()

    def dragEnterEvent(self, event: QDragEnterEvent) -> None:
        if is_interesting(event.mimeData()):
            event.acceptProposedAction()

    def dropEvent(self, event: QDropEvent) -> None:
        event.acceptProposedAction()
        self.opening.take(event.mimeData())

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Close the notice with Escape, or leave the number."""
        if event.key() == Qt.Key.Key_Escape:
            if self.notice.isVisible():
                self.notice.hide()
            else:
                self.several.leave()
        else:
            super().keyPressEvent(event)

    def event(self, event: QEvent) -> bool:
        """Leave Space to a button that was reached with Tab.

        A click gives no button the focus here, so whoever has it wants to press it.
        """
        if event.type() is QEvent.Type.ShortcutOverride and isinstance(event, QKeyEvent):
            focus = QApplication.focusWidget()
            if event.key() == Qt.Key.Key_Space and isinstance(focus, QAbstractButton | QComboBox):
                event.accept()
        elif isinstance(event, ExplanationRequested):
            event.accept()
            self.explainer.explain(event.topic, event.anchor, event.rect)
        return super().event(event)

    def _lay_out(self) -> QWidget:
        central = QWidget()
        items = (self.chooser, self.panes, self.status)
        self.down = column(*items, fills=self.panes, spacing=0)
        central.setLayout(self.down)
        self.setCentralWidget(central)
        return central

    def _connect(self) -> None:
        session, appearance, preferences = self.session, self.appearance, self.preferences
        appearance.text_scaled.connect(lambda scale: preferences.change(text_scale=scale))
        preferences.changed.connect(
            lambda: appearance.set_text_scale(preferences.settings.text_scale)
        )
        preferences.changed.connect(self._withdraw_tour_offer)
        preferences.changed.connect(self._on_preferences_changed)
        preferences.requested.connect(self._on_preference_requested)
        self.corrections.teaching_requested.connect(lambda: self.teaching.open())
        for signal, command in (
            (self.input.open_button.clicked, "open_picture"),
            (self.input.paste_button.clicked, "paste"),
            (self.results.latent_space_requested, "latent_space"),
            (self.chooser.help.clicked, "guide"),
            (self.chooser.toggle.clicked, "toggle_theme"),
            (self.status.sharing.clicked, "share"),
        ):
            signal.connect(lambda *_, command=command: self.run(command))
        self.input.number_button.clicked.connect(self.several.enter)
        self.input.aspect_changed.connect(self.panes.set_aspect)
        self.input.canvas.history_changed.connect(self._set_title)
        self.several.built.connect(lambda numbers: self.panes.add_number(numbers.view))
        self.several.entered.connect(self._on_numbers_toggled)
        self.several.left.connect(self._on_numbers_toggled)
        self.latent.walk_requested.connect(self._on_walk_requested)
        self.latent.training_requested.connect(lambda: self.training.open(PLAIN_PRESET))
        self.chooser.model_chosen.connect(self.controller.use_model)
        self.notice.details.clicked.connect(self._on_details_requested)
        self.notice.close_button.clicked.connect(self._on_notice_closed)
        session.notice_raised.connect(self.notice.show_notice)
        session.notice_withdrawn.connect(self.notice.withdraw)
        session.number_changed.connect(self._set_title)
        session.picture_opened.connect(self._on_picture_opened)
        session.models_changed.connect(self._on_models_changed)
        session.model_changed.connect(self._on_models_changed)
        session.reply_changed.connect(self._on_reply_changed)
        session.working_changed.connect(self.status.set_working)
        JobStatus(session, self.controller.runner, self.status, self._give_up)

    def _restore(self, settings: Settings) -> None:
        open_at(self, SIZE)
        if settings.geometry:
            self.restoreGeometry(QByteArray.fromBase64(settings.geometry.encode("ascii")))
            if not self.isMaximized() and not self.isFullScreen():
                open_at(self, self.size())  # it may come from a larger screen
        for name, disclosure in self.disclosures.items():
            disclosure.setChecked(name in settings.unfolded)
        self.input.pen_bar.set_width(settings.pen)
        self.panes.restore_sizes(settings.panes)
        self.session.set_false_rejection_rate(settings.refuse)
        if settings.thinks:
            self.session.set_thinking_steps(settings.thinking_steps)
        if settings.panel != "generated":
            # Building a plot takes time; the window is shown first.
            QTimer.singleShot(0, self, lambda: self.results.show_panel(settings.panel))
        self.controller.want_samples(self.results.generated.request())

    def _set_title(self) -> None:
        title = window_title(self.session, self.input.opened_name, self._program)
        self.setWindowTitle(title)
        self.setAccessibleName(title)

    def _give_up(self, slot: str) -> None:
        self.controller.give_up(slot)
        if slot == "number":
            self.several.leave()

    def _on_preference_requested(self, field: str, value: object) -> None:
        acts = {
            "theme": lambda theme: self.run(f"theme_{theme}"),
            "pen": self.input.pen_bar.set_width,
            "engine": self.controller.use_engine,
        }
        if field in acts:
            acts[field](str(value))

    def _on_preferences_changed(self) -> None:
        if self.session.thinking_steps:
            self.session.set_thinking_steps(self.preferences.settings.thinking_steps)

    def _on_picture_opened(self, picture: Picture) -> None:
        if picture.path is None:
            return
        self.menus.recent.add(picture.path)
        if picture.name == picture.path.name and max(picture.image.shape) >= LARGE_PX:
            crop = NoticeAction(
                tr("Crop and turn…"), lambda: self.run("crop"), tr("Choose the part to read")
            )
            sentence = tr(
                "“{name}” is large; you can crop it to the part with the writing.",
                name=picture.name,
            )
            self.session.raise_notice(sentence, is_warning=False, actions=(crop,))

    def _on_models_changed(self) -> None:
        self._set_title()
        self.chooser.set_models(self.session.models, self.session.model)
        if self.session.model is not None:
            self.status.set_model(self.session.model)

    def _on_reply_changed(self) -> None:
        self._set_title()
        reply = self.session.reply
        self.status.set_elapsed(reply.answer.elapsed_ms if reply else None)

    def _on_numbers_toggled(self) -> None:
        is_active = self.several.is_active
        self.panes.show_number(is_shown=is_active)
        (self.numbers.card.picture if is_active else self.input.canvas).setFocus()

    def _on_walk_requested(self, plane: Plane, path: FloatArray, label: int | None) -> None:
        open_dialog(self, "writing.walk_dialog").show_curve(plane, path, label)

    def _background_commands(self) -> list[BackgroundCommand]:
        # Imported here, with the dataclasses of all events: the window opens sooner without them.
        from desktop_cvae.gui.background_command import BackgroundCommand

        return self.findChildren(BackgroundCommand)

    def _look_for_interrupted(self) -> None:
        self.menus.recent.look()
        # Nothing was ever trained on most computers: they do without the modules of the training.
        if runs_dir().is_dir():
            self.training.notices.look_for_interrupted()

    def _on_notice_closed(self) -> None:
        if self.notice.notice is not None and self.notice.notice is self._tour_offer:
            self._on_tour_refused()

    def _on_tour_refused(self) -> None:
        self.preferences.change(tour_seen=True)

    def _withdraw_tour_offer(self) -> None:
        if self._tour_offer is not None and self.preferences.settings.tour_seen:
            self.session.withdraw_notice(self._tour_offer)

    def _on_details_requested(self) -> None:
        if self.notice.notice is not None:
            show_details(self, self.notice.notice)
