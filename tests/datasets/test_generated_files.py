"""Samples saved in every format and read back."""

from __future__ import annotations

import base64
import io
import xml.etree.ElementTree as ET
from pathlib import Path

import numpy as np
import pytest
from fakes import draw_digit
from PIL import Image, ImageDraw

from desktop_cvae.core.errors import InputOutputError, UsageError
from desktop_cvae.core.results import Samples, WrittenNumber
from desktop_cvae.core.specs import DIGIT_NAMES
from desktop_cvae.datasets.generated_files import (
    FILM_END_MS,
    FILM_SCALE,
    FILM_STEP_MS,
    FORMATS,
    SHEET_GAP_PX,
    SHEET_SCALE,
    export_number,
    export_samples,
    export_walk,
    format_by_suffix,
)
from desktop_cvae.datasets.loading import load_dataset
from desktop_cvae.pictures.line_composition import compose_line, ink_pixels

COUNT, COLUMNS = 23, 5
PITCH = 28 * SHEET_SCALE + SHEET_GAP_PX


@pytest.fixture
def samples() -> Samples:
    random = np.random.default_rng(3)
    images = random.random((COUNT, 28, 28), np.float32)
    labels = np.arange(COUNT, dtype=np.int64) % 10
    return Samples(images, labels, random.random((COUNT, 2), np.float32))


@pytest.mark.parametrize("kind", ["npz", "idx"])
def test_data_is_a_data_set(samples: Samples, tmp_path: Path, kind: str) -> None:
    path = tmp_path / f"digits{FORMATS[kind].suffix}"
    export_samples(path, kind, samples, DIGIT_NAMES, COLUMNS)
    dataset = load_dataset(str(path), "train")
    np.testing.assert_array_equal(dataset.images, samples.pixels)
    np.testing.assert_array_equal(dataset.labels, samples.labels)
    assert dataset.label_names == DIGIT_NAMES


def test_arrays_keep_the_names_of_labels(samples: Samples, tmp_path: Path) -> None:
    names = tuple("abcdefghij")
    export_samples(tmp_path / "letters.npz", "npz", samples, names, COLUMNS)
    assert load_dataset(str(tmp_path / "letters.npz"), "train").label_names == names


def test_files_are_named_by_number_and_label(samples: Samples, tmp_path: Path) -> None:
    export_samples(tmp_path / "digits", "files", samples, DIGIT_NAMES, COLUMNS)
    files = sorted((tmp_path / "digits").iterdir())
    for file, pixels in zip(files, samples.pixels, strict=True):
        with Image.open(file) as picture:
            np.testing.assert_array_equal(np.asarray(picture), pixels)
    assert [int(file.stem.partition("-")[2]) for file in files] == samples.labels.tolist()


def test_no_label_leads_out_of_the_folder(samples: Samples, tmp_path: Path) -> None:
    names = ("../x", "/y", "z\n", *"abcdefg")
    export_samples(tmp_path / "digits", "files", samples, names, COLUMNS)
    assert [path.name for path in tmp_path.iterdir()] == ["digits"]
    assert len(list((tmp_path / "digits").iterdir())) == COUNT


def test_a_png_sheet_shows_ink_on_paper(samples: Samples, tmp_path: Path) -> None:
    export_samples(tmp_path / "sheet.png", "png", samples, DIGIT_NAMES, COLUMNS)
    with Image.open(tmp_path / "sheet.png") as picture:
        sheet = np.asarray(picture)
    assert sheet.shape == (5 * PITCH + SHEET_GAP_PX, COLUMNS * PITCH + SHEET_GAP_PX)
    for number, pixels in enumerate(samples.pixels):
        row, column = (SHEET_GAP_PX + PITCH * n for n in divmod(number, COLUMNS))
        place = sheet[row : row + 28 * SHEET_SCALE, column : column + 28 * SHEET_SCALE]
        np.testing.assert_array_equal(place[::SHEET_SCALE, ::SHEET_SCALE], 255 - pixels)
    assert (sheet[:SHEET_GAP_PX] == 255).all()


def test_an_svg_sheet_has_a_titled_picture_for_every_digit(
    samples: Samples, tmp_path: Path
) -> None:
    names = ("<&>", "\x00\ud800", *"abcdefgh")
    export_samples(tmp_path / "sheet.svg", "svg", samples, names, COLUMNS)
    root = ET.fromstring((tmp_path / "sheet.svg").read_bytes())
    images = root.findall(".//{*}image")
    assert [image.findtext("{*}title") for image in images[:3]] == ["<&>", "\ufffd\ufffd", "a"]
    for number, (image, pixels) in enumerate(zip(images, samples.pixels, strict=True)):
        row, column = divmod(number, COLUMNS)
        place = SHEET_GAP_PX + PITCH * column, SHEET_GAP_PX + PITCH * row
        assert (int(image.attrib["x"]), int(image.attrib["y"])) == place
        data = image.attrib["{http://www.w3.org/1999/xlink}href"].partition(",")[2]
        with Image.open(io.BytesIO(base64.b64decode(data))) as picture:
            np.testing.assert_array_equal(np.asarray(picture), 255 - pixels)
    assert int(root.attrib["width"]) == COLUMNS * PITCH + SHEET_GAP_PX
    assert int(root.attrib["height"]) == 5 * PITCH + SHEET_GAP_PX


