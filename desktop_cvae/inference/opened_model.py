"""An opened model: the one thing that answers, in the window as on the command line."""

from __future__ import annotations

from dataclasses import dataclass

from desktop_cvae.core.calibration import Calibration
from desktop_cvae.core.results import EpochRecord
from desktop_cvae.core.specs import ModelSpec
from desktop_cvae.inference.engine import Engine, open_engine
from desktop_cvae.library.manifest import Manifest
from desktop_cvae.library.model_file import read_history
from desktop_cvae.library.model_library import ModelEntry, find_model


@dataclass(frozen=True, eq=False)
class OpenedModel:
    """A model that is ready to answer.

    Attributes:
        entry: its place in the library.
        engine: to be called on one thread; its ``name`` and ``spec`` may be read anywhere.
        history: its training, one record an epoch; may be empty.
    """

    entry: ModelEntry
    engine: Engine
    history: tuple[EpochRecord, ...] = ()

    @property
    def name(self) -> str:
        """What it is called."""
        return self.entry.name

    @property
    def spec(self) -> ModelSpec:
        """Its network."""
        return self.engine.spec

    @property
    def manifest(self) -> Manifest:
        """What its file says about itself."""
        return self.entry.manifest

    @property
    def calibration(self) -> Calibration | None:
        """How far its answers can be believed, if that was fitted."""
        return self.entry.manifest.calibration

    @property
    def has_labels(self) -> bool:
        """True for a conditional model."""
        return self.spec.conditional

    @property
    def label_names(self) -> tuple[str, ...]:
        """The labels' names; empty for a model without labels."""
        return self.spec.label_names if self.has_labels else ()


def open_model(model: ModelEntry | str, kind: str = "litert") -> OpenedModel:
    """Open a model.

    Args:
        model: of the library, its name there, or a ``.cvae`` file.
        kind: the engine's kind; see :func:`inference.engine.open_engine`.

    Raises:
        UsageError: there is no such model.
        ModelFileError: the file cannot be used.
        EnvironmentProblem: the engine needs TensorFlow, which is missing.
    """
    entry = find_model(model) if isinstance(model, str) else model
    return OpenedModel(entry, open_engine(entry, kind), read_history(entry.path))
