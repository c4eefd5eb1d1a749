"""Results of the program: frozen values with NumPy arrays that may cross threads.

Shapes: B images, K labels (1 for a model without labels), L latent dimensions.
Images are float32 in [0, 1], white ink on black; nats are natural-logarithm units.
Losses and epochs of a training are here, too.

Tested in tests/core/test_schemas.py.
"""

from __future__ import annotations

import math
from collections.abc import Sequence
from dataclasses import dataclass, replace
from typing import Annotated, Any, NamedTuple

import numpy as np
import numpy.typing as npt

from desktop_cvae.core.language import mark
from desktop_cvae.core.schemas import Field, check_fields, from_json, types_of
from desktop_cvae.core.thought import Thought

FloatArray = npt.NDArray[np.float32]
IntArray = npt.NDArray[np.int64]
DoubleArray = npt.NDArray[np.float64]
DIGIT, UNSURE, NO_DIGIT = mark("digit"), mark("unsure"), mark("not a digit")
MAX_CHARACTERS = 40
"""Most characters of a number to generate."""
MAX_EPOCH, MAX_SECONDS, MAX_NAME = 1_000_000, 1e9, 256
"""Largest credible epoch and duration; a record beyond them was made up."""


class Box(NamedTuple):
    """A rectangle of a picture, in whole pixels; ``x`` and ``y`` are its top left corner's."""

    x: int
    y: int
    width: int
    height: int

    @property
    def right(self) -> int:
        """Column after the last."""
        return self.x + self.width

    @property
    def bottom(self) -> int:
        """Row after the last."""
        return self.y + self.height

    @property
    def window(self) -> tuple[slice, slice]:
        """Slices that cut the box out of an array, (H, W)."""
        return slice(self.y, self.bottom), slice(self.x, self.right)

    def scaled(self, factor: int) -> Box:
        """Return the box in a picture that is larger by a whole factor."""
        return Box(*(factor * side for side in self))

    def moved(self, x: int, y: int) -> Box:
        """Return the box moved right and down."""
        return Box(self.x + x, self.y + y, self.width, self.height)

    def overlap(self, other: Box) -> float:
        """Return the area that both boxes have over the area that one of them has, in [0, 1]."""
        width = min(self.right, other.right) - max(self.x, other.x)
        height = min(self.bottom, other.bottom) - max(self.y, other.y)
        both = max(0, width) * max(0, height)
        # Two empty boxes have no area in common, and none to divide by.
        return both / max(1, self.width * self.height + other.width * other.height - both)

    def within(self, width: int, height: int) -> Box:
        """Return the part of the box inside a picture of that size."""
        x, y = max(0, self.x), max(0, self.y)
        return Box(x, y, min(self.right, width) - x, min(self.bottom, height) - y)


NO_BOX = Box(0, 0, 0, 0)
"""Empty box."""


@dataclass(frozen=True, eq=False)
class Posterior:
    """q(z | x, y): a Gaussian with diagonal covariance.

    Attributes:
        mean: float32, (B, L).
        log_var: float32, (B, L), natural logarithm of the variance.
    """

    mean: FloatArray
    log_var: FloatArray


@dataclass(frozen=True, eq=False)
class LabelScores:
    """Scores of every image under every label.

    Attributes:
        reconstructions: float32, (B, K, 28, 28), decoded from the posterior's mean.
        reconstruction_nats: float32, (B, K), ≥ 0, −log p(x | z̄, y) summed over pixels.
        kl_nats: float32, (B, K), ≥ 0, KL(q(z | x, y) ‖ p(z)).
        latent_means: float32, (B, K, L).
        foreign: float32, (B, 28, 28), in [0, 1], the probability that a pixel belongs to something
            else, zeros for pictures without; None if no picture has any.
    """

    reconstructions: FloatArray
    reconstruction_nats: FloatArray
    kl_nats: FloatArray
    latent_means: FloatArray
    foreign: FloatArray | None = None

    @property
    def evidence_nats(self) -> FloatArray:
        """The ELBO at the posterior's mean, (B, K), ≤ 0."""
        return -(self.reconstruction_nats + self.kl_nats)

    def at(self, indices: IntArray | slice) -> LabelScores:
        """Return the scores of some of the images."""
        return LabelScores(
            self.reconstructions[indices],
            self.reconstruction_nats[indices],
            self.kl_nats[indices],
            self.latent_means[indices],
            None if self.foreign is None else self.foreign[indices],
        )

    def foreign_of(self, index: int) -> FloatArray | None:
        """Return the foreign ink of one image, float32, (28, 28); None without any."""
        foreign = None if self.foreign is None else self.foreign[index]
        return foreign if foreign is not None and foreign.any() else None

    def with_nats(self, indices: IntArray, other: LabelScores) -> LabelScores:
        """Return the scores with the nats of some images replaced by other scores of them."""
        nats, kl = self.reconstruction_nats.copy(), self.kl_nats.copy()
        nats[indices], kl[indices] = other.reconstruction_nats, other.kl_nats
        return replace(self, reconstruction_nats=nats, kl_nats=kl)


