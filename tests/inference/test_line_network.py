"""The line network: what it sees, and what it reads of lines that it has never seen."""

from __future__ import annotations

import numpy as np
import pytest
from PIL import Image, ImageDraw, ImageFont

from desktop_cvae.inference.line_decoding import likely_texts
from desktop_cvae.inference.line_network import HEIGHT, STRIDE, line_picture, read_frames


def printed(text: str) -> np.ndarray:
    """Dark digits on light paper, float32, (H, W), light is 1."""
    image = Image.new("L", (26 * len(text) + 24, 52), 225)
    font = ImageFont.load_default(36)
    ImageDraw.Draw(image).text((12, 4), text, fill=40, font=font)
    return np.asarray(image, np.float32) / 255


def test_the_network_sees_ink_as_one_and_paper_as_zero_in_either_polarity() -> None:
    picture = printed("2580")
    seen = line_picture(picture)
    assert seen.shape[0] == HEIGHT
    assert seen.shape[1] == pytest.approx(picture.shape[1] * HEIGHT / picture.shape[0], abs=1)
    assert np.median(seen) == pytest.approx(0, abs=0.02)
    assert seen.max() > 0.9
    np.testing.assert_allclose(line_picture(1 - picture), seen, atol=0.02)


def test_frames_are_log_probabilities_of_blank_and_ten_digits() -> None:
    picture = printed("7")
    frames = read_frames(picture)
    assert frames.shape == (line_picture(picture).shape[1] // STRIDE, 11)
    np.testing.assert_allclose(np.exp(frames).sum(1), 1, atol=1e-4)


@pytest.mark.parametrize("text", ["2580", "36194", "700"])
def test_printed_digits_are_read(text: str) -> None:
    (digits, _), *_ = likely_texts(read_frames(printed(text)), 1)
    assert "".join(map(str, digits)) == text


def test_blank_paper_has_no_digits() -> None:
    (digits, _), *_ = likely_texts(read_frames(np.full((40, 120), 0.8, np.float32)), 1)
    assert digits == ()
