"""``desktop-cvae models``: the library on the command line."""

from __future__ import annotations

from argparse import Namespace

from desktop_cvae.cli.calibrate import run_calibrate
from desktop_cvae.cli.messages import note, table
from desktop_cvae.cli.model_card import model_card
from desktop_cvae.cli.outputs import require_free
from desktop_cvae.core.errors import EnvironmentProblem
from desktop_cvae.core.specs import count_trainable
from desktop_cvae.library.model_file import read_model_file
from desktop_cvae.library.model_library import (
    ModelEntry,
    export_model,
    find_model,
    import_model,
    list_models,
    remove_model,
)


def run(arguments: Namespace) -> int:
    """Run one action on the library.

    Raises:
        UsageError: there is no such model, the output exists, …
        ModelFileError: a file is no model file, damaged, …
        EnvironmentProblem: TensorFlow is needed to compile and missing.
    """
    actions = {
        "list": _list,
        "info": _info,
        "import": _import,
        "export": _export,
        "remove": _remove,
        "compile": _compile,
        "calibrate": run_calibrate,
    }
    actions[arguments.action](arguments)
    return 0


def _list(_arguments: Namespace) -> None:
    heading = ("name", "kind", "latent", "weights", "read", "−ELBO", "data", "from")
    rows = [_row(entry) for entry in list_models()]
    if not rows:
        note("There is no model yet; “desktop-cvae models import FILE” adds one.")
        return
    print(table([heading, *rows], right=(2, 3, 4, 5)))


def _row(entry: ModelEntry) -> tuple[str, ...]:
    manifest = entry.manifest
    spec, metrics = manifest.spec, manifest.metrics
    return (
        entry.name,
        "CVAE" if spec.conditional else "VAE",
        str(spec.latent_dim),
        f"{count_trainable(spec.tensors()):,}",
        f"{100 * metrics['accuracy']:.2f} %" if "accuracy" in metrics else "–",
        f"{metrics['neg_elbo_nats']:.2f}" if "neg_elbo_nats" in metrics else "–",
        manifest.dataset_name or "–",
        "program" if entry.builtin else "you",
    )


def _info(arguments: Namespace) -> None:
    entry = find_model(arguments.model)
    print(entry.manifest.to_json() if arguments.format == "json" else model_card(entry))


def _import(arguments: Namespace) -> None:
    from desktop_cvae.inference.engines import open_engine

    for file in arguments.files:
        entry = import_model(file)
        print(entry.name)
        try:
            # Compiles, if this machine has not yet done so, and shows that it answers.
            open_engine(entry)
        except EnvironmentProblem as problem:
            note(f"“{entry.name}” is in the library but not compiled: {problem.sentence}")


def _export(arguments: Namespace) -> None:
    require_free(arguments.output, overwrite=arguments.overwrite)
    export_model(arguments.model, arguments.output)


def _remove(arguments: Namespace) -> None:
    for name in arguments.models:
        remove_model(name)


def _compile(arguments: Namespace) -> None:
    from desktop_cvae.cli.compiling import compile_and_keep
    from desktop_cvae.cli.tensorflow_setup import require_tensorflow

    entry = find_model(arguments.model)
    # The whole file is checked before TensorFlow is loaded, which takes seconds.
    model = read_model_file(entry.path)
    require_tensorflow()
    manifest, into = model.manifest, arguments.compiled_into
    graph = compile_and_keep(manifest.spec, model.weights, manifest.weights_sha256, into)
    note(f"compiled “{entry.name}” ({len(graph):,} bytes)")
