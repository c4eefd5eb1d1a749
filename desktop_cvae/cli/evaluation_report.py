"""The scorecard of ``desktop-cvae evaluate`` as text, JSON, and a folder of tables and pictures.

Tested in tests/cli/test_evaluate.py.
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

from desktop_cvae.cli.generation_report import GenerationReport
from desktop_cvae.cli.output import quantities, table
from desktop_cvae.cli.robustness_report import AttackReport
from desktop_cvae.core.atomic_files import write_atomically
from desktop_cvae.core.calibration import Calibration
from desktop_cvae.core.csv_tables import csv_bytes
from desktop_cvae.core.language import mark, number, tr, tr_n
from desktop_cvae.core.results import IntArray, Scorecard
from desktop_cvae.evaluation.as_read import AsRead
from desktop_cvae.evaluation.corruption_curves import (
    CORRUPTIONS,
    CurvePoint,
)
from desktop_cvae.evaluation.likelihood import Likelihood
from desktop_cvae.evaluation.rejection import RejectionScores
from desktop_cvae.evaluation.scorecard import Reliability
from desktop_cvae.evaluation.thinking_gain import ThinkingGain
from desktop_cvae.figures.comparison_figures import new_figure
from desktop_cvae.figures.plot_style import page_style
from desktop_cvae.figures.scorecard_figures import (
    RejectionCurves,
    draw_corruption_curves,
    draw_rejection_curves,
    draw_reliability,
)

if TYPE_CHECKING:
    from matplotlib.figure import Figure


SCALE = mark("grey-pixel BCE")
WIDTH_PX, HEIGHT_PX = 760.0, 420.0
SHARPNESS = 2.0
"""Pixels of a file for each logical pixel."""
Points = Sequence[CurvePoint]


@dataclass(frozen=True, eq=False)
class EvaluatedRejection:
    """Rejection measured in one evaluation.

    Attributes:
        found: digit scores.
        calibration: the model's.
        false_rejection_rate: the requested false rejection rate.
        others_name: name of the pictures that are not digits, or "".
    """

    found: RejectionScores
    calibration: Calibration
    false_rejection_rate: float
    others_name: str

    @property
    def rows(self) -> list[tuple[float, float, float, float | None]]:
        """Allowed false rejection rate, threshold, rejected fractions of digits and of others."""
        pairs = zip(self.calibration.shares, self.calibration.thresholds, strict=True)
        return [(rate, limit, *self.found.rejected_fraction(limit)) for rate, limit in pairs]

    def to_json(self) -> dict[str, Any]:
        """Return the JSON of ``--format json``."""
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
        """Return a text for people."""
        lines: list[Sequence[str]] = [
            (tr("false rejection rate, %"), *(number(100 * row[0], "g") for row in self.rows)),
            (tr("rejected digits, %"), *(number(100 * row[2], ".2f") for row in self.rows)),
        ]
        if not self.others_name:
            return table(lines, right=range(1, len(lines[0])))
        others = (number(100 * (row[3] or 0), ".2f") for row in self.rows)
        lines.append((tr("rejected others, %"), *others))
        what = tr_n(
            "not digits: {name}, {n} image; AUC {auc}",
            "not digits: {name}, {n} images; AUC {auc}",
            len(self.found.others),
            name=self.others_name,
            auc=number(self.found.auc or 0.0, ".4f"),
        )
        return f"{table(lines, right=range(1, len(lines[0])))}\n{what}"


@dataclass(frozen=True, eq=False, kw_only=True)
class Evaluation:
    """Evaluation of one model on one data set.

    Attributes:
        model: its name.
        label_names: the model's.
        data: the data set's name.
        arguments: the command's arguments.
        card: the scorecard.
        found: confidence beside accuracy; None without labels.
        curves: points by the corruption's name.
        rejection: measured rejection; None if the model rejects nothing.
        generation: None unless it was asked for.
        attack: the same.
        as_read: the same.
        thinking: the same.
        likelihood: the same.
    """

    model: str
    label_names: Sequence[str]
    data: str
    arguments: Namespace
    card: Scorecard
    found: Reliability | None
    curves: Mapping[str, Sequence[CurvePoint]]
    rejection: EvaluatedRejection | None
    generation: GenerationReport | None
    attack: AttackReport | None
    as_read: AsRead | None = None
    thinking: ThinkingGain | None = None
    likelihood: Likelihood | None = None


def evaluation_json(evaluation: Evaluation) -> str:
    """Return the scorecard as one JSON object."""
    card, arguments = evaluation.card, evaluation.arguments
    # The format's own name for the rejected fraction.
    entries: dict[str, Any] = {
        {"rejected_fraction": "refused_fraction"}.get(name, name): value
        for name, value in dataclasses.asdict(card).items()
    } | {
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
    if evaluation.rejection is not None:
        entries["refusals"] = evaluation.rejection.to_json()
    if evaluation.generation is not None:
        entries["generation"] = evaluation.generation.to_json()
    if evaluation.attack is not None:
        entries["attack"] = evaluation.attack.to_json()
    if evaluation.as_read is not None:
        entries["as_read"] = dataclasses.asdict(evaluation.as_read)
    if evaluation.thinking is not None:
        entries["thinking"] = dataclasses.asdict(evaluation.thinking)
    if evaluation.likelihood is not None:
        entries["likelihood"] = _likelihood_json(evaluation.likelihood)
    for name, points in evaluation.curves.items():
        curve = [dataclasses.asdict(point) | {"accuracy": point.accuracy} for point in points]
        entries.setdefault("sweeps", {})[name] = curve
    return json.dumps(entries, allow_nan=False)


def evaluation_text(evaluation: Evaluation) -> str:
    """Return the scorecard for people."""
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
    if evaluation.as_read is not None:
        parts.append(_as_read_text(evaluation.as_read))
    if evaluation.thinking is not None:
        parts.append(_thinking_text(evaluation.thinking))
    if evaluation.likelihood is not None:
        parts.append(_likelihood_text(evaluation.likelihood))
    if card.confusion is not None:
        parts.append(_confusion_text(card.confusion, evaluation.label_names))
    if evaluation.rejection is not None:
        parts.append(evaluation.rejection.text())
    parts += [_curve_text(name, points) for name, points in evaluation.curves.items()]
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
        (tr("rejected"), _per_cent(card.rejected_fraction)),
        (tr("speed"), tr("{speed} images/s", speed=number(card.images_per_second, ",.0f"))),
    ]


def _as_read_text(found: AsRead) -> str:
    """Return what the user gets, beside the one pass above."""
    counts = (
        (tr("read correctly"), found.right),
        (tr("unsure"), found.unsure),
        (tr("rejected"), found.rejected),
        (tr("wrong, not marked unsure"), found.unmarked_errors),
    )
    facts = [(name, _per_cent(count / max(found.n, 1))) for name, count in counts]
    what = tr_n("as “recognize” reads {n} picture", "as “recognize” reads {n} pictures", found.n)
    return f"{what}\n{quantities(facts)}"


def _thinking_text(found: ThinkingGain) -> str:
    """Return what thinking changes."""
    count = max(found.n, 1)
    facts = [
        (tr("in one pass"), _per_cent(found.right_before / count)),
        (tr("after thinking"), _per_cent(found.right / count)),
        (f"  {tr('mended')}", number(found.mended)),
        (f"  {tr('spoiled')}", number(found.spoiled)),
        (tr("unsure"), _per_cent(found.unsure / count)),
        (tr("wrong, not marked unsure"), _per_cent(found.unmarked_errors / count)),
        (tr("time"), tr("{s} s a digit", s=number(found.seconds / count, ".2f"))),
    ]
    what = tr_n(
        "{n} digit, thought about for up to {steps} steps",
        "{n} digits, thought about for up to {steps} steps",
        found.n,
        steps=number(found.steps),
    )
    return f"{what}\n{quantities(facts)}"


def _likelihood_json(found: Likelihood) -> dict[str, Any]:
    return {
        "n": len(found.nats),
        "samples": found.samples,
        "nats": found.mean,
        "standard_error": found.standard_error,
        "nats_of_label": float(found.nats_of_label.mean()),
    }


def _likelihood_text(found: Likelihood) -> str:
    """Return −log p(x) of binarised digits."""
    error = number(found.standard_error, ".2f")
    facts = [
        ("−log p(x)", f"{_nats(found.mean)} ± {error}"),
        (tr("−log p(x | y), true label"), _nats(float(found.nats_of_label.mean()))),
    ]
    what = tr_n(
        "{n} binarised digit, {samples} importance samples a label",
        "{n} binarised digits, {samples} importance samples a label",
        len(found.nats),
        samples=number(found.samples),
    )
    return f"{what}\n{quantities(facts)}"


def _before_calibration(card: Scorecard) -> list[tuple[str, str]]:
    if card.uncalibrated_error is None:
        return []
    return [(f"  {tr('before calibration')}", _per_cent(card.uncalibrated_error))]


def _confusion_text(confusion: IntArray, label_names: Sequence[str]) -> str:
    heading = (tr("true ↓ read →"), *label_names)
    lines = zip(label_names, confusion, strict=True)
    body = [(name, *(str(count) if count else "·" for count in line)) for name, line in lines]
    return table([heading, *body], right=range(1, len(heading)))


def _curve_text(name: str, points: Sequence[CurvePoint]) -> str:
    corruption = CORRUPTIONS[name]
    rows = [(tr(corruption.title), *(number(point.level, "g") for point in points))]
    accuracies = (number(100 * point.accuracy, ".2f") for point in points)
    rows.append((tr("read correctly, %"), *accuracies))
    for reference in corruption.references:
        known = [reference.at(point.level) for point in points]
        texts = ("·" if one is None else number(100 * one, ".2f") for one in known)
        rows.append((tr(reference.name), *texts))
    sources = "\n".join(tr(one.source) for one in corruption.references)
    return f"{table(rows, right=range(1, len(points) + 1))}\n{sources}"


def _nats(value: float) -> str:
    return tr("{nats} nats", nats=number(value, ".2f"))


def _per_cent(fraction: float | None) -> str:
    return tr("– (no labels)") if fraction is None else f"{number(100 * fraction, '.2f')} %"


def write_evaluation(folder: Path, evaluation: Evaluation) -> None:
    """Write the folder; each file is there whole or not at all.

    Args:
        folder: made if missing; files of the same names are replaced.
        evaluation: the results.

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
    if evaluation.rejection is not None:
        heading = ("may be refused", "threshold", "digits refused", "others refused")
        files["refusals.csv"] = csv_bytes([heading, *evaluation.rejection.rows])
        files["refusals.png"] = _rejection_png(model, evaluation.rejection)
    for name, points in evaluation.curves.items():
        files[f"{name}.csv"] = csv_bytes(curve_rows(name, points))
        files[f"{name}.png"] = _curve_png(name, model, points)
    if evaluation.generation is not None:
        generation = json.dumps(evaluation.generation.to_json(), allow_nan=False)
        files["generation.json"] = f"{generation}\n".encode()
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


