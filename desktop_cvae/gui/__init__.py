"""The window: Qt widgets over one session; computes nothing itself."""

import builtins
import contextlib

# An installation without Qt still reads the window's settings: how much the archive may hold.
with contextlib.suppress(ImportError):
    import PySide6.QtCore  # noqa: F401 - brings the hook

# PySide replaces Python's import by a hook for “from __feature__ import …”, which nothing here uses
# (PySide 6.11). The hook reads the source text of every module that is imported after it
# (PYSIDE-2029), about 4 % of the start, and each source stays in the cache of linecache. Where it
# finds no memory, it calls through a null pointer: a segmentation fault in place of a MemoryError.
builtins.__import__ = getattr(builtins, "__orig_import__", builtins.__import__)
