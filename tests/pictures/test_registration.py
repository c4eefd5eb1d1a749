"""A printed form is found on scans that lie askew, and its fields come out clean."""

from __future__ import annotations

import numpy as np
import pytest
from fakes import draw_digit
from printed_forms import FIELDS, HEIGHT, WIDTH, Laid, blank, form, misplaced_px, other, scanned
from printed_forms import written as write_on

from desktop_cvae.pictures.registration import Registration, cut_field, reference_of, register

TEXTS = {"customer": "31415926", "meter": "271828", "reading": "16180", "phone": "577215664"}


def misplaced(found: Registration, laid: Laid) -> float:
    fields = form().fields
    return max(misplaced_px(found.corners(one.share_box), laid, one.name) for one in fields)


@pytest.mark.parametrize(
    "laid",
    [Laid(2, 1, 30, -20), Laid(-6, 0.92, -60, 50), Laid(181, 0.97, 5, 5)],
)
def test_fields_are_found_to_a_fraction_of_a_millimetre(laid: Laid) -> None:
    page = write_on(blank(), TEXTS, draw_digit)
    found = register(reference_of(np.asarray(blank(), np.float32) / 255), scanned(page, laid))
    assert found.is_found
    assert misplaced(found, laid) < 3  # 0.5 mm


def test_another_form_is_not_taken_for_it() -> None:
    reference = form().reference
    assert not register(reference, scanned(other(), Laid(1))).is_found
    # A sample without print has nothing to be found by: the paper's own places are taken.
    plain = register(np.zeros_like(reference), np.ones((200, 100), np.float32))
    assert plain.is_found
    assert plain.corners((0.5, 0.5, 0.5, 0.5))[2] == pytest.approx((100, 200))


def test_lines_of_the_form_are_taken_out_and_strokes_stay() -> None:
    one = form()
    box = one.fields[0].share_box
    page = scanned(blank(), Laid(2))
    empty = cut_field(one.reference, page, register(one.reference, page), box)
    assert empty.min() > 0.6
    # A stroke across the frame and between two boxes goes on.
    marked = np.asarray(blank(), np.float32).copy()
    x, y = round(box[0] * WIDTH) + 60, round(box[1] * HEIGHT)
    marked[y - 20 : y + 92, x + 25 : x + 33] = 0
    marked[y + 30 : y + 38, x - 20 : x + 20] = 0
    page = np.clip(marked / 255, 0, 1)
    part = cut_field(one.reference, page, register(one.reference, page), box)
    down, across = part[:, 89], part[34]
    assert down.max() < 0.2
    assert across[45:75].max() < 0.4
    assert part.shape == pytest.approx((72, 480), abs=2)


def test_a_field_over_the_pages_edge_is_white_there() -> None:
    one = form()
    beside = Registration(np.array([[WIDTH, 0, -WIDTH / 2], [0, HEIGHT, 0]]), 1.0)
    ink = np.zeros((HEIGHT, WIDTH), np.float32)
    part = cut_field(one.reference, ink, beside, one.fields[0].share_box)
    assert part.dtype == np.float32
    assert part[:, :200].min() == 1
    assert part[:, -50:].max() == 0


def test_a_sample_that_was_written_on_serves_too() -> None:
    page = write_on(blank(), dict.fromkeys(TEXTS, "44444"), draw_digit)
    laid = Laid(3, 0.97, 10, 20)
    reference = reference_of(np.asarray(page, np.float32) / 255)
    found = register(reference, scanned(write_on(blank(), TEXTS, draw_digit), laid))
    assert misplaced(found, laid) < 3
    assert set(FIELDS) == set(TEXTS)
