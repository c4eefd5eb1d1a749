"""Calibration of a model's answers, fitted on validation digits and kept in its manifest."""

from __future__ import annotations

import dataclasses
import itertools
import math
from dataclasses import dataclass
from typing import Annotated, Any

from desktop_cvae.core.errors import InvalidData
from desktop_cvae.core.language import tr
from desktop_cvae.core.schemas import Field, check_fields, from_json

FALSE_REJECTION_RATES = (0.001, 0.005, 0.01, 0.02, 0.05)
"""False rejection rates on the validation digits for which thresholds are fitted."""
DEFAULT_FALSE_REJECTION_RATE = 0.005
MAX_FALSE_REJECTION_RATE = FALSE_REJECTION_RATES[-1]
EXTRA_FEATURES = 10
"""Features of the digit score besides two for each label."""
SHAPE_NETWORK = "shapes-1"
"""The network of ``inference.shape_network`` that comes with the program."""
LARGEST = 1e6
MOST_LATENTS, MOST_UNITS = 1024, 256
Numbers = Annotated[tuple[float, ...], Field(low=-LARGEST, high=LARGEST)]


@dataclass(frozen=True)
class Calibration:
    """Constants that turn evidence into a verdict; see ``inference.verdicts``.

    Attributes:
        temperature: of the soft-max over the labels' evidence, in (0, 1000].
        unsure_margin: nats; a label whose evidence is nearer to the best might be it as well.
        shares: false rejection rates, measured on validation digits, ascending, in (0, 0.5]; empty
            if the model rejects nothing.
        thresholds: rejection threshold on the digit score for each of them, ascending.
        means: of the F = 2K + 10 + ``latents`` features (+ 1 with ``shapes``) under each label,
            label by label.
        scales: of the features, F positive numbers.
        digits: how many validation digits it was fitted on.
        latents: how many latent dimensions are among the features.
        hidden: of the network's units, (K + F + 1)·U numbers, input by input, the bias last.
        outputs: of the network's output, U + 1 numbers, the bias last.
        shapes: the network whose log odds of the shape are the last feature: ``SHAPE_NETWORK``, or
            empty for an older calibration without it.
    """

    temperature: Annotated[float, Field(low=1e-3, high=1000)]
    unsure_margin: Annotated[float, Field(low=0, high=10_000)]
    shares: Annotated[tuple[float, ...], Field(low=1e-6, high=0.5)] = ()
    thresholds: Numbers = ()
    means: Numbers = ()
    scales: Annotated[tuple[float, ...], Field(low=1e-6, high=LARGEST)] = ()
    digits: Annotated[int, Field(low=0, high=10**9)] = 0
    latents: Annotated[int, Field(low=0, high=MOST_LATENTS)] = 0
    hidden: Numbers = ()
    outputs: Numbers = ()
    shapes: str = ""

    def __post_init__(self) -> None:
        check_fields(self)
        if any(low >= high for low, high in itertools.pairwise(self.shares)):
            raise _not_ascending("shares")
        # Equal thresholds are possible: with few digits, two rates may end at the same one.
        if any(low > high for low, high in itertools.pairwise(self.thresholds)):
            raise _not_ascending("thresholds")
        if len(self.shares) != len(self.thresholds) or len(self.shares) > 100:
            raise InvalidData(tr("“calibration” needs one threshold per share, at most 100."))
        self._require_sizes()

    @property
    def can_reject(self) -> bool:
        """True if the model can reject."""
        return bool(self.thresholds)

    @property
    def label_count(self) -> int:
        """Number of labels of the digit score; 0 without one."""
        return (len(self.scales) - self._other_features) // 2 if self.scales else 0

    @property
    def _other_features(self) -> int:
        """Number of features besides two for each label."""
        return EXTRA_FEATURES + self.latents + bool(self.shapes)

    def rejection_threshold(self, false_rejection_rate: float) -> float:
        """Return the digit score below which a picture is rejected.

        Args:
            false_rejection_rate: fraction of real digits rejected, in [0, 0.05]; 0 rejects none.
                Between the table's fractions the threshold is interpolated over their logarithms;
                beyond them the nearest one is taken.
        """
        if false_rejection_rate <= 0 or not self.can_reject:
            return -math.inf
        if false_rejection_rate <= self.shares[0]:
            return self.thresholds[0]
        for low, high, under, over in zip(
            self.shares, self.shares[1:], self.thresholds, self.thresholds[1:], strict=False
        ):
            if false_rejection_rate <= high:
                weight = math.log(false_rejection_rate / low) / math.log(high / low)
                return under + weight * (over - under)
        return self.thresholds[-1]

    def to_json(self) -> dict[str, Any]:
        """Return plain values for the manifest; unused ``shapes`` are left out."""
        # Every reader refuses unknown entries, so older versions would refuse an empty one too.
        plain = dataclasses.asdict(self)
        return plain if self.shapes else {k: v for k, v in plain.items() if k != "shapes"}

    @classmethod
    def from_json(cls, data: Any) -> Calibration:
        """Read and validate.

        Raises:
            InvalidData: an entry is missing, unknown, of the wrong type or out of range.
        """
        if isinstance(data, dict) and data.get("weights") == []:
            # Written before the network was the only digit score; no released model has any.
            data = {name: value for name, value in data.items() if name != "weights"}
        return from_json(cls, data, "calibration")

    def _require_sizes(self) -> None:
        if self.shapes not in ("", SHAPE_NETWORK):
            raise InvalidData(tr("“calibration.shapes” names an unknown network."))
        if not self.scales:
            if self.means or self.hidden or self.outputs or self.thresholds:
                raise InvalidData(tr("“calibration” has thresholds without a digit score."))
            return
        labels, features = self.label_count, len(self.scales)
        if features != 2 * labels + self._other_features or labels < 1:
            raise InvalidData(tr("“calibration.scales” has the wrong length."))
        if len(self.means) != labels * features:
            raise InvalidData(tr("“calibration.means” has the wrong length."))
        units = len(self.outputs) - 1
        if not 1 <= units <= MOST_UNITS or len(self.hidden) != (labels + features + 1) * units:
            raise InvalidData(tr("“calibration.hidden” has the wrong length."))


def _not_ascending(name: str) -> InvalidData:
    return InvalidData(tr("“calibration.{name}” must be in ascending order.", name=name))
