"""Events that the program's commands print as JSON lines, each declared once for both ends.

A command prints ``event_line(event)``; the window reads the line back with :func:`parse_event`.
Names, order and types of the entries are those of the dataclass. Every value that arrives is
checked by its type: counts lie in [0, 10¹²], numbers are finite, texts are cut to a bounded
length, unknown entries are ignored. A line that fails a check is not an event.

``docs/training_events.md`` describes the events of ``train`` and ``teach`` for scripts.
"""

from __future__ import annotations

import dataclasses
import json
import sys
import types
import typing
from collections.abc import Iterable, Mapping
from dataclasses import MISSING, dataclass, field
from pathlib import Path
from typing import Annotated, Any, ClassVar, Self

from desktop_cvae.core.errors import InvalidData
from desktop_cvae.core.results import EpochRecord, LossTerms
from desktop_cvae.core.schemas import from_json

EVENTS_VERSION = 1
MAX_TEXT, MAX_COUNT, MAX_ITEMS = 4096, 10**12, 20_000
Word = Annotated[str, 40]
"""A short name; longer ones are cut to 40 characters."""
Plain = float | int | str | bool
_HINTS: dict[type[Event], dict[str, Any]] = {}
"""Types of the fields of every kind that was read before; resolving them takes 0.3 ms."""
_PROGRESS_ENTRIES = ("epoch", "epochs", "batch", "batches", "train", "images_per_second")


class Event:
    """A frozen dataclass whose fields are the entries of one kind of event."""

    EVENT: ClassVar[str]

    @property
    def kind(self) -> str:
        """The ``event`` entry."""
        return self.EVENT

    def entries(self) -> dict[str, Any]:
        """Return the entries as JSON values."""
        fields = dataclasses.fields(self)  # type: ignore[arg-type]
        return {entry.name: _to_json(getattr(self, entry.name)) for entry in fields}

    @classmethod
    def read(cls, data: Mapping[str, Any]) -> Self:
        """Read an event of this kind.

        Raises:
            ValueError, KeyError, InvalidData: an entry is missing or has the wrong type.
        """
        hints, given = _hints(cls), {}
        for entry in dataclasses.fields(cls):  # type: ignore[arg-type]
            is_required = entry.default is MISSING and entry.default_factory is MISSING
            if is_required or data.get(entry.name) is not None:
                given[entry.name] = _checked(hints[entry.name], data[entry.name])
        return cls(**given)


def event_line(event: Event) -> str:
    """Return an event as JSON without a line end: ``{"event": …, "version": 1, …}``."""
    return json.dumps({"event": event.kind, "version": EVENTS_VERSION, **event.entries()})


def parse_event(line: bytes, kinds: Mapping[str, type[Event]]) -> Event | None:
    """Parse one line; None if it is no event, or of none of these kinds."""
    try:
        data = json.loads(line)
        kind = kinds.get(data["event"]) if isinstance(data, dict) else None
        return None if kind is None else kind.read(data)
    # RecursionError: json.loads recurses once for each bracket of a hostile line.
    except (ValueError, KeyError, TypeError, RecursionError, InvalidData):
        return None


def _to_json(value: Any) -> Any:
    if dataclasses.is_dataclass(value) and not isinstance(value, type):
        return dataclasses.asdict(value)
    return str(value) if isinstance(value, Path) else value


def _hints(cls: type[Event]) -> dict[str, Any]:
    if cls not in _HINTS:
        _HINTS[cls] = typing.get_type_hints(cls, include_extras=True)
    return _HINTS[cls]


def _checked(hint: Any, value: Any) -> Any:
    """Return the value if it is of that type; raise ValueError or InvalidData otherwise."""
    if hint in _CHECKS:
        return _CHECKS[hint](value)
    origin, arguments = typing.get_origin(hint), typing.get_args(hint)
    if origin is Annotated:
        return _text(value)[: arguments[1]]
    if origin is types.UnionType and types.NoneType in arguments:
        return None if value is None else _checked(arguments[0], value)
    if origin is tuple and isinstance(value, list):
        return tuple(_checked(arguments[0], item) for item in value[:MAX_ITEMS])
    if origin is dict and isinstance(value, dict):
        if arguments[1] == Plain:
            return {_text(name): item for name, item in value.items() if _is_plain(item)}
        return {_text(name): _checked(arguments[1], item) for name, item in value.items()}
    raise ValueError("wrong type")


