"""An opened model: the one thing that answers, in the window as on the command line."""

from __future__ import annotations

import time
from collections.abc import Generator, Sequence
from dataclasses import dataclass, replace
from functools import cached_property, partial
from typing import TYPE_CHECKING

import numpy as np
import numpy.typing as npt

from desktop_cvae.core.calibration import DEFAULT_FALSE_REJECTION_RATE, Calibration
from desktop_cvae.core.deadlines import deadline
from desktop_cvae.core.errors import MissingLabels, UsageError
from desktop_cvae.core.language import tr
from desktop_cvae.core.latent_maps import LatentMap, Plane
from desktop_cvae.core.results import (
    Answer,
    Candidate,
    EpochRecord,
    FloatArray,
    IntArray,
    NoiseSetting,
    PreparedDigit,
    Recognition,
    Samples,
    Style,
    WrittenNumber,
)
from desktop_cvae.core.specs import READ_AS_MEANT, ModelSpec
from desktop_cvae.core.tasks import Task
from desktop_cvae.inference import evidence_decomposition, generation, latent_projection, styles
from desktop_cvae.inference.engine import Engine, GeneratorNetwork, open_engines
from desktop_cvae.inference.preparation_selection import (
    prepare_one_way,
    read_once,
    select_preparation,
)
from desktop_cvae.inference.recogniser import Recogniser
from desktop_cvae.library.manifest import Manifest
from desktop_cvae.library.model_file import read_history
from desktop_cvae.library.model_library import ModelEntry, find_model
from desktop_cvae.pictures.hypotheses import Hypotheses, propose_hypotheses
from desktop_cvae.pictures.noise import add_noise

# Completion, walks and latent grids are imported by the methods that use them: the first answer
# comes sooner.
if TYPE_CHECKING:
    from desktop_cvae.inference.field_rules import FieldRule
    from desktop_cvae.inference.latent_grids import LatentGrid
    from desktop_cvae.inference.number_reading import PageReading
    from desktop_cvae.inference.walks import Walk

READING_S = 120.0
"""Longest time in seconds that a page is read; a full page of 500 digits takes a quarter of it."""


