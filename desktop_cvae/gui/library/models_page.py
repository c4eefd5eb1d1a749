"""The library's page of models: use, rename, delete.

Tested in tests/gui/library/test_library_dialog.py.
"""

from __future__ import annotations

from functools import partial
from pathlib import Path

from PySide6.QtWidgets import QWidget

from desktop_cvae.core.language import mark, number, tr
from desktop_cvae.gui.controller import Controller
from desktop_cvae.gui.controls import make_button
from desktop_cvae.gui.library.entries_page import EntriesPage, EntryRow, EntryTable, Submit
from desktop_cvae.gui.session import Session
from desktop_cvae.library.model_library import ModelEntry

MODELS_HEADING = (
    mark("name"),
    mark("network"),
    mark("kind"),
    mark("latent dim."),
    mark("accuracy"),
    "−ELBO",
    mark("created"),
    mark("from"),
)


class ModelsPage(EntriesPage):
    """The session's models.

    Args:
        session: its models are shown.
        controller: opens models.
        submit: runs jobs.
    """

    def __init__(
        self,
        session: Session,
        controller: Controller,
        submit: Submit,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(
            EntryTable(tr("Models"), [tr(title) for title in MODELS_HEADING]),
            submit,
            tr("There are no models yet."),
            parent,
        )
        self._session, self._controller = session, controller
        self.use = make_button(
            tr("Use"), tr("Use this model in the main window"), on_click=self._use
        )
        self._lay_out(None, self.use)
        self.table.rename_requested.connect(self._rename_to)
        self.table.doubleClicked.connect(lambda _: self._use())
        session.models_changed.connect(self.refresh)
        session.model_changed.connect(self._show_use)
        self.refresh()

    @property
    def chosen(self) -> list[ModelEntry]:
        """Selected models, in the list's order."""
        entries = {entry.name: entry for entry in self._session.models}
        return [entries[name] for name in self.table.chosen if name in entries]

    def refresh(self) -> None:
        self.table.set_entries(model_row(entry) for entry in self._session.models)
        self._say_if_empty(False)

    def _on_selection_changed(self) -> None:
        super()._on_selection_changed()
        chosen = self.chosen
        self.folder.setEnabled(len(chosen) == 1)
        self._show_use()
        for button in (self.rename, self.delete):
            button.setEnabled(len(chosen) == 1 and not chosen[0].builtin)

    def _show_use(self) -> None:
        """Offer to use the selected model, or say that it is used."""
        chosen, model = self.chosen, self._session.model
        is_used = len(chosen) == 1 and model is not None and model.name == chosen[0].name
        self.use.setText(tr("In use") if is_used else tr("Use"))
        self.use.setEnabled(len(chosen) == 1 and not is_used)

    def _use(self) -> None:
        if len(self.chosen) == 1:
            self._controller.load_model(self.chosen[0].name)

    def _rename_to(self, name: str, new_name: str) -> None:
        job = partial(self._controller.source.rename, name, new_name)
        self._submit(name, job, self._on_changed)

    def _ask(self) -> None:
        name = self.chosen[0].name
        job = partial(self._controller.source.remove, name)
        sentence = tr("Permanently delete the model “{name}” and its file?", name=name)
        self.question.ask(sentence, lambda: self._submit(name, job, self._on_changed))

    def _folder(self) -> Path:
        return self.chosen[0].path.resolve().parent

    def _on_changed(self, _: object) -> None:
        self._controller.list_models()


def model_row(entry: ModelEntry) -> EntryRow:
    """Return a model's row with the columns of ``MODELS_HEADING``."""
    manifest = entry.manifest
    metrics = manifest.metrics
    texts = (
        entry.name,
        manifest.spec.preset,
        "CVAE" if manifest.spec.conditional else "VAE",
        str(manifest.spec.latent_dim),
        f"{number(100 * metrics['accuracy'], '.2f')} %" if "accuracy" in metrics else "–",
        number(metrics["neg_elbo_nats"], ".2f") if "neg_elbo_nats" in metrics else "–",
        manifest.created[:10],
        tr("program") if entry.builtin else tr("you"),
    )
    return EntryRow(entry.name, texts, manifest.dataset_name, is_own=not entry.builtin)
