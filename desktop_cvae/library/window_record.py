"""What a window shows, as a value and as JSON: the drawing, and what is asked and looked at.

It is kept for the next start, and a lesson's step is one.
"""

from __future__ import annotations

import re
from dataclasses import asdict, dataclass, field
from typing import Any

from desktop_cvae.core.checked_json import from_json, printable
from desktop_cvae.core.drawing_record import DrawingRecord
from desktop_cvae.core.errors import InvalidSpec
from desktop_cvae.core.language import tr
from desktop_cvae.core.results import NoiseSetting
from desktop_cvae.pictures.noise import KINDS

PANELS = ("generated", "latent", "loss")
MAX_SEED = 10**9
MAX_LABEL = 100
_TOPIC = re.compile(r"[a-z_]{0,40}")
_KEYS = ("drawing", "noise", "label", "looked_at", "panel", "topic", "reads_number")


@dataclass(frozen=True)
class WindowRecord:
    """What a window shows.

    Attributes:
        drawing: on the canvas.
        noise: that is added to it.
        label: the chosen label's name; "" for the one that is recognised.
        looked_at: the name of the label whose explanation is looked at; "" for the answer's.
        panel: one of ``PANELS``.
        topic: of the explanation card that is open; "" for none.
        reads_number: True if it is read as a number.
    """

    drawing: DrawingRecord = field(default_factory=DrawingRecord)
    noise: NoiseSetting = field(default_factory=NoiseSetting)
    label: str = ""
    looked_at: str = ""
    panel: str = PANELS[0]
    topic: str = ""
    reads_number: bool = False

    def __post_init__(self) -> None:
        noise = self.noise
        if noise.kind not in KINDS or not 0 <= noise.level <= 1 or not 0 <= noise.seed <= MAX_SEED:
            raise InvalidSpec(tr("In a step, the noise is out of range."))
        for name in (self.label, self.looked_at):
            if name != printable(name, MAX_LABEL):
                raise InvalidSpec(tr("In a step, a label's name cannot be one."))
        if self.panel not in PANELS or not _TOPIC.fullmatch(self.topic):
            raise InvalidSpec(tr("In a step, what is looked at is unknown."))

    def to_json(self) -> dict[str, Any]:
        """As :meth:`from_json` reads it."""
        data = {name: getattr(self, name) for name in _KEYS}
        return data | {"drawing": self.drawing.to_json(), "noise": asdict(self.noise)}

    @classmethod
    def from_json(cls, data: Any) -> WindowRecord:
        """Read what nobody vouches for.

        Raises:
            InvalidSpec: an entry is unknown, missing, of another type or out of range.
        """
        if not isinstance(data, dict) or set(data) != set(_KEYS):
            raise InvalidSpec(tr("A step lacks an entry, or has an unknown one."))
        texts = {name: data[name] for name in ("label", "looked_at", "panel", "topic")}
        if not all(isinstance(text, str) for text in texts.values()):
            raise InvalidSpec(tr("In a step, a text is none."))
        if not isinstance(data["reads_number"], bool):
            raise InvalidSpec(tr("In a step, “reads_number” should be true or false."))
        noise = from_json(NoiseSetting, data["noise"], "noise")
        drawing = DrawingRecord.from_json(data["drawing"])
        return cls(drawing, noise, **texts, reads_number=data["reads_number"])
