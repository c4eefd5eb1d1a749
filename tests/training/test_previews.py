"""Pictures of a network in training: the same digits every time, and whatever somebody drew."""

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from desktop_cvae.core.errors import InputOutputError
from desktop_cvae.core.network_presets import DENSE_CVAE
from desktop_cvae.datasets.dataset import DigitDataset
from desktop_cvae.model.cvae import CVAE
from desktop_cvae.training.previews import (
    fixed_digits,
    read_picture,
    reconstruct_digits,
    reconstruct_drawing,
)


def noise(labels):
    images = np.random.default_rng(0).integers(0, 256, (len(labels), 28, 28), np.uint8)
    return DigitDataset(images=images, labels=np.array(labels, np.int64))


def test_each_label_is_shown_in_turn():
    assert fixed_digits(noise([3, 1, 3, 0, 9])).labels.tolist() == [0, 1, 3, 9, 3]
    assert fixed_digits(noise([9 - n % 10 for n in range(40)])).labels.tolist() == list(range(10))


@pytest.mark.parametrize("spec", [DENSE_CVAE, DENSE_CVAE.without_labels()])
def test_digits_are_reconstructed_under_their_own_labels(spec):
    model, digits = CVAE(spec, 3), noise([2, 7])
    pairs = reconstruct_digits(model, digits)
    assert (pairs.shape, pairs.dtype) == ((2, 2, 28, 28), np.uint8)
    np.testing.assert_array_equal(pairs[0], digits.images)
    floats = digits.images[..., np.newaxis].astype(np.float32) / np.float32(255)
    labels = np.eye(spec.label_count, dtype=np.float32)[digits.labels]
    mean, _ = model.encoder(floats, labels)
    expected = 1 / (1 + np.exp(-model.decoder(mean, labels).numpy()))
    np.testing.assert_allclose(pairs[1].reshape(2, 784), 255 * expected, atol=0.51)


def test_a_drawing_is_reconstructed_under_the_label_with_the_largest_evidence():
    model, drawing = CVAE(DENSE_CVAE, 3), noise([0]).images[0]
    pictures, nats, kl, *_ = model.score(drawing[np.newaxis, ..., np.newaxis] / np.float32(255))
    best = np.argmin((nats + kl).numpy())
    pair = reconstruct_drawing(model, drawing)
    np.testing.assert_array_equal(pair[0], drawing)
    expected = pictures.numpy()[0, best].reshape(28, 28)
    np.testing.assert_allclose(pair[1], 255 * expected, atol=0.51)


@pytest.mark.parametrize("order", ["C", "F"])
def test_a_written_picture_is_read(tmp_path, order):
    picture = np.asarray(noise([0]).images[0], order=order)
    np.save(tmp_path / "a.npy", picture)
    np.testing.assert_array_equal(read_picture(tmp_path / "a.npy"), picture)


@pytest.mark.parametrize(
    "array",
    [
        np.zeros((28, 28), np.float32),
        np.zeros((28, 29), np.uint8),
        np.zeros((2, 28, 28), np.uint8),
        np.zeros((280, 280), np.uint8),
    ],
)
def test_anything_else_is_refused(tmp_path, array):
    np.save(tmp_path / "a.npy", array)
    with pytest.raises(InputOutputError, match=r"a\.npy"):
        read_picture(tmp_path / "a.npy")
    with pytest.raises(InputOutputError):
        read_picture(tmp_path)


@given(st.binary(max_size=200), st.booleans())
def test_no_bytes_do_harm(tmp_path_factory, data, has_magic):
    path = tmp_path_factory.mktemp("bytes") / "a.npy"
    path.write_bytes((b"\x93NUMPY\x01\x00" if has_magic else b"") + data)
    with pytest.raises(InputOutputError):
        read_picture(path)
