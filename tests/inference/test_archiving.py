"""What the archive keeps of an answer."""

from __future__ import annotations

import dataclasses
from types import SimpleNamespace

import numpy as np
import pytest
from fake_calibration import fake_calibration
from fakes import FakeEngine, draw_digit, fake_model

from desktop_cvae import __version__
from desktop_cvae.core.network_presets import CONV_VAE
from desktop_cvae.core.results import NO_BOX, NoiseSetting, PreparedDigit
from desktop_cvae.inference.archiving import answer_entry, page_entry, reading_entry
from desktop_cvae.library.archive_entries import NO_NOISE, pixels_of

DIGIT = PreparedDigit(draw_digit(4), True, NO_BOX, 1.0, (0.0, 0.0), False)


def test_an_answer_is_kept_with_its_noise_and_the_chosen_label() -> None:
    model = fake_model(calibration=fake_calibration())
    noise = NoiseSetting("gaussian", 0.25, 7)
    answer = model.answer(DIGIT, noise, 9)
    entry = answer_entry(model, answer, noise, "picture", "a.png")
    reading = answer.recognition
    assert (entry.source, entry.name, entry.text, entry.chosen_label) == (
        *("picture", "a.png", "4", "9"),
    )
    assert np.array_equal(entry.image, pixels_of(draw_digit(4)))
    assert np.array_equal(entry.noisy, pixels_of(answer.noisy))
    assert np.array_equal(entry.reconstruction, pixels_of(reading.reconstructions[9]))
    assert entry.noise == noise
    assert entry.label_names == model.label_names
    assert entry.evidence_nats == tuple(map(float, reading.evidence_nats))
    assert (entry.verdict, entry.probability) == (reading.verdict.kind, reading.verdict.probability)
    assert entry.digit_probability == reading.verdict.digit_probability
    digest = model.manifest.weights_sha256
    assert (entry.model, entry.model_digest, entry.program) == ("studio", digest, __version__)


def test_without_noise_and_choice_none_is_kept() -> None:
    model, quiet = fake_model(), NoiseSetting("gaussian", 0.0, 7)
    for label in (None, 4):
        entry = answer_entry(model, model.answer(DIGIT, quiet, label), quiet, "drawing")
        assert (entry.noise, entry.noisy, entry.chosen_label) == (NO_NOISE, None, None)


def test_a_rejected_picture_has_no_text_and_a_model_without_labels_no_evidence() -> None:
    rejecting = fake_model(calibration=fake_calibration(score=-5.0))
    (reading,) = rejecting.read(draw_digit(4)[None])
    entry = reading_entry(rejecting, draw_digit(4), reading, "table")
    assert (entry.verdict, entry.text) == ("not a digit", "")
    assert entry.probability == reading.verdict.probability
    assert len(entry.evidence_nats) == 10
    unlabelled = fake_model(FakeEngine(CONV_VAE))
    (reading,) = unlabelled.read(draw_digit(4)[None])
    entry = reading_entry(unlabelled, draw_digit(4), reading, "table")
    assert (entry.text, entry.verdict, entry.probability) == ("", "", 0.0)
    assert (entry.label_names, entry.evidence_nats) == ((), ())
    assert np.array_equal(entry.reconstruction, pixels_of(reading.reconstructions[0]))
    assert reading_entry(unlabelled, draw_digit(4), None, "table").reconstruction is None


@pytest.mark.parametrize(
    ("kinds", "verdict"),
    [
        (("digit", "digit"), "digit"),
        (("digit", "unsure"), "unsure"),
        (("unsure", "not a digit", "digit"), "not a digit"),
        ((None,), ""),
        ((), ""),
    ],
)
def test_a_number_has_the_verdict_of_its_least_certain_digit(
    kinds: tuple[str | None, ...], verdict: str
) -> None:
    model = fake_model()
    digits = [
        SimpleNamespace(recognition=SimpleNamespace(verdict=kind and SimpleNamespace(kind=kind)))
        for kind in kinds
    ]
    page = SimpleNamespace(digits=digits, text="42\n7", probability=1.0000001)
    entry = page_entry(model, page, draw_digit(4), "web page", "b.png")  # type: ignore[arg-type]
    assert (entry.verdict, entry.probability, entry.is_number) == (verdict, 1.0, True)
    assert (entry.text, entry.source, entry.name, entry.model) == (
        "42\n7",
        "web page",
        "b.png",
        "studio",
    )
    assert np.array_equal(entry.image, pixels_of(draw_digit(4)))
    blank = page_entry(model, page, None, "web page")  # type: ignore[arg-type]
    assert not blank.image.any()
    assert dataclasses.replace(entry, id=3).label == "42\n7"
