"""The recogniser of a model: the network that reads, with the calibration of its answers.

Tested in tests/inference/test_opened_model.py.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np

from desktop_cvae.core.calibration import DEFAULT_FALSE_REJECTION_RATE, Calibration
from desktop_cvae.core.results import FloatArray, IntArray, LabelScores, Recognition, Verdict
from desktop_cvae.core.specs import ModelSpec
from desktop_cvae.inference.engine import Engine
from desktop_cvae.inference.evidence import average_over_views, score_evidence
from desktop_cvae.inference.verdicts import calibrated, judge


@dataclass(frozen=True, eq=False)
class Recogniser:
    """Reads images of single digits.

    Attributes:
        engine: scores the images; call it on one thread.
        calibration: temperature and rejection thresholds; None if none was fitted.
    """

    engine: Engine
    calibration: Calibration | None = None

    @property
    def spec(self) -> ModelSpec:
        """The network's description."""
        return self.engine.spec

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
        false_rejection_rate: float = DEFAULT_FALSE_REJECTION_RATE,
        *,
        test_time_augmentation: bool = True,
    ) -> list[Recognition]:
        """Read images of one digit each.

        Args:
            images: float32, (B, 28, 28), in [0, 1], white ink on black.
            false_rejection_rate: fraction of real digits rejected, in [0, 0.05]; 0 rejects none.
            test_time_augmentation: False reads close calls in one pass too, as a scorecard counts.
        """
        if not len(images):
            return []
        scores = score_evidence(self.engine, images)
        views = np.ones(len(images), np.int64)
        if test_time_augmentation:
            scores, views = average_over_views(self.engine, images, scores)
        return self.recognise(scores, images, views, false_rejection_rate)

    def recognise(
        self,
        scores: LabelScores,
        images: FloatArray,
        views: IntArray,
        false_rejection_rate: float,
        chosen: IntArray | None = None,
        *,
        are_neighbours: bool = False,
        odds: FloatArray | None = None,
    ) -> list[Recognition]:
        """Add probabilities and verdicts to scores, as for the pieces of a line.

        Args:
            scores: of the images, close calls averaged.
            images: float32, (B, 28, 28), in [0, 1].
            views: int64, (B,), number of views that each score is the mean of.
            false_rejection_rate: fraction of real digits rejected, in [0, 0.05].
            chosen: int64, (B,), labels that a field's rule asks for; None for the likeliest.
            are_neighbours: the images are the pieces of one line, from left to right.
            odds: (B,), log odds that they are digits, if known; None finds them from ``scores``.
        """
        evidence = scores.evidence_nats
        probabilities = calibrated(evidence, self.calibration)
        verdicts: Sequence[Verdict | None] = [None] * len(images)
        if self.has_labels:
            verdicts = judge(
                scores,
                images,
                self.calibration,
                false_rejection_rate,
                chosen,
                are_neighbours=are_neighbours,
                odds=odds,
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