@dataclass(frozen=True)
class Verdict:
    """Verdict on a picture: a digit, unsure between labels, or rejected.

    Attributes:
        kind: ``"digit"``, ``"unsure"`` or ``"not a digit"``.
        labels: indices of the labels it may have, the best first; one for ``"digit"``, two or
            three for ``"unsure"``, none for ``"not a digit"``.
        probability: of the best label among the labels, in [0, 1], calibrated; of a picture that
            is no digit too: it is the answer that would have been given.
        digit_log_odds: log odds, in natural units, that it is a digit at all; None where the model
            cannot tell.
    """

    kind: str
    labels: tuple[int, ...]
    probability: float
    digit_log_odds: float | None = None

    @property
    def digit_probability(self) -> float | None:
        """Probability that the picture is a digit, from the digit score, in [0, 1]."""
        odds = self.digit_log_odds
        # exp() of more than 709 overflows.
        return None if odds is None else 1 / (1 + math.exp(-min(max(odds, -700.0), 700.0)))

    @property
    def is_digit(self) -> bool:
        """True unless the picture was rejected."""
        return self.kind != NO_DIGIT


@dataclass(frozen=True, eq=False)
class Recognition:
    """Reading of one image by evidence.

    Attributes:
        label: index of the label with the largest evidence; None for a model without labels.
        probabilities: float32, (K,), soft-max of the evidence, calibrated if the model is.
        evidence_nats: float32, (K,), the ELBO under each label.
        reconstruction_nats: float32, (K,).
        kl_nats: float32, (K,).
        reconstructions: float32, (K, 28, 28).
        latent_means: float32, (K, L).
        verdict: what to say of it; None for a model without labels.
        views: how many augmented views of the picture were scored, itself included; more than
            one for a close call, whose nats are means over them.
        foreign: float32, (28, 28), in [0, 1], the probability that a pixel belongs to something
            else than the digit; None where nothing foreign was found.
        thought: how far it was thought about; None for a reading in one pass.
    """

    label: int | None
    probabilities: FloatArray
    evidence_nats: FloatArray
    reconstruction_nats: FloatArray
    kl_nats: FloatArray
    reconstructions: FloatArray
    latent_means: FloatArray
    verdict: Verdict | None = None
    views: int = 1
    foreign: FloatArray | None = None
    thought: Thought | None = None

    @property
    def probability(self) -> float:
        """Probability of the winning label; 1.0 without labels."""
        return float(self.probabilities.max())

    @property
    def shares(self) -> FloatArray:
        """Probability of each label as it is shown beside the verdict; float32, (K,).

        A digit of a number has its label only if the number was cut rightly around it. All labels
        are less probable by this doubt, which the verdict's probability contains, so that the
        sum may be below 1.
        """
        verdict = self.verdict
        if verdict is None or not verdict.labels:
            return self.probabilities
        alone = self.probabilities[verdict.labels[0]]
        if not verdict.probability < alone:
            return self.probabilities
        return self.probabilities * np.float32(verdict.probability / alone)


@dataclass(frozen=True, eq=False)
class PreparedDigit:
    """Picture prepared for the model, with its box and transform.

    Attributes:
        image: float32, (28, 28), in [0, 1], white ink on black; zeros if nothing was found.
        found: False if the picture holds no ink.
        box: around the ink, in the source's pixels; ``NO_BOX`` if nothing was found.
        scale: how many pixels of ``image`` one source pixel became.
        offset: (x, y) in ``image`` where the box's top left corner landed.
        inverted: True if the source had dark ink on light ground.
        preparation: which hypothesis about the picture it comes by, a key of
            ``preparations.PREPARATIONS``.
    """

    image: FloatArray
    found: bool
    box: Box
    scale: float
    offset: tuple[float, float]
    inverted: bool
    preparation: str = "ink"


@dataclass(frozen=True, eq=False)
class Candidate:
    """Hypothesis about a picture's preparation, and its probability.

    Attributes:
        prepared: the digit under it.
        share: its posterior probability among the candidates, in [0, 1].
        nats: its score, with its log prior; comparable between the candidates of one picture.
        recognition: how it is read under it; None without a model's look.
    """

    prepared: PreparedDigit
    share: float
    nats: float
    recognition: Recognition | None = None

    @property
    def name(self) -> str:
        """Name of the hypothesis, a key of ``preparations.PREPARATIONS``."""
        return self.prepared.preparation


@dataclass(frozen=True)
class NoiseSetting:
    """Noise to add to a 28×28 image.

    Attributes:
        kind: one of ``pictures.noise.KINDS``.
        level: in [0, 1]; 0 leaves the image as it is.
        seed: the same seed gives the same noise.
    """

    kind: str = "gaussian"
    level: float = 0.0
    seed: int = 0


class Style(NamedTuple):
    """Style of a handwriting as a latent vector.

    Attributes:
        latent: float32, (L,), usually a drawing's posterior mean under its own label.
        label: that label's index; 0 for a model without labels.
    """

    latent: FloatArray
    label: int


