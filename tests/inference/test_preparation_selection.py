"""The preparation of a picture, decided by the evidence."""

from __future__ import annotations

import dataclasses
from pathlib import Path

import numpy as np
import pytest
from fakes import FakeEngine, draw_digit, fake_model

from desktop_cvae.core.calibration import DEFAULT_FALSE_REJECTION_RATE
from desktop_cvae.core.network_presets import STUDIO
from desktop_cvae.core.results import FloatArray, LabelScores, NoiseSetting, Recognition
from desktop_cvae.inference import preparation_selection
from desktop_cvae.inference.engine import Engine
from desktop_cvae.inference.opened_model import OpenedModel, open_model
from desktop_cvae.pictures.hypotheses import propose_hypotheses
from desktop_cvae.pictures.picture_files import read_image
from desktop_cvae.pictures.preparation import to_mnist_style

GOLDEN = Path(__file__).resolve().parents[1] / "golden"
ROWS, COLUMNS = np.indices((28, 28))


class Counting:
    """An engine that says how many pictures each of its calls scored."""

    def __init__(self, engine: Engine) -> None:
        self._engine, self.calls = engine, list[int]()

    def __getattr__(self, name: str) -> object:
        return getattr(self._engine, name)

    def score(self, images: FloatArray) -> LabelScores:
        self.calls.append(len(images))
        return self._engine.score(images)


@pytest.fixture(scope="module")
def opened() -> OpenedModel:
    model = open_model("studio")
    return dataclasses.replace(model, engine=Counting(model.engine))


@pytest.fixture
def model(opened: OpenedModel) -> OpenedModel:
    opened.engine.calls.clear()
    return opened


def digit(label: int) -> FloatArray:
    return to_mnist_style(read_image(GOLDEN / "digits" / f"{label}-pen.png")).image


def half_turned(label: int) -> FloatArray:
    return np.where(ROWS > 13, 1 - digit(label), digit(label)).astype(np.float32)


def test_a_clear_digit_is_looked_at_once(model: OpenedModel) -> None:
    (only,) = model.prepare(digit(7))
    assert model.engine.calls == [1]
    assert only.recognition is not None
    assert (only.name, only.share, only.recognition.label) == ("as_it_is", 1, 7)
    assert np.array_equal(only.prepared.image, digit(7))


def test_the_evidence_decides_what_the_rules_cannot(model: OpenedModel) -> None:
    for label in (1, 3, 7):
        candidates = model.prepare(half_turned(label))
        believed = candidates[0]
        assert believed.recognition is not None
        assert believed.recognition.label == label
        assert model.engine.calls[0] == 1
        assert sum(count > 1 for count in model.engine.calls) <= 2, "all in one call, and views"
        model.engine.calls.clear()
        assert believed.name == "other_paper"
        assert np.abs(believed.prepared.image - digit(label)).mean() < 0.02
        names = [one.name for one in candidates]
        assert len(set(names)) == len(names) > 4
        assert sum(one.share for one in candidates) == pytest.approx(1, abs=1e-5)
        nats = [one.nats for one in candidates]
        assert nats == sorted(nats, reverse=True)
        assert np.diff(np.log([one.share for one in candidates[:3]])) == pytest.approx(
            np.diff(nats[:3]), abs=1e-3
        )


def test_a_wish_is_believed_whatever_the_evidence_says(model: OpenedModel) -> None:
    for wish in ("inverted", "thinned"):
        believed, *others = model.prepare(digit(7), preparation=wish)
        assert believed.name == wish
        assert wish not in [one.name for one in others]
        assert believed.recognition is not None
        assert believed.prepared.inverted == (wish == "inverted")
        assert others[0].share > believed.share or wish == "thinned"
    answer = model.answer_picture(digit(7), NoiseSetting(), None, preparation="inverted")
    assert np.array_equal(answer.noisy, answer.candidates[0].prepared.image)
    assert answer.candidates[0].name == answer.prepared.preparation == "inverted"
    # A wish that the picture cannot meet leaves it to the evidence.
    assert model.prepare(digit(7), preparation="other_paper")[0].recognition.label == 7


def test_many_ways_to_look_make_nothing_a_digit(model: OpenedModel) -> None:
    for name in ("x-letter-W", "x-letter-R"):
        believed = model.prepare(read_image(GOLDEN / "others" / f"{name}.png"))[0]
        assert believed.recognition is not None
        assert believed.recognition.verdict.kind == "not a digit"
    page = np.random.default_rng(0).normal(0.8, 0.02, (90, 90)).astype(np.float32)
    for nothing in (np.full((28, 28), 0.6, np.float32), page):
        (only,) = model.prepare(nothing)
        assert (only.prepared.found, only.recognition) == (False, None)


