"""Estimators in scikit-learn's conventions: a classifier and a transformer that train CVAEs.

``pip install '.[sklearn]'`` in a checkout brings scikit-learn. A row of data is a picture: 784
values are MNIST's 28×28, 64 are the 8×8 of scikit-learn's ``load_digits``. Fewer than 784 values
are laid out as a square, enlarged by a whole factor and centred (:func:`canvas_of`); more raise an
error.
The smallest value of the training data becomes black and the largest white.

Scores are of the 28×28 picture, in nats, at the posterior's mean. ``X`` is an array of finite
numbers, (N, F), F ≤ 784. Methods that take it raise ``ValueError`` if it has another shape than in
``fit``, and scikit-learn's ``NotFittedError``, also a ``ValueError``, before ``fit``.
"""

from __future__ import annotations

import dataclasses
import math
from typing import Any, Self

import numpy as np
import numpy.typing as npt
from sklearn.base import (
    BaseEstimator,
    ClassifierMixin,
    ClassNamePrefixFeaturesOutMixin,
    TransformerMixin,
)
from sklearn.utils import check_array
from sklearn.utils.multiclass import check_classification_targets
from sklearn.utils.validation import check_is_fitted, check_random_state, validate_data

from desktop_cvae.core.errors import InvalidData, UsageError
from desktop_cvae.core.network_presets import preset_named
from desktop_cvae.core.results import DoubleArray, FloatArray, IntArray, LabelScores
from desktop_cvae.core.specs import ModelSpec, TrainingConfig
from desktop_cvae.core.tasks import result_of
from desktop_cvae.datasets.dataset import MAX_LABELS, DigitDataset, held_out_part, learned_part
from desktop_cvae.evaluation.calibration_fitting import fit_temperature
from desktop_cvae.evaluation.prior_fitting import fit_models_prior
from desktop_cvae.inference.onnx_engine import OnnxEngine
from desktop_cvae.model.tensorflow_setup import require_tensorflow

__all__ = ["CVAEClassifier", "CVAETransformer"]

SIDE = 28
PIXELS = SIDE * SIDE
CHUNK = 512
"""Pictures that are scored in one call."""
Rows = npt.NDArray[Any]


def canvas_of(rows: FloatArray) -> FloatArray:
    """Lay rows out as pictures.

    Args:
        rows: float32, (N, F), F ≤ 784.

    Returns:
        float32, (N, 28, 28): each row fills a square of ⌈√F⌉ pixels, line by line, the rest 0;
        every pixel becomes a block of the largest whole size, and the square stands in the centre.
    """
    count, features = rows.shape
    side, block, margin = _layout(features)
    squares = np.zeros((count, side * side), np.float32)
    squares[:, :features] = rows
    large = squares.reshape(count, side, side).repeat(block, 1).repeat(block, 2)
    canvas = np.zeros((count, SIDE, SIDE), np.float32)
    window = slice(margin, margin + side * block)
    canvas[:, window, window] = large
    return canvas


def rows_of(canvas: FloatArray, features: int) -> FloatArray:
    """Take rows from pictures, the inverse of :func:`canvas_of`; blocks are averaged.

    Args:
        canvas: float32, (N, 28, 28).
        features: F, at most 784.
    """
    side, block, margin = _layout(features)
    window = slice(margin, margin + side * block)
    blocks = canvas[:, window, window].reshape(len(canvas), side, block, side, block)
    means: FloatArray = blocks.mean(axis=(2, 4)).reshape(len(canvas), side * side)
    return means[:, :features]


def _layout(features: int) -> tuple[int, int, int]:
    """Return the square's side in pixels, a pixel's side on the canvas, and the margin."""
    side = math.isqrt(features - 1) + 1
    block = SIDE // side
    return side, block, (SIDE - side * block) // 2


