"""A teaching from request to file: hold-out, rehearsal, forgetting, calibration.

The taught model is a file of its own; the one that it is a copy of is only read. Everything that
is measured is measured in the old and in the new model alike.

Tested in tests/training/test_teaching.py.
"""

from __future__ import annotations

import dataclasses
import math
import os
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path

import numpy as np

from desktop_cvae.core.calibration import Calibration
from desktop_cvae.core.language import number, tr
from desktop_cvae.core.priors import Prior
from desktop_cvae.core.specs import ModelSpec
from desktop_cvae.core.tasks import Progress, T, Task, relayed, result_of
from desktop_cvae.datasets.dataset import (
    DigitDataset,
    held_out_part,
)
from desktop_cvae.datasets.mnist import load_mnist
from desktop_cvae.evaluation.calibration_fitting import calibrate
from desktop_cvae.evaluation.prior_fitting import (
    DIGITS_EACH,
    encode_digits,
    fit_models_prior,
    fit_prior,
)
from desktop_cvae.evaluation.scorecard import score_pictures
from desktop_cvae.inference.generation import preview_png
from desktop_cvae.inference.onnx_engine import OnnxEngine
from desktop_cvae.inference.opened_model import OpenedModel
from desktop_cvae.library.manifest import Manifest, Taught
from desktop_cvae.library.model_file import (
    ModelFile,
    NewModel,
    model_file_bytes,
    read_model_file,
    write_model_file,
)
from desktop_cvae.library.model_library import ModelEntry
from desktop_cvae.training.rehearsal import (
    HARD,
    Digits,
    check_examples,
    find_mnist,
    hardest,
    read_digits,
    rehearsal_digits,
    split_examples,
)
from desktop_cvae.training.teaching import Network, TeachingPlan, Weights, learn, many_of

READER_PLAN = TeachingPlan(steps=100, step_size=3e-4, contrast=1.0)
GENERATOR_PLAN = TeachingPlan(steps=160, step_size=3e-4, contrast=0.0)
KEPT_FRACTIONS = (1.0, 0.8, 0.6, 0.4)
MOST_FORGOTTEN = 0.001
"""Fraction of guard digits that may be forgotten; beyond it the weights move back step by step."""
PRIOR_DIGITS, OWN_EACH = 12_000, 300
CALIBRATION_DIGITS, OWN_CALIBRATION = 1500, 20

Tell = Callable[[str, Progress], None]


@dataclass(frozen=True, eq=False, kw_only=True)
class TeachingRequest:
    """Request to teach a model.

    Attributes:
        parent: the model whose copy is taught.
        examples: the user's labelled digits; label names may be new.
        output: the taught model's file.
        name: its name.
        seed: seed of all random choices.
        command: the command line, for the manifest.
    """

    parent: ModelEntry
    examples: DigitDataset
    output: Path
    name: str
    seed: int = 0
    command: str = ""


@dataclass(frozen=True, eq=False)
class TeachingOutcome:
    """Result of a teaching.

    Attributes:
        manifest: of the file that was written.
        metrics: ``own_…`` on the user's examples, ``test_…`` on MNIST's test digits, before and
            after; evidence is the mean under the true label, in nats.
        notes: sentences for people.
    """

    manifest: Manifest
    metrics: dict[str, float]
    notes: tuple[str, ...]


def teach(request: TeachingRequest, tell: Tell) -> TeachingOutcome:
    """Teach a copy, measure both, and write its file.

    Args:
        request: what to teach, and where to save it.
        tell: receives the current part and its progress; it may raise to cancel, and then nothing
            is written.

    Raises:
        MissingLabels: the model has none.
        UsageError: too few examples, or too many labels.
        ModelFileError: the parent cannot be read.
        InputOutputError: the file cannot be written.
    """
    return _Teaching(request, read_model_file(request.parent.path), tell).run()


