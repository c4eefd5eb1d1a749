"""Default address of the served web page, for the command line and the window."""

from __future__ import annotations

LOOPBACK, DEFAULT_PORT = "127.0.0.1", 8470
EVERYWHERE = "0.0.0.0"  # noqa: S104  (only where the user says so, and behind a token)
