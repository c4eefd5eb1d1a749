"""Labels as people name them and as the model counts them."""

from __future__ import annotations

from desktop_cvae.core.errors import MissingLabels, UsageError
from desktop_cvae.core.specs import ModelSpec


def label_index(name: str, free_choice: str, spec: ModelSpec, model_name: str) -> int | None:
    """The index of a label by its name.

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
        raise MissingLabels(model_name, f"take the label “{name}”")
    if name not in spec.label_names:
        known = ", ".join(spec.label_names)
        raise UsageError(f"There is no label “{name}”; choose {free_choice} or one of {known}.")
    return spec.label_names.index(name)


def label_value(name: str) -> int | str:
    """A label's name as JSON gives it: digits as numbers, others as they are."""
    return int(name) if name.isascii() and name.isdigit() else name
