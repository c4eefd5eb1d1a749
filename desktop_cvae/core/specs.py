"""What a model is (:class:`ModelSpec`) and how it is trained (:class:`TrainingConfig`).

Both are frozen, validated when made, and travel as JSON in a model file.
"""

from __future__ import annotations

import dataclasses
import math
from dataclasses import dataclass, field
from typing import Any

from desktop_cvae.core.checked_json import from_json
from desktop_cvae.core.errors import InvalidSpec
from desktop_cvae.core.language import mark, number, tr, tr_n
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
PRIOR_COMPONENTS, MAX_PRIOR_COMPONENTS = 20, 256
"""Gaussians of each label's prior that are fitted, and that a model file may have."""
MAX_PRIOR_NUMBERS = 4_000_000
"""Of a fitted prior's tensors together."""
READ_AS_MEANT = 0.99
"""Probability of its label at which a sample passes, if nobody asks for another."""
LOG_VAR_RANGE = (-30.0, 20.0)
"""Of a posterior: exp() of anything outside leaves float32's useful range and turns the loss to
NaN."""


@dataclass(frozen=True)
class Setting:
    """What people may set; a field's metadata, read by its check, the parser and the forms.

    Attributes:
        label: its name for people; marked, as all texts here, to be looked up where it is shown.
        help: what it does, in lower case and without a full stop.
        low: the least value.
        high: the largest.
        unit: after the number: ``"epochs"``, ``"nats"``.
        decimals: that are shown; 0 for whole numbers.
        step: of the arrow keys; 0 goes with the number's own size.
        scale: shown value by real value; 100 shows per cent.
        zero: what stands for 0 instead of the number.
        choices: for a text: the values, and what each does.
        high_once: the largest value in older model files, if that was larger.
    """

    label: str
    help: str
    low: float = 0.0
    high: float = 1.0
    unit: str = ""
    decimals: int = 0
    step: float = 1.0
    scale: float = 1.0
    zero: str = ""
    choices: tuple[tuple[str, str], ...] = ()
    high_once: float = 0.0

    @property
    def metadata(self) -> dict[str, Setting]:
        """As a dataclass's field keeps it."""
        return {"setting": self}

    @property
    def suffix(self) -> str:
        """What follows the shown number: `` epochs``, `` %``."""
        unit = "%" if self.scale == 100 else tr(self.unit)
        return f" {unit}" if unit else ""

    @property
    def tip(self) -> str:
        """What it does, and its range: "Digits a step (1 – 8,192)"."""
        low, high = (_plain(self.scale * end) for end in (self.low, self.high))
        help_text = tr(self.help)
        return f"{help_text[:1].upper()}{help_text[1:]} ({low} – {high}{self.suffix})"

    def text(self, value: float) -> str:
        """A value for people: "0.00025", "5 epochs", "10 %"."""
        return f"{_plain(self.scale * value)}{self.suffix}"

    def check(self, owner: object, name: str) -> None:
        """Raise :class:`InvalidSpec` unless the owner's value of that name may be."""
        if not self.choices:
            require_range(owner, name, self.low, max(self.high, self.high_once))
        elif getattr(owner, name) not in dict(self.choices):
            allowed = tr(" or ").join(tr("“{name}”", name=value) for value, _ in self.choices)
            raise InvalidSpec(tr("“{name}” must be {allowed}.", name=name, allowed=allowed))


def _plain(value: float) -> str:
    """A number without an exponent: 10,000 and 0.0000001."""
    decimals = f"{value:.7f}".rstrip("0").partition(".")[2]
    return number(value, f",.{len(decimals)}f")


def settings_of(cls: type) -> dict[str, Setting]:
    """The settings among a dataclass's fields, by name and in their order."""
    fields = dataclasses.fields(cls)
    return {f.name: f.metadata["setting"] for f in fields if "setting" in f.metadata}