def test_many_looks_are_judged_together_and_never_lower_what_the_rules_gave(
    model: OpenedModel,
) -> None:
    (high,) = model.read(digit(7)[np.newaxis], 0.0)

    def of(odds: float) -> Recognition:
        return dataclasses.replace(
            high, verdict=dataclasses.replace(high.verdict, digit_log_odds=odds)
        )

    mean = preparation_selection.overall_odds([of(2.0), of(-4.0)], None)
    assert mean == pytest.approx(preparation_selection.ALL_BIAS - preparation_selection.ALL_MEAN)
    one_in_five = [of(9.0), *[of(-20.0)] * 4]
    assert preparation_selection.overall_odds(one_in_five, -8.0) == -8.0
    assert preparation_selection.overall_odds(one_in_five, 3.0) == 3.0
    rejection_threshold = model.calibration.rejection_threshold(DEFAULT_FALSE_REJECTION_RATE)
    refused = preparation_selection._judged(
        high, rejection_threshold - 0.1, model.calibration, DEFAULT_FALSE_REJECTION_RATE
    )
    assert (refused.verdict.kind, refused.verdict.labels) == ("not a digit", ())
    taken = preparation_selection._judged(
        high, rejection_threshold + 0.1, model.calibration, DEFAULT_FALSE_REJECTION_RATE
    )
    assert (taken.verdict.kind, taken.verdict.labels) == ("digit", (7,))
    assert taken.verdict.digit_log_odds == rejection_threshold + 0.1


def test_hypotheses_that_give_the_same_digit_support_each_other() -> None:
    nats = np.array([1.0, 0.6, 0.5])
    assert preparation_selection.with_support(nats, np.array([7, 7, 7])) == pytest.approx(nats)
    alone, *together = preparation_selection.with_support(nats, np.array([4, 9, 9]))
    assert min(together) > alone
    assert together[0] - together[1] == pytest.approx(0.1)


def test_pictures_are_read_in_company_as_alone(model: OpenedModel) -> None:
    pictures = [digit(7), half_turned(3), np.zeros((28, 28), np.float32), digit(2)]
    together = model.prepare_all([propose_hypotheses(picture) for picture in pictures])
    for picture, candidates in zip(pictures, together, strict=True):
        alone = model.prepare(picture)
        assert [one.name for one in candidates] == [one.name for one in alone]
        if alone[0].recognition is not None:
            nats = [one[0].recognition.evidence_nats for one in (alone, candidates)]
            np.testing.assert_allclose(*nats, atol=0.02)


def test_without_a_digit_score_the_rules_stand() -> None:
    engine = FakeEngine()
    picture = np.where(COLUMNS < 12, 1 - draw_digit(4), draw_digit(4)).astype(np.float32)
    (only,) = fake_model(engine).prepare(picture)
    assert only.prepared.image.shape == (28, 28)
    assert engine.scored in (1, 11), "itself, and its views if it is a close call"


def test_a_preparation_is_chosen_for_a_model_without_labels() -> None:
    model = fake_model(FakeEngine(STUDIO.without_labels()))
    chosen, *_ = model.prepare(digit(7), preparation="inverted")
    assert chosen.name == "inverted"
    assert chosen.prepared.inverted


def test_one_way_is_read_by_its_likeliest_variant_or_as_the_rules_say() -> None:
    model, empty = fake_model(), np.zeros((28, 28), np.float32)
    dark, light = 1 - draw_digit(3), draw_digit(1)
    pictures = [propose_hypotheses(image) for image in (dark, empty, light)]
    inverted, nothing, other = model.prepare_one_way(
        pictures, DEFAULT_FALSE_REJECTION_RATE, "inverted"
    )
    assert (inverted.name, inverted.recognition.label) == ("inverted", 3)
    assert (nothing.prepared.found, nothing.recognition) == (False, None)
    assert (other.share, other.nats) == (1, 0)
    once = model.read_once(pictures, DEFAULT_FALSE_REJECTION_RATE)
    assert [one.recognition and one.recognition.label for one in once] == [3, None, 1]
    unknown = model.prepare_one_way(pictures[2:], DEFAULT_FALSE_REJECTION_RATE, "bridged")
    assert [(one.name, one.recognition.label) for one in unknown] == [
        (pictures[2].first.preparation, 1)
    ]
    (blank,) = model.prepare_one_way(pictures[1:2], DEFAULT_FALSE_REJECTION_RATE, "inverted")
    assert (blank.prepared.found, blank.recognition) == (False, None)
