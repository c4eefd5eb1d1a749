"""``desktop-cvae models``: the library on the command line; one model's card, its calibration."""

from __future__ import annotations

import dataclasses
from argparse import Namespace
from typing import TYPE_CHECKING

from desktop_cvae.cli.output import note, require_free, run_task, table
from desktop_cvae.core.atomic_files import write_atomically
from desktop_cvae.core.calibration import Calibration
from desktop_cvae.core.errors import MissingLabels, UsageError
from desktop_cvae.core.language import number, tr, tr_n
from desktop_cvae.core.layers import Layer, Shape, trace
from desktop_cvae.core.specs import IMAGE_SHAPE, ModelSpec, count_trainable
from desktop_cvae.library.manifest import Manifest, PriorEntry
from desktop_cvae.library.model_file import (
    average_model_files,
    join_model_files,
    read_model_file,
    rewrite_calibration,
    rewrite_model_file,
)
from desktop_cvae.library.model_library import (
    ModelEntry,
    export_model,
    find_model,
    import_model,
    list_models,
    remove_model,
)

if TYPE_CHECKING:
    from desktop_cvae.core.priors import Prior
    from desktop_cvae.datasets.dataset import DigitDataset
    from desktop_cvae.inference.opened_model import OpenedModel


def run_calibrate(arguments: Namespace) -> None:
    """Fit a model's calibration and put it into its file.

    Raises:
        UsageError: there is no such model.
        MissingLabels: it has no labels.
        DatasetProblem: the data cannot be used.
        InputOutputError: the file cannot be written.
    """
    from desktop_cvae.datasets.loading import load_dataset
    from desktop_cvae.inference.opened_model import open_model

    entry = find_model(arguments.model)
    if not entry.manifest.spec.conditional:
        raise MissingLabels(entry.name)
    digits = _unseen(entry, load_dataset(arguments.data, "train"))
    calibration = _fit(open_model(entry), digits, arguments.seed)
    rewrite_calibration(entry.path, calibration)
    print(calibration_text(calibration))


def run_fit_prior(arguments: Namespace) -> None:
    """Fit a model's prior, calibrate and measure with it, and put all that into its file.

    Raises:
        UsageError: there is no such model.
        DatasetProblem: the data cannot be used.
        InputOutputError: the file cannot be written.
    """
    from desktop_cvae.core.priors import Prior
    from desktop_cvae.datasets.dataset import learned_part
    from desktop_cvae.datasets.loading import load_dataset
    from desktop_cvae.evaluation.prior_fitting import fit_models_prior
    from desktop_cvae.inference.generation import preview_png
    from desktop_cvae.inference.onnx_engine import OnnxEngine
    from desktop_cvae.inference.opened_model import OpenedModel

    entry = find_model(arguments.model)
    model, dataset = read_model_file(entry.path), load_dataset(arguments.data, "train")
    spec, digits = entry.manifest.spec, dataset
    if dataset.digest == entry.manifest.dataset_digest:
        digits = learned_part(dataset, entry.manifest.training)
    prior = Prior.standard_normal(spec.score_count, spec.latent_dim)
    if arguments.components:
        engine = OnnxEngine(spec, model.weights)
        fitting = fit_models_prior(engine, digits, arguments.components, arguments.seed)
        prior = run_task(fitting).widened(arguments.widen)
    opened = OpenedModel(entry, OnnxEngine(spec, model.weights, prior))
    calibration = None
    if entry.manifest.calibration is not None:
        calibration = _fit(opened, _unseen(entry, dataset), arguments.seed)
    metrics = _measure(opened, dataset, arguments)
    preview = preview_png(opened.engine, arguments.seed)
    rewrite_model_file(entry.path, prior, calibration, metrics, preview)
    print(_prior_text(prior))
    if calibration is not None:
        print(calibration_text(calibration))


