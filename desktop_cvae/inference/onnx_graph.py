"""The ONNX graph of a network, made from its spec.

In ``score`` the part that does not depend on the label is computed once an image; from the first
labelled layer on, there are K rows an image, one for each label in order.

Tested in tests/inference/test_onnx_engine.py.
"""

from __future__ import annotations

import json

import numpy as np

from desktop_cvae.core.calibration import Calibration
from desktop_cvae.core.priors import LOG_TWO_PI, Prior
from desktop_cvae.core.results import FloatArray
from desktop_cvae.core.specs import IMAGE_SHAPE, ModelSpec
from desktop_cvae.inference import onnx_format
from desktop_cvae.inference.onnx_layers import NetworkNodes, Value
from desktop_cvae.inference.onnx_nodes import GraphNodes

QUESTIONS: dict[str, tuple[str, ...]] = {
    "score": ("reconstructions", "reconstruction_nats", "kl_nats", "latent_means"),
    "encode": ("mean", "log_var"),
    "decode": ("decoded",),
}
"""Questions that a graph can answer, and the names of the answers."""

_DOC = """A (conditional) variational autoencoder of handwritten digits.

images: float32, (images, 28, 28), in [0, 1], white ink on black, centred as in MNIST.
For every image and label (one column, if the model knows no labels): reconstructions,
decoded from the posterior's mean; reconstruction_nats, -log p(x | z, y) of those;
kl_nats, KL(q(z | x, y) || p(z | y)); latent_means and latent_log_vars of the posterior.
The label with the smallest sum of both nats explains the image best. The soft-max of minus
that sum, divided by the metadata's temperature, is calibrated; labels less than
unsure_margin_nats behind the best may be right as well.

latents: float32, (latents, L); labels, if the model knows any: int64, (latents,), places in
the metadata's label_names. For each latent vector: decoded, the picture under its label.

Whoever needs one half only gives the other one arrays of no rows.
"""
_SAMPLER_DOC = """
To write new digits, draw latents from the prior of each label first: sample_labels, int64,
(samples,); sample_components, float32, (samples,), uniform in [0, 1), chooses a component of the
label's mixture of Gaussians; sample_noise, float32, (samples, L), of N(0, 1); temperature,
float32, a scalar, scales the noise. sampled_latents, (samples, L), are latents to decode.
"""

_SAMPLING_TEMPERATURE = 1.0
"""Temperature at which digits are written unless another is given."""
_INT64 = 7
"""``TensorProto.INT64``."""


def runtime_graph(
    spec: ModelSpec, weights: dict[str, FloatArray], prior: Prior, question: str
) -> tuple[bytes, dict[str, FloatArray]]:
    """Return the graph of one question, and the tensors that the runtime gets separately.

    Args:
        spec: the network.
        weights: float32 arrays by name, as ``spec.tensors()``; the large ones are not copied.
        prior: p(z | y), in the scores.
        question: one of :data:`QUESTIONS`.

    Returns:
        a ``ModelProto`` and its external tensors by name.
    """
    nodes = _Questions(spec, weights, prior, question).nodes
    tensors = [onnx_format.external_tensor(n, array.shape) for n, array in nodes.tensors.items()]
    return nodes.model(spec.preset, tensors), nodes.tensors


def export_onnx(
    spec: ModelSpec,
    weights: dict[str, FloatArray],
    prior: Prior,
    calibration: Calibration | None = None,
    *,
    with_sampler: bool = False,
) -> bytes:
    """Return one ONNX file for other programs that scores and decodes, weights included.

    One file is easier to pass on than two, and holds the decoder's weights once. Both of its
    halves take any number of rows, also none, so that either can be used alone. It needs no
    ``encode``: the scores hold the posterior under every label.

    Args:
        spec: the network.
        weights: float32 arrays by name, as ``spec.tensors()``.
        prior: p(z | y), in the scores.
        calibration: its temperature and margin go into the metadata. The rejection thresholds do
            not: they are for a digit score that the graph does not compute.
        with_sampler: True adds inputs that draw latents from the prior, as new digits need.

    Returns:
        a ``ModelProto``; ``docs/onnx.md`` lists its metadata.
    """
    questions = ("score", "decode", "sample") if with_sampler else ("score", "decode")
    nodes = _Questions(spec, weights, prior, *questions).nodes
    tensors = [onnx_format.tensor(name, array) for name, array in nodes.tensors.items()]
    metadata = {"label_names": json.dumps(spec.label_names), "preset": spec.preset}
    if with_sampler:
        metadata["sampling_temperature"] = repr(_SAMPLING_TEMPERATURE)
    if calibration is not None:
        metadata["temperature"] = repr(calibration.temperature)
        metadata["unsure_margin_nats"] = repr(calibration.unsure_margin)
    doc = _DOC + _SAMPLER_DOC if with_sampler else _DOC
    return nodes.model(spec.preset, tensors, doc, metadata)