class _CVAEEstimator(BaseEstimator):  # type: ignore[misc]
    """Base of the two estimators: settings, fitting, scores."""

    def __init__(
        self,
        preset: str = "dense_cvae",
        *,
        latent_dim: int | None = None,
        epochs: int = 20,
        batch_size: int = 128,
        learning_rate: float = 1e-3,
        beta: float = 1.0,
        validation_fraction: float = 1 / 12,
        random_state: int | np.random.RandomState | None = None,
    ) -> None:
        self.preset = preset
        self.latent_dim = latent_dim
        self.epochs = epochs
        self.batch_size = batch_size
        self.learning_rate = learning_rate
        self.beta = beta
        self.validation_fraction = validation_fraction
        self.random_state = random_state

    def __getstate__(self) -> dict[str, Any]:
        # The engine is made of the weights again; a session cannot be copied to another process.
        state: dict[str, Any] = dict(super().__getstate__())
        state.pop("_engine", None)
        return state

    def __setstate__(self, state: dict[str, Any]) -> None:
        super().__setstate__(state)
        if hasattr(self, "weights_"):
            self._engine = OnnxEngine(self.spec_, self.weights_, self.prior_)

    def _fit(
        self, X: Rows, labels: IntArray, names: tuple[str, ...], contrast: float | None
    ) -> DigitDataset:
        """Train on rows (N, F) under labels (N,), and return those that were held out.

        Args:
            X: rows.
            labels: indices of the names.
            names: names of the labels.
            contrast: step of the label contrast; None trains without labels.
        """
        if X.shape[1] > PIXELS:
            raise ValueError(f"{X.shape[1]} features do not fit a picture of {PIXELS} pixels.")
        low, high = float(X.min()), float(X.max())
        self.range_ = (low, high if high > low else low + 1.0)
        pixels = np.rint(255 * self._canvas(X)).astype(np.uint8)
        dataset = DigitDataset(pixels, labels, names, "X")
        spec, config = self._configuration(names, contrast)
        require_tensorflow()
        # It imports Keras, which takes seconds.
        from desktop_cvae.training.loop import Training

        training = Training(spec, config, dataset)
        for _ in training.run():
            pass
        trained = training.result()
        self.spec_, self.weights_ = spec, trained.weights
        self.history_ = trained.history
        self.n_iter_ = len(trained.history)
        learned = learned_part(dataset, config)
        plain = OnnxEngine(spec, trained.weights)
        self.prior_ = result_of(fit_models_prior(plain, learned, seed=config.seed))
        self._engine = OnnxEngine(spec, trained.weights, self.prior_)
        return held_out_part(dataset, config)

    def _configuration(
        self, names: tuple[str, ...], contrast: float | None
    ) -> tuple[ModelSpec, TrainingConfig]:
        seed = int(check_random_state(self.random_state).randint(2**31 - 1))
        try:
            preset = preset_named(self.preset)
            if contrast is not None and not preset.spec.conditional:
                raise ValueError(f"The preset {self.preset!r} has no labels to classify by.")
            spec = preset.spec.without_labels() if contrast is None else preset.spec
            latent_dim = spec.latent_dim if self.latent_dim is None else self.latent_dim
            spec = dataclasses.replace(spec, label_names=names, latent_dim=latent_dim)
            return spec, TrainingConfig(
                epochs=self.epochs,
                batch_size=self.batch_size,
                learning_rate=self.learning_rate,
                beta=self.beta,
                contrast=contrast or 0.0,
                validation_share=self.validation_fraction,
                seed=seed,
            )
        except (InvalidData, UsageError) as error:
            raise ValueError(error.sentence) from error

    def _canvas(self, X: Rows) -> FloatArray:
        low, high = self.range_
        unit = (np.asarray(X, np.float64) - low) / (high - low)
        return canvas_of(np.clip(unit, 0, 1).astype(np.float32))

    def _features(self, images: FloatArray) -> DoubleArray:
        low, high = self.range_
        rows = rows_of(images, self.n_features_in_).astype(np.float64)
        return np.asarray(low + rows * (high - low), np.float64)

    def _checked(self, X: Any) -> Rows:
        check_is_fitted(self)
        return np.asarray(validate_data(self, X, reset=False))

    def _score(self, X: Any) -> LabelScores:
        return self._score_images(self._canvas(self._checked(X)))

    def _score_images(self, images: FloatArray) -> LabelScores:
        parts = [
            self._engine.score(images[start : start + CHUNK])
            for start in range(0, len(images), CHUNK)
        ]
        names = ("reconstructions", "reconstruction_nats", "kl_nats", "latent_means")
        return LabelScores(*(np.concatenate([getattr(p, n) for p in parts]) for n in names))

    def _decode(self, latents: FloatArray, labels: IntArray) -> DoubleArray:
        return self._features(self._engine.decode(latents, labels))


