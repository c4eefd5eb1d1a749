"""The right column: what the model writes, its latent space, its training."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING, NamedTuple

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QTabWidget, QVBoxLayout, QWidget

from desktop_cvae.core.language import mark, tr
from desktop_cvae.gui.controller import Controller
from desktop_cvae.gui.latent.explorer import LatentExplorer
from desktop_cvae.gui.session import Picture, Session
from desktop_cvae.gui.widgets.card import Card
from desktop_cvae.gui.writing.generated_panel import GeneratedPanel

if TYPE_CHECKING:
    from desktop_cvae.core.results import FloatArray
    from desktop_cvae.gui.latent.latent_panel import LatentPanel
    from desktop_cvae.gui.plots.loss_panel import LossPanel

PANELS = {"generated": mark("Generated"), "latent": mark("Latent"), "loss": mark("Loss")}
TIPS = {
    "generated": mark("Digits that the model writes itself"),
    "latent": mark("Where the picture lies among the test digits"),
    "loss": mark("How the model got there while it trained"),
}


class LeadingTab(NamedTuple):
    """A pane of the window that stands as a tab before the panels, for want of room."""

    widget: QWidget
    title: str
    tip: str


class ResultTabs(Card):
    """Three panels; the two with plots are made when they are first shown.

    Args:
        session: the state that everything shows.
        controller: writes digits.
        explorer: what is looked at in the latent space.

    Signals:
        latent_space_wanted: in a window of its own.
    """

    latent_space_wanted = Signal()

    def __init__(
        self,
        session: Session,
        controller: Controller,
        explorer: LatentExplorer,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self._session, self._explorer = session, explorer
        self._exporter = controller.exporter
        self.generated = GeneratedPanel()
        self.latent: LatentPanel | None = None
        self.loss: LossPanel | None = None
        self.panel = "generated"
        self._leading: list[LeadingTab] = []
        self.tabs = QTabWidget()
        self.tabs.setObjectName("tabs")
        self.tabs.setAccessibleName(tr("What the model writes, its latent space, its training"))
        self.tabs.setDocumentMode(True)
        for index, (key, title) in enumerate(PANELS.items()):
            self.tabs.addTab(self.generated if key == "generated" else _Place(), tr(title))
            self.tabs.setTabToolTip(index, tr(TIPS[key]))
        self.box.setContentsMargins(0, 4, 0, 0)
        self.box.addWidget(self.tabs)
        self._connect(session, controller)

    @property
    def is_complete(self) -> bool:
        """True if the visible panel shows what it can show now."""
        session = self._session
        if session.panel == "":
            return True
        if session.panel == "generated":
            return session.samples is not None
        if session.panel == "latent":
            return session.latent_map is not None or not session.latent_message.endswith("…")
        return self.loss is not None

    @property
    def is_behind(self) -> bool:
        """True if a leading tab is in front of the panels."""
        return self.tabs.currentIndex() < len(self._leading)

    def show_panel(self, key: str) -> None:
        """Bring one of ``PANELS`` to the front."""
        self.tabs.setCurrentIndex(len(self._leading) + list(PANELS).index(key))

    def bring_panel(self) -> None:
        """Bring the panel to the front that was seen last."""
        self.show_panel(self.panel)

    def bring(self, widget: QWidget) -> None:
        """Bring a leading tab to the front."""
        self.tabs.setCurrentWidget(widget)

    def set_leading(self, leading: list[LeadingTab]) -> None:
        """Take panes in before the panels, and let go of others; they are shown by their owner."""
        seen = self.tabs.currentWidget()
        was_blocked = self.tabs.blockSignals(True)
        for tab in self._leading:
            self.tabs.removeTab(self.tabs.indexOf(tab.widget))
        self._leading = leading
        for index, tab in enumerate(leading):
            self.tabs.insertTab(index, tab.widget, tab.title)
            self.tabs.setTabToolTip(index, tab.tip)
        kept = [tab.widget for tab in leading]
        if leading and (seen not in kept or not self.isVisible()):
            seen = kept[0]
        self.tabs.setCurrentWidget(seen)
        self.tabs.blockSignals(was_blocked)
        self._on_tab_changed(self.tabs.currentIndex())

    def _connect(self, session: Session, controller: Controller) -> None:
        self.tabs.currentChanged.connect(self._on_tab_changed)
        for part, view in (
            (self.generated, self.generated.grid),
            (self.generated.number_line, self.generated.number_line.view),
        ):
            self._exporter.serve(part.export, part.save_button, part.copy_button)
            self._exporter.offer(view, part.export, drags=part is not self.generated)
        self.generated.generation_wanted.connect(controller.want_samples)
        self.generated.digit_picked.connect(self._on_digit_picked)
        session.samples_changed.connect(self._show_samples)
        session.line_changed.connect(lambda: self.generated.set_line(session.line))
        session.reply_changed.connect(self._show_hand)
        session.model_changed.connect(self._on_model_changed)

    def _on_tab_changed(self, index: int) -> None:
        if index < len(self._leading):
            self._session.set_panel("")
            return
        index_of_panel = index - len(self._leading)
        key = self.panel = list(PANELS)[index_of_panel]
        if key == "latent" and self.latent is None:
            self._make_latent(index)
        elif key == "loss" and self.loss is None:
            self._make_loss(index)
        self._session.set_panel(key)

    def _make_latent(self, index: int) -> None:
        from desktop_cvae.gui.exporting.plot_exports import explored_map_export
        from desktop_cvae.gui.latent.latent_panel import LatentPanel

        self.latent = LatentPanel(self._explorer)
        self.latent.enlarge_wanted.connect(self.latent_space_wanted)
        view = self.latent.map.view
        self._exporter.offer(view, partial(explored_map_export, self._explorer, view))
        _fill_place(self.tabs.widget(index), self.latent)

    def _make_loss(self, index: int) -> None:
        from desktop_cvae.gui.plots.loss_panel import LossPanel

        self.loss = LossPanel()
        self._exporter.offer(self.loss.chart, self.loss.export, drags=True)
        _fill_place(self.tabs.widget(index), self.loss)
        self._show_history()

    def _on_digit_picked(self, image: FloatArray) -> None:
        self._session.picture_opened.emit(Picture(image, tr("a digit of the model")))

    def _on_model_changed(self) -> None:
        model = self._session.model
        if model is not None:
            self.generated.set_labels_available(model.has_labels, model.writable)
        self._show_history()

    def _show_samples(self) -> None:
        self.generated.set_samples(self._session.samples, self._session.label_names)

    def _show_hand(self) -> None:
        reply = self._session.reply
        self.generated.set_hand(is_drawn=reply is not None and reply.answer.hand is not None)

    def _show_history(self) -> None:
        if self.loss is not None and self._session.model is not None:
            model = self._session.model
            self.loss.set_history(model.history, model.entry.name)


class _Place(QWidget):
    """Where a panel will be."""


def _fill_place(place: QWidget | None, panel: QWidget) -> None:
    assert place is not None
    layout = QVBoxLayout(place)
    layout.setContentsMargins(0, 0, 0, 0)
    layout.addWidget(panel)
