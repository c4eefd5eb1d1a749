"""What the worker thread does for the window: plain functions of values.

Everything heavy is imported inside them, so that the window opens without it.
"""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

from desktop_cvae.core.drawing_record import DrawingRecord
from desktop_cvae.core.results import Hand, NoiseSetting, Samples
from desktop_cvae.core.tasks import result_of
from desktop_cvae.gui.session import Before, Picture, Question, Reply, WrittenLine

if TYPE_CHECKING:
    from desktop_cvae.gui.writing.generated_panel import GenerationRequest
    from desktop_cvae.inference.opened_model import OpenedModel

LINE_SCALE = 4
"""Of a line on the screen: enough where a screen has two pixels for one."""


def answer_question(model: OpenedModel, question: Question, *, writes_digits: bool) -> Reply:
    """Prepare the picture if need be, and ask the model.

    Args:
        model: is asked.
        question: what is asked.
        writes_digits: the ten digits in its hand come at once: they follow the pen, and in a
            job of their own they would wait for the next movement's answer.
    """
    noise, label, refuse = question.noise, question.label, question.refuse
    if question.prepared is None:
        answer = model.answer_picture(question.image, noise, label, refuse, question.preparation)
    else:
        known, candidates = question.known, question.candidates
        answer = model.answer(question.prepared, noise, label, known, refuse, candidates)
    if not writes_digits or answer.hand is None:
        return Reply(question, answer)
    return Reply(question, answer, model.generate_in_style(answer.hand))


def read_picture(source: Path | bytes, name: str) -> Picture:
    """Read a file or the bytes of one.

    Raises:
        ImageProblem: it is no picture that can be used.
    """
    from desktop_cvae.pictures.picture_files import read_image

    return Picture(read_image(source), name, path=source if isinstance(source, Path) else None)


def find_pages(path: Path) -> tuple[str, ...]:
    """The names of a file's pages; the file's own if it has one and is no PDF file."""
    from desktop_cvae.pictures.pages import page_names

    return tuple(page_names(str(path)))


def read_recorded_picture(record: DrawingRecord) -> Picture | None:
    """The picture of a kept drawing, or None for blank paper.

    Raises:
        ImageProblem: it is no picture that can be used.
    """
    if record.png is None:
        return None
    from desktop_cvae.pictures.picture_files import read_image

    image = read_image(record.png)
    before = Before(image, NoiseSetting()) if record.is_prepared else None
    return Picture(image, record.name, before)


def write_samples(
    model: OpenedModel, request: GenerationRequest, label: int | None, hand: Hand | None
) -> Samples:
    """Digits under one label or all, or every label once in one hand.

    Args:
        model: writes them.
        request: what is wanted, and how.
        label: the label's index, or None for all in turn.
        hand: a drawing's; None without a drawing.
    """
    if request.mode == "hand":
        return model.generate_in_style(hand or model.some_hand(request.seed))
    kept = hand if request.keeps_style else None
    wish = (label, request.count, request.temperature, request.seed)
    # In one step, so that a moving pen shows some: a task would begin anew each time.
    return result_of(model.generate(*wish, hand=kept))


def write_line(model: OpenedModel, request: GenerationRequest, hand: Hand | None) -> WrittenLine:
    """The typed number in a hand, or in one that nobody has."""
    from desktop_cvae.pictures.strips import ink_pixels, set_in_line

    text = "".join(sign for sign in request.text if sign in f"{model.writable} ")
    wish = (text, request.temperature, request.seed)
    number = model.write_number(hand or model.some_hand(request.seed), *wish)
    strip = set_in_line(number.samples.images, text, LINE_SCALE)
    return WrittenLine(number, ink_pixels(strip, LINE_SCALE))


def load_plotting() -> None:
    """Import matplotlib here, so that the window does not wait when a plot is first shown."""
    import matplotlib.backends.backend_agg  # noqa: F401
