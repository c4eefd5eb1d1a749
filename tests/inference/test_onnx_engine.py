"""ONNX Runtime against Keras, image within 1e-4 and score within 1e-3 nats; what is exported."""

from __future__ import annotations

import json
import os
import subprocess
import sys
from pathlib import Path

import numpy as np
import onnx
import pytest
from fake_calibration import fake_calibration

from desktop_cvae.core.layers import (
    BatchNorm,
    Conv,
    ConvTranspose,
    Dense,
    DepthToSpace,
    Dropout,
    Flatten,
    MaxPool,
    Reshape,
    UpSample,
)
from desktop_cvae.core.network_presets import PRESETS
from desktop_cvae.core.priors import Prior
from desktop_cvae.core.results import FloatArray
from desktop_cvae.core.specs import ModelSpec
from desktop_cvae.inference.onnx_engine import MAX_BATCH, OnnxEngine, onnxruntime
from desktop_cvae.inference.onnx_graph import export_onnx, runtime_graph
from desktop_cvae.model.keras_engine import KerasEngine

MANY_LAYERS = ModelSpec(
    preset="many_layers",
    latent_dim=5,
    conditional=True,
    encoder=(
        BatchNorm(),
        Conv(8, 4, 3, "elu"),
        DepthToSpace(),
        MaxPool(3),
        UpSample(3),
        ConvTranspose(4, 2, 3, "silu"),
        Conv(3, 5, 4, "sigmoid"),
        Flatten(),
        Dense(20, "sigmoid", label=True, gain=True),
        Dropout(),
        BatchNorm(),
        Dense(12, "elu", label=True),
    ),
    decoder=(
        Dense(98, "silu", label=True, gain=True),
        Reshape(7, 7, 2),
        UpSample(),
        Conv(3, 4, 1, "elu"),
        BatchNorm(),
        UpSample(),
        Conv(9, 3),
        Conv(1, 1, 1, "linear"),
    ),
    heads_see_label=True,
)
BLIND_ENCODER = ModelSpec(
    preset="blind_encoder",
    latent_dim=3,
    conditional=True,
    encoder=(Flatten(), Dense(16)),
    decoder=(
        Dense(16),
        Dense(196, label=True),
        Reshape(7, 7, 4),
        UpSample(4),
        Conv(1, 5, 1, "linear"),
    ),
    label_names=("a", "b", "c"),
)
CHANNELS_LAST = ModelSpec(
    preset="channels_last",
    latent_dim=2,
    conditional=True,
    encoder=(UpSample(2), Conv(2, 1, 1), MaxPool(4), ConvTranspose(2, 5, 2), Flatten()),
    decoder=(Dense(98, label=True), Reshape(7, 7, 2), ConvTranspose(4, 4, 2, "linear")),
    heads_see_label=True,
)
IN_PLACES = ModelSpec(
    preset="in_places",
    latent_dim=3,
    conditional=True,
    encoder=(
        UpSample(2),
        Conv(4, 4, 1, "elu"),
        DepthToSpace(),
        MaxPool(4),
        MaxPool(4),
        ConvTranspose(8, 5, 3),
        Conv(4, 5, 1, "silu"),
        Flatten(),
    ),
    decoder=(
        Dense(147, label=True),
        Reshape(7, 7, 3),
        ConvTranspose(16, 6, 4, "silu"),
        Conv(1, 5, 1, "linear"),
    ),
    heads_see_label=True,
)
SPECS = {
    **{name: preset.spec for name, preset in PRESETS.items()},
    **{spec.preset: spec for spec in (MANY_LAYERS, BLIND_ENCODER, CHANNELS_LAST, IN_PLACES)},
}
TINY = BLIND_ENCODER


def random_weights(spec: ModelSpec, seed: int = 5) -> dict[str, FloatArray]:
    """Weights of which none is zero, so that each one counts."""
    rng = np.random.default_rng(seed)

    def draw(name: str, shape: tuple[int, ...]) -> FloatArray:
        if len(shape) == 1 or "label" in name:
            spread = rng.uniform(0.5, 1.5, shape) if "variance" in name else rng.normal(size=shape)
            return spread.astype(np.float32) * np.float32(1 if "variance" in name else 0.3)
        return (rng.normal(size=shape) / np.sqrt(np.prod(shape[:-1]))).astype(np.float32)

    return {name: draw(name, shape) for name, shape in spec.tensors().items()}


