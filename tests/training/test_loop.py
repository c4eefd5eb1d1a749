"""Training: it learns, repeats itself, reports, stops between batches, and says when it cannot."""

import dataclasses
import json
import types

import numpy as np
import pytest

from desktop_cvae.core.command_events import event_line
from desktop_cvae.core.errors import TrainingProblem
from desktop_cvae.core.network_presets import CONV_VAE, DENSE_CVAE
from desktop_cvae.core.results import EpochRecord, LossTerms
from desktop_cvae.core.specs import TrainingConfig
from desktop_cvae.datasets.dataset import DigitDataset
from desktop_cvae.library.checkpoint_file import OptimizerState, TrainingState
from desktop_cvae.training import loop
from desktop_cvae.training.loop import Meter, Training, mean_of, neg_elbo, train
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


class FakeNetwork:
    """One weight: how many steps it was trained."""

    def __init__(self, spec, seed):
        self.spec, self.seed, self.weight = spec, seed, 0.0

    def named_weights(self):
        return {"w": np.array([self.weight], np.float32)}

    def assign_weights(self, weights):
        self.weight = float(weights["w"][0])


class FakeTrainer:
    """Costs 10 nats and a KL of 2 in every step; measures ``nats``, 3 and 1 nat of KL."""

    nats = 20.0

    def __init__(self, model, config):
        self.model, self.asked, self.measured = model, [], []

    def step(self, images, labels, step, beta, rate, contrast):
        self.asked.append((int(images.shape[0]), step, beta, rate, contrast))
        self.model.weight += 1
        return np.array([10.0 + step, 2.0], np.float32)

    def evaluate(self, images, labels, start):
        self.measured.append((images, labels, start))
        count = len(images)
        sums = (self.nats, [3.0, 1.0], [0.0, 0.0], [1.0, 0.0])
        return [count * np.array(values) for values in sums]

    def optimizer_state(self):
        return OptimizerState({}, int(self.model.weight), ())

    def restore(self, weights, state):
        self.model.assign_weights(weights)


@pytest.fixture
def faked(monkeypatch):
    """No network: what the loop itself does, every batch reported."""
    monkeypatch.setattr(loop, "CVAE", FakeNetwork)
    monkeypatch.setattr(loop, "Trainer", FakeTrainer)
    monkeypatch.setattr(loop, "PROGRESS_INTERVAL_S", 0.0)


SMALL = TrainingConfig(epochs=2, batch_size=2, validation_share=0.25, seed=4)
"""Of 8 pictures 6 are learned from, in 3 batches, and 2 held out."""


@pytest.fixture
def clock(monkeypatch):
    clock = types.SimpleNamespace(now=100.0)
    monkeypatch.setattr(loop, "time", types.SimpleNamespace(perf_counter=lambda: clock.now))
    return clock


def state_of(**values):
    begun = TrainingState({"w": np.ones(1)}, OptimizerState({}, 0, ()), 0, 0, (), {}, 0)
    return dataclasses.replace(begun, **values)


def test_an_epochs_sums_and_speed_go_on_from_where_it_was_resumed(clock):
    resumed = state_of(sums=(100.0, 60.0, 40.0), images=10, seconds=5.0)
    meter = Meter(resumed)
    meter.add(np.array([3.0, 2.0]), 4, 0.5)
    clock.now += 8
    meter.leave_out(6)
    for _ in range(2):  # asked twice, counted once
        assert meter.sums() == (116.0, 72.0, 48.0)
    assert meter.images == 14
    assert meter.mean() == LossTerms(116 / 14, 72 / 14, 48 / 14)
    assert meter.seconds() == 7.0
    assert meter.speed() == pytest.approx(4 / 2)


def test_before_the_first_batch_everything_is_zero(clock):
    meter = Meter()
    assert meter.mean() == LossTerms(0, 0, 0)
    assert (meter.images, meter.seconds(), meter.speed()) == (0, 0, 0)


def test_a_report_is_due_once_in_every_interval(clock):
    meter, due = Meter(), []
    for now in (100.0, 100.15, 100.25, 100.4, 100.5, 100.5):
        clock.now = now
        due.append(meter.is_due())
    assert due == [False, False, True, False, True, False]


def test_the_held_out_parts_means_are_those_by_hand():
    parts = [
        [np.array(10.0), np.array([4.0, 8, 0]), np.array([4.0, 0, 6]), np.array([16.0, 0.02, 18])],
        [
            np.array(20.0),
            np.array([0, 4.0, 0]),
            np.array([4.0, 0, 6]),
            np.array([16.08, 0.02, 18.02]),
        ],
    ]
    measured = mean_of(parts, 4, 0.5)
    assert measured.terms == LossTerms(7.5 + 0.5 * 4, 7.5, 4.0)
    assert measured.kl_per_dimension == (1.0, 3.0, 0.0)
    # The variances are 4.02, 0.01, which is not more than that, and 9.005 − 3².
    assert measured.active_units == 1


