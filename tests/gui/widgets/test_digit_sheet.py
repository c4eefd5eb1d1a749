import io

import numpy as np
from PIL import Image

from desktop_cvae.gui.theme import LIGHT
from desktop_cvae.gui.widgets.digit_sheet import GAP_PX, SCALE, digit_sheet, png_bytes


def test_a_sheet_holds_all_digits_in_rows(qapp):
    pitch = 28 * SCALE + GAP_PX
    sheet = digit_sheet(np.ones((5, 28, 28), np.float32), 3)
    assert (sheet.width(), sheet.height()) == (3 * pitch + GAP_PX, 2 * pitch + GAP_PX)
    fifth = sheet.pixelColor(GAP_PX + pitch + 10, GAP_PX + pitch + 10).name()
    sixth = sheet.pixelColor(GAP_PX + 2 * pitch + 10, GAP_PX + pitch + 10).name()
    assert (fifth, sixth) == (LIGHT.ink, LIGHT.paper)


def test_few_digits_need_no_full_row(qapp):
    assert digit_sheet(np.zeros((2, 28, 28), np.float32), 6).width() < 300


def test_the_png_can_be_read_by_others(qapp):
    sheet = digit_sheet(np.zeros((4, 28, 28), np.float32), 2)
    with Image.open(io.BytesIO(png_bytes(sheet))) as image:
        assert image.format == "PNG"
        assert image.size == (sheet.width(), sheet.height())
