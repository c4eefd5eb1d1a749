"""Named architectures as data.

Every decoder ends in 784 logits; the sigmoid that turns them into grey values is
applied where a picture is wanted, so that the loss is computed from logits.

Tested in tests/core/test_specs.py.
"""

from __future__ import annotations

import dataclasses
from dataclasses import dataclass

from desktop_cvae.core.errors import UsageError
from desktop_cvae.core.language import mark, tr
from desktop_cvae.core.layers import (
    BatchNorm,
    Conv,
    ConvTranspose,
    Dense,
    DepthToSpace,
    Dropout,
    Flatten,
    Layer,
    MaxPool,
    Reshape,
    UpSample,
)
from desktop_cvae.core.specs import ModelSpec, TrainingConfig


def _regularised(units: int, *, label: bool = False) -> tuple[Layer, ...]:
    return (Dense(units, "relu", label), Dropout(0.2), BatchNorm())


DENSE_VAE = ModelSpec(
    preset="dense_vae",
    latent_dim=2,
    conditional=False,
    encoder=(Flatten(), *_regularised(256), *_regularised(128)),
    decoder=(*_regularised(128), *_regularised(256), Dense(784, "linear")),
)

DENSE_CVAE = ModelSpec(
    preset="dense_cvae",
    latent_dim=16,
    conditional=True,
    encoder=(Flatten(), *_regularised(256, label=True), *_regularised(128)),
    decoder=(*_regularised(128, label=True), *_regularised(256), Dense(784, "linear")),
)

CONV_CVAE = ModelSpec(
    preset="conv_cvae",
    latent_dim=16,
    conditional=True,
    encoder=(Conv(16), MaxPool(), Conv(8), MaxPool(), Flatten()),
    heads_see_label=True,
    decoder=(
        Dense(7 * 7 * 8, "relu", label=True),
        Reshape(7, 7, 8),
        Conv(8),
        UpSample(),
        Conv(16),
        UpSample(),
        Conv(1, activation="linear"),
    ),
)

CONV_VAE = dataclasses.replace(CONV_CVAE.without_labels(), preset="conv_vae", latent_dim=2)

WIDE_VAE = ModelSpec(
    preset="wide_vae",
    latent_dim=2,
    conditional=False,
    encoder=(Flatten(), Dense(2000), Dense(256)),
    decoder=(Dense(256), Dense(2000), Dense(784, "linear")),
)

STUDIO = ModelSpec(
    preset="studio",
    latent_dim=12,
    conditional=True,
    encoder=(
        Conv(32, 3, 1),
        Conv(32, 3, 2),
        Conv(64, 3, 1),
        Conv(64, 3, 2),
        Conv(96, 3, 1),
        Flatten(),
        Dense(512, label=True, gain=True),
        Dense(256, label=True, gain=True),
    ),
    heads_see_label=True,
    decoder=(
        Dense(512, label=True, gain=True),
        Dense(7 * 7 * 64, label=True, gain=True),
        Reshape(7, 7, 64),
        ConvTranspose(32, 3, 2),
        Conv(32, 3, 1),
        Conv(4, 3, 1, "linear"),
        DepthToSpace(),
    ),
)

WRITER = ModelSpec(
    preset="writer",
    latent_dim=32,
    conditional=True,
    encoder=(Conv(32, 4, 2), Conv(64, 4, 2), Flatten(), Dense(256, label=True)),
    heads_see_label=True,
    decoder=(
        Dense(512, label=True),
        Dense(7 * 7 * 64, label=True),
        Reshape(7, 7, 64),
        ConvTranspose(32, 4, 2),
        Conv(32, 3, 1),
        Conv(4, 3, 1, "linear"),
        DepthToSpace(),
    ),
)