def test_the_best_is_by_the_elbo_whatever_beta_was():
    assert neg_elbo(EpochRecord(1, LossTerms(1, 2, 3), LossTerms(9, 5, 2), 0.0)) == 7


def test_what_is_held_out_is_measured_in_parts(faked):
    config = dataclasses.replace(SMALL, epochs=1, batch_size=512, validation_share=0.5)
    grey = np.random.default_rng(0).integers(0, 256, (1400, 28, 28), np.uint8)
    training = Training(DENSE_CVAE, config, dataclasses.replace(bars(1400), images=grey))
    seen = list(training.run())
    parts = training.trainer.measured
    assert [(len(images), start) for images, _, start in parts] == [(500, 0), (200, 500)]
    images, labels, _ = parts[1]
    held_out = training.validation_part
    np.testing.assert_array_equal(images[..., 0], held_out.images[500:] / np.float32(255))
    np.testing.assert_array_equal(labels.argmax(axis=1), held_out.labels[500:])
    assert (labels.sum(axis=1) == 1).all()
    assert seen[-1].record.validation == LossTerms(24.0, 20.0, 4.0)
    assert (seen[-1].kl_per_dimension, seen[-1].active_units) == ((3.0, 1.0), 1)


def test_every_step_has_its_number_and_its_settings(faked):
    config = dataclasses.replace(
        SMALL, beta_warmup_epochs=2, contrast=0.5, contrast_after_epochs=1.0, schedule="cosine"
    )
    training = Training(DENSE_CVAE, config, bars(8))
    list(training.run())
    counts, steps, betas, rates, contrasts = zip(*training.trainer.asked, strict=True)
    assert (counts, steps) == ((2,) * 6, tuple(range(6)))
    assert betas == pytest.approx([0, 1 / 6, 1 / 3, 1 / 2, 2 / 3, 5 / 6])
    assert rates == pytest.approx([learning_rate_at(config, step / 3) for step in steps])
    assert contrasts == (0, 0, 0, 0.5, 0.5, 0.5)


def test_it_says_where_it_is_after_every_batch_and_every_epoch(faked):
    training = Training(DENSE_CVAE, SMALL, bars(8))
    assert (training.epochs_done, training.has_best()) == (0, False)
    assert training.result().weights == {"w": np.zeros(1)}
    places, states = [], []
    for progress in training.run():
        places.append((progress.epoch, progress.batch, progress.record is not None))
        states.append(training.state())
    one = [(1, False), (2, False), (3, False), (3, False), (3, True)]  # the fourth while measuring
    assert places == [(epoch, *place) for epoch in (1, 2) for place in one]
    assert (progress.epochs, progress.batches) == (2, 3)
    assert [(s.epoch, s.batch, s.images) for s in states[:6]] == [
        (0, 1, 2),
        (0, 2, 4),
        (0, 3, 6),
        (0, 3, 6),
        (1, 0, 0),
        (1, 1, 2),
    ]
    # Batches of 2 cost 10 + step nats and 2 of KL, β is 1.
    assert states[1].sums == (2 * (12 + 13), 2 * (10 + 11), 2 * 4)
    assert states[4].sums == (0.0, 0.0, 0.0)
    assert (states[4].seconds, states[1].seconds > 0) == (0.0, True)
    first, second = training.result().history
    assert (first.epoch, second.epoch, training.epochs_done) == (1, 2, 2)
    assert first.train == LossTerms(13.0, 11.0, 2.0)
    assert second.train == LossTerms(16.0, 14.0, 2.0)
    # The second epoch measured the same: the first stays the best.
    assert training.has_best()
    assert training.result().weights == {"w": np.array([3.0])}
    assert (training.state().best_epoch, training.state().optimizer.iterations) == (1, 6)


def test_resumed_within_an_epoch_it_takes_the_steps_that_were_left(faked):
    whole = Training(DENSE_CVAE, SMALL, bars(8))
    run = whole.run()
    states = [whole.state() for _ in run]
    for state in (states[1], states[4]):
        resumed = Training(DENSE_CVAE, SMALL, bars(8), state, {"w": np.array([70.0])})
        list(resumed.run())
        done = 3 * state.epoch + state.batch
        assert [step for _, step, *_ in resumed.trainer.asked] == list(range(done, 6))
        assert [r.train for r in resumed.result().history] == [
            r.train for r in whole.result().history
        ]
        assert resumed.result().weights == whole.result().weights
        assert resumed.state().best_epoch == 1


def test_a_training_may_begin_with_given_weights(faked):
    training = Training(DENSE_CVAE, SMALL, bars(8), weights={"w": np.array([70.0])})
    assert training.result().weights == {"w": np.array([70.0])}
    assert training.trainer.model.seed == 4


