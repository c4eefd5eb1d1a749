"""Every quantity of the window in a few sentences, with the numbers of the drawing at hand.

A sentence is HTML of a few tags; a function takes the
:class:`~desktop_cvae.gui.explanations.situation.Situation`, and without a drawing invites to draw.
The latent vector is called a note here: what the model writes down of a drawing.
"""

from __future__ import annotations

import math

import numpy as np

from desktop_cvae.core.layers import Dropout
from desktop_cvae.core.results import Recognition
from desktop_cvae.gui.explanations.situation import Situation
from desktop_cvae.gui.latent.understanding import SENTENCES, case_of_agreement
from desktop_cvae.gui.widgets.evidence_scale import nats_text, percent_text
from desktop_cvae.gui.widgets.verdict import article
from desktop_cvae.inference.explaining import cross_entropy
from desktop_cvae.inference.recognition import softmax

INVITATION = "Draw a digit, and this card takes it apart while you draw."


def bold(text: str) -> str:
    """A number that stands out."""
    return f"<b>{text}</b>"


def evidence_sum(reading: Recognition, index: int) -> str:
    """“−37.8 = −(31.2 + 6.6)”; with ≈ where the rounded numbers do not add up."""
    values = (
        float(reading.evidence_nats[index]),
        float(reading.reconstruction_nats[index]),
        float(reading.kl_nats[index]),
    )
    total, first, second = (round(value, 1) for value in values)
    sign = "=" if abs(total + first + second) < 0.05 else "≈"
    texts = [nats_text(value) for value in values]
    return f"{bold(texts[0])} {sign} −({texts[1]} + {texts[2]})"


def views_sentence(situation: Situation) -> list[str]:
    """Why the shown nats are not the picture's own, if they are not."""
    reading, parts = situation.reading, situation.parts
    if reading is None or parts is None or reading.views == 1:
        return []
    listed = float(reading.reconstruction_nats[situation.index])
    return [
        f"Two labels were close, so the list has the mean over {reading.views} slightly turned "
        f"and moved views, {nats_text(listed)} for the reconstruction. The drawing as it stands "
        f"costs {nats_text(float(parts.pixel_nats.sum()))}: that is what is shown here."
    ]


def _noise_sentence(situation: Situation) -> list[str]:
    parts = situation.parts
    if parts is None or parts.flip == 0:
        return []
    return [
        f"The picture is noisy, so each pixel counts as flipped by chance in "
        f"{100 * parts.flip:.1f} % of cases; a lone speck then costs little."
    ]


def say_seen(situation: Situation) -> list[str]:
    """The four pictures."""
    said = [
        "Whatever you draw is moved to the middle and made small: 28 × 28 grey pixels, 784 "
        "numbers. That is all the model gets."
    ]
    if situation.reading is None:
        return [*said, INVITATION]
    name = article(situation.name) if situation.model and situation.model.has_labels else "it"
    return [
        *said,
        f"It packs them into a note of {len(situation.reading.latent_means[0])} numbers and draws "
        f"{name} again from the note alone: the reconstruction.",
        "“Difference” shows where the two depart: ink that is missing, and ink too much.",
    ]


def say_evidence(situation: Situation) -> list[str]:
    """What the evidence of the label is, and where its nats come from."""
    said = [
        "How well does a label explain the drawing? The model writes that digit as closely as it "
        "can and counts what is left over, in nats. The label with the highest evidence wins."
    ]
    reading, parts = situation.reading, situation.parts
    if reading is None or parts is None:
        return [*said, INVITATION]
    who = f"For {situation.name}: " if reading.label is not None else ""
    least = float(parts.least_nats.sum())
    return [
        *said,
        f"{who}{evidence_sum(reading, situation.index)}: reconstruction and KL.",
        *(views_sentence(situation) or _noise_sentence(situation)),
        f"The picture shows which pixels the reconstruction's nats come from. A perfect copy would "
        f"cost {nats_text(least)}, since a grey pixel is a coin that is tossed.",
    ]


