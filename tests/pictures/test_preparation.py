"""Any picture of a digit becomes what MNIST's were; faults row 11."""

from pathlib import Path

import numpy as np
import pytest
from PIL import Image, ImageDraw, ImageFilter

from desktop_cvae.core.results import FloatArray, NoiseSetting
from desktop_cvae.datasets.mnist import read_mnist_folder
from desktop_cvae.pictures.ink import box_around
from desktop_cvae.pictures.noise import add_noise
from desktop_cvae.pictures.preparation import stroke_width, thickened, to_mnist_style
from desktop_cvae.synthesis.pens import DIGITS, Pen, draw, stroke_lines


def digit(
    side: int = 280, pen: int = 18, fill: float = 0.7, at: tuple[float, float] = (0.5, 0.5)
) -> FloatArray:
    """A seven, white on black, drawn four times too large and reduced."""
    large = Image.new("L", (side * 4, side * 4), 0)
    unit = fill * side * 4
    corners = np.array([(-0.3, -0.5), (0.3, -0.45), (-0.1, 0.5)]) * unit + np.array(at) * side * 4
    pencil = ImageDraw.Draw(large)
    pencil.line([tuple(p) for p in corners], fill=255, width=pen * 4, joint="curve")
    for x, y in corners:
        pencil.ellipse((x - pen * 2, y - pen * 2, x + pen * 2, y + pen * 2), fill=255)
    return np.asarray(large.resize((side, side), Image.Resampling.BOX), np.float32) / 255


REFERENCE = to_mnist_style(digit()).image


BROAD_PEN = Pen(12, 20, 0.1, 0, nib=4, thinness=1, angle=0, serif=0, edge=1)


def distance(image: FloatArray) -> float:
    """Mean absolute distance from the reference after a little blur."""
    soft = [
        np.asarray(Image.fromarray(x).resize((14, 14), Image.Resampling.BOX), np.float32)
        for x in (image, REFERENCE)
    ]
    return float(np.abs(soft[0] - soft[1]).mean())


def centre_of_mass(image: FloatArray) -> tuple[float, float]:
    total = image.sum()
    return (
        float(image.sum(1) @ np.arange(28) / total),
        float(image.sum(0) @ np.arange(28) / total),
    )


def test_the_digit_fills_20_pixels_and_sits_in_the_middle() -> None:
    rows, columns = np.nonzero(REFERENCE.any(1))[0], np.nonzero(REFERENCE.any(0))[0]
    assert max(np.ptp(rows), np.ptp(columns)) + 1 == 20
    assert centre_of_mass(REFERENCE) == pytest.approx((14, 14), abs=0.55)
    assert REFERENCE.dtype == np.float32
    assert REFERENCE.min() == 0
    assert REFERENCE.max() == pytest.approx(1)
    assert ((REFERENCE > 0.1) & (REFERENCE < 0.9)).any(), "the grey of anti-aliasing is kept"


@pytest.mark.parametrize(
    ("image", "inverted"),
    [
        (digit(), False),
        (1 - digit(), True),
        (0.35 + 0.4 * digit(), False),
        (0.8 - 0.3 * digit(), True),
        (digit(at=(0.3, 0.62), fill=0.4, pen=11), False),
        (digit(side=900, pen=58), False),
        (digit(side=2000, fill=0.08, pen=15), False),
        (digit(side=28, pen=2), False),
        (digit(side=64, pen=4), False),
    ],
    ids=["white", "dark", "grey", "pale", "off-centre", "large", "tiny in large", "28", "64"],
)
def test_polarity_contrast_place_and_size_do_not_matter(image: FloatArray, inverted: bool) -> None:
    prepared = to_mnist_style(image)
    assert prepared.found
    assert prepared.inverted is inverted
    assert distance(prepared.image) < 0.03


