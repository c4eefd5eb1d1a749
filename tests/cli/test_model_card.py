"""A model's card as people read it in a terminal and in Markdown."""

from __future__ import annotations

import dataclasses

import pytest
from fake_calibration import fake_calibration
from fakes import fake_entry

from desktop_cvae.cli.model_card import markdown_card, model_card
from desktop_cvae.cli.model_fitting import calibration_text
from desktop_cvae.core.network_presets import CONV_VAE
from desktop_cvae.core.specs import ModelSpec
from desktop_cvae.library.manifest import PRIOR, PriorEntry
from desktop_cvae.library.model_library import ModelEntry

CARD = """\
model            my *model*
kind             conditional variational autoencoder, 2 latent dimensions
trained weights  7,172
labels           0 1 2 3 4 5 6 7 8 9
created          2026-01-01T00:00:00+00:00
data             mnist
SHA-256          0000000000000000000000000000000000000000000000000000000000000000
file             my *model*.cvae

network
  encoder  flatten               784
           dense · relu · label  4
           z_mean                2
           z_log_var             2
  decoder  dense · relu · label  4
           dense · linear        784

training
  epochs                 12
  batch_size             128
  learning_rate          0.001
  schedule               constant
  beta                   1
  beta_warmup_epochs     0
  augmentation           0
  elastic                0
  pen                    0
  crossed                0
  noise_share            0
  noise_level            0
  damage                 0
  contrast               0
  contrast_temperature   10
  contrast_after_epochs  0
  early_stopping_epochs  0
  validation_share       0.0833333
  seed                   1

held-out results
  accuracy       0.9877
  neg_elbo_nats  101.24
  test_images    10,000

prior
  p(z | y)  mixture of 20 for each label

calibration
  temperature   2
  unsure under  3 nats
  fitted on     1,000 validation digits
  rejects       0.1, 1, 5 % of digits

made with
  numpy  2.0

command
  desktop-cvae train --epochs=12"""


def entry_of(spec: ModelSpec) -> ModelEntry:
    """A calibrated model of some network with every fact that a card shows."""
    entry = fake_entry("my *model*", spec, accuracy=0.98765)
    metrics = {"accuracy": 0.98765, "neg_elbo_nats": 101.239, "test_images": 10000.0}
    manifest = dataclasses.replace(
        entry.manifest,
        metrics=metrics,
        packages={"numpy": "2.0"},
        command="desktop-cvae train --epochs=12",
        calibration=fake_calibration(),
        prior=PriorEntry("mixture", 20),
        members=entry.manifest.members | {PRIOR: "1" * 64},
    )
    return dataclasses.replace(entry, manifest=manifest)


def test_a_card_has_facts_network_training_and_results(tiny_spec: ModelSpec) -> None:
    assert model_card(entry_of(tiny_spec)) == CARD


def test_markdown_has_the_same_and_the_limits(tiny_spec: ModelSpec) -> None:
    parts = markdown_card(entry_of(tiny_spec)).split("\n\n")
    assert parts[0] == "# my \\*model\\*"
    assert parts[1].startswith("Tells which of its labels")
    assert parts[2].splitlines()[:3] == ["|  |  |", "| --- | --- |", "| model | my \\*model\\* |"]
    assert parts[3] == "## Limits"
    limits = parts[4].splitlines()
    assert ["calibration" in line for line in limits] == [False, True, False]
    assert [part for part in parts if part.startswith("## ")] == [
        *("## Limits", "## Network", "## Training", "## Held-out results", "## Prior"),
        *("## Calibration", "## Made with", "## Command"),
    ]
    assert "| encoder | flatten | 784 |" in parts[6]
    assert parts[-1] == "    desktop-cvae train --epochs=12"


def test_a_card_of_a_model_without_labels_promises_no_reading() -> None:
    entry = fake_entry("plain", CONV_VAE)
    card = markdown_card(entry)
    assert "draws nothing else" in card
    assert "Encodes pictures" in card
    assert "calibrat" not in card
    facts = dict(line.split(None, 1) for line in model_card(entry).split("\n\n")[0].splitlines())
    assert facts["labels"] == "none"
    assert facts["kind"] == f"variational autoencoder, {CONV_VAE.latent_dim} latent dimensions"
    assert "p(z | y)  N(0, I)" in model_card(entry)


@pytest.mark.parametrize(
    ("shares", "last"),
    [((0.001, 0.05), "rejects 5 % of digits below 2.50"), ((), "rejects nothing: too few digits")],
)
def test_a_calibration_is_told(shares: tuple[float, ...], last: str) -> None:
    calibration = fake_calibration(shares=shares, thresholds=(-1.0, 2.5)[: len(shares)])
    lines = calibration_text(calibration).splitlines()
    assert lines[0] == "fitted on 1,000 digits that the model has not learned from"
    assert lines[1] == "temperature 2; unsure if a second label is within 3 nats"
    assert lines[-1].startswith(last)
    assert len(lines) == 2 + max(1, len(shares))
    card = model_card(
        dataclasses.replace(
            fake_entry(),
            manifest=dataclasses.replace(fake_entry().manifest, calibration=calibration),
        )
    )
    assert ("0.1, 5 % of digits" if shares else "rejects       nothing") in card
