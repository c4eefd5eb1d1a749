"""``desktop-cvae shell-completion``: what the Tab key offers in a shell."""

from __future__ import annotations

from argparse import PARSER, Action, ArgumentParser, Namespace
from typing import cast

import shtab

from desktop_cvae.cli.parser import build_parser
from desktop_cvae.core.network_presets import PRESETS


def run(arguments: Namespace) -> int:
    """Print the script for one shell."""
    parser = build_parser()
    _offer_values(parser)
    print(shtab.complete(parser, shell=arguments.shell))
    return 0


def _offer_values(parser: ArgumentParser) -> None:
    """Let presets be completed by name, and every other value but numbers as a file."""
    for action in parser._actions:
        if action.nargs == PARSER:
            # The help page lists the commands itself; what has no help is not completed.
            action.help = ""
            commands = cast("dict[str, ArgumentParser]", action.choices)
            for command in commands.values():
                _offer_values(command)
        elif action.dest == "preset":
            action.choices = list(PRESETS)
        elif _takes_a_file(action):
            action.complete = shtab.FILE  # type: ignore[attr-defined]


def _takes_a_file(action: Action) -> bool:
    # Numbers are parsed by functions of their own, which say so in their metavar: N, PX, P.
    is_short = isinstance(action.metavar, str) and len(action.metavar) <= 2
    return action.nargs != 0 and not action.choices and not is_short
