"""Pages of PDF and TIFF files: names, drawing, and files that mean harm."""

from __future__ import annotations

import io
import subprocess
import sys
from pathlib import Path

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st
from paged_files import HEIGHT, SIDE, WIDTH, page, write_pages
from pypdf import PdfReader, PdfWriter

from desktop_cvae.core.errors import EnvironmentProblem, ImageProblem
from desktop_cvae.pictures import pages, pdf_pages, pdf_process
from desktop_cvae.pictures.pages import page_names, split_page
from desktop_cvae.pictures.picture_files import read_image


def square(image: np.ndarray) -> int:
    """Which page it is, by where its square begins."""
    rows = np.flatnonzero((image[:, : image.shape[1] // 2] < 0.5).any(1))
    return round(float(rows[0]) / image.shape[0] * HEIGHT / SIDE) + 1


@pytest.mark.parametrize("suffix", [".pdf", ".TIFF"])
def test_every_page_is_a_picture_with_a_name(suffix: str, tmp_path: Path) -> None:
    file = write_pages(tmp_path / f"scan{suffix}", 3)
    names = list(page_names(str(file)))
    assert names == [f"{file}#{number}" for number in (1, 2, 3)]
    images = [read_image(Path(name)) for name in names]
    assert [square(image) for image in images] == [1, 2, 3]
    assert all(
        image.shape[0] / image.shape[1] == pytest.approx(HEIGHT / WIDTH, rel=0.01)
        for image in images
    )
    assert square(read_image(file)) == 1
    with pytest.raises(ImageProblem, match=f"“scan{suffix}#4” has no such page"):
        read_image(Path(f"{file}#4"))


def test_one_page_is_named_as_people_expect(tmp_path: Path) -> None:
    pdf, tiff = (write_pages(tmp_path / f"one{suffix}", 1) for suffix in (".pdf", ".tif"))
    assert list(page_names(str(pdf))) == [f"{pdf}#1"]
    assert list(page_names(str(tiff))) == [str(tiff)]
    odd = tmp_path / "really.tif#2"
    page(2).save(odd, "PNG")
    assert split_page(str(odd)) == (str(odd), 0)
    assert square(read_image(odd)) == 2
    for name in ("not there.pdf", "picture.png", "picture.png#2"):
        assert list(page_names(name)) == [name]
    with pytest.raises(ImageProblem, match="There is no file"):
        read_image(tmp_path / "picture.png#2")


def test_smaller_versions_are_no_pages_and_circles_end(tmp_path: Path) -> None:
    first, small, second = page(1), page(1).reduce(4), page(2)
    small.encoderinfo = {"tiffinfo": {254: 1}}
    file = tmp_path / "scanner.tif"
    first.save(file, save_all=True, append_images=[small, second])
    names = list(page_names(str(file)))
    assert [square(read_image(Path(name))) for name in names] == [1, 2]
    data = bytearray(file.read_bytes())
    last = pages.tiff_pages(io.BytesIO(data), "")[-1]
    end = last + 2 + 12 * int.from_bytes(data[last : last + 2], "little")
    data[end : end + 4] = data[4:8]
    assert len(pages.tiff_pages(io.BytesIO(data), "")) == 2
    # One that lies behind the end is counted; who reads it is told.
    data[end : end + 4] = (10**6).to_bytes(4, "little")
    file.write_bytes(data)
    assert len(list(page_names(str(file)))) == 3
    with pytest.raises(ImageProblem, match="damaged or cut short"):
        read_image(Path(f"{file}#3"))


def test_too_many_pages_are_refused(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    tiff = write_pages(tmp_path / "many.tif", 4)
    monkeypatch.setattr(pages, "MAX_PAGES", 3)
    with pytest.raises(ImageProblem, match="has more than 3 pages"):
        pages.count_pages(tiff)
    pdf = write_pages(tmp_path / "many.pdf", 4)
    monkeypatch.setattr(pdf_process, "MAX_PAGES", 3)
    assert pdf_process.answer(pdf_process.OpenFile(), {"path": str(pdf), "page": 1})[0] == {
        "refused": "pages"
    }


def test_damaged_and_locked_pdf_files_say_so(tmp_path: Path) -> None:
    data = write_pages(tmp_path / "whole.pdf", 2).read_bytes()
    for cut in (9, 60, len(data) // 3):
        (tmp_path / "cut.pdf").write_bytes(data[:cut])
        assert list(page_names(str(tmp_path / "cut.pdf"))) == [str(tmp_path / "cut.pdf")]
        with pytest.raises(ImageProblem, match=r"“cut\.pdf” is damaged or cut short"):
            read_image(tmp_path / "cut.pdf")
    writer = PdfWriter(PdfReader(io.BytesIO(data)))
    writer.encrypt("secret", algorithm="RC4-128")
    with (tmp_path / "locked.pdf").open("wb") as file:
        writer.write(file)
    with pytest.raises(ImageProblem, match=r"“locked\.pdf” is locked with a password"):
        read_image(tmp_path / "locked.pdf")


@pytest.mark.parametrize(
    ("program", "sentence"),
    [
        ("import os; os.abort()", "cannot be drawn"),
        (f"import os; os._exit({pdf_process.SLOW})", "takes too long to draw"),
        ("input(); print('nonsense')", "cannot be drawn"),
        ('input(); print(\'{"width": 100000, "height": 100000}\')', "cannot be drawn"),
        ("input(); print('{\"width\": 10, \"height\": 10}'); print('short')", "cannot be drawn"),
    ],
)
def test_whatever_becomes_of_the_process_this_one_goes_on(
    program: str, sentence: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    file = write_pages(tmp_path / "scan.pdf", 2)
    drawer = pdf_pages._Drawer()
    monkeypatch.setattr(pdf_pages, "_drawer", drawer)
    with monkeypatch.context() as broken:
        (tmp_path / "process.py").write_text(program)
        broken.setattr(pdf_process, "__file__", str(tmp_path / "process.py"))
        with pytest.raises(ImageProblem, match=f"“scan.pdf” {sentence}"):
            read_image(file)
    assert square(read_image(tmp_path / "scan.pdf#2")) == 2
    drawer.end()


def test_a_wish_that_takes_too_long_ends_the_process() -> None:
    program = (
        "import threading; from desktop_cvae.pictures import pdf_process as p;"
        "p.REQUEST_S = 0.01; p.answer = lambda *_: threading.Event().wait(); p.main()"
    )
    done = subprocess.run([sys.executable, "-c", program], input=b"{}\n", check=False)
    assert done.returncode == pdf_process.SLOW


def test_without_the_library_a_sentence_says_which(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    file = write_pages(tmp_path / "scan.pdf", 1)
    monkeypatch.setattr(pdf_pages, "_drawer", pdf_pages._Drawer())
    monkeypatch.setattr(pdf_pages, "find_spec", lambda _: None)
    with pytest.raises(EnvironmentProblem, match="pip install pypdfium2"):
        read_image(file)
    assert list(page_names(str(file))) == [str(file)]


sizes = st.floats(1e-3, 1e6)


@given(sizes, sizes)
def test_no_page_is_drawn_larger_than_a_picture_is_kept(width: float, height: float) -> None:
    scale = pdf_process.scale_of(width, height)
    across, down = -(-width * scale // 1), -(-height * scale // 1)
    assert 1 <= across * down <= pdf_process.PAGE_PIXELS
    assert scale <= pdf_process.DPI / 72


def test_pictures_that_name_a_pdf_file_in_their_metadata_stay_pictures(tmp_path: Path) -> None:
    file = tmp_path / "seven.jpg"
    page(1).save(file, comment=b"made from %PDF-1.7")
    assert read_image(file).shape == (HEIGHT, WIDTH)
