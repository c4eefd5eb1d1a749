"""``desktop-cvae presets``: networks that can be trained, with their default settings."""

from __future__ import annotations

from argparse import Namespace
from typing import Any

from desktop_cvae.cli.output import print_json, table
from desktop_cvae.core.language import number, tr
from desktop_cvae.core.network_presets import PRESETS, Preset, preset_named
from desktop_cvae.core.specs import TRAINING_SETTINGS, count_trainable, option_of


def run(arguments: Namespace) -> int:
    """Run one action on the presets.

    Raises:
        UsageError: there is no such preset.
    """
    {"list": _list, "show": _show}[arguments.action](arguments)
    return 0


def _list(arguments: Namespace) -> None:
    if arguments.format == "json":
        print_json([_facts(name, preset) for name, preset in PRESETS.items()])
        return
    heading = (tr("name"), tr("kind"), tr("latent"), tr("weights"), tr("epochs"), tr("network"))
    rows = [(name, *_cells(preset), tr(preset.summary)) for name, preset in PRESETS.items()]
    print(table([heading, *rows], right=(2, 3, 4)))


def _show(arguments: Namespace) -> None:
    name, preset = arguments.preset, preset_named(arguments.preset)
    if arguments.format == "json":
        print_json(_facts(name, preset))
        return
    kind, latent, weights, _ = _cells(preset)
    facts = [(tr("kind"), kind), (tr("latent"), latent), (tr("weights"), weights)]
    settings = preset.training.to_json()
    options = [(option_of(name), str(settings[name])) for name in TRAINING_SETTINGS]
    print(f"{name}: {tr(preset.summary)}\n{tr(preset.source)}\n\n{table(facts)}\n")
    print(f"{tr('training settings, and the options of “train” that change them')}:")
    print(table(options))


def _cells(preset: Preset) -> tuple[str, str, str, str]:
    spec = preset.spec
    weights = number(count_trainable(spec.tensors()))
    kind = "CVAE" if spec.conditional else "VAE"
    return kind, str(spec.latent_dim), weights, str(preset.training.epochs)


def _facts(name: str, preset: Preset) -> dict[str, Any]:
    spec = preset.spec
    return {
        "name": name,
        "summary": preset.summary,
        "source": preset.source,
        "conditional": spec.conditional,
        "latent_dim": spec.latent_dim,
        "weights": count_trainable(spec.tensors()),
        "training": preset.training.to_json(),
    }
