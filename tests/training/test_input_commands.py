"""What is said on a training's standard input, by a window or by somebody hostile."""

import os
import threading

import pytest

from desktop_cvae.training.input_commands import CommandReader


@pytest.fixture
def spoken():
    """A reader, where to speak to it, and what it called."""
    reading, writing = os.pipe()
    calls = []
    reader = CommandReader(lambda: calls.append("end"), lambda: calls.append("nonsense"), reading)
    with os.fdopen(writing, "wb", buffering=0) as pipe:
        yield reader, pipe, calls
    while not reader.has_ended():
        reader.next(wait=True)
    os.close(reading)


def heard(reader, count):
    """So many commands, one after the other."""
    commands = []
    while len(commands) < count:
        if (command := reader.next(wait=True)) is not None:
            commands.append(command)
    return commands


def test_nonsense_is_passed_over_with_one_notice(spoken):
    reader, pipe, calls = spoken
    pipe.write(b"\xff\xfe\n" * 1000 + b"\n\n  pause \ncanvas /a b.npy\nresume\n")
    assert heard(reader, 3) == ["pause", "canvas /a b.npy", "resume"]
    assert calls == ["nonsense"]


def test_an_endless_line_is_no_command_and_is_not_kept(spoken):
    reader, pipe, calls = spoken
    grown = []
    grow = CommandReader._grow

    def watched(line, part):
        grow(line, part)
        grown.append(len(line))

    reader._grow = watched
    for _ in range(200):
        pipe.write(b"canvas " + b"x" * 65_000)
    pipe.write(b"\nstop\n")
    assert heard(reader, 1) == ["stop"]
    assert calls == ["nonsense", "end"]
    assert max(grown) < 10_000


def test_of_many_ends_the_first_is_answered(spoken):
    reader, pipe, calls = spoken
    speaker = threading.Thread(target=pipe.write, args=(b"stop\n" * 5000,))
    speaker.start()
    assert heard(reader, 5000) == ["stop"] * 5000
    speaker.join()
    assert calls == ["end"]
