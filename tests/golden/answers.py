"""What the program says to the golden set, asked through its command line alone.

Nothing within the package is named here but ``main``, so that the answers outlive every move of a
module. Texts, labels, verdicts, boxes and exit codes have to be the same; numbers may differ as
two machines, runtimes or orders of summation do.
"""

from __future__ import annotations

import contextlib
import io
import json
from collections.abc import Iterator, Sequence
from pathlib import Path
from typing import Any

import numpy as np
from PIL import Image

from desktop_cvae.cli.main import main

GOLDEN = Path(__file__).parent
SAMPLES = GOLDEN.parents[1] / "resources" / "samples"
TOLERANCE_NATS = 0.02
"""Runtimes differ by 5e-4 nats a picture; a changed rule shows in whole nats."""
TOLERANCE = 1e-3
"""Of probabilities and shares."""
TOLERANCE_GREY = 2
"""Of pixels, of 255."""
UNSTEADY = ("images_per_second",)

Told = dict[str, Any]

READINGS: dict[str, tuple[str, ...]] = {
    "digits": ("digits/*",),
    "others": ("others/*",),
    "others, one in twenty may be refused": ("others/*", "digits/*-*-*", "--refuse", "0.05"),
    "samples": ("samples/*",),
    "samples by dense_cvae": ("samples/*", "--model", "dense_cvae"),
    "samples by conv_cvae": ("samples/*", "--model", "conv_cvae"),
    "numbers": ("numbers/*", "--numbers"),
    "single pictures as numbers": ("samples/*", "others/*", "digits/*-scan*", "--numbers"),
    "six digits": (
        *("numbers/*-boxed*", "numbers/*-letter*", "numbers/*-page*", "numbers/*-photograph*"),
        *("numbers/*-ten*", "numbers/*-tight*", "numbers/*-touching*"),
        *("--numbers", "--rule", "length:6"),
    ),
    "ten digits": ("numbers/*-phone*", "numbers/*-ten*", "--numbers", "--rule", "length:10"),
    "postal codes": (
        *("numbers/*-apart*", "numbers/*-pencil*", "numbers/*-postal*", "numbers/*-slanted*"),
        *("--numbers", "--rule", "postal"),
    ),
    "phone numbers": (
        *("numbers/*-grouped*", "numbers/*-phone*", "numbers/*-uneven*"),
        *("--numbers", "--rule", "phone"),
    ),
    "card numbers": (
        *("numbers/*-card*", "numbers/*-phone*", "numbers/*-unchecked*"),
        *("--numbers", "--rule", "card"),
    ),
}
"""What ``recognize`` is asked: patterns of pictures, then options."""

EVALUATIONS: dict[str, tuple[str, ...]] = {
    "scorecard": ("studio", "--not-digits", "decoys.npz"),
    "scorecard of dense_cvae": ("dense_cvae",),
    "scorecard of conv_cvae": ("conv_cvae", "--seed", "1"),
    "scorecard under noise": ("studio", "--noise", "gaussian:0.4", "--seed", "3"),
    "scorecard after shifts": ("studio", "--shift", "2", "--prepare", "always"),
}
"""What ``evaluate`` is asked about the digits of ``drawn.npz``."""

SHEETS: dict[str, tuple[str, ...]] = {
    "reconstructed": ("reconstruct", "digits/3-shadow.jpg"),
    "gaussian": ("reconstruct", "digits/5-ruled.png", "--noise", "gaussian:0.3", "--seed", "1"),
    "salt-and-pepper": ("reconstruct", "digits/9-pen.png", "--noise", "salt-and-pepper:0.15"),
    "speckle": ("reconstruct", "digits/0-pen.png", "--noise", "speckle:0.6", "--seed", "2"),
    "occlusion": ("reconstruct", "digits/8-pen.png", "--noise", "occlusion:0.4", "--seed", "4"),
    "as-an-8": ("reconstruct", "digits/3-pen.png", "--label", "8", "--model", "conv_cvae"),
    "generated": ("generate", "--count", "20", "--seed", "5"),
    "generated-cold-7": ("generate", "--label", "7", "--count", "5", "--temperature", "0.5"),
    "in-a-style": ("generate", "--style", "digits/4-pen.png"),
}
"""Commands that draw a sheet; ``sheets/NAME.png`` is what they drew."""


