"""Which language is spoken, and what is said in it."""

import json
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest

from desktop_cvae.core.language import number, tr, tr_n
from desktop_cvae.core.paths import settings_file
from desktop_cvae.workers import language_selection

ROOT = Path(__file__).resolve().parents[2]
TS = """<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS><TS version="2.1" language="uk" sourcelanguage="en"><context><name>desktop_cvae</name>
<message><source>A {kind} file</source><translation>Файл {kind}</translation></message>
<message numerus="yes"><source>{n} pictures</source><translation>
<numerusform>{n} зображення (1)</numerusform><numerusform>{n} зображення (2)</numerusform>
<numerusform>{n} зображень</numerusform></translation></message></context></TS>"""


@pytest.fixture(autouse=True)
def english_afterwards() -> Iterator[None]:
    yield
    language_selection.speak("en")


@pytest.fixture
def built(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.syspath_prepend(str(ROOT / "packaging"))
    from translations import lrelease

    source = tmp_path / "uk.ts"
    source.write_text(TS, encoding="utf-8")
    target = tmp_path / "uk.qm"
    subprocess.run([str(lrelease()), "-silent", str(source), "-qm", str(target)], check=True)
    return tmp_path


@pytest.mark.parametrize(
    ("environment", "settings", "expected"),
    [
        ({}, "", "en"),
        ({"LANG": "uk_UA.UTF-8"}, "", "uk"),
        ({"LANG": "uk_UA.UTF-8", "LC_ALL": "C.UTF-8"}, "", "en"),
        ({"LANG": "de_DE.UTF-8"}, "", "en"),
        ({"LANG": "de_DE.UTF-8", "LANGUAGE": "fr:uk:en"}, "", "uk"),
        ({"LANG": "uk_UA.UTF-8"}, "en", "en"),
        ({"DESKTOP_CVAE_LANGUAGE": "uk"}, "en", "uk"),
        ({"DESKTOP_CVAE_LANGUAGE": "en", "LANG": "uk_UA.UTF-8"}, "uk", "en"),
        ({"DESKTOP_CVAE_LANGUAGE": "klingon", "LANG": "uk_UA.UTF-8"}, "", "uk"),
        ({"DESKTOP_CVAE_LANGUAGE": "pseudo"}, "uk", "pseudo"),
    ],
)
@pytest.mark.skipif(sys.platform != "linux", reason="other systems are asked otherwise")
def test_variable_settings_and_system_in_this_order(
    environment: dict[str, str], settings: str, expected: str
) -> None:
    if settings:
        settings_file().parent.mkdir(parents=True)
        settings_file().write_text(json.dumps({"language": settings}))
    assert language_selection.preferred_language(environment) == expected


@pytest.mark.parametrize("text", ["[]", "{", '{"language": 3}', "[" * 50_000, "\udcff"])
def test_settings_that_make_no_sense_leave_the_systems_language(text: str) -> None:
    settings_file().parent.mkdir(parents=True)
    settings_file().write_bytes(text.encode(errors="surrogateescape"))
    assert language_selection.preferred_language({"LANG": "uk_UA.UTF-8"}) == "uk"


def test_texts_plurals_and_numbers_are_ukrainian(built: Path) -> None:
    language_selection.speak("uk", built)
    assert language_selection.spoken() == "uk"
    assert tr("A {kind} file", kind="GIF") == "Файл GIF"
    assert tr("Never seen") == "Never seen"
    form = {n: tr_n("{n} picture", "{n} pictures", n) for n in (1, 2, 5, 11, 21, 10**12 + 1)}
    assert (form[1], form[2]) == ("1 зображення (1)", "2 зображення (2)")
    assert (form[5], form[11], form[21]) == ("5 зображень", "11 зображень", "21 зображення (1)")
    assert form[10**12 + 1].endswith("(1)")
    assert number(1234.5, ",.1f") == "1\N{NO-BREAK SPACE}234,5"


def test_a_language_without_its_file_is_english(tmp_path: Path) -> None:
    language_selection.speak("uk", tmp_path)
    assert tr("A {kind} file", kind="GIF") == "A GIF file"
    assert number(0.5, ".1%") == "50.0%"


def test_the_pseudo_language_is_longer_and_keeps_what_is_no_text() -> None:
    for text in ("Open a picture…", "Mmm", "Read {name} in <b>this</b> &amp; that", "{n} × 3"):
        made = language_selection.pseudo(text)
        kept = language_selection._KEPT.findall(text)
        assert language_selection._KEPT.findall(made) == kept
        letters = sum(map(str.isalpha, language_selection._KEPT.sub("", text)))
        assert len(made) - len(text) >= 0.4 * letters
        assert not letters or made != text
    language_selection.speak("pseudo")
    assert tr("Open {name}", name="a.png") == f"{language_selection.pseudo('Open')} a.png"
    assert tr_n("{n} digit", "{n} digits", 3).startswith("3 ")


def test_english_costs_no_qt_on_the_command_line() -> None:
    code = "from desktop_cvae.cli.main import main; main(['--version']); import sys; "
    code += "print('PySide6' in sys.modules)"
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    assert done.stdout.splitlines()[-1] == "False"
