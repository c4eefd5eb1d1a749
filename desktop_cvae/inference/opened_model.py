"""An opened model: the one thing that answers, in the window as on the command line."""

from __future__ import annotations

import time
from collections.abc import Sequence
from dataclasses import dataclass, replace
from functools import partial
from typing import TYPE_CHECKING

import numpy as np
import numpy.typing as npt

from desktop_cvae.core.calibration import DEFAULT_REFUSAL, Calibration
from desktop_cvae.core.errors import MissingLabels
from desktop_cvae.core.language import tr
from desktop_cvae.core.latent_maps import LatentMap, Plane
from desktop_cvae.core.results import (
    Answer,
    Candidate,
    EpochRecord,
    FloatArray,
    Hand,
    IntArray,
    LabelScores,
    NoiseSetting,
    PreparedDigit,
    Recognition,
    Samples,
    Verdict,
    WrittenNumber,
)
from desktop_cvae.core.specs import READ_AS_MEANT, ModelSpec
from desktop_cvae.core.tasks import Task
from desktop_cvae.inference import generation, latent_map
from desktop_cvae.inference.engine import Engine, Writer, open_engines
from desktop_cvae.inference.recognition import average_close_calls, score_through_noise
from desktop_cvae.inference.verdicts import calibrated, judge
from desktop_cvae.library.manifest import Manifest
from desktop_cvae.library.model_file import read_history
from desktop_cvae.library.model_library import ModelEntry, find_model
from desktop_cvae.pictures.noise import add_noise

if TYPE_CHECKING:
    from desktop_cvae.inference.field_rules import FieldRule
    from desktop_cvae.inference.number_reading import PageReading
    from desktop_cvae.inference.published_sheets import Sheet
    from desktop_cvae.inference.walks import Walk
    from desktop_cvae.pictures.hypotheses import Hypotheses


