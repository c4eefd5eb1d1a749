"""Layers of a network as data, and the shapes that follow from them.

A network is a tuple of these; ``model/`` turns them into Keras layers. All feature maps are
channels-last, all convolutions padded ``same``. ``library/`` checks a file's tensors against
:func:`tensor_shapes` without Keras.
"""

# Annotations are evaluated here with the module, not as texts: the presets need them at the start,
# and to compile the texts of all fields takes seven times as long (4 ms).
import dataclasses
import math
from dataclasses import dataclass
from typing import Annotated, Any, ClassVar

from desktop_cvae.core.errors import InvalidData
from desktop_cvae.core.language import tr
from desktop_cvae.core.schemas import Field, check_fields, from_json, one_of

Shape = tuple[int, ...]
ACTIVATIONS = ("linear", "relu", "elu", "silu", "sigmoid")
# Keras' default; a network is the same in both engines only with the same one.
BATCH_NORM_EPSILON = 1e-3
"""Added to the variance under the root."""
UNTRAINED_TENSORS = ("moving_mean", "moving_variance")
MAX_ACTIVATION_SIZE = 1_000_000
"""Most values that one layer may put out for one image."""
Activation = Annotated[str, one_of(*ACTIVATIONS)]
Width = Annotated[int, Field(low=1, high=1024)]
"""Channels, or pixels of a side."""
Size = Annotated[int, Field(low=2, high=4)]
"""Side of a pooling or up-sampling square."""


@dataclass(frozen=True)
class Layer:
    """Base of all layers: no tensors, shape unchanged."""

    kind: ClassVar[str] = ""

    def __post_init__(self) -> None:
        check_fields(self)

    def to_json(self) -> dict[str, Any]:
        """Return the layer as a JSON object, with its ``kind``."""
        return {"kind": self.kind, **dataclasses.asdict(self)}

    @staticmethod
    def from_json(data: Any) -> "Layer":
        """Read a layer.

        Raises:
            InvalidData: the kind is unknown, or a value is of the wrong type or range.
        """
        kind = data.get("kind") if isinstance(data, dict) else None
        if not isinstance(kind, str) or kind not in _KINDS:
            raise InvalidData(
                tr("A network has a layer of unknown kind “{kind}”.", kind=str(kind)[:40])
            )
        return from_json(_KINDS[kind], {k: v for k, v in data.items() if k != "kind"}, kind)

    def output_shape(self, shape: Shape) -> Shape:
        """Return the shape of one image's values after this layer."""
        return shape

    def tensors(self, shape: Shape, label_count: int) -> dict[str, Shape]:
        """Return the layer's tensors by name, for an input of ``shape``."""
        return {}


@dataclass(frozen=True)
class Flatten(Layer):
    """All values in one row."""

    kind: ClassVar[str] = "flatten"

    def output_shape(self, shape: Shape) -> Shape:
        """``(H·W·C,)``."""
        return (math.prod(shape),)


@dataclass(frozen=True)
class Reshape(Layer):
    """A row of values as a feature map."""

    kind: ClassVar[str] = "reshape"
    height: Width
    width: Width
    channels: Width

    def output_shape(self, shape: Shape) -> Shape:
        """``(height, width, channels)``."""
        target = (self.height, self.width, self.channels)
        if math.prod(target) != math.prod(shape):
            raise InvalidData(
                tr("A layer cannot reshape {shape} to {target}.", shape=shape, target=target)
            )
        return target


@dataclass(frozen=True)
class Dense(Layer):
    """Fully connected; with ``label`` the one-hot label is one more input.

    ``activation(x · kernel + y · label_kernel + bias)`` equals a dense layer over the
    concatenation of x and y, but its x part can be shared by all labels. With ``gain`` the label
    also scales: ``activation((x · kernel + bias)(1 + y · label_gain) + y · label_kernel)``, so
    that each label may look at other features (FiLM, Perez et al. 2018, arXiv:1709.07871).
    """

    kind: ClassVar[str] = "dense"
    units: Annotated[int, Field(low=1, high=8192)]
    activation: Activation = "relu"
    label: bool = False
    gain: bool = False

    def __post_init__(self) -> None:
        super().__post_init__()
        if self.gain and not self.label:
            raise InvalidData(tr("A dense layer without the label cannot have a label gain."))

    def output_shape(self, shape: Shape) -> Shape:
        """``(units,)``."""
        require_rank(self, shape, 1)
        return (self.units,)

    def tensors(self, shape: Shape, label_count: int) -> dict[str, Shape]:
        """``kernel``, ``bias`` and, with a label, ``label_kernel``, and ``label_gain``."""
        own: dict[str, Shape] = {"kernel": (shape[0], self.units), "bias": (self.units,)}
        if self.label:
            own["label_kernel"] = (label_count, self.units)
        if self.gain:
            own["label_gain"] = (label_count, self.units)
        return own


