"""What the session holds and what travels to the worker: frozen values."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from typing import TYPE_CHECKING

from desktop_cvae.core.results import Answer, FloatArray, NoiseSetting, PreparedDigit
from desktop_cvae.core.training_results import EpochRecord

if TYPE_CHECKING:
    from desktop_cvae.core.calibration import Calibration
    from desktop_cvae.core.ports import Engine
    from desktop_cvae.inference.verdicts import Verdict
    from desktop_cvae.library.model_library import ModelEntry


@dataclass(frozen=True, eq=False)
class Picture:
    """An opened picture.

    Attributes:
        image: float32, (H, W), in [0, 1], light = 1, as seen.
        name: what the user calls it, usually the file's name.
    """

    image: FloatArray
    name: str


@dataclass(frozen=True, eq=False)
class LoadedModel:
    """A model that is ready to answer.

    Attributes:
        entry: its place in the library.
        engine: to be called on the worker thread only; its ``spec`` may be read anywhere.
        kind: the engine's kind, ``"litert"`` or ``"keras"``.
        history: its training, one record an epoch; may be empty.
    """

    entry: ModelEntry
    engine: Engine
    kind: str
    history: tuple[EpochRecord, ...]

    @property
    def calibration(self) -> Calibration | None:
        """How far its answers can be believed, if that was fitted."""
        return self.entry.manifest.calibration

    @property
    def has_labels(self) -> bool:
        """True for a conditional model."""
        return self.engine.spec.conditional

    @property
    def label_names(self) -> tuple[str, ...]:
        """The labels' names; empty for a model without labels."""
        return self.engine.spec.label_names if self.has_labels else ()


@dataclass(frozen=True, eq=False)
class Question:
    """What is asked of the model.

    Attributes:
        image: float32, (H, W), in [0, 1], drawn or opened, any polarity.
        prepared: the same as 28×28 if that is known already.
        noise: added to the 28×28 image.
        label: the chosen label's index, or None for the recognised one.
    """

    image: FloatArray
    prepared: PreparedDigit | None
    noise: NoiseSetting
    label: int | None


@dataclass(frozen=True, eq=False)
class Reply:
    """An answer with its question, so that the box in it can be placed.

    Attributes:
        question: what was asked.
        answer: the model's; its probabilities are calibrated if the model is.
        verdict: what to say of it; None if nothing was read, or nothing is known but evidence.
    """

    question: Question
    answer: Answer
    verdict: Verdict | None = None


@dataclass(frozen=True, eq=False)
class Spread:
    """How far reconstructions from the posterior differ under one label.

    Attributes:
        reply: what was answered.
        label: the label's index, or None for a model without labels.
        image: float32, (28, 28), standard deviation of each pixel, in [0, 0.5].
    """

    reply: Reply
    label: int | None
    image: FloatArray

    def is_of(self, reply: Reply | None, label: int | None) -> bool:
        """True if it belongs to what is shown."""
        return self.reply is reply and self.label == label


@dataclass(frozen=True, eq=False)
class NoticeAction:
    """A button of a notice: the cure, or the next step.

    Attributes:
        text: a verb and little more.
        run: what is done; the notice closes.
        tip: what exactly that will do.
    """

    text: str
    run: Callable[[], object]
    tip: str = ""


@dataclass(frozen=True)
class Notice:
    """One sentence for the user.

    Attributes:
        sentence: friendly and exact.
        details: more for the curious; may be empty.
        is_warning: False for mere information, which goes away by itself.
        actions: what can be done about it; at most two.
    """

    sentence: str
    details: str = ""
    is_warning: bool = True
    actions: tuple[NoticeAction, ...] = ()


@dataclass(frozen=True, eq=False)
class DecodedPlace:
    """What the model writes at one place of the latent map.

    Attributes:
        place: (x, y) in the map's plane.
        image: float32, (28, 28), in [0, 1].
    """

    place: tuple[float, float]
    image: FloatArray
