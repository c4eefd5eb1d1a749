from __future__ import annotations

import dataclasses

from desktop_cvae.core.layers import Conv, Dense, Dropout
from desktop_cvae.core.presets import CONV_CVAE, DENSE_CVAE, DENSE_VAE
from desktop_cvae.core.specs import TrainingConfig
from desktop_cvae.inference.setting_differences import (
    ModelSettings,
    differing_settings,
    layer_text,
    setting_text,
)

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
