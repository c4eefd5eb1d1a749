"""What is said of the model rather than of the drawing: what it writes, its map, its training.

See :mod:`desktop_cvae.gui.explanations.sentences`.
"""

from __future__ import annotations

from functools import reduce

from desktop_cvae.core.language import number, tr, tr_n
from desktop_cvae.core.layers import Dropout
from desktop_cvae.gui.explanations.sentences import bold
from desktop_cvae.gui.explanations.situation import Situation
from desktop_cvae.gui.latent.understanding import SENTENCES, case_of_agreement
from desktop_cvae.gui.widgets.verdict import article


def say_temperature(situation: Situation) -> list[str]:
    """How far from the usual samples are."""
    if situation.model is None:
        return [tr("How far from the usual the digits are that the model writes.")]
    return [
        tr(
            "A new digit begins with a note that is drawn at random. The temperature says how far "
            "from the usual it may be: 0 writes the most usual digit, 1 the variety that people "
            "have, more gets wild."
        ),
        tr(
            "Here {name} is written four times from the same chance, with four temperatures.",
            name=article(situation.name),
        ),
        tr(
            "It has nothing to do with the T that calibrates probabilities, but the idea is the "
            "same: more heat, more disorder."
        ),
    ]


def say_prior(situation: Situation) -> list[str]:
    """What is believed before."""
    said = [
        tr(
            "What the model believes about the note before it has seen anything: how people "
            "usually write. New digits are written from it, and the KL counts how far the "
            "drawing's note departs."
        )
    ]
    if situation.model is None:
        return said
    prior = situation.model.writer.prior
    if prior.is_standard:
        which = tr("Here it is the same for every label: each number is 0 ± 1, the bell curve.")
    else:
        which = tr_n(
            "Here each label has its own: {n} bell curve, fitted to the notes of many written "
            "digits.",
            "Here each label has its own: {n} bell curves laid over each other, fitted to the "
            "notes of many written digits.",
            prior.components,
        )
    return [*said, which, tr("Five draws from it, written as {name}:", name=situation.name)]


def say_latent_map(situation: Situation) -> list[str]:
    """What the map shows and what not."""
    said = [
        tr("Every dot is a test digit, placed by its note: what lies together is written alike.")
    ]
    latent_map = situation.map
    if latent_map is None:
        return [*said, tr("The map appears in the tab “Latent”.")]
    count = latent_map.codes.shape[1]
    if count > 2:
        said.append(
            tr_n(
                "A note has {n} number, the map only two directions: it holds {share} of the "
                "variety. It is a shadow: dots that touch may lie far apart, but dots that lie "
                "apart are apart.",
                "A note has {n} numbers, the map only two directions: it holds {share} of the "
                "variety. It is a shadow: dots that touch may lie far apart, but dots that lie "
                "apart are apart.",
                count,
                share=bold(f"{number(100 * latent_map.plane.explained, '.0f')} %"),
            )
        )
    case = case_of_agreement(situation.model, situation.agreement)
    if case is not None:
        said.append(tr(SENTENCES[case]))
    return said


def say_loss(situation: Situation) -> list[str]:
    """Why training may lie above validation."""
    said = [
        tr(
            "What a digit costs on average, reconstruction and KL together, after every epoch. "
            "Lower is better; the validation digits are ones that it never learns from."
        )
    ]
    model = situation.model
    if model is None or not model.history:
        return [*said, tr("This model comes without a history of its training.")]
    last = model.history[-1]
    train, validation = last.train.total, last.validation.total
    if train > validation:
        said.append(
            tr(
                "In the last epoch training says {training}, validation {validation}. It is no "
                "mistake that training is worse: {reasons}.",
                training=bold(number(train, ".1f")),
                validation=bold(number(validation, ".1f")),
                reasons=training_reasons(situation),
            )
        )
    else:
        said.append(
            tr(
                "In the last epoch training says {training}, validation {validation}. What has "
                "been practised goes a little better; if the gap widens while validation rises, "
                "the model learns by heart.",
                training=bold(number(train, ".1f")),
                validation=bold(number(validation, ".1f")),
            )
        )
    return said


def training_reasons(situation: Situation) -> str:
    """Why the training's loss may lie above the validation's, by how this model was trained."""
    assert situation.model is not None
    spec, how = situation.model.spec, situation.model.manifest.training
    reasons = []
    if any(isinstance(layer, Dropout) for layer in (*spec.encoder, *spec.decoder)):
        reasons.append(tr("units are switched off at random (dropout)"))
    if how.augmentation or how.elastic or how.pen:
        reasons.append(tr("digits are turned, bent or drawn with another pen"))
    if how.crossed:
        reasons.append(tr("some sevens and zeros have a stroke across"))
    if how.noise_share and how.noise_level:
        reasons.append(tr("some are read under noise"))
    if how.damage:
        reasons.append(tr("some are read under lines, blots, shadows or other damage"))
    mean = tr(
        "the training's value is a mean over the whole epoch, in which the model was still worse"
    )
    if not reasons:
        return mean
    joined = reduce(lambda first, last: tr("{first} and {last}", first=first, last=last), reasons)
    return tr(
        "while it trains, {reasons}, which validation spares it; also, {mean}",
        reasons=joined,
        mean=mean,
    )
