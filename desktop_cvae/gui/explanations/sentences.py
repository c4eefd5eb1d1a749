"""The sentences of the explanation cards and the guide, with the numbers of the drawing at hand.

Each ``say_…`` function takes a :class:`~desktop_cvae.gui.explanations.situation.Situation` and
returns paragraphs of simple HTML; without a drawing, they invite the user to draw. The sentences
call the latent vector a code. First the picture, then evidence and answer, then the model.
"""

from __future__ import annotations

import math
from functools import reduce

import numpy as np

from desktop_cvae.core.language import mark, number, percent_text, tr, tr_n
from desktop_cvae.core.layers import Dropout
from desktop_cvae.core.preparation_names import PREPARATIONS
from desktop_cvae.core.results import Recognition
from desktop_cvae.figures.palette import CLEARLY_FOREIGN
from desktop_cvae.gui.explanations.situation import Situation
from desktop_cvae.gui.latent.cluster_explanation import SENTENCES, case_of_agreement
from desktop_cvae.gui.widgets.evidence_scale import nats_text
from desktop_cvae.gui.widgets.preparation_strip import ranked
from desktop_cvae.gui.widgets.verdict import article
from desktop_cvae.inference.evidence import softmax
from desktop_cvae.inference.evidence_decomposition import cross_entropy

INVITATION = mark("Draw a digit, and this card explains it as you draw.")


def bold(text: str) -> str:
    """Return the text in bold."""
    return f"<b>{text}</b>"


def say_seen(situation: Situation) -> list[str]:
    """Explain the pictures of what the model sees."""
    sentences = [
        tr(
            "The program centres your drawing and shrinks it to 28 × 28 grey pixels. These "
            "784 numbers are all the model sees."
        )
    ]
    if situation.reading is None:
        return [*sentences, tr(INVITATION)]
    size = len(situation.reading.latent_means[0])
    named = tr_n(
        "It condenses them into a code of {n} number and redraws {name} from the code and the "
        "label alone. That is the reconstruction.",
        "It condenses them into a code of {n} numbers and redraws {name} from the code and the "
        "label alone. That is the reconstruction.",
        size,
        name=article(situation.name),
    )
    bare = tr_n(
        "It condenses them into a code of {n} number and redraws the digit from the code "
        "alone. That is the reconstruction.",
        "It condenses them into a code of {n} numbers and redraws the digit from the code "
        "alone. That is the reconstruction.",
        size,
    )
    return [
        *sentences,
        named if situation.model and situation.model.has_labels else bare,
        tr(
            "“Difference” shows where the two disagree: ink that is missing and ink that "
            "should not be there."
        ),
        *two_networks_sentence(situation),
    ]


def two_networks_sentence(situation: Situation) -> list[str]:
    """Tell whose pictures the window shows, if the model has a network of its own for writing."""
    model = situation.model
    if model is None or model.separate_generator is None:
        return []
    return [
        tr(
            "This is the network that reads. The reconstruction in the window comes from the "
            "one that writes, whose code has {n} numbers.",
            n=model.generator.spec.latent_dim,
        )
    ]


def say_preparation(situation: Situation) -> list[str]:
    """Explain which preparation of the picture was selected."""
    sentences = [
        tr(
            "To turn a picture into 28 × 28 pixels, the program must decide what is ink: "
            "which colour is paper, and whether a line was printed or written. If that is "
            "unclear, it reads several versions and trusts one that looks like a digit and "
            "agrees with the others."
        )
    ]
    reply = situation.reply
    if reply is None:
        return [*sentences, tr(INVITATION)]
    candidates, chosen = reply.answer.candidates, reply.question.preparation
    if len(candidates) < 2:
        taken = tr(PREPARATIONS[reply.answer.prepared.preparation])
        return [*sentences, tr("This picture was clear: “{title}”.", title=taken)]
    best, second, *_ = ranked(candidates)
    sentences.append(
        tr(
            "The best version is “{title}” with {share}. The next is “{other}” with "
            "{other_share}, {nats} nats behind.",
            title=bold(tr(PREPARATIONS[best.name])),
            share=bold(percent_text(best.share)),
            other=tr(PREPARATIONS[second.name]),
            other_share=percent_text(second.share),
            nats=nats_text(best.nats - second.nats),
        )
    )
    if chosen and candidates[0] is not best:
        title = tr(PREPARATIONS[candidates[0].name])
        sentences.append(tr("You chose “{title}”, so everything here is based on it.", title=title))
    sentences.append(
        tr(
            "Click a small picture beside “What the model sees” to choose another version "
            "(P). Click it again to let the evidence decide."
        )
    )
    return sentences


