"""A run that goes on from a checkpoint ends with the weights of an uninterrupted one."""

import dataclasses
import itertools

import numpy as np
import pytest

from desktop_cvae.core.errors import InputOutputError, TrainingProblem
from desktop_cvae.core.layers import BatchNorm, Conv, Dense, Dropout, Flatten
from desktop_cvae.core.specs import ModelSpec, TrainingConfig
from desktop_cvae.datasets.dataset import DigitDataset
from desktop_cvae.library.checkpoint_file import (
    kept_epochs,
    list_checkpoints,
    load_checkpoint_weights,
    read_checkpoint,
    read_newest_checkpoint,
    write_checkpoint,
)
from desktop_cvae.training import loop
from desktop_cvae.training.loop import Training

CONFIG = TrainingConfig(
    epochs=2,
    batch_size=16,
    validation_share=0.25,
    seed=4,
    schedule="cosine",
    augmentation=0.5,
    noise_share=0.5,
    noise_level=0.3,
    contrast=1.0,
    contrast_after_epochs=1.0,
)
DENSE = ModelSpec(
    preset="dense",
    latent_dim=3,
    conditional=True,
    encoder=(Flatten(), Dense(12, "relu", label=True), Dropout(0.2), BatchNorm()),
    decoder=(Dense(12, "relu", label=True), Dropout(0.2), BatchNorm(), Dense(784, "linear")),
)
CONV = dataclasses.replace(
    DENSE, preset="conv", encoder=(Conv(3, 3, 2), Flatten(), Dense(8, "relu", label=True))
)


@pytest.fixture(autouse=True)
def every_batch_reports(monkeypatch):
    monkeypatch.setattr(loop, "PROGRESS_INTERVAL_S", 0.0)


def noise(count=64):
    images = np.random.default_rng(0).integers(0, 256, (count, 28, 28), np.uint8)
    return DigitDataset(images=images, labels=np.arange(count, dtype=np.int64) % 10)


def losses(history):
    return [(record.epoch, record.train, record.validation) for record in history]


@pytest.mark.parametrize("spec", [DENSE, CONV], ids=["dropout and batch norm", "convolution"])
def test_resumed_after_any_batch_it_ends_bit_by_bit_the_same(spec, tmp_path):
    whole = Training(spec, CONFIG, noise())
    files = []
    for number, _ in enumerate(whole.run()):
        files.append(write_checkpoint(tmp_path / str(number), whole.state()))
    assert len(files) > 2 * 3
    end = whole.state()
    for file in files[1::2]:
        resumed = Training(spec, CONFIG, noise(), read_checkpoint(file))
        list(resumed.run())
        again = resumed.state()
        for name, weights in end.weights.items():
            np.testing.assert_array_equal(again.weights[name], weights, err_msg=f"{file} {name}")
        for name, slot in end.optimizer.slots.items():
            np.testing.assert_array_equal(again.optimizer.slots[name], slot)
        assert again.optimizer.dropout_seeds == end.optimizer.dropout_seeds
        assert losses(again.history) == losses(end.history)
        assert again.best_epoch == end.best_epoch


def test_the_damaged_newest_checkpoint_gives_way_to_the_one_before(tmp_path):
    training = Training(DENSE, CONFIG, noise())
    for _ in itertools.islice(training.run(), 3):
        write_checkpoint(tmp_path, training.state())
    newest = list_checkpoints(tmp_path)[-1]
    data = bytearray(newest.read_bytes())
    data[-5] ^= 1
    newest.write_bytes(data)
    damage = []
    state = read_newest_checkpoint(tmp_path, damage.append)
    assert (state.epoch, state.batch) == (0, 2)
    assert [error.sentence for error in damage] == [
        f"The checkpoint “{newest.name}” cannot be used."
    ]
    for cut in (0, 3, 70, len(data) // 2):
        newest.write_bytes(data[:cut])
        with pytest.raises(InputOutputError):
            read_checkpoint(newest)


def test_weights_of_finished_epochs_are_found(tmp_path):
    training = Training(DENSE, CONFIG, noise())
    after = {}
    for progress in training.run():
        if progress.record:
            after[progress.epoch] = training.state().weights
            write_checkpoint(tmp_path, training.state())
    assert kept_epochs(tmp_path) == [1, 2]
    for epoch, weights in after.items():
        np.testing.assert_equal(load_checkpoint_weights(tmp_path, epoch), weights)
    with pytest.raises(InputOutputError, match="epoch 3"):
        load_checkpoint_weights(tmp_path, 3)


def test_a_checkpoint_of_another_network_is_refused():
    state = Training(DENSE, CONFIG, noise()).state()
    with pytest.raises(TrainingProblem, match="another network"):
        Training(CONV, CONFIG, noise(), state)


def test_an_epoch_reports_what_each_dimension_carries():
    *_, last = Training(DENSE, CONFIG, noise()).run()
    assert len(last.kl_per_dimension) == 3
    assert sum(last.kl_per_dimension) == pytest.approx(last.record.validation.kl, rel=1e-5)
    assert 0 <= last.active_units <= 3


def test_it_stops_when_nothing_gets_better_and_keeps_the_best():
    config = dataclasses.replace(CONFIG, epochs=50, learning_rate=0.5, early_stopping_epochs=2)
    training = Training(DENSE, config, noise())
    list(training.run())
    state = training.state()
    assert state.epoch == state.best_epoch + 2 < 50
    assert training.result().weights is state.best_weights
