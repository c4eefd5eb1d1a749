"""How far a model's answers can be believed: fitted on validation digits, kept in its manifest."""

from __future__ import annotations

import dataclasses
import itertools
import math
from dataclasses import dataclass
from typing import Any

from desktop_cvae.core.checked_json import from_json
from desktop_cvae.core.errors import InvalidSpec
from desktop_cvae.core.language import number, tr
from desktop_cvae.core.layers import require_range

REFUSED_SHARES = (0.001, 0.005, 0.01, 0.02, 0.05)
"""Shares of validation digits whose loss is the price of a threshold."""
DEFAULT_REFUSAL = 0.005
LARGEST_REFUSAL = REFUSED_SHARES[-1]
EXTRA_FEATURES = 10
"""Entries of a digit score's features beside two for each label."""
SHAPE_NETWORK = "shapes-1"
"""The network of ``inference.shape_network`` that comes with the program."""
LARGEST = 1e6
MOST_LATENTS, MOST_UNITS = 1024, 256


@dataclass(frozen=True)
class Calibration:
    """What turns evidence into a verdict; see ``inference.verdicts`` and ``inference.digit_score``.

    Attributes:
        temperature: of the soft-max over the labels' evidence, in (0, 1000].
        unsure_margin: nats; a label whose evidence is nearer to the best might be it as well.
        shares: shares of validation digits refused, ascending, in (0, 0.5]; empty if the model
            refuses nothing.
        thresholds: the digit score under which so many are refused, one a share, ascending.
        means: of the F = 2K + 10 + ``latents`` features (+ 1 with ``shapes``) under each label,
            label by label.
        scales: of the features, F positive numbers.
        digits: how many validation digits it was fitted on.
        latents: how many latent dimensions are among the features.
        hidden: of the network's units, (K + F + 1)·U numbers, input by input, the bias last.
        outputs: of the network's output, U + 1 numbers, the bias last.
        shapes: whose log odds of the shape are the last feature: ``SHAPE_NETWORK``, or empty
            for a calibration without, as they were before.
    """

    temperature: float
    unsure_margin: float
    shares: tuple[float, ...] = ()
    thresholds: tuple[float, ...] = ()
    means: tuple[float, ...] = ()
    scales: tuple[float, ...] = ()
    digits: int = 0
    latents: int = 0
    hidden: tuple[float, ...] = ()
    outputs: tuple[float, ...] = ()
    shapes: str = ""

    def __post_init__(self) -> None:
        require_range(self, "temperature", 1e-3, 1000.0)
        require_range(self, "unsure_margin", 0.0, 10_000.0)
        require_range(self, "digits", 0, 10**9)
        require_range(self, "latents", 0, MOST_LATENTS)
        _require_ascending("shares", self.shares, 1e-6, 0.5)
        _require_ascending("thresholds", self.thresholds, -LARGEST, LARGEST)
        if len(self.shares) != len(self.thresholds) or len(self.shares) > 100:
            raise InvalidSpec(tr("“calibration” needs one threshold a share, 100 at most."))
        _require_all("means", self.means, -LARGEST, LARGEST)
        _require_all("scales", self.scales, 1e-6, LARGEST)
        for name in ("hidden", "outputs"):
            _require_all(name, getattr(self, name), -LARGEST, LARGEST)
        self._require_sizes()

    @property
    def refuses(self) -> bool:
        """True if it can tell what is no digit."""
        return bool(self.thresholds)

    @property
    def label_count(self) -> int:
        """How many labels the digit score knows; 0 if there is none."""
        return (len(self.scales) - self._other_features) // 2 if self.scales else 0

    @property
    def _other_features(self) -> int:
        """Features that are not one of two a label."""
        return EXTRA_FEATURES + self.latents + bool(self.shapes)

    def threshold(self, refuse: float) -> float:
        """The digit score under which a picture is no digit.

        Args:
            refuse: share of real digits that may be refused, in [0, 0.05]; 0 refuses nothing.
                Between the shares of the table the threshold is interpolated over the share's
                logarithm; beyond them the nearest one is taken.
        """
        if refuse <= 0 or not self.refuses:
            return -math.inf
        if refuse <= self.shares[0]:
            return self.thresholds[0]
        for low, high, under, over in zip(
            self.shares, self.shares[1:], self.thresholds, self.thresholds[1:], strict=False
        ):
            if refuse <= high:
                way = math.log(refuse / low) / math.log(high / low)
                return under + way * (over - under)
        return self.thresholds[-1]

    def to_json(self) -> dict[str, Any]:
        """Plain values for the manifest; ``shapes``, new to older programs, only if it is used."""
        plain = dataclasses.asdict(self)
        return plain if self.shapes else {k: v for k, v in plain.items() if k != "shapes"}

    @classmethod
    def from_json(cls, data: Any) -> Calibration:
        """Read and validate.

        Raises:
            InvalidSpec: an entry is missing, unknown, of the wrong type or out of range.
        """
        if isinstance(data, dict) and data.get("weights") == []:
            # Written before the network was the only digit score; no released model has any.
            data = {name: value for name, value in data.items() if name != "weights"}
        return from_json(cls, data, "calibration")

    def _require_sizes(self) -> None:
        if self.shapes not in ("", SHAPE_NETWORK):
            raise InvalidSpec(tr("“calibration.shapes” names a network that is not here."))
        if not self.scales:
            if self.means or self.hidden or self.outputs or self.thresholds:
                raise InvalidSpec(tr("“calibration” refuses without a digit score."))
            return
        labels, features = self.label_count, len(self.scales)
        if features != 2 * labels + self._other_features or labels < 1:
            raise InvalidSpec(tr("“calibration.scales” has the wrong length."))
        if len(self.means) != labels * features:
            raise InvalidSpec(tr("“calibration.means” has the wrong length."))
        units = len(self.outputs) - 1
        if not 1 <= units <= MOST_UNITS or len(self.hidden) != (labels + features + 1) * units:
            raise InvalidSpec(tr("“calibration.hidden” has the wrong length."))


def _require_all(name: str, values: tuple[float, ...], low: float, high: float) -> None:
    if not all(low <= value <= high for value in values):
        raise InvalidSpec(
            tr(
                "“calibration.{name}” has a number outside {low} to {high}.",
                name=name,
                low=number(low, "g"),
                high=number(high, "g"),
            )
        )


def _require_ascending(name: str, values: tuple[float, ...], low: float, high: float) -> None:
    _require_all(name, values, low, high)
    pairs = itertools.pairwise(values)
    if any(a > b if name == "thresholds" else a >= b for a, b in pairs):
        raise InvalidSpec(tr("“calibration.{name}” should ascend.", name=name))
