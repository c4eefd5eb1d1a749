"""What the list of runs asks of the worker; the library is imported when it is asked."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from desktop_cvae.library.run_library import RunEntry


def list_runs() -> list[RunEntry]:
    """All readable runs, the newest first."""
    from desktop_cvae.library import run_library

    return run_library.list_runs()


def rename_run(run: RunEntry, name: str) -> None:
    """Call a run otherwise; raises :class:`UsageError`, :class:`InputOutputError`."""
    from desktop_cvae.library import run_writing

    run_writing.rename_run(run, name)


def delete_run(run: RunEntry) -> None:
    """Remove a run's folder; raises :class:`UsageError`, :class:`InputOutputError`."""
    from desktop_cvae.library import run_writing

    run_writing.delete_run(run)
