"""Settings of the window: one small JSON file, checked when it is read."""

# Annotations are evaluated with the module, as the start needs them; see core.layers.
import json
import logging
import stat
from dataclasses import asdict, dataclass
from pathlib import Path
from typing import Annotated

from desktop_cvae.core.calibration import DEFAULT_FALSE_REJECTION_RATE, MAX_FALSE_REJECTION_RATE
from desktop_cvae.core.errors import InvalidData
from desktop_cvae.core.language import tr
from desktop_cvae.core.schemas import MAX_TEXT, Field, check_fields, from_json, one_of
from desktop_cvae.core.thought import MOST_THINKING_STEPS, THINKING_STEPS
from desktop_cvae.workers.language_selection import LANGUAGES

MAX_BYTES = 100_000
BAD_SUFFIX = ".bad"
MIN_TEXT_SCALE, MAX_TEXT_SCALE = 0.8, 2.0
MAX_RECENT = 10
_log = logging.getLogger(__name__)


@dataclass(frozen=True)
class Settings:
    """Settings that last from one start to the next.

    Attributes:
        theme: colour theme.
        model: name of the model in use.
        engine: engine that runs the networks.
        pen: width of the pen.
        panel: tab in front.
        folder: folder of the last opened picture; may be empty.
        panes: sizes of the panes, in the format of :class:`Panes`; may be empty.
        geometry: geometry of the window as Qt saves it, in Base64; may be empty.
        text_scale: scale of all texts.
        thinks: True if answers are thought about.
        thinking_steps: for how many steps.
        refuse: false rejection rate: fraction of real digits that may be rejected.
        start_model: model to start with; "" for the last one used.
        keeps_recent: True if opened files are remembered.
        recent: paths of those files, the last one first.
        tour_seen: True if the tour was started or refused.
        language: one of ``languages.LANGUAGES``; "" for the system's.
        keeps_archive: True if readings are archived.
        archive_limit: most entries of the archive; the oldest ones are dropped.
        unfolded: names of the window's disclosures that are open, of ``MainWindow.disclosures``.
    """

    theme: Annotated[str, one_of("system", "light", "dark")] = "system"
    model: str = "studio"
    engine: Annotated[str, one_of("onnx", "keras")] = "onnx"
    pen: Annotated[str, one_of("Thin", "Medium", "Broad")] = "Medium"
    panel: Annotated[str, one_of("generated", "latent", "loss")] = "generated"
    folder: str = ""
    panes: str = ""
    geometry: str = ""
    text_scale: Annotated[float, Field(low=MIN_TEXT_SCALE, high=MAX_TEXT_SCALE)] = 1.0
    refuse: Annotated[float, Field(low=0, high=MAX_FALSE_REJECTION_RATE)] = (
        DEFAULT_FALSE_REJECTION_RATE
    )
    thinks: bool = False
    thinking_steps: Annotated[int, Field(low=1, high=MOST_THINKING_STEPS)] = THINKING_STEPS
    start_model: str = ""
    keeps_recent: bool = True
    recent: Annotated[tuple[str, ...], Field(max_length=MAX_RECENT)] = ()
    tour_seen: bool = False
    language: Annotated[str, one_of("", *LANGUAGES)] = ""
    keeps_archive: bool = True
    archive_limit: Annotated[int, Field(low=100, high=1_000_000)] = 20_000
    unfolded: Annotated[tuple[str, ...], Field(max_length=8)] = ()

    def __post_init__(self) -> None:
        check_fields(self)

    @property
    def wished_model(self) -> str:
        """Name of the model to start with."""
        return self.start_model or self.model


def read_settings(path: Path) -> tuple[Settings, str]:
    """Read the settings; rename an invalid file.

    Returns:
        The settings, and a sentence for the user or an empty text.
    """
    try:
        # Opening a pipe would wait for whoever writes to it.
        if not stat.S_ISREG(path.stat().st_mode):
            raise OSError("no plain file")
        with path.open("rb") as file:
            text = file.read(MAX_BYTES)
    except FileNotFoundError:
        return Settings(), ""
    except OSError as error:
        _log.warning("The settings cannot be read: %s", error)
        return Settings(), tr("Your settings could not be read, so the defaults are used.")
    try:
        found = json.loads(text)
        if isinstance(found, dict) and found.get("engine") == "litert":
            found["engine"] = "onnx"  # earlier versions ran LiteRT
        return from_json(Settings, found, "settings"), ""
    except (ValueError, RecursionError, InvalidData) as error:
        _log.warning("The settings make no sense: %s", error)
        return Settings(), _set_aside(path)


def write_settings(path: Path, settings: Settings) -> None:
    """Write the settings.

    Raises:
        InputOutputError: the disk is full or the folder cannot be written.
    """
    from desktop_cvae.core.atomic_files import write_atomically

    # A longer text would make the next start reject the file.
    kept = {
        name: value
        for name, value in asdict(settings).items()
        if not isinstance(value, str) or len(value) <= MAX_TEXT
    }
    write_atomically(path, json.dumps(kept, indent=1).encode())


def _set_aside(path: Path) -> str:
    try:
        path.replace(path.with_name(path.name + BAD_SUFFIX))
    except OSError as error:
        _log.warning("The settings cannot be set aside: %s", error)
        return tr("Your settings were damaged, so the defaults are used.")
    return tr(
        "Your settings were damaged and are kept as “{name}”.", name=f"{path.name}{BAD_SUFFIX}"
    )
