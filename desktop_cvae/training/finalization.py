"""Finalization of a training: save, fit the prior, measure, calibrate, save again."""

from __future__ import annotations

import contextlib
from dataclasses import dataclass, replace
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING

from desktop_cvae.core.calibration import Calibration
from desktop_cvae.core.command_events import Finishing, Saved
from desktop_cvae.core.errors import DatasetProblem, DesktopCvaeError, InputOutputError
from desktop_cvae.core.language import mark, tr, tr_n
from desktop_cvae.core.priors import Prior
from desktop_cvae.core.results import MAX_EPOCH, MAX_NAME, EpochRecord
from desktop_cvae.core.specs import ModelSpec, TrainingConfig
from desktop_cvae.core.tasks import Progress, relayed, result_of
from desktop_cvae.datasets.dataset import (
    DigitDataset,
    held_out_part,
    labels_of_model,
    learned_part,
)
from desktop_cvae.datasets.loading import load_dataset
from desktop_cvae.evaluation.calibration_fitting import calibrate
from desktop_cvae.evaluation.prior_fitting import fit_models_prior
from desktop_cvae.evaluation.scorecard import score_pictures
from desktop_cvae.inference.engine import Engine
from desktop_cvae.inference.generation import preview_png
from desktop_cvae.inference.onnx_engine import OnnxEngine
from desktop_cvae.inference.opened_model import OpenedModel
from desktop_cvae.library.latent_map_cache import store_latent_map
from desktop_cvae.library.manifest import Manifest
from desktop_cvae.library.model_file import NewModel, read_history, write_model_file
from desktop_cvae.library.model_library import ModelEntry, find_model
from desktop_cvae.training.events import ReaderGone, Reporter

if TYPE_CHECKING:
    from desktop_cvae.training.loop import TrainedModel

MAP_SIZE = 4000
MEASURED = (mark("measuring"), mark("mapping"))


@dataclass(frozen=True, eq=False, kw_only=True)
class TrainedRun:
    """A finished training and where it came from.

    Attributes:
        name: the model's name.
        spec: the network.
        config: how it was trained.
        trained: weights and history.
        dataset: its training data.
        whole_digest: SHA-256 of the whole training part, of which ``dataset`` may be the start.
        command: the command line, without this machine's folders.
        stopped_early: True if it was not trained for all its epochs.
        earlier: epochs of the model whose weights it began with; see :func:`earlier_history`.
    """

    name: str
    spec: ModelSpec
    config: TrainingConfig
    trained: TrainedModel
    dataset: DigitDataset
    whole_digest: str
    command: str
    stopped_early: bool
    earlier: tuple[EpochRecord, ...] = ()

    def save(
        self,
        path: Path,
        metrics: dict[str, float],
        preview: bytes | None = None,
        calibration: Calibration | None = None,
        prior: Prior | None = None,
    ) -> Manifest:
        """Write the model file; raises :class:`InputOutputError`."""
        return write_model_file(
            path,
            NewModel(
                name=self.name,
                spec=self.spec,
                training=self.config,
                weights=self.trained.weights,
                history=_joined(self.earlier, self.trained.history),
                metrics=metrics,
                dataset_name=self.dataset.name,
                dataset_digest=self.dataset.digest,
                command=self.command,
                preview=preview,
                calibration=calibration,
                prior=prior,
            ),
        )


def earlier_history(start_from: str | None) -> tuple[EpochRecord, ...]:
    """Return the epochs of the model that a training started from, which name it.

    Args:
        start_from: its name or file; None for new weights.

    Returns:
        () also if the model cannot be read any more.
    """
    if start_from is None:
        return ()
    try:
        model = find_model(start_from)
        records = read_history(model.path)
    except DesktopCvaeError:
        return ()
    return tuple(replace(one, model=one.model or model.name[:MAX_NAME]) for one in records)


def _joined(
    earlier: tuple[EpochRecord, ...], history: tuple[EpochRecord, ...]
) -> tuple[EpochRecord, ...]:
    count = earlier[-1].epoch if earlier else 0
    if count + len(history) > MAX_EPOCH:
        return history
    return (*earlier, *(replace(one, epoch=count + one.epoch) for one in history))