def standard(spec: ModelSpec) -> Prior:
    return Prior.standard_normal(spec.score_count, spec.latent_dim)


def mixture(spec: ModelSpec) -> Prior:
    rng = np.random.default_rng(4)
    shape = (spec.score_count, 5, spec.latent_dim)
    factors = np.tril(0.2 * rng.standard_normal((*shape, spec.latent_dim)))
    factors += 0.6 * np.eye(spec.latent_dim)
    parts = np.full(shape[:2], 0.2), 2 * rng.standard_normal(shape), np.abs(factors)
    return Prior(*(part.astype(np.float32) for part in parts))


def some_images(count: int) -> FloatArray:
    rng = np.random.default_rng(2)
    return rng.random((count, 28, 28), np.float32) * (rng.random((count, 1, 28)) > 0.5)


@pytest.fixture(scope="module", params=SPECS)
def engines(request):
    spec = SPECS[request.param]
    weights = random_weights(spec)
    return KerasEngine(spec, weights), OnnxEngine(spec, weights)


def test_the_engines_agree_on_scores(engines):
    keras, engine = engines
    images = some_images(MAX_BATCH + 3).astype(np.float32)
    expected, got = keras.score(images), engine.score(images)
    assert got.reconstructions.shape == (len(images), keras.spec.score_count, 28, 28)
    np.testing.assert_allclose(got.reconstructions, expected.reconstructions, atol=1e-4)
    for name in ("reconstruction_nats", "kl_nats", "latent_means", "evidence_nats"):
        np.testing.assert_allclose(getattr(got, name), getattr(expected, name), atol=1e-3)


@pytest.mark.parametrize("spec", [TINY, TINY.without_labels()])
def test_the_engines_agree_on_a_mixture_prior(spec):
    weights, prior = random_weights(spec), mixture(spec)
    images = some_images(MAX_BATCH + 3).astype(np.float32)
    expected = KerasEngine(spec, weights, prior).score(images).kl_nats
    got = OnnxEngine(spec, weights, prior).score(images).kl_nats
    plain = OnnxEngine(spec, weights).score(images).kl_nats
    np.testing.assert_allclose(got, expected, atol=1e-3)
    assert np.abs(got - plain).max() > 1


def test_codes_far_from_all_components_are_finite():
    weights = {name: 40 * array for name, array in random_weights(TINY).items()}
    parts = Prior.standard_normal(TINY.score_count, TINY.latent_dim).tensors().values()
    prior = Prior(*(np.repeat(part, 2, axis=1) / (2 if part.ndim == 2 else 1) for part in parts))
    engines = KerasEngine(TINY, weights, prior), OnnxEngine(TINY, weights, prior)
    expected, got = (engine.score(some_images(4)).kl_nats for engine in engines)
    assert np.isfinite(got).all()
    np.testing.assert_allclose(got, expected, rtol=1e-4)


def test_the_engines_agree_on_posteriors_and_pictures(engines):
    keras, engine = engines
    rng = np.random.default_rng(3)
    images = some_images(7)
    labels = rng.integers(0, keras.spec.label_count, len(images))
    posterior, expected = engine.encode(images, labels), keras.encode(images, labels)
    np.testing.assert_allclose(posterior.mean, expected.mean, atol=1e-4)
    np.testing.assert_allclose(posterior.log_var, expected.log_var, atol=1e-4)
    latents = rng.normal(size=(len(labels), keras.spec.latent_dim)).astype(np.float32)
    pictures = engine.decode(latents, labels)
    np.testing.assert_allclose(pictures, keras.decode(latents, labels), atol=1e-4)


def test_extreme_values_give_finite_scores():
    weights = {name: 40 * array for name, array in random_weights(TINY).items()}
    images = some_images(4)
    expected, got = (
        KerasEngine(TINY, weights).score(images),
        OnnxEngine(TINY, weights).score(images),
    )
    assert np.abs(expected.evidence_nats).max() > 1e4
    np.testing.assert_allclose(got.evidence_nats, expected.evidence_nats, rtol=1e-5)


def test_what_is_nearly_black_still_costs_what_it_costs():
    weights = random_weights(TINY)
    (last,) = (name for name in weights if name.startswith("decoder.4") and name.endswith("bias"))
    weights[last] = np.full_like(weights[last], -40)
    latents, labels = np.zeros((1, 3), np.float32), np.zeros(1, np.int64)
    expected = KerasEngine(TINY, weights).decode(latents, labels)
    assert expected.max() < 1e-12
    got = OnnxEngine(TINY, weights).decode(latents, labels)
    np.testing.assert_allclose(np.log(got), np.log(expected), rtol=1e-4)


