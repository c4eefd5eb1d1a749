"""Trainings that broke off and can be taken up again."""

from __future__ import annotations

from typing import TYPE_CHECKING

from desktop_cvae.core.paths import data_dir
from desktop_cvae.core.presets import PRESETS
from desktop_cvae.gui.training.wish import TrainingWish

if TYPE_CHECKING:
    from desktop_cvae.library.run_library import RunEntry


def find_interrupted() -> RunEntry | None:
    """The newest run whose process died before its end; None in a fresh home.

    Raises:
        OSError: the folder of the runs cannot be read.
    """
    if not (data_dir() / "runs").is_dir():
        return None
    # Imported when there is something to look at: the window opens sooner without it.
    from desktop_cvae.library.run_library import list_runs

    broken = (run for run in list_runs() if run.state == "interrupted" and run.resumable)
    return next(broken, None)


def find_resumable(run_id: str) -> RunEntry | None:
    """The run of that id, if it can be taken up.

    Raises:
        InputOutputError: its description cannot be read.
    """
    from desktop_cvae.library.run_library import read_run, runs_dir

    run = read_run(runs_dir() / run_id)
    return run if run.resumable else None


def offer_text(run: RunEntry) -> str:
    """What is asked."""
    done, epochs = len(run.history), run.training.epochs
    return f"The training of “{run.name}” was interrupted after epoch {done} of {epochs}."


def resume_arguments(run: RunEntry) -> list[str]:
    """The command line after the program's name."""
    return ["train", "--resume", run.id, "--events", "jsonl"]


def wish_of_run(run: RunEntry) -> TrainingWish | None:
    """The run's own settings for the form; None for a network that is no preset."""
    spec, request = run.spec, run.request
    if spec.preset not in PRESETS:
        return None
    limit = request.get("limit")
    return TrainingWish(
        spec.preset,
        str(request.get("data") or run.dataset_name),
        run.name,
        spec.latent_dim,
        spec.conditional,
        run.training,
        limit if isinstance(limit, int) else 0,
    )
