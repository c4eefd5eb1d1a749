"""The source of the window's models, called on the worker thread.

Tested in tests/gui/data/test_data_dialog.py.
"""

from __future__ import annotations

import logging
from pathlib import Path
from typing import TYPE_CHECKING, Protocol

import numpy as np

from desktop_cvae.core.errors import InputOutputError
from desktop_cvae.core.latent_maps import LatentMap

if TYPE_CHECKING:
    from desktop_cvae.datasets.dataset import DigitDataset
    from desktop_cvae.inference.opened_model import OpenedModel
    from desktop_cvae.library.model_library import ModelEntry

_log = logging.getLogger(__name__)
MAP_SIZE = 3000
"""Test digits in a map computed here: enough for ten clusters, done in a second."""


class ModelSource(Protocol):
    """The models as the window sees them; tests put a fake in its place."""

    def models(self) -> list[ModelEntry]:
        """Return all models, bundled ones first."""
        ...

    def load(self, name_or_path: str, kind: str) -> OpenedModel:
        """Open a model with an engine of the kind ``"onnx"`` or ``"keras"``."""
        ...

    def add(self, path: Path) -> ModelEntry:
        """Add a model file to the library."""
        ...

    def latent_map(self, model: OpenedModel) -> LatentMap | None:
        """Return the latent map, computed if needed; None without the test digits."""
        ...

    def test_digits(self) -> DigitDataset | None:
        """Return MNIST's test set; None if it is not on this computer."""
        ...

    def remove(self, name: str) -> None:
        """Delete one of the user's models."""
        ...

    def rename(self, name: str, new_name: str) -> ModelEntry:
        """Rename one of the user's models."""
        ...


class LibrarySource:
    """The model library; each method imports what it needs when it is called."""

    def models(self) -> list[ModelEntry]:
        """Return all models of the library."""
        from desktop_cvae.library.model_library import list_models

        return list_models()

    def load(self, name_or_path: str, kind: str) -> OpenedModel:
        """Open a model; raises :class:`ModelFileError`, :class:`EnvironmentProblem`."""
        from desktop_cvae.inference.opened_model import open_model

        return open_model(name_or_path, kind)

    def add(self, path: Path) -> ModelEntry:
        """Add a model file to the library; raises :class:`ModelFileError`."""
        from desktop_cvae.library.model_library import import_model

        return import_model(path)

    def latent_map(self, model: OpenedModel) -> LatentMap | None:
        """Return the stored map, or compute one from the first test digits if MNIST is at hand."""
        from desktop_cvae.library.latent_map_cache import find_latent_map

        digest = model.generator_manifest.weights_sha256
        return find_latent_map(digest) or self._compute_map(model, digest)

    def test_digits(self) -> DigitDataset | None:
        """Return MNIST's test set; None if it is not on this computer."""
        from desktop_cvae.core.paths import mnist_dir

        if mnist_dir() is None:
            return None
        from desktop_cvae.datasets.loading import load_dataset

        return load_dataset("mnist", "test")

    def remove(self, name: str) -> None:
        """Delete one of the user's models; raises :class:`UsageError`."""
        from desktop_cvae.library.model_library import remove_model

        remove_model(name)

    def rename(self, name: str, new_name: str) -> ModelEntry:
        """Rename one of the user's models; raises :class:`UsageError`."""
        from desktop_cvae.library.model_library import rename_model

        return rename_model(name, new_name)

    def _compute_map(self, model: OpenedModel, digest: str) -> LatentMap | None:
        from desktop_cvae.library.latent_map_cache import store_latent_map

        known = self.test_digits()
        if known is None:
            return None
        digits = known.limit(MAP_SIZE)
        images = digits.images.astype(np.float32) / np.float32(255)
        latent_map = model.build_latent_map(images, digits.labels)
        try:
            store_latent_map(digest, latent_map)
        except InputOutputError as error:
            _log.warning("The map could not be kept: %s", error)
        return latent_map
