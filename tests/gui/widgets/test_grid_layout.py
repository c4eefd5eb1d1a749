import pytest
from hypothesis import given
from hypothesis import strategies as st

from desktop_cvae.gui.widgets.grid_layout import MIN_CELL_PX, lay_out


@given(st.integers(1, 62), st.integers(200, 900), st.integers(160, 900), st.integers(0, 24))
def test_cells_are_square_apart_and_within_the_width(count, width, height, caption):
    layout = lay_out(count, width, height, caption)
    rects = [layout.cell_rect(index) for index in range(count)]
    assert all(rect.width() == rect.height() >= MIN_CELL_PX for rect in rects)
    assert all(not a.intersects(b) for i, a in enumerate(rects) for b in rects[:i])
    if layout.cell > MIN_CELL_PX:
        assert all(rect.left() >= 0 and rect.right() < width for rect in rects)
        assert layout.caption_rect(count - 1).bottom() < height


@pytest.mark.parametrize(("count", "columns"), [(25, 5), (36, 6), (1, 1)])
def test_full_rows_are_preferred(count, columns):
    assert lay_out(count, 400, 400, 0).columns == columns


def test_a_short_last_row_stands_in_the_middle():
    layout = lay_out(10, 430, 530, 18)
    assert layout.columns == 3
    assert layout.cell_rect(9).left() == layout.cell_rect(1).left()
