"""Chooses the language, and looks texts up in the catalogues built from Qt Linguist's files.

English needs no file and no Qt, so that commands start fast. The language ``pseudo`` is made from
the English texts, longer and with accents: texts that are not translated or do not fit show.
"""

from __future__ import annotations

import json
import locale
import logging
import os
import re
from collections.abc import Callable, Iterator, Mapping
from pathlib import Path
from typing import TYPE_CHECKING, Any

from desktop_cvae.core import language, operating_system
from desktop_cvae.core.language import ENGLISH, Speech
from desktop_cvae.core.paths import resources_dir, settings_file

if TYPE_CHECKING:
    from PySide6.QtWidgets import QApplication

LANGUAGES = {"en": "English", "uk": "Українська"}
"""Languages of the program, each by its own name."""
PSEUDO = "pseudo"
VARIABLE = "DESKTOP_CVAE_LANGUAGE"
CONTEXT = "desktop_cvae"
MOST_SETTINGS_BYTES = 100_000
MILLION = 1_000_000
STRETCH = 0.4
_KEPT = re.compile(r"(\{[^}]*\}|<[^>]*>|&\w+;)")
_ACCENTS = str.maketrans("aeiouyAEIOUYcnszdtlrCNSZDTLR", "åéîöûýÅÉÎÖÛÝçñšžđţļŕÇÑŠŽĐŢĻŔ")
_VOWELS = frozenset("aeiouyAEIOUY")
_log = logging.getLogger(__name__)


def preferred_language(environment: Mapping[str, str] = os.environ) -> str:
    """Return the language to use: that of the variable, else of the settings, else of the system.

    Returns:
        One of :data:`LANGUAGES`, or :data:`PSEUDO`.
    """
    named = environment.get(VARIABLE, "")
    if named == PSEUDO:
        return PSEUDO
    return next(_known([named, _from_settings()]), "") or system_language(environment)


def system_language(environment: Mapping[str, str] = os.environ) -> str:
    """Return the language of :data:`LANGUAGES` that the system prefers."""
    return next(_known(_of_the_system(environment)), "en")


def _known(names: list[str]) -> Iterator[str]:
    for name in names:
        code = re.split(r"[-_.@]", name.lower(), maxsplit=1)[0]
        if code in LANGUAGES:
            yield code


def _from_settings() -> str:
    """Return the language in the settings; the window reports what is wrong in that file."""
    try:
        with settings_file().open("rb") as file:
            found = json.loads(file.read(MOST_SETTINGS_BYTES))
    except (OSError, ValueError, RecursionError):
        return ""
    wish = found.get("language") if isinstance(found, dict) else ""
    return wish if isinstance(wish, str) else ""


def _of_the_system(environment: Mapping[str, str]) -> list[str]:
    """Return the system's languages, the preferred first; some may be unknown."""
    if operating_system.SYSTEM == "win32":
        number = operating_system.windows_kernel().GetUserDefaultUILanguage()
        return [locale.windows_locale.get(number, "")]
    named = (environment.get(name, "") for name in ("LC_ALL", "LC_MESSAGES", "LANG"))
    category = next(filter(None, named), "")
    if category.partition(".")[0] in ("C", "POSIX"):
        return ["en"]
    if category:
        # As in GNU gettext, this list counts only if a locale is set.
        return [*environment.get("LANGUAGE", "").split(":"), category]
    return _of_macos() if operating_system.SYSTEM == "darwin" else []


def _of_macos() -> list[str]:
    # Programs started by Finder have no such variables.
    try:
        from PySide6.QtCore import QLocale
    except ImportError:
        return []
    return list(QLocale.system().uiLanguages())


_spoken = "en"


def spoken() -> str:
    """Return the language that :func:`speak` chose last."""
    return _spoken


def speak(wish: str | None = None, folder: Path | None = None) -> None:
    """Use a language from now on.

    Args:
        wish: one of :data:`LANGUAGES` or :data:`PSEUDO`; None for :func:`preferred_language`.
        folder: folder of the built catalogues; None for the program's own.
    """
    global _spoken
    _spoken = preferred_language() if wish is None else wish
    language.install(*speech(_spoken, folder))


def speech(name: str, folder: Path | None = None) -> Speech:
    """Return a language; English if there is no translation, or no Qt to read it with.

    Args:
        name: one of :data:`LANGUAGES` or :data:`PSEUDO`.
        folder: folder of the built catalogues; None for the program's own.
    """
    if name == PSEUDO:
        return Speech(lambda text, _: pseudo(text))
    if name == "en":
        return ENGLISH
    try:
        from PySide6.QtCore import QLocale, QTranslator
    except ImportError:
        _log.warning("The translations need PySide6")
        return ENGLISH
    translator = QTranslator()
    file = (folder or resources_dir() / "translations") / f"{name}.qm"
    if not translator.load(str(file)):
        _log.warning("There is no translation in %s", file)
        return ENGLISH
    written = QLocale(name)
    return Speech(_lookup_in(translator), written.decimalPoint(), written.groupSeparator())


def _lookup_in(translator: Any) -> Callable[[str, int], str]:
    def look_up(text: str, count: int) -> str:
        # Qt counts in 32 bits; plural rules depend only on a number's last digits.
        small = count if count < MILLION else MILLION + count % MILLION
        return translator.translate(CONTEXT, text, None, small) or ""

    return look_up


def speak_in_qt(application: QApplication) -> None:
    """Translate Qt's own texts, as of file dialogs, and set its format of numbers."""
    from PySide6.QtCore import QLibraryInfo, QLocale, QTranslator

    name = "en" if _spoken == PSEUDO else _spoken
    # The system's own locale stays where it fits: it has the user's choices for numbers and dates.
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


def pseudo(text: str) -> str:
    """Return a text as in a language whose words are 40 % longer.

    Names of values in braces, rich text and the order of letters stay.
    """
    return "".join(
        part if _KEPT.fullmatch(part) else _stretched(part) for part in _KEPT.split(text)
    )


def _stretched(text: str) -> str:
    letters = sum(character.isalpha() for character in text)
    vowels = [at for at, letter in enumerate(text) if letter in _VOWELS]
    vowels = vowels or [at for at, letter in enumerate(text) if letter.isalpha()]
    more = round(STRETCH * letters + 0.49)
    times = dict.fromkeys(vowels, 1)
    for turn in range(more if vowels else 0):
        times[vowels[turn % len(vowels)]] += 1
    return "".join(letter * times.get(at, 1) for at, letter in enumerate(text)).translate(_ACCENTS)
