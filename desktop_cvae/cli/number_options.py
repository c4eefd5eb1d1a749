"""``recognize --numbers --rule RULE``, and what they ask of the other options."""

from __future__ import annotations

from argparse import ArgumentParser, Namespace

from desktop_cvae.core.errors import UsageError

RULES = "length:N, postal:N, phone or card"


def add_number_arguments(parser: ArgumentParser) -> None:
    """``--numbers`` and ``--rule``."""
    parser.add_argument(
        "--numbers",
        action="store_true",
        help="read lines and pages of digits, not one digit; ? stands for what is no digit",
    )
    parser.add_argument(
        "--rule", metavar="RULE", help=f"what every line must be, with --numbers: {RULES}"
    )


def require_known_rule(arguments: Namespace) -> None:
    """Ask before the work starts.

    Raises:
        UsageError: there is no such rule, or it was named without ``--numbers``.
    """
    if arguments.rule is None:
        return
    from desktop_cvae.inference.field_rules import parse_rule

    if not arguments.numbers:
        raise UsageError("--rule is for whole numbers: add --numbers.")
    parse_rule(arguments.rule)
