"""What follows a training: nothing that goes wrong then takes the trained model away."""

import dataclasses
import types

import numpy as np
import pytest
from fakes import FakeEngine, draw_digit

from desktop_cvae.core.errors import InputOutputError
from desktop_cvae.core.specs import TrainingConfig
from desktop_cvae.datasets.dataset import DigitDataset
from desktop_cvae.library.model_file import read_model_file
from desktop_cvae.training import finalization
from desktop_cvae.training.events import ReaderGone
from desktop_cvae.training.finalization import TrainedRun, finish


class Listener:
    """Remembers what was said."""

    def __init__(self, *, is_gone=False):
        self.is_gone, self.events, self.notes = is_gone, [], []

    def say(self, event):
        if self.is_gone:
            raise ReaderGone
        self.events.append({"event": event.kind, **event.entries()})

    def note(self, sentence):
        self.notes.append(sentence)


@pytest.fixture
def run(tiny_spec, monkeypatch):
    """A trained network that is answered for by a fake; its data has a test part."""
    labels = np.arange(120) % 10
    drawn = np.stack([draw_digit(int(label)) for label in labels])
    dataset = DigitDataset(np.rint(255 * drawn).astype(np.uint8), labels)
    test = dataclasses.replace(dataset, images=dataset.images[:20], labels=labels[:20])
    monkeypatch.setattr(finalization, "load_dataset", lambda data, part: test)
    monkeypatch.setattr(
        finalization, "OnnxEngine", lambda spec, weights, prior=None: FakeEngine(spec, prior=prior)
    )
    weights = {n: np.zeros(shape, np.float32) for n, shape in tiny_spec.tensors().items()}
    return TrainedRun(
        name="tiny",
        spec=tiny_spec,
        config=TrainingConfig(epochs=1, validation_share=0.25),
        trained=types.SimpleNamespace(weights=weights, history=()),
        dataset=dataset,
        whole_digest=dataset.digest,
        command="",
        stopped_early=False,
    )


def test_it_is_measured_calibrated_and_says_how_far_it_is(run, tmp_path):
    listener, output = Listener(), tmp_path / "a.cvae"
    finish(run, output, "data", None, listener)
    manifest = read_model_file(output).manifest
    # On what was held out, which is a quarter.
    assert manifest.calibration.digits == 30
    assert manifest.metrics["test_images"] == 20
    assert listener.events[-1]["metrics"] == manifest.metrics
    told = {(e["part"], e["done"], e["total"]) for e in listener.events[:-1]}
    assert ("measuring", 20, 20) in told
    # The prior is fitted to what was learned from.
    assert ("encoding", 90, 90) in told
    assert manifest.prior.kind == "mixture"
    assert "calibrating" in {part for part, _, _ in told}
    in_order = list(dict.fromkeys(e["part"] for e in listener.events[:-1]))
    assert in_order == list(listener.events[0]["parts"])
    assert ("fitting", 9, 10) in told


def test_what_cannot_be_measured_is_left_out_as_soon_as_it_is_known(run, tmp_path):
    listener = Listener()
    whole = dataclasses.replace(run, whole_digest=finalization.load_dataset("data", "test").digest)
    finish(whole, tmp_path / "a.cvae", "data", None, listener)
    first, last = listener.events[0]["parts"], listener.events[-2]["parts"]
    assert "measuring" in first
    assert list(last) == ["saving", "encoding", "fitting", "calibrating"]
    assert {e["part"] for e in listener.events[:-1]} == set(last)


def test_without_room_for_a_second_writing_the_model_is_saved_all_the_same(
    run, tmp_path, monkeypatch
):
    written, listener, output = [], Listener(), tmp_path / "a.cvae"
    write = finalization.write_model_file

    def write_once(path, model):
        if written:
            raise InputOutputError("“a.cvae” could not be written: No space left on device.")
        written.append(write(path, model))
        return written[0]

    monkeypatch.setattr(finalization, "write_model_file", write_once)
    finish(run, output, "data", None, listener)
    assert read_model_file(output).manifest.name == "tiny"
    assert listener.events[-1]["event"] == "saved"
    assert listener.events[-1]["metrics"]["test_images"] == 20
    assert "is saved without its measurements" in listener.notes[-1]


def test_who_stops_listening_gets_the_whole_model(run, tmp_path):
    finish(run, tmp_path / "a.cvae", "data", None, Listener(is_gone=True))
    assert read_model_file(tmp_path / "a.cvae").manifest.calibration is not None