LIKELIHOOD = ModelSpec(
    preset="likelihood",
    latent_dim=32,
    conditional=True,
    encoder=(
        Conv(32, 4, 2, "silu"),
        Conv(64, 4, 2, "silu"),
        Conv(32, 1, 1, "silu"),
        Flatten(),
        Dense(128, "silu", label=True),
    ),
    heads_see_label=True,
    decoder=(
        Dense(256, "silu", label=True),
        Dense(7 * 7 * 32, "silu", label=True),
        Reshape(7, 7, 32),
        ConvTranspose(32, 4, 2, "silu"),
        Conv(32, 3, 1, "silu"),
        Conv(32, 3, 1, "silu"),
        Conv(32, 3, 1, "silu"),
        Conv(4, 3, 1, "linear"),
        DepthToSpace(),
    ),
)


@dataclass(frozen=True)
class Preset:
    """An architecture with the training that suits it.

    Attributes:
        spec: the network.
        training: its default training.
        summary: one line for users.
        source: where the network comes from.
    """

    spec: ModelSpec
    training: TrainingConfig
    summary: str
    source: str


PRESETS: dict[str, Preset] = {
    "studio": Preset(
        STUDIO,
        TrainingConfig(
            epochs=32,
            schedule="cosine",
            augmentation=0.6,
            elastic=0.3,
            pen=0.2,
            crossed=0.25,
            noise_share=0.3,
            noise_level=0.5,
            damage=0.5,
            contrast=1.0,
            contrast_after_epochs=8.0,
        ),
        mark("The default: strided convolutions, label in encoder and decoder"),
        mark("This project; strided convolutions after Radford et al. 2016 (arXiv:1511.06434)"),
    ),
    "writer": Preset(
        WRITER,
        TrainingConfig(epochs=30, learning_rate=2e-3, schedule="cosine", beta=0.03),
        mark(
            "For writing: many latent dimensions and a light KL term, with a prior fitted to the "
            "codes"
        ),
        mark("This project; a prior fitted afterwards after Ghosh et al. 2020 (arXiv:1903.12436)"),
    ),
    "likelihood": Preset(
        LIKELIHOOD,
        TrainingConfig(epochs=80, learning_rate=2e-3, schedule="cosine", beta=0.2),
        mark("For likelihood: at most a million weights, its prior included"),
        mark("This project; a prior fitted afterwards after Ghosh et al. 2020 (arXiv:1903.12436)"),
    ),
    "conv_cvae": Preset(
        CONV_CVAE,
        TrainingConfig(),
        mark("Small convolutional CVAE with pooling and up-sampling"),
        mark(
            "After the Keras convolutional autoencoder (blog.keras.io, Chollet 2016) with the "
            "label given to encoder and decoder (Sohn et al. 2015)"
        ),
    ),
    "dense_cvae": Preset(
        DENSE_CVAE,
        TrainingConfig(),
        mark("Multilayer CVAE with dropout and batch normalisation"),
        mark("The published multilayer (C)VAE study in Keras; label as in Sohn et al. 2015"),
    ),
    "dense_vae": Preset(
        DENSE_VAE,
        TrainingConfig(),
        mark("Multilayer VAE, two latent dimensions, no labels"),
        mark("The published multilayer VAE study in Keras, its second decoder layer chained"),
    ),
    "conv_vae": Preset(
        CONV_VAE,
        TrainingConfig(),
        mark("Small convolutional VAE, two latent dimensions, no labels"),
        mark("The convolutional CVAE without its label"),
    ),
    "wide_vae": Preset(
        WIDE_VAE,
        TrainingConfig(batch_size=64),
        mark("Wide VAE 784–2000–256–2, no labels"),
        mark("The published wide VAE study in Keras (2,083,284 + 2,083,552 trained weights)"),
    ),
}


def preset_named(name: str) -> Preset:
    """Return the preset of that name.

    Raises:
        UsageError: there is no such preset.
    """
    if name not in PRESETS:
        raise UsageError(
            tr(
                "There is no preset “{name}”; choose from {known}.",
                name=name,
                known=", ".join(PRESETS),
            )
        )
    return PRESETS[name]
