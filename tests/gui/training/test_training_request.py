"""What the form asks for as a command line that the program understands; names; estimates."""

from __future__ import annotations

import dataclasses
from pathlib import Path

import pytest

from desktop_cvae.cli.parser import parse
from desktop_cvae.cli.train import preset_network, training_config
from desktop_cvae.core.network_presets import PRESETS
from desktop_cvae.core.specs import TRAINING_SETTINGS, TrainingConfig
from desktop_cvae.gui.training.training_request import (
    TrainingRequest,
    begins_with,
    complaint_about,
    free_name,
    is_as_preset,
)


@pytest.mark.parametrize("preset", PRESETS)
def test_a_preset_is_trained_as_it_is(preset: str) -> None:
    request = TrainingRequest.of_preset(preset, name="mine")
    words = request.arguments(Path("models"))
    parsed = parse(words)
    assert training_config(parsed) == PRESETS[preset].training
    assert preset_network(parsed) == PRESETS[preset].spec
    assert parsed.output == Path("models/mine.cvae")


def test_every_setting_reaches_the_program() -> None:
    config = TrainingConfig(
        epochs=2,
        batch_size=64,
        learning_rate=0.002,
        schedule="cosine",
        beta=2.0,
        beta_warmup_epochs=1.5,
        augmentation=0.25,
        noise_share=0.5,
        noise_level=0.3,
        damage=0.2,
        elastic=0.1,
        pen=0.7,
        crossed=0.4,
        contrast=2.0,
        contrast_temperature=3.0,
        contrast_after_epochs=1.0,
        early_stopping_epochs=4,
        validation_share=0.1,
        seed=7,
    )
    usual = TrainingConfig()
    assert all(getattr(config, name) != getattr(usual, name) for name in TRAINING_SETTINGS)
    request = dataclasses.replace(
        TrainingRequest.of_preset("dense_cvae", "some folder/data.csv", "a b"),
        config=config,
        latent_dim=5,
        conditional=False,
    )
    parsed = parse(request.arguments(Path("models")))
    assert training_config(parsed) == config
    assert (parsed.latent_dim, parsed.no_labels, parsed.name) == (5, True, "a b")
    assert str(parsed.data) == "some folder/data.csv"
    assert preset_network(parsed) == request.spec()


@pytest.mark.parametrize(
    "name", ["", "  ", "a/b", "..", "-x", " a", "a\tb", "x" * 61, "Studio", "a:b"]
)
def test_names_that_cannot_be(name: str) -> None:
    assert complaint_about(name, {"studio"})


def test_names_that_can_be() -> None:
    assert complaint_about("my-studio é 2", {"studio"}) == ""
    assert free_name("studio", set()) == "my-studio"
    assert free_name("studio", {"My-Studio", "my-studio-2"}) == "my-studio-3"


def test_only_networks_of_a_preset_can_be_gone_on_with() -> None:
    spec = PRESETS["dense_cvae"].spec
    assert is_as_preset(dataclasses.replace(spec, latent_dim=3).without_labels())
    assert is_as_preset(dataclasses.replace(spec, label_names=tuple("ab")))
    assert not is_as_preset(dataclasses.replace(spec, preset="of-another-time"))
    assert not is_as_preset(dataclasses.replace(PRESETS["wide_vae"].spec, preset="dense_vae"))


def test_starting_from_a_model_is_understood_by_the_program() -> None:
    asked = begins_with(
        TrainingRequest.of_preset("studio", "data.csv", "mine"), "old", PRESETS["dense_vae"].spec
    )
    parsed = parse(asked.arguments(Path("models")))
    assert (parsed.start_from, parsed.latent_dim, parsed.no_labels) == ("old", None, False)
    assert training_config(parsed) == PRESETS["dense_vae"].training
