"""Noise: levels mean what they say, the pattern stays while the level moves."""

import numpy as np
import pytest

from desktop_cvae.core.errors import UsageError
from desktop_cvae.core.results import NoiseSetting
from desktop_cvae.pictures.noise import KINDS, add_noise, parse_noise

GREY = np.full((20, 28, 28), 0.5, np.float32)


@pytest.mark.parametrize("kind", KINDS)
def test_level_0_changes_nothing_and_gives_a_copy(kind: str) -> None:
    same = add_noise(GREY, NoiseSetting(kind, 0.0, 1))
    assert np.array_equal(same, GREY)
    assert same is not GREY


@pytest.mark.parametrize("kind", KINDS)
@pytest.mark.parametrize("level", [0.01, 0.3, 1.0])
def test_the_same_seed_gives_the_same_noise_in_range(kind: str, level: float) -> None:
    one, two, other = (add_noise(GREY, NoiseSetting(kind, level, seed)) for seed in (7, 7, 8))
    assert np.array_equal(one, two)
    assert one.dtype == np.float32
    assert one.shape == GREY.shape
    assert one.min() >= 0
    assert one.max() <= 1
    if kind != "occlusion":  # the square is as grey as this picture
        assert not np.array_equal(one, other)


@pytest.mark.parametrize("kind", KINDS)
def test_an_image_gets_the_same_noise_alone_and_in_a_batch(kind: str) -> None:
    black = np.zeros((5, 28, 28), np.float32) + np.float32(0.2)
    setting = NoiseSetting(kind, 0.4, 3)
    batch = add_noise(black, setting)
    assert np.array_equal(add_noise(black[0], setting), batch[0])
    assert np.array_equal(add_noise(black[:2], setting), batch[:2])


def test_gaussian_sigma_is_the_level_and_the_field_only_scales() -> None:
    small = add_noise(GREY, NoiseSetting("gaussian", 0.05, 2)) - GREY
    large = add_noise(GREY, NoiseSetting("gaussian", 0.10, 2)) - GREY
    assert small.std() == pytest.approx(0.05, rel=0.03)
    assert np.abs(large - 2 * small).max() < 1e-6


def test_salt_and_pepper_strikes_a_share_and_keeps_what_it_struck() -> None:
    few = add_noise(GREY, NoiseSetting("salt and pepper", 0.1, 2))
    more = add_noise(GREY, NoiseSetting("salt and pepper", 0.2, 2))
    struck = few != GREY
    assert struck.mean() == pytest.approx(0.1, abs=0.01)
    assert np.array_equal(more[struck], few[struck])
    assert few[struck].mean() == pytest.approx(0.5, abs=0.05)


def test_speckle_grows_with_the_ink() -> None:
    noisy = add_noise(GREY, NoiseSetting("speckle", 0.2, 2)) - GREY
    assert noisy.std() == pytest.approx(0.1, rel=0.05)
    assert not add_noise(np.zeros_like(GREY), NoiseSetting("speckle", 0.9, 2)).any()


@pytest.mark.parametrize(("level", "side"), [(0.05, 2), (0.25, 7), (0.5, 14), (1.0, 28)])
def test_occlusion_is_a_square_of_the_levels_size(level: float, side: int) -> None:
    noisy = add_noise(np.zeros((9, 28, 28), np.float32), NoiseSetting("occlusion", level, 5))
    assert (np.count_nonzero(noisy, axis=(1, 2)) == side**2).all()


@pytest.mark.parametrize(
    ("text", "kind", "level"),
    [
        ("gaussian:0.3", "gaussian", 0.3),
        ("salt-and-pepper:.05", "salt and pepper", 0.05),
        ("Salt_And Pepper:1", "salt and pepper", 1.0),
        ("none", "gaussian", 0.0),
    ],
)
def test_noise_is_read_from_text(text: str, kind: str, level: float) -> None:
    assert parse_noise(text, 4) == NoiseSetting(kind, level, 4)


@pytest.mark.parametrize("text", ["", "gaussian", "snow:0.1", "gaussian:2", "gaussian:-1",
                                  "gaussian:nan", "gaussian:0,3", "speckle:", ":0.1"])  # fmt: skip
def test_bad_noise_is_refused(text: str) -> None:
    with pytest.raises(UsageError):
        parse_noise(text)


def test_a_negative_seed_is_refused() -> None:
    with pytest.raises(UsageError, match="seed"):
        add_noise(GREY, NoiseSetting("gaussian", 0.1, -1))


@pytest.mark.parametrize("kind", KINDS)
def test_no_images_stay_none(kind: str) -> None:
    assert add_noise(GREY[:0], NoiseSetting(kind, 0.5, 1)).shape == (0, 28, 28)


@pytest.mark.parametrize("kind", KINDS)
def test_every_kind_has_a_field_of_its_own(kind: str) -> None:
    """One pixel of each kind's field, as NumPy draws it from the seed and the kind's number."""
    rng = np.random.default_rng([7, KINDS.index(kind)])
    noisy = add_noise(np.full((28, 28), 0.4, np.float32), NoiseSetting(kind, 0.25, 7))
    if kind == "gaussian":
        assert noisy[0, 0] == pytest.approx(np.clip(0.4 + 0.25 * rng.standard_normal(1, "f"), 0, 1))
    elif kind == "speckle":
        assert noisy[0, 0] == pytest.approx(np.clip(0.4 + 0.1 * rng.standard_normal(1, "f"), 0, 1))
    elif kind == "occlusion":
        down, right = np.rint(21 * rng.random(2, "f")).astype(int)
        assert (noisy[down : down + 7, right : right + 7] == 0.5).all()
    else:
        struck, white = rng.random((2, 28, 28), "f")
        assert np.array_equal(noisy, np.where(struck < 0.25, white < 0.5, np.float32(0.4)))
