"""The option ``--noise KIND:LEVEL``."""

from __future__ import annotations

from desktop_cvae.core.results import NoiseSetting


def noise_setting(text: str | None, seed: int) -> NoiseSetting:
    """What ``--noise`` and ``--seed`` ask for; no noise if there is no ``--noise``.

    Raises:
        UsageError: the kind or the level is unknown.
    """
    if text is None:
        return NoiseSetting(seed=seed)
    from desktop_cvae.images.noise import parse_noise

    return parse_noise(text, seed)
