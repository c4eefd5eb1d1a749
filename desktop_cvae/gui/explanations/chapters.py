"""The guide's ten chapters: a few sentences, topics that follow the drawing, and things to try."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass

import numpy as np

from desktop_cvae.core.language import mark, tr
from desktop_cvae.gui.explanations.sample_pictures import (
    CLEAR,
    DOUBTFUL,
    LETTER,
    NUMBER,
    SamplePicture,
)
from desktop_cvae.gui.session import Session
from desktop_cvae.gui.widgets.result_tabs import ResultTabs
from desktop_cvae.gui.window_commands import Commands

NOISE_LEVEL = 0.35


@dataclass(frozen=True)
class GuideTools:
    """What the guide's buttons work with: the very window that is explained.

    Attributes:
        session: the drawing.
        commands: opens pictures and dialogs.
        results: the tabs.
        toggle_numbers: reads several digits, or one again.
    """

    session: Session
    commands: Commands
    results: ResultTabs
    toggle_numbers: Callable[[], object]

    def take(self, picture: SamplePicture) -> None:
        """Put a sample picture onto the canvas; undo takes it away."""
        self.commands.take_sample(picture)

    def look_at_second(self) -> None:
        """Look at the label that explains the drawing second best."""
        reading = self.session.reply.answer.recognition if self.session.reply else None
        if reading is not None and len(reading.evidence_nats) > 1:
            self.session.look_at(int(np.argsort(-reading.evidence_nats)[1]))

    def set_noise(self, level: float) -> None:
        """Add noise to what is read."""
        self.session.set_noise("gaussian", level)

    def write_in_hand(self, mode: str) -> None:
        """Show the digits that the model writes, in this hand or as samples."""
        self.results.show_panel("generated")
        self.results.generated.mode_choice.segment(mode).click()


@dataclass(frozen=True)
class Try:
    """A button of a chapter.

    Attributes:
        text: a verb and little more.
        tip: what happens, and where it is seen.
        do: it is done.
        what: whose name is set into the text.
    """

    text: str
    tip: str
    do: Callable[[GuideTools], object]
    what: str = ""

    @property
    def words(self) -> str:
        """The text in the user's language."""
        if not self.what:
            return tr(self.text)
        name = tr(self.what)
        return tr(self.text, name=name[0].lower() + name[1:].rstrip("?"))


@dataclass(frozen=True)
class Chapter:
    """A page of the guide.

    Attributes:
        key: its name in the program.
        title: a question or a statement.
        text: one or two short paragraphs, HTML.
        topics: keys of ``TOPICS`` that follow, live.
        tries: things to do.
    """

    key: str
    title: str
    text: tuple[str, ...]
    topics: tuple[str, ...]
    tries: tuple[Try, ...]


def _take(picture: SamplePicture) -> Try:
    tip = mark("Puts a sample picture onto the canvas; undo takes it away")
    return Try(mark("Take {name}"), tip, lambda tools: tools.take(picture), picture.title)


_BACK = Try(
    mark("Back to the answer"),
    mark("Shows the explanation of the label that was read"),
    lambda tools: tools.session.look_at(None),
)
_SECOND = Try(
    mark("Look at the second best"),
    mark("Shows how the second best label explains the drawing, as pointing at its row does"),
    GuideTools.look_at_second,
)

