"""Estimates the time and memory of a training before it starts.

The estimate uses the speed at which this machine trained each preset before.
"""

from __future__ import annotations

import json
import logging
import math
from dataclasses import dataclass
from pathlib import Path

from desktop_cvae.core.atomic_files import write_atomically
from desktop_cvae.core.errors import InputOutputError, InvalidData
from desktop_cvae.core.language import mark, number, tr
from desktop_cvae.core.layers import Layer, Shape, trace
from desktop_cvae.core.paths import cache_dir
from desktop_cvae.core.specs import IMAGE_SHAPE, ModelSpec, TrainingConfig
from desktop_cvae.gui.training.training_request import TrainingRequest
from desktop_cvae.gui.training.training_status import duration_text

USUAL_IMAGES = 60_000
"""Number of images assumed for data of unknown size: that of MNIST's training part."""

FORWARD_AND_BACK = 3.0
"""Cost of both passes, in forward passes: the backward pass costs about twice as much (Kaplan et
al. 2020, section 2.1)."""

CAUTIOUS_SPEED = 6.0e10
"""Operations per second assumed of an unknown machine. Measured on few cores: 3.2e10 to 6.8e10
(``dense_cvae``), 4.1e10 (``conv_cvae``), 2.1e11 (``studio``)."""

OVERHEAD_S = 2.5e-5
"""Time of a step per image outside the network: shuffling, distortion, transfer."""

CONTRAST_FACTOR = 2.3
"""Factor by which the label contrast lengthens an epoch (``studio``: 25 s and 58 s)."""

AROUND_S = 10.0
"""Time for TensorFlow's start before a training and for measuring after it."""

PROGRAM_MB = 700.0
"""Memory of TensorFlow itself."""

IMAGE_BYTES = 4 * 784
"""Memory per image: as read, as split, and TensorFlow's copy."""

WEIGHT_BYTES = 4 * 4
"""Memory per weight: itself, its gradient and Adam's two moments."""

MIN_FACTOR, MAX_FACTOR = 0.02, 50.0
MAX_FILE_BYTES = 10_000
Speeds = dict[str, float]
"""Measured relative to expected time, by preset; missing for presets never trained here."""

_log = logging.getLogger(__name__)


@dataclass(frozen=True)
class Estimate:
    """Expected cost.

    Attributes:
        seconds: duration of the training.
        megabytes: main memory.
        parameters: number of weights.
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
    """Estimate time and memory.

    Args:
        spec: the network.
        config: epochs, batch size, fraction that is held out.
        seconds_per_image: time of a training step, from :func:`expected_seconds_per_image`.
        images: number of images, held-out ones included.
    """
    parameters = sum(math.prod(shape) for shape in spec.tensors().values())
    values = sum(_values(*stack) for stack in _stacks(spec))
    # Both passes keep the output of every layer; the framework's own copies double it.
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
    """Return True if this epoch, counted from 1, also trains the label contrast."""
    return epoch > config.epochs - _contrasted_epochs(spec, config)


def operations(spec: ModelSpec) -> float:
    """Return the multiplications and additions of a training step per image."""
    forward = sum(_forward_operations(spec, *stack) for stack in _stacks(spec))
    return FORWARD_AND_BACK * forward


def expected_seconds_per_image(spec: ModelSpec, factor: float) -> float:
    """Return the time per image; ``factor`` is this machine's, from :func:`read_speeds`."""
    return factor * (OVERHEAD_S + operations(spec) / CAUTIOUS_SPEED)


def _stacks(spec: ModelSpec) -> tuple[tuple[tuple[Layer, ...], Shape], ...]:
    return (spec.encoder, IMAGE_SHAPE), (spec.decoder, (spec.latent_dim,))


def _values(layers: tuple[Layer, ...], shape: Shape) -> int:
    return sum(math.prod(out) for out in trace(layers, shape))


def _forward_operations(spec: ModelSpec, layers: tuple[Layer, ...], shape: Shape) -> float:
    """Return the operations of a forward pass: each kernel is applied once per position."""
    total, before = 0.0, shape
    for layer in layers:
        after = layer.output_shape(before)
        for tensor in layer.tensors(before, spec.label_count).values():
            positions = math.prod(after[:-1]) if len(after) == 3 else 1
            total += 2.0 * math.prod(tensor) * positions
        before = after
    return total


def cost_text(request: TrainingRequest, images: int | None, factor: float) -> str:
    """Return the estimate in words; empty for an invalid network.

    Args:
        request: the settings of the form.
        images: number of images of the data set; None if unknown.
        factor: time that this machine needed for the preset before, relative to the expected time.
    """
    try:
        spec = request.spec()
    except InvalidData:
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


def read_speeds() -> Speeds:
    """Return the measured speeds; empty if they cannot be read."""
    try:
        with _file().open("rb") as file:
            data = json.loads(file.read(MAX_FILE_BYTES))
        return {
            str(name): float(factor)
            for name, factor in data.items()
            if MIN_FACTOR <= float(factor) <= MAX_FACTOR
        }
    except (OSError, ValueError, TypeError, AttributeError, RecursionError, OverflowError):
        # A user may have edited the file: any JSON, however deep or large, is only forgotten.
        return {}


def keep_speed(spec: ModelSpec, images_per_second: float, *, contrasted: bool = False) -> Speeds:
    """Store a measured speed; on a full disk it is forgotten at the next start.

    Args:
        spec: the network.
        images_per_second: speed of an epoch.
        contrasted: True if the epoch also trained the label contrast.

    Returns:
        All speeds, including the new one.
    """
    speeds = read_speeds()
    if not images_per_second > 0:
        return speeds
    # The estimate counts the contrast of its own, so it must not be part of the machine's speed.
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
