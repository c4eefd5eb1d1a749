"""``desktop-cvae fool``: find the smallest change that makes a picture misread."""

from __future__ import annotations

import contextlib
import json
from argparse import Namespace
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import numpy as np

from desktop_cvae.cli.event_lines import print_event
from desktop_cvae.cli.inputs import read_digit
from desktop_cvae.cli.option_checks import label_index
from desktop_cvae.cli.output import (
    ProgressLine,
    explaining_interruption,
    note_saved,
    nothing_written,
    quantities,
    require_free,
)
from desktop_cvae.cli.robustness_report import ATTACKING, load_attack
from desktop_cvae.core.atomic_files import write_atomically
from desktop_cvae.core.command_events import Failed, SearchEnded, StepsDone
from desktop_cvae.core.errors import DesktopCvaeError, ImageProblem, MissingLabels, UsageError
from desktop_cvae.core.language import number, tr, tr_n
from desktop_cvae.core.results import FloatArray, Recognition
from desktop_cvae.core.tasks import Progress
from desktop_cvae.datasets.array_files import read_array_file
from desktop_cvae.evaluation.adversarial_robustness import NORMS, distances
from desktop_cvae.inference.opened_model import OpenedModel, open_model
from desktop_cvae.pictures.contact_sheets import encode_png, tile_images

MOST_STEPS = 100
"""Largest number of progress events."""
SCALE, GAP = 8, 8
_PICTURE_SHAPE = (28, 28)
_MAX_BYTES = 65_536

Report = Callable[[float, int], object]
"""Receives the steps that are done, and their total."""


@dataclass(frozen=True, eq=False)
class FoolingResult:
    """A picture before and after an attack.

    Attributes:
        before: float32, (28, 28), in [0, 1].
        after: the changed picture; unchanged if it withstood.
        read: readings before and after.
        names: names of the labels.
    """

    before: FloatArray
    after: FloatArray
    read: tuple[Recognition, Recognition]
    names: tuple[str, ...]

    @property
    def is_changed(self) -> bool:
        """False if the picture withstood."""
        return bool((self.before != self.after).any())

    def to_json(self) -> dict[str, Any]:
        """Return the JSON of ``--format json`` and of the last event."""
        pair = (self.before[np.newaxis], self.after[np.newaxis])
        return {
            "fooled": self.is_changed,
            "distances": {norm: float(distances(*pair, norm)[0]) for norm in NORMS},
            "before": self._reading(0),
            "after": self._reading(1),
            "image": self.after.reshape(-1).tolist(),
        }

    def _reading(self, index: int) -> dict[str, Any]:
        reading = self.read[index]
        assert reading.label is not None
        assert reading.verdict is not None
        return {
            "label": self.names[reading.label],
            "verdict": reading.verdict.kind,
            "probability": reading.verdict.probability,
            "likeness": reading.verdict.digit_probability,
            "views": reading.views,
            "evidence_nats": reading.evidence_nats.tolist(),
        }

    def text(self) -> str:
        """Return a text for people."""
        if not self.is_changed:
            return tr("No change was found that makes the model misread this digit.")
        facts = self.to_json()
        readings = [
            tr(
                "{when}: {label}, {verdict}",
                when=when,
                label=facts[name]["label"],
                verdict=tr(facts[name]["verdict"]),
            )
            for when, name in ((tr("before"), "before"), (tr("after"), "after"))
        ]
        gaps = facts["distances"]
        pixels = tr_n("{n} pixel", "{n} pixels", int(gaps["l0"]))
        rows = [
            (tr("L2"), number(gaps["l2"], ".3f")),
            (tr("L∞"), number(gaps["linf"], ".3f")),
            (tr("L0"), pixels),
        ]
        return "\n".join([*readings, quantities(rows)])


def run(arguments: Namespace) -> int:
    """Find the change, print it and write it.

    Returns:
        0; 1 if the picture withstood.

    Raises:
        UsageError: the output exists, there is no such label, or it is read so already.
        MissingLabels: the model has no labels.
        EnvironmentProblem: Foolbox or TensorFlow is missing.
        ImageProblem: the picture cannot be read, or nothing is written in it.
    """
    require_free(arguments.output, overwrite=arguments.overwrite)
    try:
        return _run(arguments)
    except DesktopCvaeError as error:
        if arguments.events is not None:
            print_event(Failed(error.sentence, details=error.details))
        raise


def _run(arguments: Namespace) -> int:
    model = open_model(arguments.model)
    if not model.has_labels:
        raise MissingLabels(model.name)
    target = label_index(arguments.into, "any", model.spec, model.name)
    image = _read_picture(model, arguments.image)
    with (
        explaining_interruption(nothing_written),
        _progress(as_events=arguments.events is not None) as report,
    ):
        fooled = fool(model, image, target, arguments, report)
    if arguments.events is not None:
        print_event(
            SearchEnded(fooled.is_changed, tuple(fooled.after.reshape(-1)), fooled.to_json())
        )
    else:
        print(json.dumps(fooled.to_json()) if arguments.format == "json" else fooled.text())
    if arguments.output is not None and fooled.is_changed:
        _write(arguments.output, fooled)
        note_saved(arguments.output)
    return 0 if fooled.is_changed else 1


def fool(
    model: OpenedModel,
    image: FloatArray,
    target: int | None,
    arguments: Namespace,
    report: Report,
) -> FoolingResult:
    """Find the smallest change of one picture that is misread.

    Args:
        model: has labels.
        image: float32, (28, 28), in [0, 1].
        target: the label that it should be read as; None takes any other.
        arguments: ``norm``, ``until``, ``refuse``.
        report: receives the progress.
    """
    pictures = image[np.newaxis]
    label = model.read(pictures)[0].label
    assert label is not None
    if label == target:
        raise UsageError(tr("It is already read as “{name}”.", name=model.label_names[target]))
    attack = load_attack(model, arguments.norm, arguments.until, has_views=True)
    changed = attack(pictures, np.array([label]), target, report)
    read = model.read(np.concatenate([pictures, changed]), arguments.refuse)
    return FoolingResult(image, changed[0], (read[0], read[1]), model.label_names)


def _read_picture(model: OpenedModel, name: str) -> FloatArray:
    if not name.lower().endswith(".npy"):
        return read_digit(model, name).prepared.image

    values = read_array_file(Path(name), _MAX_BYTES)
    image = values.astype(np.float32) if values.shape == _PICTURE_SHAPE else None
    if image is None or not (np.isfinite(image).all() and image.min() >= 0 and image.max() <= 1):
        raise ImageProblem(
            tr("“{name}” is not an array of 28 × 28 numbers from 0 to 1.", name=Path(name).name)
        )
    return image


@contextlib.contextmanager
def _progress(*, as_events: bool) -> Iterator[Report]:
    """Open what reports the progress: events for programs, or a line for people."""
    line, reported = ProgressLine(unit="%"), -1

    def show(done: float, total: int) -> None:
        line.show(Progress(round(100 * done / total), 100, ATTACKING))

    def print_steps(done: float, total: int) -> None:
        nonlocal reported
        steps = int(MOST_STEPS * done / total)
        if steps > reported:
            reported = steps
            print_event(StepsDone(steps, MOST_STEPS))

    try:
        yield print_steps if as_events else show
    finally:
        line.close()


def _write(path: Path, fooled: FoolingResult) -> None:
    images = np.stack([fooled.before, fooled.after, np.abs(fooled.after - fooled.before)])
    write_atomically(path, encode_png(tile_images(images, 3, SCALE, GAP)))