def say_reconstruction(situation: Situation) -> list[str]:
    """What the label writes, and what it costs pixel by pixel."""
    said = [
        "What the model writes when a label and its note of the drawing are all it has. Its nats "
        "say how surprising the drawing is, pixel by pixel: nothing where both agree for sure, "
        "much where they contradict."
    ]
    reading, parts = situation.reading, situation.parts
    if reading is None or parts is None:
        return [*said, INVITATION]
    row, column = np.unravel_index(int(parts.pixel_nats.argmax()), parts.pixel_nats.shape)
    dearest = float(parts.pixel_nats.max())
    share = np.sort(parts.pixel_nats, axis=None)[-100:].sum() / max(1e-9, parts.pixel_nats.sum())
    return [
        *said,
        f"As {situation.name} the list says "
        f"{bold(nats_text(float(reading.reconstruction_nats[situation.index])))} nats. The dearest "
        f"pixel, row {row + 1}, column {column + 1}, costs {dearest:.1f}; the dearest hundred "
        f"make up {100 * share:.0f} %.",
        *(views_sentence(situation) or _noise_sentence(situation)),
        "Point at another label in the list, and you see its pixels.",
    ]


def say_kl(situation: Situation) -> list[str]:
    """What the note costs."""
    said = [
        "To draw your digit again the model keeps a note, the latent vector: how slanted, how "
        "wide, how bold. The KL is the price of the note: how much more it says than that the "
        "digit is written as usual."
    ]
    reading, parts = situation.reading, situation.parts
    if reading is None or parts is None or situation.model is None:
        return [*said, INVITATION]
    shown = nats_text(float(reading.kl_nats[situation.index]))
    more = [f"For {situation.name} it is {bold(shown)} nats, shared among the numbers of the note."]
    if reading.views > 1:
        more.append(
            f"That is the mean over {reading.views} views of the drawing; as it stands, it is "
            f"{nats_text(parts.kl.total)}."
        )
    components = situation.model.engine.prior.components
    if components > 1:
        more.append(
            f"The model knows {components} groups of hands for each label. What it takes to say "
            f"which one is the grey bar; with such a mixture the sum is an upper bound of the KL."
        )
    return [*said, *more]


def say_nats(situation: Situation) -> list[str]:
    """The unit."""
    said = [
        "A nat measures surprise, as a bit does: one bit is 0.69 nats. Each nat that a label is "
        "behind makes it 2.7 times less probable, ten nats 22 000 times."
    ]
    reading = situation.reading
    if reading is None:
        return [*said, INVITATION]
    return [
        *said,
        "The bars say how far each label is behind, and the numbers what that would mean if the "
        "nats were taken at their word. They are not: see “Probability”.",
    ]


def say_probability(situation: Situation) -> list[str]:
    """Why it is not the soft-max of the nats."""
    said = [
        "If it must be one of the labels, how probable is each? The soft-max turns nats into "
        "shares that add up to 100 %."
    ]
    return [*said, *(_calibration_sentences(situation) or [INVITATION])]


def say_calibrated(situation: Situation) -> list[str]:
    """What makes a probability one."""
    said = [
        "A forecast is calibrated if of all days with “70 % rain” it rains on 70 in 100. So here: "
        "of all digits that are called 90 % probable, nine in ten should be right."
    ]
    return [*said, *(_calibration_sentences(situation) or [INVITATION])]


def _calibration_sentences(situation: Situation) -> list[str]:
    reading, model = situation.reading, situation.model
    if reading is None or model is None:
        return []
    if reading.label is None:
        return ["This model knows no labels, so there is nothing to be probable."]
    best = reading.label
    raw = float(softmax(reading.evidence_nats[np.newaxis])[0, best])
    name = model.label_names[best]
    calibration = model.calibration
    if calibration is None:
        return [
            f"This model was never calibrated, so its nats are taken at their word: "
            f"{bold(percent_text(raw))} for {name}."
        ]
    shown = float(reading.probabilities[best])
    temperature = calibration.temperature
    kind = "too sure of itself" if temperature > 1 else "too timid"
    return [
        f"Taken at their word, the nats would say {percent_text(raw)} for {name}. But pixels hang "
        f"together, and a model that counts each by itself is {kind}.",
        f"On {_grouped(calibration.digits)} digits that it had not learnt from, its claims came "
        f"true when all nats were divided by T = {temperature:.1f}. So it says "
        f"{bold(percent_text(shown))}.",
    ]


