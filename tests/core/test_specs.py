"""Model and training specs: round trips, ranges, and the presets' sizes."""

import dataclasses
import json

import pytest
from hypothesis import given
from hypothesis import strategies as st

from desktop_cvae.core.errors import InvalidData, UsageError
from desktop_cvae.core.layers import Dense
from desktop_cvae.core.network_presets import CONV_CVAE, DENSE_CVAE, PRESETS, WIDE_VAE, preset_named
from desktop_cvae.core.specs import TRAINING_SETTINGS, ModelSpec, TrainingConfig, count_trainable


@pytest.mark.parametrize("name", PRESETS)
def test_a_preset_survives_json(name):
    spec = PRESETS[name].spec
    assert spec.preset == name
    assert ModelSpec.from_json(json.loads(json.dumps(spec.to_json()))) == spec


def test_the_wide_vae_has_the_published_size():
    assert count_trainable(WIDE_VAE.encoder_tensors()) == 2_083_284
    assert count_trainable(WIDE_VAE.decoder_tensors()) == 2_083_552


def test_without_labels_no_layer_sees_them():
    plain = DENSE_CVAE.without_labels()
    assert not plain.conditional
    assert not any("label" in name for name in plain.tensors())
    assert plain.score_count == 1


def test_labels_in_a_plain_vae_are_refused():
    with pytest.raises(InvalidData, match="sees the label"):
        dataclasses.replace(CONV_CVAE, conditional=False)


def test_a_conditional_decoder_must_see_the_label():
    with pytest.raises(InvalidData, match="decoder must see"):
        dataclasses.replace(CONV_CVAE, decoder=(Dense(784, "linear"),))


def test_a_decoder_of_the_wrong_size_is_refused():
    with pytest.raises(InvalidData, match="28 × 28"):
        dataclasses.replace(CONV_CVAE, decoder=(Dense(783, "linear", label=True),))


def test_too_many_weights_are_refused():
    huge = (Dense(8192, label=True), Dense(8192), Dense(784, "linear"))
    with pytest.raises(InvalidData, match="weights"):
        dataclasses.replace(CONV_CVAE, decoder=huge)


@pytest.mark.parametrize(
    "change",
    [
        {"latent_dim": 0},
        {"latent_dim": "2"},
        {"label_names": ["a", "a"]},
        {"label_names": ["only"]},
        {"conditional": 1},
        {"encoder": "conv"},
        {"surprise": 1},
    ],
)
def test_a_hostile_spec_is_refused(change):
    with pytest.raises(InvalidData):
        ModelSpec.from_json(CONV_CVAE.to_json() | change)


@pytest.mark.parametrize(
    "change",
    [
        {"epochs": 0},
        {"batch_size": 1.5},
        {"learning_rate": float("inf")},
        {"schedule": "magic"},
        {"validation_share": 0.9},
        {"seed": -1},
        {"beta": "1"},
    ],
)
def test_a_hostile_training_is_refused(change):
    with pytest.raises(InvalidData):
        TrainingConfig.from_json(TrainingConfig().to_json() | change)


@given(
    st.builds(
        TrainingConfig,
        epochs=st.integers(1, 10_000),
        batch_size=st.integers(1, 8192),
        learning_rate=st.floats(1e-7, 1.0),
        schedule=st.sampled_from(["constant", "cosine"]),
        seed=st.integers(0, 2**31 - 1),
    )
)
def test_training_survives_json(config):
    assert TrainingConfig.from_json(json.loads(json.dumps(config.to_json()))) == config


def test_an_unknown_preset_names_the_known_ones():
    with pytest.raises(UsageError, match="studio"):
        preset_named("studoi")


def test_what_is_asked_for_is_shown_and_checked_within_one_range():
    for name, setting in TRAINING_SETTINGS.items():
        if setting.choices:
            continue
        kind = type(getattr(TrainingConfig(), name))
        for end in (setting.low, setting.high):
            dataclasses.replace(TrainingConfig(), **{name: kind(end)})
        beyond = max(setting.high, setting.old_high) + 1
        for value in (setting.low - 1, beyond):
            with pytest.raises(InvalidData, match=name):
                dataclasses.replace(TrainingConfig(), **{name: kind(value)})


def test_a_setting_is_told_without_exponents():
    assert TRAINING_SETTINGS["learning_rate"].tip == "Adam's first step size (0.0000001 – 1)"
    assert TRAINING_SETTINGS["seed"].tip.endswith("(0 – 2,147,483,647)")
    assert TRAINING_SETTINGS["validation_share"].text(0.1) == "10 %"
    assert TRAINING_SETTINGS["contrast_temperature"].text(2.5) == "2.5 nats"