def say_foreign(situation: Situation) -> list[str]:
    """Explain which ink does not belong to the digit."""
    sentences = [
        tr(
            "Not everything in a picture belongs to the digit: there may be a line, a stamp, "
            "a frame or a covered corner. Connected ink that no label can explain counts as "
            "foreign. It does not count against any label, and the digit is read from the "
            "rest."
        )
    ]
    reading = situation.reading
    if reading is None:
        return [*sentences, tr(INVITATION)]
    if reading.foreign is None:
        return [*sentences, tr("This drawing has no foreign ink.")]
    return [
        *sentences,
        tr_n(
            "In this drawing, {n} of 784 pixels is probably foreign. It is hatched.",
            "In this drawing, {n} of 784 pixels are probably foreign. They are hatched.",
            int((reading.foreign > CLEARLY_FOREIGN).sum()),
        ),
    ]


def evidence_equation(reading: Recognition, index: int) -> str:
    """Return “−37.8 = −(31.2 + 6.6)”, with ≈ where the rounded numbers do not add up."""
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
    """Explain why the list's nats differ from the drawing's own, if they do."""
    reading, parts = situation.reading, situation.parts
    if reading is None or parts is None or reading.views == 1:
        return []
    if reading.thought is not None:
        return [
            tr_n(
                "You let the model think longer: for each label, it searched for the code that "
                "explains the drawing best. The evidence in the list is the mean of this search "
                "and of the encoder's evidence over {n} view, which counts twice. This card "
                "shows the encoder's own code, with which the drawing costs {own}.",
                "You let the model think longer: for each label, it searched for the code that "
                "explains the drawing best. The evidence in the list is the mean of this search "
                "and of the encoder's evidence over {n} views, which counts twice. This card "
                "shows the encoder's own code, with which the drawing costs {own}.",
                reading.views,
                own=nats_text(float(parts.pixel_nats.sum())),
            )
        ]
    listed = float(reading.reconstruction_nats[situation.index])
    return [
        tr_n(
            "Two labels were close, so the list shows the average over {n} slightly rotated and "
            "shifted view (test-time augmentation): {listed} nats for the reconstruction. This "
            "card shows the drawing as it is, which costs {own}.",
            "Two labels were close, so the list shows the average over {n} slightly rotated and "
            "shifted views (test-time augmentation): {listed} nats for the reconstruction. This "
            "card shows the drawing as it is, which costs {own}.",
            reading.views,
            listed=nats_text(listed),
            own=nats_text(float(parts.pixel_nats.sum())),
        )
    ]


def _noise_sentence(situation: Situation) -> list[str]:
    parts = situation.parts
    if parts is None or parts.flip == 0:
        return []
    return [
        tr(
            "The picture is noisy, so its evidence assumes a noisy channel that flipped {share} "
            "% of the pixels by chance. A lone speck then costs little.",
            share=number(100 * parts.flip, ".1f"),
        )
    ]


def say_evidence(situation: Situation) -> list[str]:
    """Explain the evidence of the label."""
    sentences = [
        tr(
            "How well does a label explain the drawing? The model draws that digit as closely "
            "as it can and measures the difference in nats. The label with the highest "
            "evidence wins."
        )
    ]
    reading, parts = situation.reading, situation.parts
    if reading is None or parts is None:
        return [*sentences, tr(INVITATION)]
    counted = evidence_equation(reading, situation.index)
    bare = tr("{sum}: reconstruction plus KL.", sum=counted)
    named = tr("For {name}, {sum}: reconstruction plus KL.", name=situation.name, sum=counted)
    return [
        *sentences,
        bare if reading.label is None else named,
        *(views_sentence(situation) or _noise_sentence(situation)),
        tr(
            "The picture shows which pixels the reconstruction's nats come from. Even a "
            "perfect copy would cost {nats}, because a grey pixel is as uncertain as a coin "
            "toss.",
            nats=nats_text(float(parts.least_nats.sum())),
        ),
    ]


