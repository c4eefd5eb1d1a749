"""What follows a training: save, compile, measure, calibrate, save again with all that."""

from __future__ import annotations

from argparse import Namespace
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING

from desktop_cvae.cli.calibrate import calibrate_trained
from desktop_cvae.cli.compiling import compile_and_keep
from desktop_cvae.cli.interruption import raise_if_interrupted
from desktop_cvae.cli.output import note
from desktop_cvae.cli.training_output import print_line
from desktop_cvae.core.calibration import Calibration
from desktop_cvae.core.errors import DatasetProblem
from desktop_cvae.core.results import Scorecard
from desktop_cvae.core.specs import ModelSpec, TrainingConfig
from desktop_cvae.datasets.dataset import labels_of_model
from desktop_cvae.inference.engine import Engine
from desktop_cvae.library.compiled_cache import store_latent_map
from desktop_cvae.library.manifest import Manifest
from desktop_cvae.library.model_file import NewModel, write_model_file
from desktop_cvae.training.events import event_line

if TYPE_CHECKING:
    from desktop_cvae.datasets.dataset import DigitDataset
    from desktop_cvae.training.loop import TrainedModel

MAP_SIZE = 4000
PREVIEW_COUNT, PREVIEW_SCALE, PREVIEW_GAP = 50, 2, 4


@dataclass(frozen=True, eq=False)
class TrainedRun:
    """A finished training and where it came from.

    Attributes:
        name: the model's name.
        spec: the network.
        config: how it was trained.
        trained: weights and history.
        dataset: what it was trained on.
        whole_digest: SHA-256 of the whole training part, of which ``dataset`` may be the start.
        command: the command line, without this machine's folders.
    """

    name: str
    spec: ModelSpec
    config: TrainingConfig
    trained: TrainedModel
    dataset: DigitDataset
    whole_digest: str
    command: str

    def save(
        self,
        path: Path,
        metrics: dict[str, float],
        preview: bytes | None = None,
        calibration: Calibration | None = None,
    ) -> Manifest:
        """Write the model file; raises :class:`InputOutputError`."""
        return write_model_file(
            path,
            NewModel(
                name=self.name,
                spec=self.spec,
                training=self.config,
                weights=self.trained.weights,
                history=self.trained.history,
                metrics=metrics,
                dataset_name=self.dataset.name,
                dataset_digest=self.dataset.digest,
                command=self.command,
                preview=preview,
                calibration=calibration,
            ),
        )


def finish(run: TrainedRun, arguments: Namespace, *, stopped_early: bool = False) -> None:
    """Save, compile and measure.

    The weights are saved before anything else can fail, and again with what was measured.

    Raises:
        InputOutputError: a file cannot be written.
    """
    from desktop_cvae.inference.litert_engine import LiteRTEngine

    raise_if_interrupted()
    output: Path = arguments.output
    digest = run.save(output, {}).weights_sha256
    note("compiling")
    graph = compile_and_keep(run.spec, run.trained.weights, digest, arguments.compiled_into)
    engine = LiteRTEngine(graph, run.spec)
    metrics = _measure(engine, run, arguments, digest)
    calibration = calibrate_trained(engine, run.dataset, run.config)
    manifest = run.save(output, metrics, _preview(engine, run.config.seed), calibration)
    if arguments.events is not None:
        _print_saved(output, manifest, stopped_early)
    else:
        note(f"saved {output}{_result(metrics)}")


def _measure(
    engine: Engine, run: TrainedRun, arguments: Namespace, digest: str
) -> dict[str, float]:
    """Results on the test part, and a latent map of it; nothing if there is no test part."""
    from desktop_cvae.datasets.loading import load_dataset
    from desktop_cvae.evaluation.scorecard import score_model
    from desktop_cvae.inference.latent_map import build_latent_map

    try:
        test = load_dataset(arguments.data, "test")
        labels = labels_of_model(test, run.spec)
    except DatasetProblem as error:
        note(f"not measured: {error.sentence}")
        return {}
    if test.digest == run.whole_digest:
        # Data without parts is given whole for either: a result on it would flatter.
        note("not measured: the data set has no test part of its own")
        return {}
    note(f"measuring on {len(test.images):,} held-out images")
    images = test.floats()
    card = score_model(engine, images, labels, run.config.seed)
    latent_map = build_latent_map(engine, images[:MAP_SIZE], labels[:MAP_SIZE])
    store_latent_map(digest, latent_map, arguments.compiled_into)
    return metrics_of(card)


def metrics_of(card: Scorecard) -> dict[str, float]:
    """What of a scorecard a manifest keeps."""
    names = ("neg_elbo_nats", "reconstruction_nats", "kl_nats", "neg_elbo_at_mean_nats")
    metrics = {name: float(getattr(card, name)) for name in names}
    metrics["test_images"] = float(card.n)
    if card.accuracy is not None:
        metrics["accuracy"] = float(card.accuracy)
    return metrics


def _preview(engine: Engine, seed: int) -> bytes:
    from desktop_cvae.inference.generation import generate
    from desktop_cvae.pictures.sheets import encode_png, tile_images

    samples = generate(engine, None, PREVIEW_COUNT, 1.0, seed)
    return encode_png(tile_images(samples.images, 10, PREVIEW_SCALE, PREVIEW_GAP))


def _print_saved(output: Path, manifest: Manifest, stopped_early: bool) -> None:
    entries = {"file": str(output.absolute()), "model": output.stem, "metrics": manifest.metrics}
    print_line(event_line("saved", **entries, stopped_early=stopped_early))


def _result(metrics: dict[str, float]) -> str:
    if not metrics:
        return ""
    accuracy = f"{100 * metrics['accuracy']:.2f} % read, " if "accuracy" in metrics else ""
    return f": {accuracy}−ELBO {metrics['neg_elbo_nats']:.2f} nats"
