"""The situation that cards and chapters explain: the drawing, and findings of the worker.

Tested in tests/gui/explanations/test_cards.py.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, replace
from functools import partial

import numpy as np
from PySide6.QtCore import QObject, Signal

from desktop_cvae.core.language import tr
from desktop_cvae.core.latent_maps import LatentMap
from desktop_cvae.core.results import FloatArray, Recognition
from desktop_cvae.core.tasks import result_of
from desktop_cvae.gui.latent.explorer import LatentExplorer
from desktop_cvae.gui.latent.latent_jobs import Agreement
from desktop_cvae.gui.session import Reply, Session
from desktop_cvae.inference.evidence_decomposition import (
    Explanation,
    ForwardPass,
    crossover_of,
    explain_label,
    forward_pass,
    posterior_samples,
)
from desktop_cvae.inference.opened_model import OpenedModel
from desktop_cvae.workers.job_runner import JobRunner

TEMPERATURES = (0.0, 0.5, 1.0, 1.5)
PRIOR_SAMPLES = 5
SEED = 1


@dataclass(frozen=True, eq=False)
class Situation:
    """The drawing and findings about it; a finding that was not requested is None.

    Attributes:
        model: the model in use.
        reply: the answer for the drawing, if it has ink.
        label: the label that is explained; None for a model without labels.
        parts: where the label's evidence comes from.
        variants: float32, (16, 28, 28), reconstructions from samples of the posterior.
        temperatures: float32, (4, 28, 28), a digit of the label at each of ``TEMPERATURES``.
        prior: float32, (5, 28, 28), digits of the label.
        passes: the drawing's way through the recogniser and, if there is one, through the separate
            generator.
        map: the latent map in use.
        agreement: how close its digits of the same label lie.
    """

    model: OpenedModel | None = None
    reply: Reply | None = None
    label: int | None = None
    parts: Explanation | None = None
    variants: FloatArray | None = None
    temperatures: FloatArray | None = None
    prior: FloatArray | None = None
    passes: tuple[ForwardPass, ...] = ()
    map: LatentMap | None = None
    agreement: Agreement | None = None

    @property
    def odds(self) -> float | None:
        """The digit score; None if the model has none."""
        verdict = self.reading.verdict if self.reading else None
        return verdict.digit_log_odds if verdict else None

    @property
    def reading(self) -> Recognition | None:
        """The recognition of the drawing."""
        return self.reply.answer.recognition if self.reply else None

    @property
    def image(self) -> FloatArray | None:
        """The picture that was read, float32, (28, 28)."""
        return self.reply.answer.noisy if self.reply else None

    @property
    def flip(self) -> float:
        """ε of the noise channel through which the picture was read; 0 for a clean one."""
        reading, image = self.reading, self.image
        return 0.0 if reading is None or image is None else crossover_of(image, reading)

    @property
    def index(self) -> int:
        """The label's index; 0 for a model without labels."""
        return self.label or 0

    @property
    def name(self) -> str:
        """The label's name: "7"; "digit" for a model without labels."""
        names = self.model.label_names if self.model else ()
        return names[self.label] if names and self.label is not None else tr("digit")


def find_parts(situation: Situation) -> Situation:
    """Add where the label's evidence comes from."""
    model, reading, image = situation.model, situation.reading, situation.image
    if model is None or reading is None or image is None:
        return situation
    return replace(situation, parts=explain_label(model.engine, image, reading, situation.label))


def find_passes(situation: Situation) -> Situation:
    """Add the drawing's way through each of the model's networks."""
    model, image = situation.model, situation.image
    if model is None or image is None:
        return situation
    engines = [model.engine]
    if model.separate_generator is not None:
        engines.append(model.generator)
    ways = (forward_pass(each, image, situation.label, situation.flip) for each in engines)
    return replace(situation, passes=tuple(ways))


def find_variants(situation: Situation) -> Situation:
    """Add reconstructions from samples of the posterior."""
    model, image = situation.model, situation.image
    if model is None or image is None:
        return situation
    return replace(situation, variants=posterior_samples(model.engine, image, situation.label))


def find_temperatures(situation: Situation) -> Situation:
    """Add a digit from one random code at several temperatures."""
    if (model := situation.model) is None:
        return situation
    label = _written_label(situation)
    written = [
        result_of(model.generate(label, 1, temperature, SEED, checks=False)).images
        for temperature in TEMPERATURES
    ]
    return replace(situation, temperatures=np.concatenate(written))


def find_prior(situation: Situation) -> Situation:
    """Add digits from the label's prior."""
    if (model := situation.model) is None:
        return situation
    label = _written_label(situation)
    samples = result_of(model.generate(label, PRIOR_SAMPLES, 1.0, SEED, checks=False))
    return replace(situation, prior=samples.images)


def _written_label(situation: Situation) -> int | None:
    assert situation.model is not None
    return situation.index if situation.model.has_labels else None


Finder = Callable[[Situation], Situation]
"""Adds one thing to a situation; runs on the worker thread."""


def run_finders(situation: Situation, finders: tuple[Finder, ...]) -> Situation:
    """Run all finders one after another."""
    for finder in finders:
        situation = finder(situation)
    return situation


class SituationFollower(QObject):
    """Follows the drawing: runs the finders again whenever the session changes.

    Args:
        session: the drawing and its answer.
        runner: the worker.
        explorer: the latent map in use.
        finders: what to find out.
        parent: the card or page; there is one of each kind at a time.

    Signals:
        found(Situation): a complete situation, whose numbers belong together.
    """

    found = Signal(object)

    def __init__(
        self,
        session: Session,
        runner: JobRunner,
        explorer: LatentExplorer,
        finders: tuple[Finder, ...],
        parent: QObject,
    ) -> None:
        super().__init__(parent)
        self._session, self._runner, self._explorer = session, runner, explorer
        self._finders = finders
        self._slot = f"explanation of {type(parent).__name__}"
        for signal in (
            session.reply_changed,
            session.looked_at_changed,
            session.label_changed,
            session.model_changed,
            session.latent_map_changed,
            explorer.agreement_changed,
        ):
            signal.connect(self.follow)

    def follow(self) -> None:
        """Find out about the present drawing."""
        session, reply = self._session, self._session.reply
        if reply is not None and reply.answer.recognition is None:
            reply = None
        # A model with labels always explains one: without a drawing, the chosen one.
        label = session.shown_label if reply else session.reading_label
        bare = Situation(
            session.model,
            reply,
            label,
            map=session.latent_map,
            agreement=self._explorer.agreement,
        )
        if session.model is None or not self._finders:
            self._runner.cancel(self._slot)
            self.found.emit(bare)
            return
        job = partial(run_finders, bare, self._finders)
        self._runner.submit(self._slot, job, self._on_found, _leave_to_the_log)

    def _on_found(self, situation: Situation) -> None:
        # A method, not the signal itself: the runner then sees whether Qt has deleted this object.
        self.found.emit(situation)


def _leave_to_the_log(error: Exception) -> None:
    """Ignore the error, which the job runner has logged: explanations are an extra."""
