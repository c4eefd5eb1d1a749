"""The window's state, with signals; it knows no widget, no engine and no file.

Its values, which also go to the worker, are frozen.
"""

from __future__ import annotations

from collections import deque
from collections.abc import Callable, Sequence
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal

from desktop_cvae.core.calibration import DEFAULT_FALSE_REJECTION_RATE
from desktop_cvae.core.drawing_record import DrawingRecord
from desktop_cvae.core.latent_maps import LatentMap
from desktop_cvae.core.results import (
    Answer,
    Box,
    Candidate,
    FloatArray,
    NoiseSetting,
    PreparedDigit,
    Recognition,
    Samples,
    WrittenNumber,
)
from desktop_cvae.core.thought import Thought
from desktop_cvae.gui.picture import NoisyInput, Picture

if TYPE_CHECKING:
    import numpy as np
    import numpy.typing as npt

    from desktop_cvae.gui.drawing import Snapshot
    from desktop_cvae.inference.opened_model import OpenedModel
    from desktop_cvae.library.model_library import ModelEntry
MOST_DENOISED = 20
"""Largest number of denoised pictures that undo can return to."""


@dataclass(frozen=True, eq=False)
class Question:
    """A question to the model.

    Attributes:
        image: float32, (H, W), in [0, 1], drawn or opened, any polarity.
        prepared: the same as 28×28 if that is known already.
        noise: added to the 28×28 image.
        label: the chosen label's index, or None for the recognised one.
        known: how it was read without noise, if that is known already.
        false_rejection_rate: fraction of real digits rejected, in [0, 0.05].
        preparation: what the picture is to be taken for, a key of
            ``core.preparation_names.PREPARATIONS``; "" lets the evidence decide.
        candidates: what the picture may be, with ``prepared``, if that is known already.
    """

    image: FloatArray
    prepared: PreparedDigit | None
    noise: NoiseSetting
    label: int | None
    known: Recognition | None = None
    false_rejection_rate: float = DEFAULT_FALSE_REJECTION_RATE
    preparation: str = ""
    candidates: tuple[Candidate, ...] = ()


@dataclass(frozen=True, eq=False)
class Reply:
    """An answer with its question, so that the box in it can be placed.

    Attributes:
        question: what was asked.
        answer: the model's.
        digits: every label once in the hand of the question's image, if they are looked at.
    """

    question: Question
    answer: Answer
    digits: Samples | None = None

    @property
    def thought(self) -> Thought | None:
        """State of thinking about it; None for an answer in one pass."""
        reading = self.answer.recognition
        return None if reading is None else reading.thought

    @property
    def is_thought(self) -> bool:
        return self.thought is not None


@dataclass(frozen=True, eq=False)
class Spread:
    """Spread of reconstructions from the posterior under one label.

    Attributes:
        reply: what was answered.
        label: the label's index, or None for a model without labels.
        image: float32, (28, 28), standard deviation of each pixel, in [0, 0.5].
    """

    reply: Reply
    label: int | None
    image: FloatArray

    def is_of(self, reply: Reply | None, label: int | None) -> bool:
        """Return True if the spread belongs to what is shown."""
        return self.reply is reply and self.label == label


