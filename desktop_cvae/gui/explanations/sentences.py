"""Every quantity of the window in a few sentences, with the numbers of the drawing at hand.

A sentence is HTML of a few tags; a function takes the
:class:`~desktop_cvae.gui.explanations.situation.Situation`, and without a drawing invites to draw.
The latent vector is called a note here: what the model writes down of a drawing.
"""

from __future__ import annotations

import math

import numpy as np

from desktop_cvae.core.language import mark, number, tr, tr_n
from desktop_cvae.core.results import Recognition
from desktop_cvae.gui.explanations.situation import Situation
from desktop_cvae.gui.widgets.evidence_scale import nats_text, percent_text
from desktop_cvae.inference.explaining import cross_entropy
from desktop_cvae.inference.recognition import softmax

INVITATION = mark("Draw a digit, and this card takes it apart while you draw.")


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
        tr_n(
            "Two labels were close, so the list has the mean over {n} slightly turned and moved "
            "view, {listed} for the reconstruction. The drawing as it stands costs {own}: that is "
            "what is shown here.",
            "Two labels were close, so the list has the mean over {n} slightly turned and moved "
            "views, {listed} for the reconstruction. The drawing as it stands costs {own}: that "
            "is what is shown here.",
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
            "The picture is noisy, so each pixel counts as flipped by chance in {share} % of "
            "cases; a lone speck then costs little.",
            share=number(100 * parts.flip, ".1f"),
        )
    ]


def say_evidence(situation: Situation) -> list[str]:
    """What the evidence of the label is, and where its nats come from."""
    said = [
        tr(
            "How well does a label explain the drawing? The model writes that digit as closely as "
            "it can and counts what is left over, in nats. The label with the highest evidence "
            "wins."
        )
    ]
    reading, parts = situation.reading, situation.parts
    if reading is None or parts is None:
        return [*said, tr(INVITATION)]
    counted = evidence_sum(reading, situation.index)
    bare = tr("{sum}: reconstruction and KL.", sum=counted)
    named = tr("For {name}: {sum}: reconstruction and KL.", name=situation.name, sum=counted)
    least = float(parts.least_nats.sum())
    return [
        *said,
        bare if reading.label is None else named,
        *(views_sentence(situation) or _noise_sentence(situation)),
        tr(
            "The picture shows which pixels the reconstruction's nats come from. A perfect "
            "copy would cost {nats}, since a grey pixel is a coin that is tossed.",
            nats=nats_text(least),
        ),
    ]


def say_reconstruction(situation: Situation) -> list[str]:
    """What the label writes, and what it costs pixel by pixel."""
    said = [
        tr(
            "What the model writes when a label and its note of the drawing are all it has. Its "
            "nats say how surprising the drawing is, pixel by pixel: nothing where both agree for "
            "sure, much where they contradict."
        )
    ]
    reading, parts = situation.reading, situation.parts
    if reading is None or parts is None:
        return [*said, tr(INVITATION)]
    row, column = np.unravel_index(int(parts.pixel_nats.argmax()), parts.pixel_nats.shape)
    dearest = float(parts.pixel_nats.max())
    share = np.sort(parts.pixel_nats, axis=None)[-100:].sum() / max(1e-9, parts.pixel_nats.sum())
    return [
        *said,
        tr(
            "As {name} the list says {nats} nats. The dearest pixel, row {row}, column "
            "{column}, costs {dearest}; the dearest hundred make up {share} %.",
            name=situation.name,
            nats=bold(nats_text(float(reading.reconstruction_nats[situation.index]))),
            row=row + 1,
            column=column + 1,
            dearest=number(dearest, ".1f"),
            share=number(100 * share, ".0f"),
        ),
        *(views_sentence(situation) or _noise_sentence(situation)),
        tr("Point at another label in the list, and you see its pixels."),
    ]


