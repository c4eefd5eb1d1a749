"""One drawing through several models: the same picture, the same noise."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from desktop_cvae.core.calibration import Calibration
from desktop_cvae.core.ports import Engine
from desktop_cvae.core.results import FloatArray, NoiseSetting, PreparedDigit, Recognition
from desktop_cvae.images.noise import add_noise
from desktop_cvae.inference.close_calls import recognize_carefully
from desktop_cvae.inference.verdicts import Verdict, believed, judge


@dataclass(frozen=True, eq=False)
class Reader:
    """A model that reads a drawing.

    Attributes:
        engine: answers.
        calibration: how far it can be believed, if that was fitted.
    """

    engine: Engine
    calibration: Calibration | None = None


@dataclass(frozen=True, eq=False)
class DrawingReading:
    """What one model makes of a drawing.

    Attributes:
        recognition: by evidence, without a label for a model without labels; its probabilities
            are calibrated if the model is.
        verdict: what to say of it; None for a model without labels.
        is_calibrated: the probabilities can be taken at their word.
        label: the index that conditions the reconstruction; None without labels.
        reconstruction: float32, (28, 28), in [0, 1].
    """

    recognition: Recognition
    verdict: Verdict | None
    is_calibrated: bool
    label: int | None
    reconstruction: FloatArray


@dataclass(frozen=True, eq=False)
class DrawingComparison:
    """One drawing through several models.

    Attributes:
        prepared: the drawing as 28×28, without noise.
        noisy: float32, (28, 28), what the models read.
        readings: one a model; empty if there is no ink.
    """

    prepared: PreparedDigit
    noisy: FloatArray
    readings: tuple[DrawingReading, ...]


def compare_drawing(
    readers: Sequence[Reader],
    prepared: PreparedDigit,
    noise: NoiseSetting,
    label_name: str | None = None,
) -> DrawingComparison:
    """One drawing through all models.

    Args:
        readers: the opened models.
        prepared: the drawing as 28×28.
        noise: the same for all.
        label_name: conditions the models that know it; the others, and all for None, take
            the label that they recognise.
    """
    if not prepared.found:
        return DrawingComparison(prepared, prepared.image, ())
    noisy = add_noise(prepared.image, noise)
    readings = tuple(_read(reader, noisy, label_name) for reader in readers)
    return DrawingComparison(prepared, noisy, readings)


def _read(reader: Reader, image: FloatArray, label_name: str | None) -> DrawingReading:
    spec, calibration = reader.engine.spec, reader.calibration
    recognition = recognize_carefully(reader.engine, image[None])[0]
    names = spec.label_names if spec.conditional else ()
    label = names.index(label_name) if label_name in names else recognition.label
    has_label = recognition.label is not None
    return DrawingReading(
        recognition=believed(recognition, calibration),
        verdict=judge(recognition, image, calibration) if has_label else None,
        is_calibrated=has_label and calibration is not None,
        label=label,
        reconstruction=recognition.reconstructions[label or 0],
    )
