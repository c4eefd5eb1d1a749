"""Requests for training runs, new or resumed, and the locked run that one becomes.

Tested in tests/cli/test_sweep.py.
"""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path
from typing import Any

from desktop_cvae.core.errors import UsageError
from desktop_cvae.core.language import tr
from desktop_cvae.core.results import FloatArray
from desktop_cvae.core.specs import ModelSpec, TrainingConfig
from desktop_cvae.datasets.dataset import DigitDataset
from desktop_cvae.library.checkpoint_file import list_checkpoints
from desktop_cvae.library.run_library import RunEntry
from desktop_cvae.training.events import Reporter
from desktop_cvae.training.input_commands import CommandReader


@dataclass(frozen=True, eq=False, kw_only=True)
class RunRequest:
    """Request for a training.

    Attributes:
        data: ``"mnist"``, a stored data set's name, or a path.
        limit: number of images to use; None for all.
        name: the model's name.
        output: the model's file.
        overwrite: True may replace an existing file.
        network: of the preset, for any labels; gives way to ``start_from`` and ``resumed``.
        config: settings of the training.
        start_from: a model's name or file whose network and weights to begin with.
        map_folder: folder for its latent map; None is this machine's cache.
        run_folder: of a new run; None is one among the runs.
        resumed: the run to go on with.
        command: the command line, for the model's manifest.
        obeys: True reads commands on standard input.
    """

    data: str
    limit: int | None
    name: str
    output: Path
    overwrite: bool
    network: ModelSpec
    config: TrainingConfig
    start_from: str | None = None
    map_folder: Path | None = None
    run_folder: Path | None = None
    resumed: RunEntry | None = None
    command: str = ""
    obeys: bool = False

    @property
    def first_model(self) -> str | None:
        """The model that the training began with, also of a resumed one; None for new weights."""
        return self.start_from or (self.resumed.request.get("start_from") if self.resumed else None)

    def to_json(self) -> dict[str, Any]:
        """Return the part that :func:`resuming` needs, with absolute paths."""
        folder = self.map_folder
        return {
            "data": _absolute(self.data, Path(self.data).exists()),
            "limit": self.limit,
            "start_from": _absolute(self.start_from, Path(self.start_from or "").is_file()),
            "name": self.name,
            "output": str(self.output.absolute()),
            "overwrite": self.overwrite,
            "map_folder": None if folder is None else str(folder.absolute()),
        }


def resuming(
    run: RunEntry,
    *,
    output: Path | None = None,
    overwrite: bool = False,
    map_folder: Path | None = None,
    command: str = "",
    obeys: bool = False,
) -> RunRequest:
    """Return the request that resumes a run; the arguments may change where it saves.

    Raises:
        UsageError: it is complete, or being trained.
    """
    if not run.resumable:
        raise UsageError(
            tr(
                "The run “{name}” is {state}; it cannot be resumed.",
                name=run.name,
                state=tr(run.state),
            )
        )
    kept = run.request
    # Runs of earlier versions call the folder by the graphs that were once compiled into it.
    kept_folder = kept.get("map_folder", kept.get("compiled_into"))
    if map_folder is None and kept_folder is not None:
        map_folder = Path(kept_folder)
    output = output or run.model_path or Path(kept["output"])
    # Only a run without a checkpoint still needs the first weights; earlier runs do not name them.
    begun = list_checkpoints(run.checkpoints)
    return RunRequest(
        data=kept["data"],
        limit=kept["limit"],
        name=kept["name"],
        output=output,
        overwrite=overwrite or kept["overwrite"] or run.model_path == output,
        network=run.spec,
        config=run.training,
        start_from=None if begun else kept.get("start_from"),
        map_folder=map_folder,
        resumed=run,
        command=command,
        obeys=obeys,
    )


@dataclass(frozen=True, eq=False)
class HeldRun:
    """A locked run with everything that its training needs."""

    request: RunRequest
    reporter: Reporter
    folder: Path
    spec: ModelSpec
    weights: dict[str, FloatArray] | None
    dataset: DigitDataset
    whole_digest: str
    commands: CommandReader | None


def _absolute(name: str | None, is_path: bool) -> str | None:
    """Return a name unchanged, and a path as an absolute one."""
    return str(Path(name).absolute()) if name is not None and is_path else name
