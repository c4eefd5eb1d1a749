"""``python -m desktop_cvae``: the same as the command ``desktop-cvae``."""

from __future__ import annotations

import sys

from desktop_cvae.cli.main import main

if __name__ == "__main__":
    if getattr(sys, "frozen", False):
        # A packaged program starts its other processes as itself; this turns them into those.
        from multiprocessing import freeze_support

        freeze_support()
    sys.exit(main())