class CVAEClassifier(ClassifierMixin, _CVAEEstimator):  # type: ignore[misc]
    """Classifier by evidence: a conditional VAE explains a picture under every label.

    Args:
        preset: name of a network with labels, a key of ``core.network_presets.PRESETS``.
        latent_dim: number of latent dimensions; None keeps the preset's.
        epochs: passes over the training rows.
        batch_size: rows a step.
        learning_rate: Adam's step size.
        beta: weight of the KL term; 1 is the ELBO.
        contrast: step of the label contrast, in learning rates; 0 is the plain ELBO, which reads
            worse and trains faster.
        validation_fraction: fraction of the rows held out, in (0, 0.5]; the best epoch and the
            temperature of the probabilities are chosen on them.
        random_state: seed or generator; an integer gives the same model every time.

    Attributes:
        classes_: the labels, sorted.
        n_features_in_: number of features F.
        temperature_: divides the ELBOs in ``predict_proba``, ≥ 1.
        spec_: the network.
        weights_: its tensors by name.
        prior_: p(z | y), a mixture of Gaussians for each label, fitted to the codes.
        history_: one record an epoch.
        n_iter_: number of epochs.
    """

    def __init__(
        self,
        preset: str = "dense_cvae",
        *,
        latent_dim: int | None = None,
        epochs: int = 20,
        batch_size: int = 128,
        learning_rate: float = 1e-3,
        beta: float = 1.0,
        contrast: float = 1.0,
        validation_fraction: float = 1 / 12,
        random_state: int | np.random.RandomState | None = None,
    ) -> None:
        super().__init__(
            preset,
            latent_dim=latent_dim,
            epochs=epochs,
            batch_size=batch_size,
            learning_rate=learning_rate,
            beta=beta,
            validation_fraction=validation_fraction,
            random_state=random_state,
        )
        self.contrast = contrast

    def fit(self, X: Any, y: Any) -> Self:
        """Train on rows (N, F) and labels (N,), 2 to 62 of them; loads TensorFlow.

        Raises:
            ValueError: rows, labels or settings do not fit.
            EnvironmentProblem: TensorFlow is missing.
            TrainingProblem: the loss became NaN.
        """
        X, y = validate_data(self, X, y, ensure_min_samples=2)
        check_classification_targets(y)
        self.classes_, labels = np.unique(y, return_inverse=True)
        count = len(self.classes_)
        if not 2 <= count <= MAX_LABELS:
            raise ValueError(f"y has {count} classes; the classifier needs 2 to {MAX_LABELS}.")
        names = tuple(map(str, range(count)))
        held_out = self._fit(X, labels.astype(np.int64), names, self.contrast)
        evidence = self._score_images(held_out.floats()).evidence_nats
        # A few rows that are all right would ask for endless certainty.
        self.temperature_ = max(1.0, fit_temperature(evidence, held_out.labels))
        return self

    def predict_joint_log_proba(self, X: Any) -> DoubleArray:
        """Return the ELBO of each row under each class, float64, (N, K), in nats, for log p(x | y).

        Classes are equally likely, so a prior over them is left out.
        """
        return self._score(X).evidence_nats.astype(np.float64)

    def predict_log_proba(self, X: Any) -> DoubleArray:
        """Return the logarithms of :meth:`predict_proba`, float64, (N, K), ≤ 0."""
        logits = self.predict_joint_log_proba(X) / self.temperature_
        return np.asarray(logits - _log_sum_exp(logits)[:, np.newaxis], np.float64)

    def predict_proba(self, X: Any) -> DoubleArray:
        """Return the softmax of the ELBOs over ``temperature_``, float64, (N, K), rows sum to 1."""
        return np.exp(self.predict_log_proba(X))

    def predict(self, X: Any) -> Rows:
        """Return the class of the largest ELBO, (N,), of the type of ``classes_``."""
        best = self.predict_joint_log_proba(X).argmax(axis=1)
        labels: Rows = self.classes_[best]
        return labels

    def score_samples(self, X: Any) -> DoubleArray:
        """Return the log of the mean of exp(ELBO) over the classes, float64, (N,), for log p(x)."""
        joint = self.predict_joint_log_proba(X)
        return _log_sum_exp(joint) - math.log(joint.shape[1])

    def sample(
        self, n_samples: int = 1, random_state: int | np.random.RandomState | None = None
    ) -> tuple[DoubleArray, Rows]:
        """Write new rows.

        Args:
            n_samples: number of rows, ≥ 0.
            random_state: seed or generator.

        Returns:
            float64, (n_samples, F), and their classes, (n_samples,), all in turn.
        """
        latents, labels = _drawn(self, n_samples, random_state)
        return self._decode(latents, labels), self.classes_[labels]


