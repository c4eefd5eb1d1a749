""""""

from __future__ import annotations

import dataclasses
from collections.abc import Generator
from typing import Any

import numpy as np
import pytest
from fake_calibration import fake_calibration
from fakes import FakeEngine, draw_digit, fake_map, fake_model

from desktop_cvae.core.errors import DatasetProblem
from desktop_cvae.core.layers import Conv, Dense, Dropout
from desktop_cvae.core.network_presets import CONV_CVAE, CONV_VAE, DENSE_CVAE, DENSE_VAE, STUDIO
from desktop_cvae.core.results import Box, NoiseSetting, PreparedDigit
from desktop_cvae.core.specs import TrainingConfig
from desktop_cvae.core.tasks import result_of
from desktop_cvae.datasets.dataset import DigitDataset
from desktop_cvae.evaluation import comparison
from desktop_cvae.evaluation.comparison import (
    ModelSettings,
    compare_drawing,
    compare_models,
    differing_settings,
    examine,
    layer_text,
    learned_count,
    pick_originals,
    reconstruct_digits,
    setting_text,
    settings_of,
)
from desktop_cvae.evaluation.measurement import choose_digits
from desktop_cvae.library.model_library import find_model


@pytest.fixture
def digits() -> DigitDataset:
    """Every drawn digit four times, each time in another hand, in a mixed order."""
    rng = np.random.default_rng(2)
    labels = rng.permutation(np.arange(40) % 10)
    drawn = [draw_digit(int(label), slant=0.03 * rng.normal()) for label in labels]
    return DigitDataset(np.rint(255 * np.stack(drawn)).astype(np.uint8), labels, name="drawn")


def test_all_models_are_asked_about_the_same_digits(digits: DigitDataset) -> None:
    both = [fake_model(name="a"), fake_model(FakeEngine(CONV_VAE), name="b")]
    comparison = result_of(compare_models(both, digits, 3))
    assert [model.name for model in comparison.models] == ["a", "b"]
    assert comparison.originals.labels.tolist() == list(range(10))
    for model in comparison.models:
        assert model.reconstructions.shape == comparison.originals.floats().shape == (10, 28, 28)
        assert model.scorecard.n == 40
        assert model.latent_map.labels.tolist() == digits.labels.tolist()
    labelled, plain = comparison.models
    assert labelled.scorecard.accuracy is not None
    assert labelled.scorecard.accuracy > 0.5
    assert plain.scorecard.accuracy is None
    assert [step.what for step in compare_models(both, digits)] == ["a", "b"]


def test_a_reconstruction_is_of_its_own_label(digits: DigitDataset) -> None:
    both = [fake_model(name="a"), fake_model(name="b")]
    comparison = result_of(compare_models(both, digits))
    templates = np.stack([draw_digit(label) for label in range(10)])
    for label, picture in enumerate(comparison.models[0].reconstructions):
        distances = ((templates - picture) ** 2).sum(axis=(1, 2))
        assert distances.argmin() == label


def test_the_seed_decides_the_originals(digits: DigitDataset) -> None:
    one, again, other = (pick_originals(digits, seed).images for seed in (1, 1, 2))
    np.testing.assert_array_equal(one, again)
    assert not np.array_equal(one, other)


def test_labels_that_do_not_occur_have_no_original(digits: DigitDataset) -> None:
    only = digits.labels % 2 == 1
    odd = dataclasses.replace(digits, images=digits.images[only], labels=digits.labels[only])
    assert pick_originals(odd, 0).labels.tolist() == [1, 3, 5, 7, 9]


def test_labels_unknown_to_a_model_are_refused(digits: DigitDataset) -> None:
    letters = dataclasses.replace(digits, label_names=tuple("abcdefghij"))
    with pytest.raises(DatasetProblem, match="“a”"):
        result_of(compare_models([fake_model(name="a"), fake_model(name="b")], letters))


def test_the_calibration_error_is_the_calibrated_ones(digits: DigitDataset) -> None:
    plain = fake_model(name="a")
    hot = fake_model(calibration=fake_calibration(temperature=1000.0), name="b")
    cards = [model.scorecard for model in result_of(compare_models([plain, hot], digits)).models]
    assert cards[0].accuracy == cards[1].accuracy
    assert cards[1].uncalibrated_error == cards[0].expected_calibration_error
    assert cards[1].expected_calibration_error != cards[1].uncalibrated_error


def prepared(image: np.ndarray) -> PreparedDigit:
    return PreparedDigit(image, bool(image.any()), Box(0, 0, 28, 28), 1.0, (0.0, 0.0), False)


def test_a_drawing_goes_through_all_models() -> None:
    models = [fake_model(FakeEngine()), fake_model(FakeEngine(CONV_VAE))]
    labelled, plain = compare_drawing(models, prepared(draw_digit(4)), NoiseSetting())
    assert (labelled.label, plain.label) == (4, None)
    np.testing.assert_allclose(labelled.reconstruction, draw_digit(4))
    assert plain.reconstruction.shape == (28, 28)


def test_a_chosen_label_conditions_the_models_that_know_it() -> None:
    other = dataclasses.replace(STUDIO, label_names=tuple("abcdefghij"))
    models = [fake_model(FakeEngine(spec)) for spec in (STUDIO, other, CONV_VAE)]
    answers = compare_drawing(models, prepared(draw_digit(4)), NoiseSetting(), "7")
    assert [answer.label for answer in answers] == [7, 4, None]
    np.testing.assert_allclose(answers[0].reconstruction, draw_digit(7))