def finish(
    run: TrainedRun, output: Path, data: str, map_folder: Path | None, reporter: Reporter
) -> None:
    """Save and measure a trained model; the event ``saved`` reports the metrics.

    The weights are saved before anything else can fail, and again with the measurements. From
    then on a full disk costs only the measurements, and a reader that goes away costs nothing.

    Args:
        run: the finished training.
        output: the model's file.
        data: the data set, whose test part is measured.
        map_folder: folder for its latent map; None is this machine's cache.
        reporter: gets the progress.

    Raises:
        InputOutputError: the model cannot be written.
    """
    steps = _PartReporter(reporter, has_labels=run.spec.conditional)
    steps.tell("saving", Progress(0, 1))
    manifest = run.save(output, {})
    metrics: dict[str, float] = {}
    try:
        entry = ModelEntry(run.name, output, builtin=False, manifest=manifest)
        engine = OnnxEngine(run.spec, run.trained.weights)
        prior = _fit_prior(engine, run, steps)
        model = OpenedModel(entry, OnnxEngine(run.spec, run.trained.weights, prior))
        metrics = _measure(model, run, data, map_folder, steps)
        calibration = _calibrate(model, run, steps)
        run.save(output, metrics, preview_png(model.engine, run.config.seed), calibration, prior)
    except InputOutputError as error:
        reporter.note(
            tr(
                "“{name}” is saved without its measurements: {reason}",
                name=output.name,
                reason=error.sentence,
            )
        )
    with contextlib.suppress(ReaderGone):
        reporter.say(Saved(output.absolute(), output.stem, metrics, run.stopped_early))


class _PartReporter:
    """Reports the current part, its progress and the list of parts.

    Args:
        reporter: gets the progress.
        has_labels: the model's probabilities can be calibrated.
    """

    def __init__(self, reporter: Reporter, *, has_labels: bool) -> None:
        self.note = reporter.note
        self._reporter = reporter
        last = (mark("calibrating"),) if has_labels else ()
        self._parts = (mark("saving"), mark("encoding"), mark("fitting"), *MEASURED, *last)

    def leave_out(self, parts: tuple[str, ...]) -> None:
        """Remove parts that will not be done."""
        self._parts = tuple(part for part in self._parts if part not in parts)

    def tell(self, part: str, step: Progress) -> Progress:
        """Report the event."""
        # The work is nearly done and is completed even if nobody reads the events any more.
        with contextlib.suppress(ReaderGone):
            self._reporter.say(Finishing(part, step.done, step.total, self._parts))
        return step


def _fit_prior(engine: Engine, run: TrainedRun, steps: _PartReporter) -> Prior:
    digits = learned_part(run.dataset, run.config)
    steps.note(
        tr_n(
            "fitting the prior to the codes of {n} training image",
            "fitting the prior to the codes of {n} training images",
            len(digits),
        )
    )
    fitting = fit_models_prior(engine, digits, seed=run.config.seed)
    return result_of(relayed(fitting, lambda step: steps.tell(step.what, step)))


def _measure(
    model: OpenedModel,
    run: TrainedRun,
    data: str,
    map_folder: Path | None,
    steps: _PartReporter,
) -> dict[str, float]:
    """Measure on the test part and map it; return nothing if there is no test part."""
    try:
        test = load_dataset(data, "test")
        labels = labels_of_model(test, run.spec)
    except DatasetProblem as error:
        steps.note(tr("not measured: {reason}", reason=error.sentence))
        steps.leave_out(MEASURED)
        return {}
    if test.digest == run.whole_digest:
        # Data without parts is returned whole for either part: it is not held out.
        steps.leave_out(MEASURED)
        steps.note(tr("not measured: the data set has no separate test part"))
        return {}
    steps.note(
        tr_n("measuring on {n} held-out image", "measuring on {n} held-out images", len(test))
    )
    images = test.floats()
    scoring = score_pictures(model, images, labels, run.config.seed)
    card, _ = result_of(relayed(scoring, partial(steps.tell, "measuring")))
    steps.tell("mapping", Progress(0, 1))
    latent_map = model.build_latent_map(images[:MAP_SIZE], labels[:MAP_SIZE])
    try:
        store_latent_map(model.manifest.weights_sha256, latent_map, map_folder)
    except InputOutputError as error:
        steps.note(tr("the latent map was not saved: {reason}", reason=error.sentence))
    return card.metrics()


def _calibrate(model: OpenedModel, run: TrainedRun, steps: _PartReporter) -> Calibration | None:
    """Calibrate on the validation part; return None for a model without labels."""
    if not model.has_labels:
        return None
    digits = held_out_part(run.dataset, run.config)
    labels = labels_of_model(digits, run.spec)
    steps.note(
        tr_n(
            "calibrating on {n} validation image",
            "calibrating on {n} validation images",
            len(digits),
        )
    )
    fitting = calibrate(model, digits.floats(), labels, run.config.seed)
    return result_of(relayed(fitting, partial(steps.tell, "calibrating")))