@dataclass(frozen=True, eq=False)
class Answer:
    """Everything that the window shows for one picture.

    Attributes:
        prepared: the picture as 28×28, with box and transform.
        noisy: float32, (28, 28), what the model read.
        recognition: the reading; None if the picture is empty.
        label: the label that conditions ``reconstruction`` (chosen or recognised); None if none.
        reconstruction: float32, (28, 28), or None if the picture is empty.
        elapsed_ms: the model's own time for this answer.
        style: in which it is written, under the label that was read, whichever was chosen: under
            another one the picture would be taken for that label's digit. None if it is empty.
        explanations: float32, (K, 28, 28), what each label makes of it; None if it is empty.
        candidates: the hypotheses about its preparation, the most probable first; empty where
            nothing was in doubt.
    """

    prepared: PreparedDigit
    noisy: FloatArray
    recognition: Recognition | None
    label: int | None
    reconstruction: FloatArray | None
    elapsed_ms: float
    style: Style | None = None
    explanations: FloatArray | None = None
    candidates: tuple[Candidate, ...] = ()


@dataclass(frozen=True, eq=False)
class Samples:
    """Digits generated by a model.

    Attributes:
        images: float32, (N, 28, 28).
        labels: int64, (N,), or None for a model without labels.
        latents: float32, (N, L).
        redrawn: number of digits that were redrawn.
    """

    images: FloatArray
    labels: IntArray | None
    latents: FloatArray
    redrawn: int = 0

    def only(self, chosen: Sequence[int] | npt.NDArray[np.bool_]) -> Samples:
        """Return some of the samples, by index or mask."""
        labels = None if self.labels is None else self.labels[chosen]
        return Samples(self.images[chosen], labels, self.latents[chosen])

    @property
    def pixels(self) -> npt.NDArray[np.uint8]:
        """The images as uint8, (N, 28, 28)."""
        return np.rint(255 * self.images).astype(np.uint8)


@dataclass(frozen=True, eq=False)
class WrittenNumber:
    """Number generated by a model in one style.

    Attributes:
        text: names of labels, one character each, and spaces.
        samples: a digit for each character that is no space, in order.
    """

    text: str
    samples: Samples


@dataclass(frozen=True, eq=False)
class Scorecard:
    """A model's held-out results; see ``desktop-cvae evaluate``.

    Attributes:
        n: number of images.
        accuracy: by evidence in one pass, in [0, 1]; None for a model without labels.
        neg_elbo_nats: −ELBO with one posterior sample an image, true label, grey BCE.
        reconstruction_nats: its reconstruction part.
        kl_nats: its KL part.
        neg_elbo_at_mean_nats: the same decoded from the posterior's mean.
        expected_calibration_error: 15 equal bins (Guo et al. 2017), of the probabilities that
            are shown; None without labels.
        rejected_fraction: share answered “not a digit”.
        confusion: int64, (K, K), true label by row; None without labels.
        images_per_second: of the scoring alone.
        uncalibrated_error: the calibration error at temperature 1; None without labels or
            without a calibration.
    """

    n: int
    accuracy: float | None
    neg_elbo_nats: float
    reconstruction_nats: float
    kl_nats: float
    neg_elbo_at_mean_nats: float
    expected_calibration_error: float | None
    rejected_fraction: float
    confusion: IntArray | None
    images_per_second: float
    uncalibrated_error: float | None = None

    def metrics(self) -> dict[str, float]:
        """Return the metrics that a model file keeps."""
        names = ("neg_elbo_nats", "reconstruction_nats", "kl_nats", "neg_elbo_at_mean_nats")
        kept = {name: float(getattr(self, name)) for name in names}
        kept["test_images"] = float(self.n)
        if self.accuracy is not None:
            kept["accuracy"] = float(self.accuracy)
        return kept


@dataclass(frozen=True)
class LossTerms:
    """Mean loss of one image, in nats on the grey-pixel BCE scale.

    Attributes:
        total: reconstruction + β·KL, what is minimised.
        reconstruction: −log p(x | z, y) summed over the pixels.
        kl: KL(q ‖ p).
    """

    total: float
    reconstruction: float
    kl: float


@dataclass(frozen=True)
class EpochRecord:
    """One epoch of a model's history.

    Attributes:
        epoch: counted from 1.
        train: means over the epoch's batches, as trained (with dropout).
        validation: means over the held-out part.
        seconds: the epoch's wall time.
        model: name of the model from which the training went on after this epoch or a later one;
            "" for an epoch of the training itself.
    """

    epoch: Annotated[int, Field(low=1, high=MAX_EPOCH)]
    train: LossTerms
    validation: LossTerms
    seconds: Annotated[float, Field(low=0, high=MAX_SECONDS)]
    model: Annotated[str, Field(max_length=MAX_NAME)] = ""

    def __post_init__(self) -> None:
        check_fields(self)

    @classmethod
    def from_json(cls, data: Any) -> EpochRecord:
        """Read a record of a history, a checkpoint or an event; ignore unknown entries.

        Raises:
            InvalidData: an entry is missing, of the wrong type, not finite or out of range.
        """
        names = types_of(cls)
        if isinstance(data, dict):
            data = {name: value for name, value in data.items() if name in names}
        return from_json(cls, data, "history")
