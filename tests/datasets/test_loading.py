"""Users' data sets in every form; faults row 21.

Counting pictures at a glance agrees with reading them.
"""

from __future__ import annotations

import gzip
import os
import struct
import zipfile
from pathlib import Path

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from PIL import Image

from desktop_cvae.core.errors import DatasetProblem, UnfitRows
from desktop_cvae.datasets.dataset import DigitDataset
from desktop_cvae.datasets.importing import parse_csv
from desktop_cvae.datasets.loading import (
    count_images,
    load_dataset,
    load_examples,
    load_parts,
    picture_files,
)
from desktop_cvae.datasets.stored import store_dataset

RNG = np.random.default_rng(0)
IMAGES = RNG.integers(0, 256, (12, 28, 28), np.uint8)
LABELS = np.array([3, 1, 4, 1, 5, 9, 2, 6, 5, 3, 5, 8])


def crosses(count: int, side: int) -> np.ndarray:
    """White crosses on black, uint8, (N, side, side)."""
    images = np.zeros((count, side, side), np.uint8)
    images[:, side // 2 - 1 : side // 2 + 1, 2:-2] = 255
    images[:, 3:-3, side // 2 - 1 : side // 2 + 1] = 255
    return images


def write_idx(path: Path, values: np.ndarray, zipped: bool) -> None:
    head = bytes([0, 0, 8, values.ndim]) + struct.pack(f">{values.ndim}I", *values.shape)
    data = head + values.astype(np.uint8).tobytes()
    path.write_bytes(gzip.compress(data) if zipped else data)


def csv_text(labels: np.ndarray = LABELS, images: np.ndarray = IMAGES, last: bool = False,
             header: str = "", separator: str = ",") -> str:  # fmt: skip
    flat = images.reshape(len(images), -1)
    columns = [flat, labels[:, None]] if last else [labels[:, None], flat]
    rows = [separator.join(map(str, row)) for row in np.hstack(columns).tolist()]
    return "\n".join([header, *rows] if header else rows) + "\n"


@pytest.mark.parametrize("zipped", [True, False])
@pytest.mark.parametrize(("part", "prefix"), [("train", "train"), ("test", "t10k")])
def test_idx_folders_and_files(tmp_path: Path, zipped: bool, part: str, prefix: str) -> None:
    ending = "-ubyte.gz" if zipped else "-ubyte"
    write_idx(tmp_path / f"{prefix}-images-idx3{ending}", IMAGES, zipped)
    write_idx(tmp_path / f"{prefix}-labels-idx1{ending}", LABELS, zipped)
    for wish in (tmp_path, tmp_path / f"{prefix}-images-idx3{ending}"):
        dataset = load_dataset(str(wish), part)
        assert np.array_equal(dataset.images, IMAGES)
        assert np.array_equal(dataset.labels, LABELS)


def test_an_idx_folder_without_the_part_says_which_it_has(tmp_path: Path) -> None:
    write_idx(tmp_path / "train-images-idx3-ubyte", IMAGES, False)
    with pytest.raises(DatasetProblem, match="has the part train but not test"):
        load_dataset(str(tmp_path), "test")


def test_idx_without_its_labels_names_the_missing_file(tmp_path: Path) -> None:
    write_idx(tmp_path / "train-images-idx3-ubyte", IMAGES, False)
    with pytest.raises(DatasetProblem, match="no file “train-labels-idx1-ubyte”"):
        load_dataset(str(tmp_path), "train")


def test_row_21_idx_labels_out_of_range_name_the_row(tmp_path: Path) -> None:
    write_idx(tmp_path / "train-images-idx3-ubyte", IMAGES, False)
    write_idx(tmp_path / "train-labels-idx1-ubyte", np.where(LABELS == 9, 77, LABELS), False)
    with pytest.raises(DatasetProblem, match="row 6 has the label 77"):
        load_dataset(str(tmp_path), "train")


@pytest.mark.parametrize("shape", [(12, 28, 28), (12, 784), (12, 28, 28, 1)])
@pytest.mark.parametrize("dtype", ["uint8", "int64", "float32"])
def test_npz_with_x_and_y(tmp_path: Path, shape: tuple[int, ...], dtype: str) -> None:
    scale = 255 if dtype == "float32" else 1
    x = (IMAGES.reshape(shape) / scale).astype(dtype)
    np.savez(tmp_path / "mine.npz", x=x, y=LABELS[:, None])
    for part in ("train", "test"):
        dataset = load_dataset(str(tmp_path / "mine.npz"), part)
        assert np.array_equal(dataset.images, IMAGES)
        assert np.array_equal(dataset.labels, LABELS)


def test_npz_as_keras_names_it(tmp_path: Path) -> None:
    arrays = {"x_train": IMAGES[:8], "y_train": LABELS[:8], "x_test": IMAGES[8:]}
    np.savez_compressed(tmp_path / "k.npz", **arrays, y_test=LABELS[8:])
    assert np.array_equal(load_dataset(str(tmp_path / "k.npz"), "train").labels, LABELS[:8])
    assert np.array_equal(load_dataset(str(tmp_path / "k.npz"), "test").images, IMAGES[8:])


def test_pictures_of_another_size_are_prepared(tmp_path: Path) -> None:
    np.savez(tmp_path / "s.npz", x=crosses(3, 16), y=np.array([0, 1, 2]))
    images = load_dataset(str(tmp_path / "s.npz"), "test").images
    assert images.shape == (3, 28, 28)
    inked = np.nonzero(images[0].any(1))[0]
    assert np.ptp(inked) + 1 >= 16


def test_a_blank_picture_of_another_size_names_its_row(tmp_path: Path) -> None:
    x = crosses(3, 16)
    x[1] = 0
    np.savez(tmp_path / "s.npz", x=x, y=np.array([0, 1, 2]))
    with pytest.raises(DatasetProblem, match="row 2 is blank"):
        load_dataset(str(tmp_path / "s.npz"), "test")


def spoilt(values: np.ndarray, row: int, value: float) -> np.ndarray:
    floats = values.astype(np.float64)
    floats.reshape(len(floats), -1)[row - 1, 0] = value
    return floats


@pytest.mark.parametrize(
    ("x", "y", "sentence"),
    [
        (spoilt(IMAGES, 5, np.nan), LABELS, "row 5 has a pixel that is not a number from 0 to 255"),
        (spoilt(IMAGES, 7, 256), LABELS, "row 7 has a pixel"),
        (spoilt(IMAGES, 7, -3), LABELS, "row 7 has a pixel"),
        (IMAGES, spoilt(LABELS, 4, 62), "row 4 has the label 62"),
        (IMAGES, spoilt(LABELS, 4, np.nan), "row 4 has the label nan"),
        (IMAGES, spoilt(LABELS, 9, 2.5), "row 9 has the label 2.5"),
        (IMAGES, LABELS[:5], "12 pictures but 5 labels"),
        (IMAGES, np.eye(10)[LABELS], "not one whole number"),
        (IMAGES.reshape(12, -1)[:, :783], LABELS, "12 × 783 values, which are not square"),
        (IMAGES[:0], LABELS[:0], "no pictures"),
        (IMAGES, np.full(12, 3), "All pictures of “bad.npz” have the label 3"),
        (IMAGES.astype("U3"), LABELS, "not numbers"),
    ],
)
def test_row_21_npz_that_does_not_fit(
    tmp_path: Path, x: np.ndarray, y: np.ndarray, sentence: str
) -> None:
    np.savez(tmp_path / "bad.npz", x=x, y=y)
    with pytest.raises(DatasetProblem, match=sentence):
        load_dataset(str(tmp_path / "bad.npz"), "train")


def test_one_class_can_be_evaluated(tmp_path: Path) -> None:
    np.savez(tmp_path / "threes.npz", x=IMAGES, y=np.full(12, 3))
    assert len(load_dataset(str(tmp_path / "threes.npz"), "test")) == 12


def test_npz_never_unpickles(tmp_path: Path) -> None:
    trap = np.empty(12, object)
    trap[:] = [{"a": 1}] * 12
    np.savez(tmp_path / "p.npz", x=IMAGES, y=trap)
    with pytest.raises(DatasetProblem, match="y is not an array of numbers"):
        load_dataset(str(tmp_path / "p.npz"), "train")


def test_npz_that_claims_more_than_it_holds(tmp_path: Path) -> None:
    header = b"{'descr': '|u1', 'fortran_order': False, 'shape': (9000000, 28, 28), }\n"
    member = b"\x93NUMPY\x01\x00" + struct.pack("<H", len(header)) + header
    with zipfile.ZipFile(tmp_path / "big.npz", "w") as archive:
        archive.writestr("x.npy", member)
        archive.writestr("y.npy", member)
    with pytest.raises(DatasetProblem, match="x is not an array of numbers"):
        load_dataset(str(tmp_path / "big.npz"), "train")


@pytest.mark.parametrize("data", [b"", b"no zip", b"PK\3\4" + bytes(50)])
def test_npz_that_is_none(tmp_path: Path, data: bytes) -> None:
    (tmp_path / "n.npz").write_bytes(data)
    with pytest.raises(DatasetProblem, match="not a readable NPZ file"):
        load_dataset(str(tmp_path / "n.npz"), "train")
    np.savez(tmp_path / "names.npz", a=IMAGES)
    with pytest.raises(DatasetProblem, match="neither x and y nor x_train and y_train"):
        load_dataset(str(tmp_path / "names.npz"), "train")


PIXEL_TITLES = ",".join(f"p{i}" for i in range(784))


@pytest.mark.parametrize(
    "text",
    [
        csv_text(),
        csv_text(last=True),
        csv_text(header=f"label,{PIXEL_TITLES}"),
        csv_text(header=f"{PIXEL_TITLES},label", last=True),
        csv_text(separator=";"),
        csv_text(separator="\t"),
        csv_text().replace("\n", "\r\n"),
        csv_text() + "\n\n",
        "﻿" + csv_text(header=f"class,{PIXEL_TITLES}"),
    ],
    ids=["first", "last", "header first", "header last", "semicolon", "tab", "crlf", "ends", "bom"],
)
def test_csv_with_the_label_at_either_end(tmp_path: Path, text: str) -> None:
    (tmp_path / "d.csv").write_text(text, "utf-8", newline="")
    dataset = load_dataset(str(tmp_path / "d.csv"), "train")
    assert np.array_equal(dataset.images, IMAGES)
    assert np.array_equal(dataset.labels, LABELS)


def lines_with(row: int, change: str) -> str:
    lines = csv_text(header=f"label,{PIXEL_TITLES}").splitlines()
    fields = lines[row - 1].split(",")
    fields = {
        "short": fields[:-1],
        "word": [*fields[:-1], "black"],
        "nan": [*fields[:-1], "nan"],
        "large": [*fields[:-1], "300"],
        "label": ["77", *fields[1:]],
        "empty": [*fields[:-1], ""],
    }[change]
    lines[row - 1] = ",".join(fields)
    return "\n".join(lines)


@pytest.mark.parametrize(
    ("text", "sentence"),
    [
        (lines_with(6, "short"), "row 6 has 784 columns instead of 785"),
        (lines_with(6, "word"), "row 6 has an entry that is not a number"),
        (lines_with(6, "empty"), "row 6 has an entry that is not a number"),
        (lines_with(6, "nan"), "row 6 has a pixel that is not a number"),
        (lines_with(6, "large"), "row 6 has a pixel that is not a number"),
        (lines_with(6, "label"), "row 6 has the label 77"),
        (csv_text(images=IMAGES[:, :, :27]), "12 × 756 values, which are not square"),
        ("1,2,3\n4,5,6\n", "3 columns; a label and the pixels are needed"),
        ("", "no rows"),
        (f"label,{PIXEL_TITLES}\n", "no rows"),
        (csv_text(labels=np.full(12, 7)), "All pictures of “d.csv” have the label 7"),
    ],
)
def test_row_21_csv_that_does_not_fit(tmp_path: Path, text: str, sentence: str) -> None:
    (tmp_path / "d.csv").write_text(text)
    with pytest.raises(DatasetProblem, match=sentence):
        load_dataset(str(tmp_path / "d.csv"), "train")


def test_csv_that_is_no_text(tmp_path: Path) -> None:
    (tmp_path / "d.csv").write_bytes(b"\xff\xfe\0\1")
    with pytest.raises(DatasetProblem, match="not a text file"):
        load_dataset(str(tmp_path / "d.csv"), "train")


@settings(max_examples=100, deadline=None)
@given(text=st.text(st.sampled_from('0123456789.,;-eE"\n na#'), max_size=80))
def test_any_text_gives_a_data_set_or_our_error(text: str) -> None:
    with pytest.raises(DatasetProblem):
        parse_csv(lambda: (line for line in text.splitlines() if line.strip()), "x")


def write_classes(folder: Path, names: tuple[str, ...]) -> None:
    for index, name in enumerate(names):
        (folder / name).mkdir(parents=True)
        for number in range(2):
            picture = 255 - crosses(1, 40 + 8 * index)[0]
            Image.fromarray(picture).save(folder / name / f"{number} é.png")


def test_folders_named_by_digits(tmp_path: Path) -> None:
    write_classes(tmp_path, ("7", "2"))
    (tmp_path / "7" / "notes.txt").write_text("not a picture")
    (tmp_path / "8").mkdir()
    dataset = load_dataset(str(tmp_path), "train")
    assert dataset.labels.tolist() == [2, 2, 7, 7]
    assert dataset.label_names == tuple("0123456789")
    assert dataset.images[0].max() > 240


def test_folders_with_other_names_are_labels_in_order(tmp_path: Path) -> None:
    write_classes(tmp_path, ("star", "cross", "10"))
    dataset = load_dataset(str(tmp_path), "train")
    assert dataset.label_names == ("10", "cross", "star")
    assert dataset.labels.tolist() == [0, 0, 1, 1, 2, 2]


def test_folders_under_train_and_test(tmp_path: Path) -> None:
    write_classes(tmp_path / "train", ("0", "1"))
    write_classes(tmp_path / "test", ("1",))
    assert load_dataset(str(tmp_path), "train").labels.tolist() == [0, 0, 1, 1]
    assert load_dataset(str(tmp_path), "test").labels.tolist() == [1, 1]


def test_row_21_folders_that_do_not_fit(tmp_path: Path) -> None:
    with pytest.raises(DatasetProblem, match="no sub-folders with pictures"):
        load_dataset(str(tmp_path), "train")
    write_classes(tmp_path, ("3",))
    with pytest.raises(DatasetProblem, match="have the label 3"):
        load_dataset(str(tmp_path), "train")
    write_classes(tmp_path, ("4",))
    (tmp_path / "4" / "broken.png").write_bytes(b"\x89PNG\r\n\x1a\n")
    with pytest.raises(DatasetProblem, match=r"“broken.png” is damaged or cut short"):
        load_dataset(str(tmp_path), "train")
    Image.new("L", (30, 30), 255).save(tmp_path / "4" / "broken.png")
    with pytest.raises(DatasetProblem, match=r"4/broken.png” is blank"):
        load_dataset(str(tmp_path), "train")


def test_a_folder_is_imported_without_its_bad_pictures(tmp_path: Path) -> None:
    write_classes(tmp_path, ("3", "4"))
    (tmp_path / "4" / "broken.png").write_bytes(b"\x89PNG\r\n\x1a\n")
    Image.new("L", (30, 30), 255).save(tmp_path / "3" / "blank.png")
    train, test = load_parts(tmp_path)
    assert test is None
    assert train.labels.tolist() == [3, 3, 4, 4]
    blank, broken = train.left_out
    assert blank == f"“{tmp_path / '3' / 'blank.png'}” is blank"
    assert broken.startswith(f"“{tmp_path / '4' / 'broken.png'}”: ")
    assert "damaged" in broken
    with pytest.raises(DatasetProblem, match="blank"):
        load_examples(str(tmp_path))


def test_a_folder_of_bad_pictures_alone_is_refused(tmp_path: Path) -> None:
    for label in "34":
        (tmp_path / label).mkdir()
        (tmp_path / label / "broken.png").write_bytes(b"\x89PNG\r\n\x1a\n")
    with pytest.raises(UnfitRows, match=r"3/broken.png”.* \(1 more in all"):
        load_parts(tmp_path)


def test_wishes_that_lead_nowhere(tmp_path: Path) -> None:
    with pytest.raises(DatasetProblem, match="no data set named “gone”"):
        load_dataset(str(tmp_path / "gone"), "train")
    with pytest.raises(DatasetProblem, match=r"cannot be read|no data set"):
        load_dataset("nul\0", "train")
    (tmp_path / "a.xlsx").write_bytes(b"PK")
    with pytest.raises(DatasetProblem, match=r"not an IDX, \.npz or \.csv file"):
        load_dataset(str(tmp_path / "a.xlsx"), "train")
    with pytest.raises(DatasetProblem, match="train and test, not “both”"):
        load_dataset("mnist", "both")


@pytest.mark.skipif(not hasattr(os, "mkfifo"), reason="no pipes with names here")
def test_row_12_a_pipe_never_blocks(tmp_path: Path) -> None:
    os.mkfifo(tmp_path / "x.csv")
    with pytest.raises(DatasetProblem, match="is not a file"):
        load_dataset(str(tmp_path / "x.csv"), "train")
    for name in ("x.csv", "y.npz", "z-images-idx3"):
        if not (tmp_path / name).exists():
            os.mkfifo(tmp_path / name)
        assert count_images(str(tmp_path / name)) is None
    with pytest.raises(DatasetProblem, match="is not a file"):
        load_parts(tmp_path / "y.npz")
    os.mkfifo(tmp_path / "train-images-idx3-ubyte")
    assert count_images(str(tmp_path)) is None


def test_csv_with_names_as_labels(tmp_path: Path) -> None:
    names = np.array(["cat", "dog", "eel"])[LABELS % 3]
    for last in (False, True):
        text = csv_text(labels=names, last=last)
        (tmp_path / "d.csv").write_text(text)
        dataset = load_dataset(str(tmp_path / "d.csv"), "train")
        assert dataset.label_names == ("cat", "dog", "eel")
        assert np.array_equal(dataset.labels, LABELS % 3)
        assert np.array_equal(dataset.images, IMAGES)


def test_npz_with_names_and_labels_that_count_from_one(tmp_path: Path) -> None:
    letters = np.array(list("ABCDEFGHIJKLMNOPQRSTUVWXYZ"))
    y = np.array([1, 26, *range(2, 12)])
    np.savez(tmp_path / "letters.npz", x=IMAGES, y=y, names=letters)
    dataset = load_dataset(str(tmp_path / "letters.npz"), "train")
    assert dataset.label_names == tuple(letters)
    assert np.array_equal(dataset.labels, y - 1)


def test_npz_with_texts_as_labels(tmp_path: Path) -> None:
    np.savez(tmp_path / "t.npz", x=IMAGES, y=np.array(["b", "a"] * 6))
    dataset = load_dataset(str(tmp_path / "t.npz"), "train")
    assert dataset.label_names == ("a", "b")
    assert dataset.labels[:3].tolist() == [1, 0, 1]


def test_idx_labels_up_to_61(tmp_path: Path) -> None:
    write_idx(tmp_path / "train-images-idx3-ubyte", IMAGES, False)
    write_idx(tmp_path / "train-labels-idx1-ubyte", np.where(LABELS == 9, 61, LABELS), False)
    dataset = load_dataset(str(tmp_path), "train")
    assert dataset.label_names == tuple(map(str, range(62)))
    assert dataset.labels.max() == 61


def test_row_21_every_row_that_does_not_fit_is_listed(tmp_path: Path) -> None:
    labels = np.where(np.arange(40) % 4, 1, 99)
    np.savez(tmp_path / "m.npz", x=np.zeros((40, 28, 28), np.uint8), y=labels)
    with pytest.raises(DatasetProblem, match=r"row 1 has the label 99.*9 more") as caught:
        load_dataset(str(tmp_path / "m.npz"), "train")
    lines = caught.value.details.splitlines()
    assert len(lines) == 10
    assert lines[1].startswith("Row 5 has the label 99")


def test_folders_of_both_parts_share_their_names(tmp_path: Path) -> None:
    write_classes(tmp_path / "train", ("ant", "bee"))
    write_classes(tmp_path / "test", ("bee",))
    test = load_dataset(str(tmp_path), "test")
    assert test.label_names == ("ant", "bee")
    assert test.labels.tolist() == [1, 1]


def write_idx_pair(path: Path, count: int, *, packed: bool) -> None:
    head = bytes([0, 0, 8, 3]) + b"".join(n.to_bytes(4, "big") for n in (count, 28, 28))
    data = head + bytes(count * 784)
    path.write_bytes(gzip.compress(data) if packed else data)


@pytest.mark.parametrize("packed", [True, False])
def test_mnist_files_are_counted_by_their_header(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, packed: bool
) -> None:
    file = tmp_path / f"train-images-idx3-ubyte{'.gz' if packed else ''}"
    write_idx_pair(file, 7, packed=packed)
    assert count_images(str(tmp_path)) == 7
    assert count_images(str(file)) == 7
    monkeypatch.setenv("DESKTOP_CVAE_MNIST", str(tmp_path))
    assert count_images("mnist") == (7 if packed else None)


def test_a_stored_set_counts_what_is_trained_with() -> None:
    images = np.zeros((20, 28, 28), np.uint8)
    images[:, 5:20, 10:18] = np.arange(100, 120, dtype=np.uint8)[:, None, None]
    stored = store_dataset(
        "ab", "made up", DigitDataset(images, np.arange(20) % 2, ("a", "b"), "ab")
    )
    assert count_images("ab") == stored.train_size == 18


def test_arrays_tables_and_folders(tmp_path: Path) -> None:
    np.savez(tmp_path / "a.npz", x=np.zeros((5, 28, 28)), y=np.zeros(5))
    assert count_images(str(tmp_path / "a.npz")) == 5
    (tmp_path / "a.csv").write_text("1,2\n" * 9)
    assert count_images(str(tmp_path / "a.csv")) == 9
    for label in "ab":
        (tmp_path / "pictures" / label).mkdir(parents=True)
        for number in range(3):
            (tmp_path / "pictures" / label / f"{number}.png").touch()
    assert count_images(str(tmp_path / "pictures")) == 6


def test_what_is_no_data_set_is_not_counted(tmp_path: Path) -> None:
    (tmp_path / "a.npz").write_bytes(b"rubbish")
    (tmp_path / "idx").write_bytes(b"\x1f\x8brubbish")
    for name in ("a.npz", "idx", "nothing", "a\0b"):
        assert count_images(str(tmp_path / name)) is None


def test_black_and_white_csv_has_ones_for_white(tmp_path: Path) -> None:
    white = crosses(12, 28)
    file = tmp_path / "bw.csv"
    file.write_text(csv_text(images=white // 255))
    assert np.array_equal(load_dataset(str(file), "train").images, white)
    file.write_text(csv_text(images=white // 255 * 2))
    assert load_dataset(str(file), "train").images.max() == 2


def test_examples_are_one_labels_folder_or_the_training_part(tmp_path: Path) -> None:
    def write(folder: Path, count: int) -> None:
        folder.mkdir(parents=True)
        for at in range(count):
            Image.fromarray(crosses(1, 28)[0]).save(folder / f"{at}.png")

    write(tmp_path / "one" / "7", 2)
    assert len(load_examples(str(tmp_path / "one"))) == 2
    write(tmp_path / "parts" / "train" / "3", 3)
    write(tmp_path / "parts" / "test" / "3", 1)
    assert len(load_examples(str(tmp_path / "parts"))) == 3
    assert [label for _, label in picture_files(str(tmp_path / "parts"), "test")] == [3]
    assert len(picture_files(str(tmp_path / "parts"), "train")) == 3
    assert len(picture_files(str(tmp_path / "one"), "test")) == 2
    idx = tmp_path / "idx"
    idx.mkdir()
    write_idx(idx / "train-images-idx3-ubyte", IMAGES, False)
    write_idx(idx / "train-labels-idx1-ubyte", LABELS, False)
    assert np.array_equal(load_examples(str(idx)).images, IMAGES)
    assert picture_files(str(idx), "train") is picture_files("mnist", "train") is None
    store_dataset("mine", "made here", DigitDataset(IMAGES, LABELS, name="mine"))
    assert load_examples("mine").name == "mine train"
    (tmp_path / "one" / "7" / "1.png").write_bytes(b"no picture")
    with pytest.raises(UnfitRows, match=r"1\.png"):
        load_examples(str(tmp_path / "one"))
