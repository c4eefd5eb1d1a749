"""What is said of one picture: it is a digit, it may be either of two, it is none."""

from __future__ import annotations

import dataclasses
import math
from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np
import numpy.typing as npt

from desktop_cvae.core.calibration import DEFAULT_REFUSAL, Calibration
from desktop_cvae.core.results import FloatArray, LabelScores, Recognition
from desktop_cvae.inference.digit_score import digit_scores, profile
from desktop_cvae.inference.recognition import softmax

DIGIT, UNSURE, NO_DIGIT = "digit", "unsure", "not a digit"
MOST_LABELS = 3
"""So many labels are named of an unsure answer."""


@dataclass(frozen=True)
class Verdict:
    """The verdict on one picture.

    Attributes:
        kind: ``"digit"``, ``"unsure"`` or ``"not a digit"``.
        labels: indices of the labels it may have, the best first; one for ``"digit"``, two or
            three for ``"unsure"``, none for ``"not a digit"``.
        probability: of the best label among the labels, in [0, 1], calibrated; of a picture that
            is no digit too: it is the answer that would have been given.
    """

    kind: str
    labels: tuple[int, ...]
    probability: float

    @property
    def is_digit(self) -> bool:
        """True unless it was refused."""
        return self.kind != NO_DIGIT


def judge(
    recognition: Recognition,
    image: FloatArray,
    calibration: Calibration | None,
    refuse: float = DEFAULT_REFUSAL,
) -> Verdict:
    """Decide what to say; the model is not asked again.

    Args:
        recognition: of a model with labels.
        image: float32, (28, 28), in [0, 1], what was read, noise included.
        calibration: the model's; None takes the evidence at its word, as ever.
        refuse: share of real digits that may be refused, in [0, 0.05]; 0 refuses nothing.
    """
    evidence = recognition.evidence_nats
    order = np.argsort(-evidence, kind="stable")
    best = int(order[0])
    if calibration is None:
        return Verdict(DIGIT, (best,), recognition.probability)
    probability = float(calibrated(evidence[np.newaxis], calibration)[0, best])
    if are_refused(scores_of([recognition]), image[np.newaxis], calibration, refuse)[0]:
        return Verdict(NO_DIGIT, (), probability)
    near = [int(k) for k in order if evidence[best] - evidence[k] < calibration.unsure_margin]
    if len(near) > 1:
        return Verdict(UNSURE, tuple(near[:MOST_LABELS]), probability)
    return Verdict(DIGIT, (best,), probability)


def believed(recognition: Recognition, calibration: Calibration | None) -> Recognition:
    """The same reading with calibrated probabilities; it stays as it is without a calibration."""
    if calibration is None or recognition.label is None:
        return recognition
    probabilities = calibrated(recognition.evidence_nats[np.newaxis], calibration)[0]
    return dataclasses.replace(recognition, probabilities=probabilities)


def calibrated(evidence_nats: FloatArray, calibration: Calibration | None) -> FloatArray:
    """p(y | x) by the soft-max at the fitted temperature (Guo et al. 2017, section 4.2).

    Args:
        evidence_nats: float32, (B, K).
        calibration: None for temperature 1.

    Returns:
        float32, (B, K), rows sum to 1.
    """
    temperature = 1.0 if calibration is None else calibration.temperature
    return softmax((evidence_nats / np.float32(temperature)).astype(np.float32))


def are_refused(
    scores: LabelScores, images: FloatArray, calibration: Calibration | None, refuse: float
) -> npt.NDArray[np.bool_]:
    """Which pictures are no digits, bool, (B,).

    Args:
        scores: of those images, as they are read.
        images: float32, (B, 28, 28), in [0, 1]; blank ones are refused in any case.
        calibration: None refuses blank pictures only.
        refuse: share of real digits that may be refused, in [0, 0.05].
    """
    blank: npt.NDArray[np.bool_] = images.max(axis=(1, 2)) == 0
    threshold = -math.inf if calibration is None else calibration.threshold(refuse)
    if calibration is None or threshold == -math.inf:
        return blank
    return blank | (digit_scores(profile(scores, images), calibration) < threshold)


def scores_of(readings: Sequence[Recognition]) -> LabelScores:
    """Readings of single pictures as the scores of a batch of them."""
    fields = ("reconstructions", "reconstruction_nats", "kl_nats", "latent_means")
    return LabelScores(*(np.stack([getattr(one, name) for one in readings]) for name in fields))
