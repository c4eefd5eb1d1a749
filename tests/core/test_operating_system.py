"""The differences between operating systems, with a fake of each."""

import os
import signal
import socket
import sys
from types import SimpleNamespace

import pytest

from desktop_cvae.core import operating_system


@pytest.fixture
def windows(monkeypatch):
    """Windows: its locks and priorities, none of Unix' functions; collects what is asked of it."""
    asked = []
    locks = SimpleNamespace(LK_NBLCK=2, locking=lambda *words: asked.append(words))
    kernel = SimpleNamespace(
        GetCurrentProcess=lambda: -1, SetPriorityClass=lambda *words: asked.append(words)
    )
    monkeypatch.setattr(operating_system, "SYSTEM", "win32")
    monkeypatch.setattr(operating_system, "windows_kernel", lambda: kernel)
    monkeypatch.setitem(sys.modules, "msvcrt", locks)
    monkeypatch.setitem(sys.modules, "fcntl", None)
    monkeypatch.setattr(signal, "SIGBREAK", 21, raising=False)
    monkeypatch.delattr(operating_system.socket, "AF_UNIX", raising=False)
    for name in ("nice", "setpriority", "sched_getaffinity"):
        monkeypatch.delattr(os, name, raising=False)
    return SimpleNamespace(asked=asked, locks=locks)


def test_windows_has_one_lock_and_shares_without_it(windows):
    assert operating_system.hold_file(7)
    assert windows.asked == [(7, 2, 1)]
    assert operating_system.hold_file(7, shared=True)
    assert len(windows.asked) == 1


def test_windows_says_that_another_process_holds_a_file(windows, tmp_path):
    def refuse(*_):
        raise PermissionError(13, "held")

    windows.locks.locking = refuse
    assert not operating_system.hold_file(7)
    assert operating_system.take_lock(tmp_path / "lock") is None


def test_windows_lowers_its_own_priority_and_nobody_elses(windows):
    operating_system.lower_priority(5)
    operating_system.lower_priority_of(1234, 5)
    assert windows.asked == [(-1, operating_system.BELOW_NORMAL)]


def test_windows_has_a_third_signal_and_no_local_sockets(windows):
    assert operating_system.ending_signals() == (signal.SIGINT, signal.SIGTERM, 21)
    assert not operating_system.local_socket_answers("/tmp/.X11-unix/X0")


def test_windows_and_macos_count_all_cores(windows, monkeypatch):
    monkeypatch.setattr(os, "cpu_count", lambda: 6)
    assert operating_system.usable_cores() == 6


def test_windows_replaces_a_file_once_its_reader_has_closed_it(windows, tmp_path, monkeypatch):
    source = tmp_path / "new"
    source.write_bytes(b"new")
    real, refusals = type(source).replace, [PermissionError(13, "open")] * 2

    def replace(self, target):
        if refusals:
            raise refusals.pop()
        return real(self, target)

    monkeypatch.setattr(type(source), "replace", replace)
    monkeypatch.setattr(operating_system.time, "sleep", lambda _: None)
    operating_system.replace_file(source, tmp_path / "old")
    assert (tmp_path / "old").read_bytes() == b"new"
    assert not refusals


@pytest.mark.parametrize("system", ["win32", "linux", "darwin"])
def test_a_rename_that_stays_refused_is_an_error(windows, tmp_path, monkeypatch, system):
    attempts = []

    def refuse(*_):
        attempts.append(1)
        raise PermissionError(13, "open")

    clock = iter(range(100))
    monkeypatch.setattr(operating_system, "SYSTEM", system)
    monkeypatch.setattr(type(tmp_path), "replace", refuse)
    monkeypatch.setattr(operating_system.time, "sleep", lambda _: None)
    monkeypatch.setattr(operating_system.time, "monotonic", lambda: next(clock))
    with pytest.raises(PermissionError):
        operating_system.replace_file(tmp_path / "new", tmp_path / "old")
    assert len(attempts) == (2 if system == "win32" else 1)


@pytest.mark.parametrize("system", ["linux", "darwin"])
def test_a_nice_process_stays_as_nice_as_it_is(monkeypatch, system):
    now = [10]

    def nice(more):
        now[0] += more
        return now[0]

    monkeypatch.setattr(operating_system, "SYSTEM", system)
    monkeypatch.setattr(os, "nice", nice, raising=False)
    operating_system.lower_priority(5)
    assert now == [10]
    operating_system.lower_priority(15)
    assert now == [15]
    assert operating_system.replaces_open_files()
    assert operating_system.ending_signals() == (signal.SIGINT, signal.SIGTERM)


def test_windows_does_not_open_folders(windows, tmp_path):
    operating_system.sync_folder(tmp_path / "is not there")


@pytest.mark.skipif(sys.platform == "win32", reason="the locks of Unix")
def test_a_file_is_held_alone_or_by_those_who_share_it(tmp_path):
    opened = [(tmp_path / "a").open("wb") for _ in range(3)]
    first, second, third = (file.fileno() for file in opened)
    assert operating_system.hold_file(first, shared=True)
    assert operating_system.hold_file(second, shared=True)
    assert not operating_system.hold_file(third)
    opened[0].close()
    opened[1].close()
    assert operating_system.hold_file(third)
    with (tmp_path / "a").open("rb") as other:
        assert not operating_system.hold_file(other.fileno(), shared=True)
    opened[2].close()
    taken = operating_system.take_lock(tmp_path / "lock")
    assert operating_system.take_lock(tmp_path / "lock") is None
    os.close(taken)
    os.close(operating_system.take_lock(tmp_path / "lock"))


@pytest.mark.skipif(not hasattr(socket, "AF_UNIX"), reason="no sockets in the file system here")
def test_a_socket_answers_while_a_program_listens(tmp_path):
    address = str(tmp_path / "socket")
    assert not operating_system.local_socket_answers(address)
    with socket.socket(socket.AF_UNIX, socket.SOCK_STREAM) as server:
        server.bind(address)
        server.listen()
        assert operating_system.local_socket_answers(address)
    assert not operating_system.local_socket_answers(address)
