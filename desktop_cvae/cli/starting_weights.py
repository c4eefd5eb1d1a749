"""A training that goes on from a model: its network and weights instead of random ones."""

from __future__ import annotations

from argparse import Namespace
from dataclasses import dataclass
from pathlib import Path

from desktop_cvae.core.errors import UsageError
from desktop_cvae.core.results import FloatArray
from desktop_cvae.core.specs import ModelSpec
from desktop_cvae.library.model_file import read_model_file
from desktop_cvae.library.model_library import find_model


@dataclass(frozen=True, eq=False)
class Start:
    """What a training begins with.

    Attributes:
        spec: the network.
        weights: float32 by name, as ``spec.tensors()``.
    """

    spec: ModelSpec
    weights: dict[str, FloatArray]


def started_from(arguments: Namespace, label_names: tuple[str, ...]) -> Start | None:
    """The network and weights of ``--start-from``; None if it is not asked for.

    Args:
        arguments: ``start_from``, ``latent_dim`` and ``no_labels`` are read.
        label_names: of the data set.

    Raises:
        UsageError: there is no such model, its labels are others, or another network is asked for.
        DamagedModelFile, MismatchedWeights: it cannot be read.
    """
    if arguments.start_from is None:
        return None
    if arguments.latent_dim is not None or arguments.no_labels:
        raise UsageError("--start-from keeps the model's network; leave out its other settings.")
    model = read_model_file(find_model(arguments.start_from).path)
    if model.manifest.spec.label_names != tuple(label_names):
        raise UsageError(
            f"The data set does not have the labels of the model “{arguments.start_from}”."
        )
    return Start(model.manifest.spec, model.weights)


def place_of(start_from: str | None) -> str | None:
    """The same wish from any working folder: a file by its absolute path, a name as it is."""
    is_file = start_from is not None and Path(start_from).is_file()
    return str(Path(str(start_from)).absolute()) if is_file else start_from
