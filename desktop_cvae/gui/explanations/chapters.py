"""The guide's chapters: short texts, topics that follow the drawing, and things to try.

Tested in tests/gui/explanations/test_guide.py.
"""

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

NOISE_LEVEL = 0.35


@dataclass(frozen=True)
class GuideTools:
    """The parts of the window that the guide's buttons use.

    Attributes:
        session: the drawing.
        results: the result panels.
        open_sample: opens a sample picture.
        run_command: runs a command of the window by its id.
    """

    session: Session
    results: ResultTabs
    open_sample: Callable[[SamplePicture], object]
    run_command: Callable[[str], object]

    def show_second_best(self) -> None:
        """Show the label that explains the drawing second best."""
        reading = self.session.reply.answer.recognition if self.session.reply else None
        if reading is not None and len(reading.evidence_nats) > 1:
            self.session.look_at(int(np.argsort(-reading.evidence_nats)[1]))

    def show_generated(self, mode: str) -> None:
        """Show generated digits in the user's style or as samples."""
        self.results.show_panel("generated")
        self.results.generated.mode_choice.segment(mode).click()


@dataclass(frozen=True)
class ChapterButton:
    """A button of a chapter.

    Attributes:
        text: text of the button.
        tip: its tooltip.
        do: called when it is clicked.
        name: title of a sample picture, which is inserted into the text.
    """

    text: str
    tip: str
    do: Callable[[GuideTools], object]
    name: str = ""

    @property
    def words(self) -> str:
        """The text in the user's language."""
        if not self.name:
            return tr(self.text)
        name = tr(self.name)
        return tr(self.text, name=name[0].lower() + name[1:].rstrip("?"))


@dataclass(frozen=True)
class Chapter:
    """A page of the guide.

    Attributes:
        key: unique name.
        title: a question or a statement.
        text: one or two short paragraphs of HTML.
        topics: keys of ``TOPICS`` that follow the drawing.
        tries: things to try.
        shows_network: True for the chapter with the live picture of the CVAE.
    """

    key: str
    title: str
    text: tuple[str, ...]
    topics: tuple[str, ...]
    tries: tuple[ChapterButton, ...]
    shows_network: bool = False


def _take(picture: SamplePicture) -> ChapterButton:
    tip = mark("Puts a sample picture on the canvas; Undo removes it")
    return ChapterButton(
        mark("Try {name}"), tip, lambda tools: tools.open_sample(picture), picture.title
    )


_BACK = ChapterButton(
    mark("Back to the answer"),
    mark("Shows the explanation of the recognised label"),
    lambda tools: tools.session.look_at(None),
)
_SECOND = ChapterButton(
    mark("Show the second best"),
    mark("Shows how the second-best label explains the drawing, just like pointing at its row"),
    GuideTools.show_second_best,
)

