"""What a prior fitted to each label's codes is worth, by its number of Gaussians.

Usage: ``python tests/benchmarks/prior.py [MODEL] [--components 0 1 5 20 60] [--limit N]``

For N(0, I), which is 0 components, and for mixtures: the KL term of training and test digits under
their own labels, the test digits' −ELBO at the posterior's mean, and how many are read.
"""

from __future__ import annotations

import argparse
import time

import numpy as np

from desktop_cvae.core.priors import Prior
from desktop_cvae.core.results import FloatArray, IntArray, Posterior
from desktop_cvae.core.specs import ModelSpec
from desktop_cvae.core.tasks import result_of
from desktop_cvae.datasets.dataset import labels_of_model, learned_part
from desktop_cvae.datasets.loading import load_dataset
from desktop_cvae.evaluation.prior_fitting import encode_digits, fit_prior
from desktop_cvae.evaluation.scorecard import score_pictures
from desktop_cvae.inference.onnx_engine import OnnxEngine
from desktop_cvae.inference.opened_model import OpenedModel
from desktop_cvae.library.model_file import read_model_file
from desktop_cvae.library.model_library import find_model


def main() -> None:
    """Encode once, fit and score for every number of Gaussians."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("model", nargs="?", default="studio")
    parser.add_argument("--components", type=int, nargs="+", default=[0, 1, 5, 20, 60])
    parser.add_argument("--limit", type=int, default=10_000)
    options = parser.parse_args()
    entry = find_model(options.model)
    spec, weights = entry.manifest.spec, read_model_file(entry.path).weights
    digits = learned_part(load_dataset("mnist", "train"), entry.manifest.training)
    test = load_dataset("mnist", "test").limit(options.limit)
    labels, test_labels = labels_of_model(digits, spec), labels_of_model(test, spec)
    engine = OnnxEngine(spec, weights)
    codes = result_of(encode_digits(engine, digits.floats(), labels))
    test_codes = result_of(encode_digits(engine, test.floats(), test_labels))
    print(f"{options.model}, {len(digits):,} training and {len(test):,} test digits, nats")
    print(f"{'Gaussians':>9} {'fit, s':>7} {'KL train':>9} {'KL test':>8} {'−ELBO':>8} {'read':>8}")
    for components in options.components:
        started = time.perf_counter()
        prior = Prior.standard_normal(spec.score_count, spec.latent_dim)
        if components:
            own = labels if spec.conditional else np.zeros_like(labels)
            prior = result_of(fit_prior(codes, own, spec.score_count, components))
        seconds = time.perf_counter() - started
        model = OpenedModel(entry, OnnxEngine(spec, weights, prior))
        card, _ = result_of(score_pictures(model, test.floats(), test_labels))
        read = "–" if card.accuracy is None else f"{100 * card.accuracy:.2f} %"
        kl_train = mean_kl(prior, spec, codes, labels)
        kl_test = mean_kl(prior, spec, test_codes, test_labels)
        print(
            f"{components:9} {seconds:7.1f} {kl_train:9.3f} {kl_test:8.3f} "
            f"{card.neg_elbo_at_mean_nats:8.2f} {read:>8}",
            flush=True,
        )


def mean_kl(prior: Prior, spec: ModelSpec, codes: Posterior, labels: IntArray) -> float:
    """Mean KL of digits under their own labels, in nats."""
    own = labels if spec.conditional else np.zeros_like(labels)

    def each(values: FloatArray) -> FloatArray:
        return np.repeat(values[:, np.newaxis], spec.score_count, axis=1)

    nats = prior.kl_nats(each(codes.mean), each(codes.log_var))
    return float(nats[np.arange(len(own)), own].mean())


if __name__ == "__main__":
    main()
