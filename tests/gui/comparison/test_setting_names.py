"""Names of settings in tables."""

from __future__ import annotations

import pytest

from desktop_cvae.core import language
from desktop_cvae.gui.comparison.setting_names import setting_name, value_text


def test_english_uses_the_names_of_the_command_line() -> None:
    assert setting_name("latent_dim") == "latent_dim"
    assert setting_name("encoder") == "encoder"
    assert setting_name("made up") == "made up"


def test_another_language_uses_the_labels(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(language, "_everywhere", language.Speech(lambda text, _: text.upper()))
    assert setting_name("learning_rate") == "LEARNING RATE"
    assert setting_name("encoder") == "ENCODER"
    assert (value_text("yes"), value_text("0.5")) == ("YES", "0.5")
