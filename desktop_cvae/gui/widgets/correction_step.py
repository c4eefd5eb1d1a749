"""A correction by hand as a step of an undo stack: of a table's row, or of a number's digit."""

from __future__ import annotations

from collections.abc import Callable
from typing import Generic, TypeVar

from PySide6.QtGui import QUndoCommand

from desktop_cvae.core.language import tr

T = TypeVar("T")


class CorrectionStep(QUndoCommand, Generic[T]):
    """One correction, or one taken back.

    Args:
        apply: sets a reading's correction; None for none.
        index: the reading.
        old: its correction before.
        new: its correction afterwards.
    """

    def __init__(
        self, apply: Callable[[int, T | None], object], index: int, old: T | None, new: T | None
    ) -> None:
        super().__init__(tr("correction"))
        self._apply, self._index = apply, index
        self._old, self._new = old, new

    def undo(self) -> None:
        self._apply(self._index, self._old)

    def redo(self) -> None:
        self._apply(self._index, self._new)