def say_reconstruction(situation: Situation) -> list[str]:
    """Explain the reconstruction and its nats."""
    sentences = [
        tr(
            "The reconstruction is what the model draws from a label and the code of your "
            "drawing alone. Its nats tell how surprising the drawing is, pixel by pixel: "
            "almost none where the two agree, many where they contradict each other."
        )
    ]
    reading, parts = situation.reading, situation.parts
    if reading is None or parts is None:
        return [*sentences, tr(INVITATION)]
    row, column = np.unravel_index(int(parts.pixel_nats.argmax()), parts.pixel_nats.shape)
    dearest = float(parts.pixel_nats.max())
    top_nats = np.sort(parts.pixel_nats, axis=None)[-100:].sum()
    top_fraction = top_nats / max(1e-9, parts.pixel_nats.sum())
    return [
        *sentences,
        tr(
            "For {name}, the list shows {nats} nats. The most expensive pixel (row {row}, "
            "column {column}) costs {dearest}; the top hundred make up {share} %.",
            name=situation.name,
            nats=bold(nats_text(float(reading.reconstruction_nats[situation.index]))),
            row=row + 1,
            column=column + 1,
            dearest=number(dearest, ".1f"),
            share=number(100 * top_fraction, ".0f"),
        ),
        *(views_sentence(situation) or _noise_sentence(situation)),
        *two_networks_sentence(situation),
        tr("Point at another label in the list to see its pixels."),
    ]


def say_kl(situation: Situation) -> list[str]:
    """Explain the KL divergence."""
    sentences = [
        tr(
            "To redraw your digit, the model uses a code, the latent vector: how slanted, how "
            "wide, how bold. The KL is the price of this code: how far it departs from "
            "typical handwriting."
        )
    ]
    reading, parts = situation.reading, situation.parts
    if reading is None or parts is None or situation.model is None:
        return [*sentences, tr(INVITATION)]
    shown = nats_text(float(reading.kl_nats[situation.index]))
    more = [
        tr(
            "For {name}, it is {nats} nats, spread over the numbers of the code.",
            name=situation.name,
            nats=bold(shown),
        )
    ]
    if reading.thought is not None:
        more.append(
            tr(
                "You let the model think longer, so this is the cost of the evidence without the "
                "reconstruction; the encoder's own KL is {nats}.",
                nats=nats_text(parts.kl.total),
            )
        )
    elif reading.views > 1:
        more.append(
            tr_n(
                "That is the average over {n} view of the drawing; for the drawing as it is, "
                "it is {nats}.",
                "That is the average over {n} views of the drawing; for the drawing as it is, "
                "it is {nats}.",
                reading.views,
                nats=nats_text(parts.kl.total),
            )
        )
    components = situation.model.engine.prior.components
    if components > 1:
        more.append(
            tr_n(
                "For each label, the model knows {n} group of handwriting styles. The grey "
                "bar is the cost of telling which one. With such a mixture, the sum is an "
                "upper bound of the KL.",
                "For each label, the model knows {n} groups of handwriting styles. The grey "
                "bar is the cost of telling which one. With such a mixture, the sum is an "
                "upper bound of the KL.",
                components,
            )
        )
    return [*sentences, *more]


def say_nats(situation: Situation) -> list[str]:
    """Explain the unit."""
    sentences = [
        tr(
            "Like a bit, a nat measures surprise: one bit is 0.69 nats. A label that is one "
            "nat behind is 2.7 times less probable; ten nats behind, 22 000 times."
        )
    ]
    reading = situation.reading
    if reading is None:
        return [*sentences, tr(INVITATION)]
    return [
        *sentences,
        tr(
            "The bars show how far each label is behind, and the numbers show the odds that "
            "this would mean if nats were taken literally. They are not: see “Probability”."
        ),
    ]


