"""Training: it learns, repeats itself, reports, stops between batches, and says when it cannot."""

import dataclasses
import json
import types

import numpy as np
import pytest

from desktop_cvae.core.errors import TrainingProblem
from desktop_cvae.core.presets import CONV_VAE, DENSE_CVAE
from desktop_cvae.core.results import LossTerms
from desktop_cvae.core.specs import TrainingConfig
from desktop_cvae.datasets.dataset import DigitDataset
from desktop_cvae.training import loop
from desktop_cvae.training.events import event_line, progress_event
from desktop_cvae.training.loop import train
from desktop_cvae.training.steps import beta_at, learning_rate_at

CONFIG = TrainingConfig(epochs=3, batch_size=16, validation_share=0.2, seed=4)


def bars(count=120):
    """Digit k is a bar in row 2k: easy to learn."""
    labels = np.arange(count) % 10
    images = np.zeros((count, 28, 28), np.uint8)
    for image, label in zip(images, labels, strict=True):
        image[4 + 2 * label, 6:22] = 255
    names = tuple("0123456789")
    return DigitDataset(
        images=images, labels=labels.astype(np.int64), label_names=names, name="bars"
    )


def finish(run):
    """All progress of a run, and what it returned."""
    seen = []
    while True:
        try:
            seen.append(next(run))
        except StopIteration as end:
            return seen, end.value


def test_it_learns_and_reports_every_epoch():
    seen, trained = finish(train(DENSE_CVAE, CONFIG, bars()))
    records = [progress.record for progress in seen if progress.record]
    assert tuple(records) == trained.history
    assert [record.epoch for record in records] == [1, 2, 3]
    assert records[-1].train.total < records[0].train.total
    assert {k: v.shape for k, v in trained.weights.items()} == DENSE_CVAE.tensors()
    assert seen[-1].batch == seen[-1].batches == 6
    assert seen[-1].images_per_second > 0


def test_the_same_seed_trains_the_same_weights():
    config = dataclasses.replace(CONFIG, epochs=1, augmentation=0.5)
    first, again, other = (
        finish(train(CONV_VAE, dataclasses.replace(config, seed=seed), bars()))[1]
        for seed in (4, 4, 5)
    )
    name = "decoder.0.dense.kernel"
    np.testing.assert_array_equal(first.weights[name], again.weights[name])
    assert np.abs(first.weights[name] - other.weights[name]).max() > 1e-4


def test_it_can_be_stopped_between_batches(monkeypatch):
    monkeypatch.setattr(loop, "PROGRESS_INTERVAL_S", 0.0)
    run = train(DENSE_CVAE, CONFIG, bars())
    assert next(run).batch == 1
    assert next(run).batch == 2
    run.close()
    with pytest.raises(StopIteration):
        next(run)


def test_it_stops_early_as_soon_as_so_many_epochs_brought_nothing_better(monkeypatch):
    losses = iter([9.0, 5.0, 6.0, 5.0, 4.0])

    def measured(parts, count, beta):
        nats = next(losses)
        return loop.Validation(LossTerms(nats, nats, 0.0))

    monkeypatch.setattr(loop, "mean_of", measured)
    config = dataclasses.replace(CONFIG, epochs=5, early_stopping_epochs=2)
    seen, trained = finish(train(CONV_VAE, config, bars()))
    # The second is the best, the third and the fourth, which is as good, are no better.
    assert len(trained.history) == 4
    assert [p.epoch for p in seen if p.is_best] == [1, 2]


def test_time_in_which_it_is_held_is_not_the_trainings(monkeypatch):
    clock = types.SimpleNamespace(now=0.0)

    def tick():
        clock.now += 0.001
        return clock.now

    monkeypatch.setattr(loop, "time", types.SimpleNamespace(perf_counter=tick))
    monkeypatch.setattr(loop, "PROGRESS_INTERVAL_S", 0.0)
    config = dataclasses.replace(CONFIG, epochs=2)
    progress = []
    for now in train(CONV_VAE, config, bars()):
        progress.append(now)
        clock.now += 1000.0
    assert all(p.record.seconds < 1 for p in progress if p.record)
    assert all(p.images_per_second > 100 for p in progress)


def test_other_labels_than_the_networks_are_refused():
    letters = dataclasses.replace(bars(), label_names=tuple("abcdefghij"))
    with pytest.raises(TrainingProblem, match="labels"):
        next(train(DENSE_CVAE, CONFIG, letters))


def test_a_loss_that_is_no_number_ends_the_training(monkeypatch):
    measured = loop.mean_of

    def spoiled(*parts):
        validation = measured(*parts)
        terms = dataclasses.replace(validation.terms, total=float("nan"))
        return dataclasses.replace(validation, terms=terms)

    monkeypatch.setattr(loop, "mean_of", spoiled)
    with pytest.raises(TrainingProblem, match="learning rate"):
        finish(train(CONV_VAE, CONFIG, bars()))


def test_beta_warms_up_in_a_straight_line():
    config = TrainingConfig(beta=2.0, beta_warmup_epochs=4)
    assert [beta_at(config, done) for done in (0, 1, 4, 9)] == [0.0, 0.5, 2.0, 2.0]
    assert beta_at(TrainingConfig(), 0) == 1.0


def test_the_learning_rate_falls_to_zero_along_a_cosine():
    config = TrainingConfig(epochs=10, learning_rate=0.1, schedule="cosine")
    rates = [learning_rate_at(config, done) for done in (0, 5, 10)]
    np.testing.assert_allclose(rates, [0.1, 0.05, 0.0], atol=1e-12)
    assert learning_rate_at(TrainingConfig(learning_rate=0.1), 7) == 0.1


def test_events_are_one_json_object_a_line():
    seen, _ = finish(train(CONV_VAE, dataclasses.replace(CONFIG, epochs=1), bars()))
    line = event_line(**progress_event(seen[-1]))
    event = json.loads(line)
    assert "\n" not in line
    assert (event["event"], event["version"], event["record"]["epoch"]) == ("epoch", 1, 1)
    batch = progress_event(dataclasses.replace(seen[-1], record=None))
    assert batch["event"] == "batch"
    assert "record" not in batch
