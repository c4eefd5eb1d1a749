"""``desktop-cvae evaluate``: a model's held-out scorecard."""

from __future__ import annotations

import dataclasses
import json
import sys
from argparse import Namespace
from collections.abc import Callable

from desktop_cvae.cli.messages import quantities, table
from desktop_cvae.cli.noise_option import noise_setting
from desktop_cvae.core.results import Scorecard
from desktop_cvae.inference.scoring_data import scoring_images
from desktop_cvae.library.model_library import find_model

SCALE = "grey-pixel BCE"


def run(arguments: Namespace) -> int:
    """Score a model on the test part of a data set.

    Raises:
        UsageError: there is no such model or noise.
        DatasetProblem: the data cannot be used, or has labels unknown to the model.
    """
    from desktop_cvae.datasets.loading import load_dataset
    from desktop_cvae.inference.engines import open_engine
    from desktop_cvae.inference.label_matching import labels_of_model
    from desktop_cvae.inference.scorecard import score_model

    noise = noise_setting(arguments.noise, arguments.seed)
    entry = find_model(arguments.model)
    dataset = load_dataset(arguments.data, "test")
    if arguments.limit is not None:
        dataset = dataset.limit(arguments.limit)
    labels = labels_of_model(dataset, entry.manifest.spec)
    images = scoring_images(dataset, arguments.shift, arguments.prepare, noise, arguments.seed)
    engine = open_engine(entry)
    refuse, calibration = arguments.refuse, entry.manifest.calibration
    card = score_model(engine, images, labels, arguments.seed, _progress(), calibration, refuse)
    if arguments.format == "json":
        print(_json_text(card, entry.name, dataset.name, arguments))
    else:
        print(_text(card, entry.name, dataset.name, entry.manifest.spec.label_names))
    return 0


def _progress() -> Callable[[int, int], None] | None:
    """A counter in place, for people only."""
    if sys.stderr is None or not sys.stderr.isatty():
        return None

    def show(done: int, total: int) -> None:
        end = "\r" if done < total else "\r\x1b[K"
        print(f"{done:,} of {total:,} images", end=end, file=sys.stderr, flush=True)

    return show


def _json_text(card: Scorecard, model: str, data: str, arguments: Namespace) -> str:
    entries = dataclasses.asdict(card) | {
        "confusion": None if card.confusion is None else card.confusion.tolist(),
        "scale": SCALE,
        "model": model,
        "data": data,
        "noise": arguments.noise,
        "shift_px": arguments.shift,
        "prepare": arguments.prepare,
        "refuse": arguments.refuse,
        "seed": arguments.seed,
    }
    return json.dumps(entries, allow_nan=False)


def _text(card: Scorecard, model: str, data: str, label_names: tuple[str, ...]) -> str:
    facts = [
        ("read by evidence", _per_cent(card.accuracy)),
        ("−ELBO", f"{card.neg_elbo_nats:.2f} nats"),
        ("  reconstruction", f"{card.reconstruction_nats:.2f} nats"),
        ("  KL divergence", f"{card.kl_nats:.2f} nats"),
        ("−ELBO at the mean", f"{card.neg_elbo_at_mean_nats:.2f} nats"),
        ("calibration error", _per_cent(card.expected_calibration_error)),
        *_before_calibration(card),
        ("refused", _per_cent(card.refused_fraction)),
        ("speed", f"{card.images_per_second:,.0f} images/s"),
    ]
    parts = [
        f"{model} on {data}, {card.n:,} images; {SCALE}, true label, one posterior sample",
        quantities(facts),
    ]
    if card.confusion is not None:
        heading = ("true ↓ read →", *label_names)
        lines = zip(label_names, card.confusion, strict=True)
        body = [(name, *(str(count) if count else "·" for count in line)) for name, line in lines]
        parts.append(table([heading, *body], right=range(1, len(heading))))
    return "\n\n".join(parts)


def _before_calibration(card: Scorecard) -> list[tuple[str, str]]:
    if card.uncalibrated_error is None:
        return []
    return [("  before calibration", _per_cent(card.uncalibrated_error))]


def _per_cent(share: float | None) -> str:
    return "– (no labels)" if share is None else f"{100 * share:.2f} %"
