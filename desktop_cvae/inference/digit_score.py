"""One number that tells digits from everything else, from what one scoring call returns.

The raw evidence cannot: it falls with the amount of ink and of noise (a noisy 8 has less than
a clean T), and a good autoencoder rebuilds a T nearly as well as a 7. Measured on the model that
shipped first, digits against letters (AUC): evidence 0.94, evidence a unit of ink 0.90, its excess
over the entropy of the grey levels (the least that any reconstruction can cost, as ELBO − H(x))
0.96, squared residual after blurring 0.98; against clothes 0.89, 0.65, 0.84 and 0.82.
What separates is what the picture costs under each label beside what digits read as that label
cost under each (a 7 is dear to the label 0, a T is so in another way), together with where the
residual lies. So the out-of-distribution features f of a picture are

* log(−log p(x | z, y) − H(x)) and log KL for every label y;
* of the winning label's residual r = x − x̂: log energy of r blurred once and twice and of what
  blurring takes away (this measures noise), the largest unexplained and missing ink;
* log ink of picture and reconstruction, entropy of the grey levels by ink;
* the winning label's latent mean z̄: how far, and where, from that label's own codes;
* the log odds of the shape alone (``inference.shape_network``): a heart and an h are rebuilt as
  well as digits are.

They are centred by the winning label's mean and scaled over validation digits, s = (f − μ_y)/σ,
clipped to ±6, and the score, log odds of “digit”, is a small network's (``DigitNetwork``) over
s and the label, fitted on validation digits against synthetic outliers
(``pictures.synthetic_outliers``). Digits and outliers come by other pens and under noise of all
levels too, digits also bent and drawn from strokes: neither noise nor another hand is then a
reason to refuse.

The discriminant of the digit score: one hidden layer over the features, in plain NumPy.

It decides no label. A quadratic discriminant of the same features was tried first: it told
letters in handwriting fonts from digits with AUC 0.980, this does with 0.991.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

import numpy as np
import numpy.typing as npt

from desktop_cvae.core.calibration import Calibration
from desktop_cvae.core.results import FloatArray, IntArray, LabelScores
from desktop_cvae.inference.shape_network import shape_odds

Numbers = npt.NDArray[np.float64]
UNITS, NETWORKS = 32, 2
"""Hidden units of each of the networks whose mean is taken: it varies less than one network."""
EPOCHS, BATCH = 30, 256
STEP_SIZE, DECAY = 3e-3, 0.1
"""Of Adam with decoupled weight decay (Loshchilov and Hutter 2019, arXiv:1711.05101)."""
_FIRST_MOMENT, _SECOND_MOMENT, _TINY = 0.9, 0.999, 1e-8


@dataclass(frozen=True, eq=False)
class DigitNetwork:
    """Log odds = tanh(inputs · hidden) · outputs, a 1 behind both.

    Attributes:
        hidden: float64, (P + 1, U).
        outputs: float64, (U + 1,).
    """

    hidden: Numbers
    outputs: Numbers

    def scores(self, inputs: Numbers) -> Numbers:
        """Log odds of “digit”, (N,), of inputs (N, P)."""
        units = np.tanh(inputs @ self.hidden[:-1] + self.hidden[-1])
        found: Numbers = units @ self.outputs[:-1] + self.outputs[-1]
        return found


def fit_digit_network(
    inputs: Numbers, is_digit: npt.NDArray[np.bool_], seed: int = 0
) -> DigitNetwork:
    """Fit networks by cross-entropy and put them side by side, each with its share.

    Args:
        inputs: float64, (N, P).
        is_digit: bool, (N,).
        seed: of first weights and of the order.
    """
    seen, wanted = inputs.astype(np.float32), is_digit.astype(np.float32)
    fitted = [_fit(seen, wanted, np.random.default_rng([seed, 38, k])) for k in range(NETWORKS)]
    first, last, bias = (np.concatenate(part, axis=-1) for part in zip(*fitted, strict=True))
    outputs = np.concatenate([last / NETWORKS, [bias.mean()]])
    return DigitNetwork(first.astype(np.float64), outputs.astype(np.float64))


def _fit(inputs: FloatArray, wanted: FloatArray, rng: np.random.Generator) -> list[FloatArray]:
    """Hidden weights with their bias, output weights, output bias."""
    inputs = np.concatenate([inputs, np.ones((len(inputs), 1), np.float32)], axis=1)
    weights = _first_weights(inputs.shape[1], rng)
    moments = [[np.zeros_like(w), np.zeros_like(w)] for w in weights]
    steps = EPOCHS * max(1, len(inputs) // BATCH)
    places = _places(len(inputs), steps, rng)
    for number in range(1, steps + 1):
        chosen = next(places)
        slopes = _slopes(weights, inputs[chosen], wanted[chosen])
        size = STEP_SIZE * (1 + np.cos(np.pi * number / steps)) / 2
        for weight, slope, moment in zip(weights, slopes, moments, strict=True):
            _step(weight, slope, moment, number, size)
    return weights


def _first_weights(inputs: int, rng: np.random.Generator) -> list[FloatArray]:
    hidden = rng.standard_normal((inputs, UNITS), np.float32) / np.float32(np.sqrt(inputs))
    hidden[-1] = 0
    outputs = rng.standard_normal(UNITS, np.float32) / np.float32(np.sqrt(UNITS))
    return [hidden, outputs, np.zeros(1, np.float32)]


def _places(count: int, steps: int, rng: np.random.Generator) -> Iterator[npt.NDArray[np.int64]]:
    """So many batches, every picture once an epoch."""
    order, at = rng.permutation(count), 0
    for _ in range(steps):
        if at + BATCH > count:
            order, at = rng.permutation(count), 0
        yield order[at : at + BATCH]
        at += BATCH


def _slopes(weights: list[FloatArray], inputs: FloatArray, wanted: FloatArray) -> list[FloatArray]:
    """Of the mean cross-entropy by every weight."""
    hidden, outputs, bias = weights
    units = np.tanh(inputs @ hidden)
    odds = np.clip(units @ outputs + bias, -30, 30)
    off = (1 / (1 + np.exp(-odds)) - wanted) / np.float32(len(wanted))
    back = off[:, np.newaxis] * outputs * (1 - units**2)
    return [inputs.T @ back, units.T @ off, off.sum(keepdims=True)]


def _step(
    weight: FloatArray, slope: FloatArray, moment: list[FloatArray], number: int, size: float
) -> None:
    """One step of Adam, in place."""
    first, second = moment
    first += (1 - _FIRST_MOMENT) * (slope - first)
    second += (1 - _SECOND_MOMENT) * (slope**2 - second)
    mean = first / (1 - _FIRST_MOMENT**number)
    spread = np.sqrt(second / (1 - _SECOND_MOMENT**number)) + _TINY
    decay = DECAY if weight.ndim == 2 or len(weight) > 1 else 0.0
    weight -= np.float32(size) * (mean / spread + np.float32(decay) * weight)


CLIP = 6.0
LABEL = 2.0
"""A label counts as much as two deviations of a feature."""
LEAST_EXCESS_NATS = 0.01
_KERNEL = (0.25, 0.5, 0.25)


@dataclass(frozen=True, eq=False)
class OutlierFeatures:
    """Out-of-distribution features of N pictures.

    Attributes:
        features: float64, (N, 2K + 10 + L), or one more with the odds of the shape.
        labels: int64, (N,), the winning labels.
    """

    features: Numbers
    labels: IntArray


def outlier_features(
    scores: LabelScores, images: FloatArray, *, with_shapes: bool = True
) -> OutlierFeatures:
    """What the digit score is computed from.

    Args:
        scores: of those images, as they are read (``recognition.score_through_noise``).
        images: float32, (N, 28, 28), in [0, 1], what was read.
        with_shapes: False leaves the shape out, for a calibration fitted without.
    """
    labels = scores.evidence_nats.argmax(axis=1).astype(np.int64)
    rebuilt = scores.reconstructions[np.arange(len(labels)), labels]
    entropy = entropy_nats(images)
    excess = scores.reconstruction_nats.astype(np.float64) - entropy[:, np.newaxis]
    parts = [
        np.log(np.maximum(excess, LEAST_EXCESS_NATS)),
        np.log(np.maximum(scores.kl_nats.astype(np.float64), 0) + 0.1),
        _residual_features(images, rebuilt, entropy),
        scores.latent_means[np.arange(len(labels)), labels].astype(np.float64),
    ]
    if with_shapes:
        parts.append(shape_odds(images).astype(np.float64)[:, np.newaxis])
    return OutlierFeatures(np.concatenate(parts, axis=1), labels)


def digit_scores(found: OutlierFeatures, calibration: Calibration) -> Numbers:
    """Log odds that the pictures are digits, (N,), natural units."""
    means, scales = _centre(calibration)
    outputs = np.array(calibration.outputs)
    hidden = np.array(calibration.hidden).reshape(-1, len(outputs) - 1)
    return DigitNetwork(hidden, outputs).scores(network_inputs(found, means, scales))


def network_inputs(found: OutlierFeatures, means: Numbers, scales: Numbers) -> Numbers:
    """What the network is given: the winning label, one-hot, and the scaled features.

    Args:
        found: features of N pictures.
        means: float64, (K, F).
        scales: float64, (F,).

    Returns:
        float64, (N, K + F).
    """
    return np.concatenate(
        [LABEL * np.eye(len(means))[found.labels], _scaled(found, means, scales)], axis=1
    )


def _scaled(found: OutlierFeatures, means: Numbers, scales: Numbers) -> Numbers:
    features = found.features[:, : len(scales)]
    return np.asarray(np.clip((features - means[found.labels]) / scales, -CLIP, CLIP))


def _centre(calibration: Calibration) -> tuple[Numbers, Numbers]:
    scales = np.array(calibration.scales)
    return np.array(calibration.means).reshape(-1, len(scales)), scales


def _residual_features(images: FloatArray, rebuilt: FloatArray, entropy: Numbers) -> Numbers:
    """(N, 10): where and how much the winning reconstruction differs."""
    seen, meant = images.astype(np.float64), rebuilt.astype(np.float64)
    residual = seen - meant
    once = _blurred(residual)
    twice = _blurred(once)
    ink = seen.sum(axis=(1, 2))
    columns = (
        np.log((once**2).sum(axis=(1, 2)) + 0.05),
        np.log((twice**2).sum(axis=(1, 2)) + 0.03),
        np.log(((residual - once) ** 2).sum(axis=(1, 2)) + 0.05),
        np.log(ink + 1),
        np.log(meant.sum(axis=(1, 2)) + 1),
        entropy / (ink + 5),
        once.max(axis=(1, 2)),
        (-once).max(axis=(1, 2)),
        twice.max(axis=(1, 2)),
        (-twice).max(axis=(1, 2)),
    )
    return np.stack(columns, axis=1)


def entropy_nats(images: FloatArray) -> Numbers:
    """Σ H(x) of grey levels read as Bernoulli means, (N,): the least −log p(x | ·) there is.

    Args:
        images: float32, (N, 28, 28), in [0, 1].
    """
    grey = np.clip(images.astype(np.float64), 1e-7, 1 - 1e-7)
    nats: Numbers = -(grey * np.log(grey) + (1 - grey) * np.log1p(-grey)).sum(axis=(1, 2))
    return nats


def _blurred(images: Numbers) -> Numbers:
    """Blurred by the 3 × 3 binomial kernel; what lies outside is 0."""
    before, middle, after = _KERNEL
    padded = np.pad(images, ((0, 0), (1, 1), (1, 1)))
    rows = before * padded[:, :-2] + middle * padded[:, 1:-1] + after * padded[:, 2:]
    blurred: Numbers = before * rows[..., :-2] + middle * rows[..., 1:-1] + after * rows[..., 2:]
    return blurred
