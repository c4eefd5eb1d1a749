"""The right column: generated digits, latent space, loss.

Tested in tests/gui/test_main_window.py.
"""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING, NamedTuple

from PySide6.QtCore import QSignalBlocker, Qt, Signal
from PySide6.QtWidgets import QTabWidget, QWidget

from desktop_cvae.core.language import mark, tr
from desktop_cvae.gui.controller import Controller
from desktop_cvae.gui.latent.explorer import LatentExplorer
from desktop_cvae.gui.picture import Picture
from desktop_cvae.gui.session import Session
from desktop_cvae.gui.widgets.card import Card, clear, column, text_label
from desktop_cvae.gui.writing.generated_panel import GeneratedPanel

if TYPE_CHECKING:
    from desktop_cvae.core.results import FloatArray
    from desktop_cvae.gui.latent.latent_panel import LatentPanel
    from desktop_cvae.gui.plots.loss_panel import LossPanel

PANELS = {"generated": mark("Generated"), "latent": mark("Latent"), "loss": mark("Loss")}
TIPS = {
    "generated": mark("Digits that the model writes"),
    "latent": mark("Where the picture lies among the test digits"),
    "loss": mark("Loss during the model's training"),
}


class LeadingTab(NamedTuple):
    """A pane of the window shown as a tab in a narrow window."""

    widget: QWidget
    title: str
    tip: str


class ResultTabs(Card):
    """Three panels; those with plots are built when first shown.

    Args:
        session: the state that everything shows.
        controller: writes digits.
        explorer: what is looked at in the latent space.

    Signals:
        latent_space_requested: in a window of its own.
    """

    latent_space_requested = Signal()

    def __init__(
        self,
        session: Session,
        controller: Controller,
        explorer: LatentExplorer,
    ) -> None:
        super().__init__()
        self._session, self._explorer = session, explorer
        self._controller, self._exporter = controller, controller.exporter
        self.generated = GeneratedPanel()
        self.latent: LatentPanel | None = None
        self.loss: LossPanel | None = None
        self.panel = "generated"
        self._leading: list[LeadingTab] = []
        self.tabs = QTabWidget()
        self.tabs.setObjectName("tabs")
        self.tabs.setAccessibleName(tr("Generated digits, latent space and loss"))
        self.tabs.setDocumentMode(True)
        for index, (key, title) in enumerate(PANELS.items()):
            self.tabs.addTab(self.generated if key == "generated" else _Placeholder(), tr(title))
            self.tabs.setTabToolTip(index, tr(TIPS[key]))
        self.box.setContentsMargins(0, 4, 0, 0)
        self.box.addWidget(self.tabs)
        self._connect(session, controller)

    @property
    def is_complete(self) -> bool:
        session = self._session
        if session.panel == "":
            return True
        if session.panel == "generated":
            return session.samples is not None
        if session.panel == "latent":
            if self.latent is None:
                return False
            return session.latent_map is not None or not session.latent_message.endswith("…")
        return self.loss is not None

    @property
    def is_behind(self) -> bool:
        """True if a leading tab hides the panels."""
        return self.tabs.currentIndex() < len(self._leading)

    def show_panel(self, key: str) -> None:
        self.tabs.setCurrentIndex(len(self._leading) + list(PANELS).index(key))

    def bring_panel(self) -> None:
        self.show_panel(self.panel)

    def bring(self, widget: QWidget) -> None:
        self.tabs.setCurrentWidget(widget)

    def set_leading(self, leading: list[LeadingTab]) -> None:
        """Set the panes that stand as tabs before the panels."""
        seen = self.tabs.currentWidget()
        with QSignalBlocker(self.tabs):
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
        self._on_tab_changed(self.tabs.currentIndex())

    def _connect(self, session: Session, controller: Controller) -> None:
        self.tabs.currentChanged.connect(self._on_tab_changed)
        for part, view in (
            (self.generated, self.generated.grid),
            (self.generated.number_line, self.generated.number_line.view),
        ):
            self._exporter.serve(part.export, part.save_button, part.copy_button)
            self._exporter.offer(view, part.export, drags=part is not self.generated)
        self.generated.generation_requested.connect(controller.want_samples)
        self.generated.digit_picked.connect(self._on_digit_picked)
        session.samples_changed.connect(self._show_samples)
        session.line_changed.connect(lambda: self.generated.set_line(session.line))
        session.reply_changed.connect(self._show_style)
        session.model_changed.connect(self._on_model_changed)

    def _on_tab_changed(self, index: int) -> None:
        if index < len(self._leading):
            self._session.set_panel("")
            return
        self.panel = list(PANELS)[index - len(self._leading)]
        if self.panel != "generated" and getattr(self, self.panel) is None:
            # Matplotlib is imported by the worker; until then the tab is an empty card.
            self._controller.load_plotting(self._make_panel)
        self._session.set_panel(self.panel)

    def _make_panel(self) -> None:
        """Build the last panel, unless it exists."""
        placeholder = self.tabs.widget(len(self._leading) + list(PANELS).index(self.panel))
        if self.panel == "latent" and self.latent is None:
            self._make_latent(placeholder)
        elif self.panel == "loss" and self.loss is None:
            self._make_loss(placeholder)

    def _make_latent(self, placeholder: QWidget | None) -> None:
        from desktop_cvae.gui.exporting.plot_exports import explored_map_export
        from desktop_cvae.gui.latent.latent_panel import LatentPanel

        self.latent = LatentPanel(self._explorer)
        self.latent.enlarge.clicked.connect(self.latent_space_requested)
        view = self.latent.map.view
        self._exporter.offer(view, partial(explored_map_export, self._explorer, view))
        _fill(placeholder, self.latent)

    def _make_loss(self, placeholder: QWidget | None) -> None:
        from desktop_cvae.gui.plots.loss_panel import LossPanel

        self.loss = LossPanel()
        self._exporter.offer(self.loss.chart, self.loss.export, drags=True)
        _fill(placeholder, self.loss)
        self._show_history()

    def _on_digit_picked(self, image: FloatArray) -> None:
        self._session.picture_opened.emit(Picture(image, tr("a digit that the model wrote")))

    def _on_model_changed(self) -> None:
        model = self._session.model
        if model is not None:
            self.generated.set_labels_available(model.has_labels, model.writable)
        self._show_history()

    def _show_samples(self) -> None:
        self.generated.set_samples(self._session.samples, self._session.label_names)

    def _show_style(self) -> None:
        reply = self._session.reply
        self.generated.set_style(is_drawn=reply is not None and reply.answer.style is not None)

    def _show_history(self) -> None:
        if self.loss is not None and self._session.model is not None:
            model = self._session.model
            self.loss.set_history(model.history, model.entry.name, model.manifest.command)


class _Placeholder(QWidget):
    """Placeholder of a panel that is not built yet."""

    def __init__(self) -> None:
        super().__init__()
        waiting = text_label(tr("One moment …"), "muted")
        waiting.setAlignment(Qt.AlignmentFlag.AlignCenter)
        self.setLayout(column(waiting))


def _fill(placeholder: QWidget | None, panel: QWidget) -> None:
    layout = None if placeholder is None else placeholder.layout()
    assert layout is not None
    clear(layout)
    layout.addWidget(panel)