@pytest.mark.parametrize(("bias", "limit"), [(-1000, -30), (1000, 20)])
def test_the_variance_stays_in_its_range(bias, limit):
    weights = random_weights(TINY)
    weights["encoder.z_log_var.bias"] = np.full(3, bias, np.float32)
    engine, images, labels = OnnxEngine(TINY, weights), some_images(2), np.zeros(2, np.int64)
    assert (engine.encode(images, labels).log_var == limit).all()
    expected = KerasEngine(TINY, weights).score(images).kl_nats
    np.testing.assert_allclose(engine.score(images).kl_nats, expected, rtol=1e-5)


@pytest.mark.parametrize("count", [0, 1, MAX_BATCH, MAX_BATCH + 1, 64, 65])
def test_any_number_of_images_is_answered(count):
    engine = OnnxEngine(TINY, random_weights(TINY))
    images, labels = some_images(65)[:count], np.arange(count) % 3
    scores = engine.score(images)
    assert scores.reconstructions.shape == (count, 3, 28, 28)
    assert scores.reconstruction_nats.shape == scores.kl_nats.shape == (count, 3)
    assert scores.latent_means.shape == (count, 3, 3)
    posterior = engine.encode(images, labels)
    assert posterior.mean.shape == posterior.log_var.shape == (count, 3)
    assert engine.decode(posterior.mean, labels).shape == (count, 28, 28)
    for place in range(count):  # each image in its own place, however many there are
        alone = engine.score(images[place : place + 1])
        np.testing.assert_allclose(
            scores.evidence_nats[place], alone.evidence_nats[0], rtol=1e-5, atol=1e-3
        )


def test_an_answer_is_the_same_every_time():
    spec = PRESETS["conv_cvae"].spec
    weights, images = random_weights(spec), some_images(5)
    first, second = (OnnxEngine(spec, weights).score(images) for _ in range(2))
    assert first.evidence_nats.tobytes() == second.evidence_nats.tobytes()
    assert first.reconstructions.tobytes() == second.reconstructions.tobytes()


def test_images_may_lie_in_memory_in_any_way():
    engine = OnnxEngine(TINY, random_weights(TINY))
    images = some_images(6)
    strided = np.asfortranarray(images.astype(np.float64))[::2]
    got, expected = engine.score(strided), engine.score(images[::2].copy())
    np.testing.assert_array_equal(got.evidence_nats, expected.evidence_nats)


@pytest.mark.parametrize("labels", [None, np.zeros(2, np.int64)])
def test_a_conditional_model_needs_one_label_an_image(labels):
    engine = OnnxEngine(TINY, random_weights(TINY))
    with pytest.raises(ValueError, match="one label"):
        engine.encode(some_images(3), labels)
    with pytest.raises(ValueError, match="one label"):
        engine.decode(np.zeros((3, 3), np.float32), labels)


def test_a_plain_vae_ignores_labels():
    spec = TINY.without_labels()
    engine = OnnxEngine(spec, random_weights(spec))
    images = some_images(3)
    with_labels, without = engine.encode(images, np.arange(3)), engine.encode(images, None)
    np.testing.assert_array_equal(with_labels.mean, without.mean)
    assert engine.decode(without.mean, None).shape == (3, 28, 28)


def test_large_weights_are_not_copied():
    spec = PRESETS["studio"].spec
    weights = random_weights(spec)
    _, tensors = runtime_graph(spec, weights, standard(spec), "score")
    kernels = [name for name in tensors if name.endswith("dense.kernel")]
    assert kernels
    assert all(np.shares_memory(tensors[name], weights[name]) for name in kernels)


def test_a_graph_without_weights_is_small():
    spec = PRESETS["studio"].spec
    graph, _ = runtime_graph(spec, random_weights(spec), standard(spec), "score")
    assert len(graph) < 20_000


