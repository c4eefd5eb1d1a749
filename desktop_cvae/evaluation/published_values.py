"""Published results that are shown beside a model's own.

Analysis by Synthesis: L. Schott, J. Rauber, M. Bethge, W. Brendel, “Towards the first adversarially
robust neural network model on MNIST”, ICLR 2019, arXiv:1805.09190.
"""

from __future__ import annotations

from dataclasses import dataclass

from desktop_cvae.core.language import mark


@dataclass(frozen=True)
class PublishedValue:
    """One published value.

    Attributes:
        name: for a table or a plot.
        value: an accuracy in [0, 1], or nats.
        source: how it was reached.
    """

    name: str
    value: float
    source: str


ACCURACIES = (
    PublishedValue(
        mark("Analysis by Synthesis, one pass"),
        0.9667,
        mark(
            "Analysis by Synthesis (Schott et al. 2019, arXiv:1805.09190), ten "
            "class-conditional VAEs, one encoder pass"
        ),
    ),
    PublishedValue(
        mark("– with 8,000 samples"),
        0.9788,
        mark(
            "Analysis by Synthesis (Schott et al. 2019, arXiv:1805.09190), ten "
            "class-conditional VAEs, 8,000 samples an image"
        ),
    ),
    PublishedValue(
        mark("– and 50 gradient steps"),
        0.990,
        mark(
            "Analysis by Synthesis (Schott et al. 2019, arXiv:1805.09190), ten "
            "class-conditional VAEs, samples and 50 gradient steps: 6.1 s an image"
        ),
    ),
    PublishedValue(
        mark("another CVAE program"), 0.9405, mark("a CVAE demonstration program, by evidence")
    ),
)
"""Accuracies of reading by the evidence of ten labels."""

NEG_ELBOS_NATS = (
    PublishedValue("CVAE", 129.11, mark("CVAE with 2 latent dimensions, public notebook")),
    PublishedValue("VAE", 144.98, mark("VAE with 2 latent dimensions, public notebook")),
)
"""−ELBO values, grey-pixel BCE, true label."""


@dataclass(frozen=True)
class Reference:
    """A published curve.

    Attributes:
        name: for a legend.
        source: publication, and how the values were measured.
        levels: levels of corruption, in the corruption's unit.
        accuracies: in [0, 1], one per level.
    """

    name: str
    source: str
    levels: tuple[float, ...]
    accuracies: tuple[float, ...]

    def at(self, level: float) -> float | None:
        """Return the accuracy at a level, or None if it was not measured."""
        return dict(zip(self.levels, self.accuracies, strict=True)).get(level)
