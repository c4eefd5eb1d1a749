"""The doors through which files come into the program, with sound files to spoil for each.

A door opens what lies in a folder, and gives a value or raises an error; its ``fault`` looks
for values that it must never let in. No door leads to TensorFlow.
"""

from __future__ import annotations

import dataclasses
import gzip
import io
import json
import math
import os
import shutil
import tempfile
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import numpy as np
from mutation import Files, write_zip
from PIL import Image

from desktop_cvae.core.command_events import TRAINING_EVENTS, parse_event
from desktop_cvae.core.errors import DesktopCvaeError
from desktop_cvae.core.layers import BatchNorm, Conv, Dense, Flatten
from desktop_cvae.core.results import EpochRecord, LossTerms
from desktop_cvae.core.specs import ModelSpec, TrainingConfig
from desktop_cvae.datasets.dataset import DigitDataset
from desktop_cvae.datasets.loading import count_images, load_dataset, load_parts
from desktop_cvae.datasets.stored import list_stored, load_stored, read_about, store_dataset
from desktop_cvae.gui.settings import read_settings
from desktop_cvae.gui.training.estimate import read_speeds
from desktop_cvae.library.checkpoint_file import (
    OptimizerState,
    TrainingState,
    kept_epochs,
    read_checkpoint,
    write_checkpoint,
)
from desktop_cvae.library.model_file import (
    NewModel,
    read_history,
    read_manifest,
    read_model_file,
    write_model_file,
)
from desktop_cvae.library.run_library import (
    create_run,
    list_runs,
    read_history_lines,
    read_run,
    write_history,
)
from desktop_cvae.pictures.hypotheses import propose_hypotheses
from desktop_cvae.pictures.line_pieces import find_fields
from desktop_cvae.pictures.picture_files import read_image
from desktop_cvae.pictures.preparation import to_mnist_style

HOME = "DESKTOP_CVAE_HOME"
Fault = str | None


@dataclass(frozen=True)
class Door:
    """A way in.

    Attributes:
        sound: variants of sound files, by name.
        enter: opens what lies in a folder; raises the program's errors.
        fault: what is wrong with what came in, or None.
    """

    sound: Callable[[], dict[str, Files]]
    enter: Callable[[Path], Any]
    fault: Callable[[Any], Fault] = lambda _: None


# -- models, runs, checkpoints -----------------------------------------------------------------


def _spec() -> ModelSpec:
    return ModelSpec(
        preset="tiny",
        latent_dim=2,
        conditional=True,
        encoder=(Conv(1, 3, 4), BatchNorm(), Flatten(), Dense(4, "relu", label=True)),
        decoder=(Dense(4, "relu", label=True), Dense(784, "linear")),
    )


def _weights(spec: ModelSpec) -> dict[str, np.ndarray]:
    random = np.random.default_rng(0)
    shapes = spec.tensors().items()
    return {name: random.uniform(0.1, 0.2, shape).astype(np.float32) for name, shape in shapes}


def _history() -> tuple[EpochRecord, ...]:
    return tuple(
        EpochRecord(epoch, LossTerms(4.0, 3.0, 1.0), LossTerms(4.5, 3.5, 1.0), 2.5)
        for epoch in (1, 2)
    )


def _sound_model() -> dict[str, Files]:
    spec = _spec()
    model = NewModel(
        name="tiny",
        spec=spec,
        training=TrainingConfig(epochs=2),
        weights=_weights(spec),
        history=_history(),
        metrics={"accuracy": 0.5},
        dataset_name="made up",
        preview=_picture_bytes("L", "PNG"),
    )
    return {"model": _written(lambda folder: write_model_file(folder / "a.cvae", model))}


def _enter_model(folder: Path) -> Any:
    path = folder / "a.cvae"
    return _all_of(read_manifest, read_history, read_model_file)(path)


def _model_fault(values: list[Any]) -> Fault:
    model = values[-1]
    if not all(np.isfinite(array).all() for array in model.weights.values()):
        return "weights that are not finite"
    return _record_fault(model.history)


