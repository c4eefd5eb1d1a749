"""Options of the command line with defaults and limits, as scripts rely on them.

Usage: ``python tests/cli/kept_options.py`` keeps today's. A change needs its line in the CHANGELOG.
"""

from __future__ import annotations

import inspect
from argparse import Action, ArgumentParser
from collections.abc import Iterator
from pathlib import Path

from desktop_cvae.cli.parser import build_parser

FILE = Path(__file__).with_suffix(".txt")


def options(parser: ArgumentParser | None = None) -> Iterator[str]:
    """A line for each argument of each command."""
    parser = parser or build_parser()
    for action in parser._actions:
        # The parsers of commands are the choices of one argument.
        if isinstance(action.choices, dict) and action.dest in ("==SUPPRESS==", "action"):
            for command in action.choices.values():
                yield from options(command)
        elif action.dest not in ("help", "version", "log_level"):
            yield f"{parser.prog.partition(' ')[2]} {_described(action)}"
    for group in parser._mutually_exclusive_groups:
        names = [_name(action) for action in group._group_actions]
        if "-q/--quiet/log_level" not in names:
            need = "one of" if group.required else "at most one of"
            yield f"{parser.prog.partition(' ')[2]} takes {need} {', '.join(names)}"


def _name(action: Action) -> str:
    return "/".join([*action.option_strings, action.dest])


def _described(action: Action) -> str:
    facts = {"default": action.default, "nargs": action.nargs, "const": action.const}
    known = [f"{name} {value!r}" for name, value in facts.items() if value is not None]
    if action.choices is not None:
        known.append("of " + " ".join(map(str, action.choices)))
    if inspect.isfunction(action.type):
        ends = inspect.getclosurevars(action.type).nonlocals
        known += [f"{name} {value!r}" for name, value in sorted(ends.items())]
        known += [] if ends else [f"type {action.type.__name__}"]
    if action.required and action.option_strings:
        known.append("required")
    return ": ".join([_name(action), *([", ".join(known)] if known else [])])


if __name__ == "__main__":
    FILE.write_text("".join(f"{line}\n" for line in options()), encoding="utf-8")
