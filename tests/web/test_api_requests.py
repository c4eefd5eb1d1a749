"""What a visitor sends back is believed only as far as it was checked."""

from __future__ import annotations

import base64

import numpy as np
import pytest

from desktop_cvae.core.errors import UsageError
from desktop_cvae.core.results import Style
from desktop_cvae.core.specs import ModelSpec
from desktop_cvae.web.api_requests import pack_style, unpack_style

OURS, OTHERS = "0f" * 32, "f0" * 32


def test_a_hand_comes_back_as_it_went(tiny_spec: ModelSpec) -> None:
    hand = Style(np.linspace(-1, 1, tiny_spec.latent_dim, dtype=np.float32), 3)
    back = unpack_style(pack_style(hand, OURS), OURS, tiny_spec)
    assert back.label == 3
    assert np.array_equal(back.latent, hand.latent)


@pytest.mark.parametrize("change", ["model", "label", "far", "no number", "short", "no text"])
def test_a_hand_that_is_none_of_ours_is_refused(tiny_spec: ModelSpec, change: str) -> None:
    latent = np.zeros(tiny_spec.latent_dim, np.float32)
    if change in ("far", "no number"):
        latent[0] = np.nan if change == "no number" else 1e30
    label = tiny_spec.score_count if change == "label" else 3
    packed = pack_style(Style(latent, label), OTHERS if change == "model" else OURS)
    if change == "short":
        packed = base64.urlsafe_b64encode(base64.urlsafe_b64decode(packed)[:-4]).decode()
    if change == "no text":
        packed = "…"
    with pytest.raises(UsageError, match="belongs to another model"):
        unpack_style(packed, OURS, tiny_spec)
