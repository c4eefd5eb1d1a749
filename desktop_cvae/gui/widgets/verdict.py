"""The verdict: “It is a 7”, and its probability."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtGui import QFont
from PySide6.QtWidgets import QLabel, QWidget

from desktop_cvae.core.language import mark, number, percent_text, tr, tr_n
from desktop_cvae.core.results import Recognition
from desktop_cvae.core.thought import Thought
from desktop_cvae.gui.session import Reply, Session
from desktop_cvae.gui.theme import enlarge_text, tabular_font
from desktop_cvae.gui.widgets.card import column, row
from desktop_cvae.gui.widgets.evidence_scale import nats_text
from desktop_cvae.gui.widgets.explained_heading import TIP, ExplainedHeading

VOWEL_DIGITS = ("8",)
LEAST_PX = 200
"""Smallest width of the line, in pixels, so that the probability at its start stays visible."""


THOUGHT = mark(
    "The picture was read in eleven views (test-time augmentation). Then, for every label, the "
    "latent space was searched step by step for the code that explains the picture best. The "
    "evidence is the mean of both; the views count twice."
)


class VerdictLabel(QWidget):
    """Two lines of fixed height, so that nothing below them moves."""

    def __init__(self) -> None:
        super().__init__()
        self.setObjectName("verdict")
        self.headline = QLabel()
        self.headline.setObjectName("verdict_headline")
        self.headline.setFont(tabular_font(self.font()))
        enlarge_text(self.headline, 13, QFont.Weight.DemiBold)
        self.line = ExplainedHeading("", "seen", "muted", least_px=LEAST_PX)
        self.line.setObjectName("verdict_line")
        self.line.setFont(tabular_font(self.font()))
        enlarge_text(self.line, 1)
        self._first = row(self.headline, fills=self.headline, spacing=2)
        self.setLayout(column(self._first, self.line, spacing=2))
        self.show_idle(has_labels=True)

    def put_beside(self, button: QWidget) -> None:
        self._first.addWidget(button)

    def follow(self, session: Session) -> None:
        def show() -> None:
            if session.reply is not None:
                self.show_reply(session.reply, session.label_names, session.label)
            elif session.model is not None:
                self.show_idle(has_labels=session.model.has_labels)

        self.show_loading()
        for signal in (session.reply_changed, session.model_changed):
            signal.connect(show)
        session.model_failed.connect(self.show_missing)

    def show_idle(self, *, has_labels: bool) -> None:
        read = tr("or open a picture; it is read at once")
        rebuilt = tr("or open a picture; it is reconstructed at once")
        self._say(tr("Draw a digit"), read if has_labels else rebuilt)

    def show_loading(self) -> None:
        self._say(tr("Loading the model"), tr("you can draw already"))

    def show_missing(self) -> None:
        self._say(tr("No model"), tr("Open a model file from the “Model” menu."))

    def show_reply(self, reply: Reply, names: tuple[str, ...], chosen: int | None) -> None:
        """Show a reply; see :func:`verdict_words`."""
        reading = reply.answer.recognition
        verdict = reading.verdict if reading else None
        self._say(*verdict_words(reply, names, chosen), _topic(reading))
        if reading is not None and reading.thought is not None:
            self.line.setToolTip(f"{tr(THOUGHT)}\n{tr(TIP)}")
        elif reading is not None and reading.views > 1 and verdict is not None and verdict.is_digit:
            self.line.setToolTip(f"{_close(reading.views)}\n{tr(TIP)}")

    def _say(self, headline: str, line: str, topic: str = "seen") -> None:
        self.line.set_topic(topic)
        self.headline.setText(headline)
        self.line.setText(line)
        self.setAccessibleName(f"{headline}. {line}")
        self.headline.setToolTip(line)


def _close(views: int) -> str:
    return tr_n(
        "Two labels were close, so the picture was read again in {n} view (test-time "
        "augmentation): slightly turned, slanted, scaled and shifted. The evidence is their mean.",
        "Two labels were close, so the picture was read again in {n} views (test-time "
        "augmentation): slightly turned, slanted, scaled and shifted. The evidence is their mean.",
        views,
    )


def _topic(reading: Recognition | None) -> str:
    """Return the topic that explains the line."""
    if reading is None:
        return "seen"
    if reading.verdict is None:
        return "evidence"
    return "probability" if reading.verdict.is_digit else "likeness"


def verdict_words(reply: Reply, names: tuple[str, ...], chosen: int | None) -> tuple[str, str]:
    """Return a headline and the line under it.

    Args:
        reply: the model's.
        names: the labels' names; empty for a model without labels.
        chosen: the label that the user chose, or None.
    """
    recognition = reply.answer.recognition
    verdict = recognition.verdict if recognition else None
    if recognition is None:
        return tr("Nothing found"), tr("The picture has no ink.")
    if recognition.label is None or verdict is None:
        nats = nats_text(float(recognition.evidence_nats[0]))
        return tr("Reconstructed"), tr(
            "{nats} nats of evidence; this model names no digits", nats=nats
        )
    if not verdict.is_digit:
        nearest = article(names[recognition.label])
        return tr("Not a digit"), tr(
            "It looks most like {nearest}, but not enough like a digit.", nearest=nearest
        )
    labels, share = verdict.labels, percent_text(verdict.probability)
    line = tr("Probability: {share}", share=share)
    headline = tr("It is {name}", name=article(names[labels[0]]))
    if len(labels) > 1:
        headline = tr("Unsure: {names}", names=either(labels, names))
        line = tr("Probability of {name}: {share}", name=names[labels[0]], share=share)
    if recognition.thought is not None:
        line = f"{line}{_thought_words(recognition.thought, names)}"
    if chosen is not None and chosen != recognition.label:
        line = tr("{line}; read as {name} below", line=line, name=names[chosen])
    return headline, line


def _thought_words(thought: Thought, names: tuple[str, ...]) -> str:
    """Return what the line says of thinking, with what separates it from the probability."""
    if not thought.is_done:
        return tr("; thinking, step {n}", n=number(thought.step))
    if thought.first is None or thought.changed_at is None:
        return tr_n("; unchanged after {n} step", "; unchanged after {n} steps", thought.step)
    first = article(names[thought.first])
    if not thought.changed_at:
        return tr("; {first} at first", first=first)
    return tr("; {first} until step {n}", first=first, n=number(thought.changed_at))


def article(name: str) -> str:
    """Return a label's name with its article: "a 7", "an 8"."""
    return tr("an {name}", name=name) if name in VOWEL_DIGITS else tr("a {name}", name=name)


def either(labels: Sequence[int], names: Sequence[str]) -> str:
    """Return labels joined by "or": "4 or 9", "3, 5 or 8"."""
    *first, last = (names[label] for label in labels)
    return tr("{names} or {last}", names=", ".join(first), last=last) if first else last


def short_verdict(reply: Reply, names: tuple[str, ...]) -> str:
    """Return the verdict for the title bar: "7 · 99.8 %", "4 or 9 · 61.0 %", or ""."""
    recognition = reply.answer.recognition
    if recognition is None or (verdict := recognition.verdict) is None:
        return ""
    if not verdict.is_digit:
        return tr(verdict.kind)
    return f"{either(verdict.labels, names)} · {percent_text(verdict.probability)}"