def say_probability(situation: Situation) -> list[str]:
    """Explain the probability of the answer."""
    sentences = [
        tr(
            "If the drawing is one of the labels, how probable is each? The softmax turns "
            "nats into probabilities that add up to 100 %."
        )
    ]
    return [*sentences, *(_calibration_sentences(situation) or [tr(INVITATION)])]


def say_calibrated(situation: Situation) -> list[str]:
    """Explain calibration."""
    sentences = [
        tr(
            "A weather forecast is calibrated if it rains on 70 of 100 days with “70 % rain”. "
            "It is the same here: nine in ten answers with 90 % should be right."
        )
    ]
    return [*sentences, *(_calibration_sentences(situation) or [tr(INVITATION)])]


def _calibration_sentences(situation: Situation) -> list[str]:
    reading, model = situation.reading, situation.model
    if reading is None or model is None:
        return []
    if reading.label is None:
        return [tr("This model has no labels, so there are no probabilities.")]
    best = reading.label
    raw = float(softmax(reading.evidence_nats[np.newaxis])[0, best])
    name = model.label_names[best]
    calibration = model.calibration
    if calibration is None:
        return [
            tr(
                "This model was never calibrated, so its nats are taken literally: {share} "
                "for {name}.",
                share=bold(percent_text(raw)),
                name=name,
            )
        ]
    shown = float(reading.probabilities[best])
    temperature = calibration.temperature
    values = {"share": percent_text(raw), "name": name}
    too_sure = tr(
        "Taken literally, the nats would mean {share} for {name}. But neighbouring pixels "
        "depend on each other, and a model that counts each one separately is overconfident.",
        **values,
    )
    too_timid = tr(
        "Taken literally, the nats would mean {share} for {name}. On unseen digits, however, "
        "this model proved to be right more often than that.",
        **values,
    )
    sentences = [
        too_sure if temperature > 1 else too_timid,
        tr(
            "On {digits} unseen digits, its probabilities were right once all nats were "
            "divided by T = {temperature}. That gives {share}.",
            digits=_grouped(calibration.digits),
            temperature=number(temperature, ".1f"),
            share=bold(percent_text(shown)),
        ),
    ]
    if float(reading.shares[best]) < shown:
        sentences.append(
            tr(
                "The digit stands in a number, and the number may have to be cut elsewhere. With "
                "this doubt {share} are left.",
                share=bold(percent_text(float(reading.shares[best]))),
            )
        )
    return sentences


def _grouped(count: int) -> str:
    return number(count).replace(",", "\N{NO-BREAK SPACE}")


def say_digit_probability(situation: Situation) -> list[str]:
    """Explain the digit score and the rejection threshold."""
    sentences = [
        tr(
            "Probabilities only divide 100 % among the labels, so even a letter has a winner. "
            "A second test asks whether the drawing looks like a digit at all. It checks what "
            "the reconstruction misses, where, and whether the code is typical of digits."
        )
    ]
    model = situation.model
    if situation.reading is None or model is None:
        return [*sentences, tr(INVITATION)]
    if situation.odds is None or situation.reply is None:
        return [*sentences, tr("This model cannot tell; it accepts everything as a digit.")]
    return [
        *sentences,
        tr(
            "This drawing scores {score}. Anything below the threshold is rejected as “not a "
            "digit”. The slider under “Rejection” sets the threshold; at its current value, "
            "{share} % of real digits are rejected by mistake.",
            score=bold(nats_text(situation.odds)),
            share=number(100 * situation.reply.question.false_rejection_rate, "g"),
        ),
    ]


def say_spread(situation: Situation) -> list[str]:
    """Explain how sure the model is of each pixel."""
    sentences = [
        tr(
            "The code is not known exactly: each of its numbers has a mean and a ±. The model "
            "draws sixteen random codes from this range and decodes them. Where the results "
            "differ, it is unsure."
        )
    ]
    if situation.variants is None or situation.reply is None:
        return [*sentences, tr(INVITATION)]
    spread = situation.variants.std(axis=0)
    inked = spread[situation.variants.mean(axis=0) > 0.5]
    usual = float(inked.mean()) if inked.size else 0.0
    row, column = np.unravel_index(int(spread.argmax()), spread.shape)
    return [
        *sentences,
        tr(
            "On the strokes, a pixel varies by ±\xa0{usual} % of the ink on average and by "
            "±\xa0{most} % at most (row {row}, column {column}). It varies most at the edges "
            "and ends of strokes.",
            usual=number(100 * usual, ".0f"),
            most=number(100 * float(spread.max()), ".0f"),
            row=row + 1,
            column=column + 1,
        ),
    ]


