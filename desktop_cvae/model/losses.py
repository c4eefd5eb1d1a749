"""The two terms of the evidence lower bound, per image, in nats."""

from __future__ import annotations

from keras import ops

from desktop_cvae.model.layers import Tensor


def bernoulli_nats(logits: Tensor, images: Tensor) -> Tensor:
    """−log p(x | z) for grey pixels read as Bernoulli means, summed over the pixels.

    Args:
        logits: float32, (B, 784).
        images: float32, (B, 784), in [0, 1].

    Returns:
        float32, (B,). Written as max(l, 0) − l·x + log(1 + e^(−|l|)), which never overflows
        (Kingma and Welling 2014, appendix C.1, from logits).
    """
    soft = ops.log(1.0 + ops.exp(-ops.abs(logits)))
    return ops.sum(ops.relu(logits) - logits * images + soft, axis=-1)


def gaussian_kl_nats(mean: Tensor, log_var: Tensor) -> Tensor:
    """KL(N(mean, e^log_var) ‖ N(0, 1)), summed over the latent dimensions.

    Args:
        mean: float32, (B, L).
        log_var: float32, (B, L).

    Returns:
        float32, (B,) (Kingma and Welling 2014, appendix B).
    """
    return 0.5 * ops.sum(ops.square(mean) + ops.exp(log_var) - log_var - 1.0, axis=-1)