class CVAETransformer(ClassNamePrefixFeaturesOutMixin, TransformerMixin, _CVAEEstimator):  # type: ignore[misc]
    """Transformer to the latents of a plain VAE, which sees no labels.

    Args and attributes as for :class:`CVAEClassifier`, without ``contrast``, ``classes_`` and
    ``temperature_``; a preset with labels is trained without them.
    """

    def fit(self, X: Any, y: Any = None) -> Self:
        """Train on rows (N, F); ``y`` is ignored. Errors as for :meth:`CVAEClassifier.fit`."""
        X = validate_data(self, X, ensure_min_samples=2)
        self._fit(X, np.zeros(len(X), np.int64), ("0", "1"), None)
        return self

    def transform(self, X: Any) -> DoubleArray:
        """Return the posterior's mean of each row, float64, (N, L)."""
        return self._score(X).latent_means[:, 0].astype(np.float64)

    def inverse_transform(self, Z: Any) -> DoubleArray:
        """Decode latents (N, L) to rows, float64, (N, F).

        Raises:
            ValueError: the latents have another shape, or are not finite.
            NotFittedError: nothing was fitted yet.
        """
        check_is_fitted(self)
        latents = np.asarray(check_array(Z), np.float32)
        if latents.shape[1] != self.spec_.latent_dim:
            raise ValueError(
                f"Z has {latents.shape[1]} features, but there are {self.spec_.latent_dim} latents."
            )
        return self._decode(latents, np.zeros(len(latents), np.int64))

    def score_samples(self, X: Any) -> DoubleArray:
        """Return the ELBO of each row, float64, (N,), in nats, for log p(x)."""
        return self._score(X).evidence_nats[:, 0].astype(np.float64)

    def score(self, X: Any, y: Any = None) -> float:
        """Return the mean of :meth:`score_samples`; ``y`` is ignored."""
        return float(self.score_samples(X).mean())

    def sample(
        self, n_samples: int = 1, random_state: int | np.random.RandomState | None = None
    ) -> DoubleArray:
        """Write new rows, float64, (n_samples, F)."""
        return self._decode(*_drawn(self, n_samples, random_state))

    @property
    def _n_features_out(self) -> int:
        return int(self.spec_.latent_dim)


def _drawn(
    estimator: _CVAEEstimator, count: int, random_state: int | np.random.RandomState | None
) -> tuple[FloatArray, IntArray]:
    check_is_fitted(estimator)
    seed = int(check_random_state(random_state).randint(2**31 - 1))
    labels = np.arange(count, dtype=np.int64) % estimator.spec_.score_count
    latents = estimator.prior_.sample(labels, 1.0, np.random.default_rng(seed))
    return latents, labels


def _log_sum_exp(values: DoubleArray) -> DoubleArray:
    top = values.max(axis=1)
    sums = np.exp(values - top[:, np.newaxis]).sum(axis=1)
    return np.asarray(top + np.log(sums), np.float64)