def _truth(value: Any) -> bool:
    if type(value) is not bool:
        raise ValueError("no truth value")
    return value


def _count(value: Any) -> int:
    # Not isinstance(): True is an int.
    if type(value) is not int or not 0 <= value <= MAX_COUNT:
        raise ValueError("no count")
    return value


def _number(value: Any) -> float:
    # Written with “not … <=”, because NaN compares False; and an integer beyond every float is
    # refused before float() overflows.
    if type(value) not in (int, float) or not abs(value) <= sys.float_info.max:
        raise ValueError("no finite number")
    return float(value)


def _text(value: Any) -> str:
    if not isinstance(value, str):
        raise ValueError("no text")
    return value[:MAX_TEXT]


def _path(value: Any) -> Path:
    if not isinstance(value, str) or "\0" in value:
        raise ValueError("no path")
    return Path(value)


def _is_plain(value: Any) -> bool:
    if isinstance(value, (bool, str)):
        return True
    return isinstance(value, (int, float)) and abs(value) <= MAX_COUNT


_CHECKS: dict[Any, Any] = {
    int: _count,
    float: _number,
    str: _text,
    bool: _truth,
    Path: _path,
    Any: lambda value: value,
    LossTerms: lambda value: from_json(LossTerms, value, "loss"),
}


# -- train and teach ---------------------------------------------------------------------------


@dataclass(frozen=True)
class Started(Event):
    """The run has begun.

    Attributes:
        run: its id.
        folder: its folder.
        batches: batches per epoch.
        images: images of the training part.
        validation_images: images of the held-out part.
        preset: name of the network's preset.
        spec: the network, as in a model file.
        training: the settings, as in a model file.
    """

    EVENT: ClassVar[str] = "started"
    run: str
    folder: Path
    batches: int
    images: int
    validation_images: int = 0
    preset: str = ""
    spec: dict[str, Any] = field(default_factory=dict)
    training: dict[str, Any] = field(default_factory=dict)


@dataclass(frozen=True)
class TrainingProgress(Event):
    """State of a training, after every few batches (``batch``) and every epoch (``epoch``).

    Attributes:
        epoch: counted from 1.
        epochs: number of epochs in all.
        batch: counted from 1 within the epoch.
        batches: batches per epoch.
        train: running means of this epoch.
        images_per_second: over this epoch so far.
        record: the finished epoch's record, or None within an epoch.
        kl_per_dimension: with a record, mean KL of each latent dimension over the held-out
            part, in nats; they add up to its KL.
        active_units: with a record, number of dimensions whose posterior mean varies by more
            than 0.01 (variance over the held-out part; Burda et al. 2016, arXiv:1509.00519).
        is_best: True with the record of the best epoch so far, by validation −ELBO.
    """

    epoch: int
    epochs: int
    batch: int
    batches: int
    train: LossTerms
    images_per_second: float
    record: EpochRecord | None = None
    kl_per_dimension: tuple[float, ...] = ()
    active_units: int | None = None
    is_best: bool = False

    @property
    def kind(self) -> str:
        """``batch``, or ``epoch`` with a record."""
        return "batch" if self.record is None else "epoch"

    def entries(self) -> dict[str, Any]:
        """Return the JSON entries; the KL of each dimension stands in the record."""
        entries = super().entries()
        record, per_dimension = entries.pop("record"), entries.pop("kl_per_dimension")
        active, best = entries.pop("active_units"), entries.pop("is_best")
        if record is None:
            return entries
        record["kl_per_dimension"] = list(per_dimension)
        return {**entries, "record": record, "active_units": active, "best": best}

    @classmethod
    def read(cls, data: Mapping[str, Any]) -> Self:
        """Read what :meth:`entries` returned; raises as :meth:`Event.read`."""
        plain = {name: data[name] for name in _PROGRESS_ENTRIES}
        progress = super().read(plain)
        if progress.images_per_second < 0:
            raise ValueError("no speed")
        record = data.get("record")
        if record is None:
            return progress
        return dataclasses.replace(
            progress,
            record=EpochRecord.from_json(record),
            kl_per_dimension=_checked(tuple[float, ...], record.get("kl_per_dimension") or []),
            active_units=_checked(int | None, data.get("active_units")),
            is_best=bool(data.get("best")),
        )


