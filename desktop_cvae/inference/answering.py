"""One picture through the whole house: noise, reading, reconstruction."""

from __future__ import annotations

import time

from desktop_cvae.core.errors import MissingLabels
from desktop_cvae.core.results import Answer, NoiseSetting, PreparedDigit
from desktop_cvae.inference.engine import Engine
from desktop_cvae.inference.recognition import recognize_carefully
from desktop_cvae.pictures.noise import add_noise


def answer(
    engine: Engine, prepared: PreparedDigit, noise: NoiseSetting, label: int | None
) -> Answer:
    """Everything that the window shows for one picture.

    Args:
        engine: the loaded model.
        prepared: the picture as 28×28.
        noise: added before the model reads it.
        label: conditions the reconstruction; None takes the recognised one.

    Raises:
        MissingLabels: a label was chosen for a model without labels.
    """
    if label is not None and not engine.spec.conditional:
        raise MissingLabels(engine.spec.preset, "be given one")
    if not prepared.found:
        return Answer(prepared, prepared.image, None, label, None, 0.0)
    noisy = add_noise(prepared.image, noise)
    started = time.perf_counter()
    reading = recognize_carefully(engine, noisy[None])[0]
    elapsed_ms = 1000.0 * (time.perf_counter() - started)
    chosen = reading.label if label is None else label
    # The score has decoded every label already: the reconstruction is one of its ten.
    picture = reading.reconstructions[chosen or 0]
    return Answer(prepared, noisy, reading, chosen, picture, elapsed_ms)
