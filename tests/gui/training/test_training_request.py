"""What the form asks for as a command line that the program understands; names; estimates."""

from __future__ import annotations

import dataclasses
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from desktop_cvae.cli.parser import parse
from desktop_cvae.cli.train import preset_network, training_config
from desktop_cvae.core import paths
from desktop_cvae.core.presets import PRESETS
from desktop_cvae.core.specs import TRAINING_SETTINGS, TrainingConfig
from desktop_cvae.gui.plots.loss_chart import round_ticks, tick_text
from desktop_cvae.gui.training.estimate import (
    AROUND_S,
    CONTRAST_FACTOR,
    cost_text,
    estimate,
    expected_seconds_per_image,
    is_contrasted,
    keep_speed,
    operations,
    read_speeds,
)
from desktop_cvae.gui.training.quick_try import LEAST_EPOCHS, MOST_DIGITS, SECONDS, quick_request
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
    assert parsed.events == "jsonl"


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


def test_more_work_is_estimated_longer_and_larger() -> None:
    small, large = PRESETS["dense_cvae"].spec, PRESETS["wide_vae"].spec
    config = TrainingConfig()
    costs = [estimate(s, config, expected_seconds_per_image(s, 1)) for s in (small, large)]
    assert costs[0].seconds < costs[1].seconds
    assert costs[0].megabytes < costs[1].megabytes
    assert costs[1].parameters > 4_000_000
    twice = estimate(small, dataclasses.replace(config, epochs=40), 1.0)
    once = estimate(small, config, 1.0)
    assert twice.seconds - AROUND_S == pytest.approx(2 * (once.seconds - AROUND_S))


def test_the_estimate_goes_with_the_pictures_and_what_is_held_out() -> None:
    spec, config = PRESETS["dense_cvae"].spec, TrainingConfig(epochs=1, validation_share=0.1)
    many, few = (estimate(spec, config, 0.01, images) for images in (10_000, 1_000))
    assert many.seconds - AROUND_S == pytest.approx(10 * (few.seconds - AROUND_S))
    # Nine tenths are learned from; the tenth that is held out costs a forward pass.
    assert few.seconds - AROUND_S == pytest.approx(0.01 * (900 + 100 / 3))
    assert many.megabytes > few.megabytes


def test_the_estimate_says_what_it_counts_on() -> None:
    request = TrainingRequest.of_preset("dense_cvae")
    assert "if there are 60,000 pictures" in cost_text(request, None, 1.0)
    assert "with 1,234 pictures" in cost_text(request, 1234, 1.0)
    limited = dataclasses.replace(request, limit=500)
    assert "with 500 pictures" in cost_text(limited, 1234, 1.0)
    assert cost_text(request, 60_000, 1.0) != cost_text(request, 60_000, 4.0)
    assert "--limit 500" in " ".join(limited.arguments(Path("models")))


def test_operations_of_a_dense_network_are_its_weights() -> None:
    spec = PRESETS["wide_vae"].spec
    kernels = 784 * 2000 + 2000 * 256 + 2 * 256 + 256 * 2000 + 2000 * 784
    assert operations(spec) == pytest.approx(3 * 2 * kernels, rel=0.01)


def test_a_measured_speed_is_remembered() -> None:
    spec = PRESETS["dense_cvae"].spec
    assert read_speeds() == {}
    assert keep_speed(spec, 500.0) == read_speeds()
    pace = expected_seconds_per_image(spec, read_speeds()["dense_cvae"])
    assert pace == pytest.approx(1 / 500)
    assert keep_speed(spec, 0.0) == read_speeds()
    assert "studio" not in read_speeds()


@pytest.mark.parametrize(
    "content",
    [
        b'{"studio": 1' + b"0" * 400 + b"}",
        b'{"studio": 1' + b"0" * 5000 + b"}",
        b'{"studio": 1e999}',
        b'{"studio": NaN}',
        b'{"studio": null}',
        b"[" * 9000,
        b"[]",
        b"",
    ],
)
def test_a_speed_that_cannot_be_is_forgotten(content: bytes) -> None:
    path = paths.cache_dir() / "training_speed.json"
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_bytes(content)
    assert read_speeds() == {}
    spec = PRESETS["studio"].spec
    assert keep_speed(spec, 500.0) == read_speeds() != {}


def test_the_contrast_is_counted_once() -> None:
    spec, config = PRESETS["studio"].spec, PRESETS["studio"].training
    assert not is_contrasted(spec, config, 8)
    assert is_contrasted(spec, config, 9)
    assert not is_contrasted(spec, dataclasses.replace(config, contrast=0.0), 32)
    plain = keep_speed(spec, 1000.0)
    slower = 1000.0 / CONTRAST_FACTOR
    assert keep_speed(spec, slower, contrasted=True) == pytest.approx(plain)


@given(
    st.floats(-1e6, 1e6),
    st.floats(1e-3, 1e6),
    st.integers(1, 12),
)
def test_ticks_are_few_even_and_inside(low: float, height: float, most: int) -> None:
    high = low + height
    ticks = round_ticks(low, high, most)
    assert len(ticks) <= most + 1
    slack = 1e-6 * max(height, abs(low))
    assert all(low - slack <= tick <= high + slack for tick in ticks)
    assert len({tick_text(tick, ticks) for tick in ticks}) == len(ticks)


def test_a_quick_try_takes_what_two_minutes_of_this_machine_allow() -> None:
    def seconds(request: TrainingRequest, images: int, factor: float) -> float:
        pace = expected_seconds_per_image(request.spec(), factor)
        return estimate(request.spec(), request.config, pace, images).seconds

    for factor in (0.1, 1.0, 3.0):
        request = quick_request("mnist", 60_000, {"dense_cvae": factor}, set())
        assert request.limit == MOST_DIGITS
        assert seconds(request, request.limit, factor) <= SECONDS
    fast, slow = (quick_request("m", 60_000, {"dense_cvae": f}, set()) for f in (1.0, 9.0))
    assert fast.config.epochs > slow.config.epochs >= LEAST_EPOCHS
    crawling = quick_request("m", 60_000, {"dense_cvae": 20.0}, {"Quick-try"})
    assert crawling.name == "quick-try-2"
    assert crawling.config.epochs == LEAST_EPOCHS
    assert 1000 <= crawling.limit < MOST_DIGITS
    assert quick_request("m", 9_000, {}, set()).limit == 0
    assert seconds(crawling, crawling.limit, 20.0) <= SECONDS


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
