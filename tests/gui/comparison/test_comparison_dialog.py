from __future__ import annotations

from collections.abc import Callable

import pytest
from window_desk import Desk

from desktop_cvae.core.errors import UsageError
from desktop_cvae.gui.comparison.comparison_dialog import NO_DIGITS, ComparisonDialog
from desktop_cvae.gui.comparison.library_dialog import LibraryDialog
from desktop_cvae.gui.comparison.plot_picture import PlotPicture
from desktop_cvae.gui.theme import DARK

Open = Callable[[], ComparisonDialog]


def ground(plot: PlotPicture) -> str:
    """The colour in a plot's corner; empty before it was drawn."""
    return "" if plot.picture is None else plot.picture.pixelColor(1, 1).name()


@pytest.fixture
def open_comparison(desk: Desk) -> Open:
    """Choose both models in the library and compare them."""

    def compare() -> ComparisonDialog:
        desk.window.commands.show_library()
        library = desk.window.findChild(LibraryDialog)
        assert library is not None
        library.models.table.choose(("studio", "plain"))
        library.compare.click()
        desk.settle()
        library.close()
        dialog = desk.window.findChild(ComparisonDialog)
        assert dialog is not None
        desk.qtbot.waitUntil(lambda: dialog.is_complete and not desk.runner.is_busy)
        return dialog

    return compare


def test_both_models_are_asked_everything(open_comparison: Open) -> None:
    dialog = open_comparison()
    found = dialog.findings
    assert found.originals is not None
    assert found.originals.shape == (10, 28, 28)
    assert sorted(found.reconstructions) == sorted(found.maps) == sorted(found.cards) == [0, 1]
    table = dialog.panes.metrics
    texts = [[table.item(row, column).text() for column in range(6)] for row in range(2)]
    assert texts[0][:3] == ["studio", "120", "100.0 %"]
    assert texts[1][:3] == ["plain", "120", "–"]
    settings = dialog.panes.settings
    names = {settings.item(row, 0).text() for row in range(settings.rowCount())}
    assert "latent_dim" in names
    assert "epochs" not in names
    dialog.close()


def test_the_drawing_goes_through_all_models_live(desk: Desk, open_comparison: Open) -> None:
    dialog = open_comparison()
    card = dialog.drawing
    assert card.hint.isVisible()
    desk.draw(3)
    assert card.verdicts[0].text().startswith("3 · ")
    assert card.verdicts[1].text().endswith("nats")
    assert [len(row) for row in card.views] == [2, 3]
    assert all(view.image is not None for row in card.views for view in row)
    before = card.verdicts[0].text()
    desk.draw(1)
    assert card.verdicts[0].text() != before
    desk.window.input.canvas.clear()
    desk.settle()
    assert card.views[0][0].image is None
    assert card.hint.isVisible()
    dialog.close()


def test_it_follows_the_theme_and_every_tab_can_be_seen(desk: Desk, open_comparison: Open) -> None:
    dialog = open_comparison()
    desk.draw(5)
    image = dialog.drawing.views[0][0].image
    desk.session.set_theme(DARK)
    assert dialog.drawing.views[0][0].image != image
    for tab, plot in enumerate(dialog.panes.plots):
        dialog.panes.setCurrentIndex(tab)
        desk.qtbot.waitUntil(lambda plot=plot: ground(plot) == DARK.surface)
    dialog.panes.setCurrentIndex(3)
    assert not dialog.grab().isNull()
    dialog.close()


def test_without_test_digits_the_rest_still_works(
    desk: Desk, open_comparison: Open, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(desk.source, "test_digits", lambda: None)
    dialog = open_comparison()
    assert dialog.message.text() == NO_DIGITS
    desk.draw(2)
    assert dialog.drawing.verdicts[0].text().startswith("2 · ")
    dialog.close()


def test_a_closed_comparison_asks_nothing_more(desk: Desk, open_comparison: Open) -> None:
    open_comparison().close()
    scored = desk.engine.scored
    desk.draw(4)
    assert desk.engine.scored > scored
    assert desk.notices == []


def test_what_fails_is_said(
    desk: Desk, open_comparison: Open, monkeypatch: pytest.MonkeyPatch
) -> None:
    def fail() -> None:
        raise UsageError("No digits today.")

    monkeypatch.setattr(desk.source, "test_digits", fail)
    dialog = open_comparison()
    assert dialog.message.text() == "No digits today."
    dialog.close()
