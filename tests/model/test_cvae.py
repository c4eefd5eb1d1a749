"""The network: shapes, the shared part, formulas against NumPy."""

import numpy as np
import pytest

from desktop_cvae.core.errors import MismatchedWeights
from desktop_cvae.core.layers import Dense
from desktop_cvae.core.network_presets import PRESETS
from desktop_cvae.core.specs import count_trainable
from desktop_cvae.model.cvae import CVAE, bernoulli_nats, gaussian_kl_nats
from desktop_cvae.model.keras_layers import LabelledDense

IMAGES = np.random.default_rng(0).random((3, 28, 28, 1), np.float32)


@pytest.mark.parametrize("name", PRESETS)
def test_keras_and_the_spec_agree_on_every_tensor(name):
    spec = PRESETS[name].spec
    model = CVAE(spec)
    shapes = {key: value.shape for key, value in model.named_weights().items()}
    assert shapes == spec.tensors()
    trainable = sum(int(np.prod(v.shape)) for v in model.trainable_variables)
    assert trainable == count_trainable(spec.tensors())


@pytest.mark.parametrize("name", PRESETS)
def test_the_score_equals_ten_separate_questions(name):
    spec = PRESETS[name].spec
    model = CVAE(spec, seed=3)
    pictures, reconstruction, kl, means, log_vars = map(np.asarray, model.score(IMAGES))
    count = spec.score_count
    assert pictures.shape == (3, count, 784)
    for label in range(count):
        one_hot = np.eye(10, dtype=np.float32)[[label] * 3]
        mean, log_var = model.encoder(IMAGES, one_hot)
        terms = model.elbo_terms(IMAGES, one_hot, np.zeros(mean.shape, np.float32))
        np.testing.assert_allclose(means[:, label], mean, atol=1e-5)
        np.testing.assert_allclose(reconstruction[:, label], terms[0], rtol=1e-5)
        np.testing.assert_allclose(kl[:, label], terms[1], rtol=1e-4, atol=1e-4)
        np.testing.assert_allclose(log_vars[:, label], log_var, atol=1e-5)


def test_the_gain_scales_by_label():
    layer = LabelledDense(Dense(2, "linear", label=True, gain=True), 3, lambda: 1, "gained")
    layer.build((1, 2))
    layer.kernel.assign(np.eye(2))
    layer.bias.assign([1.0, 0.0])
    layer.label_kernel.assign([[0, 0], [5, 0], [0, 0]])
    layer.label_gain.assign([[0, 0], [0, -1], [2, 0]])
    found = layer(np.full((3, 2), 4.0, np.float32), np.eye(3, dtype=np.float32))
    np.testing.assert_allclose(found, [[5, 4], [10, 0], [15, 4]])


def test_the_same_seed_gives_the_same_weights():
    spec = PRESETS["dense_cvae"].spec
    first, again, other = (CVAE(spec, seed).named_weights() for seed in (1, 1, 2))
    name = "encoder.1.dense.kernel"
    np.testing.assert_array_equal(first[name], again[name])
    assert np.abs(first[name] - other[name]).max() > 0


def test_weights_that_do_not_fit_change_nothing():
    model = CVAE(PRESETS["conv_cvae"].spec)
    before = model.named_weights()
    wrong = {name: np.ones_like(values) for name, values in before.items()}
    last = list(wrong)[-1]
    wrong[last] = np.ones((1, 2, 3), np.float32)
    with pytest.raises(MismatchedWeights, match=last):
        model.assign_weights(wrong)
    after = model.named_weights()
    assert all(np.array_equal(before[name], after[name]) for name in before)


def test_the_reconstruction_term_is_binary_cross_entropy():
    logits = np.random.default_rng(1).normal(0, 4, (2, 784)).astype(np.float32)
    grey = IMAGES[:2].reshape(2, 784)
    p = 1 / (1 + np.exp(-logits.astype(np.float64)))
    expected = -(grey * np.log(p) + (1 - grey) * np.log1p(-p)).sum(1)
    np.testing.assert_allclose(bernoulli_nats(logits, grey), expected, rtol=1e-5)


def test_the_reconstruction_term_survives_extreme_logits():
    logits = np.array([[1e4, -1e4]], np.float32)
    right, wrong = np.array([[1.0, 0.0]], np.float32), np.array([[0.0, 1.0]], np.float32)
    assert float(bernoulli_nats(logits, right)[0]) == 0.0
    assert float(bernoulli_nats(logits, wrong)[0]) == 2e4


def test_the_kl_term_is_zero_at_the_prior_and_matches_its_formula():
    zeros = np.zeros((1, 4), np.float32)
    assert float(gaussian_kl_nats(zeros, zeros)[0]) == 0.0
    mean, log_var = np.full((1, 4), 2.0, np.float32), np.full((1, 4), np.log(0.25), np.float32)
    expected = 4 * 0.5 * (4 + 0.25 - np.log(0.25) - 1)
    np.testing.assert_allclose(gaussian_kl_nats(mean, log_var), [expected], rtol=1e-6)
