"""Garbage is collected in the GUI thread alone."""

import gc
import threading
import weakref

import pytest
from PySide6.QtCore import QObject
from pytestqt.qtbot import QtBot
from shiboken6 import delete

from desktop_cvae.workers.garbage_collection import GarbageCollection


@pytest.fixture(autouse=True)
def enabled(garbage: None) -> None:
    """As Python starts; the other tests collect between tests alone."""
    gc.enable()


class Cycle:
    """Only the garbage collection frees it."""

    def __init__(self) -> None:
        self.itself = self


def test_garbage_of_another_thread_is_collected_in_this_one(qtbot: QtBot) -> None:
    died, kept = list[int](), list[list[int]]()
    parent = QObject()
    GarbageCollection(parent)

    def allocate() -> None:
        weakref.finalize(Cycle(), lambda: died.append(threading.get_ident()))
        kept.extend([number] for number in range(100_000))

    thread = threading.Thread(target=allocate)
    thread.start()
    thread.join()
    assert died == []
    qtbot.waitUntil(lambda: died == [threading.get_ident()])
    delete(parent)
    assert gc.isenabled()


def test_nothing_is_collected_below_the_thresholds(qtbot: QtBot) -> None:
    parent = QObject()
    GarbageCollection(parent)
    collected: list[str] = []
    gc.collect()
    gc.callbacks.append(lambda phase, _: collected.append(phase))
    try:
        qtbot.wait(500)
    finally:
        gc.callbacks.pop()
        delete(parent)
    assert collected == []
