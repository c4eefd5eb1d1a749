"""A language whose texts are 40 % longer: nothing is left in English, nothing is cut."""

from __future__ import annotations

from collections.abc import Callable, Iterator

import pytest
from every_dialog import DIALOGS, open_dialog
from fake_runs import MakeRun
from layout_faults import faults
from PySide6.QtCore import QSize, Qt
from PySide6.QtWidgets import QApplication
from shown_texts import untranslated
from window_desk import Desk

from desktop_cvae.gui.widgets.work_dialog import FRAME
from desktop_cvae.workers import language_selection

SCREENS = [(960, 600), (1366, 720)]


@pytest.fixture(autouse=True)
def pseudo() -> Iterator[None]:
    language_selection.speak(language_selection.PSEUDO)
    yield
    language_selection.speak("en")


@pytest.mark.parametrize("name", DIALOGS)
def test_every_dialog_is_translated_and_nothing_is_cut(
    pseudo: None, desk: Desk, make_run: MakeRun, name: str
) -> None:
    desk.draw(3)
    dialog = open_dialog(desk, make_run, name)
    assert untranslated(dialog) == set()
    for width, height in SCREENS:
        dialog.resize(QSize(width, height) - FRAME)
        assert faults(dialog) == [], (width, height)
    dialog.close()


STATES: dict[str, Callable[[Desk], object]] = {
    "empty": lambda _: None,
    "drawn": lambda desk: desk.draw(3),
    "noisy": lambda desk: (desk.draw(3), desk.session.set_noise("gaussian", 0.4)),
    "another label": lambda desk: (desk.draw(3), desk.key(Qt.Key.Key_8)),
    "denoised": lambda desk: (desk.draw(3), desk.session.denoise()),
    "without labels": lambda desk: desk.controller.use_model("plain"),
    "a number": lambda desk: (desk.draw(3), desk.key(Qt.Key.Key_N)),
    "latent": lambda desk: (desk.draw(3), desk.window.results.show_panel("latent")),
    "loss": lambda desk: desk.window.results.show_panel("loss"),
    "a notice": lambda desk: desk.window.offer_tour(),
    "a card": lambda desk: (desk.draw(3), desk.window.explain("kl")),
    "the tour": lambda desk: desk.window.start_tour(),
}


@pytest.mark.parametrize("name", STATES)
def test_every_state_of_the_window_is_translated_and_nothing_is_cut(
    pseudo: None, desk: Desk, name: str
) -> None:
    STATES[name](desk)
    desk.settle()
    QApplication.processEvents()
    assert untranslated(desk.window) == set()
    for size in SCREENS:
        desk.window.resize(*size)
        assert faults(desk.window) == [], size


def test_what_is_not_translated_and_what_is_cut_is_found(pseudo: None, desk: Desk) -> None:
    desk.window.status.state.setText("Forgotten")
    assert untranslated(desk.window) == {"Forgotten"}
    desk.window.input.open_button.setFixedWidth(20)
    assert any("ÖÖ" in fault for fault in faults(desk.window))