CHAPTERS = (
    Chapter(
        "seeing",
        mark("What does it see?"),
        (
            mark(
                "Draw a digit on the canvas, open a picture or paste one. While you draw, the "
                "program reads; this guide follows your drawing too."
            ),
        ),
        ("seen", "preparation", "foreign"),
        (
            _take(CLEAR),
            Try(
                mark("Open a picture…"),
                mark("Chooses a file"),
                lambda tools: tools.commands.open_picture(),
            ),
        ),
    ),
    Chapter(
        "rebuilding",
        mark("It draws your digit again"),
        (
            mark(
                "The model is a <i>variational autoencoder</i>: one half packs the picture into a "
                "note of a few numbers, the other half draws it again from the note. What it "
                "cannot draw, it has not understood."
            ),
        ),
        ("reconstruction",),
        (_SECOND, _BACK),
    ),
    Chapter(
        "evidence",
        mark("Which label fits best?"),
        (
            mark(
                "The model was never taught to name digits. It was taught to draw each of them. To "
                "read, it draws your picture as every label in turn and compares."
            ),
        ),
        ("evidence", "nats"),
        (_SECOND, _BACK, _take(DOUBTFUL)),
    ),
    Chapter(
        "probability",
        mark("How sure is it?"),
        (
            mark(
                "The figure under the answer can be taken at its word: of a hundred answers with "
                "“90 %”, about ninety are right."
            ),
        ),
        ("probability",),
        (_take(DOUBTFUL), _take(CLEAR)),
    ),
    Chapter(
        "refusing",
        mark("What is not a digit?"),
        (mark("A program that names a digit for every scribble would be of little use."),),
        ("likeness",),
        (_take(LETTER), _take(CLEAR)),
    ),
    Chapter(
        "noise",
        mark("Seeing through noise"),
        (
            mark(
                "Add noise, and watch the reconstruction: the note has no room for specks, so they "
                "are left out. <i>Denoise</i> takes the reconstruction for the drawing."
            ),
            mark(
                "The picture shows where the nats come from. Nobody blames the model for a speck: "
                "each pixel is allowed to be wrong by chance."
            ),
        ),
        ("evidence",),
        (
            Try(
                mark("Add noise"),
                mark("Sets the noise slider"),
                lambda tools: tools.set_noise(NOISE_LEVEL),
            ),
            Try(
                mark("Throw it anew"),
                mark("The same noise, other pixels"),
                lambda t: t.session.renew_noise(),
            ),
            Try(
                mark("Denoise"),
                mark("The reconstruction becomes the drawing"),
                lambda t: t.session.denoise(),
            ),
            Try(
                mark("No noise"),
                mark("Sets the noise slider to 0"),
                lambda tools: tools.set_noise(0.0),
            ),
        ),
    ),
    Chapter(
        "latent",
        mark("A note of a few numbers"),
        (
            mark(
                "The note is the <i>latent vector</i> z. It does not say which digit it is, the "
                "label does; it says how you write it. On the map, drawings with similar notes lie "
                "together."
            ),
        ),
        ("posterior", "kl"),
        (
            Try(
                mark("Show the map"),
                mark("The tab “Latent”"),
                lambda t: t.results.show_panel("latent"),
            ),
            Try(
                mark("Open the latent space…"),
                mark("The map in a window of its own, to walk about in"),
                lambda tools: tools.commands.show_latent_space(),
            ),
        ),
    ),
    Chapter(
        "writing",
        mark("It writes by itself"),
        (
            mark(
                "Whoever can draw a digit from a note can draw new ones from new notes: from your "
                "note under every label, the ten digits in your hand; from notes drawn at random, "
                "digits that nobody wrote."
            ),
        ),
        ("temperature", "prior"),
        (
            Try(
                mark("Write in my hand"),
                mark("The tab “Generated”: the ten digits, and any number"),
                lambda tools: tools.write_in_hand("hand"),
            ),
            Try(
                mark("Write samples"),
                mark("The tab “Generated”: as many new digits as you like"),
                lambda tools: tools.write_in_hand("samples"),
            ),
            Try(
                mark("Walk between digits…"),
                mark("From your digit to another, step by step"),
                lambda tools: tools.commands.show_walk(),
            ),
        ),
    ),
    Chapter(
        "numbers",
        mark("More than one digit"),
        (
            mark(
                "A house number, a postal code, a whole page: the program finds the digits, cuts "
                "where the evidence is best, and reads each as you have seen. Press N, or take the "
                "picture below; Esc leaves."
            ),
            mark(
                "What is shown here is how a single digit would be seen, so that several digits in "
                "one picture are refused."
            ),
        ),
        ("likeness",),
        (
            _take(NUMBER),
            Try(
                mark("Several digits"),
                mark("Reads the picture as a number, or as one digit again (N)"),
                lambda tools: tools.toggle_numbers(),
            ),
            _take(CLEAR),
        ),
    ),
    Chapter(
        "training",
        mark("Train your own"),
        (
            mark(
                "A model is made by showing it written digits, thousands of times: pack, draw "
                "again, compare, get a little better. <i>Quick try</i> makes a small one in two "
                "minutes."
            ),
        ),
        ("loss",),
        (
            Try(
                mark("Train…"),
                mark("Opens the training dialog"),
                lambda tools: tools.commands.train(),
            ),
            Try(
                mark("Show the loss"),
                mark("The tab “Loss”"),
                lambda tools: tools.results.show_panel("loss"),
            ),
            Try(
                mark("Scorecard…"),
                mark("What a model reaches on digits that it never saw"),
                lambda tools: tools.commands.show_scorecard(),
            ),
            Try(
                mark("Models and comparison…"),
                mark("All models at hand, side by side"),
                lambda tools: tools.commands.show_library(),
            ),
        ),
    ),
)
"""In order."""
