"""Exports of the answer (page, figure, table) and of its single pictures."""

from __future__ import annotations

import datetime
from collections.abc import Callable, Sequence
from functools import partial
from typing import TYPE_CHECKING

import numpy as np

from desktop_cvae import __version__
from desktop_cvae.core.csv_tables import Table
from desktop_cvae.core.language import mark, number, percent_text, tr, tr_n
from desktop_cvae.core.preparation_names import PREPARATIONS
from desktop_cvae.core.results import Answer, FloatArray, NoiseSetting, Recognition
from desktop_cvae.gui.app_window import AppWindow
from desktop_cvae.gui.exporting.export import (
    Export,
    bytes_kind,
    file_name,
    plot_bytes,
    table_export,
)
from desktop_cvae.gui.qimage_arrays import difference_image, digit_image, png_bytes
from desktop_cvae.gui.session import Session
from desktop_cvae.gui.theme import LIGHT
from desktop_cvae.gui.widgets.answer_column import SPREAD_GAIN, AnswerColumn
from desktop_cvae.gui.widgets.digit_view import DigitView, DigitViewContent
from desktop_cvae.gui.widgets.evidence_scale import (
    TICKS_NATS,
    axis_position,
    bar_lengths,
    nats_text,
)
from desktop_cvae.gui.widgets.input_column import KIND_NAMES
from desktop_cvae.gui.widgets.preparation_strip import are_told
from desktop_cvae.gui.widgets.reason_line import gap_words
from desktop_cvae.gui.widgets.rejection_slider import UNKNOWN, rejection_text
from desktop_cvae.gui.widgets.verdict import verdict_words

if TYPE_CHECKING:
    from desktop_cvae.figures.answer_figure import AnswerReport, ReportPicture, ReportRow
    from desktop_cvae.gui.exporting.exporter import Exporter
    from desktop_cvae.gui.widgets.drawing_canvas import DrawingCanvas
    from desktop_cvae.inference.opened_model import OpenedModel

TITLE, STEM = mark("the answer"), "answer"
NO_ANSWER = mark("There is no answer yet; draw a digit first.")
EVIDENCE = mark(
    "For each label, the model writes the digit that explains the drawing best. The evidence in "
    "nats (ELBO) counts what this leaves unexplained, pixel by pixel (recon.), and how unusual the "
    "handwriting would be (KL): evidence = −(recon. + KL). Closer to 0 is better."
)
NOTE = mark(
    "Spread: dark where the model is unsure. Difference: red with dots marks missing ink, blue "
    "marks extra ink."
)
FOREIGN_NOTE = mark("Green with crosses marks foreign ink, which does not count against any label.")
CALIBRATED = mark(
    "Probabilities are calibrated: of answers given with 90 %, nine in ten are right."
)
NOT_CALIBRATED = mark("Probabilities are the softmax of the evidence; they are not calibrated.")
HEADING = ("label", "reconstruction_nats", "kl_nats", "evidence_nats", "probability")
ROW_SCALE, ROW_GAP_PX = 4, 8
ENLARGED = 12
"""Pixels of an enlarged file for each of a digit's 28."""


def export_shown(window: AppWindow, how: Callable[[Export], object]) -> None:
    """Save, copy or print the number or the answer that is shown; say so if there is none."""
    export = window.several.export() or answer_export(window.session)
    if export is None:
        window.session.raise_notice(tr(NO_ANSWER), is_warning=False)
    else:
        how(export)


def save_answer(window: AppWindow) -> None:
    """Ask where and as what, and save the answer."""
    export_shown(window, partial(window.controller.exporter.ask, window))


def print_answer(window: AppWindow) -> None:
    """Ask for a printer, and print the page that explains the answer."""
    export_shown(window, partial(window.controller.exporter.ask_printer, window))