@dataclass(frozen=True, eq=False)
class NoticeAction:
    """A button of a notice: the remedy, or the next step.

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
    """A message for the user.

    Attributes:
        sentence: friendly and exact.
        details: more for the curious; may be empty.
        is_warning: False for mere information, which goes away by itself.
        actions: what can be done about it; at most three.
    """

    sentence: str
    details: str = ""
    is_warning: bool = True
    actions: tuple[NoticeAction, ...] = ()


@dataclass(frozen=True, eq=False)
class WrittenLine:
    """A number that the model wrote in one style, set in a line for the screen.

    Attributes:
        number: the text and its digits.
        ink: uint8, (H, W), ink is 255.
    """

    number: WrittenNumber
    ink: npt.NDArray[np.uint8]


class Session(QObject):
    """The state: what is drawn, chosen, loaded and answered.

    Widgets and the controller subscribe to the signals and call the setters; a
    setter that changes nothing is silent.

    Signals:
        picture_opened(Picture): a picture was opened; the canvas answers with :meth:`set_image`.
        drawing_reopened(DrawingRecord or Snapshot, Picture): a kept drawing was opened, with its
            picture or None; the canvas answers the same way.
        image_changed: ``image`` is another one, or None for an empty canvas.
        preparation_changed: what the picture is to be taken for was chosen, or is left open again.
        noise_changed, label_changed, false_rejection_rate_changed, models_changed, model_changed,
            reply_changed: the value of that name is another.
        thinking_changed: ``thinking_steps`` is another number.
        looked_at_changed, spread_changed: which label's explanation is looked at; how sure it is.
        number_changed: the text of the number that is read is another; "" for no number.
        samples_changed, line_changed: digits, and the number in a hand, that the model wrote.
        latent_map_changed, panel_changed.
        data_sets_changed: the stored data sets, or MNIST, came or went.
        model_failed: there is no model, and none is on its way.
        working_changed(bool): the worker has something to do.
        notice_raised(Notice): a message is to be shown.
        notice_withdrawn(Notice): the message is no longer true.
    """

    picture_opened = Signal(object)
    drawing_reopened = Signal(object, object)
    image_changed = Signal()
    noise_changed = Signal()
    label_changed = Signal()
    false_rejection_rate_changed = Signal()
    thinking_changed = Signal()
    preparation_changed = Signal()
    runs_changed = Signal()
    models_changed = Signal()
    model_changed = Signal()
    model_failed = Signal()
    data_sets_changed = Signal()
    reply_changed = Signal()
    looked_at_changed = Signal()
    spread_changed = Signal()
    number_changed = Signal()
    samples_changed = Signal()
    line_changed = Signal()
    latent_map_changed = Signal()
    panel_changed = Signal()
    working_changed = Signal(bool)
    notice_raised = Signal(object)
    notice_withdrawn = Signal(object)

    def __init__(self) -> None:
        super().__init__()
        self.image: FloatArray | None = None
        self.prepared: PreparedDigit | None = None
        self.known: Recognition | None = None
        self.number = ""
        self.noise = NoiseSetting()
        self.label: int | None = None
        self.false_rejection_rate = DEFAULT_FALSE_REJECTION_RATE
        self.preparation = ""
        self.thinking_steps = 0
        self.models: tuple[ModelEntry, ...] = ()
        self.model: OpenedModel | None = None
        self.reply: Reply | None = None
        self.looked_at: int | None = None
        self.spread: Spread | None = None
        self.samples: Samples | None = None
        self.line: WrittenLine | None = None
        self.latent_map: LatentMap | None = None
        self.latent_message = ""
        self.panel = "generated"
        self._denoised: deque[Picture] = deque(maxlen=MOST_DENOISED)

    @property
    def label_names(self) -> tuple[str, ...]:
        return self.model.label_names if self.model else ()

    @property
    def reading_label(self) -> int | None:
        """The chosen label, else the recognised one, else None."""
        if self.label is not None:
            return self.label
        return self.reply.answer.label if self.reply else None

    @property
    def shown_label(self) -> int | None:
        """The label whose explanation is shown: the hovered one, else the answer's."""
        if self.looked_at is not None and self.label_names:
            return self.looked_at
        return self.reply.answer.label if self.reply else None

    def set_image(
        self,
        image: FloatArray | None,
        prepared: PreparedDigit | None = None,
        known: Recognition | None = None,
    ) -> None:
        """Set the image to read.

        Args:
            image: float32, (H, W), in [0, 1], or None for nothing.
            prepared: the same as 28×28 if that is known already, as for a digit of a number.
            known: how it was read already, as a digit of a number is; another model reads anew.
        """
        if image is not None or self.image is not None:
            self.image, self.prepared, self.known = image, prepared, known
            if image is None:
                self.preparation = ""  # it was chosen for what is gone
            if image is not None and self.before is not None:
                # Not centred again: the reconstruction must lie over the input that the model read.
                box = Box(0, 0, image.shape[1], image.shape[0])
                self.prepared = PreparedDigit(image, True, box, 1.0, (0.0, 0.0), False)
            self.image_changed.emit()

    def set_noise(self, kind: str, level: float) -> None:
        """Set kind and level, in [0, 1]; the seed stays, so that nothing flickers."""
        self.put_noise(replace(self.noise, kind=kind, level=level))

    def denoise(self) -> bool:
        """Make the reconstruction the input, without noise; return False if there is none."""
        answer = self.reply.answer if self.reply else None
        if answer is None or answer.reconstruction is None:
            return False
        picture = Picture(answer.reconstruction, "denoised", NoisyInput(answer.noisy, self.noise))
        self._denoised.append(picture)
        self.picture_opened.emit(picture)
        self.set_noise(self.noise.kind, 0.0)
        return True

    def reopen(self, record: DrawingRecord | Snapshot, picture: Picture | None) -> None:
        """Put a saved drawing on the canvas; one undo takes it back.

        Args:
            record: the drawing.
            picture: its picture, read; None for blank paper.
        """
        if picture is not None and picture.before is not None:
            # Undo then brings the present noise back together with the present drawing.
            picture = replace(picture, before=replace(picture.before, noise=self.noise))
            self._denoised.append(picture)
        self.drawing_reopened.emit(record, picture)

    @property
    def before(self) -> NoisyInput | None:
        """The input before it was denoised; None if it was not."""
        return next((p.before for p in self._denoised if p.image is self.image), None)

    def renew_noise(self) -> None:
        self.put_noise(replace(self.noise, seed=self.noise.seed + 1))

    def reset_noise(self) -> None:
        self.put_noise(NoiseSetting())

    def set_label(self, label: int | None) -> None:
        """Choose a label by index, or None for the recognised one; unknown ones are ignored."""
        if label != self.label and (label is None or label < len(self.label_names)):
            self.label = label
            self.label_changed.emit()

    def set_preparation(self, name: str) -> None:
        """Choose the preparation of the picture; "" lets the evidence decide."""
        if name != self.preparation:
            self.preparation = name
            self.preparation_changed.emit()

    def set_false_rejection_rate(self, false_rejection_rate: float) -> None:
        """Set the fraction of real digits that may be rejected by mistake, in [0, 0.05]."""
        if false_rejection_rate != self.false_rejection_rate:
            self.false_rejection_rate = false_rejection_rate
            self.false_rejection_rate_changed.emit()

    def set_thinking_steps(self, steps: int) -> None:
        """Set for how many steps each answer is thought about; 0 answers in one pass."""
        if steps != self.thinking_steps:
            self.thinking_steps = steps
            self.thinking_changed.emit()

    def set_models(self, models: Sequence[ModelEntry]) -> None:
        self.models = tuple(models)
        self.models_changed.emit()

    def set_model(self, model: OpenedModel) -> None:
        """Switch to another model and drop the answers of the old one."""
        self.model, self.known = model, None
        self.look_at(None)
        self.set_label(None)
        self.set_reply(None)
        self.set_samples(None)
        self.set_line(None)
        self.set_latent_map(None, "")
        self.model_changed.emit()

    def set_reply(self, reply: Reply | None) -> None:
        """Set the model's reply; None for an empty canvas."""
        if reply is not self.reply:
            self.reply = reply
            self.reply_changed.emit()

    def look_at(self, label: int | None) -> None:
        """Show the explanation of a label, by index; None returns to the answer's."""
        if label != self.looked_at:
            self.looked_at = label
            self.looked_at_changed.emit()

    def set_spread(self, spread: Spread) -> None:
        self.spread = spread
        self.spread_changed.emit()

    def set_number(self, text: str) -> None:
        """Set the number that was read, lines separated by line ends; "" for none."""
        if text != self.number:
            self.number = text
            self.number_changed.emit()

    def set_samples(self, samples: Samples | None) -> None:
        if samples is not self.samples:
            self.samples = samples
            self.samples_changed.emit()

    def set_line(self, line: WrittenLine | None) -> None:
        """Set the number that the model wrote in a style."""
        if line is not self.line:
            self.line = line
            self.line_changed.emit()

    def set_latent_map(self, latent_map: LatentMap | None, message: str) -> None:
        """Set the map, or the message that stands in its place."""
        self.latent_map, self.latent_message = latent_map, message
        self.latent_map_changed.emit()

    def set_panel(self, panel: str) -> None:
        """Set the visible panel: ``generated``, ``latent``, ``loss``, or "" for none."""
        if panel != self.panel:
            self.panel = panel
            self.panel_changed.emit()

    def tell_of_data_sets(self) -> None:
        self.data_sets_changed.emit()

    def raise_notice(
        self,
        sentence: str,
        details: str = "",
        *,
        is_warning: bool = True,
        actions: tuple[NoticeAction, ...] = (),
    ) -> Notice:
        """Show a message, with buttons for what can be done about it."""
        notice = Notice(sentence, details, is_warning, actions)
        self.notice_raised.emit(notice)
        return notice

    def withdraw_notice(self, notice: Notice) -> None:
        """Withdraw a notice that is no longer true, if it is the one shown."""
        self.notice_withdrawn.emit(notice)

    def put_noise(self, noise: NoiseSetting) -> None:
        """Set kind, level and seed of the noise."""
        if noise != self.noise:
            self.noise = noise
            self.noise_changed.emit()
