"""A guard against bindings that lose references to ``None`` and ``True``.

PySide6 6.12.0 returns ``None`` from every method without a result, and ``True`` from
every ``Signal.emit``, without taking a reference first. From Python 3.12 on these
objects are immortal (PEP 683), so nothing happens; on 3.11 each call brings the count
nearer to zero, and after some hundred signals the interpreter aborts with
“bool_dealloc: deallocating True or False”.
"""

from __future__ import annotations

import ctypes
import sys

IMMORTAL_COUNT = sys.maxsize // 4
"""What is added: no program loses so many references, and it cannot overflow."""

_state = {"is_done": False}


def make_singletons_immortal() -> None:
    """Give ``None``, ``True`` and ``False`` more references than can be lost; once."""
    if _state["is_done"] or sys.version_info >= (3, 12):
        return
    _state["is_done"] = True
    for singleton in (None, True, False):
        # The reference count is the first field of every object in CPython before 3.12.
        ctypes.c_ssize_t.from_address(id(singleton)).value += IMMORTAL_COUNT
