from __future__ import annotations

import json
import zipfile
from pathlib import Path

import keras
import numpy as np
import pytest

from desktop_cvae.core.network_presets import PRESETS
from desktop_cvae.model.cvae import CVAE
from desktop_cvae.model.functional_model import functional_model


@pytest.mark.parametrize("preset", PRESETS)
def test_every_network_answers_as_the_reference(preset: str, tmp_path: Path) -> None:
    spec = PRESETS[preset].spec
    reference = CVAE(spec, seed=1)
    random = np.random.default_rng(0)
    # Also label gains and moving means, which begin as zeros.
    weights = {
        name: np.abs(array) + random.uniform(0, 0.1, array.shape).astype(np.float32)
        if name.endswith("moving_variance")
        else array + random.normal(0, 0.02, array.shape).astype(np.float32)
        for name, array in reference.named_weights().items()
    }
    reference.assign_weights(weights)
    images = random.random((3, 28, 28, 1)).astype(np.float32)
    labels = np.eye(spec.label_count, dtype=np.float32)[[1, 0, 7]]
    mean, log_var = reference.encoder(images, labels)
    logits = reference.decoder(mean, labels)

    path = tmp_path / "network.keras"
    functional_model(spec, weights).save(path)
    model = keras.saving.load_model(path)
    inputs = {"image": images} | ({"label": labels} if spec.conditional else {})
    answer = model(inputs)
    np.testing.assert_allclose(answer["mean"], mean, atol=1e-4)
    np.testing.assert_allclose(answer["log_var"], log_var, atol=1e-4)
    expected = keras.ops.sigmoid(logits).numpy().reshape(-1, 28, 28, 1)
    np.testing.assert_allclose(answer["reconstruction"], expected, atol=1e-4)
    latents = {"latent": np.asarray(mean)} | {k: v for k, v in inputs.items() if k == "label"}
    np.testing.assert_allclose(model.get_layer("decoder")(latents), expected, atol=1e-4)


def test_the_file_needs_keras_alone(tmp_path: Path) -> None:
    spec = PRESETS["studio"].spec
    path = tmp_path / "studio.keras"
    functional_model(spec, CVAE(spec).named_weights()).save(path)
    with zipfile.ZipFile(path) as file:
        config = file.read("config.json").decode()
    assert json.loads(config)["class_name"] == "Functional"
    assert "desktop_cvae" not in config
