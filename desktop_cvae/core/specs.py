"""Specification of a model (:class:`ModelSpec`) and of its training (:class:`TrainingConfig`).

Both are frozen, validated when made, and travel as JSON in a model file.
"""

# Evaluated annotations, as in :mod:`desktop_cvae.core.layers`.
import dataclasses
import math
from dataclasses import dataclass
from typing import Annotated, Any

from desktop_cvae.core.errors import InvalidData
from desktop_cvae.core.language import mark, number, tr
from desktop_cvae.core.layers import (
    UNTRAINED_TENSORS,
    Dense,
    Layer,
    Shape,
    tensor_shapes,
    trace,
)
from desktop_cvae.core.schemas import Field, check_fields, fields_of, from_json

IMAGE_SHAPE: Shape = (28, 28, 1)
DIGIT_NAMES = tuple("0123456789")
FEWEST_OF_NEW = 5
"""Fewest examples from which a model learns a new label; fewer do not show its variation."""
MAX_PARAMETERS = 16_000_000
MAX_LAYERS = 40
PRIOR_COMPONENTS, MAX_PRIOR_COMPONENTS = 20, 256
"""Gaussians of each label's prior: as fitted, and at most in a model file."""
MAX_PRIOR_NUMBERS = 4_000_000
"""Most numbers in a fitted prior's tensors together."""
READ_AS_MEANT = 0.99
"""Default probability of its label at which a sample passes."""
LOG_VAR_RANGE = (-30.0, 20.0)
"""Range of a posterior's log variance; exp() of anything outside leaves float32's useful range and
turns the loss to NaN."""


Layers = Annotated[tuple[Layer, ...], Field(max_length=MAX_LAYERS)]
_FRACTION: Any = {"low": 0, "high": 1, "decimals": 2, "step": 0.1}


def option_of(name: str) -> str:
    """Return a setting's option: ``--beta-warmup`` for ``beta_warmup_epochs``."""
    return f"--{name.removesuffix('_epochs').replace('_', '-')}"


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
    latent_dim: Annotated[
        int,
        Field(
            mark("Latent dimensions"),
            mark("number of values that describe a digit's style"),
            1,
            512,
        ),
    ]
    conditional: bool
    encoder: Layers
    decoder: Layers
    heads_see_label: bool = False
    label_names: tuple[str, ...] = DIGIT_NAMES

    def __post_init__(self) -> None:
        check_fields(self)
        if not 2 <= self.label_count <= 62 or len(set(self.label_names)) != self.label_count:
            raise InvalidData(tr("A model needs 2 to 62 labels with different names."))
        if not self.conditional and (self.heads_see_label or _sees_label(self)):
            raise InvalidData(tr("A model without labels has a layer that sees the label."))
        if self.conditional and not any(getattr(layer, "label", False) for layer in self.decoder):
            raise InvalidData(tr("A conditional model's decoder must see the label."))
        if math.prod(trace(self.decoder, (self.latent_dim,))[-1]) != math.prod(IMAGE_SHAPE):
            raise InvalidData(tr("The decoder does not end in 28 × 28 values."))
        count = sum(math.prod(shape) for shape in self.tensors().values())
        if count > MAX_PARAMETERS:
            raise InvalidData(
                tr(
                    "The network has {count} weights; the limit is {most}.",
                    count=number(count),
                    most=number(MAX_PARAMETERS),
                )
            )

    @property
    def label_count(self) -> int:
        """Number of labels K, also for a model that does not see them."""
        return len(self.label_names)

    @property
    def score_count(self) -> int:
        """Number of explanations of one image: K, or 1 without labels."""
        return self.label_count if self.conditional else 1

    @property
    def heads(self) -> Dense:
        """Layer of ``z_mean`` and of ``z_log_var``."""
        return Dense(self.latent_dim, "linear", self.heads_see_label)

    def encoder_tensors(self) -> dict[str, Shape]:
        """Return names and shapes of the encoder's tensors, heads last."""
        tensors = tensor_shapes("encoder", self.encoder, IMAGE_SHAPE, self.label_count)
        features = trace(self.encoder, IMAGE_SHAPE)[-1]
        # Called for its check: the heads need a row of values, so an encoder has to end in Flatten
        # or Dense.
        self.heads.output_shape(features)
        for head in ("z_mean", "z_log_var"):
            own = self.heads.tensors(features, self.label_count)
            tensors |= {f"encoder.{head}.{name}": shape for name, shape in own.items()}
        return tensors

    def decoder_tensors(self) -> dict[str, Shape]:
        """Return names and shapes of the decoder's tensors."""
        return tensor_shapes("decoder", self.decoder, (self.latent_dim,), self.label_count)

    def tensors(self) -> dict[str, Shape]:
        """Return names and shapes of all tensors, in a fixed order; all are float32."""
        return self.encoder_tensors() | self.decoder_tensors()

    def without_labels(self) -> "ModelSpec":
        """Return the same network as a plain VAE."""
        return dataclasses.replace(
            self,
            conditional=False,
            heads_see_label=False,
            encoder=_blind(self.encoder),
            decoder=_blind(self.decoder),
        )

    def to_json(self) -> dict[str, Any]:
        """Return the JSON object that :meth:`from_json` reads."""
        plain = {f.name: getattr(self, f.name) for f in dataclasses.fields(self)}
        layers = {
            part: [layer.to_json() for layer in plain[part]] for part in ("encoder", "decoder")
        }
        return plain | layers | {"label_names": list(self.label_names)}

    @classmethod
    def from_json(cls, data: Any) -> "ModelSpec":
        """Read and validate.

        Raises:
            InvalidData: an entry is missing, unknown, of the wrong type or out of range.
        """
        return from_json(cls, data, "model", is_complete=True)