def run_join(arguments: Namespace) -> None:
    """Make one model of two: one reads, the other writes.

    Raises:
        UsageError: there is no such model, they know other labels, or the file exists.
        ModelFileError: a file cannot be used.
        InputOutputError: the file cannot be written.
    """
    require_free(arguments.output, overwrite=arguments.overwrite)
    reader, writer = find_model(arguments.reader), find_model(arguments.writer)
    labels = [
        (one.manifest.spec.conditional, one.manifest.spec.label_names) for one in (reader, writer)
    ]
    if labels[0] != labels[1]:
        raise UsageError(
            tr(
                "“{writer}” has other labels than “{reader}”.",
                writer=writer.name,
                reader=reader.name,
            )
        )
    join_model_files(reader.path, writer.path, arguments.output)
    print(
        tr(
            "“{name}” reads as {reader} and writes as {writer}",
            name=arguments.output.name,
            reader=reader.name,
            writer=writer.name,
        )
    )


def run_average(arguments: Namespace) -> None:
    """Make one model whose weights are the mean of several ones', to be calibrated anew.

    Raises:
        UsageError: there is no such model, or the file exists.
        ModelFileError: a file cannot be used, or has another network.
        InputOutputError: the file cannot be written.
    """
    require_free(arguments.output, overwrite=arguments.overwrite)
    entries = [find_model(name) for name in arguments.models]
    average_model_files([entry.path for entry in entries], arguments.output)
    names = tr(", ").join(entry.name for entry in entries)
    print(
        tr(
            "“{name}” has the mean weights of {names}; “models calibrate” fits its doubts to them",
            name=arguments.output.name,
            names=names,
        )
    )


def _measure(
    model: OpenedModel, trained_on: DigitDataset, arguments: Namespace
) -> dict[str, float]:
    """Held-out results anew; none, if the data is not that of the training or has no test part."""
    from desktop_cvae.datasets.dataset import labels_of_model
    from desktop_cvae.datasets.loading import load_dataset
    from desktop_cvae.evaluation.scorecard import score_pictures

    test = load_dataset(arguments.data, "test")
    if trained_on.digest != model.manifest.dataset_digest or test.digest == trained_on.digest:
        note(
            tr(
                "not measured: this is not the data it was trained on, or has no test part of "
                "its own"
            )
        )
        return {}
    labels = labels_of_model(test, model.spec)
    card, _ = run_task(score_pictures(model, test.floats(), labels, arguments.seed))
    return card.metrics()


def _prior_text(prior: Prior) -> str:
    if prior.is_standard:
        return tr("prior: N(0, I)")
    return tr_n(
        "prior: {n} Gaussian for each label",
        "prior: {n} Gaussians for each label",
        prior.components,
    )


def calibration_text(calibration: Calibration) -> str:
    """What was fitted, for people."""
    lines = [
        tr_n(
            "fitted on {n} digit that the model has not learned from",
            "fitted on {n} digits that the model has not learned from",
            calibration.digits,
        ),
        tr(
            "temperature {temperature}; unsure if a second label is nearer than {margin} nats",
            temperature=number(calibration.temperature, ".3g"),
            margin=number(calibration.unsure_margin, ".3g"),
        ),
    ]
    if not calibration.refuses:
        return "\n".join(
            [*lines, tr("refuses nothing: too few digits, or other labels than digits")]
        )
    lines += [
        tr(
            "refuses {share} % of digits under {limit}",
            share=number(100 * share, "g"),
            limit=number(limit, ".2f"),
        )
        for share, limit in zip(calibration.shares, calibration.thresholds, strict=True)
    ]
    return "\n".join(lines)


def _unseen(entry: ModelEntry, dataset: DigitDataset) -> DigitDataset:
    """What the model has not learned from."""
    from desktop_cvae.datasets.dataset import held_out_part

    if dataset.digest == entry.manifest.dataset_digest:
        return held_out_part(dataset, entry.manifest.training)
    note(tr("“{name}” was trained on other data; all of this counts as unseen", name=entry.name))
    return dataset


