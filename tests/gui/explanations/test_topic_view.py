"""The charts of the topics show what is known of the drawing, and hide where nothing is."""

from __future__ import annotations

from dataclasses import replace

import numpy as np
import pytest
from fake_calibration import fake_calibration
from fakes import FakeSource, draw_digit
from pytestqt.qtbot import QtBot

from desktop_cvae.core.results import Candidate, NoiseSetting, Verdict
from desktop_cvae.gui.explanations.situation import (
    Situation,
    find_parts,
    find_passes,
    find_prior,
    find_temperatures,
    find_variants,
    run_finders,
)
from desktop_cvae.gui.explanations.small_charts import BarList, DigitRow, DimensionBars, Scale
from desktop_cvae.gui.explanations.topic_view import GRAPHICS
from desktop_cvae.gui.latent.latent_jobs import Agreement
from desktop_cvae.gui.session import Question, Reply
from desktop_cvae.inference.opened_model import GeneratorNetwork, OpenedModel


@pytest.fixture
def model() -> OpenedModel:
    return FakeSource().load("studio", "onnx")


def drawing(model: OpenedModel, noise: NoiseSetting | None = None) -> Situation:
    """A drawn 7, with everything that the worker finds out."""
    setting = noise or NoiseSetting()
    answer = model.answer_picture(draw_digit(7), setting, None)
    reply = Reply(Question(draw_digit(7), None, setting, None), answer)
    finders = (find_parts, find_variants, find_temperatures, find_prior, find_passes)
    return run_finders(Situation(model, reply, 7), finders)


@pytest.fixture
def drawn(model: OpenedModel) -> Situation:
    return drawing(model)


def shown(qtbot: QtBot, key: str, situation: Situation) -> str | None:
    """What a screen reader hears of a topic's chart; None where it is hidden."""
    make, show = GRAPHICS[key]
    chart = make()
    qtbot.addWidget(chart)
    is_shown = show(chart, situation)
    return chart.accessibleDescription() if is_shown else None


@pytest.mark.parametrize("key", GRAPHICS)
def test_nothing_is_charted_where_nothing_is_known(qtbot: QtBot, key: str) -> None:
    assert shown(qtbot, key, Situation()) is None


def test_finders_find_nothing_without_a_model_or_a_drawing(model: OpenedModel) -> None:
    for situation in (Situation(), Situation(model)):
        assert find_parts(situation).parts is None
        assert find_variants(situation).variants is None
        assert find_passes(situation).passes == ()
    assert find_prior(Situation()).prior is None
    assert find_temperatures(Situation()).temperatures is None


def test_finders_find_as_much_as_is_shown(drawn: Situation) -> None:
    assert drawn.variants is not None
    assert drawn.temperatures is not None
    assert drawn.prior is not None
    assert len(drawn.variants) == 16
    assert len(drawn.temperatures) == 4
    assert len(drawn.prior) == 5
    assert len(drawn.passes) == 1
    assert drawn.model is not None
    generator = GeneratorNetwork(drawn.model.engine, drawn.model.manifest)
    two = replace(drawn, model=replace(drawn.model, separate_generator=generator))
    assert len(find_passes(two).passes) == 2


def test_digits_stand_in_the_order_of_reading(qtbot: QtBot, model: OpenedModel) -> None:
    assert shown(qtbot, "pictures", drawing(model)) == "28 × 28, reconstruction"
    noisy = drawing(model, NoiseSetting("gaussian", 0.3))
    assert shown(qtbot, "pictures", noisy) == "28 × 28, noisy, reconstruction"
    assert shown(qtbot, "variants", noisy) == "code 1, code 2, code 3, code 4, code 5, spread"
    assert shown(qtbot, "temperatures", noisy) == "0.0, 0.5, 1.0, 1.5"
    assert shown(qtbot, "prior", noisy) == ", ".join(f"sample {n}" for n in range(1, 6))
    make, show = GRAPHICS["foreign"]
    chart = make()
    qtbot.addWidget(chart)
    assert isinstance(chart, DigitRow)
    reply, reading = noisy.reply, noisy.reading
    assert reply is not None
    assert reading is not None
    for foreign, is_shown in ((None, False), (np.ones((28, 28), np.float32), True)):
        answer = replace(reply.answer, recognition=replace(reading, foreign=foreign))
        assert show(chart, replace(noisy, reply=replace(reply, answer=answer))) is is_shown
    assert chart.accessibleDescription() == "as read, foreign, reconstruction"
    assert [*chart._foreign] == [1]


def test_preparations_stand_by_their_share(qtbot: QtBot, drawn: Situation) -> None:
    assert drawn.reply is not None
    prepared = drawn.reply.answer.prepared
    shares = (0.1, 0.4, 0.2, 0.05, 0.15, 0.1)
    for count in (1, 2, 6):
        rivals = tuple(Candidate(prepared, share, -90 + share) for share in shares[:count])
        answer = replace(drawn.reply.answer, candidates=rivals)
        said = shown(qtbot, "candidates", replace(drawn, reply=replace(drawn.reply, answer=answer)))
        assert (said is None) == (count < 2)
    assert said == "40.0 %, 20.0 %, 15.0 %, 10.0 %, 10.0 %"