def option_of(name: str) -> str:
    """The command line's option of a setting: ``--beta-warmup`` of ``beta_warmup_epochs``."""
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
    latent_dim: int = field(
        metadata=Setting(
            mark("Latent dimensions"), mark("how many numbers describe a hand"), 1, 512
        ).metadata
    )
    conditional: bool
    encoder: tuple[Layer, ...]
    decoder: tuple[Layer, ...]
    heads_see_label: bool = False
    label_names: tuple[str, ...] = DIGIT_NAMES

    def __post_init__(self) -> None:
        LATENT_DIM.check(self, "latent_dim")
        if not 2 <= self.label_count <= 62 or len(set(self.label_names)) != self.label_count:
            raise InvalidSpec(tr("A model needs 2 to 62 labels, each with a name of its own."))
        if max(len(self.encoder), len(self.decoder)) > MAX_LAYERS:
            raise InvalidSpec(
                tr_n(
                    "A network may have {n} layer at most.",
                    "A network may have {n} layers at most.",
                    MAX_LAYERS,
                )
            )
        if not self.conditional and (self.heads_see_label or _sees_label(self)):
            raise InvalidSpec(tr("A model without labels has a layer that sees the label."))
        if self.conditional and not any(getattr(layer, "label", False) for layer in self.decoder):
            raise InvalidSpec(tr("A conditional model's decoder must see the label."))
        if math.prod(trace(self.decoder, (self.latent_dim,))[-1]) != math.prod(IMAGE_SHAPE):
            raise InvalidSpec(tr("The decoder does not end in 28 × 28 values."))
        count = sum(math.prod(shape) for shape in self.tensors().values())
        if count > MAX_PARAMETERS:
            raise InvalidSpec(
                tr(
                    "The network has {count} weights; {most} is the limit.",
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
            raise InvalidSpec(tr("“model” should be an object."))
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


LATENT_DIM = settings_of(ModelSpec)["latent_dim"]


def _strength(label: str, help_text: str) -> dict[str, Setting]:
    return Setting(label, help_text, 0, 1, decimals=2, step=0.1).metadata


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
        crossed: share in [0, 1] of the 7s that get a bar and of the 0s that get a slash
            (``pictures.restyling.crossed``), as many hands write them.
        noise_share: share in [0, 1] of the images that the encoder sees under Gaussian noise
            while it learns; what is to be reconstructed stays clean, so the network learns to
            see through noise (Im et al. 2017, arXiv:1511.06406). Validation is without noise.
        noise_level: the largest standard deviation of that noise in grey levels, in [0, 1]; each
            picture draws its own, evenly from 0.
        damage: share in [0, 1] of the images that the encoder sees under random damage
            (``pictures.damage``); what is to be reconstructed stays whole. The label contrast
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

    epochs: int = field(
        default=20,
        metadata=Setting(
            mark("Epochs"), mark("passes over the training digits"), 1, 10_000
        ).metadata,
    )
    batch_size: int = field(
        default=128,
        metadata=Setting(mark("Batch size"), mark("digits a step"), 1, 8192, step=16).metadata,
    )
    learning_rate: float = field(
        default=1e-3,
        metadata=Setting(
            mark("Learning rate"), mark("Adam's first step size"), 1e-7, 1.0, decimals=7, step=0
        ).metadata,
    )
    schedule: str = field(
        default="constant",
        metadata=Setting(
            mark("Schedule"),
            mark("how the learning rate goes on"),
            choices=(
                ("constant", mark("The same learning rate to the end")),
                ("cosine", mark("Falls to zero over the training")),
            ),
        ).metadata,
    )
    beta: float = field(
        default=1.0,
        metadata=Setting(
            mark("β"),
            mark("weight of the KL term; 1 is the ELBO"),
            0,
            100,
            decimals=3,
            step=0.1,
        ).metadata,
    )
    beta_warmup_epochs: float = field(
        default=0.0,
        metadata=Setting(
            mark("β warm-up"),
            mark("β rises from 0 over so many epochs"),
            0,
            10_000,
            mark("epochs"),
            decimals=1,
        ).metadata,
    )
    augmentation: float = field(
        default=0.0,
        metadata=_strength(
            mark("Augmentation"), mark("strength of small random rotations, shears and shifts")
        ),
    )
    elastic: float = field(
        default=0.0, metadata=_strength(mark("Bending"), mark("strength of smooth random bending"))
    )
    pen: float = field(
        default=0.0,
        metadata=_strength(
            mark("Pen"), mark("strength of changes of stroke width, softness and contrast")
        ),
    )
    crossed: float = field(
        default=0.0,
        metadata=_strength(
            mark("Crossed digits"),
            mark("share of the 7s that are learned with a bar, and of the 0s with a slash"),
        ),
    )
    noise_share: float = field(
        default=0.0,
        metadata=_strength(
            mark("Noisy digits"), mark("share of the digits that are read under noise")
        ),
    )
    noise_level: float = field(
        default=0.0,
        metadata=_strength(
            mark("Noise level"), mark("the strongest noise; each digit draws its own")
        ),
    )
    damage: float = field(
        default=0.0,
        metadata=_strength(
            mark("Damaged digits"),
            mark("share of the digits that are read under lines, blots, shadows and other damage"),
        ),
    )
    contrast: float = field(
        default=0.0,
        metadata=Setting(
            mark("Label contrast"),
            mark("step of telling the labels apart, in learning rates; 0 is the plain ELBO"),
            0,
            10,
            decimals=2,
            step=0.1,
            # Of files from before the contrast had steps of its own it was a weight.
            high_once=1000.0,
        ).metadata,
    )
    contrast_temperature: float = field(
        default=10.0,
        metadata=Setting(
            mark("Temperature"),
            mark("the higher, the wider the true label has to win in the contrast"),
            0.01,
            1000,
            mark("nats"),
            decimals=2,
        ).metadata,
    )
    contrast_after_epochs: float = field(
        default=0.0,
        metadata=Setting(
            mark("Contrast after"),
            mark("the contrast begins after so many epochs; each takes twice as long then"),
            0,
            10_000,
            mark("epochs"),
            decimals=1,
        ).metadata,
    )
    early_stopping_epochs: int = field(
        default=0,
        metadata=Setting(
            mark("Stop early"),
            mark("stop when so many epochs brought nothing better"),
            0,
            10_000,
            mark("epochs"),
            zero=mark("never"),
        ).metadata,
    )
    validation_share: float = field(
        default=1 / 12,
        metadata=Setting(
            mark("Validation"),
            mark("share of the training data that is held out, to see what is learnt"),
            1e-4,
            0.5,
            decimals=2,
            scale=100,
        ).metadata,
    )
    seed: int = field(
        default=1,
        metadata=Setting(
            mark("Seed"), mark("the same seed trains the same model"), 0, 2**31 - 1
        ).metadata,
    )

    def __post_init__(self) -> None:
        for name, setting in TRAINING_SETTINGS.items():
            setting.check(self, name)

    def to_json(self) -> dict[str, Any]:
        """A JSON object that :meth:`from_json` reads."""
        return dataclasses.asdict(self)

    @classmethod
    def from_json(cls, data: Any) -> TrainingConfig:
        """Read and validate; raises :class:`InvalidSpec`."""
        return from_json(cls, data, "training")


TRAINING_SETTINGS = settings_of(TrainingConfig)


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
        raise InvalidSpec(
            tr("“{part}” should be a list of {most} layers at most.", part=part, most=MAX_LAYERS)
        )
    return tuple(layer_from_json(item) for item in data)
