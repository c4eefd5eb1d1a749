"""``desktop-cvae self-test``: check everything that an installed copy needs."""

from __future__ import annotations

from argparse import Namespace
from collections.abc import Callable

from desktop_cvae.cli.options import DEFAULT_MODEL
from desktop_cvae.core.errors import DesktopCvaeError, EnvironmentProblem
from desktop_cvae.core.language import mark, number, percent_text, tr
from desktop_cvae.core.paths import is_viewer


def run(_arguments: Namespace) -> int:
    """Run all checks, and print a line for each.

    A viewer comes without TensorFlow, so that is not checked there.

    Returns:
        0, or 3 if something is missing or broken.
    """
    checks: list[tuple[str, Callable[[], str]]] = [
        ("NumPy", _numpy),
        ("onnxruntime", _onnxruntime),
        (mark("models"), _models),
        (mark("recognition"), _recognition),
        *([] if is_viewer() else [("TensorFlow", _tensorflow), (mark("training"), _training)]),
        (mark("archive"), _archive),
        (mark("figures"), _figures),
        (mark("window"), _window),
    ]
    width = max(len(tr(name)) for name, _ in checks)
    passed = [_passes(f"{tr(name):<{width}}", check) for name, check in checks]
    return 0 if all(passed) else EnvironmentProblem.exit_code


def _passes(name: str, check: Callable[[], str]) -> bool:
    try:
        result, is_well = check(), True
    except DesktopCvaeError as error:
        result, is_well = error.sentence, False
    except Exception as error:  # noqa: BLE001 - whatever is broken here is the answer
        result, is_well = f"{type(error).__name__}: {error}", False
    verdict = tr("ok") if is_well else tr("FAILED")
    print(f"{verdict:<6}  {name}  {' '.join(result.split())}", flush=True)
    return is_well


def _numpy() -> str:
    import numpy as np

    return np.__version__


def _onnxruntime() -> str:
    import onnxruntime

    return str(onnxruntime.__version__)


def _models() -> str:
    from desktop_cvae.library.model_file import read_model_file
    from desktop_cvae.library.model_library import list_models

    entries = list_models()
    for entry in entries:
        read_model_file(entry.path)
    if not any(entry.builtin for entry in entries):
        raise EnvironmentProblem(tr("The program's own models are missing."))
    return ", ".join(entry.name for entry in entries)


def _recognition() -> str:
    from desktop_cvae.bulk.picture_names import find_pictures
    from desktop_cvae.cli.inputs import read_digit
    from desktop_cvae.core.paths import resources_dir
    from desktop_cvae.inference.opened_model import open_model

    model = open_model(DEFAULT_MODEL)
    sample = next(find_pictures([str(resources_dir() / "samples")]))
    reading = read_digit(model, sample).recognition
    assert reading is not None, "a sample is read"
    label = "–" if reading.label is None else model.label_names[reading.label]
    return tr(
        "a sample is read as {label} ({probability})",
        label=label,
        probability=percent_text(reading.probability),
    )


def _tensorflow() -> str:
    from desktop_cvae.model.tensorflow_setup import require_tensorflow

    return require_tensorflow()


def _training() -> str:
    from desktop_cvae.model.tensorflow_setup import require_tensorflow

    require_tensorflow()
    import numpy as np

    from desktop_cvae.core.network_presets import PRESETS
    from desktop_cvae.core.specs import TrainingConfig
    from desktop_cvae.datasets.dataset import DigitDataset
    from desktop_cvae.training.loop import train

    spec = PRESETS["conv_cvae"].spec
    random = np.random.default_rng(0)
    dataset = DigitDataset(
        images=random.integers(0, 256, (16, 28, 28), np.uint8),
        labels=np.arange(16, dtype=np.int64) % spec.label_count,
        label_names=spec.label_names,
        name="made up",
    )
    config = TrainingConfig(epochs=1, batch_size=8, validation_share=0.5)
    loss = next(p.record.train.total for p in train(spec, config, dataset) if p.record)
    return tr("one step, loss {loss} nats", loss=number(loss, ".0f"))


def _archive() -> str:
    import sqlite3
    import tempfile
    from pathlib import Path

    from desktop_cvae.library.archive_entries import COMMAND, ArchiveEntry, Query, blank
    from desktop_cvae.library.reading_archive import Archive

    # In a temporary folder: a test must not touch the user's archive.
    with (
        tempfile.TemporaryDirectory(prefix="desktop-cvae-") as folder,
        Archive(Path(folder, "archive.sqlite")) as archive,
    ):
        number = archive.add(ArchiveEntry(COMMAND, "7", blank()))
        if [entry.id for entry in archive.search(Query(text="7"))] != [number]:
            raise EnvironmentProblem(
                tr("The archive cannot find an entry that it has just stored.")
            )
    return f"SQLite {sqlite3.sqlite_version}"


def _figures() -> str:
    import matplotlib

    from desktop_cvae.figures.comparison_figures import new_figure
    from desktop_cvae.figures.plot_style import figure_bytes

    figure = new_figure(40, 30)
    figure.text(0, 0, "7")
    kinds = (".png", ".svg", ".pdf")
    made = [suffix.lstrip(".").upper() for suffix in kinds if figure_bytes(figure, suffix)]
    return f"matplotlib {matplotlib.__version__} ({', '.join(made)})"


def _window() -> str:
    from PySide6 import QtWidgets, __version__

    # The window imports it only for printing, so its absence would be noticed late.
    from PySide6.QtPrintSupport import QPrinter  # noqa: F401

    return f"PySide6 {__version__} ({QtWidgets.QApplication.__name__})"