@dataclass(frozen=True)
class Conv(Layer):
    """Convolution; ``stride`` 2 halves the feature map."""

    kind: ClassVar[str] = "conv"
    filters: Width
    kernel: Annotated[int, Field(low=1, high=9)] = 3
    stride: Annotated[int, Field(low=1, high=4)] = 1
    activation: Activation = "relu"

    def output_shape(self, shape: Shape) -> Shape:
        """``(⌈H/stride⌉, ⌈W/stride⌉, filters)``."""
        require_rank(self, shape, 3)
        # Rounded up, as “same” padding does.
        return (-(-shape[0] // self.stride), -(-shape[1] // self.stride), self.filters)

    def tensors(self, shape: Shape, label_count: int) -> dict[str, Shape]:
        """``kernel`` (k, k, in, out) and ``bias``."""
        kernel = (self.kernel, self.kernel, shape[2], self.filters)
        return {"kernel": kernel, "bias": (self.filters,)}


@dataclass(frozen=True)
class ConvTranspose(Conv):
    """Transposed convolution; ``stride`` 2 doubles the feature map."""

    kind: ClassVar[str] = "conv_transpose"

    def output_shape(self, shape: Shape) -> Shape:
        """``(H·stride, W·stride, filters)``."""
        require_rank(self, shape, 3)
        return (shape[0] * self.stride, shape[1] * self.stride, self.filters)

    def tensors(self, shape: Shape, label_count: int) -> dict[str, Shape]:
        """``kernel`` (k, k, out, in) and ``bias``."""
        # Keras keeps the kernel of a transposed convolution with the outputs before the inputs.
        kernel = (self.kernel, self.kernel, self.filters, shape[2])
        return {"kernel": kernel, "bias": (self.filters,)}


@dataclass(frozen=True)
class MaxPool(Layer):
    """Largest value of every ``size`` × ``size`` square."""

    kind: ClassVar[str] = "max_pool"
    size: Size = 2

    def output_shape(self, shape: Shape) -> Shape:
        """``(⌊H/size⌋, ⌊W/size⌋, C)``."""
        require_rank(self, shape, 3)
        return (shape[0] // self.size, shape[1] // self.size, shape[2])


@dataclass(frozen=True)
class UpSample(Layer):
    """Every value repeated ``size`` times in both directions."""

    kind: ClassVar[str] = "up_sample"
    size: Size = 2

    def output_shape(self, shape: Shape) -> Shape:
        """``(H·size, W·size, C)``."""
        require_rank(self, shape, 3)
        return (shape[0] * self.size, shape[1] * self.size, shape[2])


@dataclass(frozen=True)
class DepthToSpace(Layer):
    """Channels laid out as ``size`` × ``size`` blocks of pixels (Shi et al. 2016, sub-pixel)."""

    kind: ClassVar[str] = "depth_to_space"
    size: Size = 2

    def output_shape(self, shape: Shape) -> Shape:
        """``(H·size, W·size, C / size²)``."""
        require_rank(self, shape, 3)
        if shape[2] % self.size**2:
            raise InvalidData(
                tr(
                    "“{kind}” needs a multiple of {count} channels.",
                    kind=self.kind,
                    count=self.size**2,
                )
            )
        return (shape[0] * self.size, shape[1] * self.size, shape[2] // self.size**2)


@dataclass(frozen=True)
class Dropout(Layer):
    """A fraction ``rate`` of the values set to zero, in training only."""

    kind: ClassVar[str] = "dropout"
    rate: Annotated[float, Field(low=0, high=0.9)] = 0.2


@dataclass(frozen=True)
class BatchNorm(Layer):
    """Batch normalisation over all but the last axis (Ioffe and Szegedy 2015)."""

    kind: ClassVar[str] = "batch_norm"

    def tensors(self, shape: Shape, label_count: int) -> dict[str, Shape]:
        """``gamma``, ``beta`` (trained) and ``moving_mean``, ``moving_variance``."""
        names = ("gamma", "beta", *UNTRAINED_TENSORS)
        return dict.fromkeys(names, (shape[-1],))


def require_rank(layer: Layer, shape: Shape, rank: int) -> None:
    """Raise :class:`InvalidData` unless the layer's input has that many axes."""
    if len(shape) != rank:
        raise InvalidData(
            tr(
                "A “{kind}” layer needs {rank} axes per image, not {count}.",
                kind=layer.kind,
                rank=rank,
                count=len(shape),
            )
        )


_KINDS: dict[str, type[Layer]] = {
    cls.kind: cls
    for cls in (
        Flatten,
        Reshape,
        Dense,
        Conv,
        ConvTranspose,
        MaxPool,
        UpSample,
        DepthToSpace,
        Dropout,
        BatchNorm,
    )
}


def trace(layers: tuple[Layer, ...], shape: Shape) -> list[Shape]:
    """Return the shape before every layer and, last, of the output: one more than layers.

    Raises:
        InvalidData: a layer does not fit the shape before it, or the map grows too large.
    """
    shapes = [shape]
    for layer in layers:
        shape = layer.output_shape(shape)
        if not 0 < math.prod(shape) <= MAX_ACTIVATION_SIZE:
            raise InvalidData(
                tr("A layer of the network would output {shape} values per image.", shape=shape)
            )
        shapes.append(shape)
    return shapes


def tensor_shapes(
    prefix: str, layers: tuple[Layer, ...], shape: Shape, label_count: int
) -> dict[str, Shape]:
    """Return all tensors of a stack, named ``prefix.position.kind.tensor``, in order."""
    named: dict[str, Shape] = {}
    for position, (layer, before) in enumerate(zip(layers, trace(layers, shape), strict=False)):
        for name, tensor_shape in layer.tensors(before, label_count).items():
            named[f"{prefix}.{position}.{layer.kind}.{name}"] = tensor_shape
    return named
