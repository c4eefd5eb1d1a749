"""Each picture is scored in the same batch, however often a run is interrupted."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import takewhile

from hypothesis import given
from hypothesis import strategies as st

from desktop_cvae.bulk.batches import Batch, batches
from desktop_cvae.bulk.resuming import DonePictures


def done_pictures(names: list[str]) -> DonePictures:
    done = DonePictures()
    for name in names:
        done.add(name, 1)
    return done


NAMES = st.lists(st.sampled_from("abcdefghij"), max_size=150)


@given(NAMES, st.integers(0, 150))
def test_who_goes_on_scores_every_picture_in_the_same_company(names: list[str], stop: int) -> None:
    done = names[:stop]
    company = {
        place: batch.pictures
        for batch, start in placed(batches(names), 0)
        for place in range(start, start + len(batch.pictures))
    }
    rest = list(batches(names, done_pictures(done)))
    assert done + [name for batch in rest for name in batch.pictures[batch.done :]] == names
    for batch, start in placed(iter(rest), len(done) - (rest[0].done if rest else 0)):
        assert company[start] == batch.pictures


def placed(several: Iterator[Batch], start: int) -> Iterator[tuple[Batch, int]]:
    for batch in several:
        yield batch, start
        start += len(batch.pictures)


@given(NAMES, NAMES)
def test_of_other_names_those_that_are_done_are_left_out(names: list[str], done: list[str]) -> None:
    if names[: len(done)] == done:
        return
    rest = [name for batch in batches(names, done_pictures(done)) for name in batch.pictures]
    alike = sum(
        1 for _ in takewhile(lambda pair: pair[0] == pair[1], zip(names, done, strict=False))
    )
    assert rest == [name for name in names[alike:] if name not in done]
