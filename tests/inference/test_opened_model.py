"""An opened model's answers: evidence through noise, close calls, probabilities and verdicts."""

from __future__ import annotations

import dataclasses
from pathlib import Path
from types import SimpleNamespace

import numpy as np
import pytest
from fake_calibration import fake_calibration
from fakes import FakeEngine, draw_digit, fake_model

from desktop_cvae.core.errors import MissingLabels, UsageError
from desktop_cvae.core.network_presets import CONV_VAE
from desktop_cvae.core.results import (
    Box,
    FloatArray,
    IntArray,
    LabelScores,
    NoiseSetting,
    PreparedDigit,
)
from desktop_cvae.core.specs import TrainingConfig
from desktop_cvae.core.tasks import result_of
from desktop_cvae.inference import evidence, opened_model, thinking
from desktop_cvae.inference.engine import GeneratorNetwork
from desktop_cvae.inference.evidence import softmax
from desktop_cvae.inference.opened_model import open_model
from desktop_cvae.inference.styles import restored_latents
from desktop_cvae.library.model_file import (
    NewModel,
    join_model_files,
    read_model_file,
    write_model_file,
)
from desktop_cvae.library.model_library import find_model


class Wavering(FakeEngine):
    """Reads a 4 by a hair where the picture stands as it is, and a 9 in any other view."""

    def score(self, images: FloatArray) -> LabelScores:
        scores = super().score(images)
        nats = np.full_like(scores.reconstruction_nats, 200.0)
        nats[:, 4], nats[:, 9] = 100.0, 101.0 if len(images) == 1 else 90.0
        return dataclasses.replace(
            scores, reconstruction_nats=nats, kl_nats=np.zeros_like(scores.kl_nats)
        )


def prepared(image: FloatArray, *, found: bool = True) -> PreparedDigit:
    return PreparedDigit(image, found, Box(0, 0, 28, 28), 1.0, (0.0, 0.0), inverted=False)


def test_the_label_with_the_largest_evidence_wins() -> None:
    engine = FakeEngine()
    images = np.stack([draw_digit(label, slant=0.1) for label in range(10)])
    readings = fake_model(engine).read(images)
    assert [reading.label for reading in readings] == list(range(10))
    for reading in readings:
        np.testing.assert_allclose(
            reading.evidence_nats, -(reading.reconstruction_nats + reading.kl_nats)
        )
        assert reading.verdict is not None
        assert reading.verdict.labels == (reading.label,)
        assert reading.verdict.probability == reading.probability
    assert engine.scored == 10
    assert [reading.views for reading in readings] == [1] * 10


def test_a_model_without_labels_names_none_and_has_no_close_calls() -> None:
    (reading,) = fake_model(FakeEngine(CONV_VAE)).read(draw_digit(3)[None])
    assert (reading.label, reading.verdict, reading.views) == (None, None, 1)
    assert reading.reconstructions.shape == (1, 28, 28)


def test_nothing_is_read_in_no_pictures() -> None:
    assert fake_model().read(np.zeros((0, 28, 28), np.float32)) == []


def test_a_close_call_is_decided_by_all_views() -> None:
    (reading,) = fake_model(Wavering()).read(draw_digit(4)[np.newaxis])
    assert (reading.label, reading.views) == (9, 11)
    assert reading.evidence_nats[9] == pytest.approx(-(101.0 + 10 * 90.0) / 11)
    assert reading.probability == reading.probabilities[9]
    assert reading.verdict is not None
    assert reading.verdict.labels == (9,)


def test_noise_is_read_through_the_channel(monkeypatch: pytest.MonkeyPatch) -> None:
    noisy = np.clip(draw_digit(4) + np.random.default_rng(1).normal(0, 0.3, (28, 28)), 0, 1)
    images = noisy[None].astype(np.float32)
    (seen,) = fake_model().read(images)
    monkeypatch.setattr(evidence, "apply_noisy_channel", lambda scores, *_: scores)
    (plain,) = fake_model().read(images)
    assert not np.allclose(seen.evidence_nats, plain.evidence_nats, atol=1.0)


def test_probabilities_and_verdict_are_the_calibrations() -> None:
    (plain,) = fake_model().read(draw_digit(4)[None])
    hot = fake_model(calibration=fake_calibration(temperature=50.0, unsure_margin=1e4))
    (reading,) = hot.read(draw_digit(4)[None])
    expected = softmax(plain.evidence_nats[None] / 50)[0]
    np.testing.assert_allclose(reading.probabilities, expected, rtol=1e-5)
    assert reading.verdict is not None
    assert (reading.verdict.kind, reading.verdict.labels[0]) == ("unsure", 4)
    assert reading.verdict.probability == pytest.approx(float(expected[4]))


