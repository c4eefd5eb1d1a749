"""What a user gets, beside one pass of the network."""

import numpy as np
from fakes import FakeEngine, draw_digit, fake_model

from desktop_cvae.core.tasks import result_of
from desktop_cvae.evaluation.as_read import CHUNK, AsRead, measure_as_read


def test_each_picture_counts_once_under_what_the_user_is_told() -> None:
    pictures = [(draw_digit(3), 3), (draw_digit(4), 9), (np.zeros((28, 28), np.float32), 0)]
    found = result_of(measure_as_read(fake_model(FakeEngine()), pictures, 3))
    assert found == AsRead(n=3, right=1, unsure=0, rejected=1, unmarked_errors=1)


def test_pictures_of_any_size_and_polarity_are_prepared() -> None:
    large = np.pad(1 - np.kron(draw_digit(2), np.ones((4, 4), np.float32)), 60, mode="edge")
    found = result_of(measure_as_read(fake_model(FakeEngine()), [(large, 2)], 1))
    assert found.right == 1


def test_steps_count_to_the_end() -> None:
    count = CHUNK + 3
    pictures = ((draw_digit(n % 10), n % 10) for n in range(count))
    task = measure_as_read(fake_model(FakeEngine()), pictures, count)
    assert [step.done for step in task] == [CHUNK, count]
