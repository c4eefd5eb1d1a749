"""The form of a sweep: what it makes of its fields, its file, and what cannot be."""

from __future__ import annotations

from pathlib import Path

import pytest
from window_desk import Desk

from desktop_cvae.core.language import install
from desktop_cvae.gui.comparison.sweep_dialog import SweepDialog
from desktop_cvae.gui.comparison.sweep_form import EXAMPLE, RANDOM, SweepForm
from desktop_cvae.library.sweep_file import read_sweep_file
from desktop_cvae.library.sweep_library import sweeps_dir


@pytest.fixture
def form(desk: Desk) -> SweepForm:
    desk.window.run("sweeps")
    (dialog,) = desk.window.findChildren(SweepDialog)
    desk.settle()
    dialog.fill_in.click()
    (form,) = dialog.findChildren(SweepForm)
    return form


def vary(form: SweepForm, at: int, name: str, values: str) -> None:
    form.settings[at].setCurrentIndex(form.settings[at].findData(name))
    form.values[at].setText(values)


def test_it_begins_with_an_example_of_nine_trainings(form: SweepForm) -> None:
    assert form.table() == EXAMPLE
    assert form.told.text() == "9 trainings"
    assert form.start.isEnabled()


def test_values_are_numbers_names_and_ranges(form: SweepForm) -> None:
    form.way.setCurrentIndex(form.way.findData(RANDOM))
    form.count.setValue(5)
    vary(form, 0, "schedule", "constant cosine")
    vary(form, 1, "learning_rate", "0.0001..0.01 log")
    vary(form, 2, "batch_size", "32; 64")
    table = form.table()
    assert table["random"] == {
        "count": 5,
        "schedule": ["constant", "cosine"],
        "learning_rate": {"low": 0.0001, "high": 0.01, "scale": "log"},
        "batch_size": [32, 64],
    }
    assert form.told.text() == "5 trainings"


@pytest.mark.parametrize(
    ("name", "values", "sentence"),
    [
        ("beta", "-1", "“grid.beta”"),
        ("beta", "", "“grid.beta” is an empty list"),
        ("preset", "no_such", "no_such"),
        ("latent_dim", "2.5", "latent_dim"),
    ],
)
def test_what_cannot_be_is_told_and_does_not_start(
    form: SweepForm, name: str, values: str, sentence: str
) -> None:
    vary(form, 1, "", "")
    vary(form, 0, name, values)
    assert sentence in form.told.text()
    assert not form.start.isEnabled()


def test_a_setting_stands_there_once(form: SweepForm) -> None:
    vary(form, 1, "latent_dim", "4")
    assert form.told.text() == "“latent_dim” is listed twice."


def test_it_is_saved_and_opened_as_toml(form: SweepForm, desk: Desk, tmp_path: Path) -> None:
    form.title.setText("mine")
    form.epochs.setValue(0)
    vary(form, 1, "beta", "0.5 2")
    table = form.table()
    form.save_to(tmp_path / "mine.toml")
    desk.settle()
    assert len(read_sweep_file(tmp_path / "mine.toml").trainings) == 6
    form.show_table(EXAMPLE)
    form.load(tmp_path / "mine.toml")
    desk.settle()
    assert form.table() == table
    assert form.plan().file == tmp_path / "mine.toml"


def test_a_file_with_more_than_the_form_shows_is_told(
    form: SweepForm, desk: Desk, tmp_path: Path
) -> None:
    (tmp_path / "list.toml").write_text("[[list]]\nbeta = 2.0\n")
    form.load(tmp_path / "list.toml")
    desk.settle()
    assert form.told.text().startswith("“list.toml” contains more than the form can show")
    assert form.table() == EXAMPLE


def test_start_writes_the_file_and_asks_for_its_sweep(form: SweepForm, desk: Desk) -> None:
    form.title.setText("first")
    with desk.qtbot.waitSignal(form.start_requested) as started:
        form.start.click()
    file = sweeps_dir() / "first.toml"
    assert started.args == [file]
    assert len(read_sweep_file(file).trainings) == 9


def test_a_decimal_comma_is_read_where_the_language_has_one(form: SweepForm) -> None:
    install(None, decimal=",", group=".")
    try:
        form.show_table(EXAMPLE)
        assert form.values[1].text() == "0,3 1,0 3,0"
        assert form.table() == EXAMPLE
    finally:
        install(None)
