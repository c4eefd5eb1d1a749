"""Names, previews, and what is said of MNIST."""

from __future__ import annotations

import numpy as np
import pytest

from desktop_cvae.datasets.dataset import DigitDataset
from desktop_cvae.datasets.stored import store_dataset
from desktop_cvae.gui.data.data_jobs import (
    MNIST,
    complaint_about,
    free_name,
    list_rows,
    load_preview,
)


@pytest.mark.parametrize(
    ("wish", "taken", "name"),
    [
        ("letters", [], "letters"),
        ("letters", ["Letters"], "letters 2"),
        ("letters", ["letters", "letters 2"], "letters 3"),
        ("my/odd:name!", [], "my odd name"),
        ("mnist", [], "digits"),
        ("…", [], "digits"),
        ("x" * 300, [], "x" * 56),
    ],
)
def test_proposed_names_can_be_used(wish: str, taken: list[str], name: str) -> None:
    assert free_name(wish, taken) == name
    assert complaint_about(name, taken) == ""


def test_the_preview_shows_every_label_and_the_labels_in_turn() -> None:
    labels = np.repeat(np.arange(62), 3)
    images = np.zeros((186, 28, 28), np.uint8)
    images[:, 3, 3] = labels
    names = tuple(f"sign {k}" for k in range(62))
    store_dataset("signs", "made up", DigitDataset(images, labels, names, "signs"))
    preview = load_preview("signs")
    assert preview.labels.tolist() == list(range(62))
    assert np.rint(255 * preview.images[:, 3, 3]).tolist() == list(range(62))
    assert preview.train == (2,) * 62
    assert preview.held_out == (1,) * 62


def test_mnist_stands_first_even_if_it_is_not_here() -> None:
    (row,) = list_rows()
    assert row.name == MNIST
    assert not row.is_here
    assert row.obstacle == ""
