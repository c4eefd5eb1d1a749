"""The measures of samples against values that are known, and a judge that is a ruler."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, replace

import numpy as np
import pytest
from fakes import FakeEngine, draw_digit, fake_model

from desktop_cvae.core.errors import DatasetProblem
from desktop_cvae.core.priors import Prior
from desktop_cvae.core.results import FloatArray, IntArray, Posterior
from desktop_cvae.core.specs import ModelSpec
from desktop_cvae.core.tasks import Progress, Task, result_of
from desktop_cvae.datasets.dataset import DigitDataset
from desktop_cvae.evaluation import sample_quality
from desktop_cvae.evaluation.sample_quality import (
    frechet_distance,
    importance_nll,
    judge_images,
    judge_samples,
    nearest,
    precision_and_recall,
)


def whitened(values: FloatArray) -> FloatArray:
    """The same numbers with mean 0 and the covariance I, exactly."""
    centred = values - values.mean(axis=0)
    root = np.linalg.cholesky(np.linalg.inv(np.cov(centred, rowvar=False)))
    return (centred @ root).astype(np.float64)


def test_the_frechet_distance_of_two_gaussians() -> None:
    base = whitened(np.random.default_rng(0).standard_normal((200, 2)))
    turn = np.array([[0.6, -0.8], [0.8, 0.6]])
    # Both covariances have the same axes: the distance is that of means and of deviations.
    first = base @ np.diag([2.0, 0.5]) @ turn
    second = base @ np.diag([5.0, 1.5]) @ turn + [3.0, 4.0]
    assert frechet_distance(first, second) == pytest.approx(5**2 + 3**2 + 1**2)
    assert frechet_distance(first, first) == pytest.approx(0, abs=1e-6)


def test_precision_and_recall_of_sets_that_are_known(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(sample_quality, "CHUNK", 7)
    here = np.random.default_rng(1).standard_normal((30, 4)).astype(np.float32)
    assert result_of(precision_and_recall(here, here.copy())) == (1.0, 1.0)
    assert result_of(precision_and_recall(here, here + 100)) == (0.0, 0.0)
    # Two clouds, of which one is written: every sample is real, half of what is real is missed.
    both = np.concatenate([here, here + 100])
    assert result_of(precision_and_recall(both, here)) == (1.0, 0.5)
    assert result_of(precision_and_recall(here, both)) == (0.5, 1.0)


def test_a_place_lies_among_others_up_to_the_third_neighbour() -> None:
    line = np.array([[0.0], [1.0], [2.0], [3.0]], np.float32)
    inside = np.array([[5.9], [6.1], [50.0], [60.0]], np.float32)
    # The third neighbour of 3 is 0: as far as 6 a place lies among them. That of 5.9 is 60.
    assert result_of(precision_and_recall(line, inside)) == (0.25, 1.0)


def test_a_copy_is_found_and_lies_at_no_distance(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(sample_quality, "CHUNK", 3)
    training = np.random.default_rng(2).random((20, 28, 28), np.float32)
    images = training[[13, 4, 0, 19]].copy()
    images[1, 5, 5] += 0.25
    places, gaps = result_of(nearest(images, training))
    assert places.tolist() == [13, 4, 0, 19]
    assert gaps.tolist() == pytest.approx([0, 0.25, 0, 0])


@dataclass
class LineEngine:
    """One latent number z: every pixel is on with the probability σ(slope · z − 2).

    Its posterior is a rough one on purpose: importance sampling has to mend it.
    """

    spec: ModelSpec
    prior: Prior
    slopes: FloatArray
    name: str = "line"

    def encode(self, images: FloatArray, labels: IntArray | None) -> Posterior:
        """The same for every picture."""
        size = (len(images), 1)
        return Posterior(np.full(size, 0.4, np.float32), np.full(size, 0.5, np.float32))

    def decode(self, latents: FloatArray, labels: IntArray | None) -> FloatArray:
        """Latents (B, 1) → (B, 28, 28)."""
        logits = latents[:, :, np.newaxis] * self.slopes - 2
        return (1 / (1 + np.exp(-logits))).astype(np.float32)


@pytest.fixture
def line(tiny_spec: ModelSpec) -> LineEngine:
    """A prior of two Gaussians for label 1, N(0, 1) for the others."""
    weights = np.tile(np.float32([0.5, 0.5]), (10, 1))
    means, factors = np.zeros((10, 2, 1), np.float32), np.ones((10, 2, 1, 1), np.float32)
    weights[1], means[1, :, 0], factors[1, :, 0, 0] = [0.3, 0.7], [-1.0, 1.2], [0.5, 0.8]
    slopes = np.random.default_rng(3).normal(0, 0.05, (28, 28)).astype(np.float32)
    return LineEngine(replace(tiny_spec, latent_dim=1), Prior(weights, means, factors), slopes)


def integrated_nll(engine: LineEngine, drawn: FloatArray, label: int) -> float:
    """−log ∫ p(x | z) p(z | y) dz on a fine grid."""
    grid = np.linspace(-9, 9, 3001).astype(np.float32)[:, np.newaxis]
    on = engine.decode(grid, None).astype(np.float64)
    nats = np.log(np.where(drawn > 0, on, 1 - on)).sum(axis=(1, 2))
    nats += engine.prior.log_density(grid, np.full(len(grid), label))
    return -float(np.log(np.exp(nats - nats.max()).sum() * 18 / 3000) + nats.max())


@pytest.mark.parametrize("label", [0, 1])
def test_importance_sampling_finds_the_integral(line: LineEngine, label: int) -> None:
    images = (np.random.default_rng(4).random((6, 28, 28)) < 0.12).astype(np.float32)
    found = result_of(importance_nll(line, images, np.full(6, label), seed=5))
    expected = np.mean([integrated_nll(line, image, label) for image in images])
    assert list(found) == [50, 500]
    assert found[500] == pytest.approx(expected, abs=0.03)
    assert found[50] == pytest.approx(expected, abs=0.1)


def test_fewer_samples_say_more_nats(line: LineEngine) -> None:
    # Of a posterior that misses the digit's code by far.
    images = np.ones((4, 28, 28), np.float32)
    line.slopes = np.full((28, 28), 0.2, np.float32)
    found = result_of(importance_nll(line, images, np.zeros(4, np.int64), seed=6))
    assert found[50] > found[500] + 0.5


def test_digits_are_binarised_by_their_grey_and_the_seed(line: LineEngine) -> None:
    seen: list[FloatArray] = []
    encode = line.encode
    line.encode = lambda images, labels: seen.append(images[0]) or encode(images, labels)
    images, labels = np.full((1, 28, 28), 0.3, np.float32), np.zeros(1, np.int64)
    for seed in (7, 7, 8):
        result_of(importance_nll(line, images, labels, seed))
    assert set(np.unique(seen[0])) == {0.0, 1.0}
    assert seen[0].mean() == pytest.approx(0.3, abs=0.06)
    assert (seen[0] == seen[1]).all()
    assert (seen[0] != seen[2]).any()


class Ruler:
    """Reads by the nearest drawn digit; its features are four sums of the picture's rows."""

    def __init__(self, known: IntArray | None = None) -> None:
        self._known = np.arange(10) if known is None else known

    def look(self, images: FloatArray) -> tuple[FloatArray, IntArray]:
        """Features (N, 4), labels (N,)."""
        drawn = np.stack([draw_digit(int(label)) for label in self._known])
        gaps = ((images[:, np.newaxis] - drawn) ** 2).sum(axis=(2, 3))
        features = images.reshape(len(images), 4, -1).sum(axis=2)
        return features, self._known[gaps.argmin(axis=1)]

    def learned_from(self, images: FloatArray, labels: IntArray) -> Task[Ruler]:
        """One that knows only the labels that it has seen."""
        yield Progress(1, 1)
        return Ruler(np.unique(labels))


