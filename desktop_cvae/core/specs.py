"""What a model is (:class:`ModelSpec`) and how it is trained (:class:`TrainingConfig`).

Both are frozen, validated when made, and travel as JSON in a model file.
"""

from __future__ import annotations

import dataclasses
import math
from dataclasses import dataclass
from typing import Any

from desktop_cvae.core.checked_json import from_json
from desktop_cvae.core.errors import InvalidSpec
from desktop_cvae.core.layers import (
    UNTRAINED_TENSORS,
    Dense,
    Layer,
    Shape,
    layer_from_json,
    layer_to_json,
    require_range,
    tensor_shapes,
    trace,
)

IMAGE_SHAPE: Shape = (28, 28, 1)
DIGIT_NAMES = tuple("0123456789")
MAX_PARAMETERS = 16_000_000
MAX_LAYERS = 40


@dataclass(frozen=True)
class ModelSpec:
    """A (conditional) variational autoencoder as data.

    Attributes:
        preset: the name of the architecture it came from.
        latent_dim: number of latent dimensions L, 1–512.
        conditional: True for a CVAE (the one-hot label enters encoder and decoder).
        encoder: layers from the image (28, 28, 1) to the features under the two heads.
        decoder: layers from the latent vector (L,) to 784 logits.
        heads_see_label: the heads ``z_mean`` and ``z_log_var`` get the label too.
        label_names: the labels' names, 2–62 of them.
    """

    preset: str
    latent_dim: int
    conditional: bool
    encoder: tuple[Layer, ...]
    decoder: tuple[Layer, ...]
    heads_see_label: bool = False
    label_names: tuple[str, ...] = DIGIT_NAMES

    def __post_init__(self) -> None:
        require_range(self, "latent_dim", 1, 512)
        if not 2 <= self.label_count <= 62 or len(set(self.label_names)) != self.label_count:
            raise InvalidSpec("A model needs 2 to 62 labels, each with a name of its own.")
        if max(len(self.encoder), len(self.decoder)) > MAX_LAYERS:
            raise InvalidSpec(f"A network may have {MAX_LAYERS} layers at most.")
        if not self.conditional and (self.heads_see_label or _sees_label(self)):
            raise InvalidSpec("A model without labels has a layer that sees the label.")
        if self.conditional and not any(getattr(layer, "label", False) for layer in self.decoder):
            raise InvalidSpec("A conditional model's decoder must see the label.")
        if math.prod(trace(self.decoder, (self.latent_dim,))[-1]) != math.prod(IMAGE_SHAPE):
            raise InvalidSpec("The decoder does not end in 28 × 28 values.")
        count = sum(math.prod(shape) for shape in self.tensors().values())
        if count > MAX_PARAMETERS:
            raise InvalidSpec(
                f"The network has {count:,} weights; {MAX_PARAMETERS:,} is the limit."
            )

    @property
    def label_count(self) -> int:
        """Number of labels K, also for a model that does not see them."""
        return len(self.label_names)

    @property
    def score_count(self) -> int:
        """How many explanations of one image there are: K, or 1 without labels."""
        return self.label_count if self.conditional else 1

    @property
    def heads(self) -> Dense:
        """The layer of ``z_mean`` and of ``z_log_var``, as data."""
        return Dense(self.latent_dim, "linear", self.heads_see_label)

    def encoder_tensors(self) -> dict[str, Shape]:
        """Names and shapes of the encoder's tensors, heads last."""
        tensors = tensor_shapes("encoder", self.encoder, IMAGE_SHAPE, self.label_count)
        features = trace(self.encoder, IMAGE_SHAPE)[-1]
        self.heads.output_shape(features)
        for head in ("z_mean", "z_log_var"):
            own = self.heads.tensors(features, self.label_count)
            tensors |= {f"encoder.{head}.{name}": shape for name, shape in own.items()}
        return tensors

    def decoder_tensors(self) -> dict[str, Shape]:
        """Names and shapes of the decoder's tensors."""
        return tensor_shapes("decoder", self.decoder, (self.latent_dim,), self.label_count)

    def tensors(self) -> dict[str, Shape]:
        """Names and shapes of all tensors, in a fixed order; all are float32."""
        return self.encoder_tensors() | self.decoder_tensors()

    def without_labels(self) -> ModelSpec:
        """The same network as a plain VAE."""
        return dataclasses.replace(
            self,
            conditional=False,
            heads_see_label=False,
            encoder=_blind(self.encoder),
            decoder=_blind(self.decoder),
        )

    def to_json(self) -> dict[str, Any]:
        """A JSON object that :meth:`from_json` reads."""
        plain = {f.name: getattr(self, f.name) for f in dataclasses.fields(self)}
        layers = {part: [layer_to_json(x) for x in plain[part]] for part in ("encoder", "decoder")}
        return plain | layers | {"label_names": list(self.label_names)}

    @classmethod
    def from_json(cls, data: Any) -> ModelSpec:
        """Read and validate.

        Raises:
            InvalidSpec: an entry is missing, unknown, of the wrong type or out of range.
        """
        if not isinstance(data, dict):
            raise InvalidSpec("“model” should be an object.")
        layers = {part: _layers_from_json(data.get(part), part) for part in ("encoder", "decoder")}
        rest = {key: value for key, value in data.items() if key not in layers}
        return from_json(_Unlayered, rest, "model").with_layers(**layers)


