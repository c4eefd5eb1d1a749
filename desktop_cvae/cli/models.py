"""``desktop-cvae models``: the library on the command line."""

from __future__ import annotations

import json
from argparse import Namespace
from typing import Any

from desktop_cvae.cli.model_card import markdown_card, model_card
from desktop_cvae.cli.model_fitting import run_calibrate, run_fit_prior
from desktop_cvae.cli.output import note, note_saved, require_free, table
from desktop_cvae.core.atomic_files import write_atomically
from desktop_cvae.core.errors import UsageError
from desktop_cvae.core.language import number, tr
from desktop_cvae.core.specs import count_trainable
from desktop_cvae.inference.onnx_files import RECOGNISER, export_network
from desktop_cvae.library.model_file import (
    average_model_files,
    join_model_files,
    read_model_file,
    write_half_precision,
)
from desktop_cvae.library.model_library import (
    ModelEntry,
    export_model,
    find_model,
    import_model,
    list_models,
    remove_model,
)
from desktop_cvae.model.tensorflow_setup import require_tensorflow

_WEIGHTS = ("means", "scales", "hidden", "outputs")


def run(arguments: Namespace) -> int:
    """Run one action on the library.

    Raises:
        UsageError: there is no such model, the output exists, …
        ModelFileError: a file is no model file, damaged, …
    """
    actions = {
        "list": _list,
        "info": _info,
        "card": _card,
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


def _list(arguments: Namespace) -> None:
    if arguments.format == "json":
        print(json.dumps([_facts(entry) for entry in list_models()], indent=1, ensure_ascii=False))
        return
    heading = (
        tr("name"),
        tr("kind"),
        tr("latent"),
        tr("weights"),
        tr("accuracy"),
        "−ELBO",
        tr("data"),
        tr("from"),
    )
    rows = [_row(entry) for entry in list_models()]
    if not rows:
        note(tr("There are no models yet; “desktop-cvae models import FILE” adds one."))
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
        print(json.dumps(_facts(entry), indent=1, ensure_ascii=False))
        return
    print("\n\n".join(model_card(network) for network in _networks(entry)))


def _facts(entry: ModelEntry) -> dict[str, Any]:
    """Return a model as JSON has it: its manifest without the calibration's arrays."""
    facts: dict[str, Any] = {"name": entry.name, "builtin": entry.builtin}
    facts |= {k: v for k, v in json.loads(entry.manifest.to_json()).items() if k not in facts}
    if (calibration := facts.get("calibration")) is not None:
        # Thousands of weights, which only the program can use.
        facts["calibration"] = {k: v for k, v in calibration.items() if k not in _WEIGHTS}
    return facts


def _card(arguments: Namespace) -> None:
    cards = [markdown_card(entry) for entry in _networks(find_model(arguments.model))]
    print("\n\n".join(cards))


def _networks(entry: ModelEntry) -> list[ModelEntry]:
    """Return a model, and the separate generator in its file if it has one."""
    generator = read_model_file(entry.path).generator
    if generator is None:
        return [entry]
    name = tr("{name}, the generator", name=entry.name)
    return [entry, ModelEntry(name, entry.path, entry.builtin, generator.manifest)]


def _import(arguments: Namespace) -> None:
    for file in arguments.files:
        print(import_model(file).name)


def _export(arguments: Namespace) -> None:
    output = arguments.output
    if output.suffix != f".{arguments.format}":
        raise UsageError(
            tr("“{name}” must end in .{suffix}.", name=output.name, suffix=arguments.format)
        )
    require_free(output, overwrite=arguments.overwrite)
    if arguments.half and arguments.format != "cvae":
        raise UsageError(tr("--half needs --format cvae."))
    if arguments.half:
        write_half_precision(find_model(arguments.model).path, output)
        note_saved(output)
        return
    if arguments.format == "cvae":
        # A model file always holds both networks.
        export_model(arguments.model, output)
        note_saved(output)
        return

    model = read_model_file(find_model(arguments.model).path)
    if arguments.format == "keras":
        writer = model.generator or model
        network = model if arguments.network == RECOGNISER else writer
        require_tensorflow()
        # It imports Keras, which takes seconds.
        from desktop_cvae.model.functional_model import export_keras

        write_atomically(output, export_keras(network.manifest.spec, network.weights))
        note_saved(output)
        return
    write_atomically(output, export_network(model, arguments.network))
    note_saved(output)


def _remove(arguments: Namespace) -> None:
    for name in arguments.models:
        remove_model(name)


def run_join(arguments: Namespace) -> None:
    """Join two models into one that reads with the first and writes with the second.

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
                "“{writer}” and “{reader}” have different labels; choose two models with the "
                "same labels.",
                writer=writer.name,
                reader=reader.name,
            )
        )
    join_model_files(reader.path, writer.path, arguments.output)
    print(
        tr(
            "“{name}” reads with {reader} and writes with {writer}",
            name=arguments.output.name,
            reader=reader.name,
            writer=writer.name,
        )
    )


def run_average(arguments: Namespace) -> None:
    """Average the weights of several models into one that needs calibration.

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
            "“{name}” has the average weights of {names}; now run “models calibrate” to "
            "recalibrate it",
            name=arguments.output.name,
            names=names,
        )
    )
