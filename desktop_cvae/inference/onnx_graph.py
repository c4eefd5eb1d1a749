"""The ONNX graph of a network, made from its spec.

Feature maps, which are channels-last in a spec, are channels-first here, as the ONNX operators
require. In ``score`` the part that does not depend on the label is computed once an image; from
the first labelled layer on, there are K rows an image, one for each label in order.

Tested in tests/inference/test_onnx_engine.py.
"""

from __future__ import annotations

import json
import math
from dataclasses import dataclass, replace
from typing import Any, TypeGuard

import numpy as np

from desktop_cvae.core import layers as specs
from desktop_cvae.core.calibration import Calibration
from desktop_cvae.core.layers import Shape
from desktop_cvae.core.priors import LOG_TWO_PI, Numbers, Prior
from desktop_cvae.core.results import FloatArray
from desktop_cvae.core.specs import IMAGE_SHAPE, LOG_VAR_RANGE, ModelSpec
from desktop_cvae.inference import onnx_format
from desktop_cvae.inference.block_convolution import BlockConvolution, in_blocks, phases

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
_CHANNEL_BLOCK = 8
"""Channels that ONNX Runtime computes at once; fewer are padded to this number."""

_ACTIVATIONS = {"relu": "Relu", "elu": "Elu", "sigmoid": "Sigmoid"}


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
    graph = _Graph(spec, weights, prior, question)
    tensors = [onnx_format.external_tensor(n, array.shape) for n, array in graph.tensors.items()]
    return graph.model(tensors), graph.tensors


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
    graph = _Graph(spec, weights, prior, *questions)
    tensors = [onnx_format.tensor(name, array) for name, array in graph.tensors.items()]
    metadata = {"label_names": json.dumps(spec.label_names), "preset": spec.preset}
    if with_sampler:
        metadata["sampling_temperature"] = repr(_SAMPLING_TEMPERATURE)
    if calibration is not None:
        metadata["temperature"] = repr(calibration.temperature)
        metadata["unsure_margin_nats"] = repr(calibration.unsure_margin)
    doc = _DOC + _SAMPLER_DOC if with_sampler else _DOC
    return graph.model(tensors, doc, metadata)


@dataclass(frozen=True)
class _Value:
    """A named value in the graph.

    Attributes:
        name: unique.
        shape: of one row, as the spec has it: channels last.
        per_label: True if an image has K rows.
    """

    name: str
    shape: Shape
    per_label: bool = False


def _is_thin(layer: specs.Layer | None) -> TypeGuard[specs.Conv]:
    """True for a convolution to fewer channels than the runtime computes at once."""
    return type(layer) is specs.Conv and layer.stride == 1 and layer.filters < _CHANNEL_BLOCK


def _has_phases(layer: specs.Conv) -> bool:
    """True for a transposed convolution whose phases all have taps and full channel blocks."""
    return 1 < layer.stride <= layer.kernel and layer.filters % _CHANNEL_BLOCK == 0


