"""``desktop-cvae evaluate``: a model's held-out scorecard.

Printed for people and for programs, refusals share by share; ``--output`` writes pictures and
tables.
"""

from __future__ import annotations

import dataclasses
import io
import json
from argparse import Namespace
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING, Any

import numpy as np

from desktop_cvae.cli.options import noise_setting
from desktop_cvae.cli.output import quantities, require_free_folder, run_task, table
from desktop_cvae.core.atomic_files import write_atomically
from desktop_cvae.core.calibration import Calibration
from desktop_cvae.core.csv_tables import csv_bytes
from desktop_cvae.core.errors import MissingLabels, UsageError
from desktop_cvae.core.language import mark, number, tr, tr_n
from desktop_cvae.core.results import IntArray, Scorecard
from desktop_cvae.evaluation.rejection import Refusals
from desktop_cvae.evaluation.scorecard import Reliability
from desktop_cvae.evaluation.sweeps import SWEEPS, SweepPoint, scoring_images
from desktop_cvae.figures.comparison_figures import new_figure
from desktop_cvae.figures.plot_style import page_style
from desktop_cvae.figures.scorecard_figures import (
    RefusalCurves,
    draw_refusals,
    draw_reliability,
    draw_sweep,
)
from desktop_cvae.library.model_library import find_model

if TYPE_CHECKING:
    from matplotlib.figure import Figure

    from desktop_cvae.cli.attack_report import AttackReport
    from desktop_cvae.cli.generation_report import GenerationReport
    from desktop_cvae.core.results import FloatArray, IntArray
    from desktop_cvae.datasets.dataset import DigitDataset
    from desktop_cvae.evaluation.scorecard import Readings, Reliability
    from desktop_cvae.evaluation.sweeps import SweepPoint
    from desktop_cvae.inference.opened_model import OpenedModel


SCALE = mark("grey-pixel BCE")
SAMPLES = 10_000
"""That are judged, unless another number is asked for."""


def evaluation_json(evaluation: Evaluation) -> str:
    """The scorecard as one JSON object."""
    card, arguments = evaluation.card, evaluation.arguments
    entries: dict[str, Any] = dataclasses.asdict(card) | {
        "confusion": None if card.confusion is None else card.confusion.tolist(),
        "scale": SCALE,
        "model": evaluation.model,
        "data": evaluation.data,
        "noise": arguments.noise,
        "shift_px": arguments.shift,
        "prepare": arguments.prepare,
        "refuse": arguments.refuse,
        "seed": arguments.seed,
    }
    if evaluation.refused is not None:
        entries["refusals"] = evaluation.refused.to_json()
    if evaluation.generation is not None:
        entries["generation"] = evaluation.generation.to_json()
    if evaluation.attack is not None:
        entries["attack"] = evaluation.attack.to_json()
    for name, points in evaluation.sweeps.items():
        told = [dataclasses.asdict(point) | {"accuracy": point.accuracy} for point in points]
        entries.setdefault("sweeps", {})[name] = told
    return json.dumps(entries, allow_nan=False)


def evaluation_text(evaluation: Evaluation) -> str:
    """The scorecard for people."""
    card = evaluation.card
    parts = [
        tr(
            "{model} on {data}, {count} images; {scale}, true label, one posterior sample",
            model=evaluation.model,
            data=tr(evaluation.data),
            count=number(card.n),
            scale=tr(SCALE),
        ),
        quantities(_facts(card)),
    ]
    if card.confusion is not None:
        parts.append(_confusion_text(card.confusion, evaluation.label_names))
    if evaluation.refused is not None:
        parts.append(evaluation.refused.text())
    parts += [_sweep_text(name, points) for name, points in evaluation.sweeps.items()]
    if evaluation.generation is not None:
        parts.append(evaluation.generation.text())
    if evaluation.attack is not None:
        parts.append(evaluation.attack.text())
    return "\n\n".join(parts)


def _facts(card: Scorecard) -> list[tuple[str, str]]:
    return [
        (tr("read by evidence"), _per_cent(card.accuracy)),
        ("−ELBO", _nats(card.neg_elbo_nats)),
        (f"  {tr('reconstruction')}", _nats(card.reconstruction_nats)),
        (f"  {tr('KL divergence')}", _nats(card.kl_nats)),
        (tr("−ELBO at the mean"), _nats(card.neg_elbo_at_mean_nats)),
        (tr("calibration error"), _per_cent(card.expected_calibration_error)),
        *_before_calibration(card),
        (tr("refused"), _per_cent(card.refused_fraction)),
        (tr("speed"), tr("{speed} images/s", speed=number(card.images_per_second, ",.0f"))),
    ]


