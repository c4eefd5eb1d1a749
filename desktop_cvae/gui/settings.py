"""What the window remembers: one small JSON file, read with suspicion."""

from __future__ import annotations

import json
import logging
from dataclasses import asdict, dataclass
from pathlib import Path

from desktop_cvae.core.calibration import DEFAULT_REFUSAL, LARGEST_REFUSAL
from desktop_cvae.core.checked_json import from_json
from desktop_cvae.core.errors import InvalidSpec
from desktop_cvae.core.language import tr
from desktop_cvae.workers.linguist import LANGUAGES

MAX_BYTES = 100_000
BAD_SUFFIX = ".bad"
LEAST_TEXT_SCALE, LARGEST_TEXT_SCALE = 0.8, 2.0
MOST_RECENT = 10
LEAST_ARCHIVE, LARGEST_ARCHIVE = 100, 1_000_000
MOST_LETTERS = 500
"""Of a text; a longer one is not remembered, for the next start would not believe the file."""
_CHOICES = {
    "theme": ("system", "light", "dark"),
    "engine": ("onnx", "keras"),
    "pen": ("Thin", "Medium", "Broad"),
    "panel": ("generated", "latent", "loss"),
    "language": ("", *LANGUAGES),
}
_log = logging.getLogger(__name__)


@dataclass(frozen=True)
class Settings:
    """What is kept from one start to the next.

    Attributes:
        theme: ``"system"``, ``"light"`` or ``"dark"``.
        model: the name of the model in use.
        engine: ``"onnx"`` or ``"keras"``.
        pen: ``"Thin"``, ``"Medium"`` or ``"Broad"``.
        panel: the tab in front.
        folder: where a picture was opened last; may be empty.
        panes: how the panes share the window, as :class:`Panes` says it; may be empty.
        geometry: of the window, as Qt saves it, in Base64; may be empty.
        text_scale: size of all texts, in [0.8, 2].
        refuse: how strict: share of real digits that may be taken for none, in [0, 0.05].
        start_model: the model to start with; "" for the one that was used last.
        keeps_recent: True if opened files are remembered.
        recent: those files' paths, the last one first.
        tour_seen: True if the tour has been offered.
        language: one of ``linguist.LANGUAGES``; "" for the system's.
        keeps_archive: True if what is read is kept in the archive.
        archive_limit: so many entries at most; then the oldest are dropped.
    """

    theme: str = "system"
    model: str = "studio"
    engine: str = "onnx"
    pen: str = "Medium"
    panel: str = "generated"
    folder: str = ""
    panes: str = ""
    geometry: str = ""
    text_scale: float = 1.0
    refuse: float = DEFAULT_REFUSAL
    start_model: str = ""
    keeps_recent: bool = True
    recent: tuple[str, ...] = ()
    tour_seen: bool = False
    language: str = ""
    keeps_archive: bool = True
    archive_limit: int = 20_000

    def __post_init__(self) -> None:
        for name, choices in _CHOICES.items():
            if getattr(self, name) not in choices:
                raise InvalidSpec(f"“settings.{name}” should be one of {', '.join(choices)}.")
        if not LEAST_TEXT_SCALE <= self.text_scale <= LARGEST_TEXT_SCALE:
            raise InvalidSpec("“settings.text_scale” should be from 0.8 to 2.")
        if not 0 <= self.refuse <= LARGEST_REFUSAL:
            raise InvalidSpec(f"“settings.refuse” should be from 0 to {LARGEST_REFUSAL:g}.")
        if not LEAST_ARCHIVE <= self.archive_limit <= LARGEST_ARCHIVE:
            least, most = LEAST_ARCHIVE, LARGEST_ARCHIVE
            raise InvalidSpec(f"“settings.archive_limit” should be from {least} to {most}.")
        if len(self.recent) > MOST_RECENT:
            raise InvalidSpec("“settings.recent” is too long.")

    @property
    def wished_model(self) -> str:
        """The name of the model to start with."""
        return self.start_model or self.model


def read_settings(path: Path) -> tuple[Settings, str]:
    """Read the settings; a file that cannot be understood is set aside.

    Returns:
        The settings, and a sentence for the user or an empty text.
    """
    try:
        with path.open("rb") as file:
            text = file.read(MAX_BYTES)
    except FileNotFoundError:
        return Settings(), ""
    except OSError as error:
        _log.warning("The settings cannot be read: %s", error)
        return Settings(), tr("Your settings could not be read, so the window starts afresh.")
    try:
        found = json.loads(text)
        if isinstance(found, dict) and found.get("engine") == "litert":
            found["engine"] = "onnx"  # earlier versions ran LiteRT
        return from_json(Settings, found, "settings"), ""
    except (ValueError, RecursionError, InvalidSpec) as error:
        _log.warning("The settings make no sense: %s", error)
        return Settings(), _set_aside(path)


def write_settings(path: Path, settings: Settings) -> None:
    """Write the settings.

    Raises:
        InputOutputError: the disk is full or the folder cannot be written.
    """
    from desktop_cvae.core.atomic_files import write_atomically

    kept = {
        name: value
        for name, value in asdict(settings).items()
        if not isinstance(value, str) or len(value) <= MOST_LETTERS
    }
    write_atomically(path, json.dumps(kept, indent=1).encode())


def _set_aside(path: Path) -> str:
    try:
        path.replace(path.with_name(path.name + BAD_SUFFIX))
    except OSError as error:
        _log.warning("The settings cannot be set aside: %s", error)
        return tr("Your settings were damaged, so the window starts afresh.")
    return tr(
        "Your settings were damaged and are kept as “{name}”.", name=f"{path.name}{BAD_SUFFIX}"
    )
