"""What a training will cost, guessed before it starts.

The guess uses how fast this machine trained which preset, kept from one training to the next.
"""

from __future__ import annotations

import json
import logging
import math
from dataclasses import dataclass
from pathlib import Path

from desktop_cvae.core.errors import InputOutputError, InvalidSpec
from desktop_cvae.core.language import mark, number, tr
from desktop_cvae.core.layers import Layer, Shape, trace
from desktop_cvae.core.paths import cache_dir
from desktop_cvae.core.specs import IMAGE_SHAPE, ModelSpec, TrainingConfig
from desktop_cvae.gui.training.state import duration_text
from desktop_cvae.gui.training.training_request import TrainingRequest

USUAL_IMAGES = 60_000
"""MNIST's; of data whose number is not known before they are read."""

FORWARD_AND_BACK = 3.0
"""The backward pass costs about twice the forward one (Kaplan et al. 2020, section 2.1)."""

CAUTIOUS_SPEED = 6.0e10
"""Operations a second. Measured on few cores: 3.2e10 to 6.8e10 (``dense_cvae``), 4.1e10
(``conv_cvae``), 2.1e11 (``studio``)."""

OVERHEAD_S = 2.5e-5
"""A step's cost for one image beside the network: shuffling, distorting, handing over."""

CONTRAST_FACTOR = 2.3
"""An epoch with the label contrast takes so many times as long (``studio``: 25 s and 58 s)."""

AROUND_S = 10.0
"""TensorFlow's start before, measuring after."""

PROGRAM_MB = 700.0
"""TensorFlow itself."""

IMAGE_BYTES = 4 * 784
"""Read, cut in two, and the copy that TensorFlow holds."""

WEIGHT_BYTES = 4 * 4
"""A weight, its gradient and Adam's two moments."""


@dataclass(frozen=True)
class Estimate:
    """Expected cost.

    Attributes:
        seconds: of the whole training.
        megabytes: of main memory.
        parameters: trained and kept weights.
    """

    seconds: float
    megabytes: float
    parameters: int


def estimate(
    spec: ModelSpec,
    config: TrainingConfig,
    seconds_per_image: float,
    images: int = USUAL_IMAGES,
) -> Estimate:
    """Guess time and memory.

    Args:
        spec: the network.
        config: epochs, batch size, the share that is held out.
        seconds_per_image: of a training step, from :func:`expected_seconds_per_image`.
        images: learned from and held out, together.
    """
    parameters = sum(math.prod(shape) for shape in spec.tensors().values())
    values = sum(_values(*stack) for stack in _stacks(spec))
    # Both passes keep every layer's output; the framework's own copies double it.
    batch_bytes = 4 * 4 * values * config.batch_size
    megabytes = PROGRAM_MB + (WEIGHT_BYTES * parameters + batch_bytes + IMAGE_BYTES * images) / 1e6
    held_out = images * config.validation_share
    steps = images - held_out + held_out / FORWARD_AND_BACK
    epochs = config.epochs + (CONTRAST_FACTOR - 1.0) * _contrasted_epochs(spec, config)
    return Estimate(AROUND_S + seconds_per_image * steps * epochs, megabytes, parameters)


def _contrasted_epochs(spec: ModelSpec, config: TrainingConfig) -> float:
    if not (config.contrast and spec.conditional):
        return 0.0
    return max(0.0, config.epochs - config.contrast_after_epochs)


def is_contrasted(spec: ModelSpec, config: TrainingConfig, epoch: int) -> bool:
    """True if that epoch, counted from 1, is trained on the label contrast too."""
    return epoch > config.epochs - _contrasted_epochs(spec, config)


def operations(spec: ModelSpec) -> float:
    """Multiplications and additions of one image's training step."""
    forward = sum(_forward_operations(spec, *stack) for stack in _stacks(spec))
    return FORWARD_AND_BACK * forward