def _nats(value: float) -> str:
    return tr("{nats} nats", nats=number(value, ".2f"))


def _confusion_text(confusion: IntArray, label_names: Sequence[str]) -> str:
    heading = (tr("true ↓ read →"), *label_names)
    lines = zip(label_names, confusion, strict=True)
    body = [(name, *(str(count) if count else "·" for count in line)) for name, line in lines]
    return table([heading, *body], right=range(1, len(heading)))


def _sweep_text(name: str, points: Sequence[SweepPoint]) -> str:
    sweep = SWEEPS[name]
    rows = [(tr(sweep.title), *(number(point.level, "g") for point in points))]
    shares = (number(100 * point.accuracy, ".2f") for point in points)
    rows.append((tr("read right, %"), *shares))
    for reference in sweep.references:
        known = [reference.at(point.level) for point in points]
        texts = ("·" if share is None else number(100 * share, ".2f") for share in known)
        rows.append((tr(reference.name), *texts))
    sources = "\n".join(tr(one.source) for one in sweep.references)
    return f"{table(rows, right=range(1, len(points) + 1))}\n{sources}"


def _before_calibration(card: Scorecard) -> list[tuple[str, str]]:
    if card.uncalibrated_error is None:
        return []
    return [(f"  {tr('before calibration')}", _per_cent(card.uncalibrated_error))]


def _per_cent(share: float | None) -> str:
    return tr("– (no labels)") if share is None else f"{number(100 * share, '.2f')} %"


WIDTH_PX, HEIGHT_PX = 760.0, 420.0
SHARPNESS = 2.0
"""Pixels of a file for each logical pixel."""
Points = Sequence[SweepPoint]


def write_evaluation(folder: Path, evaluation: Evaluation) -> None:
    """Write the folder; each file is there whole or not at all.

    Args:
        folder: made if missing; files of the same names are replaced.
        evaluation: what is told.

    Raises:
        InputOutputError: the disk is full, the folder is read-only, …
    """
    model = evaluation.model
    files = {"scorecard.json": f"{evaluation_json(evaluation)}\n".encode()}
    if evaluation.card.confusion is not None:
        names = evaluation.label_names
        rows = [(name, *row) for name, row in zip(names, evaluation.card.confusion, strict=True)]
        files["confusion.csv"] = csv_bytes([("true \\ read", *names), *rows])
    if evaluation.found is not None:
        files |= _calibration_files(model, evaluation.found)
    if evaluation.refused is not None:
        heading = ("may be refused", "threshold", "digits refused", "others refused")
        files["refusals.csv"] = csv_bytes([heading, *evaluation.refused.rows])
        files["refusals.png"] = _refusal_png(model, evaluation.refused)
    for name, points in evaluation.sweeps.items():
        files[f"{name}.csv"] = csv_bytes(sweep_rows(name, points))
        files[f"{name}.png"] = _sweep_png(name, model, points)
    if evaluation.generation is not None:
        told = json.dumps(evaluation.generation.to_json(), allow_nan=False)
        files["generation.json"] = f"{told}\n".encode()
    if evaluation.attack is not None:
        files["attack.csv"] = csv_bytes(evaluation.attack.rows)
    for name, content in files.items():
        write_atomically(folder / name, content)


def _calibration_files(model: str, found: Reliability) -> dict[str, bytes]:
    columns = zip(*(values.tolist() for values in found.points()), strict=True)
    return {
        "calibration.csv": csv_bytes([("confidence", "accuracy", "images"), *columns]),
        "calibration.png": _png(
            lambda figure: draw_reliability(figure, [(0, model, found)], page_style())
        ),
    }


def sweep_rows(name: str, points: Points) -> list[tuple[object, ...]]:
    """A sweep as a table, the heading first; levels that others did not publish stay empty."""
    references = SWEEPS[name].references
    heading = (name, "images", "right", "accuracy", *(one.name for one in references))
    rows = [
        (p.level, p.n, p.right, p.accuracy, *(one.at(p.level) for one in references))
        for p in points
    ]
    return [heading, *rows]


def _sweep_png(name: str, model: str, points: Points) -> bytes:
    sweep = SWEEPS[name]
    return _png(lambda figure: draw_sweep(figure, sweep, [(0, model, points)], page_style()))


def _refusal_png(model: str, refused: EvaluatedRefusals) -> bytes:
    threshold = refused.calibration.threshold(refused.refuse)
    curves = [RefusalCurves(0, model, refused.found, threshold)]
    return _png(lambda figure: draw_refusals(figure, curves, refused.refuse, page_style()))