def curve_rows(name: str, points: Points) -> list[tuple[object, ...]]:
    """Return a curve as a table, the heading first; unpublished levels stay empty."""
    references = CORRUPTIONS[name].references
    heading = (name, "images", "right", "accuracy", *(one.name for one in references))
    rows = [
        (p.level, p.n, p.right, p.accuracy, *(one.at(p.level) for one in references))
        for p in points
    ]
    return [heading, *rows]


def _curve_png(name: str, model: str, points: Points) -> bytes:
    corruption = CORRUPTIONS[name]
    return _png(
        lambda figure: draw_corruption_curves(
            figure, corruption, [(0, model, points)], page_style()
        )
    )


def _rejection_png(model: str, rejection: EvaluatedRejection) -> bytes:
    threshold = rejection.calibration.rejection_threshold(rejection.false_rejection_rate)
    curves = [RejectionCurves(0, model, rejection.found, threshold)]
    return _png(
        lambda figure: draw_rejection_curves(
            figure, curves, rejection.false_rejection_rate, page_style()
        )
    )


def _png(draw: Callable[[Figure], object]) -> bytes:
    figure = new_figure(WIDTH_PX, HEIGHT_PX)
    draw(figure)
    buffer = io.BytesIO()
    figure.savefig(buffer, format="png", dpi=figure.dpi * SHARPNESS)
    return buffer.getvalue()