def test_the_noise_is_the_same_for_all_and_an_empty_drawing_has_no_reading() -> None:
    models = [fake_model(FakeEngine()), fake_model(FakeEngine())]
    noise = NoiseSetting(level=0.5, seed=3)
    one, other = compare_drawing(models, prepared(draw_digit(1)), noise)
    assert not np.array_equal(one.noisy, draw_digit(1))
    np.testing.assert_array_equal(one.noisy, other.noisy)
    blank = prepared(np.zeros((28, 28), np.float32))
    nothing = compare_drawing(models, blank, NoiseSetting())
    assert [answer.recognition for answer in nothing] == [None, None]


def test_each_model_judges_by_its_own_calibration() -> None:
    unsure, refused = fake_calibration(unsure_margin=1e4), fake_calibration(score=-5.0)
    models = [fake_model(), fake_model(calibration=unsure), fake_model(calibration=refused)]
    answers = compare_drawing(models, prepared(draw_digit(4)), NoiseSetting())
    verdicts = [answer.recognition.verdict for answer in answers if answer.recognition]
    assert [said.kind for said in verdicts if said] == ["digit", "unsure", "not a digit"]


PLAIN = ModelSettings(DENSE_CVAE, TrainingConfig(), "MNIST train")


def test_models_alike_differ_in_nothing() -> None:
    assert differing_settings([PLAIN, PLAIN, PLAIN]) == ()


def test_only_what_differs_is_listed() -> None:
    training = TrainingConfig(learning_rate=5e-4, epochs=30)
    other = dataclasses.replace(PLAIN, training=training)
    rows = differing_settings([PLAIN, other])
    assert [(row.part, row.name, row.values) for row in rows] == [
        ("training", "epochs", ("20", "30")),
        ("training", "learning_rate", ("0.001", "0.0005")),
    ]


def test_networks_and_data_are_compared_too() -> None:
    other = ModelSettings(CONV_CVAE, TrainingConfig(), "")
    rows = {row.name: row.values for row in differing_settings([PLAIN, other])}
    assert rows["preset"] == ("dense_cvae", "conv_cvae")
    assert rows["trained weights"] == ("480048", "26697")
    assert rows["heads_see_label"] == ("no", "yes")
    assert rows["data set"] == ("MNIST train", "–")
    assert "→" in rows["encoder"][0]
    assert "latent_dim" not in rows


def test_fewer_digits_are_told() -> None:
    """Otherwise a model of a third of MNIST looks like a worse network."""
    whole = find_model("dense_cvae").manifest
    assert learned_count(whole) == 55_000
    command = "desktop-cvae train --preset dense_cvae --limit 20000 --output few.cvae"
    few = dataclasses.replace(whole, dataset_digest="0" * 64, command=command)
    assert learned_count(few) == 18_333
    checkpoint = dataclasses.replace(few, command="")
    assert learned_count(checkpoint) is None
    assert learned_count(checkpoint, 600) == 550
    (row,) = differing_settings([settings_of(whole), settings_of(few)])
    assert (row.name, row.values) == ("digits learned from", ("55000", "18333"))


def test_a_row_is_listed_if_one_of_three_differs() -> None:
    third = ModelSettings(DENSE_VAE, TrainingConfig(), "MNIST train")
    rows = {row.name: row.values for row in differing_settings([PLAIN, PLAIN, third])}
    assert rows["latent_dim"] == ("16", "16", "2")
    assert rows["conditional"] == ("yes", "yes", "no")


def test_texts_are_short_and_have_a_decimal_point() -> None:
    assert layer_text(Dense(256, "relu", True)) == "dense 256 relu label"
    assert layer_text(Dropout(0.2)).endswith("0.2")
    assert layer_text(Conv(16)).startswith("conv 16")
    assert setting_text(1 / 12) == "0.0833333"
    assert setting_text(None) == "–"
    assert setting_text(("a", "b")) == "a b"


def test_models_are_examined_in_turn(digits: DigitDataset, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(comparison, "CHUNK", 16)
    monkeypatch.setattr(comparison, "EXAMINED", 36)
    models = [fake_model(name="a"), fake_model(FakeEngine(CONV_VAE), name="b")]
    maps = [fake_map(models[0].engine), None]
    assert returned(examine(models, lambda: None, maps.index)) == ([], False)
    steps, is_done = returned(examine(models, lambda: digits, lambda one: maps[models.index(one)]))
    assert is_done
    originals, *steps = steps
    assert np.array_equal(originals.images, pick_originals(digits, 0).images)
    # Both models first rebuild the originals, and then score each of three parts.
    assert [(step.done, step.total) for step in steps] == [(n, 8) for n in range(1, 9)]
    assert [step.at for step in steps] == [0, 1] * 4
    assert [step.latent_map for step in steps[:2]] == maps
    for step, model in zip(steps, models, strict=False):
        rebuilt = reconstruct_digits(model.engine, originals)
        assert np.array_equal(step.reconstructions, rebuilt)
        assert step.chunk is None
    chunks = [step.chunk for step in steps[2:]]
    assert [len(chunk.indices) for chunk in chunks] == [16, 16, 16, 16, 4, 4]
    scored = np.concatenate([chunk.indices for chunk in chunks[::2]])
    assert scored.tolist() == choose_digits(digits, 36).tolist()
    assert [chunk.readings is None for chunk in chunks] == [False, True] * 3


def returned(task: Generator[Any, None, Any]) -> tuple[list[Any], Any]:
    """What a task yields, and what it returns."""
    steps = []
    while True:
        try:
            steps.append(next(task))
        except StopIteration as ended:
            return steps, ended.value