def copy_answer(form: str, window: AppWindow) -> None:
    """Put the answer on the clipboard, as ``"picture"`` or as ``"text"``."""
    exporter = window.controller.exporter
    export_shown(window, exporter.copy_picture if form == "picture" else exporter.copy_text)


def answer_export(session: Session, now: datetime.datetime | None = None) -> Export | None:
    """Return the session's answer as an export; None while nothing is read.

    Args:
        session: what is shown.
        now: is written on the page; None for the time that it is.
    """
    answer = session.reply.answer if session.reply else None
    if session.model is None or answer is None or answer.recognition is None:
        return None
    when = (now or datetime.datetime.now()).strftime("%Y-%m-%d %H:%M")
    report = partial(_report, _Shown(session, answer, answer.recognition), when)
    read, names = answer.recognition.label, session.label_names
    stem = file_name(STEM, "" if read is None else names[read])
    table = table_export(tr(TITLE), stem, partial(answer_table, answer.recognition, names))
    kinds = (
        bytes_kind(tr("PDF page that explains it"), ".pdf", lambda: _page(report(), ".pdf")),
        bytes_kind(tr("PNG picture"), ".png", lambda: _figure(report(), ".png")),
        bytes_kind(tr("SVG drawing"), ".svg", lambda: _figure(report(), ".svg")),
        bytes_kind(tr("PNG of the small pictures in a row"), ".png", partial(_row, answer)),
        *table.kinds,
    )
    return Export(
        tr(TITLE),
        stem,
        kinds,
        png=lambda: _figure(report(), ".png"),
        page=lambda: _page(report(), ".png"),
        text=table.text,
    )


def answer_table(reading: Recognition, names: Sequence[str]) -> Table:
    """Return a row for each label under a heading; a model without labels has one row."""
    columns = (
        reading.reconstruction_nats,
        reading.kl_nats,
        reading.evidence_nats,
        reading.shares,
    )
    return [HEADING, *zip(names or ("",), *columns, strict=True)]


class _Shown:
    """The window's state at the moment of asking."""

    def __init__(self, session: Session, answer: Answer, reading: Recognition) -> None:
        assert session.reply is not None
        assert session.model is not None
        self.answer, self.reading = answer, reading
        self.names, self.chosen = session.label_names, session.label
        self.false_rejection_rate = session.false_rejection_rate
        self.wish = session.reply.question.preparation
        self.noise = session.reply.question.noise
        self.drawing: FloatArray = session.reply.question.image
        self.model: OpenedModel = session.model
        self.words = verdict_words(session.reply, self.names, session.label)
        spread = session.spread
        is_of_it = spread is not None and spread.is_of(session.reply, answer.label)
        self.spread = spread.image if spread is not None and is_of_it else None


def _report(shown: _Shown, when: str) -> AnswerReport:
    """Compose the report; for the worker, since it imports matplotlib."""
    from desktop_cvae.figures.answer_figure import AnswerReport

    headline, line = shown.words
    source = tr(
        "desktop_cvae {version} · model {name} · {when}",
        version=__version__,
        name=shown.model.entry.name,
        when=when,
    )
    # Ink is dark on paper, whichever way it was given.
    drawing = shown.drawing if shown.answer.prepared.inverted else 1.0 - shown.drawing
    return AnswerReport(
        headline,
        line,
        _pictures(shown),
        _rows(shown),
        [(f"−{nats}" if nats else "0", float(axis_position(nats))) for nats in TICKS_NATS],
        source,
        np.asarray(drawing, np.float32),
        _words(shown),
        " ".join(_notes(shown)),
        _facts(shown, when),
    )