@pytest.mark.parametrize(("false_rejection_rate", "kind"), [(0.0, "digit"), (0.01, "not a digit")])
def test_the_wish_decides_how_odd_is_too_odd(false_rejection_rate: float, kind: str) -> None:
    model = fake_model(calibration=fake_calibration(score=-0.5, unsure_margin=0.0))
    (reading,) = model.read(draw_digit(3)[None], false_rejection_rate)
    assert reading.verdict is not None
    assert reading.verdict.kind == kind


def test_an_answer_reconstructs_under_the_chosen_label() -> None:
    model, digit = fake_model(), prepared(draw_digit(4))
    own = model.answer(digit, NoiseSetting(), None)
    assert own.recognition is not None
    assert own.label == own.recognition.label == 4
    chosen = model.answer(digit, NoiseSetting(), 9)
    assert chosen.recognition is not None
    assert (chosen.label, chosen.recognition.label) == (9, 4)
    np.testing.assert_array_equal(chosen.reconstruction, chosen.recognition.reconstructions[9])


def test_the_model_reads_the_noise() -> None:
    model, digit = fake_model(), prepared(draw_digit(4))
    quiet = model.answer(digit, NoiseSetting(level=0.0), None)
    loud = model.answer(digit, NoiseSetting(level=0.5, seed=3), None)
    np.testing.assert_array_equal(quiet.noisy, draw_digit(4))
    assert np.abs(loud.noisy - draw_digit(4)).mean() > 0.05
    assert quiet.recognition is not None
    assert loud.recognition is not None
    assert loud.recognition.evidence_nats.max() < quiet.recognition.evidence_nats.max()


def test_what_is_known_already_is_asked_again_under_noise_only() -> None:
    engine, digit = FakeEngine(), prepared(draw_digit(4))
    model = fake_model(engine)
    (known,) = model.read(draw_digit(7)[None])
    told = model.answer(digit, NoiseSetting(), None, known)
    assert told.recognition is known
    assert told.elapsed_ms == 0
    assert engine.scored == 1
    noisy = model.answer(digit, NoiseSetting(level=0.1), None, known)
    assert noisy.recognition is not None
    assert noisy.recognition.label == 4


def test_an_empty_picture_is_not_asked_about() -> None:
    engine = FakeEngine()
    nothing = prepared(np.zeros((28, 28), np.float32), found=False)
    empty = fake_model(engine).answer(nothing, NoiseSetting(), None)
    assert (empty.recognition, empty.reconstruction, engine.scored) == (None, None, 0)


def test_a_label_for_a_model_without_labels_is_refused_with_the_reason() -> None:
    with pytest.raises(MissingLabels, match="without labels"):
        fake_model(FakeEngine(CONV_VAE)).answer(prepared(draw_digit(1)), NoiseSetting(), 1)


def test_a_model_is_opened_by_its_file_or_its_entry(tiny_model: Path) -> None:
    for wish in (str(tiny_model), find_model(str(tiny_model))):
        model = open_model(wish)
        assert (model.name, model.engine.name, model.has_labels) == ("tiny", "onnx", True)
        assert [record.epoch for record in model.history] == [1]
        assert model.label_names == model.manifest.spec.label_names == tuple("0123456789")
        assert model.calibration is None


def test_a_writer_of_its_own_writes_and_the_reader_reads(tiny_model: Path, tmp_path: Path) -> None:
    joined = tmp_path / "both.cvae"
    wide = dataclasses.replace(read_model_file(tiny_model).manifest.spec, latent_dim=5)
    random = np.random.default_rng(3)
    weights = {n: random.normal(0, 0.1, s).astype(np.float32) for n, s in wide.tensors().items()}
    new = NewModel(name="wide", spec=wide, training=TrainingConfig(beta=0.03), weights=weights)
    write_model_file(tmp_path / "wide.cvae", new)
    join_model_files(tiny_model, tmp_path / "wide.cvae", joined)
    reader, writer, both = (
        open_model(str(path)) for path in (tiny_model, tmp_path / "wide.cvae", joined)
    )
    assert both.spec.latent_dim == 2
    assert both.generator_manifest == writer.manifest
    assert reader.generator_manifest == reader.manifest
    digit = prepared(draw_digit(4))
    told, alone = (model.answer(digit, NoiseSetting(), 9) for model in (both, reader))
    assert told.recognition is not None
    assert alone.recognition is not None
    np.testing.assert_array_equal(told.recognition.evidence_nats, alone.recognition.evidence_nats)
    assert told.style is not None
    assert told.style.latent.shape == (5,)
    # A chosen label changes what is reconstructed, not whose digit the drawing is.
    assert told.recognition.label == told.style.label != 9
    mean = writer.engine.encode(digit.image[None], np.array([told.style.label])).mean
    np.testing.assert_allclose(told.style.latent, mean[0], atol=1e-6)
    # What the reader makes of each label is drawn again; its own label's from the picture.
    read, every = told.recognition.label, np.arange(10)
    assert read is not None
    again = restored_latents(writer.engine, told.recognition.reconstructions, every)
    again[read] = writer.engine.encode(digit.image[None], np.array([read])).mean[0]
    drawn = writer.engine.decode(again, every)
    own = both.answer(digit, NoiseSetting(), None)
    np.testing.assert_allclose(own.explanations, drawn, atol=1e-5)
    np.testing.assert_array_equal(own.reconstruction, own.explanations[read])
    assert told.explanations is not None
    np.testing.assert_array_equal(told.reconstruction, told.explanations[9])
    samples = result_of(both.generate(3, 4, 1.0, 1, checks=False))
    assert (samples.latents.shape, samples.redrawn) == ((4, 5), 0)
    # The tiny reader does not know what is written, and the last draw is kept.
    assert result_of(both.generate(3, 1, 1.0, 1)).redrawn > 0
    styled = both.generate_in_style(told.style)
    assert styled.latents.shape == (10, 5)
    np.testing.assert_array_equal(styled.latents[told.style.label], told.style.latent)
    plane = both.build_latent_map(np.stack([draw_digit(k) for k in range(4)]), np.arange(4))
    assert plane.codes.shape == (4, 5)


