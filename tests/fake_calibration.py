"""A calibration by hand, for tests of what is made of one."""

from __future__ import annotations

from desktop_cvae.core.calibration import EXTRA_FEATURES, Calibration


def fake_calibration(
    labels: int = 10,
    shares: tuple[float, ...] = (0.001, 0.01, 0.05),
    thresholds: tuple[float, ...] = (-1.0, 0.0, 1.0),
    temperature: float = 2.0,
    unsure_margin: float = 3.0,
    score: float = 5.0,
    latents: int = 0,
    units: int = 3,
    shapes: str = "",
) -> Calibration:
    """A calibration whose digit score is ``score`` for every picture."""
    features = 2 * labels + EXTRA_FEATURES + latents + bool(shapes)
    return Calibration(
        temperature=temperature,
        unsure_margin=unsure_margin,
        shares=shares,
        thresholds=thresholds,
        means=(0.0,) * (labels * features),
        scales=(1.0,) * features,
        digits=1000,
        latents=latents,
        hidden=(0.25,) * ((labels + features + 1) * units),
        outputs=(*(0.0,) * units, score),
        shapes=shapes,
    )