def expected_seconds_per_image(spec: ModelSpec, factor: float) -> float:
    """Time of one image; ``factor`` is this machine's, from :mod:`speeds`."""
    return factor * (OVERHEAD_S + operations(spec) / CAUTIOUS_SPEED)


def _stacks(spec: ModelSpec) -> tuple[tuple[tuple[Layer, ...], Shape], ...]:
    return (spec.encoder, IMAGE_SHAPE), (spec.decoder, (spec.latent_dim,))


def _values(layers: tuple[Layer, ...], shape: Shape) -> int:
    return sum(math.prod(out) for out in trace(layers, shape))


def _forward_operations(spec: ModelSpec, layers: tuple[Layer, ...], shape: Shape) -> float:
    """Each kernel is used once at every place of the layer's output, or of its input."""
    total, before = 0.0, shape
    for layer in layers:
        after = layer.output_shape(before)
        for tensor in layer.tensors(before, spec.label_count).values():
            places = math.prod(after[:-1]) if len(after) == 3 else 1
            total += 2.0 * math.prod(tensor) * places
        before = after
    return total


def cost_text(request: TrainingRequest, images: int | None, factor: float) -> str:
    """The estimate in words; empty for a network that cannot be.

    Args:
        request: what the form says.
        images: of the data set; None if that is not known.
        factor: how much slower than expected this machine trained the preset before.
    """
    try:
        spec = request.spec()
    except InvalidSpec:
        return ""
    count = USUAL_IMAGES if images is None else images
    count = min(count, request.limit) if request.limit else count
    cost = estimate(spec, request.config, expected_seconds_per_image(spec, factor), count)
    if images is not None or request.limit:
        text = mark(
            "Estimate: about {duration} and {gigabytes} GB of memory with {count} pictures; "
            "{weights} weights."
        )
    else:
        text = mark(
            "Estimate: about {duration} and {gigabytes} GB of memory if there are {count} "
            "pictures; {weights} weights."
        )
    return tr(
        text,
        duration=duration_text(cost.seconds),
        gigabytes=number(cost.megabytes / 1000, ".1f"),
        count=number(count),
        weights=number(cost.parameters),
    )


MIN_FACTOR, MAX_FACTOR = 0.02, 50.0
MAX_FILE_BYTES = 10_000
Speeds = dict[str, float]
"""By preset: how much slower than expected; 1.0 for what was never trained here."""

_log = logging.getLogger(__name__)


def read_speeds() -> Speeds:
    """What was measured before; nothing if that cannot be read."""
    try:
        with _file().open("rb") as file:
            data = json.loads(file.read(MAX_FILE_BYTES))
        return {
            str(name): float(factor)
            for name, factor in data.items()
            if MIN_FACTOR <= float(factor) <= MAX_FACTOR
        }
    except (OSError, ValueError, TypeError, AttributeError, RecursionError, OverflowError):
        return {}


def keep_speed(spec: ModelSpec, images_per_second: float, *, contrasted: bool = False) -> Speeds:
    """Keep what was measured; a disk that is full costs only the memory of it.

    Args:
        spec: the network.
        images_per_second: of an epoch.
        contrasted: it was trained on the label contrast too, which the estimate counts by itself.

    Returns:
        all speeds, the new one among them.
    """
    from desktop_cvae.core.atomic_files import write_atomically

    speeds = read_speeds()
    if not images_per_second > 0:
        return speeds
    seconds = 1 / images_per_second / (CONTRAST_FACTOR if contrasted else 1.0)
    factor = seconds / expected_seconds_per_image(spec, 1.0)
    speeds |= {spec.preset: min(max(factor, MIN_FACTOR), MAX_FACTOR)}
    try:
        write_atomically(_file(), json.dumps(speeds).encode())
    except InputOutputError as error:
        _log.info("The training's speed was not kept: %s", error)
    return speeds


def _file() -> Path:
    return cache_dir() / "training_speed.json"
