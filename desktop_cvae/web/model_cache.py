"""Models that visitors may choose: the library's and the server's default, cached by name."""

from __future__ import annotations

import threading
import time

from desktop_cvae.core.language import number, tr
from desktop_cvae.library.model_library import ModelEntry, find_model, list_models
from desktop_cvae.web.api_requests import require
from desktop_cvae.web.api_responses import ModelDetail

FRESH_S = 5.0
"""Age in seconds at which the list of models is read again."""


class ModelCache:
    """Finds models by name. A visitor's name is never used as a path.

    Args:
        default: name or file of the server's default model.

    Raises:
        UsageError: there is no such model.
        ModelFileError: its file cannot be used.
    """

    def __init__(self, default: str) -> None:
        self.default = find_model(default)
        self._lock = threading.Lock()
        self._known: dict[str, ModelEntry] = {}
        self._read_at = -FRESH_S

    def entries(self) -> list[ModelEntry]:
        """Return the server's default model, then the library's others."""
        with self._lock:
            if time.monotonic() - self._read_at >= FRESH_S:
                found = [self.default, *list_models()]
                # Of two models of one name the first stays: the default.
                self._known = {entry.name: entry for entry in reversed(found)}
                self._read_at = time.monotonic()
            others = sorted(self._known.values(), key=lambda entry: entry.name)
            return [self.default, *(e for e in others if e.name != self.default.name)]

    def find(self, name: str) -> ModelEntry:
        """Return the model of that name; "" for the default.

        Raises:
            UsageError: there is no such model.
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

    def describe(self) -> list[ModelDetail]:
        """Return all models, as the API describes them."""
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