class _Teaching:
    """A running teaching."""

    def __init__(self, request: TeachingRequest, parent: ModelFile, tell: Tell) -> None:
        self._request, self._parent, self._tell = request, parent, tell
        manifest = parent.manifest
        self._new = check_examples(request.examples, manifest)
        self._network = Network(manifest.spec, parent.weights, manifest.training)
        self._old = _engine(manifest.spec, parent.weights, parent.prior)
        own = Digits.of(request.examples, (*manifest.spec.label_names, *self._new))
        self._learned, self._held_out = split_examples(own, request.seed)
        self._mnist = find_mnist(manifest)
        self.notes: list[str] = []

    def run(self) -> TeachingOutcome:
        if self._mnist is None:
            self.notes.append(
                tr("MNIST is not on this computer; the model’s own digits were used instead.")
            )
        rehearsal, guards = rehearsal_digits(self._parent, self._mnist, self._request.seed)
        hard = self._reported("asking", hardest(self._old, rehearsal, HARD))
        network = self._network.grown(self._new)
        plan = dataclasses.replace(READER_PLAN, seed=self._request.seed)
        taught = self._reported("learning", learn(network, self._learned, rehearsal, hard, plan))
        generator = self._generator(rehearsal)
        engine = self._guarded(network, taught, rehearsal, guards)
        calibration = self._calibration(engine)
        metrics = self._own_metrics(engine) | self._test_metrics(engine, calibration)
        manifest = self._save(engine, calibration, metrics, generator)
        return TeachingOutcome(manifest, metrics, tuple(self.notes))

    def _reported(self, part: str, task: Task[T]) -> T:
        """Run a part of the teaching, and report its progress."""

        def tell(step: Progress) -> Progress:
            self._tell(part, step)
            return step

        return result_of(relayed(task, tell))

    def _guarded(
        self, network: Network, taught: Weights, rehearsal: Digits, guards: Digits
    ) -> OnnxEngine:
        """Return the taught recogniser, moved back to the old one while it forgets too much."""
        before, _ = self._reported("guarding", read_digits(self._old, guards))
        for fraction in KEPT_FRACTIONS:
            engine = self._recogniser(network.spec, network.towards(taught, fraction), rehearsal)
            after, _ = self._reported("guarding", read_digits(engine, guards))
            if after >= before - MOST_FORGOTTEN:
                break
        if fraction < 1:
            self.notes.append(
                tr(
                    "{share} of what was learned is kept; with all of it, the model would "
                    "misread too many other digits.",
                    share=number(fraction, ".0%"),
                )
            )
        return engine

    def _recogniser(self, spec: ModelSpec, weights: Weights, rehearsal: Digits) -> OnnxEngine:
        unfitted = _engine(spec, weights)
        if self._parent.prior.is_standard:
            return unfitted
        components, seed = self._parent.prior.components, self._request.seed
        rng = np.random.default_rng([seed, 55])
        some = rehearsal.at(rng.permutation(len(rehearsal))[:PRIOR_DIGITS])
        digits = some.and_then(many_of(self._learned, OWN_EACH, seed))
        is_new = self._learned.labels >= self._network.spec.label_count
        if is_new.any():
            # The rarest label's digits limit the number of Gaussians for all labels.
            new = self._learned.at(np.flatnonzero(is_new))
            digits = digits.and_then(many_of(new, DIGITS_EACH * components, seed + 1))
        named = DigitDataset(digits.images, digits.labels, spec.label_names)
        fitting = fit_models_prior(unfitted, named, components, seed)
        return _engine(spec, weights, self._reported("fitting", fitting))

    def _generator(self, rehearsal: Digits) -> bytes | None:
        """Return the file of its generator, which needs the new labels too."""
        file = self._parent.generator
        if file is None:
            return None
        manifest = file.manifest
        old = Network(manifest.spec, file.weights, manifest.training)
        if not self._new:
            return model_file_bytes(_as_it_was(file))
        network = old.grown(self._new)
        plan = dataclasses.replace(GENERATOR_PLAN, seed=self._request.seed)
        weights = self._reported(
            "writing", learn(network, self._learned, rehearsal, rehearsal, plan)
        )
        prior = self._generator_prior(network.spec, weights, file.prior)
        return model_file_bytes(
            dataclasses.replace(
                _as_it_was(file),
                spec=network.spec,
                weights=weights,
                prior=prior,
                calibration=None,
                preview=preview_png(OnnxEngine(network.spec, weights, prior), 0),
            )
        )

    def _generator_prior(self, spec: ModelSpec, weights: Weights, old: Prior) -> Prior:
        """Return the prior: old labels keep theirs, each new one gets as many Gaussians."""
        engine, first = OnnxEngine(spec, weights), self._network.spec.label_count
        seed, parts = self._request.seed, [old]
        for label in range(first, spec.label_count):
            own = self._learned.at(np.flatnonzero(self._learned.labels == label))
            many = many_of(own, DIGITS_EACH * old.components, seed + label)
            codes = result_of(encode_digits(engine, many.floats(), many.labels))
            zeros = np.zeros(len(many), np.int64)
            fitting = fit_prior(codes, zeros, 1, old.components, seed)
            parts.append(self._reported("fitting", fitting))
        return Prior(
            np.concatenate([part.weights for part in parts]),
            np.concatenate([part.means for part in parts]),
            np.concatenate([part.factors for part in parts]),
        )

    def _calibration(self, engine: OnnxEngine) -> Calibration | None:
        old = self._parent.manifest.calibration
        if self._mnist is None:
            # Digits that a model writes itself are easier to read than real ones.
            if old is None or not self._new:
                return old
            return Calibration(old.temperature, old.unsure_margin)
        held_out = held_out_part(self._mnist, self._network.config)
        digits = Digits.of(held_out, engine.spec.label_names)
        digits = digits.first(CALIBRATION_DIGITS)
        # The examples are part of the digits, so that the model does not reject them.
        digits = digits.and_then(many_of(self._learned, OWN_CALIBRATION, self._request.seed + 2))
        model = self._opened(engine, None)
        fitting = calibrate(model, digits.floats(), digits.labels, self._request.seed)
        calibration = self._reported("calibrating", fitting)
        if old is not None and old.can_reject and not calibration.can_reject:
            self.notes.append(
                tr(
                    "The model no longer rejects anything as “not a digit”: such a sign may now be "
                    "a new label."
                )
            )
        return calibration

    def _opened(self, engine: OnnxEngine, calibration: Calibration | None) -> OpenedModel:
        manifest = dataclasses.replace(
            self._parent.manifest, spec=engine.spec, calibration=calibration
        )
        return OpenedModel(dataclasses.replace(self._request.parent, manifest=manifest), engine)

    def _own_metrics(self, engine: OnnxEngine) -> dict[str, float]:
        digits = self._held_out or self._learned
        if self._held_out is None:
            self.notes.append(
                tr(
                    "Measured on the examples that it learned from, as there are too few to hold "
                    "some out."
                )
            )
        before, after = (result_of(read_digits(e, digits)) for e in (self._old, engine))
        found = {
            "own_examples": float(len(self._learned)),
            "own_measured": float(len(digits)),
            "own_held_out": float(self._held_out is not None),
            "own_accuracy_before": before[0],
            "own_accuracy_after": after[0],
            "own_evidence_before": before[1],
            "own_evidence_after": after[1],
        }
        # The old model has no evidence for labels that it does not know: NaN is left out.
        return {name: value for name, value in found.items() if math.isfinite(value)}

    def _test_metrics(
        self, engine: OnnxEngine, calibration: Calibration | None
    ) -> dict[str, float]:
        if self._mnist is None:
            return {}
        test, manifest = load_mnist("test"), self._parent.manifest
        before = manifest.metrics
        is_of_mnist = manifest.dataset_digest == self._mnist.digest
        if not (is_of_mnist and before.get("test_images") == len(test)):
            before = self._card(self._opened(self._old, None), test)
        after = self._card(self._opened(engine, calibration), test)
        return after | {
            "test_accuracy_before": before["accuracy"],
            "test_accuracy_after": after["accuracy"],
            "test_evidence_before": -before["neg_elbo_at_mean_nats"],
            "test_evidence_after": -after["neg_elbo_at_mean_nats"],
        }

    def _card(self, model: OpenedModel, test: DigitDataset) -> dict[str, float]:
        digits = Digits.of(test, model.spec.label_names)
        scoring = score_pictures(model, digits.floats(), digits.labels, self._request.seed)
        card, _ = self._reported("measuring", scoring)
        return card.metrics()

    def _save(
        self,
        engine: OnnxEngine,
        calibration: Calibration | None,
        metrics: dict[str, float],
        generator: bytes | None,
    ) -> Manifest:
        request, parent = self._request, self._parent
        self._tell("saving", Progress(0, 1))
        model = dataclasses.replace(
            _as_it_was(parent),
            name=request.name,
            spec=engine.spec,
            weights=engine.weights,
            prior=engine.prior,
            calibration=calibration,
            metrics=metrics,
            command=request.command,
            generator=generator,
            taught=Taught(
                parent=request.parent.name[:100],
                parent_sha256=parent.manifest.weights_sha256,
                examples=len(request.examples),
                examples_sha256=request.examples.digest,
                new_labels=self._new,
            ),
        )
        return write_model_file(request.output, model)


def _engine(spec: ModelSpec, weights: Weights, prior: Prior | None = None) -> OnnxEngine:
    return OnnxEngine(spec, weights, prior, os.cpu_count() or 1)


def _as_it_was(file: ModelFile) -> NewModel:
    """Return the contents of a model file, to be written again."""
    old = file.manifest
    return NewModel(
        name=old.name,
        spec=old.spec,
        training=old.training,
        weights=file.weights,
        history=file.history,
        metrics=old.metrics,
        dataset_name=old.dataset_name,
        dataset_digest=old.dataset_digest,
        command=old.command,
        preview=file.preview,
        calibration=old.calibration,
        prior=file.prior,
        taught=old.taught,
    )
