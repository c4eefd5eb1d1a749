from __future__ import annotations

import dataclasses
from pathlib import Path

import pytest
from fake_sweeps import make_sweep

from desktop_cvae.core.specs import ModelSpec
from desktop_cvae.evaluation.sweep_table import metric_text, state_text, sweep_json, sweep_table


def test_a_sweep_is_a_table_for_people_and_for_programs(
    tmp_path: Path, tiny_spec: ModelSpec
) -> None:
    sweep = make_sweep(tiny_spec, tmp_path / "wide.toml")
    best, waiting = sweep.trainings[2], sweep.trainings[8]
    settings = ["preset", "latent_dim", "beta", "learning_rate"]
    heading, first, *_, last = sweep_table(sweep, for_people=True)
    titles = ["read by evidence", "−ELBO in nats", "−ELBO, validation", "time"]
    assert heading == ["", *settings, *titles, "state"]
    shown = ["3", "dense_cvae", "16", "0.3", "0.0005"]
    assert first == [*shown, "97.00 %", "118.00", "119.00", "34.0 s", "finished"]
    assert last[5:] == ["–", "–", "–", "–", "waiting"]
    heading, first, *_, last = sweep_table(sweep, for_people=False)
    metrics = ["accuracy", "neg_elbo_nats", "validation_neg_elbo_nats", "seconds"]
    assert heading == ["number", *settings, *metrics, "state", "run", "model"]
    where = [str(best.run_folder), str(best.model_path)]
    values = [best.metrics[name] for name in metrics]
    assert first == [3, "dense_cvae", 16, 0.3, 5e-4, *values, "finished", *where]
    assert last[5:10] == ["", "", "", "", "waiting"]
    data = sweep_json(sweep)
    assert (data["best"], data["best_by"]) == (3, "accuracy")
    assert (data["file"], data["folder"]) == (str(sweep.file), str(sweep.folder))
    assert data["trainings"][0] == {
        "number": 3,
        "state": "finished",
        "reason": "",
        "settings": best.settings,
        "epochs_done": 5,
        "epochs": 5,
        "metrics": best.metrics,
        "run": where[0],
        "model": where[1],
    }
    assert sweep_json(dataclasses.replace(sweep, trainings=(waiting,)))["best"] is None
    running = dataclasses.replace(waiting, state="running", epochs_done=2, epochs=8)
    assert state_text(running) == "running, epoch 2/8"
    assert state_text(dataclasses.replace(running, epochs=0)) == "running"


@pytest.mark.parametrize(
    ("name", "value", "text"),
    [
        ("accuracy", 0.98765, "98.77 %"),
        ("seconds", 99.94, "99.9 s"),
        ("seconds", 100.4, "100 s"),
        ("seconds", 12345.6, "12,346 s"),
        ("neg_elbo_nats", 101.234, "101.23"),
        ("seconds", None, "–"),
    ],
)
def test_a_metric_has_its_unit(name: str, value: float | None, text: str) -> None:
    assert metric_text(name, value) == text
