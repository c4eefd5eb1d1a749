"""A deadline ends a reading, wherever it is; the earliest one counts."""

from __future__ import annotations

import threading

import numpy as np
import pytest

from desktop_cvae.core.deadlines import check_deadline, deadline
from desktop_cvae.core.errors import ReadingTooSlow
from desktop_cvae.pictures.line_pieces import find_fields


def test_without_a_deadline_there_is_time() -> None:
    check_deadline()
    with deadline(3600):
        check_deadline()


def test_an_outer_deadline_is_not_prolonged() -> None:
    with deadline(-1), deadline(3600), pytest.raises(ReadingTooSlow):
        check_deadline()
    check_deadline()


def test_who_cancels_need_not_wait() -> None:
    cancelled = threading.Event()
    with deadline(3600, cancelled):
        check_deadline()
        cancelled.set()
        with pytest.raises(ReadingTooSlow):
            check_deadline()


def test_noise_of_thousands_of_specks_is_given_up() -> None:
    specks = np.random.default_rng(0).random((100, 130)) < 0.15
    picture = 1 - specks.astype(np.float32).repeat(3, 0).repeat(3, 1)
    assert find_fields(picture, 3)
    with deadline(-1), pytest.raises(ReadingTooSlow):
        find_fields(picture)