@dataclass(frozen=True)
class PicturesWritten(Event):
    """Pictures of an epoch and their reconstructions are in a file.

    Attributes:
        epoch: finished epochs.
        file: ``.npy``, uint8.
    """

    epoch: int
    file: Path


@dataclass(frozen=True)
class DigitsReconstructed(PicturesWritten):
    """The same validation digits in every epoch: (2, N, 28, 28)."""

    EVENT: ClassVar[str] = "reconstructions"


@dataclass(frozen=True)
class CanvasReconstructed(PicturesWritten):
    """The drawing on the canvas: (2, 28, 28)."""

    EVENT: ClassVar[str] = "canvas"


@dataclass(frozen=True)
class CheckpointKept(Event):
    """Everything up to here can be resumed.

    Attributes:
        epoch: finished epochs.
        batch: finished batches after them.
    """

    EVENT: ClassVar[str] = "checkpoint"
    epoch: int
    batch: int = 0


@dataclass(frozen=True)
class Advised(Event):
    """A diagnosis, and the settings that cure it.

    Attributes:
        code: ``nan``, ``collapse``, ``overfitting``, ``learning_rate``, ``disk`` or ``teaching``.
        sentence: the diagnosis in words.
        cure: settings to try, by name; may be empty.
    """

    EVENT: ClassVar[str] = "advice"
    code: str
    sentence: str
    cure: dict[str, Plain] = field(default_factory=dict)


@dataclass(frozen=True)
class Paused(Event):
    """The training pauses."""

    EVENT: ClassVar[str] = "paused"


@dataclass(frozen=True)
class Resumed(Event):
    """The training continues after a pause."""

    EVENT: ClassVar[str] = "resumed"


@dataclass(frozen=True)
class Stopping(Event):
    """A command that ends the work has been read."""

    EVENT: ClassVar[str] = "stopping"


@dataclass(frozen=True)
class Finishing(Event):
    """Progress of the work that follows the last epoch.

    Attributes:
        part: name of the part that is being done.
        done: images or labels done.
        total: images or labels in all.
        parts: names of all parts, in their order; empty if an older program does not say.
    """

    EVENT: ClassVar[str] = "finishing"
    part: Word
    done: int
    total: int
    parts: tuple[Word, ...] = ()


@dataclass(frozen=True)
class Saved(Event):
    """The model's file is complete.

    Attributes:
        file: where it is.
        model: name of the model.
        metrics: measurements by name; empty without a test part.
        stopped_early: True if the best epoch was kept before the last one.
    """

    EVENT: ClassVar[str] = "saved"
    file: Path
    model: str
    metrics: dict[str, float] = field(default_factory=dict)
    stopped_early: bool = False


# -- all commands ------------------------------------------------------------------------------


@dataclass(frozen=True)
class Failed(Event):
    """The last event of a command that ends because of an error.

    Attributes:
        sentence: for people.
        exit_code: that of the process, where the command tells it.
        details: for those who help, where the command tells them.
    """

    EVENT: ClassVar[str] = "failed"
    sentence: str
    exit_code: int | None = None
    details: str | None = None

    def entries(self) -> dict[str, Any]:
        """Return the entries that the command tells."""
        return {name: value for name, value in super().entries().items() if value is not None}


