"""The texts that people read: gathered, translated, built, and with the same values in them."""

import re
import string
import tomllib

import pytest
import translations
from translations import FINISHED, UNFINISHED, VANISHED, Message

CODE = """
TITLE = mark("Title")
print(tr("Read {name}", name=tr(TITLE)), tr("Yes" if x else "No"), tr(setting.help))
print(tr_n("{n} digit", "{n} digits", count), tr("One " "text"))
"""
FILES = [file for language in translations.LANGUAGES for file in translations.files_of(language)]
TAG = re.compile(r"</?\w+")


def names_in(text):
    return sorted({name for _, name, _, _ in string.Formatter().parse(text) if name is not None})


def test_every_marked_text_is_found():
    assert list(translations.texts_in(CODE, "there.py")) == [
        ("Title", None),
        ("Read {name}", None),
        ("Yes", None),
        ("No", None),
        ("{n} digits", "{n} digit"),
        ("One text", None),
    ]


@pytest.mark.parametrize(
    "code",
    [
        'tr(f"Read {name}")',
        'tr("Read " + name)',
        'tr("Read %s" % name)',
        "mark(name)",
        'tr_n("{n} digit", many, 3)',
        'tr("")',
        "tr()",
    ],
)
def test_a_text_that_is_put_together_is_refused(code):
    with pytest.raises(translations.WrongCall, match=r"there\.py:1"):
        list(translations.texts_in(code, "there.py"))


def test_the_files_hold_what_the_sources_say():
    stale = [file.name for file in translations.update(only_check=True)]
    assert not stale, "run python packaging/translations.py, and translate what is new"


def test_finished_texts_stay_and_vanished_ones_are_marked(tmp_path):
    old = {
        "Kept": Message("Kept", None, ["a.py"], ("Лишилось",), FINISHED, "so it is"),
        "Gone": Message("Gone", None, ["a.py"], ("Зникло",), FINISHED),
        "Never translated": Message("Never translated", None, ["a.py"]),
    }
    elsewhere = {"Moved": Message("Moved", None, ["b.py"], ("Переїхало",), FINISHED)}
    found = {
        "Kept": Message("Kept", None, ["a.py", "c.py"]),
        "Moved": Message("Moved", None, ["a.py"]),
        "{n} <i>new</i> & “more”": Message("{n} <i>new</i> & “more”", "{n} new", ["a.py"]),
    }
    file = tmp_path / "room.ts"
    file.write_text(
        translations.written("uk", translations.renewed(found, old, elsewhere, 3)),
        encoding="utf-8",
    )
    messages = translations.read(file)
    states = {source: (message.forms, message.state) for source, message in messages.items()}
    assert states == {
        "Kept": (("Лишилось",), FINISHED),
        "Moved": (("Переїхало",), FINISHED),
        "{n} <i>new</i> & “more”": (("", "", ""), UNFINISHED),
        "Gone": (("Зникло",), VANISHED),
    }
    assert messages["Kept"].comment == "so it is"
    assert messages["{n} <i>new</i> & “more”"].one == "{n} new"
    # Once more: what was read is written alike, and what came back is finished again.
    again = translations.renewed(found, messages, {}, 3)
    assert translations.written("uk", again) == file.read_text(encoding="utf-8")
    back = translations.renewed({"Gone": Message("Gone")}, messages, {}, 3)
    assert back[0].state == FINISHED


@pytest.mark.parametrize("file", FILES, ids=lambda file: f"{file.parent.name}, {file.stem}")
def test_every_translation_is_whole(file):
    for source, message in translations.read(file).items():
        if message.state == VANISHED:
            continue
        assert message.state == FINISHED, f"not translated yet: {source}"
        forms = 1 if message.one is None else translations.LANGUAGES[file.parent.name]
        assert len(message.forms) == forms, source
        for form in message.forms:
            assert names_in(form) == names_in(source), source
            assert sorted(TAG.findall(form)) == sorted(TAG.findall(source)), source
            assert form[0].isspace() == source[0].isspace(), source
            assert form[-1].isspace() == source[-1].isspace(), source


def test_one_text_is_translated_alike_in_every_room():
    for language in translations.LANGUAGES:
        first = {}
        for file in translations.files_of(language):
            for source, message in translations.read(file).items():
                if message.state == FINISHED:
                    forms, room = first.setdefault(source, (message.forms, file.stem))
                    assert forms == message.forms, f"{source}: {room} and {file.stem}"


def test_what_is_built_is_one_file_a_language(tmp_path):
    made = translations.build(tmp_path)
    assert [file.name for file in made] == [f"{name}.qm" for name in translations.LANGUAGES]
    assert all(file.read_bytes().startswith(b"\x3c\xb8\x64\x18") for file in made)


def test_wheel_and_package_take_every_resource_that_the_program_reads():
    settings = tomllib.loads((translations.ROOT / "pyproject.toml").read_text(encoding="utf-8"))
    wheel = settings["tool"]["hatch"]["build"]["targets"]["wheel"]
    taken = {place.removeprefix("resources/") for place in wheel["force-include"]}
    folders = {path.name for path in (translations.ROOT / "resources").iterdir() if path.is_dir()}
    # The hook adds what is built of the sources of translations; nobody reads the screenshots.
    assert taken == folders - {"translations", "screenshots"}
    spec = (translations.ROOT / "packaging" / "desktop_cvae.spec").read_text(encoding="utf-8")
    (parts,) = re.findall(r"^parts = \((.*)\)$", spec, re.MULTILINE)
    assert set(re.findall(r'"(\w+)"', parts)) == taken