Digits = Callable[[int, int], DigitDataset]


@pytest.fixture(scope="module")
def digits() -> Digits:
    """Drawn digits, all labels in turn, each in a hand of its own."""

    def make(count: int, seed: int) -> DigitDataset:
        hands = np.random.default_rng(seed).normal(0, (0.15, 0.1), (count, 2))
        drawn = [draw_digit(at % 10, *hand) for at, hand in enumerate(hands)]
        return DigitDataset(np.rint(255 * np.stack(drawn)).astype(np.uint8), np.arange(count) % 10)

    return make


@pytest.fixture(autouse=True)
def little(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(sample_quality, "NLL_DIGITS", 3)


def test_samples_are_judged_by_every_measure(digits: Digits) -> None:
    test, training = digits(60, 1), digits(120, 2)
    task = judge_samples(fake_model(), Ruler(), test, training, count=80, seed=3)
    whats: list[str] = []
    try:
        while True:
            step = next(task)
            whats += [step.what] if step.what not in whats else []
            assert 0 <= step.done <= step.total
    except StopIteration as ended:
        quality = ended.value
    assert whats == [
        "samples",
        "precision and recall",
        "a classifier learns from the samples",
        "nearest training digits",
        "likelihood",
    ]
    assert quality.n == 80
    # The fake draws as the digits of this test are drawn.
    assert quality.label_fidelity > 0.9
    assert quality.classifier_accuracy > 0.9
    assert min(quality.precision, quality.recall) > 0.5
    assert quality.nearest_training == pytest.approx(quality.nearest_training_of_test, rel=0.5)
    assert set(quality.nll_nats) == {50, 500}


def test_labels_are_matched_by_name(digits: Digits) -> None:
    names = tuple("9876543210")
    parts = [
        replace(part, labels=9 - part.labels, label_names=names)
        for part in (digits(60, 1), digits(120, 2))
    ]

    class Turned(Ruler):
        def look(self, images: FloatArray) -> tuple[FloatArray, IntArray]:
            features, labels = super().look(images)
            return features, 9 - labels

    quality = result_of(judge_samples(fake_model(), Turned(), *parts, count=40, seed=3))
    assert quality.label_fidelity > 0.9


def test_copies_and_a_label_that_is_left_out_show(digits: Digits) -> None:
    test, training = digits(60, 1), digits(120, 2)
    own = np.flatnonzero(training.labels != 4)
    images, labels = training.floats()[own], training.labels[own]
    quality = result_of(judge_images(Ruler(), images, labels, test, training))
    assert quality.nearest_training == 0
    assert quality.nearest_training_of_test > 0.5
    assert quality.nearer_than_test == 1
    assert quality.classifier_accuracy == pytest.approx(0.9, abs=0.05)
    assert quality.nll_nats == {}
    wrong = result_of(judge_images(Ruler(), images, (labels + 1) % 10, test, training))
    assert wrong.label_fidelity == pytest.approx(1 - quality.label_fidelity, abs=0.1)


def test_a_model_without_labels_is_judged_without_them(
    digits: Digits, tiny_spec: ModelSpec
) -> None:
    engine = FakeEngine(tiny_spec.without_labels())
    task = judge_samples(
        fake_model(engine), Ruler(), digits(60, 1), digits(120, 2), count=20, seed=0
    )
    quality = result_of(task)
    assert quality.label_fidelity is quality.classifier_accuracy is None
    assert quality.recall < 0.9
    assert quality.nll_nats[500] > 0


def test_a_label_that_the_data_set_lacks_is_refused(digits: Digits, tiny_spec: ModelSpec) -> None:
    few = replace(tiny_spec, label_names=(*"0123456789", "A"))
    task = judge_samples(
        fake_model(FakeEngine(few)), Ruler(), digits(60, 1), digits(60, 2), count=11, seed=0
    )
    with pytest.raises(DatasetProblem, match="lacks the label “A”, which the model generates"):
        result_of(task)
