"""The answer as other programs read what was let out of it."""

from __future__ import annotations

import datetime
from functools import partial
from pathlib import Path

import numpy as np
import pytest
from exported_files import GLYPH, csv_rows, has_content, opened_png, opened_svg, pdf_text, saved
from PySide6.QtGui import QGuiApplication
from window_desk import Desk, MakeDesk

from desktop_cvae.core.language import percent_text
from desktop_cvae.gui.exporting.answer_export import answer_export, drawing_export, view_export
from desktop_cvae.gui.exporting.export import Export
from desktop_cvae.gui.theme import DARK, LIGHT
from desktop_cvae.gui.widgets.evidence_scale import nats_text

NOW = datetime.datetime(2026, 11, 22, 20, 30)


def answer(desk: Desk) -> Export:
    export = answer_export(desk.session, NOW)
    assert export is not None
    return export


def test_there_is_nothing_before_the_first_drawing(desk: Desk) -> None:
    assert answer_export(desk.session) is None
    assert view_export(desk.window.answer.views["Input"]) is None


def test_the_table_has_the_windows_numbers(desk: Desk, tmp_path: Path) -> None:
    desk.draw(3)
    heading, *rows = csv_rows(saved(answer(desk), ".csv", tmp_path))
    reading = desk.answer.recognition
    assert reading is not None
    assert heading[0] == "label"
    assert [row[0] for row in rows] == list("0123456789")
    found = np.array([row[1:] for row in rows], np.float32)
    np.testing.assert_array_equal(found[:, 2], reading.evidence_nats)
    np.testing.assert_allclose(found[:, 0] + found[:, 1], -found[:, 2], rtol=1e-5)
    assert percent_text(float(found[3, 3])) in desk.window.answer.verdict.line.text()


def test_the_page_explains_the_whole_answer(desk: Desk, tmp_path: Path) -> None:
    desk.session.set_noise("gaussian", 0.1)
    desk.draw(3)
    text = pdf_text(saved(answer(desk), ".pdf", tmp_path))
    reading, model = desk.answer.recognition, desk.session.model
    assert reading is not None
    assert model is not None
    told = [
        *("Like a digit", "rejects 0.5 % of real digits", "−100"),
        *("It is a 3", "2026-11-22 20:30", "gaussian, 10 %, seed 0", "Reconstruction", "Noisy"),
        model.entry.name,
        model.entry.manifest.weights_sha256[:16],
        *(nats_text(float(nats)) for nats in reading.evidence_nats),
        *(nats_text(float(nats)) for nats in reading.kl_nats),
    ]
    assert [words for words in told if words not in text] == []


@pytest.mark.qt_log_ignore(GLYPH)
@pytest.mark.parametrize(("suffix", "opened"), [(".png", opened_png), (".svg", opened_svg)])
def test_the_figure_is_light_in_a_dark_window(desk: Desk, tmp_path: Path, suffix, opened) -> None:
    desk.appearance.choose(DARK.name)
    desk.draw(3)
    pixels = opened(saved(answer(desk), suffix, tmp_path, suffix[1:].upper()))
    assert has_content(pixels)
    assert pixels.shape[1] > pixels.shape[0] > 300
    desk.appearance.choose(LIGHT.name)


def test_a_model_without_labels_has_one_row(make_desk: MakeDesk, tmp_path: Path) -> None:
    desk = make_desk(model="plain")
    desk.draw(3)
    export = answer(desk)
    _, row = csv_rows(saved(export, ".csv", tmp_path))
    assert row[0] == ""
    assert "Reconstructed" in pdf_text(saved(export, ".pdf", tmp_path))


def test_an_export_keeps_what_was_shown(desk: Desk, tmp_path: Path) -> None:
    desk.draw(3)
    export = answer(desk)
    desk.window.input.canvas.clear()
    desk.draw(1)
    assert "It is a 3" in pdf_text(saved(export, ".pdf", tmp_path))
    assert answer(desk).stem == "answer-1"


def test_small_pictures_are_exact(desk: Desk, tmp_path: Path) -> None:
    desk.draw(3)
    views = desk.window.answer.views
    export = view_export(views["Input"])
    assert export is not None
    grey = opened_png(saved(export, ".png", tmp_path, "PNG picture, 28 × 28, white"))[..., 0]
    np.testing.assert_array_equal(grey, np.rint(255 * desk.answer.prepared.image))
    exact = opened_png(saved(export, ".png", tmp_path, "PNG picture, 28 × 28"))
    large = opened_png(saved(export, ".png", tmp_path, "PNG picture, large"))
    np.testing.assert_array_equal(large[::12, ::12], exact)
    assert has_content(large)


def test_a_difference_is_in_colour(desk: Desk, tmp_path: Path) -> None:
    desk.draw(3)
    export = view_export(desk.window.answer.views["Difference"])
    assert export is not None
    pixels = opened_png(saved(export, ".png", tmp_path)).astype(int)
    assert (np.ptp(pixels, axis=2) > 40).any()


def test_the_row_of_small_pictures_is_four_wide(desk: Desk, tmp_path: Path) -> None:
    desk.draw(3)
    height, width, _ = opened_png(saved(answer(desk), ".png", tmp_path, "PNG of")).shape
    assert width > 3.9 * height


def test_the_drawing_itself_is_dark_on_light(desk: Desk, tmp_path: Path) -> None:
    canvas = desk.window.input.canvas
    assert drawing_export(desk.session, canvas) is None
    desk.draw(3)
    export = drawing_export(desk.session, canvas)
    assert export is not None
    assert desk.session.image is not None
    grey = opened_png(saved(export, ".png", tmp_path))[..., 0]
    np.testing.assert_array_equal(grey, np.rint(255 * (1 - desk.session.image)))
    assert has_content(opened_png(saved(export, ".png", tmp_path)))


def test_menu_and_keys_reach_the_answer(desk: Desk, monkeypatch) -> None:
    asked = []
    exporter = desk.controller.exporter

    def note(name: str, *given: object) -> None:
        asked.append((name, given))

    for name in ("ask", "ask_printer"):
        monkeypatch.setattr(exporter, name, partial(note, name))
    desk.window.run("save_answer")
    assert "draw a digit first" in desk.notices[-1].sentence
    desk.draw(3)
    for name in ("save_the_answer", "print_the_answer"):
        desk.window.findChild(object, f"action_{name}").trigger()
    assert [(name, given[1].stem) for name, given in asked] == [
        ("ask", "answer-3"),
        ("ask_printer", "answer-3"),
    ]


def test_the_answer_is_copied_as_a_picture_or_as_text(desk: Desk) -> None:
    desk.draw(3)
    clipboard = QGuiApplication.clipboard()
    desk.window.run("copy_answer")
    desk.settle()
    assert clipboard.mimeData().hasImage()
    desk.window.run("copy_answer_text")
    desk.settle()
    assert not clipboard.mimeData().hasImage()
    assert clipboard.text()
