"""The models that visitors may choose: those of the library, by name, and the owner's own."""

from __future__ import annotations

import threading
import time
from typing import Any

from desktop_cvae.core.language import number, tr
from desktop_cvae.library.model_library import ModelEntry, find_model, list_models
from desktop_cvae.web.wishes import require

FRESH_S = 5.0
"""So long the list is believed; a model that was trained meanwhile comes soon enough."""


class ModelShelf:
    """Finds models by name. A visitor's name is never taken for a path.

    Args:
        default: a model's name or file, as the owner named it.

    Raises:
        UsageError: there is no such model.
        ModelFileError: its file cannot be used.
    """

    def __init__(self, default: str) -> None:
        self.default = find_model(default)
        self._lock = threading.Lock()
        self._known: dict[str, ModelEntry] = {}
        self._looked = -FRESH_S

    def entries(self) -> list[ModelEntry]:
        """The server's own model first, then the library's others."""
        with self._lock:
            if time.monotonic() - self._looked >= FRESH_S:
                found = [self.default, *list_models()]
                # The first of a name stays: the owner's own.
                self._known = {entry.name: entry for entry in reversed(found)}
                self._looked = time.monotonic()
            others = sorted(self._known.values(), key=lambda entry: entry.name)
            return [self.default, *(e for e in others if e.name != self.default.name)]

    def find(self, name: str) -> ModelEntry:
        """The model of that name; "" for the server's.

        Raises:
            UsageError: there is none.
        """
        known = {entry.name: entry for entry in self.entries()}
        require(
            not name or name in known,
            tr(
                "There is no model “{name}” (there are: {known}).",
                name=name[:60],
                known=", ".join(known),
            ),
        )
        return known[name] if name else self.default

    def describe(self) -> list[dict[str, Any]]:
        """All of them, as the API says it."""
        return [
            {
                "name": entry.name,
                "labels": list(entry.manifest.spec.label_names)
                if entry.manifest.spec.conditional
                else None,
                "is_default": entry is self.default,
                "reads": entry.manifest.spec.conditional,
                "writes": True,
                "description": _description(entry),
            }
            for entry in self.entries()
        ]


def _description(entry: ModelEntry) -> str:
    spec, accuracy = entry.manifest.spec, entry.manifest.metrics.get("accuracy")
    kind = tr("conditional VAE") if spec.conditional else tr("VAE without labels")
    data = tr(entry.manifest.dataset_name)
    if accuracy is None:
        return tr("{kind}, trained on {data}", kind=kind, data=data)
    return tr(
        "{kind}, trained on {data}; reads {share} % of its test digits right",
        kind=kind,
        data=data,
        share=number(100 * accuracy, ".2f"),
    )
