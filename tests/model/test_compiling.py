"""LiteRT against Keras: image within 1e-4, score within 1e-3 nats; a bad graph is noticed."""

import dataclasses

import numpy as np
import pytest

from desktop_cvae.core.errors import DesktopCvaeError
from desktop_cvae.core.layers import BatchNorm, Conv
from desktop_cvae.core.presets import PRESETS
from desktop_cvae.inference.compiled_graphs import template_of
from desktop_cvae.inference.folding import fold_weights, folded_network
from desktop_cvae.inference.litert_engine import MAX_BATCH, LiteRTEngine
from desktop_cvae.model.compiling import (
    check_parity,
    compile_template,
    compile_to_litert,
    compile_whole,
)
from desktop_cvae.model.cvae import CVAE
from desktop_cvae.model.keras_engine import KerasEngine


@pytest.fixture(scope="module", params=PRESETS)
def engines(request):
    spec = PRESETS[request.param].spec
    weights = CVAE(spec, seed=5).named_weights()
    return KerasEngine(spec, weights), LiteRTEngine(compile_to_litert(spec, weights).graph, spec)


def test_the_engines_agree(engines):
    keras, litert = engines
    rng = np.random.default_rng(2)
    images = rng.random((MAX_BATCH + 3, 28, 28), np.float32)
    labels = rng.integers(0, 10, len(images))
    expected, got = keras.score(images), litert.score(images)
    assert got.reconstructions.shape == (len(images), keras.spec.score_count, 28, 28)
    np.testing.assert_allclose(got.reconstructions, expected.reconstructions, atol=1e-4)
    np.testing.assert_allclose(got.evidence_nats, expected.evidence_nats, atol=1e-3)
    posterior, reference = litert.encode(images, labels), keras.encode(images, labels)
    np.testing.assert_allclose(posterior.mean, reference.mean, atol=1e-4)
    np.testing.assert_allclose(posterior.log_var, reference.log_var, atol=1e-4)
    latents = rng.normal(size=(5, keras.spec.latent_dim)).astype(np.float32)
    np.testing.assert_allclose(
        litert.decode(latents, labels[:5]), keras.decode(latents, labels[:5]), atol=1e-4
    )


def test_weights_laid_into_a_graph_make_the_graph_that_compiling_them_makes(engines):
    keras, _ = engines
    spec = keras.spec
    rng = np.random.default_rng(4)
    weights = {
        name: (array + rng.uniform(0, 0.02, array.shape)).astype(np.float32)
        for name, array in keras.model.named_weights().items()
    }
    compiled = compile_to_litert(spec, weights, template_of(spec))
    check_parity(KerasEngine(spec, weights), LiteRTEngine(compiled.graph, spec))
    folded = folded_network(spec)
    direct = compile_whole(folded, fold_weights(spec, weights))
    assert compiled.graph == direct


def test_a_network_whose_normalisation_cannot_be_folded_is_compiled_with_its_weights(tiny_spec):
    flatten, dense = tiny_spec.encoder
    convolution = (BatchNorm(), Conv(2, stride=4), flatten, dense)
    spec = dataclasses.replace(tiny_spec, encoder=convolution)
    compiled = compile_to_litert(spec, CVAE(spec, seed=1).named_weights())
    assert compiled.template is None


def test_a_template_that_answers_otherwise_is_not_used():
    spec = PRESETS["conv_vae"].spec
    good = compile_template(spec)
    wrong = dataclasses.replace(good, rest=good.rest.replace(b"\x00\x00\x80?", b"\x00\x00\x00@"))
    compiled = compile_to_litert(spec, CVAE(spec, seed=1).named_weights(), wrong)
    assert compiled.template is None


def test_nothing_asked_nothing_answered(engines):
    _, litert = engines
    assert litert.score(np.zeros((0, 28, 28), np.float32)).evidence_nats.shape[0] == 0


def test_a_graph_that_answers_nan_is_not_used():
    spec = PRESETS["conv_vae"].spec
    keras = KerasEngine(spec, CVAE(spec).named_weights())

    class Broken:
        name, spec = "litert", keras.spec

        def score(self, images):
            good = keras.score(images)
            return dataclasses.replace(good, kl_nats=good.kl_nats * np.nan)

    with pytest.raises(DesktopCvaeError, match="does not agree"):
        check_parity(keras, Broken())
