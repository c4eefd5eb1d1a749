"""The texts that people read, gathered from the sources for Qt Linguist, and built for the program.

Usage: ``python packaging/translations.py`` brings ``resources/translations/LANGUAGE/ROOM.ts`` up to
date with the sources: new texts are added unfinished, finished ones stay, vanished ones are marked.
``--check`` only tells whether that would change a file, ``--build`` makes the ``.qm`` files that
the program reads. ``docs/translating.md`` tells translators the rest.
"""

from __future__ import annotations

import argparse
import ast
import os
import subprocess
import sys
import tempfile
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field
from importlib.util import find_spec
from pathlib import Path
from xml.etree import ElementTree
from xml.sax.saxutils import escape

ROOT = Path(__file__).resolve().parents[1]
PACKAGE = ROOT / "desktop_cvae"
FOLDER = ROOT / "resources" / "translations"
CONTEXT = "desktop_cvae"
LANGUAGES = {"uk": 3}
"""What it is translated to, with the number of plural forms."""
FUNCTIONS = ("tr", "tr_n", "mark")
FINISHED, UNFINISHED, VANISHED = "", "unfinished", "vanished"


class WrongCall(Exception):
    """A text cannot be gathered from a call."""


@dataclass
class Message:
    """A text and what it is in one language.

    Attributes:
        source: the English text.
        one: English for 1, where the text counts.
        files: where it is, from the sources' root.
        forms: the translation; one for every plural form if the text counts.
        state: finished, unfinished or vanished.
        comment: from the translator.
    """

    source: str
    one: str | None = None
    files: list[str] = field(default_factory=list)
    forms: tuple[str, ...] = ("",)
    state: str = UNFINISHED
    comment: str = ""


def gather(package: Path = PACKAGE) -> dict[str, dict[str, Message]]:
    """All texts by their room, in the order in which the sources have them.

    Raises:
        WrongCall: a text is not written out where it is marked, or counts here and not there.
    """
    rooms: dict[str, dict[str, Message]] = {}
    counts: dict[str, str | None] = {}
    for file in sorted(package.rglob("*.py")):
        place = file.relative_to(package.parent).as_posix()
        for source, one in texts_in(file.read_text(encoding="utf-8"), place):
            if counts.setdefault(source, one) != one:
                raise WrongCall(f"{place}: “{source}” has another form for 1 elsewhere")
            parts = file.relative_to(package).parts[:-1]
            room = rooms.setdefault(".".join(parts) or "app", {})
            message = room.setdefault(source, Message(source, one))
            if place not in message.files:
                message.files.append(place)
    return rooms


def texts_in(code: str, place: str) -> Iterator[tuple[str, str | None]]:
    """The texts of one module with their forms for 1; None if they do not count.

    Raises:
        WrongCall: one is put together where it is marked.
    """
    calls = [node for node in ast.walk(ast.parse(code)) if isinstance(node, ast.Call)]
    for call in sorted(calls, key=lambda call: (call.lineno, call.col_offset)):
        if not isinstance(call.func, ast.Name) or call.func.id not in FUNCTIONS:
            continue
        name, where = call.func.id, f"{place}:{call.lineno}"
        if name == "tr_n":
            one, many = (_literal(argument, where) for argument in call.args[:2])
            yield many, one
        elif not call.args:
            raise WrongCall(f"{where}: {name}() without a text")
        else:
            yield from ((text, None) for text in _marked(call.args[0], name, where))


def _marked(node: ast.expr, name: str, where: str) -> Iterator[str]:
    if isinstance(node, ast.IfExp):
        yield from _marked(node.body, name, where)
        yield from _marked(node.orelse, name, where)
    elif isinstance(node, ast.Constant) or name == "mark":
        yield _literal(node, where)
    elif not isinstance(node, ast.Name | ast.Attribute | ast.Subscript | ast.Call):
        raise WrongCall(f"{where}: a text that is put together cannot be translated")
    # What was marked elsewhere is shown here.


def _literal(node: ast.expr, where: str) -> str:
    if isinstance(node, ast.Constant) and isinstance(node.value, str) and node.value.strip():
        return node.value
    raise WrongCall(f"{where}: a text that is not written out cannot be translated")


def read(file: Path) -> dict[str, Message]:
    """What Qt Linguist, or this, has written."""
    if not file.is_file():
        return {}
    messages = (_message(element) for element in ElementTree.parse(file).iter("message"))
    return {message.source: message for message in messages}


def _message(element: ElementTree.Element) -> Message:
    translation = element.find("translation")
    assert translation is not None
    forms = [form.text or "" for form in translation.iter("numerusform")]
    counts = element.get("numerus") == "yes"
    return Message(
        element.findtext("source", ""),
        element.findtext("extracomment", "").removeprefix(FOR_ONE) if counts else None,
        [place.get("filename", "").removeprefix(TO_ROOT) for place in element.iter("location")],
        tuple(forms) if counts else (translation.text or "",),
        translation.get("type", FINISHED),
        element.findtext("translatorcomment", ""),
    )


def renewed(
    found: Mapping[str, Message],
    room: Mapping[str, Message],
    elsewhere: Mapping[str, Message],
    plural_forms: int,
) -> list[Message]:
    """A room's messages: those of its sources, and then those that vanished but were translated.

    Args:
        found: from the sources.
        room: from its file.
        elsewhere: from all files, for texts that came from another room.
        plural_forms: of the language.
    """
    messages = []
    for source, new in found.items():
        old = room.get(source)
        if old is None or not any(old.forms):
            old = elsewhere.get(source, old)
        count = 1 if new.one is None else plural_forms
        forms, state, comment = ("",) * count, UNFINISHED, ""
        if old is not None and len(old.forms) == count and any(old.forms):
            was_there = old.state == UNFINISHED
            forms, state, comment = old.forms, UNFINISHED if was_there else FINISHED, old.comment
        messages.append(Message(source, new.one, new.files, forms, state, comment))
    for source, old in room.items():
        if source not in found and any(old.forms):
            messages.append(Message(source, old.one, [], old.forms, VANISHED, old.comment))
    return messages