@dataclass(frozen=True, eq=False)
class OpenedModel:
    """A model that is ready to answer.

    Attributes:
        entry: its entry in the library.
        engine: the recogniser's network; call it on one thread. Any thread may read its ``name``
            and ``spec``.
        history: its training, one record an epoch; may be empty.
        separate_generator: the network that writes, if it is another than the recogniser's.
    """

    entry: ModelEntry
    engine: Engine
    history: tuple[EpochRecord, ...] = ()
    separate_generator: GeneratorNetwork | None = None

    @property
    def name(self) -> str:
        """Its name in the library."""
        return self.entry.name

    @property
    def spec(self) -> ModelSpec:
        """The recogniser's network."""
        return self.engine.spec

    @property
    def manifest(self) -> Manifest:
        """The manifest of its file."""
        return self.entry.manifest

    @property
    def calibration(self) -> Calibration | None:
        """Temperature and rejection thresholds of its answers, if they were fitted."""
        return self.entry.manifest.calibration

    @cached_property
    def recogniser(self) -> Recogniser:
        """The recogniser, with the calibration of its answers."""
        return Recogniser(self.engine, self.calibration)

    @property
    def generator(self) -> Engine:
        """The network that writes samples, styles, latent space and reconstructions."""
        return self.separate_generator.engine if self.separate_generator else self.engine

    @property
    def generator_manifest(self) -> Manifest:
        """The manifest of the network that writes."""
        return self.separate_generator.manifest if self.separate_generator else self.manifest

    @property
    def has_labels(self) -> bool:
        """True for a conditional model."""
        return self.recogniser.has_labels

    @property
    def label_names(self) -> tuple[str, ...]:
        """The labels' names; empty for a model without labels."""
        return self.recogniser.label_names

    def label_index(self, name: str) -> int:
        """Return the index of a label.

        Raises:
            MissingLabels: the model has no labels.
            UsageError: the model does not have this label.
        """
        if not self.has_labels:
            raise MissingLabels(self.name, tr("use the label “{name}”", name=name[:40]))
        if name not in self.label_names:
            known = ", ".join(self.label_names)
            raise UsageError(
                tr("There is no label “{name}”; there are {known}.", name=name[:40], known=known)
            )
        return self.label_names.index(name)

    def read(
        self,
        images: FloatArray,
        false_rejection_rate: float = DEFAULT_FALSE_REJECTION_RATE,
        *,
        test_time_augmentation: bool = True,
    ) -> list[Recognition]:
        """Read images of one digit each; see :meth:`inference.recogniser.Recogniser.read`."""
        return self.recogniser.read(
            images, false_rejection_rate, test_time_augmentation=test_time_augmentation
        )

    def prepare(
        self,
        picture: FloatArray,
        false_rejection_rate: float = DEFAULT_FALSE_REJECTION_RATE,
        preparation: str = "",
    ) -> tuple[Candidate, ...]:
        """Select the preparation of a picture of one digit, and read it.

        Args:
            picture: float32, (H, W), in [0, 1], light is 1, either polarity, any size.
            false_rejection_rate: fraction of real digits rejected, in [0, 0.05].
            preparation: a key of ``core.preparation_names.PREPARATIONS`` to select whatever the
                evidence says; "" lets the evidence decide.

        Returns:
            the hypotheses with their readings, the selected one first; only one where nothing was
            in doubt, or nothing was found.
        """
        proposed = propose_hypotheses(picture)
        (candidates,) = self.prepare_all([proposed], false_rejection_rate, preparation)
        return candidates

    def prepare_all(
        self,
        pictures: Sequence[Hypotheses],
        false_rejection_rate: float = DEFAULT_FALSE_REJECTION_RATE,
        preparation: str = "",
    ) -> list[tuple[Candidate, ...]]:
        """Select the preparations of several pictures; the clear ones are read in one call.

        Args:
            pictures: as :func:`pictures.hypotheses.propose_hypotheses` returns them.
            false_rejection_rate: as in :meth:`prepare`.
            preparation: as in :meth:`prepare`.
        """
        return select_preparation(self.recogniser, pictures, false_rejection_rate, preparation)

    def prepare_one_way(
        self, pictures: Sequence[Hypotheses], false_rejection_rate: float, preparation: str
    ) -> list[Candidate]:
        """Read pictures under one hypothesis alone; arguments as for :meth:`prepare_all`."""
        return prepare_one_way(self.recogniser, pictures, false_rejection_rate, preparation)

    def read_once(
        self, pictures: Sequence[Hypotheses], false_rejection_rate: float
    ) -> list[Candidate]:
        """Read pictures in one pass, as the rules prepare them; close calls are not read again.

        Arguments as for :meth:`prepare_all`.
        """
        return read_once(self.recogniser, pictures, false_rejection_rate)

    def read_page(
        self,
        picture: FloatArray,
        rule: FieldRule | None = None,
        false_rejection_rate: float = DEFAULT_FALSE_REJECTION_RATE,
        limit: int = 500,
    ) -> PageReading:
        """Read all numbers of a picture; see :func:`inference.number_reading.read_page`.

        A picture of one sign gets the verdict of :meth:`prepare`: it has one, however it is read.

        Raises:
            MissingLabels: the model was trained without labels.
            ReadingTooSlow: it took longer than :data:`READING_S`.
        """
        # The first drawing is answered without what only pages need.
        from desktop_cvae.inference import number_reading

        with deadline(READING_S):
            page = number_reading.read_page(
                self.recogniser, picture, rule, false_rejection_rate, limit
            )
            if rule is not None or len(page.digits) != 1:
                return page
            alone = self.prepare(picture, false_rejection_rate)[0]
            return number_reading.with_lone_sign(page, alone, self.label_names)

    def answer(
        self,
        prepared: PreparedDigit,
        noise: NoiseSetting,
        label: int | None,
        known: Recognition | None = None,
        false_rejection_rate: float = DEFAULT_FALSE_REJECTION_RATE,
        candidates: tuple[Candidate, ...] = (),
    ) -> Answer:
        """Return everything that is shown about one picture.

        Args:
            prepared: the picture as 28×28.
            noise: added before the model reads it.
            label: conditions the reconstruction; None takes the recognised one.
            known: an earlier reading, as of a digit of a number; used if no noise is added.
            false_rejection_rate: fraction of real digits rejected, in [0, 0.05]; 0 rejects none.
            candidates: hypotheses about the preparation; kept in the answer.

        Raises:
            MissingLabels: a label was chosen for a model without labels.
        """
        if label is not None and not self.has_labels:
            raise MissingLabels(self.spec.preset, tr("use a label"))
        if not prepared.found:
            return Answer(prepared, prepared.image, None, label, None, 0.0, candidates=candidates)
        noisy = add_noise(prepared.image, noise)
        started = time.perf_counter()
        is_known = known is not None and noise.level == 0
        reading = (
            known if known and is_known else self.read(noisy[np.newaxis], false_rejection_rate)[0]
        )
        elapsed_ms = 0.0 if is_known else 1000.0 * (time.perf_counter() - started)
        answer = Answer(prepared, noisy, None, label, None, elapsed_ms, candidates=candidates)
        return self.with_reading(answer, reading, label)

    def with_reading(self, answer: Answer, reading: Recognition, label: int | None) -> Answer:
        """Return an answer with a reading of its picture, and what each label makes of it.

        Args:
            answer: about the picture.
            reading: of ``answer.noisy``.
            label: conditions the reconstruction; None takes the recognised one.
        """
        chosen, read = reading.label if label is None else label, reading.label or 0
        # The score has decoded every label already: the reconstruction is one of its ten.
        explanations, style = reading.reconstructions, Style(reading.latent_means[read], read)
        if self.separate_generator is not None:
            explanations, style = styles.redraw(self.generator, reading, answer.noisy)
        return replace(
            answer,
            recognition=reading,
            label=chosen,
            reconstruction=explanations[chosen or 0],
            style=style,
            explanations=explanations,
        )

    def think(
        self,
        answer: Answer,
        label: int | None,
        steps: int,
        false_rejection_rate: float = DEFAULT_FALSE_REJECTION_RATE,
    ) -> Generator[Answer, None, Answer]:
        """Think longer about an answer; see :func:`inference.thinking.think`.

        Args:
            answer: to a picture with ink.
            label: conditions the reconstruction; None takes the recognised one.
            steps: most steps of the search.
            false_rejection_rate: fraction of real digits rejected, in [0, 0.05].

        Yields:
            the answer after each step.
        """
        from desktop_cvae.inference.thinking import think

        started = time.perf_counter()

        def so_far(reading: Recognition | None) -> Answer:
            assert reading is not None
            elapsed_ms = answer.elapsed_ms + 1000.0 * (time.perf_counter() - started)
            return replace(self.with_reading(answer, reading, label), elapsed_ms=elapsed_ms)

        before = answer.recognition
        thinking = think(self.recogniser, answer.noisy, steps, false_rejection_rate, before=before)
        while True:
            try:
                step = next(thinking)
            except StopIteration as ended:
                return so_far(ended.value)
            yield so_far(step.recognition)

    def answer_picture(
        self,
        picture: FloatArray,
        noise: NoiseSetting,
        label: int | None,
        false_rejection_rate: float = DEFAULT_FALSE_REJECTION_RATE,
        preparation: str = "",
    ) -> Answer:
        """Prepare a picture as :meth:`prepare` does, and answer as :meth:`answer` does.

        Raises:
            MissingLabels: a label was chosen for a model without labels.
        """
        started = time.perf_counter()
        candidates = self.prepare(picture, false_rejection_rate, preparation)
        elapsed_ms = 1000.0 * (time.perf_counter() - started)
        best = candidates[0]
        answer = self.answer(
            best.prepared, noise, label, best.recognition, false_rejection_rate, candidates
        )
        return replace(answer, elapsed_ms=answer.elapsed_ms + elapsed_ms)

    def generate(
        self,
        label: int | None,
        count: int,
        temperature: float,
        seed: int,
        min_probability: float | None = None,
        style: Style | None = None,
        *,
        checks: bool = True,
    ) -> Task[Samples]:
        """Write new digits; see :func:`inference.generation.generate`.

        Args:
            label: of all samples; None takes all labels in turn.
            count: number of samples, ≥ 0.
            temperature: scales the prior's deviations, ≥ 0.
            seed: the same seed gives the same samples.
            min_probability: draw samples again that are not read as their label with at least this
                probability. None takes ``READ_AS_MEANT`` from a separate recogniser where this is
                possible; a network that would judge itself is not used.
            style: that the samples keep; None takes all styles.
            checks: False accepts every sample.
        """
        is_required, accepts = min_probability is not None, None
        if checks and (is_required or (self.separate_generator is not None and self.has_labels)):
            least = READ_AS_MEANT if min_probability is None else min_probability
            accepts = partial(self._reads_as, least)
        codes = None if style is None else self.style_latents(style)
        return generation.generate(
            self.generator, label, count, temperature, seed, accepts, codes, gives_up=is_required
        )

    def _reads_as(
        self, least: float, images: FloatArray, labels: IntArray
    ) -> npt.NDArray[np.bool_]:
        # Judged as a saved file will hold them, with 256 grey values.
        readings = self.read((np.rint(255 * images) / 255).astype(np.float32))
        pairs = zip(readings, labels, strict=True)
        return np.array([r.label == k and r.probabilities[k] >= least for r, k in pairs])

    def style_of(self, image: FloatArray, label: int) -> Style:
        """Return the style of an image; see :func:`inference.styles.encode_style`."""
        return styles.encode_style(self.generator, image, label)

    def random_style(self, seed: int) -> Style:
        """Draw a random style from the prior; the seed also decides its label, in turn."""
        label = seed % self.generator.spec.score_count
        return styles.sample_style(self.generator, label, seed, generation.SOME_TEMPERATURE)

    def style_latents(self, style: Style) -> FloatArray:
        """Return a style under every label; see :func:`inference.styles.style_latents`."""
        return styles.style_latents(self.generator, self.engine, style)

    def generate_in_style(self, style: Style) -> Samples:
        """Write every label in one style; see :func:`inference.generation.generate_in_style`."""
        return generation.generate_in_style(self.generator, self.style_latents(style))

    def write_number(self, style: Style, text: str, temperature: float, seed: int) -> WrittenNumber:
        """Write a number in one style; see :func:`inference.generation.write_number`."""
        codes = self.style_latents(style)
        return generation.write_number(self.generator, codes, text, temperature, seed)

    @property
    def writable(self) -> str:
        """The characters that it can write; empty for a model without labels."""
        return generation.writable(self.generator.spec)

    def latent_grid(
        self,
        kind: str,
        label: int | None,
        count: int,
        seed: int,
        digits: tuple[FloatArray, IntArray] | None = None,
    ) -> Task[LatentGrid]:
        """Make a latent grid; see :func:`inference.latent_grids.make_latent_grid`."""
        from desktop_cvae.inference.latent_grids import make_latent_grid

        return make_latent_grid(self.generator, kind, label, count, seed, digits)

    def complete(
        self,
        image: FloatArray,
        missing: npt.NDArray[np.bool_],
        label: int | None,
        count: int,
        seed: int,
    ) -> Task[Samples]:
        """Propose contents of a missing part; see :func:`inference.completion.complete`.

        A separate generator's latents can decide the digit, whatever the label. The recogniser
        therefore names the proposals, and those that it does not read as a chosen label come last.
        """
        from desktop_cvae.inference.completion import complete

        is_named = self.separate_generator is not None and self.has_labels
        wanted = 2 * count if is_named else count
        proposed = yield from complete(self.generator, image, missing, label, wanted, seed)
        if not is_named:
            return proposed
        labels, _ = self._labels_of(proposed.images)
        order = np.argsort(labels != (labels if label is None else label), kind="stable")
        return replace(proposed, labels=labels).only(order[:count].tolist())

    def _labels_of(self, images: FloatArray) -> tuple[IntArray, FloatArray]:
        """Read images in one pass; int64 labels and float32 probabilities, (N,) each."""
        readings = self.read(images, test_time_augmentation=False)
        labels = np.array([reading.label for reading in readings], np.int64)
        return labels, np.array([reading.probability for reading in readings], np.float32)

    def walk(self, start: Style, end: Style, kind: str, steps: int) -> Task[Walk]:
        """Walk from one digit to another, each step read; see :mod:`inference.walks`."""
        from desktop_cvae.inference.walks import walk_between

        return self._read_steps(walk_between(self.generator, start, end, kind, steps))

    def walk_along(
        self, plane: Plane, positions: FloatArray, label: int | None, steps: int
    ) -> Task[Walk]:
        """Walk along a curve on the map, each step read; see :func:`walks.walk_along`."""
        from desktop_cvae.inference.walks import walk_along

        return self._read_steps(walk_along(self.generator, plane, positions, label, steps))

    def _read_steps(self, way: Task[Samples]) -> Task[Walk]:
        from desktop_cvae.inference.walks import Walk

        samples = yield from way
        if not self.has_labels:
            return Walk(samples)
        return Walk(samples, *self._labels_of(samples.images))

    def posterior_spread(self, image: FloatArray, label: int | None) -> FloatArray:
        """Return each pixel's uncertainty; see :func:`evidence_decomposition.posterior_spread`."""
        return evidence_decomposition.posterior_spread(self.engine, image, label)

    def build_latent_map(self, images: FloatArray, labels: IntArray) -> LatentMap:
        """Lay digits out in a plane; see :func:`inference.latent_projection.build_latent_map`."""
        return latent_projection.build_latent_map(self.generator, images, labels)

    def decode_positions(
        self, plane: Plane, positions: FloatArray, label: int | None
    ) -> FloatArray:
        """Decode positions of a plane; see :func:`inference.latent_projection.decode_positions`."""
        return latent_projection.decode_positions(self.generator, plane, positions, label)


def open_model(model: ModelEntry | str, kind: str = "onnx") -> OpenedModel:
    """Open a model.

    Args:
        model: an entry of the library, a name there, or a ``.cvae`` file.
        kind: the engine's kind; see :func:`inference.engine.open_engines`.

    Raises:
        UsageError: there is no such model.
        ModelFileError: the file cannot be used.
        EnvironmentProblem: the engine needs TensorFlow, which is missing.
    """
    entry = find_model(model) if isinstance(model, str) else model
    engine, generator = open_engines(entry, kind)
    return OpenedModel(entry, engine, read_history(entry.path), generator)