def _fit(model: OpenedModel, digits: DigitDataset, seed: int) -> Calibration:
    from desktop_cvae.datasets.dataset import labels_of_model
    from desktop_cvae.evaluation.calibration_fitting import calibrate

    labels = labels_of_model(digits, model.spec)
    return run_task(calibrate(model, digits.floats(), labels, seed))


def model_card(entry: ModelEntry) -> str:
    """Facts, network, training, results and the command, in aligned columns."""
    manifest = entry.manifest
    sections: dict[str, list[tuple[str, ...]]] = {
        "": _facts(entry),
        tr("network"): _network(manifest.spec),
        tr("training"): _training(manifest),
        tr("held-out results"): [(name, _metric(name, x)) for name, x in manifest.metrics.items()],
        tr("prior"): _prior_rows(manifest.prior),
        tr("calibration"): _calibration(manifest.calibration),
        tr("made with"): list(manifest.packages.items()),
    }
    parts = [_section(title, rows) for title, rows in sections.items() if rows]
    return "\n\n".join([*parts, f"{tr('command')}\n  {manifest.command}"])


def _section(title: str, rows: list[tuple[str, ...]]) -> str:
    if not title:
        return table(rows)
    return "\n".join([title, *(f"  {line}" for line in table(rows).splitlines())])


def _facts(entry: ModelEntry) -> list[tuple[str, ...]]:
    manifest, spec = entry.manifest, entry.manifest.spec
    dimensions = tr_n("{n} latent dimension", "{n} latent dimensions", spec.latent_dim)
    kind = (
        tr("conditional variational autoencoder")
        if spec.conditional
        else tr("variational autoencoder")
    )
    return [
        (tr("model"), entry.name),
        (tr("kind"), f"{kind}, {dimensions}"),
        (tr("trained weights"), number(count_trainable(spec.tensors()))),
        (tr("labels"), " ".join(spec.label_names) if spec.conditional else tr("none")),
        (tr("created"), manifest.created),
        (tr("data"), tr(manifest.dataset_name) or "–"),
        ("SHA-256", manifest.weights_sha256),
        (tr("file"), str(entry.path)),
    ]


def _network(spec: ModelSpec) -> list[tuple[str, ...]]:
    rows = _layer_rows(tr("encoder"), spec.encoder, IMAGE_SHAPE)
    rows += [("", layer, _shape((spec.latent_dim,))) for layer in ("z_mean", "z_log_var")]
    return rows + _layer_rows(tr("decoder"), spec.decoder, (spec.latent_dim,))


def _layer_rows(part: str, layers: tuple[Layer, ...], shape: Shape) -> list[tuple[str, ...]]:
    shapes = trace(layers, shape)[1:]
    names = [part, *[""] * len(layers)]
    return [
        (name, _layer(layer), _shape(after))
        for name, layer, after in zip(names, layers, shapes, strict=False)
    ]


def _layer(layer: Layer) -> str:
    settings = dataclasses.asdict(layer)
    settings.pop("units", None)
    settings.pop("filters", None)
    words = [
        name if value is True else f"{value}" if name == "activation" else f"{name} {value}"
        for name, value in settings.items()
        if value is not False
    ]
    return " ".join([layer.kind, *(f"· {word}" for word in words)])


def _shape(shape: Shape) -> str:
    return " × ".join(str(size) for size in shape)


def _training(manifest: Manifest) -> list[tuple[str, ...]]:
    settings = manifest.training.to_json()
    return [
        (name, number(value, "g") if isinstance(value, float) else str(value))
        for name, value in settings.items()
    ]


def _prior_rows(prior: PriorEntry | None) -> list[tuple[str, ...]]:
    if prior is None:
        return [("p(z | y)", "N(0, I)")]
    mixture = tr_n(
        "mixture of {n} for each label", "mixture of {n} for each label", prior.components
    )
    return [("p(z | y)", mixture)]