LATENT_DIM = fields_of(ModelSpec)["latent_dim"]


@dataclass(frozen=True)
class TrainingConfig:
    """Settings of a training.

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
        crossed: share in [0, 1] of the 7s that get a bar and of the 0s that get a slash
            (``synthesis.restyling.crossed``), as many hands write them.
        noise_share: share in [0, 1] of the images that the encoder sees under Gaussian noise
            while it learns; what is to be reconstructed stays clean, so the network learns to
            see through noise (Im et al. 2017, arXiv:1511.06406). Validation is without noise.
        noise_level: the largest standard deviation of that noise in grey levels, in [0, 1]; each
            picture draws its own, evenly from 0.
        damage: share in [0, 1] of the images that the encoder sees under random damage
            (``synthesis.damage``); what is to be reconstructed stays whole. The label contrast
            asks about the damaged picture itself, as a reading does.
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

    epochs: Annotated[
        int, Field(mark("Epochs"), mark("passes over the training digits"), 1, 10_000)
    ] = 20
    batch_size: Annotated[
        int, Field(mark("Batch size"), mark("digits per step"), 1, 8192, step=16)
    ] = 128
    learning_rate: Annotated[
        float,
        Field(mark("Learning rate"), mark("Adam's first step size"), 1e-7, 1.0, decimals=7, step=0),
    ] = 1e-3
    schedule: Annotated[
        str,
        Field(
            mark("Schedule"),
            mark("how the learning rate changes over the training"),
            choices=(
                ("constant", mark("The same learning rate to the end")),
                ("cosine", mark("Falls to zero over the training")),
            ),
        ),
    ] = "constant"
    beta: Annotated[
        float,
        Field(
            mark("β"), mark("weight of the KL term; 1 is the ELBO"), 0, 100, decimals=3, step=0.1
        ),
    ] = 1.0
    beta_warmup_epochs: Annotated[
        float,
        Field(
            mark("β warm-up"),
            mark("epochs over which β rises from 0"),
            0,
            10_000,
            mark("epochs"),
            decimals=1,
        ),
    ] = 0.0
    augmentation: Annotated[
        float,
        Field(
            mark("Augmentation"),
            mark("strength of small random rotations, shears and shifts"),
            **_FRACTION,
        ),
    ] = 0.0
    elastic: Annotated[
        float, Field(mark("Bending"), mark("strength of smooth random bending"), **_FRACTION)
    ] = 0.0
    pen: Annotated[
        float,
        Field(
            mark("Pen"),
            mark("strength of changes of stroke width, softness and contrast"),
            **_FRACTION,
        ),
    ] = 0.0
    crossed: Annotated[
        float,
        Field(
            mark("Crossed digits"),
            mark("share of the 7s that get a crossbar and of the 0s that get a slash"),
            **_FRACTION,
        ),
    ] = 0.0
    noise_share: Annotated[
        float,
        Field(mark("Noisy digits"), mark("share of the digits that get noise"), **_FRACTION),
    ] = 0.0
    noise_level: Annotated[
        float,
        Field(
            mark("Noise level"),
            mark("highest noise level; each digit gets a random level up to it"),
            **_FRACTION,
        ),
    ] = 0.0
    damage: Annotated[
        float,
        Field(
            mark("Damaged digits"),
            mark("share of the digits that get lines, blots, shadows or other damage"),
            **_FRACTION,
        ),
    ] = 0.0
    contrast: Annotated[
        float,
        Field(
            mark("Label contrast"),
            mark(
                "step size of the contrastive loss, relative to the learning rate; 0 is the plain "
                "ELBO"
            ),
            0,
            10,
            decimals=2,
            step=0.1,
            # In files from before the contrast had steps of its own, it was a weight.
            old_high=1000.0,
        ),
    ] = 0.0
    contrast_temperature: Annotated[
        float,
        Field(
            mark("Temperature"),
            mark(
                "a higher value asks for a larger margin of the true label in the contrastive loss"
            ),
            0.01,
            1000,
            mark("nats"),
            decimals=2,
        ),
    ] = 10.0
    contrast_after_epochs: Annotated[
        float,
        Field(
            mark("Contrast after"),
            mark(
                "epochs before the contrastive loss starts; after that, each epoch takes twice as "
                "long"
            ),
            0,
            10_000,
            mark("epochs"),
            decimals=1,
        ),
    ] = 0.0
    early_stopping_epochs: Annotated[
        int,
        Field(
            mark("Stop early"),
            mark("stop after this many epochs without improvement"),
            0,
            10_000,
            mark("epochs"),
            zero=mark("never"),
        ),
    ] = 0
    validation_share: Annotated[
        float,
        Field(
            mark("Validation"),
            mark("share of the training data that is held out to measure progress"),
            1e-4,
            0.5,
            decimals=2,
            scale=100,
        ),
        # 5,000 of MNIST's 60,000 digits.
    ] = 1 / 12
    seed: Annotated[
        int, Field(mark("Seed"), mark("the same seed trains the same model"), 0, 2**31 - 1)
    ] = 1

    def __post_init__(self) -> None:
        check_fields(self)

    def to_json(self) -> dict[str, Any]:
        """Return the JSON object that :meth:`from_json` reads."""
        return dataclasses.asdict(self)

    @classmethod
    def from_json(cls, data: Any) -> "TrainingConfig":
        """Read and validate; raises :class:`InvalidData`."""
        return from_json(cls, data, "training")


TRAINING_SETTINGS = fields_of(TrainingConfig)


def count_trainable(tensors: dict[str, Shape]) -> int:
    """Return the number of trained weights among the named tensors."""
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