@dataclass(frozen=True)
class StepsDone(Event):
    """Progress of a download, in bytes, or of a search, in steps."""

    EVENT: ClassVar[str] = "progress"
    done: int
    total: int


# -- data download, fool, serve ----------------------------------------------------------------


@dataclass(frozen=True)
class Downloaded(Event):
    """All files are there and checked."""

    EVENT: ClassVar[str] = "downloaded"
    folder: Path


@dataclass(frozen=True)
class SearchEnded(Event):
    """The search for an adversarial example has ended.

    Attributes:
        fooled: True if an example was found.
        image: its 28×28 pixels, row by row, in [0, 1].
        report: all entries, as ``fool --format json`` prints them.
    """

    EVENT: ClassVar[str] = "ended"
    fooled: bool
    image: tuple[float, ...]
    report: dict[str, Any] = field(default_factory=dict)

    def __post_init__(self) -> None:
        if len(self.image) != 28 * 28:
            raise ValueError("no picture")

    def entries(self) -> dict[str, Any]:
        """Return the report."""
        return self.report


@dataclass(frozen=True)
class Serving(Event):
    """The web page is served.

    Attributes:
        url: address of the page.
        token_url: the same with the token that opens it; None if no token is needed.
    """

    EVENT: ClassVar[str] = "serving"
    url: str
    token_url: str | None = None


@dataclass(frozen=True)
class VisitorsCounted(Event):
    """Number of visitors, and of answers given to them."""

    EVENT: ClassVar[str] = "visitors"
    count: int
    answers: int


# -- sweep -------------------------------------------------------------------------------------


@dataclass(frozen=True)
class SweepStarted(Event):
    """The sweep has begun, or continues.

    Attributes:
        name: of the sweep.
        folder: where its state is kept.
        trainings: number of trainings in all.
        done: trainings that are done already.
        jobs: trainings at a time.
        threads: threads of each; 0 leaves that to the worker.
    """

    EVENT: ClassVar[str] = "sweep"
    name: str
    folder: Path
    trainings: int
    done: int
    jobs: int
    threads: int


@dataclass(frozen=True)
class EpochTrained(Event):
    """Training ``number`` of a sweep has finished an epoch."""

    EVENT: ClassVar[str] = "training"
    number: int
    epoch: int
    epochs: int


@dataclass(frozen=True)
class SweptTraining(Event):
    """A training of a sweep has ended; its entries are those of a row of the sweep's table."""

    EVENT: ClassVar[str] = "ended"
    result: dict[str, Any]

    def entries(self) -> dict[str, Any]:
        """Return the row's entries."""
        return self.result

    @classmethod
    def read(cls, data: Mapping[str, Any]) -> Self:
        """Read what :meth:`entries` returned."""
        own = ("event", "version")
        return cls({name: value for name, value in data.items() if name not in own})


@dataclass(frozen=True)
class SweepEnded(Event):
    """All trainings have ended; ``best`` is the number of the best, if one is done."""

    EVENT: ClassVar[str] = "swept"
    done: int
    trainings: int
    best: int | None


def _by_name(kinds: Iterable[type[Event]]) -> dict[str, type[Event]]:
    return {kind.EVENT: kind for kind in kinds}


TRAINING_EVENTS: dict[str, type[Event]] = {
    "batch": TrainingProgress,
    "epoch": TrainingProgress,
    **_by_name(
        (
            Started,
            DigitsReconstructed,
            CanvasReconstructed,
            CheckpointKept,
            Advised,
            Paused,
            Resumed,
            Stopping,
            Finishing,
            Saved,
            Failed,
        )
    ),
}
"""Events of ``train`` and ``teach``, by name."""
DOWNLOAD_EVENTS = _by_name((StepsDone, Downloaded, Failed))
SEARCH_EVENTS = _by_name((StepsDone, SearchEnded, Failed))
SERVER_EVENTS = _by_name((Serving, VisitorsCounted, Failed))
SWEEP_EVENTS = _by_name((SweepStarted, EpochTrained, SweptTraining, SweepEnded, Stopping, Failed))