def say_elbo(situation: Situation) -> list[str]:
    """Explain the evidence lower bound and how the program computes it."""
    sentences = [
        tr(
            "ELBO stands for evidence lower bound. The probability of the drawing under a "
            "label is a sum over all possible codes, which cannot be computed. The ELBO uses "
            "the codes that fit the drawing; the true value is never lower."
        )
    ]
    reading, parts, variants = situation.reading, situation.parts, situation.variants
    if reading is None or parts is None or variants is None:
        return [*sentences, tr(INVITATION)]
    return [
        *sentences,
        tr(
            "The model was trained to make it large, and the evidence list shows it. "
            "Strictly, the reconstruction is an average over codes from the posterior. The "
            "program uses the mean code, {nats} nats, because that is faster and steadier. "
            "Over sixteen codes, the average is {mean}.",
            nats=nats_text(float(parts.pixel_nats.sum())),
            mean=nats_text(mean_nats(situation)),
        ),
    ]


def mean_nats(situation: Situation) -> float:
    """Return the reconstruction's nats, averaged over samples from the posterior."""
    assert situation.image is not None
    assert situation.variants is not None
    assert situation.parts is not None
    flip, grey = situation.parts.flip, situation.image.astype(np.float64)
    meant = flip + (1 - 2 * flip) * situation.variants.astype(np.float64)
    return float(cross_entropy(np.broadcast_to(grey, meant.shape), meant).sum(axis=(1, 2)).mean())


def say_posterior(situation: Situation) -> list[str]:
    """Explain what the drawing tells about the code."""
    sentences = [
        tr(
            "The posterior is what the model knows about the code after it has seen the "
            "drawing: a mean and a margin for each number. The better the drawing determines "
            "a number, the shorter its line."
        )
    ]
    if situation.parts is None:
        return [*sentences, tr(INVITATION)]
    spreads = np.exp(0.5 * situation.parts.posterior.log_var[0])
    known = int((spreads < 0.5).sum())
    return [
        *sentences,
        tr_n(
            "Your drawing determines {known} of {n} number to within ± 0.5. A number that "
            "stays at 0 ± 1 is not used here.",
            "Your drawing determines {known} of {n} numbers to within ± 0.5. A number that "
            "stays at 0 ± 1 is not used here.",
            len(spreads),
            known=bold(str(known)),
        ),
        *two_networks_sentence(situation),
    ]


def gap_text(nats: float) -> str:
    """Return the odds of a label that is this many nats behind: "1 : 22 000"."""
    if nats > 14:
        return f"1 : 10{_superscript(round(nats / math.log(10)))}"
    return f"1 : {_grouped(round(math.exp(nats)))}"


def _superscript(power: int) -> str:
    return str(power).translate(str.maketrans("0123456789", "⁰¹²³⁴⁵⁶⁷⁸⁹"))


def say_temperature(situation: Situation) -> list[str]:
    """Explain the temperature of samples."""
    if situation.model is None:
        return [tr("The temperature sets how unusual the digits are that the model writes.")]
    return [
        tr(
            "A new digit starts with a random code. The temperature sets how far the code may "
            "stray from the average: 0 gives the most typical digit, 1 the variety of real "
            "handwriting, and higher values give stranger and stranger digits."
        ),
        tr(
            "Here is {name} from the same random code at four temperatures.",
            name=article(situation.name),
        ),
        tr(
            "This is not the T that calibrates probabilities, but the idea is the same: more "
            "heat, more disorder."
        ),
    ]


