"""``desktop-cvae runs``: trainings, whether they are finished or can be resumed."""

from __future__ import annotations

import dataclasses
import shlex
from argparse import Namespace
from typing import Any

from desktop_cvae.cli.output import note, print_json, table
from desktop_cvae.core.language import number, tr
from desktop_cvae.library.run_library import RunEntry, delete_run, find_run, list_runs


def run(arguments: Namespace) -> int:
    """Run one action on the runs.

    Raises:
        UsageError: there is no such run, or it is being trained.
        RunProblem: it cannot be read or removed.
    """
    {"list": _list, "show": _show, "remove": _remove}[arguments.action](arguments)
    return 0


def _list(arguments: Namespace) -> None:
    runs = list_runs()
    if arguments.format == "json":
        print_json([_facts(entry) for entry in runs])
        return
    if not runs:
        note(tr("There are no runs yet; “desktop-cvae train” begins one."))
        return
    heading = (tr("run"), tr("name"), tr("state"), tr("preset"), tr("data"), tr("epochs"), "−ELBO")
    print(table([heading, *map(_row, runs)], right=(5, 6)))


def _row(entry: RunEntry) -> tuple[str, ...]:
    return (
        entry.id,
        entry.name,
        tr(entry.state),
        entry.spec.preset,
        tr(entry.dataset_name),
        f"{len(entry.history)}/{entry.training.epochs}",
        number(entry.history[-1].validation.total, ".2f") if entry.history else "–",
    )


def _show(arguments: Namespace) -> None:
    entry = find_run(arguments.run)
    if arguments.format == "json":
        print_json(_facts(entry))
        return
    _, name, state, preset, data, epochs, loss = _row(entry)
    facts = [
        (tr("name"), name),
        (tr("state"), f"{state}. {entry.reason}".rstrip(". ")),
        (tr("preset"), preset),
        (tr("data"), data),
        (tr("epochs"), epochs),
        (tr("last validation loss"), tr("{nats} nats", nats=loss)),
        (tr("folder"), str(entry.folder)),
        (tr("model"), str(entry.model_path or "–")),
    ]
    settings = entry.training.to_json()
    print(f"{table(facts)}\n\n{table([(key, str(value)) for key, value in settings.items()])}")
    if entry.resumable:
        run = shlex.quote(entry.id)
        note(tr("“desktop-cvae train --resume {run}” continues it.", run=run))


def _facts(entry: RunEntry) -> dict[str, Any]:
    return {
        "id": entry.id,
        "name": entry.name,
        "state": entry.state,
        "reason": entry.reason,
        "resumable": entry.resumable,
        "created": entry.created,
        "folder": str(entry.folder),
        "model": str(entry.model_path) if entry.model_path else None,
        "dataset_name": entry.dataset_name,
        "preset": entry.spec.preset,
        "training": entry.training.to_json(),
        "epochs_done": len(entry.history),
        "last_epoch": dataclasses.asdict(entry.history[-1]) if entry.history else None,
    }


def _remove(arguments: Namespace) -> None:
    for identifier in arguments.runs:
        entry = find_run(identifier)
        delete_run(entry)
        note(tr("removed {name}", name=entry.id))
