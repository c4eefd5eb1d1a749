from collections.abc import Iterator

import pytest

from desktop_cvae.core import language
from desktop_cvae.core.language import number, tr, tr_n

FORMS = {"{n} pictures": ("{n} зображення", "{n} зображень"), "A {kind} file": "Файл {kind}"}


def _lookup(text: str, count: int) -> str:
    found = FORMS.get(text, "")
    return found if isinstance(found, str) else found[count != 1]


@pytest.fixture
def ukrainian() -> Iterator[None]:
    language.install(_lookup, ",", "\N{NO-BREAK SPACE}")
    yield
    language.install(None)


def test_without_a_translation_all_is_english() -> None:
    assert tr("A {kind} file", kind="GIF") == "A GIF file"
    assert tr("{as it is}") == "{as it is}"
    assert (tr_n("{n} picture", "{n} pictures", 1), tr_n("{n} picture", "{n} pictures", 2)) == (
        "1 picture",
        "2 pictures",
    )
    assert number(1234.5, ",.1f") == "1,234.5"


@pytest.mark.usefixtures("ukrainian")
def test_texts_plurals_and_numbers_follow_the_language() -> None:
    assert tr("A {kind} file", kind="GIF") == "Файл GIF"
    assert tr("Unknown") == "Unknown"
    assert tr_n("{n} picture", "{n} pictures", 1) == "1 зображення"
    assert tr_n("{n} picture", "{n} pictures", 1200) == "1\N{NO-BREAK SPACE}200 зображень"
    assert number(0.5, ".1%") == "50,0%"
