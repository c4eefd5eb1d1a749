"""Where the window gets its models: the library, seen from the worker thread."""

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
"""Test digits in a map that this machine computes: enough to see ten clouds, done in a second."""


class ModelSource(Protocol):
    """The seam at which tests put a library of fakes; called on the worker thread."""

    def models(self) -> list[ModelEntry]:
        """All models, those that came with the program first."""
        ...

    def load(self, name_or_path: str, kind: str) -> OpenedModel:
        """Open a model with an engine of the kind ``"onnx"`` or ``"keras"``."""
        ...

    def add(self, path: Path) -> ModelEntry:
        """Take a model file into the library."""
        ...

    def latent_map(self, model: OpenedModel) -> LatentMap | None:
        """The model's map, computed if need be; None if that lacks the test digits."""
        ...

    def test_digits(self) -> DigitDataset | None:
        """MNIST's test part; None if it is not on this machine."""
        ...

    def remove(self, name: str) -> None:
        """Delete one of the user's models."""
        ...

    def rename(self, name: str, new_name: str) -> ModelEntry:
        """Give one of the user's models another name."""
        ...


class LibrarySource:
    """The real library; every method imports what it needs when it is called."""

    def models(self) -> list[ModelEntry]:
        """All models of the library."""
        from desktop_cvae.library.model_library import list_models

        return list_models()

    def load(self, name_or_path: str, kind: str) -> OpenedModel:
        """Open a model; raises :class:`ModelFileError`, :class:`EnvironmentProblem`."""
        from desktop_cvae.inference.opened_model import open_model

        return open_model(name_or_path, kind)

    def add(self, path: Path) -> ModelEntry:
        """Take a model file into the library; raises :class:`ModelFileError`."""
        from desktop_cvae.library.model_library import import_model

        return import_model(path)

    def latent_map(self, model: OpenedModel) -> LatentMap | None:
        """The kept map, or one of the first test digits if MNIST lies on this machine."""
        from desktop_cvae.library.latent_map_cache import find_latent_map

        digest = model.writer_manifest.weights_sha256
        return find_latent_map(digest) or self._compute_map(model, digest)

    def test_digits(self) -> DigitDataset | None:
        """MNIST's test part; None if it is not on this machine."""
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
        """Give one of the user's models another name; raises :class:`UsageError`."""
        from desktop_cvae.library.model_library import rename_model

        return rename_model(name, new_name)

    def _compute_map(self, model: OpenedModel, digest: str) -> LatentMap | None:
        from desktop_cvae.core.paths import mnist_dir

        if mnist_dir() is None:
            return None
        from desktop_cvae.datasets.loading import load_dataset
        from desktop_cvae.library.latent_map_cache import store_latent_map

        digits = load_dataset("mnist", "test").limit(MAP_SIZE)
        images = digits.images.astype(np.float32) / np.float32(255)
        latent_map = model.build_latent_map(images, digits.labels)
        try:
            store_latent_map(digest, latent_map)
        except InputOutputError as error:
            _log.warning("The map could not be kept: %s", error)
        return latent_map