def say_kl(situation: Situation) -> list[str]:
    """What the note costs."""
    said = [
        tr(
            "To draw your digit again the model keeps a note, the latent vector: how slanted, how "
            "wide, how bold. The KL is the price of the note: how much more it says than that the "
            "digit is written as usual."
        )
    ]
    reading, parts = situation.reading, situation.parts
    if reading is None or parts is None or situation.model is None:
        return [*said, tr(INVITATION)]
    shown = nats_text(float(reading.kl_nats[situation.index]))
    more = [
        tr(
            "For {name} it is {nats} nats, shared among the numbers of the note.",
            name=situation.name,
            nats=bold(shown),
        )
    ]
    if reading.views > 1:
        more.append(
            tr_n(
                "That is the mean over {n} view of the drawing; as it stands, it is {nats}.",
                "That is the mean over {n} views of the drawing; as it stands, it is {nats}.",
                reading.views,
                nats=nats_text(parts.kl.total),
            )
        )
    components = situation.model.engine.prior.components
    if components > 1:
        more.append(
            tr_n(
                "The model knows {n} group of hands for each label. What it takes to say which "
                "one is the grey bar; with such a mixture the sum is an upper bound of the KL.",
                "The model knows {n} groups of hands for each label. What it takes to say which "
                "one is the grey bar; with such a mixture the sum is an upper bound of the KL.",
                components,
            )
        )
    return [*said, *more]


def say_nats(situation: Situation) -> list[str]:
    """The unit."""
    said = [
        tr(
            "A nat measures surprise, as a bit does: one bit is 0.69 nats. Each nat that a label "
            "is behind makes it 2.7 times less probable, ten nats 22 000 times."
        )
    ]
    reading = situation.reading
    if reading is None:
        return [*said, tr(INVITATION)]
    return [
        *said,
        tr(
            "The bars say how far each label is behind, and the numbers what that would mean if "
            "the nats were taken at their word. They are not: see “Probability”."
        ),
    ]


def say_probability(situation: Situation) -> list[str]:
    """Why it is not the soft-max of the nats."""
    said = [
        tr(
            "If it must be one of the labels, how probable is each? The soft-max turns nats into "
            "shares that add up to 100 %."
        )
    ]
    return [*said, *(_calibration_sentences(situation) or [tr(INVITATION)])]


def say_calibrated(situation: Situation) -> list[str]:
    """What makes a probability one."""
    said = [
        tr(
            "A forecast is calibrated if of all days with “70 % rain” it rains on 70 in 100. So "
            "here: of all digits that are called 90 % probable, nine in ten should be right."
        )
    ]
    return [*said, *(_calibration_sentences(situation) or [tr(INVITATION)])]


def _calibration_sentences(situation: Situation) -> list[str]:
    reading, model = situation.reading, situation.model
    if reading is None or model is None:
        return []
    if reading.label is None:
        return [tr("This model knows no labels, so there is nothing to be probable.")]
    best = reading.label
    raw = float(softmax(reading.evidence_nats[np.newaxis])[0, best])
    name = model.label_names[best]
    calibration = model.calibration
    if calibration is None:
        return [
            tr(
                "This model was never calibrated, so its nats are taken at their word: {share} for"
                " {name}.",
                share=bold(percent_text(raw)),
                name=name,
            )
        ]
    shown = float(reading.probabilities[best])
    temperature = calibration.temperature
    values = {"share": percent_text(raw), "name": name}
    too_sure = tr(
        "Taken at their word, the nats would say {share} for {name}. But pixels hang together, "
        "and a model that counts each by itself is too sure of itself.",
        **values,
    )
    too_timid = tr(
        "Taken at their word, the nats would say {share} for {name}. But pixels hang together, "
        "and a model that counts each by itself is too timid.",
        **values,
    )
    return [
        too_sure if temperature > 1 else too_timid,
        tr(
            "On {digits} digits that it had not learnt from, its claims came true when all nats "
            "were divided by T = {temperature}. So it says {share}.",
            digits=_grouped(calibration.digits),
            temperature=number(temperature, ".1f"),
            share=bold(percent_text(shown)),
        ),
    ]


def _grouped(count: int) -> str:
    return number(count).replace(",", "\N{NO-BREAK SPACE}")