MEMORY = """
import sys
from pathlib import Path
import numpy as np
from desktop_cvae.core.network_presets import PRESETS
from desktop_cvae.inference.onnx_engine import MAX_BATCH, OnnxEngine

def peak_mb():
    status = Path("/proc/self/status").read_text(encoding="ascii")
    return int(status.split("VmHWM:")[1].split()[0]) / 1024

spec = PRESETS["studio"].spec
weights = {name: np.zeros(shape, np.float32) for name, shape in spec.tensors().items()}
engine = OnnxEngine(spec, weights)
images = np.zeros((8 * MAX_BATCH, 28, 28), np.float32)
engine.score(images[:MAX_BATCH])
before = peak_mb()
engine.score(images)
print(peak_mb() - before)
"""


@pytest.mark.skipif(not Path("/proc/self/status").exists(), reason="memory is read from /proc")
def test_many_images_need_no_more_memory_than_their_answers():
    done = subprocess.run(
        [sys.executable, "-c", MEMORY], capture_output=True, text=True, check=True
    )
    answers_mb = 8 * MAX_BATCH * 10 * 784 * 4 / 2**20
    # The parts and the whole; all images in one call would take ten times as much.
    assert float(done.stdout) < 2 * answers_mb + 30


QUIET = """
import os
import numpy as np
from desktop_cvae.inference.onnx_engine import OnnxEngine
from desktop_cvae.core.network_presets import PRESETS
spec = PRESETS["dense_vae"].spec
weights = {name: np.zeros(shape, np.float32) for name, shape in spec.tensors().items()}
OnnxEngine(spec, weights).score(np.zeros((1, 28, 28), np.float32))
"""


def test_the_runtime_keeps_and_says_nothing(tmp_path):
    environment = {k: v for k, v in os.environ.items() if k != "ORT_DISABLE_TELEMETRY"}
    homes = dict.fromkeys(("HOME", "XDG_CACHE_HOME", "LOCALAPPDATA"), str(tmp_path))
    done = subprocess.run(
        [sys.executable, "-c", QUIET],
        env={**environment, **homes},
        capture_output=True,
        text=True,
        check=True,
    )
    assert not list(tmp_path.rglob("*"))
    assert done.stdout == done.stderr == ""


@pytest.mark.parametrize("prior_of", [standard, mixture])
@pytest.mark.parametrize("name", SPECS)
def test_an_exported_model_answers_in_plain_onnxruntime(name, prior_of):
    spec = SPECS[name]
    weights, prior = random_weights(spec), prior_of(spec)
    data = export_onnx(spec, weights, prior)
    onnx.checker.check_model(data, full_check=True)
    session = onnxruntime.InferenceSession(data, providers=["CPUExecutionProvider"])
    engine, images = OnnxEngine(spec, weights, prior), some_images(3)
    latents = np.ones((5, spec.latent_dim), np.float32)
    labels = np.arange(5) % spec.label_count
    conditions = {"labels": labels} if spec.conditional else {}
    inputs = {"images": images, "latents": latents, **conditions}
    names = [output.name for output in session.get_outputs()]
    answers = dict(zip(names, session.run(None, inputs), strict=True))
    scores = engine.score(images)
    for key in ("reconstructions", "reconstruction_nats", "kl_nats", "latent_means"):
        np.testing.assert_allclose(answers[key], getattr(scores, key), rtol=1e-5, atol=1e-4)
    decoded = engine.decode(latents, labels)
    np.testing.assert_allclose(answers["decoded"], decoded, atol=1e-5)
    under_first = engine.encode(images, np.zeros(3, np.int64))
    np.testing.assert_allclose(answers["latent_log_vars"][:, 0], under_first.log_var, atol=1e-4)


def test_each_half_of_an_exported_model_can_be_asked_alone():
    data = export_onnx(TINY, random_weights(TINY), standard(TINY))
    session = onnxruntime.InferenceSession(data, providers=["CPUExecutionProvider"])
    images, latents, labels = some_images(2), np.ones((4, 3), np.float32), np.arange(4) % 3
    only_scores = {"images": images, "latents": latents[:0], "labels": labels[:0]}
    only_pictures = {"images": images[:0], "latents": latents, "labels": labels}
    assert session.run(["kl_nats"], only_scores)[0].shape == (2, 3)
    assert session.run(["decoded"], only_pictures)[0].shape == (4, 28, 28)