def _state(epoch: int, batch: int) -> TrainingState:
    weights = _weights(_spec())
    slots = {"a.m": np.zeros(3, np.float32)}
    optimizer = OptimizerState(slots, 7, ((1, 2), (3, 4)))
    return TrainingState(
        weights, optimizer, epoch, batch, _history(), weights, 1, (1.0, 2.0, 3.0), 40, 1.5
    )


def _sound_checkpoint() -> dict[str, Files]:
    return {
        "between epochs": _written(lambda folder: write_checkpoint(folder, _state(2, 0))),
        "in an epoch": _written(lambda folder: write_checkpoint(folder, _state(2, 5))),
    }


def _enter_checkpoint(folder: Path) -> TrainingState:
    (path,) = folder.iterdir()
    kept_epochs(folder)
    return read_checkpoint(path)


def _checkpoint_fault(state: TrainingState) -> Fault:
    counts = (state.epoch, state.batch, state.best_epoch, state.images, state.optimizer.iterations)
    if min(counts) < 0 or max(counts) > 1e12 or state.best_epoch > state.epoch:
        return "positions that cannot be"
    if len(state.sums) != 3 or not all(map(math.isfinite, (*state.sums, state.seconds))):
        return "sums or seconds that are no numbers"
    if not all(math.prod(a.shape) < 1e8 for a in state.weights.values()):
        return "tensors of absurd shapes"
    return _record_fault(state.history)


def _sound_run() -> dict[str, Files]:
    def write(folder: Path) -> None:
        create_run(
            folder / "runs" / "one",
            name="one",
            spec=_spec(),
            training=TrainingConfig(epochs=2),
            dataset_name="made up",
            dataset_digest="",
            request={"data": "mnist", "output": "a.cvae", "limit": None},
        )
        write_history(folder / "runs" / "one", [dataclasses.asdict(r) for r in _history()])
        write_checkpoint(folder / "runs" / "one" / "checkpoints", _state(2, 0))

    return {"run": _written(write)}


def _enter_run(folder: Path) -> Any:
    os.environ[HOME] = str(folder)
    run = folder / "runs" / "one"
    return _all_of(lambda _: list_runs(), read_history_lines, read_run)(run)


def _run_fault(values: list[Any]) -> Fault:
    run = values[-1]
    texts = (run.name, run.dataset_name, run.created, run.state)
    if not all(len(text) <= 1000 for text in texts):
        return "texts without end"
    return _record_fault(run.history)


def _record_fault(history: tuple[EpochRecord, ...]) -> Fault:
    for record in history:
        if record.epoch < 1 or record.epoch > 1e9:
            return "a record of an epoch that cannot be"
        if not 0 <= record.seconds < math.inf:
            return "a record of a time that cannot be"
    return None


# -- pictures ----------------------------------------------------------------------------------

_MODES = {
    "PNG": ("1", "L", "LA", "P", "RGB", "RGBA", "I;16"),
    "JPEG": ("L", "RGB", "CMYK"),
    "GIF": ("L", "P", "RGB"),
    "TIFF": ("1", "L", "LA", "P", "RGB", "RGBA", "CMYK", "I;16", "I", "F", "LAB"),
    "BMP": ("1", "L", "P", "RGB", "RGBA"),
    "WEBP": ("RGB", "RGBA"),
}
_OPTIONS: dict[str, tuple[dict[str, Any], ...]] = {
    "JPEG": ({}, {"progressive": True}),
    "TIFF": ({}, {"compression": "tiff_lzw"}, {"compression": "tiff_adobe_deflate"}),
    "GIF": ({}, {"save_all": True, "append_images": 1}),
    "WEBP": ({}, {"lossless": True}),
}