class _Questions:
    """The nodes that answer one or more questions."""

    def __init__(
        self, spec: ModelSpec, weights: dict[str, FloatArray], prior: Prior, *questions: str
    ) -> None:
        self._spec, self._prior = spec, prior
        self.nodes = GraphNodes()
        self._network = NetworkNodes(spec, weights, self.nodes)
        for question in questions:
            getattr(self, f"_{question}")()

    def _score(self) -> None:
        nodes = self.nodes
        count, latent_dim = self._spec.score_count, self._spec.latent_dim
        images = self._images()
        mean, log_var = map(self._for_each_label, self._network.posterior(images, "*"))
        logits = self._network.run("decoder", self._spec.decoder, mean, "*")
        height, width, _ = IMAGE_SHAPE
        by_label = nodes.reshape(logits.name, (-1, count, height, width))
        target = nodes.reshape("images", (-1, 1, height, width))
        nodes.answer("reconstructions", "images", (count, height, width), "Sigmoid", by_label)
        nodes.answer(
            "reconstruction_nats", "images", (count,), "Sub", *self._bernoulli(by_label, target)
        )
        kl_nats = self._standard_kl if self._prior.is_standard else self._mixture_kl
        kl = kl_nats(mean.name, log_var.name)
        nodes.answer(
            "kl_nats", "images", (count,), "Reshape", kl, nodes.constant(np.array((-1, count)))
        )
        shape = (count, latent_dim)
        for name, value in (("latent_means", mean), ("latent_log_vars", log_var)):
            to = nodes.constant(np.array((-1, *shape)))
            nodes.answer(name, "images", shape, "Reshape", value.name, to)

    def _encode(self) -> None:
        posterior = self._network.posterior(self._images(), self._labels("images"))
        for name, value in zip(QUESTIONS["encode"], posterior, strict=True):
            self.nodes.answer(name, "images", (self._spec.latent_dim,), "Identity", value.name)

    def _decode(self) -> None:
        nodes = self.nodes
        shape = (self._spec.latent_dim,)
        latents = Value(nodes.input("latents", ("latents", *shape)), shape)
        logits = self._network.run("decoder", self._spec.decoder, latents, self._labels("latents"))
        pictures = nodes.reshape(logits.name, (-1, *IMAGE_SHAPE[:2]))
        # The runtime's Sigmoid is 0 below logits of about −18, where nats still count, and on some
        # processors negative (https://github.com/microsoft/onnxruntime/issues/22557).
        odds = nodes.node("Exp", nodes.node("Neg", pictures))
        whole = nodes.node("Add", odds, nodes.constant(np.float32(1)))
        nodes.answer("decoded", "latents", IMAGE_SHAPE[:2], "Reciprocal", whole)

    def _sample(self) -> None:
        """Add :meth:`desktop_cvae.core.priors.Prior.sample`, with its randomness as inputs."""
        nodes, prior, size = self.nodes, self._prior, self._spec.latent_dim
        noise = nodes.input("sample_noise", ("samples", size))
        draws = nodes.reshape(nodes.input("sample_components", ("samples",)), (-1, 1))
        cumulative = np.cumsum(prior.weights, axis=1, dtype=np.float64)
        # The last limit is left out: a draw is above at most C − 1 of them.
        limits = nodes.tensor("prior.limits", (cumulative / cumulative[:, -1:])[:, :-1])
        labels = ""
        if self._spec.conditional:
            labels = nodes.input("sample_labels", ("samples",), np.int64)
            limits = nodes.node("Gather", limits, labels)
        above = nodes.node("Cast", nodes.node("Greater", draws, limits), to=_INT64)
        chosen = nodes.sum(above, 1)
        if labels:
            first = nodes.node("Mul", labels, nodes.constant(np.array([prior.components])))
            chosen = nodes.node("Add", chosen, first)
        middles = nodes.tensor("prior.means", prior.means.reshape(-1, size))
        factors = nodes.tensor("prior.factors", prior.factors.reshape(-1, size, size))
        scaled = nodes.node("Mul", noise, nodes.input("temperature", ()))
        columns = nodes.reshape(scaled, (-1, size, 1))
        spread = nodes.node("MatMul", nodes.node("Gather", factors, chosen), columns)
        summands = (
            nodes.node("Gather", middles, chosen),
            nodes.reshape(spread, (-1, size)),
        )
        nodes.answer("sampled_latents", "samples", (size,), "Add", *summands)

    def _images(self) -> Value:
        images = self.nodes.input("images", ("images", *IMAGE_SHAPE[:2]))
        return Value(self.nodes.reshape(images, (-1, 1, *IMAGE_SHAPE[:2])), IMAGE_SHAPE)

    def _labels(self, rows: str) -> str:
        return self.nodes.input("labels", (rows,), np.int64) if self._spec.conditional else ""

    def _for_each_label(self, value: Value) -> Value:
        """Repeat a row of (L,) for each label of an image, even if no label changes it."""
        nodes = self.nodes
        if value.per_label or not self._spec.conditional:
            return value
        (size,) = value.shape
        once = nodes.reshape(value.name, (-1, 1, size))
        repeated = nodes.node(
            "Expand", once, nodes.constant(np.array([1, self._spec.label_count, 1]))
        )
        return Value(nodes.reshape(repeated, (-1, size)), value.shape, per_label=True)

    def _bernoulli(self, logits: str, images: str) -> tuple[str, str]:
        """Add −log p(x | z) = Σ (max(l, 0) − l·x) − Σ log σ(|l|), as its two sums.

        The logarithm is taken of the product over a row of 28 pixels, whose factors are in
        [1/2, 1]. ONNX Runtime's ``Softplus`` took 7 of the 14 ms of 64 images in ``dense_cvae``;
        this takes 1.
        """
        nodes = self.nodes
        gaps = nodes.node("Sub", nodes.node("Relu", logits), nodes.node("Mul", logits, images))
        chances = nodes.node("Sigmoid", nodes.node("Abs", logits))
        products = nodes.node("ReduceProd", chances, axes=[3], keepdims=0)
        return nodes.sum(gaps, 2, 3), nodes.sum(nodes.node("Log", products), 2)

    def _mixture_kl(self, mean: str, log_var: str) -> str:
        """Add the bound of :meth:`desktop_cvae.core.priors.Prior.kl_nats`, one value a row.

        A label's components are the columns of one product: (images, L) · (L, C·L) gives their
        whitened codes, (images, L) · (L, C) the traces.
        """
        nodes = self.nodes
        prior, count, size = self._prior, self._spec.score_count, self._spec.latent_dim
        whitenings, components = prior.whitenings, prior.components
        middles = np.einsum("kcij,kcj->kci", whitenings, prior.means)
        columns = whitenings.transpose(0, 3, 1, 2).reshape(count, size, -1)
        white = nodes.tensor("prior.whitenings", columns)
        white_middles = nodes.tensor("prior.middles", middles.reshape(count, 1, -1))
        precisions = (whitenings**2).sum(axis=2).transpose(0, 2, 1)
        heights = nodes.tensor("prior.heights", prior.log_heights[:, np.newaxis])

        gaps = nodes.node("Sub", nodes.node("MatMul", self._by_label(mean), white), white_middles)
        gaps = nodes.reshape(gaps, (count, -1, components, size))
        variances = self._by_label(nodes.node("Exp", log_var))
        traces = nodes.node("MatMul", variances, nodes.tensor("prior.precisions", precisions))
        squares = nodes.node("Add", nodes.sum(nodes.node("Mul", gaps, gaps), 3), traces)
        half = nodes.constant(np.float32(0.5))
        nats = nodes.node("Sub", heights, nodes.node("Mul", squares, half))
        # Log-sum-exp with the largest taken out: under a wrong label all exponentials are 0.
        top = nodes.node("ReduceMax", nats, axes=[2], keepdims=1)
        rest = nodes.sum(nodes.node("Exp", nodes.node("Sub", nats, top)), 2)
        density = nodes.node("Add", nodes.reshape(top, (count, -1)), nodes.node("Log", rest))
        rows = nodes.reshape(nodes.node("Transpose", density, perm=[1, 0]), (-1,))
        entropies = nodes.node("Mul", nodes.sum(log_var, 1), half)
        constant = nodes.constant(np.float32(0.5 * size * (LOG_TWO_PI + 1)))
        return nodes.node("Neg", nodes.node("Add", rows, nodes.node("Add", entropies, constant)))

    def _by_label(self, value: str) -> str:
        """Reorder an image's rows label by label, (B·K, L) → (K, B, L)."""
        shape = (-1, self._spec.score_count, self._spec.latent_dim)
        return self.nodes.node("Transpose", self.nodes.reshape(value, shape), perm=[1, 0, 2])

    def _standard_kl(self, mean: str, log_var: str) -> str:
        """Add KL(N(mean, e^log_var) ‖ N(0, 1)) (Kingma and Welling 2014, appendix B)."""
        nodes = self.nodes
        half, one = nodes.constant(np.float32(0.5)), nodes.constant(np.float32(1))
        squares = nodes.node("Mul", mean, mean)
        terms = nodes.node("Add", squares, nodes.node("Exp", log_var))
        terms = nodes.node("Sub", nodes.node("Sub", terms, log_var), one)
        return nodes.node("Mul", nodes.sum(terms, 1), half)
