"""The strip under the menus: model, its summary, help and theme."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING

from PySide6.QtCore import QEvent, Qt, Signal
from PySide6.QtWidgets import QWidget

from desktop_cvae.core.language import tr
from desktop_cvae.gui.controls import make_combo
from desktop_cvae.gui.icons import ToolButton, icon
from desktop_cvae.gui.theme import SPACING, current_theme, tabular_font
from desktop_cvae.gui.widgets.card import row, text_label
from desktop_cvae.gui.widgets.disclosure import Disclosure
from desktop_cvae.gui.widgets.elided_label import ElidedLabel

if TYPE_CHECKING:
    from desktop_cvae.inference.opened_model import OpenedModel
    from desktop_cvae.library.model_library import ModelEntry


class ModelChooser(QWidget):
    """A combo with the library's models; the owner connects ``help`` and ``toggle``.

    Signals:
        model_chosen(str): a model's name.
    """

    model_chosen = Signal(str)

    def __init__(self) -> None:
        super().__init__()
        self.combo = make_combo(tr("Model"), tr("The model that answers"), "model_chooser")
        self.combo.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        self.combo.setMinimumWidth(180)
        self.combo.setPlaceholderText(tr("No model yet"))
        self.summary = ElidedLabel("muted")
        self.summary.setFont(tabular_font(self.font()))
        self.disclosure = Disclosure(tr("Details"), self.summary)
        self.help = ToolButton(
            "help", tr("Guide"), tr("The guide (F1); “?” lists the keyboard shortcuts")
        )
        self.toggle = ToolButton("moon", tr("Toggle theme"), tr("Light or dark (Ctrl+L)"))
        self.help.set_flat()
        self.toggle.set_flat()
        title = text_label(tr("Model"), "title")
        room = QWidget()
        room.setLayout(row(self.summary, fills=self.summary))
        items = (title, self.combo, self.disclosure, room, self.help, self.toggle)
        around = (2 * SPACING, SPACING // 2, 2 * SPACING, 0)
        self.setLayout(row(*items, fills=room, margins=around))
        self.combo.activated.connect(self._on_activated)
        self._show_toggle()

    def set_models(self, entries: Sequence[ModelEntry], used: OpenedModel | None) -> None:
        self.combo.clear()
        self.combo.addItems([entry.name for entry in entries])
        if used is not None and self.combo.findText(used.name) < 0:
            self.combo.addItem(used.name)
        index = -1 if used is None else self.combo.findText(used.name)
        self.combo.setCurrentIndex(index)
        self.summary.say("" if used is None else summary_of(used))

    def changeEvent(self, event: QEvent) -> None:
        if event.type() is QEvent.Type.PaletteChange:
            self._show_toggle()
        super().changeEvent(event)

    def _show_toggle(self) -> None:
        self.toggle.setIcon(icon("sun" if current_theme().is_dark else "moon"))

    def _on_activated(self, index: int) -> None:
        self.model_chosen.emit(self.combo.itemText(index))


def summary_of(model: OpenedModel) -> str:
    """Return a summary of the model."""
    spec = model.spec
    kind = tr("conditional VAE") if spec.conditional else tr("VAE without labels")
    data, size = tr(model.manifest.dataset_name), f"{spec.latent_dim}"
    if model.separate_generator is not None:
        size = tr(
            "{read} (to read) and {write} (to write)",
            read=size,
            write=model.generator.spec.latent_dim,
        )
    return tr(
        "{kind} · {size} latent dimensions · trained on {data}", kind=kind, size=size, data=data
    )
