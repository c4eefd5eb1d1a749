"""``desktop-cvae teach``: teach a copy of a model the user's handwriting, or new signs."""

from __future__ import annotations

import contextlib
from argparse import Namespace
from typing import TYPE_CHECKING

import numpy as np

from desktop_cvae.cli.event_lines import EventLines, StopCommands, reporting_failure
from desktop_cvae.cli.output import (
    ProgressLine,
    explaining_interruption,
    note,
    nothing_written,
    quantities,
    require_free,
)
from desktop_cvae.cli.train import portable_command
from desktop_cvae.core import paths
from desktop_cvae.core.command_events import Advised, Finishing, Saved
from desktop_cvae.core.errors import UsageError
from desktop_cvae.core.language import mark, number, tr
from desktop_cvae.core.operating_system import lower_priority
from desktop_cvae.core.tasks import Progress
from desktop_cvae.datasets.dataset import DigitDataset
from desktop_cvae.datasets.loading import load_examples
from desktop_cvae.library.model_library import find_model
from desktop_cvae.library.reading_archive import Archive
from desktop_cvae.model.tensorflow_setup import require_tensorflow
from desktop_cvae.training.events import ReaderGone
from desktop_cvae.training.rehearsal import check_examples

if TYPE_CHECKING:
    from desktop_cvae.training.teaching_run import TeachingOutcome, Tell

_NICENESS = 10
PARTS_FOR_PEOPLE = {
    "asking": mark("looking for hard digits"),
    "learning": mark("learning"),
    "writing": mark("learning to write"),
    "fitting": mark("fitting the prior"),
    "guarding": mark("checking for forgetting"),
    "calibrating": mark("calibrating"),
    "measuring": mark("measuring"),
    "saving": mark("saving"),
}


def run(arguments: Namespace) -> int:
    """Teach, and print the measurements on standard output.

    Raises:
        UsageError: the output exists, there are too few examples or too many labels.
        MissingLabels: the model has none.
        DatasetProblem: the examples cannot be used.
        EnvironmentProblem: TensorFlow is missing.
    """
    if arguments.events is None:
        return _teach_for_people(arguments)
    events = EventLines()
    with reporting_failure(events):
        _teach_for_programs(arguments, events)
    return 0


def examples_of(arguments: Namespace) -> DigitDataset:
    """Load the digits that the user has labelled.

    Raises:
        UsageError: nothing in the archive has a label of the user's.
        DatasetProblem: the examples cannot be used.
    """
    if not arguments.archive:
        return load_examples(arguments.examples)

    with Archive(paths.archive_file()) as archive:
        found = archive.examples()
    if not len(found.labels):
        raise UsageError(
            tr("The archive has no examples yet: correct an answer, or draw and label some.")
        )
    names = tuple(sorted(set(found.labels)))
    labels = np.array([names.index(label) for label in found.labels], np.int64)
    return DigitDataset(found.images, labels, names, tr("your examples"))


def _teach_for_people(arguments: Namespace) -> int:
    line = ProgressLine("steps")

    def report(part: str, step: Progress) -> None:
        line.show(Progress(step.done, step.total, tr(PARTS_FOR_PEOPLE[part])))

    with explaining_interruption(nothing_written):
        try:
            outcome = _teach(arguments, report)
        finally:
            line.close()
    for sentence in outcome.notes:
        note(sentence)
    print(quantities(facts(outcome.metrics)))
    note(tr("saved {file}", file=arguments.output))
    return 0


def _teach_for_programs(arguments: Namespace, events: EventLines) -> None:
    stop = StopCommands(events)
    # The window that started this must stay smooth.
    lower_priority(_NICENESS)

    def report(part: str, step: Progress) -> None:
        if stop.has_come():
            raise KeyboardInterrupt
        events.say(Finishing(part, step.done, step.total, tuple(PARTS_FOR_PEOPLE)))

    outcome = _teach(arguments, report)
    for sentence in outcome.notes:
        events.say(Advised("teaching", sentence))
    with contextlib.suppress(ReaderGone):
        events.say(Saved(arguments.output.absolute(), arguments.output.stem, outcome.metrics))


def _teach(arguments: Namespace, report: Tell) -> TeachingOutcome:
    output = arguments.output
    require_free(output, overwrite=arguments.overwrite)
    parent = find_model(arguments.model)
    if output.exists() and output.samefile(parent.path):
        raise UsageError(tr("Teaching makes a copy; choose a file other than the model’s own."))
    examples = examples_of(arguments)
    check_examples(examples, parent.manifest)
    require_tensorflow()
    from desktop_cvae.training.teaching_run import TeachingRequest, teach

    request = TeachingRequest(
        parent=parent,
        examples=examples,
        output=output,
        name=arguments.name or output.stem,
        seed=arguments.seed,
        command=portable_command(arguments.command_line),
    )
    return teach(request, report)


def facts(metrics: dict[str, float]) -> list[tuple[str, str]]:
    """Return the metrics before and after as rows of name, and number with unit."""
    rows = []
    for group, title in (("own", tr("your examples")), ("test", tr("MNIST’s test digits"))):
        for when, word in (("before", tr("before")), ("after", tr("after"))):
            accuracy = metrics.get(f"{group}_accuracy_{when}")
            evidence = metrics.get(f"{group}_evidence_{when}")
            if accuracy is not None:
                rows.append((f"{title}, {word}", f"{number(100 * accuracy, '.2f')} %"))
            if evidence is not None:
                text = tr("{nats} nats of evidence", nats=number(evidence, ".1f"))
                rows.append((f"{title}, {word}", text))
    return rows