def _grouped(number: int) -> str:
    return f"{number:,}".replace(",", "\N{NO-BREAK SPACE}")


def say_likeness(situation: Situation) -> list[str]:
    """Whether it is any digit at all."""
    said = [
        "Probabilities only share out 100 % among the labels: a letter gets a winner too. So a "
        "second question is asked: is it like any digit at all? It looks at what is left over, "
        "where, and whether the note is one that digits have."
    ]
    model = situation.model
    if situation.reading is None or model is None:
        return [*said, INVITATION]
    if situation.odds is None or situation.reply is None:
        return [*said, "This model has not learnt to tell; it takes everything for a digit."]
    return [
        *said,
        f"This drawing scores {bold(nats_text(situation.odds))}. What scores under the threshold "
        "is “not a digit”; the slider “Strictness” moves it. Where it stands now, "
        f"{100 * situation.reply.question.refuse:g} % of real digits are refused by mistake.",
    ]


def say_spread(situation: Situation) -> list[str]:
    """How sure the model is of each pixel."""
    said = [
        "The note is not known exactly: each of its numbers has a mean and a ±. Sixteen notes are "
        "drawn at random from there and written out; where they differ, the model is unsure."
    ]
    if situation.variants is None or situation.reply is None:
        return [*said, INVITATION]
    spread = situation.variants.std(axis=0)
    inked = spread[situation.variants.mean(axis=0) > 0.5]
    usual = float(inked.mean()) if inked.size else 0.0
    row, column = np.unravel_index(int(spread.argmax()), spread.shape)
    return [
        *said,
        f"On the strokes a pixel varies by ±\N{NO-BREAK SPACE}{100 * usual:.0f} % of the ink, at "
        f"most by ±\N{NO-BREAK SPACE}{100 * float(spread.max()):.0f} % (row {row + 1}, column "
        f"{column + 1}): usually at "
        "the edges and at the ends of strokes.",
    ]


def say_temperature(situation: Situation) -> list[str]:
    """How far from the usual samples are."""
    if situation.model is None:
        return ["How far from the usual the digits are that the model writes."]
    return [
        "A new digit begins with a note that is drawn at random. The temperature says how far from "
        "the usual it may be: 0 writes the most usual digit, 1 the variety that people have, more "
        "gets wild.",
        f"Here {article(situation.name)} is written four times from the same chance, with four "
        "temperatures.",
        "It has nothing to do with the T that calibrates probabilities, but the idea is the same: "
        "more heat, more disorder.",
    ]


def say_elbo(situation: Situation) -> list[str]:
    """The evidence as the field calls it, and how the program computes it."""
    said = [
        "Evidence lower bound. How probable the drawing is under a label would be a sum over "
        "all notes that there could be, and nobody can add those up. The ELBO uses the few that "
        "fit the drawing; the truth is never less."
    ]
    reading, parts, variants = situation.reading, situation.parts, situation.variants
    if reading is None or parts is None or variants is None:
        return [*said, INVITATION]
    return [
        *said,
        "It is what the model learnt to make large, and what the evidence list shows. Strictly, "
        "the reconstruction is a mean over notes from the posterior; the program takes the one "
        f"in the middle, {nats_text(float(parts.pixel_nats.sum()))} nats, because it is quicker "
        f"and steadier. Over sixteen notes the mean is {nats_text(mean_nats(situation))}.",
    ]


def mean_nats(situation: Situation) -> float:
    """The reconstruction's nats, averaged over samples of the posterior."""
    assert situation.image is not None
    assert situation.variants is not None
    assert situation.parts is not None
    flip, grey = situation.parts.flip, situation.image.astype(np.float64)
    meant = flip + (1 - 2 * flip) * situation.variants.astype(np.float64)
    return float(cross_entropy(np.broadcast_to(grey, meant.shape), meant).sum(axis=(1, 2)).mean())