def bars_of(qtbot: QtBot, key: str, situation: Situation) -> BarList:
    make, show = GRAPHICS[key]
    chart = make()
    qtbot.addWidget(chart)
    assert isinstance(chart, BarList)
    assert show(chart, situation)
    return chart


def read_otherwise(situation: Situation, evidence: np.ndarray) -> Situation:
    assert situation.reply is not None
    assert situation.reading is not None
    found = replace(
        situation.reading,
        label=int(evidence.argmax()),
        evidence_nats=evidence,
        probabilities=np.linspace(0, 0.18, 10, dtype=np.float32),
        verdict=Verdict("digit", (7,), 0.9, digit_log_odds=3.0),
    )
    answer = replace(situation.reply.answer, recognition=found)
    return replace(situation, reply=replace(situation.reply, answer=answer))


def test_the_next_labels_stand_with_their_nats_and_odds(qtbot: QtBot, drawn: Situation) -> None:
    evidence = np.float32([-200, -90, -180, -170, -160, -150, -140, -88, -93, -120])
    read = read_otherwise(drawn, evidence)
    gaps = bars_of(qtbot, "gaps", read).bars
    assert [bar.name for bar in gaps] == ["1", "8", "9", "6"]
    assert [bar.text.split("    ") for bar in gaps[:2]] == [["2.0", "1 : 7"], ["5.0", "1 : 148"]]
    assert [bar.length for bar in gaps] == sorted(bar.length for bar in gaps)
    assert 0 < gaps[0].length < gaps[-1].length < 1
    pairs = bars_of(qtbot, "probabilities", read).bars
    assert [bar.name for bar in pairs] == [
        *("7, raw", "7, calibrated", "1, raw", "1, calibrated", "8, raw", "8, calibrated"),
    ]
    assert [bar.is_strong for bar in pairs] == [False, True] * 3
    odds = np.exp(evidence - evidence.max())
    assert pairs[0].length == pytest.approx(odds[7] / odds.sum(), rel=1e-4)
    assert pairs[1].length == pytest.approx(0.14)
    assert (pairs[2].text, pairs[3].text) == ("11.8 %", "2.0 %")


def test_the_score_stands_against_the_models_threshold(qtbot: QtBot, drawn: Situation) -> None:
    read = read_otherwise(drawn, np.linspace(-99, -80, 10, dtype=np.float32))
    assert shown(qtbot, "likeness", read) is None, "a model without thresholds"
    assert read.model is not None
    calibration = fake_calibration()
    manifest = replace(read.model.manifest, calibration=calibration)
    model = replace(read.model, entry=replace(read.model.entry, manifest=manifest))
    make, show = GRAPHICS["likeness"]
    chart = make()
    qtbot.addWidget(chart)
    assert isinstance(chart, Scale)
    assert show(chart, replace(read, model=model))
    limit = calibration.rejection_threshold(read.reply.question.false_rejection_rate)
    assert chart.accessibleDescription() == f"3.0, above the threshold of {limit:.1f}"


def test_nats_of_code_loss_and_neighbours_are_bars(qtbot: QtBot, drawn: Situation) -> None:
    assert drawn.parts is not None
    make, show = GRAPHICS["dimensions"]
    chart = make()
    qtbot.addWidget(chart)
    assert isinstance(chart, DimensionBars)
    assert show(chart, drawn)
    assert chart.values == tuple(map(float, drawn.parts.kl.dimensions))
    assert chart.accessibleDescription().startswith("1: ")
    mean, over = bars_of(qtbot, "elbo", drawn).bars
    assert max(mean.length, over.length) == 1
    assert mean.length / over.length == pytest.approx(
        float(mean.text.replace(",", "")) / float(over.text.replace(",", "")), rel=0.01
    )
    assert (mean.is_strong, over.is_strong) == (True, False)
    training, validation = bars_of(qtbot, "loss", drawn).bars
    assert drawn.model is not None
    last = drawn.model.history[-1]
    assert validation.length == 1
    assert training.length == pytest.approx(last.train.total / last.validation.total)
    assert (training.is_strong, validation.is_strong) == (False, True)
    agreement = bars_of(qtbot, "agreement", replace(drawn, agreement=Agreement(0.5, 0.75, 0.1)))
    assert [(bar.length, bar.text) for bar in agreement.bars] == [
        *((0.5, "50.0 %"), (0.75, "75.0 %"), (0.1, "10.0 %")),
    ]
    assert shown(qtbot, "intervals", drawn) is not None
    assert shown(qtbot, "nats", drawn) is not None
