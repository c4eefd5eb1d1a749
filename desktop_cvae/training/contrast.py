"""The label contrast: how much of the evidence speaks for the true label."""

from __future__ import annotations

from typing import Any

import tensorflow as tf

from desktop_cvae.model.cvae import CVAE
from desktop_cvae.model.losses import bernoulli_nats, gaussian_kl_nats

Tensor = Any
ASKED_SHARE, HARD_SHARE, RIVALS = 0.5, 0.5, 3
"""Half of a batch is asked, and the worse half of those makes the gradient, against the three
strongest wrong labels: ten labels decoded for a whole batch are what the contrast costs, and
once it is trained a little, the rest has next to no gradient."""


def contrast_nats(
    model: CVAE, seen: Tensor, images: Tensor, labels: Tensor, temperature: float = 1.0
) -> Tensor:
    """Mean cross-entropy of the soft-max over the labels' ELBOs, from hard negatives only.

    Above a temperature of 1 nat the true label is to win by more than a hair: ELBOs differ by
    nats that say nothing of the label (an odd hook that one label's decoder happens to know).

    All labels are scored without a gradient; the pictures that read worst are scored again,
    against their strongest rivals, for the gradient. The ELBOs are those of a reading, at the
    posterior's mean; what is explained stays clean, as in the rest of the training.

    Args:
        model: the network, conditional.
        seen: what the encoder sees, perhaps under noise, float32, (B, 28, 28, 1), in [0, 1].
        images: the same without noise.
        labels: float32 one-hot, (B, K).
        temperature: nats by which the ELBOs are divided, above 0 (Hinton et al. 2015).

    Returns:
        float32, (), at least 0.
    """
    asked = _share(ASKED_SHARE, tf.shape(seen)[0])
    seen, images, labels = seen[:asked], images[:asked], labels[:asked]
    every = tf.stop_gradient(_evidence_of_all(model, seen, images)) / temperature
    loss = tf.nn.softmax_cross_entropy_with_logits(labels, every)
    hard = _share(HARD_SHARE, asked)
    chosen = tf.math.top_k(loss, hard, sorted=False).indices
    truth = tf.gather(labels, chosen)
    rivals = min(RIVALS, model.spec.label_count - 1)
    wrong = tf.math.top_k(tf.gather(every, chosen) - 1e9 * truth, rivals).indices
    answers = tf.concat([tf.argmax(truth, axis=1, output_type=tf.int32)[:, None], wrong], axis=1)
    evidence = _evidence(model, tf.gather(seen, chosen), tf.gather(images, chosen), answers)
    evidence /= temperature
    nats = tf.reduce_logsumexp(evidence, axis=1) - evidence[:, 0]
    return tf.reduce_sum(nats) / tf.cast(asked, tf.float32)


def _share(share: float, count: Tensor) -> Tensor:
    return tf.cast(tf.math.ceil(share * tf.cast(count, tf.float32)), tf.int32)


def _evidence_of_all(model: CVAE, seen: Tensor, images: Tensor) -> Tensor:
    every = tf.range(model.spec.label_count)[tf.newaxis]
    return _evidence(model, seen, images, tf.tile(every, (tf.shape(images)[0], 1)))


def _evidence(model: CVAE, seen: Tensor, images: Tensor, asked: Tensor) -> Tensor:
    """ELBOs in nats, (B, R), of images (B, 28, 28, 1) under the labels ``asked``, int (B, R)."""
    count = tf.shape(asked)[1]
    features = [tf.repeat(f, count, axis=0) for f in model.encoder.features(seen)]
    labels = tf.one_hot(tf.reshape(asked, (-1,)), model.spec.label_count)
    mean, log_var = model.encoder.posterior(features, labels)
    targets = tf.repeat(tf.reshape(images, (-1, 784)), count, axis=0)
    nats = bernoulli_nats(model.decoder(mean, labels), targets)
    return -tf.reshape(nats + gaussian_kl_nats(mean, log_var), (-1, count))
