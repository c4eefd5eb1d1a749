"""What the window and the command line may ask for, as protocols."""

from __future__ import annotations

from typing import Protocol

from desktop_cvae.core.results import FloatArray, IntArray, LabelScores, Posterior
from desktop_cvae.core.specs import ModelSpec


class Engine(Protocol):
    """A loaded model that answers; one thread at a time.

    Attributes:
        name: ``"litert"`` or ``"keras"``.
        spec: the model's description.
    """

    name: str
    spec: ModelSpec

    def encode(self, images: FloatArray, labels: IntArray | None) -> Posterior:
        """Images (B, 28, 28) and labels (B,) → posterior; labels are ignored by a plain VAE."""
        ...

    def decode(self, latents: FloatArray, labels: IntArray | None) -> FloatArray:
        """Latents (B, L) and labels (B,) → images (B, 28, 28) in [0, 1]."""
        ...

    def score(self, images: FloatArray) -> LabelScores:
        """Images (B, 28, 28) → how each label explains each of them, in one call."""
        ...