def test_a_model_without_labels_reconstructs_all_the_same() -> None:
    model = fake_model(FakeEngine(CONV_VAE))
    assert model.label_names == ()
    answer = model.answer(prepared(draw_digit(3)), NoiseSetting(), None)
    assert answer.recognition is not None
    assert answer.label is None
    np.testing.assert_array_equal(answer.reconstruction, answer.recognition.reconstructions[0])
    assert answer.elapsed_ms > 0


def test_what_a_writer_completes_is_named_by_the_reader() -> None:
    class Stubborn(FakeEngine):
        """Decodes a 3 whatever the label: its codes say what is written."""

        def decode(self, latents: FloatArray, labels: IntArray | None) -> FloatArray:
            return super().decode(latents, np.full(len(latents), 3))

    alone = fake_model()
    writer = GeneratorNetwork(Stubborn(), alone.manifest)
    model = dataclasses.replace(alone, separate_generator=writer)
    missing = np.zeros((28, 28), bool)
    missing[18:] = True
    for label in (None, 8):
        proposed = result_of(model.complete(draw_digit(3), missing, label, 4, 1))
        assert proposed.labels is not None
        assert proposed.labels.tolist() == [3] * 4
    own = result_of(alone.complete(draw_digit(3), missing, 8, 4, 1))
    assert own.labels is not None
    assert own.labels.tolist() == [8] * 4


def test_an_answer_says_how_long_the_model_took(monkeypatch: pytest.MonkeyPatch) -> None:
    times = iter((2.0, 2.25, 3.0, 3.125, 4.0, 4.5, 5.0))
    clock = SimpleNamespace(perf_counter=lambda: next(times))
    monkeypatch.setattr(opened_model, "time", clock)
    model = fake_model()
    assert model.answer(prepared(draw_digit(4)), NoiseSetting(), None).elapsed_ms == 250
    # Of a known picture only the preparation takes time.
    picture = model.answer_picture(draw_digit(4), NoiseSetting(), None)
    assert picture.elapsed_ms == 125
    assert picture.recognition.label == 4


def test_thinking_yields_answers_and_ends_with_one(monkeypatch: pytest.MonkeyPatch) -> None:
    model, asked = fake_model(), []
    before = model.answer(prepared(draw_digit(4)), NoiseSetting(), 9)
    other, last = model.read(np.stack([draw_digit(7), draw_digit(1)]))

    def think(recogniser: object, image: FloatArray, *settings: object, before: object) -> object:
        asked.append((image, settings, before))
        yield SimpleNamespace(recognition=other)
        return last

    monkeypatch.setattr(thinking, "think", think)
    times = iter((2.0, 2.25, 3.0))
    monkeypatch.setattr(opened_model, "time", SimpleNamespace(perf_counter=lambda: next(times)))
    steps = model.think(before, None, 12, 0.02)
    first = next(steps)
    with pytest.raises(StopIteration) as ended:
        next(steps)
    answer = ended.value.value
    assert asked == [(before.noisy, (12, 0.02), before.recognition)]
    assert (first.recognition, answer.recognition) == (other, last)
    assert (first.label, answer.label) == (7, 1)
    assert first.elapsed_ms == before.elapsed_ms + 250
    assert answer.elapsed_ms == before.elapsed_ms + 1000


def test_labels_are_found_by_name() -> None:
    assert fake_model().label_index("7") == 7
    with pytest.raises(UsageError, match="no label “x”; there are 0, 1, 2"):
        fake_model().label_index("x")
    with pytest.raises(MissingLabels, match="use the label “7”"):
        fake_model(FakeEngine(CONV_VAE)).label_index("7")
