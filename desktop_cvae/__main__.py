"""``python -m desktop_cvae``: the same as the command ``desktop-cvae``."""

from __future__ import annotations

import sys

from desktop_cvae.cli.main import main

if __name__ == "__main__":
    sys.exit(main())
