"""Python's garbage collection, in the GUI thread alone."""

from __future__ import annotations

import gc

from PySide6.QtCore import QObject, QTimer

INTERVAL_MS = 200


class GarbageCollection(QObject):
    """Collects garbage in the thread that it lives in, as often as Python would.

    Python collects in whichever thread happens to allocate. A timer or an animation that dies in
    the worker thread is stopped there, which ends the program with a segmentation fault.

    Args:
        parent: collection is Python's again when it is destroyed.
    """

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        gc.disable()
        timer = QTimer(self)
        timer.timeout.connect(collect)
        timer.start(INTERVAL_MS)
        self.destroyed.connect(gc.enable)


def collect() -> None:
    """Collect the oldest generation whose threshold is exceeded, and the younger ones."""
    due = [count > limit for count, limit in zip(gc.get_count(), gc.get_threshold(), strict=True)]
    for generation in reversed(range(len(due))):
        if due[generation]:
            gc.collect(generation)
            return
