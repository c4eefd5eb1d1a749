"""What is folded away is found at one click, remembered, and shows values that were changed."""

from __future__ import annotations

from PySide6.QtWidgets import QWidget
from pytestqt.qtbot import QtBot
from window_desk import Desk, MakeDesk

from desktop_cvae.core.calibration import DEFAULT_FALSE_REJECTION_RATE
from desktop_cvae.gui.settings import Settings
from desktop_cvae.gui.widgets.disclosure import Disclosure


def test_a_click_unfolds_and_folds(qtbot: QtBot) -> None:
    content = QWidget()
    disclosure = Disclosure("Rejection", content)
    for widget in (disclosure, content):
        qtbot.addWidget(widget)
    assert content.isHidden()
    disclosure.click()
    assert not content.isHidden()
    assert disclosure.accessibleDescription() == "unfolded"
    disclosure.click()
    assert content.isHidden()


def test_changed_values_stand_beside_the_heading(qtbot: QtBot) -> None:
    disclosure = Disclosure("Rejection", content := QWidget())
    for widget in (disclosure, content):
        qtbot.addWidget(widget)
    disclosure.show_changed("1 %")
    assert disclosure.text() == disclosure.accessibleName() == "Rejection: 1 %"
    disclosure.show_changed("")
    assert disclosure.text() == "Rejection"


def test_what_is_folded_is_remembered(make_desk: MakeDesk) -> None:
    assert make_desk().window.remembered().unfolded == ()
    window = make_desk(Settings(unfolded=("rejection", "variation"))).window
    assert not window.answer.rejection.slider.parentWidget().isHidden()
    assert not window.results.generated.controls.isHidden()
    assert window.chooser.summary.isHidden()
    window.answer.rejection.disclosure.click()
    window.chooser.disclosure.click()
    assert window.remembered().unfolded == ("model", "variation")


def test_folded_controls_show_what_was_changed(desk: Desk) -> None:
    generated, rejection = desk.window.results.generated, desk.window.answer.rejection
    usual = generated.disclosure.text()
    generated.controls.slider.setValue(26)
    generated.controls.seed_box.setValue(7)
    assert generated.disclosure.text() == f"{usual}: temperature 1.30, seed 7"
    generated.controls.slider.setValue(20)
    generated.controls.seed_box.setValue(1)
    assert generated.disclosure.text() == usual
    desk.session.set_false_rejection_rate(0.02)
    assert rejection.disclosure.text() == "Rejection: 2 %"
    desk.session.set_false_rejection_rate(DEFAULT_FALSE_REJECTION_RATE)
    assert rejection.disclosure.text() == "Rejection"
