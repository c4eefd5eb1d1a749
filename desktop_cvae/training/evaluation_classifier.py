"""A classifier that is independent of the models and judges their samples.

A small convolutional network, trained from a seed on training digits alone. Its weights
are cached on this machine by data, seed and version.
"""

from __future__ import annotations

from pathlib import Path
from typing import Any

import keras
import numpy as np
import tensorflow as tf

from desktop_cvae.core import paths
from desktop_cvae.core.atomic_files import read_with_digest, write_with_digest
from desktop_cvae.core.errors import ModelFileError
from desktop_cvae.core.results import FloatArray, IntArray
from desktop_cvae.core.tasks import Progress, Task
from desktop_cvae.datasets.dataset import DigitDataset
from desktop_cvae.library.tensor_file import check_finite, pack_tensors, unpack_tensors

CLASSIFIER_VERSION = 1
"""Version of the classifier; raise it when the same data and seed give another one."""
CHANNELS, FEATURES = (16, 32, 64), 64
STEPS, BATCH = 3000, 64
"""Nearly four times 50,000 digits, after which 99.2 % of MNIST's test digits are read."""
STEP_SIZE = 2e-3
SHIFT_PX = 1
"""Largest random shift of training pictures, in pixels."""
CHUNK = 500
_STEPS_PER_PROGRESS = 10
_MAX_BYTES = 20 * 2**20


class EvaluationClassifier:
    """The network; see :class:`desktop_cvae.evaluation.sample_quality.FeatureClassifier`.

    Args:
        label_count: number of labels.
        seed: seed of its first weights, and of its training.
    """

    def __init__(self, label_count: int, seed: int) -> None:
        self.label_count = label_count
        self._seed = seed
        seeds = iter(np.random.default_rng(seed).integers(2**31, size=len(CHANNELS) + 2).tolist())

        def first_weights() -> Any:
            return keras.initializers.HeNormal(seed=next(seeds))

        images = x = keras.Input((28, 28, 1))
        # Without batch normalisation, which is tied to the statistics of the training images: the
        # classifier would misread soft strokes, and one trained on soft samples real digits.
        for at, channels in enumerate(CHANNELS):
            x = keras.layers.Conv2D(
                channels,
                3,
                padding="same",
                activation="relu",
                kernel_initializer=first_weights(),
                name=f"conv_{at}",
            )(x)
            x = keras.layers.MaxPooling2D(2)(x)
        x = keras.layers.Flatten()(x)
        features = keras.layers.Dense(
            FEATURES, "relu", kernel_initializer=first_weights(), name="features"
        )(x)
        scores = keras.layers.Dense(label_count, kernel_initializer=first_weights(), name="scores")(
            features
        )
        self._network = keras.Model(images, scores)
        self._looks = tf.function(keras.Model(images, [features, scores]), reduce_retracing=True)

    def look(self, images: FloatArray) -> tuple[FloatArray, IntArray]:
        """Return features, (N, 64), and labels, (N,), of images (N, 28, 28)."""
        features, labels = [], []
        for start in range(0, len(images), CHUNK):
            batch = tf.constant(images[start : start + CHUNK, ..., np.newaxis])
            seen, scores = self._looks(batch, training=False)
            features.append(seen.numpy())
            labels.append(scores.numpy().argmax(axis=1))
        return np.concatenate(features), np.concatenate(labels)

    def learned_from(self, images: FloatArray, labels: IntArray) -> Task[EvaluationClassifier]:
        """Train a classifier of the same seed on these images only.

        Args:
            images: float32, (N, 28, 28), in [0, 1], N ≥ 1.
            labels: int64, (N,).

        Yields:
            pictures seen.
        """
        judge = EvaluationClassifier(self.label_count, self._seed)
        yield from judge._learn(images, labels)
        return judge

    def tensors(self) -> dict[str, FloatArray]:
        """Return all weights by name."""
        return {name: variable.numpy() for name, variable in self._variables().items()}

    def assign(self, tensors: dict[str, FloatArray]) -> None:
        """Assign weights by name, as :meth:`tensors` returned them."""
        for name, variable in self._variables().items():
            variable.assign(tensors[name])

    def _variables(self) -> dict[str, Any]:
        return {
            f"{layer.name}.{variable.name}": variable
            for layer in self._network.layers
            for variable in layer.variables
        }

    def _learn(self, images: FloatArray, labels: IntArray) -> Task[None]:
        rng = np.random.default_rng([self._seed, len(images)])
        rounds = -(-STEPS * BATCH // len(images))
        order = np.concatenate([rng.permutation(len(images)) for _ in range(rounds)])
        schedule = keras.optimizers.schedules.CosineDecay(STEP_SIZE, STEPS)
        self._network.compile(
            keras.optimizers.Adam(schedule),
            keras.losses.SparseCategoricalCrossentropy(from_logits=True),
            jit_compile=False,
        )
        for step in range(STEPS):
            chosen = order[step * BATCH : (step + 1) * BATCH]
            self._network.train_on_batch(_shifted(images[chosen], rng), labels[chosen])
            if step % _STEPS_PER_PROGRESS == 0:
                yield Progress(step * BATCH, STEPS * BATCH)


def _shifted(images: FloatArray, rng: np.random.Generator) -> FloatArray:
    """Shift each image by random whole pixels, (B, 28, 28) → (B, 28, 28, 1)."""
    padded = np.pad(images, ((0, 0), (SHIFT_PX, SHIFT_PX), (SHIFT_PX, SHIFT_PX)))
    starts = rng.integers(0, 2 * SHIFT_PX + 1, (2, len(images), 1, 1))
    rows, columns = np.arange(28)[:, np.newaxis], np.arange(28)
    every = np.arange(len(images))[:, np.newaxis, np.newaxis]
    return padded[every, starts[0] + rows, starts[1] + columns, np.newaxis]


def load_classifier(digits: DigitDataset, seed: int) -> EvaluationClassifier | None:
    """Load the classifier trained on these digits; None if it is missing or damaged."""
    path = _path(digits, seed)
    data = read_with_digest(path, _MAX_BYTES)
    if data is None:
        return None
    judge = EvaluationClassifier(len(digits.label_names), seed)
    shapes = {name: tensor.shape for name, tensor in judge.tensors().items()}
    try:
        tensors = unpack_tensors(data, shapes, path.name)
        check_finite(tensors, path.name)
    except ModelFileError:
        return None
    judge.assign(tensors)
    return judge


def save_classifier(judge: EvaluationClassifier, digits: DigitDataset, seed: int) -> None:
    """Cache the weights of a classifier trained on these digits.

    Raises:
        InputOutputError: it cannot be written.
    """
    write_with_digest(_path(digits, seed), pack_tensors(judge.tensors()))


def _path(digits: DigitDataset, seed: int) -> Path:
    name = f"{digits.digest}.{seed}.v{CLASSIFIER_VERSION}.safetensors"
    return paths.cache_dir() / "judges" / name
