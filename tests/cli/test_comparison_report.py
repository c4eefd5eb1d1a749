"""The tables and the page of a comparison, from results that are made up."""

from __future__ import annotations

import dataclasses

import numpy as np
import pytest
from fakes import FakeEngine, draw_digit, fake_history, fake_map

from desktop_cvae.cli import comparison_report
from desktop_cvae.cli.comparison_page import Section, comparison_page
from desktop_cvae.cli.comparison_report import comparison_pictures, metrics_table, settings_table
from desktop_cvae.core.results import Scorecard
from desktop_cvae.datasets.dataset import DigitDataset
from desktop_cvae.evaluation.comparison import ComparedModel, Comparison, SettingDifference
from desktop_cvae.figures.palette import LIGHT_PAGE

DIGITS = np.stack([draw_digit(label) for label in range(10)])
CARD = Scorecard(1200, 0.98765, 101.2344, 80.5, 20.7344, 95.1, 0.01239, 0.0, None, 500.0)
PLAIN = dataclasses.replace(CARD, accuracy=None, expected_calibration_error=None)


def compared(*names: str) -> Comparison:
    """Models of that name, the last without labels and history."""
    whole = ComparedModel(names[0], fake_history(), DIGITS, fake_map(FakeEngine()), CARD)
    models = [dataclasses.replace(whole, name=name) for name in names]
    models[-1] = dataclasses.replace(models[-1], history=(), scorecard=PLAIN)
    originals = DigitDataset(np.rint(255 * DIGITS).astype(np.uint8), np.arange(10))
    rows = (SettingDifference("model", "conditional", ("yes",) * (len(names) - 1) + ("no",)),)
    return Comparison(originals, rows, tuple(models))


def test_results_are_written_for_people_and_for_programs() -> None:
    heading, first, last = metrics_table(compared("a", "b"), for_people=True)
    assert heading == [
        *("model", "images", "read by evidence", "−ELBO in nats", "reconstruction"),
        *("KL divergence", "−ELBO at the mean", "calibration error"),
    ]
    assert first == ["a", "1200", "0.9877", "101.234", "80.500", "20.734", "95.100", "0.0124"]
    assert last == ["b", "1200", "", "101.234", "80.500", "20.734", "95.100", ""]
    heading, first, _ = metrics_table(compared("a", "b"), for_people=False)
    assert heading[:3] == ["model", "n", "accuracy"]
    assert first[:3] == ["a", "1200", "0.9877"]
    for for_people in (False, True):
        assert settings_table(compared("a", "b"), for_people=for_people) == [
            ["part", "setting", "a", "b"],
            ["model", "conditional", "yes", "no"],
        ]


@pytest.mark.parametrize(
    ("count", "size"), [(2, (680, 414)), (3, (1020, 414)), (4, (1020, 794)), (7, (1020, 1174))]
)
def test_three_latent_maps_stand_in_a_row(
    count: int, size: tuple[int, int], monkeypatch: pytest.MonkeyPatch
) -> None:
    made, drawn = [], []
    monkeypatch.setattr(comparison_report, "new_figure", lambda *wide: made.append(wide) or wide)
    monkeypatch.setattr(comparison_report, "_png", lambda figure: repr(figure).encode())
    for name in ("draw_losses", "draw_latent_maps", "draw_reconstructions"):
        monkeypatch.setattr(comparison_report, name, lambda *given: drawn.append(given))
    names = [f"model {number}" for number in range(count)]
    pictures = comparison_pictures(compared(*names), LIGHT_PAGE)
    assert made[1] == size
    assert list(pictures) == ["loss", "latent", "reconstructions"]
    losses, maps, digits = drawn
    assert [name for name, _ in losses[1]] == [name for name, _ in maps[1]] == names
    assert losses[2] == "total"
    assert [name for name, _ in digits[2]] == names


def test_the_page_escapes_names_and_marks_tables_of_numbers() -> None:
    sections = [
        Section("First <1>", "", table=[["model", "n"], ["a&b", "1.5"], ["c", ""]]),
        Section("Second", "A sentence.", table=[["part", "x"], ["a", "yes"]]),
        Section("Third", "", table=[["part", "x"], ["a", "12"], ["b", "1.5e3"]]),
        Section("Fourth", "", table=[["part", "x"], ["a", ""]], pictures=(b"light", b"dark")),
    ]
    page = comparison_page(["a<b", "c"], "mnist test", sections)
    assert page.count("<title>a&lt;b · c</title>") == page.count("<h1>a&lt;b · c</h1>") == 1
    assert "<p>Compared on mnist test.</p>" in page
    first, second, third, fourth = page.split("<section>")[1:]
    assert first.startswith('\n<h2>First &lt;1&gt;</h2>\n<table class="numbers">\n<tr><th')
    assert '<th scope="row">a&amp;b</th><td>1.5</td></tr>' in first
    assert '<th scope="row">c</th><td>–</td></tr>' in first
    assert "<p>A sentence.</p>\n<table>" in second
    assert "<table>" in third
    assert "<table>" in fourth
    assert 'srcset="data:image/png;base64,ZGFyaw=="' in fourth
    assert '<img src="data:image/png;base64,bGlnaHQ=" alt="Fourth">' in fourth
