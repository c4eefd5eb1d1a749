"""Chooses the language, and looks texts up in what Qt Linguist's translations were built into.

English needs no file and no Qt, so that a command starts as fast as ever. The language ``pseudo``
is made from the English texts: longer, with accents. What is not translated or does not fit shows.
"""

from __future__ import annotations

import json
import locale
import logging
import os
import re
import sys
from collections.abc import Callable, Iterator, Mapping
from pathlib import Path
from typing import TYPE_CHECKING, Any

from desktop_cvae.core import language
from desktop_cvae.core.language import ENGLISH, Speech
from desktop_cvae.core.paths import resources_dir, settings_file

if TYPE_CHECKING:
    from PySide6.QtWidgets import QApplication

LANGUAGES = {"en": "English", "uk": "Українська"}
"""What the program speaks, each by its own name."""
PSEUDO = "pseudo"
VARIABLE = "DESKTOP_CVAE_LANGUAGE"
CONTEXT = "desktop_cvae"
MOST_SETTINGS_BYTES = 100_000
_log = logging.getLogger(__name__)


def wished_language(environment: Mapping[str, str] = os.environ) -> str:
    """The language to speak: the variable's, else the settings', else the system's.

    Returns:
        One of :data:`LANGUAGES`, or :data:`PSEUDO`.
    """
    named = environment.get(VARIABLE, "")
    if named == PSEUDO:
        return PSEUDO
    return next(_known([named, _from_settings()]), "") or system_language(environment)


def system_language(environment: Mapping[str, str] = os.environ) -> str:
    """The one of :data:`LANGUAGES` that the user likes best for all programs."""
    return next(_known(_of_the_system(environment)), "en")


def _known(wishes: list[str]) -> Iterator[str]:
    for wish in wishes:
        code = re.split(r"[-_.@]", wish.lower(), maxsplit=1)[0]
        if code in LANGUAGES:
            yield code


def _from_settings() -> str:
    """Only this one field, believed as little as the rest: the window says what is wrong there."""
    try:
        with settings_file().open("rb") as file:
            found = json.loads(file.read(MOST_SETTINGS_BYTES))
    except (OSError, ValueError, RecursionError):
        return ""
    wish = found.get("language") if isinstance(found, dict) else ""
    return wish if isinstance(wish, str) else ""


def _of_the_system(environment: Mapping[str, str]) -> list[str]:
    """What the system's texts are in, the liked best first; unknown ones among them."""
    if sys.platform == "win32":
        import ctypes

        number = ctypes.windll.kernel32.GetUserDefaultUILanguage()
        return [locale.windows_locale.get(number, "")]
    named = (environment.get(name, "") for name in ("LC_ALL", "LC_MESSAGES", "LANG"))
    category = next(filter(None, named), "")
    if category.partition(".")[0] in ("C", "POSIX"):
        return ["en"]
    if category:
        # As GNU's gettext: a list, in force only where a locale is.
        return [*environment.get("LANGUAGE", "").split(":"), category]
    return _of_macos() if sys.platform == "darwin" else []


def _of_macos() -> list[str]:
    # What Finder starts has no such variables.
    from PySide6.QtCore import QLocale

    return list(QLocale.system().uiLanguages())


_spoken = "en"


def spoken() -> str:
    """The language that :func:`speak` was asked for last."""
    return _spoken


def speak(wish: str | None = None, folder: Path | None = None) -> None:
    """Say everything in a language from now on.

    Args:
        wish: one of :data:`LANGUAGES` or :data:`PSEUDO`; None for :func:`wished_language`.
        folder: holds the built translations; None for the program's own.
    """
    global _spoken
    _spoken = wished_language() if wish is None else wish
    language.install(*speech(_spoken, folder))


def speech(name: str, folder: Path | None = None) -> Speech:
    """A language, to be spoken; English where there is no translation.

    Args:
        name: one of :data:`LANGUAGES` or :data:`PSEUDO`.
        folder: holds the built translations; None for the program's own.
    """
    if name == PSEUDO:
        return Speech(lambda text, _: pseudo(text))
    if name == "en":
        return ENGLISH
    from PySide6.QtCore import QLocale, QTranslator

    translator = QTranslator()
    file = (folder or resources_dir() / "translations") / f"{name}.qm"
    if not translator.load(str(file)):
        _log.warning("There is no translation in %s", file)
        return ENGLISH
    written = QLocale(name)
    return Speech(_lookup_in(translator), written.decimalPoint(), written.groupSeparator())


def _lookup_in(translator: Any) -> Callable[[str, int], str]:
    def look_up(text: str, count: int) -> str:
        # Qt counts in 32 bits; no language looks at more than a number's last digits.
        small = count if count < MILLION else MILLION + count % MILLION
        return translator.translate(CONTEXT, text, None, small) or ""

    return look_up


MILLION = 1_000_000


def speak_in_qt(application: QApplication) -> None:
    """Let Qt's own texts (a file dialog's, a menu of an entry's) and numbers be in the language."""
    from PySide6.QtCore import QLibraryInfo, QLocale, QTranslator

    name = "en" if _spoken == PSEUDO else _spoken
    if QLocale.system().language() != QLocale(name).language():
        QLocale.setDefault(QLocale(name))
    if name == "en":
        return
    translator = QTranslator(application)
    folder = QLibraryInfo.path(QLibraryInfo.LibraryPath.TranslationsPath)
    if translator.load(f"qtbase_{name}", folder):
        application.installTranslator(translator)
    else:
        _log.warning("Qt has no texts in “%s”", name)


STRETCH = 0.4
_KEPT = re.compile(r"(\{[^}]*\}|<[^>]*>|&\w+;)")
_ACCENTS = str.maketrans("aeiouyAEIOUYcnszdtlrCNSZDTLR", "åéîöûýÅÉÎÖÛÝçñšžđţļŕÇÑŠŽĐŢĻŔ")
_VOWELS = frozenset("aeiouyAEIOUY")


def pseudo(text: str) -> str:
    """A text as a language might have it whose words are 40 % longer.

    Names of values in braces, marks of rich text and the letters' order stay.
    """
    return "".join(
        part if _KEPT.fullmatch(part) else _stretched(part) for part in _KEPT.split(text)
    )


def _stretched(text: str) -> str:
    letters = sum(character.isalpha() for character in text)
    places = [at for at, letter in enumerate(text) if letter in _VOWELS]
    places = places or [at for at, letter in enumerate(text) if letter.isalpha()]
    more = round(STRETCH * letters + 0.49)
    times = dict.fromkeys(places, 1)
    for turn in range(more if places else 0):
        times[places[turn % len(places)]] += 1
    return "".join(letter * times.get(at, 1) for at, letter in enumerate(text)).translate(_ACCENTS)