def _pictures(shown: _Shown) -> list[ReportPicture]:
    from desktop_cvae.figures.answer_figure import ReportPicture

    answer, read = shown.answer, shown.answer.prepared.image
    foreign, is_noisy = shown.reading.foreign, shown.noise.level > 0
    # As in the window, foreign ink is shown over the input that the model read.
    pictures = [ReportPicture(tr("Input"), read, foreign=None if is_noisy else foreign)]
    if is_noisy:
        pictures.append(ReportPicture(tr("Noisy"), answer.noisy, foreign=foreign))
    if shown.spread is not None:
        pictures.append(ReportPicture(tr("Spread"), np.clip(SPREAD_GAIN * shown.spread, 0, 1)))
    if answer.reconstruction is not None:
        pictures.append(ReportPicture(tr("Reconstruction"), answer.reconstruction))
        pictures.append(ReportPicture(tr("Difference"), answer.reconstruction, read, foreign))
    return pictures


def _rows(shown: _Shown) -> list[ReportRow]:
    from desktop_cvae.figures.answer_figure import ReportRow

    reading, explanations = shown.reading, shown.answer.explanations
    images = reading.reconstructions if explanations is None else explanations
    rows = []
    for index, length in enumerate(bar_lengths(reading.evidence_nats)):
        nats = (reading.reconstruction_nats, reading.kl_nats, reading.evidence_nats)
        share = percent_text(float(reading.shares[index])) if shown.names else ""
        recon, kl, evidence = (nats_text(float(values[index])) for values in nats)
        name = shown.names[index] if shown.names else ""
        numbers = (recon, kl, evidence, share)
        is_best = index == reading.label
        rows.append(ReportRow(index, name, images[index], float(length), numbers, is_best))
    return rows


def _words(shown: _Shown) -> list[str]:
    told = [tr(EVIDENCE)]
    gap = gap_words(shown.reading, shown.reading.label, shown.names)
    if gap:
        # “12.3 nats ahead of 9”
        told.append(
            tr(
                "The best label is {gap}. The shorter a bar, the further its label is behind.",
                gap=gap,
            )
        )
    if shown.names:
        told.append(tr(CALIBRATED if shown.model.calibration is not None else NOT_CALIBRATED))
    return told


def _notes(shown: _Shown) -> list[str]:
    notes = [tr(NOTE)]
    if shown.reading.foreign is not None:
        notes.append(tr(FOREIGN_NOTE))
    candidates = shown.answer.candidates
    # A picture that was inverted, or whose ruling was removed, is named though all agree on it.
    is_altered = len(candidates) > 1 and candidates[0].name != "ink"
    if is_altered or are_told(candidates, shown.wish):
        title, share = tr(PREPARATIONS[candidates[0].name]), percent_text(candidates[0].share)
        notes.append(tr("Preparation of the picture: {title} ({share}).", title=title, share=share))
    return notes


def _facts(shown: _Shown, when: str) -> list[tuple[str, str]]:
    manifest, reading = shown.model.entry.manifest, shown.reading
    like = None if reading.verdict is None else reading.verdict.digit_probability
    chosen = (
        tr("automatic")
        if shown.chosen is None
        else tr("{name}, chosen", name=shown.names[shown.chosen])
    )
    return [
        (tr("Model"), shown.model.entry.name),
        (tr("Weights"), f"SHA-256 {manifest.weights_sha256[:16]}…"),
        (tr("Trained on"), manifest.dataset_name),
        (tr("Engine"), shown.model.engine.name),
        (tr("Program"), f"desktop_cvae {__version__}"),
        (tr("Date"), when),
        (tr("Noise"), noise_words(shown.noise)),
        (tr("Label"), chosen),
        (tr("Like a digit"), UNKNOWN if like is None else percent_text(like)),
        (tr("Rejection"), rejection_text(shown.false_rejection_rate)),
        (
            tr("Views"),
            tr_n(
                "{n} of the drawing (test-time augmentation)",
                "{n} of the drawing (test-time augmentation)",
                reading.views,
            )
            if reading.views > 1
            else "1",
        ),
        (tr("Time"), tr("{time} ms", time=number(shown.answer.elapsed_ms, ".1f"))),
    ]