@pytest.mark.parametrize("prior_of", [standard, mixture])
@pytest.mark.parametrize("conditional", [True, False])
def test_an_exported_generator_draws_from_its_prior(prior_of, conditional):
    spec = TINY if conditional else TINY.without_labels()
    prior = prior_of(spec)
    data = export_onnx(spec, random_weights(spec), prior, with_sampler=True)
    onnx.checker.check_model(data, full_check=True)
    session = onnxruntime.InferenceSession(data, providers=["CPUExecutionProvider"])
    count, size = 4000, spec.latent_dim
    labels = np.arange(count) % spec.score_count
    # The same numbers in the order in which Prior.sample draws them.
    rng = np.random.default_rng(6)
    noise, draws = rng.standard_normal((count, size)), rng.random((count, 1))[:, 0]
    nothing = {"images": np.zeros((0, 28, 28), np.float32), "latents": np.zeros((0, size))}
    inputs = {**nothing, "sample_noise": noise, "sample_components": draws, "temperature": 0.7}
    inputs = {name: np.asarray(value, np.float32) for name, value in inputs.items()}
    if conditional:
        inputs |= {"labels": labels[:0], "sample_labels": labels}
    (latents,) = session.run(["sampled_latents"], inputs)
    expected = prior.sample(labels, 0.7, np.random.default_rng(6))
    np.testing.assert_allclose(latents, expected, atol=1e-5)
    metadata = {one.key: one.value for one in onnx.load_from_string(data).metadata_props}
    assert metadata["sampling_temperature"] == "1.0"


def test_an_exported_model_says_what_it_is():
    model = onnx.load_from_string(export_onnx(TINY, random_weights(TINY), standard(TINY)))
    metadata = {entry.key: entry.value for entry in model.metadata_props}
    assert json.loads(metadata["label_names"]) == ["a", "b", "c"]
    assert metadata["preset"] == model.graph.name == "blind_encoder"
    assert "temperature" not in metadata
    calibration = fake_calibration(3, temperature=1.7, unsure_margin=4.25)
    data = export_onnx(TINY, random_weights(TINY), standard(TINY), calibration)
    metadata = {one.key: one.value for one in onnx.load_from_string(data).metadata_props}
    assert float(metadata["temperature"]) == 1.7
    assert float(metadata["unsure_margin_nats"]) == 4.25
    assert "latents" in model.doc_string
    assert {opset.version for opset in model.opset_import} == {15}


def operators(*decoder):
    """What the decoder of such layers is computed with."""
    spec = ModelSpec(
        preset="drawn",
        latent_dim=2,
        conditional=False,
        encoder=(Flatten(), Dense(4)),
        decoder=(Dense(98), Reshape(7, 7, 2), *decoder),
    )
    graph, _ = runtime_graph(spec, random_weights(spec), standard(spec), "decode")
    return [node.op_type for node in onnx.load_from_string(graph).graph.node]


@pytest.mark.parametrize(
    ("after", "is_joined"),
    [
        ((Conv(7, 3), Conv(1, 3)), True),
        ((Conv(8, 3), Conv(1, 3)), False),
        ((Conv(4, 3, 2), UpSample(2), Conv(9, 3), Conv(1, 3)), False),
        ((ConvTranspose(4, 3, 1), Conv(1, 3)), False),
        ((BatchNorm(), Conv(1, 3)), False),
    ],
)
def test_a_thin_convolution_takes_the_enlargement_into_itself(after, is_joined):
    used = operators(UpSample(4), *after)
    assert ("Resize" in used) != is_joined


@pytest.mark.parametrize(
    ("layer", "is_taken_apart"),
    [
        (ConvTranspose(8, 3, 2), True),
        (ConvTranspose(16, 2, 2), True),
        (ConvTranspose(8, 3, 1), False),
        (ConvTranspose(12, 3, 2), False),
        (ConvTranspose(8, 1, 2), False),
    ],
)
def test_a_transposed_convolution_is_taken_apart_where_that_pays(layer, is_taken_apart):
    used = operators(layer, UpSample(4 // layer.stride), Conv(1, 3))
    assert ("ConvTranspose" in used) != is_taken_apart


def test_nothing_is_computed_that_a_graph_can_do_without():
    plain = operators(UpSample(4), Conv(8, 3, 1, "linear"), Conv(1, 3, 1, "linear"))
    end = ["Reshape", "Neg", "Exp", "Add", "Reciprocal"]
    start = ["Gemm", "Relu", "Reshape", "Transpose", "Resize", "Conv", "Conv", "DepthToSpace"]
    # The last map has one channel: it lies as it should without being turned.
    assert plain == [*start, "Reshape", *end]
