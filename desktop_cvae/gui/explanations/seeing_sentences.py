"""What the model sees in a few sentences: how the picture was taken, what in it is foreign."""

from __future__ import annotations

from desktop_cvae.core.language import tr, tr_n
from desktop_cvae.core.preparations import PREPARATIONS
from desktop_cvae.gui.explanations.sentences import INVITATION, bold
from desktop_cvae.gui.explanations.situation import Situation
from desktop_cvae.gui.qimage_arrays import CLEARLY_FOREIGN
from desktop_cvae.gui.widgets.evidence_scale import nats_text, percent_text
from desktop_cvae.gui.widgets.preparation_strip import ranked
from desktop_cvae.gui.widgets.verdict import article


def say_seen(situation: Situation) -> list[str]:
    """The four pictures."""
    said = [
        tr(
            "Whatever you draw is moved to the middle and made small: 28 × 28 grey pixels, 784 "
            "numbers. That is all the model gets."
        )
    ]
    if situation.reading is None:
        return [*said, tr(INVITATION)]
    size = len(situation.reading.latent_means[0])
    named = tr_n(
        "It packs them into a note of {n} number and draws {name} again from the note alone: "
        "the reconstruction.",
        "It packs them into a note of {n} numbers and draws {name} again from the note alone: "
        "the reconstruction.",
        size,
        name=article(situation.name),
    )
    bare = tr_n(
        "It packs them into a note of {n} number and draws it again from the note alone: the "
        "reconstruction.",
        "It packs them into a note of {n} numbers and draws it again from the note alone: the "
        "reconstruction.",
        size,
    )
    return [
        *said,
        named if situation.model and situation.model.has_labels else bare,
        tr("“Difference” shows where the two depart: ink that is missing, and ink too much."),
    ]


def say_preparation(situation: Situation) -> list[str]:
    """What the picture was taken for, and why."""
    said = [
        tr(
            "Before it is read, a picture is made into 28 × 28 pixels, and for that it must be "
            "guessed what in it is ink: which of two colours is paper, whether a line is ruling or "
            "written. Where that is in doubt, every guess is read: one under which it looks "
            "like a digit, and that others agree with, is believed."
        )
    ]
    reply = situation.reply
    if reply is None:
        return [*said, tr(INVITATION)]
    candidates, wish = reply.answer.candidates, reply.question.preparation
    if len(candidates) < 2:
        taken = tr(PREPARATIONS[reply.answer.prepared.preparation])
        return [*said, tr("Here there was no doubt: “{title}”.", title=taken)]
    best, second, *_ = ranked(candidates)
    said.append(
        tr(
            "Believed here: “{title}”, {share}. Next comes “{other}”, {other_share}, "
            "{nats} nats behind.",
            title=bold(tr(PREPARATIONS[best.name])),
            share=bold(percent_text(best.share)),
            other=tr(PREPARATIONS[second.name]),
            other_share=percent_text(second.share),
            nats=nats_text(best.nats - second.nats),
        )
    )
    if wish and candidates[0] is not best:
        title = tr(PREPARATIONS[candidates[0].name])
        said.append(tr("You chose “{title}”: all that is shown is read so.", title=title))
    said.append(
        tr(
            "The small pictures beside “What the model sees” choose another (P); the same again "
            "leaves it to the evidence."
        )
    )
    return said


def say_foreign(situation: Situation) -> list[str]:
    """What in the drawing is not the digit's."""
    said = [
        tr(
            "A line through the digit, a stamp, a frame, a hidden corner: not all that is seen "
            "belongs to the digit. So each pixel may be foreign. What no label can explain, and "
            "what hangs together, is taken for that; it is held against no label, and the digit "
            "is read from the rest."
        )
    ]
    reading = situation.reading
    if reading is None:
        return [*said, tr(INVITATION)]
    if reading.foreign is None:
        return [*said, tr("In this drawing nothing is taken for foreign.")]
    return [
        *said,
        tr_n(
            "In this drawing {n} of 784 pixels is more likely foreign than not; it is hatched.",
            "In this drawing {n} of 784 pixels are more likely foreign than not; they are hatched.",
            int((reading.foreign > CLEARLY_FOREIGN).sum()),
        ),
    ]
