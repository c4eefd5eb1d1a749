"""What others published for MNIST's test part, to hold one's own results against.

Analysis by Synthesis: L. Schott, J. Rauber, M. Bethge, W. Brendel, “Towards the first
adversarially robust neural network model on MNIST”, ICLR 2019, arXiv:1805.09190.
"""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True)
class PublishedValue:
    """One figure.

    Attributes:
        name: for a table or a plot.
        value: an accuracy in [0, 1], or nats.
        source: how it was reached.
    """

    name: str
    value: float
    source: str


ANALYSIS_BY_SYNTHESIS = "Analysis by Synthesis (Schott et al. 2019, arXiv:1805.09190)"
_ABS = f"{ANALYSIS_BY_SYNTHESIS}, ten class-conditional VAEs"
ACCURACIES = (
    PublishedValue("Analysis by Synthesis, one pass", 0.9667, f"{_ABS}, one encoder pass"),
    PublishedValue("– with 8,000 samples", 0.9788, f"{_ABS}, 8,000 samples an image"),
    PublishedValue(
        "– and 50 gradient steps", 0.990, f"{_ABS}, samples and 50 gradient steps: 6.1 s an image"
    ),
    PublishedValue("nearest CVAE program", 0.9405, "a CVAE demonstration program, by evidence"),
)
"""Read right by the evidence of ten labels."""

NEG_ELBOS_NATS = (
    PublishedValue("CVAE", 129.11, "CVAE with 2 latent dimensions, public notebook"),
    PublishedValue("VAE", 144.98, "VAE with 2 latent dimensions, public notebook"),
)
"""−ELBO, grey-pixel BCE, true label."""