@dataclass(frozen=True, eq=False)
class OpenedModel:
    """A model that is ready to answer.

    Attributes:
        entry: its place in the library.
        engine: what reads; to be called on one thread, its ``name`` and ``spec`` may be read
            anywhere.
        history: its training, one record an epoch; may be empty.
        separate_writer: what writes, if that is a network of its own.
    """

    entry: ModelEntry
    engine: Engine
    history: tuple[EpochRecord, ...] = ()
    separate_writer: Writer | None = None

    @property
    def name(self) -> str:
        """What it is called."""
        return self.entry.name

    @property
    def spec(self) -> ModelSpec:
        """Its network."""
        return self.engine.spec

    @property
    def writer(self) -> Engine:
        """What writes: samples, hands, latent space, reconstructions."""
        return self.separate_writer.engine if self.separate_writer else self.engine

    @property
    def writer_manifest(self) -> Manifest:
        """What the file says about the network that writes."""
        return self.separate_writer.manifest if self.separate_writer else self.manifest

    @property
    def manifest(self) -> Manifest:
        """What its file says about itself."""
        return self.entry.manifest

    @property
    def calibration(self) -> Calibration | None:
        """How far its answers can be believed, if that was fitted."""
        return self.entry.manifest.calibration

    @property
    def has_labels(self) -> bool:
        """True for a conditional model."""
        return self.spec.conditional

    @property
    def label_names(self) -> tuple[str, ...]:
        """The labels' names; empty for a model without labels."""
        return self.spec.label_names if self.has_labels else ()

    def read(
        self,
        images: FloatArray,
        refuse: float = DEFAULT_REFUSAL,
        *,
        augment_close_calls: bool = True,
    ) -> list[Recognition]:
        """Read pictures of one digit each.

        Args:
            images: float32, (B, 28, 28), in [0, 1], white ink on black.
            refuse: share of real digits that may be refused, in [0, 0.05]; 0 refuses nothing.
            augment_close_calls: False reads in one pass, as a scorecard counts.
        """
        if not len(images):
            return []
        scores = score_through_noise(self.engine, images)
        views = np.ones(len(images), np.int64)
        if augment_close_calls:
            scores, views = average_close_calls(self.engine, images, scores)
        return self.recognitions(scores, images, views, refuse)

    def prepare(
        self, picture: FloatArray, refuse: float = DEFAULT_REFUSAL, preparation: str = ""
    ) -> tuple[Candidate, ...]:
        """Decide how a picture of one digit is to be prepared, and read it.

        Args:
            picture: float32, (H, W), in [0, 1], light is 1, either polarity, any size.
            refuse: share of real digits that may be refused, in [0, 0.05].
            preparation: a key of ``core.preparations.PREPARATIONS`` to be believed whatever the
                evidence says; "" lets the evidence decide.

        Returns:
            the hypotheses, the believed one first, with how it is read; one where nothing was in
            doubt, or nothing was found.
        """
        from desktop_cvae.pictures.hypotheses import look_at

        (candidates,) = self.prepare_all([look_at(picture)], refuse, preparation)
        return candidates

    def prepare_all(
        self,
        pictures: Sequence[Hypotheses],
        refuse: float = DEFAULT_REFUSAL,
        preparation: str = "",
    ) -> list[tuple[Candidate, ...]]:
        """The same for pictures that are looked at already, read in one call where they are clear.

        Args:
            pictures: as ``pictures.hypotheses.look_at`` gives them.
            refuse: as in :meth:`prepare`.
            preparation: as in :meth:`prepare`.
        """
        from desktop_cvae.inference import preparing

        return preparing.believe(self, pictures, refuse, preparation)

    def read_page(
        self,
        picture: FloatArray,
        rule: FieldRule | None = None,
        refuse: float = DEFAULT_REFUSAL,
        limit: int = 500,
    ) -> PageReading:
        """Read all numbers of a picture; see :func:`inference.number_reading.read_page`."""
        # Reading pages builds on this module; who reads single digits never imports it.
        from desktop_cvae.inference import number_reading

        return number_reading.read_page(self, picture, rule, refuse, limit)

    def recognitions(
        self,
        scores: LabelScores,
        images: FloatArray,
        views: IntArray,
        refuse: float,
        chosen: IntArray | None = None,
        *,
        are_neighbours: bool = False,
    ) -> list[Recognition]:
        """Probabilities and verdicts for what is scored already, as the pieces of a line are.

        Args:
            scores: of the images, close calls averaged.
            images: float32, (B, 28, 28), in [0, 1].
            views: int64, (B,), of how many views each score is the mean.
            refuse: share of real digits that may be refused, in [0, 0.05].
            chosen: int64, (B,), labels that a field's rule asks for; None for the likeliest.
            are_neighbours: the images are the pieces of one line, from left to right.
        """
        evidence = scores.evidence_nats
        probabilities = calibrated(evidence, self.calibration)
        verdicts: Sequence[Verdict | None] = [None] * len(images)
        if self.has_labels:
            verdicts = judge(
                scores, images, self.calibration, refuse, chosen, are_neighbours=are_neighbours
            )
        return [
            Recognition(
                label=int(evidence[index].argmax()) if self.has_labels else None,
                probabilities=probabilities[index],
                evidence_nats=evidence[index],
                reconstruction_nats=scores.reconstruction_nats[index],
                kl_nats=scores.kl_nats[index],
                reconstructions=scores.reconstructions[index],
                latent_means=scores.latent_means[index],
                verdict=verdicts[index],
                views=int(views[index]),
                foreign=scores.foreign_of(index),
            )
            for index in range(len(images))
        ]

    def answer(
        self,
        prepared: PreparedDigit,
        noise: NoiseSetting,
        label: int | None,
        known: Recognition | None = None,
        refuse: float = DEFAULT_REFUSAL,
        candidates: tuple[Candidate, ...] = (),
    ) -> Answer:
        """Everything that is shown of one picture.

        Args:
            prepared: the picture as 28×28.
            noise: added before the model reads it.
            label: conditions the reconstruction; None takes the recognised one.
            known: how the picture was read already, as a digit of a number; stands without noise.
            refuse: share of real digits that may be refused, in [0, 0.05]; 0 refuses nothing.
            candidates: what the picture may be; kept in the answer.

        Raises:
            MissingLabels: a label was chosen for a model without labels.
        """
        if label is not None and not self.has_labels:
            raise MissingLabels(self.spec.preset, tr("be given one"))
        if not prepared.found:
            return Answer(prepared, prepared.image, None, label, None, 0.0, candidates=candidates)
        noisy = add_noise(prepared.image, noise)
        started = time.perf_counter()
        is_known = known is not None and noise.level == 0
        reading = known if known and is_known else self.read(noisy[np.newaxis], refuse)[0]
        elapsed_ms = 0.0 if is_known else 1000.0 * (time.perf_counter() - started)
        chosen = reading.label if label is None else label
        # The score has decoded every label already: the reconstruction is one of its ten.
        picture = reading.reconstructions[chosen or 0]
        own = chosen or 0
        explanations = reading.reconstructions
        hand = Hand(reading.latent_means[own], own)
        if self.separate_writer is not None:
            explanations, hand = self._redrawn(reading, noisy, own)
        picture = explanations[own]
        return Answer(
            prepared, noisy, reading, chosen, picture, elapsed_ms, hand, explanations, candidates
        )

    def answer_picture(
        self,
        picture: FloatArray,
        noise: NoiseSetting,
        label: int | None,
        refuse: float = DEFAULT_REFUSAL,
        preparation: str = "",
    ) -> Answer:
        """Prepare a picture as :meth:`prepare` does, and answer as :meth:`answer` does.

        Raises:
            MissingLabels: a label was chosen for a model without labels.
        """
        started = time.perf_counter()
        candidates = self.prepare(picture, refuse, preparation)
        elapsed_ms = 1000.0 * (time.perf_counter() - started)
        believed = candidates[0]
        answer = self.answer(
            believed.prepared, noise, label, believed.recognition, refuse, candidates
        )
        return replace(answer, elapsed_ms=answer.elapsed_ms + elapsed_ms)

    def _redrawn(
        self, reading: Recognition, image: FloatArray, own: int
    ) -> tuple[FloatArray, Hand]:
        """The reader's explanations as the writer writes them, and the hand under a label.

        Under the label that was read the writer has the picture itself to go by.
        """
        every = np.arange(len(reading.reconstructions))
        codes = generation.redrawn_codes(self.writer, reading.reconstructions, every)
        hand = self.hand_of(image, own)
        if own == reading.label or not self.has_labels:
            codes[own] = hand.latent
        return self.writer.decode(codes, every), hand

    def _given(self, label: int | None) -> IntArray | None:
        return np.array([label or 0], np.int64) if self.has_labels else None

    def generate(
        self,
        label: int | None,
        count: int,
        temperature: float,
        seed: int,
        min_probability: float | None = None,
        hand: Hand | None = None,
        *,
        checks: bool = True,
    ) -> Task[Samples]:
        """Write new digits; see :func:`inference.generation.generate`.

        Args:
            label: of all samples; None takes all labels in turn.
            count: number of samples, ≥ 0.
            temperature: scales the prior's deviations, ≥ 0.
            seed: the same seed gives the same samples.
            min_probability: draw again what it does not read as the label it was written under,
                with that probability at least. None asks for ``READ_AS_MEANT``, as far as that
                can be had, where one network reads what another one writes, and takes what comes
                where a network would judge itself.
            hand: whose style they keep; None takes all hands.
            checks: False takes what comes.
        """
        is_wish, accepts = min_probability is not None, None
        if checks and (is_wish or (self.separate_writer is not None and self.has_labels)):
            least = READ_AS_MEANT if min_probability is None else min_probability
            accepts = partial(self._reads_as, least)
        codes = None if hand is None else self.hand_codes(hand)
        return generation.generate(
            self.writer, label, count, temperature, seed, accepts, codes, gives_up=is_wish
        )

    def _reads_as(
        self, least: float, images: FloatArray, labels: IntArray
    ) -> npt.NDArray[np.bool_]:
        # As a file will give them back: of 256 grey values.
        readings = self.read((np.rint(255 * images) / 255).astype(np.float32))
        pairs = zip(readings, labels, strict=True)
        return np.array([r.label == k and r.probabilities[k] >= least for r, k in pairs])

    def hand_of(self, image: FloatArray, label: int) -> Hand:
        """The hand in which a picture is written.

        Args:
            image: float32, (28, 28), in [0, 1], white ink on black.
            label: what it shows; 0 for a model without labels.
        """
        return Hand(self.writer.encode(image[np.newaxis], self._given(label)).mean[0], label)

    def generate_in_style(self, hand: Hand) -> Samples:
        """Every label in one hand; see :func:`inference.generation.generate_in_style`."""
        return generation.generate_in_style(self.writer, self.hand_codes(hand))

    def hand_codes(self, hand: Hand) -> FloatArray:
        """A hand's codes under every label, float32, (K, L).

        Where one network reads and another writes, the reader keeps the hand: its latent vector
        has no part in what is written, only in how. What it decodes, the writer draws again.
        """
        if self.separate_writer is None or not self.has_labels:
            return generation.carried_codes(self.writer, hand)
        own = np.array([hand.label])
        written = self.writer.decode(hand.latent[np.newaxis], own)
        every = np.arange(self.spec.label_count)
        latents = np.repeat(self.engine.encode(written, own).mean, len(every), axis=0)
        soft = self.engine.decode(latents, every)
        codes = generation.redrawn_codes(self.writer, soft, every)
        codes[hand.label] = hand.latent
        return codes

    def sheet(
        self,
        kind: str,
        label: int | None,
        count: int,
        seed: int,
        digits: tuple[FloatArray, IntArray] | None = None,
    ) -> Task[Sheet]:
        """One of the four; see :func:`inference.published_sheets.make_sheet`."""
        from desktop_cvae.inference import published_sheets

        return published_sheets.make_sheet(self.writer, kind, label, count, seed, digits)

    def some_hand(self, seed: int) -> Hand:
        """A hand that nobody has; see :func:`inference.generation.some_hand`."""
        return generation.some_hand(self.writer, seed)

    def write_number(self, hand: Hand, text: str, temperature: float, seed: int) -> WrittenNumber:
        """Digits in one hand; see :func:`inference.generation.write_number`."""
        codes = self.hand_codes(hand)
        return generation.write_number(self.writer, codes, text, temperature, seed)

    @property
    def writable(self) -> str:
        """The characters that it can write; empty for a model without labels."""
        return generation.writable(self.writer.spec)

    def complete(
        self,
        image: FloatArray,
        missing: npt.NDArray[np.bool_],
        label: int | None,
        count: int,
        seed: int,
    ) -> Task[Samples]:
        """Proposals for a missing part; see :func:`inference.completion.complete`.

        A separate writer's codes say what is written, whatever the label: there the reader names
        what came out, and what it does not read as a chosen label comes last.
        """
        from desktop_cvae.inference import completion

        if self.separate_writer is None or not self.has_labels:
            return completion.complete(self.writer, image, missing, label, count, seed)
        many = completion.complete(self.writer, image, missing, label, 2 * count, seed)
        return self._named(many, label, count)

    def _named(self, proposing: Task[Samples], label: int | None, count: int) -> Task[Samples]:
        proposed = yield from proposing
        readings = self.read(proposed.images, augment_close_calls=False)
        labels = np.array([reading.label for reading in readings], np.int64)
        order = np.argsort(labels != (labels if label is None else label), kind="stable")
        return replace(proposed, labels=labels).only(order[:count].tolist())

    def walk(self, start: Hand, end: Hand, kind: str, steps: int) -> Task[Walk]:
        """From one digit to another, each step read; see :mod:`inference.walks`."""
        from desktop_cvae.inference import walks

        return self._read_on_the_way(walks.walk_between(self.writer, start, end, kind, steps))

    def walk_along(
        self, plane: Plane, places: FloatArray, label: int | None, steps: int
    ) -> Task[Walk]:
        """Along a curve on the map, each step read; see :func:`inference.walks.walk_along`."""
        from desktop_cvae.inference import walks

        return self._read_on_the_way(walks.walk_along(self.writer, plane, places, label, steps))

    def _read_on_the_way(self, way: Task[Samples]) -> Task[Walk]:
        from desktop_cvae.inference.walks import Walk

        samples = yield from way
        if not self.has_labels:
            return Walk(samples)
        readings = self.read(samples.images, augment_close_calls=False)
        labels = np.array([reading.label for reading in readings], np.int64)
        chances = np.array([reading.probability for reading in readings], np.float32)
        return Walk(samples, labels, chances)

    def posterior_spread(self, image: FloatArray, label: int | None) -> FloatArray:
        """How sure it is of each pixel; see :func:`inference.generation.posterior_spread`."""
        return generation.posterior_spread(self.engine, image, label)

    def build_latent_map(self, images: FloatArray, labels: IntArray) -> LatentMap:
        """Digits in the latent plane; see :func:`inference.latent_map.build_latent_map`."""
        return latent_map.build_latent_map(self.writer, images, labels)

    def decode_places(self, plane: Plane, places: FloatArray, label: int | None) -> FloatArray:
        """Pictures of places in it; see :func:`inference.latent_map.decode_places`."""
        return latent_map.decode_places(self.writer, plane, places, label)


def open_model(model: ModelEntry | str, kind: str = "onnx") -> OpenedModel:
    """Open a model.

    Args:
        model: of the library, its name there, or a ``.cvae`` file.
        kind: the engine's kind; see :func:`inference.engine.open_engines`.

    Raises:
        UsageError: there is no such model.
        ModelFileError: the file cannot be used.
        EnvironmentProblem: the engine needs TensorFlow, which is missing.
    """
    entry = find_model(model) if isinstance(model, str) else model
    engine, writer = open_engines(entry, kind)
    return OpenedModel(entry, engine, read_history(entry.path), writer)