FOR_ONE = "For 1: "
TO_ROOT = "../../../"
"""From a language's folder."""


def written(language: str, messages: Iterable[Message]) -> str:
    """A file as Qt Linguist writes it, without numbers of lines, which every change would move."""
    lines = [
        '<?xml version="1.0" encoding="utf-8"?>',
        "<!DOCTYPE TS>",
        f'<TS version="2.1" language="{language}" sourcelanguage="en">',
        "<context>",
        f"    <name>{CONTEXT}</name>",
        *(line for message in messages for line in _lines(message)),
        "</context>",
        "</TS>",
        "",
    ]
    return "\n".join(lines)


def _lines(message: Message) -> Iterator[str]:
    yield "    <message>" if message.one is None else '    <message numerus="yes">'
    for file in message.files:
        yield f'        <location filename="{TO_ROOT}{file}"/>'
    yield f"        <source>{_xml(message.source)}</source>"
    if message.one is not None:
        yield f"        <extracomment>{FOR_ONE}{_xml(message.one)}</extracomment>"
    if message.comment:
        yield f"        <translatorcomment>{_xml(message.comment)}</translatorcomment>"
    kind = f' type="{message.state}"' if message.state else ""
    if message.one is None:
        yield f"        <translation{kind}>{_xml(message.forms[0])}</translation>"
    else:
        yield f"        <translation{kind}>"
        for form in message.forms:
            yield f"            <numerusform>{_xml(form)}</numerusform>"
        yield "        </translation>"
    yield "    </message>"


def _xml(text: str) -> str:
    return escape(text, {'"': "&quot;", "'": "&apos;"})


def files_of(language: str) -> list[Path]:
    """A language's files, one a room."""
    return sorted((FOLDER / language).glob("*.ts"))


def up_to_date(language: str) -> dict[Path, str]:
    """What the files of a language should hold.

    Raises:
        WrongCall: a text cannot be gathered.
    """
    rooms = gather()
    kept = {file: read(file) for file in files_of(language)}
    elsewhere: dict[str, Message] = {}
    for messages in kept.values():
        for source, message in messages.items():
            if any(message.forms) and message.state != UNFINISHED:
                elsewhere.setdefault(source, message)
    texts = {}
    for file in {*kept, *(FOLDER / language / f"{room}.ts" for room in rooms)}:
        found = rooms.get(file.stem, {})
        messages = renewed(found, kept.get(file, {}), elsewhere, LANGUAGES[language])
        texts[file] = written(language, messages)
    return texts


def update(*, only_check: bool = False) -> list[Path]:
    """Bring all files up to date.

    Returns:
        The files that were not.
    """
    changed = []
    for language in LANGUAGES:
        for file, text in sorted(up_to_date(language).items()):
            if not file.is_file() or file.read_text(encoding="utf-8") != text:
                changed.append(file)
                if not only_check:
                    file.parent.mkdir(parents=True, exist_ok=True)
                    file.write_text(text, encoding="utf-8", newline="\n")
    return changed


def build(folder: Path = FOLDER) -> list[Path]:
    """Let ``lrelease`` make one file of each language's.

    Args:
        folder: where they are put.
    """
    made = []
    for language in LANGUAGES:
        messages: dict[str, Message] = {}
        for file in files_of(language):
            for source, message in read(file).items():
                if message.state == FINISHED:
                    messages.setdefault(source, message)
        with tempfile.TemporaryDirectory() as temporary:
            # One text may stand in two rooms; lrelease would complain of the second.
            whole = Path(temporary, f"{language}.ts")
            whole.write_text(written(language, messages.values()), encoding="utf-8")
            target = folder / f"{language}.qm"
            target.parent.mkdir(parents=True, exist_ok=True)
            command = [str(lrelease()), "-silent", str(whole), "-qm", str(target)]
            subprocess.run(command, check=True)
        made.append(target)
    return made


def lrelease() -> Path:
    """Qt's own program, which PySide6 brings."""
    spec = find_spec("PySide6")
    assert spec is not None, "PySide6 is not installed"
    assert spec.origin is not None
    return Path(spec.origin).with_name("lrelease.exe" if os.name == "nt" else "lrelease")


def main() -> int:
    """Update, check or build."""
    parser = argparse.ArgumentParser(description=(__doc__ or "").partition("\n")[0])
    parser.add_argument("--check", action="store_true", help="only tell what is not up to date")
    parser.add_argument("--build", action="store_true", help="make the .qm files too")
    arguments = parser.parse_args()
    try:
        changed = update(only_check=arguments.check)
    except WrongCall as error:
        print(error, file=sys.stderr)
        return 1
    for file in changed:
        print(f"{file.relative_to(ROOT)} {'is not up to date' if arguments.check else 'renewed'}")
    for language in LANGUAGES:
        messages = [message for file in files_of(language) for message in read(file).values()]
        open_ = sum(message.state == UNFINISHED for message in messages)
        print(f"{language}: {len(messages)} texts, {open_} not translated")
    if arguments.build:
        build()
    return int(arguments.check and bool(changed))


if __name__ == "__main__":
    sys.exit(main())
