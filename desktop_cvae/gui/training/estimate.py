"""What a training will cost, guessed before it starts."""

from __future__ import annotations

import json
import logging
import math
from dataclasses import dataclass
from pathlib import Path

from desktop_cvae.core.errors import InputOutputError
from desktop_cvae.core.layer_stacks import trace
from desktop_cvae.core.layers import Layer, Shape
from desktop_cvae.core.paths import cache_dir
from desktop_cvae.core.specs import IMAGE_SHAPE, ModelSpec, TrainingConfig

USUAL_IMAGES = 60_000
"""MNIST's; the number for other data is not known before they are read."""

FORWARD_AND_BACK = 3.0
"""The backward pass costs about twice the forward one (Kaplan et al. 2020, section 2.1)."""

CAUTIOUS_SPEED = 6.0e10
"""Operations a second. Measured on few cores: 3.2e10 to 6.8e10 (``dense_cvae``), 4.1e10
(``conv_cvae``), 2.1e11 (``studio``)."""

OVERHEAD_S = 2.5e-5
"""A step's cost for one image beside the network: shuffling, distorting, handing over."""

PROGRAM_MB = 650.0
"""TensorFlow itself, and MNIST as floats."""

WEIGHT_BYTES = 4 * 4
"""A weight, its gradient and Adam's two moments."""

MIN_FACTOR, MAX_FACTOR = 0.02, 50.0
MAX_FILE_BYTES = 10_000
_log = logging.getLogger(__name__)


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


def estimate(spec: ModelSpec, config: TrainingConfig, seconds_per_image: float) -> Estimate:
    """Guess time and memory.

    Args:
        spec: the network.
        config: epochs and batch size.
        seconds_per_image: of a training step, from :func:`expected_seconds_per_image`.
    """
    parameters = sum(math.prod(shape) for shape in spec.tensors().values())
    values = sum(_values(*stack) for stack in _stacks(spec))
    # Both passes keep every layer's output; the framework's own copies double it.
    batch_bytes = 4 * 4 * values * config.batch_size
    megabytes = PROGRAM_MB + (WEIGHT_BYTES * parameters + batch_bytes) / 1e6
    return Estimate(seconds_per_image * USUAL_IMAGES * config.epochs, megabytes, parameters)


def operations(spec: ModelSpec) -> float:
    """Multiplications and additions of one image's training step."""
    forward = sum(_forward_operations(spec, *stack) for stack in _stacks(spec))
    return FORWARD_AND_BACK * forward


def expected_seconds_per_image(spec: ModelSpec, factor: float) -> float:
    """Time of one image; ``factor`` is this machine's, from :func:`remembered_factor`."""
    return factor * (OVERHEAD_S + operations(spec) / CAUTIOUS_SPEED)


def remembered_factor(preset: str) -> float:
    """How much slower than expected this machine trained a preset last time; 1 if never."""
    return _read().get(preset, 1.0)


def remember_speed(spec: ModelSpec, images_per_second: float) -> None:
    """Keep what was measured; a disk that is full costs only the memory of it."""
    from desktop_cvae.library.atomic_writing import write_atomically

    if not images_per_second > 0:
        return
    factor = 1 / images_per_second / expected_seconds_per_image(spec, 1.0)
    factors = _read() | {spec.preset: min(max(factor, MIN_FACTOR), MAX_FACTOR)}
    try:
        write_atomically(_file(), json.dumps(factors).encode())
    except InputOutputError as error:
        _log.info("The training's speed was not kept: %s", error)


def _file() -> Path:
    return cache_dir() / "training_speed.json"


def _read() -> dict[str, float]:
    try:
        with _file().open("rb") as file:
            data = json.loads(file.read(MAX_FILE_BYTES))
        return {
            str(name): float(factor)
            for name, factor in data.items()
            if MIN_FACTOR <= float(factor) <= MAX_FACTOR
        }
    except (OSError, ValueError, TypeError, AttributeError, RecursionError):
        return {}


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
