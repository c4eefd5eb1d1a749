"""Checks of options that depend on the model, or on each other."""

from __future__ import annotations

from argparse import Namespace

from desktop_cvae.core.errors import MissingLabels, UsageError
from desktop_cvae.core.language import tr
from desktop_cvae.core.results import NoiseSetting
from desktop_cvae.core.specs import ModelSpec
from desktop_cvae.inference.field_rules import parse_rule
from desktop_cvae.pictures.noise import parse_noise


def noise_setting(text: str | None, seed: int) -> NoiseSetting:
    """Return what ``--noise`` and ``--seed`` ask for; without ``--noise`` there is none.

    Raises:
        UsageError: the kind or the level is unknown.
    """
    return NoiseSetting(seed=seed) if text is None else parse_noise(text, seed)


def require_digits_alone(arguments: Namespace) -> None:
    """Check that ``--preparation``, ``--fast`` and ``--think`` are for single digits.

    ``--fast`` goes with neither of the others.

    Raises:
        UsageError: they are for pages, whose parts have preparations of their own.
    """
    is_page = arguments.numbers or arguments.form is not None
    if arguments.preparation and is_page:
        raise UsageError(tr("--preparation cannot be combined with --numbers or --form."))
    if arguments.fast and (is_page or arguments.preparation):
        raise UsageError(tr("--fast cannot be combined with --numbers, --form or --preparation."))
    if arguments.think and (is_page or arguments.fast):
        raise UsageError(tr("--think cannot be combined with --numbers, --form or --fast."))


def require_known_rule(arguments: Namespace) -> None:
    """Check ``--rule``.

    Raises:
        UsageError: there is no such rule, or it was named without ``--numbers``.
    """
    if arguments.rule is None:
        return
    if not arguments.numbers:
        raise UsageError(tr("--rule needs --numbers."))
    parse_rule(arguments.rule)


def label_index(name: str, free_choice: str, spec: ModelSpec, model_name: str) -> int | None:
    """Return the index of a label by its name.

    Args:
        name: what the user asked for.
        free_choice: the word that leaves the label open (``"auto"``, ``"all"``).
        spec: the model's description.
        model_name: for the message.

    Returns:
        the index, or None for ``free_choice``.

    Raises:
        MissingLabels: the model has no labels.
        UsageError: it has no such label.
    """
    if name == free_choice:
        return None
    if not spec.conditional:
        raise MissingLabels(model_name, tr("use the label “{name}”", name=name))
    if name not in spec.label_names:
        known = ", ".join(spec.label_names)
        raise UsageError(
            tr(
                "There is no label “{name}”; choose {free} or one of {known}.",
                name=name,
                free=free_choice,
                known=known,
            )
        )
    return spec.label_names.index(name)