@pytest.mark.parametrize("pen", [1, 2, 4, 8, 18, 30])
def test_thin_pens_are_thickened_to_ink_that_can_be_seen(pen: int) -> None:
    image = to_mnist_style(1 - digit(pen=pen)).image
    assert image.sum() > 0.6 * REFERENCE.sum()
    assert image.max() > 0.95


@pytest.mark.parametrize("side", [200, 1200])
def test_a_shadow_with_an_edge_is_not_ink(side: int) -> None:
    paper = np.full((side, side), 0.9, np.float32)
    paper[side // 3 :] *= 0.6
    paper *= np.linspace(1, 0.75, side, dtype=np.float32)
    paper = blurred(paper, side / 100)
    photo = paper * (1 - 0.8 * digit(side=side, pen=side // 24, fill=0.45))
    prepared = to_mnist_style(photo)
    assert prepared.inverted
    assert distance(prepared.image) < 0.04


@pytest.mark.parametrize("slope", [-1.2, -0.4, 0.5, 1.5])
@pytest.mark.parametrize("offset", [-0.55, 0.0, 0.5])
def test_the_corner_of_a_slanting_shadow_is_not_ink(slope: float, offset: float) -> None:
    y, x = np.mgrid[-1:1:280j, -1:1:280j]
    dark = 1 / (1 + np.exp(-(x * slope + y - offset) * 60))
    lamp = 0.9 - 0.15 * (x + y) / 2
    light = (lamp * (1 - 0.45 * dark)).astype(np.float32)
    paper = light * (0.95 - 0.8 * digit(fill=0.4, pen=12))
    assert distance(to_mnist_style(paper).image) < 0.03


def test_pale_ruled_lines_are_not_ink() -> None:
    paper = np.full((400, 400), 0.95, np.float32)
    paper[20::40] = paper[21::40] = 0.82
    assert distance(to_mnist_style(paper * (1 - 0.8 * digit(400, 22, 0.5))).image) < 0.04


@pytest.mark.parametrize("slope", [0.0, 0.03])
def test_ruled_lines_as_dark_as_ink_are_not_ink(slope: float) -> None:
    rows, columns = np.mgrid[0:400, 0:400]
    lines = (rows + slope * columns).astype(int) % 57 < 2
    paper = 0.95 - 0.8 * np.maximum(digit(400, 22, 0.5), lines)
    assert distance(to_mnist_style(paper.astype(np.float32)).image) < 0.04


def test_a_frame_around_a_digit_is_not_ink() -> None:
    ink = digit(400, 22, 0.45)
    ink[90:310, 90:93] = ink[90:310, 307:310] = ink[90:93, 90:310] = ink[307:310, 90:310] = 1
    assert distance(to_mnist_style(0.95 - 0.8 * ink).image) < 0.04


def test_a_thin_stroke_across_the_picture_is_ink_not_ruling() -> None:
    one = np.zeros((300, 120), np.float32)
    one[10:290, 58:62] = 1
    assert to_mnist_style(one).box.height > 270


def test_specks_and_grain_are_not_ink() -> None:
    rng = np.random.default_rng(3)
    photo = 0.85 - 0.6 * digit(300, 18, 0.5) + 0.03 * rng.standard_normal((300, 300))
    photo[30:34, 250:254] = photo[270:273, 20:24] = 0.2
    prepared = to_mnist_style(photo.astype(np.float32))
    assert distance(prepared.image) < 0.04


def test_a_stroke_apart_from_the_rest_is_kept() -> None:
    image = np.zeros((200, 200), np.float32)
    image[60:150, 60:72] = 1
    image[60:150, 110:122] = 1
    assert to_mnist_style(image).box == (60, 60, 62, 90)


def test_ink_that_leaves_the_picture_is_kept() -> None:
    image = np.zeros((200, 200), np.float32)
    image[0:120, 90:104] = 1
    image[90:104, 60:150] = 1
    assert to_mnist_style(image).box[1] == 0


def test_scans_that_fill_all_their_sides_are_kept() -> None:
    scan = np.zeros((16, 16), np.float32)
    scan[:3] = 1
    scan[:, 12:15] = 1
    prepared = to_mnist_style(scan)
    assert prepared.found
    assert not prepared.inverted
    assert prepared.box == (0, 0, 16, 16)


def test_box_scale_and_offset_lead_from_the_source_to_the_image() -> None:
    source = digit(at=(0.4, 0.6))
    prepared = to_mnist_style(source)
    x, y, width, height = prepared.box
    rows, columns = np.nonzero((source > 0.2).any(1))[0], np.nonzero((source > 0.2).any(0))[0]
    assert abs(x - columns[0]) <= 2
    assert abs(y - rows[0]) <= 2
    assert abs(x + width - 1 - columns[-1]) <= 2
    assert abs(y + height - 1 - rows[-1]) <= 2
    inked_rows = np.nonzero((prepared.image > 0.1).any(1))[0]
    assert prepared.offset[1] == pytest.approx(inked_rows[0], abs=1)
    assert prepared.offset[1] + prepared.scale * height - 1 == pytest.approx(inked_rows[-1], abs=1)


NOTHING = {
    "row 11: blank canvas": np.ones((280, 280)),
    "row 11: all black": np.zeros((280, 280)),
    "row 7: one pixel": np.ones((1, 1)),
    "row 7: one line": np.tile([0.0, 1.0], (1, 30_000)),
    "a gradient": np.tile(np.linspace(0, 1, 300), (200, 1)),
    "faint paper": 0.9 + 0.005 * np.random.default_rng(0).standard_normal((200, 200)),
    "grain": 0.5 + 0.1 * np.random.default_rng(1).standard_normal((280, 280)),
    "television": np.random.default_rng(2).random((200, 300)),
    "small television": np.random.default_rng(4).random((28, 28)),
    "dust": (np.random.default_rng(5).random((200, 200)) < 0.01).astype(float),
    "no pixels": np.zeros((0, 5)),
}


@pytest.mark.parametrize("name", NOTHING)
def test_nothing_is_found_where_nothing_is_written(name: str) -> None:
    prepared = to_mnist_style(NOTHING[name].astype(np.float32))
    assert not prepared.found
    assert prepared.box == (0, 0, 0, 0)
    assert prepared.image.shape == (28, 28)
    assert not prepared.image.any()


def test_row_11_thirty_symbols_give_a_value() -> None:
    page = np.zeros((600, 500), np.float32)
    for index in range(30):
        top, left = 20 + index // 5 * 95, 15 + index % 5 * 97
        page[top : top + 80, left : left + 80] = digit(80, 5)
    prepared = to_mnist_style(1 - page)
    assert prepared.found
    assert prepared.box[2] > 400


def test_row_11_one_huge_blob_gives_a_value() -> None:
    blob = np.zeros((280, 280), np.float32)
    blob[15:265, 15:265] = 1
    prepared = to_mnist_style(blob)
    assert np.isfinite(prepared.image).all()


def test_pixels_that_are_no_numbers_are_taken_as_black() -> None:
    image = digit()
    image[0, 0] = np.nan
    image[0, 1] = np.inf
    assert np.isfinite(to_mnist_style(image).image).all()


def test_a_noisy_28_pixel_digit_is_taken_as_it_is() -> None:
    clean = REFERENCE
    noisy = clean + 0.2 * np.random.default_rng(0).standard_normal((28, 28)).astype(np.float32)
    noisy = np.clip(noisy, 0, 1)
    assert np.array_equal(to_mnist_style(noisy).image, noisy)


@pytest.mark.parametrize("level", [0.1, 0.2])
@pytest.mark.parametrize("seed", range(4))
def test_salt_and_pepper_on_a_28_pixel_digit_stays_for_the_model(level: float, seed: int) -> None:
    noisy = add_noise(REFERENCE, NoiseSetting("salt and pepper", level, seed))
    assert np.array_equal(to_mnist_style(noisy).image, noisy)
    assert np.array_equal(to_mnist_style(1 - noisy).image, 1 - (1 - noisy))


@pytest.mark.parametrize("seed", range(4))
def test_specks_that_touch_the_ink_of_a_scan_do_not_move_it(seed: int) -> None:
    scan = np.pad(REFERENCE, ((2, 12), (12, 2)))
    struck = add_noise(scan, NoiseSetting("salt and pepper", 0.15, seed))
    assert distance(to_mnist_style(struck).image) < 0.04


@pytest.mark.parametrize("label", range(10))
def test_strokes_are_told_from_paper_that_they_cut_to_pieces(label: int) -> None:
    drawn = draw(stroke_lines(DIGITS[label][0], np.random.default_rng(0), 0.1), BROAD_PEN)
    tight = Image.fromarray(drawn[box_around(drawn > 0.3).window]).resize((16, 16))
    scan = np.asarray(tight.filter(ImageFilter.MaxFilter(3)), np.float32)
    assert (scan > 0.5).mean() > 0.4
    light, dark = to_mnist_style(scan), to_mnist_style(1 - scan)
    assert light.found
    assert dark.found
    assert not light.inverted
    assert dark.inverted


@pytest.mark.mnist
def test_mnist_comes_out_as_it_went_in(mnist_dir: Path) -> None:
    images = read_mnist_folder(mnist_dir, "test").limit(300).floats()
    unchanged = [np.array_equal(to_mnist_style(image).image, image) for image in images]
    assert np.mean(unchanged) > 0.99


@pytest.mark.mnist
def test_shifted_mnist_is_set_back(mnist_dir: Path) -> None:
    images = read_mnist_folder(mnist_dir, "test").limit(300).floats()
    inner = images[images[:, :, -2:].sum((1, 2)) + images[:, -3:].sum((1, 2)) == 0]
    shifted = np.roll(inner, (3, 2), (1, 2))
    distances = [
        np.abs(to_mnist_style(a).image - b).mean() for a, b in zip(shifted, inner, strict=True)
    ]
    assert np.median(distances) < 0.01


def blurred(image: FloatArray, radius: float) -> FloatArray:
    picture = Image.fromarray(np.uint8(image * 255)).filter(ImageFilter.GaussianBlur(radius))
    return np.asarray(picture, np.float32) / 255


@pytest.mark.parametrize("lines", ["rows", "squares"])
def test_ruled_lines_as_dark_as_the_ink_are_cut_out(lines: str) -> None:
    photo = np.minimum(1 - 0.8 * digit(400, 22, 0.5), 1)
    for place in range(20, 400, 40):
        photo[place : place + 2] = 0.2
        if lines == "squares":
            photo[:, place : place + 2] = 0.2
    assert distance(to_mnist_style(photo).image) < 0.05  # 0.2 with the lines


def test_a_sheet_of_paper_on_a_dark_desk_is_not_the_digit() -> None:
    desk = np.full((400, 400), 0.25, np.float32)
    desk[60:340, 70:330] = 0.95 * (1 - 0.85 * digit(280, 16, 0.55))[:, :260]
    prepared = to_mnist_style(desk)
    assert prepared.inverted
    assert distance(prepared.image) < 0.04
    x, y, width, height = prepared.box
    assert 70 < x < x + width < 330
    assert 60 < y < y + height < 340


def test_a_thick_digit_in_a_tight_crop_is_not_a_sheet() -> None:
    thick = digit(160, 44, 0.7)
    rows, columns = np.nonzero(thick.any(1))[0], np.nonzero(thick.any(0))[0]
    crop = thick[rows[0] : rows[-1] + 1, columns[0] : columns[-1] + 1]
    assert not to_mnist_style(crop).inverted
    assert to_mnist_style(1 - crop).inverted


@pytest.mark.parametrize(("black", "stays"), [(197, True), (194, False)])
def test_a_quarter_of_a_digit_that_is_taken_as_it_is_is_black(black: int, stays: bool) -> None:
    scan = np.zeros((28, 28), np.float32)
    scan[4:24, 12:16] = 1
    paper = np.flatnonzero(scan == 0)
    scan.flat[paper[black:]] = 0.1
    assert np.array_equal(to_mnist_style(scan).image, scan) == stays


def bar(top: int, left: int, height: int, width: int) -> FloatArray:
    scan = np.zeros((28, 28), np.float32)
    scan[top : top + height, left : left + width] = 1
    return scan


@pytest.mark.parametrize(
    ("scan", "stays"),
    [
        *[(bar(7, 12, 15, 4), True), (bar(7, 12, 14, 4), False)],
        *[(bar(4, 12, 21, 4), True), (bar(3, 12, 22, 4), False)],
        *[(bar(3, 12, 20, 4), True), (bar(2, 12, 20, 4), False)],
        *[(bar(6, 12, 20, 4), True), (bar(7, 12, 20, 4), False)],
        *[(bar(4, 11, 20, 4), True), (bar(4, 10, 20, 4), False)],
        *[(bar(4, 14, 20, 4), True), (bar(4, 15, 20, 4), False)],
    ],
)
def test_a_scan_that_sits_like_mnist_is_taken_as_it_is(scan: FloatArray, stays: bool) -> None:
    assert np.array_equal(to_mnist_style(scan).image, scan) == stays
    assert np.array_equal(to_mnist_style(1 - scan).image, scan) == stays


def test_a_strokes_width_is_twice_its_area_over_its_outline() -> None:
    assert stroke_width(np.ones((40, 1), np.float32)) == pytest.approx(80 / (82 * np.pi / 4))
    assert stroke_width(np.full((3, 5), 0.5, np.float32)) == pytest.approx(15 / (8 * np.pi / 4))
    assert stroke_width(np.zeros((3, 5), np.float32)) == 0


@pytest.mark.parametrize(
    ("shape", "profile", "factor"),
    [
        ((40, 1), [0.274, 1, 1, 1, 0.274], 1),  # radius 1.774 by the formula in the code
        ((24, 1), [0.296, 1, 0.296], 1),
        ((23, 1), [1], 1),  # a scan made for this size
        ((30, 2), [0.013, 1, 1, 0.013], 1),
        ((30, 3), [1, 1, 1], 1),  # thick enough
        ((57, 1), [0, 0.91, 1, 0.91, 0], 2),
        ((113, 2), [0.359, 1, 1, 1, 0.359], 3),
    ],
)
def test_a_thin_stroke_grows_on_both_sides(
    shape: tuple[int, int], profile: list[float], factor: int
) -> None:
    ink, reduced, margin = thickened(np.ones(shape, np.float32))
    assert ink[len(ink) // 2].tolist() == pytest.approx(profile, abs=0.001)
    assert reduced == factor
    assert ink.shape == tuple(-(-side // factor) + 2 * margin for side in shape)


@pytest.mark.parametrize(
    ("width", "height", "notch", "is_sheet"),
    [
        *[(70, 100, 0, True), (69, 100, 0, False), (100, 70, 0, True), (100, 69, 0, False)],
        *[(100, 100, 22, True), (100, 100, 30, False)],
    ],
)
def test_a_sheet_is_large_and_has_four_sides(
    width: int, height: int, notch: int, is_sheet: bool
) -> None:
    desk = np.full((200, 200), 0.2, np.float32)
    desk[40 : 40 + height, 60 : 60 + width] = 0.9
    desk[40:50, 70 : 70 + notch] = 0.2
    x = 56 + width // 2
    desk[60:100, x : x + 8] = 0.1
    prepared = to_mnist_style(desk)
    assert prepared.inverted == is_sheet
    assert (prepared.box.height <= 42) == is_sheet
