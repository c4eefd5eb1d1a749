"""What a training is asked for: by the command line, or by the run that it takes up again."""

from __future__ import annotations

from argparse import Namespace
from pathlib import Path
from typing import Any

from desktop_cvae.cli.output import require_free
from desktop_cvae.cli.starting_weights import place_of
from desktop_cvae.core.errors import UsageError
from desktop_cvae.library.checkpoint_file import list_checkpoints
from desktop_cvae.library.run_library import RunEntry, find_run, holds_run


def check_outputs(arguments: Namespace, old: RunEntry | None) -> None:
    """Ask for a free place before the work starts, not after it.

    Raises:
        UsageError: no output is named, it exists, or the run's folder has another run.
    """
    if arguments.output is None:
        raise UsageError("Name the model's file: --output FILE.cvae.")
    # A run that is taken up saves beside what took its place meanwhile; see claim_output.
    require_free(arguments.output, overwrite=arguments.overwrite or old is not None)
    if old is None and arguments.run_folder is not None and holds_run(arguments.run_folder):
        raise UsageError(
            f"The folder “{arguments.run_folder.name}” holds a run already; "
            "--resume goes on with it."
        )


def resumed_run(arguments: Namespace) -> RunEntry | None:
    """The run to resume; what it was asked for replaces the arguments.

    Raises:
        UsageError: there is none, or it is at its end.
    """
    if arguments.resume is None:
        return None
    run = find_run(arguments.resume)
    if not run.resumable:
        raise UsageError(f"The run “{run.name}” is {run.state}; it cannot be resumed.")
    for key in ("data", "limit", "name"):
        setattr(arguments, key, run.request[key])
    # Only a run without a checkpoint still needs it; earlier runs do not name it.
    begun = list_checkpoints(run.folder / "checkpoints")
    arguments.start_from = None if begun else run.request.get("start_from")
    compiled_into = run.request.get("compiled_into")
    if arguments.compiled_into is None and compiled_into is not None:
        arguments.compiled_into = Path(compiled_into)
    arguments.output = arguments.output or run.model_path or Path(run.request["output"])
    arguments.overwrite |= run.request["overwrite"] or run.model_path == arguments.output
    return run


def request_of(arguments: Namespace, name: str) -> dict[str, Any]:
    """What :func:`resumed_run` needs to know, as JSON, with absolute paths."""
    is_file = Path(arguments.data).exists()
    into: Path | None = arguments.compiled_into
    return {
        "data": str(Path(arguments.data).absolute()) if is_file else arguments.data,
        "limit": arguments.limit,
        "start_from": place_of(arguments.start_from),
        "name": name,
        "output": str(arguments.output.absolute()),
        "overwrite": arguments.overwrite,
        "compiled_into": None if into is None else str(into.absolute()),
    }


def free_output(wish: Path) -> Path:
    """The wish, or with a number behind its name where another training was faster."""
    path, number = wish, 2
    while path.exists():
        path, number = wish.with_name(f"{wish.stem}-{number}{wish.suffix}"), number + 1
    return path