def _picture(mode: str) -> Image.Image:
    drawn = np.zeros((30, 24), np.uint8)
    drawn[4:26, 10:14] = 230
    drawn[12:15, 4:20] = 160
    picture = Image.fromarray(drawn)
    if mode == "P":
        return picture.convert("RGB").quantize(16)
    if mode == "I;16":
        return Image.fromarray(drawn.astype(np.uint16) * 257)
    return picture.convert("RGB").convert("LAB") if mode == "LAB" else picture.convert(mode)


def _picture_bytes(mode: str, kind: str, **options: Any) -> bytes:
    buffer = io.BytesIO()
    if options.get("append_images"):
        options["append_images"] = [_picture(mode).rotate(90, expand=True)]
    exif = Image.Exif()
    exif[0x0112] = 6
    if kind in ("JPEG", "WEBP", "PNG"):
        options["exif"] = exif
    if mode == "P" and kind in ("PNG", "GIF"):
        options["transparency"] = 0
    _picture(mode).save(buffer, kind, **options)
    return buffer.getvalue()


def _sound_pictures() -> dict[str, Files]:
    return {
        f"{kind} {mode} {' '.join(map(str, options))}".strip(): {
            f"a.{kind.lower()}": _picture_bytes(mode, kind, **options)
        }
        for kind, modes in _MODES.items()
        for mode in modes
        for options in _OPTIONS.get(kind, ({},))
        if not (options.get("compression") and mode == "LAB")
    }


def _enter_picture(folder: Path) -> tuple[np.ndarray, np.ndarray]:
    (path,) = folder.iterdir()
    image = read_image(path)
    propose_hypotheses(image).every()
    find_fields(image)
    return image, to_mnist_style(image).image


def _picture_fault(values: tuple[np.ndarray, np.ndarray]) -> Fault:
    image, digit = values
    if image.dtype != np.float32 or image.ndim != 2 or digit.shape != (28, 28):
        return f"a picture of {image.dtype} {image.shape}, a digit of {digit.shape}"
    for array in values:
        if array.size and not (array.min() >= 0 and array.max() <= 1 + 1e-6):  # NaN is neither
            return "grey values beyond black and white"
    return None


# -- data sets ---------------------------------------------------------------------------------