def _png(draw: Callable[[Figure], object]) -> bytes:
    figure = new_figure(WIDTH_PX, HEIGHT_PX)
    draw(figure)
    buffer = io.BytesIO()
    figure.savefig(buffer, format="png", dpi=figure.dpi * SHARPNESS)
    return buffer.getvalue()


@dataclass(frozen=True, eq=False, kw_only=True)
class Evaluation:
    """One model on one data set.

    Attributes:
        model: its name.
        label_names: the model's.
        data: the data set's name.
        arguments: how it was asked for.
        card: what was measured.
        found: confidence beside accuracy; None without labels.
        sweeps: points by the sweep's name.
        refused: None if the model refuses nothing.
        generation: None unless it was asked for.
        attack: the same.
    """

    model: str
    label_names: Sequence[str]
    data: str
    arguments: Namespace
    card: Scorecard
    found: Reliability | None
    sweeps: Mapping[str, Sequence[SweepPoint]]
    refused: EvaluatedRefusals | None
    generation: GenerationReport | None
    attack: AttackReport | None


MADE = "made"
MADE_COUNT, MADE_SEED = 2000, 10_000
"""Another seed than a calibration's: those outliers are known."""


@dataclass(frozen=True, eq=False)
class EvaluatedRefusals:
    """Refusals of one evaluation.

    Attributes:
        found: digit scores.
        calibration: the model's.
        refuse: the share of digits that may be refused, as wished.
        others_name: of what is no digit, or "".
    """

    found: Refusals
    calibration: Calibration
    refuse: float
    others_name: str

    @property
    def rows(self) -> list[tuple[float, float, float, float | None]]:
        """Share that may be refused, its threshold, shares refused of digits and of others."""
        pairs = zip(self.calibration.shares, self.calibration.thresholds, strict=True)
        return [(share, limit, *self.found.refused(limit)) for share, limit in pairs]

    def to_json(self) -> dict[str, Any]:
        """For ``--format json``."""
        entries: dict[str, Any] = {
            "may_be_refused": [row[0] for row in self.rows],
            "thresholds": [row[1] for row in self.rows],
            "digits": [row[2] for row in self.rows],
        }
        if self.others_name:
            others = {"data": self.others_name, "n": len(self.found.others), "auc": self.found.auc}
            entries["not_digits"] = others | {"refused": [row[3] for row in self.rows]}
        return entries

    def text(self) -> str:
        """For people."""
        lines: list[Sequence[str]] = [
            (tr("may be refused, %"), *(number(100 * row[0], "g") for row in self.rows)),
            (tr("of these digits, %"), *(number(100 * row[2], ".2f") for row in self.rows)),
        ]
        if not self.others_name:
            return table(lines, right=range(1, len(lines[0])))
        others = (number(100 * (row[3] or 0), ".2f") for row in self.rows)
        lines.append((tr("of what is none, %"), *others))
        what = tr_n(
            "no digits: {name}, {n} image; AUC {auc}",
            "no digits: {name}, {n} images; AUC {auc}",
            len(self.found.others),
            name=self.others_name,
            auc=number(self.found.auc or 0.0, ".4f"),
        )
        return f"{table(lines, right=range(1, len(lines[0])))}\n{what}"


def find_refusals(
    arguments: Namespace,
    model: OpenedModel,
    readings: Readings | None,
    digits: DigitDataset,
) -> EvaluatedRefusals | None:
    """What would be refused; None for a model that refuses nothing.

    Raises:
        UsageError: ``--not-digits`` was asked of such a model.
        DatasetProblem: its data cannot be used.
    """
    calibration = model.calibration
    if calibration is None or readings is None or readings.digit_scores is None:
        if arguments.not_digits is not None:
            raise UsageError(
                tr(
                    "“{name}” refuses nothing, so --not-digits has no use; “models calibrate” fits "
                    "its refusal.",
                    name=arguments.model,
                )
            )
        return None
    name, others = "", np.zeros(0)
    if arguments.not_digits is not None:
        from desktop_cvae.evaluation.rejection import score_others

        name, pictures = _others(arguments, digits)
        others = score_others(model, pictures)
    found = Refusals(readings.digit_scores, others)
    return EvaluatedRefusals(found, calibration, arguments.refuse, name)


