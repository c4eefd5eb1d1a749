"""What is said of one picture: it is a digit, it may be either of two, it is none."""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np

from desktop_cvae.core.calibration import DEFAULT_REFUSAL, Calibration
from desktop_cvae.core.results import FloatArray, Recognition
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
    """Decide what to say; nothing is asked of the model again (0.3 ms).

    Args:
        recognition: of a model with labels.
        image: float32, (28, 28), in [0, 1], what was read, noise included.
        calibration: the model's; None takes the evidence at its word, as ever.
        refuse: share of real digits that may be refused, in [0, 0.05]; 0 refuses nothing.
    """
    order = np.argsort(-recognition.evidence_nats, kind="stable")
    best = int(order[0])
    if calibration is None:
        return Verdict(DIGIT, (best,), recognition.probability)
    evidence = recognition.evidence_nats
    probability = float(calibrated(evidence[np.newaxis], calibration)[0, best])
    threshold = calibration.threshold(refuse)
    if np.isfinite(threshold) and calibration.label_count == len(evidence):
        found = profile([recognition], image[np.newaxis])
        if float(digit_scores(found, calibration)[0]) < threshold:
            return Verdict(NO_DIGIT, (), probability)
    near = [int(k) for k in order if evidence[best] - evidence[k] < calibration.unsure_margin]
    if len(near) > 1:
        return Verdict(UNSURE, tuple(near[:MOST_LABELS]), probability)
    return Verdict(DIGIT, (best,), probability)


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