CHAPTERS = (
    Chapter(
        "cvae",
        mark("How a CVAE works"),
        (
            mark(
                "CVAE stands for <i>conditional variational autoencoder</i>. <i>Conditional</i> "
                "means that the encoder and the decoder also get the label: all that they "
                "compute is conditioned on the digit being, say, a 3."
            ),
        ),
        (),
        (_SECOND, _BACK, _take(CLEAR)),
        shows_network=True,
    ),
    Chapter(
        "seeing",
        mark("What does the model see?"),
        (
            mark(
                "Draw a digit on the canvas, or open or paste a picture. The program reads "
                "while you draw, and this guide follows your drawing."
            ),
        ),
        ("seen", "preparation", "foreign"),
        (
            _take(CLEAR),
            ChapterButton(
                mark("Open a picture…"),
                mark("Lets you choose a file"),
                lambda tools: tools.run_command("open_picture"),
            ),
        ),
    ),
    Chapter(
        "rebuilding",
        mark("Redrawing your digit"),
        (
            mark(
                "The model is a <i>variational autoencoder</i>. Its encoder condenses the "
                "picture into a short code of a few numbers, and its decoder redraws the "
                "picture from that code. If it cannot redraw something, it has not understood "
                "it."
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
                "The model does not simply name a digit. It redraws your picture once for "
                "each label, compares every version with the original, and picks the label "
                "that fits best."
            ),
            mark(
                "<i>Think longer</i> lets the model search, under each label, for the code that "
                "explains the picture best, and shows how the evidence changes at every step."
            ),
        ),
        ("evidence", "nats"),
        (
            _SECOND,
            _BACK,
            _take(DOUBTFUL),
            ChapterButton(
                mark("Think longer"),
                mark("Thinks about the drawing step by step, or stops thinking longer (Ctrl+K)"),
                lambda tools: tools.run_command("think_longer"),
            ),
        ),
    ),
    Chapter(
        "probability",
        mark("How sure is the model?"),
        (
            mark(
                "The percentage under the answer means what it says: about ninety of a "
                "hundred answers with “90 %” are right."
            ),
        ),
        ("probability",),
        (_take(DOUBTFUL), _take(CLEAR)),
    ),
    Chapter(
        "rejection",
        mark("When is it not a digit?"),
        (mark("A program that saw a digit in every scribble would be of little use."),),
        ("likeness",),
        (_take(LETTER), _take(CLEAR)),
    ),
    Chapter(
        "noise",
        mark("Seeing through noise"),
        (
            mark(
                "Add noise and watch the reconstruction. The default model has learned to find "
                "the code of the clean digit in a noisy picture, so the decoder draws your digit "
                "without the noise. A model that never saw noise encodes the specks as if you "
                "had written them, and may draw another digit: try <i>conv_cvae</i>."
            ),
            mark(
                "The more noise, the more the model must guess: its digit stays clean, but it may "
                "differ from yours. <i>Denoise</i> replaces the drawing with the reconstruction."
            ),
            mark(
                "The picture shows where the nats come from. A single speck costs little, "
                "because the evidence of a noisy picture assumes a <i>noisy channel</i>, in "
                "which noise flips pixels by chance."
            ),
        ),
        ("evidence",),
        (
            ChapterButton(
                mark("Add noise"),
                mark("Moves the noise slider"),
                lambda tools: tools.session.set_noise("gaussian", NOISE_LEVEL),
            ),
            ChapterButton(
                mark("New noise"),
                mark("The same amount of noise on other pixels"),
                lambda t: t.session.renew_noise(),
            ),
            ChapterButton(
                mark("Denoise"),
                mark("Replaces the drawing with the reconstruction"),
                lambda t: t.session.denoise(),
            ),
            ChapterButton(
                mark("No noise"),
                mark("Sets the noise slider to 0"),
                lambda tools: tools.session.set_noise("gaussian", 0.0),
            ),
        ),
    ),
    Chapter(
        "latent",
        mark("A code of a few numbers"),
        (
            mark(
                "The code is the <i>latent vector</i> z. It describes mainly how you write: "
                "slant, width, thickness. The label tells the decoder which digit to draw. "
                "Drawings with similar codes lie close together on the map."
            ),
            mark(
                "A model with two networks has two codes: the map shows the code of the network "
                "that writes, and the charts below show the code of the network that reads."
            ),
        ),
        ("posterior", "kl"),
        (
            ChapterButton(
                mark("Show the map"),
                mark("Opens the “Latent” tab"),
                lambda t: t.results.show_panel("latent"),
            ),
            ChapterButton(
                mark("Open the latent space…"),
                mark("Opens the map in its own window, where you can explore it"),
                lambda tools: tools.run_command("latent_space"),
            ),
        ),
    ),
    Chapter(
        "writing",
        mark("The model writes"),
        (
            mark(
                "New codes give new digits. Your own code, decoded with each label, gives the "
                "ten digits in your handwriting; random codes give digits that nobody has "
                "ever written. In the default model, a second network does the writing; it "
                "uses longer codes than the one that reads."
            ),
        ),
        ("temperature", "prior"),
        (
            ChapterButton(
                mark("Write in my handwriting"),
                mark("Shows the ten digits and any number in the “Generated” tab"),
                lambda tools: tools.show_generated("hand"),
            ),
            ChapterButton(
                mark("Write random digits"),
                mark("Shows as many new digits as you like in the “Generated” tab"),
                lambda tools: tools.show_generated("samples"),
            ),
            ChapterButton(
                mark("Walk between digits…"),
                mark("Turns your digit into another one, step by step"),
                lambda tools: tools.run_command("walk"),
            ),
        ),
    ),
    Chapter(
        "numbers",
        mark("More than one digit"),
        (
            mark(
                "A house number, a postal code, a whole page: the program finds the digits, "
                "separates them where the evidence is highest, and reads each one as "
                "described. Press N, or try the picture below; Esc goes back."
            ),
            mark(
                "This page treats the picture as a single digit, so it rejects a picture with "
                "several digits."
            ),
        ),
        ("likeness",),
        (
            _take(NUMBER),
            ChapterButton(
                mark("Several digits"),
                mark("Reads the picture as a number, or as a single digit again (N)"),
                lambda tools: tools.run_command("several_digits"),
            ),
            _take(CLEAR),
        ),
    ),
    Chapter(
        "training",
        mark("Train your own model"),
        (
            mark(
                "A model learns from thousands of handwritten digits: it encodes them, redraws "
                "them, compares, and improves a little each time. <i>Quick try</i> trains a "
                "small one in about two minutes."
            ),
        ),
        ("loss",),
        (
            ChapterButton(
                mark("Train…"),
                mark("Opens the training dialog"),
                lambda tools: tools.run_command("train"),
            ),
            ChapterButton(
                mark("Show the loss"),
                mark("Opens the “Loss” tab"),
                lambda tools: tools.results.show_panel("loss"),
            ),
            ChapterButton(
                mark("Scorecard…"),
                mark("Shows how well the model reads digits that it has never seen"),
                lambda tools: tools.run_command("scorecard"),
            ),
            ChapterButton(
                mark("Models and comparison…"),
                mark("Compares all your models side by side"),
                lambda tools: tools.run_command("library"),
            ),
        ),
    ),
)
"""The chapters in order, counted from 0."""
