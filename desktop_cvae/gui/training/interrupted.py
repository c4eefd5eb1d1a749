"""The training that broke off last, if it can be taken up again."""

from __future__ import annotations

from typing import TYPE_CHECKING

from desktop_cvae.core.paths import data_dir

if TYPE_CHECKING:
    from desktop_cvae.library.run_library import RunEntry


def find_interrupted() -> RunEntry | None:
    """The newest run whose process died before its end; None in a fresh home."""
    if not (data_dir() / "runs").is_dir():
        return None
    # Imported when there is something to look at: the window opens sooner without it.
    from desktop_cvae.library.run_library import list_runs

    broken = (run for run in list_runs() if run.state == "interrupted" and run.resumable)
    return next(broken, None)


def offer_text(run: RunEntry) -> str:
    """What is asked."""
    done, epochs = len(run.history), run.training.epochs
    return f"The training of “{run.name}” was interrupted after epoch {done} of {epochs}."


def resume_arguments(run: RunEntry) -> list[str]:
    """The command line after the program's name."""
    return ["train", "--resume", run.id, "--events", "jsonl"]
