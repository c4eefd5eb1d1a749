"""``desktop-cvae sheet``: write one of the four latent grids."""

from __future__ import annotations

from argparse import Namespace

from desktop_cvae.cli.option_checks import label_index
from desktop_cvae.cli.output import digits_written, note, require_free, run_task
from desktop_cvae.core.results import FloatArray, IntArray
from desktop_cvae.core.specs import ModelSpec
from desktop_cvae.datasets.dataset import labels_of_model
from desktop_cvae.datasets.generated_files import export_samples, format_by_suffix
from desktop_cvae.datasets.loading import load_dataset
from desktop_cvae.inference.latent_grids import LATENT_GRIDS
from desktop_cvae.inference.opened_model import open_model


def run(arguments: Namespace) -> int:
    """Write the sheet.

    Raises:
        UsageError: the output exists, or the model or the test digits lack the label.
        MissingLabels: a label was asked of a model without labels.
        DatasetProblem: the test digits cannot be read, or have labels that the model lacks.
    """
    require_free(arguments.output, overwrite=arguments.overwrite)
    kind = format_by_suffix(arguments.output)
    assert kind is not None, "the parser asked for a suffix that is known"
    model = open_model(arguments.model)
    label = label_index(arguments.label, "all", model.spec, model.name)
    digits = _digits(arguments.data, model.spec) if arguments.kind == "reconstructions" else None
    count = arguments.count or LATENT_GRIDS[arguments.kind].count
    sheet = run_task(model.latent_grid(arguments.kind, label, count, arguments.seed, digits))
    export_samples(arguments.output, kind, sheet.samples, model.label_names, sheet.columns)
    note(digits_written(len(sheet.samples.images), arguments.output))
    return 0


def _digits(data: str, spec: ModelSpec) -> tuple[FloatArray, IntArray]:
    dataset = load_dataset(data, "test")
    return dataset.floats(), labels_of_model(dataset, spec)