def answers(asked: str, folder: Path) -> list[Told]:
    """Ask one of ``READINGS``, ``EVALUATIONS`` or ``SHEETS``.

    Args:
        asked: its name.
        folder: where a sheet is drawn, as ``NAME.png``.

    Returns:
        one record for each line that the program said, the first with its exit code.
    """
    if asked in READINGS:
        lines = ask("recognize", *READINGS[asked], "--workers", "1", "--format", "jsonl")
    elif asked in EVALUATIONS:
        lines = ask("evaluate", *EVALUATIONS[asked], "--data", "drawn.npz", "--format", "json")
    else:
        lines = ask(*SHEETS[asked], "--output", str(folder / f"{asked}.png"))
    return [{"asked": asked} | line for line in lines]


def ask(*words: str) -> list[Told]:
    """Run a command; file names among its words are those of the golden set."""
    said = io.StringIO()
    with contextlib.redirect_stdout(said), contextlib.redirect_stderr(io.StringIO()):
        code = main([argument for word in words for argument in _arguments(word)])
    lines = [_told(line) for line in said.getvalue().splitlines()]
    return [{"exit_code": code}, *lines]


def _arguments(word: str) -> list[str]:
    """A pattern becomes the pictures that it matches, sorted by name."""
    folder, _, pattern = word.rpartition("/")
    if word.endswith(".npz"):
        return [str(GOLDEN / word)]
    if not pattern or not folder or word.startswith("/"):
        return [word]
    pictures = SAMPLES.glob(pattern) if folder == "samples" else (GOLDEN / folder).glob(pattern)
    return sorted(map(str, pictures))


def _told(line: str) -> Told:
    if not line.startswith("{"):
        return {"said": line}
    told: Told = json.loads(line)
    if "file" in told:
        told["file"] = Path(told["file"]).name
    return {key: value for key, value in told.items() if key not in UNSTEADY}


def differences(expected: object, found: object, place: str = "") -> Iterator[str]:
    """One sentence for each thing that is not as expected; more than was expected may be said.

    Args:
        expected: as JSON has it.
        found: the same now.
        place: the keys that led here.
    """
    if isinstance(expected, dict) and isinstance(found, dict):
        for key, value in expected.items():
            yield from differences(value, found.get(key), f"{place} {key}".strip())
    elif isinstance(expected, list) and isinstance(found, list) and len(expected) == len(found):
        for number, pair in enumerate(zip(expected, found, strict=True)):
            yield from differences(*pair, f"{place}[{number}]")
    elif isinstance(expected, float) and isinstance(found, int | float):
        allowed = TOLERANCE_NATS if "nats" in place else TOLERANCE
        if not abs(expected - found) <= allowed:
            yield f"{place}: {found}, was {expected}"
    elif expected != found:
        yield f"{place}: {_short(found)}, was {_short(expected)}"


def _short(value: object) -> str:
    if isinstance(value, list):
        return f"{len(value)} of them"
    return json.dumps(value, ensure_ascii=False)


def moved(expected: Sequence[Told], found: Sequence[Told]) -> Iterator[str]:
    """:func:`differences` of two answers, picture by picture."""
    before, now = _by_name(expected), _by_name(found)
    for name in [*before, *(now.keys() - before.keys())]:
        if name not in now or name not in before:
            yield f"{name}: {'is new' if name in now else 'is not answered'}"
            continue
        for difference in differences(before[name], now[name]):
            yield f"{name}: {difference}"


def _by_name(lines: Sequence[Told]) -> dict[str, Told]:
    """Lines on pictures by the picture's name, others by their place."""
    return {f"{line['asked']}: {line.get('file', place)}": line for place, line in enumerate(lines)}


def kept_answers() -> dict[str, list[Told]]:
    """Those of the day they were renewed last, by what was asked."""
    kept: dict[str, list[Told]] = {}
    for line in (GOLDEN / "answers.jsonl").read_text(encoding="utf-8").splitlines():
        told = json.loads(line)
        kept.setdefault(told["asked"], []).append(told)
    return kept


def sheet_difference(one: Path, other: Path) -> int:
    """The largest difference of two pictures' pixels, in grey levels of 255; 255 for sizes."""
    first, second = (np.asarray(Image.open(path), np.int16) for path in (one, other))
    return int(abs(first - second).max()) if first.shape == second.shape else 255
