"""The (conditional) variational autoencoder: one class, with labels or without.

Kingma and Welling 2014 (arXiv:1312.6114); with labels, Sohn et al. 2015. The encoder q(z | x, y)
takes an image and its label to a Gaussian over latents, the decoder p(x | z, y) a latent vector
and a label to a picture's logits; the evidence lower bound has two terms, per image, in nats.
"""

from __future__ import annotations

import keras
import numpy as np
from keras import ops

from desktop_cvae.core.errors import MismatchedWeights
from desktop_cvae.core.layers import UNTRAINED_TENSORS, Dense
from desktop_cvae.core.results import FloatArray
from desktop_cvae.core.specs import IMAGE_SHAPE, LOG_VAR_RANGE, ModelSpec
from desktop_cvae.model.keras_layers import LabelledDense, Seeds, Tensor, build_layer, run_layers


class Encoder(keras.layers.Layer):
    """Layers up to the label, which all labels share, layers after it, and two heads."""

    def __init__(self, spec: ModelSpec, seeds: Seeds) -> None:
        super().__init__(name="encoder")
        named = [
            build_layer(layer, spec.label_count, seeds, f"encoder.{position}.{layer.kind}")
            for position, layer in enumerate(spec.encoder)
        ]
        cut = _first_labelled(spec)
        self.shared, self.labelled = named[:cut], named[cut:]
        heads = ("z_mean", "z_log_var")
        self.heads = [
            LabelledDense(spec.heads, spec.label_count, seeds, f"encoder.{name}") for name in heads
        ]

    def features(self, images: Tensor, training: bool = False) -> list[Tensor]:
        """Compute what all labels share: images (B, 28, 28, 1) → projections, each (B, units)."""
        x = run_layers(self.shared, images, None, training)
        first = self.labelled[:1] or self.heads
        return [_project(layer, x) for layer in first]

    def posterior(
        self, features: list[Tensor], labels: Tensor | None, training: bool = False
    ) -> tuple[Tensor, Tensor]:
        """Features and one-hot labels (B, K) → mean and log-variance, each (B, L)."""
        if self.labelled:
            x = self.labelled[0].condition(features[0], labels)
            x = run_layers(self.labelled[1:], x, labels, training)
            features = [head.project(x) if head.built else _project(head, x) for head in self.heads]
        mean, log_var = (
            head.condition(projected, labels)
            for head, projected in zip(self.heads, features, strict=True)
        )
        return mean, ops.clip(log_var, *LOG_VAR_RANGE)

    def call(
        self, images: Tensor, labels: Tensor | None = None, training: bool = False
    ) -> tuple[Tensor, Tensor]:
        """Images (B, 28, 28, 1) and one-hot labels (B, K) → mean and log-variance (B, L)."""
        return self.posterior(self.features(images, training), labels, training)


def _first_labelled(spec: ModelSpec) -> int:
    for position, layer in enumerate(spec.encoder):
        if isinstance(layer, Dense) and layer.label:
            return position
    return len(spec.encoder)


def _project(layer: LabelledDense, x: Tensor) -> Tensor:
    # Keras builds a layer in ``call``, which projections by themselves bypass.
    if not layer.built:
        layer.build(x.shape)
        layer.built = True
    return layer.project(x)


class Decoder(keras.layers.Layer):
    """The spec's layers in order; the output is flat."""

    def __init__(self, spec: ModelSpec, seeds: Seeds) -> None:
        super().__init__(name="decoder")
        self.stack = [
            build_layer(layer, spec.label_count, seeds, f"decoder.{position}.{layer.kind}")
            for position, layer in enumerate(spec.decoder)
        ]

    def call(self, latents: Tensor, labels: Tensor | None = None, training: bool = False) -> Tensor:
        """Latents (B, L) and one-hot labels (B, K) → logits (B, 784)."""
        return ops.reshape(run_layers(self.stack, latents, labels, training), (-1, 784))


def bernoulli_nats(logits: Tensor, images: Tensor) -> Tensor:
    """Return −log p(x | z) for grey pixels as Bernoulli means, summed over the pixels.

    Args:
        logits: float32, (B, 784).
        images: float32, (B, 784), in [0, 1].

    Returns:
        float32, (B,). Written as max(l, 0) − l·x + log(1 + e^(−|l|)), which never overflows
        (Kingma and Welling 2014, appendix C.1, from logits).
    """
    # Of −|l|, so that exp() is at most 1.
    soft = ops.log(1.0 + ops.exp(-ops.abs(logits)))
    return ops.sum(ops.relu(logits) - logits * images + soft, axis=-1)


