"""A sweep in the test's home: its state and results, without runs."""

from __future__ import annotations

import dataclasses
from pathlib import Path

import numpy as np

from desktop_cvae.core.specs import ModelSpec, TrainingConfig
from desktop_cvae.library.model_file import NewModel, write_model_file
from desktop_cvae.library.sweep_file import Settings, SweepPlan
from desktop_cvae.library.sweep_library import Sweep, prepare_sweep, save_sweep_state

RATES = (1e-4, 2e-4, 5e-4, 1.3e-3, 2e-3, 3.1e-3, 4e-3, 6e-3, 1e-2)


def make_sweep(spec: ModelSpec, file: Path, name: str = "wide β") -> Sweep:
    """Nine trainings: six are done, one has failed, one was interrupted, one waits."""
    file.write_text("[grid]\n")
    settings: list[Settings] = [
        {
            "preset": ("dense_cvae", "conv_cvae")[at % 2],
            "latent_dim": (2, 8, 16)[at % 3],
            "beta": (0.3, 1.0)[at // 5],
            "learning_rate": rate,
        }
        for at, rate in enumerate(RATES)
    ]
    sweep = prepare_sweep(SweepPlan(name, file, "accuracy", tuple(settings)))
    trainings = list(sweep.trainings)
    for at, one in enumerate(trainings[:6]):
        metrics = {
            "accuracy": 0.91 + 0.01 * ((at * 3) % 7),
            "neg_elbo_nats": 130.0 - 4 * ((at * 5) % 7),
            "validation_neg_elbo_nats": 131.0 - 4 * ((at * 5) % 7),
            "seconds": 20.0 + 7 * at,
        }
        trainings[at] = dataclasses.replace(
            one, state="finished", epochs_done=5, epochs=5, metrics=metrics
        )
        weights = {n: np.zeros(s, np.float32) for n, s in spec.tensors().items()}
        model = NewModel(
            name=one.name,
            spec=spec,
            training=TrainingConfig(),
            weights=weights,
            history=(),
            metrics=metrics,
            dataset_name="made up",
            dataset_digest="",
            command="",
        )
        write_model_file(one.model_path, model)
    trainings[6] = dataclasses.replace(
        trainings[6], state="failed", reason="The loss is no longer a number."
    )
    done = dataclasses.replace(sweep, trainings=tuple(trainings))
    save_sweep_state(done)
    return done