def say_prior(situation: Situation) -> list[str]:
    """Explain the prior."""
    sentences = [
        tr(
            "The prior is what the model assumes about the code before it sees a drawing: how "
            "people usually write. New digits are drawn from it, and the KL measures how far "
            "a drawing's code departs from it."
        )
    ]
    if situation.model is None:
        return sentences
    prior = situation.model.generator.prior
    if prior.is_standard:
        which = tr(
            "This model uses the same prior for every label: each number follows a "
            "bell curve, 0 ± 1."
        )
    else:
        which = tr_n(
            "In this model, each label has its own prior: {n} bell curve, fitted to the codes "
            "of many handwritten digits.",
            "In this model, each label has its own prior: a mixture of {n} bell curves, "
            "fitted to the codes of many handwritten digits.",
            prior.components,
        )
    return [*sentences, which, tr("Five samples from it, drawn as {name}:", name=situation.name)]


def say_latent_map(situation: Situation) -> list[str]:
    """Explain what the latent map shows."""
    sentences = [
        tr(
            "Every dot is a test digit, placed by its code. Dots that lie close together are "
            "written alike."
        )
    ]
    latent_map = situation.map
    if latent_map is None:
        return [*sentences, tr("The map is in the “Latent” tab.")]
    count = latent_map.codes.shape[1]
    if count > 2:
        sentences.append(
            tr_n(
                "A code has {n} number and the map only two dimensions, which hold {share} of "
                "the variation. Like a shadow, the map can make distant dots touch, but dots "
                "that are apart on it really are apart.",
                "A code has {n} numbers and the map only two dimensions, which hold {share} "
                "of the variation. Like a shadow, the map can make distant dots touch, but "
                "dots that are apart on it really are apart.",
                count,
                share=bold(f"{number(100 * latent_map.plane.explained, '.0f')} %"),
            )
        )
    case = case_of_agreement(situation.model, situation.agreement)
    if case is not None:
        sentences.append(tr(SENTENCES[case]))
    return sentences


def say_loss(situation: Situation) -> list[str]:
    """Explain the loss of training and validation."""
    sentences = [
        tr(
            "The loss is the average cost of a digit after each epoch: reconstruction plus "
            "KL. Lower is better. The model never learns from the validation digits."
        )
    ]
    model = situation.model
    if model is None or not model.history:
        return [*sentences, tr("This model has no training history.")]
    last = model.history[-1]
    train, validation = last.train.total, last.validation.total
    if train > validation:
        sentences.append(
            tr(
                "In the last epoch, the training loss is {training} and the validation loss "
                "{validation}. It is normal that training is higher: {reasons}.",
                training=bold(number(train, ".1f")),
                validation=bold(number(validation, ".1f")),
                reasons=training_reasons(situation),
            )
        )
    else:
        sentences.append(
            tr(
                "In the last epoch, the training loss is {training} and the validation loss "
                "{validation}. A model does slightly better on digits it has practised. If "
                "the gap widens while validation rises, the model is memorising them.",
                training=bold(number(train, ".1f")),
                validation=bold(number(validation, ".1f")),
            )
        )
    return sentences


def training_reasons(situation: Situation) -> str:
    """Explain why the training loss may be above the validation loss, by this model's training."""
    assert situation.model is not None
    spec, how = situation.model.spec, situation.model.manifest.training
    reasons = []
    if any(isinstance(layer, Dropout) for layer in (*spec.encoder, *spec.decoder)):
        reasons.append(tr("units are switched off at random (dropout)"))
    if how.augmentation or how.elastic or how.pen:
        reasons.append(tr("digits are rotated, bent or drawn with another pen"))
    if how.crossed:
        reasons.append(tr("some sevens and zeros are crossed"))
    if how.noise_share and how.noise_level:
        reasons.append(tr("some digits are noisy"))
    if how.damage:
        reasons.append(tr("some digits have lines, blots, shadows or other damage"))
    mean = tr(
        "the training loss is an average over the whole epoch, and at its start the model was worse"
    )
    if not reasons:
        return mean
    joined = reduce(lambda first, last: tr("{first} and {last}", first=first, last=last), reasons)
    return tr(
        "during training, {reasons}, but not during validation; also, {mean}",
        reasons=joined,
        mean=mean,
    )