def say_posterior(situation: Situation) -> list[str]:
    """What the drawing says about the note."""
    said = [
        "What the model believes about the note after it has seen the drawing: for each number a "
        "mean and how far off it may be. The better the drawing settles a number, the shorter its "
        "line."
    ]
    if situation.parts is None:
        return [*said, INVITATION]
    spreads = np.exp(0.5 * situation.parts.posterior.log_var[0])
    known = int((spreads < 0.5).sum())
    return [
        *said,
        f"Of {len(spreads)} numbers, your drawing settles {bold(str(known))} to within ± 0.5. A "
        "number that stays at 0 ± 1 is one that the model makes no use of here.",
    ]


def say_prior(situation: Situation) -> list[str]:
    """What is believed before."""
    said = [
        "What the model believes about the note before it has seen anything: how people usually "
        "write. New digits are written from it, and the KL counts how far the drawing's note "
        "departs."
    ]
    if situation.model is None:
        return said
    prior = situation.model.writer.prior
    if prior.is_standard:
        which = "Here it is the same for every label: each number is 0 ± 1, the bell curve."
    else:
        which = (
            f"Here each label has its own: {prior.components} bell curves laid over each other, "
            f"fitted to the notes of many written digits."
        )
    return [*said, which, f"Five draws from it, written as {situation.name}:"]


def say_latent_map(situation: Situation) -> list[str]:
    """What the map shows and what not."""
    said = ["Every dot is a test digit, placed by its note: what lies together is written alike."]
    latent_map = situation.map
    if latent_map is None:
        return [*said, "The map appears in the tab “Latent”."]
    count = latent_map.codes.shape[1]
    if count > 2:
        said.append(
            f"A note has {count} numbers, the map only two directions: it holds "
            f"{bold(f'{100 * latent_map.plane.explained:.0f} %')} of the variety. It is a shadow: "
            "dots that touch may lie far apart, but dots that lie apart are apart."
        )
    case = case_of_agreement(situation.model, situation.agreement)
    if case is not None:
        said.append(SENTENCES[case])
    return said


def say_loss(situation: Situation) -> list[str]:
    """Why training may lie above validation."""
    said = [
        "What a digit costs on average, reconstruction and KL together, after every epoch. Lower "
        "is better; the validation digits are ones that it never learns from."
    ]
    model = situation.model
    if model is None or not model.history:
        return [*said, "This model comes without a history of its training."]
    last = model.history[-1]
    train, validation = last.train.total, last.validation.total
    if train > validation:
        said.append(
            f"In the last epoch training says {bold(f'{train:.1f}')}, validation "
            f"{bold(f'{validation:.1f}')}. It is no mistake that training is worse: "
            f"{training_reasons(situation)}."
        )
    else:
        said.append(
            f"In the last epoch training says {bold(f'{train:.1f}')}, validation "
            f"{bold(f'{validation:.1f}')}. What has been practised goes a little better; if the "
            "gap widens while validation rises, the model learns by heart."
        )
    return said


def training_reasons(situation: Situation) -> str:
    """Why the training's loss may lie above the validation's, by how this model was trained."""
    assert situation.model is not None
    spec, how = situation.model.spec, situation.model.manifest.training
    reasons = []
    if any(isinstance(layer, Dropout) for layer in (*spec.encoder, *spec.decoder)):
        reasons.append("units are switched off at random (dropout)")
    if how.augmentation or how.elastic or how.pen:
        reasons.append("digits are turned, bent or drawn with another pen")
    if how.noise_share and how.noise_level:
        reasons.append("some are read under noise")
    middle = "while it trains, " + " and ".join(reasons) + ", which validation spares it; also, "
    mean = "the training's value is a mean over the whole epoch, in which the model was still worse"
    return (middle if reasons else "") + mean


def gap_text(nats: float) -> str:
    """Odds of a label that is so many nats behind: "1 : 22 000"."""
    if nats > 14:
        return f"1 : 10{_superscript(round(nats / math.log(10)))}"
    return f"1 : {_grouped(round(math.exp(nats)))}"


def _superscript(number: int) -> str:
    return str(number).translate(str.maketrans("0123456789", "⁰¹²³⁴⁵⁶⁷⁸⁹"))