def say_likeness(situation: Situation) -> list[str]:
    """Whether it is any digit at all."""
    said = [
        tr(
            "Probabilities only share out 100 % among the labels: a letter gets a winner too. So a "
            "second question is asked: is it like any digit at all? It looks at what is left over, "
            "where, and whether the note is one that digits have."
        )
    ]
    model = situation.model
    if situation.reading is None or model is None:
        return [*said, tr(INVITATION)]
    if situation.odds is None or situation.reply is None:
        return [*said, tr("This model has not learnt to tell; it takes everything for a digit.")]
    return [
        *said,
        tr(
            "This drawing scores {score}. What scores under the threshold is “not a digit”; "
            "the slider “Strictness” moves it. Where it stands now, {share} % of real digits "
            "are refused by mistake.",
            score=bold(nats_text(situation.odds)),
            share=number(100 * situation.reply.question.refuse, "g"),
        ),
    ]


def say_spread(situation: Situation) -> list[str]:
    """How sure the model is of each pixel."""
    said = [
        tr(
            "The note is not known exactly: each of its numbers has a mean and a ±. Sixteen notes "
            "are drawn at random from there and written out; where they differ, the model is "
            "unsure."
        )
    ]
    if situation.variants is None or situation.reply is None:
        return [*said, tr(INVITATION)]
    spread = situation.variants.std(axis=0)
    inked = spread[situation.variants.mean(axis=0) > 0.5]
    usual = float(inked.mean()) if inked.size else 0.0
    row, column = np.unravel_index(int(spread.argmax()), spread.shape)
    return [
        *said,
        tr(
            "On the strokes a pixel varies by ±\N{NO-BREAK SPACE}{usual} % of the ink, at most by "
            "±\N{NO-BREAK SPACE}{most} % (row {row}, column {column}): usually at the edges and at "
            "the ends of strokes.",
            usual=number(100 * usual, ".0f"),
            most=number(100 * float(spread.max()), ".0f"),
            row=row + 1,
            column=column + 1,
        ),
    ]


def say_elbo(situation: Situation) -> list[str]:
    """The evidence as the field calls it, and how the program computes it."""
    said = [
        tr(
            "Evidence lower bound. How probable the drawing is under a label would be a sum over "
            "all notes that there could be, and nobody can add those up. The ELBO uses the few "
            "that fit the drawing; the truth is never less."
        )
    ]
    reading, parts, variants = situation.reading, situation.parts, situation.variants
    if reading is None or parts is None or variants is None:
        return [*said, tr(INVITATION)]
    return [
        *said,
        tr(
            "It is what the model learnt to make large, and what the evidence list shows. "
            "Strictly, the reconstruction is a mean over notes from the posterior; the "
            "program takes the one in the middle, {nats} nats, because it is quicker and"
            " steadier. Over sixteen notes the mean is {mean}.",
            nats=nats_text(float(parts.pixel_nats.sum())),
            mean=nats_text(mean_nats(situation)),
        ),
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
        tr(
            "What the model believes about the note after it has seen the drawing: for each number "
            "a mean and how far off it may be. The better the drawing settles a number, the "
            "shorter its line."
        )
    ]
    if situation.parts is None:
        return [*said, tr(INVITATION)]
    spreads = np.exp(0.5 * situation.parts.posterior.log_var[0])
    known = int((spreads < 0.5).sum())
    return [
        *said,
        tr_n(
            "Of {n} number, your drawing settles {known} to within ± 0.5. A number that stays at "
            "0 ± 1 is one that the model makes no use of here.",
            "Of {n} numbers, your drawing settles {known} to within ± 0.5. A number that stays "
            "at 0 ± 1 is one that the model makes no use of here.",
            len(spreads),
            known=bold(str(known)),
        ),
    ]


def gap_text(nats: float) -> str:
    """Odds of a label that is so many nats behind: "1 : 22 000"."""
    if nats > 14:
        return f"1 : 10{_superscript(round(nats / math.log(10)))}"
    return f"1 : {_grouped(round(math.exp(nats)))}"


def _superscript(power: int) -> str:
    return str(power).translate(str.maketrans("0123456789", "⁰¹²³⁴⁵⁶⁷⁸⁹"))