class _Graph:
    """Nodes of one or more questions, added while the spec is walked."""

    def __init__(
        self, spec: ModelSpec, weights: dict[str, FloatArray], prior: Prior, *questions: str
    ) -> None:
        self.spec = spec
        self._prior = prior
        self.tensors: dict[str, FloatArray] = {}
        self._weights = weights
        self._constants: dict[str, bytes] = {}
        self._nodes: list[bytes] = []
        self._inputs: dict[str, bytes] = {}
        self._outputs: list[bytes] = []
        for question in questions:
            getattr(self, f"_{question}")()

    def model(
        self, tensors: list[bytes], doc: str = "", metadata: dict[str, str] | None = None
    ) -> bytes:
        """Return the whole graph, with the given weights in it."""
        return onnx_format.model(
            self.spec.preset,
            self._nodes,
            [*self._constants.values(), *tensors],
            list(self._inputs.values()),
            self._outputs,
            doc,
            metadata,
        )

    def _score(self) -> None:
        count, latent_dim = self.spec.score_count, self.spec.latent_dim
        images = self._images()
        mean, log_var = map(self._for_each_label, self._posterior(images, "*"))
        logits = self._run("decoder", self.spec.decoder, mean, "*")
        height, width, _ = IMAGE_SHAPE
        by_label = self._reshape(logits.name, (-1, count, height, width))
        target = self._reshape("images", (-1, 1, height, width))
        self._answer("reconstructions", "images", (count, height, width), "Sigmoid", by_label)
        self._answer(
            "reconstruction_nats", "images", (count,), "Sub", *self._bernoulli(by_label, target)
        )
        kl_nats = self._standard_kl if self._prior.is_standard else self._mixture_kl
        kl = kl_nats(mean.name, log_var.name)
        self._answer(
            "kl_nats", "images", (count,), "Reshape", kl, self._constant(np.array((-1, count)))
        )
        shape = (count, latent_dim)
        for name, value in (("latent_means", mean), ("latent_log_vars", log_var)):
            to = self._constant(np.array((-1, *shape)))
            self._answer(name, "images", shape, "Reshape", value.name, to)

    def _encode(self) -> None:
        posterior = self._posterior(self._images(), self._labels("images"))
        for name, value in zip(QUESTIONS["encode"], posterior, strict=True):
            self._answer(name, "images", (self.spec.latent_dim,), "Identity", value.name)

    def _decode(self) -> None:
        shape = (self.spec.latent_dim,)
        latents = _Value(self._input("latents", ("latents", *shape)), shape)
        logits = self._run("decoder", self.spec.decoder, latents, self._labels("latents"))
        pictures = self._reshape(logits.name, (-1, *IMAGE_SHAPE[:2]))
        # The runtime's Sigmoid is 0 below logits of about −18, where nats still count.
        odds = self._node("Exp", self._node("Neg", pictures))
        whole = self._node("Add", odds, self._constant(np.float32(1)))
        self._answer("decoded", "latents", IMAGE_SHAPE[:2], "Reciprocal", whole)

    def _sample(self) -> None:
        """Add :meth:`desktop_cvae.core.priors.Prior.sample`, with its randomness as inputs."""
        prior, size = self._prior, self.spec.latent_dim
        noise = self._input("sample_noise", ("samples", size))
        draws = self._reshape(self._input("sample_components", ("samples",)), (-1, 1))
        cumulative = np.cumsum(prior.weights, axis=1, dtype=np.float64)
        # The last limit is left out: a draw is above at most C − 1 of them.
        limits = self._tensor("prior.limits", (cumulative / cumulative[:, -1:])[:, :-1])
        labels = ""
        if self.spec.conditional:
            labels = self._input("sample_labels", ("samples",), np.int64)
            limits = self._node("Gather", limits, labels)
        above = self._node("Cast", self._node("Greater", draws, limits), to=_INT64)
        chosen = self._sum(above, 1)
        if labels:
            first = self._node("Mul", labels, self._constant(np.array([prior.components])))
            chosen = self._node("Add", chosen, first)
        middles = self._tensor("prior.means", prior.means.reshape(-1, size))
        factors = self._tensor("prior.factors", prior.factors.reshape(-1, size, size))
        scaled = self._node("Mul", noise, self._input("temperature", ()))
        columns = self._reshape(scaled, (-1, size, 1))
        spread = self._node("MatMul", self._node("Gather", factors, chosen), columns)
        summands = self._node("Gather", middles, chosen), self._reshape(spread, (-1, size))
        self._answer("sampled_latents", "samples", (size,), "Add", *summands)

    def _images(self) -> _Value:
        images = self._input("images", ("images", *IMAGE_SHAPE[:2]))
        return _Value(self._reshape(images, (-1, 1, *IMAGE_SHAPE[:2])), IMAGE_SHAPE)

    def _labels(self, rows: str) -> str:
        return self._input("labels", (rows,), np.int64) if self.spec.conditional else ""

    def _input(
        self, name: str, shape: tuple[int | str, ...], dtype: type[np.generic] = np.float32
    ) -> str:
        self._inputs[name] = onnx_format.value(name, shape, dtype)
        return name

    def _answer(self, name: str, rows: str, shape: Shape, operator: str, *inputs: str) -> None:
        """Add an output: the result of a last operator on its inputs."""
        self._nodes.append(onnx_format.node(operator, inputs, name))
        self._outputs.append(onnx_format.value(name, (rows, *shape)))

    def _posterior(self, images: _Value, labels: str) -> tuple[_Value, _Value]:
        features = self._run("encoder", self.spec.encoder, images, labels)
        mean, log_var = (
            self._dense(f"encoder.{head}", self.spec.heads, features, labels)
            for head in ("z_mean", "z_log_var")
        )
        low, high = (self._constant(np.float32(limit)) for limit in LOG_VAR_RANGE)
        return mean, replace(log_var, name=self._node("Clip", log_var.name, low, high))

    def _run(
        self, stack: str, layers: tuple[specs.Layer, ...], value: _Value, labels: str
    ) -> _Value:
        """Pass a value through a stack of layers; the result is flat."""
        named = [(f"{stack}.{index}.{layer.kind}", layer) for index, layer in enumerate(layers)]
        while named:
            before = isinstance(named[0][1], specs.UpSample)
            if before < len(named) and _is_thin(named[before][1]):
                value = self._thin_convolution(named, value)
            else:
                value = self._layer(*named.pop(0), value, labels)
        return self._flat(value)

    def _thin_convolution(self, named: list[tuple[str, specs.Layer]], value: _Value) -> _Value:
        """Fuse ``UpSample`` and a convolution to few channels, with ``DepthToSpace``.

        By the runtime's profiler the last layer of ``conv_cvae`` takes 9 ms for 64 images instead
        of 33, that of ``studio`` 5 for 32 instead of 8.

        Args:
            named: layers that begin with these, the outer two perhaps missing; they are taken out.
            value: the small map.
        """
        size, depth = 1, 1
        if isinstance(before := named[0][1], specs.UpSample):
            size = before.size
            del named[0]
        name, layer = named.pop(0)
        assert isinstance(layer, specs.Conv)
        if named and isinstance(after := named[0][1], specs.DepthToSpace):
            depth = after.size
            del named[0]
        height, width, _ = value.shape
        # Blocks of 2 × 2 small pixels fill the channels that are computed anyway.
        is_even = height % 2 == width % 2 == 0
        stride = 2 if is_even and size**2 * layer.filters <= _CHANNEL_BLOCK else 1
        kernel, bias = (self._weights[f"{name}.{tensor}"] for tensor in ("kernel", "bias"))
        result = self._block_convolution(name, in_blocks(kernel, bias, size, stride, depth), value)
        result = self._activate(result, layer.activation)
        result = self._depth_to_space(result, size * stride * depth)
        side, last = size * depth, layer.filters // depth**2
        return replace(value, name=result, shape=(height * side, width * side, last))

    def _phases(self, name: str, layer: specs.Conv, value: _Value) -> str:
        """Add a transposed convolution in phases; ``studio`` takes 24 ms instead of 27."""
        kernel, bias = (self._weights[f"{name}.{tensor}"] for tensor in ("kernel", "bias"))
        parts = [
            self._activate(
                self._block_convolution(f"{name}.{index}", part, value), layer.activation
            )
            for index, part in enumerate(phases(kernel, bias, layer.stride))
        ]
        # With the channels last, a transposition moves whole lines of memory at once.
        last = self._node("Transpose", self._node("Concat", *parts, axis=1), perm=[0, 2, 3, 1])
        size, (height, width, _) = layer.stride, value.shape
        rows = self._reshape(last, (-1, height, width, size, size * layer.filters))
        rows = self._node("Transpose", rows, perm=[0, 1, 3, 2, 4])
        whole = self._reshape(rows, (-1, size * height, size * width, layer.filters))
        return self._node("Transpose", whole, perm=[0, 3, 1, 2])

    def _block_convolution(self, name: str, plain: BlockConvolution, value: _Value) -> str:
        kernel = self._tensor(f"{name}.kernel", plain.kernel)
        sides = {
            "kernel_shape": list(plain.kernel.shape[2:]),
            "strides": [plain.stride] * 2,
            "pads": list(plain.pads),
        }
        bias = self._tensor(f"{name}.bias", plain.bias)
        return self._node("Conv", value.name, kernel, bias, **sides)

    def _layer(self, name: str, layer: specs.Layer, value: _Value, labels: str) -> _Value:
        shape = layer.output_shape(value.shape)
        match layer:
            case specs.Dense():
                return self._dense(name, layer, value, labels)
            case specs.Flatten():
                return self._flat(value)
            case specs.Dropout():
                return value
            case specs.Reshape():
                folded = self._reshape(self._flat(value).name, (-1, *shape))
                result = self._node("Transpose", folded, perm=[0, 3, 1, 2])
            case specs.Conv():
                result = self._convolution(name, layer, value)
            case specs.MaxPool():
                sides = [layer.size] * 2
                result = self._node("MaxPool", value.name, kernel_shape=sides, strides=sides)
            case specs.UpSample():
                scales = self._constant(np.array([1, 1, layer.size, layer.size], np.float32))
                how = {"mode": "nearest", "coordinate_transformation_mode": "asymmetric"}
                how |= {"nearest_mode": "floor"}
                result = self._node("Resize", value.name, "", scales, **how)
            case specs.DepthToSpace():
                result = self._depth_to_space(value.name, layer.size)
            case specs.BatchNorm():
                names = ("gamma", "beta", *specs.UNTRAINED_TENSORS)
                own = (self._weight(f"{name}.{tensor}") for tensor in names)
                result = self._node(
                    "BatchNormalization", value.name, *own, epsilon=specs.BATCH_NORM_EPSILON
                )
            case _:
                raise TypeError(f"no ONNX operator for {type(layer).__name__}")
        return replace(value, name=result, shape=shape)

    def _dense(self, name: str, layer: specs.Dense, value: _Value, labels: str) -> _Value:
        weights = (self._weight(f"{name}.{tensor}") for tensor in ("kernel", "bias"))
        result = self._node("Gemm", self._flat(value).name, *weights)
        if not layer.label:
            activated = self._activate(result, layer.activation)
            return replace(value, name=activated, shape=(layer.units,))
        each, count = labels == "*", self.spec.label_count
        if each:
            rows = count if value.per_label else 1
            result = self._reshape(result, (-1, rows, layer.units))
        if layer.gain:
            factors = self._tensor(f"{name}.factors", 1 + self._weights[f"{name}.label_gain"])
            result = self._node("Mul", result, self._label_rows(factors, labels))
        summands = self._weight(f"{name}.label_kernel")
        result = self._node("Add", result, self._label_rows(summands, labels))
        result = self._activate(result, layer.activation)
        if each:
            result = self._reshape(result, (-1, layer.units))
        return _Value(result, (layer.units,), per_label=each)

    def _label_rows(self, table: str, labels: str) -> str:
        """Select rows of a table (K, units): all, or that of each image's label."""
        return table if labels == "*" else self._node("Gather", table, labels)

    def _convolution(self, name: str, layer: specs.Conv, value: _Value) -> str:
        """Add a “same” convolution; an odd line of padding goes below and to the right."""
        transposed = isinstance(layer, specs.ConvTranspose)
        if transposed and _has_phases(layer):
            return self._phases(name, layer, value)
        pads, more = [], []
        for length in value.shape[:2]:
            large = length * layer.stride if transposed else length
            small = -(-large // layer.stride)
            spare = (small - 1) * layer.stride + layer.kernel - large
            pads.append(max(spare, 0))
            more.append(max(-spare, 0))
        begins = [pad // 2 for pad in pads]
        sides = {
            "kernel_shape": [layer.kernel] * 2,
            "strides": [layer.stride] * 2,
            "pads": begins + [pad - begin for pad, begin in zip(pads, begins, strict=True)],
        }
        if transposed:
            sides["output_padding"] = more
        # (k, k, in, out) → (out, in, k, k); of transposed ones (k, k, out, in) → (in, out, k, k).
        kernel = self._tensor(
            f"{name}.kernel", self._weights[f"{name}.kernel"].transpose(3, 2, 0, 1)
        )
        weights = kernel, self._weight(f"{name}.bias")
        operator = "ConvTranspose" if transposed else "Conv"
        result = self._node(operator, value.name, *weights, **sides)
        return self._activate(result, layer.activation)

    def _depth_to_space(self, value: str, size: int) -> str:
        return self._node("DepthToSpace", value, blocksize=size, mode="DCR")

    def _activate(self, value: str, activation: str) -> str:
        if activation == "linear":
            return value
        if activation == "silu":
            return self._node("Mul", value, self._node("Sigmoid", value))
        return self._node(_ACTIVATIONS[activation], value)

    def _flat(self, value: _Value) -> _Value:
        if len(value.shape) == 1:
            return value
        name = value.name
        if value.shape[2] > 1:
            name = self._node("Transpose", name, perm=[0, 2, 3, 1])
        size = math.prod(value.shape)
        return replace(value, name=self._reshape(name, (-1, size)), shape=(size,))

    def _for_each_label(self, value: _Value) -> _Value:
        """Repeat a row of (L,) for each label of an image, even if no label changes it."""
        if value.per_label or not self.spec.conditional:
            return value
        (size,) = value.shape
        once = self._reshape(value.name, (-1, 1, size))
        repeated = self._node(
            "Expand", once, self._constant(np.array([1, self.spec.label_count, 1]))
        )
        return _Value(self._reshape(repeated, (-1, size)), value.shape, per_label=True)

    def _bernoulli(self, logits: str, images: str) -> tuple[str, str]:
        """Add −log p(x | z) = Σ (max(l, 0) − l·x) − Σ log σ(|l|), as its two sums.

        The logarithm is taken of the product over a row of 28 pixels, whose factors are in
        [1/2, 1]. ONNX Runtime's ``Softplus`` took 7 of the 14 ms of 64 images in ``dense_cvae``;
        this takes 1.
        """
        gaps = self._node("Sub", self._node("Relu", logits), self._node("Mul", logits, images))
        chances = self._node("Sigmoid", self._node("Abs", logits))
        products = self._node("ReduceProd", chances, axes=[3], keepdims=0)
        return self._sum(gaps, 2, 3), self._sum(self._node("Log", products), 2)

    def _mixture_kl(self, mean: str, log_var: str) -> str:
        """Add the bound of :meth:`desktop_cvae.core.priors.Prior.kl_nats`, one value a row.

        A label's components are the columns of one product: (images, L) · (L, C·L) gives their
        whitened codes, (images, L) · (L, C) the traces.
        """
        prior, count, size = self._prior, self.spec.score_count, self.spec.latent_dim
        whitenings, components = prior.whitenings, prior.components
        middles = np.einsum("kcij,kcj->kci", whitenings, prior.means)
        columns = whitenings.transpose(0, 3, 1, 2).reshape(count, size, -1)
        white = self._tensor("prior.whitenings", columns)
        white_middles = self._tensor("prior.middles", middles.reshape(count, 1, -1))
        precisions = (whitenings**2).sum(axis=2).transpose(0, 2, 1)
        heights = self._tensor("prior.heights", prior.log_heights[:, np.newaxis])

        gaps = self._node("Sub", self._node("MatMul", self._by_label(mean), white), white_middles)
        gaps = self._reshape(gaps, (count, -1, components, size))
        variances = self._by_label(self._node("Exp", log_var))
        traces = self._node("MatMul", variances, self._tensor("prior.precisions", precisions))
        squares = self._node("Add", self._sum(self._node("Mul", gaps, gaps), 3), traces)
        half = self._constant(np.float32(0.5))
        nats = self._node("Sub", heights, self._node("Mul", squares, half))
        # Log-sum-exp with the largest taken out: under a wrong label all exponentials are 0.
        top = self._node("ReduceMax", nats, axes=[2], keepdims=1)
        rest = self._sum(self._node("Exp", self._node("Sub", nats, top)), 2)
        density = self._node("Add", self._reshape(top, (count, -1)), self._node("Log", rest))
        rows = self._reshape(self._node("Transpose", density, perm=[1, 0]), (-1,))
        entropies = self._node("Mul", self._sum(log_var, 1), half)
        constant = self._constant(np.float32(0.5 * size * (LOG_TWO_PI + 1)))
        return self._node("Neg", self._node("Add", rows, self._node("Add", entropies, constant)))

    def _by_label(self, value: str) -> str:
        """Reorder an image's rows label by label, (B·K, L) → (K, B, L)."""
        shape = (-1, self.spec.score_count, self.spec.latent_dim)
        return self._node("Transpose", self._reshape(value, shape), perm=[1, 0, 2])

    def _standard_kl(self, mean: str, log_var: str) -> str:
        """Add KL(N(mean, e^log_var) ‖ N(0, 1)) (Kingma and Welling 2014, appendix B)."""
        half, one = self._constant(np.float32(0.5)), self._constant(np.float32(1))
        squares = self._node("Mul", mean, mean)
        terms = self._node("Add", squares, self._node("Exp", log_var))
        terms = self._node("Sub", self._node("Sub", terms, log_var), one)
        return self._node("Mul", self._sum(terms, 1), half)

    def _sum(self, value: str, *axes: int) -> str:
        return self._node("ReduceSum", value, self._constant(np.array(axes)), keepdims=0)

    def _reshape(self, value: str, shape: tuple[int, ...]) -> str:
        return self._node("Reshape", value, self._constant(np.array(shape)))

    def _weight(self, name: str) -> str:
        return self._tensor(name, self._weights[name])

    def _tensor(self, name: str, array: Numbers) -> str:
        self.tensors[name] = np.ascontiguousarray(array, np.float32)
        return name

    def _constant(self, array: np.ndarray[Any, Any] | np.generic) -> str:
        array = np.asarray(array)
        name = f"{array.dtype}:{array.tolist()}"
        self._constants[name] = onnx_format.tensor(name, array)
        return name

    def _node(self, operator: str, *inputs: str, **attributes: onnx_format.Attribute) -> str:
        name = f"{operator}.{len(self._nodes)}"
        self._nodes.append(onnx_format.node(operator, inputs, name, **attributes))
        return name