def _others(arguments: Namespace, digits: DigitDataset) -> tuple[str, FloatArray]:
    """Their name, and the pictures as opened files are prepared."""
    if arguments.not_digits == MADE:
        from desktop_cvae.pictures.synthetic_outliers import make_synthetic_outliers

        count = min(MADE_COUNT, arguments.limit or MADE_COUNT)
        return MADE, make_synthetic_outliers(digits.floats(), digits.labels, count, MADE_SEED)
    from desktop_cvae.datasets.loading import load_dataset
    from desktop_cvae.pictures.preparation import to_mnist_style

    dataset = load_dataset(arguments.not_digits, "test")
    if arguments.limit is not None:
        dataset = dataset.limit(arguments.limit)
    prepared = [to_mnist_style(image).image for image in dataset.floats()]
    return dataset.name, np.stack(prepared)


def run(arguments: Namespace) -> int:
    """Score a model on the test part of a data set.

    Raises:
        UsageError: there is no such model or noise, the output folder is not free, or
            ``--not-digits`` was asked of a model that refuses nothing.
        MissingLabels: a sweep is wanted of a model that reads nothing.
        EnvironmentProblem: samples are to be judged, and there is no TensorFlow; or digits
            attacked, and there is no Foolbox.
        DatasetProblem: the data cannot be used, or has labels unknown to the model.
    """
    _require_sense(arguments)
    evaluation = _evaluate(arguments)
    show = evaluation_json if arguments.format == "json" else evaluation_text
    print(show(evaluation))
    if arguments.output is not None:
        write_evaluation(arguments.output, evaluation)
    return 0


def _evaluate(arguments: Namespace) -> Evaluation:
    from desktop_cvae.datasets.dataset import labels_of_model
    from desktop_cvae.datasets.loading import load_dataset
    from desktop_cvae.evaluation.scorecard import score_pictures
    from desktop_cvae.inference.opened_model import open_model

    noise = noise_setting(arguments.noise, arguments.seed)
    entry = find_model(arguments.model)
    dataset = load_dataset(arguments.data, "test")
    if arguments.limit is not None:
        dataset = dataset.limit(arguments.limit)
    labels = labels_of_model(dataset, entry.manifest.spec)
    images = scoring_images(dataset, arguments.shift, arguments.prepare, noise, arguments.seed)
    model = open_model(entry)
    # First, because it asks most of the machine and of the data.
    generation = _generation(arguments, model, dataset)
    attack = _attack(arguments, model, dataset, labels)
    card, readings = run_task(
        score_pictures(model, images, labels, arguments.seed, arguments.refuse)
    )
    return Evaluation(
        model=entry.name,
        label_names=entry.manifest.spec.label_names,
        data=dataset.name,
        arguments=arguments,
        card=card,
        found=None if readings is None else readings.reliability,
        sweeps=_sweeps(arguments, model, dataset, labels),
        refused=find_refusals(arguments, model, readings, dataset),
        generation=generation,
        attack=attack,
    )


def _require_sense(arguments: Namespace) -> None:
    if arguments.sweep and (arguments.noise is not None or arguments.shift):
        raise UsageError(
            tr("--sweep brings its own noise and shifts; leave out --noise and --shift.")
        )
    if arguments.samples is not None and not arguments.generation:
        raise UsageError(tr("--samples is for what a model writes: add --generation."))
    if arguments.attack is None and (arguments.digits is not None or arguments.until != "misread"):
        raise UsageError(tr("--digits and --until are for attacks: add --attack."))
    if arguments.output is not None:
        require_free_folder(arguments.output, overwrite=arguments.overwrite)


def _attack(
    arguments: Namespace, model: OpenedModel, dataset: DigitDataset, labels: IntArray
) -> AttackReport | None:
    if arguments.attack is None:
        return None
    from desktop_cvae.cli.attack_report import attack_digits

    return attack_digits(arguments, model, dataset, labels)


def _generation(
    arguments: Namespace, model: OpenedModel, dataset: DigitDataset
) -> GenerationReport | None:
    if not arguments.generation:
        return None
    from desktop_cvae.cli.generation_report import judge_models

    samples = arguments.samples or SAMPLES
    return judge_models([model], arguments.data, dataset, samples, arguments.seed)


def _sweeps(
    arguments: Namespace, model: OpenedModel, dataset: DigitDataset, labels: IntArray
) -> dict[str, tuple[SweepPoint, ...]]:
    from desktop_cvae.evaluation.sweeps import SWEEPS, run_sweep

    names = dict.fromkeys(arguments.sweep)
    if names and not model.has_labels:
        raise MissingLabels(arguments.model)
    images = dataset.floats()
    return {
        name: run_task(
            run_sweep(model, images, labels, SWEEPS[name], arguments.seed, arguments.prepare)
        )
        for name in names
    }
