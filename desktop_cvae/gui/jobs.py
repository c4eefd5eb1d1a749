"""Jobs of the worker thread for the window: plain functions of values.

They import heavy modules when called, so that the window opens without them.

Tested in tests/gui/test_controller.py.
"""

from __future__ import annotations

import gc
import threading
from collections.abc import Generator
from dataclasses import replace
from pathlib import Path
from typing import TYPE_CHECKING

from desktop_cvae.core.drawing_record import DrawingRecord
from desktop_cvae.core.results import Answer, NoiseSetting, Samples, Style
from desktop_cvae.core.tasks import result_of
from desktop_cvae.gui.picture import NoisyInput, Picture
from desktop_cvae.gui.session import Question, Reply, WrittenLine

if TYPE_CHECKING:
    from desktop_cvae.gui.writing.generated_panel import GenerationRequest
    from desktop_cvae.inference.opened_model import OpenedModel

PLOTTING_LOADED = threading.Event()
"""Set once matplotlib is imported."""

LINE_SCALE = 4
"""Scale of a written line: enough for a screen of twice the density."""


def answer_question(model: OpenedModel, question: Question, *, writes_digits: bool) -> Reply:
    """Prepare the picture if needed, and answer the question.

    Args:
        model: is asked.
        question: what is asked.
        writes_digits: the ten digits in its hand come at once: they follow the pen, and in a
            job of their own they would wait for the next movement's answer.
    """
    noise, label, false_rejection_rate = (
        question.noise,
        question.label,
        question.false_rejection_rate,
    )
    if question.prepared is None:
        answer = model.answer_picture(
            question.image, noise, label, false_rejection_rate, question.preparation
        )
    else:
        known, candidates = question.known, question.candidates
        answer = model.answer(
            question.prepared, noise, label, known, false_rejection_rate, candidates
        )
    if not writes_digits or answer.style is None:
        return Reply(question, answer)
    return Reply(question, answer, model.generate_in_style(answer.style))


def think_longer(model: OpenedModel, reply: Reply, steps: int) -> Generator[Reply, None, Reply]:
    """Think about a reply for up to so many steps; yield the reply after each."""
    question = reply.question

    def with_answer(answer: Answer) -> Reply:
        before, after = reply.answer.style, answer.style
        keeps = before is not None and after is not None and before.label == after.label
        return replace(reply, answer=answer, digits=reply.digits if keeps else None)

    thinking = model.think(reply.answer, question.label, steps, question.false_rejection_rate)
    while True:
        try:
            answer = next(thinking)
        except StopIteration as ended:
            return with_answer(ended.value)
        yield with_answer(answer)


def read_picture(source: Path | bytes, name: str) -> Picture:
    """Read a picture from a file or its bytes.

    Raises:
        ImageProblem: it is no picture that can be used.
    """
    from desktop_cvae.pictures.picture_files import read_image

    return Picture(read_image(source), name, path=source if isinstance(source, Path) else None)


def find_pages(path: Path) -> tuple[str, ...]:
    """Return the names of a file's pages, or its own name if it has only one."""
    from desktop_cvae.pictures.pages import page_names

    return tuple(page_names(str(path)))


def read_recorded_picture(record: DrawingRecord) -> Picture | None:
    """Return the picture of a saved drawing, or None for blank paper.

    Raises:
        ImageProblem: it is no picture that can be used.
    """
    if record.png is None:
        return None
    from desktop_cvae.pictures.picture_files import read_image

    image = read_image(record.png)
    before = NoisyInput(image, NoiseSetting()) if record.is_prepared else None
    return Picture(image, record.name, before)


def write_samples(
    model: OpenedModel, request: GenerationRequest, label: int | None, style: Style | None
) -> Samples:
    """Write digits of one label or all, or each label once in one style.

    Args:
        model: writes them.
        request: what is wanted, and how.
        label: the label's index, or None for all in turn.
        style: a drawing's; None without a drawing.
    """
    if request.mode == "hand":
        return model.generate_in_style(style or model.random_style(request.seed))
    kept = style if request.keeps_style else None
    wish = (label, request.count, request.temperature, request.seed)
    # In one step: a task of several steps would be replaced by the next answer before it ends, and
    # a moving pen would see no digits.
    return result_of(model.generate(*wish, style=kept))


def write_line(model: OpenedModel, request: GenerationRequest, style: Style | None) -> WrittenLine:
    """Write the typed number in a style, or in a random one."""
    from desktop_cvae.pictures.line_composition import compose_line, ink_pixels

    text = "".join(sign for sign in request.text if sign in f"{model.writable} ")
    wish = (text, request.temperature, request.seed)
    number = model.write_number(style or model.random_style(request.seed), *wish)
    strip = compose_line(number.samples.images, text, LINE_SCALE)
    return WrittenLine(number, ink_pixels(strip, LINE_SCALE))


def load_plotting() -> None:
    """Import matplotlib in the worker, so that the window does not wait for its first plot."""
    import desktop_cvae.gui.plots.plot_canvas  # noqa: F401

    # All modules are there now, and stay. Frozen, they are not searched for garbage again and
    # again: a full collection stopped the pen for 37 ms.
    gc.freeze()
    PLOTTING_LOADED.set()
