"""The topics that cards and guide explain: sentences, formula and chart of each.

Tested in tests/gui/explanations/test_cards.py.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass

from desktop_cvae.core.language import mark
from desktop_cvae.gui.explanations import sentences as say
from desktop_cvae.gui.explanations.situation import (
    Finder,
    Situation,
    find_parts,
    find_prior,
    find_temperatures,
    find_variants,
)

Says = Callable[[Situation], list[str]]
_EVIDENCE_FORMULA = mark("log p(x | y) ≥ ELBO ≈ −(reconstruction + KL)")
_PIXELS_FORMULA = "Σ −x·log p − (1 − x)·log(1 − p)"


@dataclass(frozen=True)
class Topic:
    """A term that is explained.

    Attributes:
        key: unique name.
        title: the term.
        says: returns two to five sentences or short paragraphs.
        formula: HTML; may be empty.
        words: the meaning of the formula's letters.
        graphic: a key of ``gui.explanations.topic_view.GRAPHICS``; may be empty.
        finders: what the worker must find out.
        chapter: the guide's chapter that says more.
    """

    key: str
    title: str
    says: Says
    formula: str = ""
    words: str = ""
    graphic: str = ""
    finders: tuple[Finder, ...] = ()
    chapter: str = ""


TOPICS: dict[str, Topic] = {
    topic.key: topic
    for topic in (
        Topic(
            "seen",
            mark("What the model sees"),
            say.say_seen,
            graphic="pictures",
            chapter="seeing",
        ),
        Topic(
            "preparation",
            mark("Preparation"),
            say.say_preparation,
            graphic="candidates",
            chapter="seeing",
        ),
        Topic(
            "foreign",
            mark("Foreign ink"),
            say.say_foreign,
            graphic="foreign",
            chapter="seeing",
        ),
        Topic(
            "evidence",
            mark("Evidence"),
            say.say_evidence,
            _EVIDENCE_FORMULA,
            mark("x is the drawing, y the label."),
            "nats",
            (find_parts,),
            "evidence",
        ),
        Topic(
            "reconstruction",
            mark("Reconstruction"),
            say.say_reconstruction,
            _PIXELS_FORMULA,
            mark(
                "summed over all pixels; x is the ink in the drawing, p the ink that the "
                "model expects."
            ),
            "nats",
            (find_parts,),
            "rebuilding",
        ),
        Topic(
            "kl",
            mark("KL divergence"),
            say.say_kl,
            "KL(q ‖ p) = E<sub>q</sub>[log q(z) − log p(z)]",
            mark("q is the distribution of the code after seeing the drawing, p the one before."),
            "dimensions",
            (find_parts,),
            "latent",
        ),
        Topic(
            "nats",
            mark("Nats"),
            say.say_nats,
            mark("odds = e<sup>−nats behind</sup>"),
            "",
            "gaps",
            (),
            "evidence",
        ),
        Topic(
            "probability",
            mark("Probability"),
            say.say_probability,
            "p(y | x) = e<sup>E(y)/T</sup> / Σ e<sup>E/T</sup>",
            mark("E is the evidence, T the calibration's temperature."),
            "probabilities",
            (),
            "probability",
        ),
        Topic(
            "calibrated",
            mark("Calibrated"),
            say.say_calibrated,
            "p(y | x) = e<sup>E(y)/T</sup> / Σ e<sup>E/T</sup>",
            mark("T was fitted on digits that were not used for training."),
            "probabilities",
            (),
            "probability",
        ),
        Topic(
            "likeness",
            mark("Is it a digit?"),
            say.say_digit_probability,
            graphic="likeness",
            chapter="rejection",
        ),
        Topic(
            "spread",
            mark("Spread"),
            say.say_spread,
            "z = μ + σ·ε",
            mark("μ and σ are the mean and ± of the code, ε is random."),
            "variants",
            (find_variants,),
            "latent",
        ),
        Topic(
            "temperature",
            mark("Temperature"),
            say.say_temperature,
            mark("z = μ + temperature · σ·ε"),
            mark("μ and σ belong to the prior, ε is random."),
            "temperatures",
            (find_temperatures,),
            "writing",
        ),
        Topic(
            "elbo",
            mark("ELBO"),
            say.say_elbo,
            "ELBO = E<sub>q</sub>[log p(x | z, y)] − KL(q ‖ p)",
            mark("q is the distribution of the code after seeing the drawing x."),
            "elbo",
            (find_parts, find_variants),
            "evidence",
        ),
        Topic(
            "posterior",
            mark("Posterior"),
            say.say_posterior,
            "q(z | x, y) = N(μ, σ²)",
            mark("one μ and one σ for each number of the code z."),
            "intervals",
            (find_parts,),
            "latent",
        ),
        Topic(
            "prior",
            mark("Prior"),
            say.say_prior,
            graphic="prior",
            finders=(find_prior,),
            chapter="writing",
        ),
        Topic(
            "latent_map",
            mark("Latent map"),
            say.say_latent_map,
            graphic="agreement",
            chapter="latent",
        ),
        Topic(
            "loss",
            mark("Loss"),
            say.say_loss,
            mark("loss = reconstruction + β · KL"),
            mark("in nats per image; the chart shows the full KL, without β."),
            "loss",
            (),
            "training",
        ),
    )
}
"""All topics, in the order of the menu."""
