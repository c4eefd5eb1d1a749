"""A model's card for people, as text or Markdown: facts, network, training, results, calibration.

Tested in tests/cli/test_models.py.
"""

from __future__ import annotations

import dataclasses
import re

from desktop_cvae.cli.output import table
from desktop_cvae.core.calibration import Calibration
from desktop_cvae.core.checked_json import printable
from desktop_cvae.core.language import number, tr, tr_n
from desktop_cvae.core.layers import Layer, Shape, trace
from desktop_cvae.core.specs import IMAGE_SHAPE, ModelSpec, count_trainable
from desktop_cvae.library.manifest import Manifest, PriorEntry
from desktop_cvae.library.model_library import (
    ModelEntry,
)

MOST_COMMAND_CHARACTERS = 2000
_MARKDOWN = re.compile(r"([\\`*_{}\[\]<>|#&~])")
"""Characters that could mean something in a Markdown table."""


def model_card(entry: ModelEntry) -> str:
    """Return facts, network, training, results and the command in aligned columns."""
    manifest = entry.manifest
    facts = [*_facts(entry), (tr("file"), str(entry.path))]
    parts = [_section("", facts), *(_section(*section) for section in _sections(manifest))]
    command = printable(manifest.command, MOST_COMMAND_CHARACTERS)
    return "\n\n".join([*parts, f"{tr('command')}\n  {command}"])


def markdown_card(entry: ModelEntry) -> str:
    """Return a model card in Markdown (Mitchell et al. 2019): the same, its purpose and its limits.

    Names and commands may come from a stranger's file: they are text, never markup.
    """
    manifest = entry.manifest
    parts = [f"# {_escaped(entry.name)}", _purpose(manifest.spec), _markdown_table(_facts(entry))]
    parts += [f"## {tr('Limits')}", "\n".join(f"* {limit}" for limit in _limits(manifest))]
    for title, rows in _sections(manifest):
        parts += [_heading(title), _markdown_table(rows)]
    command = printable(manifest.command, MOST_COMMAND_CHARACTERS)
    return "\n\n".join([*parts, _heading(tr("command")), f"    {command}"])


def _heading(title: str) -> str:
    return f"## {title[:1].upper()}{title[1:]}"


def _purpose(spec: ModelSpec) -> str:
    if spec.conditional:
        return tr(
            "Tells which of its labels explains a picture of 28 × 28 pixels best, by the evidence "
            "(the ELBO, in nats), and generates pictures of a label. For learning, research and "
            "reading handwriting that a person checks."
        )
    return tr(
        "Encodes pictures of 28 × 28 pixels and generates new ones. For learning and research."
    )


def _limits(manifest: Manifest) -> list[str]:
    limits = [
        tr(
            "It has learned from the data named above. It reads other handwriting, pens and paper "
            "less well: measure it on your own pictures with “desktop-cvae evaluate”."
        )
    ]
    if not manifest.spec.conditional:
        return [tr("It has learned from the data named above and draws nothing else.")]
    if manifest.calibration is None:
        limits.append(
            tr(
                "It is not calibrated: its probabilities are often too high, and it rejects "
                "nothing."
            )
        )
    else:
        limits.append(
            tr(
                "Its calibration was fitted on validation digits; on other pictures it is only "
                "approximate."
            )
        )
    limits.append(
        tr("Someone who knows its weights can make it misread a digit with a small change.")
    )
    return limits


def _markdown_table(rows: list[tuple[str, ...]]) -> str:
    cells = [[_escaped(cell) for cell in row] for row in rows]
    width = len(rows[0])
    lines = [[""] * width, ["---"] * width, *cells]
    return "\n".join(f"| {' | '.join(line)} |" for line in lines)


def _escaped(text: str) -> str:
    return _MARKDOWN.sub(r"\\\1", printable(text, MOST_COMMAND_CHARACTERS))


def _sections(manifest: Manifest) -> list[tuple[str, list[tuple[str, ...]]]]:
    sections: dict[str, list[tuple[str, ...]]] = {
        tr("network"): _network(manifest.spec),
        tr("training"): _training(manifest),
        tr("held-out results"): [(name, _metric(name, x)) for name, x in manifest.metrics.items()],
        tr("prior"): _prior_rows(manifest.prior),
        tr("calibration"): _calibration(manifest.calibration),
        tr("made with"): list(manifest.packages.items()),
    }
    return [(title, rows) for title, rows in sections.items() if rows]


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
    rejected = tr("{shares} % of digits", shares=shares) if shares else tr("nothing")
    return [*rows, (tr("rejects"), rejected)]


def _metric(name: str, value: float) -> str:
    if name.endswith("_nats"):
        return number(value, ".2f")
    return number(value, ",.0f" if value.is_integer() and value > 1 else ".4f")
