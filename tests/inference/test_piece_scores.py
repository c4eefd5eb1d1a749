from __future__ import annotations

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from hypothesis.extra import numpy as hnp
from written_lines import ReadingEngine, on_paper, write_line

from desktop_cvae.core.results import FloatArray
from desktop_cvae.images.fields import find_fields
from desktop_cvae.inference.piece_scores import excess_nats, log_odds
from desktop_cvae.inference.recognition import recognize

images = hnp.arrays(np.float32, (28, 28), elements=st.floats(0, 1, width=32))


@settings(max_examples=30, deadline=None)
@given(image=images)
def test_no_image_costs_less_than_its_own_entropy(image: FloatArray) -> None:
    (reading,) = recognize(ReadingEngine(), image[None])
    assert excess_nats(image, reading) >= 0


@pytest.mark.parametrize("text", ["25", "38", "60"])
def test_whole_digits_score_higher_than_pairs(text: str) -> None:
    (field,) = find_fields(on_paper(write_line(text, gap=4)))
    readings = recognize(ReadingEngine(), np.stack([p.prepared.image for p in field.pieces]))
    scores = {
        (piece.first, piece.last): log_odds(piece, reading)
        for piece, reading in zip(field.pieces, readings, strict=True)
    }
    whole = (0, field.cut_count - 1)
    pair = scores.get(whole, -np.inf)  # too wide to be a piece at all is as good
    best = max(
        first + second
        for (start, middle), first in scores.items()
        for (other, end), second in scores.items()
        if (start, end) == whole and middle == other
    )
    assert best > max(pair, 0)