@dataclass(frozen=True)
class _Unlayered:
    """A spec's plain entries, so that they are read by type."""

    preset: str
    latent_dim: int
    conditional: bool
    heads_see_label: bool
    label_names: tuple[str, ...]

    def with_layers(self, encoder: tuple[Layer, ...], decoder: tuple[Layer, ...]) -> ModelSpec:
        return ModelSpec(encoder=encoder, decoder=decoder, **dataclasses.asdict(self))


@dataclass(frozen=True)
class TrainingConfig:
    """How a model is trained.

    Attributes:
        epochs: passes over the training part.
        batch_size: images a step.
        learning_rate: Adam's step size at the start.
        schedule: ``"constant"``, or ``"cosine"`` that falls to zero over the run.
        beta: weight β of the KL term (Higgins et al. 2017); 1 is the ELBO.
        beta_warmup_epochs: β rises linearly from 0 over so many epochs (Bowman et al. 2016).
        augmentation: strength in [0, 1] of small random rotation, scale, shear and shift.
        elastic: strength in [0, 1] of smooth random bending (Simard et al. 2003).
        pen: strength in [0, 1] of random changes of stroke width, softness and contrast.
        noise_share: share in [0, 1] of the images that the encoder sees under Gaussian noise
            while it learns; what is to be reconstructed stays clean, so the network learns to
            see through noise (Im et al. 2017, arXiv:1511.06406). Validation is without noise.
        noise_level: the largest standard deviation of that noise in grey levels, in [0, 1]; each
            picture draws its own, evenly from 0.
        contrast: step of the label contrast, in learning rates: the cross-entropy of the
            soft-max over the labels' ELBOs, which is what a reading asks, with Adam moments of
            its own. 0 is the plain ELBO (Lasserre et al. 2006 on such hybrids of generative and
            discriminative learning).
        contrast_temperature: nats by which the ELBOs are divided in it; the higher, the wider
            the true label has to win.
        contrast_after_epochs: the contrast begins after so many epochs; it costs twice the
            time of the plain ELBO.
        early_stopping_epochs: stop when so many epochs brought no better validation −ELBO; 0
            never stops early.
        validation_share: share of the training data that is held out, in (0, 0.5].
        seed: of weights, split, shuffle, augmentation and sampling.
    """

    epochs: int = 20
    batch_size: int = 128
    learning_rate: float = 1e-3
    schedule: str = "constant"
    beta: float = 1.0
    beta_warmup_epochs: float = 0.0
    augmentation: float = 0.0
    elastic: float = 0.0
    pen: float = 0.0
    noise_share: float = 0.0
    noise_level: float = 0.0
    contrast: float = 0.0
    contrast_temperature: float = 10.0
    contrast_after_epochs: float = 0.0
    early_stopping_epochs: int = 0
    validation_share: float = 1 / 12
    seed: int = 1

    def __post_init__(self) -> None:
        require_range(self, "epochs", 1, 10_000)
        require_range(self, "batch_size", 1, 8192)
        require_range(self, "learning_rate", 1e-7, 1.0)
        require_range(self, "beta", 0.0, 100.0)
        require_range(self, "beta_warmup_epochs", 0.0, 10_000.0)
        require_range(self, "augmentation", 0.0, 1.0)
        require_range(self, "noise_share", 0.0, 1.0)
        require_range(self, "noise_level", 0.0, 1.0)
        require_range(self, "elastic", 0.0, 1.0)
        require_range(self, "pen", 0.0, 1.0)
        # Of files from before the contrast had steps of its own it was a weight, up to 1000.
        require_range(self, "contrast", 0.0, 1000.0)
        require_range(self, "contrast_temperature", 0.01, 1000.0)
        require_range(self, "contrast_after_epochs", 0.0, 10_000.0)
        require_range(self, "early_stopping_epochs", 0, 10_000)
        require_range(self, "validation_share", 1e-4, 0.5)
        require_range(self, "seed", 0, 2**31 - 1)
        if self.schedule not in ("constant", "cosine"):
            raise InvalidSpec("“schedule” must be “constant” or “cosine”.")

    def to_json(self) -> dict[str, Any]:
        """A JSON object that :meth:`from_json` reads."""
        return dataclasses.asdict(self)

    @classmethod
    def from_json(cls, data: Any) -> TrainingConfig:
        """Read and validate; raises :class:`InvalidSpec`."""
        return from_json(cls, data, "training")


def count_trainable(tensors: dict[str, Shape]) -> int:
    """Number of trained weights among the named tensors."""
    return sum(
        math.prod(shape)
        for name, shape in tensors.items()
        if name.rpartition(".")[2] not in UNTRAINED_TENSORS
    )


def _sees_label(spec: ModelSpec) -> bool:
    return any(getattr(layer, "label", False) for layer in (*spec.encoder, *spec.decoder))


def _blind(layers: tuple[Layer, ...]) -> tuple[Layer, ...]:
    return tuple(
        dataclasses.replace(layer, label=False, gain=False) if isinstance(layer, Dense) else layer
        for layer in layers
    )


def _layers_from_json(data: Any, part: str) -> tuple[Layer, ...]:
    if not isinstance(data, list) or len(data) > MAX_LAYERS:
        raise InvalidSpec(f"“{part}” should be a list of {MAX_LAYERS} layers at most.")
    return tuple(layer_from_json(item) for item in data)
