"""Likelihood of held-out pictures, in nats, by importance samples.

The protocol of the generative models of MNIST: the greys are probabilities, every pixel is drawn
from them anew (dynamic binarisation, Burda et al. 2016, arXiv:1509.00519), and log p(x) is averaged
over pictures. Importance samples from around the posterior's mode give a lower bound in
expectation (``inference.posterior_search``). The labels are equally probable before a picture is
seen, p(x) = 1/K Σ_y p(x | y). It is the network that writes that is measured.
"""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np

from desktop_cvae.core.priors import log_sum_exp
from desktop_cvae.core.results import DoubleArray, FloatArray, IntArray
from desktop_cvae.core.tasks import Progress, Task
from desktop_cvae.inference.engine import Engine
from desktop_cvae.inference.posterior_search import search_posterior

STEPS = 12
SAMPLES = 1000


@dataclass(frozen=True, eq=False)
class Likelihood:
    """Likelihood of every picture.

    Attributes:
        samples: importance samples of each label of a picture.
        nats: float64, (N,), −log p(x).
        nats_of_label: float64, (N,), −log p(x | y) of the true label; the same without labels.
    """

    samples: int
    nats: DoubleArray
    nats_of_label: DoubleArray

    @property
    def mean(self) -> float:
        """Mean of −log p(x)."""
        return float(self.nats.mean())

    @property
    def standard_error(self) -> float:
        """Standard error of that mean; 0 of a single picture."""
        count = len(self.nats)
        return float(self.nats.std(ddof=1) / np.sqrt(count)) if count > 1 else 0.0


def measure_likelihood(
    engine: Engine, images: FloatArray, labels: IntArray, samples: int = SAMPLES, seed: int = 0
) -> Task[Likelihood]:
    """Measure the likelihood of pictures.

    Args:
        engine: the network.
        images: float32, (N, 28, 28), in [0, 1], greys.
        labels: int64, (N,), in the network's order; not used by one without labels.
        samples: importance samples, ≥ 1.
        seed: of the binarisation and of the samples.
    """
    generator = np.random.default_rng(seed)
    nats, of_label = [], []
    for index, (image, label) in enumerate(zip(images, labels.tolist(), strict=True)):
        binary = (generator.random(image.shape) < image).astype(np.float32)
        *_, state = search_posterior(engine, binary, STEPS, samples, seed)
        evidence = state.evidence_nats
        nats.append(np.log(len(evidence)) - log_sum_exp(evidence[np.newaxis])[0])
        of_label.append(-evidence[label if engine.spec.conditional else 0])
        yield Progress(index + 1, len(images))
    return Likelihood(samples, np.array(nats), np.array(of_label))