def _calibration(calibration: Calibration | None) -> list[tuple[str, ...]]:
    if calibration is None:
        return []
    rows: list[tuple[str, ...]] = [
        (tr("temperature"), number(calibration.temperature, ".3g")),
        (tr("unsure under"), tr("{nats} nats", nats=number(calibration.unsure_margin, ".3g"))),
        (
            tr("fitted on"),
            tr_n("{n} validation digit", "{n} validation digits", calibration.digits),
        ),
    ]
    shares = tr(", ").join(number(100 * share, "g") for share in calibration.shares)
    refused = tr("{shares} % of digits", shares=shares) if shares else tr("nothing")
    return [*rows, (tr("refuses"), refused)]


def _metric(name: str, value: float) -> str:
    if name.endswith("_nats"):
        return number(value, ".2f")
    return number(value, ",.0f" if value.is_integer() and value > 1 else ".4f")


def run(arguments: Namespace) -> int:
    """Run one action on the library.

    Raises:
        UsageError: there is no such model, the output exists, …
        ModelFileError: a file is no model file, damaged, …
    """
    actions = {
        "list": _list,
        "info": _info,
        "import": _import,
        "export": _export,
        "remove": _remove,
        "calibrate": run_calibrate,
        "fit-prior": run_fit_prior,
        "join": run_join,
        "average": run_average,
    }
    actions[arguments.action](arguments)
    return 0


def _list(_arguments: Namespace) -> None:
    heading = (
        tr("name"),
        tr("kind"),
        tr("latent"),
        tr("weights"),
        tr("read"),
        "−ELBO",
        tr("data"),
        tr("from"),
    )
    rows = [_row(entry) for entry in list_models()]
    if not rows:
        note(tr("There is no model yet; “desktop-cvae models import FILE” adds one."))
        return
    print(table([heading, *rows], right=(2, 3, 4, 5)))


def _row(entry: ModelEntry) -> tuple[str, ...]:
    manifest = entry.manifest
    spec, metrics = manifest.spec, manifest.metrics
    return (
        entry.name,
        "CVAE" if spec.conditional else "VAE",
        str(spec.latent_dim),
        number(count_trainable(spec.tensors())),
        f"{number(100 * metrics['accuracy'], '.2f')} %" if "accuracy" in metrics else "–",
        number(metrics["neg_elbo_nats"], ".2f") if "neg_elbo_nats" in metrics else "–",
        tr(manifest.dataset_name) or "–",
        tr("program") if entry.builtin else tr("you"),
    )


def _info(arguments: Namespace) -> None:
    entry = find_model(arguments.model)
    if arguments.format == "json":
        print(entry.manifest.to_json())
        return
    writer = read_model_file(entry.path).writer
    print(model_card(entry))
    if writer is not None:
        name = tr("{name}, what writes", name=entry.name)
        inner = ModelEntry(name, entry.path, entry.builtin, writer.manifest)
        print(f"\n{model_card(inner)}")


def _import(arguments: Namespace) -> None:
    for file in arguments.files:
        print(import_model(file).name)


def _export(arguments: Namespace) -> None:
    output = arguments.output
    if output.suffix != f".{arguments.format}":
        raise UsageError(
            tr("“{name}” should end in .{suffix}.", name=output.name, suffix=arguments.format)
        )
    require_free(output, overwrite=arguments.overwrite)
    if arguments.format == "cvae":
        export_model(arguments.model, output)
        return
    from desktop_cvae.inference.onnx_graph import export_onnx

    model = read_model_file(find_model(arguments.model).path)
    write_atomically(output, export_onnx(model.manifest.spec, model.weights, model.prior))


def _remove(arguments: Namespace) -> None:
    for name in arguments.models:
        remove_model(name)
