"""The library's models: use, rename, delete, show their folder."""

from __future__ import annotations

from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtWidgets import QWidget

from desktop_cvae.gui.comparison.entries_page import EntriesPage, Submit
from desktop_cvae.gui.comparison.entry_table import EntryTable, Row
from desktop_cvae.gui.controller import Controller
from desktop_cvae.gui.session import Session

if TYPE_CHECKING:
    from desktop_cvae.library.model_library import ModelEntry

HEADING = ("name", "network", "kind", "latent", "read right", "−ELBO", "made", "from")


class ModelsPage(EntriesPage):
    """The session's models.

    Args:
        session: its models are shown.
        controller: takes a model into use.
        submit: runs jobs.
    """

    def __init__(
        self,
        session: Session,
        controller: Controller,
        submit: Submit,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(EntryTable("Models", HEADING), submit, "There is no model yet.", parent)
        self._session, self._controller = session, controller
        self.use = self._button("Use", "Let the window answer with this model", self._use)
        self._lay_out(None, self.use)
        self.table.rename_wanted.connect(self._rename_to)
        self.table.doubleClicked.connect(lambda _: self._use())
        session.models_changed.connect(self.refresh)
        self.refresh()

    @property
    def chosen(self) -> list[ModelEntry]:
        """The chosen models, in the list's order."""
        entries = {entry.name: entry for entry in self._session.models}
        return [entries[name] for name in self.table.chosen if name in entries]

    def refresh(self) -> None:
        """Show the session's models."""
        self.table.set_entries(model_row(entry) for entry in self._session.models)
        self._say_if_empty(False)

    def stop(self) -> None:
        """Follow the session no more."""
        self._session.models_changed.disconnect(self.refresh)

    def _on_selection_changed(self) -> None:
        super()._on_selection_changed()
        chosen = self.chosen
        for button in (self.use, self.folder):
            button.setEnabled(len(chosen) == 1)
        for button in (self.rename, self.delete):
            button.setEnabled(len(chosen) == 1 and not chosen[0].builtin)

    def _use(self) -> None:
        if len(self.chosen) == 1:
            self._controller.load_model(self.chosen[0].name)

    def _rename_to(self, name: str, new_name: str) -> None:
        job = partial(self._controller.source.rename, name, new_name)
        self._submit(name, job, self._on_changed)

    def _ask(self) -> None:
        name = self.chosen[0].name
        job = partial(self._controller.source.remove, name)
        sentence = f"Delete the model “{name}” and its file for good?"
        self.question.ask(sentence, "Delete", lambda: self._submit(name, job, self._on_changed))

    def _folder(self) -> Path:
        return self.chosen[0].path.resolve().parent

    def _on_changed(self, _: object) -> None:
        self._controller.list_models()


def model_row(entry: ModelEntry) -> Row:
    """A model in the columns of ``HEADING``."""
    manifest = entry.manifest
    metrics = manifest.metrics
    texts = (
        entry.name,
        manifest.spec.preset,
        "CVAE" if manifest.spec.conditional else "VAE",
        str(manifest.spec.latent_dim),
        f"{100 * metrics['accuracy']:.2f} %" if "accuracy" in metrics else "–",
        f"{metrics['neg_elbo_nats']:.2f}" if "neg_elbo_nats" in metrics else "–",
        manifest.created[:10],
        "program" if entry.builtin else "you",
    )
    return Row(entry.name, texts, manifest.dataset_name, is_own=not entry.builtin)