@pytest.mark.parametrize("kind", ["png", "svg", "npz", "files"])
def test_samples_without_labels(samples: Samples, tmp_path: Path, kind: str) -> None:
    free = Samples(samples.images[:3], None, samples.latents[:3])
    export_samples(tmp_path / "free", kind, free, (), COLUMNS)
    if kind == "files":
        names = sorted(path.name for path in (tmp_path / "free").iterdir())
        assert names == ["00000.png", "00001.png", "00002.png"]
    else:
        assert (tmp_path / "free").is_file()


def test_idx_needs_labels(samples: Samples, tmp_path: Path) -> None:
    with pytest.raises(UsageError, match="label for every picture"):
        export_samples(
            tmp_path / "idx", "idx", Samples(samples.images, None, samples.latents), (), 3
        )
    assert not (tmp_path / "idx").exists()


@pytest.mark.parametrize("kind", list(FORMATS))
def test_a_place_that_cannot_be_written_is_told(
    samples: Samples, tmp_path: Path, kind: str
) -> None:
    (tmp_path / "file").write_bytes(b"precious")
    with pytest.raises(InputOutputError):
        export_samples(tmp_path / "file" / "a", kind, samples, DIGIT_NAMES, COLUMNS)
    assert [path.name for path in tmp_path.iterdir()] == ["file"]


NUMBER = WrittenNumber(
    "01 8",
    Samples(np.stack([draw_digit(k) for k in (0, 1, 8)]), None, np.zeros((3, 2), np.float32)),
)


def test_a_number_is_a_picture_of_its_line(tmp_path: Path) -> None:
    export_number(tmp_path / "line.png", "png", NUMBER)
    with Image.open(tmp_path / "line.png") as picture:
        line = np.asarray(picture)
    strip = compose_line(NUMBER.samples.images, NUMBER.text)
    np.testing.assert_array_equal(line, 255 - ink_pixels(strip))


def test_the_outlines_of_a_number_are_its_picture(tmp_path: Path) -> None:
    export_number(tmp_path / "line.svg", "svg", NUMBER)
    root = ET.fromstring((tmp_path / "line.svg").read_bytes())
    strip = compose_line(NUMBER.samples.images, NUMBER.text)
    height, width = strip.shape
    assert root.attrib["viewBox"] == f"0 0 {width} {height}"
    assert root.findtext("{*}title") == "01 8"
    path = root.find("{*}path")
    assert path.attrib["fill-rule"] == "evenodd"
    lines = [
        [tuple(map(float, place.split())) for place in line.strip("M Z").split("L")]
        for line in path.attrib["d"].split("Z")[:-1]
    ]
    # A zero has two outlines, a one has one, an eight has three.
    assert len(lines) == 6
    drawn = np.zeros((height, width), bool)
    for line in lines:
        # Four times as large: a pixel that an edge touches counts as inside.
        area = Image.new("1", (4 * width, 4 * height))
        ImageDraw.Draw(area).polygon([(4 * x - 0.5, 4 * y - 0.5) for x, y in line], fill=1)
        drawn ^= np.asarray(area)[2::4, 2::4]
    ink = ink_pixels(strip)
    assert (drawn != (ink > 127))[(ink == 0) | (ink == 255)].mean() < 0.001


def test_only_files_have_a_suffix() -> None:
    found = {name: format_by_suffix(Path(name)) for name in ("a.PNG", "a.svg", "a.npz", "a", "a.x")}
    assert found == {"a.PNG": "png", "a.svg": "svg", "a.npz": "npz", "a": None, "a.x": None}


def test_a_walk_is_a_film_there_and_back_or_a_sheet_of_one_row(
    samples: Samples, tmp_path: Path
) -> None:
    walk = samples.only([0, 1, 2, 3])
    export_walk(tmp_path / "walk.GIF", walk)
    with Image.open(tmp_path / "walk.GIF") as film:
        assert (film.n_frames, film.info["loop"]) == (6, 0)
        assert film.size == (28 * FILM_SCALE, 28 * FILM_SCALE)
        times = []
        for frame, shown in enumerate((0, 1, 2, 3, 2, 1)):
            film.seek(frame)
            times.append(film.info["duration"])
            grey = np.asarray(film.convert("L"))[::FILM_SCALE, ::FILM_SCALE]
            assert np.array_equal(grey, 255 - walk.pixels[shown])
    assert times == [FILM_END_MS, FILM_STEP_MS, FILM_STEP_MS, FILM_END_MS, *[FILM_STEP_MS] * 2]
    export_walk(tmp_path / "walk.png", walk)
    with Image.open(tmp_path / "walk.png") as sheet:
        assert sheet.width > 4 * 28 * SHEET_SCALE > 4 * sheet.height // 2
