"""Arguments of ``desktop-cvae self-test``: none.

Tested in tests/cli/test_self_test.py and tests/cli/test_parser.py.
"""

from __future__ import annotations

from desktop_cvae.cli.options import CommandParser
from desktop_cvae.core.language import mark

SUMMARY = mark("Check that this installation works.")


def add_arguments(_parser: CommandParser) -> None:
    """Add nothing."""
