"""The estimated cost of a training, and the speeds of this machine."""

from __future__ import annotations

import dataclasses
from pathlib import Path

import pytest

from desktop_cvae.core import paths
from desktop_cvae.core.network_presets import PRESETS
from desktop_cvae.core.specs import TrainingConfig
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
from desktop_cvae.gui.training.training_request import (
    TrainingRequest,
)


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
