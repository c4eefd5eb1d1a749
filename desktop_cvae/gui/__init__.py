"""The window: Qt widgets over one session; computes nothing itself."""

import contextlib
import sys

# An installation without Qt still reads the window's settings: how much the archive may hold.
with contextlib.suppress(ImportError):
    import PySide6.QtCore  # noqa: F401 - brings the hook

# PySide's import hook reads the source text of every module that is imported after it, to see
# whether “PySide6” stands in it, for “from __feature__ import …” (PYSIDE-2029). Nothing here uses
# that; the reading takes about 4 % of the start, and every source stays in the cache of linecache.
if (_hook := sys.modules.get("shibokensupport.feature")) is not None:
    _hook._mod_uses_pyside = lambda _: False  # type: ignore[attr-defined]
