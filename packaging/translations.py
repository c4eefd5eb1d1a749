"""Gather the texts that people read from the sources for Qt Linguist; build them for the program.

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
"""Languages that it is translated to, with the number of their plural forms."""
FUNCTIONS = ("tr", "tr_n", "mark")
FINISHED, UNFINISHED, VANISHED = "", "unfinished", "vanished"
FOR_ONE = "For 1: "
TO_ROOT = "../../../"
"""Path to the sources' root from a language's folder."""


class WrongCall(Exception):
    """A text cannot be gathered from a call."""


@dataclass
class Message:
    """A text and its translation into one language.

    Attributes:
        source: the English text.
        one: English for 1, where the text counts.
        files: files that contain it, from the sources' root.
        forms: the translation; one for every plural form if the text counts.
        state: finished, unfinished or vanished.
        comment: the translator's.
    """

    source: str
    one: str | None = None
    files: list[str] = field(default_factory=list)
    forms: tuple[str, ...] = ("",)
    state: str = UNFINISHED
    comment: str = ""


def gather(package: Path = PACKAGE) -> dict[str, dict[str, Message]]:
    """Return all texts by their room, in the order of the sources.

    Raises:
        WrongCall: a marked text is not a literal, or has a form for 1 in one call only.
    """
    rooms: dict[str, dict[str, Message]] = {}
    counts: dict[str, str | None] = {}
    for file in sorted(package.rglob("*.py")):
        name = file.relative_to(package.parent).as_posix()
        for source, one in texts_in(file.read_text(encoding="utf-8"), name):
            if counts.setdefault(source, one) != one:
                raise WrongCall(f"{name}: “{source}” has another form for 1 elsewhere")
            parts = file.relative_to(package).parts[:-1]
            room = rooms.setdefault(".".join(parts) or "app", {})
            message = room.setdefault(source, Message(source, one))
            if name not in message.files:
                message.files.append(name)
    return rooms


def texts_in(code: str, file_name: str) -> Iterator[tuple[str, str | None]]:
    """Yield the texts of one module with their forms for 1, or None for texts without a count.

    Raises:
        WrongCall: a marked text is not a literal.
    """
    calls = [node for node in ast.walk(ast.parse(code)) if isinstance(node, ast.Call)]
    for call in sorted(calls, key=lambda call: (call.lineno, call.col_offset)):
        if not isinstance(call.func, ast.Name) or call.func.id not in FUNCTIONS:
            continue
        name, where = call.func.id, f"{file_name}:{call.lineno}"
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
    # Anything else is the translation of a text that was marked elsewhere.


def _literal(node: ast.expr, where: str) -> str:
    if isinstance(node, ast.Constant) and isinstance(node.value, str) and node.value.strip():
        return node.value
    raise WrongCall(f"{where}: a text that is not written out cannot be translated")


def read(file: Path) -> dict[str, Message]:
    """Read the messages of a file that Qt Linguist or this program has written."""
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
        [one.get("filename", "").removeprefix(TO_ROOT) for one in element.iter("location")],
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
    """Return a room's messages: those of its sources, then translated ones that have vanished.

    Args:
        found: messages of the sources.
        room: messages of the room's file.
        elsewhere: messages of all files, for texts that have moved from another room.
        plural_forms: number of the language's plural forms.
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


def written(language: str, messages: Iterable[Message]) -> str:
    """Return a file as Qt Linguist writes it, but without line numbers, which every edit moves."""
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
    """Return a language's files, one a room."""
    return sorted((FOLDER / language).glob("*.ts"))


def up_to_date(language: str) -> dict[Path, str]:
    """Return what the files of a language should contain.

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
        the files that were not.
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
        folder: where the files are written.
    """
    made = []
    for language in LANGUAGES:
        messages: dict[str, Message] = {}
        for file in files_of(language):
            for source, message in read(file).items():
                if message.state == FINISHED:
                    messages.setdefault(source, message)
        with tempfile.TemporaryDirectory() as temporary:
            # lrelease warns of a text that occurs in the files of two rooms.
            whole = Path(temporary, f"{language}.ts")
            whole.write_text(written(language, messages.values()), encoding="utf-8")
            target = folder / f"{language}.qm"
            target.parent.mkdir(parents=True, exist_ok=True)
            command = [str(lrelease()), "-silent", str(whole), "-qm", str(target)]
            subprocess.run(command, check=True)
        made.append(target)
    return made


def lrelease() -> Path:
    """Return the path of Qt's own program, which PySide6 brings."""
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
