"""Every quantity of the window that is explained: its sentences, its formula, its graphic."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass

from desktop_cvae.core.language import mark
from desktop_cvae.gui.explanations import model_sentences as model_say
from desktop_cvae.gui.explanations import seeing_sentences as see_say
from desktop_cvae.gui.explanations import sentences as say
from desktop_cvae.gui.explanations.situation import (
    Look,
    Situation,
    find_parts,
    find_prior,
    find_temperatures,
    find_variants,
)

Says = Callable[[Situation], list[str]]


@dataclass(frozen=True)
class Topic:
    """A word that is explained.

    Attributes:
        key: its name in the program.
        title: the word.
        says: two to five sentences, or short paragraphs.
        formula: at most one, HTML; may be empty.
        words: what its letters mean.
        graphic: a key of ``gui.explanations.topic_view.GRAPHICS``; may be empty.
        looks: what has to be found out.
        chapter: of the guide, where more is said.
    """

    key: str
    title: str
    says: Says
    formula: str = ""
    words: str = ""
    graphic: str = ""
    looks: tuple[Look, ...] = ()
    chapter: str = ""


_EVIDENCE_FORMULA = mark("log p(x | y) ≥ ELBO ≈ −(reconstruction + KL)")
_PIXELS_FORMULA = "Σ −x·log p − (1 − x)·log(1 − p)"

TOPICS: dict[str, Topic] = {
    topic.key: topic
    for topic in (
        Topic(
            "seen",
            mark("What the model sees"),
            see_say.say_seen,
            graphic="pictures",
            chapter="seeing",
        ),
        Topic(
            "preparation",
            mark("Preparation"),
            see_say.say_preparation,
            graphic="candidates",
            chapter="seeing",
        ),
        Topic(
            "foreign",
            mark("Foreign ink"),
            see_say.say_foreign,
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
            mark("summed over all pixels; x is the ink drawn, p the ink expected."),
            "nats",
            (find_parts,),
            "rebuilding",
        ),
        Topic(
            "kl",
            mark("KL divergence"),
            say.say_kl,
            "KL(q ‖ p) = E<sub>q</sub>[log q(z) − log p(z)]",
            mark("q is the note after seeing the drawing, p the usual one."),
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
            "shares",
            (),
            "probability",
        ),
        Topic(
            "calibrated",
            mark("Calibrated"),
            say.say_calibrated,
            "p(y | x) = e<sup>E(y)/T</sup> / Σ e<sup>E/T</sup>",
            mark("T is fitted on digits kept aside."),
            "shares",
            (),
            "probability",
        ),
        Topic(
            "likeness",
            mark("Like a digit?"),
            say.say_likeness,
            graphic="likeness",
            chapter="refusing",
        ),
        Topic(
            "spread",
            mark("Spread"),
            say.say_spread,
            "z = μ + σ·ε",
            mark("μ and σ are the note's mean and ±, ε is chance."),
            "variants",
            (find_variants,),
            "latent",
        ),
        Topic(
            "temperature",
            mark("Temperature"),
            model_say.say_temperature,
            mark("z = μ + temperature · σ·ε"),
            mark("μ and σ are the prior's, ε is chance."),
            "temperatures",
            (find_temperatures,),
            "writing",
        ),
        Topic(
            "elbo",
            mark("ELBO"),
            say.say_elbo,
            "ELBO = E<sub>q</sub>[log p(x | z, y)] − KL(q ‖ p)",
            mark("q is the note after seeing the drawing x."),
            "elbo",
            (find_parts, find_variants),
            "evidence",
        ),
        Topic(
            "posterior",
            mark("Posterior"),
            say.say_posterior,
            "q(z | x, y) = N(μ, σ²)",
            mark("one μ and one σ for each number of the note z."),
            "intervals",
            (find_parts,),
            "latent",
        ),
        Topic(
            "prior",
            mark("Prior"),
            model_say.say_prior,
            graphic="prior",
            looks=(find_prior,),
            chapter="writing",
        ),
        Topic(
            "latent_map",
            mark("Latent map"),
            model_say.say_latent_map,
            graphic="agreement",
            chapter="latent",
        ),
        Topic(
            "loss",
            mark("Loss"),
            model_say.say_loss,
            mark("loss = reconstruction + β · KL"),
            mark("in nats an image; the chart counts the KL whole."),
            "loss",
            (),
            "training",
        ),
    )
}
"""All of them, in the order of the menu."""