def gaussian_kl_nats(mean: Tensor, log_var: Tensor) -> Tensor:
    """Return KL(N(mean, e^log_var) ‖ N(0, 1)), summed over the latent dimensions.

    Args:
        mean: float32, (B, L).
        log_var: float32, (B, L).

    Returns:
        float32, (B,) (Kingma and Welling 2014, appendix B).
    """
    return 0.5 * ops.sum(ops.square(mean) + ops.exp(log_var) - log_var - 1.0, axis=-1)


class CVAE(keras.Model):
    """Encoder and decoder of a spec, built and ready.

    Args:
        spec: the network.
        seed: decides the first weights.
    """

    def __init__(self, spec: ModelSpec, seed: int = 0) -> None:
        super().__init__(name=spec.preset)
        stream = np.random.default_rng(seed)

        def seeds() -> int:
            return int(stream.integers(2**31 - 1))

        self.spec = spec
        self.encoder = Encoder(spec, seeds)
        self.decoder = Decoder(spec, seeds)
        labels = np.zeros((1, spec.label_count), np.float32)
        mean, _ = self.encoder(np.zeros((1, *IMAGE_SHAPE), np.float32), labels)
        self.decoder(mean, labels)

    def elbo_terms(
        self, images: Tensor, labels: Tensor, noise: Tensor, training: bool = False
    ) -> tuple[Tensor, Tensor]:
        """Return reconstruction and KL terms with one reparameterised sample.

        Args:
            images: float32, (B, 28, 28, 1), in [0, 1].
            labels: float32 one-hot, (B, K).
            noise: float32, (B, L), standard normal; zeros give the posterior's mean.
            training: dropout and batch statistics as in training.

        Returns:
            −log p(x | z, y) and KL, each float32, (B,), in nats.
        """
        mean, log_var = self.encoder(images, labels, training=training)
        latents = mean + ops.exp(0.5 * log_var) * noise
        logits = self.decoder(latents, labels, training=training)
        flat = ops.reshape(images, (-1, 784))
        return bernoulli_nats(logits, flat), gaussian_kl_nats(mean, log_var)

    def score(self, images: Tensor) -> tuple[Tensor, ...]:
        """Score every image under every label; the encoder's shared part runs once an image.

        Args:
            images: float32, (B, 28, 28, 1), in [0, 1].

        Returns:
            reconstructions (B, K, 784) in [0, 1], reconstruction nats (B, K), KL to N(0, I) in
            nats (B, K), and the posteriors' means and log-variances, each (B, K, L); K is 1 for a
            model without labels.
        """
        count = self.spec.score_count
        batch = ops.shape(images)[0]
        features = [_for_each_label(f, count) for f in self.encoder.features(images)]
        labels = ops.tile(ops.eye(self.spec.label_count), (batch, 1))
        mean, log_var = self.encoder.posterior(features, labels)
        logits = self.decoder(mean, labels)
        targets = _for_each_label(ops.reshape(images, (-1, 784)), count)
        return (
            ops.reshape(ops.sigmoid(logits), (-1, count, 784)),
            ops.reshape(bernoulli_nats(logits, targets), (-1, count)),
            ops.reshape(gaussian_kl_nats(mean, log_var), (-1, count)),
            *(ops.reshape(part, (-1, count, self.spec.latent_dim)) for part in (mean, log_var)),
        )

    def named_weights(self) -> dict[str, FloatArray]:
        """Return all tensors as float32 arrays, named and ordered as ``spec.tensors()``."""
        by_name = self._variables_by_name()
        return {name: by_name[name].numpy() for name in self.spec.tensors()}

    def assign_weights(self, weights: dict[str, FloatArray]) -> None:
        """Replace all tensors.

        Raises:
            MismatchedWeights: a tensor is missing or of another shape; nothing was replaced.
        """
        by_name = self._variables_by_name()
        for name, shape in self.spec.tensors().items():
            if name not in weights or weights[name].shape != shape:
                raise MismatchedWeights(self.name, f"the tensor “{name}” is not {shape}")
        for name in self.spec.tensors():
            by_name[name].assign(weights[name])

    def _variables_by_name(self) -> dict[str, keras.Variable]:
        layers = (*self.encoder.shared, *self.encoder.labelled, *self.encoder.heads)
        own = ("kernel", "bias", "label_kernel", "label_gain", "gamma", "beta")
        return {
            f"{layer.name}.{variable.name}": variable
            for layer in (*layers, *self.decoder.stack)
            for variable in layer.variables
            if variable.name in (*own, *UNTRAINED_TENSORS)
        }


def _for_each_label(values: Tensor, count: int) -> Tensor:
    """(B, F) → (B·count, F), every row ``count`` times in a row."""
    return values if count == 1 else ops.repeat(values, count, axis=0)
