"""Network addresses: the web page's default, and whether one leads to this machine.

Tested in tests/web/test_admission.py.
"""

from __future__ import annotations

import ipaddress

LOOPBACK, DEFAULT_PORT = "127.0.0.1", 8470
EVERYWHERE = "0.0.0.0"  # noqa: S104  (only where the user says so, and behind a token)


def is_loopback(host: str) -> bool:
    """Return True if only this machine can reach a socket bound to the address."""
    try:
        return ipaddress.ip_address(host).is_loopback
    except ValueError:
        return host == "localhost"
