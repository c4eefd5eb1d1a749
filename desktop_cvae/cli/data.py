"""``desktop-cvae data``: list, download, import, generate or remove data sets."""

from __future__ import annotations

import logging
from argparse import Namespace
from collections.abc import Callable, Sequence
from dataclasses import replace
from typing import Any

from desktop_cvae.cli.event_lines import print_event
from desktop_cvae.cli.output import (
    complain,
    explaining_interruption,
    note,
    print_json,
    run_task,
    table,
)
from desktop_cvae.core import paths
from desktop_cvae.core.command_events import Downloaded, Failed, StepsDone
from desktop_cvae.core.errors import DatasetProblem, MissingLabels, UnfitRows
from desktop_cvae.core.language import number, tr
from desktop_cvae.core.tasks import Progress, relayed, result_of
from desktop_cvae.datasets.dataset import DigitDataset, read_labels
from desktop_cvae.datasets.loading import load_parts
from desktop_cvae.datasets.mnist import download_mnist, forget_mnist
from desktop_cvae.datasets.stored import (
    StoredDataset,
    list_stored,
    remove_stored,
    require_name,
    store_dataset,
)
from desktop_cvae.inference.opened_model import open_model
from desktop_cvae.library.model_library import find_model


def run(arguments: Namespace) -> int:
    """Run one action on the data sets.

    Returns:
        0, or 1 if pictures were left out of an import.

    Raises:
        UsageError: the name cannot be used, is taken, or is unknown.
        DatasetProblem: nothing could be fetched, read or stored.
        MissingLabels: digits are wanted of a model without labels.
    """
    actions: dict[str, Callable[[Namespace], int | None]] = {
        "list": _list,
        "download": _download,
        "import": _import,
        "make": _make,
        "remove": lambda given: remove_stored(given.name),
    }
    return actions[arguments.action](arguments) or 0


def _list(arguments: Namespace) -> None:
    stored = list_stored()
    folder = paths.mnist_dir()
    if arguments.format == "json":
        names = [str(digit) for digit in range(10)]
        mnist = {"name": "mnist", "train": 60_000, "test": 10_000, "label_names": names}
        rows = [] if folder is None else [mnist | {"source": str(folder)}]
        print_json([*rows, *map(_facts, stored)])
        return
    heading = (tr("name"), tr("train"), tr("test"), tr("labels"), tr("from"))
    lines: list[tuple[str, ...]] = []
    if folder is None:
        note(tr("MNIST is not on this computer; “desktop-cvae data download mnist” downloads it."))
    else:
        lines = [("mnist", number(60_000), number(10_000), "10", str(folder))]
    lines += [_row(entry) for entry in stored]
    if lines:
        print(table([heading, *lines], right=(1, 2, 3)))


def _facts(entry: StoredDataset) -> dict[str, Any]:
    return {
        "name": entry.name,
        "train": entry.train_size,
        "test": entry.test_size,
        "label_names": entry.label_names,
        "source": entry.source,
    }


def _row(entry: StoredDataset) -> tuple[str, ...]:
    sizes = (number(entry.train_size), number(entry.test_size), str(len(entry.label_names)))
    return (entry.name, *sizes, entry.source)


def _download(arguments: Namespace) -> None:
    if arguments.overwrite:
        forget_mnist()
    if arguments.events:
        _download_with_events()
        return
    with explaining_interruption(_kept):
        folder = run_task(download_mnist(), unit="B")
    note(tr("MNIST is in {folder}", folder=folder))


def _kept() -> str:
    return tr("Interrupted; the downloaded part is kept. The same command downloads the rest.")


def _download_with_events() -> None:
    """Print JSON lines: ``progress`` …, then ``downloaded`` or ``failed``."""

    def report(step: Progress) -> Progress:
        print_event(StepsDone(step.done, step.total))
        return step

    try:
        folder = result_of(relayed(download_mnist(), report))
    except DatasetProblem as problem:
        print_event(Failed(problem.sentence, details=problem.details))
        raise
    print_event(Downloaded(folder))


def _import(arguments: Namespace) -> int:
    require_name(arguments.name, overwrite=arguments.overwrite)
    try:
        train, test = load_parts(arguments.path)
    except UnfitRows as problem:
        for complaint in problem.rows:
            note(complaint, logging.ERROR)
        raise
    names = tuple(arguments.label_names.split(",")) if arguments.label_names else ()
    whole = [train] if test is None else [train, test]
    named = [_named(part, names, whole) for part in whole]
    turns = {"transposed": arguments.transpose, "inverted": arguments.invert}
    parts = [part.turned(**turns) for part in named]
    source = str(arguments.path.resolve())
    _note_stored(store_dataset(arguments.name, source, *parts))
    left_out = [complaint for part in parts for complaint in part.left_out]
    for complaint in left_out:
        complain(tr("left out: {complaint}", complaint=complaint))
    return 1 if left_out else 0


def _named(
    part: DigitDataset, names: tuple[str, ...], whole: Sequence[DigitDataset]
) -> DigitDataset:
    """Return the part with the requested label names."""
    if not names:
        return part
    # Both parts decide, since one alone may lack a label.
    sisters = [other.labels for other in whole]
    labels, label_names = read_labels(part.labels, part.name, names=names, sisters=sisters)
    return replace(part, labels=labels, label_names=label_names)


def _make(arguments: Namespace) -> None:
    require_name(arguments.name, overwrite=arguments.overwrite)
    entry = find_model(arguments.model)
    if not entry.manifest.spec.conditional:
        raise MissingLabels(entry.name, tr("write a labelled data set"))
    model = open_model(entry)
    samples = run_task(model.generate(None, arguments.count, 1.0, arguments.seed))
    assert samples.labels is not None
    digits = DigitDataset(samples.pixels, samples.labels, model.label_names, arguments.name)
    source = tr("made by the model {model}, seed {seed}", model=entry.name, seed=arguments.seed)
    _note_stored(store_dataset(arguments.name, source, digits))


def _note_stored(stored: StoredDataset) -> None:
    note(
        tr(
            "“{name}” has {train} training pictures and {test} held out, with {labels} labels",
            name=stored.name,
            train=number(stored.train_size),
            test=number(stored.test_size),
            labels=len(stored.label_names),
        )
    )
