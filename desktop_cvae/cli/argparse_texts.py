"""Texts of the standard library's argparse: headings of help pages, and errors."""

from __future__ import annotations

import argparse

from desktop_cvae.core.language import mark, tr, tr_n

TEXTS = (
    mark("usage: "),
    mark("positional arguments"),
    mark("options"),
    mark("show this help message and exit"),
    mark("argument %(argument_name)s: %(message)s"),
    mark("the following arguments are required: %s"),
    mark("unrecognized arguments: %s"),
    mark("one of the arguments %s is required"),
    mark("not allowed with argument %s"),
    mark("ignored explicit argument %r"),
    mark("expected one argument"),
    mark("expected at most one argument"),
    mark("expected at least one argument"),
    mark("invalid choice: %(value)r (choose from %(choices)s)"),
    mark("invalid %(type)s value: %(value)r"),
    mark("unknown parser %(parser_name)r (choices: %(choices)s)"),
    mark("ambiguous option: %(option)s could match %(matches)s"),
)
"""As worded by Python 3.11 to 3.13; another wording stays English."""


def translate_argparse() -> None:
    """Let argparse look up its texts as we do ours."""
    # argparse calls gettext's functions by these names, which would need catalogues of their own.
    for name, function in (("_", _text), ("ngettext", _counted)):
        if hasattr(argparse, name):
            setattr(argparse, name, function)


def _text(text: str | None) -> str | None:
    # argparse also looks up missing descriptions, which are None.
    return tr(text) if text else text


def _counted(one: str, many: str, count: int) -> str:
    if many == "expected %s arguments":
        return tr_n("expected %s argument", "expected %s arguments", count)
    return one if count == 1 else many
