"""Names and values of settings, as the tables of comparisons and sweeps show them."""

from __future__ import annotations

from desktop_cvae.core.language import mark, tr
from desktop_cvae.core.schemas import fields_of
from desktop_cvae.core.specs import TRAINING_SETTINGS, ModelSpec

SETTINGS = {**fields_of(ModelSpec), **TRAINING_SETTINGS}
OTHER_NAMES = {
    "preset": mark("preset"),
    "conditional": mark("conditional"),
    "heads_see_label": mark("heads_see_label"),
    "label_names": mark("label_names"),
    "trained weights": mark("trained weights"),
    "encoder": mark("encoder"),
    "decoder": mark("decoder"),
    "data set": mark("data set"),
    "digits learned from": mark("digits learned from"),
}
YES_AND_NO = {"yes": mark("yes"), "no": mark("no")}


def setting_name(name: str) -> str:
    """Return a setting's name on the command line, or in another language its label."""
    if name not in SETTINGS:
        return tr(OTHER_NAMES.get(name, name))
    label = tr(SETTINGS[name].label)
    return name if label == SETTINGS[name].label else label


def value_text(value: str) -> str:
    """Return a value as the table of settings shows it."""
    return tr(YES_AND_NO.get(value, value))