@pytest.mark.parametrize(("patience", "epochs"), [(0, 3), (2, 0), (4, 0), (5, 1)])
def test_what_has_waited_long_enough_is_over_when_it_is_resumed(faked, patience, epochs):
    config = dataclasses.replace(SMALL, epochs=8, early_stopping_epochs=patience)
    waited = EpochRecord(1, LossTerms(1, 1, 0), LossTerms(1, 1, 0), 1.0)
    training = Training(
        DENSE_CVAE, config, bars(8), state_of(epoch=5, best_epoch=1, history=(waited,))
    )
    list(training.run())
    assert training.epochs_done == 5 + epochs


@pytest.mark.parametrize("error", [KeyError, ValueError])
def test_a_state_of_another_network_is_refused(faked, monkeypatch, error):
    def refuse(self, weights, state):
        raise error("no such tensor")

    monkeypatch.setattr(FakeTrainer, "restore", refuse)
    with pytest.raises(TrainingProblem, match="another network"):
        Training(DENSE_CVAE, SMALL, bars(8), state_of())


@pytest.mark.parametrize(
    ("after", "losses", "best"),
    [
        (1.0, [5, 6, 5.5], [1, 2, 3]),
        (2.0, [5, 6, 7, 6.5, 6.5], [1, 3, 4]),
        (9.0, [5, 6, 4, 4], [1, 3]),
    ],
)
def test_epochs_before_the_contrast_are_no_rivals_of_those_after(
    faked, monkeypatch, after, losses, best
):
    config = dataclasses.replace(
        SMALL, epochs=len(losses), contrast=1.0, contrast_after_epochs=after
    )
    training, seen = Training(DENSE_CVAE, config, bars(8)), []
    monkeypatch.setattr(FakeTrainer, "nats", losses[0])
    for progress in training.run():
        if progress.record:
            seen.append(progress.is_best)
            monkeypatch.setattr(FakeTrainer, "nats", losses[min(len(seen), len(losses) - 1)])
    assert [epoch for epoch, is_best in enumerate(seen, start=1) if is_best] == best


@pytest.mark.parametrize("place", ["step", "evaluate"])
def test_no_number_ends_the_training_where_it_is_met(faked, monkeypatch, place):
    spoiled = np.array([np.nan, 2.0])
    if place == "step":
        monkeypatch.setattr(FakeTrainer, "step", lambda self, *_: spoiled)
    else:
        monkeypatch.setattr(FakeTrainer, "nats", np.nan)
    training = Training(DENSE_CVAE, SMALL, bars(8))
    seen = []
    with pytest.raises(TrainingProblem, match="learning rate"):
        seen.extend(iter(training.run()))
    assert not training.has_best()


@pytest.mark.parametrize(
    ("count", "names"), [(1, "0123456789"), (8, "abcdefghij"), (8, "!#$%&()*+,")]
)
def test_too_little_and_other_labels_are_refused(faked, count, names):
    dataset = dataclasses.replace(bars(count), label_names=tuple(names))
    with pytest.raises(TrainingProblem, match="labels"):
        Training(DENSE_CVAE, SMALL, dataset)


def test_two_pictures_are_enough(faked):
    training = Training(DENSE_CVAE, SMALL, bars(2))
    list(training.run())
    assert (len(training.train_part), training.batches, training.epochs_done) == (1, 1, 2)


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


def test_it_can_be_stopped_between_batches(faked):
    run = train(DENSE_CVAE, CONFIG, bars())
    assert next(run).batch == 1
    assert next(run).batch == 2
    run.close()
    with pytest.raises(StopIteration):
        next(run)


def test_it_stops_early_as_soon_as_so_many_epochs_brought_nothing_better(faked, monkeypatch):
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


def test_time_in_which_it_is_held_is_not_the_trainings(faked, monkeypatch):
    clock = types.SimpleNamespace(now=0.0)

    def tick():
        clock.now += 0.001
        return clock.now

    monkeypatch.setattr(loop, "time", types.SimpleNamespace(perf_counter=tick))
    config = dataclasses.replace(CONFIG, epochs=2)
    progress = []
    for now in train(CONV_VAE, config, bars()):
        progress.append(now)
        clock.now += 1000.0
    assert all(p.record.seconds < 1 for p in progress if p.record)
    assert all(p.images_per_second > 100 for p in progress)


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
    line = event_line(seen[-1])
    event = json.loads(line)
    assert "\n" not in line
    assert (event["event"], event["version"], event["record"]["epoch"]) == ("epoch", 1, 1)
    batch = dataclasses.replace(seen[-1], record=None)
    assert batch.kind == "batch"
    assert "record" not in batch.entries()
