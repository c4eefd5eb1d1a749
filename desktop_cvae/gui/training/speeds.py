"""How fast this machine trained which preset; kept from one training to the next."""

from __future__ import annotations

import json
import logging
from pathlib import Path

from desktop_cvae.core.errors import InputOutputError
from desktop_cvae.core.paths import cache_dir
from desktop_cvae.core.specs import ModelSpec
from desktop_cvae.gui.training.estimate import expected_seconds_per_image

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
    except (OSError, ValueError, TypeError, AttributeError, RecursionError):
        return {}


def keep_speed(spec: ModelSpec, images_per_second: float) -> Speeds:
    """Keep what was measured; a disk that is full costs only the memory of it.

    Returns:
        all speeds, the new one among them.
    """
    from desktop_cvae.library.atomic_writing import write_atomically

    speeds = read_speeds()
    if not images_per_second > 0:
        return speeds
    factor = 1 / images_per_second / expected_seconds_per_image(spec, 1.0)
    speeds |= {spec.preset: min(max(factor, MIN_FACTOR), MAX_FACTOR)}
    try:
        write_atomically(_file(), json.dumps(speeds).encode())
    except InputOutputError as error:
        _log.info("The training's speed was not kept: %s", error)
    return speeds


def _file() -> Path:
    return cache_dir() / "training_speed.json"