def noise_words(noise: NoiseSetting) -> str:
    """Describe the noise, such as “gaussian, 30 %, seed 2”, or “none”."""
    if noise.level <= 0:
        return tr("none")
    return tr(
        "{kind}, {level} %, seed {seed}",
        kind=tr(KIND_NAMES[noise.kind]).lower(),
        level=number(100 * noise.level, ".0f"),
        seed=noise.seed,
    )


def _figure(report: AnswerReport, suffix: str) -> bytes:
    from desktop_cvae.figures.answer_figure import answer_size, draw_answer

    return plot_bytes(partial(draw_answer, report=report), answer_size(report), suffix)


def _page(report: AnswerReport, suffix: str) -> bytes:
    from desktop_cvae.figures.answer_figure import A4_PX, draw_page

    return plot_bytes(partial(draw_page, report=report), A4_PX, suffix)


def _row(answer: Answer) -> bytes:
    """Tile input, noisy input, reconstruction and their distance, white ink on black."""
    from desktop_cvae.pictures.contact_sheets import encode_png, tile_images

    rebuilt = answer.prepared.image if answer.reconstruction is None else answer.reconstruction
    difference = np.abs(rebuilt - answer.prepared.image)
    images = np.stack((answer.prepared.image, answer.noisy, rebuilt, difference))
    return encode_png(tile_images(images, len(images), ROW_SCALE, ROW_GAP_PX))


def offer_answer(
    exporter: Exporter, session: Session, column: AnswerColumn, canvas: DrawingCanvas
) -> None:
    """Offer the answer on its column, each small picture by itself, and the drawing."""
    exporter.offer(canvas, partial(drawing_export, session, canvas))
    find = partial(answer_export, session)
    exporter.offer(column, find)
    exporter.offer(column.bars, find, drags=True)
    for view in column.views.values():
        exporter.offer(view, partial(view_export, view), drags=True)


def view_export(view: DigitView) -> Export | None:
    """Return one of the small pictures in light colours; None while it is empty."""
    shown, image = view.shown, view.shown.image
    if image is None:
        return None
    large = partial(digit_png, shown, ENLARGED)
    kinds = [bytes_kind(tr("PNG picture, large"), ".png", large)]
    exact = partial(digit_png, shown, 1)
    kinds.append(bytes_kind(tr("PNG picture, 28 × 28"), ".png", exact))
    if shown.original is None:
        plain = partial(mnist_png, image)
        kinds.append(bytes_kind(tr("PNG picture, 28 × 28, white on black as MNIST"), ".png", plain))
    return Export(f"“{view.caption}”", file_name(view.caption.lower()), tuple(kinds), png=large)


def drawing_export(session: Session, canvas: DrawingCanvas) -> Export | None:
    """Return the canvas at its own size; None while it is empty."""
    image = session.image
    if image is None:
        return None
    # A drawing has ink 1 on 0; in an opened picture light is 1 already.
    shown = image if canvas.drawing.picture is not None else 1.0 - image
    kind = bytes_kind(tr("PNG picture"), ".png", partial(mnist_png, shown))
    return Export(tr("the drawing"), "drawing", (kind,), png=partial(mnist_png, shown))


def digit_png(shown: DigitViewContent, scale: int) -> bytes:
    """Encode a digit, or its difference from another, in the light theme's colours."""
    assert shown.image is not None
    colored = digit_image(shown.image, LIGHT, shown.foreign)
    if shown.original is not None:
        colored = difference_image(shown.image, shown.original, LIGHT, shown.foreign)
    return png_bytes(colored.scaled(colored.size() * scale))


def mnist_png(image: FloatArray) -> bytes:
    """Encode a picture in 256 shades; 0 is black, as a digit's paper in MNIST."""
    from desktop_cvae.pictures.contact_sheets import encode_png

    return encode_png(np.rint(255 * np.clip(image, 0, 1)).astype(np.uint8))