def _digits(count: int = 20, side: int = 28) -> tuple[np.ndarray, np.ndarray]:
    random = np.random.default_rng(1)
    images = np.zeros((count, side, side), np.uint8)
    middle = slice(side // 3, 2 * side // 3)
    images[:, middle, middle] = random.integers(100, 256, images[:, middle, middle].shape)
    return images, np.arange(count) % 10


def npy(array: np.ndarray) -> bytes:
    """An array as a file."""
    buffer = io.BytesIO()
    np.save(buffer, array)
    return buffer.getvalue()


def idx(array: np.ndarray) -> bytes:
    """Bytes in MNIST's own format."""
    sizes = b"".join(size.to_bytes(4, "big") for size in array.shape)
    return bytes((0, 0, 8, array.ndim)) + sizes + array.astype(np.uint8).tobytes()


def _npz(arrays: dict[str, np.ndarray]) -> Files:
    return {"a.npz": write_zip({f"{name}.npy": npy(array) for name, array in arrays.items()})}


def _sound_npz() -> dict[str, Files]:
    images, labels = _digits()
    names = np.array([f"sign {number}" for number in range(10)])
    split = {"x_train": images, "y_train": labels, "x_test": images[:10], "y_test": labels[:10]}
    return {
        "x and y": _npz({"x": images, "y": labels}),
        "Keras": _npz(split),
        "with names": _npz(split | {"names": names}),
        "floats and texts": _npz({"x": images[:, :, :, None] / 255, "y": names[labels]}),
        "rows of 8 × 8": _npz({"x": _digits(side=8)[0].reshape(20, 64), "y": labels[:, None]}),
    }


def _csv(rows: Iterator[Any], heading: str = "") -> Files:
    lines = [",".join(map(str, row)) for row in rows]
    return {"a.csv": "\n".join([*([heading] if heading else []), *lines]).encode() + b"\n"}


def _sound_csv() -> dict[str, Files]:
    images, labels = _digits(12, side=8)
    flat = images.reshape(12, -1).tolist()
    first = ([label, *row] for label, row in zip(labels, flat, strict=True))
    last = ([*row, "abcdefghij"[label]] for label, row in zip(labels, flat, strict=True))
    heading = "label," + ",".join(f"pixel{number}" for number in range(64))
    return {"label first": _csv(first, heading), "name last": _csv(last)}


def _sound_idx() -> dict[str, Files]:
    images, labels = _digits()
    plain = {"train-images-idx3-ubyte": idx(images), "train-labels-idx1-ubyte": idx(labels)}
    return {
        "plain": plain,
        "packed": {f"{name}.gz": gzip.compress(data) for name, data in plain.items()},
    }


def _sound_folders() -> dict[str, Files]:
    kinds = (("png", "PNG"), ("jpg", "JPEG"), ("gif", "GIF"))
    files = {
        f"{label}/{number}.{suffix}": _picture_bytes("L", kind)
        for label in ("0", "1", "seven")
        for number, (suffix, kind) in enumerate(kinds)
    }
    return {
        "flat": files,
        "in parts": {f"{p}/{n}": d for p in ("train", "test") for n, d in files.items()},
    }


def _sound_stored() -> dict[str, Files]:
    def write(folder: Path) -> None:
        os.environ[HOME] = str(folder)
        store_dataset("mine", "made up", DigitDataset(*_digits(40)))

    return {"stored": _written(write)}


def _enter_stored(folder: Path) -> Any:
    os.environ[HOME] = str(folder)
    return _all_of(
        lambda name: count_images(name) and list_stored(),
        read_about,
        lambda name: load_stored(name, "train"),
    )("mine")


def _load(path: Path) -> Any:
    """Everything that is asked of a user's data set."""
    return _all_of(
        lambda path: count_images(str(path)),
        lambda path: load_parts(path),
        lambda path: load_dataset(str(path), "test"),
        lambda path: load_dataset(str(path), "train"),
    )(path)


def _enter_file(folder: Path) -> Any:
    (path,) = folder.iterdir()
    return _load(path)


def _dataset_fault(values: list[Any]) -> Fault:
    dataset = values[-1]
    if dataset.images.dtype != np.uint8 or dataset.images.shape[1:] != (28, 28):
        return f"pictures of {dataset.images.dtype} {dataset.images.shape}"
    if not len(dataset.labels) == len(dataset.images) > 0:
        return f"{len(dataset.labels)} labels of {len(dataset.images)} pictures"
    if not (dataset.labels.min() >= 0 and dataset.labels.max() < len(dataset.label_names)):
        return "a label without a name"
    return None


# -- what the program keeps for itself, and what its processes say -------------------------------


def _sound_settings() -> dict[str, Files]:
    kept = {"theme": "dark", "model": "studio", "folder": "/home", "geometry": "AdnQywADAAA="}
    return {"settings": {"settings.json": json.dumps(kept).encode()}}


def _sound_speeds() -> dict[str, Files]:
    return {"speeds": {"cache/training_speed.json": b'{"studio": 1.25, "conv_cvae": 0.5}'}}


def _enter_speeds(folder: Path) -> Any:
    os.environ[HOME] = str(folder)
    return read_speeds()


def _sound_pairs() -> dict[str, Files]:
    return {"pairs": {"a.npy": npy(np.zeros((2, 10, 28, 28), np.uint8))}}


def _enter_pairs(folder: Path) -> Any:
    from desktop_cvae.gui.training.picture_pairs import read_pairs

    return read_pairs(folder / "a.npy")


def _sound_events() -> dict[str, Files]:
    terms = {"total": 4.0, "reconstruction": 3.0, "kl": 1.0}
    record = {"epoch": 1, "train": terms, "validation": terms, "seconds": 2.5}
    record["kl_per_dimension"] = [0.5, 0.5]
    place = {"epoch": 1, "epochs": 3, "batch": 4, "batches": 9, "train": terms}
    place["images_per_second"] = 1000.5
    events: list[dict[str, Any]] = [
        {"event": "started", "run": "one", "folder": "/tmp/one", "batches": 9, "images": 540},
        {"event": "batch", **place},
        {"event": "epoch", **place, "record": record, "active_units": 2, "best": True},
        {"event": "checkpoint", "epoch": 1, "batch": 0},
        {"event": "advice", "code": "nan", "sentence": "Less.", "cure": {"learning_rate": 0.1}},
        {"event": "reconstructions", "epoch": 1, "file": "/tmp/one/a.npy"},
        {"event": "saved", "file": "/tmp/a.cvae", "model": "a", "metrics": {"accuracy": 0.9}},
        {"event": "failed", "sentence": "No.", "exit_code": 1},
    ]
    return {e["event"]: {"a.json": json.dumps({"version": 1} | e).encode()} for e in events}


def _enter_event(folder: Path) -> Any:
    return parse_event((folder / "a.json").read_bytes(), TRAINING_EVENTS)


def _event_fault(event: Any) -> Fault:
    if event is None:
        return None
    for name, value in _numbers("", dataclasses.asdict(event)):
        if not math.isfinite(value):
            return f"{name} is not finite"
        counted = ("epoch", "epochs", "batch", "batches", "images", "seconds", "active_units")
        if name.rpartition(".")[2] in counted and value < 0:
            return f"{name} is negative"
    return None


def _numbers(name: str, value: Any) -> Iterator[tuple[str, float]]:
    if isinstance(value, dict):
        for key, inner in value.items():
            yield from _numbers(f"{name}.{key}", inner)
    elif isinstance(value, list | tuple):
        for inner in value:
            yield from _numbers(name, inner)
    elif type(value) in (int, float):
        yield name, value


# -- all of them ---------------------------------------------------------------------------------


def _all_of(*readers: Callable[[Any], Any]) -> Callable[[Any], list[Any]]:
    """Ask every reader, also after one has refused; the last one's answer counts."""

    def read(source: Any) -> list[Any]:
        for reader in readers[:-1]:
            try:
                reader(source)
            except DesktopCvaeError as error:
                _require_right_kind(error)
        return [readers[-1](source)]

    return read


def _require_right_kind(error: DesktopCvaeError) -> None:
    if error.exit_code not in (4, 5):
        raise error


def _written(write: Callable[[Path], Any]) -> Files:
    """What a writer of the program's own leaves in a folder."""
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        write(folder)
        files = (path for path in folder.rglob("*") if path.is_file())
        return {str(path.relative_to(folder)): path.read_bytes() for path in files}


def lay_out(files: Files, folder: Path) -> None:
    """Put files, and nothing else, into a folder."""
    shutil.rmtree(folder, ignore_errors=True)
    for name, data in files.items():
        path = folder / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_bytes(data)


DOORS = {
    "model": Door(_sound_model, _enter_model, _model_fault),
    "checkpoint": Door(_sound_checkpoint, _enter_checkpoint, _checkpoint_fault),
    "run": Door(_sound_run, _enter_run, _run_fault),
    "picture": Door(_sound_pictures, _enter_picture, _picture_fault),
    "npz": Door(_sound_npz, _enter_file, _dataset_fault),
    "csv": Door(_sound_csv, _enter_file, _dataset_fault),
    "idx": Door(_sound_idx, _load, _dataset_fault),
    "folders": Door(_sound_folders, _load, _dataset_fault),
    "stored": Door(_sound_stored, _enter_stored, _dataset_fault),
    "settings": Door(_sound_settings, lambda folder: read_settings(folder / "settings.json")),
    "speeds": Door(_sound_speeds, _enter_speeds),
    "pairs": Door(_sound_pairs, _enter_pairs),
    "event": Door(_sound_events, _enter_event, _event_fault),
}
