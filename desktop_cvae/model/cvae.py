"""The (conditional) variational autoencoder: one class, with labels or without.

Kingma and Welling 2014 (arXiv:1312.6114); with labels, Sohn et al. 2015.
"""

from __future__ import annotations

import keras
import numpy as np
from keras import ops

from desktop_cvae.core.errors import MismatchedWeights
from desktop_cvae.core.layers import UNTRAINED_TENSORS
from desktop_cvae.core.results import FloatArray
from desktop_cvae.core.specs import IMAGE_SHAPE, ModelSpec
from desktop_cvae.model.decoders import Decoder
from desktop_cvae.model.encoders import Encoder
from desktop_cvae.model.layers import Tensor
from desktop_cvae.model.losses import bernoulli_nats, gaussian_kl_nats


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
        """Reconstruction and KL terms with one reparameterised sample.

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

    def score(self, images: Tensor) -> tuple[Tensor, Tensor, Tensor, Tensor]:
        """Every label's explanation of every image; the encoder's shared part runs once.

        Args:
            images: float32, (B, 28, 28, 1), in [0, 1].

        Returns:
            reconstructions (B, K, 784) in [0, 1], reconstruction nats (B, K), KL nats (B, K)
            and posterior means (B, K, L); K is 1 for a model without labels.
        """
        count = self.spec.score_count
        batch = ops.shape(images)[0]
        features = [_for_each_label(f, count) for f in self.encoder.features(images)]
        labels = ops.tile(ops.eye(self.spec.label_count), (batch, 1))
        mean, log_var = self.encoder.posterior(features, labels)
        means = ops.reshape(mean, (-1, count, self.spec.latent_dim))
        # By way of ``means``: the converter would compute a constant from the weights of the
        # two layers that meet here, and a graph could not be had apart from its weights.
        logits = self.decoder(ops.reshape(means, (-1, self.spec.latent_dim)), labels)
        targets = _for_each_label(ops.reshape(images, (-1, 784)), count)
        return (
            ops.reshape(ops.sigmoid(logits), (-1, count, 784)),
            ops.reshape(bernoulli_nats(logits, targets), (-1, count)),
            ops.reshape(gaussian_kl_nats(mean, log_var), (-1, count)),
            means,
        )

    def named_weights(self) -> dict[str, FloatArray]:
        """All tensors as float32 arrays, named and ordered as ``spec.tensors()``."""
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
